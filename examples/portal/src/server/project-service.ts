import type { Calendar, CommitteeMember, FormDefinition, Locale, LocalizedText, Problem, Scheme } from '@cobuild/core';
import { checkAnswers, createInterpreter, dateInZone, hashDocument, parametersFact, visibleAnswers } from '@cobuild/core';
import type { CaseState, DossierSeal, FundedProject, HandOver, HandOverPlan, HandOverSource, Identity, ProjectAction, ProjectActionContext, ProjectEvent, PublicProject, PublicProjectOptions, RecordedProject, SettledGrade } from '@cobuild/rules';
import { appendProjectEvent, applicationForm, dossierOf, evaluateCondition, foldProject, handOverPlan, overdueReports, projectApproval, projectEnd, publicProject } from '@cobuild/rules';
import type { CaseService, CaseView } from './case-service.js';
import { actorOf, ownerOf } from './case-service.js';
import type { Logs } from './joint-act.js';
import { portalProblem } from './portal-problem.js';
import { approvedBy, payeeOf, projectOpening } from './project-opening.js';
import type { ProjectStore } from './project-store.js';
import { projectTasks } from './project-tasks.js';
import type { PublishedSchemes, RunningScheme } from './published-schemes.js';
import type { StoredUpload, Uploads } from './uploads.js';

/** What one person may see of an approved project. */
export interface ProjectView {
  readonly state: CaseState;
  /** How its case came out. */
  readonly decision: CaseView['decision'];
  readonly project: FundedProject;
  /** Nothing was left out of either log, so that whoever reads them can check them themselves. */
  readonly whole: boolean;
  /** What waits for this person here, a few words each. */
  readonly tasks: readonly LocalizedText[];
  readonly seal?: DossierSeal;
  /** What is wrong with the stored log; nothing can be done with such a project. */
  readonly problems: readonly Problem[];
}

interface Loaded { readonly running: RunningScheme; readonly project: FundedProject; readonly full: CaseState; readonly seal?: DossierSeal; readonly problems: readonly Problem[] }

/** Done; refused for its own problems; or refused since somebody else was first, with what stands now. */
export type ProjectOutcome =
  | { readonly kind: 'done'; readonly view: ProjectView }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'conflict'; readonly problems: readonly Problem[]; readonly view: ProjectView };

export interface ProjectServiceOptions {
  readonly projects: ProjectStore;
  /** Appends to their logs, together with what follows for the fund. */
  readonly book: Logs['book'];
  readonly cases: CaseService;
  readonly schemes: PublishedSchemes;
  readonly uploads: Uploads;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** What settled evaluations of a scheme came to, by case. */
  readonly grades: (scheme: Scheme) => Promise<ReadonlyMap<string, SettledGrade>>;
}

/** Approved projects: contract, money, reports, findings, file. What may be done is decided here again, by the rules that the page uses. */
export class ProjectService {
  readonly #options: ProjectServiceOptions;
  readonly #validator = createInterpreter();

  constructor(options: ProjectServiceOptions) {
    this.#options = options;
  }

