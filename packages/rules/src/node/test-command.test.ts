import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const broken = (name: string): string => fileURLToPath(new URL(`../../test/broken-schemes/${name}`, import.meta.url));
const example = (name: string): string => fileURLToPath(new URL(`../../../../examples/schemes/${name}`, import.meta.url));

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly told: string }> {
  let told = '';
  const tell = (text: string): void => { told += text; };
  const code = await runCommand(['test', ...args], { out: tell, error: tell, readStandardInput: () => Promise.resolve('') });
  return { code, told };
}

describe('cobuild test', () => {
  it('names a threshold that no test pins, with its place and a case that would', async () => {
    const { code, told } = await run(broken('unpinned-limit'));
    expect(code).toBe(0);
    expect(told).toMatch(/unpinned-limit\/scheme\.json:23:\d+ 注意 scheme\/unpinned-threshold/);
    expect(told).toContain('申报条件“附加要求”：受益户数不得少于 50。改成“受益户数不得少于 49”，所有测试照样通过：没有测试守住这个界限');
    expect(told).toContain('请补一个测试：受益户数为 49；应有结果：结果 不符合条件（ineligible），申报条件 不符合（ineligible），理由 附加要求（many）。');
    expect(told).toContain('有 1 处界限没有测试守住');
  });

  it('fails for it with --strict', async () => {
    expect((await run(broken('unpinned-limit'), '--strict')).code).toBe(1);
    expect((await run(broken('unpinned-limit'), '--strict', '--lang=en')).told).toContain('1 threshold is pinned by no test');
  });

  it.each(['gaoming', 'gaoming-demo', 'sanshui-xinan'])('finds everything pinned in the example %s', async (name) => {
    const { code, told } = await run(example(name), '--strict');
    expect([code, told.includes('unpinned')]).toEqual([0, false]);
  });

  it('gives them as JSON, each with a test to copy', async () => {
    const { told } = await run(broken('unpinned-limit'), '--json');
    const { schemes } = JSON.parse(told) as { schemes: { unpinned: { code: string; line: number; suggestion: { case: { answers: object } } }[] }[] };
    expect(schemes[0]?.unpinned).toMatchObject([{ code: 'scheme/unpinned-threshold', line: 23, suggestion: { case: { answers: { households: 49 } }, expect: { eligibility: 'ineligible' } } }]);
  });
});
