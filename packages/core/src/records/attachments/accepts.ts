/**
 * Whether a file fits one of the types, read as HTML reads `accept`: an ending `.pdf` by the name, `application/pdf` or `image/*` by the media type. No types let everything in.
 */
export function accepts(types: readonly string[] | undefined, file: { readonly name: string; readonly type: string }): boolean {
  if (types === undefined || types.length === 0) return true;
  const name = file.name.trim().toLowerCase();
  const type = (file.type.split(';')[0] ?? '').trim().toLowerCase();
  return types.some((each) => {
    const wanted = each.trim().toLowerCase();
    if (wanted.startsWith('.')) return name.length > wanted.length && name.endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}
