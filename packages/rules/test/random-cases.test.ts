import type { Case, EventActor, Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, resolveParameters } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appendDueEvents, appendEvent, caseFromState, currentHoldings, decide, foldCase, foldHoldings, foldProject, noticeDates, publicProject } from '../src/index.js';
import type { CaseAction, CaseState, PostHolder, ProjectAction } from '../src/index.js';
import { walkState } from '../src/lifecycle/override-checks.js';
import { CasePlay } from './case-play.js';
import { applicant, scheme as usual } from './case-scheme.js';
import { ProjectPlay, office, spend, village } from './funded-project.js';

const root = fileURLToPath(new URL('../../../examples/schemes/', import.meta.url));
const folders = readdirSync(root).filter((name) => existsSync(`${root}${name}/scheme.json`) && !existsSync(`${root}${name}-demo`));
const linesOf = (name: string): string[] => {
  const path = [name, name.replace(/-demo$/, '')].map((folder) => `${root}${folder}/cases.jsonl`).find((file) => existsSync(file));
  return path === undefined ? [] : readFileSync(path, 'utf8').trim().split('\n').slice(0, 4);
};

/** A case as a crowd without any order would handle it: each number picks what is tried, by whom, and how much time has passed. */
class RandomCase {
  state: CaseState | undefined;
  readonly events: CaseState['history'][number][] = [];
  private clock = Date.parse('2026-03-02T09:00:00+08:00');
  private readonly context = { calendar: chinaCalendar, schemeHash: 'scheme-hash', caseId: 'case-1' };

  /** @param begun - A case that has come some way, to go on from there. */
  constructor(private readonly scheme: Scheme, private readonly given: Case, begun?: CasePlay) {
    if (begun?.state === undefined) return;
    this.state = begun.state;
    this.events.push(...begun.events);
    this.clock = Date.parse(begun.now);
  }

  /** Whether something happened. */
  step(number: number): boolean {
    this.clock += [60_000, 3_600_000, 86_400_000, 6 * 86_400_000][number % 4] ?? 0;
    const now = new Date(this.clock).toISOString();
    const pick = Math.floor(number / 4);
    if (this.state !== undefined && pick % 9 === 0) {
      const due = appendDueEvents(this.scheme, this.state, now, () => `e${this.events.length}`, this.context);
      this.events.push(...due.events);
      this.state = due.state;
      return due.events.length > 0;
    }
    const action = this.actionOf(pick, now);
    const done = appendEvent(this.scheme, this.state, action, this.actorOf(action, Math.floor(pick / 31)), now, `e${this.events.length}`, this.context);
    if ('problems' in done) return false;
    this.events.push(done.event);
    this.state = done.state;
    return true;
  }

  /** Most often whoever should act; now and then a stranger, or the applicant. */
  private actorOf({ type }: CaseAction, pick: number): EventActor {
    const { applicant } = this.given;
    const stage = this.stage;
    const own: EventActor = { id: applicant.id, role: this.scheme.stages[0]?.actor.role ?? '', unit: applicant.unit ?? applicant.id, ...(applicant.town === undefined ? {} : { town: applicant.town }) };
    if (type === 'submitted' || pick % 11 === 10 || stage.actor.role === own.role) return own;
    const roles = [stage.actor.role, ...(stage.approvals?.by ?? []).map(({ role }) => role), stage.assignment?.by ?? stage.actor.role, stage.override?.confirmedBy ?? stage.actor.role];
    const role = pick % 13 === 12 ? (this.scheme.organisation.roles[pick % this.scheme.organisation.roles.length]?.id ?? '') : (roles[pick % roles.length] ?? '');
    // Which unit is in charge differs from scheme to scheme; some of these are it.
    const unit = ['office', applicant.town, applicant.unit, ...(this.scheme.organisation.units ?? []).slice(0, 3).map(({ id }) => id)][pick % 6];
    return { id: `u${pick % 4}`, role, ...(unit === undefined ? {} : { unit }), ...(applicant.town === undefined ? {} : { town: applicant.town }) };
  }

