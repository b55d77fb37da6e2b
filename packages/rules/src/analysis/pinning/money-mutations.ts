import type { Scheme, SchemeTest } from '@cobuild/core';
import { toPointer, valueAt, withValueAt } from '@cobuild/core';
import type { MoneyPlace } from './money-places.js';
import { endsWhereAnotherBegins, moneyPlaces, rowEnds } from './money-places.js';
import type { Mutation } from './mutation.js';
import { neighbours } from './mutation.js';

/** So many projects stand for those of a grading that no test grades. */
const SOME_PROJECTS = 100;
const LARGEST_RATIO = 1_000_000;

/** The numbers that decide amounts and grades, each moved a little down and up: caps, shares, pot, places, steps of pay, small caps. */
export function moneyMutations(scheme: Scheme): readonly Mutation[] {
  return moneyPlaces(scheme).filter(({ written }) => !endsWhereAnotherBegins(scheme, written)).flatMap((place) => {
    const { written } = place;
    const key: unknown = valueAt(scheme, `${written}/parameter`);
    const pointer = typeof key === 'string' ? `${toPointer('parameters', key)}/value` : written;
    const original = valueAt(scheme, pointer);
    return moved(scheme, place, original).filter((mutant) => typeof key !== 'string' || isLegal(scheme, key, mutant)).map((mutant): Mutation => ({
      pointer, original, mutant, scheme: changed(scheme, place, pointer, mutant), rules: [], touches: () => false,
      money: { input: place.input, ...(place.rule === undefined ? {} : { rule: place.rule }), ...(typeof key === 'string' ? { parameter: key } : {}), written },
    }));
  });
}

/** Whether a test is about what a change of money comes to bear on, and reads the scheme's own value. */
export function seesMoney({ money }: Pick<Mutation, 'money'>, { set, batch, grading, pay, payment }: SchemeTest): boolean {
  if (money === undefined || (money.parameter !== undefined && set !== undefined && Object.prototype.hasOwnProperty.call(set, money.parameter))) return false;
  if (money.input === 'batch') return batch !== undefined;
  if (money.input === 'payment') return payment !== undefined;
  return money.input === 'grading' ? grading?.grading === money.rule : pay?.rule === money.rule;
}

function moved(scheme: Scheme, { by, rule }: MoneyPlace, value: unknown): readonly unknown[] {
  if (by === 'share') return besideShare(value, 100);
  if (by === 'places') return [...new Set(sizes(scheme, rule))].flatMap((size) => besidePlaces(value, size));
  if (typeof value !== 'number') return [];
  if (by === 'count') return [value - 1, value + 1].filter((mutant) => mutant >= 0);
  if (by === 'award') return besideAward(scheme, value);
  const smaller = by === 'positive' ? (mutant: number): boolean => mutant > 0 : (mutant: number): boolean => mutant >= 0 || value <= 0;
  return neighbours(value, undefined).filter(smaller);
}

/** A smaller step than the unit that awards are rounded to could not be seen. */
function besideAward(scheme: Scheme, value: number): readonly number[] {
  const written: unknown = valueAt(scheme, '/allocation/rounding/unit');
  const key: unknown = valueAt(written, '/parameter');
  const unit = typeof key === 'string' ? valueAt(scheme, `${toPointer('parameters', key)}/value`) : written;
  const [below = value, above = value] = neighbours(value, undefined);
  const step = typeof unit === 'number' && unit > above - value ? unit : undefined;
  return (step === undefined ? [below, above] : [cents(value - step), cents(value + step)]).filter((mutant) => mutant >= 0);
}

function cents(value: number): number {
  return Math.round(value * 100) / 100;
}

function readShare(value: unknown): { readonly p: number; readonly q: number } | undefined {
  const [p, q] = [valueAt(value, '/p'), valueAt(value, '/q')];
  return typeof p === 'number' && typeof q === 'number' && q > 0 ? { p, q } : undefined;
}

/** One hundredth less and more, between nothing and all. */
function besideShare(value: unknown, parts: number): readonly unknown[] {
  const share = readShare(value);
  if (share === undefined) return [];
  return [-1, 1].map((step) => lowest(share.p * parts + step * share.q, share.q * parts)).filter(({ p, q }) => p >= 0 && p <= q && q <= LARGEST_RATIO);
}

/** Shares that give one place fewer or more among so many: no smaller change could be seen there. */
function besidePlaces(value: unknown, size: number): readonly unknown[] {
  const share = readShare(value);
  if (share === undefined) return [];
  const places = Math.floor((size * share.p) / share.q);
  return [places - 1, places + 1].filter((other) => other >= 0 && other <= size).map((other) => ({ p: other, q: size }));
}

function sizes({ tests = [] }: Scheme, rule: string | undefined): readonly number[] {
  const found = tests.flatMap(({ grading }) => (grading?.grading === rule && grading !== undefined ? [grading.projects.length] : []));
  return found.length === 0 ? [SOME_PROJECTS] : found;
}

function lowest(p: number, q: number): { readonly p: number; readonly q: number } {
  let [a, b] = [Math.abs(p), q];
  while (b > 0) [a, b] = [b, a % b];
  return a > 1 ? { p: p / a, q: q / a } : { p, q };
}

function isLegal(scheme: Scheme, key: string, mutant: unknown): boolean {
  const [minimum, maximum] = [valueAt(scheme, `${toPointer('parameters', key)}/minimum`), valueAt(scheme, `${toPointer('parameters', key)}/maximum`)];
  if (typeof mutant !== 'number') return true;
  return !(typeof minimum === 'number' && mutant < minimum) && !(typeof maximum === 'number' && mutant > maximum);
}

/** Where rows meet, both ends move. */
function changed(scheme: Scheme, { by, written }: MoneyPlace, pointer: string, mutant: unknown): Scheme {
  const along = by === 'edge' && pointer === written ? [...rowEnds(scheme, written, 'from'), ...rowEnds(scheme, written, 'below')] : [];
  return [pointer, ...along].reduce<unknown>((all, place) => withValueAt(all, place, mutant), scheme) as Scheme;
}
