import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { fillByKeyboard } from '../../../../../test/by-keyboard.js';
import { everyRecord } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';

const now = (): string => '2026-03-05T09:00:00+08:00';
const partner = { now, person: { id: 'p7', name: '李四', organisation: '河江社区' } };
const parties = [
  { role: 'lead', name: '荷城社区', id: '荷城社区', share: 66.67 },
  { role: 'partner', name: '河江社区', id: '河江社区', share: 33.33, task: '照料老人' },
];
const mountParties = (value: object = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mountRecord(everyRecord.applicants, value, { hosts: { now }, ...properties });
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const confirmation = (form: CobuildForm, index: number): HTMLElement => find(form, `[data-cell="/parties/${index}/confirmation"]`);
const sumOf = (form: CobuildForm): string => text(find(form, '.record-sum'));
const partiesOf = (form: CobuildForm): readonly Record<string, unknown>[] => (form.value['record'] as { parties: readonly Record<string, unknown>[] }).parties;

beforeEach(() => page.viewport(1280, 800));

describe('joint applicants', () => {
  it('row 25: the lead fills in shares of 100% and sends once its partner has confirmed, by keyboard alone', async () => {
    const form = await mountParties();
    await fillByKeyboard(form, [['项目名称', '暖心服务站'], ['添加单位', '{Enter}']]);
    await userEvent.keyboard('荷城社区');
    await fillByKeyboard(form, [['份额', '66.67'], ['添加单位', '{Enter}']]);
    const half = sumOf(form);
    await userEvent.keyboard('河江社区');
    await fillByKeyboard(form, [['份额', '33.33'], ['承担的工作', '照料老人']]);
    const sum = sumOf(form);
    const unconfirmed = form.submit();

    form.hosts = partner;
    await form.updateComplete;
    await fillByKeyboard(form, [['由“李四”代表“河江社区”确认', '{Enter}']]);

    expect([half, sum, unconfirmed]).toEqual(['份额合计66.67%，还差33.33%。各单位份额合计须为100%。', '份额合计100%。', false]);
    expect(partiesOf(form).map(({ confirmation: _, ...party }) => party)).toEqual(parties);
    expect(partiesOf(form)[1]?.['confirmation']).toMatchObject({ by: { id: 'p7', name: '李四', organisation: '河江社区' }, at: now() });
    expect(text(find(confirmation(form, 1), '.tag'))).toBe('已确认');
    expect(form.submit()).toBe(true);
  }, 60_000);

  it('voids a confirmation when what it stands over changes, and asks for it again', async () => {
    const form = await mountParties({ parties }, { hosts: partner });
    find<HTMLButtonElement>(confirmation(form, 1), '.button.primary').click();
    const confirmed = text(find(confirmation(form, 1), '.tag'));

    await userEvent.fill(find(form, '[data-pointer="/projectName"] input'), '另一个项目');

    expect([confirmed, text(find(confirmation(form, 1), '.tag'))]).toEqual(['已确认', '确认作废']);
    expect(confirmation(form, 1).querySelector('.button.primary')).not.toBeNull();
  });

  it.each([
    ['nobody who is signed in', { now }],
    ['somebody of another organisation', { now, person: { id: 'p8', name: '王五', organisation: '荷城社区' } }],
  ])('offers the confirmation of a partner to %s', async (_, hosts) => {
    const form = await mountParties({ parties }, { hosts });

    expect([confirmation(form, 1).querySelector('button'), text(find(confirmation(form, 1), '.note'))]).toEqual([null, '由该单位的人登录后确认。']);
  });

  it.each([
    [33.32, '份额合计99.99%，还差0.01%。各单位份额合计须为100%。'],
    [33.33, '份额合计100%。'],
    [33.34, '份额合计100.01%，多了0.01%。各单位份额合计须为100%。'],
  ])('adds a share of %s exactly', async (share, sentence) => {
    const form = await mountParties({ parties: [parties[0], { ...parties[1], share }] });

    expect(sumOf(form)).toBe(sentence);
  });

  it('leads from a party that nobody chose to its name', async () => {
    const form = await mountParties({ parties: [parties[0], { role: 'partner', share: 33.33 }] });
    form.submit();

    await form.focusField('/record/parties/1/id');

    expect(form.shadowRoot?.activeElement?.id).toBe('f/record/parties/1/name');
    expect(form.shadowRoot?.activeElement?.getAttribute('aria-invalid')).toBe('true');
  });

  it('brings back an organisation that was removed', async () => {
    const form = await mountParties({ parties });

    find<HTMLButtonElement>(form, '[aria-label^="删除第1个单位"]').click();
    const after = partiesOf(form);
    await userEvent.click(find(form, '.live .removal button'));

    expect([after, partiesOf(form)]).toEqual([[parties[1]], parties]);
  });

  it.each([{}, { parties: 3 }, { parties: [null, { role: 'boss', share: 'x', confirmation: 5 }] }])('draws %j', async (value) => {
    const form = await mountParties(value);

    expect(form.shadowRoot?.querySelector('.record button')).not.toBeNull();
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation in %s, with everything wrong', async (lang) => {
    const form = await mountParties({ parties: [{ role: 'partner' }, { ...parties[1], share: 'x' }] }, { lang, hosts: partner });
    form.submit();
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stays inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountParties({ parties }, { lang, hosts: partner });
    form.submit();
    await form.updateComplete;

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(form.shadowRoot?.querySelector('.record')?.scrollWidth).toBeLessThanOrEqual(390);
  });
});
