import { equalJson } from '../form/answers.js';
import { isRecord } from '../form/json-schema.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { compareParameterValues } from '../scheme/parameter-order.js';
import type { SchemeDraft } from './scheme-draft.js';

/** What an overlay may do with something that its base says. */
export interface OverlayRule {
  /** `any`: say something else. `raise`, `lower`: go as far as the base's value or beyond it in that direction. `locked`: nothing. */
  readonly permission: 'any' | 'raise' | 'lower' | 'locked';
  /**
   * Why it is not `any`: the base says so of the parameter (`parameter`), it is one of the settings by which the base limits a parameter (`setting`), or a limited
   * parameter is read here, which means nothing once something else is read (`use`), or the base locks the thing that it belongs to (`thing`).
   */
  readonly because?: 'parameter' | 'setting' | 'use' | 'thing';
  /** Key of the parameter that is limited. */
  readonly parameter?: string;
  /** Where the base says it, as a pointer into the base. */
  readonly basePointer: string;
  readonly base: unknown;
  /** The overlay says something else. */
  readonly differs: boolean;
  /** What the base says of the thing at this place, or of the question whose schema or settings stand there: it has to stay (`keep`), or nothing in it changes (`locked`). */
  readonly lock?: 'keep' | 'locked';
  /** The overlay can take it away: a thing of a list, with nothing in it that the base keeps, and no limited parameter is read in it. */
  readonly mayRemove: boolean;
}

/** What an overlay sets of a parameter is its value, not what may be set. */
const SETTINGS = ['type', 'overlay', 'minimum', 'maximum', 'choices'];
const LIMITS = ['locked', 'raise', 'lower'] as const;

/**
 * What an overlay may do at a place of the merged scheme, for whoever draws the setting that stands there. `parseScheme` holds a finished overlay to the same.
 *
 * @param draft - A scheme that extends another; of one that does not, nothing is said.
 * @param pointer - Into the merged scheme: `/parameters/minHouseholds/value`.
 * @returns `undefined` where the base says nothing: what an overlay adds is its own.
 * @example overlayRule(draft, '/parameters/minHouseholds/value') // { permission: 'raise', because: 'parameter', base: 20, differs: false, … }
 */
export function overlayRule({ base, document }: Pick<SchemeDraft, 'base' | 'document'>, pointer: string): OverlayRule | undefined {
  const basePointer = base === undefined ? undefined : pointerInBase(base, document, pointerTokens(pointer));
  if (basePointer === undefined || basePointer === '') return undefined;
  const value = valueAt(base, basePointer);
  if (value === undefined) return undefined;
  const isListed = Array.isArray(valueAt(base, basePointer.slice(0, basePointer.lastIndexOf('/')))) && isRecord(value) && typeof value['id'] === 'string';
  const tokens = pointerTokens(basePointer);
  const lock = lockOf(base, tokens, value);
  return {
    ...limitAt(base, tokens, value), basePointer, base: value, differs: !equalJson(value, valueAt(document, pointer)), ...(lock === undefined ? {} : { lock }),
    mayRemove: isListed && !readsLimited(base, value) && !holdsLock(value) && !isWithinLocked(base, tokens),
  };
}

/**
 * Whether an overlay may put a value in the place of the base's.
 *
 * @param type - Of the parameter, where it is one.
 */
export function mayOverlaySay({ permission, base }: Pick<OverlayRule, 'permission' | 'base'>, value: unknown, type?: string): boolean {
  if (permission === 'any' || equalJson(base, value)) return true;
  if (permission === 'locked') return false;
  const order = base === 'UNDECIDED' ? 0 : compareParameterValues(type, base, value);
  return order !== undefined && (permission === 'raise' ? order >= 0 : order <= 0);
}

/** The same place in the base: things of lists are found by their ids. */
function pointerInBase(base: unknown, document: unknown, tokens: readonly string[]): string | undefined {
  const path: string[] = [];
  const merged: string[] = [];
  for (const token of tokens) {
    const [there, here] = [valueAt(base, toPointer(...path)), valueAt(document, toPointer(...merged))];
    merged.push(token);
    if (!Array.isArray(there) || !Array.isArray(here)) {
      path.push(token);
      continue;
    }
    const thing = (here as readonly unknown[])[Number(token)];
    const id = isRecord(thing) ? thing['id'] : undefined;
    // Things without an id are replaced all together; which of them is which nobody can say once they differ.
    const index = typeof id === 'string' ? (there as readonly unknown[]).findIndex((each) => isRecord(each) && each['id'] === id) : equalJson(there, here) ? Number(token) : -1;
    if (index < 0) return undefined;
    path.push(String(index));
  }
  return toPointer(...path);
}

