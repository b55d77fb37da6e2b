import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk, memberIds } from '../../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingWith } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-meeting.js';
import type { CobuildMeeting } from './cobuild-meeting.js';

interface Args {
  /** Makes the case anew for every showing of the story. */
  readonly play: () => GaomingPlay;
  readonly actor?: string;
  readonly presentation?: boolean;
  readonly minutes?: number;
  readonly lang?: string;
  readonly largeText?: boolean;
}

const draw = ({ play, actor: id, presentation = false, minutes = 0, lang = 'zh-CN', largeText = false }: Args): ReturnType<typeof html> => {
  const current = play();
  const who = id === undefined ? clerk : actor(id);
  return html`<cobuild-meeting
    lang=${lang}
    ?large-text=${largeText}
    ?presentation=${presentation}
    minutes=${minutes}
    .scheme=${current.scheme}
    .state=${current.state}
    .members=${committee}
    .actor=${who}
    ${ref((element) => {
      if (element && !element.hasAttribute('data-served')) {
        element.setAttribute('data-served', '');
        serve(element as CobuildMeeting, current, who);
      }
    })}
  ></cobuild-meeting>`;
};

/** Use it in the room where members vote: sign-in, recusal, ballots, result, in the order in which the meeting goes. */
const meta: Meta<Args> = { title: 'Review/cobuild-meeting', component: 'cobuild-meeting', tags: ['autodocs'], args: { play: () => new GaomingPlay().toMeeting() }, render: draw };
export default meta;

type Story = StoryObj<Args>;

const element = (canvas: HTMLElement): CobuildMeeting => canvas.querySelector('cobuild-meeting') as CobuildMeeting;
const inside = (canvas: HTMLElement, selector: string): HTMLElement => element(canvas).renderRoot.querySelector(selector) as HTMLElement;
const voting = (...vote: [number, number, number]): GaomingPlay => {
  const play = new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22));
  return vote.every((count) => count === 0) ? play.act('votingOpened', {}) : play.act('votingOpened', {}).ballots(...vote);
};
/** Twenty-four appointed, one recused, one absent. */
const recused = (parameters: Readonly<Record<string, unknown>> = {}): GaomingPlay =>
  new GaomingPlay(gaomingWith(parameters)).toMeeting().openMeeting(memberIds(1, 22)).act('memberRecused', { member: 'member-24', reason: '与项目联系人是亲属', kind: 'declared' });

/** Before the meeting: the roster and who leaves by the rule. */
export const Playground: Story = {};

/** In the middle of a meeting: who is there, what is in, what is still missing. */
export const Overview: Story = { args: { play: () => voting(12, 6, 1) } };

/** The screen in the room is a part; records that a stage asks for go into a slot. */
export const Anatomy: Story = anatomyStory('cobuild-meeting', meta, { args: { play: () => voting(12, 6, 1), presentation: true } });

/** A member from the applicant's town is recused by the rule of the scheme. */
export const AutomaticRecusal: Story = { args: { play: () => new GaomingPlay(undefined, 'cases/06-approved.json').toMeeting() } };

export const SignIn: Story = { args: { play: () => new GaomingPlay().toMeeting().openMeeting(memberIds(1, 12)) } };

/** Sign-in of all, one event each, until the quorum is there. */
export const SignInAll: Story = {
  args: { play: () => new GaomingPlay().toMeeting().openMeeting() },
  play: async ({ canvasElement, step }) => {
    await step('the vote cannot begin yet, and says why', async () => {
      await expect(inside(canvasElement, '#open-voting').getAttribute('aria-disabled')).toBe('true');
      await expect(inside(canvasElement, '#voting-reason').textContent).toContain('至少需要16人');
    });
    await step('all sign in', async () => {
      await userEvent.click(inside(canvasElement, '#sign-in-all'));
      await waitFor(() => expect(inside(canvasElement, '#announcement').textContent).toBe('已签到 24 人，达到法定人数'), { timeout: 5000 });
      await waitFor(() => expect(inside(canvasElement, '#open-voting').hasAttribute('aria-disabled')).toBe(false));
    });
  },
};

export const Recusal: Story = {
  args: { play: () => recused() },
  play: async ({ canvasElement }) => {
    await element(canvasElement).updateComplete;
    await userEvent.click(inside(canvasElement, '#recuse-member-03'));
    await waitFor(() => expect(inside(canvasElement, '#reason-member-03')).toBeTruthy());
  },
};

/** Too few have come: the meeting is broken off with a reason, and the next one begins with a sign-in of its own. */
export const Adjourning: Story = {
  args: { play: () => new GaomingPlay().toMeeting().openMeeting(memberIds(1, 5)) },
  play: async ({ canvasElement, step }) => {
    await element(canvasElement).updateComplete;
    await step('asks for a reason', async () => {
      await userEvent.click(inside(canvasElement, '#adjourn'));
      await waitFor(() => expect(inside(canvasElement, '#adjournment-reason')).toBeTruthy());
      await userEvent.type(inside(canvasElement, '#adjournment-reason'), '到会不足');
    });
  },
};

