import type { DiffOptions, Locale, SchemeChange } from '@cobuild/core';
import { changeSentence, describePlace, diffSchemes, followRenames, formatName, pointerTokens, toPointer, valueAt } from '@cobuild/core';
import { conditionText } from '../analysis/fact-choices.js';

/** What has changed in one part of a scheme. */
export interface ComparedPart {
  /** `/publicity`; `''` for what the scheme says of itself: title, version, basis. */
  readonly pointer: string;
  /** 公示. */
  readonly title: string;
  readonly changes: readonly SchemeChange[];
}

export interface SchemeComparison {
  /** Changes in all parts together. */
  readonly total: number;
  /** Those that have changes, in the order in which a scheme is made. */
  readonly parts: readonly ComparedPart[];
}

/** Parts in the order in which a scheme is made; those that are not named follow. */
const ORDER: readonly string[] = ['', 'parameters', 'organisation', 'forms', 'eligibility', 'stages', 'thresholds', 'scoring', 'decisionTables', 'publicVotes', 'allocation', 'smallCaps', 'publicity', 'supervision', 'evaluation', 'cycles', 'archive', 'calendar', 'terms', 'tests'];

/**
 * What differs between two versions of a scheme, by its parts, for people to read: values in words, conditions as the sentences that they are.
 *
 * @param before - A merged scheme, checked or not: as loaded, from a published file, or `document` of a draft.
 * @returns Every difference once, with its pointers; where a document cannot be read at all, its text is what can be compared (`diffLines`).
 * @example compareSchemes(old, now).parts[0]?.changes[0]?.words // { place: '「公示天数」', before: '5 个工作日', after: '7 个工作日' }
 */
export function compareSchemes(before: unknown, after: unknown, locale: Locale = 'zh-CN', options: DiffOptions = {}): SchemeComparison {
  // Pointers into the older version lead to where its questions have their later names.
  const followed = options.followRenames === false ? before : followRenames(before, after).document;
  const changes = diffSchemes(before, after, locale, options).map((change) => spoken(change, followed, after, locale));
  const names = [...new Set([...ORDER, ...changes.map(partOf)])];
  const parts = names.flatMap((name): readonly ComparedPart[] => {
    const own = changes.filter((change) => partOf(change) === name);
    return own.length === 0 ? [] : [{ pointer: name === '' ? '' : toPointer(name), title: name === '' ? (locale === 'en' ? 'Overview' : '概况') : formatName(name, locale), changes: own }];
  });
  return { total: changes.length, parts };
}

/** What stands at the root of the scheme without a part of its own belongs to its overview. */
function partOf({ pointer }: SchemeChange): string {
  const [part = ''] = pointerTokens(pointer);
  return ORDER.includes(part) ? part : '';
}

/** A condition, and what is added or taken out with one, is said by its sentence. */
function spoken(change: SchemeChange, before: unknown, after: unknown, locale: Locale): SchemeChange {
  const [old, now] = [sentenceAt(before, change.oldPointer, change.before, locale), sentenceAt(after, change.pointer, change.after, locale)];
  if (old === undefined && now === undefined) return change;
  const words = { ...change.words, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
  return { ...change, words, sentence: changeSentence(change, words, locale) };
}

function sentenceAt(document: unknown, pointer: string | undefined, value: unknown, locale: Locale): string | undefined {
  if (pointer === undefined || value === undefined) return undefined;
  const at = describePlace(document, pointer, locale)?.kind === 'condition' ? pointer : valueAt(value, '/conditions') === undefined || Array.isArray(value) ? undefined : `${pointer}/conditions`;
  const text = at === undefined ? '' : conditionText(document, at, locale);
  return text === '' ? undefined : text;
}
