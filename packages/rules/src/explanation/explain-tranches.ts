import type { Locale, Tranche } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import type { ChangeRoute, TrancheState } from '../contracts/index.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { ExplanationNode } from './explanation.js';

const STATUS: Readonly<Record<TrancheState['status'], ExplanationNode['status']>> = { due: 'met', paid: 'met', held: 'notMet', withheld: 'notMet', returned: 'info', undecided: 'unknown' };

/** Each tranche: how much, whether it may be paid, and if not, what it waits for. */
export function explainTranches(states: readonly TrancheState[], tranches: readonly Tranche[], locale: Locale): readonly ExplanationNode[] {
  const title = (id: string): string => localize(tranches.find((tranche) => tranche.id === id)?.title, locale) || id;
  return states.map(({ id, amount, paid, returned, withheld, released, status, reasons }): ExplanationNode => {
    const params = { title: title(id), amount: formatYuan(amount, locale), paid: formatYuan(paid, locale), reason: reasons.flatMap(({ kind, about = '' }) => (kind === 'withheld' ? [about] : [])) };
    const children = reasons.filter(({ kind }) => kind !== 'withheld').map(({ kind, about }): ExplanationNode => ({ text: ruleMessage(`explain/tranche-reason-${kind}`, { about: kind === 'earlierTranche' && about !== undefined ? title(about) : about }, locale), status: status === 'undecided' ? 'unknown' : 'notMet' }));
    const back = returned > 0 && status !== 'returned' ? [{ text: ruleMessage('explain/tranche-returned-part', { returned: formatYuan(returned, locale) }, locale), status: 'info' as const }] : [];
    const parts = [
      ...(withheld === undefined || status === 'withheld' ? [] : [{ text: ruleMessage('explain/tranche-withheld-part', { withheld: formatYuan(withheld, locale) }, locale), status: 'notMet' as const }]),
      ...(released === undefined ? [] : [{ text: ruleMessage('explain/tranche-released-part', { released: formatYuan(released, locale) }, locale), status: 'info' as const }]),
    ];
    const all = [...children, ...back, ...parts];
    return { text: ruleMessage(`explain/tranche-${status}`, params, locale), status: STATUS[status], ...(all.length === 0 ? {} : { children: all }) };
  });
}

/**
 * Who decides a change and why.
 *
 * @param roleTitle - A role in words; default its id.
 */
export function explainChange(route: ChangeRoute, locale: Locale, roleTitle: (id: string) => string = (id) => id): ExplanationNode {
  const { outcome, decidedBy = '', rule, holes, measure } = route;
  const note = (text: string): ExplanationNode => ({ text, status: 'info' });
  const { share } = measure;
  const whole = ruleMessage(measure.days === undefined ? 'explain/change-share-award' : 'explain/change-share-days', {}, locale);
  return {
    text: ruleMessage(`explain/change-${outcome}`, { role: roleTitle(decidedBy), rule: rule === undefined ? holes : localize(rule.title, locale) }, locale),
    status: outcome === 'undecided' || outcome === 'noRule' ? 'unknown' : 'info',
    ...(rule?.source === undefined ? {} : { clause: localize(rule.source, locale) }), ...(rule?.provenance === undefined ? {} : { provenance: rule.provenance }),
    children: [
      ...(measure.amount === undefined ? [] : [note(ruleMessage('explain/change-amount', { amount: formatYuan(measure.amount, locale) }, locale))]),
      ...(measure.days === undefined ? [] : [note(ruleMessage('explain/change-days', { days: measure.days }, locale))]),
      ...(share === undefined ? [] : [note(ruleMessage('explain/change-share', { whole, percent: percentWords(share) }, locale))]),
    ],
  };
}

/** A ratio in per cent, cut after two decimals, with `＋` where something was cut: 12.34%＋ is a little more than 12.34%. */
function percentWords({ p, q }: { readonly p: number; readonly q: number }): string {
  const scaled = BigInt(p) * 10_000n;
  const whole = scaled / BigInt(q);
  const text = `${whole / 100n}.${String(whole % 100n).padStart(2, '0')}`.replace(/\.?0+$/, '');
  return `${text}%${scaled % BigInt(q) === 0n ? '' : '＋'}`;
}
