import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { serve } from '../../../../.storybook/gaoming-host.js';
import type { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { actor } from '../../../../.storybook/gaoming.js';
import { announcement, blocked, buttonNamed, focused, mountMeeting, secret, signedIn, twentyTwoPresent } from '../../test/meeting.js';
import { find } from '../../test/mount.js';

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-meeting: open vote', () => {
  const voting = (): GaomingPlay => signedIn(16).act('votingOpened', {});

  it('collects choices, shows them once more, and records them one by one', async () => {
    const play = voting();
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await page.getByRole('radiogroup', { name: '林静怡的选票' }).getByRole('radio', { name: '赞成' }).click();
    await page.getByRole('radiogroup', { name: '周启明的选票' }).getByRole('radio', { name: '弃权' }).click();
    expect(seen).toEqual([]);

    await buttonNamed('记录选票（2/16）').click();
    await expect.poll(() => focused(meeting)?.id).toBe('confirm-box');
    expect(find(meeting, '#confirm-box').textContent).toMatch(/赞成 1 票：林静怡[\s\S]*弃权 1 票：周启明[\s\S]*还没有选择 14 人/);
    await buttonNamed('确认记录').click();

    await expect.poll(() => play.state.meeting?.ballots).toEqual([{ member: 'member-01', choice: 'yes' }, { member: 'member-02', choice: 'abstain' }]);
    await meeting.updateComplete;
    expect(focused(meeting)?.id).toBe('record-ballots');
    expect(find(meeting, '[data-member="member-01"]').textContent).toContain('已记录：赞成');
    await expect.poll(() => announcement(meeting)).toBe('已收到 2 票，到会 16 人');
  });

  it('keeps choices and focus while other ballots come in', async () => {
    const play = voting();
    const meeting = await mountMeeting(play);
    const radio = find<HTMLInputElement>(meeting, '[name="ballot-member-09"][value="no"]');
    radio.focus();
    await userEvent.keyboard(' ');

    meeting.state = play.act('ballotCast', { member: 'member-01', choice: 'yes' }).state;
    await meeting.updateComplete;

    expect(focused(meeting)).toBe(radio);
    expect(radio.checked).toBe(true);
  });

  it('moves within a ballot by arrow keys', async () => {
    const meeting = await mountMeeting(voting());
    find(meeting, '[name="ballot-member-01"][value="yes"]').focus();
    await userEvent.keyboard('{ArrowRight}');
    await meeting.updateComplete;
    expect(find<HTMLInputElement>(meeting, '[name="ballot-member-01"][value="no"]').checked).toBe(true);
  });

  it('cannot end without a ballot, and asks once more with the names of those who have not voted', async () => {
    const play = voting();
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    expect(blocked(meeting, 'close-voting')).toBe(true);
    meeting.state = play.ballots(15, 0, 0).state;
    await meeting.updateComplete;

    await buttonNamed('结束表决').click();
    await expect.poll(() => find(meeting, '#confirm-box').textContent).toContain('收到 15 票，还有 1 人没有投票：唐晓彤');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(meeting)?.id).toBe('close-voting');
    await buttonNamed('结束表决').click();
    await buttonNamed('确认结束表决').click();

    await expect.poll(() => play.state.vote?.outcome).toBe('passed');
    expect(seen).toEqual([{ type: 'votingClosed', data: {} }]);
    await expect.poll(() => announcement(meeting)).toContain('通过');
  });

  it('row 50: offers a member their own ballot only', async () => {
    const play = voting();
    const meeting = await mountMeeting(play, { actor: actor('member-01') });
    const seen = serve(meeting, play, actor('member-01'));
    expect(meeting.shadowRoot?.querySelectorAll('[role=radiogroup]')).toHaveLength(1);
    expect(meeting.shadowRoot?.querySelector('#close-voting')).toBeNull();

    await page.getByRole('radio', { name: '反对' }).click();
    await buttonNamed('记录选票（1/1）').click();
    await buttonNamed('确认记录').click();

    await expect.poll(() => play.state.meeting?.ballots).toEqual([{ member: 'member-01', choice: 'no' }]);
    expect(seen).toHaveLength(1);
  });

  it('does not show a member how the others vote', async () => {
    const meeting = await mountMeeting(voting().ballots(3, 2, 0), { actor: actor('member-01') });
    expect(meeting.shadowRoot?.querySelectorAll('.ballots tbody tr')).toHaveLength(1);
    expect(find(meeting, '.ballots').textContent).toContain('已记录：赞成');
  });
});

