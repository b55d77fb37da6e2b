import type { Problem } from '@cobuild/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount, mountMarkup } from '../../test/mount.js';
import { smallAnswers, smallScheme } from '../../test/small-scheme.js';
import type { CobuildFormDetail } from '../cobuild-form/cobuild-form.js';
import '../define/cobuild-application.js';
import { messages } from '../locales/messages.js';
import type { CobuildApplication } from './cobuild-application.js';

const village = { id: 'v1', level: 'village' };
const mountApplication = (properties: Partial<CobuildApplication> = {}): Promise<CobuildApplication> =>
  mount<CobuildApplication>('cobuild-application', { scheme: smallScheme, applicant: village, facts: { today: '2026-03-05' }, ...properties });

const focused = (application: CobuildApplication): Element | null => application.shadowRoot?.activeElement ?? null;
const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const requirement = (application: CobuildApplication, id: string): HTMLElement => find(application, `[data-requirement="${id}"]`);
const summary = (application: CobuildApplication): string[] => Array.from(application.renderRoot.querySelectorAll('.error-summary li'), words);
const stepEntry = (application: CobuildApplication, position: number): HTMLElement => find(application, `.steps li:nth-child(${position}) button`);
const input = (application: CobuildApplication, pointer: string): HTMLInputElement => find(application, `[data-pointer="${pointer}"] input`);

async function type(application: CobuildApplication, pointer: string, value: string): Promise<void> {
  await userEvent.fill(input(application, pointer), value);
  await application.updateComplete;
}

async function openStep(application: CobuildApplication, position: number): Promise<void> {
  stepEntry(application, position).click();
  await application.updateComplete;
}

