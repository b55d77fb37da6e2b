import type { CommitteeMember } from '@cobuild/core';
import type { Identity, RegisterNode } from '@cobuild/rules';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemonstrationPeople } from './demonstration-registers.js';

/** People and places of a demonstration, as they lie beside its scheme. */
export interface Demonstration extends DemonstrationPeople {
  /** Members of each committee, by the id of its threshold. */
  readonly committees: Readonly<Record<string, readonly CommitteeMember[]>>;
}

/** Reads `identities.json`, and `committee.json` and `areas.json` where the scheme has them. */
export function readDemonstration(folder: string): Demonstration {
  const read = <T>(name: string, none: T): T => {
    const path = join(folder, name);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : none;
  };
  const { threshold, members } = read<{ readonly threshold: string; readonly members: readonly CommitteeMember[] }>('committee.json', { threshold: '', members: [] });
  return {
    identities: read<{ readonly identities: readonly Identity[] }>('identities.json', { identities: [] }).identities,
    members, committees: members.length === 0 ? {} : { [threshold]: members },
    areas: read<{ readonly areas: readonly RegisterNode[] }>('areas.json', { areas: [] }).areas,
  };
}
