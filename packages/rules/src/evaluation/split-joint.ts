import type { Decimal, JointRule, Rational } from '@cobuild/core';
import { addDecimals, compareRationals, decimalToNumber, parseDecimal, ratioOf, roundRational, subtractDecimals } from '@cobuild/core';
import { fromDecimal, multiplyExact, readNumber, sumExact } from '../scoring/exact.js';
import type { GradedProject, GradingItem } from './grading-types.js';
import type { SettingReader } from './settings.js';

type Parties = NonNullable<GradedProject['parties']>;
export type JointSplit = { readonly outcome: 'split'; readonly split: NonNullable<GradingItem['split']> } | { readonly outcome: 'open' | 'badShares' };

/**
 * Divides what a joint project gets. Parts are taken down to whole units, and the lead takes what is left over, so that they add up exactly.
 *
 * @param parties - At least two, the lead first.
 */
export function splitJoint(rule: JointRule | undefined, parties: Parties, gets: { readonly reward?: number; readonly bonusPoints?: number }, read: SettingReader): JointSplit {
  if (rule === undefined) return { outcome: read.open('/joint') ?? 'open' };
  const reward = gets.reward === undefined ? undefined : divide(gets.reward, read.choice(rule.reward, ['lead', 'equal', 'shares'], '/joint/reward'), parties, unitOf(rule.unit, '/joint/unit', read));
  const bonus = gets.bonusPoints === undefined ? undefined : divide(gets.bonusPoints, read.choice(rule.bonusPoints, ['lead', 'each', 'equal', 'shares'], '/joint/bonusPoints'), parties, unitOf(rule.bonusStep, '/joint/bonusStep', read));
  if (reward === 'badShares' || bonus === 'badShares') return { outcome: 'badShares' };
  if (reward === 'open' || bonus === 'open') return { outcome: 'open' };
  const split = parties.map(({ id }, index) => ({ party: id, ...given('reward', reward?.[index]), ...given('bonusPoints', bonus?.[index]) }));
  return { outcome: 'split', split };
}

function given<Key extends string>(key: Key, value: Decimal | undefined): Partial<Record<Key, number>> {
  return value === undefined ? {} : ({ [key]: decimalToNumber(value) } as Partial<Record<Key, number>>);
}

function unitOf(value: unknown, pointer: string, read: SettingReader): Decimal | undefined {
  const unit = value === undefined ? parseDecimal(0.01) : read.decimal(value, pointer);
  return unit === undefined || unit.digits > 0n ? unit : read.open(pointer);
}

function divide(amount: number, how: 'lead' | 'each' | 'equal' | 'shares' | undefined, parties: Parties, unit: Decimal | undefined): readonly Decimal[] | 'open' | 'badShares' {
  const whole = parseDecimal(amount);
  if (how === undefined || unit === undefined) return 'open';
  if (how === 'each') return parties.map(() => whole);
  if (how === 'lead') return parties.map((_, index) => (index === 0 ? whole : parseDecimal(0)));
  const fractions = how === 'equal' ? parties.map(() => ratioOf(1, parties.length)) : sharesOf(parties);
  if (fractions === undefined) return 'badShares';
  const parts = fractions.map((share) => roundRational(multiplyExact(fromDecimal(whole), share), unit, 'down'));
  const others = parts.slice(1).reduce<Decimal>((sum, part) => addDecimals(sum, part), parseDecimal(0));
  return parts.map((part, index) => (index === 0 ? subtractDecimals(whole, others) : part));
}

/** Shares in per cent, none negative, together 100. */
function sharesOf(parties: Parties): readonly Rational[] | undefined {
  const shares = parties.map(({ share }) => readNumber(share));
  if (!shares.every((share): share is Rational => share !== undefined && share.p >= 0n)) return undefined;
  if (compareRationals(sumExact(shares), { p: 100n, q: 1n }) !== 0) return undefined;
  return shares.map((share) => multiplyExact(share, { p: 1n, q: 100n }));
}
