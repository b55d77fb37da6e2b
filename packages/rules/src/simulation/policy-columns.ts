import type { Scheme } from '@cobuild/core';
import type { Decision, ScoreTrace } from '../results.js';
import type { Answers } from './answers.js';
import type { Awards, Standing } from './awards.js';
import { awardsOf } from './awards.js';
import type { CaseTable } from './case-table.js';
import { NodePool } from './condition-nodes.js';
import type { PolicyContext } from './policy-context.js';
import { policyContext } from './policy-context.js';
import type { ScoreColumn } from './score-columns.js';
import { scoreColumn } from './score-columns.js';
import type { StageAnswers } from './stage-answers.js';
import { conditionAnswers, scoreAnswers, tableAnswers } from './stage-answers.js';
import type { Steps } from './steps.js';
import { BLOCK } from './steps.js';
import type { Truths } from './truths.js';
import { allTruths, constantTruths } from './truths.js';
import type { ThresholdVotes } from './vote-outcomes.js';
import { secondKeyOf, thresholdVotes } from './vote-outcomes.js';
import type { WalkNode } from './walk-tree.js';
import { WalkTree } from './walk-tree.js';

export type Outcome = Decision['outcome'];

/** Outcomes by code. */
export const OUTCOMES = ['ineligible', 'undetermined', 'undecided', 'pending', 'approved', 'rejected', 'notApproved', 'withdrawn'] as const satisfies readonly Outcome[];
const [INELIGIBLE, UNDETERMINED] = [0, 1];

/** A policy over all cases of a table. */
export interface PolicyColumns {
  readonly scheme: Scheme;
  readonly pool: NodePool;
  readonly requirements: readonly { readonly id: string; readonly truths: Truths }[];
  /** `yes`: meets every requirement; `no`: fails one. */
  readonly eligibility: Truths;
  readonly votes: ReadonlyMap<string, ThresholdVotes>;
  /** Scores by stage; the one without a stage under `''`. */
  readonly scores: ReadonlyMap<string, ScoreColumn>;
  /** Answers of automatic stages, by id. */
  readonly stages: ReadonlyMap<string, StageAnswers>;
  readonly tree: WalkTree;
  /** What {@link tree} was made of. */
  readonly stageKey: string;
  /** By row, as code of {@link OUTCOMES}. */
  readonly outcomes: Uint8Array;
  /** Where the table knows the money of its batches. */
  readonly awards?: Awards;
  /** Number of cases whose outcome was derived here and not taken over. */
  readonly derived: number;
}

export type PolicyDraft = Omit<PolicyColumns, 'outcomes' | 'derived' | 'awards'>;

/**
 * Decides all cases of a table.
 *
 * @param scheme - Resolved.
 * @param before - A policy over the same table; whatever the two have in common is taken from it.
 */
export function* policyColumns(table: CaseTable, scheme: Scheme, before?: PolicyColumns): Steps<PolicyColumns> {
  const pool = new NodePool(before?.pool);
  const context = policyContext(table, scheme);
  const requirements: { readonly id: string; readonly truths: Truths }[] = [];
  for (const { id, conditions } of scheme.eligibility.rules) {
    requirements.push({ id, truths: pool.condition(conditions, scheme.eligibility.conditions, context).truths });
    yield;
  }
  const eligibility = requirements.length === 0 ? constantTruths(table.rows, true) : allTruths(requirements.map(({ truths }) => truths));
  const votes = new Map<string, ThresholdVotes>();
  for (const threshold of scheme.thresholds ?? []) {
    const secondKey = secondKeyOf(threshold);
    const truths = secondKey === undefined ? undefined : pool.condition(secondKey, scheme.eligibility.conditions, context).truths;
    votes.set(threshold.id, thresholdVotes(table, threshold, truths, before?.votes.get(threshold.id)));
    yield;
  }
  const scores = new Map<string, ScoreColumn>();
  for (const stage of ['', ...scheme.stages.filter(({ method }) => method === 'score').map(({ id }) => id)]) {
    const score = yield* scoreColumn(scheme, context, stage === '' ? undefined : stage, before?.scores.get(stage));
    if (score !== undefined) scores.set(stage, score);
    yield;
  }
  const stages = yield* stageAnswers(scheme, context, pool, scores, before);
  const stageKey = JSON.stringify([scheme.stages, (scheme.thresholds ?? []).map(({ id }) => id), scheme.publicVotes ?? []]);
  const sameStages = before !== undefined && before.stageKey === stageKey && before.tree.fits(stages);
  const tree = sameStages ? before.tree : new WalkTree(scheme, table.journeys.list, stages);
  const draft: PolicyDraft = { scheme, pool, requirements, eligibility, votes, scores, stages, tree, stageKey };
  const onlyEligibility = sameStages && [...votes].every(([id, vote]) => before.votes.get(id) === vote) && [...stages].every(([id, answers]) => before.stages.get(id) === answers);
  const outcomes = onlyEligibility ? before.outcomes.slice() : new Uint8Array(table.rows);
  const derived = onlyEligibility ? yield* rederive(table, draft, before.eligibility, outcomes) : yield* deriveAll(table, draft, outcomes);
  const { batches, rows, operators } = table;
  if (batches === undefined) return { ...draft, outcomes, derived };
  const awards = yield* awardsOf({ batches, rows, operators }, scheme, standingReader(table, draft, outcomes), before?.awards);
  return { ...draft, outcomes, derived, awards };
}

/**
 * Who takes part where money is divided, as for `allocateBatch`: the approved, and those that have passed the vote and wait. With the score that they are ranked by, and
 * their votes.
 */
