import { randomUUID } from 'node:crypto';
import type { Calendar, Case, CaseEvent, CommitteeMember, EventActor, PublicVote, Stage } from '@cobuild/core';
import { createInterpreter, dateInZone, resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState, Identity } from '@cobuild/rules';
import { appendEvent, noticeDates } from '@cobuild/rules';
import { appendContext } from './append-context.js';
import { actorOf } from './case-service.js';
import type { CaseTale } from './demonstration-tale.js';
import { daysAfter, formAnswers } from './form-answers.js';
import type { RunningScheme } from './published-schemes.js';
import type { VoteCount } from './vote-service.js';

export interface PlayParts {
  readonly running: RunningScheme;
  /** Who takes part in the scheme. */
  readonly people: readonly Identity[];
  readonly applicant: Identity;
  /** Its reviews, sheets and ballots are followed where the tale says nothing else. */
  readonly example: Case;
  readonly tale: CaseTale;
  readonly calendar: Calendar;
  /** The real clock: nothing happens in the future. */
  readonly now: () => Date;
  readonly members: (threshold: string) => Promise<readonly CommitteeMember[]>;
  readonly count: (vote: PublicVote) => Promise<VoteCount | undefined>;
}

type Refusal = { readonly message: string; readonly pointer: string };

/** Days between one stage and the next. */
const PACE = 2;
/** No scheme of the examples has as many stages. */
const MOST_STAGES = 30;
const interpreter = createInterpreter();

/**
 * Takes a case through the stages of its scheme, as far as its tale goes, by the same checks as everybody's acts. Events are made one after the other in memory, so that a
 * host stores them at once.
 */
export class CasePlay {
  readonly #events: CaseEvent[] = [];
  /** How often each stage was settled. */
  readonly #settled = new Map<string, number>();
  #refused: Refusal[] = [];

  constructor(private readonly parts: PlayParts, private state: CaseState, private clock: Date) {}

