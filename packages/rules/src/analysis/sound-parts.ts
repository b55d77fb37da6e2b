import type { LoadResult, Problem, Scheme } from '@cobuild/core';
import { pointerTokens, toPointer, valueAt, withValueAt } from '@cobuild/core';
import { listAt } from './fact-shapes.js';
import { isNode } from './schema-shape.js';

/** A scheme with mistakes, made ready for what can be said of the rest of it. */
export interface SoundParts {
  /** The draft where what is wrong says nothing: its parameters are undecided, its fields may hold anything. Places are those of the draft. */
  readonly scheme: Scheme;
  /** Whether nothing at the place, in it or around it is wrong. Only what is may be taken to have the format's shape. */
  readonly isSound: (pointer: string) => boolean;
}

/**
 * Tells the parts of a loaded scheme that have the right format from those that have not, so that one slip does not hide what is wrong elsewhere.
 *
 * @param errors - What loading found, severity `error`. What is wrong with the scheme's own head leaves its parts alone.
 */
export function soundParts(loaded: Pick<LoadResult, 'draft' | 'locate'>, errors: readonly Problem[]): SoundParts {
  const { draft } = loaded;
  if (errors.length === 0) return { scheme: draft as Scheme, isSound: () => true };
  const faults = [...new Set(faultsOf(loaded, errors))].filter((fault) => fault !== '');
  // Thousands of mistakes may be asked about by thousands of parts.
  const [wrong, holding] = [new Set(faults), new Set(faults.flatMap(waysTo))];
  const isSound = (pointer: string): boolean => !holding.has(pointer) && !waysTo(pointer).some((place) => wrong.has(place));
  return { scheme: withoutFaults(draft, faults, isSound) as Scheme, isSound };
}

/** A place and all that it lies in, but the whole document. */
function waysTo(pointer: string): readonly string[] {
  return pointerTokens(pointer).map((_, index, tokens) => toPointer(...tokens.slice(0, index + 1)));
}

/** Places in the merged document; what is missing counts against what it is missing from. */
function faultsOf({ draft, locate }: Pick<LoadResult, 'draft' | 'locate'>, errors: readonly Problem[]): string[] {
  const places = new Map<string, string[]>();
  const keyOf = (document: string, pointer: string): string => `${document}#${pointer}`;
  const open: { readonly value: unknown; readonly pointer: string }[] = [{ value: draft, pointer: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, pointer } = next;
    const place = locate(pointer);
    const key = keyOf(place.document, place.pointer);
    places.set(key, [...(places.get(key) ?? []), pointer]);
    if (typeof value === 'object' && value !== null) for (const [name, member] of Object.entries(value)) open.push({ value: member, pointer: pointer + toPointer(name) });
  }
  return errors.flatMap(({ document, pointer }) => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const found = places.get(keyOf(document, at));
      if (found !== undefined || at === '') return found ?? [];
    }
  });
}

function withoutFaults(draft: unknown, faults: readonly string[], isSound: SoundParts['isSound']): unknown {
  const { parameters, eligibility, organisation, ...rest } = isNode(draft) ? draft : {};
  const kept = Object.entries(isNode(parameters) ? parameters : {}).map(([key, parameter]) => [key, isSound(toPointer('parameters', key)) ? parameter : { value: 'UNDECIDED' }] as const);
  const whole = {
    ...rest, parameters: Object.fromEntries(kept), eligibility: isNode(eligibility) ? eligibility : { rules: [] }, organisation: isNode(organisation) ? organisation : { levels: [], roles: [] },
    forms: listAt(draft, '/forms'), stages: listAt(draft, '/stages'), tests: listAt(draft, '/tests'),
  };
  return fieldsIn(faults).reduce<unknown>((scheme, field) => (valueAt(scheme, field) === undefined ? scheme : withValueAt(scheme, field, {})), whole);
}

/** The fields of forms whose schema is wrong: the outermost field or definition that holds the mistake. */
function fieldsIn(faults: readonly string[]): readonly string[] {
  return faults.flatMap((fault) => /^\/forms\/\d+\/schema(?:\/(?!properties\/|\$defs\/)[^/]+)*\/(?:properties|\$defs)\/[^/]+/.exec(fault)?.[0] ?? []);
}
