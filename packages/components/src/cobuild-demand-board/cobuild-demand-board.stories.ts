import type { Case, EventActor } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { exampleCases, exampleScheme, playedCase } from '../../../../.storybook/examples.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import '../define/cobuild-demand-board.js';
import type { CobuildDemandBoard } from './cobuild-demand-board.js';

const scheme = exampleScheme('yangjiang-wishes-demo');
const express = exampleScheme('datong-express-demo');
const wishes: readonly CaseState[] = exampleCases('yangjiang-wishes-demo').map((each, index) => playedCase(scheme, { ...each, id: `心愿-${index + 1}` }));
const parcels: readonly CaseState[] = exampleCases('datong-express-demo').map((each: Case) => playedCase(express, each));
const clerk: EventActor = { id: 'clerk-1', name: '村干部', role: 'villageClerk', unit: 'haitou', town: 'demo-town' };
const volunteer: EventActor = { ...clerk, id: 'volunteer-1', name: '林志强', role: 'volunteer' };
const settings = { category: '/kind', escalation: { after: { amount: 2, unit: 'workingDay' as const }, to: 'townOfficer' } };

/** A host as small as possible: does what is asked by the rules, and sets the states again. */
const serve = (element?: Element): void => {
  if (element === undefined || element.hasAttribute('data-served')) return;
  element.setAttribute('data-served', '');
  element.addEventListener('cobuild-action', (event) => {
    const board = element as CobuildDemandBoard;
    const { caseId = '', action } = (event as CustomEvent<CobuildActionDetail>).detail;
    const state = board.states.find(({ id }) => id === caseId);
    if (state === undefined || board.actor === undefined || board.scheme === undefined || !('stages' in board.scheme)) return;
    const done = appendEvent(board.scheme, state, action, board.actor, `${board.today ?? '2026-03-06'}T16:00:00+08:00`, `e${state.sequence}`, { calendar: chinaCalendar, schemeHash: state.schemeHash, caseId });
    board.problems = 'problems' in done ? done.problems : [];
    if ('state' in done) board.states = board.states.map((each) => (each.id === caseId ? done.state : each));
  });
};

const meta: Meta<CobuildDemandBoard> = {
  title: 'Lists/cobuild-demand-board',
  component: 'cobuild-demand-board',
  args: { scheme, states: wishes, actor: clerk, today: '2026-03-06', settings, heading: '海头村微心愿', busy: false },
  render: (args) => html`<cobuild-demand-board lang=${args.lang ?? 'zh-CN'} heading=${args.heading} today=${args.today ?? ''} ?busy=${args.busy} ?large-text=${args.largeText ?? false} .hosts=${{ files: createMemoryFileStore() }}
    .scheme=${args.scheme} .states=${args.states} .actor=${args.actor} .settings=${args.settings} .problems=${args.problems ?? []} ${ref(serve)}></cobuild-demand-board>`,
};
export default meta;

type Story = StoryObj<CobuildDemandBoard>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement => (canvas.querySelector('cobuild-demand-board') as CobuildDemandBoard).renderRoot.querySelector(selector) as HTMLElement;

/** Wishes, names and places are invented. */
export const Playground: Story = {};

/** The request express of Datong: 24 parcels, as its station sees them. */
export const Overview: Story = { args: { scheme: express, states: parcels, actor: { id: 'station-1', role: 'stationClerk' }, today: '2016-07-18', settings: { category: '/kind' }, heading: '民情速递服务工作站' } };

/** Where a host styles: filters, lanes, one lane, the sheet of a demand. */
export const Anatomy: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(inside(canvasElement, '.card .name'));
    await waitFor(() => expect(inside(canvasElement, '[part=sheet]')).not.toBeNull());
  },
};

/** Options: the same demands for a member, who takes, hands back and completes. */
export const ForAMember: Story = { args: { actor: volunteer } };

/** Residents see the public names of the states, and what is theirs to rate. */
export const ForAResident: Story = { args: { actor: { id: 'resident-081', role: 'resident', unit: 'haitou' }, heading: '我的心愿' } };

/** States: late ones stand first, with whom they were told to. */
export const Late: Story = { args: { today: '2026-03-20' } };

export const Empty: Story = { args: { states: [] } };

export const Refused: Story = { args: { problems: [{ code: 'case/wrong-stage', severity: 'error', document: 'action', pointer: '', params: {}, message: '这个心愿已经由别人接单。' }] } };

export const LargeText: Story = { args: { largeText: true } };

/** A list, and buttons that do everything. */
export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } }, args: { actor: volunteer } };

export const English: Story = { args: { lang: 'en', heading: 'Micro-wishes of Haitou' } };

/** Behaviour: a refusal asks for its grounds and reason first. */
export const RefusalWithGrounds: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement, step }) => {
    await step('choose the refusal', async () => {
      await userEvent.click(inside(canvasElement, '.card.mine .name'));
      await waitFor(() => expect(inside(canvasElement, '[data-outcome="refuse"]')).not.toBeNull());
      await userEvent.click(inside(canvasElement, '[data-outcome="refuse"]'));
    });
    await step('without grounds it says so', async () => {
      await waitFor(() => expect(inside(canvasElement, '#submit')).not.toBeNull());
      await userEvent.click(inside(canvasElement, '#submit'));
      await waitFor(() => expect(inside(canvasElement, '#missing').textContent).toContain('请选择至少一项原因'));
    });
  },
};
