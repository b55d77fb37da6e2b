import type { ProjectAction } from '@cobuild/rules';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { actor } from '../../../../.storybook/gaoming.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import { ProjectPlay, secretary } from '../../../../.storybook/gaoming-projects.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-ledger.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { CobuildLedger } from './cobuild-ledger.js';

const play = new ProjectPlay();
const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const spent = new ProjectPlay().spent();
const show = (properties: Partial<CobuildLedger> = {}): Promise<CobuildLedger> => mount<CobuildLedger>('cobuild-ledger', { scheme: play.scheme, project: spent.project, actor: secretary, today: '2026-06-10', ...properties });
const listen = (element: CobuildLedger): ProjectAction[] => {
  const heard: ProjectAction[] = [];
  element.addEventListener('cobuild-action', (event) => heard.push((event as unknown as CustomEvent<CobuildProjectActionDetail>).detail.action));
  return heard;
};
const press = async (element: CobuildLedger, id: string): Promise<void> => {
  find<HTMLButtonElement>(element, `#${id}`).click();
  await element.updateComplete;
  await find<CobuildForm>(element, 'cobuild-form').updateComplete;
};
const form = (element: CobuildLedger): CobuildForm => find<CobuildForm>(element, 'cobuild-form');
const fill = (element: CobuildLedger, pointer: string, value: string): Promise<void> => userEvent.fill(find<HTMLInputElement>(form(element), `[data-pointer="${pointer}"] input, [data-pointer="${pointer}"] textarea`), value);
const cells = (element: CobuildLedger, part: string, column: number): string[] => Array.from(element.renderRoot.querySelectorAll(`[part=${part}] tbody tr > :nth-child(${column})`), words);

