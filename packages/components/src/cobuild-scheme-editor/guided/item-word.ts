import type { Locale } from '@cobuild/core';

/** Lists whose English name is no plural that begins with what its items are. */
const IRREGULAR: Readonly<Record<string, string>> = {
  criteria: 'criterion', people: 'person', holds: 'kind of paper', covers: 'entry', 'several panels': 'panel', 'what it requires': 'requirement', 'what has to be the same': 'entry', 'how long before': 'reminder', 'not held together with': 'post',
  'approvals that survive a return': 'approval', 'tests that are replaced': 'test', 'legal basis': 'text', index: 'entry', recused: 'person', present: 'person', group: 'question', ranking: 'rule', pay: 'rule',
};

/** What follows the thing itself: `anchors of marks`. */
const REST = /^(.*?)( (?:of|by|in|from|for|handed|received|supplied|to) .*)?$/;

/**
 * What one item of a list is called: a button adds a notice, not notices. Chinese says both alike.
 *
 * @param word - The name of the list.
 * @example itemWord('supervision bodies', 'en') // 'supervision body'
 */
export function itemWord(word: string, locale: Locale): string {
  if (locale !== 'en') return word;
  const known = IRREGULAR[word];
  if (known !== undefined) return known;
  const [, things = word, rest = ''] = REST.exec(word) ?? [];
  const one = /[^aeiou]ies$/.test(things) ? things.replace(/ies$/, 'y') : /(?:ss|sh|ch|x)es$/.test(things) ? things.replace(/es$/, '') : /(?:ss|is|us)$/.test(things) ? things : things.replace(/s$/, '');
  return one + rest;
}
