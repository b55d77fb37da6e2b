import type { Cycle, Locale } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { CycleAction, CyclePhaseState, CycleState } from '../cycle/cycle-types.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { ExplanationNode } from './explanation.js';

type Words = (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string;

/** Where something stands in its cycle, in words: the phase and its days, how the last day was counted, the phases before, and what falls due. */
export function explainCycle(state: CycleState, cycle: Cycle, locale: Locale): ExplanationNode {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  const phase = (id: string | undefined): string => localize(cycle.phases.find((candidate) => candidate.id === id)?.title, locale);
  const info = (text: string): ExplanationNode => ({ text, status: 'info' });
  const counted = state.phases[state.phases.length - 1];
  return {
    text: headline(state, cycle, words, locale, phase(state.phase)),
    status: state.outcome === 'overdue' || state.outcome === 'withdrawn' ? 'notMet' : state.outcome === 'undecided' ? 'unknown' : 'info',
    ...(cycle.provenance === undefined ? {} : { provenance: cycle.provenance }),
    children: [
      ...(counted?.counted === undefined || state.outcome === 'withdrawn' ? [] : [info(countedWords(counted, words))]),
      ...state.phases.flatMap((past) => (past.ended === undefined ? [] : [info(words('explain/cycle-phase', { phase: phase(past.phase), since: past.since, ended: past.ended }))])),
      ...state.due.map((action) => actionNode(action, cycle, words, locale)),
      ...state.problems.map(({ code, params }): ExplanationNode => ({ text: words(code as RuleMessageCode, params), status: 'notMet' })),
    ],
  };
}

function headline(state: CycleState, cycle: Cycle, words: Words, locale: Locale, phase: string): string {
  const { outcome, today, since, withdrawal } = state;
  const title = localize(cycle.title, locale);
  if (withdrawal !== undefined) {
    const reason = localize(cycle.withdrawal?.reasons.find(({ id }) => id === withdrawal.reason)?.title, locale);
    return words(withdrawal.text === undefined ? 'explain/cycle-withdrawn' : 'explain/cycle-withdrawn-text', { title, on: withdrawal.on, reason, text: withdrawal.text });
  }
  const until = state.until ?? state.phases[state.phases.length - 1]?.ended;
  if (outcome === 'running' && until === undefined) return words('explain/cycle-running-endless', { title, today, phase, since });
  return words(`explain/cycle-${outcome}`, { title, today, phase, since, until });
}

function countedWords({ counted, until }: CyclePhaseState, words: Words): string {
  const lengths = (counted?.lengths ?? []).map(({ amount, unit }) => words(`explain/cycle-${unit}`, { amount })).join(words('explain/cycle-joined'));
  return words('explain/cycle-counted', { from: counted?.from, lengths, until });
}

function actionNode({ kind, id, opens, due, state }: CycleAction, cycle: Cycle, words: Words, locale: Locale): ExplanationNode {
  const duty = cycle.phases.flatMap(({ duties = [] }) => duties).find((candidate) => candidate.id === id);
  const action = kind === 'duty' ? localize(duty?.title, locale) : words(`explain/cycle-${kind}`);
  const code: RuleMessageCode = state === 'overdue' ? 'explain/cycle-due-overdue' : state === 'notOpen' ? 'explain/cycle-due-notOpen' : 'explain/cycle-due';
  return { text: words(code, { action, opens, due }), status: state === 'overdue' ? 'notMet' : 'info' };
}
