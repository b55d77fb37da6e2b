import { expect, it } from 'vitest';
import { parseScheme } from '../scheme/parse-scheme.js';
import { newSchemeTexts } from './new-scheme.js';

it('a scheme that somebody begins loads without a problem', () => {
  const texts = newSchemeTexts('village-lights', '村道照明资金');
  const { scheme, problems } = parseScheme({ read: (path) => texts[path] });
  expect(problems).toEqual([]);
  expect(scheme).toMatchObject({ id: 'village-lights', title: { 'zh-CN': '村道照明资金' } });
});
