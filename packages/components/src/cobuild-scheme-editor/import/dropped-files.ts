/** A file that somebody chose or dropped, with its path from the folder that came with it. */
export interface ChosenFile { readonly path: string; readonly file: File }

/** Files chosen by a button: of a whole folder each knows its path, else only its name. */
export const chosenFiles = (files: Iterable<File>): readonly ChosenFile[] => [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Whether what is dragged over the page are files, not something of the page itself. */
export const holdsFiles = (data: DataTransfer | null): boolean => data !== null && [...data.types].includes('Files');

/** Files that were dropped; those of a folder with it. To be called while the drop is under way: afterwards the browser forgets them. */
export async function droppedFiles(data: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const plain = chosenFiles(data.files);
  if (!entries.some((entry) => entry?.isDirectory === true)) return plain;
  return (await Promise.all(entries.flatMap((entry) => (entry === null ? [] : [filesIn(entry)])))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) return [{ path, file: await new Promise<File>((resolve, reject) => { (entry as FileSystemFileEntry).file(resolve, reject); }) }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A reader answers with some at a time, and with none when there are no more.
  for (let some = await read(reader); some.length > 0; some = await read(reader)) inside.push(...some);
  return (await Promise.all(inside.map(filesIn))).flat();
}

const read = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> => new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
