import type { Grading, PayRule } from '@cobuild/core';
import { addDecimals, decimalToNumber, parseDecimal } from '@cobuild/core';
import type { PayResult } from '../pay/index.js';
import { computePay } from '../pay/index.js';
import type { ExactText } from '../scoring/exact.js';
import { rank } from '../ranking/index.js';
import { grade } from './grade.js';
import type { GradedProject, GradingItem, GradingOptions, GradingResult } from './grading-types.js';

/** An entry of a register: what is assessed, such as a household, a site or a secretary. */
export interface RegisterEntry extends GradedProject {
  /** Who shares one pot, such as the households of a village; all together where absent. */
  readonly group?: string;
  /** What pay is worked out from, by fact. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface AssessedEntry extends Pick<GradingItem, 'id' | 'grade' | 'without' | 'reward'> {
  /** The mark that decides, as decimal or fraction text. */
  readonly score?: ExactText;
  /** In its group; equals share the better one. */
  readonly rank?: number;
  readonly pay?: PayResult;
}

/** What came out for those who share one pot. */
export interface AssessedGroup extends Pick<GradingResult, 'outcome' | 'rows' | 'reward' | 'holes' | 'problems'> {
  readonly group: string;
  readonly entries: number;
  /** Entries of which a mark is missing. */
  readonly missing: number;
}

export interface RegisterAssessment {
  readonly items: ReadonlyMap<string, AssessedEntry>;
  /** In the order in which they came up. */
  readonly groups: readonly AssessedGroup[];
  /** Entries by grade, in the order of the grades. */
  readonly grades: readonly { readonly grade: string; readonly filled: number }[];
  /** Rewards granted, in yuan: those of groups that are settled and within their pot. */
  readonly granted: number;
  readonly missing: number;
}

export interface AssessmentProgress { readonly done: number; readonly of: number }

/**
 * Grades a register group by group, each within its own pot. Works in steps, one per group, so that a page with tens of thousands of entries can go on answering keys:
 * take the steps as time allows, or `assessRegister` to have it at once.
 *
 * @param grading - Parameter references already replaced by their values.
 * @param pay - A rule by which each entry is paid besides.
 * @returns Through `next()`, progress after each group; in the end the assessment. A group whose marks are not complete, or whose rewards are over its pot, grants nothing.
 */
export function* assessmentSteps(grading: Grading, entries: readonly RegisterEntry[], { pay, ...options }: GradingOptions & { readonly pay?: PayRule } = {}): Generator<AssessmentProgress, RegisterAssessment> {
  const items = new Map<string, AssessedEntry>();
  const groups: AssessedGroup[] = [];
  let done = 0;
  for (const [group, members] of byGroup(entries)) {
    const result = grade(grading, members, options);
    const ranks = ranksOf(result);
    const facts = new Map(members.map((member) => [member.id, member.facts]));
    for (const item of result.items) {
      const place = ranks.get(item.id);
      const paid = pay === undefined ? undefined : computePay(pay, facts.get(item.id) ?? {});
      items.set(item.id, {
        id: item.id, ...(item.grade === undefined ? {} : { grade: item.grade }), ...(item.without === undefined ? {} : { without: item.without }), ...(item.reward === undefined ? {} : { reward: item.reward }),
        ...scoreOf(item), ...(place === undefined ? {} : { rank: place }), ...(paid === undefined ? {} : { pay: paid }),
      });
    }
    const { outcome, rows, reward, holes, problems } = result;
    groups.push({ group, entries: members.length, missing: result.items.filter(({ without }) => without === 'mark').length, outcome, rows, reward, holes, problems });
    done += members.length;
    yield { done, of: entries.length };
  }
  const granted = [...items.values()].reduce((sum, { reward }) => (reward === undefined ? sum : addDecimals(sum, reward)), parseDecimal(0));
  return {
    items, groups, granted: decimalToNumber(granted), missing: groups.reduce((sum, { missing }) => sum + missing, 0),
    grades: grading.grades.map(({ id }, index) => ({ grade: id, filled: groups.reduce((sum, { rows }) => sum + (rows[index]?.filled ?? 0), 0) })),
  };
}

/** The same at once, for servers and scripts. @example assessRegister(grading, entries).granted // 32800 */
export function assessRegister(grading: Grading, entries: readonly RegisterEntry[], options: GradingOptions & { readonly pay?: PayRule } = {}): RegisterAssessment {
  const steps = assessmentSteps(grading, entries, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function byGroup(entries: readonly RegisterEntry[]): ReadonlyMap<string, readonly RegisterEntry[]> {
  const groups = new Map<string, RegisterEntry[]>();
  for (const entry of entries) {
    const { group = '' } = entry;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [entry]);
    else members.push(entry);
  }
  return groups;
}

const scoreOf = ({ rounded, score }: GradingItem): { readonly score?: ExactText } => {
  const decisive = rounded ?? score;
  return decisive === undefined ? {} : { score: decisive };
};

/** Grading by marks gives no ranks; by places it has them already. */
function ranksOf({ items, by }: GradingResult): ReadonlyMap<string, number> {
  if (by === 'places') return new Map(items.flatMap(({ id, rank: place }) => (place === undefined ? [] : [[id, place] as const])));
  const scored = items.flatMap((item) => { const { score } = scoreOf(item); return score === undefined ? [] : [{ id: item.id, score }]; });
  return new Map(rank(scored, [{ by: 'score' }]).places.map(({ id, rank: place }) => [id, place]));
}
