import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Scheme, Stage } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseAction, PublicStatus } from '@cobuild/rules';
import { publicStatus } from '@cobuild/rules';
import { GaomingPlay, findings, memberIds } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingWith } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount, mountMarkup } from '../../test/mount.js';
import '../define/cobuild-status.js';
import type { CobuildStatus } from './cobuild-status.js';

const scheme: Scheme = gaomingWith({ preliminaryDeadline: { amount: 5, unit: 'workingDay' }, jointReviewDeadline: { amount: 20, unit: 'workingDay' } });
const play = (): GaomingPlay => new GaomingPlay(scheme);
const statusOf = (made: GaomingPlay, today = '2026-03-09', of: Scheme = scheme): PublicStatus => publicStatus(of, made.state, { today, calendar: chinaCalendar });
const show = (properties: Partial<CobuildStatus> = {}): Promise<CobuildStatus> => mount<CobuildStatus>('cobuild-status', { status: statusOf(play().submit()), ...properties });
const textOf = (element: CobuildStatus): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const spoken = (element: CobuildStatus): string => find(element, '[role=status]').textContent ?? '';
const drawn = (element: CobuildStatus): string => (element.shadowRoot?.innerHTML ?? '').replace(/<!--.*?-->/g, '');

/** Two more desks of the town that the public knows as one step with its review. */
const withDesks = (): Scheme => {
  const desk = (id: string, to: string, from: Stage): Stage => ({ ...from, id, title: { 'zh-CN': `内部复核${id}`, en: `Desk ${id}` }, publicTitle: { 'zh-CN': '镇街初审', en: 'Preliminary review by the town' }, outcomes: from.outcomes.map((outcome) => (outcome.kind === 'forward' ? { ...outcome, to } : outcome)) });
  const stages = scheme.stages.flatMap((stage) => (stage.id === 'preliminary' ? [desk('preliminary', 'secondDesk', stage), desk('secondDesk', 'jointReview', stage)] : [stage]));
  return { ...scheme, stages };
};

beforeEach(() => page.viewport(1280, 800));

