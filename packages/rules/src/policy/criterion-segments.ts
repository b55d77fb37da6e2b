import type { Criterion, CriterionMark, InputEntry } from '@cobuild/core';
import type { Entry } from '../decision-tables/entry-truth.js';
import { readEntry } from '../decision-tables/entry-truth.js';
import { segmentsOf } from '../decision-tables/segments.js';
import { isEmpty } from '../operators/index.js';
import type { CriterionResult, ReviewerMark } from '../scoring/criterion-result.js';
import { criterionJudge } from '../scoring/criterion-result.js';
import { Holes } from '../scoring/read-scoring.js';
import { segmentExample } from './segment-example.js';

/** What a criterion brings for a value, with the settings that were met open. */
export interface SegmentScore { readonly result: CriterionResult; readonly holes: readonly string[] }

/** A criterion whose results are worked out beforehand: one for each segment of its fact in which no band can tell two values apart. */
export interface CriterionSegments {
  /** What its bands name. */
  readonly entries: readonly Entry[];
  readonly locate: (found: unknown) => number;
  /** `undefined` where a segment stands for values that have to be looked at one by one. */
  readonly scores: readonly (SegmentScore | undefined)[];
  /** Of any value. */
  readonly scoreOf: (found: unknown) => SegmentScore;
}

/** Nobody has marked anything where facts alone are known. */
const unmarked: ReviewerMark = () => ({ state: 'missing' });
const NO_MARKS: ReadonlyMap<string, CriterionMark> = new Map();

/** Asks `criterionJudge`, which alone knows how a criterion is marked, once per segment. */
export function criterionSegments(criterion: Criterion): CriterionSegments {
  const { byFact } = criterion;
  const standIn: Criterion = byFact === undefined ? criterion : { ...criterion, byFact: { bands: byFact.bands, ...(byFact.otherwise === undefined ? {} : { otherwise: byFact.otherwise }), fact: 'found' } };
  const judge = criterionJudge(standIn);
  const scoreOf = (found: unknown): SegmentScore => {
    const holes = new Holes();
    return { result: judge({ marks: NO_MARKS, facts: { found }, document: '', holes, report: () => undefined }, unmarked), holes: holes.names };
  };
  if (byFact === undefined) return { entries: [], locate: () => 0, scores: [scoreOf(undefined)], scoreOf };
  const entries = byFact.bands.map(({ in: values, from, below }) => readEntry(values ?? intervalOf(from, below)));
  const { locate, count, sample } = segmentsOf(entries);
  const missing = scoreOf(undefined);
  const scores = Array.from({ length: count }, (_, segment) => {
    const value = segment === 0 ? undefined : segmentExample(sample(segment));
    return value === undefined ? undefined : scoreOf(value);
  });
  return { entries, locate, scores, scoreOf: (found) => (isEmpty(found) ? missing : scoreOf(found)) };
}

function intervalOf(from: unknown, below: unknown): InputEntry {
  return { ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }) } as InputEntry;
}
