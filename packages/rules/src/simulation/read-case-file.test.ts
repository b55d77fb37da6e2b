import { File } from 'node:buffer';
import type { Case } from '@cobuild/core';
import { readCases } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvFromSheet, sheetFromCases } from '../tabular/index.js';
import { PackedCases } from './packed-cases.js';
import type { FileToRead } from './platform.js';
import type { CaseFilePart, ReadCaseFileOptions } from './read-case-file.js';
import { readCaseFile } from './read-case-file.js';

const folder = new URL('../../../../examples/schemes/gaoming-demo/', import.meta.url);
const { scheme } = loadSchemeFolder(folder.pathname);
if (scheme === undefined) throw new Error('The example scheme has errors');
const text = readFileSync(new URL('cases.jsonl', folder), 'utf8');
const cases = readCases(text).flatMap((read) => ('case' in read ? [read.case] : []));
const fileOf = (parts: readonly (string | Uint8Array)[], name: string): FileToRead => new File([...parts], name);
const noWorkbooks: Pick<ReadCaseFileOptions, 'scheme' | 'readWorkbook'> = { scheme, readWorkbook: () => Promise.reject(new Error('no workbook')) };

async function partsOf(file: FileToRead, options: Partial<ReadCaseFileOptions> = {}): Promise<CaseFilePart[]> {
  const parts: CaseFilePart[] = [];
  for await (const part of readCaseFile(file, { ...noWorkbooks, ...options })) parts.push(part);
  return parts;
}
async function readFrom(file: FileToRead, options?: Partial<ReadCaseFileOptions>): Promise<{ readonly cases: readonly Case[]; readonly problems: readonly string[] }> {
  const all = new PackedCases();
  const parts = await partsOf(file, options);
  for (const part of parts) all.add(part.cases);
  return { cases: [...all], problems: parts.flatMap(({ problems }) => problems.map(({ code, line }) => `${code} ${line}`)) };
}

describe('readCaseFile', () => {
  it('reads the same cases from JSON Lines, a list, CSV and a workbook', async () => {
    const sheet = sheetFromCases(scheme, cases);
    const written = { 'a.jsonl': text, 'a.json': JSON.stringify(cases, undefined, 2), 'a.csv': csvFromSheet(sheet) };
    for (const [name, content] of Object.entries(written)) {
      const read = await readFrom(fileOf([content], name));
      expect([name, read.problems, read.cases.map(({ id }) => id)]).toEqual([name, [], cases.map(({ id }) => id)]);
    }
    expect((await readFrom(fileOf([text], 'a.jsonl'))).cases).toEqual(cases);
    expect((await readFrom(fileOf(['…'], 'a.xlsx'), { readWorkbook: () => Promise.resolve(sheet) })).cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  });

  it('hands a long file over in parts and says how far it is, lines that reach over parts of the file among them', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => JSON.stringify({ ...cases[index % cases.length], id: `case-${index}` }));
    const parts = await partsOf(fileOf([lines.join('\n')], 'long.jsonl'));
    expect(parts.length).toBeGreaterThan(5);
    expect(Math.max(...parts.map(({ cases: { texts } }) => texts.length))).toBeLessThan(1 << 19);
    const done = parts.map((part) => part.done ?? 0);
    expect(done).toEqual([...done].sort((one, other) => one - other));
    expect(done[done.length - 1]).toBe(1);
    const all = new PackedCases();
    for (const part of parts) all.add(part.cases);
    expect(Array.from(all, ({ id }) => id)).toEqual(lines.map((_, index) => `case-${index}`));
  });

  it('names the lines that are no cases and reads the others', async () => {
    const read = await readFrom(fileOf([`${JSON.stringify(cases[0])}\n\n{"id": 1}\nnothing\n${JSON.stringify({ ...cases[1], id: 'last' })}`], 'some.jsonl'));
    expect(read.cases.map(({ id }) => id)).toEqual([cases[0]?.id, 'last']);
    expect(new Set(read.problems.map((problem) => problem.split(' ')[1]))).toEqual(new Set(['3', '4']));
  });

  it('hands over thousands of problems in parts, not all at once', async () => {
    const parts = await partsOf(fileOf(['{"id": 1}\n'.repeat(1000)], 'wrong.jsonl'));
    expect(Math.max(...parts.map(({ problems }) => problems.length))).toBeLessThan(210);
    expect(parts.reduce((sum, { problems }) => sum + problems.length, 0)).toBeGreaterThanOrEqual(1000);
  });

  it('reads the national encoding, far into a file that looked like UTF-8', async () => {
    const plain = new TextEncoder().encode(`${JSON.stringify({ ...cases[0], id: 'plain', answers: { note: 'x' } })}\n`.repeat(2000));
    const [head = '', tail = ''] = JSON.stringify({ ...cases[0], id: 'old', applicant: { id: 'v' }, answers: { note: '@' } }).replace(/[^ -~]/g, '?').split('@');
    const file = fileOf([plain, head, Uint8Array.of(0xd5, 0xf2), tail], 'old.jsonl');
    const { cases: read } = await readFrom(file);
    expect(read[read.length - 1]?.answers).toEqual({ note: '镇' });
  });

  it('says when others should have their turn, and gives what was read by then', async () => {
    const parts = await partsOf(fileOf([text], 'a.jsonl'), { isOver: () => true });
    expect(parts.filter(({ cases: { ends } }) => ends.length === 1)).toHaveLength(cases.length);
  });

  it('throws where the file cannot be read', async () => {
    await expect(partsOf(fileOf(['…'], 'a.xlsx'))).rejects.toThrow('no workbook');
    const gone = { ...noWorkbooks, name: 'gone.jsonl', size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) } as unknown as FileToRead;
    await expect(partsOf(gone)).rejects.toThrow('gone');
  });
});
