import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { exampleScheme, nanhaiMatters } from '../../../../.storybook/examples.js';
import '../define/cobuild-statistics.js';
import type { CobuildStatistics } from './cobuild-statistics.js';

const scheme = exampleScheme('nanhai-matters-demo');
const cases = nanhaiMatters();

const meta: Meta<CobuildStatistics> = {
  title: 'Lists/cobuild-statistics',
  component: 'cobuild-statistics',
  args: { scheme, cases, settings: { rows: { by: 'town' } }, heading: '重要事权半年统计', excel: false },
  render: (args) => html`<cobuild-statistics lang=${args.lang ?? 'zh-CN'} heading=${args.heading} ?excel=${args.excel} ?large-text=${args.largeText ?? false} .scheme=${args.scheme} .cases=${args.cases} .settings=${args.settings}></cobuild-statistics>`,
};
export default meta;

type Story = StoryObj<CobuildStatistics>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement => (canvas.querySelector('cobuild-statistics') as CobuildStatistics).renderRoot.querySelector(selector) as HTMLElement;

/** Nanhai's half-year: the totals are those of the report, how they fall on matters and towns is invented. */
export const Playground: Story = {};

/** By town and category: series differ by pattern as well as colour, and the table has the same figures. */
export const Overview: Story = { args: { settings: { rows: { by: 'town' }, columns: { by: 'answer', pointer: '/category' } } } };

/** Where a host styles: choices, figures, chart, table. */
export const Anatomy: Story = { args: { settings: { rows: { by: 'level' } } } };

/** Options: over time, as lines. */
export const OverTime: Story = { args: { settings: { rows: { by: 'period', every: 'month' }, columns: { by: 'answer', pointer: '/category' } } } };

/** What is counted is settled by the page, which makes Excel files too. */
export const Settled: Story = { args: { excel: true, settings: { rows: { by: 'answer', pointer: '/category' }, columns: { by: 'period', every: 'halfYear' }, fixed: true } } };

/** States: nothing to count yet. */
export const Empty: Story = { args: { cases: [] } };

export const NothingInThisTime: Story = { args: { settings: { from: '2030-01-01' } } };

/** Matters without an amount are not taken for nothing. */
export const AmountsMissing: Story = { args: { cases: cases.slice(0, 40).map((each, index) => (index % 4 === 0 ? { ...each, answers: { category: 'personnel' } } : each)) } };

export const LargeText: Story = { args: { largeText: true } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const English: Story = { args: { lang: 'en', heading: 'Important matters, half a year' } };

/** Behaviour: other rows at one choice. */
export const OtherRows: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    await userEvent.selectOptions(inside(canvasElement, 'select'), 'answer:/category');
    await waitFor(() => expect(inside(canvasElement, 'tbody').textContent).toContain('集体资产管理'));
  },
};
