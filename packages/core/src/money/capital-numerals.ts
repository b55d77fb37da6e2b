import { parseYuan } from './money.js';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['仟', '佰', '拾', ''];

/**
 * An amount in the capital numerals of contracts and receipts.
 *
 * Where the rules leave a choice, the shorter form is taken: 整 stands after 元 only (it may be left out after 角 and never follows 分),
 * and 零 is written where a zero stands between digits, not where a group of four merely ends in one. Ten to the twelfth is 万亿: 兆 is not among
 * the characters that the rules allow, and means a million elsewhere.
 *
 * @param value - In yuan, number or decimal text. @throws {RangeError} when it is no money.
 * @see Payment and settlement measures (支付结算办法, 1997), annex 1: how bills are filled in.
 * @example toCapitalNumerals(100000) // '壹拾万元整'
 * @example toCapitalNumerals(16409.02) // '壹万陆仟肆佰零玖元零贰分'
 */
export function toCapitalNumerals(value: number | string): string {
  const fen = parseYuan(value);
  if (fen === 0) return '零元整';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = wholeNumber(digits.slice(0, -2));
  return `${fen < 0 ? '负' : ''}${yuan === '' ? '' : `${yuan}元`}${cents(Number(digits.slice(-2, -1)), Number(digits.slice(-1)), yuan !== '')}`;
}

function cents(jiao: number, fen: number, afterYuan: boolean): string {
  if (jiao === 0 && fen === 0) return '整';
  const jiaoText = jiao > 0 ? `${digit(jiao)}角` : afterYuan ? '零' : '';
  return jiaoText + (fen > 0 ? `${digit(fen)}分` : '');
}

/** Decimal digits to numerals, `''` for zero: above 亿 everything repeats, so 万亿 needs no case of its own. */
function wholeNumber(digits: string): string {
  if (digits.length > 8) return join(wholeNumber(digits.slice(0, -8)), '亿', digits.slice(-8));
  if (digits.length > 4) return join(wholeNumber(digits.slice(0, -4)), '万', digits.slice(-4));
  return groupOfFour(digits.padStart(4, '0'));
}

/** A zero at the head of the lower part is heard once, and a lower part of zeros only is not heard at all. */
function join(upper: string, unit: string, lowerDigits: string): string {
  const lower = wholeNumber(lowerDigits);
  if (upper === '') return lower;
  return upper + unit + (lowerDigits.startsWith('0') && lower !== '' ? '零' : '') + lower;
}

function groupOfFour(digits: string): string {
  let text = '';
  let zeroPending = false;
  for (const [index, place] of PLACES.entries()) {
    const value = Number(digits[index]);
    if (value === 0) {
      zeroPending = text !== '';
      continue;
    }
    text += (zeroPending ? '零' : '') + digit(value) + place;
    zeroPending = false;
  }
  return text;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
