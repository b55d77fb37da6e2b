import { chinaCalendar } from '@cobuild/core';
import type { FundedProject, HandOverMove, HandOverStay, PostHolder, PublicProject } from '@cobuild/rules';
import { currentHoldings, dossierOf } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectView } from '../src/server/project-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal, published } from './portal-harness.js';
import { storyOfThisYear } from './part-of-story.js';

const scheme = 'qianjiang-innovation-demo';
const officer = `${scheme}.organisationOfficer.qianjiang`;
const [cadre, newCadre, leader, newLeader, secretary, newSecretary] = [`${scheme}.contactCadre.1`, `${scheme}.contactCadre.2`, `${scheme}.departmentLeader.1`, `${scheme}.departmentLeader.2`, `${scheme}.orgSecretary`, `${scheme}.orgSecretary.2`];
const here = `?scheme=${scheme}`;
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(scheme);
  expect(await portal.tell(scheme, storyOfThisYear())).toEqual([]);
}, 300_000);
afterAll(() => portal.close());

const list = async (as: string): Promise<readonly ProjectView[]> => (await portal.call<{ projects: ProjectView[] }>(as, 'GET', `/api/projects${here}`)).body.projects;
const named = async (as: string, title: string): Promise<ProjectView | undefined> => (await list(as)).find(({ project }) => project.title === title);
const OWES = '田坎上的村务公开日';
const VISIT = '红色驿站连万家';
const holders = ({ project }: ProjectView): unknown => currentHoldings(project).map(({ post, holder }) => [post, holder.name]);
interface HandedOver extends Refusal { readonly done: readonly HandOverMove[]; readonly refused: readonly HandOverStay[] }
const person = async (id: string): Promise<PostHolder> => {
  const { body } = await portal.call<{ people: PostHolder[] }>(officer, 'GET', `/api/holders${here}`);
  return body.people.find((each) => each.id === id) as PostHolder;
};
const handOver = async (leaver: string, successor: string, as = officer, on = '2026-06-01'): Promise<{ status: number; body: HandedOver }> => {
  const [from, to] = [await person(leaver), await person(successor)];
  return portal.call<HandedOver>(as, 'POST', `/api/hand-overs${here}`, { leaver: from, successor: to, on: portal.clock.toISOString().slice(0, 10) < on ? portal.clock.toISOString().slice(0, 10) : on, reason: '岗位调整' });
};

