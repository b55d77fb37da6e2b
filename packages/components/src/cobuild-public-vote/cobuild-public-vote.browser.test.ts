import type { PublicVote } from '@cobuild/core';
import type { CaseAction, PublicVoteEntry } from '@cobuild/rules';
import { publicTotals } from '@cobuild/rules';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { after, atVote, cards, centres, contest, counted, during, organiser, someBallots } from '../../../../.storybook/contest.js';
import { axeViolations } from '../../test/axe.js';
import { find, inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-public-vote.js';
import { createMemoryBallotBox } from '../hosts/ballot-box.js';
import type { BallotBox } from '../hosts/ballot-box.js';
import type { CobuildPublicVote } from './cobuild-public-vote.js';

const boxAt = (now: string, { vote = centres, voter = 'zhang', entries = [] as PublicVoteEntry[] } = {}): BallotBox => createMemoryBallotBox({ vote, voter, now: () => now, entries });
const words = (element: CobuildPublicVote, selector = '.vote'): string => (element.renderRoot.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const has = (element: CobuildPublicVote, selector: string): boolean => element.renderRoot.querySelector(selector) !== null;
const settle = async (element: CobuildPublicVote): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
};
async function show(properties: Partial<CobuildPublicVote> = {}): Promise<CobuildPublicVote> {
  const element = await mount<CobuildPublicVote>('cobuild-public-vote', { scheme: contest, cards, now: during, box: boxAt(during), ...properties });
  await settle(element);
  return element;
}
const choose = async (element: CobuildPublicVote, count: number): Promise<void> => {
  for (const input of Array.from(element.renderRoot.querySelectorAll<HTMLInputElement>('[name=pick]')).slice(0, count)) {
    if (!input.checked) input.click();
    await element.updateComplete;
  }
};
const press = async (element: CobuildPublicVote, selector: string): Promise<void> => {
  find<HTMLButtonElement>(element, selector).click();
  await settle(element);
};
const checked = (element: CobuildPublicVote): number => element.renderRoot.querySelectorAll('[name=pick]:checked').length;
/** The scheme with other settings of its vote. */
const withVote = (changes: Partial<PublicVote>): typeof contest => ({ ...contest, publicVotes: [{ ...(contest.publicVotes?.[0] as PublicVote), ...changes }] });

beforeEach(() => page.viewport(1280, 900));

describe('cobuild-public-vote: the ballot', () => {
  it('says when and how to vote, and shows every candidate with its place', async () => {
    const element = await show();
    expect(words(element, 'header')).toContain('2026年6月1日 09:00 至 2026年6月10日 18:00');
    expect(words(element, 'header')).toContain('每张票选 1 到 10 个、每人每天 1 张票');
    expect(element.renderRoot.querySelectorAll('.card')).toHaveLength(16);
    expect(words(element, '.card')).toContain('江城区推荐1号中心 江城区 · 城南街道');
  });

  it('finds candidates by name, region and what is chosen, and keeps the choice meanwhile', async () => {
    const element = await show();
    await choose(element, 1);
    await userEvent.fill(find(element, '#search'), '阳春 2');
    expect(Array.from(element.renderRoot.querySelectorAll('.card .name'), (name) => name.textContent)).toEqual(['阳春市推荐2号中心']);
    await userEvent.fill(find(element, '#search'), '');
    await userEvent.selectOptions(find(element, '#region'), 'yangxi');
    expect(element.renderRoot.querySelectorAll('.card')).toHaveLength(4);
    await press(element, '#only-chosen');
    expect(words(element, '.table-empty')).toContain('没有符合条件的候选');
    await userEvent.selectOptions(find(element, '#region'), '');
    expect([element.renderRoot.querySelectorAll('.card').length, checked(element)]).toEqual([1, 1]);
  });

  it.each([[9, 9, ''], [10, 10, ''], [11, 10, '最多选 10 个']])('row 58: lets nobody choose more than the scheme says: %d', async (tries, chosen, message) => {
    const element = await show();
    await choose(element, tries);
    expect(checked(element)).toBe(chosen);
    expect(words(element, '#chosen')).toBe(`已选 ${chosen} / 10 个`);
    expect(words(element, '#ballot-error')).toContain(message);
  });

  it.each([[9, false], [10, true], [11, true]])('row 58: takes exactly ten where the scheme wants ten: %d chosen', async (tries, goesOn) => {
    const element = await show({ scheme: withVote({ picks: { exact: 10 } }) });
    await choose(element, tries);
    await press(element, '#check');
    expect(has(element, '#confirm-box')).toBe(goesOn);
    expect(has(element, '#ballot-error')).toBe(!goesOn);
  });

  it('takes nothing without a choice, by the words of the rules', async () => {
    const element = await show();
    await press(element, '#check');
    expect(has(element, '#confirm-box')).toBe(false);
    expect(words(element, '#ballot-error')).not.toBe('');
  });

  it('asks once more with the names, and Escape leads back with the choice kept', async () => {
    const element = await show();
    await choose(element, 2);
    await press(element, '#check');
    expect(words(element, '#confirm-box')).toMatch(/您选了以下 2 个：.*江城区推荐1号中心.*江城区推荐2号中心.*投出后不能修改/);
    await userEvent.keyboard('{Escape}');
    await settle(element);
    expect([has(element, '#confirm-box'), checked(element), element.shadowRoot?.activeElement?.id]).toEqual([false, 2, 'check']);
  });

  it('works by keyboard alone', async () => {
    const element = await show();
    find(element, '#search').focus();
    await userEvent.keyboard('{Tab}{Tab}{Tab} ');
    expect(checked(element)).toBe(1);
    find(element, '#check').focus();
    await userEvent.keyboard('{Enter}');
    await settle(element);
    expect(element.shadowRoot?.activeElement?.id).toBe('confirm-box');
    await userEvent.keyboard('{Tab}{Enter}');
    await vi.waitFor(() => expect(has(element, '#receipt')).toBe(true));
  });
});

describe('cobuild-public-vote: the receipt', () => {
  const vote = async (element: CobuildPublicVote): Promise<void> => {
    await choose(element, 3);
    await press(element, '#check');
    await press(element, '#confirm-box .primary');
  };

  it('has a number and a time and nothing of the choice, neither on the page nor in the event', async () => {
    const entries: PublicVoteEntry[] = [];
    const element = await show({ box: boxAt(during, { entries }) });
    const heard: unknown[] = [];
    element.addEventListener('cobuild-voted', (event) => heard.push((event as CustomEvent).detail));
    await vote(element);

    expect(entries).toMatchObject([{ kind: 'cast', voter: 'zhang', picks: ['jc1', 'jc2', 'jc3'] }]);
    expect(heard).toEqual([{ id: 'centres-1', at: during }]);
    expect(words(element, '#receipt')).toMatch(/投票成功 ?回执编号 ?centres-1 ?投票时间 ?2026年6月5日 10:00:00/);
    expect(words(element)).not.toContain('1号中心');
    expect(element.shadowRoot?.activeElement?.id).toBe('receipt');
  });

  it('is all that somebody sees who has voted before', async () => {
    const entries: PublicVoteEntry[] = [];
    await vote(await show({ box: boxAt(during, { entries }) }));
    const again = await show({ box: boxAt(during, { entries }) });
    expect(words(again, '#receipt-title')).toBe('您已经投票。');
    expect(has(again, '.card')).toBe(false);
  });

  it('row 63: a second ballot is refused by the box, in words, and the choice is kept', async () => {
    const entries: PublicVoteEntry[] = [];
    const element = await show({ box: boxAt(during, { entries }) });
    await vote(element);
    await press(element, '#another');
    await vote(element);
    expect(entries).toHaveLength(1);
    expect(words(element, '[role=alert]')).toMatch(/没有投成/);
    expect(checked(element)).toBe(3);
  });

  it('says that the box cannot be reached', async () => {
    const element = await show({ box: { ...boxAt(during), cast: () => Promise.reject(new Error('offline')) } });
    await vote(element);
    expect(words(element, '[role=alert]')).toContain('您的选择还在');
    const lost = await show({ box: { ...boxAt(during), own: () => Promise.reject(new Error('offline')) } });
    expect(words(lost, '[role=alert]')).toContain('暂时查不到您是否投过票');
  });

  it.each([['none', false], ['revocable', true]] as const)('offers to take a ballot back only where the scheme does: %s', async (change, offered) => {
    const scheme = withVote({ change });
    const element = await show({ scheme, box: boxAt(during, { vote: { ...centres, change } }) });
    await vote(element);
    expect(has(element, '#receipt .danger')).toBe(offered);
    if (!offered) return;
    await press(element, '#receipt .danger');
    expect(element.renderRoot.querySelectorAll('.card')).toHaveLength(16);
    expect(words(element, '#announcement')).toBe('这张票已经撤回。');
  });
});

describe('cobuild-public-vote: its time', () => {
  it.each([
    ['2026-06-01T08:59:59+08:00', '投票还没有开始，2026年6月1日 09:00 开始。', false],
    ['2026-06-01T09:00:00+08:00', '', true],
    ['2026-06-10T17:59:59+08:00', '', true],
    ['2026-06-10T18:00:00+08:00', '投票已于 2026年6月10日 18:00 结束。', false],
  ])('is open from its first instant to before its last: %s', async (now, sentence, open) => {
    const element = await show({ now, box: boxAt(now) });
    expect(has(element, '.card')).toBe(open);
    expect(words(element, '.notice-box')).toContain(sentence);
  });

  it('says that the scheme has not decided', async () => {
    expect(words(await show({ scheme: withVote({ picks: { maximum: 'UNDECIDED' } }) }), '.notice-box')).toContain('方案还没有确定投票办法');
  });

  it('row 59: shows the totals that the server lets out, and none before', async () => {
    const totals = publicTotals(centres, { entries: someBallots }, during);
    expect(words(await show({ totals }))).toContain('截至 2026年6月4日 18:00，共 24 张票。下次公布：2026年6月5日 18:00。');
    const before = await show({ now: '2026-06-01T10:00:00+08:00', totals: publicTotals(centres, { entries: someBallots }, '2026-06-01T10:00:00+08:00') });
    expect(words(before)).toContain('2026年6月1日 18:00 公布票数。');
    expect(has(before, '.table')).toBe(false);
  });

  it('shows no count of before the end, whoever hands it in', async () => {
    expect(words(await show({ count: counted }))).toContain('投票还没有结束，不显示计票结果。');
    const early = { ...counted, tally: { ...counted.tally, asOf: '2026-06-10T17:59:59+08:00' } };
    const element = await show({ now: after, count: early });
    expect([has(element, '[part=result]'), words(element).includes('60,001')]).toEqual([false, false]);
  });
});

describe('cobuild-public-vote: the result', () => {
  it('shows ballots, persons, who is chosen with the jury, and why others are not', async () => {
    const element = await show({ now: after, count: counted });
    expect(Array.from(element.renderRoot.querySelectorAll('.figures dd'), (figure) => figure.textContent)).toEqual(['60,001', '15,001', '120', '10 / 10 个']);
    const rows = Array.from(element.renderRoot.querySelectorAll('[part=result] > .table:first-of-type tbody tr'), (row) => row.textContent.replace(/\s+/g, ' ').trim());
    expect(rows).toHaveLength(16);
    expect(rows[0]).toMatch(/^1 ?江城区推荐1号中心 ?江城区 ?60,001 ?88 ?\d+(\.\d+)? ?入选$/);
    expect(rows.filter((row) => row.endsWith('入选') && !row.includes('未入选'))).toHaveLength(10);
    expect(rows.find((row) => row.includes('阳西县推荐4号中心'))).toContain('不足 1000 票');
  });

  it('row 61: a fourth from one region is skipped for its cap of three, and the regions are counted', async () => {
    const element = await show({ now: after, count: counted });
    expect(words(element, '[part=result] > .table:first-of-type')).toContain('江城区已满 3 个');
    expect(words(element, '[part=result] > .table:last-of-type')).toMatch(/各地区入选.*江城区 ?3 \/ 3 个/);
  });

  it('says that the jury’s marks are missing and shows the votes', async () => {
    const element = await show({ now: after, count: { tally: counted.tally } });
    expect(words(element, '.notice-box.warning')).toContain('评审打分还不齐');
  });

  it('names no voter anywhere', async () => {
    expect(words(await show({ now: after, count: counted }))).toContain('只公布票数，不公布谁投了谁');
  });
});

describe('cobuild-public-vote: recording the count', () => {
  const open = async (properties: Partial<CobuildPublicVote> = {}): Promise<{ element: CobuildPublicVote; sent: { action: CaseAction; caseId?: string }[] }> => {
    const element = await show({ now: after, count: counted, cases: [atVote('jc1'), atVote('yx4')].map(({ candidate, state }) => ({ candidate, state })), actor: organiser, ...properties });
    const sent: { action: CaseAction; caseId?: string }[] = [];
    element.addEventListener('cobuild-action', ({ detail }) => sent.push(detail));
    return { element, sent };
  };

  it('sends numbers only, one event for each case, that the rules take', async () => {
    const { element, sent } = await open();
    await press(element, '#record');
    expect(words(element, '#confirm-box')).toContain('没有谁投了谁');
    await press(element, '#confirm-box .primary');

    expect(sent.map(({ caseId, action }) => [caseId, action.type, action.data['candidate']])).toEqual([['YJ-jc1', 'publicVoteCounted', 'jc1'], ['YJ-yx4', 'publicVoteCounted', 'yx4']]);
    expect(JSON.stringify(sent)).not.toMatch(/voter"|picks/);
    for (const [index, candidate] of ['jc1', 'yx4'].entries()) expect(atVote(candidate).attempt((sent[index] as { action: CaseAction }).action, organiser)).toEqual([]);
  });

  it('is offered to nobody else, and no more once it is done', async () => {
    expect(has((await open({ actor: { id: 'r', role: 'resident' } })).element, '#record')).toBe(false);
    const play = atVote('jc1');
    play.attempt({ type: 'publicVoteCounted', data: { stage: 'centreVote', candidate: 'jc1', ...counted } }, organiser);
    const { element } = await open({ cases: [{ candidate: 'jc1', state: play.state }] });
    expect([has(element, '#record'), words(element, '.notice-box.success p')]).toEqual([false, '计票结果已经登记。']);
  });

  it('asks for the seed of the lot where equals decide', async () => {
    const even = { ...counted, tally: { ...counted.tally, votes: counted.tally.votes.map((line) => ({ ...line, votes: 5000 })), voters: 15001 }, jury: (counted.jury ?? []).map((mark) => ({ ...mark, mark: 90 })) };
    const { element, sent } = await open({ count: even });
    expect(words(element, '.notice-box.warning')).toContain('须先抽签');
    await press(element, '#record');
    expect(words(element, '#seed-error')).toBe('请填写抽签用的种子。');
    await userEvent.fill(find(element, '#seed'), '2026-06-11 第7期');
    await press(element, '#record');
    await press(element, '#confirm-box .primary');
    expect(sent[0]?.action.data['seed']).toBe('2026-06-11 第7期');
  });
});

describe('cobuild-public-vote: everybody', () => {
  it.each<[string, () => Promise<CobuildPublicVote>]>([
    ['the ballot', async () => {
      const element = await show();
      await choose(element, 11);
      return element;
    }],
    ['a confirmation', async () => {
      const element = await show();
      await choose(element, 2);
      await press(element, '#check');
      return element;
    }],
    ['the result', () => show({ now: after, count: counted })],
    ['the result in English', () => show({ now: after, count: counted, lang: 'en' })],
  ])('has no accessibility violation and no inline style, on a desk and on a phone: %s', async (_, make) => {
    const element = await make();
    expect(await axeViolations(element)).toEqual([]);
    expect(inlineStyles(element.renderRoot as ShadowRoot)).toEqual([]);
    await page.viewport(390, 800);
    expect(await axeViolations(element)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});
