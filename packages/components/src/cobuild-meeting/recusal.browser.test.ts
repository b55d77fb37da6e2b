import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Scheme } from '@cobuild/core';
import type { CaseAction } from '@cobuild/rules';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, memberIds } from '../../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { buttonNamed, focused, mountMeeting, signedIn } from '../../test/meeting.js';
import { find, inlineStyles } from '../../test/mount.js';
import type { CobuildMeeting } from './cobuild-meeting.js';

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-meeting: recusal', () => {
  it('asks for the reason and stays at it', async () => {
    const play = signedIn(3);
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);

    await buttonNamed('登记回避：林静怡').click();
    await expect.poll(() => focused(meeting)?.id).toBe('ground-member-01');
    await userEvent.keyboard('{Tab}{Enter}');

    await expect.element(page.getByRole('textbox', { name: '林静怡的回避原因' })).toHaveAccessibleDescription(/请填写回避原因/);
    expect(focused(meeting)?.id).toBe('reason-member-01');
    expect(seen).toEqual([]);
  });

  it('records the reason; the row keeps focus', async () => {
    const play = signedIn(3);
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await buttonNamed('登记回避：林静怡').click();

    await expect.poll(() => focused(meeting)?.id).toBe('ground-member-01');
    await userEvent.keyboard('{Tab}与联系人是亲属{Enter}');
    await expect.poll(() => play.state.meeting?.recused?.length).toBe(1);
    await meeting.updateComplete;

    expect(seen).toEqual([{ type: 'memberRecused', data: { member: 'member-01', reason: '与联系人是亲属', kind: 'declared' } }]);
    expect(find(meeting, '[data-member="member-01"]').textContent).toContain('与联系人是亲属');
    expect((focused(meeting) as HTMLElement).dataset['member']).toBe('member-01');
  });

  it.each([[0, true], [1, false]])('with %i ballots in, a recusal can be declared: %s', async (ballots, may) => {
    const meeting = await mountMeeting(signedIn(16).act('votingOpened', {}).ballots(ballots, 0, 0));
    expect(meeting.shadowRoot?.querySelector('#recuse-member-20') !== null).toBe(may);
  });

  it('goes back to its button with Escape', async () => {
    const meeting = await mountMeeting(signedIn(3));
    await buttonNamed('登记回避：林静怡').click();
    await expect.poll(() => focused(meeting)?.id).toBe('ground-member-01');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(meeting)?.id).toBe('recuse-member-01');
  });
});

/** Members of the applicant's town leave; those who took part in the project vote on record. */
function withGrounds(): Scheme {
  const { thresholds = [] } = gaomingDemo;
  return { ...gaomingDemo, thresholds: thresholds.map((threshold) => ({ ...threshold, recusal: ['sameUnit', 'sameTown', 'kin'], softRecusal: ['tookPart'] })) };
}

describe('cobuild-meeting: a conflict of interest', () => {
  const declaring = async (ground: string): Promise<{ readonly play: GaomingPlay; readonly meeting: CobuildMeeting; readonly seen: readonly CaseAction[] }> => {
    const play = new GaomingPlay(withGrounds()).toMeeting().openMeeting(memberIds(1, 3));
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await buttonNamed('登记回避：林静怡').click();
    await page.getByRole('combobox', { name: '林静怡与项目的关系' }).selectOptions(ground);
    return { play, meeting, seen };
  };

  it('keeps the member from voting where the rule of the vote says so, and says it beforehand', async () => {
    const { play, meeting, seen } = await declaring('kin');
    await expect.element(page.getByRole('textbox', { name: '林静怡的情况说明' })).toHaveAccessibleDescription(/有这种关系的委员须回避/);

    await userEvent.keyboard('{Tab}项目联系人是我弟弟{Enter}');
    await expect.poll(() => play.state.meeting?.recused?.length).toBe(1);
    await meeting.updateComplete;

    expect(seen).toEqual([{ type: 'conflictDeclared', data: { member: 'member-01', ground: 'kin', reason: '项目联系人是我弟弟' } }]);
    expect(find(meeting, '[data-member="member-01"]').textContent).toMatch(/已回避\s*与项目人员是亲属：项目联系人是我弟弟/);
    expect(meeting.shadowRoot?.querySelector('#recuse-member-01')).toBeNull();
  });

  it('stays on record where the rule lets the member vote', async () => {
    const { play, meeting } = await declaring('tookPart');
    await expect.element(page.getByRole('textbox', { name: '林静怡的情况说明' })).toHaveAccessibleDescription(/可以投票，关系登记在案/);

    await userEvent.keyboard('{Tab}参加过选址论证{Enter}');
    await expect.poll(() => play.state.meeting?.conflicts?.length).toBe(1);
    await meeting.updateComplete;

    expect(find(meeting, '[data-member="member-01"]').textContent).toMatch(/关系在案\s*参与过这个项目：参加过选址论证/);
    expect(play.state.meeting?.recused).toEqual([]);
    expect(meeting.shadowRoot?.querySelector('#recuse-member-01')).not.toBeNull();
  });

  it('is not sent without saying what it is about', async () => {
    const { meeting, seen } = await declaring('kin');
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('textbox', { name: '林静怡的情况说明' })).toHaveAccessibleDescription(/请填写情况说明/);
    expect(focused(meeting)?.id).toBe('reason-member-01');
    expect(seen).toEqual([]);
  });

  it('is declared by a member for themselves, and by nobody for another member', async () => {
    const play = new GaomingPlay(withGrounds()).toMeeting().openMeeting(memberIds(1, 3));
    const meeting = await mountMeeting(play, { actor: actor('member-01') });
    expect([...(meeting.shadowRoot?.querySelectorAll('[id^="recuse-"]') ?? [])].map(({ id }) => id)).toEqual(['recuse-member-01']);
  });

  it('is found by the rule from relations on the roster, which the log keeps', async () => {
    const play = new GaomingPlay(withGrounds()).toMeeting();
    const to = play.state.applicant.unit ?? play.state.applicant.id;
    const related = committee.map((member) => (member.id === 'member-02' ? { ...member, relations: [{ ground: 'kin' as const, to }] } : member));
    const meeting = await mountMeeting(play, { members: related });
    serve(meeting, play);
    const name = related.find(({ id }) => id === 'member-02')?.name ?? '';
    expect(meeting.shadowRoot?.textContent).toContain(`${name}（与项目人员是亲属）`);
    await buttonNamed('开始会议').click();
    await expect.poll(() => play.state.meeting?.recused).toMatchObject([{ member: 'member-02', kind: 'automatic' }]);
    await meeting.updateComplete;
    expect(find(meeting, '[data-member="member-02"]').textContent).toContain('与项目人员是亲属');
  });

  it('has no violation and no inline style, in both languages', async () => {
    for (const lang of ['zh-CN', 'en']) {
      const play = new GaomingPlay(withGrounds()).toMeeting().openMeeting(memberIds(1, 3)).act('conflictDeclared', { member: 'member-02', ground: 'tookPart', reason: '参加过选址论证' }).act('conflictDeclared', { member: 'member-03', ground: 'kin', reason: '亲属' });
      const meeting = await mountMeeting(play, { lang });
      find(meeting, '#recuse-member-01').click();
      await expect.poll(() => focused(meeting)?.id).toBe('ground-member-01');
      expect(await axeViolations(meeting)).toEqual([]);
      expect(inlineStyles(meeting)).toEqual([]);
      expect(meeting.shadowRoot?.textContent).not.toMatch(/undefined|tookPart|sameUnit/);
    }
  });
});
