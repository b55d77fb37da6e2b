export { checkPay } from './check-pay.js';
export { computePay } from './compute-pay.js';
export type { PayPartResult, PayResult } from './pay-result.js';
export { paySentences } from './pay-sentences.js';
