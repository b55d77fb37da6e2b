import { formatName } from '../../locales/format-words.js';
import { pointerTokens, toPointer, valueAt } from '../../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import { isObject } from '../../validation/instance.js';
import { titlesAt } from '../title-path.js';
import type { ChangedValue } from './changed-values.js';
import type { FormPlace } from './form-place.js';
import { formPlace, formValue } from './form-place.js';
import { keywordWord } from './keyword-words.js';
import { orderWords, valueWords } from './value-words.js';

/** Longest value that is written out in a sentence. */
const LONGEST = 80;

/** What a change is about, and what was said there before and is said now, each in words. */
export interface ChangeWords {
  /** 「区级会审表决」的通过比例. */
  readonly place: string;
  readonly before?: string;
  readonly after?: string;
  /** What a list names that it did not name before, where it goes on naming something else. */
  readonly gained?: string;
  /** What it does not name any more. */
  readonly lost?: string;
}

/**
 * The words of a change, of any length.
 *
 * @param document - The one that the pointer leads into.
 * @param other - The other one, which may know titles that this one has no longer, or not yet.
 */
export function changeWords(change: ChangedValue, document: unknown, locale: Locale, other?: unknown): ChangeWords {
  const inForm = formPlace(change.pointer, document, locale);
  const place = (inForm === undefined ? testWords(change.pointer, document, locale) : formWords(inForm, document, locale)) ?? placeWords(change.pointer, document, locale);
  const wordsAt = (value: unknown, pointer: string, from: unknown): string => {
    if (change.kind === 'moved') return orderWords(value, pointer, from, locale);
    return (inForm && formValue(inForm, value, [from, document, other], locale)) ?? valueWords(value, pointer, from, locale);
  };
  const wordsBefore = (value: unknown): string => wordsAt(value, change.oldPointer ?? change.pointer, change.kind === 'removed' ? document : (other ?? document));
  const wordsAfter = (value: unknown): string => wordsAt(value, change.pointer, document);
  const before = change.before === undefined ? undefined : wordsBefore(change.before);
  const after = change.after === undefined ? undefined : wordsAfter(change.after);
  const { gained, lost } = change.kind === 'changed' ? namedAnew(change.before, change.after) : NOTHING;
  return { place, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...(gained.length === 0 ? {} : { gained: wordsAfter(gained) }), ...(lost.length === 0 ? {} : { lost: wordsBefore(lost) }) };
}

const NOTHING = { gained: [], lost: [] } as const;

/** What two lists of names have not in common; nothing where they have nothing in common, or one is no such list. */
function namedAnew(before: unknown, after: unknown): { readonly gained: readonly unknown[]; readonly lost: readonly unknown[] } {
  const isNames = (list: unknown): list is readonly unknown[] => Array.isArray(list) && list.every((item) => typeof item === 'string');
  if (!isNames(before) || !isNames(after) || !before.some((item) => after.includes(item))) return NOTHING;
  return { gained: after.filter((item) => !before.includes(item)), lost: before.filter((item) => !after.includes(item)) };
}

/** A change in one sentence: 「会审表决」的通过比例由 1/2 改为 2/3; of a long list what it gained and lost. */
export function changeSentence(change: ChangedValue, { place, before = '', after = '', gained = '', lost = '' }: ChangeWords, locale: Locale): string {
  const en = locale === 'en';
  const isField = change.kind !== 'changed' && /^\/forms\/\d+\/schema\/(?:.*\/)?properties\/[^/]+$/.test(change.pointer);
  // A field that comes or goes is named; what its schema says is for those who open the form.
  const tail = (value: unknown, text: string, open: string, close = ''): string => (isField || isTitled(value) || text.length > LONGEST ? '' : `${open}${text}${close}`);
  switch (change.kind) {
    case 'added': return en ? `${place} is new${tail(change.after, after, ': ')}.` : `新增${place}${tail(change.after, after, '：')}`;
    case 'removed': return en ? `${place} is gone${tail(change.before, before, ' (was ', ')')}.` : `去掉${place}${tail(change.before, before, '（原为 ', '）')}`;
    case 'moved': return en ? `The order of ${place} has changed.` : `${place}的次序有变化`;
    case 'changed': {
      const isLong = before.length > LONGEST || after.length > LONGEST;
      if (isLong && gained + lost !== '' && gained.length + lost.length <= LONGEST) {
        const parts = en ? [gained && `gains ${gained}`, lost && `loses ${lost}`] : [gained && `增加 ${gained}`, lost && `去掉 ${lost}`];
        return en ? `${place}: ${parts.filter(Boolean).join(', ')}.` : `${place}${parts.filter(Boolean).join('，')}`;
      }
      if (isLong) return en ? `${place} has been rewritten.` : `${place}改写了`;
      return en ? `${place}: ${before} becomes ${after}.` : `${place}由 ${before} 改为 ${after}`;
    }
  }
}

const isTitled = (value: unknown): boolean => isObject(value) && ('title' in value || typeof value['description'] === 'string');

/** Titles of what it belongs to, then the setting by its word: 「会审表决」的通过比例. */
function placeWords(pointer: string, document: unknown, locale: Locale): string {
  const titles = titlesAt(document, pointer, locale);
  const tokens = pointerTokens(pointer);
  const own = valueAt(document, pointer);
  const isThing = isObject(own) && 'title' in own;
  const last = [...tokens].reverse().find((token) => !/^\d+$/.test(token)) ?? '';
  const setting = isThing || (last === 'value' && tokens[0] === 'parameters') ? '' : formatName(last, locale);
  const part = formatName(tokens[0] ?? '', locale);
  const owner = titles.length === 0 ? (tokens.length > 1 ? part : '') : locale === 'en' ? `“${titles.join(' › ')}”` : `「${titles.join('·')}」`;
  if (setting === '') return owner || part;
  if (owner === '') return setting;
  return locale === 'en' ? `${owner}, ${setting}` : `${owner}的${setting}`;
}

/** The field inside its form, then the setting: 「申报表」的“类别”的选项. */
function formWords({ form, fields, setting }: FormPlace, document: unknown, locale: Locale): string {
  const en = locale === 'en';
  const owner = titlesAt(document, form, locale)[0] ?? (en ? 'form' : '表单');
  const field = fields.length === 0 ? '' : en ? `, “${fields.join(' › ')}”` : `的“${fields.join('·')}”`;
  const word = setting === undefined ? '' : setting === 'fields' ? (en ? 'settings of the field' : '字段设置') : keywordWord(setting, locale);
  return en ? `“${owner}”${field}${word === '' ? '' : `, ${word}`}` : `「${owner}」${field}${word === '' ? '' : `的${word}`}`;
}

/** A test by what it says of itself. */
function testWords(pointer: string, document: unknown, locale: Locale): string | undefined {
  const [part, index, ...rest] = pointerTokens(pointer);
  if (part !== 'tests' || index === undefined) return undefined;
  const test = valueAt(document, toPointer('tests', index));
  const written = valueAt(test, '/description') ?? valueAt(test, '/id');
  const name = isObject(written) ? localize(written as unknown as LocalizedText, locale) : String(written);
  const words = rest.map((token) => (token === 'case' ? (locale === 'en' ? 'the case' : '案件') : token === 'expect' ? (locale === 'en' ? 'the expectation' : '预期结果') : ''));
  const inside = words.find((word) => word !== '') ?? '';
  if (locale === 'en') return `the test “${name}”${inside === '' ? '' : `, ${inside}`}`;
  return `测试“${name}”${inside === '' ? '' : `的${inside}`}`;
}
