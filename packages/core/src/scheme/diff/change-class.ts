import { pointerTokens } from '../../problems/json-pointer.js';
import { equalityKey, isObject } from '../../validation/instance.js';
import type { ChangedValue } from './changed-values.js';

/**
 * What a change does to those whom the scheme already runs for.
 *
 * - `harmless`: words, help, layout, tests, an answer that may now be left out; nobody's case comes out otherwise.
 * - `attention`: something may come out otherwise: parameters, requirements, votes, stages, money. Simulate it on past cases.
 * - `breaking`: drafts that people have open no longer fit the form: a question is gone, of another type, newly required or narrower.
 */
export type ChangeClass = 'harmless' | 'attention' | 'breaking';

/** Members that only people read. */
const WORDS: readonly string[] = ['title', 'publicTitle', 'description', 'help', 'placeholder', 'options', 'unit', 'messages', 'reason', 'remedy', 'source', 'provenance', 'legalBasis', 'terms', 'note', 'examples', '$comment', '$schema', 'basis', 'subject', 'widget', 'width', 'layout', 'anchors'];
/** Parts that decide nothing about a case. */
const RECORDS: readonly string[] = ['id', 'tests', 'replacesTests', 'version', 'archive', 'formatVersion', 'calendar', 'extends', 'baseHash'];

/** Limits of JSON Schema by what narrows them: a greater value, or a smaller one. */
const NARROWS_UP: readonly string[] = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'];
const NARROWS_DOWN: readonly string[] = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'];

export function changeClass(change: ChangedValue): ChangeClass {
  const tokens = pointerTokens(change.pointer);
  const [part = ''] = tokens;
  if (RECORDS.includes(part)) return 'harmless';
  if (part === 'forms') return formChange(change, tokens.slice(2));
  // A reason given by a reviewer may be made compulsory; the reason of a requirement is words.
  if (tokens.some((token, index) => index > 0 && (WORDS.includes(token) || token.startsWith('x-')) && !(token === 'reason' && tokens[0] === 'stages'))) return 'harmless';
  return WORDS.includes(part) ? 'harmless' : 'attention';
}

function formChange({ kind, before, after }: ChangedValue, tokens: readonly string[]): ChangeClass {
  const [member = ''] = tokens;
  if (tokens.length === 0) return kind === 'removed' ? 'breaking' : 'attention';
  if (member === 'schema') return schemaChange({ kind, before, after }, tokens.slice(1));
  if (member === 'fields') return fieldChange(tokens.slice(2), kind);
  return member === 'computed' ? 'attention' : 'harmless';
}

/** A setting of a field: words and publication; that a question is newly asked for makes open drafts incomplete. */
function fieldChange([setting = '']: readonly string[], kind: ChangedValue['kind']): ChangeClass {
  if (setting === 'requiredWhen') return kind === 'removed' ? 'harmless' : 'breaking';
  if (['visibleWhen', 'hiddenAnswer', 'visibleTo', 'publish', 'mask'].includes(setting)) return 'attention';
  return 'harmless';
}

function schemaChange({ kind, before, after }: Omit<ChangedValue, 'pointer'>, tokens: readonly string[]): ChangeClass {
  const last = tokens[tokens.length - 1] ?? '';
  const holder = tokens[tokens.length - 2] ?? '';
  if (holder === 'properties') return kind === 'added' ? 'harmless' : 'breaking';
  if (WORDS.includes(last) || last === 'default') return 'harmless';
  if (last === 'required') return listOf(after).some((name) => !listOf(before).includes(name)) ? 'breaking' : 'harmless';
  if (last === 'enum') return listOf(before).some((value) => !listOf(after).includes(value)) || before === undefined ? 'breaking' : 'harmless';
  if (NARROWS_UP.includes(last)) return limitChange(before, after, -Infinity, (from, to) => to > from);
  if (NARROWS_DOWN.includes(last)) return limitChange(before, after, Infinity, (from, to) => to < from);
  if (kind === 'removed') return last === 'properties' ? 'breaking' : 'harmless';
  return 'breaking';
}

function limitChange(before: unknown, after: unknown, none: number, narrows: (from: number, to: number) => boolean): ChangeClass {
  const number = (value: unknown): number => (typeof value === 'number' ? value : none);
  return narrows(number(before), number(after)) ? 'breaking' : 'harmless';
}

/** Items by what they are equal to. */
function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? equalityKey(item) : JSON.stringify(item))) : [];
}
