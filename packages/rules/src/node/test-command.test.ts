import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it.each(['gaoming', 'gaoming-demo', 'sanshui-xinan', 'qianjiang-innovation', 'qianjiang-innovation-demo', 'datong-sites-demo', 'datong-secretaries', 'datong-secretaries-demo', 'datong-express-demo'])('finds everything pinned in the example %s', async (name) => {
    const { code, told } = await run(example(name), '--strict');
    expect([code, told.includes('unpinned')]).toEqual([0, false]);
  });

  it('gives them as JSON, each with a test to copy', async () => {
    const { told } = await run(broken('unpinned-limit'), '--json');
    const { schemes } = JSON.parse(told) as { schemes: { unpinned: { code: string; line: number; suggestion: { case: { answers: object } } }[] }[] };
    expect(schemes[0]?.unpinned).toMatchObject([{ code: 'scheme/unpinned-threshold', line: 23, suggestion: { case: { answers: { households: 49 } }, expect: { eligibility: 'ineligible' } } }]);
  });

  it('names a cap that no test of a batch pins, and what such a test has to say', async () => {
    const { code, told } = await run(broken('unpinned-cap'), '--strict');
    expect(code).toBe(1);
    expect(told).toContain('资金上限“道路类合计”的金额：100,000.00 元。改成“99,900.00 元”或“100,100.00 元”，所有测试照样通过：没有测试守住这个界限');
    expect(told).toContain('请在测试“first-only”里把应有的结果写全：资助金额 one 60,000.00 元，全额资助，由“申请金额”决定；two 40,000.00 元，全额资助，由“申请金额”决定；three 0.00 元，没有资助，由“道路类合计”决定，结余 400,000.00 元。');
  });

  it('explains a failed test of a batch: expected, found, which cap bound, and where it is written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cobuild-batch-'));
    try {
      cpSync(broken('base'), join(folder, 'base'), { recursive: true });
      cpSync(broken('unpinned-cap'), join(folder, 'own'), { recursive: true });
      const path = join(folder, 'own', 'scheme.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace('"one": 60000', '"one": 60000, "three": 100'));
      const { code, told } = await run(join(folder, 'own'));
      expect(code).toBe(1);
      expect(told).toContain('资助金额：应为 three 100.00 元，实为 three 0.00 元');
      expect(told).toContain('“three”：不安排资金。应得100.00 元，而“道路类合计”（road）只剩0.00 元。');
      expect(told).toMatch(/测试：.*own\/scheme\.json:\d+ \/tests\/0/);
      const { schemes } = JSON.parse((await run(join(folder, 'own'), '--json')).told) as { schemes: { tests: { id: string; passed: boolean; differences: unknown; case: { pointer: string } }[] }[] };
      expect(schemes[0]?.tests.find(({ passed }) => !passed)).toMatchObject({ id: 'first-only', differences: [{ field: 'awards', expected: { three: 100 }, actual: { three: 0 } }], case: { pointer: '/tests/0/batch' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
