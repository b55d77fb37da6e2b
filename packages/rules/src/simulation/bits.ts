/** One bit a case, 32 to a word; bits past the last case are 0. */
export type Bits = Uint32Array;

export function wordsFor(rows: number): number {
  return (rows + 31) >>> 5;
}

export function noBits(rows: number): Bits {
  return new Uint32Array(wordsFor(rows));
}

export function allBits(rows: number): Bits {
  const bits = noBits(rows).fill(0xffffffff);
  const rest = rows & 31;
  if (rest !== 0) bits[bits.length - 1] = (1 << rest) - 1;
  return bits;
}

export function hasBit(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (let index = 0; index < bits.length; index += 1) count += bitsIn(bits[index] ?? 0);
  return count;
}

/** The cases whose bit is set, in their order. */
export function rowsOf(bits: Bits): Int32Array {
  const rows = new Int32Array(countBits(bits));
  let at = 0;
  for (let index = 0; index < bits.length; index += 1) {
    for (let word = bits[index] ?? 0; word !== 0; word &= word - 1) {
      rows[at] = (index << 5) + 31 - Math.clz32(word & -word);
      at += 1;
    }
  }
  return rows;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
