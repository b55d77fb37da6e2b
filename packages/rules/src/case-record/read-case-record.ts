import type { Calendar, CaseEvent, Locale, Problem, Scheme } from '@cobuild/core';
import { CanonicalJsonError, canonicalJson, dateInZone, formatDate, hashDocument } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import type { ActionContext } from '../lifecycle/action-problems.js';
import { actionProblems } from '../lifecycle/action-problems.js';
import { chainProblem } from '../lifecycle/event-chain.js';
import { replayCase } from '../lifecycle/replay-case.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { ruleMessage, ruleProblem } from '../locales/rule-message.js';
import type { FundedProject, ProjectEvent } from '../project/index.js';
import { applyProjectEvent } from '../project/apply-project-event.js';
import { openProject, projectProblems } from '../project/index.js';
import type { CaseState } from '../results.js';
import type { CaseRecord, RecordedProject } from './case-record.js';
import { filesIn } from './case-record.js';

export interface ReadRecordOptions extends EligibilityOptions {
  /** The published scheme, with which the log is read as it was when it was written. Without it hashes are checked, and no state comes out. */
  readonly published?: { readonly hash: string; readonly scheme: Scheme };
  /** Which days are worked. With it, each event of the case and of its project is asked for anew: whether the scheme let that person do that then. Without it the turn of the events of the case and both chains are checked alone. */
  readonly calendar?: Calendar;
  /**
   * Checks answers against a form of the scheme, as on the day of the event (`2026-03-05`). With it and `calendar`, what was submitted, filled in at a stage and reported has to be what the forms take; without it
   * forms are the caller's to check.
   */
  readonly validateAnswers?: (formId: string, answers: Readonly<Record<string, unknown>>, day: string) => readonly Problem[];
  /** Name of the file in problems, default `case.json`. */
  readonly document?: string;
  readonly locale?: Locale;
}

/** A record that is whole, or the first thing that is wrong with it. */
export interface ReadRecord {
  /** Absent where there is a problem: a record is taken whole or not at all. */
  readonly record?: CaseRecord;
  /** With `published` only. */
  readonly state?: CaseState;
  readonly project?: FundedProject;
  readonly problems: readonly Problem[];
}

/**
 * Reads a record that `exportCase` made: format, each link of both chains, the turn of each event of the case under its scheme, whether the scheme
 * let that person do that on that day at each event of both logs (with `calendar`), whether the answers are those of the forms (with `validateAnswers`), the list of files, the hash of the whole. The first event that is bad is named, with its place, and nothing of the record is taken.
 *
 * Somebody who makes both chains and the hash anew is not found by this: keep the hash of the record elsewhere, such as in a printed index.
 *
 * @example
 * const { record, state, problems } = readCaseRecord(text, { published });
 * if (record !== undefined) await store.append(record.caseId, record.events);
 */
