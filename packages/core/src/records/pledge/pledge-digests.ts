import type { PledgeSettings } from '../../generated/types.js';
import type { Answers } from '../../form/answers.js';
import { isEmpty } from '../../form/answers.js';
import { expandTemplate } from '../../form/computed-values.js';
import { isRecord, own } from '../../form/json-schema.js';
import { hashDocument, sha256Hex } from '../../hash/hash.js';
import { valueAt } from '../../problems/json-pointer.js';
import { withValueAt } from '../../problems/with-value-at.js';
import { localize } from '../../problems/problem.js';
import type { Locale, LocalizedText } from '../../problems/problem.js';

/** Text that is shown in a language; `undefined` while the district has not decided it. */
export function pledgeText(settings: PledgeSettings, locale: Locale): string | undefined {
  const { text } = settings;
  return isRecord(text) && typeof own(text, 'zh-CN') === 'string' ? localize(text as unknown as LocalizedText, locale) : undefined;
}

/** Hash of the text as it was shown: another wording is another text, in whichever language. */
export function textDigest(settings: PledgeSettings, locale: Locale): string | undefined {
  const text = pledgeText(settings, locale);
  return text === undefined ? undefined : sha256Hex(text);
}

/**
 * Hash of the answers that a signature stands under: those of `covers` without those of `except` and without the pledge itself. An answer that is empty counts
 * as absent, so that touching an empty field changes nothing; the order of keys makes no difference.
 *
 * @param pledge - Pointer of the record among the answers.
 */
export function answersDigest(answers: Answers, settings: PledgeSettings, pledge: string): string {
  const without = [pledge, ...(settings.except ?? [])].flatMap((template) => expandTemplate(answers, template)).filter((pointer) => pointer !== '');
  // The later items of a list first: taking one out moves those behind it.
  const kept = [...without].sort(byPlaceFromEnd).reduce<unknown>((rest, pointer) => (valueAt(rest, pointer) === undefined ? rest : withValueAt(rest, pointer, undefined)), answers);
  const covered = (settings.covers ?? ['']).flatMap((template) => expandTemplate(kept, template)).map((pointer) => [pointer, present(valueAt(kept, pointer))] as const);
  return hashDocument(covered.filter(([, value]) => value !== undefined));
}

/** Without empty answers, at any depth. */
function present(value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (Array.isArray(value)) return (value as readonly unknown[]).map((item) => present(item) ?? null);
  if (!isRecord(value)) return value;
  const entries = Object.keys(value).map((key) => [key, present(value[key])] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

function byPlaceFromEnd(left: string, right: string): number {
  return right.localeCompare(left, 'en', { numeric: true });
}
