import type { Case, Scheme } from '@cobuild/core';
import { loadCases, sheetFromCases, csvFromSheet, simulate } from '@cobuild/rules';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleCases, exampleScheme } from '../../../../.storybook/examples.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-simulator.js';
import type { CobuildKeepRunDetail, CobuildSimulator } from './cobuild-simulator.js';

const scheme = exampleScheme('sanshui-xinan');
const cases = exampleCases('sanshui-xinan');
const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildSimulator> = {}): Promise<CobuildSimulator> => mount<CobuildSimulator>('cobuild-simulator', { scheme, cases, ...properties });
const summary = (element: CobuildSimulator): string => words(element.renderRoot.querySelector('.pictures[aria-busy=false] .summary'));
const shown = async (element: CobuildSimulator, text: string): Promise<void> => {
  await expect.poll(() => summary(element), { timeout: 10_000 }).toBe(text);
};
const rows = (element: CobuildSimulator, part: string): string[][] => Array.from(element.renderRoot.querySelectorAll(`[part=${part}] tbody tr`), (row) => Array.from(row.children, words));
const named = <T extends HTMLElement>(element: CobuildSimulator, name: string): T => find<T>(element, `[aria-label="${name}"]`);
const pressed = async (element: CobuildSimulator, label: string, index = 0): Promise<void> => {
  const found = Array.from(element.renderRoot.querySelectorAll('button')).filter((each) => words(each) === label)[index];
  if (found === undefined) throw new Error(`No button ${label}`);
  await userEvent.click(found);
};
const twoThirds = { parameters: { passRatio: { p: 2, q: 3 } } };
const fileOf = (text: string, name: string): File => new File([text], name);
const chooseFile = async (element: CobuildSimulator, file: File): Promise<void> => userEvent.upload(find<HTMLInputElement>(element, 'input[type=file]'), file);

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-simulator', () => {
  it('from one half to two thirds, typed into the field: exactly those flip who flip for the rules', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分子'), '2');
    await userEvent.fill(named(element, '通过比例：分母'), '3');
    const { flips, before, after } = simulate(loadCases(scheme, cases), twoThirds);
    expect(flips.total).toBeGreaterThan(0);
    await shown(element, `${flips.total}件的结果会变：${flips.better}件变为有利，${flips.worse}件变为不利。`);

    const listed = rows(element, 'flips').map(([name = '']) => cases.find(({ id }) => name.endsWith(id))?.id);
    expect(listed).toEqual(flips.page.items.map(({ id }) => id));
    expect(rows(element, 'figures').slice(0, 2).map(([title, was, is]) => [title, was, is])).toEqual([['通过', String(before.outcomes.approved), String(after.outcomes.approved)], ['未通过', String(before.outcomes.notApproved), String(after.outcomes.notApproved)]]);
    expect(element.renderRoot.querySelectorAll('.band.worse').length).toBeGreaterThan(0);
    expect(named<HTMLInputElement>(element, '通过比例：滑块').getAttribute('aria-valuetext')).toBe('2/3');
  });

  it('turns the slider with keys; the field follows, and every answer is that of the rules', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    const slider = named<HTMLInputElement>(element, '通过比例：滑块');
    slider.focus();
    const table = loadCases(scheme, cases);
    for (const key of ['{ArrowRight}', '{ArrowRight}', '{ArrowRight}', '{End}', '{Home}']) {
      await userEvent.keyboard(key);
      await element.updateComplete;
      const [p, q] = (slider.getAttribute('aria-valuetext') ?? '').split('/').map(Number);
      expect(['分子', '分母'].map((each) => Number(named<HTMLInputElement>(element, `通过比例：${each}`).value))).toEqual([p, q]);
      const { flips } = simulate(table, { parameters: { passRatio: { p, q } } });
      await shown(element, flips.total === 0 ? '没有人的结果会变。' : `${flips.total}件的结果会变：${flips.better}件变为有利，${flips.worse}件变为不利。`);
    }
    expect(summary(element)).toMatch(/[1-9]\d*件变为有利/);
    await pressed(element, '全部还原');
    await shown(element, '没有人的结果会变。');
  });

  it('shows the newest question only, however fast the slider is moved', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    const slider = named<HTMLInputElement>(element, '通过比例：滑块');
    for (let place = 0; place <= Number(slider.max); place += 1) {
      slider.value = String(place);
      slider.dispatchEvent(new Event('input'));
    }
    const { flips } = simulate(loadCases(scheme, cases), { parameters: { passRatio: { p: 1, q: 1 } } });
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input'));
    await shown(element, `${flips.total}件的结果会变：0件变为有利，${flips.worse}件变为不利。`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(summary(element)).toContain(`${flips.total}件`);
  });

  it('refuses what is no value beside the field, and keeps the picture', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    const field = named<HTMLInputElement>(element, '通过比例：分母');
    await userEvent.fill(field, '零');
    await expect.poll(() => words(element.renderRoot.querySelector('.field-error'))).toBe('这里要填数字。');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('零');
    await userEvent.fill(field, '0');
    await expect.poll(() => words(element.renderRoot.querySelector('.field-error'))).toMatch(/通过比例|passRatio/);
    expect(summary(element)).toBe('没有人的结果会变。');
    expect(await axeViolations(element)).toEqual([]);
  });

  it('opens a flip to its reasons before and after, and comes back to where it was', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分母'), '1');
    await expect.poll(() => rows(element, 'flips').length).toBeGreaterThan(0);
    const { flips: { page: { items: [first] } } } = simulate(loadCases(scheme, cases), { parameters: { passRatio: { p: 1, q: 1 } } });
    await shown(element, summary(element));
    await userEvent.click(named(element, `看理由：${first?.id ?? ''}`));
    await expect.poll(() => element.renderRoot.querySelectorAll('[part=explanation] .tree').length).toBeGreaterThan(1);
    expect(words(find(element, '[part=explanation] h4'))).toContain(first?.id);
    expect((element.renderRoot as ShadowRoot).activeElement?.id).toBe('explanation-title');
    expect(Array.from(element.renderRoot.querySelectorAll('[part=explanation] h5'), words)).toEqual(['现行', '改动后']);
    await pressed(element, '关闭');
    await expect.poll(() => (element.renderRoot as ShadowRoot).activeElement?.getAttribute('aria-label')).toBe(`看理由：${first?.id ?? ''}`);
  });

  it('holds another version of the rules against the scheme, with flips in both directions, and shows one direction only', async () => {
    const [first, second] = scheme.eligibility.rules;
    const limit = { ...second, id: 'amount-at-most', conditions: { all: [{ fact: 'amountRequested', operator: 'lessThanInclusive', value: 200_000 }] } };
    const changedScheme = { ...scheme, eligibility: { ...scheme.eligibility, rules: [first, limit] } } as Scheme;
    const nothingAsked = { ...(cases[0] as Case), id: 'nothing-asked', answers: { ...cases[0]?.answers, amountRequested: 0 } };
    const all = [...cases, nothingAsked];
    const { flips } = simulate(loadCases(scheme, all, { also: [changedScheme] }), { scheme: changedScheme });
    expect([flips.better, flips.worse].every((count) => count > 0)).toBe(true);

    const element = await show({ cases: all, changedScheme });
    await shown(element, `${flips.total}件的结果会变：${flips.better}件变为有利，${flips.worse}件变为不利。`);
    await userEvent.selectOptions(find(element, '.direction'), 'better');
    await expect.poll(() => rows(element, 'flips').length).toBe(flips.better);
    expect(words(find(element, '[part=flips] tbody'))).toContain('nothing-asked');
  });

  it('shows the money with what there is', async () => {
    const element = await show({ settings: { pools: { '*': { pool: 1_000_000 } } } });
    await expect.poll(() => words(element.renderRoot.querySelector('[part=picture]'))).toContain('可用资金');
    expect(words(find(element, '[part=picture]'))).toContain('1,000,000.00 元');
  });

  it('keeps a run with its parameters, figures and flips, and prints that one alone', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分子'), '2');
    await userEvent.fill(named(element, '通过比例：分母'), '3');
    const { flips, before, after } = simulate(loadCases(scheme, cases), twoThirds);
    await shown(element, `${flips.total}件的结果会变：0件变为有利，${flips.worse}件变为不利。`);
    const told: CobuildKeepRunDetail[] = [];
    element.addEventListener('cobuild-keep-run', (event) => told.push((event as CustomEvent<CobuildKeepRunDetail>).detail));
    await pressed(element, '留存这次试算');
    await expect.poll(() => element.runs.length).toBe(1);

    const [run] = element.runs;
    expect(told.map(({ run: kept }) => kept)).toEqual([run]);
    expect(run).toMatchObject({ scheme: { id: scheme.id }, parameters: [{ key: 'passRatio', before: { p: 1, q: 2 }, after: { p: 2, q: 3 } }], result: { before, after } });
    expect(run?.flips.map(({ id }) => id)).toEqual(flips.page.items.map(({ id }) => id));
    await userEvent.click(find(element, '.run summary'));
    expect(words(find(element, '.run'))).toContain('通过比例：1/2 → 2/3');
    expect(await axeViolations(element)).toEqual([]);
    const printing = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await pressed(element, '打印');
    await expect.poll(() => printing.mock.calls.length).toBe(1);
    expect(find(element, '.one-run .run.printed')).toBeTruthy();
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.one-run')).toBeNull();
    printing.mockRestore();
  });

  it.each([
    ['JSON Lines', () => fileOf(cases.map((each) => JSON.stringify(each)).join('\n'), 'past.jsonl')],
    ['CSV', () => fileOf(csvFromSheet(sheetFromCases(scheme, cases)), 'past.csv')],
  ])('reads a file of %s', async (_, file) => {
    const element = await show({ cases: [] });
    expect(words(find(element, '.table-empty'))).toContain('还没有以往的申报');
    await chooseFile(element, file());
    await shown(element, '没有人的结果会变。');
    expect(words(find(element, '[part=source]'))).toContain(`已装入${cases.length}件`);
  });

  it('leaves out lines that are no cases and names them; reads Excel where the page does, and says so where not', async () => {
    const element = await show({ cases: [] });
    await chooseFile(element, fileOf(`${JSON.stringify(cases[0])}\n{"id":"x"}\n`, 'past.jsonl'));
    await shown(element, '没有人的结果会变。');
    expect(words(find(element, '.notice-box.warning'))).toContain('2：');
    await chooseFile(element, fileOf('PK', 'past.xlsx'));
    await expect.poll(() => words(element.renderRoot.querySelector('[role=alert]'))).toContain('“past.xlsx”读不出来');

    element.readSheet = () => Promise.resolve(sheetFromCases(scheme, cases));
    await element.updateComplete;
    await chooseFile(element, fileOf('PK', 'past.xlsx'));
    await expect.poll(() => words(find(element, '[part=source]'))).toContain(`已装入${cases.length}件`);
  });

  it('lets a worker do the work, with the same answer', async () => {
    const started: string[] = [];
    const OwnWorker = globalThis.Worker;
    vi.stubGlobal('Worker', class extends OwnWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started.push(String(url));
      }
    });
    const workerUrl = new URL('../../../rules/src/simulation/worker.ts', import.meta.url).href;
    const element = await show({ workerUrl });
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分子'), '2');
    await userEvent.fill(named(element, '通过比例：分母'), '3');
    const { flips } = simulate(loadCases(scheme, cases), twoThirds);
    await shown(element, `${flips.total}件的结果会变：0件变为有利，${flips.worse}件变为不利。`);
    expect(started).toEqual([workerUrl]);
    vi.unstubAllGlobals();
  });

  it('does the work itself where the worker cannot be had', async () => {
    // The console of the page stays readable; other files of tests read what is said there.
    Object.assign(globalThis, { cobuildQuiet: true });
    const element = await show({ workerUrl: '/there-is-no-worker.js' });
    await shown(element, '没有人的结果会变。');
    Reflect.deleteProperty(globalThis, 'cobuildQuiet');
  });

  it('begins anew when it is put back on the page', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await shown(element, '没有人的结果会变。');
  });

  it.each<[string, Partial<CobuildSimulator>]>([['nothing loaded', { cases: [] }], ['in Chinese', {}], ['in English', { lang: 'en' }], ['every kind of parameter', { scheme: exampleScheme('qianjiang-innovation-demo'), cases: exampleCases('qianjiang-innovation-demo') }]])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    const element = await show(properties);
    if (properties.cases?.length !== 0) await expect.poll(() => summary(element), { timeout: 10_000 }).not.toBe('');
    for (const details of Array.from(element.renderRoot.querySelectorAll('details'))) details.open = true;

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
