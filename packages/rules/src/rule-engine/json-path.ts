import type { ParsedPath, PathStep } from '../conditions/index.js';
import { parsePath } from '../conditions/index.js';
import { RuleEngineError } from './rule-engine-error.js';
import type { RulePathResolver } from './rule-format.js';

/** Reads a place of a list or object. */
export type PathFollower = (value: object) => unknown;

/**
 * Compiles a path so that it finds what jsonpath-plus finds under json-rules-engine: own properties (a text has `length` too); for
 * `[*]` and slices the list of all that match, `undefined` when nothing does.
 *
 * @returns `undefined` for no path: absent, null or ''.
 * @throws {RuleEngineError} `REFUSED_PATH` for what {@link parsePath} refuses. A host's own resolver takes any path.
 */
export function compilePath(path: unknown, resolver: RulePathResolver | undefined): PathFollower | undefined {
  if (!path) return undefined;
  if (resolver !== undefined) return (value) => resolver(value, path as string);
  if (typeof path !== 'string') throw new RuleEngineError(`A path must be text, but found ${typeof path}`, 'REFUSED_PATH');
  const parsed = parsePath(path);
  if (!parsed.ok) throw new RuleEngineError(`The path ${path} is refused at offset ${parsed.at} (${parsed.reason}): paths have names, indices, [*] and slices; set pathResolver for others`, 'REFUSED_PATH');
  return follower(parsed);
}

function follower({ steps, multiple }: Extract<ParsedPath, { ok: true }>): PathFollower {
  if (multiple) {
    return (value) => {
      const found: unknown[] = [];
      collect(value, steps, 0, found);
      return found.length > 0 ? found : undefined;
    };
  }
  const keys = steps.flatMap((step) => (step.kind === 'property' ? [step.key] : []));
  return (value) => {
    let current: unknown = value;
    for (const key of keys) {
      if (!hasMember(current, key)) return undefined;
      current = (current as Record<string, unknown>)[key];
    }
    return current;
  };
}

function collect(value: unknown, steps: readonly PathStep[], at: number, found: unknown[]): void {
  const step = steps[at];
  if (step === undefined) found.push(value);
  else if (step.kind === 'property') {
    if (hasMember(value, step.key)) collect((value as Record<string, unknown>)[step.key], steps, at + 1, found);
  } else {
    for (const item of itemsOf(value, step)) collect(item, steps, at + 1, found);
  }
}

/** An empty text has no length for jsonpath-plus. */
function hasMember(value: unknown, key: string): boolean {
  return Boolean(value) && Object.prototype.hasOwnProperty.call(value, key);
}

function itemsOf(value: unknown, step: Exclude<PathStep, { kind: 'property' }>): readonly unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    // jsonpath-plus takes an end of 0 for no end.
    return step.kind === 'slice' ? items.slice(step.from, step.to === 0 ? undefined : step.to) : items;
  }
  return step.kind === 'every' && value !== null && typeof value === 'object' ? Object.values(value) : [];
}
