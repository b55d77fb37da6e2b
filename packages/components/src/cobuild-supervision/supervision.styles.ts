import type { CSSResult } from 'lit';
import { css } from 'lit';

export const supervisionStyles: CSSResult = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
  }
  .filters label {
    display: grid;
    gap: 4px;
    min-inline-size: min(12em, 100%);
  }
  .findings {
    display: grid;
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .finding h4 {
    font-size: inherit;
  }
  summary {
    min-block-size: 24px;
    color: var(--cb-primary);
    cursor: pointer;
  }
  @media print {
    .finding {
      break-inside: avoid;
    }
  }
`;
