import type { EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar, createInterpreter, hashDocument, newSchemeTexts, parseScheme, schemeFormats, toPointer, withValueAt } from '@cobuild/core';
import { loadSchemeFolder, readSchemeFolder } from '@cobuild/core/node';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allocate, buildNotice, checkScheme, nextActions, noticeText, publishScheme, unitInCharge } from '../src/index.js';
import type { CaseState } from '../src/index.js';
import { CasePlay, context } from './case-play.js';
import { applicant, office, reviewer, scheme as usual, secretary } from './case-scheme.js';

const folder = (name: string): string => fileURLToPath(new URL(`../../../examples/schemes/${name}/`, import.meta.url));
const loaded = (name: string): Scheme => {
  const { scheme } = loadSchemeFolder(folder(name));
  if (scheme === undefined) throw new Error(`${name} cannot be loaded`);
  return scheme;
};

describe('row 7: who may do what, in which state', () => {
  const people: Readonly<Record<string, EventActor>> = {
    applicant: secretary, otherVillage: { ...secretary, id: 'u9', unit: 'village-8' }, town: reviewer, otherTown: { ...reviewer, id: 'u8', unit: 'yanghe' },
    office, ownOffice: { ...office, id: 'u7', unit: 'village-7' }, member: { id: 'm1', role: 'committeeMember' }, recused: { id: 'm6', role: 'committeeMember', town: 'hecheng' }, stranger: { id: 'x', role: 'nobody' }, resident: { id: 'public', role: 'public' },
  };
  const states: Readonly<Record<string, () => CasePlay>> = {
    'not submitted': () => new CasePlay(), 'at the town': () => new CasePlay().submit(), returned: () => new CasePlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer),
    'at the office': () => new CasePlay().submit().forward(), 'before the meeting': () => new CasePlay().toMeeting(), 'signing in': () => new CasePlay().toMeeting().openMeeting(['m2', 'm3', 'm4']),
    voting: () => new CasePlay().toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4']).act('votingOpened', {}), 'before the notice': () => new CasePlay().toPublicity(),
    'on notice': () => new CasePlay().toPublicity().act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' }), ended: () => new CasePlay().submit().act('withdrawn', {}, secretary),
  };
  const offered = (state: string): Readonly<Record<string, readonly string[]>> => {
    const play = states[state]?.();
    if (play === undefined) throw new Error(state);
    return Object.fromEntries(Object.entries(people).map(([name, actor]): readonly [string, readonly string[]] => [name, nextActions(play.scheme, play.state, actor, play.now, context).map(({ type, outcome }) => (outcome === undefined ? type : outcome))]).filter(([, actions]) => actions.length !== 0));
  };

  const objection = ['objectionRaised'];
  it.each<[string, Readonly<Record<string, readonly string[]>>]>([
    ['not submitted', { applicant: ['submitted'], otherVillage: ['submitted'] }],
    ['at the town', { applicant: ['withdrawn'], town: ['forward', 'return', 'reject'] }],
    ['returned', { applicant: ['submitted', 'withdrawn'] }],
    ['at the office', { applicant: ['withdrawn'], office: ['accept', 'sendBack', 'toTown'] }],
    ['before the meeting', { applicant: ['withdrawn'], office: ['refuse', 'meetingOpened'] }],
    ['signing in', { applicant: ['withdrawn'], office: ['refuse', 'meetingAdjourned', 'memberSignedIn', 'memberRecused'], member: ['memberSignedIn', 'memberRecused'], recused: ['memberSignedIn'] }],
    ['voting', { applicant: ['withdrawn'], office: ['memberRecused', 'ballotCast'], member: ['memberRecused', 'ballotCast'] }],
    ['before the notice', { applicant: ['withdrawn'], office: ['again', 'cancel', 'noticePublished'] }],
    ['on notice', {
      applicant: [...objection, 'withdrawn'], otherVillage: objection, town: objection, otherTown: objection, office: ['again', 'cancel', 'noticePublished', ...objection], ownOffice: objection, member: objection, recused: objection, stranger: objection, resident: objection,
    }],
    ['ended', {}],
  ])('%s: these and nobody else; nobody on an application of their own unit', (state, expected) => {
    expect(offered(state)).toEqual(expected);
  });

  it('refuses what is not offered, to each person in each state', () => {
    const review = (play: CasePlay): readonly string[] => play.scheme.stages.find(({ id }) => id === play.state?.stage)?.outcomes.map(({ id }) => id) ?? [];
    for (const [state, make] of Object.entries(states)) {
      const play = make();
      for (const [name, actor] of Object.entries(people)) {
        const allowed = offered(state)[name] ?? [];
        for (const outcome of review(play).filter((id) => !allowed.includes(id))) expect([state, name, outcome, play.codes('reviewed', { stage: play.state?.stage ?? '', outcome, reason: '理由' }, actor).length > 0]).toEqual([state, name, outcome, true]);
        for (const [type, data] of [['withdrawn', {}], ['votingOpened', {}], ['ballotCast', { member: actor.id, choice: 'yes' }], ['votingClosed', {}], ['meetingOpened', { stage: 'jointReview', members: [{ id: 'm1' }] }], ['submitted', { answers: { households: 25 }, applicant }]] as const) {
          if (!allowed.includes(type)) expect([state, name, type, play.codes(type, data, actor).length > 0]).toEqual([state, name, type, true]);
        }
      }
    }
  });
});

