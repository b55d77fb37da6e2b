import type { FormDefinition, Locale } from '@cobuild/core';
import { describeAnswers } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** Who looks, and where. */
export interface Viewpoint { readonly locale: Locale; readonly role: string; readonly stage: string }

/** Answers of a stage's own form, in short: what the timeline opens. */
export function findingsList(form: FormDefinition, answers: Readonly<Record<string, unknown>>, { locale, role, stage }: Viewpoint): TemplateResult {
  const rows = describeAnswers(form, answers, locale, { role, stage }).flatMap((section) => section.rows).filter(({ answered }) => answered);
  return html`<dl class="findings">${rows.map(({ label, text }) => html`<div><dt>${label}</dt><dd class="answer-text">${text}</dd></div>`)}</dl>`;
}
