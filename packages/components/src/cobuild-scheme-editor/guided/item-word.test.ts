import { describe, expect, it } from 'vitest';
import { itemWord } from './item-word.js';

describe('itemWord', () => {
  it.each([
    ['notices', 'notice'], ['duties', 'duty'], ['supervision bodies', 'supervision body'], ['anchors of marks', 'anchor of marks'], ['reports handed in', 'report handed in'], ['branches', 'branch'],
    ['criteria', 'criterion'], ['evidence', 'evidence'], ['legal basis', 'text'], ['caps by category', 'cap by category'], ['vote rules', 'vote rule'], ['cases', 'case'], ['responses', 'response'],
  ])('calls one of %s %s', (list, one) => {
    expect(itemWord(list, 'en')).toBe(one);
  });

  it('leaves Chinese as it is', () => {
    expect(itemWord('公示安排', 'zh-CN')).toBe('公示安排');
  });
});
