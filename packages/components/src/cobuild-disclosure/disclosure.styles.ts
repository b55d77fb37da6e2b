import type { CSSResult } from 'lit';
import { css } from 'lit';

export const disclosureStyles: CSSResult = css`
  :host {
    display: block;
  }
  .projects,
  .comments {
    display: grid;
    gap: 24px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .comments {
    gap: 12px;
  }
  .comments p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .answer {
    margin-block-start: 4px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--cb-border);
  }
  .entry {
    max-inline-size: var(--cb-form-width);
  }
  @media screen {
    .projects > .beyond {
      display: none;
    }
  }
  @media print {
    .projects > li {
      break-inside: avoid;
    }
  }
`;
