import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';

const officer = 'qianjiang-innovation-demo.organisationOfficer.qianjiang';
const path = '/api/assignments?scheme=qianjiang-innovation-demo';
interface Waiting { readonly groups: readonly { readonly unit: string; readonly load: number }[]; readonly method: string; readonly cases: readonly { readonly id: string; readonly proposed?: string; readonly assigned?: string }[] }
interface Results extends Refusal { readonly results: readonly { readonly id: string; readonly problems: readonly { readonly code: string; readonly message: string }[] }[] }

let portal: Portal;
let ids: readonly string[];
const waiting = async (as = officer): Promise<Waiting> => (await portal.call<Waiting>(as, 'GET', path)).body;
const send = (body: unknown, as = officer) => portal.call<Results>(as, 'POST', path, body);
const cases = (of: readonly string[]): { cases: object[] } => ({ cases: of.map((id) => ({ id })) });
const assignments = async (id: string): Promise<number> => (await portal.events(id)).filter(({ type }) => type === 'reviewersAssigned').length;

beforeAll(async () => {
  portal = await openPortal('qianjiang-innovation-demo');
  portal.clock = new Date('2026-11-23T10:00:00+08:00');
  expect(await portal.tell('qianjiang-innovation-demo')).toEqual([]);
  ids = (await waiting()).cases.map(({ id }) => id);
}, 180_000);
afterAll(() => portal.close());

describe('several projects assigned at once', () => {
  it('lists what waits with the group that the rule proposes; what ended in an earlier year is no load', async () => {
    const { groups, method, cases: listed } = await waiting();
    expect([method, groups.map(({ load }) => load), listed.length]).toEqual(['rule', [0, 0, 0, 0, 0, 0], 2]);
    expect(listed.map(({ proposed, assigned }) => [proposed !== undefined, assigned])).toEqual([[true, undefined], [true, undefined]]);
  });

  it('is nothing for whoever assigns nobody, and takes nothing from them', async () => {
    for (const as of ['expert-1-1', 'qianjiang-innovation-demo.orgSecretary']) {
      expect((await waiting(as)).cases).toEqual([]);
      const { body: { results } } = await send(cases(ids), as);
      expect(results.flatMap(({ problems }) => problems.map(({ code }) => code)).every((code) => ['portal/not-allowed', 'portal/unknown-case'].includes(code))).toBe(true);
      expect(results).toHaveLength(2);
    }
    expect((await portal.call(undefined, 'POST', path, cases(ids))).status).toBe(401);
    expect(await Promise.all(ids.map(assignments))).toEqual([0, 0]);
  });

  it.each([[{}], [{ cases: [] }], [{ cases: ['a'] }], [{ cases: [{ id: 1 }] }], [{ cases: [{ id: 'a', sequence: '1' }] }], [{ cases: Array.from({ length: 501 }, () => ({ id: 'a' })) }]])('does not take %j', async (body) => {
    expect((await send(body)).status).toBe(400);
  });

  it('says of each why it was refused, and assigns the others', async () => {
    const [first = '', second = ''] = ids;
    const { body } = await send({ cases: [{ id: 'no-such-case' }, { id: first, sequence: 1 }, { id: second }] });
    expect(body.results.map(({ id, problems }) => [id, problems.map(({ code }) => code)])).toEqual([['no-such-case', ['portal/unknown-case']], [first, ['portal/conflict']], [second, []]]);
    expect(await Promise.all(ids.map(assignments))).toEqual([0, 1]);
  });

  it('asks for a reason where the group is not the one that the rule proposes, and counts the load of each before the next', async () => {
    const panel = 'expert-group-6';
    const refused = await send({ ...cases(ids), panel });
    expect(refused.body.results.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(expect.arrayContaining(['case/assignment-reason-missing']));
    const { body } = await send({ ...cases(ids), panel, reason: '统一由第六组评审' });
    expect(body.results.map(({ problems }) => problems)).toEqual([[], []]);
    for (const id of ids) {
      const { body: { state } } = await portal.call<CaseView>(officer, 'GET', `/api/cases/${id}`);
      expect(state.assigned).toMatchObject([{ stage: 'expertVisit', panel, reviewers: ['expert-6-1', 'expert-6-2', 'expert-6-3'], reason: '统一由第六组评审', by: { id: officer } }]);
    }
    // One record each.
    expect((await Promise.all(ids.map(assignments))).every((count) => count >= 1)).toBe(true);
    expect((await waiting()).groups.map(({ load }) => load)).toEqual([0, 0, 0, 0, 0, 2]);
  });
});
