import type { Dossier } from '@cobuild/rules';
import { dossierOf } from '@cobuild/rules';
import { chinaCalendar } from '@cobuild/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectView } from '../src/server/project-service.js';
import type { RunningScheme } from '../src/server/published-schemes.js';
import { actOn, approveStation, clerk, reviewer, secretary, supervisor } from './gaoming-way.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';

let portal: Portal;
let id: string;
beforeAll(async () => {
  portal = await openPortal('gaoming-demo');
  id = await approveStation(portal);
}, 120_000);
afterAll(() => portal.close());

const view = async (as: string): Promise<{ status: number; body: ProjectView & Refusal }> => portal.call(as, 'GET', `/api/projects/${id}`);
const at = (day: string): void => { portal.clock = new Date(`${day}T10:00:00+08:00`); };
const done = async (as: string, type: Parameters<typeof actOn>[3], data: Record<string, unknown>): Promise<ProjectView> => {
  const { status, body } = await actOn(portal, as, id, type, data);
  expect([type, status, body.problems]).toEqual([type, 200, []]);
  return body;
};
const refused = async (as: string, type: Parameters<typeof actOn>[3], data: Record<string, unknown>): Promise<unknown> => {
  const { status, body } = await actOn(portal, as, id, type, data);
  return [status, body.problems[0]?.code];
};
const waiting = async (as: string): Promise<unknown> => (await portal.call<{ waiting: unknown }>(as, 'GET', '/api/waiting')).body.waiting;
const report = { period: '2026年第二季度', received: 51800, spending: [{ subject: '墙面地面改造首付', amount: 30000 }], progress: '墙面和地面已完成，饮水设备已到货，预计七月底完成安装。' };
const finding = { body: 'discipline', kind: 'money', severity: 'serious', text: '饮水设备没有三家比价的材料。', item: { kind: 'project' }, dueOn: '2026-07-20' };

