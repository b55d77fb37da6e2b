/** Somebody took something from a part that is not loaded. */
export class MissingPartError extends Error {
  override readonly name = 'MissingPartError';
}

/**
 * A part of the code that only some documents need. It is loaded before the first of them is worked with, or handed in by who has everything at hand;
 * from then on it is there for all. What is in it are functions, so it makes no difference when it came.
 *
 * @example
 * const maps = new LatePart('maps', () => import('./maps.js'));
 * await maps.missing();
 * maps.now.drawMap(place);
 */
export class LatePart<T> {
  private part: T | undefined;
  private loading: Promise<void> | undefined;

  /** @param load - Brings the part, from a module of the same origin. */
  constructor(readonly name: string, private readonly load: () => Promise<T>) {}

  /** The part, where it is there. */
  get known(): T | undefined {
    return this.part;
  }

  /** @throws {MissingPartError} where nobody waited for it. */
  get now(): T {
    const { known } = this;
    if (known === undefined) throw new MissingPartError(`The part "${this.name}" is not loaded`);
    return known;
  }

  fill(part: T): void {
    this.part = part;
  }

  /** Loads the part. `undefined` where it is there; rejected where it cannot be loaded, and tried again when it is asked for again. */
  missing(): Promise<void> | undefined {
    if (this.part !== undefined) return undefined;
    return (this.loading ??= this.bring());
  }

  private async bring(): Promise<void> {
    try {
      this.part = await this.load();
    } finally {
      this.loading = undefined;
    }
  }
}

/** Waits for several parts; `undefined` where all are there. */
export function missingParts(parts: readonly LatePart<unknown>[]): Promise<unknown> | undefined {
  const missing = parts.map((part) => part.missing()).filter((loading) => loading !== undefined);
  return missing.length === 0 ? undefined : Promise.all(missing);
}
