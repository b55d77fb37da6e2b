import type { Case, Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, dateInZone } from '@cobuild/core';
import type { CaseAction, Identity } from '@cobuild/rules';
import { dossierOf, foldCase, noticeDates } from '@cobuild/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import { everyScheme, publicCount } from './scheme-steps.js';
import { daysAfter, exampleCases, stageAnswers } from './stage-answers.js';

let portal: Portal;
beforeAll(async () => { portal = await openPortal(...everyScheme); }, 300_000);
afterAll(() => portal.close());

interface Running { readonly scheme: Scheme; readonly hash: string; readonly people: readonly Identity[] }

async function running(id: string): Promise<Running> {
  const { body: { scheme, hash } } = await portal.call<{ scheme: Scheme; hash: string }>(undefined, 'GET', `/api/scheme?scheme=${id}`);
  const { body: { identities } } = await portal.call<{ identities: Identity[] }>(undefined, 'GET', `/api/session?scheme=${id}`);
  return { scheme, hash, people: identities };
}

const today = (): string => dateInZone(portal.clock.toISOString());
const setDay = (day: string): void => { portal.clock = new Date(`${day}T09:00:00+08:00`); };

/** One person at a case: `view` is what the last act left, `refused` what was not done. */
class Desk {
  readonly refused: string[] = [];
  readonly codes: string[] = [];
  constructor(readonly who: string, public view: CaseView) {}

  async act(action: CaseAction): Promise<boolean> {
    const { status, body } = await portal.act(this.who, this.view.state.id, action);
    if (status === 200) this.view = body;
    else {
      this.codes.push(...body.problems.map(({ code }) => code));
      this.refused.push(`${this.who} ${action.type}: ${body.problems.map(({ message, pointer }) => `${message} ${pointer}`).join(' ')}`);
    }
    return status === 200;
  }

  async records({ evidence = [], requires = [] }: Stage): Promise<void> {
    const kinds = [...evidence.map(({ id }) => id), ...requires.flatMap(({ record }) => record ?? [])];
    for (const kind of kinds) await this.act({ type: 'evidenceRecorded', data: { kind, on: today(), text: '已归档。' } });
  }
}

/** Each way in which a stage is settled, by somebody of its role; `false` where this person may not. */
const settling: Readonly<Record<string, (running: Running, stage: Stage, desk: Desk) => Promise<boolean>>> = {
  async vote({ scheme }, stage, desk) {
    const { body: { members } } = await portal.call<{ members: { id: string }[] }>(desk.who, 'GET', `/api/committee/${stage.threshold ?? ''}?scheme=${scheme.id}`);
    if (!(await desk.act({ type: 'meetingOpened', data: { stage: stage.id, members } }))) return false;
    await desk.records(stage);
    const { recused = [] } = desk.view.state.meeting ?? {};
    const seated = members.map(({ id }) => id).filter((id) => !recused.some(({ member }) => member === id));
    for (const member of seated) await desk.act({ type: 'memberSignedIn', data: { member } });
    await desk.act({ type: 'votingOpened', data: {} });
    const [first = '', ...others] = seated;
    // A secret ballot is counted, an open one is cast by name.
    if (await desk.act({ type: 'ballotCast', data: { member: first, choice: 'yes' } })) for (const member of others) await desk.act({ type: 'ballotCast', data: { member, choice: 'yes' } });
    else await desk.act({ type: 'ballotsCounted', data: { counts: { issued: seated.length, returned: seated.length, yes: seated.length, no: 0, abstain: 0, void: 0 } } });
    return desk.act({ type: 'votingClosed', data: {} });
  },
  async publicity({ scheme }, stage, desk) {
    const notice = stage.notice ?? '';
    const until = noticeDates(scheme, notice, today(), chinaCalendar)?.date ?? '';
    // Nothing is confirmed on the strength of the notice of an earlier stage.
    expect(await review(scheme, stage, desk)).toBe(false);
    expect(desk.codes).toContain('case/notice-not-posted');
    // The last day is the one that the calendar gives, and no other.
    expect(await desk.act({ type: 'noticePublished', data: { notice, postedOn: today(), until: daysAfter(until, -1) } })).toBe(false);
    if (!desk.codes.includes('case/notice-until-wrong')) return false;
    expect(await desk.act({ type: 'noticePublished', data: { notice, postedOn: today(), until } })).toBe(true);
    const { body } = await portal.call<{ notices: { id: string; items: { caseId: string }[] }[] }>(undefined, 'GET', `/api/notices?scheme=${scheme.id}`);
    expect(body.notices.find(({ id }) => id === notice)?.items.map(({ caseId }) => caseId)).toContain(desk.view.state.id);
    await desk.records(stage);
    // On the last day residents may still object.
    setDay(until);
    expect(await review(scheme, stage, desk)).toBe(false);
    setDay(daysAfter(until, 1));
    return review(scheme, stage, desk);
  },
  async score({ scheme, people }, stage, desk) {
    const own = people.find(({ id }) => id === desk.who);
    if (stage.assignment !== undefined) await assignGroup(people, stage, desk, own?.unit ?? '');
    const group = people.filter(({ role, unit }) => role === stage.actor.role && unit === own?.unit);
    const data = (reviewer: string, mark: number): CaseAction['data'] => ({ stage: stage.id, reviewer, ...(own?.unit === undefined ? {} : { panel: own.unit }), marks: (scheme.scoring?.criteria ?? []).map(({ id }) => ({ criterion: id, mark })) });
    for (const [index, { id }] of group.entries()) {
      // Nobody sees what the others gave before all are in, and nobody of another group joins in.
      const { state } = (await portal.call<CaseView>(id, 'GET', `/api/cases/${desk.view.state.id}`)).body;
      expect(state.scoring?.flatMap(({ sheets }) => sheets.map(({ reviewer }) => reviewer)) ?? []).not.toContain(group[0]?.id === id ? '' : group[0]?.id);
      const { status, body } = await portal.act(id, desk.view.state.id, { type: 'scoreSubmitted', data: data(id, 86 + index) });
      if (status !== 200) desk.refused.push(...body.problems.map(({ message }) => message));
    }
    const stranger = people.find(({ role, unit }) => role === stage.actor.role && unit !== own?.unit)?.id;
    if (stranger !== undefined) {
      const other = await portal.act(stranger, desk.view.state.id, { type: 'scoreSubmitted', data: { ...data(stranger, 1), panel: 'another' } });
      expect(other.body.problems.map(({ code }) => code)).toEqual(['case/other-panel']);
    }
    return (await desk.act({ type: 'scoringClosed', data: { stage: stage.id } })) && review(scheme, stage, desk);
  },
  async publicVote({ scheme }, stage, desk) {
    const { closes, data } = publicCount(scheme, stage, desk.view.state);
    setDay(daysAfter(closes, 1));
    return desk.act({ type: 'publicVoteCounted', data: data(portal.clock) });
  },
};

