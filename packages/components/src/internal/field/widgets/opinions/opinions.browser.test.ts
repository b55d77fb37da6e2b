import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../../define/cobuild-form.js';
import type { CobuildForm } from '../../../../cobuild-form/cobuild-form.js';
import { axeViolations } from '../../../../../test/axe.js';
import { fillByKeyboard } from '../../../../../test/by-keyboard.js';
import { everyRecord } from '../../../../../test/every-record.js';
import { find, inlineStyles } from '../../../../../test/mount.js';
import { mountRecord } from '../../../../../test/mount-record.js';

const mountOpinions = (value: object = {}, properties: Partial<CobuildForm> = {}): Promise<CobuildForm> => mountRecord(everyRecord.opinions, value, properties);

const counts = [
  { group: 'members', for: 6, against: 0, other: 0 },
  { group: 'residents', for: 9, against: 2, other: 1 },
];

beforeEach(() => page.viewport(1280, 800));

describe('a record of opinions', () => {
  it('is filled in by keyboard alone', async () => {
    const form = await mountOpinions();

    await fillByKeyboard(form, [
      ['项目名称', '暖心服务站'],
      ['征求意见日期', '2026-03-02'],
      ['征求方式', '入户走访'],
      ['党员：赞成', '6'],
      ['党员：反对', '0'],
      ['党员：其他', '0'],
      ['群众：征求人数', '1,200'],
      ['群众：赞成', '9'],
      ['群众：反对', '2'],
      ['群众：其他', '1'],
      ['添加一人', '{Enter}'],
    ]);
    // The focus is on the name of the new person.
    await userEvent.keyboard('张三丰');
    await fillByKeyboard(form, [['征求对象', '群众'], ['意见', '赞成'], ['意见内容', '希望早日动工'], ['本人同意', ' '], ['主要意见', '已采纳。']]);

    expect(form.value).toEqual({
      projectName: '暖心服务站',
      record: {
        heldOn: '2026-03-02',
        method: '入户走访',
        counts: [{ group: 'members', for: 6, against: 0, other: 0 }, { group: 'residents', asked: 1200, for: 9, against: 2, other: 1 }],
        respondents: [{ publish: true, name: '张三丰', group: 'residents', opinion: 'for', text: '希望早日动工' }],
        summary: '已采纳。',
      },
    });
    expect(form.checkValidity()).toBe(true);
  }, 60_000);

  it('row 26: cannot be submitted without an entry, and says the counts in words', async () => {
    const form = await mountOpinions();
    const before = [form.submit(), find(form, '.record-sum').textContent?.trim()];

    form.value = { projectName: '暖心服务站', record: { counts } };
    await form.updateComplete;

    expect(before).toEqual([false, '还没有意见。至少有一份意见才能提交。']);
    expect([form.submit(), find(form, '.record-sum').textContent?.replace(/\s+/g, ' ').trim()]).toEqual([true, '收到意见18份：赞成15份，反对2份，其他1份。 赞成15份，占收到的18份，要求超过50%：已达到。']);
  });

  it('leads from the summary to the number that is missing, and tells it there', async () => {
    const form = await mountOpinions({ counts: [{ group: 'members', for: 6, other: 0 }, counts[1]] });
    form.submit();
    await form.focusErrors();

    find<HTMLButtonElement>(form, '#error-summary .link').click();

    await expect.poll(() => form.shadowRoot?.activeElement?.id).toContain('against');
    const cell = form.shadowRoot?.activeElement;
    expect(cell?.getAttribute('aria-invalid')).toBe('true');
    expect(form.shadowRoot?.getElementById(cell?.getAttribute('aria-describedby') ?? '')?.textContent).toContain(find(form, '#error-summary .link').textContent?.trim());
  });

  it('brings back a person who was removed', async () => {
    const people = [{ name: '张三', group: 'members', opinion: 'for', publish: true }, { name: '李四', group: 'members', opinion: 'for', publish: false }];
    const form = await mountOpinions({ counts, respondents: people });

    find<HTMLButtonElement>(form, '[aria-label="删除第1人"]').click();
    const after = (form.value['record'] as { respondents: unknown }).respondents;
    await userEvent.click(find(form, '.live .removal button'));

    expect([after, (form.value['record'] as { respondents: unknown }).respondents]).toEqual([[people[1]], people]);
  });

  it('asks for as many opinions as a parameter of the scheme says', async () => {
    const { '/record': record = {} } = everyRecord.opinions.fields ?? {};
    const groups = [{ id: 'members', title: { 'zh-CN': '党员' }, minimum: { parameter: 'leastOpinions' } }];
    const form = await mountOpinions({ counts: [counts[0]] }, { definition: { ...everyRecord.opinions, fields: { '/record': { ...record, record: { opinions: { groups } } } } }, facts: { parameters: { leastOpinions: 7 } } });

    const sent = form.submit();

    expect([sent, find(form, '[data-cell="/counts/#members"] .unit').textContent, find(form, '[data-cell="/counts/#members"] .field-error').textContent]).toEqual([false, '至少7份', expect.stringContaining('党员的意见至少7份，现有6份，还差1份')]);
  });

  it('shows a row of a group that nobody asks for, so that it can be removed', async () => {
    const form = await mountOpinions({ counts: [...counts, { group: 'firms', for: 1, against: 0, other: 0 }] });

    find<HTMLButtonElement>(form, '[aria-label="删除“firms”这一行"]').click();

    expect(form.value['record']).toEqual({ counts });
  });

  it.each([{}, { counts: 'x' }, { counts: [null, 3, { group: 7 }], respondents: [null, { name: 3 }] }])('draws %j', async (value) => {
    const form = await mountOpinions(value);

    expect(form.shadowRoot?.querySelector('.opinions-table')).not.toBeNull();
  });

  it.each(['zh-CN', 'en'])('has no accessibility violation in %s, empty, filled and with problems', async (lang) => {
    const form = await mountOpinions({ counts: [{ group: 'members', for: 'x', against: 0, other: 0 }], respondents: [{ name: '张三', publish: true }] }, { lang });
    form.submit();
    await form.updateComplete;

    expect(await axeViolations(form)).toEqual([]);
    expect(inlineStyles(document.body)).toEqual([]);
  });

  it.each(['zh-CN', 'en'])('stays inside 390 px in %s', async (lang) => {
    await page.viewport(390, 800);
    const form = await mountOpinions({ counts, respondents: [{ name: '张三', publish: true }] }, { lang });
    form.submit();
    await form.updateComplete;

    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(form.shadowRoot?.querySelector('.record')?.scrollWidth).toBeLessThanOrEqual(390);
  });
});
