import type { Case, PaymentAsked, Scheme } from '@cobuild/core';
import { parametersFact, resolveParameters } from '@cobuild/core';
import { limitPayment } from '../small-caps/index.js';
import type { SmallPayment } from '../small-caps/index.js';
import { factIn } from './fact-in.js';

type Payer = Pick<Case, 'id' | 'applicant' | 'answers'>;
const WHOSE = ['kind', 'person', 'household', 'event', 'village'] as const;

/**
 * Yuan that the small caps leave for the payment that a case asks for, after those of other cases; what it asks for where no cap is about it, nothing where
 * a cap forbids it. `undefined` where that cannot be told.
 */
export function smallCapsLeft(scheme: Partial<Pick<Scheme, 'parameters' | 'smallCaps'>> & Pick<Scheme, 'eligibility'>, asked: PaymentAsked, application: Payer, paid: readonly Payer[]): number | undefined {
  const { parameters = {}, smallCaps = [], eligibility: { conditions } } = scheme;
  const caps = resolveParameters({ ...(scheme as Scheme), parameters, smallCaps }).smallCaps ?? [];
  const payment = paymentOf(asked, application);
  const result = limitPayment(caps, paid.map((item) => paymentOf(asked, item)), payment, { parameters: parametersFact({ parameters }), ...(conditions === undefined ? {} : { conditions }) });
  if (result.outcome === 'undecided') return undefined;
  return result.refusedBy === undefined ? result.limits.reduce((least, { left }) => Math.min(least, left), result.limits.length === 0 ? payment.amount : Infinity) : 0;
}

/** A payment as a case asks for it; one whose amount is no number has none that anything could be counted with. */
function paymentOf(asked: PaymentAsked, item: Payer): SmallPayment {
  const { date, amount } = asked;
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
  const whose: Partial<Record<(typeof WHOSE)[number], string>> = {};
  for (const key of WHOSE) {
    const from = asked[key];
    const value = from === undefined ? undefined : text(factIn(item, from));
    if (value !== undefined) whose[key] = value;
  }
  const yuan = factIn(item, amount);
  return { id: item.id, date: text(factIn(item, date)) ?? '', amount: typeof yuan === 'number' ? yuan : NaN, ...whose, facts: item.answers };
}
