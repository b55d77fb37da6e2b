import type { Locale } from '../problems/problem.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { isObject } from '../validation/instance.js';
import { reachableStages } from './checks/stage-graph.js';
import { isOpen, openName, walkFormat } from './format-schema.js';
import { partsAt, textIn } from './parts.js';
import type { SchemaSite } from './schema-cursor.js';
import { titlesAt } from './title-path.js';

/** Something that the law or the district has not said. */
export interface Hole {
  readonly pointer: string;
  /** Titles of the things it belongs to, outermost first: `['会审表决']`. */
  readonly titles: readonly string[];
  /** Whether it lies where a case can come to, so that the scheme cannot be published. */
  readonly blocksPublishing: boolean;
  /** What may be written, as it is written: the choices, or an example of its kind. Empty where it is free text or made of several parts. */
  readonly examples: readonly string[];
}

/** By kind of parameter, and by what the format calls a value that may be open: `OpenPeriod`. */
const EXAMPLES: Readonly<Record<string, string>> = {
  money: '20000', integer: '20', number: '0.5', boolean: 'true', ratio: '{ "p": 1, "q": 2 }',
  period: '{ "amount": 5, "unit": "workingDay" }', deadline: '{ "amount": 5, "unit": "workingDay" }', interval: '{ "every": 1, "unit": "quarter" }',
};

/**
 * Finds every `UNDECIDED` where the format allows one, in document order.
 *
 * A hole blocks publishing wherever a case can come to; not in stages that no case comes to, and in votes and notices of such
 * stages only.
 */
export function findUndecided(scheme: unknown, locale: Locale = 'zh-CN'): Hole[] {
  const reachable = reachableStages(scheme);
  const holes: Hole[] = [];
  walkFormat(scheme, (value, pointer, sites) => {
    if (value !== 'UNDECIDED' || !isOpen(sites) || pointer.startsWith('/tests/')) return;
    holes.push({ pointer, titles: titlesAt(scheme, pointer, locale), blocksPublishing: matters(scheme, pointer, reachable), examples: examplesAt(scheme, pointer, sites) });
  });
  return holes;
}

function examplesAt(scheme: unknown, pointer: string, sites: readonly SchemaSite[]): readonly string[] {
  const [part = '', key = ''] = pointerTokens(pointer);
  const parameter = part === 'parameters' ? valueAt(scheme, toPointer(part, key)) : undefined;
  const listed: unknown = isObject(parameter) ? parameter['choices'] : sites.flatMap(({ schema }) => schema['enum'] ?? []);
  const choices = Array.isArray(listed) ? listed.filter((choice) => typeof choice === 'string') : [];
  if (choices.length > 0) return choices.map((choice) => `"${choice}"`);
  const kind = isObject(parameter) ? String(parameter['type']) : (openName(sites) ?? '').replace(/^Open/, '').toLowerCase();
  const example = EXAMPLES[kind];
  return example === undefined ? [] : [example];
}

function matters(scheme: unknown, pointer: string, reachable: ReadonlySet<string>): boolean {
  const [part = '', second = '', third = ''] = pointerTokens(pointer);
  if (part === 'stages') return isReached(valueAt(scheme, `/stages/${second}/id`), reachable);
  if (part === 'thresholds') return usersOf(scheme, 'threshold', `/thresholds/${second}/id`).some((stage) => reachable.has(stage));
  if (part === 'publicity') {
    const users = usersOf(scheme, 'notice', `/publicity/notices/${third}/id`);
    // A notice that no stage names is posted outside the stages.
    return users.length === 0 || users.some((stage) => reachable.has(stage));
  }
  return true;
}

function isReached(id: unknown, reachable: ReadonlySet<string>): boolean {
  return typeof id === 'string' && reachable.has(id);
}

/** The stages that use a threshold or notice. */
function usersOf(scheme: unknown, property: string, idPointer: string): string[] {
  const id = valueAt(scheme, idPointer);
  return partsAt(scheme, '/stages').filter((stage) => stage.value[property] === id).flatMap((stage) => textIn(stage, 'id') ?? []);
}