function limitAt(base: unknown, tokens: readonly string[], value: unknown): Pick<OverlayRule, 'permission' | 'because' | 'parameter'> {
  const [part, key = '', member = ''] = tokens;
  if (part === 'parameters' && SETTINGS.includes(member)) return { permission: 'locked', because: 'setting', parameter: key };
  if (part === 'parameters' && member === 'value') {
    // What is part of a value has no order of its own: only the value as a whole is raised or lowered.
    const permission = tokens.length === 3 || limitOf(base, key) === 'locked' ? limitOf(base, key) : undefined;
    return permission === undefined ? { permission: 'any' } : { permission, because: 'parameter', parameter: key };
  }
  if (isWithinLocked(base, tokens) || isLockItself(tokens, value)) return { permission: 'locked', because: 'thing' };
  const read = part === 'parameters' || part === 'tests' ? undefined : parameterRead(value);
  return read !== undefined && limitOf(base, read) !== undefined ? { permission: 'locked', because: 'use', parameter: read } : { permission: 'any' };
}

const limitOf = (base: unknown, key: string): (typeof LIMITS)[number] | undefined => LIMITS.find((limit) => limit === valueAt(base, toPointer('parameters', key, 'overlay')));

const asLock = (value: unknown): 'keep' | 'locked' | undefined => (value === 'keep' || value === 'locked' ? value : undefined);

/** A lock is loosened by nobody but those who keep the base. */
const isLockItself = (tokens: readonly string[], value: unknown): boolean => tokens[0] !== 'parameters' && tokens[0] !== 'tests' && tokens[tokens.length - 1] === 'overlay' && asLock(value) !== undefined;

/** What the base says of a thing; of a question it says so in its settings. */
function lockOf(base: unknown, tokens: readonly string[], value: unknown): 'keep' | 'locked' | undefined {
  const [part] = tokens;
  if (part === 'parameters' || part === 'tests') return undefined;
  const field = fieldAt(tokens);
  return asLock(field === undefined ? valueAt(value, '/overlay') : valueAt(base, toPointer(...tokens.slice(0, 2), 'fields', field, 'overlay')));
}

function isWithinLocked(base: unknown, tokens: readonly string[]): boolean {
  if (tokens[0] === 'parameters' || tokens[0] === 'tests') return false;
  return tokens.some((_, index) => lockOf(base, tokens.slice(0, index + 1), valueAt(base, toPointer(...tokens.slice(0, index + 1)))) === 'locked');
}

/** The question that a place in the schema of a form describes: `/forms/0/schema/properties/lines/items/properties/price` is `/lines/*` and then `/price`. */
function fieldAt([part, , member, ...rest]: readonly string[]): string | undefined {
  if (part !== 'forms' || member !== 'schema' || rest.length === 0) return undefined;
  const names: string[] = [];
  for (let index = 0; index < rest.length; index += 1) {
    if (rest[index] === 'items') names.push('*');
    else if (rest[index] === 'properties' && rest[index + 1] !== undefined) names.push(rest[(index += 1)] ?? '');
    else return undefined;
  }
  return toPointer(...names);
}

function holdsLock(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsLock);
  return isRecord(value) && (asLock(value['overlay']) !== undefined || Object.values(value).some(holdsLock));
}

/** `{ "parameter": "key" }`, or the fact `parameters` with the path to one. */
function parameterRead(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  if (value['fact'] === 'parameters' && typeof value['path'] === 'string') return /^\$?\.?(?:\[['"])?([A-Za-z][A-Za-z0-9-]*)/.exec(value['path'])?.[1];
  return Object.keys(value).length === 1 && typeof value['parameter'] === 'string' ? value['parameter'] : undefined;
}

function readsLimited(base: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => readsLimited(base, each));
  if (!isRecord(value)) return false;
  const read = parameterRead(value);
  return (read !== undefined && limitOf(base, read) !== undefined) || Object.values(value).some((each) => readsLimited(base, each));
}
