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
  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(120px, 1fr));
    gap: 8px;
    max-inline-size: 640px;
    margin: 8px 0;
    padding: 0;
    list-style: none;
  }
  .photos a {
    display: block;
  }
  .photos img {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border: 1px solid var(--cb-border);
    border-radius: 4px;
    background: var(--cb-surface);
    font-size: 0.875rem;
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
