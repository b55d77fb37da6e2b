/** What a register calls a stored answer. */
export interface EntryName {
  readonly label: string;
  /** Tells entries of one name apart: the code, the town, the post. */
  readonly detail?: string;
  /** Names of what it stands under, from the top: `['佛山市', '高明区']`. */
  readonly path?: readonly string[];
}

/** `reading` while a register is asked, `unknown` where it has no such entry, `failed` where it did not answer. */
export type NamedEntry = EntryName | 'reading' | 'unknown' | 'failed';

/**
 * A register that names stored answers; `undefined` where it is not this reader's, so that the next one is asked. A promise of `undefined` says that the
 * register has no such entry.
 */
export type EntryReader = (lookUp: string, value: unknown) => EntryName | PromiseLike<EntryName | undefined> | undefined;

/**
 * Names of answers that are stored as codes of a register: of areas, organisations, persons. Whoever has a register lends it, a page by its look-ups and a
 * server by a table; whoever says answers finds the names here. Registers go by the name in `widgetOptions.lookUp`, the same wherever they are lent.
 *
 * @example
 * const takeBack = entryNames.lend((lookUp, value) => (lookUp === 'areas' ? { label: areas[String(value)] } : undefined));
 */
export class EntryNames {
  private readonly known = new Map<string, Map<string, NamedEntry>>();
  private readonly readers = new Set<EntryReader>();
  private readonly listeners = new Set<() => void>();

  /** @returns what takes the register back; names that it gave stay. */
  lend(reader: EntryReader): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  /** Tells when a name arrived that was still being read. @returns what ends it. */
  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  /** Resolves when no register is being asked any more: for paper, which cannot be drawn anew when a name arrives. */
  settled(): Promise<void> {
    const isReading = (): boolean => Array.from(this.known.values()).some((names) => Array.from(names.values()).includes('reading'));
    if (!isReading()) return Promise.resolve();
    return new Promise((resolve) => {
      const end = this.subscribe(() => {
        if (isReading()) return;
        end();
        resolve();
      });
    });
  }

  /** The name of an answer; `undefined` where nobody lends its register. */
  nameOf(lookUp: string, value: unknown): NamedEntry | undefined {
    const key = JSON.stringify(value);
    return this.known.get(lookUp)?.get(key) ?? this.ask(lookUp, value, key);
  }

  /** Asks again for what no register answered. */
  retry(): void {
    let hadFailed = false;
    for (const names of this.known.values()) {
      names.forEach((name, key) => {
        if (name === 'failed') hadFailed = names.delete(key);
      });
    }
    if (hadFailed) this.tell();
  }

  private ask(lookUp: string, value: unknown, key: string): NamedEntry | undefined {
    for (const reader of this.readers) {
      const found = reader(lookUp, value);
      if (found === undefined) continue;
      if (!('then' in found)) return this.keep(lookUp, key, found);
      found.then(
        (name) => this.settle(lookUp, key, name ?? 'unknown'),
        () => this.settle(lookUp, key, 'failed'),
      );
      return this.keep(lookUp, key, 'reading');
    }
    return undefined;
  }

  private settle(lookUp: string, key: string, name: NamedEntry): void {
    this.keep(lookUp, key, name);
    this.tell();
  }

  private keep(lookUp: string, key: string, name: NamedEntry): NamedEntry {
    const names = this.known.get(lookUp) ?? new Map<string, NamedEntry>();
    this.known.set(lookUp, names.set(key, name));
    return name;
  }

  private tell(): void {
    for (const listener of Array.from(this.listeners)) listener();
  }
}

/** The registers that answers are named by. */
export const entryNames = new EntryNames();