export function readCaseRecord(text: string, options: ReadRecordOptions = {}): ReadRecord {
  const { document = 'case.json', locale = 'zh-CN', published, calendar, validateAnswers, ...eligibility } = options;
  const refused = (code: ProblemCode, pointer = '', params: Readonly<Record<string, unknown>> = {}): ReadRecord => ({ problems: [ruleProblem(code, { document, pointer, params, locale })] });
  const record = parsed(text);
  if (record === undefined) return refused('record/not-json');
  const defect = defectOf(record);
  if (defect !== undefined) return refused(defect === '/formatVersion' ? 'record/other-version' : 'record/malformed', defect, { pointer: defect });
  const bad = badEvent(record, document, locale) ?? badProject(record.project, document, locale);
  if (bad !== undefined) return { problems: [bad] };
  if (canonicalJson(filesIn([record.events, record.project])) !== canonicalJson(record.files)) return refused('record/files-differ', '/files');
  const { hash, ...content } = record;
  if (hashDocument(content) !== hash) return refused('record/hash-mismatch', '/hash');
  if (published === undefined) return { record, problems: [] };

  const { id, version } = published.scheme;
  if (record.scheme.hash !== published.hash || record.scheme.id !== id || record.scheme.version !== version) return refused('record/other-scheme', '/scheme', { scheme: `${record.scheme.id} ${record.scheme.version}`, given: `${id} ${version}` });
  const { states, problems: [outOfTurn] } = replayCase(published.scheme, record.events, options);
  if (outOfTurn !== undefined) return { problems: [atEvent(outOfTurn, record.events, document, locale)] };
  const forbidden = calendar === undefined ? undefined : firstForbidden(published.scheme, record.events, states, { ...eligibility, calendar, locale, schemeHash: published.hash }, validateAnswers);
  const notAllowed = (codes: { readonly event: ProblemCode; readonly answers: ProblemCode }, list: string, { index, event: { type, at }, reason, answers = [] }: NotAllowed): ReadRecord => {
    const about = { index: index + 1, type, at, on: formatDate(dateInZone(at), locale) };
    if (reason !== undefined) return refused(codes.event, `${list}/${index}`, { ...about, reason });
    return { problems: answers.map(({ code, pointer, message }) => ruleProblem(codes.answers, { document, pointer: `${list}/${index}/data/answers${pointer}`, params: { ...about, code, reason: message }, locale })) };
  };
  if (forbidden !== undefined) return notAllowed({ event: 'record/case-not-allowed', answers: 'record/case-answers' }, '/events', forbidden);
  const project = record.project === undefined ? undefined : readProject(published.scheme, record.project, calendar, locale, validateAnswers);
  if (project === 'malformed') return refused('record/malformed', '/project', { pointer: '/project' });
  if (project !== undefined && 'index' in project) return notAllowed({ event: 'record/project-not-allowed', answers: 'record/project-answers' }, '/project/events', project);
  const state = states[states.length - 1];
  return { record, ...(state === undefined ? {} : { state }), ...(project === undefined ? {} : { project }), problems: [] };
}

/** An event that the scheme does not allow where it stands, and why; or one that it allows, and what the forms do not take of its answers. */
interface NotAllowed { readonly index: number; readonly event: { readonly type: string; readonly at: string }; readonly reason?: string; readonly answers?: readonly Problem[] }

type AnswersCheck = ReadRecordOptions['validateAnswers'];

/**
 * What stands in the way of an event, asked for with its answers. A refusal of the event itself comes first; the answers are told one by one, each with its place.
 *
 * @param ask - Gives all that is wrong, with the check of answers of that day.
 */
function refusalOf(index: number, event: NotAllowed['event'], check: AnswersCheck, ask: (validateAnswers: ActionContext['validateAnswers']) => readonly Problem[]): NotAllowed | undefined {
  const answers: Problem[] = [];
  const day = dateInZone(event.at);
  const problems = ask(check === undefined ? undefined : (form, given) => {
    const found = check(form, given, day);
    answers.push(...found);
    return found;
  });
  const refusal = problems.find((problem) => !answers.includes(problem));
  if (refusal !== undefined) return { index, event, reason: refusal.message };
  return answers.length === 0 ? undefined : { index, event, answers };
}

