import { toPointer } from '../problems/json-pointer.js';

/** Deeper documents are refused; this also ends a walk around a cycle. */
const DEEPEST = 500;

/** A value that has no JSON text. `pointer` says where in it. */
export class CanonicalJsonError extends Error {
  override readonly name = 'CanonicalJsonError';
  constructor(message: string, readonly pointer: string) {
    super(`${message} at ${pointer === '' ? 'the root' : pointer}`);
  }
}

/**
 * The one JSON text of a value, so that equal documents have equal hashes: object keys sorted by UTF-16 code unit, no white
 * space, numbers and strings as ECMAScript writes them (RFC 8785). Unlike RFC 8785 a lone surrogate is written as its
 * `\ud800` escape and not refused, because people paste such text into forms.
 *
 * @throws {CanonicalJsonError} for what JSON cannot say: `undefined`, functions, symbols, big integers, `NaN`, infinities, dates and
 * other class instances, gaps in arrays, cycles and more than 500 levels.
 * @example canonicalJson({ b: [1, 2.50], a: null }) // '{"a":null,"b":[1,2.5]}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, place: readonly (string | number)[]): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CanonicalJsonError(`${value} is not a JSON number`, toPointer(...place));
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new CanonicalJsonError(`A value of type ${typeof value} has no JSON`, toPointer(...place));
  if (place.length >= DEEPEST) throw new CanonicalJsonError(`Nested deeper than ${DEEPEST} levels, or in a circle,`, toPointer(...place.slice(0, 3)));
  if (Array.isArray(value)) {
    // Array.from visits the gaps of a sparse array too, as undefined.
    return `[${Array.from(value as readonly unknown[], (item, index) => write(item, [...place, index])).join(',')}]`;
  }
  if (!isPlain(value)) throw new CanonicalJsonError('Only plain objects have JSON', toPointer(...place));
  const object = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(object).sort().map((key) => `${JSON.stringify(key)}:${write(object[key], [...place, key])}`);
  return `{${members.join(',')}}`;
}

/** Objects of another realm (a frame, a test runner) have another `Object.prototype`; theirs has no prototype either. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
