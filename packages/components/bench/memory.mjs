// What a page holds after the form is shown and nothing is left to collect: objects and code of scripts, and what the browser keeps for elements, sheets and layout.
import { formOf } from './form.mjs';
import { interleave, mediansOf } from './interleave.mjs';
import { withPage } from './page.mjs';
import { againstFloor } from './rows.mjs';

const SIZE = 1000;
const LIMIT = 1.6;
const MEBIBYTE = 1024 * 1024;

export async function measure({ quick, say, browser, site, contestants }) {
  say(`  memory of ${SIZE} fields`);
  const form = formOf(SIZE);
  const empty = await withPage({ browser, site }, memoryOf);
  const samples = await interleave(contestants, quick ? 1 : 3, (contestant) => withPage({ browser, site, contestant }, async (page) => {
    await page.show(form);
    return memoryOf(page);
  }));
  const grown = mediansOf(samples, ({ script, dom }) => script + dom - empty.script - empty.dom);
  const part = (number, digits) => [...samples].map(([name, [one]]) => `${name} ${number(one).toFixed(digits)}`).join(', ');
  return [againstFloor(`memory after mount, ${SIZE} fields`, 'MiB', grown, LIMIT,
    `above an empty page, which has ${(empty.script + empty.dom).toFixed(1)} MiB; of it scripts: ${part(({ script }) => script - empty.script, 1)}; nodes: ${part(({ nodes }) => nodes, 0)}; listeners: ${part(({ listeners }) => listeners, 0)}`)];
}

async function memoryOf(page) {
  // The second time takes what the finalizers of the first one let go.
  for (let time = 0; time < 2; time += 1) {
    await page.cdp.send('HeapProfiler.collectGarbage');
    await page.settle();
  }
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await page.cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await page.cdp.send('Memory.getDOMCounters');
  return { script: (usedSize + backingStorageSize) / MEBIBYTE, dom: embedderHeapUsedSize / MEBIBYTE, nodes, listeners: jsEventListeners };
}
