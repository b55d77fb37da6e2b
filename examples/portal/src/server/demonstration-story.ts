import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Case, PublicVote } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import type { Identity, IdentityAdapter, ProjectAction, RegistryAdapter } from '@cobuild/rules';
import { sheetFromCases } from '@cobuild/rules';
import { CasePlay } from './case-play.js';
import { takesPart } from './case-service.js';
import type { ProjectStep } from './demonstration-cadence.js';
import { cadenceEvents } from './demonstration-cadence.js';
import type { CadenceTale, CaseTale, Story } from './demonstration-tale.js';
import { givesMoney, projectOpening } from './project-opening.js';
import { createSqlProjectStore } from './project-store.js';
import type { RunningScheme } from './published-schemes.js';
import type { ServiceParts, Services } from './services.js';
import { createServices } from './services.js';
import type { VoteCount } from './vote-service.js';

export interface StoryParts extends Omit<ServiceParts, 'now'> {
  readonly identities: IdentityAdapter;
  readonly registry: RegistryAdapter;
  /** Folder of the example schemes, whose cases are told. */
  readonly examples: string;
  /** The real clock. */
  readonly now: () => Date;
}

const DAY_MS = 86_400_000;

/** Schemes whose pages hold made-up cases; pages say so. */
export async function isDemonstration(database: PGlite, schemeId: string): Promise<boolean> {
  return (await database.query('select 1 from demonstrations where scheme = $1', [schemeId])).rows.length > 0;
}

/**
 * Fills the pages of a scheme with what stands in `story.json` beside it: the projects that the articles name, each as far as the story goes. Once, and only where nobody has
 * filled in anything. Every step is checked as one that a person takes; what the scheme refuses is left out, and said by what is returned.
 *
 * @returns sentences about steps that were refused: none where story and scheme agree.
 */
export async function tellStory(parts: StoryParts, running: RunningScheme): Promise<readonly string[]> {
  const { database, examples, now } = parts;
  const { id } = running.scheme;
  const made = await database.query('insert into demonstrations (scheme, made_at) values ($1, $2) on conflict do nothing returning scheme', [id, now().toISOString()]);
  const path = join(examples, id, 'story.json');
  if (made.rows.length === 0 || !/^[\w-]+$/.test(id) || !existsSync(path)) return [];
  const people = (await parts.identities.demonstrationIdentities()).filter((identity) => takesPart(identity, running));
  const teller = new Teller(parts, running, people, readCases(examples, id));
  await teller.tell(JSON.parse(readFileSync(path, 'utf8')) as Story);
  return teller.refused;
}

/** Example cases by their ids: those of the scheme, and those of the folder that it extends. */
function readCases(examples: string, id: string): ReadonlyMap<string, Case> {
  const files = [id.replace(/-demo$/, ''), id].map((name) => join(examples, name, 'cases.jsonl')).filter((path) => existsSync(path));
  const cases = files.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case));
  return new Map(cases.map((each) => [each.id, each]));
}

class Teller {
  readonly refused: string[] = [];
  readonly #services: Services;
  #clock: Date;

  constructor(private readonly parts: StoryParts, private readonly running: RunningScheme, private readonly people: readonly Identity[], private readonly cases: ReadonlyMap<string, Case>) {
    this.#clock = parts.now();
    this.#services = createServices({ ...parts, now: () => this.#clock });
  }

  async tell({ ballots = [], register, intake, cadence, cases = [] }: Story): Promise<void> {
    for (const vote of ballots) await this.#vote(vote);
    if (register !== undefined) await this.#register(register);
    if (intake !== undefined) await this.#intake(intake);
    for (const [turn, tale] of cases.flatMap((each) => this.#each(each)).entries()) {
      // People who use the portal already come in between.
      await new Promise(setImmediate);
      const id = await this.#case(tale);
      if (id !== undefined && cadence !== undefined) await this.#cadence(id, cadence, tale, turn);
    }
    if (register?.assessed === true) await this.#assess();
  }

  /** A tale of several example cases is one of each, a little later every time. */
  #each(tale: CaseTale): readonly (CaseTale & { readonly case: string })[] {
    return [tale.case].flat().map((id, index) => ({ ...tale, case: id, ...(tale.daysAgo === undefined ? {} : { daysAgo: tale.daysAgo - index * (tale.everyDays ?? 0) }) }));
  }

