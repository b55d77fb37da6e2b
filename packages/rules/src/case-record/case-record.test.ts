import type { CaseEvent } from '@cobuild/core';
import { canonicalJson, chinaCalendar, hashDocument } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { eventHash } from '../lifecycle/event-chain.js';
import { gaoming, office, opening } from '../../test/funded-project.js';
import { appendProjectEvent, openProject } from '../project/index.js';
import type { CaseRecord } from './case-record.js';
import { exportCase } from './case-record.js';
import type { ReadRecordOptions } from './read-case-record.js';
import { readCaseRecord } from './read-case-record.js';
import { stateAt } from './state-at.js';

const hash = 'scheme-hash';
const photo = { id: 'f1', name: '现场.jpg', size: 1200, hash: 'a'.repeat(64), scan: 'clean' };
function played(): CasePlay {
  return new CasePlay().submit({ projectName: '暖心服务站', households: 25, photos: [photo], ...(JSON.parse('{"__proto__":{"polluted":true}}') as object) }).forward().accept().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' });
}
const play = played();
const project = (() => {
  const done = appendProjectEvent(gaoming, openProject(opening), { type: 'contractSigned', data: { on: '2026-04-01' } }, office, '2026-04-01T09:00:00+08:00', { calendar: chinaCalendar });
  if (!('event' in done)) throw new Error(JSON.stringify(done.problems));
  return { opening, events: [done.event] };
})();
const text = exportCase({ hash, scheme: play.scheme, events: play.events, project });
const published = { hash, scheme: play.scheme };

/** The record with a change, and the hash of the whole made anew, as somebody who knows the format would. */
function changed(change: (record: { events: CaseEvent[]; project: { events: { hash: string }[] }; files: unknown[] } & Record<string, unknown>) => void, anew = true): string {
  const record = JSON.parse(text) as Parameters<typeof change>[0];
  change(record);
  const { hash: _, ...content } = record;
  return JSON.stringify(anew ? { ...content, hash: hashDocument(content) } : record);
}
const problem = (given: string): unknown => {
  const { record, state, problems } = readCaseRecord(given, { published });
  expect([record, state]).toEqual([undefined, undefined]);
  return problems.map(({ code, pointer }) => [code, pointer]);
};

describe('a record of a whole case', () => {
  it('comes back as the same state and the same bytes, with files, project and keys such as __proto__', () => {
    const { record, state, project: again, problems } = readCaseRecord(text, { published });
    expect(problems).toEqual([]);
    expect(canonicalJson(state)).toBe(canonicalJson(play.state));
    expect(again).toMatchObject({ sequence: 1, lastHash: project.events[0]?.hash });
    expect(record?.files).toEqual([{ id: 'f1', name: '现场.jpg', size: 1200, hash: 'a'.repeat(64) }]);
    const { events, project: log } = record as CaseRecord;
    expect(exportCase({ ...published, events, ...(log === undefined ? {} : { project: log }) })).toBe(text);
  });

  it('gives the same bytes whatever the order in which a store gives members back', () => {
    const turned = play.events.map((event) => Object.fromEntries(Object.entries(event).reverse()) as unknown as CaseEvent);
    expect(exportCase({ ...published, events: turned, project })).toBe(text);
  });

  it.each<[string, Parameters<typeof changed>[0], string, string]>([
    ['an answer that was changed', ({ events }) => { (events[0] as unknown as { data: { answers: Record<string, unknown> } }).data.answers['households'] = 99; }, 'case/broken-chain', '/events/0'],
    ['a review that was changed', ({ events }) => { (events[1] as unknown as { data: { outcome: string } }).data.outcome = 'reject'; }, 'case/broken-chain', '/events/1'],
    ['a changed event with a hash of its own made anew, at the link behind it', ({ events }) => {
      const event = { ...(events[1] as CaseEvent), at: '2026-03-01T00:00:00Z' };
      events[1] = { ...event, hash: eventHash(event) };
    }, 'case/broken-chain', '/events/2'],
    ['an event that was left out', ({ events }) => { events.splice(2, 1); }, 'case/wrong-sequence', '/events/2'],
    ['an event of another kind', ({ events }) => { (events[3] as { type: string }).type = 'nonsense'; }, 'case/malformed-event', '/events/3'],
    ['an entry of the project that was changed', (record) => { (record.project.events[0] as unknown as { data: { on: string } }).data.on = '2026-03-01'; }, 'project/broken-chain', '/project/events/0'],
    ['an entry of the project that lacks what it has to say', (record) => {
      const { hash: _, ...event } = { ...(record.project.events[0] as { hash: string }), type: 'changeDecided', data: null };
      record.project.events[0] = { ...event, hash: hashDocument(event) };
    }, 'record/malformed', '/project'],
    ['a file that was exchanged in the list', (record) => { record.files = []; }, 'record/files-differ', '/files'],
    ['another scheme', (record) => { record['scheme'] = { id: 'life-cycle', version: '2.0.0', hash }; }, 'record/other-scheme', '/scheme'],
    ['a member that no record has', (record) => { record['note'] = 'x'; }, 'record/malformed', '/note'],
    ['another format', (record) => { record['format'] = 'zip'; }, 'record/malformed', '/format'],
    ['a later format', (record) => { record['formatVersion'] = 2; }, 'record/other-version', '/formatVersion'],
  ])('is refused with %s, named by its place', (_, change, code, pointer) => {
    expect(problem(changed(change))).toEqual([[code, pointer]]);
  });

  it('names the first bad event with its number, type and time, what is wrong, and what to do', () => {
    const given = changed(({ events }) => { for (const event of events.slice(2)) (event as { id: string }).id += 'x'; });
    const [first] = readCaseRecord(given, { published, document: '案卷.json' }).problems;
    expect(first).toMatchObject({ document: '案卷.json', pointer: '/events/2', params: { index: 3, type: 'reviewed', at: play.events[2]?.at }, message: '第3条记录与留存的校验值不符，可能被改动过。' });
    expect(first?.remedy).toMatch(/重新索取原文件/);
  });

  it('is refused when only its own hash was changed, when it is no JSON, and when an event could not happen under the scheme', () => {
    expect(problem(changed((record) => { record['hash'] = 'b'.repeat(64); }, false))).toEqual([['record/hash-mismatch', '/hash']]);
    expect(problem('{"format":')).toEqual([['record/not-json', '']]);
    expect(problem('[]')).toEqual([['record/not-json', '']]);
    const twice = { ...(play.events[1] as CaseEvent), id: 'again', sequence: play.events.length + 1, previousHash: play.state?.lastHash ?? '' };
    const events = [...play.events, { ...twice, hash: eventHash(twice) }];
    expect(problem(exportCase({ ...published, events }))).toEqual([['case/event-out-of-order', `/events/${play.events.length}`]]);
  });

  it('is checked for changes without a scheme too, and then gives no state', () => {
    expect(readCaseRecord(text)).toMatchObject({ record: { caseId: 'case-1' }, problems: [] });
    expect(readCaseRecord(text).state).toBeUndefined();
    expect(() => exportCase({ ...published, events: [] })).toThrow(RangeError);
    expect(() => exportCase({ ...published, hash: 'other', events: play.events })).toThrow(RangeError);
  });
});

