import { beforeEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { PublicNotice } from '@cobuild/rules';
import { buildNotice, noticeText } from '@cobuild/rules';
import { resolveParameters } from '@cobuild/core';
import { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-notice.js';
import type { CobuildNotice } from './cobuild-notice.js';

const scheme = resolveParameters(gaomingDemo);
const definition = scheme.publicity?.notices[0];
if (definition === undefined) throw new Error('gaoming-demo has no notice');
const station = new GaomingPlay().toPublicity().publish().state;

function noticeOf(today: string, states = [station]): PublicNotice {
  return buildNotice(scheme, definition as NonNullable<typeof definition>, states, today).notice;
}
const mountNotice = (properties: Partial<CobuildNotice> = {}): Promise<CobuildNotice> => mount<CobuildNotice>('cobuild-notice', { notice: noticeOf('2026-03-10'), ...properties });
const label = (name: string | RegExp): ReturnType<typeof page.getByRole> => page.getByRole('button', { name });

const media = async (name: string): Promise<void> => void (await (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', { media: name }));

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-notice', () => {
  it('shows title, period with both dates, basis, issuer and how to object', async () => {
    const text = (await mountNotice()).shadowRoot?.textContent ?? '';
    for (const part of ['农村党群共建专项资金拟立项项目公示', '2026年3月6日 至 2026年3月13日', '评审委员会办公室（演示）', '书面反映', '“高明通”综合服务平台', '闲置公共用房改建暖心服务站']) expect(text).toContain(part);
  });

  it('row 78: shows masked answers as masked and the whole ones nowhere', async () => {
    const notice = await mountNotice();
    expect(notice.shadowRoot?.textContent).not.toMatch(/区嘉敏|13800138000|8002000001230202/);
    expect(notice.shadowRoot?.querySelectorAll('.masked').length).toBeGreaterThan(0);
    expect(notice.shadowRoot?.textContent).toContain('按规定隐去了部分信息');
  });

  it.each([['2026-03-13', '公示中'], ['2026-03-14', '公示期满']])('on %s the item is %s', async (today, status) => {
    const notice = await mountNotice({ notice: noticeOf(today) });
    expect(find(notice, 'tbody .tag').textContent).toContain(status);
  });

  it('has one period on top only where every item has it', async () => {
    const later = new GaomingPlay(undefined, 'cases/06-approved.json').toPublicity().publish('2026-03-09').state;
    const notice = await mountNotice({ notice: noticeOf('2026-03-10', [station, later]) });
    expect(notice.shadowRoot?.querySelector('.period')).toBeNull();
    expect(notice.shadowRoot?.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('says what will appear when nothing is on notice', async () => {
    const notice = await mountNotice({ notice: noticeOf('2026-03-10', []) });
    expect(find(notice, '.table-empty').textContent).toContain('通过以后需要公示的，会在这里列出');
    expect(notice.shadowRoot?.querySelector('button')).toBeNull();
  });

  it('carries the content hash of its list on the board, and in the text that is handed out', async () => {
    const given = noticeOf('2026-03-10');
    const notice = await mountNotice({ notice: given });
    expect(given.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(notice.shadowRoot?.textContent).toContain(given.contentHash);
    const saved: Blob[] = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob): string => (saved.push(blob), make(blob));
    try {
      find<HTMLButtonElement>(notice, '#plain').click();
    } finally {
      URL.createObjectURL = make;
    }
    expect(await saved[0]?.text()).toBe(noticeText(given, 'zh-CN'));
    expect(noticeText(given, 'zh-CN')).toContain(`内容校验：${given.contentHash ?? ''}`);
  });

  it('row 78: shows no list with the number of a person in it, whoever made it, and says where it stands', async () => {
    const given = noticeOf('2026-03-10');
    const cells = (given.items[0]?.cells ?? []).map((cell, index) => (index === 0 ? { ...cell, text: '暖心站，联系13800138000' } : cell));
    const notice = await mountNotice({ notice: { ...given, items: given.items.map((item) => ({ ...item, cells })) } });
    expect(notice.shadowRoot?.querySelector('table')).toBeNull();
    expect(find(notice, '[role=alert]').textContent).toMatch(/公示内容里有个人号码，已停止显示.*里有手机号：.*暖心站，联系\*{6}/s);
    expect(notice.shadowRoot?.textContent).not.toContain('13800138000');
    expect(await axeViolations(notice)).toEqual([]);
  });

  it('draws nothing before it has a notice', async () => {
    const notice = await mount<CobuildNotice>('cobuild-notice', {});
    expect(notice.shadowRoot?.textContent?.trim()).toBe('');
  });

  it('offers no objection unless the host wants it, nor after the period', async () => {
    expect((await mountNotice()).shadowRoot?.querySelector('[id^=object-]')).toBeNull();
    expect((await mountNotice({ objections: true, notice: noticeOf('2026-03-14') })).shadowRoot?.querySelector('[id^=object-]')).toBeNull();
  });

  it('asks for the text of an objection, sends it with the contact, and gives focus back', async () => {
    const { objectorNamed: _, objectionTerms: _terms, ...anonymous } = noticeOf('2026-03-10');
    const notice = await mountNotice({ objections: true, notice: anonymous });
    const sent: unknown[] = [];
    notice.addEventListener('cobuild-object', (event) => sent.push((event as CustomEvent<unknown>).detail));
    await label('提出异议：闲置公共用房改建暖心服务站').click();
    await expect.poll(() => notice.shadowRoot?.activeElement?.localName).toBe('textarea');
    await label('提交异议').click();
    await expect.element(page.getByRole('textbox', { name: '异议内容' })).toHaveAccessibleDescription(/请填写异议内容/);
    expect(sent).toEqual([]);

    await userEvent.fill(page.getByRole('textbox', { name: '异议内容' }), ' 门牌号不一致。 ');
    await userEvent.fill(page.getByRole('textbox', { name: '联系方式（选填）' }), '13800138000');
    await label('提交异议').click();
    expect(sent).toEqual([{ caseId: 'GM-2026-001', text: '门牌号不一致。', contact: '13800138000' }]);
    await expect.poll(() => notice.shadowRoot?.activeElement?.id).toBe('object-GM-2026-001');
  });

  it('asks for a name where the notice takes no objection without one, and says how long the answer takes', async () => {
    const named = { ...definition, objections: { objector: 'named', answerWithin: { amount: 3, unit: 'workingDay' } } } as typeof definition;
    const given = { ...scheme, publicity: { notices: [named] } };
    const notice = await mountNotice({ objections: true, notice: buildNotice(given, named, [station], '2026-03-10').notice });
    expect(find(notice, '.summary-list').textContent).toContain('异议须知提出异议须写明姓名和联系方式。收到异议后3个工作日内答复。');
    const sent: unknown[] = [];
    notice.addEventListener('cobuild-object', (event) => sent.push((event as CustomEvent<unknown>).detail));
    await label('提出异议：闲置公共用房改建暖心服务站').click();
    await userEvent.fill(page.getByRole('textbox', { name: '异议内容' }), '门牌号不一致。');
    await label('提交异议').click();
    const contact = page.getByRole('textbox', { name: '姓名和联系方式' });
    await expect.element(contact).toHaveAccessibleDescription(/只用于核实和答复，不会公开。.*请填写姓名和联系方式/);
    await expect.poll(() => notice.shadowRoot?.activeElement?.getAttribute('name')).toBe('contact');
    // The form has room: it does not stand in the narrow column of the period.
    expect(find(notice, 'form').clientWidth).toBeGreaterThan(480);
    await page.viewport(390, 900);
    expect(find(notice, 'form').clientWidth).toBeGreaterThan(250);
    await page.viewport(1280, 800);
    await media('print');
    expect(getComputedStyle(find(notice, 'tr.objecting')).display).toBe('none');
    await media('');
    expect([sent, find<HTMLTextAreaElement>(notice, 'textarea').value, await axeViolations(notice)]).toEqual([[], '门牌号不一致。', []]);
    await userEvent.fill(contact, '梁先生 13800138000');
    await label('提交异议').click();
    expect(sent).toEqual([{ caseId: 'GM-2026-001', text: '门牌号不一致。', contact: '梁先生 13800138000' }]);
  });

  it('gives focus back to the button when the person cancels', async () => {
    const notice = await mountNotice({ objections: true });
    await label(/^提出异议/).click();
    await label('取消').click();
    await expect.poll(() => notice.shadowRoot?.activeElement?.id).toBe('object-GM-2026-001');
  });

  describe('with a long list', () => {
    const many = (): PublicNotice => {
      const given = noticeOf('2026-03-10');
      const [item] = given.items;
      if (item === undefined) throw new Error('the notice has no item');
      return { ...given, items: Array.from({ length: 45 }, (_, index) => ({ ...item, caseId: `c${index + 1}`, cells: item.cells.map((cell, column) => (column === 0 ? { ...cell, text: `第${index + 1}号项目` } : cell)) })) };
    };
    const seen = (notice: CobuildNotice): string[] => Array.from(notice.renderRoot.querySelectorAll<HTMLElement>('tbody tr'), (row) => (row.offsetHeight > 0 ? (row.querySelector('th')?.textContent ?? '') : '')).filter((name) => name !== '');

    it('shows all of it on a desk, and what is looked for', async () => {
      const notice = await mountNotice({ notice: many() });
      expect(seen(notice)).toHaveLength(45);
      await userEvent.fill(page.getByRole('searchbox', { name: '在公示里查找' }), '第4');
      expect(seen(notice)).toHaveLength(7);
      expect(find(notice, '.search [role=status]').textContent).toBe('共 45 项，找到 7 项');
      await userEvent.fill(page.getByRole('searchbox'), '没有这个');
      expect([seen(notice).length, find(notice, '.table-empty').textContent]).toEqual([0, '没有符合的内容。请换一个词。']);
    });

    it('comes in pages of cards on a phone, each of which opens and closes where it is', async () => {
      await page.viewport(390, 800);
      const notice = await mountNotice({ notice: many() });
      expect(seen(notice)).toHaveLength(20);
      expect(notice.offsetHeight).toBeLessThan(8000);
      const card = (): HTMLElement => find(notice, 'tbody tr');
      const [folded] = card().querySelectorAll<HTMLElement>('.folds');
      expect(folded?.offsetHeight).toBe(0);
      await label('展开：第1号项目').click();
      expect(folded?.offsetHeight).toBeGreaterThan(0);
      await label('收起：第1号项目').click();
      expect(folded?.offsetHeight).toBe(0);

      find<HTMLButtonElement>(notice, '#next').click();
      await notice.updateComplete;
      find<HTMLButtonElement>(notice, '#next').click();
      await notice.updateComplete;
      expect([seen(notice).length, find(notice, '.pages [role=status]').textContent, find(notice, '#next').getAttribute('aria-disabled')]).toEqual([5, '第 3 页，共 3 页', 'true']);
      expect(await axeViolations(notice)).toEqual([]);
      expect(notice.scrollWidth).toBeLessThanOrEqual(notice.clientWidth);
    });

    it('is whole on paper, whatever is looked for and folded, and has no buttons there', async () => {
      await page.viewport(390, 800);
      const notice = await mountNotice({ notice: many(), objections: true });
      await userEvent.fill(page.getByRole('searchbox'), '第4');
      await media('print');
      try {
        expect(seen(notice)).toHaveLength(45);
        expect(Array.from(notice.renderRoot.querySelectorAll<HTMLElement>('button, input'), ({ offsetHeight }) => offsetHeight).filter((height) => height > 0)).toEqual([]);
        expect(Array.from(notice.renderRoot.querySelectorAll<HTMLElement>('tr:last-child .folds'), ({ offsetHeight }) => offsetHeight)).not.toContain(0);
      } finally {
        await media('');
      }
    });

    it('leaves a short list open', async () => {
      await page.viewport(390, 800);
      const notice = await mountNotice();
      expect([notice.renderRoot.querySelector('#search'), notice.renderRoot.querySelector('.unfold')]).toEqual([null, null]);
      expect(find<HTMLElement>(notice, '.folds').offsetHeight).toBeGreaterThan(0);
    });
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no accessibility violation and no inline style (%s, %i pixels)', async (lang, width) => {
    await page.viewport(width, 800);
    const notice = await mountNotice({ lang, objections: true });
    expect(await axeViolations(notice)).toEqual([]);
    find(notice, '[id^=object-]').click();
    await notice.updateComplete;
    find<HTMLFormElement>(notice, 'form').requestSubmit();
    await notice.updateComplete;
    expect(await axeViolations(notice)).toEqual([]);
    expect(inlineStyles(notice.renderRoot)).toEqual([]);
    expect(notice.scrollWidth).toBeLessThanOrEqual(notice.clientWidth);
  });
});
