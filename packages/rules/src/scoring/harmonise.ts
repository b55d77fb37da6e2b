import type { PanelsRules, Rational } from '@cobuild/core';
import { compareRationals, roundRational } from '@cobuild/core';
import type { ExactText } from './exact.js';
import { addExact, divideExact, exactText, fromDecimal, isZero, meanExact, multiplyExact, readExact, readNumber, subtractExact } from './exact.js';
import { Holes, choiceSetting } from './read-scoring.js';
import { magnitudeExact, squareRoot, varianceExact } from './statistics.js';

/** An item that one of several panels scored. */
export interface PanelItem {
  readonly id: string;
  readonly panel: string;
  /** `raw` (or `rankValue`) of its panel. */
  readonly score: number | ExactText;
}

export interface HarmonisedItem {
  readonly id: string;
  readonly panel: string;
  readonly before: ExactText;
  /** Exact for `separate`, `asScored` and `meanShift`; for `zScore` rounded half up to twelve decimals. */
  readonly after: ExactText;
}

export interface PanelStatistics {
  readonly panel: string;
  readonly count: number;
  readonly mean: ExactText;
  /** Mean of the squared distances from the mean; the spread is its root. */
  readonly variance: ExactText;
  /** What `meanShift` adds to each score: mean of all − mean of the panel. */
  readonly shift: ExactText;
}

export interface Harmonised {
  readonly outcome: 'harmonised' | 'undecided' | 'invalid';
  readonly method?: 'separate' | 'asScored' | 'meanShift' | 'zScore';
  readonly items: readonly HarmonisedItem[];
  readonly overall?: { readonly count: number; readonly mean: ExactText; readonly variance: ExactText };
  readonly panels: readonly PanelStatistics[];
  /** Ids of items whose score cannot be read. */
  readonly unreadable: readonly string[];
  readonly holes: readonly string[];
}

/** A root has no last decimal: scores by spread are cut to these, so that equal scores stay equal. */
const SPREAD_STEP = '0.000000000001';

interface Read { readonly item: PanelItem; readonly value: Rational }

/**
 * Puts the items of several panels on one scale, since a strict panel's 85 may be worth a lenient one's 90.
 *
 * - `meanShift`: score + (mean of all − mean of the panel). The order inside a panel stays as it is.
 * - `zScore`: mean of all + (score − mean of the panel) × spread of all ÷ spread of the panel; where a panel gave everybody the same, everybody gets the mean of all.
 * - `separate` and `asScored` change nothing.
 *
 * Shifting supposes that the panels' items are equally good on average (drawn by lot, say); where they are not, take `separate` with a plenary.
 */
export function harmonisePanels(items: readonly PanelItem[], rules: PanelsRules): Harmonised {
  const holes = new Holes();
  const method = choiceSetting(rules.method, ['separate', 'asScored', 'meanShift', 'zScore'] as const, 'panels/method', holes);
  const read = items.flatMap((item): Read[] => {
    const value = readExact(item.score);
    return value === undefined ? [] : [{ item, value }];
  });
  const unreadable = items.filter((item) => readExact(item.score) === undefined).map(({ id }) => id);
  if (method === undefined || unreadable.length > 0 || read.length === 0) {
    return { outcome: method === undefined ? 'undecided' : unreadable.length > 0 ? 'invalid' : 'harmonised', ...(method === undefined ? {} : { method }), items: [], panels: [], unreadable, holes: holes.names };
  }
  const all = statisticsOf(read);
  const panels = new Map([...new Set(read.map(({ item }) => item.panel))].map((panel) => [panel, statisticsOf(read.filter(({ item }) => item.panel === panel))]));
  return {
    outcome: 'harmonised', method,
    items: read.map(({ item, value }) => ({ id: item.id, panel: item.panel, before: exactText(value), after: exactText(moved(value, method, panels.get(item.panel) ?? all, all)) })),
    overall: { count: all.count, mean: exactText(all.mean), variance: exactText(all.variance) },
    panels: [...panels].map(([panel, { count, mean, variance }]) => ({ panel, count, mean: exactText(mean), variance: exactText(variance), shift: exactText(subtractExact(all.mean, mean)) })),
    unreadable: [], holes: [],
  };
}

interface Statistics { readonly count: number; readonly mean: Rational; readonly variance: Rational }

function statisticsOf(read: readonly Read[]): Statistics {
  const values = read.map(({ value }) => value);
  return { count: values.length, mean: meanExact(values), variance: varianceExact(values) };
}

function moved(value: Rational, method: NonNullable<Harmonised['method']>, panel: Statistics, all: Statistics): Rational {
  if (method === 'separate' || method === 'asScored') return value;
  if (method === 'meanShift') return addExact(value, subtractExact(all.mean, panel.mean));
  if (isZero(panel.variance)) return all.mean;
  const spread = squareRoot(divideExact(all.variance, panel.variance));
  return fromDecimal(roundRational(addExact(all.mean, multiplyExact(subtractExact(value, panel.mean), spread)), SPREAD_STEP, 'half-up'));
}

export interface BorderItems {
  /** Score of the last place that is in. */
  readonly line?: ExactText;
  /** Ids on either side, so many points or fewer from the line: the plenary looks at them. */
  readonly plenary: readonly string[];
  readonly holes: readonly string[];
}

/**
 * Items near the line, for the plenary. The line is the score of the last place that is in; with fewer items than places there is no line.
 *
 * @param scores - Of one order: of one panel where panels stay separate, of all where they were harmonised.
 */
export function borderItems(scores: readonly { readonly id: string; readonly score: number | ExactText }[], places: number, rules: PanelsRules): BorderItems {
  const holes = new Holes();
  const within = rules.plenaryWithin === undefined ? undefined : readNumber(rules.plenaryWithin) ?? holes.add('panels/plenaryWithin');
  const read = scores.flatMap(({ id, score }) => {
    const value = readExact(score);
    return value === undefined ? [] : [{ id, value }];
  }).sort((a, b) => compareRationals(b.value, a.value));
  const line = read.length > places ? read[places - 1]?.value : undefined;
  if (line === undefined) return { plenary: [], holes: holes.names };
  const plenary = within === undefined ? [] : read.filter(({ value }) => compareRationals(magnitudeExact(subtractExact(value, line)), within) <= 0).map(({ id }) => id);
  return { line: exactText(line), plenary, holes: holes.names };
}
