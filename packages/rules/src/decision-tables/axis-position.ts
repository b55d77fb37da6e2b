/** So many cuts are compared one by one faster than they are halved: which way a search goes is not foreseen, a sum has only one way. */
const FEW = 16;

/**
 * Where a number stands among ascending cuts: 2k+1 at the k-th cut, 2k between the cut before it and it.
 *
 * @example axisPosition([10, 20], 15) // 2
 */
export function axisPosition(cuts: readonly number[] | Float64Array, value: number): number {
  const { length } = cuts;
  if (length > FEW) return search(cuts, value);
  let position = 0;
  for (let index = 0; index < length; index += 1) {
    const cut = cuts[index] as number;
    position += Number(value >= cut) + Number(value > cut);
  }
  return position;
}

function search(cuts: readonly number[] | Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low > 0 && cuts[low - 1] === value ? 2 * low - 1 : 2 * low;
}