  private get stage(): Stage {
    return this.scheme.stages.find(({ id }) => id === this.state?.stage) ?? (this.scheme.stages[0] as Stage);
  }

  private actionOf(pick: number, now: string): CaseAction {
    const { stage, given } = this;
    const today = new Date(this.clock + 8 * 3_600_000).toISOString().slice(0, 10);
    const of = <T>(list: readonly T[]): T | undefined => list[Math.floor(pick / 7) % Math.max(1, list.length)];
    const member = `m${Math.floor(pick / 7) % 5}`;
    const meeting = this.state?.meeting?.stage === stage.id ? this.state.meeting.phase : 'closed';
    const here = this.state?.meeting?.present.length ?? 0;
    // A meeting is long: most of the time it goes on.
    const usual: Readonly<Record<string, readonly CaseAction[]>> = {
      closed: [{ type: 'meetingOpened', data: { stage: stage.id, members: [0, 1, 2, 3, 4].map((id) => ({ id: `m${id}` })) } }],
      signIn: [{ type: 'memberSignedIn', data: { member } }, { type: 'memberSignedIn', data: { member } }, { type: 'memberSignedIn', data: { member } }, { type: 'votingOpened', data: {} }],
      voting: [{ type: 'ballotCast', data: { member, choice: pick % 3 === 0 ? 'no' : 'yes' } }, { type: 'ballotsCounted', data: { counts: { issued: here, returned: here, yes: Math.max(0, here - (pick % 2)), no: here > 0 ? pick % 2 : 0, abstain: 0, void: 0 } } }, { type: 'ballotCast', data: { member, choice: 'yes' } }, { type: 'votingClosed', data: {} }],
    };
    if (stage.method === 'vote' && this.state !== undefined && pick % 5 !== 0) return of(usual[meeting] ?? []) ?? { type: 'votingOpened', data: {} };
    const review = { stage: stage.id, outcome: of(stage.outcomes)?.id ?? '', reason: '理由', ...(stage.refusalReasons === undefined ? {} : { reasons: [stage.refusalReasons[0]?.id] }) };
    const submitted: CaseAction = { type: 'submitted', data: { answers: given.answers, applicant: given.applicant } };
    const kinds = [...this.scheme.stages.flatMap(({ evidence = [], requires = [] }) => [...evidence.map(({ id }) => id), ...requires.flatMap(({ record }) => record ?? [])])];
    const notice = { notice: stage.notice ?? '', postedOn: today, until: noticeDates(this.scheme, stage.notice ?? '', today, chinaCalendar)?.date ?? today };
    const known: readonly CaseAction[] = [
      { type: 'reviewed', data: review }, { type: 'evidenceRecorded', data: { kind: of(kinds) ?? '', on: today } },
      ...(stage.method === 'application' || this.state === undefined ? [submitted] : []),
      ...(stage.method === 'vote' ? [
        { type: 'memberSignedIn', data: { member } }, { type: 'votingOpened', data: {} },
        { type: 'ballotCast', data: { member, choice: of(['yes', 'yes', 'no', 'abstain']) } }, { type: 'ballotsCounted', data: { counts: { issued: 3, returned: 3, yes: pick % 4, no: 3 - (pick % 4), abstain: 0, void: 0 } } },
        { type: 'votingClosed', data: {} }, { type: 'meetingAdjourned', data: { reason: '停电' } }, { type: 'memberRecused', data: { member, reason: '亲属', kind: 'declared' } },
      ] as const : []),
      ...(stage.method === 'publicity' ? [
        { type: 'noticePublished', data: notice }, { type: 'objectionRaised', data: { objection: `o${pick % 3}`, text: '异议' } }, { type: 'objectionAnswered', data: { objection: `o${pick % 3}`, upheld: pick % 5 === 0, answer: '答复' } },
      ] as const : []),
      ...(stage.method === 'score' ? [
        { type: 'scoreSubmitted', data: { stage: stage.id, reviewer: `u${pick % 4}`, marks: (this.scheme.scoring?.criteria ?? []).map(({ id }) => ({ criterion: id, mark: pick % 101 })) } }, { type: 'scoringClosed', data: { stage: stage.id } },
        { type: 'reviewersAssigned', data: { stage: stage.id, reviewers: ['u0', 'u1', 'u2'], method: 'load' } },
      ] as const : []),
      ...(pick % 17 === 0 ? [{ type: 'withdrawn', data: {} }] as const : []),
      ...(pick % 5 === 0 ? [{ type: 'overrideProposed', data: { stage: stage.id, outcome: of(stage.outcomes)?.id ?? '', reason: '更正' } }, { type: 'overrideConfirmed', data: {} }, { type: 'overrideDeclined', data: { reason: '事实不足' } }] as const : []),
      { type: 'deadlinePassed', data: { stage: stage.id, outcome: of(stage.outcomes)?.id ?? '', dueAt: now } },
    ];
    return this.state === undefined ? submitted : (known[pick % known.length] as CaseAction);
  }
}

