import type { SchemeTexts } from '@cobuild/core';

/** Why a file is not taken in. */
export type Refusal = 'notJson' | 'tooLarge' | 'badName' | 'unknown';

export interface ImportedFiles {
  /** Texts by their paths from `scheme.json`. */
  readonly texts: SchemeTexts;
  /** An export of a scheme: what it does not hold does not belong to it. */
  readonly isWhole: boolean;
  readonly refused: readonly { readonly name: string; readonly why: Refusal }[];
}

const MOST_BYTES = 5_000_000;
/** A path inside the folder, with plain names. */
const PATH = /^(?:[A-Za-z0-9_-]+\/){0,4}[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.json$/;

/**
 * Reads files that somebody chose: an export of the editor, or files of a scheme's folder, by their names.
 *
 * @param known - Paths of the scheme that is open: `application.json` is its `forms/application.json` where there is one of that name only.
 * @returns Texts as they are, right or wrong: problems of a scheme are shown where it is edited. What is no text of JSON at all is refused by its name.
 */
export async function readSchemeFiles(files: readonly File[], known: readonly string[]): Promise<ImportedFiles> {
  const texts: Record<string, string> = {};
  const refused: { name: string; why: Refusal }[] = [];
  let isWhole = false;
  const root = rootOf(files.map(pathOf));
  for (const file of files) {
    const path = pathOf(file).slice(root.length);
    const text = file.size > MOST_BYTES ? undefined : await file.text();
    const exported = text === undefined ? undefined : exportOf(text);
    if (text === undefined) refused.push({ name: file.name, why: 'tooLarge' });
    else if (!file.name.endsWith('.json') || text.includes('\u0000')) refused.push({ name: file.name, why: 'notJson' });
    else if (exported !== undefined) {
      isWhole = true;
      for (const [name, content] of Object.entries(exported)) {
        if (PATH.test(name)) texts[name] = content;
        else refused.push({ name, why: 'badName' });
      }
    } else if (!PATH.test(path)) refused.push({ name: path, why: 'badName' });
    else {
      const place = placeOf(path, known);
      if (place === undefined) refused.push({ name: path, why: 'unknown' });
      else texts[place] = text;
    }
  }
  return { texts, isWhole: isWhole || (root !== '' && texts['scheme.json'] !== undefined), refused };
}

/** Where a chosen folder puts a file; a single file has only its name. */
const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** The folder that holds `scheme.json`, where a whole folder was chosen. */
function rootOf(paths: readonly string[]): string {
  const entry = paths.find((path) => path.endsWith('/scheme.json'));
  return entry === undefined ? '' : entry.slice(0, -'scheme.json'.length);
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
