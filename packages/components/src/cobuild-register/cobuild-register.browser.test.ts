import type { Case } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exampleCases, exampleScheme, householdMarks, households } from '../../../../.storybook/examples.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-register.js';
import type { CobuildAssessedDetail, CobuildExportDetail, CobuildMarksDetail, CobuildRegister } from './cobuild-register.js';

const scheme = exampleScheme('yangjiang-households-demo');
const clerk = { id: 'clerk-1', role: 'villageClerk', unit: 'haitou' };
const settings = { grading: 'year', lowest: 0, highest: 100, columns: ['/memberName', '/plateNumber', '/householdsServed'] };
const some = households(60, 3);
const show = (properties: Partial<CobuildRegister> = {}): Promise<CobuildRegister> => mount<CobuildRegister>('cobuild-register', { scheme, cases: some, actor: clerk, settings, heading: '党员中心户名册', ...properties });

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const rows = (element: CobuildRegister): HTMLElement[] => Array.from(element.renderRoot.querySelectorAll<HTMLElement>('tr[data-entry]'));
const names = (element: CobuildRegister): string[] => rows(element).map((row) => words(row.querySelector('.name')));
const cells = (element: CobuildRegister, label: string): string[] => rows(element).map((row) => words(row.querySelector(`[data-label="${label}"]`)));
const button = (element: CobuildRegister, name: string): HTMLButtonElement => {
  const found = Array.from(element.renderRoot.querySelectorAll('button')).find((each) => words(each) === name);
  if (!found) throw new Error(`No button ${name}`);
  return found;
};
const heard = <T>(element: CobuildRegister, name: string): T[] => {
  const details: T[] = [];
  element.addEventListener(name, (event) => details.push((event as CustomEvent<T>).detail));
  return details;
};
const choose = async (element: CobuildRegister, label: string, value: string): Promise<void> => {
  const select = Array.from(element.renderRoot.querySelectorAll('label')).find((each) => words(each.querySelector('span')) === label)?.querySelector('select');
  if (!select) throw new Error(`No choice ${label}`);
  await userEvent.selectOptions(select, value);
  await element.updateComplete;
};
const paste = async (element: CobuildRegister, selector: string, text: string): Promise<void> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  find(element, selector).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
  await element.updateComplete;
};
const choosesFile = async (element: CobuildRegister, name: string, content: BlobPart): Promise<void> => {
  const files = new DataTransfer();
  files.items.add(new File([content], name));
  const input = find<HTMLInputElement>(element, 'input[type=file]');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.poll(() => element.renderRoot.querySelector('[part=assessment] .notice-box')).not.toBeNull();
};

const desk = async (width: number): Promise<void> => {
  await page.viewport(width, 900);
  // The frame follows a moment later; the element reads its width when it is made.
  await expect.poll(() => innerWidth).toBe(width);
};
beforeEach(() => desk(1280));

