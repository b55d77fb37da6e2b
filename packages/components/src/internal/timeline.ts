import type { Locale } from '@cobuild/core';
import type { CSSResult, TemplateResult } from 'lit';
import { css, html, nothing } from 'lit';
import { instantText } from './dates.js';

/** Something that was done with a case. */
export interface TimelineEntry {
  readonly what: string;
  /** Instant as recorded. */
  readonly at: string;
  readonly who: string;
  /** A reason or an opinion. */
  readonly text?: string;
  /** What opens on demand. */
  readonly details?: unknown;
  /** The last one done, wherever it stands: its mark is filled. */
  readonly latest?: boolean;
}

/** The history of a case in the order given. */
export function timelineList(entries: readonly TimelineEntry[], locale: Locale): TemplateResult {
  return html`<ol class="timeline">
    ${entries.map(
      ({ what, at, who, text = '', details, latest = false }) => html`<li class=${latest ? 'latest' : ''}>
        <span class="what">${what}</span>
        <span class="muted small"><time datetime=${at}>${instantText(at, locale)}</time>${who === '' ? nothing : ` · ${who}`}</span>
        ${text === '' ? nothing : html`<span class="answer-text">${text}</span>`} ${details ?? nothing}
      </li>`,
    )}
  </ol>`;
}

export const timelineStyles: CSSResult = css`
  .timeline {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .timeline > li {
    position: relative;
    display: grid;
    gap: 2px;
    padding-block: 0 18px;
    padding-inline: 26px 0;
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset-block-start: 7px;
    inset-inline-start: 2px;
    inline-size: 12px;
    block-size: 12px;
    box-sizing: border-box;
    border: 2px solid var(--cb-primary);
    border-radius: 50%;
    background: var(--cb-background);
  }
  .timeline > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 22px -4px;
    inset-inline-start: 8px;
    border-inline-start: 2px solid var(--cb-border);
  }
  .timeline .latest::before {
    background: var(--cb-primary);
  }
  .timeline .what {
    font-weight: 500;
  }
  .timeline time {
    font-variant-numeric: tabular-nums;
  }

  @media print {
    .timeline > li {
      break-inside: avoid;
    }
  }
`;
