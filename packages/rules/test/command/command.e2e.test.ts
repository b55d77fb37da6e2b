import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPublished } from '@cobuild/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const command = 'packages/rules/bin/cobuild.js';
const gaoming = 'examples/schemes/gaoming';
const demo = 'examples/schemes/gaoming-demo';
const sanshui = 'examples/schemes/sanshui-xinan';
let folder = '';

interface Run { readonly code: number | null; readonly out: string; readonly error: string }

function cobuild(args: readonly string[], input = ''): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: repository, input, encoding: 'utf8' });
  return { code: status, out: stdout, error: stderr };
}

beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-b', 'packages/rules/tsconfig.node.json'], { cwd: repository, stdio: 'inherit' });
  folder = mkdtempSync(join(tmpdir(), 'cobuild-e2e-'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('cobuild check', () => {
  const holes = ['/voteBase/value', '/voteAbstention/value', '/voteTie/value', '/voteSecrecy/value', '/quorum', '/publicityPeriod/value', '/allocation/whenShort', '/allocation/tranches', '/supervision/reports/0/every', '/archive/retention'];

  it('says that Gaoming cannot be published and lists each hole with its place', () => {
    const { code, out, error } = cobuild(['check', gaoming]);
    expect([code, error]).toEqual([1, '']);
    for (const pointer of holes) expect(out).toMatch(new RegExp(`^examples/schemes/gaoming/[\\w/-]+\\.json:\\d+:\\d+ 未定 scheme/undecided ${pointer}$`, 'm'));
    expect(out).toMatch(/^examples\/schemes\/gaoming：未定 21 处.*不能发布：$/m);
    expect(out.split('不能发布：')[1]?.trim().split('\n')).toHaveLength(21);
    expect(out).not.toMatch(/ (错误|注意) /);
  });

  it('finds nothing to mend in the schemes that run', () => {
    const { code, out } = cobuild(['check', demo, sanshui, '--json']);
    const { problems } = JSON.parse(out) as { problems: { severity: string }[] };
    expect([code, problems.filter(({ severity }) => severity !== 'info')]).toEqual([0, []]);
  });

  it('is reached through npm on the machine of whoever cloned the repository', () => {
    const through = (name: string, args: readonly string[]): string => execFileSync(name, args, { cwd: repository, encoding: 'utf8' });
    expect(through('npm', ['run', '-s', 'cobuild', '--', 'check', demo])).toContain(`${demo}：没有错误`);
    expect(through('npx', ['--no-install', 'cobuild', 'check', demo])).toContain(`${demo}：没有错误`);
  });
});

describe('cobuild check --watch', () => {
  it('checks again within two seconds of a save and ends when it is told to', async () => {
    cpSync(join(repository, 'packages/rules/test/broken-schemes/base'), join(folder, 'watched'), { recursive: true });
    const file = join(folder, 'watched/scheme.json');
    const child = spawn(process.execPath, [command, 'check', join(folder, 'watched'), '--watch', '--lang', 'en'], { cwd: repository });
    let out = '';
    const until = async (pattern: RegExp, withinMs: number): Promise<void> => {
      const end = Date.now() + withinMs;
      while (!pattern.test(out)) {
        if (Date.now() > end) throw new Error(`Not said within ${withinMs} ms: ${String(pattern)}\n${out}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const collect = (part: Buffer): void => { out += part.toString(); };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    await until(/Watching for changes/, 20_000);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"households", "operator"', '"househods", "operator"'));
    await until(/scheme\/unknown-fact/, 2000);
    out = '';
    writeFileSync(file, '{ "half": ');
    await until(/scheme\/broken-json/, 2000);
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

describe('cobuild test', () => {
  it('passes the tests of every example', () => {
    const { code, out } = cobuild(['test', gaoming, demo, sanshui, '--lang', 'en']);
    expect([code, out.match(/^✗/m)]).toEqual([0, null]);
    expect([...out.matchAll(/: (\d+) of (\d+) tests passed\.$/gm)].map(([, passed, all]) => [passed, all])).toEqual([['27', '27'], ['51', '51'], ['11', '11']]);
  });
});

describe('cobuild decide', () => {
  const cases = `${demo}/cases.jsonl`;
  const lines = readFileSync(join(repository, cases), 'utf8').trim().split('\n');

  it('gives one decision per case, in the order of the file', () => {
    const { code, out } = cobuild(['decide', demo, '--cases', cases]);
    const decisions = out.trim().split('\n').map((line) => JSON.parse(line) as { id: string; outcome: string });
    // Some of them are there because the form would not let them through.
    expect([code, decisions.map(({ id }) => id)]).toEqual([1, lines.map((line) => (JSON.parse(line) as { id: string }).id)]);
    expect(new Set(decisions.map(({ outcome }) => outcome))).toEqual(new Set(['pending', 'rejected', 'approved', 'notApproved', 'ineligible', 'undetermined']));
  });

  it('reads standard input and decides alike on json-rules-engine, where the answers are complete', () => {
    const refused = new Set([...cobuild(['decide', demo, '--cases', cases]).error.matchAll(/cases\.jsonl:(\d+):/g)].map(([, line]) => Number(line)));
    expect(refused.size).toBeLessThan(lines.length / 2);
    const complete = lines.filter((_, index) => !refused.has(index + 1)).join('\n');
    const own = cobuild(['decide', demo, '--cases', '-'], complete);
    expect(own.code).toBe(0);
    expect(cobuild(['decide', demo, '--cases', '-', '--engine', 'json-rules-engine'], complete)).toEqual(own);
  });

  it.each([['appointed', 'counts', 'notApproved'], ['entitled', 'counts', 'notApproved'], ['present', 'counts', 'notApproved'], ['valid', 'excluded', 'pending']])('11 yes, 9 no, 2 abstentions on the base %s, abstentions %s: %s', (base, abstention, outcome) => {
    const { out } = cobuild(['decide', demo, '--cases', `${demo}/cases/10-eleven-yes.json`, '--set', `parameters.voteBase=${base}`, '--set', `parameters.voteAbstention=${abstention}`]);
    expect(JSON.parse(out)).toMatchObject({ outcome });
  });

  it('ends quietly when its reader stops early', () => {
    const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" ${command} decide ${sanshui} --cases ${sanshui}/cases.jsonl | head -1`], { cwd: repository, encoding: 'utf8' });
    expect([stdout.trim().split('\n').length, stderr]).toEqual([1, '']);
  });
});

describe('cobuild explain', () => {
  const args = ['explain', demo, '--case', `${demo}/cases/10-eleven-yes.json`];

  it('reads as sentences in Chinese', () => {
    const { code, out } = cobuild(args);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('没有通过“区级会审”，不予立项。');
    for (const part of ['申报条件：全部符合。', '赞成11票，反对9票，弃权2票', '未通过（11×2＝22＜23）', '依据：赞成票逾五成则正式通过']) expect(out).toContain(part);
    expect(out).not.toMatch(/undefined|\bentitled\b|greaterThan|notApproved/);
  });

  it('reads as sentences in English', () => {
    const { out } = cobuild([...args, '--lang', 'en']);
    expect(out.split('\n')[0]).toMatch(/^The application did not pass .*\.$/);
    expect(out).not.toMatch(/[\u4e00-\u9fff]|undefined|greaterThan|notApproved/);
  });
});

describe('cobuild publish', () => {
  it('row 3: refuses Gaoming as the text has it and lists base, quorum, tie, days and report interval', () => {
    const { code, out, error } = cobuild(['publish', gaoming, '-o', join(folder, 'gaoming.json')]);
    expect([code, out]).toEqual([1, '']);
    for (const pointer of ['/voteBase/value', '/quorum', '/voteTie/value', '/publicityPeriod/value', '/supervision/reports/0/every']) expect(error).toContain(`scheme/undecided ${pointer}\n`);
    expect(() => readFileSync(join(folder, 'gaoming.json'))).toThrow();
  });

  it('writes a file that is read back with the hash that was told', () => {
    const target = join(folder, 'gaoming-demo-2.0.0.json');
    const { code, out } = cobuild(['publish', demo, '-o', target, '--json']);
    expect(code).toBe(0);
    const { published } = readPublished(readFileSync(target, 'utf8'));
    expect(JSON.parse(out)).toEqual({ id: 'gaoming-demo', version: '2.0.0', hash: published?.hash });
  });
});