describe('cobuild-register: finding entries', () => {
  it('has no column for an answer that its host sends nothing of, masks it where it is sent, and shows it to whoever may read it', async () => {
    const columns = ['/memberName', '/phone', '/householdsServed'];
    const stranger = { id: 'j', role: 'juror' };
    const kept = some.map((entry) => ({ ...entry, answers: { ...entry.answers, phone: '13800138000' } }));
    const without = kept.map((entry) => ({ ...entry, answers: Object.fromEntries(Object.entries(entry.answers).filter(([key]) => key !== 'phone')) }));
    const heads = async (cases: readonly Case[], actor: CobuildRegister['actor']): Promise<string[]> => Array.from((await show({ cases, actor, settings: { ...settings, columns } })).renderRoot.querySelectorAll('thead .phone-head'), words).slice(0, 5);
    expect([(await heads(without, stranger)).includes('联系电话'), (await heads(kept, stranger)).includes('联系电话'), (await heads(without, clerk)).includes('联系电话')]).toEqual([false, true, true]);
    expect(cells(await show({ cases: kept, actor: stranger, settings: { ...settings, columns } }), '联系电话')[0]).toMatch(/^138\*+/);
    const left = await show({ cases: without, actor: stranger, settings: { ...settings, columns } });
    expect(cells(left, '联系户数')[0]).toMatch(/^\d+/);
  });

  it('lists the entries by pages, the first question first', async () => {
    const element = await show();

    expect(rows(element)).toHaveLength(50);
    expect(words(find(element, '[role=status]'))).toBe('共60条');
    button(element, '下一页').click();
    await element.updateComplete;
    expect(rows(element)).toHaveLength(10);
    expect(words(find(element, '.pager .figure'))).toBe('第 2 页，共 2 页');
  });

  it('is short on a phone: fewer to a page, and cards that the name opens', async () => {
    await desk(390);
    const element = await show();
    expect(rows(element)).toHaveLength(20);
    const [card] = rows(element);
    const answer = card?.querySelector<HTMLElement>('[data-label="联系户数"]');
    expect(answer?.offsetHeight).toBe(0);
    card?.querySelector<HTMLButtonElement>('.name')?.click();
    await element.updateComplete;
    expect(answer?.offsetHeight).toBeGreaterThan(0);
  });

  it('finds what is typed in any text that is seen, several words at once', async () => {
    const element = await show();
    await userEvent.fill(page.getByRole('searchbox'), '海00007 演示7镇');
    await element.updateComplete;
    expect(words(find(element, '[role=status]'))).toBe('共60条，找到0条');
    expect(words(find(element, '.table-empty'))).toContain('没有符合条件的条目');

    await userEvent.fill(page.getByRole('searchbox'), '海00007 演示1镇');
    await element.updateComplete;
    expect(rows(element).map(({ dataset }) => dataset['entry'])).toEqual(['YJ-00007']);

    button(element, '清除筛选').click();
    await element.updateComplete;
    expect(rows(element)).toHaveLength(50);
  });

  it('filters by town and by the villages of the town', async () => {
    const element = await show();
    await choose(element, '镇街', '演示2镇');

    expect(new Set(cells(element, '镇街'))).toEqual(new Set(['演示2镇']));
    expect(Array.from(element.renderRoot.querySelectorAll('select'), (each) => each.options.length)).toContain(2);
  });

  it('puts in order by a column, the other way round at the next press, figures the highest first', async () => {
    const element = await show();
    const head = (label: string): HTMLButtonElement => find(element, `button[aria-label^="${label}，"]`);
    head('联系户数').click();
    await element.updateComplete;
    const down = cells(element, '联系户数').map(Number.parseFloat);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(find(element, 'th[aria-sort]').getAttribute('aria-sort')).toBe('descending');

    head('联系户数').click();
    await element.updateComplete;
    expect(cells(element, '联系户数').map(Number.parseFloat)[0]).toBe(5);
  });

  it('opens what is registered of an entry below it, and the case on demand', async () => {
    const element = await show();
    const opened = heard<{ id: string }>(element, 'cobuild-open');
    find(element, '.name').click();
    await element.updateComplete;

    await expect.poll(() => words(find(element, 'cobuild-answers').shadowRoot as unknown as Element)).toContain('政策宣讲员');
    expect(find(element, '.name').getAttribute('aria-expanded')).toBe('true');
    button(element, '打开办理页').click();
    expect(opened).toEqual([{ id: 'YJ-00001' }]);
  });

  it('goes up and down by arrow keys, and through the pages', async () => {
    const element = await show();
    find(element, '.name').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(element.shadowRoot?.activeElement?.closest('tr')?.dataset['entry']).toBe('YJ-00002');
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => element.shadowRoot?.activeElement?.closest('tr')?.dataset['entry']).toBe('YJ-00051');
  });

  it('has an order to choose where there are no heads', async () => {
    await page.viewport(390, 800);
    const element = await show();
    await choose(element, '排序方式', 'column:2');

    expect(cells(element, '联系户数').map(Number.parseFloat)[0]).toBe(5);
  });
});

