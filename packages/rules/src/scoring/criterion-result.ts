import type { Criterion, CriterionMark, Facts, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { factReader } from '../conditions/fact-reader.js';
import { isMember } from '../operators/is-member.js';
import { isEmpty } from '../operators/value-kind.js';
import { divideExact, exactText, multiplyExact, readNumber } from './exact.js';
import { intervalTest } from './finish-score.js';
import type { CriterionRule } from './read-scoring.js';
import { Holes, numberSetting, readCriterion } from './read-scoring.js';
import type { ReportProblem } from './report-problem.js';
import type { CriterionScore } from './score-types.js';

/** Where the marks come from, and where what is wrong is put. */
export interface MarkSources {
  readonly marks: ReadonlyMap<string, CriterionMark>;
  readonly facts: Facts;
  readonly document: string;
  /** Where the sheet stands in the document; default its root. */
  readonly pointer?: string;
  readonly holes: Holes;
  readonly report: ReportProblem;
}

export type ReviewerMark = (criterion: Criterion, given: CriterionMark | undefined, rule: CriterionRule | undefined, sources: MarkSources) => Found;

export type Found = Pick<CriterionScore, 'state' | 'found' | 'band'> & { readonly mark?: Rational };

/** A criterion's score with its points still exact. */
export interface CriterionResult { readonly score: CriterionScore; readonly points?: Rational; readonly weight?: Rational }

/** Marks one criterion of a sheet. */
export type JudgeCriterion = (sources: MarkSources, reviewerMark: ReviewerMark) => CriterionResult;

/** @param reviewerMark - Reads a mark that a person gave; who has facts alone need not carry it. */
export function criterionResult(criterion: Criterion, sources: MarkSources, reviewerMark: ReviewerMark): CriterionResult {
  return criterionJudge(criterion)(sources, reviewerMark);
}

/** Reads a criterion's settings once, for who judges many sheets or values by it. */
export function criterionJudge(criterion: Criterion): JudgeCriterion {
  const open = new Holes();
  const rule = readCriterion(criterion, open);
  const { id, byFact, kind = 'regular' } = criterion;
  const factMark = byFact === undefined ? undefined : factMarker(criterion, byFact, rule);
  const bands = byFact === undefined ? {} : { bands: byFact.bands, ...(byFact.otherwise === undefined ? {} : { otherwise: byFact.otherwise }) };
  const limits = rule === undefined ? {} : { maximum: exactText(rule.maximum), weight: exactText(rule.weight) };
  return (sources, reviewerMark) => {
    for (const name of open.names) sources.holes.add(name);
    const given = sources.marks.get(id);
    const found = factMark === undefined ? reviewerMark(criterion, given, rule, sources) : factMark(sources);
    const head = {
      criterion: id, kind, source: byFact === undefined ? 'reviewer' as const : 'fact' as const,
      ...(given?.comment === undefined ? {} : { comment: given.comment }), ...limits, ...bands,
      ...('found' in found ? { found: found.found } : {}), ...(found.band === undefined ? {} : { band: found.band }),
    };
    if (rule === undefined) return { score: { ...head, state: 'undecided' } };
    if (found.state !== 'marked' || found.mark === undefined) return { score: { ...head, state: found.state }, weight: rule.weight };
    const points = multiplyExact(divideExact(found.mark, rule.maximum), kind === 'deduction' ? { p: -rule.weight.p, q: rule.weight.q } : rule.weight);
    return { score: { ...head, state: 'marked', mark: exactText(found.mark), points: exactText(points) }, points, weight: rule.weight };
  };
}

/** The mark of the band in which a fact lies. An empty fact is missing; a band whose limit is open may still be the one. */
function factMarker(criterion: Criterion, byFact: NonNullable<Criterion['byFact']>, rule: CriterionRule | undefined): (sources: MarkSources) => Found {
  const read = factReader({ fact: byFact.fact, ...(byFact.path === undefined ? {} : { path: byFact.path }) });
  const bands = byFact.bands.map(bandTest);
  return ({ facts, document, pointer = '', holes, report }) => {
    const found = read(facts);
    if (isEmpty(found)) return { state: 'missing' };
    const fail = (code: 'score/fact-does-not-fit' | 'score/fact-outside-bands' | 'score/fact-in-two-bands' | 'score/mark-outside', params = {}): Found => {
      report(code, { document, pointer, params: { criterion: criterion.title, criterionId: criterion.id, fact: byFact.fact, found, ...params } });
      return { state: 'invalid', found };
    };
    const answers = bands.map((inBand) => inBand(found));
    if (answers.includes('open')) {
      holes.add(`criteria/${criterion.id}/byFact`);
      return { state: 'undecided', found };
    }
    const band = answers.indexOf(true);
    if (band !== answers.lastIndexOf(true)) return fail('score/fact-in-two-bands');
    if (band < 0 && answers.includes('misfit')) return fail('score/fact-does-not-fit');
    if (band < 0 && byFact.otherwise === undefined) return fail('score/fact-outside-bands');
    const mark = numberSetting(band < 0 ? byFact.otherwise : byFact.bands[band]?.mark, `criteria/${criterion.id}/byFact`, holes);
    if (mark === undefined) return { state: 'undecided', found };
    if (rule !== undefined && (compareRationals(mark, rule.minimum) < 0 || compareRationals(mark, rule.maximum) > 0)) return fail('score/mark-outside', { mark: exactText(mark), minimum: exactText(rule.minimum), maximum: exactText(rule.maximum) });
    return { state: 'marked', mark, found, band: band < 0 ? 'otherwise' : band };
  };
}

/** `misfit`: the value is of another kind than the band speaks of. */
function bandTest({ in: values, ...interval }: NonNullable<Criterion['byFact']>['bands'][number]): (found: unknown) => boolean | 'open' | 'misfit' {
  if (values !== undefined) {
    return (found) => {
      const member = isMember(values, found);
      return member === 'unknown' ? 'misfit' : member;
    };
  }
  const lies = intervalTest(interval);
  return (found) => {
    const value = readNumber(found);
    return value === undefined ? 'misfit' : lies(value) ?? 'open';
  };
}