/** Before the next meeting: that the last one was broken off, why, and for when it was called again. */
export const Adjourned: Story = { args: { play: () => new GaomingPlay().toMeeting().openMeeting(memberIds(1, 5)).act('meetingAdjourned', { reason: '到会不足', resumesOn: '2026-03-09' }) } };
export const AdjournedOnAPhone: Story = { ...Adjourned, globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const Voting: Story = { args: { play: () => voting(5, 2, 1) } };

/** The check list before ballots are recorded. */
export const CheckBallots: Story = {
  args: { play: () => voting(0, 0, 0) },
  play: async ({ canvasElement }) => {
    await element(canvasElement).updateComplete;
    for (const id of ['01', '02', '03']) await userEvent.click(inside(canvasElement, `[name="ballot-member-${id}"][value="yes"]`));
    await userEvent.click(inside(canvasElement, '[name="ballot-member-04"][value="abstain"]'));
    await userEvent.click(inside(canvasElement, '#record-ballots'));
    await waitFor(() => expect(inside(canvasElement, '#confirm-box').textContent).toContain('赞成 3 票'));
  },
};

/** A member of the committee sees and casts only their own ballot. */
export const OwnBallot: Story = { args: { play: () => voting(0, 0, 0), actor: 'member-01' } };

/** Tellers write down numbers; who voted what is never known. */
export const SecretVote: Story = {
  args: { play: () => new GaomingPlay(gaomingWith({ voteSecrecy: 'secret' })).toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {}) },
  play: async ({ canvasElement }) => {
    await element(canvasElement).updateComplete;
    const numbers = { issued: '22', returned: '22', yes: '12', no: '8', abstain: '1', void: '2' };
    for (const [name, number] of Object.entries(numbers)) await userEvent.type(inside(canvasElement, `#count-${name}`), number);
    await waitFor(() => expect(inside(canvasElement, '#count-check').textContent).toContain('合计 23 张，收回 22 张，不一致'));
  },
};

/** 12 of 23 entitled. */
export const Passed: Story = { args: { play: () => recused().vote(12, 8, 2) } };

/** The same votes, 11 yes and 9 no, under three bases: only the overlay differs. */
export const ElevenOfEntitled: Story = { args: { play: () => recused().vote(11, 9, 2) } };
export const ElevenOfPresent: Story = { args: { play: () => recused({ voteBase: 'present' }).vote(11, 9, 2) } };
export const ElevenOfValid: Story = { args: { play: () => recused({ voteBase: 'valid', voteAbstention: 'excluded' }).vote(11, 9, 2) } };

export const TiedAndChair: Story = { args: { play: () => new GaomingPlay(gaomingWith({ voteTie: 'chair', voteBase: 'valid' })).toMeeting().openMeeting(memberIds(1, 20)).vote(10, 10, 0) } };
export const TiedAndRevote: Story = { args: { play: () => new GaomingPlay(gaomingWith({ voteTie: 'revote' })).toMeeting().openMeeting(memberIds(1, 20)).vote(8, 8, 4) } };

/** The seed is fixed in the room; what it gives is shown once it is recorded. */
export const TiedAndLot: Story = { args: { play: () => new GaomingPlay(gaomingWith({ voteTie: 'lot', voteBase: 'valid' })).toMeeting().openMeeting(memberIds(1, 20)).vote(10, 10, 0) } };

/** A member declares a relation; the rule of the vote says whether they leave. */
export const Conflict: Story = {
  args: { play: () => new GaomingPlay().toMeeting().openMeeting(memberIds(1, 12)).act('conflictDeclared', { member: 'member-02', ground: 'tookPart', reason: '参加过选址论证' }) },
  play: async ({ canvasElement }) => {
    await element(canvasElement).updateComplete;
    await userEvent.click(inside(canvasElement, '#recuse-member-03'));
    await waitFor(() => expect(inside(canvasElement, '#ground-member-03')).toBeTruthy());
    await userEvent.selectOptions(inside(canvasElement, '#ground-member-03'), 'kin');
  },
};

/** For the screen in the room. */
export const PresentationSignIn: Story = { args: { play: () => new GaomingPlay().toMeeting().openMeeting(memberIds(1, 15)), presentation: true, minutes: 8 } };
export const PresentationVoting: Story = { args: { play: () => voting(10, 4, 1), presentation: true } };
export const PresentationResult: Story = { args: { play: () => recused().vote(12, 8, 2), presentation: true } };

export const LargeText: Story = { args: { play: () => new GaomingPlay().toMeeting().openMeeting(memberIds(1, 12)), largeText: true } };
export const English: Story = { args: { play: () => voting(5, 2, 1), lang: 'en' } };
export const EnglishResult: Story = { args: { play: () => recused().vote(12, 8, 2), lang: 'en' } };
