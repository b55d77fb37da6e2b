import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { fillByKeyboard, tabTo } from '../../../../../test/by-keyboard.js';
import { everyRecord } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';
import { registered } from '../../../../../test/record-answers.js';

const hosts = { now: () => '2026-03-30T09:00:00+08:00' };
const mountSteps = (value: object = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mountRecord(everyRecord.discussions, value, { hosts, ...properties });
const card = (form: CobuildForm, id: string): HTMLElement => find(form, `[data-cell="/steps/#${id}"]`);
const stateOf = (form: CobuildForm, id: string): string => find(card(form, id), '.tag').textContent?.trim() ?? '';
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const without = (id: string) => ({ steps: registered.steps.filter(({ step }) => step !== id) });
const withCells = (id: string, cells: object) => ({ steps: registered.steps.map((step) => (step.step === id ? { ...step, ...cells } : step)) });

beforeEach(() => page.viewport(1280, 800));

describe('a register of discussions', () => {
  it('is filled in by keyboard alone', async () => {
    const form = await mountSteps();
    const motion = '修建村民活动室';
    const votes = (entitled: string, present: string, yes: string, no: string) => [['应到', entitled], ['实到', present], ['赞成', yes], ['反对', no]] as const;

    await fillByKeyboard(form, [
      ['项目名称', '活动室'],
      ['会议日期', '2026-03-02'], ['议题来源', '党员群众提出'], ['议题', motion],
      ['会议日期', '2026-03-03'], ['召集人', '党组织书记'], ['照抄“党组织提议”', '{Enter}'], ...votes('7', '7', '6', '1'),
      ['会议日期', '2026-03-09'], ['方案送达日期', '2026-03-06'], ['镇街干部', '赵干部'], ['照抄“党组织提议”', '{Enter}'], ...votes('50', '34', '30', '4'),
      ['会议日期', '2026-03-12'], ['镇街干部', '赵干部'], ['照抄“党组织提议”', '{Enter}'], ...votes('30', '20', '20', '0'),
      ['张贴日期', '2026-03-13'], ['公开到哪一天', '2026-03-20'], ['监督委员会意见', '属实。'], ['照抄“党组织提议”', '{Enter}'],
    ]);

    expect((form.value['record'] as { steps: readonly object[] }).steps).toEqual(registered.steps);
    expect(['propose', 'consult', 'deliberate', 'resolve', 'discloseDecision', 'discloseResult'].map((id) => stateOf(form, id))).toEqual(['已完成', '已完成', '已完成', '已完成', '已完成', '未到']);
    expect(form.checkValidity()).toBe(true);
  }, 60_000);

  it('opens the step whose turn it is, and says of later ones what is missing before', async () => {
    const form = await mountSteps(without('consult'));

    expect([stateOf(form, 'propose'), stateOf(form, 'consult'), card(form, 'consult').hasAttribute('open'), card(form, 'resolve').hasAttribute('open')]).toEqual(['已完成', '待填写', true, false]);
    expect(text(find(card(form, 'resolve'), '.sheet-before'))).toBe('前面的步骤还没有完成：“村‘两委’商议”。这一步可以先填。');
    expect(text(find(form, '.record-sum'))).toBe('共5步，已完成4步；接下来填写“村‘两委’商议”。');
  });

  it.each([
    [33, ['应到50人，实到33人，不到2/3，会议无效。', '赞成30票，应到会50人，达到50%，但会议无效，表决不算。'], '不符合规定'],
    [34, ['应到50人，实到34人，达到2/3，会议有效。', '赞成30票，应到会50人，达到50%，通过。'], '已完成'],
    [35, ['应到50人，实到35人，达到2/3，会议有效。', '赞成30票，应到会50人，达到50%，通过。'], '已完成'],
  ])('says of %d present of 50 while they are typed: %s', async (present, sentences, state) => {
    const form = await mountSteps(withCells('deliberate', { present, for: 30, against: 0 }));

    expect(Array.from(card(form, 'deliberate').querySelectorAll('.record-sum'), text)).toEqual(sentences);
    expect(stateOf(form, 'deliberate')).toBe(state);
  });

  it.each<[string, object, string, string]>([
    ['steps out of order', withCells('consult', { date: '2026-03-01' }), 'consult/date', '步骤顺序不对：“村‘两委’商议”在2026年3月1日'],
    ['attendance under 2/3', withCells('deliberate', { present: 33, for: 30, against: 0 }), 'deliberate/present', '不到2/3，会议无效'],
    ['another motion source', withCells('resolve', { source: 'cadres' }), 'resolve/source', '议题来源是“村干部提出”，与“党组织提议”的“党员群众提出”不一致'],
  ])('row 27: refuses %s, beside the cell and in the summary, which leads there', async (_, value, cell, sentence) => {
    const form = await mountSteps(value);
    const [id = '', key = ''] = cell.split('/');

    const sent = form.submit();
    await form.focusErrors();
    const entry = find<HTMLButtonElement>(form, '#error-summary .link');
    entry.click();

    await expect.poll(() => form.shadowRoot?.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')).toBe(`/steps/#${id}/${key}`);
    const control = form.shadowRoot?.activeElement;
    expect([sent, stateOf(form, id), control?.getAttribute('aria-invalid')]).toEqual([false, '不符合规定', 'true']);
    expect(text(entry)).toContain(sentence);
    expect(text(control?.closest('[data-cell]')?.querySelector('.field-error') ?? null)).toContain(text(entry));
  });

  it('leads from a step that is missing to its card', async () => {
    const form = await mountSteps(without('resolve'));
    form.submit();

    await form.focusField('/record/steps');

    expect(form.shadowRoot?.activeElement?.closest('details')?.getAttribute('data-cell')).toBe('/steps/#resolve');
  });

  it('leads from each missing step that the summary names to its own card', async () => {
    const form = await mountSteps({ steps: registered.steps.filter(({ step }) => step === 'deliberate') });
    form.submit();
    await form.focusErrors();
    const links = Array.from(form.renderRoot.querySelectorAll<HTMLElement>('#error-summary .link')).filter((link) => text(link).startsWith('缺少'));
    const led: (string | null | undefined)[][] = [];
    for (const link of links) {
      form.shadowRoot?.querySelectorAll<HTMLElement>('[data-pointer="/projectName"] input')[0]?.focus();
      link.click();
      await expect.poll(() => form.shadowRoot?.activeElement?.closest('details') ?? null).not.toBeNull();
      const details = form.shadowRoot?.activeElement?.closest('details');
      led.push([text(link), details?.getAttribute('data-cell'), String(details?.open)]);
    }

    expect(led).toEqual([
      ['缺少“党组织提议”的记录', '/steps/#propose', 'true'],
      ['缺少“村‘两委’商议”的记录', '/steps/#consult', 'true'],
      ['缺少“村民代表会议决议”的记录', '/steps/#resolve', 'true'],
      ['缺少“决议公开”的记录', '/steps/#discloseDecision', 'true'],
    ]);
  });

  it('empties a step, and brings it back', async () => {
    const form = await mountSteps(registered);
    card(form, 'consult').setAttribute('open', '');

    find<HTMLButtonElement>(card(form, 'consult'), '[aria-label^="清空"]').click();
    const after = form.value['record'];
    await userEvent.click(find(form, '.live .removal button'));

    expect([after, form.value['record']]).toEqual([without('consult'), registered]);
  });

  it('keeps the steps in their order, whichever is filled in first', async () => {
    const form = await mountSteps({ steps: [{ step: 'resolve', motion: '修路' }] });
    find<HTMLElement>(form, '[data-pointer="/projectName"] input').focus();

    await tabTo(form, '议题');
    await tabTo(form, '议题');
    await userEvent.keyboard('修路');

    expect((form.value['record'] as { steps: readonly { step: string }[] }).steps.map(({ step }) => step)).toEqual(['propose', 'resolve']);
  });

  it.each([{}, { steps: 'x' }, { steps: [null, { step: 'nowhere' }, { step: 'propose', date: 7 }, { step: 'propose' }] }])('draws %j', async (value) => {
    const form = await mountSteps(value);

    expect(form.shadowRoot?.querySelectorAll('.sheet-card').length).toBe(6);
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation in %s, with everything wrong', async (lang) => {
    const form = await mountSteps({ steps: [{ step: 'propose' }, { step: 'deliberate', present: 'x', entitled: 3 }, { step: 'nowhere' }] }, { lang });
    form.submit();
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stays inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountSteps(withCells('deliberate', { present: 33 }), { lang });
    for (const details of Array.from(form.shadowRoot?.querySelectorAll('details') ?? [])) details.open = true;
    form.submit();
    await form.updateComplete;

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(form.shadowRoot?.querySelector('.record')?.scrollWidth).toBeLessThanOrEqual(390);
  });
});