  /** @returns the events, and why the next step was refused where the case did not come as far as told. */
  async run(): Promise<{ readonly events: readonly CaseEvent[]; readonly refused: readonly Refusal[] }> {
    const { running: { scheme }, tale } = this.parts;
    for (let count = 0; count < MOST_STAGES && this.state.status === 'open' && this.state.stage !== tale.until; count += 1) {
      const stage = scheme.stages.find(({ id }) => id === this.state.stage);
      const day = tale.days?.[stage?.id ?? ''] ?? daysAfter(this.#today(), PACE);
      const isLeftOpen = stage === undefined || stage.method === 'application' || (tale.onlyReviewed === true && this.#told(stage) === undefined);
      if (isLeftOpen || !this.#turnTo(day)) break;
      this.#refused = [];
      if (!(await this.#settle(stage))) break;
      this.#settled.set(stage.id, (this.#settled.get(stage.id) ?? 0) + 1);
    }
    return { events: this.#events, refused: this.#refused };
  }

  #today(): string {
    return dateInZone(this.clock.toISOString());
  }

  /** @returns whether that day has come. */
  #turnTo(day: string): boolean {
    const next = new Date(`${day}T10:00:00+08:00`);
    if (next > this.parts.now()) return false;
    if (next > this.clock) this.clock = next;
    return true;
  }

  #settle(stage: Stage): Promise<boolean> | boolean {
    if (stage.method === 'vote') return this.#vote(stage);
    if (stage.method === 'publicVote') return this.#publicVote(stage);
    if (stage.method === 'publicity') return this.#publicity(stage);
    if (stage.method === 'score') return this.#score(stage);
    this.#records(stage);
    return this.#review(stage);
  }

  /** Everybody who can settle a stage: people of its role, the applicant, and for a place without people of its own a colleague there. */
  #actors({ actor: { role } }: Stage): readonly EventActor[] {
    const { people, applicant } = this.parts;
    const able = people.filter((person) => person.role === role);
    const [first] = able;
    const { town } = this.state.applicant;
    const colleague = first?.town === undefined || town === undefined ? [] : [{ ...actorOf(first), id: `${role}.${town}`, unit: town, town }];
    return [...(applicant.role === role ? [actorOf(applicant)] : []), ...able.map(actorOf), ...colleague];
  }

  /** By the first of these who may. */
  #act(actors: readonly EventActor[], type: CaseAction['type'], data: CaseAction['data']): EventActor | undefined {
    const { running, calendar } = this.parts;
    for (const actor of actors) {
      const context = appendContext(running, this.state.id, { calendar, today: this.#today(), validator: interpreter, locale: 'zh-CN' });
      const made = appendEvent(running.scheme, this.state, { type, data }, actor, this.clock.toISOString(), randomUUID(), context);
      if ('problems' in made) this.#refused = made.problems.map(({ message, pointer }) => ({ message: `${type}: ${message}`, pointer }));
      else {
        this.#events.push(made.event);
        this.state = made.state;
        this.#refused = [];
        return actor;
      }
    }
    return undefined;
  }

  /** What the example has of a stage to which the case has come for the first, second, … time. */
  #told({ id }: Stage): NonNullable<Case['reviews']>[number] | undefined {
    return this.parts.example.reviews?.filter((review) => review.stage === id)[this.#settled.get(id) ?? 0];
  }

  #records(stage: Stage, actors = this.#actors(stage)): void {
    const kinds = [...(stage.evidence ?? []).map(({ id }) => id), ...(stage.requires ?? []).flatMap(({ record }) => record ?? [])];
    for (const kind of kinds) this.#act(actors, 'evidenceRecorded', { kind, on: this.#today(), text: '材料齐全，已核对归档。' });
  }

  #review(stage: Stage, actors = this.#actors(stage)): boolean {
    const { tale } = this.parts;
    const told = this.#told(stage);
    const leading = stage.outcomes.find(({ kind }) => kind === 'forward' || kind === 'passed' || kind === 'confirmed');
    const outcome = tale.outcomes?.[stage.id] ?? told?.outcome ?? leading?.id;
    const chosen = stage.outcomes.find(({ id }) => id === outcome);
    const answers = this.#answers(stage);
    const [usual] = chosen?.kind === 'reject' ? (stage.refusalReasons ?? []) : [];
    const ticked = told?.reasons ?? (usual === undefined ? undefined : [usual.id]);
    const reason = chosen?.reason === undefined && told?.reason === undefined ? {} : { reason: told?.reason ?? '符合要求，按程序办理。' };
    return this.#act(actors, 'reviewed', { stage: stage.id, outcome, ...(answers === undefined ? {} : { answers }), ...reason, ...(ticked === undefined ? {} : { reasons: ticked }) }) !== undefined;
  }

  #answers(stage: Stage): Readonly<Record<string, unknown>> | undefined {
    const { running: { scheme }, tale } = this.parts;
    const form = resolveParameters(scheme).forms.find(({ id }) => id === stage.form);
    return form === undefined ? undefined : (tale.stages?.[stage.id] ?? this.#told(stage)?.answers ?? formAnswers(form, this.state, this.#today()));
  }

  /** The ballots of the example where it has a meeting of its own; else all who are seated are for it. */
  async #vote(stage: Stage): Promise<boolean> {
    const { running: { scheme }, example, members } = this.parts;
    const own = scheme.stages.filter(({ method }) => method === 'vote').length === 1 ? example.meeting : undefined;
    const roster = own?.members ?? (await members(stage.threshold ?? ''));
    const clerk = this.#act(this.#actors(stage), 'meetingOpened', { stage: stage.id, members: roster });
    if (clerk === undefined) return false;
    this.#records(stage, [clerk]);
    const recused = new Set((this.state.meeting?.recused ?? []).map(({ member }) => member));
    const seated = roster.map(({ id }) => id).filter((id) => !recused.has(id) && own?.present?.includes(id) !== false);
    for (const member of seated) this.#act([clerk], 'memberSignedIn', { member });
    this.#act([clerk], 'votingOpened', {});
    const choice = (member: string): string => own?.ballots?.find((ballot) => ballot.member === member)?.choice ?? 'yes';
    const counts = { issued: seated.length, returned: seated.length, yes: seated.length, no: 0, abstain: 0, void: 0 };
    const isSecret = seated.length > 0 && this.#act([clerk], 'ballotsCounted', { counts }) !== undefined;
    if (!isSecret) for (const member of seated) this.#act([clerk], 'ballotCast', { member, choice: choice(member) });
    const closed = this.#act([clerk], 'votingClosed', {}) !== undefined;
    const answers = this.#answers(stage);
    if (closed && answers !== undefined) this.#act([clerk], 'evidenceRecorded', { kind: stage.form, stage: stage.id, on: this.#today(), answers });
    return closed;
  }

