import type { SchemeTexts } from '@cobuild/core';
import type { ChosenFile } from './dropped-files.js';
import type { ZippedFile } from './zip.js';

/** Why a file is not taken in. */
export type Refusal = 'notJson' | 'notZip' | 'tooLarge' | 'badName' | 'unknown';

export interface ImportedFiles {
  /** Texts by their paths from `scheme.json`. */
  readonly texts: SchemeTexts;
  /** An export of a scheme: what it does not hold does not belong to it. */
  readonly isWhole: boolean;
  readonly refused: readonly { readonly name: string; readonly why: Refusal }[];
}

const MOST_BYTES = 5_000_000;
const MOST_ARCHIVE_BYTES = 20_000_000;
/** A path inside the folder, with plain names. */
const PATH = /^(?:[A-Za-z0-9_-]+\/){0,4}[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.json$/;

/**
 * Reads files that somebody chose or dropped: an archive or an export of the editor, or files of a scheme's folder, by their names.
 *
 * @param known - Paths of the scheme that is open: `application.json` is its `forms/application.json` where there is one of that name only.
 * @returns Texts as they are, right or wrong: problems of a scheme are shown where it is edited. What is no text of JSON at all is refused by its name.
 */
export async function readSchemeFiles(chosen: readonly ChosenFile[], known: readonly string[]): Promise<ImportedFiles> {
  const refused: { name: string; why: Refusal }[] = [];
  const files: { path: string; text: string }[] = [];
  let isArchive = false;
  for (const { path, file } of chosen) {
    if (isZip(path)) {
      const found = await unzipped(file);
      if (found === undefined) refused.push({ name: path, why: 'notZip' });
      for (const { path: inside, text } of found ?? []) {
        isArchive = true;
        if (text === undefined) refused.push({ name: inside, why: 'tooLarge' });
        else files.push({ path: inside, text });
      }
    } else if (!path.endsWith('.json')) refused.push({ name: path, why: 'notJson' });
    else if (file.size > MOST_BYTES) refused.push({ name: path, why: 'tooLarge' });
    else files.push({ path, text: await file.text() });
  }
  const root = rootOf(files.map(({ path }) => path));
  const taken = takeTexts(files, root, known, refused);
  return { texts: taken.texts, isWhole: taken.isExport || ((root !== '' || isArchive) && taken.texts['scheme.json'] !== undefined), refused };
}

function takeTexts(files: readonly { readonly path: string; readonly text: string }[], root: string, known: readonly string[], refused: { name: string; why: Refusal }[]): { readonly texts: SchemeTexts; readonly isExport: boolean } {
  const texts: Record<string, string> = {};
  let isExport = false;
  for (const { path, text } of files) {
    const inside = path.startsWith(root) ? path.slice(root.length) : path;
    const exported = exportOf(text);
    if (!inside.endsWith('.json') || text.includes('\u0000') || text.includes('\uFFFD')) refused.push({ name: inside, why: 'notJson' });
    else if (exported !== undefined) {
      isExport = true;
      for (const [name, content] of Object.entries(exported)) {
        if (PATH.test(name)) texts[name] = content;
        else refused.push({ name, why: 'badName' });
      }
    } else if (!PATH.test(inside)) refused.push({ name: inside, why: 'badName' });
    else {
      const place = placeOf(inside, known);
      if (place === undefined) refused.push({ name: inside, why: 'unknown' });
      else texts[place] = text;
    }
  }
  return { texts, isExport };
}

const isZip = (path: string): boolean => /\.zip$/i.test(path);

async function unzipped(file: File): Promise<readonly ZippedFile[] | undefined> {
  if (file.size > MOST_ARCHIVE_BYTES) return undefined;
  const { unzipTexts } = await import('./zip.js');
  return unzipTexts(new Uint8Array(await file.arrayBuffer()), MOST_BYTES);
}

/** The folder that holds `scheme.json`, where a whole folder was chosen. */
function rootOf(paths: readonly string[]): string {
  const entry = paths.filter((path) => path.endsWith('/scheme.json')).sort((one, other) => one.length - other.length)[0];
  return entry === undefined || paths.includes('scheme.json') ? '' : entry.slice(0, -'scheme.json'.length);
}

/** The file of the open scheme that has this name; a new one under its own name. */
function placeOf(path: string, known: readonly string[]): string | undefined {
  if (known.includes(path)) return path;
  const named = known.filter((each) => each.endsWith(`/${path}`));
  if (named.length > 1) return undefined;
  return named[0] ?? path;
}

/** What the editor exports: all files in one JSON, by their paths. */
function exportOf(text: string): SchemeTexts | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const isExport = value !== null && typeof value === 'object' && !Array.isArray(value) && typeof (value as Record<string, unknown>)['scheme.json'] === 'string' && Object.values(value).every((each) => typeof each === 'string');
    return isExport ? (value as SchemeTexts) : undefined;
  } catch {
    return undefined;
  }
}
