import { wordIn } from '../../locales/word-tables.js';
import type { BudgetSettings, BudgetValue } from '../../generated/types.js';
import { isRecord, own } from '../../form/json-schema.js';
import type { WholeFen } from '../fen.js';
import { amountOf, downToUnit, isAmount, shareOfFen, sumFen, yuanOf } from '../fen.js';
import { isSet, readAmount, readCount, readRatio } from '../open-settings.js';
import { findings } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import { awardLimits, bindingLimit } from './award-limits.js';
import type { BudgetResult, BudgetStep } from './budget-types.js';
import { budgetSentences, budgetSteps } from './budget-words.js';
import type { BudgetCode } from './budget-words.js';
import { readLines } from './line-amounts.js';
import { checkSources } from './source-shares.js';
import type { AddStep } from './subject-totals.js';
import { totalCosts } from './subject-totals.js';

export interface BudgetOptions extends RecordOptions {
  /** Category of the project, for the caps of categories. */
  readonly category?: string;
  /** What is left of the pool of the batch, in yuan. */
  readonly pool?: number;
}

interface Funds { readonly own: WholeFen; readonly raised: WholeFen; readonly requested: WholeFen; readonly contributions: ReadonlyMap<string, { readonly fen: WholeFen; readonly index: number }>; readonly readable: boolean }

const FUNDS = { own: { 'zh-CN': '自有资金', en: 'Own funds' }, raised: { 'zh-CN': '筹集资金', en: 'Money raised' }, requested: { 'zh-CN': '申请金额', en: 'What is asked for' }, contribution: { 'zh-CN': '其他各方出资', en: 'What another source pays' } };

/**
 * Reckons a budget: lines, subjects with their caps, the most that may be asked for, and whether funds and cost agree. The order is eligible cost → co-funding →
 * cap of a project → cap of its category → pool → rounding down, once; `bound` says which of them decided.
 *
 * Amounts of lines are half up to the fen; shares are rounded down to the fen. While a cell cannot be read, nothing is said about totals. Funds that are
 * absent count as 0.
 *
 * @param value - The record as it stands, finished or not.
 * @param settings - With parameters replaced by their values; what is left open is named with severity `undecided` and not guessed.
 * @throws {TypeError} when the options' pool is no amount of money.
 * @example reckonBudget({ lines: [{ item: '桌椅', quantity: 3, unitPrice: 200 }], own: 100, requested: 500 }, { perProjectCap: 400 }).most // 400
 */
export function reckonBudget(value: BudgetValue | undefined, settings: BudgetSettings = {}, options: BudgetOptions = {}): BudgetResult {
  const pool = options.pool === undefined ? undefined : amountOf(options.pool);
  if (options.pool !== undefined && pool === undefined) throw new TypeError('reckonBudget: the pool is to be money in yuan');
  const found = findings<BudgetCode>(budgetSentences, options);
  const steps: BudgetStep[] = [];
  const step: AddStep = (code, params) => { steps.push({ code, params, message: budgetSteps[found.locale][code](params) }); };

  const lines = readLines(own(value, 'lines'), settings, found);
  checkCount(lines.length, settings, found);
  const funds = readFunds(value, settings, found);
  const costs = totalCosts(lines, settings, found, step);
  const paid = sumFen([...funds.contributions.values()].map(({ fen }) => fen));
  const sum = sumFen([funds.own, funds.raised, funds.requested, paid]);
  const complete = funds.readable && lines.length > 0 && lines.every(({ fen }) => fen !== undefined);

  const result = {
    lines: lines.map(({ pointer, subject, fen }) => ({ pointer: `${options.pointer ?? ''}${pointer}`, subject, ...(fen === undefined ? {} : { amount: yuanOf(fen) }) })),
    subjects: costs.subjects, total: yuanOf(costs.total), eligible: yuanOf(costs.eligible),
    funds: { own: yuanOf(funds.own), raised: yuanOf(funds.raised), requested: yuanOf(funds.requested), contributions: yuanOf(paid), total: yuanOf(sum), difference: yuanOf(sum - costs.total) },
    complete,
  };
  if (!complete) return { ...result, limits: [], steps, problems: found.problems };

  step('budget/funds', { ...result.funds });
  checkFunds(costs.total, sum, settings, found);
  const awarded = costs.open ? undefined : checkRequest(settings, { eligible: costs.eligible, raised: funds.raised, contributions: paid, ...(options.category === undefined ? {} : { category: options.category }), ...(pool === undefined ? {} : { pool }) }, funds, found, step);
  return { ...result, limits: [], ...awarded, steps, problems: found.problems };
}

function checkCount(count: number, settings: BudgetSettings, found: Findings<BudgetCode>): void {
  const maximum = readCount(settings.maximumLines);
  if (maximum === 'open') found.undecided('/lines', 'maximumLines');
  else if (maximum !== undefined && count > maximum) found.report('budget/too-many-lines', '/lines', { count, maximum });
}

