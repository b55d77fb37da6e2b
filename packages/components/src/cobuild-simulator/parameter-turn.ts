import type { Locale, Parameter, Scheme } from '@cobuild/core';
import { formatValue, formatYuan, localize, parameterProblems, readYuan } from '@cobuild/core';
import { listParameterChoices, plainValue } from '@cobuild/rules';
import { isRecord } from '../internal/shape.js';

/** Types whose values lie on a line, so that a slider can turn them, and those of which one is chosen; lists where it is known what they can hold. */
const TURNED = ['money', 'integer', 'decimal', 'ratio', 'period', 'interval', 'choice', 'boolean'];
/** Parts of a scheme that decide who is approved and who gets what. */
const DECIDING = ['eligibility', 'scoring', 'decisionTables', 'thresholds', 'publicVotes', 'allocation', 'smallCaps'] as const;
/** Places of a slider; more cannot be told apart on a phone. */
const PLACES = 100;
/** Denominators of the ratios that rules are written with. */
const DENOMINATORS = [2, 3, 4, 5, 10, 20];

interface TurnableKeys { readonly deciding: readonly string[]; readonly others: readonly string[] }

/** Keys of the parameters that can be turned: those that a decision reads, and the rest. */
export function turnableKeys(scheme: Scheme): TurnableKeys {
  const known = turnable.get(scheme) ?? findTurnable(scheme);
  turnable.set(scheme, known);
  return known;
}

/** A scheme is not changed in place, and the panel is drawn again with every place of a slider. */
const turnable = new WeakMap<Scheme, TurnableKeys>();

function findTurnable(scheme: Scheme): TurnableKeys {
  const read = new Set<string>();
  for (const part of DECIDING) collect(scheme[part], read, true);
  // Of stages only their conditions decide; deadlines and notices do not.
  collect(scheme.stages, read, false);
  const keys = Object.entries(scheme.parameters).filter(([key, { type }]) => TURNED.includes(type) || (type === 'list' && listParameterChoices(scheme, key).length > 0)).map(([key]) => key);
  return { deciding: keys.filter((key) => read.has(key)), others: keys.filter((key) => !read.has(key)) };
}

/** `{ "parameter": "key" }`, and the fact `parameters` with the path to one: `$.key`, `$.key.p`, `$['key']`. */
function collect(node: unknown, read: Set<string>, settings: boolean): void {
  if (Array.isArray(node)) for (const item of node as readonly unknown[]) collect(item, read, settings);
  else if (isRecord(node)) {
    const { parameter, fact, path } = node;
    if (settings && typeof parameter === 'string') read.add(parameter);
    if (fact === 'parameters' && typeof path === 'string') read.add(/^\$(?:\.|\[')([A-Za-z0-9_-]+)/.exec(path)?.[1] ?? '');
    for (const value of Object.values(node)) collect(value, read, settings);
  }
}

/** The number that a value stands for on a slider: itself, p divided by q, or how many days, months …; `undefined` for what is no number, such as `UNDECIDED`. */
export function measureOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (!isRecord(value)) return undefined;
  const { p, q, amount, every } = value;
  if (typeof p === 'number' && typeof q === 'number' && q !== 0) return p / q;
  return [amount, every].find((each): each is number => typeof each === 'number');
}

/** Values at the places of the slider, ascending; the value as it is among them. Of a choice all that may be chosen. */
export function stopsOf(parameter: Parameter): readonly unknown[] {
  const known = stops.get(parameter) ?? findStops(parameter);
  stops.set(parameter, known);
  return known;
}

const stops = new WeakMap<Parameter, readonly unknown[]>();

function findStops(parameter: Parameter): readonly unknown[] {
  const { type, value, choices = [], minimum, maximum } = parameter;
  if (type === 'choice') return choices;
  if (type === 'boolean') return [false, true];
  const now = measureOf(value);
  if (type === 'ratio') return ratioStops(value, minimum ?? 0, maximum ?? Math.max(1, now ?? 1));
  const isWhole = type !== 'decimal' && type !== 'money';
  const isTime = type === 'period' || type === 'interval';
  const least = minimum ?? Math.min(isTime ? 1 : 0, now ?? 0);
  const most = maximum ?? roundedUp(Math.max(2 * (now ?? 0), isTime ? 30 : type === 'money' ? 10_000 : 10, least));
  const numbers = numberStops(least, most, now, isWhole);
  if (!isTime) return numbers;
  const unit = isRecord(value) ? value['unit'] : type === 'period' ? 'workingDay' : 'year';
  return numbers.map((number) => (type === 'period' ? { amount: number, unit } : { every: number, unit }));
}

/** Multiples of a round step, the ends and the value as it is. Worked out in whole numbers, so that 0.1 stays 0.1. */
function numberStops(least: number, most: number, now: number | undefined, isWhole: boolean): readonly number[] {
  const step = (most - least) / PLACES;
  const power = step > 0 ? Math.floor(Math.log10(step)) : 0;
  const exponent = isWhole ? Math.max(0, power) : power;
  const digits = [1, 2, 5, 10].find((each) => each * 10 ** exponent >= step * (1 - 1e-9)) ?? 10;
  const at = (place: number): number => (exponent < 0 ? (place * digits) / 10 ** -exponent : place * digits * 10 ** exponent);
  const first = Math.ceil(least / at(1));
  const places = Array.from({ length: PLACES + 2 }, (_, index) => at(first + index)).filter((value) => value > least && value < most);
  return [...new Set([least, ...places, most, ...(now === undefined ? [] : [now])])].sort((a, b) => a - b);
}

function ratioStops(value: unknown, least: number, most: number): readonly unknown[] {
  const all = DENOMINATORS.flatMap((q) => Array.from({ length: Math.floor(most * q) + 1 }, (_, p) => ({ p, q })));
  const found = new Map<number, unknown>();
  // The smallest denominator comes first and names the ratio; the value as it is keeps its own.
  for (const ratio of isRecord(value) ? [value, ...all] : all) {
    const measure = measureOf(ratio);
    if (measure !== undefined && measure >= least && measure <= most && !found.has(measure)) found.set(measure, ratio);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, ratio]) => ratio);
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power;
}