  /** Projects of a scheme that this person may see, in the order in which they were applied for. */
  async list(identity: Identity, schemeId: string): Promise<readonly ProjectView[]> {
    return this.among(identity, await this.#options.cases.list(identity, schemeId));
  }

  /** Those of these cases, as this person sees them, that are projects. */
  async among(identity: Identity, cases: readonly CaseView[]): Promise<readonly ProjectView[]> {
    const views = await Promise.all(cases.filter(({ isProject }) => isProject).map((seen) => this.#project(identity, seen)));
    return views.filter((view) => view !== undefined);
  }

  async view(identity: Identity, id: string): Promise<ProjectView | undefined> {
    const seen = await this.#options.cases.view(identity, id);
    return seen === undefined ? undefined : this.#project(identity, seen);
  }

  async #project(identity: Identity, seen: CaseView): Promise<ProjectView | undefined> {
    const loaded = await this.#load(seen.state.id);
    return loaded === undefined ? undefined : this.#view(identity, loaded, seen, seen.problems);
  }

  /**
   * Does one thing to a project. `sequence` is the last event that the person saw: where somebody else went on since, nothing is done and the answer holds what
   * stands now.
   */
  async act(identity: Identity, id: string, action: ProjectAction, sequence: number | undefined, locale: Locale): Promise<ProjectOutcome> {
    const seen = await this.#options.cases.view(identity, id);
    const loaded = seen === undefined ? undefined : await this.#load(id);
    if (seen === undefined || loaded === undefined) return { kind: 'refused', problems: [portalProblem('portal/unknown-project', locale)] };
    const standing = [...seen.problems, ...loaded.problems];
    if (standing.length > 0) return { kind: 'refused', problems: standing };
    const conflict = async (): Promise<ProjectOutcome> => {
      const now = (await this.#load(id)) ?? loaded;
      return { kind: 'conflict', problems: [portalProblem('portal/project-conflict', locale)], view: this.#view(identity, now, seen, []) };
    };
    if (sequence !== undefined && sequence !== loaded.project.sequence) return conflict();
    const { scheme } = loaded.running;
    const settled = this.#settled(scheme, action);
    const made = appendProjectEvent(scheme, loaded.project, settled, actorOf(identity), this.#options.now().toISOString(), this.#context(scheme, locale));
    if ('problems' in made) return { kind: 'refused', problems: made.problems };
    const unknown = await this.#fileProblems(identity, settled, locale);
    if (unknown.length > 0) return { kind: 'refused', problems: unknown };
    const booked = await this.#options.book.append(scheme, loaded.project, made.event, made.project);
    if (booked.kind === 'conflict') return conflict();
    if (booked.kind === 'refused') return { kind: 'refused', problems: booked.problems };
    return { kind: 'done', view: this.#view(identity, { ...loaded, project: made.project }, seen, []) };
  }

  /** Writes down that the file was closed as it is; refused where something is missing, or the hash is of another state. */
  async seal(identity: Identity, id: string, hash: string, locale: Locale): Promise<ProjectOutcome> {
    const view = await this.view(identity, id);
    const loaded = await this.#load(id);
    if (view === undefined || loaded === undefined) return { kind: 'refused', problems: [portalProblem('portal/unknown-project', locale)] };
    if (!view.whole || !maySeal(identity, loaded.running.scheme)) return { kind: 'refused', problems: [portalProblem('portal/not-allowed', locale)] };
    const dossier = dossierOf(loaded.running.scheme, loaded.full, { project: loaded.project, today: this.#today(), calendar: this.#options.calendar });
    if (!dossier.complete || dossier.seal.hash !== hash) return { kind: 'refused', problems: [portalProblem('portal/dossier-changed', locale)] };
    const seal = { hash, at: this.#options.now().toISOString() };
    await this.#options.projects.seal(id, seal);
    return { kind: 'done', view: { ...view, seal } };
  }

  /** What of all that somebody holds in a scheme goes to a successor, and what does not; planned on the whole logs of what this person may see. */
  async handOverPlan(identity: Identity, { scheme }: RunningScheme, handOver: HandOver, people: readonly CommitteeMember[], locale: Locale): Promise<HandOverPlan> {
    const seen = await this.#options.cases.list(identity, scheme.id);
    const sources = await Promise.all(seen.map(async ({ state: { id }, isProject }): Promise<HandOverSource | undefined> => {
      const stored = await this.#options.cases.stored(id);
      const loaded = isProject ? await this.#load(id) : undefined;
      return stored === undefined ? undefined : { state: stored.state, ...(loaded === undefined ? {} : { project: loaded.project }) };
    }));
    return handOverPlan(scheme, sources.filter((source) => source !== undefined), handOver, actorOf(identity), this.#options.now().toISOString(), { calendar: this.#options.calendar, today: this.#today(), people, locale });
  }

  /** What anybody may see of the projects of a scheme, under whichever version, the latest first. */
  async publicProjects(schemeId: string, locale: Locale): Promise<readonly PublicProject[]> {
    const all = await this.#options.cases.all(schemeId);
    const told = all.find(({ running: { scheme } }) => scheme.supervision?.disclosure?.result === true)?.running.scheme;
    const grades: ReadonlyMap<string, SettledGrade> = told === undefined ? new Map() : await this.#options.grades(told);
    const shown = await Promise.all(all.map(async ({ running: { scheme }, state }) => {
      const loaded = scheme.supervision?.disclosure === undefined || projectApproval(scheme, state) === undefined ? undefined : await this.#load(state.id);
      const grade = grades.get(state.id);
      return loaded === undefined ? undefined : disclosed(loaded, { locale, ...(grade === undefined ? {} : { grade }) });
    }));
    return shown.filter((project) => project !== undefined).reverse();
  }

  /** A photo that anybody may see; `undefined` for every other file, whoever knows its id. */
  async publicPhoto(id: string, photo: string): Promise<StoredUpload | undefined> {
    const loaded = await this.#load(id);
    const reports = (loaded && disclosed(loaded))?.reports ?? [];
    return reports.some(({ photos = [] }) => photos.some((each) => each.id === photo)) ? this.#options.uploads.find(photo) : undefined;
  }

  /** Somebody of the public says something of a project. */
  async comment(id: string, data: { readonly text: string; readonly name?: string }, locale: Locale): Promise<readonly Problem[]> {
    const loaded = await this.#load(id);
    if (loaded === undefined || loaded.problems.length > 0) return [portalProblem('portal/unknown-project', locale)];
    const { scheme } = loaded.running;
    const made = appendProjectEvent(scheme, loaded.project, { type: 'commentMade', data }, PUBLIC, this.#options.now().toISOString(), this.#context(scheme, locale));
    if ('problems' in made) return made.problems;
    const booked = await this.#options.book.append(scheme, loaded.project, made.event, made.project);
    return booked.kind === 'done' ? [] : booked.kind === 'refused' ? booked.problems : [portalProblem('portal/project-conflict', locale)];
  }

  /** A voucher or a piece of evidence that a project names, for those who may see the project. */
  async file(identity: Identity, id: string, fileId: string): Promise<StoredUpload | undefined> {
    const view = await this.view(identity, id);
    const upload = await this.#options.uploads.find(fileId);
    if (view === undefined || upload === undefined) return undefined;
    return keptFiles(view.project.history).some((file) => file.id === upload.id) ? upload : undefined;
  }

  /** The whole log of a project, for the file of its case; `undefined` where there is none. */
  async record(id: string): Promise<RecordedProject | undefined> {
    const log = (await this.#load(id)) === undefined ? undefined : await this.#options.projects.log(id);
    return log === undefined ? undefined : { opening: log.opening, events: log.events };
  }

  /** A project as it stood at the end of a day; `undefined` where it was none yet, or is not shown to this person. */
  async at(identity: Identity, id: string, day: string): Promise<FundedProject | undefined> {
    const seen = await this.#options.cases.view(identity, id);
    const loaded = seen === undefined ? undefined : await this.#load(id);
    if (seen === undefined || loaded === undefined || loaded.problems.length > 0 || dateInZone(approvedBy(loaded.running.scheme, loaded.full).at) > day) return undefined;
    const { scheme } = loaded.running;
    const { project } = foldProject(scheme, loaded.project.opening, loaded.project.history.filter(({ at }) => dateInZone(at) <= day));
    const { endedOn } = loaded.project;
    return seenProject(scheme, endedOn === undefined || endedOn > day ? project : { ...project, endedOn }, identity, seen.state, loaded.full);
  }

  /** What the ledger of the fund holds of a project, for those who see it; `undefined` where no money is given. */
  async fund(identity: Identity, id: string): Promise<Awaited<ReturnType<Logs['book']['ofProject']>>> {
    const loaded = (await this.#options.cases.view(identity, id)) === undefined ? undefined : await this.#load(id);
    return loaded === undefined ? undefined : this.#options.book.ofProject(loaded.running.scheme, loaded.project);
  }

  /** Reports on a project that are late today; none where the case is no project. */
  async overdueReports(id: string): Promise<number> {
    const loaded = await this.#load(id);
    return loaded === undefined ? 0 : overdueReports(loaded.running.scheme, loaded.project, this.#today(), this.#options.calendar);
  }

  #today(): string {
    return dateInZone(this.#options.now().toISOString());
  }

  async #load(id: string): Promise<Loaded | undefined> {
    const stored = await this.#options.cases.stored(id);
    if (stored === undefined) return undefined;
    const { running, state } = stored;
    const drawn = projectOpening(running.scheme, running.hash, state);
    if (drawn === undefined) return undefined;
    const log = (await this.#options.projects.log(id)) ?? { opening: await this.#options.book.open(running.scheme, drawn, approvedBy(running.scheme, state)), events: [] as readonly ProjectEvent[] };
    const { project, problems } = foldProject(running.scheme, log.opening, log.events);
    const endedOn = projectEnd(running.scheme, state);
    return { running, project: endedOn === undefined ? project : { ...project, endedOn }, full: state, problems, ...('seal' in log && log.seal !== undefined ? { seal: log.seal } : {}) };
  }

  /** Answers of a report as they are stored: computed fields worked out here again. */
  #settled(scheme: Scheme, action: ProjectAction): ProjectAction {
    if (action.type !== 'reportSubmitted') return action;
    const form = reportForm(scheme, action.data.duty);
    const checked = form === undefined ? undefined : this.#check(scheme, form, action.data.answers);
    return checked === undefined || checked.problems.some(({ severity }) => severity === 'error') ? action : { ...action, data: { ...action.data, answers: checked.answers as Readonly<Record<string, unknown>> } };
  }

  #check(scheme: Scheme, form: FormDefinition, answers: Readonly<Record<string, unknown>>, locale: Locale = 'zh-CN'): ReturnType<typeof checkAnswers> {
    return checkAnswers(form, answers, { validator: this.#validator, evaluateCondition, locale, facts: { parameters: parametersFact(scheme), today: this.#today() }, records: { calendar: this.#options.calendar } });
  }

  #context(scheme: Scheme, locale: Locale): ProjectActionContext {
    const validateAnswers = (id: string, answers: Readonly<Record<string, unknown>>): readonly Problem[] => {
      const form = scheme.forms.find((each) => each.id === id);
      return form === undefined ? [] : this.#check(scheme, form, answers, locale).problems.filter(({ severity }) => severity === 'error' || severity === 'undecided');
    };
    return { calendar: this.#options.calendar, locale, validateAnswers };
  }

  /** Files that the portal does not have, or that somebody else brought. */
  async #fileProblems(identity: Identity, action: ProjectAction, locale: Locale): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (const file of keptFiles([action])) {
      const upload = await this.#options.uploads.find(file.id);
      if (upload?.owner !== ownerOf(identity) || upload.name !== file.name || (file.hash !== undefined && file.hash !== upload.hash)) problems.push({ ...portalProblem('portal/unknown-file', locale), document: 'action', pointer: '/data/files' });
    }
    return problems;
  }

  #view(identity: Identity, { running, project, full, seal, problems }: Loaded, { state, decision }: Pick<CaseView, 'state' | 'decision'>, ofCase: readonly Problem[]): ProjectView {
    const shown = seenProject(running.scheme, project, identity, state, full);
    const whole = shown === project && state.lastHash !== '';
    const all = [...ofCase, ...problems];
    return {
      state, decision, project: shown, whole, problems: all, ...(seal === undefined ? {} : { seal }),
      tasks: all.length > 0 ? [] : projectTasks(running.scheme, project, actorOf(identity), this.#today(), this.#options.calendar),
    };
  }
}

/** What anybody may see of a project; nothing of one whose log is broken. */
function disclosed({ running: { scheme }, full, project, problems }: Loaded, options: PublicProjectOptions = {}): PublicProject | undefined {
  return problems.length > 0 ? undefined : publicProject(scheme, full, project, options);
}

/** Whoever comments is nobody whom the portal knows. */
const PUBLIC = { id: 'public', role: 'public' } as const;

/** Who closes a file: the office that pays, else the highest level. */
export function maySeal({ role, level }: Identity, { supervision, organisation }: Scheme): boolean {
  return supervision?.payer === undefined ? level === organisation.levels[0]?.id : role === supervision.payer;
}

/** Who releases comments, and is shown the names that people gave. */
const commentsRole = ({ supervision }: Scheme): string | undefined => supervision?.disclosure?.comments?.by ?? supervision?.payer;

function reportForm(scheme: Scheme, duty: string): FormDefinition | undefined {
  const id = scheme.supervision?.reports?.find((report) => report.id === duty)?.form;
  return scheme.forms.find((form) => form.id === id);
}

/** Answers of reports by the visibility of their form; the payee by that of the application. The same object where nothing is left out. */
function seenProject(scheme: Scheme, project: FundedProject, { role }: Identity, { stage }: CaseState, full: CaseState): FundedProject {
  const viewer = { role, stage };
  const application = applicationForm(scheme);
  const { payee } = project.agreement;
  // Whoever may read the answers that name the payee, in whichever questions of the form, reads it in the contract as well.
  const named = payee === undefined ? {} : { ...full.answers, ...(payeeOf(full.answers) === undefined ? { payeeName: payee.name, payeeAccount: payee.account } : {}) };
  const hidesPayee = payee !== undefined && application !== undefined && payeeOf(visibleAnswers(application, named, viewer)) === undefined;
  const readable = (duty: string, answers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const form = reportForm(scheme, duty);
    return form === undefined ? answers : visibleAnswers(form, answers, viewer);
  };
  const isWhole = (duty: string, answers: Readonly<Record<string, unknown>>): boolean => hashDocument(readable(duty, answers)) === hashDocument(answers);
  const moderates = commentsRole(scheme) === role;
  const hidesNames = !moderates && (project.comments ?? []).some(({ name }) => name !== undefined);
  if (!hidesPayee && !hidesNames && project.reports.every(({ duty, answers, earlier }) => isWhole(duty, answers) && earlier.every((each) => isWhole(duty, each.answers)))) return project;
  const withoutPayee = <T extends { readonly payee?: unknown }>(agreement: T): T => {
    if (!hidesPayee) return agreement;
    const { payee: _, ...rest } = agreement;
    return rest as T;
  };
  return {
    // Without its last hash: whoever reads it cannot check the chain.
    ...project, lastHash: '', agreement: withoutPayee(project.agreement), opening: { ...project.opening, agreement: withoutPayee(project.opening.agreement) },
    reports: project.reports.map((report) => ({ ...report, answers: readable(report.duty, report.answers), earlier: report.earlier.map((each) => ({ ...each, answers: readable(report.duty, each.answers) })) })),
    ...(project.comments === undefined || !hidesNames ? {} : { comments: project.comments.map(({ name: _, ...comment }) => comment) }),
    history: project.history.map((event) => {
      if (event.type === 'commentMade' && hidesNames) return { ...event, data: { text: event.data.text } };
      return event.type === 'reportSubmitted' ? { ...event, data: { ...event.data, answers: readable(event.data.duty, event.data.answers) } } : event;
    }),
  };
}

interface Kept { readonly id: string; readonly name: string; readonly hash?: string }

/** Files that actions name, wherever they stand in their data: vouchers, evidence, attachments of a report. */
function keptFiles(actions: readonly Pick<ProjectAction, 'data'>[]): readonly Kept[] {
  const found: Kept[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { id, name, size } = value as Readonly<Record<string, unknown>>;
    if (!Array.isArray(value) && typeof id === 'string' && typeof name === 'string' && size !== undefined) found.push(value as Kept);
    for (const part of Object.values(value)) visit(part);
  };
  for (const { data } of actions) visit(data);
  return found;
}
