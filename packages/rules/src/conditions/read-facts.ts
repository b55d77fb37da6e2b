import type { Facts } from '@cobuild/core';
import { ownFact } from './fact-reader.js';
import type { Frame } from './frame.js';

/** Four names and the places where they go. */
interface Block { readonly names: readonly [string, string, string, string]; readonly to: readonly [number, number, number, number] }

/** Puts what an object has under some names into places of a frame. */
export type ReadProperties = (from: Facts, frame: Frame) => void;

const NOTHING = {};
/** So few names are asked for one by one; a form has hundreds of conditions about one or two facts. */
const FEW = 2;

/**
 * Compiles the reading of properties by name.
 *
 * Loads that are written out are several times faster than a loop: an engine remembers for each place in the code which property of which kind of
 * object it met there. Whether a property is the object's own is asked of the object as a whole, and by name only where `Object.prototype` has one of that name.
 *
 * @param places - Places by name.
 * @param spare - A place that nobody reads; short blocks are filled up with it.
 * @param inside - Whether it is the properties of a fact that are read, not the facts: these have code of their own.
 */
export function compileReading(places: ReadonlyMap<string, number>, spare: number, inside = false): ReadProperties {
  const all = [...places];
  const inherited = all.filter(([name]) => name in Object.prototype);
  const blocks = all.length <= FEW && !inside ? [] : blocksOf(all.filter(([name]) => !(name in Object.prototype)), spare);
  if (blocks.length === 0) return (from, frame) => { readOwn(from, frame, all); };
  const [first, second, third, fourth, fifth] = inside ? [] : blocks;
  const more = inside ? blocks : blocks.slice(5);
  return (from, frame) => {
    if (!isPlain(from)) {
      readOwn(from, frame, all);
      return;
    }
    if (first !== undefined) readFirst(from, frame, first);
    if (second !== undefined) readSecond(from, frame, second);
    if (third !== undefined) readThird(from, frame, third);
    if (fourth !== undefined) readFourth(from, frame, fourth);
    if (fifth !== undefined) readFifth(from, frame, fifth);
    for (let index = 0; index < more.length; index += 1) readMore(from, frame, more[index] as Block);
    if (inherited.length > 0) readOwn(from, frame, inherited);
  };
}

function blocksOf(places: readonly (readonly [string, number])[], spare: number): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < places.length; start += 4) {
    const block = [0, 1, 2, 3].map((index) => places[start + index] ?? [places[start]?.[0] ?? '', spare] as const);
    blocks.push({ names: block.map(([name]) => name) as unknown as Block['names'], to: block.map(([, to]) => to) as unknown as Block['to'] });
  }
  return blocks;
}

function readOwn(from: Facts, frame: Frame, wanted: readonly (readonly [string, number])[]): void {
  for (const [name, to] of wanted) frame[to] = ownFact(from, name);
}

/** Whether what an object has under a name is its own, but for the names that every object has: nobody has added to these. */
function isPlain(from: Facts): boolean {
  const prototype: unknown = Object.getPrototypeOf(from);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const _ in NOTHING) return false;
  return true;
}

// The same code again and again, on purpose: each place in it gets to know one name.

function readFirst(from: Facts, frame: Frame, { names, to }: Block): void {
  frame[to[0]] = from[names[0]]; frame[to[1]] = from[names[1]]; frame[to[2]] = from[names[2]]; frame[to[3]] = from[names[3]];
}

function readSecond(from: Facts, frame: Frame, { names, to }: Block): void {
  frame[to[0]] = from[names[0]]; frame[to[1]] = from[names[1]]; frame[to[2]] = from[names[2]]; frame[to[3]] = from[names[3]];
}

function readThird(from: Facts, frame: Frame, { names, to }: Block): void {
  frame[to[0]] = from[names[0]]; frame[to[1]] = from[names[1]]; frame[to[2]] = from[names[2]]; frame[to[3]] = from[names[3]];
}

function readFourth(from: Facts, frame: Frame, { names, to }: Block): void {
  frame[to[0]] = from[names[0]]; frame[to[1]] = from[names[1]]; frame[to[2]] = from[names[2]]; frame[to[3]] = from[names[3]];
}

function readFifth(from: Facts, frame: Frame, { names, to }: Block): void {
  frame[to[0]] = from[names[0]]; frame[to[1]] = from[names[1]]; frame[to[2]] = from[names[2]]; frame[to[3]] = from[names[3]];
}

function readMore(from: Facts, frame: Frame, { names, to }: Block): void {
  frame[to[0]] = from[names[0]]; frame[to[1]] = from[names[1]]; frame[to[2]] = from[names[2]]; frame[to[3]] = from[names[3]];
}
