import type { FormNode, FormState, FormStep, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { placeToMend, stepWith } from '../cobuild-form/field-places.js';
import { summaryText } from '../cobuild-form/form-view.js';
import { errorSummary } from '../internal/error-summary.js';
import { answersList } from '../internal/field/answers.js';
import { noticeBox } from '../internal/pieces.js';
import type { ViewWords } from './application-views.js';
import type { EligibilityLine } from './eligibility-lines.js';
import { unmetLine } from './eligibility-panel.js';

type Select = (pointer: string) => void;

/** Problems to mend: on a step its own and those that belong to none; on the last one (no `step`) all, with their step in front. */
export function problemList(answers: FormState, step: FormStep | undefined, { words, text }: ViewWords, select: Select): TemplateResult | typeof nothing {
  const problems = answers.summary.filter((problem) => {
    const place = stepWith(answers, problem.pointer);
    return step === undefined || place === undefined || place.id === step.id;
  });
  const sentenceOf = (problem: Problem): string => {
    const sentence = summaryText(answers, problem, words);
    const place = step === undefined ? stepWith(answers, problem.pointer)?.title : undefined;
    return place === undefined || place === '' ? sentence : text.inStep({ step: place, message: sentence });
  };
  return errorSummary({ problems, words, text: sentenceOf, onSelect: (problem) => select(placeToMend(problem)) });
}

/** The last step: requirements that are not met, then every answer with a way back to its question. */
export function checkView(steps: readonly FormStep[], lines: readonly EligibilityLine[], view: ViewWords, select: Select): TemplateResult {
  const { locale, words, text } = view;
  const change = (node: FormNode): unknown =>
    node.computed || node.readonly
      ? nothing
      : html`<button type="button" class="link" aria-label=${text.changeAnswer({ label: node.label })} @click=${() => select(node.pointer)}>${words.edit}</button>`;
  return html`<section class="step stack wide" part="step">
    <div class="step-head">
      <h2 tabindex="-1">${text.check}</h2>
      <p class="intro">${text.checkHelp}</p>
    </div>
    ${unmetBox(lines, view)}
    <div class="stack wide answers">${answersList(steps, { locale, words, action: change })}</div>
  </section>`;
}

function unmetBox(lines: readonly EligibilityLine[], { words, text }: ViewWords): TemplateResult | typeof nothing {
  const unmet = lines.filter(({ met }) => met === false);
  if (unmet.length === 0) return nothing;
  const body = html`<p>${text.ineligibleHelp}</p>
    <ul class="unmet">
      ${unmet.map((line) => html`<li><strong>${line.title}</strong>${unmetLine(line, words, text)}</li>`)}
    </ul>`;
  return noticeBox('warning', words.warning, body, { title: text.ineligibleTitle({ count: unmet.length }) });
}
