import type { PublicVote, Scheme } from '@cobuild/core';
import type { PublicVoteEntry } from '@cobuild/rules';
import { publicTotals } from '@cobuild/rules';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { after, atVote, cards, centres, contest, counted, during, organiser, someBallots } from '../../../../.storybook/contest.js';
import '../define/cobuild-public-vote.js';
import { createMemoryBallotBox } from '../hosts/ballot-box.js';
import type { CobuildPublicVote } from './cobuild-public-vote.js';

interface Args extends Partial<Pick<CobuildPublicVote, 'vote' | 'count' | 'totals' | 'actor' | 'cases'>> {
  readonly scheme?: Scheme;
  readonly now?: string;
  /** The log of the box, made anew for every showing. */
  readonly entries?: () => PublicVoteEntry[];
  readonly change?: 'none' | 'revocable';
  readonly withoutBox?: boolean;
  readonly lang?: string;
  readonly largeText?: boolean;
}

const settings = (changes: Partial<PublicVote>): Scheme => ({ ...contest, publicVotes: [{ ...(contest.publicVotes?.[0] as PublicVote), ...changes }, ...(contest.publicVotes ?? []).slice(1)] });

const draw = ({ scheme = contest, now = during, entries = () => [], change = 'none', withoutBox = false, vote, count, totals, actor, cases = [], lang = 'zh-CN', largeText = false }: Args): ReturnType<typeof html> => {
  const box = withoutBox ? undefined : createMemoryBallotBox({ vote: { ...centres, change }, voter: 'zhang', now: () => now, entries: entries() });
  return html`<cobuild-public-vote lang=${lang} ?large-text=${largeText} .now=${now} .vote=${vote} .scheme=${scheme} .cards=${cards} .box=${box} .count=${count} .totals=${totals} .actor=${actor} .cases=${cases}></cobuild-public-vote>`;
};

/** The vote on the ten centres of Yangjiang’s demonstration; pictures and texts of the candidates are made up. */
const meta: Meta<Args> = { title: 'Decision/cobuild-public-vote', component: 'cobuild-public-vote', args: {}, render: draw };
export default meta;

type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement => (canvas.querySelector('cobuild-public-vote') as CobuildPublicVote).renderRoot.querySelector(selector) as HTMLElement;
const pick = async (canvas: HTMLElement, ...ids: readonly string[]): Promise<void> => {
  await waitFor(() => expect(inside(canvas, '[name=pick]')).toBeTruthy());
  for (const id of ids) await userEvent.click(inside(canvas, `[value=${id}]`));
};
const voted: PublicVoteEntry[] = [{ kind: 'cast', id: 'centres-1', voter: 'zhang', at: '2026-06-04T20:15:00+08:00', channel: 'online', picks: ['jc1'] }];

export const Playground: Story = {};

/** Before, during and after: the same element. */
export const Overview: Story = { render: () => html`${draw({ now: '2026-05-31T09:00:00+08:00' })}<hr />${draw({ entries: () => [...voted] })}<hr />${draw({ now: after, count: counted })}` };

/** Candidates of the scheme alone, without pictures and texts of the page. */
export const Anatomy: Story = { render: () => html`<cobuild-public-vote .scheme=${contest} .now=${during} .box=${createMemoryBallotBox({ vote: centres, voter: 'zhang', now: () => during })}></cobuild-public-vote>` };

/** A hundred and twenty households: search and region narrow them down. */
export const ManyCandidates: Story = { args: { vote: 'households' } };
export const ExactlyTen: Story = { args: { scheme: settings({ picks: { exact: 10 } }) } };
export const MayBeTakenBack: Story = { args: { scheme: settings({ change: 'revocable' }), change: 'revocable', entries: () => [...voted] } };

export const NotOpenYet: Story = { args: { now: '2026-05-31T09:00:00+08:00' } };
export const Closed: Story = { args: { now: after } };
export const AlreadyVoted: Story = { args: { entries: () => [...voted] } };
export const DailyTotals: Story = { args: { totals: publicTotals(centres, { entries: someBallots }, during) } };
export const ForReading: Story = { args: { withoutBox: true } };
export const NotDecided: Story = { args: { scheme: settings({ picks: { maximum: 'UNDECIDED' } }) } };
export const NoVote: Story = { args: { scheme: { ...contest, publicVotes: [] } } };
export const Result: Story = { args: { now: after, count: counted } };
export const ResultWithoutJury: Story = { args: { now: after, count: { tally: counted.tally } } };
export const LargeText: Story = { args: { largeText: true } };
export const English: Story = { args: { lang: 'en' } };
export const ResultInEnglish: Story = { args: { now: after, count: counted, lang: 'en' } };
export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const Voting: Story = {
  play: async ({ canvasElement, step }) => {
    await step('what was chosen is checked first', async () => {
      await pick(canvasElement, 'jc1', 'yd2');
      await userEvent.click(inside(canvasElement, '#check'));
      await waitFor(() => expect(inside(canvasElement, '#confirm-box').textContent).toContain('江城区推荐1号中心'));
    });
    await step('the receipt does not tell it', async () => {
      await userEvent.click(inside(canvasElement, '#confirm-box .primary'));
      await waitFor(() => expect(inside(canvasElement, '#receipt').textContent).toContain('回执编号'));
      await expect(inside(canvasElement, '#receipt').textContent).not.toContain('江城区');
    });
  },
};

/** A second ballot on one day is refused by the box. */
export const SecondBallot: Story = {
  args: { entries: () => [{ ...(voted[0] as PublicVoteEntry), at: '2026-06-05T08:00:00+08:00' }] },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(canvasElement, '#another')).toBeTruthy());
    await userEvent.click(inside(canvasElement, '#another'));
    await pick(canvasElement, 'jc1');
    await userEvent.click(inside(canvasElement, '#check'));
    await userEvent.click(inside(canvasElement, '#confirm-box .primary'));
    await waitFor(() => expect(inside(canvasElement, '[role=alert]').textContent).toContain('没有投成'));
  },
};

/** Whoever organises the vote puts the count into the log of each nomination: numbers only. */
export const RecordingTheCount: Story = {
  args: { now: after, count: counted, actor: organiser, cases: ['jc1', 'yx4'].map((candidate) => ({ candidate, state: atVote(candidate).state })) },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(canvasElement, '#record')).toBeTruthy());
    await userEvent.click(inside(canvasElement, '#record'));
    await waitFor(() => expect(inside(canvasElement, '#confirm-box').textContent).toContain('登记到 2 个项目'));
  },
};
