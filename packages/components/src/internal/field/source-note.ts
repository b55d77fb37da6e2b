import type { Locale, PrefillNote, PrefilledAnswer } from '@cobuild/core';
import { localize, prefillNotes } from '@cobuild/core';
import { dayOf } from '../dates.js';
import { wordTables } from '../word-tables.js';

const words = wordTables<(note: { readonly source: string; readonly date: string; readonly changed: boolean }) => string>({
  'zh-CN': ({ source, date, changed }) => `来自${source}，${date}${changed ? '；已修改' : ''}`,
  en: ({ source, date, changed }) => `From ${source}, ${date}${changed ? '; changed since' : ''}`,
});

/** Where the answer of a field came from, in words: 来自组织机构库，2026年3月1日；已修改. Undefined where a person gave it. */
export function sourceNote(pointer: string, answers: Readonly<Record<string, unknown>>, prefilled: readonly PrefilledAnswer[], locale: Locale): string | undefined {
  const answer = prefilled.find((known) => known.pointer === pointer);
  const note: PrefillNote | undefined = answer && prefillNotes(answers, [answer]).get(pointer);
  return note && words[locale]({ source: localize(note.source.title, locale), date: dayOf(note.at, locale), changed: note.changed });
}
