import type { Condition, Locale, Scheme } from '@cobuild/core';
import { formatYuan, isMoney, localize, pointerTokens, toPointer, valueAt, withValueAt } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/index.js';
import { describeCondition, factWords, plainValue } from '../explanation/index.js';
import { decisionValueWords, fieldWord } from './decision-words.js';
import { isMoneyPlace, moneyPlaceWords, moneyRemedy } from './unpinned-money-words.js';

interface Words { readonly message: string; readonly remedy: string }

/**
 * A threshold that no test pins, in words: what it is the limit of, what it could be changed to unnoticed, and a case that would notice.
 *
 * @param params - Of the problem `scheme/unpinned-threshold`: `threshold`, `value`, `unnoticed`, and where there is one the suggested case, `at` and `expect`; of money `input`, and `test` where a test only has to name more.
 * @example unpinnedWords(scheme, problem.params, 'zh-CN').message // '申报条件“户数上限”：受益户数须少于 50。改成“受益户数须少于 49”，所有测试照样通过'
 */
export function unpinnedWords(scheme: Scheme, params: Readonly<Record<string, unknown>>, locale: Locale, options: EligibilityOptions = {}): Words {
  const { threshold, value, unnoticed, at, expect, input, test } = params;
  const pointer = String(threshold);
  const limit = limitAt(scheme, pointer, locale, options);
  const remedy = input === undefined ? undefined : moneyRemedy(scheme, { input, test, at, expected: expect === undefined ? '' : expectWords(scheme, expect, locale) }, locale);
  const others = (Array.isArray(unnoticed) ? (unnoticed as readonly unknown[]) : []).map((other) => limit.say(other));
  const own = limit.say(value);
  if (locale === 'en') {
    return {
      message: `${limit.place}: ${own}. No test pins this limit: all pass as well with ${others.join(', or ')}.`,
      remedy: remedy ?? (at === undefined ? 'Add a case just at the limit.' : `Add a test: ${caseWords(scheme, at, locale, options)}; expected: ${expectWords(scheme, expect, locale)}.`),
    };
  }
  return {
    message: `${limit.place}：${own}。改成${others.map((other) => `“${other}”`).join('或')}，所有测试照样通过：没有测试守住这个界限`,
    remedy: remedy ?? (at === undefined ? '请补一个恰好在界限上的例子。' : `请补一个测试：${caseWords(scheme, at, locale, options)}；应有结果：${expectWords(scheme, expect, locale)}。`),
  };
}

/** What has a limit, and how a value of it is said. */
interface Limit { readonly place: string; readonly say: (value: unknown) => string }

const PLACES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  parameter: { 'zh-CN': '参数', en: 'Parameter' }, rule: { 'zh-CN': '申报条件', en: 'Requirement' }, named: { 'zh-CN': '条件', en: 'Condition' }, stage: { 'zh-CN': '环节', en: 'Stage' }, threshold: { 'zh-CN': '表决规则', en: 'Vote rule' },
  scoring: { 'zh-CN': '评分', en: 'Score card' }, table: { 'zh-CN': '决策表', en: 'Decision table' },
};
/** Settings of votes and score cards by the last word of their place. */
const SETTINGS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ratio: { 'zh-CN': '通过比例', en: 'ratio' }, base: { 'zh-CN': '计票基数', en: 'base' }, op: { 'zh-CN': '比较方式', en: 'comparison' }, quorum: { 'zh-CN': '法定人数', en: 'quorum' }, abstention: { 'zh-CN': '弃权票怎样计', en: 'abstention' },
  passMark: { 'zh-CN': '合格分', en: 'pass mark' }, from: { 'zh-CN': '下限', en: 'lower end' }, below: { 'zh-CN': '上限', en: 'upper end' }, minimum: { 'zh-CN': '最低', en: 'minimum' }, maximum: { 'zh-CN': '最高', en: 'maximum' },
};
const VALUES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  appointed: { 'zh-CN': '应到人数', en: 'appointed' }, entitled: { 'zh-CN': '有权表决人数', en: 'entitled' }, present: { 'zh-CN': '实到人数', en: 'present' }, valid: { 'zh-CN': '有效票数', en: 'valid votes' },
  '>': { 'zh-CN': '超过', en: 'more than' }, '>=': { 'zh-CN': '达到', en: 'at least' },
};

