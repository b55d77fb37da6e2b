import type { AnswerRow, FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect, fn, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import applicationForm from '../../../../examples/schemes/gaoming/forms/application.json' with { type: 'json' };
import station from '../../../../examples/schemes/gaoming/cases/service-station.json' with { type: 'json' };
import { themeNames } from '../internal/palettes.js';
import { reviewWidgets } from '../answers-view/registries.js';
import type { AnswerRemark } from '../answers-view/remark-view.js';
import '../define/cobuild-answers.js';
import type { AnswersAudience, CobuildAnswers } from './cobuild-answers.js';

type Answers = Readonly<Record<string, unknown>>;

interface Controls {
  readonly definition: FormDefinition;
  readonly value: Answers;
  readonly earlier: Answers | undefined;
  readonly view: AnswersAudience;
  readonly onlyChanges: boolean;
  readonly remarks: readonly AnswerRemark[];
  readonly remarking: boolean;
  readonly lang: 'zh-CN' | 'en';
  readonly theme: string;
  readonly largeText: boolean;
}

const definition = applicationForm as unknown as FormDefinition;
const value: Answers = station.answers;
const { budget } = station.answers;
const [, ...laterLines] = budget.lines;
/** The same application as it was before the office sent it back. */
const earlier: Answers = { ...value, place: '和顺社区20号', budget: { ...budget, lines: laterLines }, background: '' };

/**
 * Use it where answers are read: by a reviewer, on paper, by the public. To fill in, use `cobuild-form`. The answers are one of Gaoming's three example
 * projects, with invented names and amounts.
 */
const meta: Meta<Controls> = {
  title: 'Answers/cobuild-answers',
  component: 'cobuild-answers',
  tags: ['autodocs'],
  render: (args): TemplateResult => html`<cobuild-answers
    .definition=${args.definition}
    .value=${args.value}
    .earlier=${args.earlier}
    .remarks=${args.remarks}
    view=${args.view}
    ?only-changes=${args.onlyChanges}
    ?remarking=${args.remarking}
    lang=${args.lang}
    theme=${args.theme}
    ?large-text=${args.largeText}
    @cobuild-remark=${fn()}
  ></cobuild-answers>`,
  args: { definition, value, earlier: undefined, view: 'review', onlyChanges: false, remarks: [], remarking: false, lang: 'zh-CN', theme: 'district', largeText: false },
  argTypes: { view: { control: 'select', options: ['review', 'print', 'public'] }, theme: { control: 'select', options: themeNames }, lang: { control: 'select', options: ['zh-CN', 'en'] } },
};
export default meta;

type Story = StoryObj<Controls>;

const elementIn = (canvas: HTMLElement): CobuildAnswers => canvas.querySelector('cobuild-answers') as CobuildAnswers;

export const Playground: Story = {};

/** At a reviewer's desk: what changed since the return, and where something is still to be corrected. */
export const Overview: Story = { args: { earlier, remarking: true, remarks: [{ pointer: '/place', text: '请写到门牌，并附现场照片。' }] } };

export const Anatomy: Story = anatomyStory('cobuild-answers', meta);

/** After a return: what the applicant changed, added, took back and moved, each with a word and an icon. */
export const Compared: Story = { args: { earlier } };

const [deliberated, ...otherSteps] = [...station.answers.discussions.steps].reverse();
/** Also with another count of opinions and another vote. */
const recordsBefore: Answers = {
  ...earlier,
  opinions: { ...station.answers.opinions, counts: station.answers.opinions.counts.map((count, index) => (index === 0 ? { ...count, for: 27, other: 4 } : count)) },
  discussions: { steps: [...otherSteps.reverse(), { ...deliberated, for: 24, abstain: 4 }] },
  indicators: station.answers.indicators.slice(0, 1),
};

/** Budgets, opinions, registers and indicators stand there once: the cells that differ say how they read before, and a word in the last column what became of the row. */
export const ComparedRecords: Story = {
  args: { earlier: recordsBefore, onlyChanges: true },
  play: async ({ canvasElement, step }) => {
    await step('says what became of the rows of the budget', async () => {
      const tags = (): readonly string[] => Array.from(elementIn(canvasElement).renderRoot.querySelectorAll('[data-pointer="/budget"] td .tag'), (tag) => tag.textContent.trim());
      await waitFor(() => expect(tags()).toContain('新增'));
    });
  },
};

/** The same for somebody who has read the rest. */
export const OnlyChanges: Story = { args: { earlier, onlyChanges: true } };

/** A reviewer notes what is to be corrected, answer by answer. */
export const Remarks: Story = { args: { remarking: true, remarks: [{ pointer: '/place', text: '请写到门牌，并附现场照片。' }] } };

export const Paper: Story = { args: { view: 'print' } };

/** Only what the form publishes, masked as it says. */
export const Public: Story = { args: { view: 'public' } };

export const Empty: Story = { args: { value: {} } };

export const LongText: Story = { args: { value: { ...value, background: '村里老人多，年轻人外出多，日常照料靠邻里。'.repeat(90) } } };

export const LargeText: Story = { args: { largeText: true, earlier } };

export const English: Story = { args: { lang: 'en', earlier, remarking: true } };

/** On a phone, tables become cards. */
export const Narrow: Story = { args: { earlier }, globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A widget of a host draws its answers in its own way. */
export const OwnDrawing: Story = {
  args: { definition: { ...definition, fields: { ...definition.fields, '/place': { ...definition.fields?.['/place'], widget: 'story-place' } } } },
  loaders: [() => reviewWidgets.register('story-place', { draw: ({ text }: AnswerRow) => html`<strong>📍 ${text}</strong>` })],
};

/** The filter keeps what changed and says how much of a list did not. */
export const Filtering: Story = {
  args: { earlier },
  tags: ['!autodocs'],
  play: async ({ canvasElement, step }) => {
    const element = elementIn(canvasElement);
    await step('leaves out what did not change', async () => {
      element.shadowRoot?.querySelector<HTMLInputElement>('.filter input')?.click();
      await element.updateComplete;
      await expect(element.shadowRoot?.querySelector('[data-pointer="/projectName"]')).toBeNull();
      await expect(element.shadowRoot?.querySelector('[data-pointer="/place"]')).not.toBeNull();
    });
  },
};
