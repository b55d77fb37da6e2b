import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { published } from './gaoming-demo.js';
import { pageWith, portalPolicy, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import { built, launchChromium, repository, watchPage } from './watched-page.js';

interface Block { readonly language: string; readonly text: string }

/** The fenced blocks of a page, in order. */
function blocksOf(path: string): readonly Block[] {
  const text = readFileSync(join(repository, path), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', content = '']) => ({ language, text: content }));
}

/** The first block of a language, and the one that follows it. */
function blockOf(path: string, language: string): Block & { readonly next: string } {
  const blocks = blocksOf(path);
  const index = blocks.findIndex((block) => block.language === language);
  const found = blocks[index];
  if (found === undefined) throw new Error(`${path} has no block of ${language}`);
  return { ...found, next: blocks[index + 1]?.text ?? '' };
}

/** Scripts that a page of ours shows, each with the output that it promises. */
function scriptsOf(path: string): readonly { readonly path: string; readonly script: string; readonly output: string }[] {
  const blocks = blocksOf(path);
  return blocks.flatMap(({ language, text }, index) => (language === 'ts' ? [{ path, script: text, output: blocks[index + 1]?.text ?? '' }] : []));
}

let site: PortalSite;
let browser: Browser;
// Inside the repository, so that the packages are found by their names and taken from their builds.
const scratch = join(repository, '.cache', `readme-${process.pid}`);

beforeAll(async () => {
  mkdirSync(scratch, { recursive: true });
  site = await startPortalSite();
  browser = await launchChromium();
  site.serve('/cobuild.iife.js', built('cobuild.iife.js'));
});
afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  await browser.close();
  await site.close();
});

const run = (args: readonly string[], cwd: string): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
};

describe('the snippets to import', () => {
  const scripts = [...scriptsOf('README.md'), ...scriptsOf('packages/core/README.md')];

  it.each(scripts)('of $path compile and print what the page says', ({ script, output }) => {
    writeFileSync(join(scratch, 'snippet.mts'), script);
    const compilerOptions = { module: 'NodeNext', target: 'ES2020', lib: ['ES2020', 'DOM'], strict: true, noUncheckedIndexedAccess: true, types: [], skipLibCheck: true };
    writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['snippet.mts'] }));
    expect(run([join(repository, 'node_modules/typescript-native/bin/tsc'), '-p', scratch], repository)).toEqual({ status: 0, output: '' });
    expect(run(['snippet.mjs'], scratch)).toEqual({ status: 0, output });
  });

  it('are there', () => expect(scripts).toHaveLength(3));
});

