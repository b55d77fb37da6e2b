import type { CommitteeMember, Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { Identity, RegisterAdapter, RegisterNode } from '@cobuild/rules';
import { createMemoryRegisters } from '@cobuild/rules';

/** What stands in the files of a demonstration. A real host asks its own registers. */
export interface DemonstrationPeople {
  readonly identities: readonly Identity[];
  readonly members: readonly CommitteeMember[];
  readonly areas: readonly RegisterNode[];
}

/** Registers of a demonstration: `organisations` are the scheme's units, `persons` those who can be somebody in it, `areas` come as a tree. */
export function demonstrationRegisters(scheme: Scheme | undefined, { identities, members, areas }: DemonstrationPeople, locale: Locale): RegisterAdapter {
  return createMemoryRegisters({ organisations: organisations(scheme, locale), persons: persons(scheme, identities, members, locale), areas });
}

type Units = NonNullable<Scheme['organisation']['units']>;

/** One list with the unit above as the detail: a picker of organisations is searched, not climbed. */
function organisations(scheme: Scheme | undefined, locale: Locale): readonly RegisterNode[] {
  const units: Units = scheme?.organisation.units ?? [];
  const titleOf = (id: string | undefined): string => localize(units.find((unit) => unit.id === id)?.title, locale);
  return units.map(({ id, title, parent }) => {
    const above = titleOf(parent);
    return { value: id, label: localize(title, locale), ...(above === '' ? {} : { detail: above }) };
  });
}

function persons(scheme: Scheme | undefined, identities: readonly Identity[], members: readonly CommitteeMember[], locale: Locale): readonly RegisterNode[] {
  const units: Units = scheme?.organisation.units ?? [];
  const unitOf = (id: string | undefined): string => localize(units.find((unit) => unit.id === id)?.title, locale);
  const described = (value: string, label: string, detail: string): RegisterNode => ({ value, label, ...(detail === '' ? {} : { detail }) });
  return [
    ...identities.filter(({ role }) => role !== 'resident').map(({ id, name, title, unitName, unit }) => described(id, name, localize(title, locale) || (unitName ?? unitOf(unit)))),
    ...members.filter(({ id }) => !identities.some((identity) => identity.id === id)).map(({ id, name, unit }) => described(id, name ?? id, unitOf(unit))),
  ];
}
