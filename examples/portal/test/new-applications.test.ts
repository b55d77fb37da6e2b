import type { Case } from '@cobuild/core';
import type { CallNotice, Sheet } from '@cobuild/rules';
import { sheetFromCases } from '@cobuild/rules';
import { fileFromSheet } from '@cobuild/rules/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { IntakeResult } from '../src/server/intake-service.js';
import { gaomingWithCall } from './gaoming-call.js';
import { actOn, approveStation, clerk, reviewer, secretary } from './gaoming-way.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal, serviceStation } from './portal-harness.js';

const scheme = gaomingWithCall();
let portal: Portal;
let project = '';
beforeAll(async () => {
  portal = await openPortal(scheme);
  project = await approveStation(portal);
  await actOn(portal, clerk, project, 'contractSigned', { on: '2026-03-16' });
}, 180_000);
afterAll(() => portal.close());

let key = 0;
const apply = async (instant: string, as = secretary): Promise<unknown> => {
  portal.clock = new Date(instant);
  const { status, body } = await portal.call<CaseView & Refusal>(as, 'POST', '/api/cases', { answers: { ...serviceStation(), projectName: `第${(key += 1)}个项目` } }, { 'idempotency-key': `new-${key}` });
  return [status, body.problems.map(({ code, message }) => [code, message])];
};

/** What the page of an application is told before anything is filled in. */
const counted = async (as = secretary): Promise<unknown> => (await portal.call(as, 'GET', '/api/counts?scheme=gaoming-demo')).body;

describe('row 82: a report that is late', () => {
  const owed = [422, [['portal/requirement-not-met', '以往获批项目有报告逾期未交。']]];

  it('keeps the unit that owes it, and no other, from a new application: not on its last day, from the day after, until it is handed in', async () => {
    // The first quarter ends on Tuesday 31 March.
    expect(await apply('2026-03-31T23:59:59+08:00')).toEqual([200, []]);
    expect(await apply('2026-04-01T00:00:00+08:00')).toEqual(owed);
    expect([await counted(), await counted('secretary-liuan')]).toEqual([{ facts: { overdueReports: 1 } }, { facts: { overdueReports: 0 } }]);
    expect(await apply('2026-04-01T00:00:00+08:00', 'secretary-liuan')).toEqual([200, []]);
    const report = { duty: 'quarterly', period: '2026-01-01/2026-03-31', answers: { period: '2026年第一季度', received: 0, spending: [{ subject: '前期准备', amount: 0 }], progress: '合同已签订，正在组织询价，四月上旬进场施工。' } };
    const duty = scheme.scheme.supervision?.reports?.[0]?.id ?? '';
    portal.clock = new Date('2026-04-02T09:00:00+08:00');
    const sent = await actOn(portal, secretary, project, 'reportSubmitted', { ...report, duty });
    expect([sent.status, sent.body.problems]).toEqual([200, []]);
    expect(await apply('2026-04-02T09:00:01+08:00')).toEqual([200, []]);
  });

  it('keeps it out again while the report that came back is not completed', async () => {
    portal.clock = new Date('2026-04-03T09:00:00+08:00');
    const back = await actOn(portal, reviewer, project, 'reportReturned', { report: 'report-1', reason: '请附照片' });
    expect([back.status, back.body.problems]).toEqual([200, []]);
    expect(await apply('2026-04-03T09:01:00+08:00')).toEqual(owed);
  });
});