describe('cobuild-meeting: secret vote', () => {
  const fill = async (numbers: Record<string, string>): Promise<void> => {
    for (const [name, number] of Object.entries(numbers)) await userEvent.fill(page.getByLabelText(name, { exact: true }), number);
  };

  it('holds the numbers against each other while they are typed', async () => {
    const play = secret();
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await fill({ 发出选票: '22', 收回选票: '22', 赞成: '12', 反对: '8', 弃权: '1', 废票: '2' });
    expect(find(meeting, '#count-check').textContent).toContain('合计 23 张，收回 22 张，不一致');
    await buttonNamed('登记计票结果').click();
    expect(seen).toEqual([]);
    await expect.poll(() => focused(meeting)?.id).toBe('count-returned');

    await fill({ 废票: '1' });
    expect(find(meeting, '#count-check').textContent).toContain('合计 22 张，与收回的选票一致');
    await userEvent.fill(page.getByLabelText('计票人、监票人（选填）'), '林静怡、 何佩珊');
    await buttonNamed('登记计票结果').click();

    await expect.poll(() => play.state.meeting?.counts).toEqual({ issued: 22, returned: 22, yes: 12, no: 8, abstain: 1, void: 1, tellers: ['林静怡', '何佩珊'] });
    await expect.element(buttonNamed('更正计票结果')).toBeVisible();
  });

  it('asks for whole numbers and goes to the first that is none', async () => {
    const meeting = await mountMeeting(secret());
    await fill({ 发出选票: '22', 收回选票: '二十二' });
    await buttonNamed('登记计票结果').click();
    await expect.poll(() => focused(meeting)?.id).toBe('count-returned');
    expect(find(meeting, '#count-check').textContent).toContain('请填写整数：收回选票、赞成、反对、弃权、废票');
  });

  it('row 50: records more ballots returned than issued as a void vote, with a warning', async () => {
    const play = secret();
    const meeting = await mountMeeting(play);
    serve(meeting, play);
    await fill({ 发出选票: '21', 收回选票: '22', 赞成: '22', 反对: '0', 弃权: '0', 废票: '0' });
    expect(find(meeting, '#count-check').textContent).toContain('登记后本次投票无效');
    await buttonNamed('登记计票结果').click();
    await expect.poll(() => play.state.meeting?.counts?.returned).toBe(22);
    await buttonNamed('结束表决').click();
    await buttonNamed('确认结束表决').click();
    await expect.poll(() => play.state.vote?.outcome).toBe('notHeld');
    await expect.element(buttonNamed('重新开会')).toBeVisible();
  });

  it('has no place for who voted what', async () => {
    const meeting = await mountMeeting(secret());
    expect(meeting.shadowRoot?.querySelector('[role=radiogroup]')).toBeNull();
  });
});

describe('row 49: one screen, one vote, the base of the overlay decides', () => {
  it.each([
    ['appointed', 'counts', 11, 9, 2, '未通过', '赞成 11 票 / 应到 24 人', '11×2＝22 ＜ 24 → 未通过'],
    ['entitled', 'counts', 11, 9, 2, '未通过', '赞成 11 票 / 应到（回避后）23 人', '11×2＝22 ＜ 23 → 未通过'],
    ['present', 'counts', 11, 9, 2, '未通过', '赞成 11 票 / 到会 22 人', '11×2＝22 ＝ 22，没有超过 → 未通过'],
    ['valid', 'excluded', 11, 9, 2, '通过', '赞成 11 票 / 有效票 20 张', '11×2＝22 ＞ 20 → 通过'],
    ['appointed', 'counts', 12, 8, 2, '未通过', '赞成 12 票 / 应到 24 人', '12×2＝24 ＝ 24，没有超过 → 未通过'],
    ['entitled', 'counts', 12, 8, 2, '通过', '赞成 12 票 / 应到（回避后）23 人', '12×2＝24 ＞ 23 → 通过'],
    ['present', 'counts', 12, 8, 2, '通过', '赞成 12 票 / 到会 22 人', '12×2＝24 ＞ 22 → 通过'],
    ['valid', 'excluded', 10, 10, 2, '未通过', '赞成 10 票 / 有效票 20 张', '10×2＝20 ＝ 20，没有超过 → 未通过'],
  ])('%s, abstentions %s: %i yes, %i no, %i abstentions', async (voteBase, voteAbstention, yes, no, abstain, verdict, fraction, comparison) => {
    const play = twentyTwoPresent({ voteBase, voteAbstention }).act('votingOpened', {}).ballots(yes, no, abstain);
    const meeting = await mountMeeting(play);
    serve(meeting, play);

    await buttonNamed('结束表决').click();
    await buttonNamed('确认结束表决').click();
    await expect.poll(() => meeting.shadowRoot?.querySelector('.verdict')?.textContent?.trim()).toBe(verdict);

    expect(find(meeting, '.fraction').textContent).toBe(fraction);
    expect(find(meeting, '.comparison').textContent).toBe(comparison);
  });
});
