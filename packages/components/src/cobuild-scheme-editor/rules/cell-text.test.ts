import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKind } from './cell-text.js';
import { entryText, outputText, readEntry, readOutput } from './cell-text.js';
import { spreadsheetCells, spreadsheetText } from './spreadsheet-text.js';

const parameters = [{ key: 'largeFrom', title: '大额起点', type: 'money' }, { key: 'kind', title: '种类', type: 'choice' }];
const number: CellKind = { locale: 'zh-CN', type: 'number', parameters };
const money: CellKind = { ...number, perUnit: 100 };
const whole: CellKind = { ...number, perUnit: 1 };
const date: CellKind = { ...number, type: 'date' };
const choice: CellKind = { ...number, type: 'text', options: [{ value: 'roads', label: '道路、桥梁' }, { value: 'lights', label: '照明' }] };
const text: CellKind = { ...number, type: 'text' };

const valueOf = (written: string, kind: CellKind): unknown => {
  const reading = readEntry(written, kind);
  return reading.ok ? reading.value : 'refused';
};

describe('readEntry', () => {
  it.each<[string, CellKind, unknown]>([
    ['', number, undefined], ['任意', number, undefined], ['-', number, undefined], ['尚未决定', number, 'UNDECIDED'],
    ['≥ 10 且 < 20', number, { from: 10, below: 20 }], ['>=10，<20', number, { from: 10, below: 20 }], ['10 ≤ x < 20', number, { from: 10, below: 20 }], ['[10, 20)', number, { from: 10, below: 20 }],
    ['不少于1万元', number, { from: 10000 }], ['5,000以上', number, { from: 5000 }], ['不满5,000.50元', number, { below: 5000.5 }], ['１２', number, [12]], ['10,000', number, [10000]], ['1、2', number, [1, 2]],
    ['≥ {大额起点}', number, { from: { parameter: 'largeFrom' } }], ['< {largeFrom}', number, { below: { parameter: 'largeFrom' } }], ['≥ 尚未决定', number, { from: 'UNDECIDED' }],
    ['不超过100', money, { below: 100.01 }], ['大于3', whole, { from: 4 }], ['≤ 2026年3月5日', date, { below: '2026-03-06' }], ['≥ 2026/1/1 且 < 2027-01-01', date, { from: '2026-01-01', below: '2027-01-01' }],
    ['道路、桥梁', choice, ['roads']], ['照明、道路、桥梁', choice, ['lights', 'roads']], ['lights', choice, ['lights']], ['除道路、桥梁以外', choice, { not: ['roads'] }], ['≠照明', choice, { not: ['lights'] }],
    ['甲、乙', text, ['甲', '乙']], ['"甲、乙"、丙', text, ['甲、乙', '丙']], ['ab"c', text, ['ab"c']],
  ])('takes “%s”', (written, kind, expected) => expect(valueOf(written, kind)).toEqual(expected));

  it.each<[string, CellKind, string]>([
    ['不超过100', number, '终点不包含在内'], ['> 5', number, '终点不包含在内'], ['≤ {大额起点}', money, '终点不包含在内'], ['10-20', number, '算不算在内'], ['10至20', number, '算不算在内'],
    ['≥ 10 且 ≥ 20', number, '写了两次'], ['≥ {没有}', number, '没有叫“没有”的参数'], ['≥ {种类}', number, '用不到这里'], ['12345678901234567890', number, '存不准'], ['0.12345678901234567', number, '存不准'],
  ])('refuses “%s” and says why', (written, kind, why) => expect(readEntry(written, kind)).toMatchObject({ ok: false, why: expect.stringContaining(why) as string }));

  it.each<[string, CellKind]>([['很多', number], ['≥ 很多', number], ['1,0', number], ['水利', choice], ['照明、', choice], ['2026-02-30', date], ['{大额起点}', choice], ['是', number]])('refuses “%s”', (written, kind) => expect(readEntry(written, kind).ok).toBe(false));
});

describe('readOutput', () => {
  it.each<[string, CellKind, unknown]>([['1,200.50', number, 1200.5], ['{大额起点}', number, { parameter: 'largeFrom' }], ['照明', choice, 'lights'], ['是', { ...text, type: 'boolean' }, true], ['尚未决定', text, 'UNDECIDED'], ['村民会议', text, '村民会议'], ['12', text, '12'], ['12', { ...text, type: 'any' }, 12]])('takes “%s”', (written, kind, value) => expect(readOutput(written, kind)).toEqual({ ok: true, value }));
  it.each<[string, CellKind]>([['', text], ['abc', number], ['水利', choice], ['a\u0000', text], ['\ud800', text]])('refuses “%s”', (written, kind) => expect(readOutput(written, kind).ok).toBe(false));
});

describe('texts of cells', () => {
  const bound = fc.oneof(fc.integer().map((fen) => fen / 100), fc.constant('UNDECIDED'), fc.constant({ parameter: 'largeFrom' }));
  const entry = fc.oneof(fc.constant('UNDECIDED'), fc.record({ from: bound, below: bound }, { requiredKeys: [] }), fc.uniqueArray(fc.integer().map((fen) => fen / 100), { minLength: 1 }));

  it('are read as what they were written from', () => {
    fc.assert(fc.property(entry, (value) => { expect(valueOf(entryText(value, number), number)).toEqual(value); }));
    fc.assert(fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.boolean(), (list, isExcept) => {
      const value = isExcept ? { not: list } : list;
      const written = entryText(value, text);
      const reading = readEntry(written, text);
      // What nobody can type is refused rather than read as something else.
      if (reading.ok) expect(reading.value).toEqual(value);
    }));
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }), (value) => {
      const reading = readOutput(outputText(value, number), number);
      if (reading.ok) expect(reading.value).toBe(value === 0 ? 0 : value);
    }));
  });
});

describe('spreadsheetCells', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['', []], ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]], ['"a\tb"\t"c\n""d"""', [['a\tb', 'c\n"d"']]], ['a,b\nc,d', [['a', 'b'], ['c', 'd']]], ['"a,b",c\nd,e', [['a,b', 'c'], ['d', 'e']]],
    ['10,000\n20,000', [['10,000'], ['20,000']]], ['a,b', [['a,b']]], ['"没有写完', [['"没有写完']]], ['a\n\nb', [['a'], [''], ['b']]], ['\ufeffa\tb', [['a', 'b']]],
  ])('reads %j', (written, cells) => expect(spreadsheetCells(written)).toEqual(cells));

  it('reads what it writes', () => {
    const cell = fc.string().map((written) => written.replace(/\r/g, '').trim());
    fc.assert(fc.property(fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (rows) => {
      const last = rows[rows.length - 1] ?? [];
      fc.pre(last.some((text) => text !== '') && !rows.some((row) => row.some((text) => text.startsWith('"') || text.startsWith('\ufeff'))));
      expect(spreadsheetCells(spreadsheetText(rows))).toEqual(rows);
    }));
  });
});
