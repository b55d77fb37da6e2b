import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { SchemeReport } from '@cobuild/rules';
import { alreadyPublished, broken, clean, holes, pinned, unpinned } from '../../../../.storybook/gaoming-reports.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-scheme-report.js';
import type { CobuildSchemeReport } from './cobuild-scheme-report.js';

const mountReport = (reports: readonly SchemeReport[], lang = 'zh-CN'): Promise<CobuildSchemeReport> => mount<CobuildSchemeReport>('cobuild-scheme-report', { reports, lang });
/** What is open in one scheme, and a mistake beside it. */
const mixed: SchemeReport = { ...holes, problems: [...holes.problems, ...broken.problems] };
const severities = (element: CobuildSchemeReport): (string | undefined)[] => Array.from(find(element, 'details').querySelectorAll('tbody tr td:first-child'), (cell) => cell.textContent?.trim());

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-scheme-report', () => {
  it('says that a scheme with holes cannot be published, and lists each hole', async () => {
    const element = await mountReport([holes]);
    const count = holes.problems.filter(({ severity }) => severity === 'undecided').length;
    expect(count).toBeGreaterThan(5);
    expect(element.shadowRoot?.textContent).toContain(`还不能发布：有${count}处尚未决定。`);
    expect(element.shadowRoot?.querySelector('.button.primary')).toBeNull();
    expect(severities(element).filter((word) => word === '尚未决定')).toHaveLength(count);
  });

  it('asks for the editor where the host has one', async () => {
    const element = await mountReport([clean]);
    expect(element.shadowRoot?.textContent).not.toContain('编辑');
    element.editable = true;
    const asked: unknown[] = [];
    element.addEventListener('cobuild-edit', (event) => asked.push((event as CustomEvent<unknown>).detail));
    await page.getByRole('button', { name: /^编辑/ }).click();
    expect(asked).toEqual([{ folder: 'gaoming-demo' }]);
  });

  it('asks the host to publish a clean scheme', async () => {
    const element = await mountReport([holes, clean]);
    const asked: unknown[] = [];
    element.addEventListener('cobuild-publish', (event) => asked.push((event as CustomEvent<unknown>).detail));
    await page.getByRole('button', { name: /^发布这个版本/ }).click();
    expect(asked).toEqual([{ folder: 'gaoming-demo' }]);
  });

  it('gives file, line, column, pointer, sentence and remedy of a problem', async () => {
    const element = await mountReport([broken]);
    const row = find(element, 'tbody tr').textContent ?? '';
    for (const part of ['错误', '没有名为 greaterThen 的运算符。', '是否想写 greaterThan？', 'rule/unknown-operator', 'eligibility.json:41:24', '/rules/2/conditions/all/0/operator']) expect(row).toContain(part);
  });

  it('says what a failing test expected and got', async () => {
    const element = await mountReport([broken]);
    expect(element.shadowRoot?.textContent).toMatch(/outcome 应为 "approved"，实为 "notApproved"/);
    expect(element.shadowRoot?.textContent).toContain('有1个测试未通过');
  });

  it('shows problems of one weight alone', async () => {
    const element = await mountReport([mixed]);
    await page.getByRole('combobox', { name: '只看' }).selectOptions('undecided');
    await element.updateComplete;
    expect(new Set(severities(element))).toEqual(new Set(['尚未决定']));
    await page.getByRole('combobox', { name: '只看' }).selectOptions('');
    await element.updateComplete;
    expect(severities(element)).toHaveLength(mixed.problems.length);
  });

  it('keeps what is open with its folder when the report of another folder comes before it', async () => {
    const element = await mountReport([clean]);
    const opened = element.shadowRoot?.querySelector('[data-folder="gaoming-demo"] details:last-of-type') as HTMLDetailsElement;
    opened.open = true;
    element.reports = [holes, clean];
    await element.updateComplete;
    expect(Array.from(element.shadowRoot?.querySelectorAll('section') ?? [], ({ dataset }) => dataset['folder'])).toEqual(['gaoming', 'gaoming-demo']);
    expect(element.shadowRoot?.querySelector('[data-folder="gaoming-demo"] details:last-of-type')).toBe(opened);
    expect(opened.open).toBe(true);
  });

  it('keeps what is open and the filter when the next check comes in, and tells its time politely', async () => {
    const element = await mountReport([mixed]);
    const parameters = element.shadowRoot?.querySelectorAll('details')[2] as HTMLDetailsElement;
    parameters.open = true;
    await page.getByRole('combobox', { name: '只看' }).selectOptions('undecided');
    element.reports = [{ ...mixed, checkedAt: '2026-03-05T09:31:12+08:00' }];
    await element.updateComplete;
    expect(parameters.open).toBe(true);
    expect(new Set(severities(element))).toEqual(new Set(['尚未决定']));
    expect(find(element, '[role=status]').textContent).toContain('09:31');
  });

  it('lists limits that no test pins, each with what to add and where it stands, and lets the scheme be published', async () => {
    const element = await mountReport([unpinned]);
    const section = find<HTMLDetailsElement>(element, '.unpinned');
    expect(section.querySelector('summary')?.textContent).toBe('没有测试把关的界限（2）');
    section.open = true;
    expect(section.textContent).toContain('现有测试照样全部通过');
    const rows = Array.from(section.querySelectorAll('tbody tr'), (row) => row.textContent ?? '');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/测试照样通过.*请补一个测试：/s);
    expect(rows[0]).toMatch(/200,000.*\.json:\d+:\d+.*\/perProjectCap\/value/s);
    expect(element.shadowRoot?.querySelector('.button.primary')).not.toBeNull();
  });

  it.each([
    ['every limit is pinned', pinned, '每一个界限都有测试把关。'],
    ['there are no tests at all', { ...pinned, tests: [] }, '还没有自带测试，界限都没有测试把关。请先补测试。'],
  ])('says so where %s', async (_, report, sentence) => {
    const element = await mountReport([report]);
    expect(find(element, '.unpinned').textContent).toContain(sentence);
    expect(find(element, '.unpinned').textContent).not.toContain('现有测试照样全部通过');
  });

  it('leaves the section out where the host did not look', async () => {
    expect((await mountReport([clean])).shadowRoot?.querySelector('.unpinned')).toBeNull();
  });

  it('says which version is in force and why it cannot be published again', async () => {
    const element = await mountReport([alreadyPublished]);
    expect(element.shadowRoot?.textContent).toContain('正在受理');
    expect(element.shadowRoot?.textContent).toContain('这个版本号已经发布过');
  });

  it('says how many schemes are being checked still, and nothing of it when all are', async () => {
    const element = await mount<CobuildSchemeReport>('cobuild-scheme-report', { reports: [], waiting: ['gaoming', 'gaoming-demo'], lang: 'zh-CN' });
    expect(element.shadowRoot?.textContent?.trim()).toBe('正在检查，还有2个方案……');
    element.reports = [holes];
    element.waiting = ['gaoming-demo'];
    await element.updateComplete;
    expect(find(element, '.waiting').textContent).toBe('正在检查，还有1个方案……');
    element.waiting = [];
    await element.updateComplete;
    expect(find(element, '.waiting').textContent).toBe('');
  });

  it('says what to do first where there is no scheme', async () => {
    const element = await mountReport([]);
    expect(element.shadowRoot?.textContent).toContain('把方案文件夹放到数据目录的 schemes 下');
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no accessibility violation and no inline style (%s, %i pixels)', async (lang, width) => {
    await page.viewport(width, 800);
    for (const reports of [[holes, clean], [broken], [alreadyPublished], [unpinned], [pinned]]) {
      const element = await mountReport(reports, lang);
      for (const details of Array.from(element.shadowRoot?.querySelectorAll('details') ?? [])) details.open = true;
      expect(await axeViolations(element)).toEqual([]);
      expect(inlineStyles(element.renderRoot)).toEqual([]);
      expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    }
  });
});
