import type { CSSResult } from 'lit';
import { css } from 'lit';

/** What it comes to, in a row of boxes: a list of terms, `<dl class="figures">`. `--figure` is the least width of one, 10em where nobody says otherwise. */
export const figureRules: CSSResult = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(var(--figure, 10em), 1fr));
    gap: 1px;
    margin: 0;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
    overflow: hidden;
  }
  .figures > div {
    padding: 12px 16px;
    box-shadow: 0 0 0 1px var(--cb-border);
  }
  .figures dt {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .figures dd {
    margin: 0;
    font-size: var(--cb-subheading-size);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
