import type { Case, CaseEvent, Threshold } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { decide } from '@cobuild/rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { GaomingPlay, memberIds } from '../../../../.storybook/gaoming-states.js';
import { gaomingCase, gaomingDemo, gaomingWith } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount, mountMarkup } from '../../test/mount.js';
import { smallAnswers, smallScheme } from '../../test/small-scheme.js';
import '../define/cobuild-decision.js';
import { messages } from '../locales/messages.js';
import type { CobuildDecision } from './cobuild-decision.js';

const village = { id: 'v1', level: 'village' };
const application = (changes: Partial<Case> = {}): Case => ({ id: 'c1', submittedAt: '2026-03-05T09:30:00+08:00', applicant: village, answers: smallAnswers, ...changes });
const mountDecision = (properties: Partial<CobuildDecision>): Promise<CobuildDecision> => mount<CobuildDecision>('cobuild-decision', { scheme: smallScheme, ...properties });
const mountGaoming = (properties: Partial<CobuildDecision>): Promise<CobuildDecision> => mountDecision({ scheme: gaomingDemo, ...properties });

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const history = (decision: CobuildDecision): string[] => Array.from(decision.renderRoot.querySelectorAll('.timeline .what'), words);
/** Reasons that can be read without a click. */
const openLines = (decision: CobuildDecision): string[] =>
  Array.from(decision.renderRoot.querySelectorAll<HTMLElement>('.node-text')).filter((line) => line.checkVisibility()).map(words);

const elevenYes = (scheme = gaomingDemo): CaseState => new GaomingPlay(scheme).toMeeting().openMeeting(memberIds(1, 22)).vote(11, 9, 2).state;

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-decision verdict', () => {
  it('comes first, in one sentence, with icon and word', async () => {
    const decision = await mountDecision({ case: application({ reviews: [{ stage: 'review', outcome: 'forward' }] }) });
    const first = decision.renderRoot.querySelector('article')?.firstElementChild;

    expect(first?.classList.contains('success')).toBe(true);
    expect(first?.querySelector('.tag .icon')).not.toBeNull();
    expect(words(find(decision, '.verdict .tag'))).toBe('通过');
    expect(words(find(decision, '.verdict h2'))).toBe('通过，准予立项。');
  });

  it('shows a decision that was handed in and decides nothing itself', async () => {
    const made = decide(smallScheme, application(), { calendar: chinaCalendar });
    const decision = await mountDecision({ case: application(), decision: { ...made, outcome: 'rejected' } });

    expect(made.outcome).toBe('pending');
    expect(words(find(decision, '.verdict .tag'))).toBe('不予推荐');
  });

  it('is decided for the day that is given', async () => {
    const decision = await mountDecision({ case: application(), today: '2026-03-20' });

    expect(words(find(decision, '.verdict'))).toContain('2026年3月20日');
  });
});

describe('cobuild-decision reasons', () => {
  it('says what was found and wanted, the clause, where it comes from and what would mend it', async () => {
    const decision = await mountDecision({ case: application({ answers: { ...smallAnswers, amount: 20000.01 } }) });
    const reasons = words(find(decision, '.reasons'));

    expect(openLines(decision).some((line) => line.includes('申请金额：20,000.01 元，不得超过 20,000.00 元'))).toBe(true);
    expect(reasons).toContain('依据：办法第五条');
    expect(reasons).toContain(messages['zh-CN'].provenanceInvented);
    expect(words(find(decision, '.mends'))).toContain('请压减预算。');
  });

  it('leaves folded what is met and opens what stands in the way', async () => {
    const decision = await mountDecision({ case: application({ answers: { ...smallAnswers, households: 19 } }) });
    const lines = openLines(decision);

    expect(lines.some((line) => line.includes('受益户数：19，不得少于 20'))).toBe(true);
    expect(lines.some((line) => line.includes('18,000.00 元，不超过'))).toBe(false);
  });

  it('names what is missing for a verdict that is still open', async () => {
    const { households: _, ...answers } = smallAnswers;
    const decision = await mountDecision({ case: application({ answers }) });

    expect(words(find(decision, '.verdict .tag'))).toBe('还不能判断');
    expect(words(find(decision, '.reasons'))).toContain('缺少：受益户数');
    expect(words(find(decision, '.mends'))).toContain('补充');
  });

  it('has no list of remedies where nothing is to be mended', async () => {
    const decision = await mountDecision({ case: application() });

    expect(decision.renderRoot.querySelector('.mends')).toBeNull();
  });

  it('opens everything for paper and folds it again', async () => {
    const decision = await mountDecision({ case: application() });
    const folded = (): number => decision.renderRoot.querySelectorAll('details:not([open])').length;
    const before = folded();

    dispatchEvent(new Event('beforeprint'));
    const printed = folded();
    dispatchEvent(new Event('afterprint'));

    expect(before).toBeGreaterThan(0);
    expect(printed).toBe(0);
    expect(folded()).toBe(before);
  });
});

