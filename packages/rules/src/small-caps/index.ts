export { checkSmallCaps } from './check-small-caps.js';
export { limitPayment } from './limit-payment.js';
export type { SmallCapLimit, SmallCapOptions, SmallCapResult, SmallPayment } from './small-cap-types.js';
