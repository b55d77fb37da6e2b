import type { AsideAnswer } from '@cobuild/core';
import { asideLabel } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, noticeBox, summaryList } from '../internal/pieces.js';
import type { DraftView } from './draft-status.js';

/** Answers from before that the form has no place for, by name, each until the person needs it no more. */
export function asideBox(aside: readonly AsideAnswer[], onDiscard: (answer: AsideAnswer) => void, { locale, words, text }: DraftView): TemplateResult | typeof nothing {
  if (aside.length === 0) return nothing;
  const rows = aside.map((answer) => {
    const label = asideLabel(answer, locale);
    return { label, value: html`<span class="answer-text">${plainText(answer.value, text.listed)}</span>`, action: button({ label: text.discard, kind: 'quiet', name: text.asideKept({ label }), onClick: () => onDiscard(answer) }) };
  });
  const body = html`<p>${text.asideHelp}</p>
    ${summaryList(rows)}`;
  return html`<div class="draft-aside" part="aside">${noticeBox('warning', words.warning, body, { title: text.asideTitle({ count: aside.length }) })}</div>`;
}

/** The values in an answer without their names: the form that knew the names is gone. */
function plainText(value: unknown, separator: string): string {
  if (typeof value === 'object' && value !== null) return Object.values(value).map((part) => plainText(part, separator)).filter((part) => part !== '').join(separator);
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
