import { formatYuan } from '@cobuild/core';
import type { AllocationResult } from '../allocation/index.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { inYuan, readFen } from '../money/fen.js';
import { explainAward, projectTitle, settingTitle } from './explain-award.js';
import type { AwardWords } from './explain-award.js';
import type { Explanation, ExplanationNode } from './explanation.js';

/** How the money of a batch was divided: the sum, the line, who waits, what is open, and every award. */
export function explainAllocation(result: AllocationResult, words: AwardWords): Explanation {
  const { locale } = words;
  const say = (code: RuleMessageCode, params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const funded = result.awards.filter(({ amount }) => amount > 0).length;
  const open = result.awards.filter(({ status }) => status === 'undecided').length;
  const params = { pool: formatYuan(result.pool, locale), allocated: formatYuan(result.allocated, locale), remainder: formatYuan(result.remainder, locale), count: funded, open };
  return {
    locale, verdict: say(open > 0 ? 'explain/allocation-undecided' : 'explain/allocation', params),
    lines: [...awaitingNodes(), ...lineNodes(result, say), ...openNodes(result, words, say), ...result.problems.map((problem): ExplanationNode => ({ text: say(problem.code as RuleMessageCode, problem.params), status: 'info' })), ...result.awards.map((award) => explainAward(award, words))],
  };

  /** What is kept for those who have not answered is not given yet. */
  function awaitingNodes(): ExplanationNode[] {
    const awaiting = result.awards.filter(({ awaitsConsent }) => awaitsConsent === true);
    const amount = awaiting.reduce((sum, award) => sum + (readFen(award.amount) ?? 0n), 0n);
    return awaiting.length === 0 ? [] : [{ text: say('explain/allocation-awaiting', { amount: formatYuan(inYuan(amount), locale), projects: awaiting.map(({ id }) => projectTitle(id, words)) }), status: 'unknown' }];
  }

  function lineNodes({ fundingLine, waitingList }: AllocationResult, write: typeof say): ExplanationNode[] {
    return [
      ...(fundingLine === undefined || open > 0 ? [] : [{ text: fundingLine === 0 ? write('explain/allocation-line-none') : write('explain/allocation-line', { count: fundingLine }), status: 'info' as const }]),
      ...(waitingList.length === 0 ? [] : [{ text: write('explain/allocation-waiting', { projects: waitingList.map((id) => projectTitle(id, words)) }), status: 'info' as const }]),
    ];
  }
}

/** What has to be settled before every award is known. */
function openNodes({ openTies, holes }: AllocationResult, words: AwardWords, say: (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string): ExplanationNode[] {
  const ties = openTies.map(({ place, ids, needs }): ExplanationNode => ({ text: say(place === undefined ? 'explain/allocation-no-ranking' : needs === undefined ? 'explain/allocation-tie' : `explain/allocation-tie-${needs}`, { projects: ids.map((id) => projectTitle(id, words)) }), status: 'unknown' }));
  const settings = holes.filter((hole) => hole !== '/ties' && hole !== '/ranking').map((hole): ExplanationNode => ({ text: say('explain/allocation-hole', { hole: settingTitle(hole, words) }), status: 'unknown' }));
  return [...ties, ...settings];
}