describe('row 6: an organisation of several levels, with a line of home units', () => {
  it('003: each of the 36 home units is in charge of its own organisations, and of no others', () => {
    const scheme = loaded('qianjiang-innovation-demo');
    const units = (scheme.organisation.units ?? []).filter(({ level }) => level === 'homeUnit').map(({ id }) => id);
    const inCharge = units.map((town) => unitInCharge(scheme, 'homeUnitReviewer', { id: `org-of-${town}`, level: 'grassroots', unit: `org-of-${town}`, town }));
    expect([units.length, inCharge]).toEqual([36, units]);
    const answers = (JSON.parse(readSchemeFolder(folder('qianjiang-innovation-demo')).read('cases.jsonl')?.split('\n')[0] ?? '{}') as { answers: Record<string, unknown> }).answers;
    for (const [index, town] of units.entries()) {
      const play = new CasePlay(scheme).act('submitted', { answers, applicant: { id: `org-${index}`, level: 'grassroots', unit: `org-${index}`, town } }, { id: 's', role: 'orgSecretary', unit: `org-${index}`, town });
      const allowed = units.filter((unit) => nextActions(scheme, play.state, { id: `r-${unit}`, role: 'homeUnitReviewer', unit, town: unit }, play.now, context).some(({ type }) => type === 'reviewed'));
      expect(allowed).toEqual([town]);
    }
  });

  it('002: from the third level of the grid up each application has one unit above it, and a unit of the same level is not in charge', () => {
    const nanhai = loaded('nanhai-matters-demo');
    const grid: Scheme = { ...nanhai, organisation: { ...nanhai.organisation, units: [...(nanhai.organisation.units ?? []), { id: 'group-1', title: { 'zh-CN': '一组' }, level: 'group', parent: 'shuitou' }, { id: 'group-2', title: { 'zh-CN': '二组' }, level: 'group', parent: 'shuitou' }, { id: 'team-1', title: { 'zh-CN': '一队' }, level: 'team', parent: 'group-1' }] } };
    const team = { id: 'team-1', level: 'team', unit: 'team-1', town: 'dali' };
    expect(['groupSecretary', 'teamLeader'].map((role) => unitInCharge(grid, role, team))).toEqual(['group-1', undefined]);
    expect(unitInCharge(grid, 'groupSecretary', { id: 'household', unit: 'group-2', town: 'dali' })).toBe('group-2');
  });
});

