import type { Calendar, Case, SchemeTest, TestBatch, TestGrading, TestPay, TestPayment } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/index.js';

/** A test of one case. */
export type CaseTest = SchemeTest & { readonly case: Case };
/** A test of a batch with its money. */
export type BatchTest = SchemeTest & { readonly batch: TestBatch };
export type GradingTest = SchemeTest & { readonly grading: TestGrading };
export type PayTest = SchemeTest & { readonly pay: TestPay };
export type PaymentTest = SchemeTest & { readonly payment: TestPayment };

/** The surroundings that a test is run in. */
export interface TestOptions extends EligibilityOptions {
  /** Working days; the same as in the portal. */
  readonly calendar: Calendar;
}

/** Whether a test decides one case; the others give money, grade, or compute an amount. */
export function isCaseTest(test: SchemeTest): test is CaseTest {
  return test.case !== undefined;
}

export function isBatchTest(test: SchemeTest): test is BatchTest {
  return test.batch !== undefined;
}

export function isGradingTest(test: SchemeTest): test is GradingTest {
  return test.grading !== undefined;
}

export function isPayTest(test: SchemeTest): test is PayTest {
  return test.pay !== undefined;
}

export function isPaymentTest(test: SchemeTest): test is PaymentTest {
  return test.payment !== undefined;
}
