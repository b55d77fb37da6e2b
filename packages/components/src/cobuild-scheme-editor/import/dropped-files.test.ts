import { describe, expect, it } from 'vitest';
import { droppedFiles } from './dropped-files.js';

/** As a browser answers: some entries at a time, and none when there are no more. */
function folder(fullPath: string, ...portions: readonly (readonly FileSystemEntry[])[]): FileSystemEntry {
  const createReader = (): FileSystemDirectoryReader => {
    const left = [...portions, []];
    return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done([...(left.shift() ?? [])]) };
  };
  return { isFile: false, isDirectory: true, fullPath, createReader } as unknown as FileSystemEntry;
}
const file = (fullPath: string): FileSystemEntry => ({ isFile: true, isDirectory: false, fullPath, file: (done: (found: File) => void) => done(new File([fullPath], fullPath.split('/').pop() ?? '')) }) as unknown as FileSystemEntry;
const unreadable = (fullPath: string): FileSystemEntry => ({ isFile: true, isDirectory: false, fullPath, file: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone')) }) as unknown as FileSystemEntry;
const dropped = (entries: readonly (FileSystemEntry | null)[], files: readonly File[] = []): DataTransfer => ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer;

describe('droppedFiles', () => {
  it('has every file of a folder with its path, however many answers the browser takes', async () => {
    const scheme = folder('/gaoming', [file('/gaoming/scheme.json'), folder('/gaoming/forms', [file('/gaoming/forms/application.json')])], [file('/gaoming/stages.json')]);
    const found = await droppedFiles(dropped([scheme]));
    expect(found.map(({ path }) => path).sort()).toEqual(['gaoming/forms/application.json', 'gaoming/scheme.json', 'gaoming/stages.json']);
    expect(await Promise.all(found.map(({ file: each }) => each.text()))).toContain('/gaoming/forms/application.json');
  });

  it('has files beside a folder, and passes over what is dragged besides', async () => {
    const found = await droppedFiles(dropped([folder('/a', [file('/a/scheme.json')]), file('/notes.json'), null]));
    expect(found.map(({ path }) => path)).toEqual(['a/scheme.json', 'notes.json']);
  });

  it('takes files without a folder as they are', async () => {
    const plain = new File(['{}'], 'scheme.json');
    expect(await droppedFiles(dropped([file('/scheme.json')], [plain]))).toEqual([{ path: 'scheme.json', file: plain }]);
  });

  it('fails where a file is gone by the time it is read', async () => {
    await expect(droppedFiles(dropped([folder('/a', [unreadable('/a/scheme.json')])]))).rejects.toThrow('gone');
  });
});
