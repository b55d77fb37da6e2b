import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { define, nodeAt, open, told } from '../../test/form/form-fixture.js';
import type { Computation } from '../generated/types.js';
import { computeValue } from './computed-values.js';

const money = { type: 'number', format: 'money' };
const budget = define(
  {
    properties: {
      lines: { type: 'array', items: { type: 'object', properties: { quantity: { type: 'number' }, price: money, amount: money } } },
      total: { ...money, title: '合计', maximum: 100 },
      own: money,
      share: { type: 'number' },
    },
    required: ['total'],
  },
  {
    computed: {
      '/share': { op: 'ratio', of: ['/own', '/total'], round: { step: 0.01, mode: 'half-up' }, missing: 'unknown' },
      '/total': { op: 'sum', of: ['/lines/*/amount'], missing: 'zero' },
      '/lines/*/amount': { op: 'product', of: ['/lines/*/quantity', '/lines/*/price'], missing: 'unknown' },
    },
  },
);

describe('computed fields', () => {
  it('row 23: add 0.1 and 0.2 to 0.3, split by 30, 40 and 30, and treat what is missing as they declare', () => {
    const sum = (missing: 'unknown' | 'zero'): Computation => ({ op: 'sum', of: ['/a', '/b'], missing });
    const part = (p: number): Computation => ({ op: 'round', of: [{ op: 'product', of: ['/award', p], missing: 'unknown' }], round: { step: 0.01, mode: 'half-up' }, missing: 'unknown' });
    const names = ['a', 'b', 'award', 'strict', 'lenient', 'first', 'second', 'last'];
    const form = open(
      define(
        { properties: Object.fromEntries(names.map((name) => [name, money])) },
        { computed: { '/strict': sum('unknown'), '/lenient': sum('zero'), '/first': part(0.3), '/second': part(0.4), '/last': { op: 'difference', of: ['/award', '/first', '/second'], missing: 'unknown' } } },
      ),
      { value: { a: 0.1, b: 0.2, award: 487655.55 } },
    );
    expect(form.state.value).toMatchObject({ strict: 0.3, lenient: 0.3, first: 146296.67, second: 195062.22, last: 146296.66 });
    form.setValue('/b', '');
    expect([form.state.value['strict'], form.state.value['lenient']]).toEqual([undefined, 0.1]);
  });

  it('are calculated in the order in which they read each other, item by item', () => {
    const form = open(budget, { value: { own: 1, lines: [{ quantity: 3, price: 0.1 }, { quantity: 2, price: 1.35 }, { quantity: 4 }] } });
    expect(form.state.value).toEqual({ own: 1, total: 3, share: 0.33, lines: [{ quantity: 3, price: 0.1, amount: 0.3 }, { quantity: 2, price: 1.35, amount: 2.7 }, { quantity: 4 }] });
    form.setValue('/lines/1/quantity', '');
    expect(form.state.value).toMatchObject({ total: 0.3 });
    expect(form.state.value['lines']).toMatchObject([{}, { price: 1.35 }, {}]);
    expect(nodeAt(form, '/lines/1/amount').value).toBeUndefined();
  });

  it('cannot be typed into, and what was sent in their place is replaced', () => {
    const form = open(budget, { value: { total: 99, lines: [{ quantity: 1, price: 5 }] } });
    form.setValue('/total', 77);
    expect(form.submission()).toMatchObject({ total: 5 });
    expect(nodeAt(form, '/total')).toMatchObject({ computed: true, readonly: true });
  });

  it('are checked like any answer', () => {
    const form = open(budget, { value: { lines: [{ quantity: 1, price: 100.01 }] } });
    expect(form.state.problems.map((problem) => problem.message)).toEqual(['“合计”不能大于 100.00 元']);
  });

  it('leave everything else as it is, so that only changed nodes are new', () => {
    const form = open(budget, { value: { lines: [{ quantity: 1, price: 5 }, { quantity: 1, price: 6 }] } });
    const before = nodeAt(form, '/lines/0');
    form.setValue('/lines/1/price', 7);
    expect(nodeAt(form, '/lines/0')).toBe(before);
  });

  it('that read each other in a circle stay empty and are named', () => {
    const form = open(
      define({ properties: { a: { type: 'number' }, b: { type: 'number' }, c: { type: 'number' } } }, {
        computed: {
          '/a': { op: 'sum', of: ['/b', 1], missing: 'zero' },
          '/b': { op: 'sum', of: ['/a', 1], missing: 'zero' },
          '/c': { op: 'sum', of: ['/a', 1], missing: 'zero' },
        },
      }),
    );
    expect(form.definitionProblems).toMatchObject([{ code: 'form/computed-cycle', severity: 'error', pointer: '/computed/~1a', params: { cycle: ['/a', '/b'] } }]);
    expect(form.state).toMatchObject({ valid: false, value: { c: 1 } });
  });

  it('say so when they read a field that is not there', () => {
    const form = open(define({ properties: { a: { type: 'number' } } }, { computed: { '/a': { op: 'sum', of: ['/nobody', 1], missing: 'unknown' } } }));
    expect(form.definitionProblems.map((problem) => problem.message)).toEqual(['表单里没有“/nobody”这个字段']);
    expect(form.state.value).toEqual({});
  });

  it('that are required say that they cannot be worked out yet', () => {
    const form = open(define({ properties: { a: { type: 'number' }, b: { type: 'number', title: '合计' } }, required: ['b'] }, { computed: { '/b': { op: 'sum', of: ['/a'], missing: 'unknown' } } }));
    expect(form.state.problems.map((problem) => problem.message)).toEqual(['“合计”还算不出来，请先填写与它有关的内容']);
    form.setValue('/a', 1);
    expect(told(form)).toEqual([]);
  });
});