/** What is wrong with where a case stands, by the scheme alone; empty for a state that the scheme allows. */
function faultsOf(scheme: Scheme, state: CaseState): string[] {
  const { steps, stage, end } = walkState(scheme, state);
  const last = steps[steps.length - 1];
  const edge = (from: string, outcome: string | undefined, to: string | undefined): boolean => scheme.stages.find(({ id }) => id === from)?.outcomes.some((each) => each.id === outcome && each.to === to) === true;
  return [
    ...(scheme.stages.some(({ id }) => id === state.stage) && stage === state.stage ? [] : [`stands at ${state.stage}, the walk at ${stage}`]),
    ...(state.end === 'withdrawn' || (state.status === 'ended') === (end !== undefined) ? [] : [`${state.status} with the end ${String(end)}`]),
    ...steps.flatMap((step, index) => (step.to === undefined || (edge(step.stage, step.outcome, step.to) && (index === steps.length - 1 || steps[index + 1]?.stage === step.to)) ? [] : [`no way from ${step.stage} by ${String(step.outcome)} to ${step.to}`])),
    ...(end !== undefined && last?.to !== end ? [`ends as ${end} without a way there`] : []),
    ...state.reviews.flatMap(({ stage: at, outcome, by, byDeadline }) => [
      ...(scheme.stages.find(({ id }) => id === at)?.outcomes.some(({ id }) => id === outcome) === true ? [] : [`${at} has no outcome ${outcome}`]),
      ...((by === 'clock') === (byDeadline === true) ? [] : [`${at} was settled by ${String(by)}`]),
    ]),
    ...(state.vote?.outcome === 'passed' && state.vote.quorum?.met === false ? ['a vote passed without a quorum'] : []),
    ...(state.history.every((event, index) => event.sequence === index + 1) ? [] : ['a gap in the log']),
    ...faultsOfLog(scheme, state),
  ];
}

