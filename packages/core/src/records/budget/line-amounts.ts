import type { BudgetSettings } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import { compareDecimals, multiplyDecimals, readDecimal } from '../../money/decimal.js';
import { roundDecimal } from '../../money/rational.js';
import type { WholeFen } from '../fen.js';
import { amountOf, isAmount, yuanOf } from '../fen.js';
import type { Findings } from '../record-problems.js';
import type { BudgetCode } from './budget-words.js';

export interface LineReading { readonly pointer: string; readonly subject: string; readonly fen?: WholeFen }

/** The lines with their amounts; what is wrong is said of the cell. A budget that is no list of lines has none. */
export function readLines(lines: unknown, settings: BudgetSettings, found: Findings<BudgetCode>): readonly LineReading[] {
  if (!Array.isArray(lines)) return [];
  const subjects = new Set((settings.subjects ?? []).map(({ id }) => id));
  let total = 0n;
  return (lines as readonly unknown[]).map((line, index) => {
    const pointer = `/lines/${index}`;
    const subject = textAt(line, 'subject');
    const row = index + 1;
    if (textAt(line, 'item') === '') found.report('budget/item', `${pointer}/item`, { row });
    if (subjects.size > 0 && subject === '') found.report('budget/subject-missing', `${pointer}/subject`, { row });
    if (subjects.size > 0 && subject !== '' && !subjects.has(subject)) {
      const known = (settings.subjects ?? []).map(({ title }) => found.say(title)).join(found.locale === 'en' ? ', ' : '、');
      found.report('budget/subject-unknown', `${pointer}/subject`, { row, subject, known });
    }
    const amount = readAmount(line, pointer, row, found);
    // Above a trillion yuan in all there is no number for the total.
    const fen = amount !== undefined && isAmount(total + amount) ? amount : undefined;
    if (amount !== undefined && fen === undefined) found.report('budget/amount-range', `${pointer}/unitPrice`, { row });
    total += fen ?? 0n;
    return { pointer, subject, ...(fen === undefined ? {} : { fen }) };
  });
}

/** Quantity × unit price, half up to the fen: the one place where a line is rounded. */
export function lineFen(quantity: unknown, unitPrice: unknown): WholeFen | undefined {
  const count = readDecimal(quantity);
  const price = amountOf(unitPrice);
  if (count === undefined || price === undefined || count.digits <= 0n) return undefined;
  return roundDecimal(multiplyDecimals(count, { digits: price, scale: 0 }), 1, 'half-up').digits;
}

function readAmount(line: unknown, pointer: string, row: number, found: Findings<BudgetCode>): WholeFen | undefined {
  const quantity = own(line, 'quantity');
  const unitPrice = own(line, 'unitPrice');
  const isCount = typeof quantity === 'number' && Number.isFinite(quantity) && compareDecimals(quantity, 0) > 0;
  const isPrice = amountOf(unitPrice) !== undefined;
  if (!isCount) found.report('budget/quantity', `${pointer}/quantity`, { row });
  if (!isPrice) found.report('budget/unit-price', `${pointer}/unitPrice`, { row });
  const fen = isCount && isPrice ? lineFen(quantity, unitPrice) : undefined;
  if (fen === undefined) return undefined;
  const written = amountOf(own(line, 'amount'));
  if (written !== undefined && written !== fen && isAmount(fen)) found.report('budget/amount-differs', `${pointer}/amount`, { row, amount: yuanOf(fen), written: yuanOf(written) });
  return fen;
}

function textAt(line: unknown, key: string): string {
  const value = own(line, key);
  return typeof value === 'string' ? value.trim() : '';
}
