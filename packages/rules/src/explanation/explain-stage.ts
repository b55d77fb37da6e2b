import type { Locale, Override, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { findOutcome } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { ApprovalsTrace, StageTrace } from '../results.js';
import { conditionLines } from './condition-lines.js';
import { plainValue } from './condition-words.js';
import type { ConditionWords } from './condition-words.js';
import { explainPanel } from './explain-panel.js';
import { explainCountedVote } from './explain-public-vote.js';
import { explainScore } from './explain-score.js';
import type { ExplanationNode } from './explanation.js';

/** What settled a stage besides one review or a vote: approvals, a condition, a table, a score; what it still lacks; what was set aside. */
export function explainStageBasis(scheme: Scheme, stage: Stage, step: StageTrace, names: ReadonlyMap<string, string>, words: ConditionWords): ExplanationNode[] {
  const { locale } = words;
  const { approvals, condition, missing = [], override, review } = step;
  const ticked = (stage.refusalReasons ?? []).filter(({ id }) => review?.reasons?.includes(id) === true).map(({ title }) => localize(title, locale));
  const lacking = missing.map(({ id }) => localize([...(stage.evidence ?? []), ...(stage.requires ?? [])].find((demand) => demand.id === id)?.title, locale) || id);
  return [
    ...(ticked.length === 0 ? [] : [info('explain/stage-refusal-reasons', { reasons: ticked }, locale)]),
    ...(approvals === undefined ? [] : explainApprovals(approvals, locale)),
    ...(condition === undefined ? [] : conditionLines(condition, words)),
    ...(step.table === undefined ? [] : [explainTable(scheme, stage, step, locale)]),
    ...(step.score === undefined ? [] : [explainPass(step.score, scheme, words)]),
    ...(step.publicVote === undefined ? [] : explainCount(step.publicVote, scheme, locale)),
    ...(lacking.length === 0 ? [] : [{ text: ruleMessage('explain/stage-missing', { missing: lacking }, locale), status: 'unknown' as const }]),
    ...(override === undefined ? [] : [explainOverride(override, stage, names, locale)]),
  ];
}

function info(code: Parameters<typeof ruleMessage>[0], params: Readonly<Record<string, unknown>>, locale: Locale): ExplanationNode {
  return { text: ruleMessage(code, params, locale), status: 'info' };
}

function explainApprovals({ minimum, of, order, given, refused, ignored }: ApprovalsTrace, locale: Locale): ExplanationNode[] {
  const params = { minimum, of, given: given.length, refused: refused.length };
  return [
    { text: ruleMessage(of === undefined ? `explain/approvals-${order}` : `explain/approvals-${order}-of`, params, locale), status: given.length >= minimum ? 'met' : 'unknown' },
    ...(ignored.length === 0 ? [] : [info('explain/approvals-ignored', { count: ignored.length }, locale)]),
  ];
}

function explainTable(scheme: Scheme, stage: Stage, { table, outcome, override }: StageTrace, locale: Locale): ExplanationNode {
  const title = localize(scheme.decisionTables?.find(({ id }) => id === table?.table)?.title, locale) || (table?.table ?? '');
  const found = table?.outputs?.[stage.output ?? 'outcome'];
  const result = findOutcome(stage, String(found))?.title;
  const isSettled = table?.outcome === 'matched' && (outcome !== undefined || override !== undefined);
  if (!isSettled) return { text: ruleMessage('explain/stage-table-open', { table: title }, locale), status: 'unknown' };
  return info('explain/stage-table', { table: title, rows: table.rows, result: result === undefined ? String(found) : localize(result, locale) }, locale);
}

function explainCount(result: NonNullable<StageTrace['publicVote']>, { publicVotes = [], organisation: { units } }: Scheme, locale: Locale): ExplanationNode[] {
  const vote = publicVotes.find(({ id }) => id === result.vote);
  return vote === undefined ? [] : [explainCountedVote(result, vote, locale, units)];
}

/** Whether the score passes, and below it every mark and sum, so that it can be computed again by hand. */
function explainPass(score: NonNullable<StageTrace['score']>, { scoring }: Scheme, words: ConditionWords): ExplanationNode {
  const { locale } = words;
  const { result, passMark, settled } = score;
  const children = scoring === undefined ? [] : [score.by === 'facts' ? explainScore(score.result, scoring, locale, words) : explainPanel(score.result, scoring, locale)];
  if (!settled || result.passed === undefined) return { text: ruleMessage('explain/stage-score-open', {}, locale), status: 'unknown', children };
  const params = { score: plainValue(Number(result.decideValue ?? result.score), locale), mark: passMark };
  return { text: ruleMessage(result.passed ? 'explain/stage-score-passed' : 'explain/stage-score-failed', params, locale), status: result.passed ? 'met' : 'notMet', children };
}

/** An automatic result that was set aside: what it was, what stands in its place, why, and by whom. */
export function explainOverride(override: Override, stage: Stage | undefined, names: ReadonlyMap<string, string>, locale: Locale): ExplanationNode {
  const { outcome, replaces, reason, by, byName, second, secondName } = override;
  const titleOf = (id: string | undefined): string => localize(findOutcome(stage, id ?? '')?.title, locale) || (id ?? '');
  const people = { by: byName ?? names.get(by) ?? by, second: secondName ?? names.get(second) ?? second };
  if (stage === undefined) return info('explain/override-eligibility', { reason, ...people }, locale);
  return info('explain/override', { replaces: titleOf(replaces), outcome: titleOf(outcome), reason, ...people }, locale);
}
