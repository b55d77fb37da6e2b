import type { ChangeRule, Supervision } from '@cobuild/core';
import { readRatio } from '../allocation/open-setting.js';
import type { SchemeFinding } from '../findings.js';

const MEASURES: Readonly<Record<ChangeRule['kind'], readonly string[]>> = { money: ['amount', 'share'], content: ['amount', 'share'], time: ['days', 'share'], payee: [], executor: [] };

/** What is wrong in the change rules of `supervision`, from its root. */
export function checkSupervision({ changes = [] }: Supervision): readonly SchemeFinding[] {
  return changes.flatMap((rule, index): SchemeFinding[] => {
    const pointer = `/changes/${index}`;
    const before = changes.slice(0, index).reverse().find(({ kind }) => kind === rule.kind);
    const measures = Object.keys(rule.above ?? {}).filter((name) => ['amount', 'share', 'days'].includes(name));
    return [
      ...((rule.decidedBy === undefined) === (rule.noticeOnly !== true) ? [{ code: 'scheme/change-rule-decider', pointer, params: { rule: rule.id } }] : []),
      ...(measures.some((name) => !MEASURES[rule.kind].includes(name)) ? [{ code: 'scheme/change-rule-measure', pointer: `${pointer}/above`, params: { rule: rule.id } }] : []),
      ...(before !== undefined && notAbove(rule, before) ? [{ code: 'scheme/change-rule-order', pointer, params: { rule: rule.id, before: before.id } }] : []),
    ];
  });
}

/** Whether every change that one rule holds for, the later one holds for too. Compared where both have the same single measure. */
function notAbove({ above }: ChangeRule, { above: before }: ChangeRule): boolean {
  if (above === undefined) return true;
  if (before === undefined || Object.keys(above).length > 1 || Object.keys(before).length > 1) return false;
  const [share, shareBefore] = [readRatio(above.share), readRatio(before.share)];
  if (share !== undefined && shareBefore !== undefined && BigInt(share.p) * BigInt(shareBefore.q) <= BigInt(shareBefore.p) * BigInt(share.q)) return true;
  const lower = (name: 'amount' | 'days'): boolean => typeof above[name] === 'number' && typeof before[name] === 'number' && above[name] <= before[name];
  return lower('amount') || lower('days');
}