/** The first event of the case that its actor could not have made at its time, as the case stood before it. */
function firstForbidden(scheme: Scheme, events: readonly CaseEvent[], states: readonly CaseState[], context: ActionContext, check: AnswersCheck): NotAllowed | undefined {
  for (const [index, event] of events.entries()) {
    const { type, data, actor, at } = event;
    const refused = refusalOf(index, event, check, (validateAnswers) => actionProblems(scheme, states[index - 1], { type, data: { ...data } }, actor, at, { ...context, ...(validateAnswers === undefined ? {} : { validateAnswers }) }));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** A chain that fits may still hold entries without their data, if somebody made it by hand. */
function readProject(scheme: Scheme, { opening, events }: RecordedProject, calendar: Calendar | undefined, locale: Locale, check: AnswersCheck): FundedProject | NotAllowed | 'malformed' {
  try {
    let project = openProject(opening);
    for (const [index, event] of events.entries()) {
      const before = project;
      const refused = calendar === undefined ? undefined : refusalOf(index, event, check, (validateAnswers) => projectProblems(scheme, before, event, event.actor, event.at, { calendar, locale, ...(validateAnswers === undefined ? {} : { validateAnswers }) }));
      if (refused !== undefined) return refused;
      project = applyProjectEvent(scheme, project, event);
    }
    return project;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return 'malformed';
    throw error;
  }
}

function parsed(text: string): CaseRecord | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    // Nested too deep for a hash, or no object at all.
    canonicalJson(value);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as CaseRecord) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof CanonicalJsonError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const MEMBERS: readonly string[] = ['format', 'formatVersion', 'caseId', 'scheme', 'events', 'project', 'files', 'hash'];

/** Pointer of the first member that no record has so. What nobody reads could be added to it unseen, so there is no other member. */
function defectOf(record: Readonly<Partial<Record<keyof CaseRecord, unknown>>>): string | undefined {
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
  const { format, formatVersion, caseId, scheme, events, project, files, hash } = record;
  const other = Object.keys(record).find((key) => !MEMBERS.includes(key));
  if (format !== 'cobuild-case') return '/format';
  if (formatVersion !== 1) return '/formatVersion';
  if (typeof caseId !== 'string') return '/caseId';
  if (!isObject(scheme) || ['id', 'version', 'hash'].some((key) => typeof scheme[key] !== 'string')) return '/scheme';
  if (!Array.isArray(events) || events.length === 0) return '/events';
  if (project !== undefined && !(isObject(project) && isObject(project['opening']) && Array.isArray(project['events']) && project['events'].every((event: unknown) => isObject(event) && isObject(event['data'])))) return '/project';
  if (!Array.isArray(files)) return '/files';
  return typeof hash === 'string' ? (other === undefined ? undefined : `/${other}`) : '/hash';
}

function badEvent({ events, caseId, scheme }: CaseRecord, document: string, locale: Locale): Problem | undefined {
  for (const [index, event] of events.entries()) {
    const problem = chainProblem(event, index, events[index - 1]);
    if (problem !== undefined) return atEvent(problem, events, document, locale);
    const foreign = event.caseId !== caseId ? 'case/other-case' : event.schemeHash !== scheme.hash ? 'case/mixed-schemes' : undefined;
    if (foreign !== undefined) return atEvent(ruleProblem(foreign, { document, pointer: `/${index}`, params: { index: index + 1 } }), events, document, locale);
  }
  return undefined;
}

/** A problem of the log at its place in the file, with what the event says of itself. */
function atEvent({ code, pointer, params }: Problem, events: readonly CaseEvent[], document: string, locale: Locale): Problem {
  const { type, at } = (events[Number(pointer.slice(1))] as Partial<CaseEvent> | undefined) ?? {};
  const about = { ...params, ...(typeof type === 'string' ? { type } : {}), ...(typeof at === 'string' ? { at } : {}) };
  return { code, severity: 'error', document, pointer: `/events${pointer}`, params: about, message: ruleMessage(code as ProblemCode, about, locale), remedy: ruleMessage('record/changed/remedy', about, locale) };
}

/** The chain of the project; what its events mean is read with the scheme. */
function badProject(project: RecordedProject | undefined, document: string, locale: Locale): Problem | undefined {
  if (project === undefined) return undefined;
  let last = openProject(project.opening).lastHash;
  for (const [index, event] of project.events.entries()) {
    if (!isNext(event, index, last)) return { ...ruleProblem('project/broken-chain', { document, pointer: `/project/events/${index}`, params: { index: index + 1 }, locale }), remedy: ruleMessage('record/changed/remedy', {}, locale) };
    last = event.hash;
  }
  return undefined;
}

function isNext({ hash, ...rest }: ProjectEvent, index: number, last: string): boolean {
  return rest.sequence === index + 1 && rest.previousHash === last && hashDocument(rest) === hash;
}
