import { isEmpty } from '../form/answers.js';
import type { FieldSpec } from '../form/field-spec.js';
import { define, isRecord, own } from '../form/json-schema.js';
import { hasNamedAnswers } from '../form/root-answer.js';
import { specForValue } from '../form/spec-for-value.js';
import type { FormDefinition } from '../generated/types.js';
import { toPointer } from '../problems/json-pointer.js';
import type { AsideAnswer, AsideReason, DraftAnswers } from './form-draft.js';
import type { Titles } from './question-titles.js';
import { fieldsOf, pathOf } from './question-titles.js';

const GONE = Symbol('gone');

/**
 * Takes out the answers for which a form has no question: those that the earlier form asked for (it gave them a title) or that the schema
 * refuses, and those of a group or list where the form has another kind of answer. What a host keeps in the answers under a name that
 * no form asked for stays.
 */
export function withoutPlaceless(definition: FormDefinition, answers: DraftAnswers, titles: Titles): { readonly answers: DraftAnswers; readonly aside: readonly AsideAnswer[] } {
  const aside: AsideAnswer[] = [];
  const setAside = (pointer: string, value: unknown, reason: AsideReason): typeof GONE => {
    if (!isEmpty(value)) aside.push({ pointer, value, path: pathOf(titles, answers, pointer), reason });
    return GONE;
  };
  const walk = (given: FieldSpec, value: unknown, pointer: string): unknown => {
    const spec = specForValue(given, value);
    if (spec.alternatives.length > 0 || spec.shape === 'tuple') return value; // any kind of answer may be meant
    if (spec.unsupported !== undefined || value === undefined || value === null) return value;
    if (spec.shape === 'leaf') return isStructure(value) && isPlainKind(spec) ? setAside(pointer, value, 'other-kind') : value;
    if (spec.shape === 'list') return Array.isArray(value) ? items(spec, value, pointer) : setAside(pointer, value, 'other-kind');
    return isRecord(value) ? members(spec, value, pointer) : setAside(pointer, value, 'other-kind');
  };
  const items = (spec: FieldSpec, list: readonly unknown[], pointer: string): unknown => {
    const { item } = spec;
    if (item === undefined) return list;
    const kept = list.map((value, index) => walk(item, value, `${pointer}/${index}`)).filter((value) => value !== GONE);
    return kept.length === list.length && kept.every((value, index) => value === list[index]) ? list : kept;
  };
  const members = (spec: FieldSpec, group: Readonly<Record<string, unknown>>, pointer: string): unknown => {
    const children = new Map(spec.children.map((child) => [child.name, child]));
    const kept: Record<string, unknown> = {};
    let changed = false;
    for (const name of Object.keys(group)) {
      const child = children.get(name);
      const place = `${pointer}${toPointer(name)}`;
      const value = own(group, name);
      const entry = child ?? spec.entries?.of(name);
      const after = entry ? walk(entry, value, place) : isFormer(spec, name, titles) ? setAside(place, value, 'no-question') : value;
      changed = changed || after !== value;
      if (after !== GONE) define(kept, name, after);
    }
    return changed ? kept : group;
  };
  const placed = walk(fieldsOf(definition), answers, '');
  // Nothing is left where the form asks for another kind of answer altogether.
  return { answers: placed === GONE ? nothingIn(definition) : (placed as DraftAnswers), aside };
}

/** What a form begins with: no named answers, or for a list or a single value nothing at all. */
export const nothingIn = (definition: FormDefinition): DraftAnswers => (hasNamedAnswers(fieldsOf(definition)) ? {} : undefined) as DraftAnswers;

function isFormer(group: FieldSpec, name: string, titles: Titles): boolean {
  return own(titles, `${group.template}${toPointer(name)}`) !== undefined || own(group.schema, 'additionalProperties') === false;
}

const isStructure = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A leaf of one plain value; a multiple choice is a leaf of a list. */
const isPlainKind = ({ type }: FieldSpec): boolean => type !== undefined && type !== 'array' && type !== 'object';
