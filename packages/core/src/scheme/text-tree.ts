import { schemeLimits } from './limits.js';

/**
 * A part of a JSON text. It knows what is in it and how far that stands from its own beginning, not where it stands itself: what an edit does not touch is the same part
 * afterwards, with the same value, wherever it has come to stand.
 */
export interface TextPart {
  readonly kind: 'object' | 'array' | 'scalar';
  /** UTF-16 units from the first to the last. */
  readonly length: number;
  /** Plain JSON of it. */
  readonly value: unknown;
  readonly children: readonly TextChild[];
  /** Objects and arrays inside each other, itself among them; 0 for a scalar. */
  readonly height: number;
  /** Whether another file is put in somewhere in it. */
  readonly includes: boolean;
}

/** A member of an object, or an item of an array. Offsets count from the beginning of what holds it. */
export interface TextChild {
  /** Of the key with its quotes, or of the item. */
  readonly start: number;
  /** Without its escapes; `''` for an item. */
  readonly key: string;
  /** With its quotes; 0 for an item. */
  readonly keyLength: number;
  /** Of the value. */
  readonly offset: number;
  readonly part: TextPart;
}

/** A text with its parts. */
export interface TextTree {
  readonly text: string;
  /** Where the value begins, after blanks. */
  readonly start: number;
  readonly root: TextPart;
}

const NONE: readonly TextChild[] = [];
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** All letters but quotes, back-slashes and controls. */
const STRING = /"[ !#-[\]-\uffff]*"/y;
const ESCAPED = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, true | false | null])[] = [['true', true], ['false', false], ['null', null]];

/**
 * Reads a text of which `parseJson` would say nothing: strict JSON, within the limits, without a byte order mark, no key twice in an object.
 *
 * @returns `undefined` for every other text; what is wrong with it is for `parseJson` to say.
 */
export function readText(text: string): TextTree | undefined {
  if (text.length > schemeLimits.fileLength || text.includes('\ufffd')) return undefined;
  const reader = new TextReader(text, text.length);
  reader.skipBlanks();
  const start = reader.at;
  const root = reader.part(schemeLimits.depth);
  reader.skipBlanks();
  return root === undefined || reader.at < text.length ? undefined : { text, start, root };
}

/**
 * The tree of another text, made from that of a similar one: only what differs is read. The same tree as from `readText`, and what is the same in both is the same part.
 *
 * @returns `undefined` where `readText` would answer so.
 */
export function rereadText(tree: TextTree, text: string): TextTree | undefined {
  if (text === tree.text) return tree;
  if (text.length > schemeLimits.fileLength) return undefined;
  const begin = sameStart(tree.text, text);
  const kept = sameEnd(tree.text, text, begin);
  const edit: Edit = { text, begin, end: tree.text.length - kept, more: text.length - tree.text.length };
  if (text.slice(begin, edit.end + edit.more).includes('\ufffd')) return undefined;
  const isInside = begin >= tree.start && edit.end <= tree.start + tree.root.length;
  const root = isInside ? edited(tree.root, tree.start, edit, schemeLimits.depth) : undefined;
  return root === undefined ? readText(text) : { text, start: tree.start, root };
}

/** Between `begin` and `end` of the former text stands something else now, longer by `more`. */
interface Edit { readonly text: string; readonly begin: number; readonly end: number; readonly more: number }

/** The part with an edit that lies in it; `undefined` where it is no whole part any more. */
function edited(part: TextPart, at: number, edit: Edit, levels: number): TextPart | undefined {
  const { text, begin, end, more } = edit;
  if (part.kind === 'scalar') return wholePart(text, at, at + part.length + more, levels);
  // Its brackets are its own.
  if (begin <= at || end >= at + part.length) return wholePart(text, at, at + part.length + more, levels);
  const { children } = part;
  const index = children.findIndex((child) => begin >= at + child.offset && end <= at + child.offset + child.part.length);
  const child = children[index];
  const inner = child && edited(child.part, at + child.offset, edit, levels - 1);
  if (child !== undefined && inner !== undefined) return made(part, part.length + more, [...children.slice(0, index), { ...child, part: inner }, ...moved(children.slice(index + 1), more)]);
  const before = children.filter((each) => at + each.offset + each.part.length <= begin);
  const after = children.filter((each) => at + each.start >= end).slice(0, children.length - before.length);
  const last = before[before.length - 1];
  const first = after[0];
  const from = at + (last === undefined ? 1 : last.offset + last.part.length);
  const to = at + more + (first === undefined ? part.length - 1 : first.start);
  const between = new TextReader(text, to, from).children(part.kind, at, levels - 1, { isFirst: last === undefined, isLast: first === undefined });
  if (between === undefined) return undefined;
  const next = [...before, ...between, ...moved(after, more)];
  return isAllowed(part.kind, next) ? made(part, part.length + more, next) : undefined;
}

function wholePart(text: string, from: number, to: number, levels: number): TextPart | undefined {
  const reader = new TextReader(text, to, from);
  const part = reader.part(levels);
  return reader.at === to ? part : undefined;
}

const moved = (children: readonly TextChild[], by: number): readonly TextChild[] => (by === 0 ? children : children.map((child) => ({ ...child, start: child.start + by, offset: child.offset + by })));

const isAllowed = (kind: TextPart['kind'], children: readonly TextChild[]): boolean => children.length <= schemeLimits.members && (kind === 'array' || new Set(children.map(({ key }) => key)).size === children.length);

