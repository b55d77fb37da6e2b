import { MAX_PATH_LENGTH } from './path-length.js';

/** One step of a path: a property (or index), every item, or the items from … to (exclusive). */
export type PathStep =
  | { readonly kind: 'property'; readonly key: string }
  | { readonly kind: 'every' }
  | { readonly kind: 'slice'; readonly from?: number; readonly to?: number };

/** Why a path is refused. All but `syntax` and `tooLong` are parts of JSONPath that run code, leave the value or surprise. */
export type PathRefusal = 'syntax' | 'filter' | 'script' | 'parent' | 'keyName' | 'descendants' | 'union' | 'tooLong';

export type ParsedPath =
  | {
    readonly ok: true;
    readonly steps: readonly PathStep[];
    /** Whether it leads to a list of values because it has `[*]` or a slice. */
    readonly multiple: boolean;
  }
  | {
    readonly ok: false;
    readonly reason: PathRefusal;
    /** Offset of the part that is refused. */
    readonly at: number;
  };

export { MAX_PATH_LENGTH };

const PLAIN_NAME = /[^.[\]'"*^~@()?`\s]+/y;
const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/y;
const BRACKET_END = /\s*\]/y;
const INDEX = /\d{1,15}/y;
const SLICE = /(-?\d{1,15})?:(-?\d{1,15})?(?=\])/y;

/**
 * Reads the path of a condition: the harmless part of JSONPath, as json-rules-engine's users write it.
 *
 * @param path - `$.a.b`, `a.b`, `$['a b']`, `$.list[0].n`, `$.list.length`, `[*]` or `.*` for every item, slices `[0:2]`, `[-1:]`; `$` alone is the
 *   value itself. Filters `[?()]`, scripts `[()]`, `^`, `~`, `..` and unions `[0,1]` are refused.
 * @example parsePath('$.list[?(@.n > 1)]') // { ok: false, reason: 'filter', at: 7 }
 */
export function parsePath(path: string): ParsedPath {
  let parsed = recent.get(path);
  if (parsed === undefined) {
    parsed = readPath(path);
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(path, parsed);
  }
  return parsed;
}

/** A policy has few paths, each in many conditions. */
const MOST_RECENT = 200;
const recent = new Map<string, ParsedPath>();

function readPath(path: string): ParsedPath {
  if (path.length > MAX_PATH_LENGTH) return { ok: false, reason: 'tooLong', at: MAX_PATH_LENGTH };
  const steps: PathStep[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(path);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const refuse = (): ParsedPath => ({ ok: false, reason: refusalAt(path, at), at });
  if (path.charAt(0) === '$') at = 1;
  else if (!readName()) return refuse();
  while (at < path.length) {
    const before = at;
    if (path.charAt(at) === '.') {
      at += 1;
      if (!readName()) return refuse();
    } else if (path.charAt(at) === '[') {
      at += 1;
      const step = readBracket();
      if (step === undefined) {
        at = before;
        return refuse();
      }
      steps.push(step);
    } else return refuse();
  }
  return { ok: true, steps, multiple: steps.some(({ kind }) => kind !== 'property') };

  function readName(): boolean {
    if (path.charAt(at) === '*') {
      at += 1;
      steps.push({ kind: 'every' });
      return true;
    }
    const name = match(PLAIN_NAME);
    if (name === null) return false;
    steps.push({ kind: 'property', key: name[0] });
    return true;
  }

  function readBracket(): PathStep | undefined {
    const step = bracketContent();
    return step !== undefined && match(BRACKET_END) !== null ? step : undefined;
  }

  function bracketContent(): PathStep | undefined {
    if (path.charAt(at) === '*') {
      at += 1;
      return { kind: 'every' };
    }
    const quoted = match(QUOTED);
    if (quoted !== null) return { kind: 'property', key: (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1') };
    const slice = match(SLICE);
    if (slice !== null) return { kind: 'slice', ...bound('from', slice[1]), ...bound('to', slice[2]) };
    const index = match(INDEX);
    return index === null ? undefined : { kind: 'property', key: String(Number(index[0])) };
  }
}

function bound<K extends 'from' | 'to'>(name: K, text: string | undefined): { readonly [P in K]?: number } {
  return (text === undefined ? {} : { [name]: Number(text) }) as { readonly [P in K]?: number };
}

/** Names the part of JSONPath that stands at a refused place, so that the message can say more than "wrong". */
function refusalAt(path: string, at: number): PathRefusal {
  const rest = path.slice(at);
  if (/^\[\s*\?/.test(rest)) return 'filter';
  if (/^\[\s*\(/.test(rest) || rest.charAt(0) === '`' || rest.charAt(0) === '@') return 'script';
  if (rest.charAt(0) === '^') return 'parent';
  if (rest.charAt(0) === '~') return 'keyName';
  if (rest.charAt(0) === '.' && path.charAt(at - 1) === '.') return 'descendants';
  if (/^\[[^\]]*,/.test(rest)) return 'union';
  return 'syntax';
}
