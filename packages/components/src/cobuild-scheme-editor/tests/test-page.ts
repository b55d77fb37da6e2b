import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { EditorContext } from '../editor-context.js';
import { button, tag } from '../../internal/pieces.js';
import { placeEditor } from '../guided/place-editor.js';
import { outcomeChanges } from '../publish/take-outcome.js';
import { words as publishWords } from '../publish/words.js';
import { testsWords } from './words.js';

/** One test: whether it holds now and, where it does not, what differs and why; then its case and what is expected, to be changed. */
export function testPage(context: EditorContext, pointer: string): TemplateResult {
  return html`<div class="stack">${outcome(context, pointer)}${placeEditor(context, pointer)}</div>`;
}

function outcome(context: EditorContext, pointer: string): unknown {
  const words = testsWords[context.locale];
  const told = context.testAt(pointer);
  if (told === undefined) return nothing;
  const { result, differences, explanation } = told;
  return html`<div class="sentence test-outcome" role="status"><p class="row">${result.passed ? tag('success', context.words.passed) : tag('danger', context.words.failed)}<span>${result.passed ? words.holds : words.fails}</span></p>
    ${differences.length === 0 ? nothing : html`<ul>${differences.map((each) => html`<li>${each}</li>`)}</ul>`}
    ${explanation.length === 0 ? nothing : html`<details><summary>${words.why}</summary><ul>${explanation.map((each) => html`<li>${each}</li>`)}</ul></details>`}
    ${result.passed || context.readonly ? nothing : html`<div class="row">${button({ label: publishWords[context.locale].takeOutcome, onClick: () => void context.change(outcomeChanges(context.document, pointer, result)) })}</div>`}</div>`;
}
