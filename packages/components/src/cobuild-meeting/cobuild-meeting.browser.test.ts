import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Problem, Scheme } from '@cobuild/core';
import type { CaseAction } from '@cobuild/rules';
import { drawVoteLot } from '@cobuild/rules';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk, memberIds } from '../../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingDemo, gaomingWith } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-meeting.js';
import type { CobuildMeeting } from './cobuild-meeting.js';

beforeEach(() => page.viewport(1280, 900));

async function mountMeeting(play: GaomingPlay, properties: Partial<CobuildMeeting> = {}): Promise<CobuildMeeting> {
  return mount<CobuildMeeting>('cobuild-meeting', { scheme: play.scheme, state: play.state, members: committee, actor: clerk, ...properties });
}

const signedIn = (to: number, from = 1): GaomingPlay => new GaomingPlay().toMeeting().openMeeting(memberIds(from, to));
/** Twenty-four appointed, one recused, one absent. */
const twentyTwoPresent = (parameters: Readonly<Record<string, unknown>> = {}): GaomingPlay =>
  new GaomingPlay(gaomingWith(parameters)).toMeeting().openMeeting(memberIds(1, 22)).act('memberRecused', { member: 'member-24', reason: '亲属', kind: 'declared' });
const secret = (): GaomingPlay => new GaomingPlay(gaomingWith({ voteSecrecy: 'secret' })).toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {});
const tied = (tie: string): GaomingPlay => new GaomingPlay(gaomingWith({ voteTie: tie, voteBase: 'valid' })).toMeeting().openMeeting(memberIds(1, 20)).vote(10, 10, 0);

const focused = (meeting: CobuildMeeting): Element | null => meeting.shadowRoot?.activeElement ?? null;
const announcement = (meeting: CobuildMeeting): string => find(meeting, '#announcement').textContent ?? '';
const blocked = (meeting: CobuildMeeting, id: string): boolean => find(meeting, `#${id}`).getAttribute('aria-disabled') === 'true';
const label = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('button', { name, exact: true });
const members = (actions: readonly CaseAction[]): unknown[] => actions.map(({ data }) => data['member']);

describe('cobuild-meeting: opening', () => {
  it('opens the meeting with the roster of the host', async () => {
    const play = new GaomingPlay().toMeeting();
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);

    await label('开始会议').click();

    await expect.poll(() => play.state.meeting?.phase).toBe('signIn');
    expect(seen).toEqual([{ type: 'meetingOpened', data: { stage: 'jointReview', members: committee } }]);
  });

  it('tells who leaves by the rule before the meeting begins', async () => {
    const meeting = await mountMeeting(new GaomingPlay(gaomingDemo, 'cases/06-approved.json').toMeeting());
    expect(meeting.shadowRoot?.textContent).toContain('按方案自动回避 1 人：简淑贤（来自申报单位所在镇街）');
  });

  it('says that the roster is missing', async () => {
    const meeting = await mountMeeting(new GaomingPlay().toMeeting(), { members: [] });
    expect(meeting.shadowRoot?.textContent).toContain('还没有评审委员会名册');
    expect(blocked(meeting, 'open-meeting')).toBe(true);
  });

  it('offers nothing to somebody who does not conduct it, and says who does', async () => {
    const meeting = await mountMeeting(new GaomingPlay().toMeeting(), { actor: actor('reviewer-hecheng') });
    expect(meeting.shadowRoot?.querySelector('button')).toBeNull();
    expect(meeting.shadowRoot?.textContent).toContain('会审由评审委员会办公室工作人员组织');
  });

  it('says that a case is not at a vote', async () => {
    const meeting = await mountMeeting(new GaomingPlay().submit());
    expect(meeting.shadowRoot?.textContent).toContain('现在不在会审环节');
  });
});

