import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { ProjectPlay, secretary } from '../../../../.storybook/gaoming-projects.js';
import { clerk } from '../../../../.storybook/gaoming-states.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-ledger.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildLedger } from './cobuild-ledger.js';

const line = { kind: 'money', reason: '饮水设备涨价，从桌椅中调剂。', budget: [{ id: 'works', title: '墙面地面改造', amount: 55900 }, { id: 'water', title: '饮水和充电设备', amount: 15400 }, { id: 'things', title: '桌椅和应急药箱', amount: 8500 }] } as const;

/** Use it for whoever keeps, pays or looks into the account of an approved project. Whoever works here is offered what the rules leave to them. Contract, dates and amounts of the demonstration are invented. */
const meta: Meta<CobuildLedger> = {
  title: 'Projects/cobuild-ledger',
  component: 'cobuild-ledger',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, project: new ProjectPlay().spent().project, actor: secretary, today: '2026-06-10', hosts: { files: createMemoryFileStore() } },
  render: (args) => html`<cobuild-ledger lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .project=${args.project} .actor=${args.actor} .today=${args.today} .hosts=${args.hosts} .problems=${args.problems ?? []} ?busy=${args.busy}></cobuild-ledger>`,
};
export default meta;

type Story = StoryObj<CobuildLedger>;

export const Playground: Story = {};

/** From the contract that is drawn up to the last tranche. */
export const Overview: Story = { args: { project: new ProjectPlay().finished().project, today: '2026-09-11' } };

/** Each section is a part: figures, contract, tranches, budget, account, changes. */
export const Anatomy: Story = { args: { actor: undefined } };

/** The office signs, pays, accepts and decides changes; it enters no expenses. */
export const ForTheOffice: Story = { args: { actor: clerk, project: new ProjectPlay().spent().act('changeRequested', { request: line }, secretary).project } };

export const NotSigned: Story = { args: { project: new ProjectPlay().project, actor: clerk, today: '2026-04-01' } };

/** The entries of the fund’s ledger that are about the project, with what they come to. */
export const WithTheFund: Story = {
  args: {
    fund: [
      { sequence: 2, year: 2026, kind: 'reserved', amount: 70000, at: '2026-03-16T09:00:00+08:00', by: 'committee-clerk' }, { sequence: 3, year: 2026, kind: 'committed', amount: 70000, at: '2026-04-02T10:00:00+08:00', by: 'committee-clerk' },
      { sequence: 4, year: 2026, kind: 'paid', amount: 42000, tranche: 'signing', voucher: '拨-2026-031', at: '2026-04-02T10:00:00+08:00', by: 'committee-clerk' },
    ],
  },
  render: (args) => html`<cobuild-ledger .scheme=${args.scheme} .project=${args.project} .fund=${args.fund} .today=${args.today}></cobuild-ledger>`,
};

/** A finding of a supervision body holds the tranche that is not paid yet. */
export const HeldByAFinding: Story = { args: { project: new ProjectPlay().found().project } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { project: undefined, scheme: undefined } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** What the account cannot pay is said at the amount, before the host is asked. */
export const Behaviour: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement, step }) => {
    const root = canvasElement.querySelector('cobuild-ledger')?.shadowRoot as ShadowRoot;
    await step('opens the form of an expense and gives it the focus', async () => {
      root.querySelector<HTMLButtonElement>('#expense')?.click();
      await waitFor(() => expect(root.activeElement?.id).toBe('entry-form'));
    });
    await step('shows what is missing at the questions', async () => {
      root.querySelector<HTMLButtonElement>('#entry-form-send')?.click();
      await waitFor(() => expect(root.querySelector('cobuild-form')?.shadowRoot?.querySelectorAll('.field-error').length).toBe(4));
    });
  },
};
