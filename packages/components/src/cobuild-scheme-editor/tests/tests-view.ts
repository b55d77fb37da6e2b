import type { Locale } from '@cobuild/core';
import { formatName } from '@cobuild/core';
import type { SchemeTestResult } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, tag } from '../../internal/pieces.js';
import type { EditorWords } from '../words.js';

export interface TestsContext {
  readonly words: EditorWords;
  readonly takeOutcome: string;
  readonly colon: string;
  readonly locale: Locale;
  readonly readonly: boolean;
  readonly open: (pointer: string) => void;
  /** What came out becomes what is expected. */
  readonly take: (pointer: string, result: SchemeTestResult) => void;
}

/** The scheme's own tests, those that fail first, each with what was expected and what came out. */
export function testsView(tests: readonly SchemeTestResult[], { words, takeOutcome, colon, locale, readonly, open, take }: TestsContext): TemplateResult {
  if (tests.length === 0) return html`<p class="muted">${words.noTests}</p>`;
  const ordered = tests.map((test, index) => ({ test, pointer: `/tests/${index}`, title: test.description === '' ? test.id : test.description })).sort((one, other) => Number(one.test.passed) - Number(other.test.passed));
  return html`<ul class="problems">${ordered.map(({ test, pointer, title }) => html`<li class="row">${test.passed ? tag('success', words.passed) : tag('danger', words.failed)}<button type="button" class="link" @click=${() => open(pointer)}>${title}</button>
    ${test.differences.map(({ field, expected, actual }) => html`<span class="small">${formatName(field, locale)} ${words.expected} <code>${JSON.stringify(expected)}</code> ${words.actual} <code>${JSON.stringify(actual)}</code></span>`)}
    ${test.passed || readonly ? nothing : button({ label: takeOutcome, kind: 'quiet', name: `${takeOutcome}${colon}${title}`, onClick: () => take(pointer, test) })}</li>`)}</ul>`;
}