/** Whoever assigns gives the project to the group of these people; nobody scores it before, and the portal says who its people are. */
async function assignGroup(people: Running['people'], stage: Stage, desk: Desk, panel: string): Promise<void> {
  const { id } = desk.view.state;
  const officer = people.find(({ role }) => role === stage.assignment?.by)?.id ?? '';
  const early = await portal.act(desk.who, id, { type: 'scoreSubmitted', data: { stage: stage.id, reviewer: desk.who, panel, marks: [] } });
  expect(early.body.problems.map(({ code }) => code)).toEqual(['case/panel-not-assigned']);
  expect((await portal.call(desk.who, 'GET', `/api/cases/${id}/reviewers`)).status).toBe(403);
  const { reviewers } = (await portal.call<{ reviewers: readonly { id: string; unit?: string; load: number }[] }>(officer, 'GET', `/api/cases/${id}/reviewers`)).body;
  const own = reviewers.filter(({ unit }) => unit === panel).map((reviewer) => reviewer.id);
  const stranger = reviewers.find(({ unit }) => unit !== panel);
  const assign = (names: readonly string[]) => portal.act(officer, id, { type: 'reviewersAssigned', data: { stage: stage.id, panel, method: stage.assignment?.method, reviewers: names, reason: '按领域', people: [{ id: stranger?.id, unit: panel }] } });
  // Where somebody belongs is not the page's to say.
  expect((await assign([...own, stranger?.id ?? ''])).body.problems.map(({ code }) => code)).toEqual(['case/not-of-panel']);
  expect((await assign(own)).status).toBe(200);
}

async function review(scheme: Scheme, stage: Stage, desk: Desk): Promise<boolean> {
  const outcome = stage.outcomes.find(({ kind }) => kind === 'forward' || kind === 'passed' || kind === 'confirmed');
  const answers = stageAnswers(scheme, stage, desk.view.state, today());
  return desk.act({ type: 'reviewed', data: { stage: stage.id, outcome: outcome?.id, ...(outcome?.reason === undefined ? {} : { reason: '符合要求。' }), ...(answers === undefined ? {} : { answers }) } });
}

/** Does what the stage asks for, by the first person of its role who may. */
async function settle(all: Running, stage: Stage, view: CaseView): Promise<CaseView | readonly string[]> {
  const refused: string[] = [];
  for (const { id } of all.people.filter(({ role }) => role === stage.actor.role)) {
    const desk = new Desk(id, view);
    const way = settling[stage.method] ?? (async (_: Running, __: Stage, each: Desk) => {
      await each.records(stage);
      return review(all.scheme, stage, each);
    });
    if (await way(all, stage, desk)) return desk.view;
    refused.push(...desk.refused);
  }
  return refused;
}

/** A stage whose role is not the applicants': there, nobody of the applicants decides. */
const officeStage = (scheme: Scheme, view: CaseView): boolean => scheme.stages.find(({ id }) => id === view.state.stage)?.actor.role !== scheme.stages[0]?.actor.role;

