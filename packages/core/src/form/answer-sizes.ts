import { toPointer } from '../problems/json-pointer.js';
import type { Answers } from './answers.js';
import type { ChangedNames } from './changed-names.js';
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
export function sizesOf(answers: Answers, before: AnswerSizes | undefined, names: ChangedNames): AnswerSizes {
  if (before !== undefined && before.answers === answers) return before;
  const known = before?.known ?? new WeakMap<object, Size>();
  const size = patched(answers, before, names) ?? new Measure(known).of(answers, 0);
  if (size === undefined || size.characters > LARGEST_ANSWERS) return { answers, limits: TOO_LARGE, known: new WeakMap() };
  if (typeof answers === 'object' && answers !== null) known.set(answers, size);
  return { answers, limits: size.long > 0 ? longTexts(answers, []) : NO_LIMITS, known };
}

/** The size of before with what changed; `undefined` where that is not known, or where everything has to be looked at. */
function patched(now: Answers, before: AnswerSizes | undefined, names: ChangedNames): Size | undefined {
  const size = before?.known.get(before.answers);
  if (before === undefined || size === undefined || size.long > 0 || !isRecord(now) || !isRecord(before.answers)) return undefined;
  let { characters, levels } = size;
  for (const name of names.between(before.answers, now)) {
    const gone = memberSize(name, before.answers, before.known);
    const come = memberSize(name, now, before.known);
    if (gone === undefined || come === undefined || come.long > 0) return undefined;
    characters += come.characters - gone.characters;
    levels = Math.max(levels, come.levels + 1);
  }
  // Levels only grow here: whether they really are too many is seen when all is measured again.
  return levels > DEEPEST_ANSWERS || characters > LARGEST_ANSWERS ? undefined : { characters, levels, long: 0 };
}

const NOTHING: Size = { characters: 0, levels: 0, long: 0 };

function memberSize(name: string, inside: Answers, known: WeakMap<object, Size>): Size | undefined {
  if (!Object.prototype.hasOwnProperty.call(inside, name)) return NOTHING;
  const size = new Measure(known).of(inside[name], 1);
  return size && { ...size, characters: size.characters + name.length + 4 };
}

/** Measures until it is too much. */
class Measure {
  private characters = 0;

  constructor(private readonly known: WeakMap<object, Size>) {}

  /** `undefined` where it is too much. */
  of(value: unknown, depth: number): Size | undefined {
    if (typeof value === 'string') return this.leaf(value.length > LONGEST_TEXT ? { characters: 0, levels: 0, long: 1 } : { characters: value.length + 2, levels: 0, long: 0 });
    if (value === null || typeof value !== 'object') return this.leaf({ characters: 4, levels: 0, long: 0 });
    const before = this.known.get(value);
    if (before) return before.levels + depth > DEEPEST_ANSWERS ? undefined : this.leaf(before);
    if (depth >= DEEPEST_ANSWERS) return undefined;
    const size = Array.isArray(value) ? this.list(value, depth) : this.object(value as Answers, depth);
    if (size) this.known.set(value, size);
    return size;
  }

  private leaf(size: Size): Size | undefined {
    this.characters += size.characters;
    return this.characters > LARGEST_ANSWERS ? undefined : size;
  }

  private list(value: readonly unknown[], depth: number): Size | undefined {
    return value.length > LARGEST_ANSWERS ? undefined : this.members(value.length, (index) => value[index], () => 0, depth);
  }

  private object(value: Answers, depth: number): Size | undefined {
    const keys = Object.keys(value);
    return this.members(keys.length, (index) => value[keys[index] as string], (index) => (keys[index] as string).length + 3, depth);
  }

  private members(count: number, member: (index: number) => unknown, extra: (index: number) => number, depth: number): Size | undefined {
    let characters = 4 + count;
    let levels = 0;
    let long = 0;
    if (!this.leaf({ characters, levels, long })) return undefined;
    for (let index = 0; index < count; index += 1) {
      const size = this.of(member(index), depth + 1);
      if (!size) return undefined;
      characters += size.characters + extra(index);
      this.characters += extra(index);
      levels = Math.max(levels, size.levels);
      long += size.long;
    }
    return { characters, levels: levels + 1, long };
  }
}

function longTexts(value: unknown, path: readonly (string | number)[]): readonly LimitFinding[] {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? [{ kind: 'too-long', pointer: toPointer(...path), length: value.length }] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => longTexts(item, [...path, index]));
  return isRecord(value) ? Object.keys(value).flatMap((name) => longTexts(value[name], [...path, name])) : [];
}
