import type { SmallCap, Truth } from '@cobuild/core';
import { isDate } from '@cobuild/core';
import { evaluateCondition } from '../conditions/index.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, least, readFen } from '../money/fen.js';
import type { SmallCapLimit, SmallCapOptions, SmallCapResult, SmallPayment } from './small-cap-types.js';

interface Found { readonly limits: (SmallCapLimit & { readonly fen: WholeFen })[]; readonly holes: string[]; readonly missing: string[]; refusedBy?: string }

/**
 * How much of a payment the caps allow. Each cap counts what was paid before out of it: to the same person, household, event or village, in the same
 * month or year of the calendar.
 *
 * @param caps - `smallCaps` of the scheme, parameter references resolved.
 * @param payments - Made before, in any order; one with the id of `payment` is left out.
 * @returns The smallest of what was asked and what the caps leave, with every cap that was met and the one that binds. Never throws on any data.
 * @example limitPayment([{ id: 'illness', title, kinds: ['illness'], per: 'person', period: 'year', amount: 500 }], [], { id: '1', date: '2026-03-01', kind: 'illness', person: 'p1', amount: 600 }).allowed // 500
 */
export function limitPayment(caps: readonly SmallCap[], payments: readonly SmallPayment[], payment: SmallPayment, options: SmallCapOptions = {}): SmallCapResult {
  const asked = readFen(payment.amount);
  const found: Found = { limits: [], holes: [], missing: asked === undefined ? ['amount'] : [] };
  const before = payments.filter(({ id }) => id !== payment.id);
  for (const cap of caps) meet(cap, before, payment, options, found);
  const smallest = found.limits.reduce<Found['limits'][number] | undefined>((low, limit) => (low === undefined || limit.fen < low.fen ? limit : low), undefined);
  const allowed = asked === undefined ? 0n : smallest === undefined ? asked : least(asked, smallest.fen);
  const refused = found.refusedBy !== undefined || smallest?.fen === 0n;
  const open = found.holes.length + found.missing.length > 0;
  const outcome = refused ? 'refused' : open || asked === undefined ? 'undecided' : allowed < asked ? 'reduced' : 'allowed';
  const binds = smallest !== undefined && asked !== undefined && smallest.fen < asked && found.refusedBy === undefined && (refused || !open);
  return {
    outcome, asked: asked === undefined ? 0 : payment.amount, allowed: outcome === 'refused' || outcome === 'undecided' ? 0 : inYuan(allowed),
    limits: found.limits.map(shown), ...(binds ? { binding: shown(smallest) } : {}), ...(found.refusedBy === undefined ? {} : { refusedBy: found.refusedBy }),
    holes: found.holes, missing: Array.from(new Set(found.missing)),
  };
}

function shown({ fen: _, ...limit }: Found['limits'][number]): SmallCapLimit {
  return limit;
}

function meet(cap: SmallCap, before: readonly SmallPayment[], payment: SmallPayment, options: SmallCapOptions, found: Found): void {
  const covered = covers(cap, payment, options);
  if (covered === 'unknown') found.missing.push(payment.kind === undefined && cap.kinds !== undefined ? 'kind' : `when:${cap.id}`);
  if (covered !== true) return;
  const allowed = cap.onlyIf === undefined ? true : evaluateCondition(cap.onlyIf, factsOf(payment, options), options.conditions, options.operators);
  if (allowed === 'unknown') found.missing.push(`onlyIf:${cap.id}`);
  if (allowed === false) found.refusedBy = found.refusedBy ?? cap.id;
  const amount = readFen(cap.amount);
  const group = groupOf(cap, payment);
  const time = timeOf(cap, payment);
  if (group === undefined) found.missing.push(cap.per ?? 'all');
  if (time === undefined) found.missing.push('date');
  if (amount === undefined) found.holes.push(cap.id);
  if (amount === undefined || group === undefined || time === undefined) return;
  const counted = cap.period === undefined || cap.period === 'each' ? [] : before.filter((item) => groupOf(cap, item) === group && timeOf(cap, item) === time && covers(cap, item, options) !== false);
  const paid = counted.reduce((sum, item) => sum + (readFen(item.amount) ?? 0n), 0n);
  const left = paid < amount ? amount - paid : 0n;
  found.limits.push({
    cap: cap.id, amount: inYuan(amount), counted: inYuan(paid), payments: counted.length, left: inYuan(left),
    ...(group === '' ? {} : { of: group }), ...(time === '' ? {} : { time }), fen: left,
  });
}

/** Whether a cap is about a payment: by its kind, and by `when`. */
function covers({ kinds, when }: SmallCap, payment: SmallPayment, options: SmallCapOptions): Truth {
  if (kinds !== undefined && payment.kind === undefined) return 'unknown';
  if (kinds !== undefined && !kinds.some((kind) => kind === payment.kind)) return false;
  return when === undefined ? true : evaluateCondition(when, factsOf(payment, options), options.conditions, options.operators);
}

/** A payment's own properties win over facts of the same name, and those over the parameters of the scheme. */
function factsOf({ facts, ...own }: SmallPayment, { parameters }: SmallCapOptions): Readonly<Record<string, unknown>> {
  return { ...(parameters === undefined ? {} : { parameters }), ...facts, ...own };
}

function groupOf({ per = 'all' }: SmallCap, payment: SmallPayment): string | undefined {
  const group = per === 'all' ? '' : payment[per];
  return group === '' && per !== 'all' ? undefined : group;
}

/** The time that a cap counts together; `''` where it does not ask. A date that is none is in no year. */
function timeOf({ period = 'each' }: SmallCap, { date }: SmallPayment): string | undefined {
  if (period === 'each' || period === 'ever') return '';
  if (!isDate(date)) return undefined;
  return date.slice(0, period === 'year' ? 4 : 7);
}