/** What the log itself shows, read without the package: no notice confirmed before its time or over an objection, no ballot of somebody who stepped aside or voted, nobody at work on their own application. */
function faultsOfLog(scheme: Scheme, { history, applicant }: CaseState): string[] {
  const faults: string[] = [];
  const inChina = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  const own: readonly (string | undefined)[] = [applicant.id, applicant.unit];
  const applying = scheme.stages[0]?.actor.role;
  let until = '';
  let open = new Set<string>();
  let voted = new Set<string>();
  let aside = new Set<string>();
  let seated = new Set<string>();
  for (const event of history) {
    const { actor, at } = event;
    const isOffice = !['submitted', 'withdrawn', 'objectionRaised'].includes(event.type) && actor.role !== applying && actor.id !== 'clock';
    // A resident's unit is the village that they live in: its office is the one to act.
    const isVillageOf = applicant.level === 'resident' && actor.unit === applicant.unit;
    if (isOffice && !isVillageOf && own.includes(actor.unit)) faults.push(`${event.type} by somebody of the applicant's unit`);
    if (event.type === 'noticePublished') until = event.data.until;
    if (event.type === 'objectionRaised') open.add(event.data.objection);
    if (event.type === 'objectionAnswered') open.delete(event.data.objection);
    if (event.type === 'reviewed') {
      const stage = scheme.stages.find(({ id }) => id === event.data.stage);
      const confirms = stage?.method === 'publicity' && ['confirmed', 'forward', 'passed'].includes(stage.outcomes.find(({ id }) => id === event.data.outcome)?.kind ?? '');
      if (confirms && (until === '' || inChina(at) <= until)) faults.push('confirmed before the period was over');
      if (confirms && open.size > 0) faults.push('confirmed over an open objection');
      // The next notice has a period and objections of its own.
      if (stage?.method === 'publicity') [until, open] = ['', new Set()];
    }
    if (event.type === 'meetingOpened') [voted, aside, seated] = [new Set(), new Set(), new Set()];
    if (event.type === 'memberSignedIn') seated.add(event.data.member);
    if (event.type === 'memberRecused') aside.add(event.data.member);
    if (event.type === 'ballotCast') {
      const { member } = event.data;
      if (aside.has(member) || voted.has(member) || !seated.has(member)) faults.push(`a ballot of ${member}, who has none`);
      voted.add(member);
    }
  }
  return faults;
}

describe('random events', () => {
  it('are tried on every example scheme that runs', () => {
    expect(folders.length).toBeGreaterThanOrEqual(11);
  });

  it.each(folders)('%s: never bring a case where the scheme does not let it go; the log reads the same again, and decisions agree', (name) => {
    const loaded = loadSchemeFolder(`${root}${name}`).scheme;
    const scheme = loaded === undefined ? undefined : resolveParameters(loaded);
    const cases = linesOf(name).map((line) => JSON.parse(line) as Case);
    if (scheme === undefined || cases.length === 0) throw new Error(`${name} has no scheme or no cases`);
    let happened = 0;
    const stages = new Set<string>();
    fc.assert(fc.property(fc.nat(cases.length - 1), fc.array(fc.nat(1_000_000), { minLength: 70, maxLength: 70 }), (which, numbers) => {
      const play = new RandomCase(scheme, cases[which] as Case);
      for (const number of numbers) {
        const before = play.state;
        if (!play.step(number)) {
          expect(play.state).toBe(before);
          continue;
        }
        happened += 1;
        stages.add(`${play.state?.stage ?? ''} ${play.state?.end ?? ''}`);
        expect(faultsOf(scheme, play.state as CaseState)).toEqual([]);
        if (before?.status === 'ended') expect(play.events[play.events.length - 1]?.type).toMatch(/^override/);
      }
      const { state } = play;
      if (state === undefined) return;
      expect(foldCase(scheme, play.events)).toEqual({ state, problems: [] });
      const decision = decide(scheme, caseFromState(state), { calendar: chinaCalendar });
      if (decision.eligibility === 'eligible') expect([decision.stage, decision.outcome]).toEqual([state.stage, state.end ?? (decision.outcome === 'undecided' ? 'undecided' : 'pending')]);
    }), { numRuns: 8, seed: 20260302 });
    // A property that never leaves the first stage would prove nothing.
    expect([happened > 24, stages.size > 1]).toEqual([true, true]);
  });

  it.each<[string, () => CasePlay, string]>([
    ['at the table', () => new CasePlay().toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']), 'votingClosed'], ['on notice', () => new CasePlay().toPublicity(), 'reviewed'],
  ])('%s: nothing is settled before its time, over an objection, or by somebody who may not', (_, begin, settling) => {
    const given: Case = { id: 'case-1', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '暖心服务站', households: 25 } };
    let settled = 0;
    fc.assert(fc.property(fc.array(fc.nat(1_000_000), { minLength: 30, maxLength: 30 }), (numbers) => {
      const play = new RandomCase(resolveParameters(usual), given, begin());
      const before = play.events.length;
      for (const number of numbers) if (play.step(number)) expect(faultsOf(usual, play.state as CaseState)).toEqual([]);
      settled += play.events.slice(before).filter(({ type }) => type === settling).length;
      expect(foldCase(usual, play.events).problems).toEqual([]);
    }), { numRuns: 60 });
    expect(settled).toBeGreaterThan(10);
  });
});

