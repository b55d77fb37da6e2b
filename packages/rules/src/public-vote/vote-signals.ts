import type { PublicVote } from '@cobuild/core';
import { createSettingReader } from '../evaluation/settings.js';
import type { SettingReader } from '../evaluation/settings.js';
import { foldBallots } from './fold-ballots.js';
import type { PublicVoteState, VoteSignal } from './public-vote-types.js';
import { timeOf } from './vote-window.js';

interface Timed { readonly id: string; readonly time: number; readonly at: string }

/**
 * Points out what looks unusual among the ballots that count: many from one source, many for one candidate, within a few minutes. Nothing is
 * voided; a person looks and decides.
 */
export function voteSignals(vote: PublicVote, { entries }: PublicVoteState): { readonly signals: readonly VoteSignal[]; readonly holes: readonly string[] } {
  const read = createSettingReader();
  const bySource = new Map<string, Timed[]>();
  const byCandidate = new Map<string, Timed[]>();
  for (const { id, at, picks, source, status } of foldBallots(entries).ballots.values()) {
    const time = timeOf(at);
    if (status !== 'counted' || time === undefined) continue;
    const timed = { id, time, at };
    if (source !== undefined) add(bySource, source, timed);
    for (const pick of new Set(picks)) add(byCandidate, pick, timed);
  }
  const source = limitOf(vote.signals?.source, '/signals/source', read);
  const burst = limitOf(vote.signals?.burst, '/signals/burst', read);
  const signals = [...(source === undefined ? [] : crowds('source', bySource, source)), ...(burst === undefined ? [] : crowds('burst', byCandidate, burst))];
  return { signals, holes: read.holes };
}

function add(map: Map<string, Timed[]>, key: string, timed: Timed): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [timed]);
  else known.push(timed);
}

function limitOf(setting: { readonly ballots: unknown; readonly minutes: unknown } | undefined, pointer: string, read: SettingReader): VoteSignal['limit'] | undefined {
  if (setting === undefined) return undefined;
  const ballots = read.count(setting.ballots, `${pointer}/ballots`);
  const minutes = read.count(setting.minutes, `${pointer}/minutes`);
  return ballots === undefined || minutes === undefined ? undefined : { ballots: Math.max(1, ballots), minutes };
}

/** Stretches in which every ballot belongs to a crowd; crowds that overlap are one signal. */
function crowds(kind: VoteSignal['kind'], map: ReadonlyMap<string, readonly Timed[]>, limit: VoteSignal['limit']): VoteSignal[] {
  return [...map].flatMap(([subject, ballots]) => {
    const sorted = [...ballots].sort((a, b) => a.time - b.time);
    const found: { first: number; last: number }[] = [];
    for (let first = 0, last = 0; first < sorted.length; first += 1) {
      while (last + 1 < sorted.length && (sorted[last + 1]?.time ?? 0) - (sorted[first]?.time ?? 0) <= limit.minutes * 60_000) last += 1;
      if (last - first + 1 < limit.ballots) continue;
      const before = found[found.length - 1];
      if (before !== undefined && first <= before.last) before.last = last;
      else found.push({ first, last });
    }
    return found.map(({ first, last }): VoteSignal => {
      const crowd = sorted.slice(first, last + 1);
      return { kind, subject, ballots: crowd.map(({ id }) => id), from: crowd[0]?.at ?? '', to: crowd[crowd.length - 1]?.at ?? '', limit };
    });
  });
}