describe('cobuild-register: who sees what', () => {
  const columns = ['/memberName', '/phone', '/householdCode', '/plateNumber'];
  const one = [{ ...(some[0] as Case), answers: { ...some[0]?.answers, phone: '13800138000' } }];
  const read = async (actor: CobuildRegister['actor']): Promise<string> => words(rows(await show({ cases: one, actor, settings: { columns } }))[0]);

  it('row 78: masks what a role may not see, and shows the public only what is published', async () => {
    expect(await read(clerk)).toContain('13800138000');
    expect(await read({ id: 'm', role: 'memberHousehold' })).toMatch(/冯海生.*138\*\*\*\*8000/);
    const seen = await read(undefined);
    expect(seen).toMatch(/^冯\*\*演示/);
    expect(seen).not.toMatch(/138|YJ-/);
  });

  it('does not find what is hidden', async () => {
    const element = await show({ cases: one, actor: undefined, settings: { columns } });
    await userEvent.fill(page.getByRole('searchbox'), '冯海生');
    await element.updateComplete;

    expect(rows(element)).toHaveLength(0);
  });
});

describe('cobuild-register: the assessment of the year', () => {
  const assess = (properties: Partial<CobuildRegister> = {}): Promise<CobuildRegister> => show({ assessing: true, ...properties });
  const work = async (element: CobuildRegister): Promise<void> => {
    button(element, '计算等次和奖补').click();
    await expect.poll(() => element.renderRoot.querySelector('[part=figures]')).not.toBeNull();
  };
  const figures = (element: CobuildRegister): Record<string, string> => Object.fromEntries(Array.from(element.renderRoot.querySelectorAll('.figures > div'), (each) => [words(each.querySelector('dt')), words(each.querySelector('dd'))]));

  it('works out grades, ranks and rewards by the rules, each village within its fund', async () => {
    const element = await assess({ marks: householdMarks(some) });
    const results = heard<CobuildAssessedDetail>(element, 'cobuild-assessed');
    await work(element);

    const { '条目': entries, '奖补合计': granted } = figures(element);
    expect(entries).toBe('60');
    expect(results[0]?.assessment.groups).toHaveLength(3);
    expect(granted).toBe(`${new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 }).format(results[0]?.assessment.granted ?? 0)} 元`);
    expect(cells(element, '等次').every((grade) => ['履职好', '履职', '未履职'].includes(grade))).toBe(true);
  });

  it('filters by the grade that came out', async () => {
    const element = await assess({ marks: householdMarks(some) });
    await work(element);
    await choose(element, '等次', 'good');

    expect(new Set(cells(element, '等次'))).toEqual(new Set(['履职好']));
  });

  it('names the villages that cannot be rewarded, with what is missing', async () => {
    const element = await assess({ marks: householdMarks(some, 60) });
    await work(element);
    expect(words(find(element, '[part=groups]'))).toContain('演示1村：缺1条的评分');

    element.cases = households(30, 1);
    element.marks = Object.fromEntries(element.cases.map(({ id }) => [id, { village: 95, town: 95 }]));
    await element.updateComplete;
    button(element, '计算等次和奖补').click();
    await expect.poll(() => words(find(element, '[part=groups]'))).toContain('演示1村：应奖补24,000.00 元，超过可用的20,000.00 元，差4,000.00 元');
  });

  it.each([['-0.1', false], ['0', true], ['100', true], ['100.1', false], ['九十', false]])('takes a typed mark of 0 to 100 and says at the cell what is wrong with others: %s', async (typed, taken) => {
    const element = await assess();
    const input = find<HTMLInputElement>(element, '.mark');
    await userEvent.fill(input, typed);
    await userEvent.tab();

    expect(input.getAttribute('aria-invalid')).toBe(taken ? null : 'true');
    if (!taken) expect(words(find(element, '.field-error'))).toBe(`“${typed}”不能作为分数（0 至 100）`);
  });

  it('hands typed marks to the page and keeps them until it sets them', async () => {
    const element = await assess();
    const saved = heard<CobuildMarksDetail>(element, 'cobuild-marks');
    await userEvent.fill(find<HTMLInputElement>(element, '.mark'), '95');
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.closest('tr')?.dataset['entry']).toBe('YJ-00002');

    button(element, '保存评分').click();
    expect(saved).toEqual([{ marks: [{ id: 'YJ-00001', input: 'village', mark: 95 }] }]);
    element.marks = { 'YJ-00001': { village: 95 } };
    await element.updateComplete;
    expect(words(find(element, '[part=assessment]'))).not.toContain('还没有保存');
  });

  it('takes pasted rows and columns from a cell on, across pages, and refuses cell by cell', async () => {
    const element = await assess();
    await paste(element, 'tr[data-entry="YJ-00002"] .mark', '95\t88\n好\t80\n70\t101\n');

    expect(rows(element).slice(0, 4).map((row) => Array.from(row.querySelectorAll<HTMLInputElement>('.mark'), ({ value }) => value))).toEqual([['', ''], ['95', '88'], ['', '80'], ['70', '']]);
    expect(Array.from(element.renderRoot.querySelectorAll('.refused li'), words)).toEqual(['第 2 行 A 列“村评估”：“好”不能作为分数（0 至 100）。请改正这个单元格。', '第 3 行 B 列“镇评估”：“101”不能作为分数（0 至 100）。请改正这个单元格。']);
  });

  it('leaves one pasted word to the cell', async () => {
    const element = await assess();
    await paste(element, '.mark', '95');

    expect(element.renderRoot.querySelector('[part=assessment] .notice-box')).toBeNull();
  });

  it('row 32: takes 128 of 135 rows of a file in and names the 7 others by row and column', async () => {
    const element = await assess({ cases: households(135, 3) });
    const bad = new Map([[5, 'YJ-00006,九十,80'], [20, 'YJ-00021,101,80'], [30, 'YJ-00031,-1,80'], [60, 'YJ-00061,90,80分'], [70, 'YJ-99999,90,80'], [80, 'YJ-00080,90,80'], [134, ',90,80']]);
    const lines = Array.from({ length: 135 }, (_, index) => bad.get(index) ?? `YJ-${String(index + 1).padStart(5, '0')},90,80`);

    await choosesFile(element, '评分.csv', `编号,村评估,镇评估\r\n${lines.join('\r\n')}`);

    expect(words(find(element, '.box-title'))).toBe('填入128行，7处没有填入');
    expect(Array.from(element.renderRoot.querySelectorAll('.refused li'), (each) => /^第 \d+ 行 [A-C] 列/.exec(words(each))?.[0])).toEqual(['第 7 行 B 列', '第 22 行 B 列', '第 32 行 B 列', '第 62 行 C 列', '第 72 行 A 列', '第 82 行 A 列', '第 136 行 A 列']);
  });

  it('reads CSV in the national encoding, and other files by the page', async () => {
    const element = await assess({ readSheet: () => Promise.resolve([['编号', '村评估'], ['YJ-00001', 91]]) });
    await choosesFile(element, 'a.csv', new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb4, 0xe5, 0xc6, 0xc0, 0xb9, 0xc0, 0x0a, ...new TextEncoder().encode('YJ-00001,88')]));
    expect(find<HTMLInputElement>(element, '.mark').value).toBe('88');

    await choosesFile(element, 'a.xlsx', 'x');
    await expect.poll(() => find<HTMLInputElement>(element, '.mark').value).toBe('91');
  });

  it('says where a file cannot be read', async () => {
    const element = await assess({ readSheet: () => Promise.reject(new Error('no zip')) });
    await choosesFile(element, 'a.xlsx', 'x');

    expect(words(find(element, '[part=assessment] [role=alert]'))).toContain('请另存为 CSV 后再试');
  });

  it('says that results are those of before once a mark was changed', async () => {
    const element = await assess({ marks: householdMarks(some) });
    await work(element);
    await userEvent.fill(find<HTMLInputElement>(element, '.mark'), '1');
    await userEvent.tab();

    expect(words(find(element, '[part=assessment]'))).toContain('请重新计算');
  });

  it('hands out what the table shows of all pages, with texts that look like formulas as texts', async () => {
    const odd = { ...(some[0] as Case), id: 'odd', answers: { ...some[0]?.answers, plateNumber: '=1+1' } };
    const element = await assess({ cases: [odd, ...some], excel: true });
    const files = heard<CobuildExportDetail>(element, 'cobuild-export');
    element.addEventListener('cobuild-export', (event) => event.preventDefault());

    button(element, '导出 Excel').click();

    expect(files[0]).toMatchObject({ format: 'xlsx', name: '党员中心户名册' });
    expect(files[0]?.sheet).toHaveLength(62);
    expect(files[0]?.sheet[0]).toEqual(['编号', '党员姓名', '镇街', '村', '门牌编号', '联系户数', '村评估', '镇评估']);
  });
});

