import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { csvFromSheet, loadCases, runSchemeTests, sheetFromCases, simulate } from '@cobuild/rules';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleCases, exampleScheme } from '../../../../.storybook/examples.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-simulator.js';
import type { CobuildKeepRunDetail, CobuildMakeTestDetail, CobuildSimulator } from './cobuild-simulator.js';

const scheme = exampleScheme('sanshui-xinan');
const cases = exampleCases('sanshui-xinan');
const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const show = (properties: Partial<CobuildSimulator> = {}): Promise<CobuildSimulator> => mount<CobuildSimulator>('cobuild-simulator', { scheme, cases, ...properties });
const summary = (element: CobuildSimulator): string => words(element.renderRoot.querySelector('.pictures[aria-busy=false] .summary'));
const shown = async (element: CobuildSimulator, text: string): Promise<void> => {
  await expect.poll(() => summary(element), { timeout: 40_000 }).toBe(text);
};
const rows = (element: CobuildSimulator, part: string): string[][] => Array.from(element.renderRoot.querySelectorAll(`[part=${part}] tbody tr`), (row) => Array.from(row.children, words));
const named = <T extends HTMLElement>(element: CobuildSimulator, name: string): T => find<T>(element, `[aria-label="${name}"]`);
/** The tests that are asked for from now on. */
function testsMadeBy(element: CobuildSimulator): CobuildMakeTestDetail[] {
  const made: CobuildMakeTestDetail[] = [];
  element.addEventListener('cobuild-make-test', (event) => {
    event.preventDefault();
    made.push((event as CustomEvent<CobuildMakeTestDetail>).detail);
  });
  return made;
}
const pressed = async (element: CobuildSimulator, label: string, index = 0): Promise<void> => {
  const found = Array.from(element.renderRoot.querySelectorAll('button')).filter((each) => words(each) === label)[index];
  if (found === undefined) throw new Error(`No button ${label}`);
  await userEvent.click(found);
};
const twoThirds = { parameters: { passRatio: { p: 2, q: 3 } } };
const workerUrl = new URL('../../../rules/src/simulation/worker.ts', import.meta.url).href;
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
      const [p, q] = ['分子', '分母'].map((each) => Number(named<HTMLInputElement>(element, `通过比例：${each}`).value));
      expect(slider.getAttribute('aria-valuetext')).toBe(p === 0 ? '0' : `${p}/${q}`);
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

  it('says of parameters that decide nothing that no outcome changes with them', async () => {
    const element = await show({ scheme: exampleScheme('qianjiang-innovation-demo'), cases: exampleCases('qianjiang-innovation-demo') });
    await expect.poll(() => summary(element), { timeout: 10_000 }).not.toBe('');
    const others = find<HTMLDetailsElement>(element, '[part=parameters] details.others');
    expect(others.open).toBe(true);
    expect(words(others)).toContain('改动它们，申报的结果和金额都不会变');
    expect(words(find(element, '[part=flips] .table-empty'))).toBe('没有结果会变的申报。');
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
    expect(run?.scheme.hash).toMatch(/^[0-9a-f]{64}$/);
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
    ['JSON Lines', () => fileOf(cases.map((each) => JSON.stringify(each)).join('\n'), 'past.jsonl'), {}],
    ['CSV', () => fileOf(csvFromSheet(sheetFromCases(scheme, cases)), 'past.csv'), {}],
    ['JSON Lines in the worker', () => fileOf(cases.map((each) => JSON.stringify(each)).join('\n'), 'past.jsonl'), { workerUrl }],
    ['CSV in the worker', () => fileOf(csvFromSheet(sheetFromCases(scheme, cases)), 'past.csv'), { workerUrl }],
    ['a list of JSON in the worker', () => fileOf(JSON.stringify(cases, undefined, 2), 'past.json'), { workerUrl }],
  ])('reads a file of %s', async (_, file, properties) => {
    const element = await show({ cases: [], ...properties });
    expect(words(find(element, '.table-empty'))).toContain('还没有以往的申报');
    await chooseFile(element, file());
    await shown(element, '没有人的结果会变。');
    expect(words(find(element, '[part=source]'))).toMatch(new RegExp(`已装入“past\\.[a-z]+”里的${cases.length}件`));
  });

  it('knows the cases of a file that the worker read: who flips, any case by its number, and a test made of it', async () => {
    const element = await show({ cases: [], workerUrl });
    await chooseFile(element, fileOf(cases.map((each) => JSON.stringify(each)).join('\n'), 'past.jsonl'));
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分子'), '2');
    await userEvent.fill(named(element, '通过比例：分母'), '3');
    const { flips: { total, page: { items: [flip] } } } = simulate(loadCases(scheme, cases), twoThirds);
    await expect.poll(() => rows(element, 'flips').length).toBe(total);
    const found = cases.find(({ id }) => id === flip?.id);
    expect(rows(element, 'flips')[0]?.[0]).toContain(String(found?.answers['projectName']));
    await userEvent.fill(find(element, '#look-up'), flip?.id ?? '');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => words(element.renderRoot.querySelector('[part=explanation] h4'))).toContain(flip?.id);
    const made = testsMadeBy(element);
    await userEvent.click(named(element, '做成方案测试：现行的结果'));
    expect(made.map(({ test }) => JSON.stringify(test).includes(JSON.stringify(found?.answers['projectName'])))).toEqual([true]);
  });

  it('tells how many lines of a file cannot be read, and lists the first of them', async () => {
    const element = await show({ cases: [], workerUrl });
    const good = cases.map((each) => JSON.stringify(each)).join('\n');
    await chooseFile(element, fileOf(`${good}\n${'nothing\n'.repeat(700)}`, 'past.jsonl'));
    await shown(element, '没有人的结果会变。');
    expect(words(find(element, '.notice-box.warning'))).toContain('有700处读不出来');
    expect(element.renderRoot.querySelectorAll('.notice-box.warning li')).toHaveLength(5);
    await pressed(element, '留存这次试算');
    await expect.poll(() => element.runs[0]?.leftOut).toBe(700);
  });

  it('breaks off the reading in the worker, which ends with it', async () => {
    const ended: string[] = [];
    const OwnWorker = globalThis.Worker;
    vi.stubGlobal('Worker', class extends OwnWorker {
      override terminate(): void {
        ended.push('ended');
        super.terminate();
      }
    });
    const element = await show({ cases: [], workerUrl });
    const many = Array.from({ length: 60_000 }, (_, index) => JSON.stringify({ ...cases[0], id: `n${index}` })).join('\n');
    // Too much to come from outside the page.
    const files = new DataTransfer();
    files.items.add(fileOf(many, 'many.jsonl'));
    const input = find<HTMLInputElement>(element, 'input[type=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await expect.poll(() => find<HTMLProgressElement>(element, '[part=source] progress').value, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(words(find(element, '[part=source]'))).toContain('正在读取');
    await pressed(element, '取消');
    await expect.poll(() => words(find(element, '[part=source]'))).toContain('已取消');
    await expect.poll(() => ended).toContain('ended');
    vi.unstubAllGlobals();
  });

  it('leaves out lines that are no cases and names them; reads Excel where the page does, and says so where not', async () => {
    const element = await show({ cases: [] });
    await chooseFile(element, fileOf(`${JSON.stringify(cases[0])}\n{"id":"x"}\n`, 'past.jsonl'));
    await shown(element, '没有人的结果会变。');
    expect(words(find(element, '.notice-box.warning'))).toContain('第2行：');
    await chooseFile(element, fileOf('PK', 'past.xlsx'));
    await expect.poll(() => words(element.renderRoot.querySelector('[role=alert]'))).toContain('“past.xlsx”读不出来');

    element.readSheet = () => Promise.resolve(sheetFromCases(scheme, cases));
    await element.updateComplete;
    await chooseFile(element, fileOf('PK', 'past.xlsx'));
    await expect.poll(() => words(find(element, '[part=source]'))).toMatch(new RegExp(`已装入“past\\.[a-z]+”里的${cases.length}件`));
  });

  it.each([['empty.jsonl', '', '文件是空的'], ['letter.jsonl', '%PDF-1.4', '第1行：'], ['heads.csv', '甲,乙\n1,2', '']])('keeps what is loaded where nothing of %s is an application, and says so', async (name, content, reason) => {
    const element = await show({ cases: [] });
    await chooseFile(element, fileOf(JSON.stringify(cases[0]), 'past.jsonl'));
    await shown(element, '没有人的结果会变。');
    await chooseFile(element, fileOf(content, name));
    await expect.poll(() => words(element.renderRoot.querySelector('[role=alert]'))).toContain(`“${name}”里没有一件能读的申报，没有装入。`);
    expect(words(find(element, '[role=alert]'))).toContain(reason);
    expect(words(find(element, '[part=source]'))).toContain('已装入“past.jsonl”里的1件');
    await chooseFile(element, fileOf(JSON.stringify(cases[0]), 'other.jsonl'));
    await expect.poll(() => element.renderRoot.querySelector('[role=alert]')).toBeNull();
  });

  it('names an unknown column and the cell that cannot be read, and takes in the rest', async () => {
    const [head = [], first = [], ...others] = sheetFromCases(scheme, cases).map((row) => [...row]);
    const day = head.findIndex((cell) => String(cell).includes('submittedAt') || String(cell).includes('提交'));
    const broken = first.map((cell, index) => (index === day ? '前天' : cell));
    const element = await show({ cases: [] });
    await chooseFile(element, fileOf(csvFromSheet([[...head, '备注'], [...broken, ''], ...others.map((row) => [...row, ''])]), 'past.csv'));
    await expect.poll(() => words(find(element, '[part=source]'))).toContain(`已装入“past.csv”里的${cases.length - 1}件`);
    const told = words(find(element, '.notice-box.warning'));
    expect(told).toContain('有2处读不出来');
    expect(told).toMatch(/第 1 行.*备注/);
    expect(told).toMatch(/第 2 行.*前天/);
  });

  it('breaks off the reading of a file, and reads another one afterwards', async () => {
    const element = await show({ cases: [] });
    const many = Array.from({ length: 20_000 }, (_, index) => JSON.stringify({ ...cases[0], id: `n${index}` })).join('\n');
    await chooseFile(element, fileOf(many, 'many.jsonl'));
    await expect.poll(() => words(find(element, '[part=source]'))).toContain('正在读取');
    await pressed(element, '取消');
    await expect.poll(() => words(find(element, '[part=source]'))).toContain('已取消');
    expect(words(find(element, '.table-empty'))).toContain('还没有以往的申报');
    await chooseFile(element, fileOf(cases.map((each) => JSON.stringify(each)).join('\n'), 'past.jsonl'));
    await shown(element, '没有人的结果会变。');
    expect(words(find(element, '[part=source]'))).not.toContain('已取消');
  });

  it('breaks off the loading of very many cases and says so', async () => {
    const element = await show({ cases: Array.from({ length: 60_000 }, (_, index) => ({ ...(cases[0] as Case), id: `n${index}` })) });
    // Loading is over in a second: the button is pressed as soon as it is there.
    await expect.poll(() => {
      const cancel = Array.from(element.renderRoot.querySelectorAll('button')).find((each) => words(each) === '取消');
      cancel?.click();
      return cancel;
    }, { interval: 5 }).toBeDefined();
    await expect.poll(() => words(find(element, '[part=source]'))).toContain('已取消');
    expect(words(find(element, '[part=source]'))).not.toContain('正在装入');
    expect(summary(element)).toBe('');
  });

  it('reads a file in the national encoding, and lines that reach over the parts it is read in', async () => {
    const long = { ...cases[0], answers: { ...cases[0]?.answers, note: '长'.repeat(300_000) } };
    const element = await show({ cases: [] });
    await chooseFile(element, fileOf([long, ...cases.slice(1)].map((each) => JSON.stringify(each)).join('\n'), 'past.jsonl'));
    await expect.poll(() => words(find(element, '[part=source]')), { timeout: 10_000 }).toContain(`里的${cases.length}件`);
    // "镇" as GB 18030 writes it.
    const escaped = JSON.stringify({ ...cases[0], answers: { ...cases[0]?.answers, place: '@' } }).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const ascii = new TextEncoder().encode(`${escaped}\n`);
    const at = ascii.indexOf('@'.charCodeAt(0));
    await chooseFile(element, new File([ascii.slice(0, at), Uint8Array.of(0xd5, 0xf2), ascii.slice(at + 1)], 'old.jsonl'));
    await expect.poll(() => words(find(element, '[part=source]')), { timeout: 10_000 }).toContain('已装入“old.jsonl”里的1件');
  });

  it('takes moves back and makes them again, a way of the slider as one step', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    const slider = named<HTMLInputElement>(element, '通过比例：滑块');
    const now = slider.value;
    for (const place of ['0', '1', '2']) {
      slider.value = place;
      slider.dispatchEvent(new Event('input'));
    }
    slider.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const turned = slider.getAttribute('aria-valuetext');
    await pressed(element, '撤销');
    await expect.poll(() => slider.value).toBe(now);
    await shown(element, '没有人的结果会变。');
    await pressed(element, '重做');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(turned);
  });

  it('divides the money that is typed, before and after, and shows the funding line of both', async () => {
    const divided = exampleScheme('qianjiang-innovation-demo');
    const money = { ...scheme, allocation: { ...divided.allocation, whenShort: 'stop', ranking: [{ by: 'votes', order: 'descending' }], ties: undefined, caps: undefined } } as unknown as Scheme;
    const element = await show({ scheme: money });
    await shown(element, '没有人的结果会变。');
    const pool = find<HTMLInputElement>(element, '#pool-0');
    await userEvent.fill(pool, '十万');
    pool.blur();
    await expect.poll(() => words(element.renderRoot.querySelector('.pools .field-error'))).toBe('这里要填数字。');
    await userEvent.fill(pool, '100000');
    pool.blur();
    await expect.poll(() => words(element.renderRoot.querySelector('[part=picture] table caption')), { timeout: 10_000 }).toBe('资助线');
    await userEvent.fill(named(element, '通过比例：分子'), '2');
    await userEvent.fill(named(element, '通过比例：分母'), '3');
    const { funding: [line] = [], flips } = simulate(loadCases(money, cases, { pools: { '*': { pool: 100_000 } } }), twoThirds);
    await expect.poll(() => summary(element)).toContain(`${flips.total}件`);
    const told = new Map(rows(element, 'picture').map(([title = '', ...cells]) => [title, cells]));
    expect(told.get('可用资金')).toEqual(['100,000.00 元', '100,000.00 元']);
    for (const [index, side] of [line?.before, line?.after].entries()) {
      expect(told.get('已分配')?.[index]).toBe(`${side?.allocated.toLocaleString('en', { minimumFractionDigits: 2 })} 元`);
      expect(told.get('最后一个获得资助')?.[index]).toContain(side?.lastIn === undefined ? '没有' : side.lastIn.id);
      expect(told.get('第一个没有获得资助')?.[index]).toContain(side?.firstOut === undefined ? '都获得资助' : side.firstOut.id);
    }
    expect(await axeViolations(element)).toEqual([]);
  });

  it('shows any case by its number, and makes a test of it that passes under the rules it is made for', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分母'), '1');
    await expect.poll(() => rows(element, 'flips').length).toBeGreaterThan(0);
    await userEvent.fill(find(element, '#look-up'), 'nobody');
    await pressed(element, '看理由', Array.from(element.renderRoot.querySelectorAll('button')).filter((each) => words(each) === '看理由').length - 1);
    await expect.poll(() => words(find(element, '.look-up'))).toContain('没有编号“nobody”');
    const { flips: { page: { items: [flip] } } } = simulate(loadCases(scheme, cases), { parameters: { passRatio: { p: 1, q: 1 } } });
    await userEvent.fill(find(element, '#look-up'), flip?.id ?? '');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => words(element.renderRoot.querySelector('[part=explanation] h4'))).toContain(flip?.id);

    const made = testsMadeBy(element);
    await userEvent.click(named(element, '做成方案测试：改动后的结果'));
    await userEvent.click(named(element, '做成方案测试：现行的结果'));
    expect(made.map(({ side }) => side)).toEqual(['after', 'before']);
    const strict = { ...scheme, parameters: { ...scheme.parameters, passRatio: { ...scheme.parameters['passRatio'], value: { p: 1, q: 1 } } } } as Scheme;
    const passes = (under: Scheme, detail: CobuildMakeTestDetail | undefined): unknown => runSchemeTests({ ...under, tests: detail === undefined ? [] : [detail.test] }, { calendar: chinaCalendar }).map(({ passed }) => passed);
    expect([passes(strict, made[0]), passes(scheme, made[0]), passes(scheme, made[1]), passes(strict, made[1])]).toEqual([[true], [false], [true], [false]]);
  });

  it('writes all flips to a file that spreadsheets open', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分母'), '1');
    const { flips } = simulate(loadCases(scheme, cases), { parameters: { passRatio: { p: 1, q: 1 } } }, { flips: { limit: 1000 } });
    await expect.poll(() => summary(element)).toContain(`${flips.total}件`);
    const files: Blob[] = [];
    const making = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push(blob as Blob);
      return '#';
    });
    await pressed(element, '导出这些变化（CSV）');
    await expect.poll(() => files.length).toBe(1);
    making.mockRestore();
    const lines = (await files[0]?.text() ?? '').trim().split('\r\n');
    expect(lines[0]).toContain('编号,项目,镇街,方向');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(flips.page.items.map(({ id }) => id));
    expect(lines[1]).toContain(String(flips.page.items[0]?.money.before));
  });

  it('goes on turning what was turned when the rules are edited, and begins anew with another scheme', async () => {
    const element = await show();
    await shown(element, '没有人的结果会变。');
    await userEvent.fill(named(element, '通过比例：分母'), '1');
    const field = named<HTMLInputElement>(element, '通过比例：分母');
    element.changedScheme = { ...scheme, version: '9.0.0' };
    await element.updateComplete;
    expect(field.value).toBe('1');
    element.scheme = { ...scheme };
    await element.updateComplete;
    expect(field.value).toBe('2');
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
