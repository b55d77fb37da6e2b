import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { ref as shown } from 'lit/directives/ref.js';
import type { Meta } from '@storybook/web-components-vite';
import '../src/define/cobuild-form.js';
import type { CobuildForm } from '../src/cobuild-form/cobuild-form.js';
import { themeNames } from '../src/internal/palettes.js';
import type { ExampleAnswers } from './gallery-form.js';
import { galleryAnswers, galleryForm, galleryHosts } from './gallery-form.js';
import type { WidgetExample } from './widget-examples.js';
import { widgetPages } from './widget-pages.js';

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

/** The pages of a gallery: each example is an option of its own. */
export const galleryPages = (examples: readonly WidgetExample[]): ReturnType<typeof widgetPages> =>
  widgetPages({
    definition: galleryForm(examples),
    hosts: galleryHosts(examples),
    right: galleryAnswers(examples, 'right'),
    wrong: galleryAnswers(examples, 'wrong'),
    options: examples.map((example) => ({ title: `${localize(example.settings.title, 'zh-CN')} · ${example.name}`, definition: galleryForm([example]), value: galleryAnswers([example], 'right'), settings: { schema: example.schema, field: { ...example.settings, title: undefined, options: undefined } } })),
  });
