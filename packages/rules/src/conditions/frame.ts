import type { Facts, Truth } from '@cobuild/core';
import { factKey } from './fact-key.js';
import { parsePath } from './parse-path.js';
import type { FactReference } from './read-condition.js';
import type { ReadProperties } from './read-facts.js';
import { compileReading } from './read-facts.js';
import type { PathReader } from './resolve-path.js';
import { compileSteps } from './resolve-path.js';

/** What one evaluation has read and answered so far, by place: facts first read once, then answers that several conditions share. */
export type Frame = unknown[];

/** A condition on a frame. */
export type Test = (frame: Frame) => Truth;

/** Gives out places while a policy is compiled, and fills frames for it afterwards. */
export interface FrameLayout {
  /**
   * The place of a fact or of what its path leads to; the same for equal references. A refused path leads nowhere. With params it is what the look-up
   * answered to them, see `prepareFacts`; where none was asked, the fact itself.
   */
  readonly placeOf: (reference: FactReference) => number;
  /** A place for an answer that is kept during one evaluation; `undefined` in it means "not asked yet". */
  readonly placeOfAnswer: () => number;
  /** A place for what is derived from the facts before any condition is asked. */
  readonly placeOfDerived: () => number;
  /** Derives it; called once, with all places known. */
  readonly derive: (work: (frame: Frame) => void) => void;
  /** Whether the fact is known while compiling. */
  readonly isConstant: (fact: string) => boolean;
  /** What a place holds in every frame: the constants. */
  readonly constantAt: (place: number) => unknown;
  /** A frame that nobody else uses, with the facts read. */
  readonly read: (facts: Facts) => Frame;
  /** A frame with the facts read that has to be given back, or is lost; who evaluates inside an evaluation gets another one. */
  readonly borrow: (facts: Facts) => Frame;
  readonly giveBack: (frame: Frame) => void;
}

/** A place in which nothing ever stands. */
export const EMPTY_PLACE = 0;
/** A place that nobody reads. */
const NOWHERE = 1;

/** @param constants - Facts whose values are known; facts of the same names in a case are not read. */
export function frameLayout(constants: Facts = {}): FrameLayout {
  const blank: Frame = [undefined, undefined];
  const places = new Map<string, number>();
  const facts = new Map<string, number>();
  const followed: { readonly from: number; readonly to: number; readonly follow: PathReader }[] = [];
  const lookedUp: { readonly from: number; readonly instead: number; readonly to: number; readonly follow: PathReader | undefined }[] = [];
  /** Places by name of property, by place of the fact that has them. */
  const properties = new Map<number, Map<string, number>>();
  const answers: number[] = [];
  let readAll: ReadProperties | undefined;
  let derived: ((frame: Frame) => void) | undefined;
  let spare: Frame | undefined;

  const place = (value: unknown): number => blank.push(value) - 1;
  const isConstant = (fact: string): boolean => Object.prototype.hasOwnProperty.call(constants, fact);

  function placeOfFact(fact: string): number {
    const known = facts.get(fact);
    if (known !== undefined) return known;
    const at = place(undefined);
    facts.set(fact, at);
    return at;
  }

  function placeOfPath(fact: string, path: string): number {
    const parsed = parsePath(path);
    if (!parsed.ok) return place(undefined);
    const follow = compileSteps(parsed);
    if (isConstant(fact)) return place(follow(constants[fact]));
    const [from, to] = [placeOfFact(fact), place(undefined)];
    const [step] = parsed.steps;
    if (parsed.steps.length !== 1 || step?.kind !== 'property') followed.push({ from, to, follow });
    else if (!properties.has(from)) properties.set(from, new Map([[step.key, to]]));
    else if (properties.get(from)?.has(step.key) === true) followed.push({ from, to, follow });
    else properties.get(from)?.set(step.key, to);
    return to;
  }

  /** What a look-up answered stands under the name with the params; it is null where it failed, and absent where nobody asked. */
  function placeOfLookUp(fact: string, name: string, path: string | undefined): number {
    const parsed = path === undefined ? undefined : parsePath(path);
    if (parsed?.ok === false) return place(undefined);
    const follow = parsed === undefined ? undefined : compileSteps(parsed);
    const [from, instead, to] = [placeOfFact(name), isConstant(fact) ? place(constants[fact]) : placeOfFact(fact), place(undefined)];
    lookedUp.push({ from, instead, to, follow });
    return to;
  }

  /** Facts first, then what stands inside them. */
  function compileAll(): ReadProperties {
    const readFacts = compileReading(facts, NOWHERE);
    const inside = [...properties].map(([from, names]) => ({ from, to: [...names.values()], read: compileReading(names, NOWHERE, true) }));
    if (inside.length + followed.length + lookedUp.length === 0) return readFacts;
    return (given, frame) => {
      readFacts(given, frame);
      for (const { from, to, read } of inside) {
        const value = frame[from];
        if (value !== null && typeof value === 'object') read(value as Facts, frame);
        else for (const at of to) frame[at] = undefined;
      }
      for (const { from, to, follow } of followed) frame[to] = follow(frame[from]);
      for (const { from, instead, to, follow } of lookedUp) {
        const value = frame[from] === undefined ? frame[instead] : frame[from];
        frame[to] = follow === undefined ? value : follow(value);
      }
    };
  }

  function fill(frame: Frame, given: Facts): void {
    if (given === null || typeof given !== 'object') throw new TypeError('Facts are missing or no object');
    readAll ??= compileAll();
    readAll(given, frame);
    derived?.(frame);
  }

  return {
    isConstant,
    constantAt: (at) => blank[at],
    placeOf: ({ fact, path, params }) => {
      const name = factKey(fact, params);
      const key = path === undefined ? name : `${name}\n${path}`;
      let at = places.get(key);
      if (at === undefined) {
        at = name !== fact ? placeOfLookUp(fact, name, path) : path !== undefined ? placeOfPath(fact, path) : isConstant(fact) ? place(constants[fact]) : placeOfFact(fact);
        places.set(key, at);
      }
      return at;
    },
    placeOfDerived: () => place(0),
    derive: (work) => { derived = work; },
    placeOfAnswer: () => {
      const at = place(undefined);
      answers.push(at);
      return at;
    },
    read: (given) => {
      const frame = blank.slice();
      fill(frame, given);
      return frame;
    },
    borrow: (given) => {
      const frame = spare ?? blank.slice();
      spare = undefined;
      fill(frame, given);
      return frame;
    },
    // Facts are read anew every time; answers must not outlive theirs.
    giveBack: (frame) => {
      for (const at of answers) frame[at] = undefined;
      spare = frame;
    },
  };
}
