import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allocateCommand } from './allocate-command.js';
import type { CommandOptions } from './read-options.js';
import { UsageError } from './command-io.js';

const root = fileURLToPath(new URL('../../../../examples/schemes/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'allocate-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const plain = { locale: 'zh-CN', json: false, settings: {}, all: false, help: false, draft: false, watch: false, strict: false, engine: 'cobuild' } as const;
const run = async (options: Partial<CommandOptions>) => {
  let [out, error] = ['', ''];
  const io = { out: (text: string) => void (out += text), error: (text: string) => void (error += text), readStandardInput: () => Promise.resolve('') };
  const exit = await allocateCommand({ paths: [join(root, 'gaoming-demo')], cases: join(root, 'gaoming-demo/cases.jsonl'), ...plain, ...options }, io);
  return { exit, out, error };
};

describe('cobuild allocate', () => {
  it('says in words how the money of the batch is divided', async () => {
    const { exit, out } = await run({ pool: '500万' });
    expect(exit).toBe(0);
    expect(out).toMatch(/^本批资金5,000,000\.00 元，安排\d+个项目/);
    expect(out).toContain('单个项目上限200,000.00 元');
  });

  it('gives decisions and awards as data, which add up to the pool', async () => {
    const { exit, out } = await run({ pool: '5000000', json: true });
    const { decisions, allocation } = JSON.parse(out) as { decisions: { award: number | null }[]; allocation: { allocated: number; remainder: number } };
    expect(exit).toBe(0);
    expect(decisions.reduce((sum, { award }) => sum + (award ?? 0), 0)).toBe(allocation.allocated);
    expect(allocation.allocated + allocation.remainder).toBe(5_000_000);
    expect(allocation.allocated).toBeGreaterThan(0);
  });

  it('reads what is known of the batch from a file; the amount of the call counts first', async () => {
    const context = file('batch.json', { pool: 1, yearFund: 9_999_999, spent: [{ amount: 5 }] });
    expect((await run({ context })).out).toContain('本批资金1.00 元');
    const { out } = await run({ context, pool: '20' });
    expect(out).toContain('本批资金20.00 元');
    expect(out).toContain('少于方案规定的下限 10000000 元');
  });

  it('ends with 1 where a district has not decided what an award needs', async () => {
    const { exit, out } = await run({ pool: '100', settings: { ownFundsShare: 'UNDECIDED' } });
    expect([exit, out.includes('方案还没有确定：自筹或配套比例')]).toEqual([1, true]);
  });

  it('gives nothing while a case of the batch cannot be read', async () => {
    const cases = file('cases.jsonl', `${readFileSync(join(root, 'gaoming-demo/cases.jsonl'), 'utf8').split('\n')[0]}\n{"id":\n`);
    const { exit, out, error } = await run({ pool: '100', cases });
    expect([exit, out, error.includes('2')]).toEqual([1, '', true]);
  });

  it.each<[string, Partial<CommandOptions>]>([
    ['no pool', {}], ['a pool that is no amount', { pool: 'much' }], ['a negative pool', { pool: '-5' }], ['a missing file', { context: join(folder, 'none.json') }], ['no JSON', { context: file('broken.json', '{') }], ['a list', { context: file('list.json', []) }],
    ['an unknown key', { context: file('key.json', { pool: 1, pools: 2 }) }], ['spent that is no money', { context: file('spent.json', { pool: 1, spent: [{ amount: '5' }] }) }], ['two schemes', { pool: '1', paths: ['a', 'b'] }],
    ['a list of consents', { context: file('consents.json', { pool: 1, consents: ['1'] }) }], ['a consent that is a text', { context: file('consent.json', { pool: 1, consents: { a: 'yes' } }) }], ['a batch that is no number', { context: file('number.json', { pool: 1, batchNumber: 0 }) }],
    ['spent without an amount', { context: file('no-amount.json', { pool: 1, spent: [{ town: 'x' }] }) }], ['a revote that is no count', { context: file('revote.json', { pool: 1, tieEvidence: { revote: { a: '3' } } }) }],
  ])('is wrong use with %s', async (_, options) => {
    await expect(run(options)).rejects.toThrow(UsageError);
  });

  it('names the members that a record of the batch may have', async () => {
    const said = async (name: string, content: unknown): Promise<string> => {
      const error: unknown = await run({ context: file(name, content) }).then(() => undefined, (thrown: unknown) => thrown);
      return error instanceof UsageError ? `${error.text['zh-CN']} ${error.text.en}` : '';
    };
    expect(await said('sed.json', { pool: 1, tieEvidence: { sed: 'x' } })).toContain('“tieEvidence.sed”不认识，可以写：seed、revote、decided。');
    expect(await said('towns.json', { pool: 1, spent: [{ amount: 1 }, { amount: 2, towns: 'x' }] })).toContain('"spent[1].towns"');
    expect(await said('list.json', { pool: 1, consents: ['1'] })).toContain('“consents”格式不对，应为项目编号和是否同意，例如 { "p1": true }。');
  });

  it('reads consents, what was given before and what separates equals', async () => {
    const context = file('whole.json', { pool: 5_000_000, yearFund: 10_000_000, batchNumber: 1, spent: [{ amount: 50_000, within: 'batch', town: 'hecheng' }], consents: { p1: true, p2: false }, tieEvidence: { seed: '2026-05-01 418', revote: { p1: 12 }, decided: ['p2', 'p1'] } });
    expect((await run({ context })).exit).toBe(0);
  });
});
