import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The screen for the room; sizes follow its width. */
export const presentationStyles: CSSResult = css`
  .presentation {
    min-block-size: 60vh;
    padding: clamp(16px, 3vw, 56px);
    border-block-start: 8px solid var(--cb-accent);
    background: var(--cb-background);
    font-size: clamp(18px, 2.2vw, 34px);
    align-content: start;
  }
  .presentation .item-title {
    font-size: clamp(28px, 4.4vw, 72px);
    line-height: 1.25;
  }
  .presentation .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2em;
    color: var(--cb-muted);
  }
  .presentation .lead,
  .presentation .fraction,
  .presentation .comparison {
    font-size: 1.2em;
  }
  .presentation .big-number {
    font-size: clamp(88px, 15vw, 260px);
    line-height: 1;
    text-align: center;
  }
  .presentation .verdict {
    font-size: clamp(40px, 6vw, 110px);
  }
  .presentation .lead,
  .presentation .muted {
    text-align: center;
  }
  .presentation progress {
    block-size: clamp(18px, 2vw, 36px);
    border-radius: 999px;
  }
  .presentation .button.quiet {
    font-size: inherit;
  }
  .timer-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 24px;
  }
  .clock {
    font-size: 2em;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    line-height: 1.2;
  }
  .clock.over,
  .time-up {
    color: var(--cb-danger);
    font-weight: 600;
  }
`;
