import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { PublicStatus } from '@cobuild/rules';
import { publicStatus } from '@cobuild/rules';
import { html } from 'lit';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { GaomingPlay, memberIds } from '../../../../.storybook/gaoming-states.js';
import { gaomingWith } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-status.js';
import type { CobuildStatus } from './cobuild-status.js';

/** The text of the scheme gives no periods; these are made up. */
const scheme: Scheme = gaomingWith({ preliminaryDeadline: { amount: 5, unit: 'workingDay' }, jointReviewDeadline: { amount: 20, unit: 'workingDay' } });
const play = (): GaomingPlay => new GaomingPlay(scheme);
const statusOf = (made: GaomingPlay, today: string): PublicStatus => publicStatus(scheme, made.state, { today, calendar: chinaCalendar });

/** Use it for applicants and whoever has a number to look up: where it stands, since when, and what comes next. Periods are invented. */
const meta: Meta<CobuildStatus> = {
  title: 'Public/cobuild-status',
  component: 'cobuild-status',
  tags: ['autodocs'],
  args: { status: statusOf(play().submit(), '2026-03-09'), lang: 'zh-CN' },
  render: ({ status, lang, largeText = false, withdrawable = false }) => html`<cobuild-status lang=${lang} ?large-text=${largeText} ?withdrawable=${withdrawable} .status=${status}></cobuild-status>`,
};
export default meta;

type Story = StoryObj<CobuildStatus>;

export const Playground: Story = {};

/** One application through its life: handed in, sent back, made public, approved. */
export const Overview: Story = {
  render: ({ lang }) => html`${[statusOf(play().submit(), '2026-03-09'), statusOf(play().submit().sendBack(), '2026-03-09'), statusOf(play().toPublicity().publish(), '2026-03-10')].map((status) => html`<cobuild-status lang=${lang} .status=${status}></cobuild-status>`)}`,
};

export const Anatomy: Story = anatomyStory('cobuild-status', meta, { args: { status: statusOf(play().submit().sendBack(), '2026-03-09') } });

/** Past its last day: said to the applicant as it is. */
export const Late: Story = { args: { status: statusOf(play().submit(), '2026-03-16') } };

/** The applicant may take it back: a quiet button below all else, and a question before it is done. */
export const Withdrawable: Story = { args: { withdrawable: true } };

export const Returned: Story = { args: { status: statusOf(play().submit().sendBack(), '2026-03-09') } };
export const OnNotice: Story = { args: { status: statusOf(play().toPublicity().publish(), '2026-03-10') } };
export const Approved: Story = { args: { status: statusOf(play().toPublicity().publish().moveTo('2026-03-16T09:00:00+08:00').act('reviewed', { stage: 'publicity', outcome: 'confirmed' }), '2026-03-16') } };
export const NotApproved: Story = { args: { status: statusOf(play().toMeeting().openMeeting(memberIds(1, 22)).vote(8, 12, 2), '2026-03-06') } };
export const Withdrawn: Story = { args: { status: { ...statusOf(play().submit(), '2026-03-06'), kind: 'withdrawn', steps: statusOf(play().submit(), '2026-03-06').steps.map((step) => (step.state === 'current' ? { ...step, state: 'ended' as const } : step)) } } };

/** The scheme was changed under the application: nothing is guessed. */
export const Unknown: Story = { args: { status: { ...statusOf(play().submit(), '2026-03-06'), kind: 'unknown', steps: [] } } };

export const Empty: Story = { args: { status: undefined } };

/** An opinion of 2,000 characters. */
export const LongReason: Story = { args: { status: statusOf(play().submit().sendBack('请按第三条补充场地权属证明，并说明开放时间、值守人员和水电费的来源。'.repeat(58)), '2026-03-09') } };
export const LargeText: Story = { args: { largeText: true } };
export const English: Story = { args: { lang: 'en' } };
export const ReturnedEnglish: Story = { args: { lang: 'en', status: statusOf(play().submit().sendBack('Please add photographs of the place.'), '2026-03-09') } };