/** Presses Tab until something named so has the focus. */
async function tabTo(application: CobuildApplication, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await userEvent.keyboard('{Tab}');
    const at = focused(application);
    const label = at instanceof HTMLInputElement ? Array.from(at.labels ?? [], words).join(' ') : at === null ? '' : words(at);
    if (label.includes(name)) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

beforeEach(() => page.viewport(1280, 900));
afterEach(() => {
  vi.useRealTimers();
});

describe('cobuild-application steps', () => {
  it('is filled in, checked and submitted by keyboard alone', async () => {
    const application = await mountApplication();
    const submitted = vi.fn<(event: CustomEvent<CobuildFormDetail>) => void>();
    application.addEventListener('cobuild-submit', submitted);

    await tabTo(application, '项目名称');
    await userEvent.keyboard('村口路灯');
    await tabTo(application, '受益户数');
    await userEvent.keyboard('60');
    await tabTo(application, '下一步');
    await userEvent.keyboard('{Enter}');
    await tabTo(application, '申请金额');
    await userEvent.keyboard('18000');
    await tabTo(application, '内容属实');
    await userEvent.keyboard(' ');
    await tabTo(application, '检查并提交');
    await userEvent.keyboard('{Enter}');
    await tabTo(application, '提交申报');
    await userEvent.keyboard('{Enter}');

    expect(submitted).toHaveBeenCalledOnce();
    expect(submitted.mock.calls[0]?.[0].detail.value).toEqual(smallAnswers);
  });

  it('marks where one is and gives the new heading focus', async () => {
    const application = await mountApplication();

    await openStep(application, 2);
    await vi.waitFor(() => expect(focused(application)?.textContent).toBe('资金'));

    expect(stepEntry(application, 2).getAttribute('aria-current')).toBe('step');
    expect(stepEntry(application, 1).hasAttribute('aria-current')).toBe(false);
  });

  it('does not go on from a step with problems, names them, and lets one go back', async () => {
    const application = await mountApplication();

    find(application, '.actions .primary').click();
    await vi.waitFor(() => expect(focused(application)?.id).toBe('error-summary'));

    expect(summary(application)).toEqual(['请填写项目名称']);
    expect(words(stepEntry(application, 1))).toContain('需修改');
    await openStep(application, 2);
    expect(find(application, '.step h2').textContent).toBe('资金');
    expect(summary(application)).toEqual([]);
    find(application, '.actions .button:not(.primary)').click();
    await application.updateComplete;
    expect(find(application, '.step h2').textContent).toBe('项目');
    await vi.waitFor(() => expect(focused(application)).toBe(find(application, '.step h2')));
  });

  it('says which steps are done', async () => {
    const application = await mountApplication({ value: smallAnswers });

    expect(words(stepEntry(application, 1))).toContain('已完成');
    expect(words(stepEntry(application, 2))).toContain('已完成');
  });

  it('keeps its steps under one line on a phone', async () => {
    await page.viewport(390, 800);
    const application = await mountApplication();
    const toggle = find(application, '.steps-toggle');

    expect(words(toggle)).toBe('第 1 步，共 3 步：项目');
    expect(getComputedStyle(find(application, '.steps ol')).display).toBe('none');
    toggle.click();
    await application.updateComplete;
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(getComputedStyle(find(application, '.steps ol')).display).toBe('grid');
  });
});

describe('cobuild-application check and submit', () => {
  it('lists the problems of all steps with their step, and each leads to its field', async () => {
    const application = await mountApplication();
    const submitted = vi.fn();
    application.addEventListener('cobuild-submit', submitted);
    await openStep(application, 3);

    find(application, '.actions .primary').click();
    await vi.waitFor(() => expect(focused(application)?.id).toBe('error-summary'));
    const lines = summary(application);
    const amount = Array.from(application.renderRoot.querySelectorAll<HTMLElement>('.error-summary .link')).find((link) => words(link).includes('申请金额'));
    amount?.click();
    await vi.waitFor(() => expect(focused(application)).toBe(input(application, '/amount')));

    expect(lines[0]).toBe('项目：请填写项目名称');
    expect(lines.some((line) => line.startsWith('资金：'))).toBe(true);
    expect(submitted).not.toHaveBeenCalled();
    expect(stepEntry(application, 2).getAttribute('aria-current')).toBe('step');
  });

  it('shows every answer with a way to change it', async () => {
    const application = await mountApplication({ value: smallAnswers });
    await openStep(application, 3);

    expect(words(find(application, '.answers'))).toContain('18,000.00 元');
    find(application, '.answers [aria-label="修改受益户数"]').click();
    await vi.waitFor(() => expect(focused(application)).toBe(input(application, '/households')));
  });

  it('warns before the submission of what is not met, and does not forbid it', async () => {
    const application = await mountApplication({ value: { ...smallAnswers, amount: 20000.01 } });
    const submitted = vi.fn();
    application.addEventListener('cobuild-submit', submitted);
    await openStep(application, 3);

    expect(words(find(application, '.notice-box.warning'))).toContain('有 1 项申报条件不符合');
    find(application, '.actions .primary').click();
    expect(submitted).toHaveBeenCalledOnce();
  });

  it('does not submit twice while it is busy', async () => {
    const application = await mountApplication({ value: smallAnswers });
    const submitted = vi.fn();
    application.addEventListener('cobuild-submit', submitted);
    await openStep(application, 3);
    application.busy = true;
    await application.updateComplete;

    find(application, '.actions .primary').click();

    expect(words(find(application, '.actions .primary'))).toBe('正在提交，请稍候');
    expect(submitted).not.toHaveBeenCalled();
  });

  it('shows problems of the server in the summary and at the field until the field changes', async () => {
    const application = await mountApplication({ value: smallAnswers });
    await openStep(application, 3);
    const problem: Problem = { code: 'portal/taken', severity: 'error', document: 'answers', pointer: '/projectName', params: {}, message: '这个项目名称已经申报过' };
    const general: Problem = { code: 'portal/offline', severity: 'error', document: 'request', pointer: '', params: {}, message: '没有连接上服务器' };

    application.problems = [problem, general];
    await vi.waitFor(() => expect(focused(application)?.id).toBe('error-summary'));
    expect(summary(application)).toEqual(expect.arrayContaining(['项目：这个项目名称已经申报过', '没有连接上服务器']));

    await openStep(application, 1);
    expect(words(find(application, '[data-pointer="/projectName"]'))).toContain('这个项目名称已经申报过');
    await type(application, '/projectName', '村口新路灯');
    expect(words(find(application, '[data-pointer="/projectName"]'))).not.toContain('这个项目名称已经申报过');
  });

  it('confirms with number, time and the next stage, and takes the focus', async () => {
    const application = await mountApplication({ value: smallAnswers });

    application.receipt = { caseId: 'GM-7', submittedAt: '2026-03-05T02:32:00Z' };
    await vi.waitFor(() => expect(focused(application)?.id).toBe('receipt'));

    expect(words(find(application, '#receipt'))).toMatch(/GM-7.*2026年3月5日 10:32.*镇街初审/);
  });
});

describe('cobuild-application requirements', () => {
  it('tells met, not met with reason and remedy, and what is still missing', async () => {
    const application = await mountApplication({ value: { amount: 20000.01 } });

    expect(requirement(application, 'village').className).toContain('true');
    const cap = words(requirement(application, 'within-cap'));
    expect(cap).toContain('申请金额超过上限。');
    expect(cap).toContain('申请金额：20,000.01 元，不得超过 20,000.00 元（单项上限）');
    expect(cap).toContain('怎样改：请压减预算。');
    expect(cap).toContain('依据：办法第五条');
    expect(cap).toContain(messages['zh-CN'].provenanceInvented);
    expect(words(requirement(application, 'households'))).toContain('还需填写：受益户数');
    expect(words(find(application, '.eligibility-counts'))).toBe('1 项符合，1 项不符合，1 项待填写后核对');
  });

  it.each([['zh-CN', '提交时由系统统计：本组织的其他申报数'], ['en', 'Counted at the submission: Other applications']])('asks nobody for a number that is counted at the submission: %s', async (lang, sentence) => {
    const { eligibility } = smallScheme;
    const others = { id: 'others', title: { 'zh-CN': '本组织的其他申报数', en: 'Other applications' }, type: 'number' as const, count: { states: ['open' as const] } };
    const rule = { id: 'only-one', title: { 'zh-CN': '只申报一个' }, reason: { 'zh-CN': '已有申报。' }, conditions: { all: [{ fact: 'others', operator: 'equal', value: 0 }] } };
    const application = await mountApplication({ lang, scheme: { ...smallScheme, eligibility: { ...eligibility, hostFacts: [others], rules: [...eligibility.rules, rule] } } });

    expect(words(requirement(application, 'only-one'))).toContain(sentence);
    expect(words(requirement(application, 'only-one'))).not.toMatch(/还需填写|Still to fill in/);
  });

  it.each([
    ['19', 'false'],
    ['20', 'true'],
    ['21', 'true'],
    ['', 'unknown'],
  ])('follows the answer while it is typed: %j households', async (households, met) => {
    const application = await mountApplication({ value: { households: 5 } });

    await type(application, '/households', households);

    expect(requirement(application, 'households').classList.contains(met)).toBe(true);
  });

  it('leads to the question that is missing, on its step', async () => {
    const application = await mountApplication();

    find(application, '[data-requirement="within-cap"] .link').click();

    await vi.waitFor(() => expect(focused(application)).toBe(input(application, '/amount')));
  });

  it('announces the counts politely and only after a pause', async () => {
    const application = await mountApplication();
    const region = find(application, '.application > [role=status]');
    expect(words(region)).toBe('');

    await type(application, '/households', '30');
    expect(words(region)).toBe('');

    await vi.waitFor(() => expect(words(region)).toBe('申报条件：2 项符合，1 项待填写后核对'), { timeout: 2000 });
  });

  it('lies folded under the form on a phone, with the counts in its line', async () => {
    await page.viewport(390, 800);
    const application = await mountApplication({ value: smallAnswers });
    const panel = find<HTMLDetailsElement>(application, '.eligibility');

    expect(panel.open).toBe(false);
    expect(words(find(application, '.eligibility summary'))).toContain('3 项符合');
    expect(panel.getBoundingClientRect().top).toBeGreaterThan(find(application, '.actions').getBoundingClientRect().bottom);
  });

  it('stands beside the form from 1024 px on', async () => {
    await page.viewport(1024, 800);
    const application = await mountApplication();

    expect(find<HTMLDetailsElement>(application, '.eligibility').open).toBe(true);
    expect(find(application, '.side').getBoundingClientRect().left).toBeGreaterThan(find(application, '.current-step').getBoundingClientRect().right);
  });
});

describe('cobuild-application on the page', () => {
  it('shows why an application was returned, by whom and when, and begins there', async () => {
    const application = await mountApplication({
      value: smallAnswers,
      returned: { stage: 'review', outcome: 'return', reason: '请补充路灯位置。', by: 'reviewer', at: '2026-03-12T10:00:00+08:00' },
    });

    expect(focused(application)?.id).toBe('returned');
    const banner = words(find(application, '#returned'));
    expect(banner).toContain('镇街初审（镇街初审人员），2026年3月12日');
    expect(banner).toContain('请补充路灯位置。');
  });

  it('is filled from child scripts, and properties win', async () => {
    const script = (part: string, value: unknown): string => `<script type="application/json" data-part="${part}">${JSON.stringify(value)}</script>`;
    const box = await mountMarkup(`<cobuild-application>${script('scheme', smallScheme)}${script('value', smallAnswers)}</cobuild-application>`);
    const application = find<CobuildApplication>(box, 'cobuild-application');
    await application.updateComplete;

    expect(input(application, '/projectName').value).toBe('村口路灯');
    application.value = { projectName: '另一个' };
    await application.updateComplete;
    expect(input(application, '/projectName').value).toBe('另一个');
  });

  it('says what will appear where there is no scheme yet', async () => {
    const application = await mountApplication({ scheme: undefined });

    expect(words(find(application, '.table-empty'))).toContain('还没有可以填写的申报表');
  });

  it.each([
    ['half a scheme', { id: 'x' }, 'scheme 的内容不完整或有误：/version 应为文字'],
    ['stages that are no list', { ...smallScheme, stages: {} }, '/stages 应为至少有一项的列表'],
    ['a scheme without application form', { ...smallScheme, forms: [] }, '没有申报环节要填写的表单'],
  ])('names %s as a problem and goes on', async (_, scheme, sentence) => {
    const application = await mountApplication({ scheme: scheme as unknown as CobuildApplication['scheme'] });

    expect(words(find(application, '[role=alert]'))).toContain(sentence);
  });

  it('speaks English', async () => {
    const application = await mountApplication({ lang: 'en', value: { amount: 30000 } });

    expect(words(stepEntry(application, 3))).toContain('Check and submit');
    expect(words(requirement(application, 'within-cap'))).toContain('Cut the budget.');
  });

  it('sets values without any event', async () => {
    const application = await mountApplication();
    const heard = vi.fn();
    for (const name of ['cobuild-input', 'cobuild-change', 'cobuild-draft']) application.addEventListener(name, heard);

    application.value = smallAnswers;
    await application.updateComplete;

    expect(heard).not.toHaveBeenCalled();
  });

  it.each<[string, Partial<CobuildApplication>, number]>([
    ['empty', {}, 1],
    ['filled', { value: smallAnswers }, 1],
    ['with a requirement that is not met', { value: { amount: 30000 } }, 2],
    ['the check page', { value: { ...smallAnswers, amount: 30000 } }, 3],
    ['returned', { returned: { stage: 'review', outcome: 'return', reason: '补正' } }, 1],
    ['submitted', { receipt: { caseId: 'GM-7', submittedAt: '2026-03-05T02:32:00Z' } }, 0],
    ['without scheme', { scheme: undefined }, 0],
  ])('has no accessibility violation and no inline style: %s', async (_, properties, position) => {
    const application = await mountApplication(properties);
    if (position > 1) await openStep(application, position);

    expect(await axeViolations(application)).toEqual([]);
    expect(inlineStyles(application.renderRoot as ShadowRoot)).toEqual([]);
  });

  it('has no accessibility violation with errors on a phone', async () => {
    await page.viewport(390, 800);
    const application = await mountApplication();
    await openStep(application, 3);
    find(application, '.actions .primary').click();
    await vi.waitFor(() => expect(focused(application)?.id).toBe('error-summary'));

    expect(await axeViolations(application)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('changes in cobuild-application', () => {
  it('are taken back and made again by buttons, with the focus on the answer on its step', async () => {
    const application = await mountApplication({ undoButtons: true, value: smallAnswers });
    const before = application.value['projectName'];
    application.model?.setValue('/projectName', '邻里食堂');
    await openStep(application, 2);
    const [undo, redo] = Array.from(application.renderRoot.querySelectorAll<HTMLElement>('.undo-row button')) as [HTMLElement, HTMLElement];
    const blocked = [undo.getAttribute('aria-disabled'), redo.getAttribute('aria-disabled')];
    await userEvent.click(undo);
    await vi.waitFor(() => expect(focused(application)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/projectName'));
    const undone = application.value['projectName'];
    await userEvent.click(find(application, '.undo-row button:last-child'));

    expect([blocked, undone, application.value['projectName']]).toEqual([[null, 'true'], before, '邻里食堂']);
    expect(await axeViolations(application)).toEqual([]);
  });

  it('are taken back by the keys where no text is being typed, and left alone while the application is sent', async () => {
    const application = await mountApplication({ value: smallAnswers });
    const before = application.value['projectName'];
    const press = (): boolean => find(application, '.steps button').dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true }));
    application.model?.setValue('/projectName', '邻里食堂');
    application.busy = true;
    press();
    const whileBusy = application.value['projectName'];
    application.busy = false;
    press();

    expect([whileBusy, application.value['projectName']]).toEqual(['邻里食堂', before]);
  });

  it('tell the page which problems the list shows, and when they are mended', async () => {
    const application = await mountApplication({ value: { ...smallAnswers, projectName: undefined } });
    const told: number[] = [];
    application.addEventListener('cobuild-problems', ({ detail }) => told.push(detail.problems.length));
    application.model?.showProblems();
    await application.updateComplete;
    application.model?.setValue('/projectName', '邻里食堂');
    await application.updateComplete;

    expect(told).toEqual([1, 0]);
  });
});
