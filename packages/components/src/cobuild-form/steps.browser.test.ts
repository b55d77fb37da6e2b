import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../define/cobuild-form.js';
import { axeViolations } from '../../test/axe.js';
import { pageLayout, projectAnswers, stepsLayout, tabsLayout, taskListLayout } from '../../test/every-layout.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import type { CobuildForm } from './cobuild-form.js';

const mountForm = (properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mount<CobuildForm>('cobuild-form', { definition: stepsLayout, ...properties });
const all = (form: CobuildForm, selector: string): HTMLElement[] => Array.from(form.renderRoot.querySelectorAll<HTMLElement>(selector));
const heading = (form: CobuildForm): string => all(form, ':is(.step-head, .step.closed) h2').map(({ textContent }) => textContent).join(' | ');
const focused = (form: CobuildForm): Element | null => form.shadowRoot?.activeElement ?? null;
const press = async (form: CobuildForm, name: string): Promise<void> => {
  await userEvent.click(page.getByRole('button', { name, exact: true }));
  await form.updateComplete;
};
const buttons = (form: CobuildForm): string[] => all(form, '.actions > button').map(({ textContent }) => textContent.trim());
const text = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const first = { projectName: '暖心服务站', kind: 'service', contact: '李明', phone: '1' };

beforeEach(() => page.viewport(1280, 800));

describe('steps', () => {
  it('show one at a time as the layout says, with the share of required answers', async () => {
    const form = await mountForm({ value: { projectName: '暖心服务站' } });

    expect(heading(form)).toBe('项目情况');
    expect(text(find(form, '.step-head .small'))).toBe('第 1 步，共 5 步 必填 4 项，已填 1 项');
  });

  it('tell the share anew while somebody types', async () => {
    const form = await mountForm();
    await userEvent.fill(find(form, '[data-pointer="/contact"] input'), '李明');

    await expect.poll(() => text(find(form, '.step-progress'))).toBe('必填 4 项，已填 1 项');
  });

  it('name closed ones with the reason, and are not entered by the button', async () => {
    const form = await mountForm({ value: { ...first, startsOn: '2026-03-05', endsOn: '2026-08-31', amount: 100 }, step: 'time' });
    const told = all(form, '.closed-steps li').map(text);
    await press(form, '下一步');

    expect(told).toEqual(['大额项目说明：申请金额超过 10,000 元的项目才需要填写', '核对答案：请先填好：理由与承诺']);
    expect([heading(form), text(focused(form))]).toEqual(['时间与资金', told[0]]);
  });

  it('pass into one that opened while the one before it was filled in', async () => {
    const form = await mountForm({ value: { ...first, startsOn: '2026-03-05', endsOn: '2026-08-31', amount: 100 }, step: 'time' });
    await userEvent.fill(find(form, '[data-pointer="/amount"] input'), '20000');
    await press(form, '下一步');

    expect([heading(form), focused(form)?.id]).toEqual(['大额项目说明', 'step-large']);
  });

  it.each([
    ['project', '项目情况'],
    ['reasons', '理由与承诺'],
    ['large', '时间与资金'],
    ['check', '理由与承诺'],
    ['nothing', '项目情况'],
  ])('asked for by step="%s" show %s: a closed one is not entered, the last open one before it is', async (step, shown) => {
    expect(heading(await mountForm({ step }))).toBe(shown);
  });

  it('that were asked for before the answers came are entered when these open them', async () => {
    const form = await mountForm({ step: 'check' });
    form.value = projectAnswers;
    form.requestUpdate();
    await form.updateComplete;

    expect(heading(form)).toBe('核对答案');
  });

  it('stay when their gate closes behind somebody', async () => {
    const form = await mountForm({ value: { amount: 20000 }, step: 'large' });
    form.model?.setValue('/amount', 1);
    await form.updateComplete;

    expect(heading(form)).toBe('大额项目说明');
  });

  it('are not entered from the summary while they are closed: it leads to the reason', async () => {
    const definition = { ...stepsLayout, fields: { ...stepsLayout.fields, '/plan': { ...stepsLayout.fields?.['/plan'], requiredWhen: { fact: 'kind', operator: 'equal', value: 'service' } } } };
    const form = await mountForm({ definition, value: { ...projectAnswers, amount: 100 }, step: 'reasons' });
    form.submit();
    await form.updateComplete;
    await userEvent.click(page.getByRole('link', { name: '大额项目说明：请填写实施计划' }));

    await expect.poll(() => focused(form)?.getAttribute('data-closed-step')).toBe('large');
    expect(heading(form)).toBe('理由与承诺');
  });

  it('are led to by the summary across steps, each sentence with its step', async () => {
    const form = await mountForm({ value: { ...projectAnswers, phone: undefined }, step: 'reasons' });
    form.submit();
    await form.updateComplete;
    await userEvent.click(page.getByRole('link', { name: '项目情况：请填写联系电话' }));

    await expect.poll(() => focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/phone');
    expect(form.step).toBe('project');
  });

  it('with the attribute paged show one at a time whatever the layout says', async () => {
    const form = await mountForm({ definition: pageLayout, paged: true });

    expect([heading(form), buttons(form)]).toEqual(['项目情况', ['下一步']]);
  });
});

describe('a page', () => {
  it('has all open steps, and closed ones with the reason in place of their questions', async () => {
    const form = await mountForm({ definition: pageLayout });

    expect(heading(form)).toBe('项目情况 | 时间与资金 | 大额项目说明 | 理由与承诺');
    expect(all(form, '.closed').map(text)).toEqual(['大额项目说明 暂未开放：申请金额超过 10,000 元的项目才需要填写']);
    expect(all(form, '[data-pointer="/plan"]')).toEqual([]);
    form.model?.setValue('/amount', 20000);
    await form.updateComplete;
    expect([all(form, '.closed').length, all(form, '[data-pointer="/plan"]').length]).toEqual([0, 1]);
  });
});

describe('a task list', () => {
  const rows = (form: CobuildForm): string[] => all(form, '.task-list > li').map(text);

  it('names every step with its state in words, its share, and why it is closed', async () => {
    const form = await mountForm({ definition: taskListLayout, value: { ...first, amount: 5 } });

    expect(heading(form)).toBe('共建项目申报表');
    expect(rows(form)).toEqual([
      '项目情况 已完成 必填 4 项，已填 4 项',
      '时间与资金 填写中 必填 3 项，已填 1 项',
      '大额项目说明 申请金额超过 10,000 元的项目才需要填写 暂未开放',
      '理由与承诺 未填写 必填 2 项，已填 0 项',
      '核对答案 请先填好：时间与资金、理由与承诺 暂未开放',
    ]);
    expect(text(find(form, '.step-head .small'))).toBe('必填 9 项，已填 5 项');
    expect(buttons(form)).toEqual(['提交']);
  });

  it('leads into a step and back, by name and by focus', async () => {
    const form = await mountForm({ definition: taskListLayout });
    const turned: string[] = [];
    form.addEventListener('cobuild-step', (event) => turned.push(event.detail.step));
    await press(form, '理由与承诺');
    const inside = [heading(form), focused(form)?.id, buttons(form)];
    await press(form, '返回目录');

    expect(inside).toEqual(['理由与承诺', 'step-reasons', ['完成本部分，返回目录', '返回目录']]);
    expect([heading(form), focused(form)?.id, turned]).toEqual(['共建项目申报表', 'task-list-title', ['reasons', '']]);
  });

  it('is come back to from a finished step; one with problems keeps the person and says why', async () => {
    const form = await mountForm({ definition: taskListLayout, step: 'reasons', value: { reason: '照明不足' } });
    await press(form, '完成本部分，返回目录');
    const refused = [heading(form), focused(form)?.id];
    await userEvent.click(find(form, '[data-pointer="/pledge"] input'));
    await press(form, '完成本部分，返回目录');

    expect(refused).toEqual(['理由与承诺', 'error-summary']);
    expect(rows(form)[3]).toBe('理由与承诺 已完成 必填 2 项，已填 2 项');
  });

  it('is what shows when a step is asked for that is closed', async () => {
    expect(heading(await mountForm({ definition: taskListLayout, step: 'check' }))).toBe('共建项目申报表');
  });

  it('submits from the list, and the summary leads into the steps', async () => {
    const form = await mountForm({ definition: taskListLayout, value: { ...projectAnswers, phone: undefined } });
    form.submit();
    await form.updateComplete;
    await userEvent.click(page.getByRole('link', { name: '项目情况：请填写联系电话' }));

    await expect.poll(() => focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/phone');
  });
});

describe('steps as tabs', () => {
  const front = (form: CobuildForm): string => all(form, '.step-tabs [role=tab][aria-selected=true]').map((tab) => tab.id).join();

  it('turn by click and by arrow keys; a closed one takes the focus, says why and does not open', async () => {
    const form = await mountForm({ definition: tabsLayout });
    await userEvent.click(find(form, '#step-tab-time'));
    await userEvent.keyboard('{ArrowRight}');
    const closed = focused(form);
    const at = [closed?.id, closed?.getAttribute('aria-disabled'), text(form.shadowRoot?.getElementById(closed?.getAttribute('aria-describedby') ?? '') ?? null), front(form)];
    await userEvent.keyboard('{ArrowRight}');
    await form.updateComplete;

    expect(at).toEqual(['step-tab-large', 'true', '大额项目说明：申请金额超过 10,000 元的项目才需要填写', 'step-tab-time']);
    expect([front(form), focused(form)?.id, heading(form)]).toEqual(['step-tab-reasons', 'step-tab-reasons', '理由与承诺']);
  });

  it('say which are complete and which need changes', async () => {
    const form = await mountForm({ definition: tabsLayout, value: first });
    form.submit();
    await form.updateComplete;

    expect(all(form, '.step-tabs [role=tab]').map(text)).toEqual(['项目情况 已完成', '时间与资金 需修改', '大额项目说明 暂未开放', '理由与承诺 需修改', '核对答案 暂未开放']);
  });

  it('keep what was filled in on every one of them', async () => {
    const submitted = vi.fn((event: CustomEvent) => event.preventDefault());
    const form = await mountForm({ definition: tabsLayout, value: projectAnswers });
    form.addEventListener('cobuild-submit', submitted);
    await userEvent.click(find(form, '#step-tab-reasons'));
    form.submit();

    expect((submitted.mock.calls[0]?.[0].detail as { value: unknown }).value).toEqual({ ...projectAnswers });
  });
});

describe('a review page', () => {
  it('shows all answers by step and section, each with the way to its question', async () => {
    const form = await mountForm({ value: projectAnswers, step: 'check' });
    const told = all(form, '.answers h2').map(text);
    await press(form, '修改申请金额');

    expect(told).toEqual(['项目情况', '时间与资金', '大额项目说明', '理由与承诺']);
    await expect.poll(() => focused(form)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/amount');
    expect(form.step).toBe('time');
  });

  it('tells what is wrong, at the answer and in the summary', async () => {
    const open = { ...stepsLayout, layout: { ...stepsLayout.layout, steps: (stepsLayout.layout?.steps ?? []).map((step) => ({ ...step, afterEarlierSteps: false })) } };
    const form = await mountForm({ definition: open, value: { ...projectAnswers, phone: undefined }, step: 'check' });
    const row = all(form, '.summary-row').find((each) => text(each.querySelector('dt')) === '联系电话') ?? null;

    expect(text(row?.querySelector('.field-error') ?? null)).toBe('请填写联系电话');
    expect(all(form, '.error-summary li').map(text)).toEqual(['项目情况：请填写联系电话']);
  });

  it('follows the answers when somebody undoes, and has no question of its own', async () => {
    const form = await mountForm({ value: projectAnswers, step: 'check' });
    form.model?.setValue('/contact', '王芳');
    await form.updateComplete;

    expect(all(form, '.answers').map((box) => box.textContent.includes('王芳'))).toEqual([true]);
    expect(all(form, '.form input, .form textarea, .form select')).toEqual([]);
  });
});

describe('every way to show steps', () => {
  it.each([
    ['steps', stepsLayout, 'project'],
    ['steps, review', stepsLayout, 'check'],
    ['task list', taskListLayout, undefined],
    ['step of a task list', taskListLayout, 'time'],
    ['tabs', tabsLayout, 'time'],
    ['page', pageLayout, undefined],
  ])('as %s has no inline style and no accessibility violation, on a desk and on a phone', async (_, definition, step) => {
    const form = await mountForm({ definition, step, value: { ...projectAnswers, amount: step === 'check' ? 12000 : 100 } });
    const onDesk = await axeViolations(form);
    await page.viewport(390, 800);

    expect([inlineStyles(form.renderRoot), onDesk, await axeViolations(form)]).toEqual([[], [], []]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });

  it.each([['steps', stepsLayout], ['taskList', taskListLayout], ['tabs', tabsLayout]])('row 95: %s come back at step 3 after a reload in a page whose address tells the step', async (_, definition) => {
    const value = { ...projectAnswers, amount: 20000 };
    // The page's own router: it reads the step from the address and writes it there; the element has none.
    const route = (form: CobuildForm): void => form.addEventListener('cobuild-step', (event) => history.replaceState(null, '', `#/apply/${event.detail.step}`));
    const opened = async (): Promise<CobuildForm> => {
      const form = await mountForm({ definition, value, step: /#\/apply\/(.*)/.exec(location.hash)?.[1] });
      route(form);
      return form;
    };
    history.replaceState(null, '', '#/apply/time');
    const before = await opened();
    await before.focusField('/plan');
    const address = location.hash;
    before.remove();
    const after = await opened();
    history.replaceState(null, '', location.pathname + location.search);

    expect(address).toBe('#/apply/large');
    expect(heading(after)).toBe('大额项目说明');
  });
});
