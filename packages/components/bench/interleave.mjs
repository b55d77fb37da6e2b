// Samples of all contestants in turns: each round begins with another one, so that a slow minute of the machine falls on all of them alike.

/** @returns The samples by name of the contestant, one a round, as `sample(contestant)` gives them. */
export async function interleave(contestants, rounds, sample) {
  const samples = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(turn + round) % contestants.length];
      samples.get(contestant.name).push(await sample(contestant));
    }
  }
  return samples;
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One number of every sample by contestant, as its median. */
export const mediansOf = (samples, number) => Object.fromEntries([...samples].map(([name, all]) => [name, median(all.map(number))]));
