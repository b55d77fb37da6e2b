import { describe, expect, it } from 'vitest';
import { checkComparison } from './check-comparison.js';
import { analysisSentences } from './sentences.js';

const finding = (operator: string, value: unknown): ReturnType<typeof checkComparison> =>
  checkComparison({ fact: 'kind', operator, value }, { use: { fact: 'kind', operator, pointer: '', side: 'found' }, found: { type: 'text', options: ['road', 'lamp'] } });

describe('a text in the place of a list', () => {
  it.each(['in', 'notIn', 'not:in'])('%s is told, with the list that was meant', (operator) => {
    const [found] = finding(operator, 'road，lamp 、tap');

    expect(found).toMatchObject({ code: 'scheme/value-is-text', severity: 'warning', pointer: '/value', params: { list: ['road', 'lamp', 'tap'] } });
    expect(analysisSentences('scheme/value-is-text', found?.params ?? {}, 'zh-CN').remedy).toBe('请写成列表：["road","lamp","tap"]。');
  });

  it('is told of a fact that is a text, and not of one that is a list', () => {
    const compared = (type: 'text' | 'list') => checkComparison({ fact: 'kind', operator: 'in', value: { fact: 'known' } }, { use: { fact: 'kind', operator: 'in', pointer: '', side: 'found' }, found: { type: 'text' }, wanted: { type } }).map(({ code }) => code);
    expect([compared('text'), compared('list')]).toEqual([['scheme/value-is-text'], []]);
  });
});

describe('a value that is no option of the fact', () => {
  it.each([
    ['equal', 'raod', 'never', '永远不会成立'],
    ['notEqual', 'raod', 'always', '永远成立'],
    ['not:equal', 'raod', 'always', '永远成立'],
    ['not:notEqual', 'raod', 'never', '永远不会成立'],
    ['in', ['raod'], 'never', '永远不会成立'],
    ['notIn', ['raod'], 'always', '永远成立'],
    ['notIn', ['raod', 'lamp'], 'noEffect', '不起作用'],
  ])('%s %j holds: %s', (operator, value, holds, words) => {
    const found = finding(operator, value);

    expect(found).toMatchObject([{ code: 'scheme/value-not-an-option', params: { holds, nearest: 'road' } }]);
    expect(analysisSentences('scheme/value-not-an-option', found[0]?.params ?? {}, 'zh-CN').message).toContain(words);
  });
});