describe('a record whose hashes all fit, with an event that the scheme did not allow', () => {
  const calendar = chinaCalendar;
  const whole = new CasePlay().toPublicity();
  whole.act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' });
  whole.moveTo('2026-03-10T09:00:00+08:00').act('reviewed', { stage: 'publicity', outcome: 'confirm' });
  const indexOf = (type: CaseEvent['type'], nth = 0): number => whole.events.map((event, index) => [event.type, index] as const).filter(([each]) => each === type)[nth]?.[1] ?? -1;
  /** The log with one event changed and the whole chain made anew, and the file with its own hash. */
  const forged = (at: number, change: Record<string, unknown>): string => {
    const events: CaseEvent[] = [];
    for (const [index, event] of whole.events.entries()) {
      const next = { ...event, ...(index === at ? change : {}), previousHash: events[index - 1]?.hash ?? '' };
      events.push({ ...next, hash: eventHash(next) });
    }
    return exportCase({ ...published, events });
  };

  it('is taken where nothing was forged, with and without a calendar', () => {
    const file = exportCase({ ...published, events: whole.events });
    expect(readCaseRecord(file, { published, calendar })).toMatchObject({ state: { end: 'approved' }, problems: [] });
    expect(forged(-1, {})).toBe(file);
  });

  it.each<[string, number, Record<string, unknown>, string]>([
    ['somebody of another role', indexOf('reviewed'), { actor: { id: 'u9', role: 'office', unit: 'org-department' } }, '2026年3月2日）不符合方案：.*镇街审核员'],
    ['the office of another town', indexOf('reviewed'), { actor: { id: 'u9', role: 'townReviewer', unit: 'mingcheng' } }, '2026年3月2日）不符合方案：'],
    ['an application for another village', indexOf('submitted'), { actor: { id: 'u9', role: 'secretary', unit: 'village-8' } }, '2026年3月2日）不符合方案：'],
    ['a member who casts the ballot of another', indexOf('ballotCast', 1), { actor: { id: 'm1', role: 'office', unit: 'org-department' } }, '2026年3月2日）不符合方案：'],
    ['a ballot for no choice that there is', indexOf('ballotCast'), { data: { member: 'm1', choice: 'maybe' } }, ''],
    ['a notice that is confirmed on its last day', indexOf('reviewed', 2), { at: '2026-03-09T09:00:00+08:00' }, '2026年3月9日）不符合方案：.*公示'],
    ['a notice that is up for too short', indexOf('noticePublished'), { data: { ...whole.events[indexOf('noticePublished')]?.data, until: '2026-03-05' } }, '2026年3月2日）不符合方案：'],
    ['an event before the one that it follows', indexOf('reviewed', 1), { at: '2026-03-01T09:00:00+08:00' }, '2026年3月1日）不符合方案：'],
  ])('is refused with %s: number, day and reason of the event', (_, at, change, words) => {
    const { record, state, problems } = readCaseRecord(forged(at, change), { published, calendar });
    expect([record, state, problems.map(({ pointer }) => pointer)]).toEqual([undefined, undefined, [`/events/${at}`]]);
    if (words === '') return;
    expect([problems[0]?.code, problems[0]?.params['index']]).toEqual(['record/case-not-allowed', at + 1]);
    expect(problems[0]?.message).toMatch(new RegExp(`^案卷的第${at + 1}条记录（${words}.+`));
  });

  it('is told in English, too, and is not found without the days of a calendar', () => {
    const at = indexOf('reviewed', 2);
    const early = forged(at, { at: '2026-03-09T09:00:00+08:00' });
    expect(readCaseRecord(early, { published, calendar, locale: 'en' }).problems[0]?.message).toMatch(new RegExp(`^Record ${at + 1} of the case \\(9 March 2026\\) is not what the scheme allows: .+`));
    expect(readCaseRecord(early, { published }).problems).toEqual([]);
  });
});

