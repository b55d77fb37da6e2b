import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { opensEntryForm } from '../../../../.storybook/entry-form.js';
import { begun, built, siteOfficer, sites } from '../../../../.storybook/site-years.js';
import '../define/cobuild-cycle.js';
import type { CobuildCycle } from './cobuild-cycle.js';

/** Use it where what was approved lives on for years and is renewed or withdrawn, such as a demonstration site. That Datong lets a site be renewed once is invented. */
const meta: Meta<CobuildCycle> = {
  title: 'Projects/cobuild-cycle',
  component: 'cobuild-cycle',
  tags: ['autodocs'],
  args: { scheme: sites, state: built().now, actor: siteOfficer, today: '2031-12-01' },
  render: (args) => html`<cobuild-cycle lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .state=${args.state} .actor=${args.actor} .today=${args.today} ?busy=${args.busy}></cobuild-cycle>`,
};
export default meta;

type Story = StoryObj<CobuildCycle>;

export const Playground: Story = {};

/** In its last phase: a report falls due, and it may be renewed. */
export const Overview: Story = {};

/** Phases and what is to be done are parts. */
export const Anatomy: Story = { args: { actor: undefined } };

export const BeingCreated: Story = { args: { state: begun().now, today: '2026-09-01' } };

export const NotAcceptedInTime: Story = { args: { state: begun().now, today: '2027-04-01' } };

export const Renewed: Story = { args: { state: built().act('2031-12-01', { type: 'cycleRenewed', data: { cycle: 'site' } }).now, today: '2032-03-01' } };

export const Withdrawn: Story = { args: { state: built().act('2028-05-10', { type: 'cycleWithdrawn', data: { cycle: 'site', reason: 'notKeptUp', text: '半年没有开放' } }).now, today: '2028-06-01' } };

/** For everybody who does not keep the cycle it is for reading. */
export const Reading: Story = { args: { actor: { id: 'host-jia', role: 'siteHost', unit: 'jia-village' } } };

export const English: Story = { args: { lang: 'en' } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A withdrawal needs a reason that the scheme names. */
export const Behaviour: Story = { tags: ['!autodocs'], play: opensEntryForm('cobuild-cycle', '#withdraw-site', 1) };
