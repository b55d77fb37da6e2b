import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiscussionsValue } from '@cobuild/core';
import { newSchemeTexts } from '@cobuild/core';
import type { PublicNotice } from '@cobuild/rules';
import { runCommand } from '@cobuild/rules/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import { mayRead } from '../src/server/case-service.js';
import type { SchemeUse } from '../src/server/scheme-use.js';
import type { Portal, Refusal } from './portal-harness.js';
import { examples, openPortal, published, serviceStation } from './portal-harness.js';

const village = 'secretary-heshun';
const town = 'reviewer-hecheng';
const clerk = 'committee-clerk';
let portal: Portal;
let key = 0;

beforeAll(async () => { portal = await openPortal(); }, 60_000);
afterAll(() => portal.close());

const submit = (answers: unknown = serviceStation(), as = village, idempotencyKey = `key-${(key += 1)}`) =>
  portal.call<CaseView & Refusal>(as, 'POST', '/api/cases', { answers }, { 'idempotency-key': idempotencyKey });
const codes = ({ body }: { body: Refusal }): string[] => body.problems.map(({ code }) => code);

const reviewAnswers = { dutyFinding: '两委班子履职到位，村级运转正常。', inScope: true, rank: 1 };
const forward = (id: string) => portal.act(town, id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', answers: reviewAnswers } });

async function toVote(id: string, absent = 1): Promise<void> {
  await forward(id);
  await portal.act(clerk, id, { type: 'meetingOpened', data: { stage: 'jointReview', members: portal.members } });
  for (const { id: member } of portal.members.slice(absent)) await portal.act(clerk, id, { type: 'memberSignedIn', data: { member } });
}

describe('the way of an application', () => {
  it('goes from the village through the town and the committee to the public notice, and the command gives the same verdict', async () => {
    const submitted = await submit();
    expect(submitted.body.problems ?? []).toEqual([]);
    const { id } = submitted.body.state;
    expect(submitted.body.state.stage).toBe('preliminary');

    const returned = await portal.act(town, id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', reason: '请补充共建单位的承诺', answers: reviewAnswers } });
    expect(returned.body.state.returned?.reason).toBe('请补充共建单位的承诺');
    const again = await portal.act(village, id, { type: 'submitted', data: { answers: { ...serviceStation(), place: '和顺社区党群服务中心一楼东侧' } } });
    expect(again.body.state.submissions).toHaveLength(2);

    await toVote(id);
    const recused = await portal.act(clerk, id, { type: 'memberRecused', data: { member: portal.members[1]?.id, reason: '与共建单位有利害关系', kind: 'declared' } });
    expect(recused.status).toBe(200);
    await portal.act(clerk, id, { type: 'votingOpened', data: {} });
    const voters = portal.members.slice(2);
    for (const [index, { id: member }] of voters.entries()) await portal.act(clerk, id, { type: 'ballotCast', data: { member, choice: index < 12 ? 'yes' : index < 20 ? 'no' : 'abstain' } });
    const closed = await portal.act(clerk, id, { type: 'votingClosed', data: {} });
    expect(closed.body.state.vote).toMatchObject({ outcome: 'passed', comparison: { left: 24, op: '>', right: 23 } });

    const before = await portal.call<{ notices: PublicNotice[] }>(undefined, 'GET', '/api/notices');
    expect(before.body.notices.flatMap(({ items }) => items)).toEqual([]);
    const posted = await portal.act(clerk, id, { type: 'noticePublished', data: { notice: 'approvedProjects', postedOn: '2026-03-05', until: '2026-03-12' } });
    expect(posted.body.problems ?? []).toEqual([]);

    const after = await portal.call<{ notices: PublicNotice[] }>(undefined, 'GET', '/api/notices');
    const cells = after.body.notices[0]?.items[0]?.cells ?? [];
    expect(cells.filter(({ kind }) => kind === 'masked').length).toBeGreaterThanOrEqual(2);
    const text = JSON.stringify(after.body);
    for (const secret of ['contactPhone', 'payeeAccount', 'contactName'] as const) expect(text).not.toContain(String(serviceStation()[secret]));

    const early = await portal.act(clerk, id, { type: 'reviewed', data: { stage: 'publicity', outcome: 'confirmed' } });
    expect(early.status).toBe(422);
    portal.clock = new Date('2026-03-13T09:00:00+08:00');
    const confirmed = await portal.act(clerk, id, { type: 'reviewed', data: { stage: 'publicity', outcome: 'confirmed' } });
    expect(confirmed.body.state).toMatchObject({ status: 'ended', end: 'approved' });

    const { body: lines } = await portal.call<string>(clerk, 'GET', '/api/cases.jsonl');
    const file = join(portal.folder, 'cases.jsonl');
    writeFileSync(file, lines);
    let decisions = '';
    const io = { out: (part: string) => { decisions += part; }, error: () => undefined, readStandardInput: () => Promise.resolve('') };
    await runCommand(['decide', join(examples, 'gaoming-demo'), '--cases', file, '--today', '2026-03-13'], io);
    const own = await portal.call<{ cases: CaseView[] }>(clerk, 'GET', '/api/cases');
    expect(decisions.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(own.body.cases.map(({ decision: { trace: _, ...summary } }) => summary));
  }, 120_000);
});

describe('what the server refuses', () => {
  beforeAll(() => { portal.clock = new Date('2026-03-16T09:00:00+08:00'); });

  it('takes a repeated submission with the same key once and answers with the same case', async () => {
    const first = await submit(serviceStation(), village, 'same');
    const second = await submit(serviceStation(), village, 'same');
    expect(second.status).toBe(200);
    expect(second.body.state.id).toBe(first.body.state.id);
    expect(second.body.state.history).toHaveLength(1);
  });

  it('takes no answers to a form of a version that is no longer in force', async () => {
    const reply = await portal.call<Refusal>(village, 'POST', '/api/cases', { answers: serviceStation(), schemeHash: 'an-older-one' }, { 'idempotency-key': 'older' });
    expect(codes(reply)).toEqual(['portal/scheme-changed']);
  });

  it('refuses a second submission of an application that waits for review', async () => {
    const { body } = await submit();
    expect(codes(await portal.act(village, body.state.id, { type: 'submitted', data: { answers: serviceStation() } }))).toEqual(['case/already-submitted']);
  });

  it.each([
    ['broken JSON', '{"answers": {', 400, 'portal/broken-request'],
    ['a list in place of answers', '{"answers": []}', 400, 'portal/broken-request'],
    ['no answers', '{}', 400, 'portal/broken-request'],
    ['three megabytes', `{"answers":{"background":"${'长'.repeat(1_100_000)}"}}`, 413, 'portal/too-large'],
  ])('says in words that it cannot read %s', async (_, body, status, code) => {
    const reply = await portal.call<Refusal>(village, 'POST', '/api/cases', body, { 'idempotency-key': 'broken' });
    expect([reply.status, ...codes(reply)]).toEqual([status, code]);
    expect(reply.body.problems[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it('names every field that is missing or wrong, and keeps no half of it', async () => {
    const before = (await portal.call<{ cases: CaseView[] }>(clerk, 'GET', '/api/cases')).body.cases.length;
    const reply = await submit({ ...serviceStation(), projectName: '', budget: { ...(serviceStation()['budget'] as object), requested: '很多' } });
    expect(reply.status).toBe(422);
    expect(reply.body.problems.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/projectName', '/budget/requested']));
    expect((await portal.call<{ cases: CaseView[] }>(clerk, 'GET', '/api/cases')).body.cases).toHaveLength(before);
  });

  it('refuses a text of one megabyte in a field with one clear sentence', async () => {
    const reply = await submit({ ...serviceStation(), background: 'x'.repeat(1_000_000) });
    expect(reply.status).toBe(422);
    expect(reply.body.problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^form\/too-l/)]);
  });

  it('does nothing with keys such as __proto__', async () => {
    const text = JSON.stringify({ answers: serviceStation() }).replace('"answers":{', '"answers":{"__proto__":{"level":"district"},"constructor":{"prototype":{}},');
    const reply = await portal.call<CaseView & Refusal>(village, 'POST', '/api/cases', text, { 'idempotency-key': 'proto' });
    expect(reply.status).toBe(422);
    expect(({} as Record<string, unknown>)['level']).toBeUndefined();
  });

  it('takes no application that a requirement rules out, and says why and what would mend it', async () => {
    const reply = await submit({ ...serviceStation(), otherLiveApplication: true });
    expect(reply.status).toBe(422);
    expect(codes(reply)).toEqual(['portal/requirement-not-met']);
  });

  it('holds the register of discussions against its steps', async () => {
    const { steps } = serviceStation()['discussions'] as DiscussionsValue;
    const without = await submit({ ...serviceStation(), discussions: { steps: steps.filter(({ step }) => step !== 'consult') } });
    expect([without.status, ...codes(without)]).toEqual([422, 'discussions/step-missing']);
    const disordered = await submit({ ...serviceStation(), discussions: { steps: steps.map((sheet) => (sheet.step === 'resolve' ? { ...sheet, date: '2026-02-25' } : sheet)) } });
    expect([disordered.status, ...codes(disordered)]).toEqual([422, 'discussions/out-of-order']);
  });

  it('lets nobody act on another town, on their own application, or without an identity', async () => {
    const { body } = await submit();
    const { id } = body.state;
    expect((await portal.call<Refusal>(undefined, 'GET', `/api/cases/${id}`)).status).toBe(401);
    expect((await portal.call<Refusal>('secretary-qingchuan', 'GET', `/api/cases/${id}`)).status).toBe(404);
    expect((await portal.act('reviewer-yanghe', id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', answers: reviewAnswers } })).status).toBe(422);
    expect(codes(await portal.act(village, id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', answers: reviewAnswers } }))).toEqual(['case/wrong-role']);
  });

  it('carries the remarks of a return to the applicant and back, and shows none on an answer that somebody may not see', async () => {
    const { id } = (await submit()).body.state;
    const remarks = [{ pointer: '/partners', text: '请写明各自承担的工作' }, { pointer: '/payeeAccount', text: '账号少一位' }];
    const returned = await portal.act(town, id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', reason: '请补正', answers: reviewAnswers, remarks } });
    expect(returned.body.state.returned?.remarks).toEqual(remarks);
    const seenBy = async (who: string): Promise<unknown[]> => {
      const { body } = await portal.call<CaseView>(who, 'GET', `/api/cases/${id}`);
      const { returned: back, submissions, history } = body.state;
      return [back?.remarks?.length, submissions.map(({ after }) => after?.remarks?.length), history.map((event) => (event.type === 'reviewed' ? event.data.remarks?.length : undefined)), JSON.stringify(body).includes('账号少一位')];
    };
    expect(await seenBy(village)).toEqual([2, [undefined], [undefined, 2], true]);
    expect(await seenBy('member-01')).toEqual([1, [undefined], [undefined, 1], false]);

    await portal.act(village, id, { type: 'submitted', data: { answers: { ...serviceStation(), place: '和顺社区20号' } } });

    expect(await seenBy(town)).toEqual([undefined, [undefined, 2], [undefined, 2, undefined], true]);
    expect(await seenBy('member-01')).toEqual([undefined, [undefined, 1], [undefined, 1, undefined], false]);
  });

  it('refuses remarks that the rules do not take', async () => {
    const { id } = (await submit()).body.state;
    const refused = async (remarks: unknown, outcome = 'return'): Promise<string[]> => codes(await portal.act(town, id, { type: 'reviewed', data: { stage: 'preliminary', outcome, reason: '请补正', answers: reviewAnswers, remarks } }));
    expect(await refused([{ pointer: '/stranger', text: 't' }])).toEqual(['case/remark-unknown-answer']);
    expect(await refused([{ pointer: '/place', text: '字'.repeat(2001) }])).toEqual(['case/remark-too-long']);
    expect(await refused([{ pointer: '/place', text: '字' }], 'reject')).toEqual(['case/remarks-without-return']);
  });

  it('lets the village alone take its application back, once, and tells it alone where the application stands', async () => {
    const { id } = (await submit()).body.state;
    const view = async (who: string): Promise<CaseView> => (await portal.call<CaseView>(who, 'GET', `/api/cases/${id}`)).body;
    expect((await view(village)).status).toMatchObject({ caseId: id, kind: 'inProgress' });
    expect((await view(village)).next).toContainEqual({ type: 'withdrawn', stage: 'preliminary' });
    expect(await view(town)).not.toHaveProperty('status');
    expect((await view(town)).next.map(({ type }) => type)).not.toContain('withdrawn');
    expect(codes(await portal.act(town, id, { type: 'withdrawn', data: {} }))).toEqual(['case/wrong-role']);

    const done = await portal.act(village, id, { type: 'withdrawn', data: { reason: '资金另有安排' } });

    expect(done.body).toMatchObject({ state: { status: 'ended', end: 'withdrawn' }, status: { kind: 'withdrawn' } });
    expect(done.body.next.map(({ type }) => type)).not.toContain('withdrawn');
    expect(codes(await portal.act(village, id, { type: 'withdrawn', data: {} }))).toEqual(['case/ended']);
  });

  it('does not show a resident the application of the own village', async () => {
    const { id } = (await submit()).body.state;
    expect((await portal.call<Refusal>('resident', 'GET', `/api/cases/${id}`)).status).toBe(404);
  });

  it('refuses a return without a reason and an event out of order', async () => {
    const { body } = await submit();
    expect(codes(await portal.act(town, body.state.id, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', answers: reviewAnswers } }))).toContain('case/reason-missing');
    expect((await portal.act(clerk, body.state.id, { type: 'votingOpened', data: {} })).status).toBe(422);
    expect((await portal.act(clerk, body.state.id, { type: 'nonsense' as 'withdrawn', data: {} })).status).toBe(422);
  });

  it('refuses the ballot of a recused member, a second ballot of a member, and a ballot before the vote', async () => {
    const { body } = await submit();
    const { id } = body.state;
    await toVote(id);
    const [, recused, voter] = portal.members;
    await portal.act(clerk, id, { type: 'memberRecused', data: { member: recused?.id, reason: '亲属参与项目', kind: 'declared' } });
    expect((await portal.act(clerk, id, { type: 'ballotCast', data: { member: voter?.id, choice: 'yes' } })).status).toBe(422);
    await portal.act(clerk, id, { type: 'votingOpened', data: {} });
    expect((await portal.act(clerk, id, { type: 'ballotCast', data: { member: recused?.id, choice: 'yes' } })).status).toBe(422);
    expect((await portal.act(clerk, id, { type: 'ballotCast', data: { member: voter?.id, choice: 'yes' } })).status).toBe(200);
    expect((await portal.act(clerk, id, { type: 'ballotCast', data: { member: voter?.id, choice: 'no' } })).status).toBe(422);
    const { body: after } = await portal.call<CaseView>(clerk, 'GET', `/api/cases/${id}`);
    expect(after.state.meeting?.ballots).toEqual([{ member: voter?.id, choice: 'yes' }]);
  });

  it('refuses to act on a state that somebody else has changed meanwhile', async () => {
    const { body } = await submit();
    await forward(body.state.id);
    const stale = await portal.call<Refusal>(town, 'POST', `/api/cases/${body.state.id}/actions`, { action: { type: 'reviewed', data: { stage: 'preliminary', outcome: 'forward', answers: reviewAnswers } }, sequence: 1 });
    expect(codes(stale)).toEqual(['portal/conflict']);
  });

  it('refuses changes that come from another site', async () => {
    const reply = await portal.call<Refusal>(village, 'POST', '/api/cases', { answers: {} }, { 'idempotency-key': 'x', origin: 'http://elsewhere.test' });
    expect([reply.status, ...codes(reply)]).toEqual([403, 'portal/foreign-request']);
    expect(reply.body.problems[0]?.message).toContain('请求不是从本门户发出的');
    const english = await portal.call<Refusal>(village, 'POST', '/api/cases', { answers: {} }, { 'idempotency-key': 'x', origin: 'null', 'accept-language': 'en' });
    expect([english.status, english.body.problems[0]?.message]).toEqual([403, 'The request does not come from this portal and was not taken.']);
    const form = await portal.call<Refusal>(village, 'POST', '/api/cases', 'answers=1', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(403);
  });

  it('shows the administrator’s data to the administrator alone', async () => {
    expect((await portal.call<Refusal>(village, 'GET', '/api/admin/schemes')).status).toBe(403);
    const { body } = await portal.call<{ reports: { folder: string; publishable: boolean; unpinned?: unknown[] }[] }>('administrator', 'GET', '/api/admin/schemes');
    const publishable = new Map(body.reports.map((report) => [report.folder, report.publishable]));
    expect(['gaoming', 'gaoming-demo', 'sanshui-xinan'].map((folder) => publishable.get(folder))).toEqual([false, false, true]);
    // A folder with holes has a demonstration beside it that fills them; this version of the one for Gaoming is published already.
    expect([...publishable].filter(([folder, ready]) => folder !== 'gaoming-demo' && ready === publishable.has(`${folder}-demo`))).toEqual([]);
    expect(body.reports.filter(({ unpinned = [] }) => unpinned.length > 0).map(({ folder }) => folder)).toEqual([]);
  });

  it('lets the administrator alone read and save files of schemes, inside their folders, and overwrites nothing', async () => {
    const at = (name: string): string => `/api/admin/schemes/${name}/files`;
    expect((await portal.call<Refusal>(village, 'GET', at('gaoming-demo'))).status).toBe(403);
    expect((await portal.call<Refusal>(village, 'PUT', at('gaoming-demo'), { files: {}, before: {} })).status).toBe(403);
    const { body } = await portal.call<{ files: Record<string, string>; base: Record<string, string> }>('administrator', 'GET', at('gaoming-demo'));
    expect(Object.keys(body.files)).toContain('scheme.json');
    expect(Object.keys(body.files)).not.toContain('identities.json');
    expect(Object.keys(body.base)).toContain('../gaoming/scheme.json');
    const save = async (name: string, files: Record<string, unknown>, before: Record<string, unknown> = {}): Promise<number> => (await portal.call<Refusal>('administrator', 'PUT', at(name), { files, before })).status;
    for (const path of ['../gaoming/scheme.json', '/etc/x.json', 'a/../../x.json', 'scheme.js', 'C:\\x.json']) expect(await save('gaoming-demo', { [path]: '{}' }), path).toBe(404);
    expect(await save('..', { 'scheme.json': '{}' })).toBe(404);
    expect(await save('gaoming-demo', { 'scheme.json': 7 })).toBe(400);
    expect(await save('lights', { 'scheme.json': '{"id":"lights"}', 'forms/application.json': '{}' })).toBe(200);
    expect(await save('lights', { 'scheme.json': '{"id":"other"}' })).toBe(409);
    expect(await save('lights', { 'scheme.json': '{"id":"lights" }', 'forms/application.json': null }, { 'scheme.json': '{"id":"lights"}', 'forms/application.json': '{}' })).toBe(200);
    expect((await portal.call<{ files: Record<string, string> }>('administrator', 'GET', at('lights'))).body.files).toEqual({ 'scheme.json': '{"id":"lights" }' });
    expect((await portal.call<{ folders: { folder: string; title: string }[] }>('administrator', 'GET', '/api/admin/folders')).body.folders).toContainEqual({ folder: 'lights', title: 'lights' });
  });
});

describe('a scheme that nobody published', () => {
  it.each(['/api/cases', '/api/cases.jsonl', '/api/waiting', '/api/assignments', '/api/statistics', '/api/results.xlsx', '/api/projects', '/api/register', '/api/intake', '/api/notices', '/api/scheme', '/api/drafts'])('has no cases at %s, whoever asks: those of others are not shown in its place', async (path) => {
    const { id } = (await submit()).body.state;
    const seenBy = async (as: string, scheme: string): Promise<string> => JSON.stringify(await portal.call(as, 'GET', `${path}${scheme}`));
    for (const as of [village, town, clerk, 'administrator']) expect(await seenBy(as, '?scheme=no-such-scheme')).not.toContain(id);
    if (path.startsWith('/api/cases')) {
      expect(await seenBy(clerk, '')).toContain(id);
      expect((await portal.call(clerk, 'GET', `${path}?scheme=no-such-scheme`)).status).toBe(404);
    }
  });

  it('takes no application, and none goes into another scheme', async () => {
    const reply = await portal.call<Refusal>(village, 'POST', '/api/cases?scheme=no-such-scheme', { answers: serviceStation() }, { 'idempotency-key': 'nowhere' });
    expect([reply.status, codes(reply)]).toEqual([422, ['portal/no-scheme']]);
  });
});

describe('row 13: a section that a base keeps', () => {
  const at = (name: string): string => `/api/admin/schemes/${name}`;
  const save = async (name: string, files: Record<string, unknown>, before: Record<string, unknown> = {}): Promise<number> => (await portal.call<Refusal>('administrator', 'PUT', `${at(name)}/files`, { files, before })).status;
  const district = (sections: readonly object[]): string => JSON.stringify({ extends: '../city-lights', formatVersion: 1, id: 'district-lights', version: '1.0.0', title: { 'zh-CN': '区照明资金' }, forms: [{ id: 'application', layout: { steps: [{ id: 'project', sections }] } }] });

  it('cannot be removed by a scheme over it: nothing is published, and the answer says what and where', async () => {
    const texts = newSchemeTexts('city-lights', '市照明资金');
    const form = JSON.parse(texts['forms/application.json'] ?? '') as { layout: { steps: { id: string; sections: { id: string; overlay?: string }[] }[] } };
    const [step] = form.layout.steps;
    const [section] = step?.sections ?? [];
    if (step === undefined || section === undefined) throw new Error('no section');
    section.overlay = 'keep';
    step.sections.push({ id: 'more', title: { 'zh-CN': '补充材料' }, fields: [] } as never);
    expect(await save('city-lights', { ...texts, 'forms/application.json': JSON.stringify(form) })).toBe(200);
    const removing = district([{ id: section.id, remove: true }]).replace('"project"', JSON.stringify(step.id));
    expect(await save('district-lights', { 'scheme.json': removing })).toBe(200);
    const refused = await portal.call<Refusal>('administrator', 'POST', `${at('district-lights')}/publish`, {});
    expect([refused.status, codes(refused)]).toEqual([409, ['portal/not-publishable', 'scheme/overlay-removes']]);
    expect((await portal.call<{ versions: unknown[] }>('administrator', 'GET', `${at('district-lights')}/versions`)).body.versions).toEqual([]);
    // What the base does not keep may go.
    const allowed = district([{ id: 'more', remove: true }]).replace('"project"', JSON.stringify(step.id));
    expect(await save('district-lights', { 'scheme.json': allowed }, { 'scheme.json': removing })).toBe(200);
    const published = await portal.call<Refusal>('administrator', 'POST', `${at('district-lights')}/publish`, {});
    expect([published.status, published.body.problems]).toEqual([200, undefined]);
  });
});

describe('a base that changes', () => {
  it('is known to whoever opens an overlay of it, as it was when the overlay was published, until it is reviewed', async () => {
    interface Folder { readonly files: Record<string, string>; readonly base: Record<string, string>; readonly reviewedBase?: { readonly parameters: Record<string, { readonly minimum: unknown }> } }
    const at = (name: string): string => `/api/admin/schemes/${name}/files`;
    const read = async (name: string): Promise<Folder> => (await portal.call<Folder>('administrator', 'GET', at(name))).body;
    const save = async (name: string, path: string, text: string): Promise<number> => (await portal.call<Refusal>('administrator', 'PUT', at(name), { files: { [path]: text }, before: { [path]: (await read(name)).files[path] ?? null } })).status;
    expect(await read('gaoming-demo')).not.toHaveProperty('reviewedBase');
    const former = (await read('gaoming')).files['parameters.json'] ?? '';
    const changed = former.replace(/("perProjectCap": [\s\S]*?"minimum": )0/, '$17');
    expect(changed).not.toBe(former);
    expect(await save('gaoming', 'parameters.json', changed)).toBe(200);
    const open = await read('gaoming-demo');
    expect(open.reviewedBase?.parameters['perProjectCap']?.minimum).toBe(0);
    expect(open.base['../gaoming/parameters.json']).toBe(changed);
    const { baseHash, createSchemeDraft } = await import('@cobuild/core');
    const hash = baseHash(createSchemeDraft(open.files, { base: { read: (path) => open.base[path] } }).base) ?? '';
    expect(await save('gaoming-demo', 'scheme.json', (open.files['scheme.json'] ?? '').replace('{', `{ "baseHash": "${hash}",`))).toBe(200);
    expect(await read('gaoming-demo')).not.toHaveProperty('reviewedBase');
    expect(await save('gaoming', 'parameters.json', former)).toBe(200);
    expect((await read('gaoming-demo')).reviewedBase?.parameters['perProjectCap']?.minimum).toBe(7);
  });
});

describe('the language of the pages', () => {
  const get = async (path: string, cookie = ''): Promise<Response> => portal.app.request(`http://portal.test${path}`, { headers: { host: 'portal.test', cookie, 'accept-language': 'en-GB' } });

  it('is Chinese until somebody chooses, then what they chose, on pages and in answers', async () => {
    expect(await (await get('/apply')).text()).toContain('<html lang="zh-CN">');
    const chosen = await get('/apply?scheme=gaoming-demo&language=en');
    expect([chosen.status, chosen.headers.get('location')]).toEqual([302, '/apply?scheme=gaoming-demo']);
    const cookie = chosen.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^language=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await (await get('/apply', 'language=en')).text()).toContain('<html lang="en">');
    const refusal = async (language: string): Promise<string> => ((await (await get('/api/cases', `language=${language}`)).json()) as Refusal).problems[0]?.message ?? '';
    expect([await refusal('en'), await refusal('zh-CN')]).toEqual(['Choose an identity first.', '请先选择身份。']);
  });

  it('stays what it was where another one is asked for', async () => {
    const page = await get('/?language=%22%3E', 'language=%22%3E');
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await page.text()).toContain('<html lang="zh-CN">');
  });
});

describe('a log that was changed behind the portal’s back', () => {
  it('is found, shown, and nothing more is done with the case', async () => {
    const { body } = await submit();
    const { id } = body.state;
    await forward(id);
    await portal.tamper(id, 2, '"forward"', '"reject"');
    const { body: view } = await portal.call<CaseView>(town, 'GET', `/api/cases/${id}`);
    expect(view.problems.map(({ code }) => code)).toContain('case/broken-chain');
    expect(view.problems[0]?.message).toMatch(/[\u4e00-\u9fff]/);
    const english = await portal.call<CaseView>(town, 'GET', `/api/cases/${id}`, undefined, { 'accept-language': 'en' });
    expect(english.body.problems[0]?.message).toMatch(/^[^\u4e00-\u9fff]+$/);
    expect(view.next).toEqual([]);
    expect(codes(await portal.act(clerk, id, { type: 'meetingOpened', data: { stage: 'jointReview', members: portal.members } }))).toContain('case/broken-chain');
  });
});

describe('what a new version would meet', () => {
  it('counts drafts, cases and batches of the scheme, for the administrator alone', async () => {
    const path = '/api/admin/schemes/gaoming-demo/usage';
    expect((await portal.call(village, 'GET', path)).status).toBe(403);
    const { body: before } = await portal.call<SchemeUse>('administrator', 'GET', path);
    expect(before).toMatchObject({ usedVersions: ['2.0.0'], current: { version: '2.0.0', form: { id: 'application' } }, batches: [{ version: '2.0.0' }] });
    await submit();
    await portal.call(village, 'PUT', '/api/drafts/use-one', { answers: { projectName: '一' } });
    const { body: after } = await portal.call<SchemeUse>('administrator', 'GET', path);
    const open = (use: SchemeUse): number => use.cases.find(({ version }) => version === '2.0.0')?.count ?? 0;
    expect([after.drafts - before.drafts, open(after) - open(before)]).toEqual([1, 1]);
    expect((await portal.call('administrator', 'GET', '/api/admin/schemes/no-such/usage')).status).toBe(404);
  });
});

describe('row 6: whose cases are shown to whom', () => {
  const { scheme } = published('yangjiang-wishes-demo');
  const state = { applicant: { id: 'resident-1', level: 'resident', unit: 'haitou', town: 'demo-town' } } as CaseView['state'];
  const reads = (role: string, unit?: string, town?: string): boolean => mayRead({ id: 'p', name: '', role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) }, { running: { hash: 'h', scheme }, state });

  it.each<[string, string | undefined, string | undefined, boolean]>([
    ['villageClerk', 'haitou', 'demo-town', true], ['villageClerk', 'beihuan', 'demo-town', false], ['villageClerk', 'haitou-2', 'other-town', false], ['volunteer', 'haitou', 'demo-town', true], ['volunteer', 'beihuan', 'demo-town', false],
    ['townOfficer', 'demo-town', 'demo-town', true], ['townOfficer', 'other-town', 'other-town', false], ['resident', undefined, 'demo-town', false], ['nobody', 'haitou', 'demo-town', false],
  ])('a wish of Haitou to the %s of %s in %s: %s', (role, unit, town, shown) => {
    expect(reads(role, unit, town)).toBe(shown);
  });
});
