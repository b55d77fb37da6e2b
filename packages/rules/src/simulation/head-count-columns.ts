import type { Case, Meeting, Threshold } from '@cobuild/core';
import { readGrounds } from '../vote/vote-rule.js';
import { fitted, room } from './column.js';
import type { HeadCounts } from './head-counts.js';
import { HeadCounter, groundMask } from './head-counts.js';

/** How heads are counted: the grounds of recusal as bits, and 64 for a secret vote. */
export type CountingMode = number;
const SECRET = 64;
const MODES = 128;

/** The different head counts of all cases, and which of them each case has. Place 0 stands for "no meeting". */
export interface HeadCountColumns {
  readonly counts: readonly (HeadCounts | undefined)[];
  /** Counted without any ground of recusal, ballots before counts. */
  readonly usual: Int32Array;
  /** Bits of the modes in which a case is counted differently. */
  readonly sensitive: Uint8Array;
  /** Places of these, by row × 128 + what of the mode the case is sensitive to. */
  readonly others: ReadonlyMap<number, number>;
  /** Recorded draws of lots, by row. */
  readonly lots: ReadonlyMap<number, NonNullable<Meeting['lot']>>;
}

/** How a threshold wants heads to be counted. Grounds that are still open recuse nobody, as in `decideVote`. */
export function countingMode({ recusal, secrecy }: Pick<Threshold, 'recusal' | 'secrecy'>): CountingMode {
  return groundMask(readGrounds(recusal) ?? []) | (secrecy === 'secret' ? SECRET : 0);
}

/** Place of each case's head counts in a mode. */
export function placesIn({ usual, sensitive, others }: HeadCountColumns, mode: CountingMode): Int32Array {
  if (mode === 0 || others.size === 0) return usual;
  const places = usual.slice();
  for (let row = 0; row < places.length; row += 1) {
    const differing = (sensitive[row] as number) & mode;
    if (differing !== 0) places[row] = others.get(row * MODES + differing) ?? 0;
  }
  return places;
}

/** Counts the heads of meetings case by case, in every way in which a changed vote rule may want them counted. */
export class HeadCountBuilder {
  private readonly counter = new HeadCounter();
  private readonly counts: (HeadCounts | undefined)[] = [undefined];
  private readonly placeOf = new Map<number | string, number>();
  private usual: Int32Array;
  private sensitive = new Uint8Array(0);
  private readonly others = new Map<number, number>();
  private readonly lots = new Map<number, NonNullable<Meeting['lot']>>();

  constructor(expected = 0) {
    this.usual = room(undefined, 0, expected);
  }

  set(row: number, { meeting, applicant }: Case): void {
    this.usual = room(this.usual, row);
    if (this.sensitive.length < this.usual.length) {
      const larger = new Uint8Array(this.usual.length);
      larger.set(this.sensitive);
      this.sensitive = larger;
    }
    this.usual[row] = 0;
    if (meeting === undefined) return;
    const { counter } = this;
    counter.count(meeting, applicant, 0, false);
    const differing = counter.grounds | (meeting.counts !== undefined && (meeting.ballots ?? []).length > 0 ? SECRET : 0);
    this.usual[row] = this.place(counter);
    this.sensitive[row] = differing;
    // Every part of what the case is sensitive to: 0b101 in 0b111, and so on.
    for (let mode = differing; mode !== 0; mode = (mode - 1) & differing) {
      counter.count(meeting, applicant, mode & ~SECRET, (mode & SECRET) !== 0);
      this.others.set(row * MODES + mode, this.place(counter));
    }
    if (meeting.lot !== undefined) this.lots.set(row, meeting.lot);
  }

  finish(rows: number): HeadCountColumns {
    return { counts: this.counts, usual: fitted(room(this.usual, rows - 1), rows), sensitive: this.sensitive.slice(0, rows), others: this.others, lots: this.lots };
  }

  private place(heads: HeadCounts): number {
    const key = keyOf(heads);
    let place = this.placeOf.get(key);
    if (place === undefined) {
      const { appointed, entitled, present, returned, void: spoilt, yes, no, abstain, sound, castingVote, round } = heads;
      place = this.counts.push({ appointed, entitled, present, returned, void: spoilt, yes, no, abstain, sound, castingVote, round }) - 1;
      this.placeOf.set(key, place);
    }
    return place;
  }
}

/** A number for committees of fewer than 64, which is nearly all of them; numbers are found faster than texts. */
function keyOf({ appointed, entitled, present, returned, void: spoilt, yes, no, abstain, sound, castingVote, round }: HeadCounts): number | string {
  const flags = (sound ? 1 : 0) + (castingVote === 'yes' ? 2 : castingVote === 'no' ? 4 : 0);
  if ((appointed | entitled | present | returned | spoilt | yes | no | abstain) > 63 || round !== 1) return [appointed, entitled, present, returned, spoilt, yes, no, abstain, flags, round].join(' ');
  return ((((appointed * 64 + entitled) * 64 + present) * 64 + returned) * 64 + spoilt) * 2097152 + ((yes * 64 + no) * 64 + abstain) * 8 + flags;
}
