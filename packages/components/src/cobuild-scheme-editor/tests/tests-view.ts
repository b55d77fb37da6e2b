import type { SchemeTestResult } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, tag } from '../../internal/pieces.js';
import type { EditorWords } from '../words.js';
import type { ToldTest } from './told-test.js';
import { testTitle } from './told-test.js';

export interface TestsContext {
  readonly words: EditorWords;
  readonly takeOutcome: string;
  readonly colon: string;
  readonly readonly: boolean;
  readonly open: (pointer: string) => void;
  /** What came out becomes what is expected. */
  readonly take: (pointer: string, result: SchemeTestResult) => void;
}

/** The scheme's own tests, those that fail first, each with what was expected and what came out. */
export function testsView(tests: readonly ToldTest[], { words, takeOutcome, colon, readonly, open, take }: TestsContext): TemplateResult {
  if (tests.length === 0) return html`<p class="muted">${words.noTests}</p>`;
  const ordered = tests.map((told, index) => ({ ...told, pointer: `/tests/${index}`, title: testTitle(told.result) })).sort((one, other) => Number(one.result.passed) - Number(other.result.passed));
  return html`<ul class="problems">${ordered.map(({ result, differences, pointer, title }) => html`<li class="row">${result.passed ? tag('success', words.passed) : tag('danger', words.failed)}<button type="button" class="link" @click=${() => open(pointer)}>${title}</button>
    ${differences.length === 0 ? nothing : html`<ul class="small differences">${differences.map((each) => html`<li>${each}</li>`)}</ul>`}
    ${result.passed || readonly ? nothing : button({ label: takeOutcome, kind: 'quiet', name: `${takeOutcome}${colon}${title}`, onClick: () => take(pointer, result) })}</li>`)}</ul>`;
}
