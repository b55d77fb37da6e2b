import type { LatePart } from '../../late/late-part.js';
import { OTHER_KEYWORDS } from '../keywords/plain.js';
import { addressPart, formatPart, keywordPart, patternPart } from './validation-parts.js';
import type { WordsIn } from '../../late/words-in.js';

const ADDRESSES = ['$id', '$ref', '$dynamicRef'];

/** The parts of the interpreter that schemas with these words need. */
export function validationParts({ all, formats }: WordsIn): readonly LatePart<unknown>[] {
  const needed: LatePart<unknown>[] = [];
  if (all.has('pattern') || all.has('patternProperties')) needed.push(patternPart);
  if ([...formats].some((name) => name !== 'date')) needed.push(formatPart);
  if (OTHER_KEYWORDS.some((keyword) => all.has(keyword))) needed.push(keywordPart);
  if (ADDRESSES.some((keyword) => all.has(keyword))) needed.push(addressPart);
  return needed;
}
