import { formatName } from '../locales/format-words.js';
import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import { isObject } from '../validation/instance.js';
import type { FormatPlace } from './format-place.js';
import { describePlace } from './format-place.js';

const DEPTH = 6;

/**
 * What a place begins with when somebody adds it: the least that the format asks for. Where the format knows “not decided yet”, it begins with that, and never with a number that
 * somebody might take for a decision.
 *
 * @param pointer - A property that is not there yet, or the next place of a list: `/stages/4`.
 * @returns `undefined` where the format knows no such place.
 * @example startValue(draft, '/thresholds/0') // { id: 'threshold-1', title: { 'zh-CN': '新表决规则' }, base: 'UNDECIDED', … }
 */
export function startValue(document: unknown, pointer: string): unknown {
  return make(document, pointer, document, 0);
}

function make(document: unknown, pointer: string, root: unknown, depth: number): unknown {
  const place = describePlace(document, pointer);
  if (place === undefined || depth > DEPTH) return undefined;
  if (place.open) return 'UNDECIDED';
  switch (place.kind) {
    case 'localized': return { 'zh-CN': place.name === 'title' ? `新${ownerWord(pointer)}` : '（请填写）' };
    case 'id': case 'text': return textFor(place, pointer, root);
    case 'choice': return place.options[0]?.value ?? '';
    case 'boolean': return true;
    case 'integer': case 'number': case 'money': return place.minimum ?? (place.kind === 'integer' ? 1 : 0);
    case 'ratio': return { p: 1, q: 2 };
    case 'period': return { amount: 1, unit: 'workingDay' };
    case 'interval': return { every: 1, unit: 'year' };
    // No day is made up: the problem at the place asks for one.
    case 'date': return '';
    case 'list': return [];
    case 'map': return {};
    case 'condition': return { all: [] };
    case 'computation': return { op: 'sum', of: [], missing: 'unknown' };
    case 'answersSchema': return { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: {} };
    case 'object': return Object.fromEntries(place.members.filter(({ required }) => required).map(({ name, pointer: at }) => [name, make(document, at, root, depth + 1)]));
    case 'any': return '';
  }
}

/**
 * What an object begins with when somebody decides that there is one, also where the format would let it be open: what it has to say, and of several shapes the first one.
 *
 * @param pointer - A place whose kind is `object`.
 * @example startObject(draft, '/evaluation/gradings/0/grades/0/places') // { count: 'UNDECIDED' }, and no share
 */
export function startObject(document: unknown, pointer: string): Readonly<Record<string, unknown>> {
  const required = describePlace(document, pointer)?.members.filter((member) => member.required) ?? [];
  const [first] = required;
  if (first === undefined) return {};
  const begun = { [first.name]: make(document, first.pointer, document, 1) };
  // With its first member it is of one shape: what only another shape asks for is left out.
  const shape = describePlace(withValueAt(document, pointer, begun), pointer)?.members.map(({ name }) => name) ?? [];
  return { ...begun, ...Object.fromEntries(required.slice(1).filter(({ name }) => shape.includes(name)).map(({ name, pointer: at }) => [name, make(document, at, document, 1)])) };
}

/** An id that no neighbour has; what names another thing names the first one that there is. */
function textFor(place: FormatPlace, pointer: string, root: unknown): string {
  if (place.refersTo !== undefined) return place.refersTo.choices[0]?.id ?? '';
  if (place.kind !== 'id' || place.name !== 'id') return '';
  const tokens = pointerTokens(pointer).slice(0, -1);
  const last = tokens[tokens.length - 1] ?? '';
  const isListed = /^\d+$/.test(last);
  const name = (isListed ? tokens[tokens.length - 2] : last) ?? 'item';
  const stem = singular(name);
  const list = isListed ? valueAt(root, pointer.split('/').slice(0, -2).join('/')) : [];
  const taken = new Set(Array.isArray(list) ? list.filter(isObject).map((thing) => thing['id']) : []);
  let number = taken.size + 1;
  while (taken.has(`${stem}-${String(number)}`)) number += 1;
  return `${stem}-${String(number)}`;
}

const singular = (name: string): string => (/ies$/.test(name) ? `${name.slice(0, -3)}y` : /[^s]s$/.test(name) ? name.slice(0, -1) : name);

/** What the list that a thing stands in is called: 环节. */
function ownerWord(pointer: string): string {
  const tokens = pointerTokens(pointer).slice(0, -1).filter((token) => !/^\d+$/.test(token));
  return formatName(tokens[tokens.length - 1] ?? '', 'zh-CN');
}
