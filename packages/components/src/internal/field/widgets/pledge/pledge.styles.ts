import type { CSSResult } from 'lit';
import { css } from 'lit';
import { recordStyles } from '../../record/record.styles.js';

export const pledgeStyles: CSSResult = css`
  ${recordStyles}
  .pledge-text {
    margin: 0;
    padding: 16px 20px;
    border-inline-start: 4px solid var(--cb-primary);
    background: var(--cb-surface);
    white-space: pre-line;
  }
  .pledge-signatures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19em), 1fr));
    gap: 12px;
    align-items: start;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .pledge-signatures > .record-card {
    gap: 12px;
    padding: 12px 16px 16px;
  }
  .pledge-by {
    font-size: var(--cb-subheading-size);
  }
  .record-card.void .pledge-by {
    color: var(--cb-muted);
    text-decoration: line-through;
  }
`;
