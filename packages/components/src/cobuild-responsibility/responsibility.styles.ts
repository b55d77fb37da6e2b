import type { CSSResult } from 'lit';
import { css } from 'lit';

export const responsibilityStyles: CSSResult = css`
  .card + .card {
    margin-block-start: 24px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  summary {
    min-block-size: 24px;
    color: var(--cb-primary);
    cursor: pointer;
  }
  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
