import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fn } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { alreadyPublished, broken, clean, holes, unpinned } from '../../../../.storybook/gaoming-reports.js';
import '../define/cobuild-scheme-report.js';
import type { CobuildSchemeReport } from './cobuild-scheme-report.js';

/** Use it for whoever keeps the files of schemes: what is wrong, what is still undecided, which tests pass, and what may be published. */
const meta: Meta<CobuildSchemeReport> = {
  title: 'Administration/cobuild-scheme-report',
  component: 'cobuild-scheme-report',
  tags: ['autodocs'],
  args: { reports: [holes, clean], lang: 'zh-CN' },
  render: ({ reports, lang, largeText = false }) => html`<cobuild-scheme-report lang=${lang} ?large-text=${largeText} .reports=${reports} @cobuild-publish=${fn()}></cobuild-scheme-report>`,
};
export default meta;

type Story = StoryObj<CobuildSchemeReport>;

/** The scheme as the text has it cannot be published and lists each hole; the demonstration can. */
export const Playground: Story = {};

/** The whole shelf: the text as it was decided, with its holes, and the demonstration, in which somebody has just broken something. */
export const Overview: Story = { args: { reports: [holes, broken] } };

export const Anatomy: Story = anatomyStory('cobuild-scheme-report', meta, { args: { reports: [clean] } });

/** An operator that does not exist, and a test that fails. */
export const Broken: Story = { args: { reports: [broken] } };

/** Two limits could be changed without any test failing; each comes with the test that is missing. */
export const Unpinned: Story = {
  args: { reports: [unpinned] },
  play: ({ canvasElement }) => {
    const section = canvasElement.querySelector('cobuild-scheme-report')?.shadowRoot?.querySelector<HTMLDetailsElement>('.unpinned');
    if (section) section.open = true;
  },
};

export const Published: Story = { args: { reports: [alreadyPublished] } };
export const Empty: Story = { args: { reports: [] } };
export const LargeText: Story = { args: { reports: [broken], largeText: true } };
export const English: Story = { args: { lang: 'en', reports: [broken] } };
