import { toPointer } from '../problems/json-pointer.js';
import type { Answers } from './answers.js';
import { isRecord } from './json-schema.js';
import type { LimitFinding } from './limits.js';
import { DEEPEST_ANSWERS, LARGEST_ANSWERS, LONGEST_TEXT } from './limits.js';

/** Size of an object or a list: characters of its JSON text, levels in it, texts in it that are too long. */
interface Size { readonly characters: number; readonly levels: number; readonly long: number }

/** How large some answers are, and what is too much about them. */
export interface AnswerSizes {
  readonly answers: Answers;
  readonly limits: readonly LimitFinding[];
  /** Of each object and list in them; empty where they are too large to be looked through. */
  readonly known: WeakMap<object, Size>;
}

const NO_LIMITS: readonly LimitFinding[] = [];
const TOO_LARGE: readonly LimitFinding[] = [{ kind: 'too-large', pointer: '' }];

/**
 * What is too much about some answers, before any work is done on them. Looks no further than the limits, so it is quick on
 * anything, also on objects that contain themselves. Too-long texts are not counted twice: they are named, the rest is measured.
 *
 * @param before - Sizes of other answers, for what is the same object in both.
 */
export function sizesOf(answers: Answers, before?: AnswerSizes): AnswerSizes {
  if (before !== undefined && before.answers === answers) return before;
  const known = before?.known ?? new WeakMap<object, Size>();
  const size = measuring(known)(answers, 0);
  if (size === undefined) return { answers, limits: TOO_LARGE, known: new WeakMap() };
  return { answers, limits: size.long > 0 ? longTexts(answers, []) : NO_LIMITS, known };
}

const SCALAR: Size = { characters: 4, levels: 0, long: 0 };
const LONG: Size = { characters: 0, levels: 0, long: 1 };

/** Measures until it is too much: `undefined` then. */
function measuring(known: WeakMap<object, Size>): (value: unknown, depth: number) => Size | undefined {
  let left = LARGEST_ANSWERS;
  const take = (size: Size): Size | undefined => ((left -= size.characters) < 0 ? undefined : size);
  const sizeOf = (value: unknown, depth: number): Size | undefined => {
    if (typeof value === 'string') return take(value.length > LONGEST_TEXT ? LONG : { ...SCALAR, characters: value.length + 2 });
    if (value === null || typeof value !== 'object') return take(SCALAR);
    const before = known.get(value);
    if (before) return before.levels + depth > DEEPEST_ANSWERS ? undefined : take(before);
    if (depth >= DEEPEST_ANSWERS || (Array.isArray(value) && value.length > LARGEST_ANSWERS)) return undefined;
    // Of an item the comma is written, of a property its name with quotation marks, colon and comma.
    const around = (name: string): number => (Array.isArray(value) ? 1 : name.length + 4);
    let { characters, levels, long } = SCALAR;
    left -= characters;
    for (const name of Object.keys(value)) {
      const size = sizeOf((value as Answers)[name], depth + 1);
      left -= around(name);
      if (size === undefined || left < 0) return undefined;
      characters += size.characters + around(name);
      levels = Math.max(levels, size.levels);
      long += size.long;
    }
    const size = { characters, levels: levels + 1, long };
    known.set(value, size);
    return size;
  };
  return sizeOf;
}

function longTexts(value: unknown, path: readonly (string | number)[]): readonly LimitFinding[] {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? [{ kind: 'too-long', pointer: toPointer(...path), length: value.length }] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => longTexts(item, [...path, index]));
  return isRecord(value) ? Object.keys(value).flatMap((name) => longTexts(value[name], [...path, name])) : [];
}