describe('cobuild-meeting: sign-in', () => {
  it.each([
    [15, '已签到 15 人，还差 1 人达到法定人数（16 人）', true],
    [16, '已签到 16 人，达到法定人数（16 人）', false],
    [17, '已签到 17 人，达到法定人数（16 人）', false],
  ])('with %i of 24 present: %s', async (present, sentence, isBlocked) => {
    const meeting = await mountMeeting(signedIn(present));

    expect(find(meeting, '.quorum').textContent).toContain(sentence);
    expect(find<HTMLProgressElement>(meeting, 'progress').value).toBe(Math.min(present, 16));
    expect(blocked(meeting, 'open-voting')).toBe(isBlocked);
  });

  it('announces the quorum politely when the last sign-in completes it', async () => {
    const play = signedIn(15);
    const meeting = await mountMeeting(play);
    serve(meeting, play);
    expect(announcement(meeting)).toBe('');

    await page.getByRole('checkbox', { name: '唐晓彤 签到' }).click();
    await expect.poll(() => play.state.meeting?.present.length).toBe(16);

    await expect.poll(() => announcement(meeting)).toBe('已签到 16 人，达到法定人数');
    expect(find(meeting, '#announcement').getAttribute('role')).toBe('status');
  });

  it('says why the vote cannot begin at the button, which keeps focus', async () => {
    const meeting = await mountMeeting(signedIn(3));
    const button = label('开始表决');
    await expect.element(button).toHaveAccessibleDescription(/至少需要16人/);
    find(meeting, '#open-voting').focus();
    await userEvent.keyboard('{Enter}');
    expect(focused(meeting)?.id).toBe('open-voting');
  });

  it('keeps focus on the same check box while states come in', async () => {
    const play = signedIn(0);
    const meeting = await mountMeeting(play);
    serve(meeting, play, clerk, 20);
    const box = find<HTMLInputElement>(meeting, '[data-member="member-05"] input');
    box.focus();

    await userEvent.keyboard(' ');
    await expect.poll(() => play.state.meeting?.present).toEqual(['member-05']);
    await meeting.updateComplete;

    expect(focused(meeting)).toBe(box);
    expect(box.checked).toBe(true);
    await userEvent.keyboard(' ');
    expect(box.checked).toBe(true);
  });

  it('lines up sign-ins that come faster than answers, each once', async () => {
    const play = signedIn(0);
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play, clerk, 30);
    const boxes = memberIds(1, 4).map((id) => find<HTMLInputElement>(meeting, `[data-member="${id}"] input`));

    for (const box of boxes) box.click();
    await meeting.updateComplete;
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, true, true]);
    expect(seen).toHaveLength(1);

    await expect.poll(() => play.state.meeting?.present).toEqual(memberIds(1, 4));
    expect(members(seen)).toEqual(memberIds(1, 4));
  });

  it('signs in all who are not recused, one event each', async () => {
    const play = signedIn(0).act('memberRecused', { member: 'member-02', reason: '亲属', kind: 'declared' });
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    find(meeting, '#sign-in-all').focus();

    await label('全部签到（23 人）').click();

    await expect.poll(() => play.state.meeting?.present.length).toBe(23);
    expect(seen).toHaveLength(23);
    expect(members(seen)).not.toContain('member-02');
    await meeting.updateComplete;
    expect(focused(meeting)?.id).toBe('sign-in-all');
  });

  it('stops the rest when the host refuses one, says why, and unmarks what was not recorded', async () => {
    const meeting = await mountMeeting(signedIn(0));
    const seen: unknown[] = [];
    meeting.addEventListener('cobuild-action', (event) => seen.push(event.detail));
    const refusal: Problem = { code: 'portal/offline', severity: 'error', document: 'request', pointer: '', params: {}, message: '没有连接上服务器。', remedy: '请稍后再试。' };

    await label('全部签到（24 人）').click();
    meeting.problems = [refusal];
    await meeting.updateComplete;

    expect(seen).toHaveLength(1);
    expect(find(meeting, '[role=alert]').textContent).toContain('没有连接上服务器。 请稍后再试。');
    await expect.poll(() => meeting.shadowRoot?.querySelectorAll('.roster :checked').length).toBe(0);
    await label('全部签到（24 人）').click();
    expect(seen).toHaveLength(2);
  });

  it('goes on although the host ends `busy` after it has set the state', async () => {
    const play = signedIn(0);
    const meeting = await mountMeeting(play);
    meeting.addEventListener('cobuild-action', ({ detail }) => {
      meeting.busy = true;
      setTimeout(() => {
        play.attempt(detail.action);
        meeting.state = play.state;
        setTimeout(() => { meeting.busy = false; }, 10);
      });
    });
    await label('全部签到（24 人）').click();
    await expect.poll(() => play.state.meeting?.present.length, { timeout: 5000 }).toBe(24);
  });

  it('sends nothing while the host is busy with something else', async () => {
    const meeting = await mountMeeting(signedIn(16), { busy: true });
    const seen: unknown[] = [];
    meeting.addEventListener('cobuild-action', (event) => seen.push(event.detail));
    find(meeting, '#open-voting').click();
    find<HTMLInputElement>(meeting, '[data-member="member-20"] input').click();
    await meeting.updateComplete;
    expect(seen).toEqual([]);
    expect(find<HTMLInputElement>(meeting, '[data-member="member-20"] input').checked).toBe(false);
  });

  it('is silent when a property is set', async () => {
    const play = signedIn(0);
    const meeting = await mountMeeting(play);
    const seen: unknown[] = [];
    meeting.addEventListener('cobuild-action', (event) => seen.push(event));
    meeting.state = play.act('memberSignedIn', { member: 'member-01' }).state;
    await meeting.updateComplete;
    expect(seen).toEqual([]);
  });
});