/** The place nearest to a value; 0 for what is not decided. */
export function placeOf(stops: readonly unknown[], value: unknown): number {
  const wanted = measureOf(value);
  if (wanted === undefined) return 0;
  const distance = (place: number): number => Math.abs((measureOf(stops[place]) ?? 0) - wanted);
  return stops.reduce<number>((best, _, place) => (distance(place) < distance(best) ? place : best), 0);
}

/** A value of a parameter as it is read: `1/2`, `5 个工作日`, `12,000.00 元`, `党建+物业服务、其他`. */
export function turnedText(scheme: Scheme, key: string, value: unknown, locale: Locale, undecided: string): string {
  const parameter = scheme.parameters[key];
  if (value === 'UNDECIDED' || value === undefined) return undecided;
  if (parameter === undefined) return plainValue(value, locale);
  if (Array.isArray(value)) {
    const choices = listParameterChoices(scheme, key, locale);
    return plainValue((value as readonly unknown[]).map((item) => choices.find((choice) => choice.value === item)?.label ?? item), locale);
  }
  if (parameter.type === 'money' && typeof value === 'number') return formatYuan(value, locale);
  if (isRecord(value)) {
    const { p, q, amount, every, unit } = value;
    if (p === 0) return '0';
    if (p !== undefined) return `${plainValue(p, locale)}/${plainValue(q, locale)}`;
    return `${plainValue(amount ?? every, locale)} ${counted(formatValue('unit', plainValue(unit, locale), locale), amount ?? every, locale)}`;
  }
  const words = parameter.type === 'choice' && typeof value === 'string' ? formatValue(key, value, locale) : plainValue(value, locale);
  return parameter.unit === undefined || typeof value !== 'number' ? words : `${words} ${counted(localize(parameter.unit, locale), value, locale)}`;
}

/** Units are written in the plural: 3 quarters, 1 quarter. */
const counted = (unit: string, amount: unknown, locale: Locale): string => (locale === 'en' && amount === 1 ? unit.replace(/s$/, '') : unit);

/** What the number fields show: two for a ratio, one for any other. */
export function fieldTexts(value: unknown): readonly string[] {
  if (!isRecord(value)) return [typeof value === 'number' ? String(value) : ''];
  const { p, q, amount, every } = value;
  return (p === undefined ? [amount ?? every] : [p, q]).map(String);
}

export type ReadTurn = { readonly value: unknown } | { readonly error: string };

/** What was typed as a value of the parameter, or the sentence that says what is wrong with it. */
export function readTurn(scheme: Scheme, key: string, texts: readonly string[], locale: Locale, notNumber: string): ReadTurn {
  const parameter = scheme.parameters[key] as Parameter;
  const numbers = texts.map((text) => (parameter.type === 'money' ? readYuan(text) : readNumber(text)));
  const [first, second] = numbers;
  if (numbers.some((number) => number === undefined)) return { error: notNumber };
  const unit = isRecord(parameter.value) ? parameter.value['unit'] : undefined;
  const value = parameter.type === 'ratio' ? { p: first, q: second } : parameter.type === 'period' ? { amount: first, unit: unit ?? 'workingDay' } : parameter.type === 'interval' ? { every: first, unit: unit ?? 'year' } : first;
  const [problem] = parameterProblems(scheme, { [key]: value }, locale);
  return problem === undefined ? { value } : { error: problem.message };
}

function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined;
}

/** Whether two values of a parameter say the same; 1/2 and 2/4 are written differently and count as two, and a list has no order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item) => other.includes(item));
  if (!isRecord(one) || !isRecord(other)) return JSON.stringify(one) === JSON.stringify(other);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name]);
}
