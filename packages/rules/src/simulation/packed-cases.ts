import type { Case } from '@cobuild/core';
import { bytesOfText, textOfBytes } from './platform.js';

/** Some cases as JSON texts, one after the other. Goes from thread to thread without being copied. */
export interface CasePack {
  /** UTF-8. */
  readonly texts: Uint8Array;
  /** Where the text of each case ends. */
  readonly ends: Uint32Array;
  readonly ids: readonly string[];
}

/** Packs cases one by one. */
export class CasePacker {
  private readonly parts: Uint8Array[] = [];
  private readonly ends: number[] = [];
  private readonly ids: string[] = [];
  private length = 0;

  /** Bytes so far. */
  get size(): number {
    return this.length;
  }

  add(caseData: Case): void {
    const bytes = bytesOfText(JSON.stringify(caseData));
    this.parts.push(bytes);
    this.length += bytes.length;
    this.ends.push(this.length);
    this.ids.push(caseData.id);
  }

  /** What was added since the last time. */
  take(): CasePack {
    const texts = new Uint8Array(this.length);
    const ends = Uint32Array.from(this.ends);
    this.parts.forEach((part, index) => texts.set(part, ends[index - 1] ?? 0));
    const ids = this.ids.splice(0);
    this.parts.length = 0;
    this.ends.length = 0;
    this.length = 0;
    return { texts, ends, ids };
  }
}

/**
 * Very many cases without their objects: a hundred thousand of them would otherwise be gone through whenever a page collects its rubbish. Each is made when it is asked for.
 *
 * @example const cases = new PackedCases(); cases.add(pack); cases.at(0)?.id; await simulation.load(cases);
 */
export class PackedCases implements Iterable<Case> {
  private readonly held: CasePack[] = [];
  /** Place of the first case of each pack. */
  private readonly starts: number[] = [];
  private count = 0;
  private places: Map<string, number> | undefined;

  /** Number of cases. */
  get length(): number {
    return this.count;
  }

  get packs(): readonly CasePack[] {
    return this.held;
  }

  add(pack: CasePack): void {
    this.held.push(pack);
    this.starts.push(this.count);
    this.count += pack.ends.length;
    this.places = undefined;
  }

  /** The case at a place, from 0; each call makes it anew. */
  at(place: number): Case | undefined {
    if (!Number.isInteger(place) || place < 0 || place >= this.count) return undefined;
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return unpacked(this.held[low] as CasePack, place - (this.starts[low] as number));
  }

  /** Where the case with a number stands; of two the later one. */
  placeOf(id: string): number | undefined {
    this.places ??= new Map(this.held.flatMap(({ ids }, pack) => ids.map((each, index) => [each, (this.starts[pack] as number) + index] as const)));
    return this.places.get(id);
  }

  *[Symbol.iterator](): Generator<Case, void, undefined> {
    for (const pack of this.held) yield* casesOfPack(pack);
  }
}

export function* casesOfPack(pack: CasePack): Generator<Case, void, undefined> {
  for (let index = 0; index < pack.ends.length; index += 1) yield unpacked(pack, index);
}

const unpacked = ({ texts, ends }: CasePack, index: number): Case => JSON.parse(textOfBytes(texts.subarray(ends[index - 1] ?? 0, ends[index]))) as Case;
