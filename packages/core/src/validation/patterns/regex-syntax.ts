import { ANY, complement, DIGIT, LINE_END, SPACE, WORD } from './char-set.js';
import type { CharSet } from './char-set.js';

/** A regular expression as the backtracking check sees it: assertions and captures do not matter to it. */
export type RegexTree =
  | { readonly kind: 'chars'; readonly set: CharSet }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly RegexTree[] }
  | { readonly kind: 'repeat'; readonly body: RegexTree; readonly min: number; readonly max: number };

const EMPTY: RegexTree = { kind: 'sequence', parts: [] };
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, b: 8 };

/**
 * Reads a regular expression that is already known to be valid under the `u` flag.
 *
 * @returns The expression, and the look-arounds in it, each an expression of its own.
 */
export function parseRegex(source: string): { readonly tree: RegexTree; readonly asides: readonly RegexTree[] } {
  const chars = [...source];
  const asides: RegexTree[] = [];
  let at = 0;
  const eat = (text: string): boolean => {
    const found = chars.slice(at, at + text.length).join('') === text;
    if (found) at += text.length;
    return found;
  };
  const until = (end: string): string => {
    const start = at;
    while (at < chars.length && chars[at] !== end) at++;
    return chars.slice(start, at++).join('');
  };

  function choice(): RegexTree {
    const parts = [sequence()];
    while (eat('|')) parts.push(sequence());
    return parts.length === 1 ? (parts[0] as RegexTree) : { kind: 'choice', parts };
  }

  function sequence(): RegexTree {
    const parts: RegexTree[] = [];
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') parts.push(quantified(term()));
    return parts.length === 1 ? (parts[0] as RegexTree) : { kind: 'sequence', parts };
  }

  function quantified(body: RegexTree): RegexTree {
    let range: readonly [number, number] | undefined;
    if (eat('*')) range = [0, Infinity];
    else if (eat('+')) range = [1, Infinity];
    else if (eat('?')) range = [0, 1];
    else if (eat('{')) {
      const [min = '', max] = until('}').split(',');
      range = [Number(min), max === undefined ? Number(min) : max === '' ? Infinity : Number(max)];
    }
    if (!range) return body;
    eat('?'); // lazy or greedy, a failing text makes it try everything
    return { kind: 'repeat', body, min: range[0], max: range[1] };
  }

  function term(): RegexTree {
    if (eat('(')) return group();
    if (eat('[')) return { kind: 'chars', set: charClass() };
    if (eat('^') || eat('$')) return EMPTY;
    if (eat('.')) return { kind: 'chars', set: complement(LINE_END) };
    if (eat('\\')) {
      if (eat('b') || eat('B')) return EMPTY;
      const reference = /^([1-9]\d*|k<[^>]*>)/.exec(chars.slice(at, at + 60).join(''));
      if (reference) {
        at += [...reference[0]].length;
        return { kind: 'repeat', body: { kind: 'chars', set: ANY }, min: 0, max: 1 };
      }
      return { kind: 'chars', set: escape() };
    }
    return { kind: 'chars', set: single(chars[at++] as string) };
  }

  function group(): RegexTree {
    const aside = eat('?=') || eat('?!') || eat('?<=') || eat('?<!');
    if (!aside && !eat('?:') && eat('?')) until('>'); // the name of a capture
    const body = choice();
    eat(')');
    if (!aside) return body;
    asides.push(body);
    return EMPTY;
  }

  function escape(): CharSet {
    const letter = chars[at++] as string;
    switch (letter) {
      case 'd': return DIGIT;
      case 'D': return complement(DIGIT);
      case 'w': return WORD;
      case 'W': return complement(WORD);
      case 's': return SPACE;
      case 'S': return complement(SPACE);
      case 'p': case 'P':
        until('}');
        return ANY; // which characters have the property is not known here; the widest guess is the careful one
      case 'c': return single(String.fromCharCode((chars[at++] as string).charCodeAt(0) % 32));
      case 'x': return code(take(2));
      case 'u': return eat('{') ? code(until('}')) : surrogates();
      case '0': return [[0, 0]];
      default: {
        const control = CONTROLS[letter];
        return control === undefined ? single(letter) : [[control, control]];
      }
    }
  }

  function surrogates(): CharSet {
    const lead = parseInt(take(4), 16);
    const trail = lead >= 0xd800 && lead < 0xdc00 && chars[at] === '\\' && chars[at + 1] === 'u' ? parseInt(chars.slice(at + 2, at + 6).join(''), 16) : 0;
    if (!(trail >= 0xdc00 && trail < 0xe000)) return [[lead, lead]];
    at += 6;
    const point = 0x10000 + ((lead - 0xd800) << 10) + (trail - 0xdc00);
    return [[point, point]];
  }

  function take(count: number): string {
    at += count;
    return chars.slice(at - count, at).join('');
  }

  function charClass(): CharSet {
    const negated = eat('^');
    const ranges: (readonly [number, number])[] = [];
    while (at < chars.length && !eat(']')) {
      const from = classAtom();
      if (from.length === 1 && chars[at] === '-' && chars[at + 1] !== ']') {
        at++;
        const to = classAtom();
        ranges.push([from[0]?.[0] ?? 0, to[0]?.[1] ?? 0]);
      } else ranges.push(...from);
    }
    return negated ? complement(ranges) : ranges;
  }

  function classAtom(): CharSet {
    return eat('\\') ? escape() : single(chars[at++] as string);
  }

  return { tree: choice(), asides };
}

function single(char: string): CharSet {
  const point = char.codePointAt(0) ?? 0;
  return [[point, point]];
}

function code(hex: string): CharSet {
  const point = parseInt(hex, 16);
  return [[point, point]];
}