describe('an approved project of Gaoming', () => {
  it('begins with the contract that its application drew up', async () => {
    const { body } = await view(clerk);

    expect(body.project.agreement).toMatchObject({ amount: 70000, tranches: [{ id: 'signing', amount: 42000 }, { id: 'acceptance', amount: 28000 }], payee: { name: '和顺社区居民委员会' }, payeeApproval: { role: '评审委员会办公室工作人员', on: '2026-03-16' } });
    expect(body.project.agreement.budget?.map(({ amount }) => amount)).toEqual([55900, 15200, 8700]);
    expect([body.project.funding, body.tasks, body.whole]).toEqual([{ own: 9800, raised: 0, requested: 70000 }, [{ 'zh-CN': '签订合同', en: 'Sign the contract' }], true]);
  });

  it.each([[secretary, 200], [reviewer, 200], [clerk, 200], [supervisor, 200], ['secretary-liuan', 404], ['reviewer-yanghe', 404], ['resident', 404]])('is shown to %s with %d', async (as, status) => {
    expect((await view(as)).status).toBe(status);
  });

  it('leaves out what a member of the committee may not see, and says that it is not whole', async () => {
    const { body } = await view('member-01');
    expect([body.project.agreement.payee, body.project.opening.agreement.payee, body.whole]).toEqual([undefined, undefined, false]);
  });

  it('is refused to whoever has not the task, and to whoever is on the other side', async () => {
    at('2026-04-02');
    expect(await refused(secretary, 'contractSigned', { on: '2026-04-01' })).toEqual([422, 'project/not-your-task']);
    expect(await refused(clerk, 'fundsReceived', { source: 'own', amount: 9800, on: '2026-04-02' })).toEqual([422, 'project/not-executor']);
    expect(await refused(supervisor, 'tranchePaid', { tranche: 'signing', amount: 42000, on: '2026-04-02' })).toEqual([422, 'project/not-your-task']);
    expect((await refused('secretary-liuan', 'fundsReceived', { source: 'own', amount: 1, on: '2026-04-02' }))).toEqual([422, 'portal/unknown-project']);
    expect((await portal.call(undefined, 'POST', `/api/projects/${id}/actions`, { action: { type: 'contractSigned', data: {} }, sequence: 0 })).status).toBe(401);
  });

  it.each([[{ action: 'x', sequence: 0 }], [{ action: { type: 'contractSigned' }, sequence: 0 }], [{ action: { type: 'contractSigned', data: {} } }]])('does not take %j', async (body) => {
    expect((await portal.call(clerk, 'POST', `/api/projects/${id}/actions`, body)).status).toBe(400);
  });

  it.each([['nonsense', {}, 400], ['toString', {}, 400], ['contractSigned', {}, 400], ['contractSigned', { on: 7 }, 400], ['contractSigned', { on: '2026-02-30' }, 422], ['findingRaised', { body: '__proto__' }, 400], ['changeRequested', { request: {} }, 400]])('refuses a broken %s %j', async (type, data, status) => {
    expect((await actOn(portal, clerk, id, type as Parameters<typeof actOn>[3], data)).status).toBe(status);
  });

  it('goes from the contract to a tranche; each is signed and paid once', async () => {
    await done(clerk, 'contractSigned', { on: '2026-04-01' });
    expect(await refused(clerk, 'contractSigned', { on: '2026-04-01' })).toEqual([422, 'project/contract-signed-already']);
    await done(clerk, 'tranchePaid', { tranche: 'signing', amount: 42000, on: '2026-04-02', voucher: '拨-1' });
    expect((await refused(clerk, 'tranchePaid', { tranche: 'signing', amount: 42000, on: '2026-04-02' }) as unknown[])[0]).toBe(422);
    await done(secretary, 'fundsReceived', { source: 'own', amount: 9800, on: '2026-04-02', voucher: '收-1' });
    await done(secretary, 'expenseRecorded', { line: 'line-1', amount: 30000, on: '2026-04-02', payee: '荷城街道安居装饰工程部', voucher: '记-1' });
    const { body } = await view(secretary);
    expect(body.project.account.map(({ kind, amount }) => [kind, amount])).toEqual([['received', 42000], ['received', 9800], ['spent', 30000]]);
  });

  it('has fed the ledger of the fund by approval, contract and payment, each once, out of the yearly amount of the scheme', async () => {
    const { body } = await portal.call<{ ledger: { entries: { kind: string; amount?: number }[] } }>(clerk, 'GET', '/api/ledger');
    expect(body.ledger.entries.map(({ kind, amount }) => [kind, amount]).slice(0, 4)).toEqual([['pool', 10_000_000], ['reserved', 70_000], ['committed', 70_000], ['paid', 42_000]]);
    expect((await portal.call<{ agrees: boolean }>(clerk, 'GET', `/api/projects/${id}/fund`)).body.agrees).toBe(true);
    expect((await portal.call('secretary-liuan', 'GET', `/api/projects/${id}/fund`)).status).toBe(404);
  });

  it('answers whoever was second with what stands now, and does nothing of theirs', async () => {
    const { body: seen } = await view(secretary);
    await done(secretary, 'fundsReceived', { source: 'raised', amount: 500, on: '2026-04-02', voucher: '收-2' });
    const second = await actOn(portal, secretary, id, 'fundsReceived', { source: 'raised', amount: 300, on: '2026-04-02' }, seen.project.sequence);

    expect([second.status, second.body.problems[0]?.code, second.body.view?.project.sequence]).toEqual([409, 'portal/project-conflict', seen.project.sequence + 1]);
    expect(second.body.view?.project.account.map(({ amount }) => amount)).toEqual([42000, 9800, 30000, 500]);
  });

  it('takes one of two actions that come at the same moment', async () => {
    const { body: seen } = await view(secretary);
    const both = await Promise.all([1, 2].map((amount) => actOn(portal, secretary, id, 'fundsReceived', { source: 'raised', amount, on: '2026-04-02', voucher: '收-3' }, seen.project.sequence)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('takes the quarterly report of the village, checked against its form, and the town accepts it', async () => {
    at('2026-07-03');
    const period = '2026-04-01/2026-06-30';
    expect((await view(secretary)).body.tasks).toMatchObject([{ 'zh-CN': '报告已逾期' }]);
    expect(await refused(secretary, 'reportSubmitted', { duty: 'progress', period, answers: { ...report, progress: '短' } })).toEqual([422, 'form/minLength']);
    expect(await refused(reviewer, 'reportSubmitted', { duty: 'progress', period, answers: report })).toEqual([422, 'project/not-your-task']);
    const handed = await done(secretary, 'reportSubmitted', { duty: 'progress', period, answers: report });
    expect(handed.project.reports[0]?.answers['spentTotal']).toBe(30000);
    expect(await refused(secretary, 'reportAccepted', { report: 'report-1' })).toEqual([422, 'project/not-your-task']);
    expect((await view(reviewer)).body.tasks).toMatchObject([{ 'zh-CN': '审核报告' }]);
    await done(reviewer, 'reportAccepted', { report: 'report-1' });
  });

  it('counts what waits for each person by page', async () => {
    at('2026-09-29');
    expect([await waiting(secretary), await waiting(reviewer)]).toEqual([{ '/projects': 1 }, {}]);
  });

  it('holds the second tranche while a finding is open, and lets it go when it is closed', async () => {
    at('2026-07-03');
    await done(supervisor, 'findingRaised', finding);
    await done(clerk, 'acceptanceRecorded', { outcome: 'passed', on: '2026-07-03' });
    expect((await refused(clerk, 'tranchePaid', { tranche: 'acceptance', amount: 28000, on: '2026-07-03', voucher: '拨-2' }) as unknown[])[0]).toBe(422);
    expect(await refused(secretary, 'findingClosed', { finding: 'finding-1', text: '好了' })).toEqual([422, 'project/not-your-task']);
    await done(secretary, 'findingAnswered', { finding: 'finding-1', text: '已补三家比价材料。' });
    expect((await view(supervisor)).body.tasks).toMatchObject([{ 'zh-CN': '核对整改情况' }]);
    await done(supervisor, 'findingClosed', { finding: 'finding-1', text: '材料齐全，同意销号。' });
    expect((await view(clerk)).body.tasks).toMatchObject([{ 'zh-CN': '拨付资金（验收合格后拨付）' }]);
    await done(clerk, 'tranchePaid', { tranche: 'acceptance', amount: 28000, on: '2026-07-03', voucher: '拨-2' });
  });

  it('asks for no report any more after the acceptance', async () => {
    at('2026-09-29');
    expect([await waiting(secretary), await waiting(reviewer)]).toEqual([{}, {}]);
  });

  it('is whole when read again, and its file is closed only once nothing is missing', async () => {
    const { body } = await view(clerk);
    const { body: { scheme } } = await portal.call<RunningScheme>(clerk, 'GET', '/api/scheme');
    const dossier: Dossier = dossierOf(scheme, body.state, { project: body.project, today: '2026-09-29', calendar: chinaCalendar });
    expect([dossier.seal.state, dossier.complete, body.whole]).toEqual(['intact', false, true]);
    const sealed = await portal.call<Refusal>(clerk, 'POST', `/api/projects/${id}/seal`, { hash: dossier.seal.hash });
    expect([sealed.status, sealed.body.problems[0]?.code]).toEqual([422, 'portal/dossier-changed']);
    expect((await portal.call(secretary, 'POST', `/api/projects/${id}/seal`, { hash: dossier.seal.hash })).status).toBe(422);
  });

  it('refuses to go on from a log that was changed by hand', async () => {
    await portal.tamperProject(id, 2, '42000', '43000');
    const { body } = await view(clerk);
    expect(body.problems.map(({ code }) => code)).toEqual(['project/broken-chain']);
    expect(await refused(secretary, 'fundsReceived', { source: 'raised', amount: 1, on: '2026-04-02' })).toEqual([422, 'project/broken-chain']);
  });
});
