import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../internal/icons.js';
import { steadyButton } from '../internal/steady-button.js';
import type { CountFinding, CountName } from './counts.js';
import { countNames, readCountTexts } from './counts.js';
import type { MeetingContext } from './meeting-context.js';
import type { MeetingWords } from './words.js';

/** The tellers' count of a secret vote, held against itself while it is typed. */
export function countsForm(context: MeetingContext): TemplateResult {
  const { words, view, draft } = context;
  const reading = readCountTexts(draft.counts, view.heads.present);
  const untouched = countNames.every((name) => draft.counts[name] === '');
  const quiet = untouched && !draft.countsChecked;
  const findings = reading.findings.filter(({ kind }) => kind !== 'notWhole' || draft.countsChecked);
  const recorded = view.returned > 0;
  return html`<div class="stack">
    <p class="muted">${words.countsHelp}</p>
    <div class="count-fields">${countNames.map((name) => countField(name, context, draft.countsChecked && invalid(name, reading.findings)))}</div>
    <div class="field">
      <label class="label" for="tellers">${words.tellers}</label>
      <p class="muted small" id="tellers-help">${words.tellersHelp}</p>
      <input class="input" id="tellers" autocomplete="off" aria-describedby="tellers-help" .value=${live(draft.tellers)} @input=${(event: Event) => context.change({ tellers: (event.target as HTMLInputElement).value })} />
    </div>
    <div class="stack tight" id="count-check" role="status">
      ${quiet ? nothing : findings.map((finding) => (finding.kind === 'returnedTooMany' ? html`<p class="field-warning">${icons.warning}${findingText(finding, words)}</p>` : html`<p class="field-error">${icons.danger}${findingText(finding, words)}</p>`))}
      ${reading.sum !== undefined && reading.recordable ? html`<p class="sum-right">${icons.success}${words.sumEqual({ sum: reading.sum })}</p>` : nothing}
    </div>
    <div class="actions">
      ${steadyButton({ id: 'record-counts', label: recorded ? words.correctCounts : words.recordCounts, kind: 'primary', blocked: context.busy, describedBy: 'count-check', onClick: () => context.recordCounts() })}
    </div>
  </div>`;
}

function countField(name: CountName, context: MeetingContext, isInvalid: boolean): TemplateResult {
  const { words, draft } = context;
  return html`<div class="field">
    <label class="label" for="count-${name}">${words[name]}</label>
    <input
      class="input"
      id="count-${name}"
      inputmode="numeric"
      autocomplete="off"
      aria-required="true"
      aria-invalid=${isInvalid ? 'true' : nothing}
      aria-describedby=${isInvalid ? 'count-check' : nothing}
      .value=${live(draft.counts[name])}
      @input=${(event: Event) => context.setCount(name, (event.target as HTMLInputElement).value)}
    />
  </div>`;
}

function invalid(name: CountName, findings: readonly CountFinding[]): boolean {
  return findings.some((finding) => {
    switch (finding.kind) {
      case 'notWhole': return finding.names.includes(name);
      case 'sumDifferent': return name === 'returned';
      case 'issuedTooMany': return name === 'issued';
      case 'returnedTooMany': return false;
    }
  });
}

function findingText(finding: CountFinding, words: MeetingWords): string {
  switch (finding.kind) {
    case 'notWhole': return words.notWhole({ labels: finding.names.map((name) => words[name]).join('、') });
    case 'sumDifferent': return words.sumDifferent(finding);
    case 'issuedTooMany': return words.issuedTooMany(finding);
    case 'returnedTooMany': return words.returnedTooMany(finding);
  }
}
