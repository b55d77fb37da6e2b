import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { opensEntryForm } from '../../../../.storybook/entry-form.js';
import { fourOnes, people, responsiblePlay } from '../../../../.storybook/four-ones.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import '../define/cobuild-responsibility.js';
import type { CobuildResponsibility } from './cobuild-responsibility.js';

const station = responsiblePlay().project;
const park = responsiblePlay('GM-2026-009', '柳岸村口袋公园').project;

/** Use it where a district names who is responsible for each project, and where somebody who leaves is handed over. The people are invented. */
const meta: Meta<CobuildResponsibility> = {
  title: 'Projects/cobuild-responsibility',
  component: 'cobuild-responsibility',
  tags: ['autodocs'],
  args: { scheme: fourOnes, projects: [station], people, actor: clerk, today: '2026-06-22' },
  render: (args) => html`<cobuild-responsibility lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .projects=${args.projects} .people=${args.people} .actor=${args.actor} .today=${args.today} ?busy=${args.busy}></cobuild-responsibility>`,
};
export default meta;

type Story = StoryObj<CobuildResponsibility>;

export const Playground: Story = {};

/** Several projects: one line each, a column for every post; somebody who leaves is handed over from here. */
export const Overview: Story = { args: { projects: [station, park] } };

/** Cards, the hand-over of a person and its list are parts. */
export const Anatomy: Story = { args: { projects: [station, park], actor: undefined } };

/** One project for reading: who holds what since when, what waits there, and who held it before. */
export const ForReading: Story = { args: { actor: undefined } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { projects: [] } };

export const OnAPhone: Story = { args: { projects: [station, park] }, globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A hand-over names the successor and the reason. */
export const Behaviour: Story = { tags: ['!autodocs'], play: opensEntryForm('cobuild-responsibility', '[id^="replace-"]', 2) };
