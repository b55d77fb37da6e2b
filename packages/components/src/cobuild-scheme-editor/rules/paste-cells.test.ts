import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, parseScheme, valueAt } from '@cobuild/core';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionGrid } from './decision-table.js';
import type { Grid } from './grid-model.js';
import { cellText } from './grid-model.js';
import { planPaste } from './paste-cells.js';
import { scoreGrid } from './score-card.js';

const schemes = fileURLToPath(new URL('../../../../../examples/schemes/', import.meta.url));
const folder = (name: string, prefix = ''): SchemeTexts => Object.fromEntries(readdirSync(`${schemes}${name}`).filter((file) => file.endsWith('.json')).map((file) => [prefix + file, readFileSync(`${schemes}${name}/${file}`, 'utf8')]));
const nested = (name: string, prefix = ''): SchemeTexts => ({ ...folder(name, prefix), ...Object.fromEntries(readdirSync(`${schemes}${name}`, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name: inner }) => Object.entries(folder(`${name}/${inner}`, `${prefix}${inner}/`)))) });

/** The routes of Nanhai in the scheme that states them, which lies over another one. */
const base = nested('four-discussions', '../four-discussions/');
const read = (path: string): string | undefined => base[path];
const nanhai = nested('nanhai-matters');
const draftOf = (texts: SchemeTexts): ReturnType<typeof createSchemeDraft> => createSchemeDraft(texts, { base: { read } });
const gridOf = (document: unknown): Grid => {
  const grid = decisionGrid({ document, locale: 'zh-CN' }, '/decisionTables/0');
  if (grid === undefined) throw new Error('no grid');
  return grid;
};
/** Whatever analysis makes of a table, its file stays as the format wants it. */
const formatErrors = (texts: SchemeTexts): readonly string[] => parseScheme({ read: (path) => texts[path] ?? read(path), list: () => Object.keys(texts) }).problems.filter(({ severity }) => severity === 'error').map(({ code, pointer }) => `${code} ${pointer}`);

describe('planPaste', () => {
  const { document } = draftOf(nanhai);
  const grid = gridOf(document);
  const amount = grid.columns.findIndex(({ id }) => id === 'inputs amount');

  const level = grid.columns[amount - 1]?.kind.options?.find(({ value }) => value === 'village')?.label ?? '';

  const [first, second] = grid.columns.find(({ id }) => id === 'outputs way')?.kind.options ?? [];
  if (first === undefined || second === undefined) throw new Error('no ways');

  it('takes cells where they belong, adds rows, and leaves what is not said open', () => {
    const draft = draftOf(nanhai);
    const plan = planPaste(document, grid, { row: grid.rows.length - 1, column: amount }, [['≥ 5 万元', second.label], ['< 50,000', first.label]]);
    expect(plan.refused).toEqual([]);
    expect(plan.addedRows).toBe(1);
    expect(draft.change(plan.changes)).toBe(true);
    const rows = valueAt(draft.document, '/decisionTables/0/rows') as readonly { readonly inputs: unknown; readonly outputs: unknown }[];
    expect(rows[grid.rows.length - 1]).toMatchObject({ inputs: { amount: { from: 50000 } }, outputs: { way: second.value } });
    expect(rows[grid.rows.length]).toMatchObject({ inputs: { amount: { below: 50000 } }, outputs: { way: first.value, town: 'UNDECIDED' } });
    draft.undo();
    expect(draft.texts).toEqual(nanhai);
  });

  it('names each cell that it cannot take, with what is wrong, and takes the others only when asked', () => {
    const plan = planPaste(document, grid, { row: 0, column: amount - 1 }, [[level, '很多'], ['县级', '≤ {没有}']]);
    expect(plan.refused.map(({ row, column, text }) => [row, column?.title, text])).toEqual([[0, '金额', '很多'], [1, '层级', '县级'], [1, '金额', '≤ {没有}']]);
    expect(plan.refused[2]?.why).toContain('没有叫“没有”的参数');
    expect(plan.good).toHaveLength(1);
  });

  it('writes “not decided yet”, not “any”, into the refused cells of rows that it adds', () => {
    const plan = planPaste(document, grid, { row: grid.rows.length, column: amount - 1 }, [[level, '很多']]);
    expect(plan.changes).toMatchObject([{ kind: 'insert', value: { inputs: { level: ['village'], amount: 'UNDECIDED' } } }]);
  });

  it('leaves out a first line of titles, and refuses columns that are not there', () => {
    const plan = planPaste(document, grid, { row: 0, column: amount }, [['金额', '办理方式'], ['≥ 1', first.label]]);
    expect([plan.skippedHead, plan.good.length, plan.refused.length]).toEqual([true, 2, 0]);
    expect(planPaste(document, grid, { row: 0, column: grid.columns.length - 1 }, [['filing', '多余']]).refused).toMatchObject([{ row: 0, text: '多余' }]);
  });

  it('changes nothing when its own cells come back', () => {
    const cells = grid.rows.map((_, row) => grid.columns.map((column) => cellText(grid, row, column)));
    const plan = planPaste(document, grid, { row: 0, column: 0 }, cells);
    expect([plan.refused, plan.changes]).toEqual([[], []]);
  });

  it('refuses more rows than the format takes', () => {
    expect(planPaste(document, grid, { row: 0, column: 0 }, Array.from({ length: 2001 }, () => ['a'])).tooManyRows).toBe(true);
  });

  it('leaves a document that the format takes, whatever is pasted wherever', () => {
    const known = grid.columns.flatMap((column) => [column.title, ...(column.kind.options ?? []).map(({ label }) => label)]);
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...known, '', '≥ 1 且 < 2', '{villageMemberFrom}', '尚未决定', 'true', '是', '10,000', '1e309', '=1+1', 'null', '[]', '{}', '除小组以外', '"', '__proto__', '-0', '≥ 2026-01-01', '≥ 1 且 < 2026-01-01'), fc.double().map(String));
    const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 });
    const before = formatErrors(nanhai);
    fc.assert(fc.property(block, fc.nat({ max: grid.rows.length }), fc.nat({ max: grid.columns.length - 1 }), (cells, row, column) => {
      const draft = draftOf(nanhai);
      const { changes } = planPaste(draft.document, gridOf(draft.document), { row, column }, cells);
      draft.change(changes);
      expect(formatErrors(draft.texts)).toEqual(before);
    }), { numRuns: 30 });
  });

  it('keeps score cards as the format wants them, too', () => {
    const texts = nested('qianjiang-innovation');
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('30', '尚未决定', '加分', '是', '', '-5', '{x}'));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }), fc.nat({ max: 3 }), (cells, column) => {
      const draft = createSchemeDraft(texts);
      const card = scoreGrid({ document: draft.document, locale: 'zh-CN' }, 'criteria');
      if (card === undefined) throw new Error('no score card');
      draft.change(planPaste(draft.document, card, { row: 0, column }, cells).changes);
      expect(parseScheme({ read: (path) => draft.texts[path] }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    }), { numRuns: 20 });
  });
});
