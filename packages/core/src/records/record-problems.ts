import { localize } from '../problems/problem.js';
import type { Locale, LocalizedText, Problem, Severity } from '../problems/problem.js';
import type { Params } from '../locales/message-table.js';
import { currentTerms, sayInTerms, wordingOf } from '../locales/terms.js';
import { wordIn } from '../locales/word-tables.js';

/** Where a record stands among the answers, and in which language its sentences are. */
export interface RecordOptions {
  /** Pointer of the record in the answers: `/budget`. Default `''`, the record is the document. */
  readonly pointer?: string;
  /** Default `zh-CN`. */
  readonly locale?: Locale;
}

/** What is wrong and how to mend it. */
export interface RecordWords { readonly message: string; readonly remedy?: string }

/** Sentences of one kind of record, the same codes in every language. */
export type RecordSentences<Code extends string = string> = Readonly<Record<Locale, Readonly<Record<Code, (params: Params) => RecordWords>>>>;

/** Gathers the problems of one record. */
export interface Findings<Code extends string> {
  readonly locale: Locale;
  readonly problems: Problem[];
  /** @param pointer - Inside the record. */
  report(code: Code, pointer: string, params?: Params, severity?: Severity): void;
  /** Says that the district has not decided a setting yet: what depends on it is not checked. */
  undecided(pointer: string, setting: keyof typeof settingTitles): void;
  say(text: LocalizedText | undefined): string;
}

export function findings<Code extends string>(sentences: RecordSentences<Code>, { pointer: at = '', locale = 'zh-CN' }: RecordOptions): Findings<Code> {
  const problems: Problem[] = [];
  const add = (code: string, severity: Severity, pointer: string, params: Params, words: RecordWords): void => {
    problems.push({ code, severity, document: 'answers', pointer: at + pointer, params, ...words });
  };
  return {
    locale,
    problems,
    report: (code, pointer, params = {}, severity = 'error') => { add(code, severity, pointer, params, inWords(sentences[locale][code], params, locale)); },
    undecided: (pointer, setting) => {
      const params = { setting: wordIn(settingTitles[setting], locale) };
      // One hole is said once, however often it is met.
      if (problems.some((problem) => problem.code === 'records/undecided' && problem.params['setting'] === params.setting)) return;
      add('records/undecided', 'undecided', pointer, params, inWords(undecidedSentences[locale]['records/undecided'], params, locale));
    },
    say: (text) => localize(text, locale),
  };
}

/** In the words of the scheme that is being spoken of. */
function inWords(sentence: (params: Params) => RecordWords, params: Params, locale: Locale): RecordWords {
  const wording = wordingOf(currentTerms(), locale);
  const { remedy } = sentence(params);
  const message = sayInTerms((quoted) => sentence(quoted).message, [params], wording);
  return remedy === undefined ? { message } : { message, remedy: sayInTerms((quoted) => sentence(quoted).remedy ?? '', [params], wording) };
}

/** Whether a text was left empty; what is no text is none. */
export function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

/** Settings that a district may leave open, as people call them. */
export const settingTitles = {
  maximumLines: { 'zh-CN': '预算最多几行', en: 'the most budget lines' },
  subjectCap: { 'zh-CN': '支出科目的上限', en: 'the cap of a subject of expense' },
  ownShare: { 'zh-CN': '自筹资金的最低比例', en: 'the least share of own funds' },
  publicShare: { 'zh-CN': '财政资金的最高比例', en: 'the largest share of public money' },
  sourceShare: { 'zh-CN': '各方出资的比例', en: 'the shares of those who pay' },
  projectCap: { 'zh-CN': '每个项目的上限', en: 'the cap of a project' },
  categoryCap: { 'zh-CN': '项目类别的上限', en: 'the cap of a category' },
  minimumRequested: { 'zh-CN': '最低申请金额', en: 'the least that may be asked for' },
  roundingUnit: { 'zh-CN': '金额的取整单位', en: 'the unit that amounts are rounded to' },
  tolerance: { 'zh-CN': '资金来源与费用允许的误差', en: 'how far the funds may differ from the cost' },
  minimumOpinions: { 'zh-CN': '最少征求多少份意见', en: 'the least number of opinions' },
  support: { 'zh-CN': '赞成意见的比例', en: 'the share of opinions in favour' },
  attendance: { 'zh-CN': '到会人数的比例', en: 'the share of those present' },
  majority: { 'zh-CN': '通过所需的比例', en: 'the majority' },
  notice: { 'zh-CN': '会前提前几天送达', en: 'the notice before a meeting' },
  publicity: { 'zh-CN': '公开的天数', en: 'the days of publicity' },
  partners: { 'zh-CN': '合作单位的数量', en: 'the number of partners' },
  leadShare: { 'zh-CN': '牵头单位的最低份额', en: 'the least share of the lead' },
  confirm: { 'zh-CN': '由谁签字确认', en: 'who confirms' },
  indicators: { 'zh-CN': '指标的数量', en: 'the number of indicators' },
  fileCount: { 'zh-CN': '文件的数量', en: 'the number of files' },
  fileSize: { 'zh-CN': '文件的大小', en: 'the size of files' },
  scanPolicy: { 'zh-CN': '未完成安全检查的文件能否提交', en: 'whether unchecked files may be submitted' },
  pledgeText: { 'zh-CN': '承诺的内容', en: 'the text of the pledge' },
} satisfies Readonly<Record<string, Required<LocalizedText>>>;

export const undecidedSentences: RecordSentences<'records/undecided'> = {
  'zh-CN': { 'records/undecided': ({ setting }) => ({ message: `还没有规定${String(setting)}，这一项没有核对`, remedy: '请向主管部门确认。' }) },
  en: { 'records/undecided': ({ setting }) => ({ message: `Nobody has decided ${String(setting)} yet; this was not checked.`, remedy: 'Ask the office in charge.' }) },
};
