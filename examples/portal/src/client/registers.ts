import type { LookUp, LookUpEntry, LookUpPage } from '@cobuild/components';
import type { Answer } from './api.js';
import { read } from './api.js';
import { ofScheme } from './page.js';

/** Values in our registers are texts; an answer of another kind is in none of them. */
function portalRegister(name: string, hash: string | undefined): LookUp {
  const address = (path: string, query: Readonly<Record<string, string>>): string => {
    const [before = '', scheme = ''] = ofScheme(`/api/registers/${path}`).split('?');
    return `${before}?${new URLSearchParams({ ...query, ...(hash === undefined ? {} : { hash }) }).toString()}${scheme === '' ? '' : `&${scheme}`}`;
  };
  return {
    find: async ({ text, parent, offset, limit, signal }) => {
      if (parent !== undefined && typeof parent !== 'string') return { entries: [], total: 0 };
      const query = { text, offset: String(offset), limit: String(limit), ...(parent === undefined ? {} : { parent }) };
      return settled(await read<LookUpPage>(address(name, query), signal), signal);
    },
    resolve: async (value, signal) => {
      if (typeof value !== 'string') return undefined;
      const { entry } = settled(await read<{ readonly entry: LookUpEntry | null }>(address(`${name}/entry`, { value }), signal), signal);
      return entry ?? undefined;
    },
  };
}

/** The picker asks for a promise that fails: it says so and offers to try again. */
function settled<T>(answer: Answer<T>, signal: AbortSignal): T {
  if (signal.aborted) throw new DOMException('Another question has taken its place', 'AbortError');
  if (answer.ok) return answer.value;
  throw new Error(answer.problems.map(({ message }) => message).join(' '));
}

const known = new Map<string | undefined, Readonly<Record<string, LookUp>>>();

/**
 * Registers of our server, one object for the life of the page: names that were read once are known from then on.
 *
 * @param hash - Of the published version that a case was filed under; without it the registers are those of the version in force.
 */
export function portalRegisters(hash?: string): Readonly<Record<string, LookUp>> {
  const registers = known.get(hash) ?? { organisations: portalRegister('organisations', hash), persons: portalRegister('persons', hash), areas: portalRegister('areas', hash) };
  known.set(hash, registers);
  return registers;
}