describe('cobuild-meeting: recusal', () => {
  it('asks for the reason and stays at it', async () => {
    const play = signedIn(3);
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);

    await label('登记回避：林静怡').click();
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
    await label('登记回避：林静怡').click();

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
    await label('登记回避：林静怡').click();
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
    await label('登记回避：林静怡').click();
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
    await label('开始会议').click();
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

describe('cobuild-meeting: open vote', () => {
  const voting = (): GaomingPlay => signedIn(16).act('votingOpened', {});

  it('collects choices, shows them once more, and records them one by one', async () => {
    const play = voting();
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await page.getByRole('radiogroup', { name: '林静怡的选票' }).getByRole('radio', { name: '赞成' }).click();
    await page.getByRole('radiogroup', { name: '周启明的选票' }).getByRole('radio', { name: '弃权' }).click();
    expect(seen).toEqual([]);

    await label('记录选票（2/16）').click();
    await expect.poll(() => focused(meeting)?.id).toBe('confirm-box');
    expect(find(meeting, '#confirm-box').textContent).toMatch(/赞成 1 票：林静怡[\s\S]*弃权 1 票：周启明[\s\S]*还没有选择 14 人/);
    await label('确认记录').click();

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

    await label('结束表决').click();
    await expect.poll(() => find(meeting, '#confirm-box').textContent).toContain('收到 15 票，还有 1 人没有投票：唐晓彤');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(meeting)?.id).toBe('close-voting');
    await label('结束表决').click();
    await label('确认结束表决').click();

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
    await label('记录选票（1/1）').click();
    await label('确认记录').click();

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
    await label('登记计票结果').click();
    expect(seen).toEqual([]);
    await expect.poll(() => focused(meeting)?.id).toBe('count-returned');

    await fill({ 废票: '1' });
    expect(find(meeting, '#count-check').textContent).toContain('合计 22 张，与收回的选票一致');
    await userEvent.fill(page.getByLabelText('计票人、监票人（选填）'), '林静怡、 何佩珊');
    await label('登记计票结果').click();

    await expect.poll(() => play.state.meeting?.counts).toEqual({ issued: 22, returned: 22, yes: 12, no: 8, abstain: 1, void: 1, tellers: ['林静怡', '何佩珊'] });
    await expect.element(label('更正计票结果')).toBeVisible();
  });

  it('asks for whole numbers and goes to the first that is none', async () => {
    const meeting = await mountMeeting(secret());
    await fill({ 发出选票: '22', 收回选票: '二十二' });
    await label('登记计票结果').click();
    await expect.poll(() => focused(meeting)?.id).toBe('count-returned');
    expect(find(meeting, '#count-check').textContent).toContain('请填写整数：收回选票、赞成、反对、弃权、废票');
  });

  it('row 50: records more ballots returned than issued as a void vote, with a warning', async () => {
    const play = secret();
    const meeting = await mountMeeting(play);
    serve(meeting, play);
    await fill({ 发出选票: '21', 收回选票: '22', 赞成: '22', 反对: '0', 弃权: '0', 废票: '0' });
    expect(find(meeting, '#count-check').textContent).toContain('登记后本次投票无效');
    await label('登记计票结果').click();
    await expect.poll(() => play.state.meeting?.counts?.returned).toBe(22);
    await label('结束表决').click();
    await label('确认结束表决').click();
    await expect.poll(() => play.state.vote?.outcome).toBe('notHeld');
    await expect.element(label('重新开会')).toBeVisible();
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

    await label('结束表决').click();
    await label('确认结束表决').click();
    await expect.poll(() => meeting.shadowRoot?.querySelector('.verdict')?.textContent?.trim()).toBe(verdict);

    expect(find(meeting, '.fraction').textContent).toBe(fraction);
    expect(find(meeting, '.comparison').textContent).toBe(comparison);
  });
});

describe('cobuild-meeting: results that need another step', () => {
  it('lets the chair decide a tie where the rule says so', async () => {
    const play = tied('chair');
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    expect(find(meeting, '.verdict').textContent).toContain('赞成与反对票数相等');

    await label('记录决定票').click();
    await expect.poll(() => focused(meeting)?.getAttribute('name')).toBe('casting-vote');
    expect(seen).toEqual([]);
    await page.getByRole('radio', { name: '赞成' }).click();
    await label('记录决定票').click();

    await expect.poll(() => find(meeting, '.verdict').textContent?.trim()).toBe('通过');
    expect(seen).toEqual([{ type: 'votingClosed', data: { castingVote: 'yes' } }]);
    expect(find(meeting, '.comparison').textContent).toBe('11×2＝22 ＞ 20 → 通过');
  });

  it('opens the next round on a tie that is voted on again', async () => {
    const play = tied('revote');
    const meeting = await mountMeeting(play);
    serve(meeting, play);
    await label('重新开会').click();
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

    await label('确认抽签').click();
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
    await label('抽签').click();
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

describe('cobuild-meeting: presentation', () => {
  it('shows item, presenter, quorum and no controls for votes', async () => {
    const meeting = await mountMeeting(signedIn(15), { presentation: true });
    expect(find(meeting, '.presentation').textContent).toMatch(/闲置公共用房改建暖心服务站[\s\S]*和顺社区党委[\s\S]*梁惠仪/);
    expect(find(meeting, '.lead').textContent).toContain('还差 1 人达到法定人数');
    expect(meeting.shadowRoot?.querySelector('input, table')).toBeNull();
  });

  it('shows how many ballots are in and never whose', async () => {
    const meeting = await mountMeeting(signedIn(16).act('votingOpened', {}).ballots(9, 3, 0), { presentation: true });
    expect(find(meeting, '.lead').textContent).toBe('已收到 12 票，到会 16 人');
    expect(meeting.shadowRoot?.textContent).not.toContain('林静怡');
  });

  it('counts the presenter’s minutes down and pauses', async () => {
    const meeting = await mountMeeting(signedIn(15), { presentation: true, minutes: 8 });
    expect(find(meeting, '[role=timer]').textContent).toBe('08:00');
    await label('开始计时').click();
    await expect.poll(() => find(meeting, '[role=timer]').textContent, { timeout: 3000 }).toBe('07:59');
    await label('暂停').click();
    await expect.element(label('开始计时')).toBeVisible();
    await label('重新计时').click();
    await expect.poll(() => find(meeting, '[role=timer]').textContent).toBe('08:00');
  });

  it('has no clock unless minutes are given', async () => {
    const meeting = await mountMeeting(signedIn(15), { presentation: true });
    expect(meeting.shadowRoot?.querySelector('[role=timer]')).toBeNull();
  });
});

describe('cobuild-meeting: what a host gives', () => {
  it('takes the scheme from a child script', async () => {
    const element = await mountMeeting(new GaomingPlay().toMeeting(), { scheme: undefined });
    expect(element.shadowRoot?.textContent?.trim()).toBe('');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.dataset['part'] = 'scheme';
    script.textContent = JSON.stringify(gaomingDemo);
    element.append(script);
    await expect.poll(() => element.shadowRoot?.textContent).toContain('闲置公共用房改建暖心服务站');
  });

  it.each([
    ['scheme', 'not a scheme'], ['scheme', { stages: [] }], ['state', { id: 7 }], ['state', []], ['actor', 'somebody'], ['problems', [null, { message: 1 }]],
  ])('says that %s has another shape, and the page goes on: %j', async (name, value) => {
    const element = await mountMeeting(new GaomingPlay().toMeeting(), { [name]: value });
    expect(find(element, '[role=alert]').textContent).toContain('这一部分暂时无法显示');
  });
});

describe('cobuild-meeting: everybody and everywhere', () => {
  const states: readonly (readonly [string, () => GaomingPlay, Partial<CobuildMeeting>])[] = [
    ['not open', () => new GaomingPlay().toMeeting(), {}],
    ['sign-in', () => signedIn(12), {}],
    ['voting', () => signedIn(16).act('votingOpened', {}).ballots(3, 1, 1), {}],
    ['own ballot', () => signedIn(16).act('votingOpened', {}), { actor: actor('member-01') }],
    ['secret', secret, {}],
    ['passed', () => twentyTwoPresent().vote(12, 8, 2), {}],
    ['tied', () => tied('chair'), {}],
    ['presentation of sign-in', () => signedIn(12), { presentation: true, minutes: 5 }],
    ['presentation of the result', () => twentyTwoPresent().vote(11, 9, 2), { presentation: true }],
  ];

  it.each(states)('has no accessibility violation and no inline style: %s', async (_, play, properties) => {
    for (const lang of ['zh-CN', 'en']) {
      const meeting = await mountMeeting(play(), { lang, ...properties });
      expect(await axeViolations(meeting)).toEqual([]);
      expect(inlineStyles(meeting.renderRoot)).toEqual([]);
      if (lang === 'en') expect(meeting.shadowRoot?.querySelector('.phases, .who')?.textContent).not.toMatch(/签到|申报单位/);
    }
  });

  it('is free of violations with an open form and an open question', async () => {
    const meeting = await mountMeeting(signedIn(16).act('votingOpened', {}));
    find(meeting, '[name="ballot-member-01"][value="yes"]').click();
    await meeting.updateComplete;
    find(meeting, '#record-ballots').click();
    await meeting.updateComplete;
    find<HTMLDetailsElement>(meeting, 'details').open = true;
    find(meeting, '#recuse-member-20').click();
    await meeting.updateComplete;
    expect(await axeViolations(meeting)).toEqual([]);
  });

  it.each([1280, 390])('does not run over the side at %i pixels', async (width) => {
    await page.viewport(width, 800);
    const meeting = await mountMeeting(signedIn(12));
    expect(meeting.scrollWidth).toBeLessThanOrEqual(meeting.clientWidth);
  });
});