describe('cobuild-ledger', () => {
  it('says where the money comes from and what is left, with the sum written out', async () => {
    await page.viewport(1280, 900);
    const element = await show();

    expect(Array.from(element.renderRoot.querySelectorAll('.figures dd'), words)).toEqual(['70,000.00 元', '9,800.00 元', '0.00 元', '79,800.00 元', '6,599.50 元']);
    expect(words(find(element, '[part=contract]'))).toContain('资助 70,000.00 元 + 自筹 9,800.00 元 + 募集 0.00 元 = 79,800.00 元。 自筹和募集占总投入的 12.28%。');
    expect(words(find(element, '[part=account]'))).toContain('到账资助 42,000.00 元 + 自筹 9,800.00 元 + 募集 0.00 元 − 支出 45,200.50 元 = 余额 6,599.50 元');
  });

  it('lists tranches with their receipts, and what holds the one that is not paid', async () => {
    const element = await show({ project: new ProjectPlay().found().project });
    const [first, second] = Array.from(element.renderRoot.querySelectorAll('[part=tranches] tbody tr'), words);

    expect(first).toContain('42,000.00 元已拨付 登记退回 2026年4月2日 拨-2026-031');
    expect(second).toContain('暂不拨付');
    expect(second).toContain('监督发现的问题1还没有销号：饮水设备超出预算科目 0.50 元');
  });

  it('names a line over its budget in words, with the amount', async () => {
    const element = await show();

    expect(cells(element, 'budget', 5)).toEqual(['在预算内', '超支 0.50 元', '在预算内']);
    expect(words(find(element, '[part=budget] tfoot'))).toBe('合计79,800.00 元 45,200.50 元 34,599.50 元');
  });

  it('shows what the ledger of the fund holds of the project, and says where it differs from the log', async () => {
    const account = { year: 2026, at: '2026-04-01T10:00:00+08:00', by: 'c1', project: spent.project.id };
    const fund = [
      { ...account, sequence: 2, kind: 'reserved', amount: 70000 }, { ...account, sequence: 3, kind: 'committed', amount: 70000 }, { ...account, sequence: 4, kind: 'paid', amount: 42000, tranche: 'signing', voucher: '拨-2026-031' },
    ] as const;
    const element = await show({ fund });
    expect(words(find(element, '[part=fund]'))).toContain('预留 0.00 元，待拨付 28,000.00 元，净拨付 42,000.00 元。 与项目记录一致');
    expect(cells(element, 'fund', 3)).toEqual(['立项预留', '合同承诺', '拨付']);
    element.fund = fund.slice(0, 2);
    await element.updateComplete;
    expect(words(find(element, '[part=fund]'))).toContain('与项目记录不一致 项目记录为：预留 0.00 元，待拨付 28,000.00 元，净拨付 42,000.00 元。');
    expect((await show()).renderRoot.querySelector('[part=fund]')).toBeNull();
  });

  it('keeps a reversed entry, says by which it was reversed, and goes on with the balance', async () => {
    const element = await show();

    expect(cells(element, 'account', 8)).toEqual(['42,000.00 元', '51,800.00 元', '21,800.00 元', '6,599.50 元', '21,800.00 元', '6,599.50 元']);
    expect(cells(element, 'account', 3)[3]).toContain('已由第 5 笔冲销');
    expect(cells(element, 'account', 3)[4]).toContain('冲销第 4 笔 科目记错');
    expect(element.renderRoot.querySelector('#reverse-4, #reverse-5, #reverse-1')).toBeNull();
  });

  it('enters an expense in 万元 to the fen, and asks the host once', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, 'expense');
    await fill(element, '/amount', '0.123456万');
    await fill(element, '/payee', '荷城日用品店');
    await fill(element, '/voucher', '记-6');
    await userEvent.selectOptions(find<HTMLSelectElement>(form(element), 'select'), '桌椅和应急药箱');
    find<HTMLButtonElement>(element, '#entry-form-send').click();

    await vi.waitFor(() => expect(heard).toEqual([{ type: 'expenseRecorded', data: { line: 'things', payee: '荷城日用品店', amount: 1234.56, on: '2026-06-10', voucher: '记-6' } }]));
  });

  it.each([['6599.50', 1], ['6599.51', 0]])('asks the host for what the account can pay, %s of 6,599.50', async (amount, times) => {
    const element = await show();
    const heard = listen(element);
    await press(element, 'expense');
    for (const [pointer, value] of [['/amount', amount], ['/payee', '施工队'], ['/voucher', '记-6']] as const) await fill(element, pointer, value);
    await userEvent.selectOptions(find<HTMLSelectElement>(form(element), 'select'), '墙面地面改造');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await element.updateComplete;

    if (times === 0) await expect.poll(() => words(find(form(element), '[data-pointer="/amount"]'))).toContain('专账余额 6,599.50 元，不够支出这一笔');
    else await expect.poll(() => heard.length).toBe(1);
    expect(heard).toHaveLength(times);
  });

  it('shows at the questions what is missing, and sends nothing', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, 'expense');
    find<HTMLButtonElement>(element, '#entry-form-send').click();

    await expect.poll(() => form(element).renderRoot.querySelectorAll('.field-error').length).toBe(4);
    expect(heard).toEqual([]);
  });

  it('reverses with a reason, puts the form away when the project went on, and gives the focus back', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, 'reverse-6');
    expect((element.renderRoot as ShadowRoot).activeElement?.id).toBe('entry-form');
    await fill(element, '/reason', '重复入账');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => heard).toEqual([{ type: 'entryReversed', data: { entry: 6, reason: '重复入账' } }]);

    element.project = new ProjectPlay().spent().act('entryReversed', { entry: 6, reason: '重复入账' }, secretary).project;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('cobuild-form')).toBeNull();
    expect(words(find(element, '[role=status]'))).toBe('已登记。');
  });

  it('keeps what was typed where the host refuses, and says why at the question', async () => {
    const element = await show();
    await press(element, 'reverse-6');
    await fill(element, '/reason', '重复入账');
    element.problems = [{ code: 'x', severity: 'error', document: 'action', pointer: '/data/reason', params: {}, message: '请写明凭证号。' }];

    await expect.poll(() => words(find(form(element), '.field-error'))).toContain('请写明凭证号。');
    expect(form(element).value).toMatchObject({ reason: '重复入账' });
  });

  it('attaches vouchers through the files of the host, and offers none where it keeps no files', async () => {
    const without = await show();
    await press(without, 'expense');
    expect(form(without).renderRoot.querySelector('[data-pointer="/files"]')).toBeNull();

    const element = await show({ hosts: { files: createMemoryFileStore() } });
    const heard = listen(element);
    await press(element, 'funds');
    await expect.poll(() => form(element).renderRoot.querySelector('input[type=file]')).not.toBeNull();
    await userEvent.upload(find<HTMLInputElement>(form(element), 'input[type=file]'), new File(['票据'], '收据.pdf', { type: 'application/pdf' }));
    await expect.poll(() => words(form(element).renderRoot as unknown as Element)).toContain('收据.pdf');
    find<HTMLInputElement>(form(element), 'input[type=radio]').click();
    await fill(element, '/amount', '500');
    await fill(element, '/voucher', '收-2');
    await expect.poll(() => (find<HTMLButtonElement>(element, '#entry-form-send').click(), heard.length)).toBeGreaterThan(0);

    expect(heard[0]).toMatchObject({ type: 'fundsReceived', data: { source: 'own', amount: 500, files: [{ name: '收据.pdf', type: 'application/pdf' }] } });
    expect(JSON.stringify(heard)).not.toContain('data:');
  });

  it('asks for a change of lines, and lets the office decide it', async () => {
    const element = await show();
    const heard = listen(element);
    await press(element, 'change');
    find<HTMLInputElement>(form(element), 'input[type=radio]').click();
    await fill(element, '/budget/1/amount', '15300');
    await fill(element, '/reason', '材料涨价');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => heard).toMatchObject([{ type: 'changeRequested', data: { request: { kind: 'money', reason: '材料涨价', budget: [{ id: 'works', amount: 55900 }, { id: 'water', amount: 15300 }, { id: 'things', amount: 8700 }] } } }]);

    const asked = new ProjectPlay().spent().act('changeRequested', (heard[0] as Extract<ProjectAction, { type: 'changeRequested' }>).data, secretary);
    const office = await show({ project: asked.project, actor: clerk });
    expect(cells(office, 'changes', 1)).toEqual(['预算调剂饮水和充电设备：15,200.00 元 → 15,300.00 元']);
    const decided = listen(office);
    await press(office, 'decide-change-1');
    find<HTMLInputElement>(form(office), 'input[type=radio]').click();
    find<HTMLButtonElement>(office, '#entry-form-send').click();
    await expect.poll(() => decided).toEqual([{ type: 'changeDecided', data: { change: 'change-1', granted: true } }]);
  });

  it('keeps what was typed where somebody else was first, shows what stands now, and closes the form once it is taken', async () => {
    const before = new ProjectPlay().spent();
    const element = await show({ project: before.project });
    await press(element, 'funds');
    await fill(element, '/voucher', '收-7');
    const meanwhile = new ProjectPlay().spent().act('fundsReceived', { source: 'raised', amount: 500, on: '2026-06-04', voucher: '收-9' }, secretary);
    Object.assign(element, { problems: [{ code: 'portal/project-conflict', severity: 'error', document: 'request', pointer: '', params: {}, message: '其他人刚刚更新过这个项目。' }], project: meanwhile.project });
    await element.updateComplete;
    await expect.poll(() => words(form(element).renderRoot as unknown as Element)).toContain('其他人刚刚更新过这个项目');

    expect(words(element.renderRoot as unknown as Element)).toContain('收-9');
    expect(find<HTMLInputElement>(form(element), '[data-pointer="/voucher"] input').value).toBe('收-7');
    Object.assign(element, { problems: [], project: meanwhile.act('fundsReceived', { source: 'own', amount: 1, on: '2026-06-04', voucher: '收-7' }, secretary).project });
    await element.updateComplete;
    expect(element.renderRoot.querySelector('#entry-form')).toBeNull();
  });

  it.each([
    ['the village', secretary, ['expense', 'funds', 'change']], ['the office', clerk, ['accept']], ['another village', actor('secretary-qingchuan'), []], ['a supervisor', actor('supervisor'), []], ['nobody', undefined, []],
  ])('offers to %s what is for them', async (_, who, ids) => {
    const element = await show({ actor: who });
    expect(Array.from(element.renderRoot.querySelectorAll('.actions [id]'), ({ id }) => id).filter((id) => id !== 'export')).toEqual(ids);
  });

  it('saves the account for a spreadsheet, where nothing runs as a formula', async () => {
    const element = await show({ project: new ProjectPlay().spent().act('expenseRecorded', { line: 'works', amount: 1, on: '2026-06-04', payee: '=HYPERLINK("x")', voucher: '@记', purpose: '+1' }, secretary).project });
    const saved: Blob[] = [];
    const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { saved.push(blob as Blob); return 'blob:none'; });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    find<HTMLButtonElement>(element, '#export').click();
    spy.mockRestore();
    click.mockRestore();

    const lines = (await saved[0]?.text() ?? '').split('\r\n');
    expect(lines[0]).toContain('序号,日期,摘要,预算科目,收款方,凭证,收入,支出,余额,理由');
    expect(lines[7]).toBe(`7,2026-06-04,'+1,墙面地面改造,"'=HYPERLINK(""x"")",'@记,,1.00,6598.50,`);
  });

  it.each<[string, Partial<CobuildLedger>, string]>([['nothing', { scheme: undefined, project: undefined }, '项目立项并拟定合同后'], ['a project without its account', { project: { ...spent.project, account: 1 as never } }, '/account']])('says what is missing: %s', async (_, properties, sentence) => {
    expect(words((await show(properties)).renderRoot as unknown as Element)).toContain(sentence);
  });

  it.each<[string, Partial<CobuildLedger>, string | undefined]>([['with a form', {}, 'expense'], ['in English', { lang: 'en', actor: clerk }, undefined], ['at its beginning', { project: play.project, actor: clerk }, 'sign'], ['with changes', {}, 'change']])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties, opened) => {
    await page.viewport(1280, 900);
    const element = await show(properties);
    if (opened !== undefined) await press(element, opened);

    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it('withholds a part with a reason and its finding, frees it again, and says each time by whom and why', async () => {
    await page.viewport(390, 800);
    const found = new ProjectPlay().found();
    const element = await show({ project: found.project, actor: clerk });
    const heard = listen(element);
    await press(element, 'withhold-acceptance');
    await expect.poll(() => words(find(form(element), '.intro'))).toContain('还有 28,000.00 元没有拨付，可以只扣一部分');
    await fill(element, '/amount', '28000.01');
    await fill(element, '/reason', '科目超支的部分先不拨付');
    await userEvent.selectOptions(find<HTMLSelectElement>(form(element), 'select'), '问题1：饮水设备超出预算科目 0.50 元，且没有三家比价的材料。');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await expect.poll(() => words(find(form(element), '[data-pointer="/amount"]'))).toContain('28,000.00 元');
    expect(heard).toEqual([]);
    await fill(element, '/amount', '5000');
    expect(await axeViolations(element)).toEqual([]);
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'trancheWithheld', data: { tranche: 'acceptance', amount: 5000, reason: '科目超支的部分先不拨付', finding: 'finding-1' } }]));

    found.act('trancheWithheld', { tranche: 'acceptance', amount: 5000, reason: '科目超支的部分先不拨付', finding: 'finding-1' }, clerk);
    element.project = found.project;
    await element.updateComplete;
    expect(cells(element, 'tranches', 4)[1]).toContain('暂扣 5,000.00 元');
    expect(cells(element, 'tranches', 4)[1]).toContain('：科目超支的部分先不拨付');
    await press(element, `lift-${found.project.withheld?.[0]?.id ?? ''}`);
    await fill(element, '/reason', '已经补齐');
    find<HTMLButtonElement>(element, '#entry-form-send').click();
    await vi.waitFor(() => expect(heard[1]).toEqual({ type: 'withholdingLifted', data: { withheld: found.project.withheld?.[0]?.id, reason: '已经补齐' } }));
  });

  it('gives paid money back by the unit, releases the remainder by the office at the end, and offers neither to the other', async () => {
    const unit = await show({ project: new ProjectPlay().paid().project });
    const heard = listen(unit);
    await press(unit, 'return-signing');
    await expect.poll(() => words(find(form(unit), '.intro'))).toContain('这一期已拨付 42,000.00 元，专账余额 51,800.00 元');
    for (const [pointer, value] of [['/amount', '1000'], ['/voucher', '退-1'], ['/reason', '少建一间，多拨的退回']] as const) await fill(unit, pointer, value);
    find<HTMLButtonElement>(unit, '#entry-form-send').click();
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'fundsReturned', data: { tranche: 'signing', amount: 1000, on: '2026-06-10', voucher: '退-1', reason: '少建一间，多拨的退回' } }]));
    expect(unit.renderRoot.querySelector('#release, #withhold-acceptance')).toBeNull();

    const failed = new ProjectPlay().paid().at('2026-09-10T10:00:00+08:00').act('acceptanceRecorded', { outcome: 'failed', on: '2026-09-09', text: '没有完成' }, clerk);
    const office = await show({ project: failed.project, actor: clerk, today: '2026-09-11' });
    const sent = listen(office);
    expect(office.renderRoot.querySelector('#return-signing')).toBeNull();
    await press(office, 'release');
    await expect.poll(() => words(find(form(office), '.intro'))).toContain('以后不再拨付，不能撤销');
    await fill(office, '/reason', '验收不合格');
    find<HTMLButtonElement>(office, '#entry-form-send').click();
    await vi.waitFor(() => expect(sent).toEqual([{ type: 'remainderReleased', data: { reason: '验收不合格' } }]));
    failed.act('remainderReleased', { reason: '验收不合格' }, clerk);
    office.project = failed.project;
    await office.updateComplete;
    expect(office.renderRoot.querySelector('#release, #withhold-acceptance')).toBeNull();
    expect(cells(office, 'tranches', 4)[1]).toBe('已收回其中 28,000.00 元没有拨付，已收回资金池。');
  });
});
