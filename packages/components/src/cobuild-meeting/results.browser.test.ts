import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawVoteLot } from '@cobuild/rules';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, memberIds } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingWith } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { announcement, blocked, buttonNamed, focused, mountMeeting, signedIn, tied, twentyTwoPresent } from '../../test/meeting.js';
import { find, inlineStyles } from '../../test/mount.js';

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-meeting: results that need another step', () => {
  it('lets the chair decide a tie where the rule says so', async () => {
    const play = tied('chair');
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    expect(find(meeting, '.verdict').textContent).toContain('赞成与反对票数相等');

    await buttonNamed('记录决定票').click();
    await expect.poll(() => focused(meeting)?.getAttribute('name')).toBe('casting-vote');
    expect(seen).toEqual([]);
    await page.getByRole('radio', { name: '赞成' }).click();
    await buttonNamed('记录决定票').click();

    await expect.poll(() => find(meeting, '.verdict').textContent?.trim()).toBe('通过');
    expect(seen).toEqual([{ type: 'votingClosed', data: { castingVote: 'yes' } }]);
    expect(find(meeting, '.comparison').textContent).toBe('11×2＝22 ＞ 20 → 通过');
  });

  it('opens the next round on a tie that is voted on again', async () => {
    const play = tied('revote');
    const meeting = await mountMeeting(play);
    serve(meeting, play);
    await buttonNamed('重新开会').click();
    await expect.poll(() => play.state.meeting?.round).toBe(2);
    await meeting.updateComplete;
    expect(meeting.shadowRoot?.textContent).toContain('第 2 轮');
  });

  it('draws the lot by a seed that was fixed in the room, and shows what it gave once it is recorded', async () => {
    const play = tied('lot');
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    expect(find(meeting, '#next-step').textContent).toContain('抽签');
    expect(meeting.shadowRoot?.querySelector('#open-again')).toBeNull();

    await page.getByRole('textbox', { name: '抽签种子' }).click();
    await userEvent.keyboard('2026-03-05 第7期{Enter}');
    await expect.poll(() => focused(meeting)?.id).toBe('confirm-box');
    expect(find(meeting, '#confirm-box').textContent).toContain('抽签种子：2026-03-05 第7期');
    expect(find(meeting, '#confirm-box').textContent).not.toMatch(/赞成|反对|通过/);
    expect(seen).toEqual([]);

    await buttonNamed('确认抽签').click();
    await expect.poll(() => play.state.vote?.outcome).not.toBe('tied');
    await meeting.updateComplete;
    const { drawn } = drawVoteLot('2026-03-05 第7期', play.state.id);
    expect(seen).toEqual([{ type: 'lotDrawn', data: { seed: '2026-03-05 第7期', drawn } }]);
    expect(find(meeting, '.result').textContent).toContain(`票数相等，抽签抽中“${drawn === 'yes' ? '赞成' : '反对'}”（种子：2026-03-05 第7期）。`);
    expect(find(meeting, '.comparison').textContent).toBe('10×2＝20 ＝ 20 → 票数相等');
    expect(find(meeting, '.verdict').textContent).toContain(drawn === 'yes' ? '通过' : '未通过');
    expect(announcement(meeting)).toContain(drawn === 'yes' ? '通过' : '未通过');
  });

  it('asks for the seed of the lot, and goes back to it with Escape', async () => {
    const play = tied('lot');
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await buttonNamed('抽签').click();
    await expect.poll(() => focused(meeting)?.id).toBe('lot-seed');
    await expect.element(page.getByRole('textbox', { name: '抽签种子' })).toHaveAccessibleDescription(/请填写抽签种子/);

    await userEvent.keyboard('7{Enter}');
    await expect.poll(() => focused(meeting)?.id).toBe('confirm-box');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(meeting)?.id).toBe('lot-seed');
    expect(meeting.shadowRoot?.querySelector('#confirm-box')).toBeNull();
    expect(seen).toEqual([]);
  });

  it('shows the lot to a member without letting them draw it, clean in both languages', async () => {
    expect((await mountMeeting(tied('lot'), { actor: actor('member-01') })).shadowRoot?.querySelector('#lot-seed')).toBeNull();
    for (const lang of ['zh-CN', 'en']) {
      const meeting = await mountMeeting(tied('lot'), { lang });
      find<HTMLInputElement>(meeting, '#lot-seed').focus();
      await userEvent.keyboard('7{Enter}');
      await expect.poll(() => focused(meeting)?.id).toBe('confirm-box');
      expect(await axeViolations(meeting)).toEqual([]);
      expect(inlineStyles(meeting)).toEqual([]);
    }
  });

  it('says that the quorum was lost when members left while the vote ran', async () => {
    const play = signedIn(16).act('votingOpened', {});
    for (const member of memberIds(11, 14)) play.act('memberRecused', { member, reason: '亲属', kind: 'declared' });
    const meeting = await mountMeeting(play.ballots(10, 0, 0).act('votingClosed', {}));
    expect(find(meeting, '.verdict').textContent).toContain('到会人数不足');
    expect(find(meeting, '#next-step').textContent).toContain('重新开会');
  });

  it('does not open a vote whose rule is open, and names what is open', async () => {
    const play = new GaomingPlay(gaomingWith({ voteBase: 'UNDECIDED', voteTie: 'UNDECIDED' })).toMeeting().openMeeting(memberIds(1, 22));
    const meeting = await mountMeeting(play);
    expect(blocked(meeting, 'open-voting')).toBe(true);
    expect(find(meeting, '#voting-reason').textContent).toMatch(/计票基数.*票数相等如何处理/);
  });

  it('names the next stage after a pass and the end after a failure', async () => {
    const passed = await mountMeeting(twentyTwoPresent().vote(12, 8, 2));
    expect(find(passed, '#next-step').textContent).toContain('下一步：公示');
    const failed = await mountMeeting(twentyTwoPresent().vote(11, 9, 2));
    expect(find(failed, '#next-step').textContent).toContain('会审到此结束');
  });
});
