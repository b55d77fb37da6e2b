import type { Decimal, Grade, Grading, Locale } from '@cobuild/core';
import { addDecimals, decimalToText, localize, parseDecimal } from '@cobuild/core';
import type { GradingItem, GradingResult } from '../evaluation/grading-types.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { ExplanationNode } from './explanation.js';
import { settingWords } from './hole-sentences.js';

type Words = (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string;
interface Telling { readonly grading: Grading; readonly words: Words; readonly locale: Locale; readonly project: (id: string) => string }

/**
 * A grading in words: how many of each grade and why so many, rewards against the pot, how ties were separated, and every project with its sum.
 *
 * @param project - What a project is called; its id unless given.
 */
export function explainGrading(result: GradingResult, grading: Grading, locale: Locale, project: (id: string) => string = (id) => id): ExplanationNode {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  const telling: Telling = { grading, words, locale, project };
  const title = localize(grading.title, locale);
  const rows = result.rows.map(({ grade, filled }) => words('explain/grade-row', { grade: gradeTitle(telling, grade), count: filled }));
  const missing = result.items.filter(({ without }) => without === 'mark').length;
  return {
    text: words(`explain/grade-${result.outcome}`, { title, rows, holes: settingWords(grading, result.holes, locale), count: result.outcome === 'incomplete' ? missing : result.items.length }),
    status: result.outcome === 'graded' ? 'info' : result.outcome === 'refused' ? 'notMet' : 'unknown',
    ...(grading.provenance === undefined ? {} : { provenance: grading.provenance }),
    children: [
      ...tableNodes(result, telling),
      ...rewardNodes(result, telling),
      ...result.settlements.map((settlement) => tieNode(settlement, telling)),
      ...result.problems.map(({ code, params, severity }): ExplanationNode => ({ text: words(code as RuleMessageCode, params), status: severity === 'error' ? 'notMet' : 'info' })),
      ...result.items.map((item) => explainGrade(item, grading, locale, project)),
    ],
  };
}

/** One project’s grade in words, with the sum that led to its mark. */
export function explainGrade(item: GradingItem, grading: Grading, locale: Locale, project: (id: string) => string = (id) => id): ExplanationNode {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  const telling: Telling = { grading, words, locale, project };
  const others = (item.tiedWith ?? []).map(project);
  const params = { project: project(item.id), score: item.rounded ?? item.score, rank: item.rank, others, grade: gradeTitle(telling, item.grade) };
  const placed: RuleMessageCode = item.rank === undefined ? 'explain/grade-item' : others.length > 0 ? 'explain/grade-item-tied' : 'explain/grade-item-place';
  const reason = item.without ?? (item.grade === undefined ? 'mark' : undefined);
  return {
    text: words(reason === undefined ? placed : `explain/grade-without-${reason}`, params),
    status: reason === undefined ? 'info' : reason === 'mark' || reason === 'tie' ? 'unknown' : 'notMet',
    children: [...sumNodes(item, words, locale), ...getsNodes(item, telling)],
  };
}

function gradeTitle({ grading, locale }: Telling, id: string | undefined): string {
  return localize(grading.grades.find((grade) => grade.id === id)?.title, locale);
}

const info = (text: string): ExplanationNode => ({ text, status: 'info' });

/** `（90×40＋88×60）÷100＝88.8`. */
function sumNodes({ marks, score, rounded }: GradingItem, words: Words, locale: Locale): ExplanationNode[] {
  if (score === undefined) return [];
  const [by, plus] = locale === 'en' ? [' × ', ' + '] : ['×', '＋'];
  const counted = marks.filter(({ mark }) => mark !== undefined);
  const sum = counted.map(({ mark, weight }) => `${mark ?? ''}${by}${weight}`).join(plus);
  const weights = decimalToText(counted.reduce<Decimal>((all, { weight }) => addDecimals(all, weight), parseDecimal(0)));
  return [
    ...(counted.length === 0 ? [] : [info(words('explain/grade-sum', { sum, weights, score }))]),
    ...(rounded === undefined || rounded === score ? [] : [info(words('explain/grade-rounded', { score, rounded }))]),
  ];
}

function getsNodes(item: GradingItem, { words }: Telling): ExplanationNode[] {
  const gets = (part: { readonly reward?: number; readonly bonusPoints?: number }): string[] => [
    ...(part.reward === undefined ? [] : [words('explain/grade-gets-reward', { reward: part.reward })]),
    ...(part.bonusPoints === undefined ? [] : [words('explain/grade-gets-bonus', { bonus: part.bonusPoints })]),
  ];
  const own = gets(item);
  if (own.length === 0) return [];
  return [{ ...info(words('explain/grade-gets', { gets: own })), ...(item.split === undefined ? {} : { children: item.split.map((part) => info(words('explain/grade-split', { party: part.party, gets: gets(part) }))) }) }];
}

function tableNodes(result: GradingResult, telling: Telling): ExplanationNode[] {
  const { grading, words, locale } = telling;
  return grading.grades.flatMap((grade, index): ExplanationNode[] => {
    const title = localize(grade.title, locale);
    const row = result.rows[index];
    const text = result.by === 'score' ? bandWords(grade, title, words) : placeWords(grade, { title, places: row?.places, filled: row?.filled, of: result.items.length }, words);
    const minimum = grade.minimumScore === undefined || typeof grade.minimumScore !== 'number' ? [] : [info(words('explain/grade-minimum', { grade: title, minimum: grade.minimumScore }))];
    return text === undefined ? [] : [{ ...info(text), ...(grade.provenance === undefined ? {} : { provenance: grade.provenance }), ...(minimum.length === 0 ? {} : { children: minimum }) }];
  });
}

function bandWords({ from, below }: Grade, grade: string, words: Words): string | undefined {
  const [lower, upper] = [typeof from === 'number', typeof below === 'number'];
  if (!lower && !upper) return undefined;
  return words(lower && upper ? 'explain/grade-band' : lower ? 'explain/grade-band-from' : 'explain/grade-band-below', { grade, from, below });
}

function placeWords({ places }: Grade, { title, places: given, filled, of }: { readonly title: string; readonly places: number | undefined; readonly filled: number | undefined; readonly of: number }, words: Words): string | undefined {
  if (given === undefined) return undefined;
  if (places === 'rest') return words('explain/grade-places-rest', { grade: title, filled });
  const share = typeof places === 'object' && 'share' in places && typeof places.share === 'object' && 'p' in places.share ? shareWords(places.share) : undefined;
  return words(share === undefined ? 'explain/grade-places' : 'explain/grade-places-share', { grade: title, share, of, places: given, filled });
}

/** Per cent where it is whole, else the fraction. */
function shareWords({ p, q }: { readonly p: number; readonly q: number }): string {
  return (p * 100) % q === 0 ? `${(p * 100) / q}%` : `${p}/${q}`;
}

function rewardNodes({ reward }: GradingResult, { words, locale }: Telling): ExplanationNode[] {
  if (reward.outcome === 'none') return [];
  if (reward.outcome === 'undecided') return [{ text: words('explain/grade-reward-undecided'), status: 'unknown' }];
  const [by, plus] = locale === 'en' ? [' × ', ' + '] : ['×', '＋'];
  const sum = reward.rows.flatMap(({ reward: amount, filled }) => (amount === undefined || filled === 0 ? [] : [`${amount}${by}${filled}`])).join(plus);
  return [
    ...(sum === '' ? [] : [info(words('explain/grade-reward', { sum, total: reward.total }))]),
    ...(reward.pot === undefined ? [] : reward.outcome === 'over' ? [{ text: words('explain/grade-pot-over', { pot: reward.pot, over: reward.over }), status: 'notMet' as const }] : [info(words('explain/grade-pot', { pot: reward.pot, rest: reward.rest }))]),
  ];
}

function tieNode({ ids, order, steps, outcome, needs }: GradingResult['settlements'][number], { grading, words, locale, project }: Telling): ExplanationNode {
  const projects = ids.map(project);
  if (outcome === 'open') return { text: words('explain/grade-tie-open', { projects, needs: words(`explain/tie-needs-${needs ?? 'rule'}`) }), status: 'unknown' };
  const told = steps.map(({ by, key, seed }) => words(`explain/tie-step-${by}`, { key: localize(grading.inputs?.find(({ id }) => id === key?.fact)?.title, locale), seed }));
  return info(words('explain/grade-tie-settled', { projects, steps: told, order: order.flat().map(project) }));
}