describe('cobuild-status', () => {
  it('row 34: shows public names and the deadline, announces a change, and does not tell one internal stage from another', async () => {
    const desks = withDesks();
    const made = new GaomingPlay(desks).submit();
    const element = await show({ status: statusOf(made, '2026-03-09', desks) });
    const before = drawn(element);
    expect(textOf(element)).toContain('镇街初审正在办理');
    expect(textOf(element)).toContain('最迟 2026年3月19日（星期四）');
    expect(spoken(element)).toBe('');

    // On to the second desk: nothing is to be seen or heard.
    made.act('reviewed', { stage: 'preliminary', outcome: 'forward', answers: findings }, actor('reviewer-hecheng'));
    expect(made.state.stage).toBe('secondDesk');
    element.status = statusOf(made, '2026-03-09', desks);
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(drawn(element)).toBe(before);
    expect(drawn(element)).not.toMatch(/secondDesk|preliminary|内部复核|reviewer|王/);

    made.act('reviewed', { stage: 'secondDesk', outcome: 'forward', answers: findings }, actor('reviewer-hecheng'));
    element.status = statusOf(made, '2026-03-09', desks);
    await expect.poll(() => spoken(element)).toBe('申请进度有变化：区级会审正在办理。不用您做什么。办结后进入“公示”。');
    expect(find(element, '[role=status]').matches('.visually-hidden')).toBe(true);
  });

  it('reads scheme and state in place of a status', async () => {
    const element = await show({ status: undefined, scheme, state: play().submit().state, today: '2026-03-09' });
    expect(textOf(element)).toContain('镇街初审正在办理');
    expect(textOf(element)).toContain('共 5 个工作日，还有 3 个工作日');
  });

  it('reads a status from a child script', async () => {
    const box = await mountMarkup(`<cobuild-status><script type="application/json" data-part="status">${JSON.stringify(statusOf(play().submit())).replace(/</g, '\\u003c')}</script></cobuild-status>`);
    expect(textOf(find<CobuildStatus>(box, 'cobuild-status'))).toContain('镇街初审正在办理');
  });

  it('says why it was sent back and on which day', async () => {
    const text = textOf(await show({ status: statusOf(play().submit().sendBack()) }));
    for (const part of ['退回补正，等待您修改', '请按下面的意见修改后重新提交', '2026年3月5日退回', '缺少场地照片']) expect(text).toContain(part);
    expect(text).not.toMatch(/王|reviewer/);
  });

  it.each([['2026-03-11', '还有 1 个工作日', false], ['2026-03-12', '今天到期', false], ['2026-03-13', '已超过 1 个工作日', true], ['2026-03-14', '已超过 1 个工作日', true]])('on %s the deadline reads %s', async (today, words, late) => {
    const element = await show({ status: statusOf(play().submit(), today) });
    expect(textOf(element)).toContain(words);
    expect(element.shadowRoot?.querySelector('.late') !== null).toBe(late);
  });

  it.each([['2026-03-13', '公示中'], ['2026-03-14', '公示期满']])('shows both dates of the notice, on %s as %s', async (today, tag) => {
    const text = textOf(await show({ status: statusOf(play().toPublicity().publish(), today) }));
    expect(text).toContain('2026年3月6日 至 2026年3月13日');
    expect(text).toContain(tag);
  });

  it('has no deadline where nobody has decided one', async () => {
    const open = gaomingWith({ preliminaryDeadline: 'UNDECIDED' });
    expect(textOf(await show({ status: statusOf(new GaomingPlay(open).submit(), '2026-03-09', open) }))).not.toContain('办理期限');
  });

  it('says what will appear before there is anything', async () => {
    expect(textOf(await show({ status: undefined }))).toContain('还没有可以显示的进度');
  });

  it('guesses nothing of a stage that the scheme does not have', async () => {
    const element = await show({ status: { ...statusOf(play().submit()), kind: 'unknown' } });
    expect(textOf(element)).toContain('不用重新提交');
    expect(element.shadowRoot?.querySelector('.steps')).toBeNull();
  });

  it('lets the applicant take the application back after one more question, with or without a reason, by keyboard alone', async () => {
    await page.viewport(390, 800);
    const seen: CaseAction[] = [];
    expect(find<CobuildStatus>(await show(), 'article').querySelector('#withdraw')).toBeNull();
    const element = await show({ withdrawable: true });
    element.addEventListener('cobuild-action', ({ detail }) => seen.push(detail.action));
    const focused = (): string | undefined => element.shadowRoot?.activeElement?.id;
    find<HTMLElement>(element, '#withdraw').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('confirm-box');
    expect(find(element, '#confirm-box').textContent).toContain('不能恢复');
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('withdraw');
    expect(seen).toEqual([]);

    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('confirm-box');
    await userEvent.keyboard('{Tab}资金另有安排{Tab}');
    expect(await axeViolations(element)).toEqual([]);
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    await userEvent.keyboard('{Enter}');
    expect(seen).toEqual([{ type: 'withdrawn', data: { reason: '资金另有安排' } }]);
    element.busy = true;
    await userEvent.keyboard('{Enter}');
    expect(seen).toHaveLength(1);

    // What was typed stays beside the refusal.
    Object.assign(element, { busy: false, problems: [{ code: 'portal/conflict', severity: 'error', document: 'request', pointer: '', params: {}, message: '这份申报刚刚被别人办理过。' }] });
    await element.updateComplete;
    expect(find(element, '#confirm-box [role=alert]').textContent).toContain('这份申报刚刚被别人办理过。');
    expect(find<HTMLTextAreaElement>(element, '#withdraw-reason').value).toBe('资金另有安排');
    const made = play().submit();
    Object.assign(element, { problems: [], status: statusOf(made.act('withdrawn', { reason: '资金另有安排' }, made.state.submissions[0]?.by)) });
    await element.updateComplete;
    expect(textOf(element)).toContain('已撤回');
    expect(element.shadowRoot?.querySelector('#confirm-box, #withdraw')).toBeNull();
    expect(element.shadowRoot?.activeElement?.className).toContain('status');
  });

  it('says the same in another language without announcing it', async () => {
    const element = await show();
    element.lang = 'en';
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(textOf(element)).toContain('Thursday, 12 March 2026 at the latest');
    expect(spoken(element)).toBe('');
  });

  it('does not announce that a day has passed', async () => {
    const element = await show();
    element.status = statusOf(play().submit(), '2026-03-10');
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([textOf(element).includes('还有 2 个工作日'), spoken(element)]).toEqual([true, '']);
  });

  it.each([['zh-CN', 1280], ['en', 390]])('has no accessibility violation and no inline style (%s, %i pixels)', async (lang, width) => {
    await page.viewport(width, 800);
    const refused = statusOf(play().toMeeting().openMeeting(memberIds(1, 22)).vote(8, 12, 2));
    for (const status of [statusOf(play().submit()), statusOf(play().submit(), '2026-03-20'), statusOf(play().submit().sendBack()), statusOf(play().toPublicity().publish()), refused, undefined]) {
      const element = await show({ lang, status });
      expect(await axeViolations(element)).toEqual([]);
      expect(inlineStyles(element.renderRoot)).toEqual([]);
      expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
      element.remove();
    }
  });
});
