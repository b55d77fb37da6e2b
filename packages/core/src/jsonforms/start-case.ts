const WORDS = /\d+|\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|[\p{Lo}\p{Lm}\p{Lt}\p{M}]+/gu;

/**
 * A property name as words, each with a capital: the label that JSON Forms shows where nobody wrote one.
 *
 * @example startCase('postalCode2') // 'Postal Code 2'
 */
export function startCase(name: string): string {
  const words = name.replace(/['’]/g, '').match(WORDS) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