describe('row 84: the four ones of Qianjiang in the portal', () => {
  it('Q8: begin with whom the application names, one of each, and go on to people who sign in', async () => {
    const views = await list(officer);
    const posts = published(scheme).scheme.supervision?.posts?.map(({ id }) => id);
    expect(posts).toEqual(['departmentLeader', 'leadingSecretary', 'contactCadre', 'workTeam']);
    expect(views.map(({ project }) => project.title)).toEqual(expect.arrayContaining([OWES, VISIT]));
    for (const { project } of views) expect(currentHoldings(project).map(({ post }) => post).sort()).toEqual([...(posts ?? [])].sort());
    expect(holders(await named(officer, OWES) as ProjectView)).toEqual(expect.arrayContaining([['departmentLeader', '汪素兰'], ['leadingSecretary', '陈志强'], ['contactCadre', '谭晓东']]));
  });

  it('show a project to whoever holds a post of it, and to nobody else in that role', async () => {
    expect((await list(cadre)).map(({ project }) => project.title).sort()).toEqual([OWES, VISIT].sort());
    expect((await list(leader)).map(({ project }) => project.title)).toEqual([VISIT]);
    expect((await list(newLeader)).map(({ project }) => project.title)).toEqual([OWES]);
    expect(await list(newCadre)).toEqual([]);
  });

  it('let the contact decide on a record of the task force, in place of the office', async () => {
    const view = await named(officer, OWES) as ProjectView;
    const { id } = view.project;
    const due = { duty: 'bulletin', period: '' };
    const taskForce = `${scheme}.taskForce.qianjiang`;
    const open = (await named(taskForce, OWES) as ProjectView).project.reports.filter(({ duty }) => duty === due.duty).map(({ period }) => period);
    const periods = ['2025-10-01/2025-12-31', '2026-01-01/2026-03-31', '2026-04-01/2026-06-30', '2026-07-01/2026-09-30', '2026-10-01/2026-12-31'].filter((period) => !open.includes(period) && period.slice(0, 10) <= portal.clock.toISOString().slice(0, 10));
    let period = '';
    for (const each of periods) {
      const sent = await portal.call<Refusal>(taskForce, 'POST', `/api/projects/${id}/actions`, { action: { type: 'reportSubmitted', data: { duty: 'bulletin', period: each, answers: { kind: 'bulletin', heldOn: portal.clock.toISOString().slice(0, 10), findings: '补办的反馈通报，没有需要整改的问题。' } } }, sequence: (await named(taskForce, OWES) as ProjectView).project.sequence });
      if (sent.status === 200) { period = each; break; }
    }
    expect(period).not.toBe('');
    const report = (await named(officer, OWES) as ProjectView).project.reports.find((each) => each.duty === 'bulletin' && each.period === period)?.id ?? '';
    const accept = async (as: string): Promise<unknown> => {
      const { body, status } = await portal.call<Refusal>(as, 'POST', `/api/projects/${id}/actions${here}`, { action: { type: 'reportAccepted', data: { report } }, sequence: (await named(officer, OWES) as ProjectView).project.sequence });
      return [status, body.problems[0]?.code];
    };
    expect(await accept(officer)).toEqual([422, 'project/not-holder']);
    expect((await named(cadre, OWES) as ProjectView).tasks).toContainEqual({ 'zh-CN': '审核报告', en: 'Review the report' });
    // It stays for the one who comes.
    expect(await accept(newCadre)).toEqual([422, 'portal/unknown-project']);
  });

  it.each([secretary, 'expert-1-1', cadre, `${scheme}.homeUnitReviewer.unit-01`, `${scheme}.taskForce.qianjiang`])('are handed over by no %s', async (as) => {
    const { status, body } = await portal.call<HandedOver>(as, 'POST', `/api/hand-overs${here}`, { leaver: { id: cadre, name: '谭晓东' }, successor: { id: newCadre, name: '石明凤' }, on: portal.clock.toISOString().slice(0, 10), reason: '调离' });
    expect([status, body.done]).toEqual([422, []]);
    expect(currentHoldings((await named(officer, OWES) as ProjectView).project, 'contactCadre').map(({ holder }) => holder.id)).toEqual([cadre]);
  });

  it('take nobody whom the portal does not know, and nobody in another role than it knows', async () => {
    const { project } = await named(officer, OWES) as ProjectView;
    const [holding] = currentHoldings(project, 'contactCadre');
    const replace = async (holder: PostHolder): Promise<unknown> => {
      const { status, body } = await portal.call<Refusal>(officer, 'POST', `/api/projects/${project.id}/actions${here}`, { action: { type: 'holderReplaced', data: { holding: holding?.id, holder, on: portal.clock.toISOString().slice(0, 10), reason: '调离' } }, sequence: project.sequence });
      return [status, body.problems[0]?.code];
    };
    expect(await replace({ id: 'nobody', name: '某人', role: 'contactCadre' })).toEqual([422, 'portal/unknown-person']);
    expect(await replace({ id: 'expert-1-1', name: '罗惠珍', role: 'contactCadre' })).toEqual([422, 'project/holder-role']);
    expect(await replace({ id: officer, name: '何少芬', role: 'contactCadre' })).toEqual([422, 'project/appoints-self']);
  });

  it('row 84: is all or nothing: where the second of two projects cannot be written down, the first stays with whoever leaves', async () => {
    const day = portal.clock;
    portal.clock = new Date(portal.clock.getTime() + 86_400_000);
    const holdersNow = async (): Promise<unknown> => Promise.all([OWES, VISIT].map(async (title) => currentHoldings((await named(officer, title) as ProjectView).project, 'contactCadre').map(({ holder }) => holder.id)));
    // Whichever of them comes second.
    await portal.sql("create sequence hand_overs");
    await portal.sql("create function second_fails() returns trigger language plpgsql as $$ begin if nextval('hand_overs') > 1 then raise exception 'disk full'; end if; return new; end $$");
    await portal.sql('create trigger second_fails before insert on project_events for each row execute function second_fails()');
    const { status, body } = await handOver(cadre, newCadre, officer, '9999-12-31');
    await portal.sql('drop trigger second_fails on project_events');
    expect([status, body.problems.map(({ code }) => code)]).toEqual([500, ['portal/failed']]);
    expect(await holdersNow()).toEqual([[cadre], [cadre]]);

    // Somebody else was first in one of them: both stay, and the sentence says so.
    await portal.sql("create function overtaken() returns trigger language plpgsql as $$ begin if nextval('hand_overs') > 3 then return null; end if; return new; end $$");
    await portal.sql('create trigger overtaken before insert on project_events for each row execute function overtaken()');
    const overtaken = await handOver(cadre, newCadre, officer, '9999-12-31');
    await portal.sql('drop trigger overtaken on project_events');
    expect([overtaken.status, overtaken.body.done, overtaken.body.problems.map(({ code }) => code)]).toEqual([422, [], ['portal/hand-over-undone', 'portal/project-conflict']]);
    expect(await holdersNow()).toEqual([[cadre], [cadre]]);
    portal.clock = day;
  });

  it('row 84: a person leaves two projects in one act: the open tasks move, the history stays, whoever left sees nothing any more', async () => {
    const before = new Map((await list(officer)).map((view) => [view.project.title, view]));
    portal.clock = new Date(portal.clock.getTime() + 86_400_000);
    const { status, body } = await handOver(cadre, newCadre, officer, '9999-12-31');
    expect([status, body.done.map(({ title, kind }) => [title, kind]).sort(), body.refused]).toEqual([200, [[OWES, 'post'], [VISIT, 'post']].sort(), []]);
    expect(body.done.find(({ title }) => title === OWES)).toMatchObject({ tasks: [{ kind: 'receive' }] });

    expect(await list(cadre)).toEqual([]);
    expect((await list(newCadre)).map(({ project }) => project.title).sort()).toEqual([OWES, VISIT].sort());
    const after = await named(newCadre, OWES) as ProjectView;
    expect(after.tasks).toContainEqual({ 'zh-CN': '审核报告', en: 'Review the report' });
    // What he decided on stays his.
    const accepted = ({ project }: ProjectView): unknown => project.reports.filter(({ decision }) => decision?.by.id === cadre).map(({ id }) => id);
    expect(accepted(await named(officer, OWES) as ProjectView)).toEqual(accepted(before.get(OWES) as ProjectView));
    expect((accepted(after) as readonly string[]).length).toBeGreaterThan(0);
    expect(after.project.holdings?.find(({ holder }) => holder.id === cadre)).toMatchObject({ post: 'contactCadre', ended: { reason: '岗位调整', by: { id: officer } } });
    expect((await portal.call(cadre, 'GET', `/api/projects/${after.project.id}`)).status).toBe(404);
  });

  it('row 84: the day before shows the earlier holder', async () => {
    const { project } = await named(officer, OWES) as ProjectView;
    const day = new Date(portal.clock.getTime() - 86_400_000).toISOString().slice(0, 10);
    const { body } = await portal.call<{ project: FundedProject }>(officer, 'GET', `/api/cases/${project.id}/at/${day}`);
    expect(currentHoldings(body.project, 'contactCadre').map(({ holder }) => holder.name)).toEqual(['谭晓东']);
    expect(currentHoldings(project, 'contactCadre').map(({ holder }) => holder.name)).toEqual(['石明凤']);
  });

  it('row 84: a successor who may not have one of the posts gets the others, and the sentence says why', async () => {
    // 谭晓东 holds nothing now; as a leader of the department he could not be the contact as well.
    const { body } = await handOver(leader, newCadre, officer, '9999-12-31');
    expect(body.done).toEqual([]);
    expect(body.refused.flatMap(({ title, problems }) => problems.map(({ message }) => [title, message]))).toEqual(expect.arrayContaining([[VISIT, '石明凤的角色不能担任“包抓领导”。']]));
  });

  it('a secretary who leaves no longer acts or sees; the new one does both, and sees what the unit sees', async () => {
    const { body } = await handOver(secretary, newSecretary, officer, '9999-12-31');
    expect(body.done.map(({ title }) => title).sort()).toEqual([OWES, VISIT].sort());
    expect((await list(secretary)).map(({ project }) => project.title)).not.toContain(OWES);
    const seen = await named(newSecretary, OWES) as ProjectView;
    expect(seen.state.answers['contactPhone']).toEqual((await named(officer, OWES) as ProjectView).state.answers['contactPhone']);
    const change = async (as: string): Promise<unknown> => {
      const { status, body: { problems } } = await portal.call<Refusal>(as, 'POST', `/api/projects/${seen.project.id}/actions${here}`, { action: { type: 'changeRequested', data: { request: { kind: 'content', reason: '增加一场公开日', content: '增加' } } }, sequence: seen.project.sequence });
      return [status, problems[0]?.code];
    };
    expect(await change(secretary)).toEqual([422, 'portal/unknown-project']);
    expect((await change(newSecretary) as unknown[])[0]).toBe(200);
  });

  it('a reviewer who leaves: the review of a case under way goes to nobody of another group', async () => {
    const state = (await named(officer, VISIT) as ProjectView).state;
    const assigned = state.assigned?.find(({ stage }) => stage === state.stage);
    const people = published(scheme).scheme;
    expect(people.stages.find(({ id }) => id === state.stage)?.method).toBe('score');
    if (assigned === undefined) {
      // Nobody is assigned yet: the group that the rule proposes.
      const done = await portal.call<{ results: readonly { problems: readonly unknown[] }[] }>(officer, 'POST', `/api/assignments${here}`, { cases: [{ id: state.id }], panel: 'expert-group-1', reason: '按领域' });
      expect(done.body.results[0]?.problems).toEqual([]);
    }
    const now = (await named(officer, VISIT) as ProjectView).state.assigned?.find(({ stage }) => stage === state.stage);
    const [first = ''] = now?.reviewers ?? [];
    const other = ['expert-1-1', 'expert-6-1'].find((id) => !id.startsWith(first.slice(0, 8))) ?? '';
    const { body } = await handOver(first, other, officer, '9999-12-31');
    expect(body.refused.filter(({ title, kind }) => kind === 'review' && title === VISIT).flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['case/not-of-panel']);
  });

  it('row 80: anybody sees the grade of a project once its year is paid, and not while the assessment may still change', async () => {
    const [{ project: owes }, { project: visit }] = [await named(officer, OWES) as ProjectView, await named(officer, VISIT) as ProjectView];
    const grades = async (): Promise<unknown> => {
      const { body } = await portal.call<{ projects: PublicProject[] }>(undefined, 'GET', `/api/public-projects${here}`);
      return [owes.id, visit.id].map((id) => body.projects.find((project) => project.id === id)?.grade);
    };
    for (const { id } of [owes, visit]) await portal.sql("insert into register_entries (scheme, id, town, unit, body) values ($1, $2, $1, $1, '{}')", [scheme, id]);
    await portal.sql("insert into register_rewards (scheme, year, entry, place, grade, score, reward) values ($1, 2026, $2, 1, 'first', '90', 8000), ($1, 2026, $3, 2, 'third', '70', null)", [scheme, owes.id, visit.id]);
    expect(await grades()).toEqual([undefined, undefined]);
    // All share one pot: with the first the year is settled for the other as well.
    await portal.sql("update register_rewards set paid_at = '2026-12-20T02:00:00.000Z' where scheme = $1 and entry = $2", [scheme, owes.id]);
    expect(await grades()).toMatchObject([{ title: { 'zh-CN': '一等' }, on: '2026-12-20' }, { title: { 'zh-CN': '三等' }, on: '2026-12-20' }]);
  });

  it('stand in the record that is exported, and in the file of the project', async () => {
    const { project, state } = await named(officer, OWES) as ProjectView;
    const text = await portal.app.request(`http://portal.test/api/cases/${project.id}/record`, { headers: { host: 'portal.test', cookie: `identity=${officer}` } });
    const record = await text.text();
    for (const word of ['holderReplaced', '谭晓东', '石明凤', '岗位调整']) expect(record).toContain(word);
    const { parts } = dossierOf(published(scheme).scheme, state, { project, today: portal.clock.toISOString().slice(0, 10), calendar: chinaCalendar });
    const items = parts.flatMap((part) => part.items).filter(({ kind }) => kind === 'responsibility');
    expect(items.map(({ about, status }) => [about, status])).toEqual([['departmentLeader', 'present'], ['leadingSecretary', 'present'], ['contactCadre', 'present'], ['workTeam', 'present']]);
  });
});
