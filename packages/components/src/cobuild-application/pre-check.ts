import type { PrefilledAnswer, Scheme } from '@cobuild/core';
import { pointerTokens, toPointer, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../internal/pieces.js';
import type { ViewWords } from './application-views.js';
import type { EligibilityInput, EligibilityLine } from './eligibility-lines.js';
import { countLines, eligibilityLines } from './eligibility-lines.js';
import { provenanceTag, unmetLine } from './eligibility-panel.js';

/**
 * The requirements as far as they can be told before anybody fills in: from the applicant, the facts and what the host's registers filled in. The schema's defaults
 * tell nothing, since nobody gave them.
 */
export function linesKnownBefore(scheme: Scheme, { answers, prefilled, ...known }: EligibilityInput & { readonly prefilled: readonly PrefilledAnswer[] }, locale: ViewWords['locale']): readonly EligibilityLine[] {
  const names = new Set(prefilled.flatMap(({ pointer }) => pointerTokens(pointer).slice(0, 1)));
  const given = new Map(Array.from(names, (name) => [name, valueAt(answers, toPointer(name))]));
  return eligibilityLines(scheme, { ...known, answers: Object.fromEntries(given) }, () => undefined, locale);
}

/** Before the first step: each requirement that is already known not to be met, why, and what would mend it; and the way to the form all the same. */
export function preCheckView(lines: readonly EligibilityLine[], { words, text }: ViewWords, onGoOn: () => void): TemplateResult {
  const { met, unmet, unknown } = countLines(lines);
  return html`<section class="step stack wide pre-check" part="pre-check" aria-labelledby="pre-check-title">
    <div class="step-head">
      <h2 id="pre-check-title" tabindex="-1">${text.preCheckTitle({ count: unmet })}</h2>
      <p class="intro">${text.preCheckHelp}</p>
    </div>
    <ol class="unmet">
      ${lines
        .filter((line) => line.met === false)
        .map((line) => html`<li data-requirement=${line.id}>
            <p class="requirement-title">${line.title}${provenanceTag(line, words)}</p>
            ${unmetLine(line, words, text)}
            ${line.source === '' ? nothing : html`<p class="muted small">${text.basis}${words.colon}${line.source}</p>`}
          </li>`)}
    </ol>
    ${met + unknown === 0 ? nothing : html`<p class="muted">${text.preCheckRest({ met, unknown })}</p>`}
    <div class="actions">${button({ label: text.preCheckGoOn, kind: 'primary', onClick: onGoOn })}</div>
  </section>`;
}