describe('computeValue', () => {
  const of = (op: Computation['op'], operands: Computation['of'], rest: Partial<Computation> = {}): Computation => ({ op, of: operands, missing: 'unknown', ...rest });
  const answers = { a: 0.1, b: 0.2, zero: 0, text: '十', rows: [{ n: 5 }, { n: -2 }, {}], empty: [] };

  it.each([
    ['0.1 + 0.2', of('sum', ['/a', '/b']), 0.3],
    ['0.1 − 0.2', of('difference', ['/a', '/b']), -0.1],
    ['a tree', of('product', [of('sum', ['/a', '/b']), 10]), 3],
    ['the least', of('min', ['/a', '/b']), 0.1],
    ['the most', of('max', ['/a', '/b']), 0.2],
    ['a third, by default to four places', of('ratio', [1, 3]), 0.3333],
    ['a third as declared', of('ratio', [2, 3], { round: { step: 0.01, mode: 'down' } }), 0.66],
    ['a rounded value', of('round', [2.5]), 3],
    ['a rounded value downwards to hundreds', of('round', [1299], { round: { step: 100, mode: 'down' } }), 1200],
    ['a rounded sum', of('sum', ['/a', 0.06], { round: { step: 0.1, mode: 'half-up' } }), 0.2],
    ['items of a list', of('count', ['/rows']), 3],
    ['answers in a list', of('count', ['/rows/*/n']), 2],
    ['nothing in an empty list, as zero', of('count', ['/empty'], { missing: 'zero' }), 0],
    ['nothing in an empty list, as unknown', of('count', ['/empty']), undefined],
    ['a missing operand as unknown', of('sum', ['/rows/*/n']), undefined],
    ['a missing operand as zero', of('sum', ['/rows/*/n'], { missing: 'zero' }), 3],
    ['no operand at all', of('sum', ['/empty/*/n']), undefined],
    ['a division by zero', of('ratio', ['/a', '/zero']), undefined],
    ['text', of('sum', ['/a', '/text'], { missing: 'zero' }), undefined],
    ['an unknown part as zero', of('sum', [of('ratio', [1, '/zero']), 1], { missing: 'zero' }), 1],
  ])('gives %s', (_, computation, expected) => {
    expect(computeValue(computation, '/x', answers)).toBe(expected);
  });

  it('adds fen exactly in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }), (fen) => {
        const rows = fen.map((each) => ({ n: each / 100 }));
        expect(computeValue(of('sum', ['/rows/*/n']), '/x', { rows })).toBe(fen.reduce((sum, each) => sum + each, 0) / 100 + 0);
      }),
    );
  });
});
