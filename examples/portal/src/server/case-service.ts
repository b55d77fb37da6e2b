import { randomUUID } from 'node:crypto';
import type { Calendar, Case, CaseEvent, EventActor, Locale, Problem, Scheme } from '@cobuild/core';
import { checkAnswers, createInterpreter, dateInZone, localize, parametersFact } from '@cobuild/core';
import type { AppendContext, CaseAction, CaseState, CaseStore, CaseToCount, Decision, Identity, PostHolding, PublicStatus, Timeliness } from '@cobuild/rules';
import { appendEvent, applicationForm, caseFromState, countFacts, decide, evaluateCondition, foldCase, holdsPost, isApplicantOf, isPostOnlyRole, isToldOfDelay, nextActions, projectApproval, publicStatus, timelinessOf, unitInCharge, visibleCase, visibleDecision } from '@cobuild/rules';
import { appendContext } from './append-context.js';
import { namedFiles } from './named-files.js';
import type { PublishedSchemes, RunningScheme } from './published-schemes.js';
import { portalProblem } from './portal-problem.js';
import type { StoredUpload, Uploads } from './uploads.js';

/** What one person may see of a case. */
export interface CaseView {
  readonly state: CaseState;
  readonly decision: Decision;
  /** Where it stands in public names, for its applicant. */
  readonly status?: PublicStatus;
  /** It has become a project, whether or not the case goes on. */
  readonly isProject: boolean;
  readonly next: readonly { readonly type: string; readonly stage: string; readonly outcome?: string }[];
  /** What is wrong with the stored log, such as an event that was changed; nothing can be done with such a case. */
  readonly problems: readonly Problem[];
}

interface LoadedCase { readonly running: RunningScheme; readonly state: CaseState; readonly problems: readonly Problem[]; readonly overdueReports?: number; /** Who holds the posts of its project, where the scheme has posts. */ readonly holdings?: readonly PostHolding[] }

/** Refused with problems, or done. */
export type Outcome<T> = { readonly problems: readonly Problem[] } | { readonly problems?: undefined; readonly value: T };

export interface CaseServiceOptions {
  readonly store: CaseStore;
  readonly schemes: PublishedSchemes;
  readonly calendar: Calendar;
  /** The clock, so that tests can set it. */
  readonly now: () => Date;
  /** Files that answers may name. */
  readonly uploads: Uploads;
  /** Reports on the project of a case that are late today. */
  readonly overdueReports: (caseId: string) => Promise<number>;
  /** Who holds and held the posts of the project of a case, by its log. */
  readonly holdings: (caseId: string) => Promise<readonly PostHolding[]>;
}