describe('a record whose hashes all fit, with answers that the forms do not take', () => {
  const calendar = chinaCalendar;
  const file = exportCase({ ...published, events: play.events });
  /** The forms take no application of fewer than thirty households, and no review; what they were asked is kept. */
  const asked: [form: string, households: unknown, day: string][] = [];
  const validateAnswers: NonNullable<ReadRecordOptions['validateAnswers']> = (form, answers, day) => {
    asked.push([form, answers['households'], day]);
    return Number(answers['households']) < 30 ? [{ ...wrong, pointer: '/households' }, { ...wrong, pointer: '/photos/0', message: '缺少说明' }] : [];
  };
  const wrong = { code: 'form/minimum', severity: 'error', document: 'answers', pointer: '', params: {}, message: '受益户数不足' } as const;

  it('is refused with each of them: its place, the record, its day and the sentence of the form', () => {
    const { record, state, problems } = readCaseRecord(file, { published, calendar, validateAnswers, document: '案卷.json' });

    expect([record, state]).toEqual([undefined, undefined]);
    expect(problems).toMatchObject([
      { code: 'record/case-answers', severity: 'error', document: '案卷.json', pointer: '/events/0/data/answers/households', params: { index: 1, code: 'form/minimum' }, message: '案卷的第1条记录（2026年3月2日）填写的内容不符合方案的表：受益户数不足' },
      { code: 'record/case-answers', pointer: '/events/0/data/answers/photos/0', message: '案卷的第1条记录（2026年3月2日）填写的内容不符合方案的表：缺少说明' },
    ]);
    expect(asked[0]).toEqual(['application', 25, '2026-03-02']);
  });

  it('is told in English, and taken where the answers fit, or nobody checks them', () => {
    expect(readCaseRecord(file, { published, calendar, validateAnswers, locale: 'en' }).problems[0]?.message).toBe('What record 1 of the case (2 March 2026) filled in is not what the form of the scheme takes: 受益户数不足');
    expect(readCaseRecord(file, { published, calendar, validateAnswers: () => [] }).record?.hash).toBe(readCaseRecord(file, { published, calendar }).record?.hash);
    expect(readCaseRecord(file, { published, calendar }).problems).toEqual([]);
  });

  it('is refused for what the event itself may not do first', () => {
    const events = play.events.map((event) => ({ ...event, actor: { ...event.actor, role: 'nobody' } }));
    const chained: CaseEvent[] = [];
    for (const event of events) {
      const next = { ...event, previousHash: chained[chained.length - 1]?.hash ?? '' };
      chained.push({ ...next, hash: eventHash(next) });
    }
    expect(readCaseRecord(exportCase({ ...published, events: chained }), { published, calendar, validateAnswers }).problems.map(({ code, pointer }) => [code, pointer])).toEqual([['record/case-not-allowed', '/events/0']]);
  });
});

describe('stateAt', () => {
  const spread = new CasePlay().moveTo('2026-03-02T15:00:00Z').submit().moveTo('2026-03-02T16:30:00Z').forward().moveTo('2026-03-04T01:00:00Z').accept();
  const stage = (when: string): string | undefined => stateAt(spread.scheme, spread.events, when).state?.stage;

  it('gives the case as it was before, on and after a day of the district', () => {
    // 16:30 in Greenwich is half past midnight of the next day in China.
    expect(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2030-01-01'].map(stage)).toEqual([undefined, 'preliminary', 'officeCheck', 'jointReview', 'jointReview']);
  });

  it('gives the case as it was before, at and after an instant', () => {
    expect(['2026-03-02T16:29:59Z', '2026-03-03T00:30:00+08:00', '2026-03-02T16:30:01Z'].map(stage)).toEqual(['preliminary', 'officeCheck', 'officeCheck']);
    expect(() => stage('2026-03-02T16:30')).toThrow(RangeError);
    expect(() => stage('gestern')).toThrow(RangeError);
  });
});
