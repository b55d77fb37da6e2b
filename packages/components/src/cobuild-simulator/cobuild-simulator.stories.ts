import type { Case, Scheme } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { exampleCases, exampleScheme } from '../../../../.storybook/examples.js';
import '../define/cobuild-simulator.js';
import type { CobuildSimulator } from './cobuild-simulator.js';

const scheme = exampleScheme('sanshui-xinan');
const cases = exampleCases('sanshui-xinan');

const inside = <T extends HTMLElement>(canvas: HTMLElement, selector: string): T => (canvas.querySelector('cobuild-simulator') as CobuildSimulator).renderRoot.querySelector(selector) as T;

/** To two thirds, in the two fields of the ratio. */
const toTwoThirds = async (canvas: HTMLElement): Promise<void> => {
  for (const [place, text] of [[0, '2'], [1, '3']] as const) {
    const field = await waitFor(() => {
      const found = (canvas.querySelector('cobuild-simulator') as CobuildSimulator).renderRoot.querySelectorAll<HTMLInputElement>('[data-parameter=passRatio] .half')[place];
      if (found === undefined) throw new Error('No field');
      return found;
    });
    await fireEvent.input(field, { target: { value: text } });
  }
  await waitFor(() => expect(inside(canvas, '[part=flips] tbody')).not.toBeNull());
};

/** Use it before a rule is changed: what would the change have done to past applications? */
const meta: Meta<CobuildSimulator> = {
  title: 'Administration/cobuild-simulator',
  component: 'cobuild-simulator',
  tags: ['autodocs'],
  args: { scheme, cases, heading: '' },
  render: (args) => html`<cobuild-simulator lang=${args.lang ?? 'zh-CN'} heading=${args.heading} ?large-text=${args.largeText ?? false} .workerUrl=${args.workerUrl} .scheme=${args.scheme} .changedScheme=${args.changedScheme} .cases=${args.cases} .settings=${args.settings}></cobuild-simulator>`,
};
export default meta;

type Story = StoryObj<CobuildSimulator>;

/** The 17 projects that a jury of Xinan voted on: turn the ratio. */
export const Playground: Story = {};

/** From one half to two thirds: who flips, with the money. */
export const Overview: Story = { play: ({ canvasElement }) => toTwoThirds(canvasElement) };

export const Anatomy: Story = anatomyStory('cobuild-simulator', meta, {
  prepare: async (canvas) => {
    await toTwoThirds(canvas);
    await waitFor(() => expect(inside(canvas, '[part=picture] .actions button:enabled')).not.toBeNull());
    await userEvent.click(inside(canvas, '[part=picture] .actions button'));
    await userEvent.click(inside(canvas, '[part=flips] tbody button'));
  },
});

/** Nothing loaded yet: a file is asked for. */
export const Empty: Story = { args: { cases: [] } };

/** The money that there is, divided by rank until one no longer fits: who is the last in, who the first out, and what is left. Made up: Xinan gave its money otherwise. */
export const FundingLine: Story = {
  args: {
    scheme: { ...scheme, allocation: { whenShort: 'stop', ranking: [{ by: 'votes', order: 'descending' }, { by: 'fact', fact: 'amountRequested', order: 'ascending' }] } } as unknown as Scheme,
    settings: { pools: { '*': { pool: 100_000 } } },
  },
  play: ({ canvasElement }) => toTwoThirds(canvasElement),
};

/** Another version of the rules: a limit instead of a floor lets some in and keeps others out. */
export const OtherRules: Story = {
  args: {
    cases: [...cases, { ...(cases[0] as Case), id: 'nothing-asked', answers: { ...cases[0]?.answers, amountRequested: 0 } }],
    changedScheme: { ...scheme, version: '2.0.0', eligibility: { ...scheme.eligibility, rules: [scheme.eligibility.rules[0], { ...scheme.eligibility.rules[1], id: 'amount-at-most', conditions: { all: [{ fact: 'amountRequested', operator: 'lessThanInclusive', value: 200_000 }] } }] } } as Scheme,
  },
};

/** Every kind of parameter; no address of a worker, so the page does the work in slices. */
export const NoWorker: Story = { args: { scheme: exampleScheme('qianjiang-innovation-demo'), cases: exampleCases('qianjiang-innovation-demo') } };

export const LargeText: Story = { args: { largeText: true } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } }, play: ({ canvasElement }) => toTwoThirds(canvasElement) };

export const English: Story = { args: { lang: 'en' }, play: ({ canvasElement }) => toTwoThirds(canvasElement) };
