// A process of its own: a million cases go into columns from a generator, and nothing else is in memory. Prints MiB as JSON.
import { cases, scheme, tableOptions } from './simulation-cases.mjs';

const COUNT = Number(process.argv[2]);
const CHUNK = 5000;
const { createCaseTable, simulate } = await import(process.argv[3]);

const collect = () => {
  for (let round = 0; round < 3; round += 1) globalThis.gc();
};
const rss = () => process.memoryUsage().rss / 2 ** 20;

// What generating a chunk takes is there before and after.
cases(CHUNK);
collect();
const before = rss();
let peak = before;
const table = createCaseTable(scheme, tableOptions);
for (let start = 0; start < COUNT; start += CHUNK) {
  table.add(cases(CHUNK, start + 1));
  peak = Math.max(peak, rss());
}
const loaded = table.finish();
const { flips } = simulate(loaded, { parameters: { minHouseholds: 30 } });
peak = Math.max(peak, rss());
collect();
const { heapUsed, arrayBuffers } = process.memoryUsage();
process.stdout.write(JSON.stringify({ cases: loaded.rows, flips: flips.total, growth: rss() - before, peak: peak - before, heap: heapUsed / 2 ** 20, columns: arrayBuffers / 2 ** 20 }));
