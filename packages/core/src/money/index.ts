export type { Fen, MoneyRounding } from './money.js';
export { LARGEST_YUAN, compareYuan, isMoney, multiplyYuan, parseYuan, roundDownTo, sumYuan, toYuan } from './money.js';
export type { Share, TrancheOptions, TrancheSplit } from './tranches.js';
export { splitTranches } from './tranches.js';
export type { YuanFormat } from './format.js';
export { formatYuan, readYuan } from './format.js';
export type { PercentBase } from './percent.js';
export { formatPercent, percentBase, readPercent } from './percent.js';
export { toCapitalNumerals } from './capital-numerals.js';
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