describe('row 10: the call', () => {
  it.each([
    ['2026-08-31T23:59:59+08:00', []], ['2026-09-01T00:00:00+08:00', ['case/call-closed']], ['2026-09-01T00:00:01+08:00', ['case/call-closed']],
  ])('at %s an application of the other village is answered with %j', async (instant, codes) => {
    portal.clock = new Date(instant);
    const { status, body } = await portal.call<CaseView & Refusal>('secretary-liuan', 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': `call-${instant}` });
    expect([status, body.problems.map(({ code }) => code)]).toEqual([codes.length === 0 ? 200 : 422, codes]);
    const { body: { call: told } } = await portal.call<{ call?: CallNotice }>('secretary-liuan', 'GET', '/api/scheme');
    expect(told).toEqual(codes.length === 0 ? { state: 'open', text: '正在受理申报，2026年9月1日 00:00截止。' } : { state: 'closed', text: '申报已于2026年9月1日 00:00截止，不再受理。可以保存草稿，留待下一批申报。' });
    if (codes.length > 0) expect(body.problems[0]?.message).toBe('申报已于2026年9月1日 00:00截止，不再受理。');
  });
});

describe('row 32: paper that came in before the call closed', () => {
  const rows = (receivedOn: string | null): Sheet => {
    const [first, second] = ['p-1', 'p-2'].map((id, index) => ({ id: `${id}-${receivedOn ?? ''}`, submittedAt: '2026-08-30T09:00:00+08:00', applicant: { id: 'liuan', name: '柳岸村', level: 'village', unit: 'liuan', town: 'yanghe' }, answers: { ...serviceStation(), projectName: `纸质申报${index}${receivedOn ?? ''}` } }));
    const [header = [], paper = [], plain = []] = sheetFromCases(scheme.scheme, [first, second] as unknown as Case[]);
    return [[...header, '扫描件', '收件日期'], [...paper, 'S-17', receivedOn], [...plain, null, null]];
  };
  const enter = async (instant: string, receivedOn: string | null): Promise<unknown> => {
    portal.clock = new Date(instant);
    const reply = await portal.app.request('http://portal.test/api/intake?name=paper.xlsx&store=yes', { method: 'POST', headers: { host: 'portal.test', cookie: `identity=${clerk}`, 'content-type': 'application/octet-stream' }, body: new Uint8Array(await fileFromSheet(rows(receivedOn), '纸质')) as unknown as BodyInit });
    const { accepted, refused } = await reply.json() as IntakeResult;
    return [accepted, refused.map(({ problems }) => problems.map(({ message }) => message))];
  };
  const closed = '申报已于2026年9月1日 00:00截止，不再受理。';

  it('is entered until the day that the scheme says; what came without paper, too late or without its day is refused with its sentence', async () => {
    expect(await enter('2026-09-03T10:00:00+08:00', '2026-08-31')).toEqual([['p-1-2026-08-31'], [[closed]]]);
    expect((await portal.events('p-1-2026-08-31'))[0]).toMatchObject({ type: 'submitted', at: '2026-09-03T02:00:00.000Z', data: { paper: { scan: 'S-17', receivedOn: '2026-08-31' } } });
    expect(await enter('2026-09-03T10:00:00+08:00', '2026-09-01')).toEqual([[], [['这份纸质申报于2026年9月1日收到，申报已于2026年9月1日 00:00截止，不能补录。'], [closed]]]);
    expect(await enter('2026-09-03T10:00:00+08:00', null)).toEqual([[], [['申报已于2026年9月1日 00:00截止。补录在截止前收到的纸质申报，须填写扫描件和收件日期。'], [closed]]]);
    expect((await portal.call<{ paper?: string }>(clerk, 'GET', '/api/intake')).body.paper).toContain('可以补录到2026年9月8日 00:00');
    expect(await enter('2026-09-08T00:00:00+08:00', '2026-08-30')).toEqual([[], [['截止前收到的纸质申报补录到2026年9月8日 00:00为止，现在不能再补录。'], [closed]]]);
    expect((await portal.call<{ paper?: string }>(clerk, 'GET', '/api/intake')).body.paper).toBeUndefined();
  });

  it('is nothing that applicants can say of their own applications', async () => {
    portal.clock = new Date('2026-09-03T11:00:00+08:00');
    const { status, body } = await portal.call<Refusal>('secretary-liuan', 'POST', '/api/cases', { answers: serviceStation(), paper: { scan: 'S-1', receivedOn: '2026-08-30' } }, { 'idempotency-key': 'own-paper' });
    expect([status, body.problems.map(({ code }) => code)]).toEqual([422, ['case/call-closed']]);
  });
});
