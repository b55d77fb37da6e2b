import type { CSSResult } from 'lit';
import { css } from 'lit';
import { figureRules } from '../internal/styles/figures.js';
import { shortCards } from '../internal/styles/tables.js';

export const statisticsStyles: CSSResult = css`
  :host {
    display: block;
  }
  ${figureRules}
  .figures {
    --figure: 11.5em;
  }
  .figures dd {
    overflow-wrap: anywhere;
  }
  .choices-bar {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    gap: 12px 16px;
    align-items: end;
  }
  .wide-table {
    overflow-x: auto;
  }
  @media (max-width: 639px) {
    .table caption {
      display: block;
    }
    ${shortCards}
  }
  @media print {
    .wide-table {
      overflow: visible;
    }
  }
`;
