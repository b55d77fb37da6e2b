import type { Locale, LocalizedText, RecordSettings } from '@cobuild/core';
import { pointerTokens, recordKinds, recordPlaceLabel } from '@cobuild/core';

/** What a place inside a record is called, `申请金额`; `undefined` for the record itself and for an answer that is none. */
export function cellName(record: RecordSettings | undefined, pointer: string, locale: Locale): string | undefined {
  const kind = recordKinds.find((each) => record?.[each] !== undefined);
  const tokens = pointerTokens(pointer).slice(1);
  return kind === undefined || record === undefined || tokens.length === 0 ? undefined : recordPlaceLabel(kind, tokens, undefined, record, locale);
}

interface Choice { readonly id: string; readonly title: LocalizedText }

/** The title of what the settings of a record name by an id: a step, a group, a kind of document. */
export function cellChoice(record: RecordSettings | undefined, value: unknown): LocalizedText | undefined {
  const lists = Object.values(record ?? {}).flatMap((settings: unknown) => (typeof settings === 'object' && settings !== null ? (Object.values(settings) as readonly unknown[]) : []));
  const choices = lists.flatMap((list: unknown) => (Array.isArray(list) ? (list as readonly (Partial<Choice> | null)[]) : []));
  return choices.find((choice) => choice?.id === value && choice?.title !== undefined)?.title;
}
