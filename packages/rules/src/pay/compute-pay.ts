import type { Facts, Locale, PayRule, Problem, RoundingMode } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToNumber, decimalToText, isMoney, parseDecimal, roundDecimal, splitTranches, toPointer } from '@cobuild/core';
import type { Decimal } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { createSettingReader } from '../evaluation/settings.js';
import { ruleProblem } from '../locales/rule-message.js';
import { computePart } from './pay-part.js';
import type { PayPartResult, PayResult } from './pay-result.js';

const MODES = ['half-up', 'half-even', 'down', 'up'] as const;
/** Instalments are months or quarters; more is a slip. */
const MOST_INSTALMENTS = 366;

/**
 * Computes pay or support as the sum of its parts, in exact decimals, rounded once.
 *
 * @param rule - Parameter references already replaced by their values.
 * @param facts - What the parts read, by name: `{ points: 880 }`. Money in yuan.
 * @returns All parts, computed or not; `total` only where every one is. A hole stops only the person whom it touches: where band two is not
 * decided, band one is still computed.
 * @example computePay(thousandPoints, { points: 880 }).total // -100
 */
export function computePay(rule: PayRule, facts: Facts, { locale = 'zh-CN' }: { readonly locale?: Locale } = {}): PayResult {
  const read = createSettingReader();
  const parts = rule.parts.map((part, index) => computePart(part, facts, read, `/parts/${index}`));
  const problems = parts.flatMap((part) => partProblem(part, locale) ?? []);
  const missing = [...new Set(parts.flatMap(({ outcome, fact }) => (outcome === 'missing' && fact !== undefined ? [fact] : [])))];
  const settings = readSettings(rule, read);
  const found = { rule: rule.id, settings: rule, parts, holes: read.holes, missing, problems };
  if (read.holes.length > 0 || settings === undefined) return { outcome: 'undecided', ...found };
  if (missing.length > 0) return { outcome: 'incomplete', ...found };
  if (problems.length > 0) return { outcome: 'refused', ...found };
  return total(parts, settings, found, locale);
}

interface Settings { readonly step: Decimal; readonly mode: RoundingMode; readonly minimum?: Decimal | undefined; readonly maximum?: Decimal | undefined; readonly over?: number | undefined }

function readSettings(rule: PayRule, read: SettingReader): Settings | undefined {
  const step = rule.rounding === undefined ? parseDecimal(0.01) : read.decimal(rule.rounding.step, '/rounding/step');
  const mode = rule.rounding === undefined ? 'half-up' : read.choice(rule.rounding.mode, MODES, '/rounding/mode');
  const minimum = rule.minimum === undefined ? undefined : read.money(rule.minimum, '/minimum');
  const maximum = rule.maximum === undefined ? undefined : read.money(rule.maximum, '/maximum');
  const over = rule.spread === undefined ? undefined : read.count(rule.spread.over, '/spread/over');
  if (step === undefined || mode === undefined) return undefined;
  if (step.digits <= 0n || step.scale > 2) return read.open('/rounding/step');
  if (over !== undefined && (over < 1 || over > MOST_INSTALMENTS)) return read.open('/spread/over');
  return { step, mode, minimum, maximum, over };
}

type Found = Omit<PayResult, 'outcome'>;

function total(parts: readonly PayPartResult[], settings: Settings, found: Found, locale: Locale): PayResult {
  const sum = parts.reduce((all, { value }) => addDecimals(all, value ?? 0), parseDecimal(0));
  const { minimum, maximum, step, mode, over } = settings;
  const limit = maximum !== undefined && compareDecimals(sum, maximum) > 0 ? ({ by: 'maximum', amount: maximum } as const)
    : minimum !== undefined && compareDecimals(sum, minimum) < 0 ? ({ by: 'minimum', amount: minimum } as const) : undefined;
  const rounded = roundDecimal(limit?.amount ?? sum, step, mode);
  const yuan = decimalToNumber(rounded);
  const counted = {
    ...found, sum: decimalToText(sum), rounding: { step: decimalToText(step), mode },
    ...(limit === undefined ? {} : { limited: { by: limit.by, amount: decimalToText(limit.amount) } }),
  };
  if (!isMoney(yuan)) return { outcome: 'refused', ...counted, problems: [ruleProblem('pay/too-large', { document: 'facts', pointer: '', params: { amount: decimalToText(rounded) }, locale })] };
  return { outcome: 'computed', ...counted, total: yuan, ...instalments(yuan, over) };
}

/** A deduction is taken at once. */
function instalments(yuan: number, over: number | undefined): Pick<PayResult, 'instalments'> {
  if (over === undefined || yuan < 0) return {};
  const split = splitTranches(yuan, Array.from({ length: over }, () => ({ p: 1, q: over })), { mode: 'down' });
  if (!split.ok) return {};
  const [each = yuan] = split.amounts;
  return { instalments: { over, each, last: split.amounts[over - 1] ?? each } };
}

function partProblem({ id, outcome, fact, found }: PayPartResult, locale: Locale): Problem | undefined {
  const code = outcome === 'unreadable' ? 'pay/unreadable' : outcome === 'notCovered' ? 'pay/not-covered' : outcome === 'ambiguous' ? 'pay/ambiguous' : undefined;
  if (code === undefined) return undefined;
  return ruleProblem(code, { document: 'facts', pointer: fact === undefined ? '' : toPointer(fact), params: { part: id, fact: fact ?? id, value: found }, locale });
}