describe('row 1: a scheme is one document of a format', () => {
  const PACKS = ['gaoming', 'yangjiang-households', 'nanhai-matters', 'qianjiang-innovation', 'datong-sites'];
  /** What may be anything, or what the schema of a form says for itself. */
  const FREE = /^\/\$|\/\$comment|\/x-|\/(?:schema|answers|value|expect|case|set|facts|params|default|enum|const|labels|options)(?:\/|$)/;
  const pointersIn = (value: unknown, at = ''): readonly string[] => (typeof value !== 'object' || value === null ? [at] : [at, ...Object.entries(value).flatMap(([key, part]) => pointersIn(part, `${at}${toPointer(key)}`))]);
  const parse = (scheme: unknown): ReturnType<typeof parseScheme> => parseScheme({ read: () => JSON.stringify(scheme) });

  it.each(PACKS)('%s has no error, and each corrupted field is named by its path', (name) => {
    const scheme = loaded(name);
    expect(checkScheme({ read: () => JSON.stringify(scheme) }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const pointers = pointersIn(scheme).filter((pointer) => pointer !== '' && !FREE.test(pointer));
    // A scheme has thousands of fields; of those that are alike in kind and depth a share is tried. What a parameter may be chosen from may be anything.
    const tried = pointers.filter((_, index) => index % Math.ceil(pointers.length / 60) === 0 && !(pointers[index] ?? '').includes('/choices/'));
    expect(tried.length).toBeGreaterThan(50);
    const isNamed = (pointer: string, { problems }: ReturnType<typeof parseScheme>): boolean => problems.some(({ severity, message, pointer: at }) => severity === 'error' && message !== '' && (at.startsWith(pointer) || pointer.startsWith(at)));
    // What the format leaves to the rules, such as the cells of a table, they find.
    const unnoticed = tried.filter((pointer) => {
      const corrupted = withValueAt(scheme, pointer, { 坏: [7] });
      return !isNamed(pointer, parse(corrupted)) && !isNamed(pointer, checkScheme({ read: () => JSON.stringify(corrupted) }));
    });
    expect(unnoticed).toEqual([]);
  }, 120_000);

  it('is refused with a field that the format does not know, wherever it stands', () => {
    const scheme = loaded('gaoming');
    for (const at of ['/nonsense', '/stages/0/nonsense', '/organisation/nonsense', '/publicity/notices/0/nonsense']) expect(parse(withValueAt(scheme, at, 1)).problems.map(({ pointer }) => pointer)).toContain(at);
  });
});

describe('row 8: fund of the year and batches', () => {
  const { allocation } = loaded('gaoming-demo');
  const codes = (yearFund: number): string[] => {
    if (allocation === undefined) throw new Error('gaoming-demo has no allocation');
    const floor = { ...allocation, fundPerYear: { minimum: 10_000_000 } };
    return allocate(floor, [{ id: 'a', place: 1, requested: 60_000 }], { pool: 500_000, yearFund }).problems.map(({ code, severity }) => `${severity} ${code}`).filter((text) => text.includes('fund-below'));
  };

  it('warns of less than 10,000,000 yuan, a fen below it and not at it, and pays all the same', () => {
    expect([codes(9_999_999.99), codes(10_000_000), codes(10_000_000.01)]).toEqual([['warning allocation/fund-below-minimum'], [], []]);
  });
});

describe('row 12: a definition that several fields share', () => {
  const texts = newSchemeTexts('lights', '村道照明资金');
  const application = JSON.parse(texts['forms/application.json'] ?? '') as Scheme['forms'][0];
  const person = (digits: number): object => ({ type: 'object', required: ['phone'], properties: { phone: { type: 'string', pattern: `^[0-9]{${digits}}$` } } });
  const withPerson = (version: string, digits: number) => {
    const form = {
      ...application, schema: { ...application.schema, $defs: { person: person(digits) }, properties: { ...(application.schema as { properties: object }).properties, head: { $ref: '#/$defs/person' }, contact: { $ref: '#/$defs/person' } } },
      fields: { ...application.fields, '/head': { title: { 'zh-CN': '负责人' } }, '/contact': { title: { 'zh-CN': '联系人' } }, '#/$defs/person/properties/phone': { title: { 'zh-CN': '电话' }, mask: 'phone' as const } },
    };
    const scheme = { ...(JSON.parse(texts['scheme.json'] ?? '') as object), version, forms: [form] };
    const { published, problems } = publishScheme({ read: () => JSON.stringify(scheme) }, { calendar: chinaCalendar, locale: 'zh-CN' });
    if (published === undefined) throw new Error(JSON.stringify(problems));
    return published;
  };

  it('becomes another one in version 2 for every field that uses it, and in no form of version 1', () => {
    const first = withPerson('1.0.0', 8);
    const { hash } = first;
    const former = JSON.stringify(first);
    const second = withPerson('2.0.0', 11);
    const places = ({ scheme: { forms: [form] } }: typeof first, phone: string): readonly string[] => createInterpreter({ formats: schemeFormats }).compile(form?.schema)
      .validate({ projectName: '照明', head: { phone }, contact: { phone } }).map(({ instancePointer }) => instancePointer).filter((at) => at.endsWith('/phone'));
    expect([places(first, '87654321'), places(second, '87654321')]).toEqual([[], ['/head/phone', '/contact/phone']]);
    expect([places(first, '13800000000'), places(second, '13800000000')]).toEqual([['/head/phone', '/contact/phone'], []]);
    const { hash: _, publishedAt: _at, ...content } = JSON.parse(former) as typeof first;
    expect([JSON.stringify(first) === former, hashDocument(content), second.hash === hash]).toEqual([true, hash, false]);
  });
});

describe('row 74: a notice', () => {
  const posted = (): CaseState => new CasePlay().toPublicity().act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' }).state as CaseState;
  const [notice] = usual.publicity?.notices ?? [];
  if (notice === undefined) throw new Error('no notice');
  const form = usual.forms[0] as Scheme['forms'][0];
  const shown: Scheme = { ...usual, forms: [{ ...form, fields: { '/projectName': { title: { 'zh-CN': '项目名称' }, publish: 'plain' } } }] };
  const full = { ...notice, title: { 'zh-CN': '立项公示' }, basis: { 'zh-CN': '专项资金管理办法第十二条' }, columns: ['/projectName'], channels: [{ id: 'board', title: { 'zh-CN': '村务公开栏' } }], issuer: { 'zh-CN': '区专项办' }, objectionChannel: { 'zh-CN': '电话0757-00000000' } };

  it('carries title, list, printed days, basis, issuer, how to object and where it is shown', () => {
    const text = noticeText(buildNotice({ ...shown, publicity: { notices: [full] } }, full, [posted()], '2026-03-03').notice, 'zh-CN').split('\n');
    expect(text.slice(0, -1)).toEqual(['共建项目', '立项公示', '', '1. 项目名称：暖心服务站', '   公示期：2026年3月2日至2026年3月9日', '', '依据：专项资金管理办法第十二条', '公示单位：区专项办', '异议方式：电话0757-00000000', '公示渠道：村务公开栏']);
    expect(text[text.length - 1]).toMatch(/^内容校验：[0-9a-f]{64}$/);
  });

  it.each<[string, unknown, string]>([
    ['is missing', undefined, 'error'], ['is not decided', 'UNDECIDED', 'undecided'], ['is blank', { 'zh-CN': '' }, 'error'],
  ])('cannot be published where the way to object %s', (_, objectionChannel, severity) => {
    const scheme = loaded('gaoming-demo');
    const changed = withValueAt(scheme, '/publicity/notices/0/objectionChannel', objectionChannel);
    const { published, problems } = publishScheme({ read: () => JSON.stringify(changed) }, { calendar: chinaCalendar, locale: 'zh-CN' });
    expect([published, problems.some((problem) => problem.severity === severity && problem.pointer.startsWith('/publicity/notices/0'))]).toEqual([undefined, true]);
  });
});
