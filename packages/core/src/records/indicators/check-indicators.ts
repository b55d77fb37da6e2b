import type { IndicatorsSettings, IndicatorsValue } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import { addDecimals, compareDecimals, decimalToText, parseDecimal, readDecimal, subtractDecimals } from '../../money/decimal.js';
import type { Problem } from '../../problems/problem.js';
import { isSet, readCount } from '../open-settings.js';
import { findings, isBlank } from '../record-problems.js';
import type { Findings, RecordOptions, RecordSentences } from '../record-problems.js';

const text = (value: unknown): string => String(value);

/** What is wrong in a table of indicators. */
export const indicatorSentences = {
  'zh-CN': {
    'indicators/name': (p) => ({ message: `请填写第${text(p['row'])}个指标的名称` }),
    'indicators/name-twice': (p) => ({ message: `指标“${text(p['name'])}”填写了两次` }),
    'indicators/target': (p) => ({ message: `请填写指标“${text(p['name'])}”的目标值` }),
    'indicators/no-progress': (p) => ({ message: `指标“${text(p['name'])}”的目标值${text(p['target'])}没有比现状${text(p['baseline'])}更好` }),
    'indicators/group-unknown': (p) => ({ message: `第${text(p['row'])}个指标的类别不在可选范围里` }),
    'indicators/group-few': (p) => ({ message: `“${text(p['group'])}”类指标至少${text(p['minimum'])}个，现有${text(p['count'])}个` }),
    'indicators/few': (p) => ({ message: `指标至少${text(p['minimum'])}个，现有${text(p['count'])}个` }),
    'indicators/many': (p) => ({ message: `指标最多${text(p['maximum'])}个，现有${text(p['count'])}个` }),
    'indicators/weight': (p) => ({ message: `请填写指标“${text(p['name'])}”的权重，在0到100之间` }),
    'indicators/weights': (p) => ({ message: `权重合计${text(p['sum'])}%，${p['over'] === true ? '比100%多' : '比100%少'}${text(p['by'])}%` }),
  },
  en: {
    'indicators/name': (p) => ({ message: `Name indicator ${text(p['row'])}.` }),
    'indicators/name-twice': (p) => ({ message: `Indicator “${text(p['name'])}” is there twice.` }),
    'indicators/target': (p) => ({ message: `Enter the target of indicator “${text(p['name'])}”.` }),
    'indicators/no-progress': (p) => ({ message: `Indicator “${text(p['name'])}”: the target ${text(p['target'])} is no better than the ${text(p['baseline'])} there is now.` }),
    'indicators/group-unknown': (p) => ({ message: `Indicator ${text(p['row'])} is of a group that does not exist.` }),
    'indicators/group-few': (p) => ({ message: `At least ${text(p['minimum'])} indicators of “${text(p['group'])}” are needed; there are ${text(p['count'])}.` }),
    'indicators/few': (p) => ({ message: `At least ${text(p['minimum'])} indicators are needed; there are ${text(p['count'])}.` }),
    'indicators/many': (p) => ({ message: `At most ${text(p['maximum'])} indicators are allowed; there are ${text(p['count'])}.` }),
    'indicators/weight': (p) => ({ message: `Enter the weight of indicator “${text(p['name'])}”, from 0 to 100.` }),
    'indicators/weights': (p) => ({ message: `The weights are ${text(p['sum'])}% together, ${text(p['by'])}% ${p['over'] === true ? 'more' : 'less'} than 100%.` }),
  },
} satisfies RecordSentences;

type IndicatorCode = keyof (typeof indicatorSentences)['zh-CN'];

/** Whether a target was reached: `unknown` while nothing was measured. */
export interface IndicatorStatus { readonly name: string; readonly reached: boolean | 'unknown' }

export interface IndicatorsResult { readonly indicators: readonly IndicatorStatus[]; readonly problems: readonly Problem[] }

/**
 * Checks a table of indicators: names once, a target each that is better than what there is now, enough of each group, weights of exactly 100 % where they are asked for.
 * @example checkIndicators([{ name: '受益户数', unit: '户', target: 20, actual: 20 }]).indicators[0]?.reached // true
 */
