import type { ConflictGround, Threshold } from '@cobuild/core';
import type { VoteRule } from '../results.js';

/** A vote rule with every setting filled, or the names of the settings that are open. */
export interface VoteRuleReading {
  readonly rule?: VoteRule;
  /** Settings that are `UNDECIDED`, or refer to a parameter that nobody resolved, in the order of the format. */
  readonly holes: readonly string[];
}

const BASES = ['appointed', 'entitled', 'present', 'valid'] as const;
const OPERATORS = ['>', '>='] as const;
const TIES = ['fail', 'revote', 'chair', 'secondKey', 'lot'] as const;
const GROUNDS: readonly ConflictGround[] = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake'];

/**
 * Reads the vote rule of a threshold whose parameter references have been replaced by their values. A value that does not fit its setting (from a
 * parameter, say) counts as open too: nothing is decided by a rule that cannot be read.
 *
 * @example readVoteRule({ …, base: 'UNDECIDED' }).holes // ['base']
 */
export function readVoteRule(threshold: Threshold): VoteRuleReading {
  const base = choice(threshold.base, BASES);
  const op = choice(threshold.op, OPERATORS);
  const ratio = readRatio(threshold.ratio);
  const abstention = choice(threshold.abstention, ['counts', 'excluded'] as const);
  const quorum = readQuorum(threshold.quorum);
  const tie = choice(threshold.tie, TIES);
  const secrecy = choice(threshold.secrecy, ['open', 'secret'] as const);
  const recusal = readGrounds(threshold.recusal);
  const softRecusal = threshold.softRecusal === undefined ? [] : readGrounds(threshold.softRecusal);
  const rounds = threshold.rounds === undefined ? 'any' : readRounds(threshold.rounds);
  const secondKey = tie !== 'secondKey' || threshold.secondKey !== undefined ? 'there' : undefined;
  if (base && op && ratio && abstention && quorum && tie && secrecy && recusal && softRecusal && rounds && secondKey) {
    return { rule: { base, op, ratio, abstention, quorum, tie, secrecy, recusal, ...(rounds === 'any' ? {} : { rounds }), ...(softRecusal.length === 0 ? {} : { softRecusal }) }, holes: [] };
  }
  const settings = Object.entries({ base, op, ratio, abstention, quorum, tie, secondKey, rounds, secrecy, recusal, softRecusal });
  return { holes: settings.filter(([, value]) => value === undefined).map(([setting]) => setting) };
}

/** Grounds of automatic recusal; `undefined` while they are open. */
export function readGrounds(value: unknown): VoteRule['recusal'] | undefined {
  return Array.isArray(value) && value.every((ground) => GROUNDS.includes(ground as ConflictGround)) ? (value as VoteRule['recusal']) : undefined;
}

function readRounds(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 1 ? (value as number) : undefined;
}

function choice<Choice extends string>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((candidate) => candidate === value);
}

function readRatio(value: unknown): VoteRule['ratio'] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { p, q } = value as { readonly p?: unknown; readonly q?: unknown };
  const whole = (number: unknown): number is number => Number.isInteger(number) && (number as number) >= 0 && (number as number) <= 1_000_000;
  return whole(p) && whole(q) && q > 0 ? { p, q } : undefined;
}

function readQuorum(value: unknown): VoteRule['quorum'] | undefined {
  if (value === 'none') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const quorum = value as { readonly op?: unknown; readonly ratio?: unknown; readonly base?: unknown };
  const op = choice(quorum.op, OPERATORS);
  const base = choice(quorum.base, ['appointed', 'entitled'] as const);
  const ratio = readRatio(quorum.ratio);
  return op && base && ratio ? { op, ratio, base } : undefined;
}
