import { isRecord } from '../../form/json-schema.js';
import { escapeToken } from '../../problems/json-pointer.js';

/** What is known of a file, and nothing else. */
const KEYS = new Set(['id', 'kind', 'name', 'size', 'type', 'hash', 'scan', 'uploadedAt']);
/** Names of files have at most 255 characters and ids 200; what is longer is content. */
const LONGEST = 512;

/** The beginning of a text without white space and control characters, which browsers leave out of addresses. */
function beginning(text: string): string {
  return Array.from(text.slice(0, LONGEST)).filter((character) => character > ' ' && character.trim() !== '').join('').toLowerCase();
}

/** Pointers of all `data:` addresses in answers, wherever they stand. A sentence that begins with “Data:” is none. */
export function findDataUrls(value: unknown, pointer = ''): readonly string[] {
  if (typeof value === 'string') return /^data:(?:[\w.+-]+\/[\w.+-]+)?(?:;[^,;]*)*,/.test(beginning(value)) ? [pointer] : [];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap((item, index) => findDataUrls(item, `${pointer}/${index}`));
  return isRecord(value) ? Object.keys(value).flatMap((key) => findDataUrls(value[key], `${pointer}/${escapeToken(key)}`)) : [];
}

/** Where an attachment holds content: a `data:` address, a key that no attachment has, or something far too long for what is known of a file. Pointers are inside it. */
export function contentIn(file: unknown): readonly string[] {
  if (!isRecord(file)) return typeof file === 'string' ? [''] : [];
  return Object.keys(file).filter((key) => {
    const value = file[key];
    const isText = typeof value === 'string';
    return !KEYS.has(key) || (isText && (value.length > LONGEST || beginning(value).startsWith('data:'))) || (typeof value === 'object' && value !== null);
  }).map((key) => `/${escapeToken(key)}`);
}
