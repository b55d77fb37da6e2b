export type { Fen, MoneyRounding } from './money.js';
export { LARGEST_YUAN, compareYuan, isMoney, multiplyYuan, parseYuan, roundDownTo, sumYuan, toYuan } from './money.js';
export type { Decimal, DecimalInput, Rational, RoundingMode } from './decimal.js';
export {
  addDecimals,
  compareDecimals,
  compareRationals,
  decimalToNumber,
  decimalToText,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  ratioOf,
  readDecimal,
  roundDecimal,
  roundRational,
  subtractDecimals,
} from './decimal.js';
