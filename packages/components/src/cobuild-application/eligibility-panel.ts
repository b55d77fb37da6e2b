import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../internal/icons.js';
import type { Messages } from '../locales/messages.js';
import type { EligibilityLine } from './eligibility-lines.js';
import { countLines } from './eligibility-lines.js';
import type { ApplicationWords } from './words.js';

export interface EligibilityPanelOptions {
  readonly lines: readonly EligibilityLine[];
  readonly words: Messages;
  readonly text: ApplicationWords;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Brings the person to the question that is still to be answered. */
  readonly onSelect: (pointer: string) => void;
}

/** All requirements in three groups: what stands in the way first, then what is open, then what is met. */
export function eligibilityPanel({ lines, words, text, open, onToggle, onSelect }: EligibilityPanelOptions): TemplateResult {
  const groups = [
    { met: false as const, title: text.unmet, lines: lines.filter(({ met }) => met === false) },
    { met: 'unknown' as const, title: text.unknown, lines: lines.filter(({ met }) => met === 'unknown') },
    { met: true as const, title: text.met, lines: lines.filter(({ met }) => met === true) },
  ];
  return html`<details class="eligibility" part="eligibility" ?open=${open} @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}>
    <summary>
      <span class="eligibility-title">${text.eligibility}</span>
      <span class="eligibility-counts">${text.counts(countLines(lines))}</span>
      <span class="chevron">${icons.chevronDown}</span>
    </summary>
    <p class="muted small">${text.eligibilityHelp}</p>
    ${groups.map((group) =>
      group.lines.length === 0
        ? nothing
        : html`<section class="eligibility-group">
            <h3>${group.title}<span class="group-count">${group.lines.length}</span></h3>
            <ul>
              ${group.lines.map((line) => html`<li class="requirement ${String(line.met)}" data-requirement=${line.id}>${requirement(line, words, text, onSelect)}</li>`)}
            </ul>
          </section>`,
    )}
  </details>`;
}

function requirement(line: EligibilityLine, words: Messages, text: ApplicationWords, onSelect: (pointer: string) => void): TemplateResult {
  const icon = line.met === true ? icons.success : line.met === false ? icons.danger : icons.unknown;
  return html`${icon}
    <div class="requirement-body">
      <p class="requirement-title">${line.title}${provenanceTag(line, words)}</p>
      ${line.met === false ? unmetLine(line, words, text) : nothing}
      ${line.met === 'unknown' ? missingLine(text.stillMissing, line.missing.filter(({ counted }) => counted !== true), words, onSelect) : nothing}
      ${line.met === 'unknown' ? missingLine(text.countedLater, line.missing.filter(({ counted }) => counted === true), words, onSelect) : nothing}
      ${line.met !== true && line.source !== '' ? html`<p class="muted small">${text.basis}${words.colon}${line.source}</p>` : nothing}
    </div>`;
}

/** What is not known yet, each with the way to the question that asks for it. */
function missingLine(lead: string, missing: EligibilityLine['missing'], words: Messages, onSelect: (pointer: string) => void): TemplateResult | typeof nothing {
  if (missing.length === 0) return nothing;
  const named = missing.map(({ label, pointer }, index) => html`${index === 0 ? nothing : words.listSeparator}${pointer === undefined ? label : html`<button type="button" class="link" @click=${() => onSelect(pointer)}>${label}</button>`}`);
  return html`<p class="small">${lead}${words.colon}${named}</p>`;
}

/** Why a requirement is not met and what would mend it. */
export function unmetLine(line: EligibilityLine, words: Messages, text: ApplicationWords): TemplateResult {
  return html`<p>${line.reason}</p>
    <p class="muted small">${line.finding}</p>
    ${line.remedy === '' ? nothing : html`<p><span class="remedy-mark">${text.remedy}${words.colon}</span>${line.remedy}</p>`}`;
}

/** Marks a requirement that no document states. */
export function provenanceTag({ provenance }: EligibilityLine, words: Messages): TemplateResult | typeof nothing {
  if (provenance === undefined) return nothing;
  const invented = provenance === 'invented';
  return html` <span class="tag neutral" title=${invented ? words.provenanceInventedHelp : words.provenanceInferredHelp}>${invented ? words.provenanceInvented : words.provenanceInferred}</span>`;
}