describe('the snippet to configure', () => {
  it('has the problems that the page shows', () => {
    const { text: policy } = blockOf('README.md', 'json');
    const { text: command, next: shown } = blockOf('README.md', 'sh');
    const [, folder = ''] = /check (\S+)/.exec(command) ?? [];
    const work = mkdtempSync(join(tmpdir(), 'cobuild-readme-'));
    try {
      cpSync(join(repository, 'examples/schemes'), join(work, dirname(folder)), { recursive: true });
      mkdirSync(join(work, folder));
      writeFileSync(join(work, folder, 'scheme.json'), policy);
      const { status, output } = run([join(repository, 'packages/rules/bin/cobuild.js'), 'check', folder], work);
      expect(status).toBe(1);
      // A line of dots stands for problems that are left out.
      const parts = shown.split(/^…\n/m);
      expect(parts.length).toBeGreaterThan(1);
      expect(output.startsWith(parts[0] ?? '-')).toBe(true);
      expect(output.endsWith(parts[parts.length - 1] ?? '-')).toBe(true);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});

describe('the snippets to embed', () => {
  it('send what was filled in, on a page under the policy', async () => {
    const { text } = blockOf('README.md', 'html');
    site.serve('/page.html', pageWith(text));
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.getByLabel('项目名称').fill('暖心服务站');
    await page.getByLabel('申请金额').fill('86000');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.locator('#received').waitFor();
    expect(JSON.parse(site.submissions[site.submissions.length - 1]?.get('application') ?? '')).toEqual({ projectName: '暖心服务站', amountRequested: 86000 });
    expectQuiet(['/page.html', '/cobuild.iife.js', '/apply', '/favicon.ico']);
  });

  it('show the application of a published scheme', async () => {
    const path = 'packages/components/README.md';
    site.serve('/page.html', pageWith(blockOf(path, 'html').text));
    site.serve('/host.js', blockOf(path, 'js').text);
    site.serve('/published.json', JSON.stringify(published));
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}/page.html`);
    await page.getByLabel('项目名称').fill('暖心服务站');
    expectQuiet(['/page.html', '/cobuild.iife.js', '/host.js', '/published.json', '/favicon.ico']);
  });

  it('show a page that lends registers, a place for files and who signs', async () => {
    const path = 'packages/components/docs/hosts.md';
    site.serve('/page.html', pageWith(blockOf(path, 'html').text));
    site.serve('/host.js', blockOf(path, 'js').text);
    const organisation = { value: '91350100M000100Y43', label: '晴川社区服务中心' };
    site.serve('/organisations', JSON.stringify({ entries: [organisation], total: 1 }));
    const { page, complaints } = await watchPage(browser);
    const calls: string[] = [];
    await page.route('**/files**', (route) => {
      const request = route.request();
      calls.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postDataBuffer()?.length ?? 0}`);
      return route.fulfill({ json: { id: 'f1', scan: 'clean' } });
    });
    await page.goto(`${site.origin}/page.html`);

    await page.getByLabel('区县').selectOption({ label: '高明区' });
    await page.getByLabel('镇街', { exact: true }).selectOption({ label: '荷城街道' });
    await page.getByRole('combobox', { name: '承办单位' }).fill('晴川');
    await page.getByRole('option', { name: /晴川社区服务中心/ }).click();
    await page.locator('input[type=file]').setInputFiles({ name: '方案.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1_500_000, 'x') });
    await page.getByRole('link', { name: /方案\.pdf/ }).waitFor();
    const template = await page.getByRole('link', { name: /空白/ }).getAttribute('href');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: /名义签字/ }).click();

    const value = await page.evaluate(() => (document.querySelector('cobuild-form') as unknown as { value: unknown }).value);
    expect(value).toMatchObject({ area: '440608001', organisation: organisation.value, files: [{ id: 'f1', name: '方案.pdf', kind: 'plan' }], pledge: { signatures: [{ signer: 'secretary', by: { name: '林芳' } }] } });
    expect(calls.map((call) => call.replace(/ \d+$/, (length) => (call.startsWith('PUT') ? length : '')))).toEqual(['POST /files', 'PUT /files/f1 1000000', 'PUT /files/f1 500000', 'GET /files/f1']);
    expect(template).toBe('/files/plan-template/content');
    expect(complaints).toEqual([]);
  });

  it('state the policy that the elements are tested under', () => {
    expect(blockOf('packages/components/README.md', 'text').text.trim()).toBe(portalPolicy);
  });
});

describe('examples/embed/plain.html', () => {
  it('collects an idea and shows what the page would send', async () => {
    const folder = '/examples/embed/';
    for (const file of ['plain.html', 'plain.css', 'plain.js']) site.serve(folder + file, readFileSync(join(repository, folder, file), 'utf8'));
    site.serve('/packages/components/dist/cobuild.iife.js', built('cobuild.iife.js'));
    const { page, expectQuiet } = await watchPage(browser);
    await page.goto(`${site.origin}${folder}plain.html`);
    await page.getByLabel('项目名称').fill('暖心服务站');
    await page.getByLabel('志愿服务').check();
    await page.getByLabel('受益户数').fill('120');
    await page.getByLabel('支出内容').fill('饮水机');
    await page.getByLabel('金额').fill('1800');
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('#received').getByText('暖心服务站').waitFor();
    expect(JSON.parse(await page.locator('#received').innerText())).toEqual({ projectName: '暖心服务站', category: '志愿服务', households: 120, budgetLines: [{ subject: '饮水机', amount: 1800 }] });
    expectQuiet([...['plain.html', 'plain.css', 'plain.js'].map((file) => folder + file), '/packages/components/dist/cobuild.iife.js', '/favicon.ico']);
  });
});