function limitAt(scheme: Scheme, pointer: string, locale: Locale, options: EligibilityOptions): Limit {
  if (isMoneyPlace(pointer)) return moneyPlaceWords(scheme, pointer, locale);
  const tokens = pointerTokens(pointer);
  const [first = '', second = '', third = ''] = tokens;
  const quoted = (title: string): string => (locale === 'en' ? ` “${title}”` : `“${title}”`);
  const titled = (kind: string, item: unknown, fallback: string): string => `${PLACES[kind]?.[locale] ?? ''}${quoted(localize(valueAt(item, '/title') as Parameters<typeof localize>[0], locale) || fallback)}`;
  const place = first === 'parameters' ? titled('parameter', valueAt(scheme, toPointer(first, second)), second)
    : first === 'eligibility' && second === 'rules' ? titled('rule', valueAt(scheme, toPointer(first, second, third)), third)
      : first === 'eligibility' ? titled('named', undefined, third)
        : first === 'stages' ? titled('stage', valueAt(scheme, toPointer(first, second)), second)
          : first === 'thresholds' ? titled('threshold', valueAt(scheme, toPointer(first, second)), second)
            : first === 'decisionTables' ? titled('table', valueAt(scheme, toPointer(first, second)), second) : PLACES['scoring']?.[locale] ?? '';
  const condition = valueAt(scheme, toPointer(...tokens.slice(0, -1)));
  const last = tokens[tokens.length - 1] ?? '';
  const isCondition = (first === 'eligibility' || first === 'stages') && (last === 'value' || last === 'operator') && valueAt(condition, '/fact') !== undefined;
  if (isCondition) return { place, say: (value) => describeCondition(withValueAt(condition, toPointer(last), value) as Condition, factWords(scheme, locale, options), scheme.eligibility.conditions) };
  if (first === 'parameters') return { place, say: (value) => parameterValue(valueAt(scheme, toPointer(first, second)), value, locale) };
  const setting = first === 'decisionTables' ? tableCell(scheme, tokens, locale) : SETTINGS[last]?.[locale] ?? last;
  return { place: locale === 'en' ? `${place}, ${setting}` : `${place}的${setting}`, say: (value) => settingValue(value, locale) };
}

/** The row by its id, the column by its title. */
function tableCell(scheme: Scheme, [, index = '', , row = '', kind = '', column = '', end = '']: readonly string[], locale: Locale): string {
  const table = valueAt(scheme, toPointer('decisionTables', index));
  const columns = valueAt(table, toPointer(kind));
  const found = Array.isArray(columns) ? (columns as readonly unknown[]).find((one) => valueAt(one, '/id') === column) : undefined;
  const title = localize(valueAt(found, '/title') as Parameters<typeof localize>[0], locale) || column;
  const named = valueAt(table, toPointer('rows', row, 'id'));
  const id = typeof named === 'string' ? named : row;
  const edge = SETTINGS[end]?.[locale] ?? '';
  return locale === 'en' ? `row “${id}”, ${title}${edge === '' ? '' : ` (${edge})`}` : `“${id}”行“${title}”${edge}`;
}

function parameterValue(parameter: unknown, value: unknown, locale: Locale): string {
  if (valueAt(parameter, '/type') === 'money' && typeof value === 'number' && isMoney(value)) return formatYuan(value, locale);
  const unit = localize(valueAt(parameter, '/unit') as Parameters<typeof localize>[0], locale);
  return `${settingValue(value, locale)}${typeof value === 'number' && unit !== '' ? ` ${unit}` : ''}`;
}

function settingValue(value: unknown, locale: Locale): string {
  if (typeof value === 'string') return Object.prototype.hasOwnProperty.call(VALUES, value) ? VALUES[value]?.[locale] ?? value : value;
  const [p, q] = [valueAt(value, '/p'), valueAt(value, '/q')];
  return typeof p === 'number' && typeof q === 'number' ? `${p}/${q}` : plainValue(value, locale);
}

const COUNTS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  appointed: { 'zh-CN': '应到', en: 'appointed' }, recused: { 'zh-CN': '回避', en: 'recused' }, present: { 'zh-CN': '实到', en: 'present' }, yes: { 'zh-CN': '赞成', en: 'yes' }, no: { 'zh-CN': '反对', en: 'no' },
  abstain: { 'zh-CN': '弃权', en: 'abstaining' }, void: { 'zh-CN': '废票', en: 'void' },
};

/** What the case of the test has to be about: answers by their titles, votes by their counts, marks by their criteria. */
function caseWords(scheme: Scheme, at: unknown, locale: Locale, options: EligibilityOptions): string {
  const words = factWords(scheme, locale, options);
  const isVote = valueAt(at, '/yes') !== undefined && valueAt(at, '/appointed') !== undefined;
  const criteria = new Map((scheme.scoring?.criteria ?? []).map(({ id, title }) => [id, localize(title, locale)]));
  const parts = (at !== null && typeof at === 'object' ? Object.entries(at) : []).map(([name, value]: [string, unknown]) => {
    if (isVote) return `${COUNTS[name]?.[locale] ?? name} ${String(value)}`;
    const title = criteria.get(name);
    if (title !== undefined) return `${title} ${plainValue(value, locale)}`;
    if (name === 'today') return locale === 'en' ? `decided on ${String(value)}` : `判断日期 ${String(value)}`;
    const [fact = name, path] = name.split('.');
    const found = typeof value === 'object' ? plainValue(value, locale) : words.value(fact, value, path === undefined ? undefined : `$.${path}`);
    return locale === 'en' ? `${words.label(fact, path === undefined ? undefined : `$.${path}`)}: ${found}` : `${words.label(fact, path === undefined ? undefined : `$.${path}`)}为 ${found}`;
  });
  return parts.length === 0 ? (locale === 'en' ? 'a case just at the limit' : '恰好在界限上的案件') : parts.join(locale === 'en' ? ', ' : '，');
}

function expectWords(scheme: Scheme, expect: unknown, locale: Locale): string {
  const parts = expect !== null && typeof expect === 'object' ? Object.entries(expect) : [];
  return parts.map(([field, value]: [string, unknown]) => `${fieldWord(field, locale)} ${decisionValueWords(scheme, field, value, locale)}`).join(locale === 'en' ? ', ' : '，');
}
