import { describe, expect, it } from 'vitest';
import { namedExactly, searchOptions } from './search-options.js';

const towns = [{ label: '荷城街道', detail: '440608001' }, { label: '杨和镇' }, { label: 'Ｍingcheng 明城镇' }, { label: '城南' }];
const found = (text: string): readonly string[] => searchOptions(towns, text).map(({ label }) => label);

describe('searchOptions', () => {
  it.each([
    ['', ['荷城街道', '杨和镇', 'Ｍingcheng 明城镇', '城南']],
    ['  ', ['荷城街道', '杨和镇', 'Ｍingcheng 明城镇', '城南']],
    ['城', ['城南', '荷城街道', 'Ｍingcheng 明城镇']],
    ['mingcheng明', ['Ｍingcheng 明城镇']],
    ['4406', ['荷城街道']],
    ['海', []],
  ])('finds for %j %j', (text, labels) => {
    expect(found(text)).toEqual(labels);
  });

  it('gives back the list itself for no text', () => {
    expect(searchOptions(towns, '')).toBe(towns);
  });
});

describe('namedExactly', () => {
  it.each([
    ['杨和镇', '杨和镇'],
    [' ｍingcheng明城镇 ', 'Ｍingcheng 明城镇'],
    ['杨和', undefined],
    ['', undefined],
  ])('knows %j as %s', (text, label) => {
    expect(namedExactly(towns, text)?.label).toBe(label);
  });

  it('knows none of two of one name', () => {
    expect(namedExactly([{ label: '城南' }, { label: '城南' }], '城南')).toBeUndefined();
  });
});
