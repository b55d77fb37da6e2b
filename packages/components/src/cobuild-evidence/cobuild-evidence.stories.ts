import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { assessment, assessmentDay, atAssessment, officer, papersChecked, recorded } from '../../../../.storybook/evidence-desk.js';
import { SheetPlay, clerkOfVillage, consulted, meetingDay, village } from '../../../../.storybook/sheet-desk.js';
import '../define/cobuild-evidence.js';
import '../define/cobuild-review.js';
import { createMemoryFileStore } from '../hosts/memory-file-store.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import type { CobuildEvidence } from './cobuild-evidence.js';

/** A host as small as possible: asks the rules and sets the state again. */
const serve = (element?: Element): void => {
  if (element === undefined || element.hasAttribute('data-served')) return;
  element.setAttribute('data-served', '');
  element.addEventListener('cobuild-action', (event) => {
    const records = element as CobuildEvidence;
    const { action } = (event as CustomEvent<CobuildActionDetail>).detail;
    if (records.state === undefined) return;
    records.state = records.scheme === village ? new SheetPlay(records.state).act(action.type, action.data).state : recorded(records.state, action);
  });
};

/** Use it where a stage asks for records before it goes on: papers checked, a hearing, a visit, a plan that was sent out. What is recorded here is invented. */
const meta: Meta<CobuildEvidence> = {
  title: 'Review/cobuild-evidence',
  component: 'cobuild-evidence',
  tags: ['autodocs'],
  args: { scheme: assessment, state: papersChecked(), actor: officer, today: assessmentDay, hosts: { files: createMemoryFileStore() }, busy: false },
  render: (args) => html`<cobuild-evidence lang=${args.lang ?? 'zh-CN'} ?large-text=${args.largeText ?? false} ?busy=${args.busy} .scheme=${args.scheme} .state=${args.state} .actor=${args.actor} .today=${args.today} .hosts=${args.hosts} .problems=${args.problems ?? []} ${ref(serve)}></cobuild-evidence>`,
};
export default meta;

type Story = StoryObj<CobuildEvidence>;

const root = (canvas: HTMLElement): ShadowRoot => canvas.querySelector('cobuild-evidence')?.shadowRoot as ShadowRoot;

export const Playground: Story = {};

/** Nothing is recorded yet: each line says what is missing. */
export const Overview: Story = { args: { state: atAssessment() } };

/** The records are one part; at a desk the element goes into the slot `records`, so that they stand on the sheet. */
export const Anatomy: Story = {
  render: (args) => html`<cobuild-review lang="zh-CN" .scheme=${args.scheme} .state=${args.state} .actor=${args.actor} .today=${args.today}>
    <cobuild-evidence slot="records" lang="zh-CN" .scheme=${args.scheme} .state=${args.state} .actor=${args.actor} .today=${args.today} .hosts=${args.hosts} ${ref(serve)}></cobuild-evidence>
  </cobuild-review>`,
};

const sheetArgs = { scheme: village, actor: clerkOfVillage, today: meetingDay };

/** The form of a meeting that was held: figures come from the vote, what was said is written in. */
export const MeetingSheet: Story = {
  args: { ...sheetArgs, state: consulted().state },
  play: async ({ canvasElement, step }) => {
    await step('opens with the figures of the vote', async () => {
      await waitFor(() => expect(root(canvasElement).querySelector('#record-consult')).toBeTruthy());
      await userEvent.click(root(canvasElement).querySelector('#record-consult') as HTMLElement);
      await waitFor(() => expect(root(canvasElement).querySelector('cobuild-form')).toBeTruthy());
    });
  },
};
export const MeetingSheetOnAPhone: Story = { ...MeetingSheet, globals: { viewport: { value: 'mobile1', isRotated: false } } };
export const MeetingSheetInEnglish: Story = { ...MeetingSheet, args: { ...sheetArgs, state: consulted().state, lang: 'en' } };

/** Whoever does not act at the stage reads what there is. */
export const ForReaders: Story = { args: { actor: { id: 'expert-1', role: 'expert' } } };

export const English: Story = { args: { lang: 'en' } };

export const LargeText: Story = { args: { largeText: true } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A record is entered in its place; once the host has taken it, the form goes and the line says so. */
export const Behaviour: Story = {
  tags: ['!autodocs'],
  args: { state: atAssessment() },
  play: async ({ canvasElement, step }) => {
    await step('opens the form of a record and gives it the focus', async () => {
      root(canvasElement).querySelector<HTMLButtonElement>('#record-visit')?.click();
      await waitFor(() => expect(root(canvasElement).activeElement?.id).toBe('entry-form'));
    });
    await step('takes the record', async () => {
      await waitFor(() => expect(root(canvasElement).querySelector('cobuild-form')?.shadowRoot?.querySelector('textarea')).toBeTruthy());
      await userEvent.type(root(canvasElement).querySelector('cobuild-form')?.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement, '实地看了三个网格。');
      root(canvasElement).querySelector<HTMLButtonElement>('#entry-form-send')?.click();
      await waitFor(() => expect(root(canvasElement).querySelector('.records')?.textContent).toContain('实地看了三个网格。'));
      await expect(root(canvasElement).activeElement?.id).toBe('record-visit');
    });
  },
};
