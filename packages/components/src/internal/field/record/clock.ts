import type { FieldHosts } from '../../../hosts/field-hosts.js';

/** The instant that it is: by the host's clock, or the machine's. */
export const clockOf = ({ now }: FieldHosts): string => now?.() ?? new Date().toISOString();
