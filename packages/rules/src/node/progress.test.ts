import { describe, expect, it } from 'vitest';
import { startProgress } from './progress.js';

function run(isTTY: boolean, times: readonly number[]): { readonly written: string[] } {
  const written: string[] = [];
  const clock = [...times];
  const progress = startProgress('cases', { isTTY, write: (text: string) => written.push(text) }, () => clock.shift() ?? 0);
  for (let step = 1; step < times.length; step += 1) progress.update(step * 25, 100);
  progress.end();
  return { written };
}

describe('startProgress', () => {
  it('draws on a terminal once a run is long, not at every step, and wipes the line at the end', () => {
    expect(run(true, [0, 399, 400, 499, 500]).written).toEqual(['\rcases [############............] 50 % (50/100)', '\rcases [########################] 100 % (100/100)', '\r\u001b[K']);
  });

  it('writes nothing in a short run', () => {
    expect(run(true, [0, 10, 20]).written).toEqual([]);
  });

  it('writes nothing where nobody looks: a pipe, a file', () => {
    expect(run(false, [0, 1000, 2000]).written).toEqual([]);
  });
});