describe('cobuild-decision vote', () => {
  it.each([
    ['entitled, abstentions count', {}, '11 × 2 = 22 ＜ 24', '应到人数，扣除回避', '表决未通过'],
    ['present', { voteBase: 'present' }, '11 × 2 = 22 ＝ 22', '到会人数，不含回避', '表决未通过'],
    ['valid, without abstentions', { voteBase: 'valid', voteAbstention: 'excluded' }, '11 × 2 = 22 ＞ 20', '有效票数', '表决通过'],
  ])('writes out base, threshold and comparison: %s', async (_, parameters, sum, base, outcome) => {
    const scheme = gaomingWith(parameters);
    const decision = await mountGaoming({ scheme, state: elevenYes(scheme) });
    const vote = words(find(decision, '.vote'));

    expect(words(find(decision, '.big-number'))).toBe('11');
    expect(vote).toContain(sum);
    expect(vote).toContain(base);
    expect(vote).toContain('赞成票须超过基数的二分之一');
    expect(vote).toContain(outcome);
  });

  it('compares nothing where there was no quorum', async () => {
    const decision = await mountGaoming({ case: gaomingCase('cases/08-no-quorum.json') });

    expect(words(find(decision, '.vote .tag'))).toBe('到会人数不足，不能表决');
    expect(decision.renderRoot.querySelector('.big-number')).toBeNull();
  });
});

describe('cobuild-decision history', () => {
  it('tells what was done by which role, when and why', async () => {
    const decision = await mountGaoming({ state: new GaomingPlay().submit().sendBack('缺少照片').state });

    expect(history(decision)).toEqual(['提交申报', '镇街初审：退回补正']);
    const last = words(find(decision, '.timeline li:last-child'));
    expect(last).toContain('2026年3月5日 09:31');
    expect(last).toContain('荷城街道 · 镇街初审人员');
    expect(last).toContain('理由：缺少照片');
  });

  it('puts sign-ins and ballots in one line each and never says who voted what', async () => {
    const decision = await mountGaoming({ state: elevenYes() });

    expect(history(decision)).toEqual(['提交申报', '镇街初审：通过初审，报区级会审', '区级会审开始，名单 24 人', '22 人签到', '开始表决', '共投 22 票：赞成 11，反对 9，弃权 2', '表决结束']);
    expect(words(find(decision, 'article'))).not.toContain('林静怡');
  });

  it('says only how many ballots are in as long as the vote is open', async () => {
    const open = new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {}).ballots(3, 1, 0).state;
    const decision = await mountGaoming({ state: open });

    expect(history(decision)).toContain('已投 4 票');
    expect(words(find(decision, '.timeline'))).not.toContain('赞成');
  });

  it('tells a secret vote by the tellers’ counts', async () => {
    const scheme = { ...gaomingWith({ voteSecrecy: 'secret' }), thresholds: gaomingDemo.thresholds?.map((threshold): Threshold => ({ ...threshold, secrecy: 'secret' })) ?? [] };
    const counted = new GaomingPlay(scheme)
      .toMeeting()
      .openMeeting(memberIds(1, 22))
      .act('votingOpened', {})
      .act('ballotsCounted', { counts: { issued: 22, returned: 22, yes: 12, no: 8, abstain: 1, void: 1 } })
      .act('votingClosed', {}).state;
    const decision = await mountGaoming({ scheme, state: counted });

    expect(history(decision)).toContain('共投 22 票：赞成 12，反对 8，弃权 1，无效 1');
  });

  it('tells declared recusals with the names and the way', async () => {
    const state = new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).act('memberRecused', { member: 'member-01', reason: '亲属', kind: 'declared' }).state;
    const decision = await mountGaoming({ state });

    expect(history(decision)).toContain('回避：林静怡（本人申请）');
  });

  it('tells an event with a strange instant all the same', async () => {
    const state = new GaomingPlay().submit().state;
    const [first] = state.history;
    const decision = await mountGaoming({ state: { ...state, history: [{ ...first, at: 'gestern' } as CaseEvent] } });

    expect(words(find(decision, '.timeline li'))).toContain('gestern');
  });
});

describe('cobuild-decision on the page', () => {
  it('reads scheme and case from child scripts', async () => {
    const script = (part: string, value: unknown): string => `<script type="application/json" data-part="${part}">${JSON.stringify(value)}</script>`;
    const box = await mountMarkup(`<cobuild-decision>${script('scheme', smallScheme)}${script('case', application())}</cobuild-decision>`);
    const decision = find<CobuildDecision>(box, 'cobuild-decision');
    await decision.updateComplete;

    expect(words(find(decision, '.verdict .tag'))).toBe('办理中');
  });

  it.each<[string, unknown]>([
    ['a case that is a text', 'case'],
    ['a case without answers', { id: 'x' }],
  ])('names %s as a problem and goes on', async (_, broken) => {
    const decision = await mountDecision({ case: broken as Case });

    expect(words(find(decision, '[role=alert]'))).toContain('不完整');
  });

  it('says what will appear where there is nothing yet', async () => {
    const decision = await mountDecision({});

    expect(words(find(decision, '.table-empty'))).toContain('还没有可以说明的决定');
  });

  it.each<[string, () => Partial<CobuildDecision>]>([
    ['a failed vote', () => ({ scheme: gaomingDemo, state: elevenYes() })],
    ['not eligible', () => ({ case: application({ answers: { ...smallAnswers, amount: 30000 } }) })],
    ['still open', () => ({ case: application({ answers: {} }) })],
    ['approved, in English', () => ({ lang: 'en', case: application({ reviews: [{ stage: 'review', outcome: 'forward' }] }) })],
    ['nothing', () => ({ scheme: undefined })],
  ])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, properties) => {
    const decision = await mountDecision(properties());

    expect(await axeViolations(decision)).toEqual([]);
    expect(inlineStyles(decision.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(decision)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
