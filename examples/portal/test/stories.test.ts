import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import { everyScheme } from './scheme-steps.js';

let portal: Portal;
beforeAll(async () => { portal = await openPortal(...everyScheme); }, 120_000);
afterAll(() => portal.close());

describe('the story of a demonstration', () => {
  it.each(everyScheme)('is told to its end where the scheme allows every step, and fills the pages of %s', async (id) => {
    portal.clock = new Date('2026-11-23T10:00:00+08:00');
    expect(await portal.tell(id)).toEqual([]);
    const { body: { identities } } = await portal.call<{ identities: { id: string; role: string }[] }>(undefined, 'GET', `/api/session?scheme=${id}`);
    const seen = new Map<string, CaseView>();
    // One person of each role sees what there is.
    const persons = identities.filter(({ role }, index) => identities.findIndex((other) => other.role === role) === index);
    for (const person of persons) for (const view of (await portal.call<{ cases: CaseView[] }>(person.id, 'GET', `/api/cases?scheme=${id}`)).body.cases ?? []) seen.set(view.state.id, view);
    const ended = [...seen.values()].filter(({ state }) => state.status === 'ended');
    expect({ ended: ended.length > 0, projectsOrEnds: ended.some(({ state }) => state.end === 'approved') }).toEqual({ ended: true, projectsOrEnds: true });
  }, 60_000);

  it('has all four marks of the 64 projects of Qianjiang that are graded (Q9, Q10)', async () => {
    const officer = 'qianjiang-innovation-demo.organisationOfficer.qianjiang';
    const response = await portal.app.request('http://portal.test/api/register/lines?scheme=qianjiang-innovation-demo', { headers: { host: 'portal.test', cookie: `identity=${officer}` } });
    const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as { marks: Readonly<Record<string, number>> });
    expect(lines.filter(({ marks }) => Object.keys(marks).length === 4)).toHaveLength(64);
  }, 60_000);

  it('is told once', async () => {
    expect(await portal.tell('gaoming-demo')).toEqual([]);
    const { body: { cases } } = await portal.call<{ cases: CaseView[] }>('committee-clerk', 'GET', '/api/cases?scheme=gaoming-demo');
    expect(cases).toHaveLength(5);
  });
});
