import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { unzipped } from '../../test/unzipped.js';
import { casesFromSheet, intakeTemplate, sheetFromCases } from '../index.js';
import { fileFromTemplate, sheetFromFile } from './index.js';

const root = fileURLToPath(new URL('../../../../examples/schemes/', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const load = (name: string): Scheme => {
  const { scheme } = loadSchemeFolder(`${root}${name}`);
  if (scheme === undefined) throw new Error(name);
  return scheme;
};

describe('an empty table of applications', () => {
  it.each(folders)('%s: is read back without a problem, in both languages', async (name) => {
    const scheme = load(name);
    for (const locale of ['zh-CN', 'en'] as const) {
      const columns = intakeTemplate(scheme, { locale });
      const sheet = (await sheetFromFile(await fileFromTemplate(columns, '申报汇总表', locale), 'x.xlsx')) ?? [];
      expect(sheet[0]).toEqual(columns.map(({ header }) => header));
      // The columns about the paper are taken out before the others are read.
      const answers = sheet.map((row) => row.filter((_, index) => !/\(paper\./.test(String(sheet[0]?.[index]))));
      expect(casesFromSheet(scheme, answers, { locale })).toEqual([]);
    }
  });

  it('is filled in with an example of its scheme and read back as the same answers', async () => {
    const scheme = load('qianjiang-innovation-demo');
    const [example] = readFileSync(`${root}qianjiang-innovation-demo/cases.jsonl`, 'utf8').split('\n').map((line) => JSON.parse(line || 'null') as Case | null).filter((item) => item !== null && item.id === 'qj-2022-006');
    const { id, submittedAt, applicant, answers } = example as Case;
    const [header = [], row = []] = sheetFromCases(scheme, [{ id, submittedAt, applicant, answers }]);
    const template = (await sheetFromFile(await fileFromTemplate(intakeTemplate(scheme), '申报'), 'x.xlsx'))?.[0] ?? [];
    const own = template.filter((cell) => !/\(paper\./.test(String(cell)));
    const values = own.map((cell) => row[header.indexOf(cell)] ?? null);
    const [read] = casesFromSheet(scheme, [own, values]);
    expect(read !== undefined && 'case' in read ? [read.case.id, read.case.answers['projectName'], read.case.answers['domain'], read.case.answers['steps']] : read).toEqual([id, answers['projectName'], answers['domain'], answers['steps']]);
  });

  it('offers choices, limits and hints at its cells, and tells them again on a sheet of their own', async () => {
    const scheme = load('gaoming-demo');
    const columns = intakeTemplate(scheme);
    const category = columns.find(({ header }) => header.includes('(category)'));
    expect(category?.choices?.length).toBeGreaterThan(2);
    const files = unzipped(await fileFromTemplate(columns, '申报汇总表'));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<dataValidation /g)).toHaveLength(columns.length);
    expect(sheet).toContain('type="list"');
    expect(sheet.indexOf('</sheetData>')).toBeLessThan(sheet.indexOf('<dataValidations'));
    expect(columns.every(({ hint }) => hint !== '')).toBe(true);
  });
});
