import type { CSSResult } from 'lit';
import { css } from 'lit';
import { cardRules, shortCards } from '../internal/styles/tables.js';

export const ledgerStyles: CSSResult = css`
  [part='account'] .table :is(th, td) {
    padding-inline: 8px;
  }
  /* Nothing was entered; a card leaves the line out. */
  .table td:empty::before {
    content: '–';
  }
  @media screen and (max-width: 639px) {
    [part] {
      ${shortCards}
    }
  }
  /* Eight columns need more than 640 px. */
  @media screen and (max-width: 1023px) {
    [part='account'] {
      ${cardRules}
      ${shortCards}
    }
  }
  /* Four columns of amounts, with the spacing that a person may set. */
  @media screen and (max-width: 719px) {
    [part='budget'] {
      ${cardRules}
      ${shortCards}
    }
  }
`;