function readFunds(value: unknown, settings: BudgetSettings, found: Findings<BudgetCode>): Funds {
  let readable = true;
  let sum = 0n;
  const amount = (given: unknown, pointer: string, title: keyof typeof FUNDS): WholeFen => {
    const fen = given === undefined || given === null ? 0n : amountOf(given);
    if (fen !== undefined && isAmount(sum + fen)) {
      sum += fen;
      return fen;
    }
    readable = false;
    found.report('budget/fund-amount', pointer, { title: wordIn(FUNDS[title], found.locale) });
    return 0n;
  };
  const known = (settings.coFunding?.sources ?? []).flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)]);
  const list = own(value, 'contributions');
  const contributions = new Map<string, { fen: WholeFen; index: number }>();
  (Array.isArray(list) ? (list as readonly unknown[]) : []).forEach((each, index) => {
    const given = own(each, 'source');
    const source = typeof given === 'string' ? given : '';
    const fen = amount(own(each, 'amount'), `/contributions/${index}/amount`, 'contribution');
    if (known.length > 0 && !known.includes(source)) found.report('budget/source-unknown', `/contributions/${index}/source`, { source });
    contributions.set(source, { fen: (contributions.get(source)?.fen ?? 0n) + fen, index: contributions.get(source)?.index ?? index });
  });
  const record = isRecord(value) ? value : {};
  return { own: amount(own(record, 'own'), '/own', 'own'), raised: amount(own(record, 'raised'), '/raised', 'raised'), requested: amount(own(record, 'requested'), '/requested', 'requested'), contributions, readable };
}

function checkFunds(total: WholeFen, funds: WholeFen, settings: BudgetSettings, found: Findings<BudgetCode>): void {
  const tolerance = readAmount(settings.tolerance);
  if (tolerance === 'open') {
    found.undecided('/requested', 'tolerance');
    return;
  }
  const by = funds > total ? funds - total : total - funds;
  if (by <= (tolerance ?? 0n)) return;
  found.report(funds < total ? 'budget/funds-short' : 'budget/funds-over', '/requested', { funds: yuanOf(funds), total: yuanOf(total), by: yuanOf(by) });
}

function checkRequest(settings: BudgetSettings, basis: Parameters<typeof awardLimits>[1], funds: Funds, found: Findings<BudgetCode>, step: AddStep): Pick<BudgetResult, 'limits' | 'most' | 'bound'> {
  const { requested } = funds;
  const { limits, open } = awardLimits(settings, basis, found, step);
  checkOwnFunds(settings, basis.eligible, funds, found);
  const rule = settings.coFunding ?? {};
  checkSources(rule, { eligibleCost: basis.eligible, raised: basis.raised }, {
    fenOf: (id) => (funds.contributions.get(id)?.fen ?? 0n) + (id === rule.fund ? requested : 0n),
    pointerOf: (id) => { const entry = funds.contributions.get(id); return id === rule.fund ? '/requested' : entry ? `/contributions/${entry.index}/amount` : '/contributions'; },
  }, found, step);
  const minimum = readAmount(settings.minimumRequested);
  if (minimum === 'open') found.undecided('/requested', 'minimumRequested');
  else if (minimum !== undefined && requested < minimum) found.report('budget/requested-too-little', '/requested', { requested: yuanOf(requested), minimum: yuanOf(minimum) });

  const shown = limits.map(({ fen: _, ...limit }) => limit);
  const unit = readAmount(settings.roundingUnit);
  const binding = bindingLimit(limits);
  if (unit === 'open' || unit === 0n) found.undecided('/requested', 'roundingUnit');
  if (open || unit === 'open' || unit === 0n || binding === undefined) return { limits: shown };
  const most = downToUnit(binding.fen, unit ?? 1n);
  if (isSet(unit) && most < binding.fen) step('budget/rounding', { from: yuanOf(binding.fen), unit: yuanOf(unit), to: yuanOf(most) });
  step('budget/most', { most: yuanOf(most), bound: binding.kind });
  if (requested > most) found.report('budget/requested-too-much', '/requested', { requested: yuanOf(requested), most: yuanOf(most), over: yuanOf(requested - most), bound: binding.kind });
  return { limits: shown, most: yuanOf(most), bound: binding.kind };
}

/** Own funds and money raised together; the least is rounded down, so that nobody falls short by part of a fen. */
function checkOwnFunds(settings: BudgetSettings, eligible: WholeFen, funds: Funds, found: Findings<BudgetCode>): void {
  const share = readRatio(settings.coFunding?.ownShareMinimum);
  if (!isSet(share)) return;
  const least = shareOfFen(eligible, share);
  const has = funds.own + funds.raised;
  if (has < least) found.report('budget/own-too-little', '/own', { found: yuanOf(has), of: yuanOf(eligible), share, short: yuanOf(least - has) });
}