describe('random events of a project: posts and comments', () => {
  const people: readonly PostHolder[] = [{ id: 's1', name: '甲', role: 'villageSecretary', unit: 'heshun' }, { id: 's2', name: '乙', role: 'villageSecretary', unit: 'heshun' }, { id: 'x', name: '丙', role: 'supervisor' }];
  const anybody = { id: 'public', role: 'public' };
  const actors = [office, office, office, village, { ...village, id: 's2' }, anybody];

  it('never leave a post with two holders, let whoever left act, show what was not released, or keep a number of a person; the log reads the same again', () => {
    const happened = new Set<string>();
    fc.assert(fc.property(fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 }), (numbers) => {
      const play = new ProjectPlay().signed();
      for (const number of numbers) {
        const day = play.day;
        const [holding, comment] = [`holding-${1 + (number % 6)}`, `comment-${1 + (number % 2)}`];
        const holder = people[Math.floor(number / 7) % people.length] as PostHolder;
        const all: readonly ProjectAction[] = [
          { type: 'holderAppointed', data: { post: 'firstResponsible', holder, on: day } }, { type: 'holderReplaced', data: { holding, holder, on: day, reason: '调整' } }, { type: 'holderReleased', data: { holding, on: day, reason: '离任' } },
          { type: 'commentMade', data: { text: number % 5 === 0 ? '电话13800138000' : `意见${number}` } }, { type: 'commentReleased', data: { comment } }, { type: 'commentRefused', data: { comment, reason: '无关' } }, { type: 'commentAnswered', data: { comment, text: '已办' } }, spend(1),
        ];
        const action = all[Math.floor(number / 31) % all.length] as ProjectAction;
        const by = actors[Math.floor(number / 311) % actors.length] ?? office;
        const before = currentHoldings(play.project, 'firstResponsible');
        if (play.attempt(action, by).length > 0) continue;
        happened.add(action.type);
        // What the unit does is the holder's, as soon as somebody holds the post.
        if (action.type === 'expenseRecorded' && before.length > 0) expect(before.map(({ holder: { id } }) => id)).toEqual([by.id]);
        const { holdings = [], comments = [], history } = play.project;
        expect(currentHoldings(play.project).length).toBeLessThanOrEqual(1);
        expect(foldHoldings(play.project.opening, history)).toEqual(holdings);
        const released = new Set(history.flatMap((event) => (event.type === 'commentReleased' ? [event.data.comment] : [])));
        expect(comments.every(({ id, status }) => status !== 'released' || released.has(id))).toBe(true);
        expect(publicProject(play.scheme, { answers: {} }, play.project)?.comments?.length).toBe(comments.filter(({ status }) => status === 'released').length);
        expect(JSON.stringify(play.project)).not.toContain('13800138000');
      }
      expect(foldProject(play.scheme, play.project.opening, play.project.history)).toEqual({ project: play.project, problems: [] });
    }), { numRuns: 60, seed: 84 });
    expect([...happened].sort()).toEqual(['commentAnswered', 'commentMade', 'commentRefused', 'commentReleased', 'expenseRecorded', 'holderAppointed', 'holderReleased', 'holderReplaced']);
  });
});
