import { isMoney, parseYuan } from '@cobuild/core';
import type { WholeFen } from '../money/fen.js';
import { readFen } from '../money/fen.js';
import type { EntryDraft, EntryKind, LedgerAccount } from './ledger-types.js';

const KINDS: readonly EntryKind[] = ['pool', 'adjusted', 'reserved', 'committed', 'released', 'paid', 'returned', 'lapsed', 'carriedOver', 'closed'];
const OF_A_PROJECT: readonly EntryKind[] = ['reserved', 'committed', 'released', 'paid', 'returned'];
const TEXTS = ['project', 'line', 'tranche', 'voucher', 'payee', 'reason', 'batch'] as const;

/** The first property of an entry that is missing or malformed. */
export function malformedPart(draft: EntryDraft): string | undefined {
  const given = draft as unknown;
  if (typeof given !== 'object' || given === null) return 'entry';
  if (!KINDS.includes(draft.kind)) return 'kind';
  if (!isAccount(draft)) return 'year';
  if (draft.kind === 'closed' ? draft.amount !== undefined || draft.batch !== undefined : amountOf(draft) === undefined) return 'amount';
  if (TEXTS.some((name) => draft[name] !== undefined && !isName(draft[name]))) return TEXTS.find((name) => draft[name] !== undefined && !isName(draft[name]));
  if (!isName(draft.at)) return 'at';
  if (!isName(draft.by)) return 'by';
  if (OF_A_PROJECT.includes(draft.kind) && draft.project === undefined) return 'project';
  if (draft.kind === 'adjusted' && draft.reason === undefined) return 'reason';
  if (draft.from !== undefined && draft.from !== 'reserved' && draft.from !== 'committed') return 'from';
  if (draft.to !== undefined && (!isAccount(draft.to) || (draft.kind !== 'carriedOver' && draft.kind !== 'returned'))) return 'to';
  return draft.kind === 'carriedOver' && (draft.to === undefined || sameAccount(draft, draft.to)) ? 'to' : undefined;
}

/** The amount in fen: more than 0, for `adjusted` also less. */
export function amountOf({ kind, amount }: EntryDraft): WholeFen | undefined {
  const size = typeof amount === 'number' && isMoney(amount) ? readFen(Math.abs(amount)) : undefined;
  if (size === undefined || size === 0n || (kind !== 'adjusted' && Number(amount) < 0)) return undefined;
  return BigInt(parseYuan(amount as number));
}

function isAccount({ year, batch }: LedgerAccount): boolean {
  return Number.isInteger(year) && year >= 1949 && year <= 9999 && (batch === undefined || isName(batch));
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

export function sameAccount(a: LedgerAccount, b: LedgerAccount): boolean {
  return a.year === b.year && a.batch === b.batch;
}
