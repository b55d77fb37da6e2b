import type { Condition, Locale, NamedConditions } from '@cobuild/core';
import { pointerTokens, toPointer, valueAt } from '@cobuild/core';
import { readCondition } from '../conditions/read-condition.js';
import { describeCondition } from '../explanation/condition-words.js';
import type { OwnOperator } from '../operators/index.js';
import { isNode } from './schema-shape.js';
import { namesOfFacts, titleAt } from './scheme-names.js';

/** A group of more comparisons than this is called a group; written out it would be no name any more. */
const MOST_COMPARISONS = 3;
const LONGEST = 90;

interface OwnerWords {
  readonly requirement: (title: string) => string;
  readonly named: (name: string) => string;
  readonly stage: (title: string) => string;
  readonly secondKey: (title: string) => string;
  readonly cap: (title: string) => string;
  readonly tranche: (title: string) => string;
  readonly field: (title: string) => string;
  readonly form: (title: string) => string;
}

const owners: Readonly<Record<Locale, OwnerWords>> = {
  'zh-CN': {
    requirement: (title) => `申报条件“${title}”`, named: (name) => `公用条件“${name}”`, stage: (title) => `环节“${title}”的条件`, secondKey: (title) => `表决规则“${title}”的第二依据`,
    cap: (title) => `上限“${title}”的适用条件`, tranche: (title) => `“${title}”的拨付条件`, field: (title) => `“${title}”这一项的显示或必填条件`, form: (title) => `表单“${title}”里的显示条件`,
  },
  en: {
    requirement: (title) => `the requirement "${title}"`, named: (name) => `the shared condition "${name}"`, stage: (title) => `the condition of the stage "${title}"`, secondKey: (title) => `the second key of the vote rule "${title}"`,
    cap: (title) => `the condition of the cap "${title}"`, tranche: (title) => `the condition of the tranche "${title}"`, field: (title) => `the condition that shows or requires "${title}"`, form: (title) => `the condition that shows a part of the form "${title}"`,
  },
};

const words: Readonly<Record<Locale, { readonly within: (owner: string, condition: string) => string; readonly group: (owner: string) => string; readonly aGroup: string; readonly empty: string; readonly nothing: (owner: string) => string }>> = {
  'zh-CN': { within: (owner, condition) => `${owner}里的“${condition}”`, group: (owner) => `${owner}里的一组条件`, aGroup: '另一组条件', empty: '空的一组条件', nothing: (owner) => `${owner}（里面没有写任何条件）` },
  en: { within: (owner, condition) => `"${condition}" in ${owner}`, group: (owner) => `a group of conditions in ${owner}`, aGroup: 'another group of conditions', empty: 'an empty group of conditions', nothing: (owner) => `${owner} (which holds no condition)` },
};

/** What a condition is called in a sentence. */
export interface ConditionName {
  /** With what it belongs to: `申报条件“受益户数”里的“受益户数须少于 50”`, or only that where it is the whole. */
  readonly subject: string;
  /** In quotation marks and by itself, beside another one: `“受益户数须少于 50”`. */
  readonly short: string;
  /** In words; absent where it is too long. */
  readonly text?: string;
}

/**
 * How a condition of a scheme is called, without a word of the file format: comparisons by the titles of what they compare, groups by what they belong to.
 *
 * @param pointer - Of the condition, from the root of the scheme.
 */
export function conditionName(scheme: unknown, pointer: string, locale: Locale, operators?: readonly OwnOperator[]): ConditionName {
  const condition = valueAt(scheme, pointer);
  const { owner, at } = ownerOf(scheme, pointer, locale);
  const { within, group, aGroup, empty, nothing } = words[locale];
  const text = textOf(scheme, pointer, condition, locale, operators);
  const isWhole = at === pointer;
  const quote = (inner: string): string => (locale === 'en' ? `"${inner}"` : `“${inner}”`);
  if (isEmptyGroup(condition)) return { subject: nothing(isWhole ? owner : group(owner)), short: empty };
  if (text === undefined) return { subject: isWhole ? owner : group(owner), short: aGroup };
  const isSingle = readCondition(condition).kind === 'comparison';
  return { subject: isWhole && !isSingle ? owner : within(owner, text), short: quote(text), text };
}

