import type { CSSResult } from 'lit';
import { css } from 'lit';
import { cardRules } from '../internal/styles/tables.js';

export const ledgerStyles: CSSResult = css`
  [part='account'] .table :is(th, td) {
    padding-inline: 8px;
  }
  /* Eight columns need more than 640 px. */
  @media screen and (max-width: 1023px) {
    [part='account'] {
      ${cardRules}
    }
  }
  /* Four columns of amounts, with the spacing that a person may set. */
  @media screen and (max-width: 719px) {
    [part='budget'] {
      ${cardRules}
    }
  }
  /* Nothing was entered; the card of a phone leaves the line out. */
  .table td:empty::before {
    content: '–';
  }
  /* A label beside a short value, last of all: cards of eight lines, not of sixteen. */
  @media screen and (max-width: 1023px) {
    [part='account'],
    [part='budget'],
    [part='fund'],
    [part='tranches'] {
      .table.cards [data-label]::before {
        display: inline-block;
        min-inline-size: 6em;
        margin-inline-end: 8px;
      }
      .table.cards > tbody > tr > *,
      .table.cards > tfoot > tr > * {
        padding-block: 4px;
      }
    }
  }
`;
