/** A file as answers name it, with its place. */
export interface NamedFile { readonly pointer: string; readonly id: string; readonly hash: string; readonly name: string; readonly size: unknown; readonly scan: string }

/**
 * All files that answers name, wherever they stand. One reading decides which of them a submission has to own and which of them a case
 * lets others read: what the first would overlook, the second does not show.
 */
export function namedFiles(value: unknown, pointer = ''): readonly NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, hash, name, size, scan } = value as Readonly<Record<string, unknown>>;
  const own: readonly NamedFile[] = typeof id === 'string' && typeof hash === 'string' && typeof scan === 'string' ? [{ pointer, id, hash, name: typeof name === 'string' ? name : '', size, scan }] : [];
  const inside = Object.entries(value).flatMap(([key, part]) => namedFiles(part, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`));
  return [...own, ...inside];
}