export function checkIndicators(value: IndicatorsValue | undefined, settings: IndicatorsSettings = {}, options: RecordOptions = {}): IndicatorsResult {
  const found = findings<IndicatorCode>(indicatorSentences, options);
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const seen = new Set<string>();
  rows.forEach((row, index) => { checkRow(row, index, seen, settings, found); });
  checkCounts(rows, settings, found);
  if (settings.weighted === true) checkWeights(rows, found);
  return { indicators: rows.map((row) => ({ name: nameOf(row), reached: isReached(row) })), problems: found.problems };
}

function checkRow(row: unknown, index: number, seen: Set<string>, settings: IndicatorsSettings, found: Findings<IndicatorCode>): void {
  const name = nameOf(row);
  const group = own(row, 'group');
  if (isBlank(name)) found.report('indicators/name', `/${index}/name`, { row: index + 1 });
  else if (seen.has(plain(name))) found.report('indicators/name-twice', `/${index}/name`, { name });
  seen.add(plain(name));
  if (settings.groups !== undefined && settings.groups.length > 0 && !settings.groups.some(({ id }) => id === group)) found.report('indicators/group-unknown', `/${index}/group`, { row: index + 1 });
  const target = numberAt(row, 'target');
  const baseline = numberAt(row, 'baseline');
  if (target === undefined) found.report('indicators/target', `/${index}/target`, { name });
  else if (baseline !== undefined && !isBetter(target, baseline, row)) found.report('indicators/no-progress', `/${index}/target`, { name, target, baseline }, 'warning');
}

function checkCounts(rows: readonly unknown[], settings: IndicatorsSettings, found: Findings<IndicatorCode>): void {
  const minimum = readCount(settings.minimum);
  const maximum = readCount(settings.maximum);
  if (minimum === 'open' || maximum === 'open') found.undecided('', 'indicators');
  if (isSet(minimum) && rows.length < minimum) found.report('indicators/few', '', { minimum, count: rows.length });
  if (isSet(maximum) && rows.length > maximum) found.report('indicators/many', '', { maximum, count: rows.length });
  for (const group of settings.groups ?? []) {
    const least = readCount(group.minimum);
    const count = rows.filter((row) => own(row, 'group') === group.id).length;
    if (least === 'open') found.undecided('', 'indicators');
    else if (least !== undefined && count < least) found.report('indicators/group-few', '', { group: found.say(group.title), minimum: least, count });
  }
}

function checkWeights(rows: readonly unknown[], found: Findings<IndicatorCode>): void {
  let sum = parseDecimal(0);
  let readable = rows.length > 0;
  rows.forEach((row, index) => {
    const weight = numberAt(row, 'weight');
    if (weight === undefined || weight < 0 || weight > 100) {
      readable = false;
      found.report('indicators/weight', `/${index}/weight`, { name: nameOf(row) });
    } else sum = addDecimals(sum, weight);
  });
  const order = compareDecimals(sum, 100);
  if (!readable || order === 0) return;
  found.report('indicators/weights', '', { sum: decimalToText(sum), over: order > 0, by: decimalToText(order > 0 ? subtractDecimals(sum, 100) : subtractDecimals(100, sum)) });
}

function isBetter(target: number, baseline: number, row: unknown): boolean {
  const order = compareDecimals(target, baseline);
  return own(row, 'direction') === 'atMost' ? order < 0 : order > 0;
}

function isReached(row: unknown): boolean | 'unknown' {
  const actual = numberAt(row, 'actual');
  const target = numberAt(row, 'target');
  if (actual === undefined || target === undefined) return 'unknown';
  const order = compareDecimals(actual, target);
  return own(row, 'direction') === 'atMost' ? order <= 0 : order >= 0;
}

function numberAt(row: unknown, key: string): number | undefined {
  const value = own(row, key);
  return typeof value === 'number' && readDecimal(value) !== undefined ? value : undefined;
}

function nameOf(row: unknown): string {
  const name = own(row, 'name');
  return typeof name === 'string' ? name : '';
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
