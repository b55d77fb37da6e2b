import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SimulationResult } from '../simulation/index.js';
import type { ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import type { CommandOptions } from './read-options.js';
import { simulateCommand } from './simulate-command.js';

const example = (path: string): string => fileURLToPath(new URL(`../../../../examples/schemes/${path}`, import.meta.url));
const xinan: CommandOptions = {
  paths: [example('sanshui-xinan')], cases: example('sanshui-xinan/cases.jsonl'), settings: { passRatio: { p: 3, q: 5 } },
  locale: 'zh-CN', json: false, all: false, help: false, draft: false, watch: false, strict: false, engine: 'cobuild',
};

async function run(options: Partial<CommandOptions>): Promise<{ readonly out: string; readonly error: string; readonly exit: ExitCode }> {
  let [out, error] = ['', ''];
  const exit = await simulateCommand({ ...xinan, ...options }, { out: (text) => { out += text; }, error: (text) => { error += text; }, readStandardInput: () => Promise.resolve('') });
  return { out, error, exit };
}

describe('cobuild simulate', () => {
  it('says how many of how many flip, which, why, and what that means in money', async () => {
    const { out, exit } = await run({});

    expect(exit).toBe(0);
    expect(out).toMatch(/^17 个案件中有 (\d+) 个结论改变：变好 0 个，变差 \1 个。/);
    expect(out).toMatch(/- xinan-2020-\d\d {2}通过 → 未通过 {2}“评审团投票”由通过变为未通过/);
    expect(out).toMatch(/通过项目的申请金额合计：[\d,.]+ 元 → [\d,.]+ 元/);
  });

  it('says it in English', async () => {
    expect((await run({ locale: 'en' })).out).toMatch(/^\d+ of 17 cases flip: 0 better, \d+ worse for the applicant\.[^]*"Jury vote": passed, now failed/);
  });

  it('gives the whole result as JSON', async () => {
    const { out } = await run({ json: true });
    const result = JSON.parse(out) as SimulationResult;

    expect(result.cases).toBe(17);
    expect(result.flips.page.items).toHaveLength(result.flips.total);
  });

  it('compares with another scheme, town by town', async () => {
    const { out, exit } = await run({ paths: [example('gaoming-demo')], cases: example('gaoming-demo/cases.jsonl'), with: example('gaoming'), settings: {} });

    expect(exit).toBe(0);
    expect(out).toContain('规则未定');
    expect(out).toMatch(/镇街 +案件 +通过 +金额/);
    expect(out).toContain('荷城街道');
  });

  it('refuses a value that the parameter may not have', async () => {
    const { error, exit } = await run({ settings: { passRatioo: 1 } });

    expect(exit).toBe(1);
    expect(error).toContain('passRatio');
  });

  it('asks for what to change and for the cases', async () => {
    await expect(run({ settings: {} })).rejects.toThrow(UsageError);
    await expect(simulateCommand({ ...xinan, paths: [] }, { out: () => undefined, error: () => undefined, readStandardInput: () => Promise.resolve('') })).rejects.toThrow(UsageError);
    const { cases: _, ...withoutCases } = xinan;
    await expect(simulateCommand(withoutCases, { out: () => undefined, error: () => undefined, readStandardInput: () => Promise.resolve('') })).rejects.toThrow(UsageError);
  });
});