function textOf(scheme: unknown, pointer: string, condition: unknown, locale: Locale, operators: readonly OwnOperator[] | undefined): string | undefined {
  const named = valueAt(scheme, '/eligibility/conditions');
  const conditions = isNode(named) && !pointer.startsWith('/forms/') ? (named as NamedConditions) : {};
  const count = comparisonsIn(condition, conditions);
  if (count === 0 || count > MOST_COMPARISONS) return undefined;
  const facts = namesOfFacts(scheme, pointer, locale, operators);
  // The sentence around it has quotation marks of its own.
  const said = describeCondition(condition as Condition, facts, conditions).replace(/["“]/g, '‘').replace(/”/g, '’');
  return said.length > LONGEST ? undefined : said;
}

/** Comparisons, counted as far as it matters; what is broken or refers to itself counts as too many. */
function comparisonsIn(condition: unknown, named: NamedConditions, depth = 0): number {
  const tooMany = MOST_COMPARISONS + 1;
  if (depth > 20) return tooMany;
  const read = readCondition(condition);
  switch (read.kind) {
    case 'all': case 'any': return read.items.length > MOST_COMPARISONS ? tooMany : read.items.reduce<number>((sum, item) => sum + (comparisonsIn(item, named, depth + 1) || tooMany), 0);
    case 'not': return comparisonsIn(read.item, named, depth + 1);
    case 'reference': return Object.prototype.hasOwnProperty.call(named, read.to) ? comparisonsIn(named[read.to], named, depth + 1) : tooMany;
    case 'comparison': return 1;
    default: return tooMany;
  }
}

function isEmptyGroup(condition: unknown): boolean {
  const read = readCondition(condition);
  return (read.kind === 'all' || read.kind === 'any') && read.items.length === 0;
}

/** What a condition belongs to, and where that thing's whole condition stands. */
function ownerOf(scheme: unknown, pointer: string, locale: Locale): { readonly owner: string; readonly at: string } {
  const [part = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = pointerTokens(pointer);
  const said = owners[locale];
  const title = (at: string): string => {
    const id = valueAt(scheme, `${at}/id`);
    return titleAt(scheme, at, locale) ?? (typeof id === 'string' ? id : '');
  };
  const at = (...tokens: readonly string[]): string => toPointer(...tokens);
  switch (`${part}/${part === 'eligibility' || part === 'allocation' ? second : ''}`) {
    case 'eligibility/rules': return { owner: said.requirement(title(at(part, second, third))), at: at(part, second, third, 'conditions') };
    case 'eligibility/conditions': return { owner: said.named(third), at: at(part, second, third) };
    case 'stages/': return { owner: said.stage(title(at(part, second))), at: at(part, second, 'condition') };
    case 'thresholds/': return { owner: said.secondKey(title(at(part, second))), at: at(part, second, 'secondKey') };
    case 'allocation/caps': return { owner: said.cap(title(at(part, second, third))), at: at(part, second, third, fourth) };
    case 'allocation/tranches': return { owner: said.tranche(title(at(part, second, third))), at: at(part, second, third, fourth, fifth, sixth) };
    case 'smallCaps/': return { owner: said.cap(title(at(part, second))), at: at(part, second, third) };
    default: {
      const [name = ''] = third === 'fields' ? pointerTokens(fourth) : [];
      if (third === 'fields') return { owner: said.field(namesOfFacts(scheme, pointer, locale).label(name)), at: at(part, second, third, fourth, fifth, ...(fifth === 'optionsWhen' ? [sixth] : [])) };
      return { owner: said.form(title(at(part, second))), at: pointer.replace(/\/(visibleWhen|opensWhen)\/.*$/, '/$1') };
    }
  }
}
