import type { Locale } from '@cobuild/core';
import { formatYuan, sumYuan } from '@cobuild/core';
import type { LedgerBalance } from '../ledger/index.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { ExplanationNode } from './explanation.js';

/** A balance with the sum that leads to what is available, to be checked by hand. */
export function explainBalance(balance: LedgerBalance, locale: Locale): ExplanationNode {
  const entries = Object.entries(balance).map(([name, amount]): [string, string] => [name, formatYuan(amount as number, locale)]);
  const money = Object.fromEntries(entries);
  const { pool, adjusted, carriedIn, carriedOut, lapsed, reserved, committed, paid, returned } = balance;
  const sum = { in: sumYuan([pool, adjusted, carriedIn]), out: sumYuan([carriedOut, lapsed]), held: sumYuan([reserved, committed]), spent: sumYuan([paid, -returned]), available: balance.available };
  const written = Object.fromEntries(Object.entries(sum).map(([name, amount]) => [name, formatYuan(amount, locale)]));
  const note = (text: string): ExplanationNode => ({ text, status: 'info' });
  return {
    text: ruleMessage('explain/balance', money, locale), status: 'info',
    children: [
      ...(['explain/balance-in', 'explain/balance-out', 'explain/balance-held', 'explain/balance-paid'] as const).map((code) => note(ruleMessage(code, money, locale))),
      note(ruleMessage('explain/balance-sum', written, locale)),
    ],
  };
}
