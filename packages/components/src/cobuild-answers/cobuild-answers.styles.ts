import type { CSSResult } from 'lit';
import { css } from 'lit';

export const answersElementStyles: CSSResult = css`
  :host {
    display: block;
  }
  .answers {
    max-inline-size: 960px;
  }
  .answers.print {
    max-inline-size: 720px;
  }
`;
