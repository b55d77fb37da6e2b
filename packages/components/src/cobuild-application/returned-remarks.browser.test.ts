import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { gaomingCase, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import { smallAnswers, smallScheme } from '../../test/small-scheme.js';
import '../define/cobuild-application.js';
import type { CobuildApplication, CobuildDealtWithDetail } from './cobuild-application.js';

const remarks = [{ pointer: '/projectName', text: '名称要与方案一致' }, { pointer: '/amount', text: '请核对金额' }];
const returned = { stage: 'preliminary', outcome: 'return', reason: '请补正', remarks };
const mountReturned = (properties: Partial<CobuildApplication> = {}): Promise<CobuildApplication> =>
  mount<CobuildApplication>('cobuild-application', { scheme: smallScheme, applicant: { id: 'v1', level: 'village' }, facts: { today: '2026-03-05' }, value: smallAnswers, returned, ...properties });

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const lines = (application: CobuildApplication): string[] => Array.from(application.renderRoot.querySelectorAll('.returned-remarks li'), words);
const notes = (application: CobuildApplication): string[] => Array.from(application.renderRoot.querySelectorAll('.field-remark .answer-text'), words);
const focused = (application: CobuildApplication): Element | null => application.shadowRoot?.activeElement ?? null;
const input = (application: CobuildApplication, pointer: string): HTMLInputElement => find(application, `[data-pointer="${pointer}"] input`);
/** What a reader is told of a control besides its name. */
const described = (control: HTMLElement): string => (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => words((control.getRootNode() as ShadowRoot).getElementById(id))).join(' ');

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-application: remarks of the return', () => {
  it('are listed with their step and stand before their question', async () => {
    const application = await mountReturned();

    expect(lines(application)).toEqual([expect.stringMatching(/^项目：项目名称 ?名称要与方案一致/), expect.stringMatching(/^资金：申请金额 ?请核对金额/)]);
    expect(notes(application)).toEqual(['名称要与方案一致']);
    expect(find(application, '[data-pointer="/projectName"]').previousElementSibling?.className).toContain('field-remark');
    expect(described(input(application, '/projectName'))).toContain('名称要与方案一致');
  });

  it('lead to the question, also on another step', async () => {
    const application = await mountReturned();

    find(application, '[data-remark="/amount"] a').click();

    await expect.poll(() => focused(application)?.closest('[data-pointer]')?.getAttribute('data-pointer')).toBe('/amount');
    expect(notes(application)).toEqual(['请核对金额']);
  });

  it('stay while somebody types, and belong to the description then too', async () => {
    const application = await mountReturned();
    const note = find(application, '.field-remark');

    await userEvent.fill(input(application, '/projectName'), '村');
    await userEvent.fill(input(application, '/projectName'), '村口');
    await application.updateComplete;

    expect(find(application, '.field-remark')).toBe(note);
    expect(described(input(application, '/projectName'))).toContain('名称要与方案一致');
    expect(application.value['projectName']).toBe('村口');
  });

  it('are marked as dealt with at the question or in the list, and back', async () => {
    const application = await mountReturned();
    const told = vi.fn<(event: CustomEvent<CobuildDealtWithDetail>) => void>();
    application.addEventListener('cobuild-dealt-with', told);
    const before = application.value;

    find(application, '.field-remark input').click();
    await application.updateComplete;
    find(application, '[data-remark="/amount"] input').click();
    await application.updateComplete;

    expect(find<HTMLInputElement>(application, '[data-remark="/projectName"] input').checked).toBe(true);
    expect(words(find(application, '.remarks-count'))).toBe('有 2 处备注，请逐处补正（已处理 2 处）');
    find(application, '[data-remark="/projectName"] input').click();
    await application.updateComplete;
    expect(find<HTMLInputElement>(application, '.field-remark input').checked).toBe(false);
    expect(told.mock.calls.map(([{ detail }]) => detail.pointers)).toEqual([['/projectName'], ['/projectName', '/amount'], ['/amount']]);
    expect(application.value).toBe(before);
    expect(application.model?.state.dirty).toBe(false);
  });

  it('take the marks that a page kept, and say nothing of it', async () => {
    const told = vi.fn();
    const application = await mountReturned({ dealtWith: ['/amount', '/stranger'] });
    application.addEventListener('cobuild-dealt-with', told);

    expect(find<HTMLInputElement>(application, '[data-remark="/amount"] input').checked).toBe(true);
    expect(words(find(application, '.remarks-count'))).toContain('已处理 1 处');
    application.dealtWith = [];
    await application.updateComplete;
    expect(find<HTMLInputElement>(application, '[data-remark="/amount"] input').checked).toBe(false);
    expect(told).not.toHaveBeenCalled();
  });

  it('hold nothing back: an application is sent in with open remarks', async () => {
    const application = await mountReturned();
    const submitted = vi.fn();
    application.addEventListener('cobuild-submit', submitted);
    find(application, '.steps li:last-child button').click();
    await application.updateComplete;
    find(application, '.actions .primary').click();
    expect(submitted).toHaveBeenCalledOnce();
  });

  it('are gone with the return', async () => {
    const application = await mountReturned();
    application.returned = undefined;
    await application.updateComplete;
    expect([...lines(application), ...notes(application)]).toEqual([]);
  });

  it('on what is not asked now are named without a way there', async () => {
    const application = await mountReturned({ returned: { ...returned, remarks: [{ pointer: '/stranger', text: '请补充' }] } });
    expect(lines(application)).toEqual([expect.stringMatching(/^审核备注（现在不需要填写） ?请补充/)]);
    expect(application.renderRoot.querySelector('.returned-remarks a, .field-remark')).toBeNull();
  });

  it('inside an item and in a group find their place', async () => {
    const station = gaomingCase('../gaoming/cases/service-station.json');
    const inside = [{ pointer: '/partners/0/contribution', text: '请写明工作' }, { pointer: '/negativeUses', text: '请逐项核对' }, { pointer: '/partners', text: '请附协议' }];
    const application = await mount<CobuildApplication>('cobuild-application', { scheme: gaomingDemo, applicant: station.applicant, facts: { today: '2026-03-05' }, value: station.answers, returned: { ...returned, remarks: inside } });

    expect(lines(application)[0]).toMatch(/共建单位第 1 项.*承担的工作/);
    find(application, '[data-remark="/partners/0/contribution"] a').click();
    await expect.poll(() => notes(application)).toEqual(expect.arrayContaining(['请写明工作', '请附协议']));
    find(application, '[data-remark="/negativeUses"] a').click();
    await expect.poll(() => notes(application)).toContain('请逐项核对');
    expect(described(find(application, '[data-pointer="/negativeUses"]'))).toContain('请逐项核对');
  });

  it.each([[1280, 'zh-CN'], [1280, 'en'], [390, 'zh-CN'], [390, 'en']])('have no accessibility violation, no inline style and do not run over at %i pixels in %s', async (width, lang) => {
    await page.viewport(width, 900);
    const application = await mountReturned({ lang, returned: { ...returned, remarks: [{ pointer: '/projectName', text: 'x'.repeat(2000) }, ...remarks.slice(1)] }, dealtWith: ['/amount'] });
    expect(await axeViolations(application)).toEqual([]);
    expect(inlineStyles(application.renderRoot)).toEqual([]);
    expect(application.scrollWidth).toBeLessThanOrEqual(application.clientWidth);
    if (lang === 'en') expect(words(find(application, '.remarks-count'))).toBe('2 remarks to go through (1 dealt with)');
  });
});
