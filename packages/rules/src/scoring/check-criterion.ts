import type { Criterion, Rational, Scoring, Text } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import type { FactShape, FactShapes } from '../analysis/fact-shapes.js';
import { followFact } from '../analysis/follow-fact.js';
import type { SchemeFinding } from '../findings.js';
import { bandDefects, readIntervals } from './check-bands.js';
import { ZERO, divideExact, exactText, isZero, readNumber, subtractExact } from './exact.js';
import type { ScoringFindingCode } from './scoring-sentences.js';

export type Report = (code: ScoringFindingCode, pointer: string, params?: Readonly<Record<string, unknown>>) => void;

interface Range { readonly minimum: Rational; readonly maximum: Rational; readonly step?: Rational }

/** What is wrong with one criterion. What is not fixed yet is left alone. */
export function checkCriterion(criterion: Criterion, pointer: string, scoring: Scoring, shapes: FactShapes | undefined, findings: SchemeFinding[], report: Report): void {
  const title = criterion.title;
  const weight = readNumber(criterion.weight);
  if (weight !== undefined && weight.p <= 0n) report('scheme/weight-not-positive', `${pointer}/weight`, { criterion: title, weight: exactText(weight) });
  const range = readRange(criterion, pointer, report);
  if (range !== undefined) checkAnchors(criterion, range, pointer, report);
  if (criterion.mayBeNotApplicable === true) {
    if (criterion.byFact !== undefined) report('scheme/not-applicable-by-fact', `${pointer}/mayBeNotApplicable`, { criterion: title });
    else if (scoring.notApplicable === undefined) report('scheme/not-applicable-policy-missing', `${pointer}/mayBeNotApplicable`, { criterion: title });
  }
  if (criterion.byFact === undefined) return;
  const { fact, path } = criterion.byFact;
  const shape = shapes === undefined ? undefined : followFact({ fact, ...(path === undefined ? {} : { path }), pointer: `${pointer}/byFact` }, shapes);
  if (shape !== undefined && 'code' in shape) findings.push(shape);
  checkBands(criterion, criterion.byFact, range, shape === undefined || 'code' in shape ? undefined : shape, `${pointer}/byFact`, report);
}

function readRange(criterion: Criterion, pointer: string, report: Report): Range | undefined {
  const maximum = readNumber(criterion.maximum);
  const minimum = criterion.minimum === undefined ? ZERO : readNumber(criterion.minimum);
  const step = criterion.step === undefined ? undefined : readNumber(criterion.step);
  if (maximum === undefined || minimum === undefined) return undefined;
  const params = { criterion: criterion.title, minimum: exactText(minimum), maximum: exactText(maximum) };
  if (maximum.p <= 0n || compareRationals(minimum, maximum) >= 0) {
    report('scheme/mark-range-empty', pointer, params);
    return undefined;
  }
  if (step !== undefined && (step.p <= 0n || !isMultiple(subtractExact(maximum, minimum), step))) {
    report('scheme/mark-step', `${pointer}/step`, { ...params, step: exactText(step) });
    return undefined;
  }
  return { minimum, maximum, ...(step === undefined ? {} : { step }) };
}

function isMultiple(value: Rational, step: Rational): boolean {
  return !isZero(step) && divideExact(value, step).q === 1n;
}

function canBeGiven(mark: Rational, { minimum, maximum, step }: Range): boolean {
  return compareRationals(mark, minimum) >= 0 && compareRationals(mark, maximum) <= 0 && (step === undefined || isMultiple(subtractExact(mark, minimum), step));
}

function checkAnchors({ anchors = [], title }: Criterion, range: Range, pointer: string, report: Report): void {
  const seen = new Set<string>();
  for (const [index, anchor] of anchors.entries()) {
    const mark = readNumber(anchor.mark);
    if (mark === undefined) continue;
    const params = { criterion: title, mark: exactText(mark) };
    if (!canBeGiven(mark, range)) report('scheme/anchor-outside', `${pointer}/anchors/${index}/mark`, params);
    if (seen.has(params.mark)) report('scheme/anchor-twice', `${pointer}/anchors/${index}/mark`, params);
    seen.add(params.mark);
  }
}

type ByFact = NonNullable<Criterion['byFact']>;

function checkBands({ title: criterion }: Criterion, { fact, bands, otherwise }: ByFact, range: Range | undefined, shape: FactShape | undefined, pointer: string, report: Report): void {
  for (const [index, band] of bands.entries()) {
    const at = `${pointer}/bands/${index}`;
    const mark = readNumber(band.mark);
    if (mark !== undefined && range !== undefined && (compareRationals(mark, range.minimum) < 0 || compareRationals(mark, range.maximum) > 0)) report('scheme/mark-band-outside', `${at}/mark`, { criterion, mark: exactText(mark), minimum: exactText(range.minimum), maximum: exactText(range.maximum) });
    if (band.in !== undefined && (band.from !== undefined || band.below !== undefined)) report('scheme/mark-band-both', at, { criterion });
    else if (band.in === undefined && shape !== undefined && shape.type !== 'any' && shape.type !== 'number') report('scheme/mark-fact-does-not-fit', at, { criterion, fact });
    if (band.in?.length === 0) report('scheme/mark-band-empty', at, { criterion });
  }
  checkValues(criterion, bands, otherwise, shape, pointer, report);
  checkIntervals(criterion, bands, otherwise, pointer, report);
}

/** Values that are named: each once, each an option, all options where nothing else catches the rest. */
function checkValues(criterion: Text, bands: ByFact['bands'], otherwise: unknown, shape: FactShape | undefined, pointer: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const [index, { in: values = [] }] of bands.entries()) {
    for (const value of values) {
      if (seen.has(value)) report('scheme/mark-bands-overlap', `${pointer}/bands/${index}`, { criterion, value });
      if (shape?.options !== undefined && !shape.options.includes(value)) report('scheme/mark-value-not-an-option', `${pointer}/bands/${index}`, { criterion, value });
      seen.add(value);
    }
  }
  const onlyValues = bands.every((band) => band.in !== undefined);
  if (!onlyValues || otherwise !== undefined) return;
  for (const option of shape?.options ?? []) if (!seen.has(option)) report('scheme/mark-bands-gap', `${pointer}/bands`, { criterion, from: option, below: undefined });
}

/** Intervals lie side by side from zero (or below, where one speaks of less) without end, unless `otherwise` catches the rest. */
function checkIntervals(criterion: Text, bands: ByFact['bands'], otherwise: unknown, pointer: string, report: Report): void {
  const places = bands.flatMap((band, index) => (band.in === undefined ? [index] : []));
  const intervals = readIntervals(bands.filter((band) => band.in === undefined));
  if (intervals === undefined || intervals.length === 0) return;
  const lowest = intervals.map(({ from }) => from).reduce<Rational>((least, from) => (from !== undefined && compareRationals(from, least) < 0 ? from : least), ZERO);
  const { empty, gaps, overlaps } = bandDefects(intervals, lowest);
  for (const index of empty) report('scheme/mark-band-empty', `${pointer}/bands/${places[index] ?? 0}`, { criterion });
  for (const { first, second, ...stretch } of overlaps) report('scheme/mark-bands-overlap', `${pointer}/bands/${places[second] ?? first}`, { criterion, ...stretch });
  if (otherwise !== undefined || places.length < bands.length) return;
  for (const gap of gaps) report('scheme/mark-bands-gap', `${pointer}/bands`, { criterion, ...gap });
}