/** Submits, acts and shows; every decision is made here again with the same packages that the page uses. */
export class CaseService {
  readonly #options: CaseServiceOptions;
  readonly #validator = createInterpreter();
  /** Schemes of cases that were loaded: a case stays in its scheme, and nobody loads it again for another one. */
  readonly #schemeOf = new Map<string, string>();
  /** Cases by the text of their log as it was last read: a log that is the same to the letter is not checked again, one in which a letter was changed is. */
  readonly #checked = new Map<string, { readonly log: string; readonly loaded: LoadedCase }>();
  /** Decisions on cases as they stand, of the day on which they were made. */
  readonly #decisions = new WeakMap<CaseState, { readonly today: string; readonly decision: Decision }>();
  /** The last submission of each scheme that counts its cases. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: CaseServiceOptions) {
    this.#options = options;
  }

  today(): string {
    return dateInZone(this.#options.now().toISOString());
  }

  /**
   * Takes an application in, once per key: a repeated request answers with the case that the first one made.
   *
   * @param filledIn - Hash of the scheme that the form was drawn from; refused when another version is in force by now.
   * @param schemeId - Of the pages that are open, where no form was drawn.
   */
  async submit(identity: Identity, answers: Readonly<Record<string, unknown>>, key: string, locale: Locale, filledIn = '', schemeId?: string): Promise<Outcome<CaseView>> {
    const drawn = filledIn === '' ? undefined : await this.#options.schemes.byHash(filledIn);
    const running = await this.#options.schemes.current(drawn?.scheme.id ?? schemeId);
    if (running === undefined) return { problems: [portalProblem('portal/no-scheme', locale)] };
    if (!takesPart(identity, running)) return { problems: [portalProblem('portal/not-allowed', locale)] };
    if (filledIn !== '' && filledIn !== running.hash) return { problems: [portalProblem('portal/scheme-changed', locale)] };
    const action: CaseAction = { type: 'submitted', data: { answers: this.#settled(running.scheme, answers), applicant: applicantOf(identity), idempotencyKey: key } };
    return this.inTurn(running, () => this.#takeIn(identity, running, action, key, locale));
  }

  async #takeIn(identity: Identity, running: RunningScheme, action: CaseAction, key: string, locale: Locale): Promise<Outcome<CaseView>> {
    const caseId = `${this.today().replace(/-/g, '')}-${randomUUID().slice(0, 8)}`;
    const { answers } = action.data;
    const others = await this.#counted(running);
    // A request that is sent again would count the case that it has made.
    const same = others.find((other) => isOwn(identity, other) && other.state.history[0]?.type === 'submitted' && other.state.history[0].data.idempotencyKey === key);
    if (same !== undefined) return { value: this.#view(same.running, same.state, identity, same.problems) };
    const context = { ...this.#context(running, caseId, locale), ...this.known(running, caseId, action, others.map(toCount)) };
    const made = appendEvent(running.scheme, undefined, action, actorOf(identity), this.#options.now().toISOString(), randomUUID(), context);
    if ('problems' in made) return { problems: made.problems };
    const unmet = [...(await this.#fileProblems(identity, answers, locale)), ...this.#requirementProblems(running.scheme, made.state, locale)];
    if (unmet.length > 0) return { problems: unmet };
    const stored = await this.#options.store.append(caseId, [made.event], key);
    if (stored.ok) return { value: this.#view(running, made.state, identity) };
    if (stored.reason === 'duplicate') {
      const earlier = await this.#load(stored.caseId);
      if (earlier !== undefined && isOwn(identity, earlier)) return { value: this.#view(earlier.running, earlier.state, identity, earlier.problems) };
    }
    return { problems: [portalProblem('portal/conflict', locale)] };
  }

  /** Does one thing to a case, if this person may do it now. `sequence` is the state the person saw; an older one is refused. */
  async act(identity: Identity, caseId: string, action: CaseAction, sequence: number | undefined, key: string | undefined, locale: Locale): Promise<Outcome<CaseView>> {
    const loaded = await this.#load(caseId);
    if (loaded === undefined || !mayRead(identity, loaded)) return { problems: [portalProblem('portal/unknown-case', locale)] };
    const { running, state } = loaded;
    if (loaded.problems.length > 0) return { problems: loaded.problems };
    if (sequence !== undefined && sequence !== state.sequence) return { problems: [portalProblem('portal/conflict', locale)] };
    if (action.type !== 'submitted') return this.#append(identity, loaded, action, key, locale);
    // Only an office writes down that something came on paper.
    const { paper: _, ...data } = action.data;
    const given = { type: action.type, data: { ...data, answers: this.#settled(running.scheme, action.data['answers']), applicant: state.applicant } };
    return this.inTurn(running, () => this.#append(identity, loaded, given, key, locale));
  }

  async #append(identity: Identity, { running, state }: LoadedCase, given: CaseAction, key: string | undefined, locale: Locale): Promise<Outcome<CaseView>> {
    const caseId = state.id;
    const others = given.type === 'submitted' ? await this.#counted(running) : [];
    const context = { ...this.#context(running, caseId, locale), ...this.known(running, caseId, given, others.map(toCount)) };
    const made = appendEvent(running.scheme, state, given, actorOf(identity), this.#options.now().toISOString(), randomUUID(), context);
    if ('problems' in made) return { problems: made.problems };
    const unmet = [...(await this.#fileProblems(identity, given.data['answers'], locale)), ...(await this.#recordedFileProblems(identity, given.data, locale)), ...(given.type === 'submitted' ? this.#requirementProblems(running.scheme, made.state, locale) : [])];
    if (unmet.length > 0) return { problems: unmet };
    const stored = await this.#options.store.append(caseId, [made.event], key);
    if (!stored.ok && stored.reason === 'conflict') return { problems: [portalProblem('portal/conflict', locale)] };
    const current = stored.ok ? made.state : ((await this.#load(caseId))?.state ?? made.state);
    return { value: this.#view(running, current, identity) };
  }

  /** A member of the public objects to an item of a notice. */
  async object(caseId: string, text: string, contact: string, locale: Locale): Promise<Outcome<CaseState>> {
    const loaded = await this.#load(caseId);
    if (loaded?.state.notice === undefined) return { problems: [portalProblem('portal/unknown-case', locale)] };
    const action: CaseAction = { type: 'objectionRaised', data: { objection: randomUUID(), text, ...(contact === '' ? {} : { contact }) } };
    const made = appendEvent(loaded.running.scheme, loaded.state, action, { id: 'public', role: 'public' }, this.#options.now().toISOString(), randomUUID(), this.#context(loaded.running, caseId, locale));
    if ('problems' in made) return { problems: made.problems };
    const stored = await this.#options.store.append(caseId, [made.event]);
    return stored.ok ? { value: made.state } : { problems: [portalProblem('portal/conflict', locale)] };
  }

  /** Cases of a scheme that this person may see, in the order of their submission. */
  async list(identity: Identity, schemeId: string): Promise<readonly CaseView[]> {
    const loaded = await this.all(schemeId);
    return loaded.filter((each) => mayRead(identity, each)).map((each) => this.#view(each.running, each.state, identity, each.problems, each.holdings));
  }

  async view(identity: Identity, caseId: string): Promise<CaseView | undefined> {
    const loaded = await this.#load(caseId);
    return loaded === undefined || !mayRead(identity, loaded) ? undefined : this.#view(loaded.running, loaded.state, identity, loaded.problems, loaded.holdings);
  }

  /** A file that stands among the answers that this person may see of a case. */
  async file(identity: Identity, caseId: string, fileId: string): Promise<StoredUpload | undefined> {
    const view = await this.view(identity, caseId);
    const upload = await this.#options.uploads.find(fileId);
    if (view === undefined || upload === undefined) return undefined;
    const { answers, submissions, reviews, evidence = [] } = view.state;
    const isNamed = evidence.some(({ files = [] }) => files.includes(upload.id)) || namedFiles([answers, submissions, reviews]).some(({ id, hash }) => id === upload.id && hash === upload.hash);
    return isNamed ? upload : undefined;
  }

  /** A case as it is stored, for other services of the portal: nothing is left out of it. */
  async stored(caseId: string): Promise<Pick<LoadedCase, 'running' | 'state'> | undefined> {
    return this.#load(caseId);
  }

  /** Whether a case was settled in time so far: found in the whole of its log, whoever asks. */
  async timeliness(caseId: string): Promise<Timeliness | undefined> {
    const { calendar, now } = this.#options;
    const loaded = await this.#load(caseId);
    return loaded === undefined ? undefined : timelinessOf(loaded.running.scheme, loaded.state, now().toISOString(), calendar);
  }

  /** Every case of one scheme or of all, under whichever version, in the order of their submission. */
  async all(schemeId?: string): Promise<readonly LoadedCase[]> {
    const mayBe = (id: string): boolean => schemeId === undefined || (this.#schemeOf.get(id) ?? schemeId) === schemeId;
    const loaded = await Promise.all((await this.#options.store.caseIds()).filter(mayBe).map((id) => this.#load(id)));
    return loaded.filter((item) => item !== undefined).filter(({ running }) => schemeId === undefined || running.scheme.id === schemeId);
  }

  async #load(caseId: string): Promise<LoadedCase | undefined> {
    const events: readonly CaseEvent[] = await this.#options.store.events(caseId);
    const log = JSON.stringify(events);
    const known = this.#checked.get(caseId);
    if (known?.log === log) return this.#withHoldings(caseId, known.loaded);
    const first = events[0];
    const running = first === undefined ? undefined : await this.#options.schemes.byHash(first.schemeHash);
    if (running === undefined) return undefined;
    this.#schemeOf.set(caseId, running.scheme.id);
    const { state, problems } = foldCase(running.scheme, events);
    if (state === undefined) return undefined;
    const loaded = { running, state, problems };
    this.#checked.set(caseId, { log, loaded });
    return this.#withHoldings(caseId, loaded);
  }

  /** Posts stand in the log of the project, which grows by itself: they are looked up each time. */
  async #withHoldings(caseId: string, loaded: LoadedCase): Promise<LoadedCase> {
    const holdings = (loaded.running.scheme.supervision?.posts ?? []).length === 0 ? [] : await this.#options.holdings(caseId);
    return holdings.length === 0 ? loaded : { ...loaded, holdings };
  }

  #decisionOn({ scheme }: RunningScheme, state: CaseState): Decision {
    const today = this.today();
    const known = this.#decisions.get(state);
    if (known?.today === today) return known.decision;
    const decision = decide(scheme, caseFromState(state), { calendar: this.#options.calendar, today });
    this.#decisions.set(state, { today, decision });
    return decision;
  }

  /** Answers as they are stored: computed fields calculated here again, answers of hidden questions as their policy says. */
  #settled(scheme: Scheme, answers: unknown): unknown {
    const form = applicationForm(scheme);
    if (form === undefined || typeof answers !== 'object' || answers === null || Array.isArray(answers)) return answers;
    const checked = checkAnswers(form, answers, { validator: this.#validator, evaluateCondition, facts: { parameters: parametersFact(scheme), today: this.today() }, records: { calendar: this.#options.calendar } });
    // Wrong answers go on as they came, so that the refusal names what the person wrote.
    return checked.problems.some(({ severity }) => severity === 'error' || severity === 'undecided') ? answers : checked.answers;
  }

  /** Files that the portal does not have, or not as the answers say, or that are somebody else's: naming a file would show it. */
  async #fileProblems(identity: Identity, answers: unknown, locale: Locale): Promise<readonly Problem[]> {
    const owner = ownerOf(identity);
    const problems: Problem[] = [];
    for (const { pointer, ...named } of namedFiles(answers)) {
      const upload = await this.#options.uploads.find(named.id);
      const isTrue = upload?.owner === owner && upload.hash === named.hash && upload.size === named.size && upload.name === named.name && (named.scan !== 'clean' || upload.scan === 'clean');
      if (!isTrue) problems.push({ ...portalProblem('portal/unknown-file', locale), document: 'answers', pointer });
    }
    return problems;
  }

  /** Files of a record are named by their ids alone. */
  async #recordedFileProblems(identity: Identity, { files }: CaseAction['data'], locale: Locale): Promise<readonly Problem[]> {
    const ids: readonly unknown[] = Array.isArray(files) ? files : [];
    const uploads = await Promise.all(ids.map((id) => this.#options.uploads.find(String(id))));
    return uploads.flatMap((upload, index) => (upload?.owner === ownerOf(identity) ? [] : [{ ...portalProblem('portal/unknown-file', locale), document: 'action', pointer: `/data/files/${index}` }]));
  }

  /** Requirements that are not met, each with its reason and remedy: such an application is not taken in, the draft stays. */
  #requirementProblems(scheme: Scheme, state: CaseState, locale: Locale): readonly Problem[] {
    const { trace } = decide(scheme, caseFromState(state), { calendar: this.#options.calendar, today: this.today() });
    return trace.eligibility.requirements
      .filter(({ met }) => met !== true)
      .map(({ id, met, pointer }) => portalProblem(met === false ? 'portal/requirement-not-met' : 'portal/requirement-unknown', locale, { rule: scheme.eligibility.rules.find((rule) => rule.id === id), pointer }));
  }

  /** Where the scheme counts cases, one submission comes after the other: two at the same moment would both find the last place free. */
  inTurn<T>({ scheme }: RunningScheme, work: () => Promise<T>): Promise<T> {
    if (!countsCases(scheme)) return work();
    const done = (this.#turns.get(scheme.id) ?? Promise.resolve()).then(work);
    this.#turns.set(scheme.id, done.catch(() => undefined));
    return done;
  }

  /** The cases of a scheme that counts them, under whichever version. */
  async #counted({ scheme }: RunningScheme): Promise<readonly LoadedCase[]> {
    if (!countsCases(scheme)) return [];
    const all = await this.all(scheme.id);
    if (!countsReports(scheme)) return all;
    return Promise.all(all.map(async (each) => ({ ...each, overdueReports: await this.#options.overdueReports(each.state.id) })));
  }

  /** What a submission is counted against, for others that take applications in. */
  async counted(running: RunningScheme): Promise<readonly CaseToCount[]> {
    return (await this.#counted(running)).map(toCount);
  }

  /** The numbers that are known before anything is filled in, such as the late reports of whoever applies: what hangs on an answer is counted at the submission. `caseId` is the case that is completed. */
  async countsFor(identity: Identity, schemeId: string, caseId = ''): Promise<Readonly<Record<string, number>>> {
    const running = await this.#options.schemes.current(schemeId);
    if (running === undefined || !takesPart(identity, running)) return {};
    const application = { id: caseId, submittedAt: this.#options.now().toISOString(), applicant: applicantOf(identity), answers: {} };
    return countFacts(running.scheme, application, await this.counted(running));
  }

  /** What the portal knows of a case that is submitted: the numbers that its scheme counts. */
  known({ scheme }: RunningScheme, id: string, { type, data }: CaseAction, others: readonly CaseToCount[]): Pick<AppendContext, 'known'> {
    if (type !== 'submitted' || !countsCases(scheme) || !isApplication(data)) return {};
    return { known: { facts: countFacts(scheme, { id, submittedAt: this.#options.now().toISOString(), ...data }, others) } };
  }

  #context(running: RunningScheme, caseId: string, locale: Locale): AppendContext {
    return appendContext(running, caseId, { calendar: this.#options.calendar, today: this.today(), validator: this.#validator, locale });
  }

  /** The case as this person may see it; what they may do next is found from the whole of it. */
  #view(running: RunningScheme, state: CaseState, identity: Identity, problems: readonly Problem[] = [], holdings: readonly PostHolding[] = []): CaseView {
    const { scheme } = running;
    const actor = actorOf(identity);
    const viewer = viewerOf(identity, { running, state, holdings });
    const decision = this.#decisionOn(running, state);
    const seen = { state: visibleCase(scheme, state, viewer), decision: visibleDecision(scheme, decision, state, viewer) };
    if (seen.state === undefined || seen.decision === undefined) throw new Error(`The case ${state.id} was asked for by somebody who may not see it`);
    const status = isOwn(identity, { running, state }) ? { status: publicStatus(scheme, state, { today: this.today(), calendar: this.#options.calendar }) } : {};
    return {
      state: seen.state, decision: seen.decision, ...status, isProject: projectApproval(scheme, state) !== undefined, problems,
      next: problems.length > 0 ? [] : nextActions(scheme, state, actor, this.#options.now().toISOString(), { calendar: this.#options.calendar, schemeHash: running.hash }),
    };
  }
}

/** Whether a case is shown to somebody at all; what of it, is for `visibleCase` to say. */
export function mayRead(identity: Identity, { running, state, holdings = [] }: Pick<LoadedCase, 'running' | 'state' | 'holdings'>): boolean {
  const role = running.scheme.organisation.roles.find(({ id }) => id === identity.role);
  if (role === undefined || !takesPart(identity, running)) return false;
  // Whoever holds a post of the project sees it; whoever left one no longer does, but for what an office of theirs sees.
  const held = holdsPost(running.scheme, holdings, actorOf(identity));
  if (held === 'holds') return true;
  if (isOwn(identity, { running, state })) return held !== 'left';
  if (isPostOnlyRole(running.scheme, role.id)) return false;
  // Applicants see their own, also where a later stage is theirs again.
  if (running.scheme.stages.some(({ actor, method }) => method === 'application' && actor.role === role.id)) return false;
  const acts = running.scheme.stages.some(({ actor, method }) => method !== 'application' && actor.role === role.id);
  if (!acts && !isToldOfDelay(running.scheme, role.id)) return role.level === running.scheme.organisation.levels[0]?.id;
  // A village sees its own residents, a town its own villages, also where it is only told of what is late; whoever has no town acts for the whole district.
  const inCharge = unitInCharge(running.scheme, role.id, state.applicant);
  if (inCharge !== undefined && identity.unit !== undefined) return inCharge === identity.unit || inCharge === identity.town;
  return identity.town === undefined || identity.town === state.applicant.town;
}

/** As whom somebody sees a case: whoever acts for the unit that carries its project out sees it as that unit does. */
export function viewerOf(identity: Identity, { running: { scheme }, state, holdings = [] }: Pick<LoadedCase, 'running' | 'state' | 'holdings'>): EventActor {
  const actor = actorOf(identity);
  const forUnit = (scheme.supervision?.posts ?? []).filter(({ actsForUnit }) => actsForUnit === true).map(({ id }) => id);
  return holdsPost(scheme, holdings.filter(({ post }) => forUnit.includes(post)), actor) === 'holds' ? { ...actor, unit: state.applicant.id } : actor;
}

/** Who drafts and files belong to: a unit, so that colleagues go on with them. Residents are no colleagues of their village's officers. */
export function ownerOf({ unit, id, role }: Identity): string {
  return role === 'resident' ? id : (unit ?? id);
}

export function actorOf({ id, name, role, unit, town }: Identity): EventActor {
  return { id, name, role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
}

/** Whoever applies for no unit is called by the role, `村（居）民`: the name of a person is an answer, with its own rules for who sees it. */
export function applicantOf({ id, unit, unitName, title, level, town }: Identity): Case['applicant'] {
  const name = unitName ?? (unit === undefined && title !== undefined ? localize(title, 'zh-CN') : undefined);
  return { id: unit ?? id, ...(name === undefined ? {} : { name }), ...(level === undefined ? {} : { level }), ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
}

/** A role of the same name in another scheme is another role. */
export const takesPart = ({ schemes }: Identity, { scheme }: RunningScheme): boolean => schemes === undefined || schemes.includes(scheme.id);

const toCount = ({ state, overdueReports }: Pick<LoadedCase, 'state' | 'overdueReports'>): CaseToCount => (overdueReports === undefined ? state : { ...state, overdueReports });

const countsReports = ({ eligibility }: Scheme): boolean => eligibility.hostFacts?.some(({ count }) => count?.of === 'overdueReports') === true;

const countsCases = ({ eligibility }: Scheme): boolean => eligibility.hostFacts?.some(({ count }) => count !== undefined) === true;

/** Answers that are none are refused with the submission; there is nothing to count by. */
function isApplication(data: CaseAction['data']): data is Pick<Case, 'answers' | 'applicant'> {
  return typeof data['answers'] === 'object' && data['answers'] !== null && typeof data['applicant'] === 'object' && data['applicant'] !== null;
}

/** Whether somebody fills in for the unit that applies, or for themselves. */
function isOwn(identity: Identity, { running, state }: Pick<LoadedCase, 'running' | 'state'>): boolean {
  return isApplicantOf(running.scheme, state, actorOf(identity));
}
