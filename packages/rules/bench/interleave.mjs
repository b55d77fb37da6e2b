// Times contestants in turns: every round lets each of them judge its share, and the next round begins with another one, so that a slow minute of
// the machine, the order and the state of the heap fall on all of them alike. The median over the rounds counts.

import { performance } from 'node:perf_hooks';

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * @param contestants - `{ name, judge, share }`: `judge(facts)`, synchronous or not, and how many applications a round takes.
 * @returns Microseconds per application by name: the median of the rounds.
 */
export async function interleave(contestants, applications, rounds) {
  const times = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const { name, judge, share } = contestants[(turn + round + WARM_UP) % contestants.length];
      const start = ((round + WARM_UP) * share) % applications.length;
      const slice = applications.slice(start, start + share);
      const time = await timeOf(judge, slice);
      if (round >= 0) times.get(name).push((time * 1000) / slice.length);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

const WARM_UP = 3;

async function timeOf(judge, slice) {
  // A promise is awaited only where there is one: awaiting a plain value would cost the synchronous engines more than their work.
  const isAsync = judge(slice[0]) instanceof Promise;
  const before = performance.now();
  if (isAsync) for (const facts of slice) keep(await judge(facts));
  else for (const facts of slice) keep(judge(facts));
  return performance.now() - before;
}

/** Holds on to what came last, so that no engine's work can be left out as unused. */
let last;
function keep(value) {
  last = value;
}
export const lastKept = () => last;
