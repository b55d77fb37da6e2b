import { firstStage } from '../decision/stage-lookup.js';
import type { Decision } from '../results.js';
import type { CaseTable } from './case-table.js';
import type { PolicyColumns } from './policy-columns.js';
import { scoreAt, verdictReader } from './policy-columns.js';
import { truthAt } from './truths.js';
import type { WalkVerdict } from './walk-tree.js';

/** What is said of one case: the summary of a decision without its id. */
export type CaseVerdict = Pick<Decision, 'outcome' | 'stage' | 'eligibility' | 'score' | 'vote' | 'grade' | 'reasons'>;

/** Everything that `decide` says of a case but its trace. */
export function verdictAt(table: CaseTable, policy: PolicyColumns, row: number): CaseVerdict {
  const truth = truthAt(policy.eligibility, row);
  const eligibility = truth === 'unknown' ? 'undetermined' : truth ? 'eligible' : 'ineligible';
  if (eligibility !== 'eligible' && !goesOnAnyway(table, row)) {
    const open = policy.requirements.filter(({ truths }) => truthAt(truths, row) === truth);
    return { outcome: eligibility, stage: firstStage(policy.scheme).id, eligibility, score: null, vote: null, grade: null, reasons: open.map(({ id }) => id) };
  }
  const { outcome, stage, vote, reasons, scoredAt } = walkVerdictAt(table, policy, row);
  const result = scoreAt(policy, scoredAt, row);
  return { outcome, stage, eligibility, score: result?.score ?? null, vote, grade: result?.band ?? null, reasons };
}

/** Whether the requirements keep the case from nothing: it is withdrawn, or two persons have set them aside. */
export function goesOnAnyway({ journeys }: CaseTable, row: number): boolean {
  const journey = journeys.list[journeys.codes[row] ?? 0];
  return journey !== undefined && (journey.withdrawn || journey.exempt);
}

export function walkVerdictAt(table: CaseTable, policy: PolicyColumns, row: number): WalkVerdict {
  const verdict = policy.tree.verdicts[verdictReader(table, policy)(row)];
  if (verdict === undefined) throw new RangeError(`There is no case in row ${row}`);
  return verdict;
}
