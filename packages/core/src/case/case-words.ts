import type { Locale, LocalizedText, Problem } from '../problems/problem.js';

type Words = Pick<Problem, 'message' | 'remedy'>;

/** What people call the members of a case. */
const MEMBERS: Readonly<Record<string, Required<LocalizedText>>> = {
  id: { 'zh-CN': '编号', en: 'number' },
  submittedAt: { 'zh-CN': '提交时间', en: 'time of submission' },
  applicant: { 'zh-CN': '申报单位', en: 'applicant' },
  answers: { 'zh-CN': '填报内容', en: 'answers' },
};

/** What may help with a member that is missing: how it is written. */
const WRITTEN: Readonly<Record<string, Required<LocalizedText>>> = {
  submittedAt: { 'zh-CN': '，例如 2026-03-05T09:30:00+08:00', en: ', such as 2026-03-05T09:30:00+08:00' },
  applicant: { 'zh-CN': '，至少有它的代号（id）', en: '; at least its id' },
};

/**
 * The sentences of the scheme format, said of a case: what lacks something, or is wrong as a whole, is this case and no scheme.
 *
 * @param problem - As the scheme format tells it.
 * @param depth - How deep the place lies inside the case; 1 for its own members.
 */
export function caseWords({ code, params, message, remedy }: Problem, depth: number, locale: Locale): Words {
  const property = params['property'];
  if (code === 'scheme/required' && typeof property === 'string' && depth === 1) {
    const name = nameOf(property, locale);
    const written = wordFor(WRITTEN, property, locale);
    return locale === 'en' ? { message: `This case lacks ${name}.`, remedy: `Add it${written}.` } : { message: `这个案件缺少${name}`, remedy: `请补上${wordFor(MEMBERS, property, locale) || '这一项'}${written}。` };
  }
  const said = ofCase(message, locale);
  return remedy === undefined ? { message: said } : { message: said, remedy };
}

function nameOf(property: string, locale: Locale): string {
  const word = wordFor(MEMBERS, property, locale);
  if (word === '') return locale === 'en' ? `"${property}"` : `“${property}”`;
  return locale === 'en' ? `the ${word} ("${property}")` : `${word}（${property}）`;
}

function wordFor(words: Readonly<Record<string, Required<LocalizedText>>>, key: string, locale: Locale): string {
  return Object.prototype.hasOwnProperty.call(words, key) ? (words[key]?.[locale] ?? '') : '';
}

/** A sentence that speaks of the scheme begins with it. */
function ofCase(message: string, locale: Locale): string {
  if (locale === 'en') return message.replace(/^The scheme (?=has|cannot|is|does)/, 'This case ').replace('the scheme format', 'the case format');
  return message.replace(/^方案/, '这个案件').replace('不符合方案格式', '不符合案件格式');
}
