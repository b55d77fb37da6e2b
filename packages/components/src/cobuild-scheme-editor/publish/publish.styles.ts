import type { CSSResult } from 'lit';
import { css } from 'lit';

export const publishStyles: CSSResult = css`
  .publish { max-inline-size: 46em; }
  .publish h4 { margin: 0 0 4px; font-size: inherit; }
  .publish ul { margin: 0; padding-inline-start: 1.4em; }
  .publish li { padding-block: 2px; }
  .publish .hindrance { padding-inline-start: 0; list-style: none; }
  .publish .hindrance li { padding-block: 6px; border-block-end: 1px solid var(--cb-border); }
  .publish .confirm { padding-block-start: 16px; border-block-start: 1px solid var(--cb-border); }
`;