  #begin({ on, daysAgo = 0 }: Pick<CaseTale, 'on' | 'daysAgo'>): Date {
    return on === undefined ? new Date(this.parts.now().getTime() - daysAgo * DAY_MS) : new Date(`${on}T09:30:00+08:00`);
  }

  #person(id: string): Identity | undefined {
    return this.people.find((person) => person.id === id) ?? this.people.find(({ role }) => role === id);
  }

  #note(what: string, problems: readonly { readonly message: string; readonly pointer: string }[]): void {
    this.refused.push(`${this.running.scheme.id}, ${what}: ${problems.map(({ message, pointer }) => `${message} ${pointer}`).join(' ')}`);
  }

  /** @returns the id of the case; `undefined` where it was not handed in. */
  async #case(tale: CaseTale & { readonly case: string }): Promise<string | undefined> {
    const { scheme, hash } = this.running;
    const example = this.cases.get(tale.case);
    const begin = this.#begin(tale);
    if (example === undefined) this.#note(tale.case, [{ message: 'no such case', pointer: '' }]);
    if (example === undefined || begin > this.parts.now()) return undefined;
    this.#clock = begin;
    const applicant = this.#applicant(tale, example);
    const key = `demonstration/${scheme.id}/${tale.case}/${tale.key ?? ''}`;
    const sent = await this.#services.cases.submit(applicant, { ...example.answers, ...tale.answers }, key, 'zh-CN', hash);
    const id = sent.problems === undefined ? sent.value.state.id : '';
    const stored = id === '' ? undefined : await this.#services.cases.stored(id);
    if (sent.problems !== undefined) this.#note(tale.case, sent.problems);
    if (stored === undefined) return undefined;
    const play = new CasePlay({ running: this.running, people: this.people, applicant, example, tale, calendar: this.parts.calendar, now: this.parts.now, members: (threshold) => this.parts.registry.committeeMembers(threshold, scheme.id), count: (vote) => this.#count(vote) }, stored.state, begin);
    const { events, refused } = await play.run();
    if (refused.length > 0) this.#note(tale.case, refused);
    if (events.length > 0) await this.parts.store.append(id, events);
    // Without a contract they come between the records of the cadence, in the order of the days.
    for (const { on, by, action } of givesMoney(scheme) ? this.#steps(tale) : []) {
      this.#clock = new Date(`${on}T10:00:00+08:00`);
      if (by === undefined || this.#clock > this.parts.now()) continue;
      if (action.type === 'commentMade') {
        const problems = await this.#services.projects.comment(id, action.data, 'zh-CN');
        if (problems.length > 0) this.#note(`${tale.case} ${action.type}`, problems);
        continue;
      }
      const done = await this.#services.projects.act(by, id, action, undefined, 'zh-CN');
      if (done.kind === 'refused') this.#note(`${tale.case} ${action.type}`, done.problems);
    }
    return id;
  }

  #steps({ project = [] }: CaseTale): readonly ProjectStep[] {
    return project.map(({ on: day, daysAgo = 0, by, type, data }) => {
      const on = day ?? dateInZone(this.#begin({ daysAgo }).toISOString());
      return { on, by: this.#person(by), action: { type, data: data['on'] === 'daysAgo' ? { ...data, on } : data } as ProjectAction };
    });
  }

  /** What a project without a contract recorded by and by; those with one tell it step by step. */
  async #cadence(id: string, cadence: CadenceTale, tale: CaseTale & { readonly case: string }, turn: number): Promise<void> {
    const { running: { scheme, hash }, parts: { database, calendar, now } } = this;
    const state = (await this.#services.cases.stored(id))?.state;
    const opening = state === undefined || givesMoney(scheme) ? undefined : projectOpening(scheme, hash, state);
    if (state === undefined || opening === undefined) return;
    const { events, refused } = cadenceEvents({ running: this.running, people: this.people, calendar, today: dateInZone(now().toISOString()) }, opening, state, cadence, tale, turn, this.#steps(tale));
    const projects = createSqlProjectStore(database);
    await projects.open(opening);
    for (const event of events) await projects.append(id, event);
    if (refused.length > 0) this.#note(tale.case, refused.map((message) => ({ message, pointer: '' })));
  }

  /** The count of a vote that is over by the real clock. */
  #count(vote: PublicVote): Promise<VoteCount | undefined> {
    this.#clock = this.parts.now();
    return this.#services.votes.count(this.running.scheme, vote);
  }

  /** Whoever is named, or works in the unit that the example names; else that unit itself, for which nobody can sit down at the portal. */
  #applicant({ by }: CaseTale, { applicant }: Case): Identity {
    const role = this.running.scheme.stages.find(({ method }) => method === 'application')?.actor.role ?? '';
    const found = by === undefined ? this.people.find((person) => person.role === role && person.unit !== undefined && person.unit === applicant.unit) : this.#person(by);
    const { id, name = '', level, unit = id, town } = applicant;
    return found ?? { id, name, role, unit, unitName: name, ...(level === undefined ? {} : { level }), ...(town === undefined ? {} : { town }) };
  }

  /** Residents who vote on the days of the vote, fewer for each candidate than for the one before, and the marks of the jury. */
  async #vote({ vote: id, voters, favourites }: NonNullable<Story['ballots']>[number]): Promise<void> {
    const { scheme } = this.running;
    const vote = this.#services.votes.vote(scheme, id);
    if (vote === undefined || typeof vote.opensAt !== 'string' || typeof vote.closesAt !== 'string') return;
    const candidates = (vote.candidates ?? []).map((candidate) => candidate.id);
    const ranked = [...new Set([...favourites, ...candidates])];
    const opens = Date.parse(vote.opensAt);
    const most = typeof vote.picks.maximum === 'number' ? vote.picks.maximum : 1;
    const length = Math.min(Date.parse(vote.closesAt), this.parts.now().getTime()) - opens;
    if (length <= 0) return;
    const ballots = Array.from({ length: voters }, (_, voter) => ({
      voter: `demonstration-voter-${voter}`, at: new Date(opens + Math.floor((length * voter) / voters)).toISOString(),
      picks: ranked.filter((_candidate, place) => (voter * 31 + place * 17) % 100 < 96 - place * 4).slice(0, most),
    }));
    await this.#services.votes.fill(scheme, vote, ballots.map((ballot) => (ballot.picks.length > 0 ? ballot : { ...ballot, picks: ranked.slice(0, 1) })));
    const [jury] = this.people.filter(({ role }) => role === 'juror');
    this.#clock = new Date(opens);
    if (jury !== undefined && vote.jury !== undefined) await this.#services.votes.mark(scheme, vote, jury, Object.fromEntries(candidates.map((candidate) => [candidate, 96 - (ranked.indexOf(candidate) % 24)])), 'zh-CN');
  }

  async #register({ cases = [], marks = [] }: NonNullable<Story['register']>): Promise<void> {
    const { scheme } = this.running;
    const entries = cases.flatMap((id) => this.cases.get(id) ?? []).map(({ id, submittedAt, applicant, answers }) => ({ id, submittedAt, applicant, answers }));
    await this.#services.register.load(scheme, entries);
    for (const { by, input, marks: given } of marks) {
      const person = this.#person(by);
      if (person !== undefined) await this.#services.register.mark(scheme, person, entries.flatMap(({ id }, index) => (given[index] === undefined ? [] : [{ id, input, mark: given[index] }])));
    }
  }

  /** Grades and rewards of the year, from what the cases and the register have by now. */
  async #assess(): Promise<void> {
    const { scheme } = this.running;
    this.#clock = this.parts.now();
    await this.#services.register.collect(scheme, (await this.#services.cases.all(scheme.id)).map(({ state }) => state));
    for await (const { over, missing } of this.#services.register.assess(scheme, 'zh-CN')) if (over > 0) this.#note('register', [{ message: `${over} over, ${missing} missing`, pointer: '' }]);
  }

  /** A table that an office enters on behalf of the applicants. */
  async #intake({ by, cases, document, daysAgo }: NonNullable<Story['intake']>): Promise<void> {
    const officer = this.#person(by);
    if (officer === undefined) return;
    this.#clock = this.#begin({ daysAgo });
    const plain = cases.flatMap((id) => this.cases.get(id) ?? []).map(({ id, submittedAt, applicant, answers }): Case => ({ id, submittedAt, applicant, answers }));
    const { refused } = await this.#services.intake.takeIn(officer, this.running, sheetFromCases(this.running.scheme, plain), { document, locale: 'zh-CN', store: true });
    for (const { id = '', problems } of refused) this.#note(id, problems);
  }
}
