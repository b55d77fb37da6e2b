import type { FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { elementsLayout, pageLayout, projectAnswers, stepsLayout, tabsLayout, taskListLayout } from '../../test/every-layout.js';
import { everyAnswer, everyWidget } from '../../test/every-widget.js';
import { listDetailForm, team } from '../../test/list-detail-form.js';
import '../define/cobuild-form.js';
import type { CobuildForm } from './cobuild-form.js';

interface Controls {
  readonly definition: FormDefinition;
  readonly value: Readonly<Record<string, unknown>>;
  readonly step: string;
  readonly undoButtons: boolean;
  readonly lang: 'zh-CN' | 'en';
  readonly largeText: boolean;
}

const render = ({ definition, value, step, undoButtons, lang, largeText }: Controls): TemplateResult =>
  html`<cobuild-form .definition=${definition} .value=${value} .step=${step === '' ? undefined : step} ?undo-buttons=${undoButtons} lang=${lang} ?large-text=${largeText}></cobuild-form>`;

/**
 * Use a layout where a form is longer than a screen, or where some of it is asked of some people only. The project and its amounts are
 * invented.
 */
const meta: Meta<Controls> = {
  title: 'Form/cobuild-form/Layout',
  component: 'cobuild-form',
  render,
  args: { definition: elementsLayout, value: projectAnswers, step: '', undoButtons: false, lang: 'zh-CN', largeText: false },
  argTypes: { lang: { control: 'select', options: ['zh-CN', 'en'] } },
};
export default meta;

type Story = StoryObj<Controls>;

const formIn = (canvas: HTMLElement): CobuildForm => canvas.querySelector('cobuild-form') as CobuildForm;

export const Playground: Story = {};

/** Groups in columns, tabs, and a text that shows for one kind of project only. */
export const Overview: Story = { args: { value: { ...projectAnswers, kind: 'culture' } } };

/** The parts of a form that is shown in tabs, with buttons for undo and redo. */
export const Anatomy: Story = anatomyStory('cobuild-form', meta, {
  args: { definition: tabsLayout, undoButtons: true },
  missing: ['error-summary', 'unshown', 'task-list', 'saved', 'merge', 'aside', 'draft-file'],
});

/** One step at a time, for people who fill in a form once. */
export const Steps: Story = { args: { definition: stepsLayout } };

/** For long forms that are filled in over several days, by several people. */
export const TaskList: Story = { args: { definition: taskListLayout, value: { ...projectAnswers, amount: 100, reason: undefined } } };

/** For people who know the form and jump in it. */
export const Tabs: Story = { args: { definition: tabsLayout, step: 'time' } };

/** Everything below each other; a closed step stands in its place with the reason. */
export const Page: Story = { args: { definition: pageLayout, value: { ...projectAnswers, amount: 100 } } };

/** The last step: every answer with the way to its question. */
export const Review: Story = { args: { definition: stepsLayout, step: 'check' } };

/** A step that is not open: what has to be done first, and the button does not pass it. */
export const Closed: Story = { args: { definition: stepsLayout, value: { ...projectAnswers, amount: 100 }, step: 'time' } };

/** Buttons for undo and redo above those of the form. */
export const UndoAndRedo: Story = { args: { definition: everyWidget, value: everyAnswer, undoButtons: true } };

/** For lists whose items ask much: their titles beside the one that is open; on a phone the list, then the item. */
export const ListWithDetail: Story = { args: { definition: listDetailForm, value: team } };

/** In English, and in large text. */
export const English: Story = { args: { definition: taskListLayout, lang: 'en' } };
export const LargeText: Story = { args: { definition: tabsLayout, largeText: true, step: 'time' } };

/** @summary A tab with a problem says so. */
export const WrongTab: Story = {
  args: { value: { ...projectAnswers, amount: undefined } },
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement, step }) => {
    const form = formIn(canvasElement);
    await form.updateComplete;
    await step('marks the tab after a failed submit', async () => {
      form.submit();
      await form.updateComplete;
      await expect(form.renderRoot.querySelectorAll('.tab-wrong').length).toBe(1);
    });
  },
};
