import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { openProject } from '@cobuild/rules';
import { html } from 'lit';
import { opensEntryForm } from '../../../../.storybook/entry-form.js';
import { exampleScheme } from '../../../../.storybook/examples.js';
import { ProjectPlay, reviewer, secretary } from '../../../../.storybook/gaoming-projects.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-report.js';
import type { CobuildReport } from './cobuild-report.js';

/** Use it for the unit that reports and for whoever reads its reports. Dates and figures of the demonstration are invented. */
const meta: Meta<CobuildReport> = {
  title: 'Projects/cobuild-report',
  component: 'cobuild-report',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, project: new ProjectPlay().spent().project, actor: secretary, today: '2026-06-22' },
  render: (args) => html`<cobuild-report lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .project=${args.project} .actor=${args.actor} .today=${args.today} ?busy=${args.busy}></cobuild-report>`,
};
export default meta;

type Story = StoryObj<CobuildReport>;

const { agreement, ...opening } = new ProjectPlay().project.opening;

export const Playground: Story = {};

/** Qianjiang: meeting, visit and bulletin each quarter, an observation each half-year. */
export const Overview: Story = { args: { scheme: exampleScheme('qianjiang-innovation-demo'), project: openProject({ ...opening, agreement: { ...agreement, startsOn: '2026-01-01', milestones: [] } }), actor: undefined, today: '2026-02-02' } };

/** Holds, schedule, reading and indicators are parts. */
export const Anatomy: Story = { args: { actor: undefined } };

/** Late in working days, and the payment that waits for it. */
export const Overdue: Story = { args: { today: '2026-07-08' } };

export const ForTheTown: Story = { args: { project: new ProjectPlay().reported().project, actor: reviewer, today: '2026-07-06' } };

export const Returned: Story = { args: { project: new ProjectPlay().reported().act('reportReturned', { report: 'report-1', reason: '第二笔支出没有凭证号，请补上。' }, reviewer).project, today: '2026-07-06' } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { project: undefined, scheme: undefined } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** The form of the scheme opens in its place. */
export const Behaviour: Story = { tags: ['!autodocs'], play: opensEntryForm('cobuild-report', '[id^=fill-]') };