/** A container of these children; with the value of the former one where that is the same. */
function made({ kind, children: former, value: before }: Pick<TextPart, 'kind' | 'children' | 'value'>, length: number, children: readonly TextChild[]): TextPart {
  const isSame = former.length === children.length && children.every(({ key, part: { value } }, index) => key === former[index]?.key && value === former[index].part.value);
  return {
    kind, length, children, value: isSame && former.length > 0 ? before : valueOf(kind, children),
    height: 1 + children.reduce((most, { part: { height } }) => Math.max(most, height), 0),
    includes: children.some(({ key, part }) => part.includes || key === '$file'),
  };
}

function valueOf(kind: TextPart['kind'], children: readonly TextChild[]): unknown {
  if (kind === 'array') return children.map(({ part: { value } }) => value);
  const object: Record<string, unknown> = {};
  for (const { key, part: { value } } of children) object[key] = value;
  return object;
}

/** Reads parts up to an end; every answer `undefined` is for good. */
class TextReader {
  constructor(private readonly text: string, private readonly end: number, public at = 0) {}

  skipBlanks(): void {
    for (; this.at < this.end; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  /** @param levels - How many objects and arrays may still lie in each other. */
  part(levels: number): TextPart | undefined {
    const letter = this.text[this.at];
    if (letter === '{') return this.container('object', levels);
    if (letter === '[') return this.container('array', levels);
    const from = this.at;
    const value = letter === '"' ? this.string() : this.plain();
    return value === undefined ? undefined : { kind: 'scalar', length: this.at - from, value, children: NONE, height: 0, includes: false };
  }

  /**
   * What stands between two children of a container, or between its brackets, commas at both sides included.
   *
   * @param base - Where the container begins.
   * @returns `undefined` unless it fits exactly.
   */
  children(kind: TextPart['kind'], base: number, levels: number, { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }): readonly TextChild[] | undefined {
    const found: TextChild[] = [];
    let wantsComma = !isFirst;
    for (;;) {
      this.skipBlanks();
      if (this.at === this.end) break;
      if (wantsComma) {
        if (this.text[this.at] !== ',') return undefined;
        this.at += 1;
        wantsComma = false;
        continue;
      }
      const child = this.child(kind, base, levels);
      if (child === undefined || this.at > this.end) return undefined;
      found.push(child);
      wantsComma = true;
    }
    const isEmpty = isFirst && found.length === 0;
    return isEmpty || wantsComma === isLast ? found : undefined;
  }

  private child(kind: TextPart['kind'], base: number, levels: number): TextChild | undefined {
    const from = this.at;
    if (kind === 'array') {
      const item = this.part(levels);
      return item && { start: from - base, key: '', keyLength: 0, offset: from - base, part: item };
    }
    const key = this.text[from] === '"' ? this.string() : undefined;
    if (key === undefined || FORBIDDEN_KEYS.has(key)) return undefined;
    const keyLength = this.at - from;
    this.skipBlanks();
    if (this.text[this.at] !== ':') return undefined;
    this.at += 1;
    this.skipBlanks();
    const offset = this.at - base;
    const part = this.part(levels);
    return part && { start: from - base, key, keyLength, offset, part };
  }

  private container(kind: 'object' | 'array', levels: number): TextPart | undefined {
    if (levels === 0) return undefined;
    const from = this.at;
    const close = kind === 'object' ? '}' : ']';
    const children: TextChild[] = [];
    this.at += 1;
    this.skipBlanks();
    if (this.text[this.at] !== close) {
      for (;;) {
        const child = this.child(kind, from, levels - 1);
        if (child === undefined) return undefined;
        children.push(child);
        this.skipBlanks();
        const letter = this.text[this.at];
        if (letter === close) break;
        if (letter !== ',') return undefined;
        this.at += 1;
        this.skipBlanks();
      }
    }
    this.at += 1;
    return isAllowed(kind, children) ? made({ kind, children: NONE, value: undefined }, this.at - from, children) : undefined;
  }

  private string(): string | undefined {
    const simple = this.match(STRING);
    if (simple !== undefined) return simple.slice(1, -1);
    const escaped = this.match(ESCAPED);
    return escaped === undefined ? undefined : (JSON.parse(escaped) as string);
  }

  private plain(): number | boolean | null | undefined {
    const number = this.match(NUMBER);
    if (number !== undefined) return Number.isFinite(Number(number)) ? Number(number) : undefined;
    const word = WORDS.find(([name]) => this.text.startsWith(name, this.at));
    if (word === undefined) return undefined;
    this.at += word[0].length;
    return word[1];
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

/** How many units two texts have in common at the beginning. */
function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  // A long piece is compared at once, the unit is looked for in the piece that differs.
  for (let step = 1 << 14; step > 0; step = step === 1 ? 0 : step >> 7) while (count + step <= most && one.slice(count, count + step) === other.slice(count, count + step)) count += step;
  return count;
}

/** The same at the end, of what comes after the common beginning. */
function sameEnd(one: string, other: string, begin: number): number {
  const most = Math.min(one.length, other.length) - begin;
  let count = 0;
  for (let step = 1 << 14; step > 0; step = step === 1 ? 0 : step >> 7) while (count + step <= most && one.slice(one.length - count - step, one.length - count) === other.slice(other.length - count - step, other.length - count)) count += step;
  return count;
}
