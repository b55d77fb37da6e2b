import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { ref as shown } from 'lit/directives/ref.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/cobuild-form.js';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import { themeNames } from '../src/internal/palettes.js';
import type { ExampleAnswers } from './gallery-form.js';
import { galleryAnswers, galleryForm, galleryHosts } from './gallery-form.js';
import type { WidgetExample } from './widget-examples.js';

/** Controls of the stories of widgets. */
export interface GalleryControls {
  readonly lang: 'zh-CN' | 'en';
  readonly theme: string;
  readonly largeText: boolean;
  readonly disabled: boolean;
  /** Which answers stand in it. */
  readonly answers: ExampleAnswers;
  /** Every question is one that nobody can change. */
  readonly fixed: boolean;
  /** As after a submit. */
  readonly checked: boolean;
}

/** Draws the examples; what is wrong is shown once it is there. */
export function gallery(examples: readonly WidgetExample[], controls: Partial<GalleryControls> = {}): TemplateResult {
  const { lang = 'zh-CN', theme = 'district', largeText = false, disabled = false, answers = 'none', fixed = false, checked = false } = controls;
  const show = (element: Element | undefined): void => {
    if (checked && element) void (element as CobuildForm).updateComplete.then(() => (element as CobuildForm).reportValidity());
  };
  return html`<cobuild-form
    actions-hidden
    .definition=${galleryForm(examples, fixed)}
    .value=${galleryAnswers(examples, answers)}
    .hosts=${galleryHosts(examples)}
    ?disabled=${disabled}
    ?large-text=${largeText}
    lang=${lang}
    theme=${theme}
    ${shown(show)}
  ></cobuild-form>`;
}

/** The controls beside every gallery. */
export const galleryMeta: Pick<Meta<GalleryControls>, 'args' | 'argTypes'> = {
  args: { lang: 'zh-CN', theme: 'district', largeText: false, disabled: false, answers: 'none', fixed: false, checked: false },
  argTypes: {
    lang: { control: 'select', options: ['zh-CN', 'en'] },
    theme: { control: 'select', options: themeNames },
    answers: { control: 'select', options: ['none', 'right', 'wrong'] },
  },
};

/** The states that every gallery is shown in. */
export const galleryStates: Readonly<Record<'playground' | 'filled' | 'invalid' | 'disabled' | 'readonly' | 'narrow' | 'largeText' | 'english' | 'highContrast', StoryObj<GalleryControls>>> = {
  playground: {},
  filled: { args: { answers: 'right' } },
  /** What is wrong is said beside the field, in the words of the summary. */
  invalid: { args: { answers: 'wrong', checked: true } },
  /** While the answers are on their way. */
  disabled: { args: { answers: 'right', disabled: true } },
  /** Answers that nobody can change at this stage. */
  readonly: { args: { answers: 'right', fixed: true } },
  narrow: { args: { answers: 'right' }, globals: { viewport: { value: 'mobile1', isRotated: false } } },
  largeText: { args: { answers: 'right', largeText: true } },
  english: { args: { answers: 'right', lang: 'en' } },
  highContrast: { args: { answers: 'wrong', checked: true, theme: 'high-contrast' } },
};