describe.each(everyScheme)('the scheme %s in the portal', (id) => {
  it('takes an application from its first step to its end by the roles that it names', async () => {
    setDay('2026-03-05');
    const all = await running(id);
    const [application] = all.scheme.stages;
    const [applicant] = all.people.filter(({ role }) => role === application?.actor.role);
    const [example] = exampleCases(id) as [Case];
    const sent = await portal.call<CaseView & Refusal>(applicant?.id, 'POST', '/api/cases', { answers: example.answers, schemeHash: all.hash }, { 'idempotency-key': id });
    expect(sent.body.problems).toEqual([]);

    let view: CaseView = sent.body;
    const way: string[] = [];
    let ownRefused = false;
    while (view.state.status === 'open' && way.length < 30) {
      const stage = all.scheme.stages.find((each) => each.id === view.state.stage) as Stage;
      way.push(stage.id);
      if (!ownRefused && officeStage(all.scheme, view)) {
        const own = new Desk(applicant?.id ?? '', view);
        expect(await review(all.scheme, stage, own)).toBe(false);
        expect(own.codes.some((code) => ['case/wrong-role', 'case/own-application'].includes(code))).toBe(true);
        ownRefused = true;
      }
      const settled = await settle(all, stage, view);
      if (Array.isArray(settled)) expect({ at: stage.id, refused: settled }).toEqual({ at: stage.id, refused: [] });
      view = settled as CaseView;
    }
    expect({ way, status: view.state.status, end: view.state.end }).toEqual({ way, status: 'ended', end: 'approved' });
    expect(ownRefused).toBe(true);
    // Where a grading reads cases, the register has all that was given on the way, and nothing of it is entered again.
    const inputs = all.scheme.evaluation?.gradings?.flatMap((grading) => grading.inputs ?? []) ?? [];
    if (inputs.some(({ from }) => from !== undefined)) {
      const officer = all.people.find(({ role }) => role === all.scheme.stages.find(({ id: stage }) => stage === way[way.length - 1])?.actor.role)?.id;
      const { body: line } = await portal.call<{ entry: Case; marks: Readonly<Record<string, number>> }>(officer, 'GET', `/api/register/lines?scheme=${id}`);
      expect([line.entry.id, Object.keys(line.marks).sort()]).toEqual([view.state.id, inputs.map((input) => input.id).sort()]);
      expect(line.marks['site']).toBe(87);
    }
    // Every step is in the file, and the file is whole.
    const whole = foldCase(all.scheme, await portal.events(view.state.id)).state ?? view.state;
    const dossier = dossierOf(all.scheme, whole, { today: today(), calendar: chinaCalendar });
    const kinds = dossier.parts.flatMap(({ items }) => items.map(({ kind }) => kind));
    expect(dossier.seal.state).toBe('intact');
    if (way.some((stage) => all.scheme.stages.find((each) => each.id === stage)?.method === 'publicity')) expect(kinds).toContain('notice');
    if (whole.evidence !== undefined) expect(kinds).toContain('evidence');
  }, 60_000);

  it('is seen by nobody of another scheme', async () => {
    const own = await running(id);
    const { body } = await portal.call<{ cases: CaseView[] }>(own.people.find(({ role }) => role === own.scheme.stages[0]?.actor.role)?.id, 'GET', `/api/cases?scheme=${id}`);
    const [stranger] = (await running(everyScheme.find((other) => other !== id) ?? '')).people.filter(({ role }) => role !== 'administrator');
    expect(body.cases.length).toBeGreaterThan(0);
    for (const { state } of body.cases) expect((await portal.call(stranger?.id, 'GET', `/api/cases/${state.id}`)).status).toBe(404);
  });
});

describe('a scheme that counts its own cases', () => {
  interface Sent { readonly status: number; readonly body: CaseView & Refusal }
  const resident = 'yangjiang-wishes-demo.resident';
  const send = async (household: string, key: string): Promise<Sent> => {
    const { hash } = await running('yangjiang-wishes-demo');
    const [{ answers }] = exampleCases('yangjiang-wishes-demo') as [Case];
    return portal.call(resident, 'POST', '/api/cases', { answers: { ...answers, household }, schemeHash: hash }, { 'idempotency-key': key });
  };

  it('takes one open wish of a household, another of the next one, and another of the same once the first is withdrawn', async () => {
    const first = await send('HT-301', 'wish-1');
    expect(first.status).toBe(200);
    expect((await portal.events(first.body.state.id))[0]?.data).toMatchObject({ facts: { openWishes: 0 } });
    expect((await send('HT-301', 'wish-2')).body.problems.map(({ code, message }) => `${code} ${message}`)).toEqual(['portal/requirement-not-met 本户还有心愿正在办理。']);
    expect((await send('HT-302', 'wish-3')).status).toBe(200);
    // A request that is sent again is the case that it has made, not a second one.
    expect((await send('HT-301', 'wish-1')).body.state.id).toBe(first.body.state.id);
    expect((await portal.act(resident, first.body.state.id, { type: 'withdrawn', data: {} })).status).toBe(200);
    expect((await send('HT-301', 'wish-4')).status).toBe(200);
  });

  it('gives the last place to one of two who ask at the same moment', async () => {
    expect((await Promise.all(['1', '2', '3'].map((key) => send('HT-401', `at-once-${key}`)))).map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });
});
