import type { EntryName } from '@cobuild/core';
import { entryNames } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldHosts } from './field-hosts.js';
import { knownEntry, rememberEntry } from './known-entries.js';
import type { LookUp, LookUpEntry } from './look-up.js';

const nameOf = ({ label, detail, path = [] }: LookUpEntry): EntryName => ({ label, ...(detail === undefined ? {} : { detail }), path: path.map((entry) => entry.label) });

/** Lends the registers of a page to all who say answers, for as long as the element is in the page, and draws it anew when a name arrives. */
export class LentNames implements ReactiveController {
  private ends: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost, private readonly hosts: () => FieldHosts | undefined, private readonly changed: () => void = () => host.requestUpdate()) {
    host.addController(this);
  }

  hostConnected(): void {
    // Another page, or the same one opened anew, asks again for what could not be read.
    entryNames.retry();
    this.ends = [entryNames.lend((name, value) => this.read(name, value)), entryNames.subscribe(this.changed)];
  }

  hostDisconnected(): void {
    for (const end of this.ends) end();
  }

  private read(name: string, value: unknown): EntryName | Promise<EntryName | undefined> | undefined {
    const { lookUps } = this.hosts() ?? {};
    const lookUp: LookUp | undefined = lookUps && Object.prototype.hasOwnProperty.call(lookUps, name) ? lookUps[name] : undefined;
    const known = lookUp && knownEntry(lookUp, value);
    if (known) return nameOf(known);
    if (!lookUp?.resolve) return undefined;
    // A register of the host may fail at once as well as later.
    return new Promise<LookUpEntry | undefined>((resolve) => resolve(lookUp.resolve?.(value, new AbortController().signal))).then((entry) => {
      if (entry) rememberEntry(lookUp, entry);
      return entry && nameOf(entry);
    });
  }
}
