import { pointerTokens } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { ValidationIssue, ValidationSession } from '../validation/validator.js';
import type { Answers } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldStatus } from './field-status.js';
import { eachChangedStatus, nearestStatus } from './field-status.js';
import type { Finding } from './findings.js';
import { findingsOf, hasOwnFindings } from './findings.js';
import type { LayoutRank } from './layout-rank.js';
import { compareRanks, rankAt, stepAt } from './layout-rank.js';
import { limitFinding, problemOf, sameProblem } from './problem-sentences.js';
import { branchPart, recordPart } from './parts/form-parts.js';
import type { RecordBook } from './record-book.js';
import type { RecordChecking } from './record-checking.js';
import { sameItems } from './reuse.js';

/** The problems of one field, those inside an answer that is not drawn part by part among them. */
export interface FieldProblems {
  readonly pointer: string;
  readonly stepId: string | undefined;
  readonly problems: readonly Problem[];
}

interface Page {
  readonly pointer: string;
  readonly stepId: string | undefined;
  readonly rank: LayoutRank;
  issues: readonly ValidationIssue[];
  problems: readonly Problem[];
}

/** An issue, or what the closest branch says in its stead, with the field that it is told at. */
interface Placed { readonly issue: ValidationIssue; readonly field: string }

const NO_ISSUES: readonly ValidationIssue[] = [];
const NO_PROBLEMS: readonly Problem[] = [];
const NO_CHECKING: RecordChecking = { rules: undefined, facts: {} };
/** So many fields at a time are put in their places one by one; more are sorted. */
const FEW = 16;

/**
 * The problems of answers that change: a field's findings are looked at again when its status or its issues changed, and a
 * sentence is made when there is a new finding.
 */
export class ProblemBook {
  private pages = new Map<string, Page>();
  /** Pages with problems, in the order of the layout. */
  private sorted: Page[] = [];
  private flat: readonly Problem[] = NO_PROBLEMS;
  private issues = NO_ISSUES;
  private readonly places = new WeakMap<ValidationIssue, readonly Placed[]>();
  private session: Pick<ValidationSession, 'validate'> | undefined;
  /** The answers that were validated last, with what was found. */
  private validated: { readonly counted: Answers; readonly issues: readonly ValidationIssue[] } | undefined;
  private before: { readonly evaluation: Evaluation; readonly locale: Locale } | undefined;

  private readonly records: RecordBook | undefined;

  constructor(private readonly form: CompiledForm) {
    this.records = recordPart.known && new recordPart.known.RecordBook(form);
  }

  /** Every problem, in the order of the layout. */
  get problems(): readonly Problem[] {
    return this.flat;
  }
  get fields(): readonly FieldProblems[] {
    return this.sorted;
  }
  fieldAt(pointer: string): FieldProblems | undefined {
    return this.pages.get(pointer);
  }

  /** The next answers may be objects of before that somebody changed inside: nothing that was found out about an object counts any more. */
  startAnew(): void {
    this.session = undefined;
    this.validated = undefined;
    this.records?.startAnew();
  }

  /** Takes over another evaluation. Returns the pointers of the fields that have other problems than before. */
  update(evaluation: Evaluation, locale: Locale, checking: RecordChecking = NO_CHECKING): ReadonlySet<string> {
    const { before } = this;
    const limits = this.limitFindings(evaluation);
    const isOther = before === undefined || before.locale !== locale || limits.size > 0 || before.evaluation.limits.length > 0;
    const fields = new Set(isOther ? this.pages.keys() : []);
    for (const pointer of limits.keys()) fields.add(pointer);
    this.takeIssues(limits.size > 0 ? NO_ISSUES : this.chosen(evaluation), evaluation.root, fields);
    const { records } = this;
    if (records) {
      eachChangedStatus(before?.evaluation.root, evaluation.root, (now, old) => records.note(now, old));
      for (const pointer of records.update(evaluation, locale, checking)) fields.add(pointer);
    }
    eachChangedStatus(isOther ? undefined : before.evaluation.root, evaluation.root, (now, old) => {
      const status = (now ?? old) as FieldStatus;
      if (this.pages.has(status.pointer) || hasOwnFindings(status.plan)) fields.add(status.pointer);
      // Whether these are asked for depends on what is answered beside them.
      if (status.chosen.length > 0 || status.spec.shape === 'tuple') for (const child of status.children) fields.add(child.pointer);
    });
    this.before = { evaluation, locale };
    const changed = new Set<string>();
    const others = new Set<Page>();
    for (const pointer of fields) {
      const page = this.pages.get(pointer);
      const next = this.problemsOf(pointer, page, limits.size > 0 ? (limits.get(pointer) ?? []) : undefined, evaluation, locale);
      if (sameItems(next, page?.problems ?? NO_PROBLEMS)) continue;
      changed.add(pointer);
      others.add(this.write(pointer, next));
    }
    if (changed.size > 0) this.sort(others);
    return changed;
  }

  private chosen({ root, counted }: Evaluation): readonly ValidationIssue[] {
    const issues = this.validate(counted);
    return branchPart.known?.chosenIssues(issues, root, this.form.gateTests, counted) ?? issues;
  }

