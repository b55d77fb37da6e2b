import type { Locale, Problem, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { Decision } from '../results.js';
import type { Cell, Sheet } from './sheet.js';

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  'zh-CN': ['编号', '结果', '环节', '申报条件', '得分', '表决', '等级', '资助金额（元）', '理由'],
  en: ['Number', 'Outcome', 'Stage', 'Requirements', 'Score', 'Vote', 'Grade', 'Award (yuan)', 'Reasons'],
};
const WORDS: Readonly<Record<string, string>> = {
  ineligible: '不符合申报条件', undetermined: '无法确定', undecided: '规则未定', pending: '办理中', approved: '立项', rejected: '不予推荐', notApproved: '未通过', withdrawn: '已撤回',
  eligible: '符合', passed: '通过', failed: '未通过', noQuorum: '未达法定人数', tied: '票数相同', notHeld: '未表决',
};

const PROBLEMS: Readonly<Record<Locale, string>> = { 'zh-CN': '填报问题', en: 'Problems' };

/**
 * Decisions as a sheet for people: stages and requirements by their titles.
 *
 * @param problems - What forms and stages find wrong with the case of each decision, in the same order; with some, there is a column for them.
 */
export function sheetFromDecisions(scheme: Scheme, decisions: readonly Decision[], locale: Locale, problems: readonly (readonly Problem[])[] = []): Sheet {
  const hasProblems = problems.some((own) => own.length > 0);
  const word = (text: string): string => (locale === 'en' ? text : (WORDS[text] ?? text));
  const stages = new Map(scheme.stages.map(({ id, title }) => [id, localize(title, locale)]));
  const reasons = new Map([
    ...scheme.eligibility.rules.map(({ id, title }): [string, string] => [id, localize(title, locale)]),
    ...(scheme.thresholds ?? []).map(({ id, title }): [string, string] => [id, localize(title, locale)]),
    ...scheme.stages.flatMap(({ outcomes }) => outcomes.map(({ id, title }): [string, string] => [id, localize(title, locale)])),
  ]);
  return [[...HEADERS[locale], ...(hasProblems ? [PROBLEMS[locale]] : [])], ...decisions.map((decision, index): readonly Cell[] => [
    decision.id, word(decision.outcome), stages.get(decision.stage) ?? decision.stage, word(decision.eligibility), decision.score,
    decision.vote === null ? null : word(decision.vote), decision.grade, decision.award, decision.reasons.map((id) => reasons.get(id) ?? id).join('；') || null,
    ...(hasProblems ? [(problems[index] ?? []).map(({ message }) => message).join('；') || null] : []),
  ])];
}