describe('cobuild-register: 35,000 entries', () => {
  it('goes on answering while it reads, searches, works out and exports', async () => {
    const many = households(35_000);
    const element = await mount<CobuildRegister>('cobuild-register', { scheme, cases: many, actor: clerk, settings, marks: householdMarks(many) });
    expect(element.renderRoot.querySelector('progress')).not.toBeNull();
    await expect.poll(() => words(find(element, '[role=status]'))).toBe('共35,000条');

    await userEvent.fill(page.getByRole('searchbox'), '海34999');
    await element.updateComplete;
    expect(names(element)).toHaveLength(1);

    button(element, '计算等次和奖补').click();
    await element.updateComplete;
    expect(words(find(element, '.progress'))).toMatch(/正在计算：[\d,]+ \/ 35,000/);
    // Typed while it works: answered before it is done.
    await userEvent.fill(page.getByRole('searchbox'), '');
    expect(rows(element)).toHaveLength(50);
    await expect.poll(() => element.renderRoot.querySelector('[part=figures]')).not.toBeNull();

    const files = heard<CobuildExportDetail>(element, 'cobuild-export');
    element.addEventListener('cobuild-export', (event) => event.preventDefault());
    button(element, '导出 CSV').click();
    await expect.poll(() => files[0]?.sheet.length).toBe(35_001);
  });

  it('stops working it out on demand', async () => {
    const many = households(20_000);
    const element = await mount<CobuildRegister>('cobuild-register', { scheme, cases: many, actor: clerk, settings, marks: householdMarks(many) });
    await expect.poll(() => element.renderRoot.querySelector('progress')).toBeNull();
    button(element, '计算等次和奖补').click();
    await element.updateComplete;
    button(element, '停止').click();
    await element.updateComplete;

    expect(element.renderRoot.querySelector('progress')).toBeNull();
    expect(button(element, '计算等次和奖补').disabled).toBe(false);
  });
});

describe('cobuild-register: everybody and everywhere', () => {
  it('says what will stand there where nothing is registered', async () => {
    expect(words(find(await show({ cases: [] }), '.table-empty'))).toContain('登记后会出现在这里');
  });

  it('leaves out an entry of another shape and lists the others', async () => {
    const element = await show({ cases: [...some.slice(0, 2), { id: 7 } as unknown as Case] });

    expect(rows(element)).toHaveLength(2);
    expect(words(find(element, '[role=alert]'))).toContain('/2');
  });

  it('shows the households of the example', async () => {
    expect(rows(await show({ cases: exampleCases('yangjiang-households'), settings: {} })).length).toBeGreaterThan(5);
  });

  it.each<[string, Partial<CobuildRegister>]>([
    ['to look at', {}], ['with marks', { assessing: true, marks: householdMarks(some, 9) }], ['in English', { lang: 'en', assessing: true }], ['for the public', { actor: undefined }],
  ])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    const element = await show(properties);
    if (properties.marks) button(element, '计算等次和奖补').click();
    find(element, '.name').click();
    await element.updateComplete;

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
