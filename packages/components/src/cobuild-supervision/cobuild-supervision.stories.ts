import type { FundedProject } from '@cobuild/rules';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { opensEntryForm } from '../../../../.storybook/entry-form.js';
import { ProjectPlay, secretary, supervisor } from '../../../../.storybook/gaoming-projects.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-supervision.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildSupervision } from './cobuild-supervision.js';

/** A second project, of another town; its names are invented. */
const park: FundedProject = { ...new ProjectPlay().finished().project, id: 'GM-2026-009', title: '柳岸村口袋公园', applicant: { id: 'liuan-party', name: '柳岸村党支部', level: 'village', unit: 'liuan', town: 'yanghe' } };
const station = new ProjectPlay().found();

/** Use it where supervision bodies look into projects, and where a unit answers what they found. What is found here is invented. */
const meta: Meta<CobuildSupervision> = {
  title: 'Projects/cobuild-supervision',
  component: 'cobuild-supervision',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, projects: [station.project], actor: supervisor, today: '2026-06-18', hosts: { files: createMemoryFileStore() } },
  render: (args) => html`<cobuild-supervision lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .projects=${args.projects} .actor=${args.actor} .today=${args.today} .hosts=${args.hosts} ?busy=${args.busy}></cobuild-supervision>`,
};
export default meta;

type Story = StoryObj<CobuildSupervision>;

export const Playground: Story = {};

/** Several projects: the most pressing finding first, filters by state, town and project. */
export const Overview: Story = { args: { projects: [park, station.project], today: '2026-06-29' } };

/** Statistics, cadence, filters and findings are parts. */
export const Anatomy: Story = { args: { actor: undefined } };

/** The unit answers; it neither raises nor closes. */
export const ForTheUnit: Story = { args: { actor: secretary } };

export const Answered: Story = { args: { projects: [new ProjectPlay().found().act('findingAnswered', { finding: 'finding-1', text: '已补三家比价材料，超出的 0.50 元由村自筹资金承担。' }, secretary).project] } };

/** Reports and events of all projects: what is overdue first, then by duty and by project. */
export const Cadence: Story = { args: { projects: [park, station.project], today: '2027-02-01' } };

export const NoFindings: Story = { args: { projects: [new ProjectPlay().paid().project] } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { projects: [] } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A finding needs its body, kind, severity, text and deadline. */
export const Behaviour: Story = { tags: ['!autodocs'], play: opensEntryForm('cobuild-supervision', '#raise', 5) };
