import { combined, keysOf, pairFrequencies, sufficientSets } from './blocking.js';
import { checkCases, checkSettings } from './check-settings.js';
import { reasonsFor } from './compare-pair.js';
import type { ReadCaseSignals } from './read-signals.js';
import { readSignals } from './read-signals.js';
import { samePair } from './reviews.js';
import type { ComparedCase, DuplicateGroup, DuplicatePair, DuplicateResult, DuplicateReview, DuplicateSettings, PairedCase } from './types.js';

const LARGEST_GROUP = 200;

/**
 * Finds applications that may be one undertaking entered or paid for twice, in one scheme or in several, in one year or in several. Every pair comes with its
 * reasons and their points; whether it is a duplicate is for a person to find and to put on record ({@link recordDuplicateReview}).
 *
 * @param settings - Signals with their weights, and the points from which a pair is shown.
 * @returns Pairs from `threshold` points on, and groups of applications that are too many to be named two by two. No pair is missed but those inside a group.
 * @throws {TypeError} for settings that cannot be followed, two applications of one name, or a submission without its time.
 * @example findDuplicates([{ scheme: 'gaoming', case: first }, { scheme: 'village-roads', case: second }], usualSignals).pairs[0]?.reasons
 */
export function findDuplicates(cases: readonly ComparedCase[], settings: DuplicateSettings): DuplicateResult {
  checkSettings(settings);
  checkCases(cases);
  const read = cases.map((one) => readSignals(one, settings.signals));
  const { candidates, groups } = candidatesOf(read, settings);
  const reviews = reviewsByName(settings.reviews ?? []);
  const pairs = candidates.flatMap(([first, second]): DuplicatePair[] => {
    const [left, right] = inOrder(first, second);
    const reasons = reasonsFor(left, right, settings.signals);
    const score = reasons.reduce((sum, { points }) => sum + points, 0);
    if (score < settings.threshold) return [];
    const review = reviews.get(nameOf(left))?.find((one) => samePair(one, left, right)) ?? reviews.get(nameOf(right))?.find((one) => samePair(one, left, right));
    return [{ left: named(left), right: named(right), score, reasons, ...(review === undefined ? {} : { review }), grew: review !== undefined && score > review.score }];
  });
  return { pairs: byUrgency(pairs), groups };
}

interface Candidates { readonly candidates: readonly (readonly [ReadCaseSignals, ReadCaseSignals])[]; readonly groups: readonly DuplicateGroup[] }

function candidatesOf(read: readonly ReadCaseSignals[], settings: DuplicateSettings): Candidates {
  const { signals, largestGroup = LARGEST_GROUP } = settings;
  const seen = new Set<number>();
  const crowds = new Set<string>();
  const candidates: (readonly [ReadCaseSignals, ReadCaseSignals])[] = [];
  const groups: DuplicateGroup[] = [];
  const frequencies = signals.map(({ kind }, index) => (kind === 'similar' ? pairFrequencies(read, index) : undefined));
  const keys = signals.map((signal, index) => read.map((one) => keysOf(signal, one, index, frequencies[index])));
  for (const set of sufficientSets(settings)) {
    for (const block of blocksOf(read.length, (place) => combined(set.map((index) => keys[index]?.[place] ?? [])))) {
      if (block.length > largestGroup) {
        // Members share the rarest letters of a title, or the same values: once for each set of them.
        const crowd = `${set.join()}:${block.join()}`;
        if (!crowds.has(crowd)) groups.push({ signals: set.map((index) => signals[index]?.id ?? ''), cases: block.flatMap((place) => nameAt(read, place)) });
        crowds.add(crowd);
        continue;
      }
      block.forEach((second, place) => {
        for (let before = 0; before < place; before += 1) {
          const first = block[before] ?? 0;
          const number = first * read.length + second;
          const [left, right] = [read[first], read[second]];
          if (seen.has(number) || left === undefined || right === undefined) continue;
          seen.add(number);
          candidates.push([left, right]);
        }
      });
    }
  }
  return { candidates, groups };
}

/** Places of the applications that share a key, where at least two do. */
function blocksOf(length: number, keysAt: (place: number) => readonly string[]): readonly (readonly number[])[] {
  const blocks = new Map<string, number[]>();
  for (let place = 0; place < length; place += 1) {
    for (const key of keysAt(place)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [place]);
      else block.push(place);
    }
  }
  return [...blocks.values()].filter((block) => block.length > 1);
}

function nameAt(read: readonly ReadCaseSignals[], place: number): DuplicateGroup['cases'] {
  const one = read[place];
  return one === undefined ? [] : [{ scheme: one.scheme, id: one.id }];
}

function inOrder(first: ReadCaseSignals, second: ReadCaseSignals): readonly [ReadCaseSignals, ReadCaseSignals] {
  const before = first.time - second.time || (nameOf(first) < nameOf(second) ? -1 : 1);
  return before <= 0 ? [first, second] : [second, first];
}

function named({ scheme, id, submittedOn, year }: ReadCaseSignals): PairedCase {
  return { scheme, id, submittedOn, year };
}

function nameOf({ scheme, id }: { readonly scheme: string; readonly id: string }): string {
  return JSON.stringify([scheme, id]);
}

function reviewsByName(reviews: readonly DuplicateReview[]): ReadonlyMap<string, readonly DuplicateReview[]> {
  const made = new Map<string, DuplicateReview[]>();
  for (const review of reviews) made.set(nameOf(review.left), [review, ...(made.get(nameOf(review.left)) ?? [])]);
  return made;
}

/** Names are made once for each pair: a comparison that makes them anew takes most of the time. */
function byUrgency(pairs: readonly DuplicatePair[]): readonly DuplicatePair[] {
  const keyed = pairs.map((pair) => ({ pair, settled: pair.review === undefined || pair.grew ? 0 : 1, name: nameOf(pair.left) + nameOf(pair.right) }));
  return keyed.sort((one, other) => one.settled - other.settled || other.pair.score - one.pair.score || (one.name < other.name ? -1 : 1)).map(({ pair }) => pair);
}
