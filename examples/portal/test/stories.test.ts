import type { Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CountedCase, StatisticsRequest } from '@cobuild/rules';
import { reportsDue, schemeCadence, statisticsOf } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { ProjectView } from '../src/server/project-service.js';
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

  it('has the cadence of Qianjiang kept: the projects of 2022 owe nothing and a few records came late; of those that are carried out now one is behind (Q7)', async () => {
    const officer = 'qianjiang-innovation-demo.organisationOfficer.qianjiang';
    const { body: { projects } } = await portal.call<{ projects: ProjectView[] }>(officer, 'GET', '/api/projects?scheme=qianjiang-innovation-demo');
    const { body: { scheme } } = await portal.call<{ scheme: Scheme }>(undefined, 'GET', '/api/scheme?scheme=qianjiang-innovation-demo');
    const evaluated = projects.filter(({ project }) => project.endedOn !== undefined);
    const counts = (of: readonly ProjectView[]) => schemeCadence(scheme, of.map(({ project }) => project), '2026-11-23', chinaCalendar).total;
    // Approved in May and evaluated in December: three quarters of three, two half-years.
    expect([evaluated.length, counts(evaluated)]).toEqual([64, { due: 704, done: 700, doneLate: 4, late: 0, skipped: 0, toCome: 0 }]);
    const now = projects.filter(({ project }) => project.endedOn === undefined);
    expect([now.length, counts(now).late, counts(now).done > 0, counts(now).toCome > 0]).toEqual([now.length, 1, true, true]);
  }, 60_000);

  it('asks no matter of Nanhai for the statistics of its village', async () => {
    const { body: { identities } } = await portal.call<{ identities: { id: string }[] }>(undefined, 'GET', '/api/session?scheme=nanhai-matters-demo');
    const projects = (await Promise.all(identities.map(({ id }) => portal.call<{ projects?: ProjectView[] }>(id, 'GET', '/api/projects?scheme=nanhai-matters-demo')))).flatMap(({ body }) => body.projects ?? []);
    const { body: { scheme } } = await portal.call<{ scheme: Scheme }>(undefined, 'GET', '/api/scheme?scheme=nanhai-matters-demo');
    expect([projects.length > 0, projects.flatMap(({ project }) => reportsDue(scheme, project, '2027-11-23', chinaCalendar))]).toEqual([true, []]);
  });

  it('has wishes of Yangjiang in figures: by town, by state, by whether times were kept, by how content residents are', async () => {
    const { body: { identities } } = await portal.call<{ identities: { id: string; role: string }[] }>(undefined, 'GET', '/api/session?scheme=yangjiang-wishes-demo');
    const { body: { scheme } } = await portal.call<{ scheme: Scheme }>(undefined, 'GET', '/api/scheme?scheme=yangjiang-wishes-demo');
    const officer = identities.find(({ role }) => role === 'townOfficer')?.id;
    const { status, body: { cases } } = await portal.call<{ cases: CountedCase[] }>(officer, 'GET', '/api/statistics?scheme=yangjiang-wishes-demo');
    expect([status, cases.length > 3]).toEqual([200, true]);
    const keys = (rows: StatisticsRequest['rows']): readonly string[] => statisticsOf(scheme, cases, { rows }).rows.map(({ key }) => key);
    expect(keys({ by: 'timeliness' })).toContain('inTime');
    expect(keys({ by: 'review', stage: 'rate', pointer: '/rating' })).toEqual(['4', '5', '']);
    expect(keys({ by: 'outcome' })).toEqual(expect.arrayContaining(['open', 'approved']));
    // Whoever is only told of what is late counts by the kind of wish, and reads of nobody what they wish, who they are or where they live.
    expect(keys({ by: 'answer', pointer: '/kind' })).not.toContain('');
    expect([...new Set(cases.flatMap(({ answers }) => Object.keys(answers)))]).toEqual(['kind']);
    expect([...new Set(cases.flatMap(({ reviews = [] }) => reviews.flatMap(({ answers = {} }) => Object.keys(answers))))]).toEqual(['rating']);
    const clerk = identities.find(({ role }) => role === 'villageClerk')?.id;
    const { body: whole } = await portal.call<{ cases: CaseView[] }>(clerk, 'GET', '/api/cases?scheme=yangjiang-wishes-demo');
    const { body: seen } = await portal.call<{ cases: CaseView[] }>(officer, 'GET', '/api/cases?scheme=yangjiang-wishes-demo');
    const secrets = whole.cases.flatMap(({ state: { answers } }) => ['wish', 'residentName', 'phone', 'place', 'household'].map((key) => (typeof answers[key] === 'string' ? answers[key] : ''))).filter((text) => text.length > 1);
    expect([seen.cases.length > 3, secrets.length > 10, secrets.filter((text) => JSON.stringify(seen).includes(text))]).toEqual([true, true, []]);
    const resident = identities.find(({ role }) => role === 'resident')?.id;
    expect((await portal.call(resident, 'GET', '/api/statistics?scheme=yangjiang-wishes-demo')).status).toBe(403);
  });

  it('is told once', async () => {
    expect(await portal.tell('gaoming-demo')).toEqual([]);
    const { body: { cases } } = await portal.call<{ cases: CaseView[] }>('committee-clerk', 'GET', '/api/cases?scheme=gaoming-demo');
    expect(cases).toHaveLength(5);
  });
});
