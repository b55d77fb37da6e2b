import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { commentedPlay } from '../../../../.storybook/commented-projects.js';
import { opensEntryForm } from '../../../../.storybook/entry-form.js';
import { secretary } from '../../../../.storybook/gaoming-projects.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import '../define/cobuild-comments.js';
import type { CobuildComments } from './cobuild-comments.js';

const { scheme, project } = commentedPlay();

/** Use it at the office that looks at what residents say before it is public. What is said here is invented. */
const meta: Meta<CobuildComments> = {
  title: 'Projects/cobuild-comments',
  component: 'cobuild-comments',
  tags: ['autodocs'],
  args: { scheme, projects: [project], actor: clerk, today: '2026-07-12' },
  render: (args) => html`<cobuild-comments lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .projects=${args.projects} .actor=${args.actor} .today=${args.today} ?busy=${args.busy}></cobuild-comments>`,
};
export default meta;

type Story = StoryObj<CobuildComments>;

export const Playground: Story = {};

/** One that waits, one that is public with its answer, one that was refused. */
export const Overview: Story = {};

/** The comments are a part. */
export const Anatomy: Story = { args: { actor: undefined } };

/** The unit reads; it neither releases nor refuses. */
export const ForTheUnit: Story = { args: { actor: secretary } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { projects: [] } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A refusal needs its reason. */
export const Behaviour: Story = { tags: ['!autodocs'], play: opensEntryForm('cobuild-comments', '[id^="refuse-"]', 1) };
