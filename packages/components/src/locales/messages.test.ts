import { describe, expect, it } from 'vitest';
import * as english from './en.js';
import { englishWords, messages } from './messages.js';

const sample: Record<string, unknown> = {
  part: 'value', detail: 'x', value: 'x', count: 3, more: 10, left: 7, limit: 2, text: 'x', label: 'x', name: 'x', position: 1, title: '（x）', message: 'x', document: 'x', pointer: '/x', expected: 'x',
};
const said = (entry: unknown): string => (typeof entry === 'function' ? String((entry as (params: unknown) => unknown)(sample)) : String(entry));

englishWords.fill(english);

describe('messages', () => {
  it('exist under the same keys in both languages', () => {
    expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages['zh-CN']).sort());
  });

  it.each(Object.entries(messages.en))('say %s in English without a gap', (_key, entry) => {
    expect(said(entry)).toMatch(/\S/);
    expect(said(entry)).not.toMatch(/undefined|NaN|\p{Script=Han}/u);
  });

  it.each(Object.entries(messages['zh-CN']))('say %s in Chinese without a gap', (_key, entry) => {
    expect(said(entry)).toMatch(/\S/);
    expect(said(entry)).not.toMatch(/undefined|NaN|！/);
  });

  it('count in English as English does', () => {
    expect([1, 2].map((count) => messages.en.problemCount({ count }))).toEqual(['1 answer needs attention', '2 answers need attention']);
  });
});
