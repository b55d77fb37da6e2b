import type { ChangeRule } from '@cobuild/core';
import { daysBetween } from './days-between.js';
import { readRatio } from '../allocation/open-setting.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { Agreement, ChangeMeasure, ChangeRequest, ChangeRoute, Milestone } from './contract-types.js';

/**
 * Who decides a change: of the rules of its kind that it exceeds, the last in the list. Exactly at a threshold is not above it.
 *
 * @param rules - `supervision.changes`, parameter references resolved.
 * @example routeChange(rules, agreement, request) // { outcome: 'needsDecision', decidedBy: 'districtOffice', measure: { amount: 30000, share: { p: 3000000, q: 20000000 } }, … }
 */
export function routeChange(rules: readonly ChangeRule[], agreement: Agreement, request: ChangeRequest): ChangeRoute {
  const measure = measureChange(agreement, request);
  const states = rules.filter(({ kind }) => kind === request.kind).map((rule) => ({ rule, holds: exceeds(rule.above, measure) }));
  const holding = states.filter(({ holds }) => holds === true).map(({ rule }) => rule);
  const rule = holding[holding.length - 1];
  // An open threshold of a smaller rule changes nothing once a larger one holds.
  const after = rule === undefined ? states : states.slice(states.findIndex((state) => state.rule === rule) + 1);
  const holes = after.filter(({ holds }) => holds === 'unknown').map(({ rule: open }) => open.id);
  const base = { measure, holding: holding.map(({ id }) => id), holes };
  if (holes.length > 0) return { ...base, outcome: 'undecided' };
  if (rule === undefined) return { ...base, outcome: 'noRule' };
  if (rule.decidedBy === undefined) return { ...base, outcome: rule.noticeOnly === true ? 'noticeOnly' : 'undecided', rule };
  return { ...base, outcome: 'needsDecision', decidedBy: rule.decidedBy, rule };
}

/** How large a change is: money that moves between lines or tranches or is added or taken away; days of the longest delay. */
export function measureChange(agreement: Agreement, request: ChangeRequest): ChangeMeasure {
  if (request.kind === 'money') {
    // A line whose amount is no money is not taken for one that is gone: how much moves is then unknown.
    const { budget = agreement.budget ?? [], amount = agreement.amount, tranches = [] } = request;
    const [before, after] = [readFen(agreement.amount), readFen(amount)];
    const isReadable = [...(agreement.budget ?? []), ...budget, ...tranches].every((line) => readFen(line.amount) !== undefined);
    if (!isReadable || before === undefined || after === undefined) return {};
    return ofAward(most([movedMoney(agreement.budget, budget), after > before ? after - before : before - after, request.tranches === undefined ? 0n : movedMoney(agreement.tranches, tranches)]), agreement);
  }
  if (request.kind === 'content') return request.affects === undefined ? {} : ofAward(readFen(request.affects) ?? 0n, agreement);
  if (request.kind !== 'time') return {};
  const days = longestDelay(agreement, request.milestones);
  const planned = plannedDays(agreement);
  return { days, ...(planned === undefined || planned <= 0 ? {} : { share: { p: days, q: planned } }) };
}

function ofAward(amount: WholeFen, { amount: award }: Agreement): ChangeMeasure {
  const whole = readFen(award);
  return { amount: inYuan(amount), ...(whole === undefined || whole === 0n ? {} : { share: { p: Number(amount), q: Number(whole) } }) };
}

/** What is added to lines or taken from them, whichever is more: 10 moved from one line to another is a change of 10. */
type Lines = readonly { readonly id: string; readonly amount: number }[];

function most(amounts: readonly WholeFen[]): WholeFen {
  return amounts.reduce((more, amount) => (amount > more ? amount : more), 0n);
}

function movedMoney(agreed: Lines = [], planned: Lines): WholeFen {
  const ids = Array.from(new Set([...agreed, ...planned].map(({ id }) => id)));
  const amountIn = (lines: Lines, id: string): WholeFen => lines.reduce((sum, line) => (line.id === id ? sum + (readFen(line.amount) ?? 0n) : sum), 0n);
  const changes = ids.map((id) => amountIn(planned, id) - amountIn(agreed, id));
  const more = changes.reduce((sum, change) => (change > 0n ? sum + change : sum), 0n);
  const less = changes.reduce((sum, change) => (change < 0n ? sum - change : sum), 0n);
  return more > less ? more : less;
}

/** By how many days the last work, or work that stays the same, is put off at most. */
function longestDelay({ milestones = [] }: Agreement, planned: readonly Milestone[]): number {
  const before = new Map(milestones.map(({ task, dueOn }) => [task, dueOn]));
  const end = last(milestones.map(({ dueOn }) => dueOn));
  const delays = planned.map(({ task, dueOn }) => daysBetween(before.get(task) ?? end ?? dueOn, dueOn) ?? 0);
  return Math.max(0, ...delays);
}

function plannedDays({ startsOn, signedOn, milestones = [] }: Agreement): number | undefined {
  const [start, end] = [startsOn ?? signedOn, last(milestones.map(({ dueOn }) => dueOn))];
  return start === undefined || end === undefined ? undefined : daysBetween(start, end);
}

function last(dates: readonly string[]): string | undefined {
  return dates.reduce<string | undefined>((latest, date) => (latest === undefined || date > latest ? date : latest), undefined);
}

/** Any of the thresholds is enough. What the measure lacks is unknown, and so is an open threshold. */
function exceeds(above: ChangeRule['above'], measure: ChangeMeasure): boolean | 'unknown' {
  if (above === undefined) return true;
  const answers = [
    ...(above.share === undefined ? [] : [shareExceeds(readRatio(above.share), measure.share)]),
    ...(above.amount === undefined ? [] : [moreThan(readFen(above.amount), readFen(measure.amount))]),
    ...(above.days === undefined ? [] : [moreThan(typeof above.days === 'number' ? BigInt(above.days) : undefined, measure.days === undefined ? undefined : BigInt(measure.days))]),
  ];
  return answers.includes(true) ? true : answers.includes('unknown') ? 'unknown' : false;
}

function moreThan(limit: bigint | undefined, found: bigint | undefined): boolean | 'unknown' {
  return limit === undefined || found === undefined ? 'unknown' : found > limit;
}

function shareExceeds(limit: ChangeMeasure['share'], found: ChangeMeasure['share']): boolean | 'unknown' {
  return limit === undefined || found === undefined ? 'unknown' : BigInt(found.p) * BigInt(limit.q) > BigInt(limit.p) * BigInt(found.q);
}
