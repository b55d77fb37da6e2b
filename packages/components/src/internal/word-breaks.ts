import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** `Intl.Segmenter`, younger than the library our sources are written against. */
interface Segmenter { segment(text: string): Iterable<{ readonly segment: string }> }
type SegmenterClass = new (locale: string, options: { readonly granularity: 'word' }) => Segmenter;
const { Segmenter } = Intl as { readonly Segmenter?: SegmenterClass };
const segmenter = Segmenter === undefined ? undefined : new Segmenter('zh-CN', { granularity: 'word' });

/** The words of a text: `申请专项资金` is 申请, 专项, 资金. A single character is no word by itself and stays with what follows, the last one with what went before. */
export function wordsIn(text: string): readonly string[] {
  const words: string[] = [];
  let begun = '';
  for (const { segment } of segmenter?.segment(text) ?? [{ segment: text }]) {
    const word = begun + segment;
    begun = [...word].length < 2 ? word : '';
    if (begun === '') words.push(word);
  }
  const last = words.pop() ?? '';
  return [...words, last + begun];
}

/** A short text that may be broken between its words and nowhere else; to be set with `word-break: keep-all`. */
export const wordBreaks = (text: string): TemplateResult => html`${wordsIn(text).map((word, index) => html`${index === 0 ? '' : html`<wbr />`}${word}`)}`;
