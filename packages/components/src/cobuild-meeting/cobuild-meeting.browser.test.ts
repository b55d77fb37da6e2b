import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { buttonNamed, mountMeeting, secret, signedIn, tied, twentyTwoPresent } from '../../test/meeting.js';
import { find, inlineStyles } from '../../test/mount.js';
import type { CobuildMeeting } from './cobuild-meeting.js';

beforeEach(() => page.viewport(1280, 900));

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
    await buttonNamed('开始计时').click();
    await expect.poll(() => find(meeting, '[role=timer]').textContent, { timeout: 3000 }).toBe('07:59');
    await buttonNamed('暂停').click();
    await expect.element(buttonNamed('开始计时')).toBeVisible();
    await buttonNamed('重新计时').click();
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
