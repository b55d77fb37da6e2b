import type { BudgetSettings, BudgetValue } from '@cobuild/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';

const filled: BudgetValue = {
  lines: [
    { subject: 'equipment', item: '显示屏', unit: '台', quantity: 3, unitPrice: 18333.33 },
    { subject: 'training', item: '讲师', unit: '次', quantity: 10, unitPrice: 800 },
  ],
  own: 20100, requested: 42800,
};
const mountBudget = (value: unknown = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mountRecord(everyRecord.budget, value, properties);
const cell = (form: CobuildForm, at: string): HTMLElement => find(form, `[data-cell="/lines/${at}"]`);
const recordOf = (form: CobuildForm): BudgetValue | undefined => form.value['record'] as BudgetValue | undefined;
const active = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;
const activeCell = (form: CobuildForm): string | undefined => active(form)?.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
const totals = (form: CobuildForm): string => find(form, '.totals').textContent?.replace(/\s+/g, ' ').trim() ?? '';
const press = (keys: string): Promise<void> => userEvent.keyboard(keys);

/** What a spreadsheet puts on the clipboard, pasted into an element. */
function paste(into: Element, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  into.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
}

beforeEach(() => page.viewport(1280, 900));

describe('a budget', () => {
  it('is filled in by keyboard alone, from cell to cell', async () => {
    const form = await mountBudget();
    await form.focusField('/record');
    await press('{Home}{Enter}');
    await userEvent.selectOptions(active(form) as HTMLSelectElement, '设备购置');
    await press('{Tab}显示屏{Tab}台{Tab}3{Tab}1,000.5');
    const typing = recordOf(form);
    await press('{Enter}');

    expect(typing).toEqual({ lines: [{ subject: 'equipment', item: '显示屏', unit: '台', quantity: 3, unitPrice: 1000.5 }] });
    expect(cell(form, '0/unitPrice').textContent).toBe('1,000.50');
    expect(cell(form, '0/amount').textContent).toBe('3,001.50');
    expect([activeCell(form), active(form)?.getAttribute('role')]).toEqual(['/lines/0/unitPrice', 'gridcell']);
  });

  it('moves by arrows, Home and End, and is one stop for Tab', async () => {
    const form = await mountBudget(filled);
    await form.focusField('/record');
    const ways: (string | undefined)[] = [];
    for (const keys of ['{ArrowDown}', '{ArrowLeft}', '{ArrowUp}', '{End}', '{Home}', '{Control>}{End}{/Control}', '{Control>}{Home}{/Control}']) {
      await press(keys);
      ways.push(activeCell(form) ?? active(form)?.getAttribute('aria-label') ?? undefined);
    }

    expect(ways).toEqual(['/lines/1/item', '/lines/1/subject', '/lines/0/subject', '删除第1行', '/lines/0/subject', '删除第2行', '/lines/0/subject']);
    expect(form.renderRoot.querySelectorAll('.budget-grid [tabindex="0"]')).toHaveLength(1);
    await press('{Tab}');
    expect(active(form)?.closest('.budget-grid')).toBeNull();
  });

  it('begins with a letter, takes back with Escape, clears with Delete, and undoes', async () => {
    const form = await mountBudget(filled);
    await form.focusField('/record/lines/0/quantity');
    await press('7');
    const begun = recordOf(form)?.lines[0]?.quantity;
    await press('{Escape}');
    const escaped = recordOf(form)?.lines[0]?.quantity;
    await press('{Delete}');
    const cleared = recordOf(form)?.lines[0]?.quantity;
    await press('{Control>}z{/Control}');

    expect([begun, escaped, cleared, recordOf(form)?.lines[0]?.quantity]).toEqual([7, 3, undefined, 3]);
    expect(active(form)?.closest('.budget-grid')).not.toBeNull();
  });

  it('opens the first cell of a line that is added, so that an input method can type into it at once', async () => {
    const plain = await mountRecord(recordForm('budget', { 'zh-CN': '预算' }, { budget: {} }), { lines: [{ item: '显示屏' }], requested: 100 });
    const focusOf = (form: CobuildForm): (string | undefined)[] => [activeCell(form), active(form)?.tagName];
    await userEvent.click(page.getByRole('button', { name: '添加一行' }));
    const added = focusOf(plain);
    // Letters as an input method commits them: no key of them is seen by the cell.
    document.execCommand('insertText', false, '讲师');
    await press('{Tab}');
    const next = focusOf(plain);
    await userEvent.click(page.getByRole('button', { name: '在第1行下面插入一行', exact: true }));
    const inserted = focusOf(plain);
    plain.remove();

    const withSubjects = await mountBudget(filled);
    await userEvent.click(page.getByRole('button', { name: '添加一行' }));

    expect([added, next, inserted]).toEqual([['/lines/1/item', 'INPUT'], ['/lines/1/unit', 'INPUT'], ['/lines/1/item', 'INPUT']]);
    expect(recordOf(plain)?.lines.map(({ item }) => item)).toEqual(['显示屏', undefined, '讲师']);
    expect(focusOf(withSubjects)).toEqual(['/lines/2/subject', 'SELECT']);
  });

  it.each([
    ['insert', '在第1行下面插入一行', ['显示屏', undefined, '讲师']],
    ['copy', '复制第1行', ['显示屏', '显示屏', '讲师']],
    ['down', '下移第1行', ['讲师', '显示屏']],
    ['remove', '删除第1行', ['讲师']],
  ])('can %s a line, says so, and undoes it', async (_action, name, items) => {
    const form = await mountBudget(filled);
    await userEvent.click(page.getByRole('button', { name, exact: true }));
    const after = recordOf(form)?.lines.map(({ item }) => item);
    const said = Array.from(form.renderRoot.querySelectorAll('[role=status]'), ({ textContent }) => textContent).join('');

    await userEvent.click(page.getByRole('button', { name: '撤销', exact: true }));

    expect(after).toEqual(items);
    expect(said).toMatch(/第\d行。总费用/);
    expect(recordOf(form)).toEqual(filled);
  });

  it('row 24: edits of lines update the totals, and Kaiping’s co-funding holds at 40 % and at least 10 %', async () => {
    const title = (text: string): { readonly 'zh-CN': string } => ({ 'zh-CN': text });
    const kaiping: BudgetSettings = {
      coFunding: {
        base: 'raised', fund: 'centreProvince',
        sources: [
          { id: 'centreProvince', title: title('中央和省级'), share: { p: 40, q: 100 }, bound: 'atMost' },
          { id: 'cityCounty', title: title('市县'), share: { p: 10, q: 100 }, bound: 'atLeast', parts: [{ id: 'city', title: title('市级'), share: { p: 1, q: 2 } }, { id: 'county', title: title('县级'), share: { p: 1, q: 2 } }] },
        ],
      },
    };
    const value = { lines: [{ item: '道路硬化', unit: '米', quantity: 300, unitPrice: 500 }], raised: 100_000, requested: 40_000, contributions: [{ source: 'city', amount: 5000 }, { source: 'county', amount: 5000 }] };
    const form = await mountRecord(recordForm('budget', title('预算'), { budget: kaiping }), value);
    const before = [totals(form), form.checkValidity()];

    await form.focusField('/record/lines/0/quantity');
    await press('310');
    const edited = totals(form);
    await press('{Enter}');
    const short = form.submit();
    await press('{Escape}');
    await form.focusField('/record/lines/0/quantity');
    await press('300{Enter}');
    const city = find<HTMLInputElement>(form, '[data-cell="/contributions/#city"] input');
    await userEvent.fill(city, '4999.99');
    const parts = form.submit();
    const told = find(form, '[data-cell="/contributions/#city"]').textContent;

    expect(before).toEqual([expect.stringMatching(/总费用 ?150,000.00 元.*相符.*最多可申请 ?40,000.00 元/), true]);
    expect(edited).toMatch(/总费用 ?155,000.00 元.*还差 5,000.00 元/);
    expect([short, parts]).toEqual([false, false]);
    expect(told).toContain('市县');
    expect(Array.from(form.renderRoot.querySelectorAll('.record-cell .label'), ({ textContent }) => textContent)).toEqual(expect.arrayContaining(['市级（选填）', '县级（选填）']));
  });

  it('says step by step what it comes to, and which limit decided', async () => {
    const form = await mountBudget(filled);

    expect(find(form, '.budget-steps .decides').textContent).toContain('自筹资金不少于');
    expect(find(form, '.budget-steps .decides .tag').textContent).toBe('由这一条决定');
    expect(totals(form)).toContain('最多可申请42,900.00 元');
  });

  it('takes lines from a spreadsheet after they were looked at', async () => {
    const form = await mountBudget(filled);
    paste(cell(form, '0/item'), '科目\t支出内容\t数量\t单价（万元）\n设备购置\t音响\t３\t0.12\n培训\t场地\t两\t800元\n合计\t\t\t');
    await form.updateComplete;
    const panel = find(form, '.budget-paste');
    const shown = [panel.querySelector('.paste-count')?.textContent, panel.querySelector('tbody tr')?.textContent?.replace(/\s+/g, ' '), panel.querySelector('.paste-problems')?.textContent];
    const unchanged = recordOf(form);

    await userEvent.click(page.getByRole('button', { name: '加入2行' }));

    expect(shown).toEqual(['读到2行，请核对：', expect.stringContaining('音响'), expect.stringContaining('不是大于0的数')]);
    expect(unchanged).toEqual(filled);
    expect(recordOf(form)?.lines.slice(2)).toEqual([{ subject: 'equipment', item: '音响', quantity: 3, unitPrice: 1200 }, { subject: 'training', item: '场地', unitPrice: 800 }]);
    expect(activeCell(form)).toBe('/lines/2/item');
  });

  it('reads a paste without a head by the columns that the grid shows, and its buttons stand in one line', async () => {
    const form = await mountRecord({ ...everyRecord.budget, fields: { '/record': { record: { budget: {} } } } }, { lines: [{ item: '显示屏', quantity: 1, unitPrice: 20 }] });
    const actions = [...form.renderRoot.querySelectorAll('.line-actions .button')].map((each) => Math.round(each.getBoundingClientRect().top));
    expect([actions.length, new Set(actions).size]).toEqual([5, 1]);

    paste(cell(form, '0/item'), '茶水\t箱\t3\t88.5');
    await form.updateComplete;
    await userEvent.click(page.getByRole('button', { name: '加入1行' }));
    expect(recordOf(form)?.lines[1]).toEqual({ item: '茶水', unit: '箱', quantity: 3, unitPrice: 88.5 });
  });

  it('leaves the lines alone when a paste is cancelled, and goes back to the button', async () => {
    const form = await mountBudget(filled);
    await userEvent.click(page.getByRole('button', { name: '从表格粘贴' }));
    await userEvent.fill(page.getByLabelText('粘贴的内容'), '音响\t3');
    await userEvent.click(page.getByRole('button', { name: '取消' }));

    expect(recordOf(form)).toEqual(filled);
    expect(active(form)?.textContent?.trim()).toBe('从表格粘贴');
  });

  it.each([['Ctrl+Z', '{Control>}z{/Control}'], ['Escape', '{Escape}']])('puts the preview of a paste away with %s and takes back nothing else', async (_, keys) => {
    const form = await mountBudget(filled);
    await form.focusField('/record');
    await press('{Home}{ArrowRight}{Enter}投影仪{Enter}');
    const typed = recordOf(form);
    paste(cell(form, '0/item'), '音响\t3\n场地\t1');
    await form.updateComplete;
    const shown = form.shadowRoot?.querySelector('.budget-paste') !== null && active(form)?.classList.contains('record-title');
    await press(keys);
    await form.updateComplete;

    expect(shown).toBe(true);
    expect(form.shadowRoot?.querySelector('.budget-paste')).toBeNull();
    expect([typed?.lines[0]?.item === filled.lines[0]?.item, recordOf(form)]).toEqual([false, typed]);
    expect(active(form)?.textContent?.trim()).toBe('从表格粘贴');
  });

  it('tells what is wrong under the line, and leads there from the summary', async () => {
    const form = await mountBudget({ ...filled, lines: [filled.lines[0], { subject: 'training', item: '讲师', quantity: 0, unitPrice: 800 }] });
    form.submit();
    await form.focusErrors();
    const entry = find<HTMLButtonElement>(form, '#error-summary .link');
    entry.click();

    await expect.poll(() => activeCell(form)).toBe('/lines/1/quantity');
    expect(active(form)?.getAttribute('aria-invalid')).toBe('true');
    expect(form.shadowRoot?.getElementById(active(form)?.getAttribute('aria-describedby') ?? '')?.textContent).toContain(entry.textContent?.trim());
  });

  it('says nothing is wrong while the person goes from cell to cell', async () => {
    const form = await mountBudget();
    await form.focusField('/record');
    await press('显示屏{Tab}台{Tab}3{Escape}{ArrowRight}');

    expect(form.renderRoot.querySelectorAll('.field-error')).toHaveLength(0);
  });

  it('takes its caps from the parameters of the scheme, and from the category in another answer', async () => {
    const settings: BudgetSettings = { perProjectCap: { parameter: 'cap' }, category: '/projectName', categoryCaps: [{ category: '小', title: { 'zh-CN': '小额' }, maximum: 100 }] };
    const form = await mountRecord(recordForm('budget', undefined, { budget: settings }), { lines: [{ item: '桌椅', quantity: 1, unitPrice: 900 }], requested: 900 }, { facts: { parameters: { cap: 500 } } });
    const byParameter = totals(form);
    form.model?.setValue('/projectName', '小');

    expect([byParameter, totals(form)]).toEqual([expect.stringContaining('最多可申请500.00 元'), expect.stringContaining('最多可申请100.00 元')]);
  });

  it('is a table that nobody types into where the answer is fixed', async () => {
    const definition = { ...everyRecord.budget, schema: { type: 'object', properties: { projectName: { type: 'string' }, record: { readOnly: true } } } };
    const form = await mountRecord(definition, filled);

    expect(form.renderRoot.querySelectorAll('[data-pointer="/record"] :is(input, select, button)')).toHaveLength(0);
    expect(find(form, '[data-pointer="/record"] tbody').textContent?.replace(/\s+/g, '')).toContain('设备购置显示屏台318,333.3354,999.99');
  });

  it.each([{ lines: 'x' }, { lines: [null, 3, { item: 7, quantity: 'x' }], contributions: 'y', own: 'z' }])('draws %j', async (value) => {
    const form = await mountBudget(value);

    expect(form.renderRoot.querySelector('.budget-grid')).not.toBeNull();
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation in %s, empty, with problems and while pasting', async (lang) => {
    const form = await mountBudget({ ...filled, lines: [...filled.lines, { item: '' }] }, { lang });
    form.submit();
    paste(cell(form, '0/item'), '讲师\t两');
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each([['zh-CN', false], ['zh-CN', true], ['en', false], ['en', true]])('has whole words in the heads of its columns and room for what is written (%s, notes: %s)', async (lang, notes) => {
    const { fields, ...definition } = everyRecord.budget;
    const settings = { ...fields, '/record': { ...fields?.['/record'], widgetOptions: { notes } } };
    const form = await mountRecord({ ...definition, fields: settings }, filled, { lang });
    const heads = Array.from(form.renderRoot.querySelectorAll('.budget-grid thead th'));
    const written = Array.from(form.renderRoot.querySelectorAll('.budget-grid :is(td.c-item, td.c-note)'));

    expect(heads).toHaveLength(notes ? 9 : 8);
    expect(heads.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent)).toEqual([]);
    expect(written.filter(({ clientWidth }) => clientWidth < 64)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stays inside 390 px in %s, a card for each line', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountBudget(filled, { lang });
    form.submit();
    await form.updateComplete;

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(find(form, '.budget-grid').scrollWidth).toBeLessThanOrEqual(390);
    const small = Array.from(form.renderRoot.querySelectorAll('.line-actions button'), (button) => button.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24);
    expect(small).toEqual([]);
  });
});
