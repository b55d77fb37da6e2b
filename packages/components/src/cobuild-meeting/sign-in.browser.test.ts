import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Problem } from '@cobuild/core';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk, memberIds } from '../../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { announcement, blocked, buttonNamed, focused, members, mountMeeting, signedIn } from '../../test/meeting.js';
import { find } from '../../test/mount.js';

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-meeting: opening', () => {
  it('opens the meeting with the roster of the host', async () => {
    const play = new GaomingPlay().toMeeting();
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);

    await buttonNamed('开始会议').click();

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
    const button = buttonNamed('开始表决');
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

    await buttonNamed('全部签到（23 人）').click();

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

    await buttonNamed('全部签到（24 人）').click();
    meeting.problems = [refusal];
    await meeting.updateComplete;

    expect(seen).toHaveLength(1);
    expect(find(meeting, '[role=alert]').textContent).toContain('没有连接上服务器。 请稍后再试。');
    await expect.poll(() => meeting.shadowRoot?.querySelectorAll('.roster :checked').length).toBe(0);
    await buttonNamed('全部签到（24 人）').click();
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
    await buttonNamed('全部签到（24 人）').click();
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

describe('cobuild-meeting: adjournment', () => {
  it('breaks off with a reason and a day, by keyboard; the next meeting begins with a sign-in of its own', async () => {
    const play = signedIn(3);
    const meeting = await mountMeeting(play);
    const seen = serve(meeting, play);
    await buttonNamed('休会').click();
    await expect.poll(() => focused(meeting)?.id).toBe('adjournment-reason');
    expect(await axeViolations(meeting)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: '休会原因' })).toHaveAccessibleDescription(/请填写休会原因/);
    expect([focused(meeting)?.id, seen]).toEqual(['adjournment-reason', []]);

    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused(meeting)?.id).toBe('adjourn');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused(meeting)?.id).toBe('adjournment-reason');
    await userEvent.keyboard('到会不足');
    await userEvent.fill(find(meeting, '#adjournment-day'), '2026-03-09');
    await buttonNamed('确认休会').click();

    await expect.poll(() => play.state.meeting?.adjourned?.resumesOn).toBe('2026-03-09');
    await meeting.updateComplete;
    expect(seen).toEqual([{ type: 'meetingAdjourned', data: { reason: '到会不足', resumesOn: '2026-03-09' } }]);
    expect(meeting.shadowRoot?.textContent).toContain('上次会议已休会，没有表决，定于2026年3月9日继续。原因：到会不足');
    await buttonNamed('开始会议').click();
    await expect.poll(() => play.state.meeting?.session).toBe(2);
    await expect.poll(() => find(meeting, '.quorum').textContent).toContain('已签到 0 人');
  });

  it('has no column for departments where nobody belongs to one', async () => {
    const heads = async (rows: typeof committee): Promise<string[]> => Array.from((await mountMeeting(new GaomingPlay().toMeeting().act('meetingOpened', { stage: 'jointReview', members: rows }), { members: rows })).renderRoot.querySelectorAll('.roster th[scope=col]'), (head) => head.textContent ?? '');
    expect(await heads([{ id: 'a', name: '甲' }, { id: 'b', name: '乙' }])).toEqual(['姓名', '签到', '回避']);
    expect(await heads([{ id: 'a', name: '甲' }, { id: 'b', name: '乙', unit: '某村' }])).toEqual(['姓名', '部门', '签到', '回避']);
  });
});
