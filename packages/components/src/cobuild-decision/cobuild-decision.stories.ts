import type { Case } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { GaomingPlay, memberIds } from '../../../../.storybook/gaoming-states.js';
import { gaomingCase, gaomingDemo, gaomingWith } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-decision.js';
import type { CobuildDecision } from './cobuild-decision.js';

const station: Case = gaomingCase('../gaoming/cases/service-station.json');

/** Use it where somebody has to understand a decision: the verdict in one sentence, then reasons, values found and wanted, and what would change it. */
const meta: Meta<CobuildDecision> = {
  title: 'Decision/cobuild-decision',
  component: 'cobuild-decision',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, today: '2026-03-20' },
  render: (args) => html`<cobuild-decision lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .case=${args.case} .state=${args.state} today=${args.today ?? ''}></cobuild-decision>`,
};
export default meta;

type Story = StoryObj<CobuildDecision>;

/** Approved after the notice, with all that was done. */
export const Playground: Story = {
  args: {
    state: new GaomingPlay()
      .toPublicity()
      .moveTo('2026-03-06T15:00:00+08:00')
      .act('noticePublished', { notice: 'approvedProjects', postedOn: '2026-03-06', until: '2026-03-13' })
      .moveTo('2026-03-16T09:00:00+08:00')
      .act('reviewed', { stage: 'publicity', outcome: 'confirmed' }).state,
  },
};

/** A vote that passed, by one: the figures, the reasons, and what was done so far. */
export const Overview: Story = { args: { state: new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).vote(13, 8, 1).state } };

/** Parts that a host styles. */
export const Anatomy: Story = anatomyStory('cobuild-decision', meta, { args: { state: new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).vote(11, 9, 2).state }, missing: ['remedies'] });

/** 11 yes, 9 no, 2 abstentions of 23 entitled: not more than half. */
export const VoteFailed: Story = { args: { state: new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).vote(11, 9, 2).state } };

/** The same vote under another base: of the valid votes without abstentions it passes. */
export const SameVoteAnotherBase: Story = {
  args: {
    scheme: gaomingWith({ voteBase: 'valid', voteAbstention: 'excluded' }),
    state: new GaomingPlay(gaomingWith({ voteBase: 'valid', voteAbstention: 'excluded' })).toMeeting().openMeeting(memberIds(1, 22)).vote(11, 9, 2).state,
  },
};

export const NoQuorum: Story = { args: { case: gaomingCase('cases/08-no-quorum.json') } };

export const Ineligible: Story = { args: { case: { ...station, answers: { ...station.answers, amountRequested: 260000, negativeUses: ['wages'] } } } };

export const Undetermined: Story = { args: { case: { ...station, answers: { projectName: '闲置公共用房改建暖心服务站', category: 'propertyService' } } } };

/** Returned once and waiting for the applicant. */
export const Returned: Story = { args: { state: new GaomingPlay().submit().sendBack().state } };

export const English: Story = { args: { lang: 'en', state: new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).vote(11, 9, 2).state } };

export const OnAPhone: Story = { ...VoteFailed, globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const Nothing: Story = { render: () => html`<cobuild-decision></cobuild-decision>` };
