import type { SchemeTexts } from '@cobuild/core';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

// Loaded on first use: nobody who only edits needs it.

/** A file in an archive; `undefined` where it is too large to be read. */
export interface ZippedFile { readonly path: string; readonly text: string | undefined }

/** More files than a scheme has. */
const MOST_FILES = 500;
/** What all of them may come to once unpacked: an archive of a few bytes can hold any number. */
const MOST_BYTES = 50_000_000;

/**
 * Reads a zip archive. Folders are left out, and what the systems of those who pack leave in it.
 *
 * @param mostBytes - A file that is larger comes without its text.
 * @returns `undefined` where it is no zip archive, or holds more than any scheme.
 */
export function unzipTexts(archive: Uint8Array, mostBytes: number): readonly ZippedFile[] | undefined {
  const tooLarge: string[] = [];
  let [count, bytes] = [0, 0];
  try {
    const files = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(name)) return false;
        count += 1;
        if (originalSize > mostBytes) {
          tooLarge.push(name);
          return false;
        }
        bytes += originalSize;
        if (count > MOST_FILES || bytes > MOST_BYTES) throw new RangeError('the archive holds more than a scheme');
        return true;
      },
    });
    return [...Object.entries(files).map(([path, content]) => ({ path, text: strFromU8(content) })), ...tooLarge.map((path) => ({ path, text: undefined }))];
  } catch {
    return undefined;
  }
}

/** Packs texts into an archive, in a folder of their own, as whoever unpacks it expects. */
export function zipTexts(texts: SchemeTexts, folder: string): Uint8Array<ArrayBuffer> {
  return zipSync({ [folder]: Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])) });
}