function standingReader(table: CaseTable, policy: PolicyDraft, outcomes: Uint8Array): (row: number) => Standing | undefined {
  const verdictOf = verdictReader(table, policy);
  const [pending, approved] = [OUTCOMES.indexOf('pending'), OUTCOMES.indexOf('approved')];
  const { counts } = table.heads;
  return (row) => {
    const outcome = outcomes[row];
    if (outcome !== approved && outcome !== pending) return undefined;
    const { vote, scoredAt, countedAt } = policy.tree.verdicts[verdictOf(row)] ?? { vote: null };
    if (outcome === pending && vote !== 'passed') return undefined;
    const { rankValue, score = null } = scoreAt(policy, scoredAt, row) ?? {};
    const read = rankValue ?? score;
    // Where a tie was settled, the same heads stand at further places.
    const heads = countedAt === undefined ? undefined : counts[(policy.votes.get(countedAt)?.codes[row] ?? 0) % counts.length];
    return { ...(read === null ? {} : { score: read }), ...(heads === undefined ? {} : { votes: heads.yes }) };
  };
}

/** The score that a decision names: of the last stage that read one, otherwise of all sheets. */
export function scoreAt({ scores }: Pick<PolicyDraft, 'scores'>, scoredAt: string | undefined, row: number): ScoreTrace['result'] | undefined {
  const score = scores.get(scoredAt ?? '') ?? scores.get('');
  return score?.finals[score.codes[row] ?? 0]?.trace?.result;
}

function* stageAnswers(scheme: Scheme, context: PolicyContext, pool: NodePool, scores: ReadonlyMap<string, ScoreColumn>, before: PolicyColumns | undefined): Steps<Map<string, StageAnswers>> {
  const answers = new Map<string, StageAnswers>();
  for (const stage of scheme.stages) {
    const known = before?.stages.get(stage.id);
    const score = scores.get(stage.id);
    if (stage.method === 'score' && score !== undefined) answers.set(stage.id, scoreAnswers(stage, score, known));
    else if (stage.method === 'rule' && stage.condition !== undefined) {
      answers.set(stage.id, yield* conditionAnswers(stage, pool.condition(stage.condition, scheme.eligibility.conditions, context).truths, context.rows, known));
    } else if (stage.method === 'rule' && stage.table !== undefined) {
      answers.set(stage.id, yield* tableAnswers(stage, scheme.decisionTables?.find(({ id }) => id === stage.table), context.readersAt, context.rows, known));
    }
    yield;
  }
  return answers;
}

/** Words of bits in a block of rows. */
const WORDS = BLOCK >>> 5;

/** Cases whose eligibility is another than before. */
function* rederive(table: CaseTable, policy: PolicyDraft, before: Truths, outcomes: Uint8Array): Steps<number> {
  const { yes, no } = policy.eligibility;
  const outcomeOf = outcomeReader(table, policy);
  let derived = 0;
  for (let index = 0; index < yes.length; index += 1) {
    if (index % WORDS === WORDS - 1) yield;
    let changed = ((yes[index] as number) ^ (before.yes[index] as number)) | ((no[index] as number) ^ (before.no[index] as number));
    for (; changed !== 0; changed &= changed - 1) {
      const row = (index << 5) + 31 - Math.clz32(changed & -changed);
      outcomes[row] = outcomeOf(row);
      derived += 1;
    }
  }
  return derived;
}

function* deriveAll(table: CaseTable, policy: PolicyDraft, outcomes: Uint8Array): Steps<number> {
  const outcomeOf = outcomeReader(table, policy);
  for (let start = 0; start < table.rows; start += BLOCK) {
    const end = Math.min(table.rows, start + BLOCK);
    for (let row = start; row < end; row += 1) outcomes[row] = outcomeOf(row);
    yield;
  }
  return table.rows;
}

function outcomeReader(table: CaseTable, policy: PolicyDraft): (row: number) => number {
  const { codes, list } = table.journeys;
  const regardless = Uint8Array.from(list, ({ withdrawn, exempt }) => (withdrawn || exempt ? 1 : 0));
  const { yes, no } = policy.eligibility;
  const verdictOf = verdictReader(table, policy);
  const { verdicts } = policy.tree;
  const ends: number[] = [];
  return (row) => {
    if (regardless[codes[row] as number] === 0) {
      const bit = 1 << (row & 31);
      if (((no[row >>> 5] as number) & bit) !== 0) return INELIGIBLE;
      if (((yes[row >>> 5] as number) & bit) === 0) return UNDETERMINED;
    }
    const verdict = verdictOf(row);
    for (let next = ends.length; next <= verdict; next += 1) ends.push(OUTCOMES.indexOf(verdicts[next]?.outcome ?? 'pending'));
    return ends[verdict] as number;
  };
}

const NO_ANSWERS: Answers = { codes: new Int32Array(0), answerOf: new Uint8Array(0) };

/** Place of a case's verdict in the tree, as the case goes through the stages. */
export function verdictReader(table: CaseTable, { tree, votes, stages }: PolicyDraft): (row: number) => number {
  const { codes } = table.journeys;
  const known: Answers[] = [];
  const answersTo = (place: number): Answers => {
    const question = tree.questions[place];
    const answers = (question?.kind === 'threshold' ? votes : stages).get(question?.id ?? '') ?? NO_ANSWERS;
    known[place] = answers;
    return answers;
  };
  return (row) => {
    const journey = codes[row] as number;
    let node: WalkNode = tree.root(journey);
    while ('question' in node) {
      const { codes: kinds, answerOf } = known[node.question] ?? answersTo(node.question);
      const answer = answerOf[kinds[row] as number] as number;
      node = node.next[answer] ?? tree.after(journey, node, answer);
    }
    return node.verdict;
  };
}