  async #publicVote(stage: Stage): Promise<boolean> {
    const vote = resolveParameters(this.parts.running.scheme).publicVotes?.find(({ id }) => id === stage.publicVote);
    const closes = vote === undefined || typeof vote.closesAt !== 'string' ? undefined : dateInZone(vote.closesAt);
    if (vote === undefined || closes === undefined || !this.#turnTo(daysAfter(closes, 1))) return false;
    const count = await this.parts.count(vote);
    return count !== undefined && this.#act(this.#actors(stage), 'publicVoteCounted', { stage: stage.id, candidate: this.state.answers['candidate'], seed: closes, ...count }) !== undefined;
  }

  /** A notice that is still up stays so. */
  #publicity(stage: Stage): boolean {
    const { running: { scheme }, calendar } = this.parts;
    const until = noticeDates(scheme, stage.notice ?? '', this.#today(), calendar)?.date ?? '';
    const clerk = this.#act(this.#actors(stage), 'noticePublished', { notice: stage.notice, postedOn: this.#today(), until });
    if (clerk === undefined) return false;
    this.#records(stage, [clerk]);
    return this.#turnTo(daysAfter(until, 1)) && this.#review(stage, [clerk]);
  }

  /** Where somebody says who reviews, it is said first: which group, and why. */
  #assign({ id, assignment }: Stage, group: readonly Identity[]): void {
    if (assignment === undefined) return;
    const panel = 'panels' in assignment ? { panel: group[0]?.unit, reason: '按项目所属领域和各组已有的项目分派。', people: group.map(({ id: person, name, unit }) => ({ id: person, name, unit })) } : {};
    const assigning = this.parts.people.filter(({ role }) => role === assignment.by).map(actorOf);
    this.#act(assigning, 'reviewersAssigned', { stage: id, method: assignment.method, reviewers: group.map((expert) => expert.id), ...panel });
  }

  /** Sheets as the example has them; else those of the group whose turn it is. */
  #score(stage: Stage): boolean {
    const { running: { scheme }, people, example } = this.parts;
    const written = example.scores?.filter((sheet) => sheet.stage === stage.id) ?? [];
    const criteria = scheme.scoring?.criteria ?? [];
    const experts = people.filter(({ role }) => role === stage.actor.role);
    const group = written.length > 0 ? experts.filter(({ id }) => written.some(({ reviewer }) => reviewer === id)) : experts.filter(({ unit }) => unit === experts[0]?.unit);
    this.#assign(stage, group);
    for (const [index, expert] of group.entries()) {
      const marks = written.find(({ reviewer }) => reviewer === expert.id)?.marks ?? criteria.map(({ id }, place) => ({ criterion: id, mark: 80 + ((index * 7 + place * 5) % 15) }));
      this.#act([actorOf(expert)], 'scoreSubmitted', { stage: stage.id, reviewer: expert.id, ...(expert.unit === undefined ? {} : { panel: expert.unit }), marks });
    }
    const actors = group.map(actorOf);
    return this.#act(actors, 'scoringClosed', { stage: stage.id }) !== undefined && this.#review(stage, actors);
  }
}