  private validate(counted: Answers): readonly ValidationIssue[] {
    const { schema } = this.form;
    // Whether there is an answer at all is asked by the field itself.
    if (schema === undefined || counted === undefined) return NO_ISSUES;
    if (this.validated?.counted !== counted) {
      this.session ??= schema.session?.() ?? schema;
      this.validated = { counted, issues: this.session.validate(counted) };
    }
    return this.validated.issues;
  }

  private limitFindings({ limits, root }: Evaluation): ReadonlyMap<string, readonly Finding[]> {
    const found = new Map<string, Finding[]>();
    for (const limit of limits) {
      const field = nearestStatus(root, pointerTokens(limit.pointer)).status.pointer;
      found.set(field, [...(found.get(field) ?? []), limitFinding(limit)]);
    }
    return found;
  }

  /** Hands new issues to the pages of their fields, and adds the fields whose issues are others. Issues that stay are the same objects. */
  private takeIssues(now: readonly ValidationIssue[], root: FieldStatus, fields: Set<string>): void {
    if (sameItems(now, this.issues)) return;
    this.issues = now;
    const found = new Map<string, ValidationIssue[]>();
    for (const issue of now) {
      for (const placed of this.placed(issue, root)) {
        const others = found.get(placed.field);
        if (others) others.push(placed.issue);
        else found.set(placed.field, [placed.issue]);
      }
    }
    for (const field of new Set([...this.pages.keys(), ...found.keys()])) {
      const issues = found.get(field) ?? NO_ISSUES;
      if (sameItems(this.pages.get(field)?.issues ?? NO_ISSUES, issues)) continue;
      fields.add(field);
      this.pageAt(field).issues = issues;
    }
  }

  private placed(issue: ValidationIssue, root: FieldStatus): readonly Placed[] {
    let placed = this.places.get(issue);
    if (placed === undefined) this.places.set(issue, (placed = placedIssues(issue, root)));
    return placed;
  }

  private problemsOf(pointer: string, page: Page | undefined, limits: readonly Finding[] | undefined, { root, counted }: Evaluation, locale: Locale): readonly Problem[] {
    const { status } = nearestStatus(root, pointerTokens(pointer));
    const found = status.pointer === pointer ? findingsOf(status, page?.issues ?? NO_ISSUES, counted) : [];
    const ofRecord = limits ? NO_PROBLEMS : (this.records?.at(pointer) ?? NO_PROBLEMS);
    const findings = limits ?? (ofRecord.length === 0 ? found : found.filter((finding) => !saidBetter(finding, pointer, ofRecord)));
    const problems = findings.map((finding) => {
      const problem = problemOf(this.form, finding, finding.pointer === pointer ? status : undefined, { counted, root }, locale);
      return page?.problems.find((other) => sameProblem(other, problem)) ?? problem;
    });
    return ofRecord.length === 0 ? problems : [...problems, ...ofRecord];
  }

  private pageAt(pointer: string): Page {
    let page = this.pages.get(pointer);
    if (page === undefined) {
      page = { pointer, stepId: stepAt(this.form, pointer)?.id, rank: rankAt(this.form.plan.root, pointerTokens(pointer)), issues: NO_ISSUES, problems: NO_PROBLEMS };
      this.pages.set(pointer, page);
    }
    return page;
  }

  private write(pointer: string, problems: readonly Problem[]): Page {
    const page = this.pageAt(pointer);
    page.problems = problems;
    if (problems.length === 0 && page.issues.length === 0) this.pages.delete(pointer);
    return page;
  }

  private sort(changed: ReadonlySet<Page>): void {
    if (changed.size > FEW) {
      this.sorted = [...this.pages.values()].filter((page) => page.problems.length > 0).sort((left, right) => compareRanks(left.rank, right.rank));
    } else {
      for (const page of changed) {
        const index = this.indexOf(page.rank);
        const isThere = this.sorted[index]?.pointer === page.pointer;
        if (page.problems.length > 0) this.sorted.splice(index, isThere ? 1 : 0, page);
        else if (isThere) this.sorted.splice(index, 1);
      }
    }
    this.flat = this.sorted.flatMap((page) => page.problems);
  }

  /** Index of the first page that does not stand before a rank. */
  private indexOf(rank: LayoutRank): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareRanks((this.sorted[middle] as Page).rank, rank) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The record's own sentence says which line and which column; the schema's says the same of the whole. What is missing altogether is said by any error: whose signature, which file. */
function saidBetter({ keyword, pointer, severity }: Finding, field: string, ofRecord: readonly Problem[]): boolean {
  const isMissing = keyword === 'required' && pointer === field;
  return ofRecord.some((other) => (other.severity === 'error' || other.severity === severity) && (isMissing || other.pointer === pointer));
}

/** A field with choices says "choose one"; where branches describe groups, what the closest one lacks says more. */
function placedIssues(issue: ValidationIssue, root: FieldStatus): readonly Placed[] {
  const tokens = pointerTokens(issue.instancePointer);
  const { status, depth } = nearestStatus(root, tokens);
  const choices = depth === tokens.length ? status.spec.choices : [];
  if (issue.closest === undefined || issue.closest.length === 0 || choices.length > 0) return [{ issue, field: status.pointer }];
  return issue.closest.flatMap((inner) => placedIssues(inner, root));
}
