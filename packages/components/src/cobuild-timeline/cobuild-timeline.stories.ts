import type { CaseEvent } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { atVote, contest } from '../../../../.storybook/contest.js';
import { ProjectPlay } from '../../../../.storybook/gaoming-projects.js';
import { GaomingPlay, memberIds } from '../../../../.storybook/gaoming-states.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import { PanelPlay, panelScheme } from '../../../../.storybook/qianjiang-panel.js';
import '../define/cobuild-timeline.js';
import type { CobuildTimeline } from './cobuild-timeline.js';

const sentBack = (): GaomingPlay => new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '和顺社区20号', expectedEffect: '全年开放不少于三百二十天。' });
const late = (): GaomingPlay => sentBack().moveTo('2026-04-07T10:00:00+08:00').forward();
const decided = (): GaomingPlay => late().openMeeting(memberIds(1, 22)).vote(18, 3, 1);

const meta: Meta<CobuildTimeline> = {
  title: 'Review/cobuild-timeline',
  component: 'cobuild-timeline',
  args: { scheme: gaomingDemo, events: decided().state.history, view: 'office', today: '2026-04-10' },
  render: (args) => html`<cobuild-timeline lang=${args.lang ?? 'zh-CN'} ?large-text=${args.largeText} view=${args.view} .today=${args.today} .day=${args.day} .scheme=${args.scheme} .events=${args.events} .project=${args.project}></cobuild-timeline>`,
};
export default meta;

type Story = StoryObj<CobuildTimeline>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement => (canvas.querySelector('cobuild-timeline') as CobuildTimeline).renderRoot.querySelector(selector) as HTMLElement;

export const Playground: Story = {};

/** An official sees every record with its number, its deadline and what was changed. */
export const Overview: Story = { args: { events: late().state.history } };

/** The seal, the day that was chosen, and the records. */
export const Anatomy: Story = anatomyStory('cobuild-timeline', meta, { args: { day: '2026-03-05' }, missing: ['cadence'] });

/** The same case for the applicant: public steps only. */
export const ForTheApplicant: Story = { args: { view: 'applicant' } };

/** Experts’ sheets and residents’ votes appear as their number. */
export const WithScores: Story = { args: { scheme: panelScheme(), events: new PanelPlay().atPanel().scored([90, 80, 85], [88, 92, 79.5], [92, 84, 86]).act('scoringClosed', { stage: 'siteVisit' }).state.history, today: '2026-06-10' } };
export const BeforeAPublicVote: Story = { args: { scheme: contest, events: atVote().state.history, today: '2026-06-05' } };

/** Of an approved project: what was to be handed in so far, and what was. */
export const Cadence: Story = { args: { project: new ProjectPlay().paid().project, today: '2026-12-01' } };

/** A day in the past: where the case stood when it ended. */
export const OneDay: Story = { args: { day: '2026-03-05' } };
export const BeforeAnything: Story = { args: { day: '2026-03-01' } };
export const Overdue: Story = { args: { events: sentBack().state.history } };
export const Empty: Story = { args: { events: [] } };
export const ChangedRecord: Story = { args: { events: late().state.history.map((event): CaseEvent => (event.sequence === 2 ? { ...event, at: '2026-03-05T08:00:00+08:00' } : event)) } };
export const LongTexts: Story = { args: { events: new GaomingPlay().submit().sendBack('请补充场地照片，说明开放时间和值守安排。'.repeat(60)).state.history } };
export const LargeText: Story = { args: { largeText: true } };
export const English: Story = { args: { lang: 'en' } };
export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const LookingAtADay: Story = {
  play: async ({ canvasElement, step }) => {
    await step('what came later is not shown', async () => {
      await waitFor(() => expect(inside(canvasElement, '#day')).toBeTruthy());
      await userEvent.type(inside(canvasElement, '#day'), '2026-03-05');
      await waitFor(() => expect(inside(canvasElement, '[part=day]').textContent).toContain('已退回补正'));
    });
    await step('and back', async () => {
      await userEvent.click(inside(canvasElement, '#now'));
      await waitFor(() => expect(inside(canvasElement, '[part=day]').textContent).not.toContain('已退回补正'));
    });
  },
};
