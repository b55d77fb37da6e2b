import { toYuan } from '@cobuild/core';
import { bindingAt } from './awards.js';
import type { CaseTable } from './case-table.js';
import type { CaseVerdict } from './case-verdict.js';
import { goesOnAnyway, verdictAt, walkVerdictAt } from './case-verdict.js';
import type { Outcome, PolicyColumns } from './policy-columns.js';
import { OUTCOMES } from './policy-columns.js';
import type { Flip, FlipCause, FlipDirection, FlipPage, FlipQuery } from './simulation-result.js';
import type { Steps } from './steps.js';
import { fenAt } from './totals.js';
import { truthAt } from './truths.js';

/** How far an outcome is from approval. */
const RANKS: Readonly<Record<Outcome, number>> = { ineligible: 0, rejected: 0, notApproved: 0, withdrawn: 0, undetermined: 1, undecided: 1, pending: 1, approved: 2 };
const rankOfCode = OUTCOMES.map((outcome) => RANKS[outcome]);

/** Rows whose outcome differs, or where money is divided their award. */
export function flippedRows({ outcomes: before, awards }: PolicyColumns, { outcomes: after, awards: changed }: PolicyColumns): Int32Array {
  const rows: number[] = [];
  const [given, now] = awards === changed ? [] : [awards?.fen, changed?.fen];
  for (let row = 0; row < before.length; row += 1) if (before[row] !== after[row] || given?.[row] !== now?.[row]) rows.push(row);
  return Int32Array.from(rows);
}

export function directionAt(before: PolicyColumns, after: PolicyColumns, row: number): FlipDirection {
  const [from, to] = [before.outcomes[row] as number, after.outcomes[row] as number];
  const step = from === to ? (after.awards?.fen[row] ?? 0) - (before.awards?.fen[row] ?? 0) : (rankOfCode[to] as number) - (rankOfCode[from] as number);
  return step > 0 ? 'better' : step < 0 ? 'worse' : 'other';
}

/** A page of flips. Only these are put into words, however many there are. */
export function* flipPage(table: CaseTable, before: PolicyColumns, after: PolicyColumns, rows: Int32Array, { offset = 0, limit = 100, direction }: FlipQuery): Steps<FlipPage> {
  const wanted = direction === undefined ? rows : rows.filter((row) => directionAt(before, after, row) === direction);
  const items: Flip[] = [];
  for (const row of wanted.subarray(offset, offset + limit)) {
    items.push(flipAt(table, before, after, row));
    yield;
  }
  return { offset, total: wanted.length, items };
}

function flipAt(table: CaseTable, before: PolicyColumns, after: PolicyColumns, row: number): Flip {
  const verdicts = { before: verdictAt(table, before, row), after: verdictAt(table, after, row) };
  return {
    place: table.places[row] ?? row, id: table.ids[row] ?? '', direction: directionAt(before, after, row), ...verdicts,
    because: causesAt(table, before, after, row, verdicts),
    money: { before: toYuan(fenAt(table, before, row)), after: toYuan(fenAt(table, after, row)) },
  };
}

/** The first step of the decision at which the two part: the requirements, the vote, the score, the stages. */
function causesAt(table: CaseTable, before: PolicyColumns, after: PolicyColumns, row: number, verdicts: { readonly before: CaseVerdict; readonly after: CaseVerdict }): FlipCause[] {
  if (verdicts.before.outcome === verdicts.after.outcome) {
    const limit = after.awards === undefined ? undefined : bindingAt(table.batches ?? [], after.awards, row);
    return [{ kind: 'award', before: toYuan(fenAt(table, before, row)), after: toYuan(fenAt(table, after, row)), ...(limit === undefined ? {} : { limit: limit.kind, ...(limit.cap === undefined ? {} : { cap: limit.cap }) }) }];
  }
  if (verdicts.before.eligibility !== verdicts.after.eligibility && !goesOnAnyway(table, row)) return requirementCauses(before, after, row);
  const walks = { before: walkVerdictAt(table, before, row), after: walkVerdictAt(table, after, row) };
  // A vote that only one of them came to is not what parted them.
  const { threshold } = walks.after;
  if (verdicts.before.vote !== verdicts.after.vote && threshold !== undefined && walks.before.threshold !== undefined) return [{ kind: 'threshold', id: threshold, before: verdicts.before.vote, after: verdicts.after.vote }];
  const { scoredAt } = walks.after;
  if (scoredAt !== undefined && scoredAt === walks.before.scoredAt && passedAt(before, scoredAt, row) !== passedAt(after, scoredAt, row)) return [{ kind: 'score', stage: scoredAt, before: verdicts.before.score, after: verdicts.after.score }];
  return [{ kind: 'stages', before: verdicts.before.stage, after: verdicts.after.stage }];
}

function passedAt({ scores }: PolicyColumns, stage: string, row: number): boolean | undefined {
  const score = scores.get(stage);
  const trace = score?.finals[score.codes[row] ?? 0]?.trace;
  return trace?.settled === true ? trace.result.passed : undefined;
}

function requirementCauses(before: PolicyColumns, after: PolicyColumns, row: number): FlipCause[] {
  const answers = (policy: PolicyColumns) => new Map(policy.requirements.map(({ id, truths }) => [id, truthAt(truths, row)]));
  const [old, now] = [answers(before), answers(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  // A requirement that does not exist keeps nobody out: a new one that is met has no part in the flip.
  return ids.filter((id) => (old.get(id) ?? true) !== (now.get(id) ?? true)).map((id) => ({ kind: 'requirement', id, before: old.get(id) ?? null, after: now.get(id) ?? null }));
}
