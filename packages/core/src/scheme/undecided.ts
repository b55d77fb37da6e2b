import type { Locale } from '../problems/problem.js';
import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import { reachableStages } from './checks/stage-graph.js';
import { isOpen, walkFormat } from './format-schema.js';
import { partsAt, textIn } from './parts.js';
import { titlesAt } from './title-path.js';

/** Something that the law or the district has not said. */
export interface Hole {
  readonly pointer: string;
  /** Titles of the things it belongs to, outermost first: `['会审表决']`. */
  readonly titles: readonly string[];
  /** Whether it lies where a case can come to, so that the scheme cannot be published. */
  readonly blocksPublishing: boolean;
}

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
    holes.push({ pointer, titles: titlesAt(scheme, pointer, locale), blocksPublishing: matters(scheme, pointer, reachable) });
  });
  return holes;
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
