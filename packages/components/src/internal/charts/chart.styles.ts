import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Drawings of figures, laid out from left to right in any page. Series differ by pattern and dash besides colour. */
export const chartStyles: CSSResult = css`
  .chart {
    display: block;
    inline-size: 100%;
    overflow: visible;
    direction: ltr;
    font-family: var(--cb-font);
    font-size: var(--cb-small-size);
  }
  .chart text {
    fill: var(--cb-text);
    font-variant-numeric: tabular-nums;
  }
  .chart .tick {
    fill: var(--cb-muted);
  }
  .chart .grid {
    stroke: var(--cb-border);
  }
  .chart .track {
    fill: var(--cb-surface);
  }
  .chart .ink {
    fill: var(--cb-primary);
  }
  .chart .paper {
    fill: var(--cb-background);
  }
  .chart .stroke {
    fill: none;
    stroke: var(--cb-primary);
    stroke-width: 2.5;
  }
  .chart .edge {
    stroke: var(--cb-primary);
  }
  .chart .outlined {
    stroke: var(--cb-primary);
  }
  .chart .band {
    fill: var(--cb-surface);
    stroke: none;
  }
  .chart .band.better {
    fill: var(--cb-info-background);
    stroke: var(--cb-info);
    stroke-width: 2;
  }
  .chart .band.worse {
    fill: var(--cb-warning-background);
    stroke: var(--cb-warning);
    stroke-width: 2;
    stroke-dasharray: 6 4;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--cb-small-size);
  }
  .legend li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .legend svg {
    inline-size: 28px;
    block-size: 14px;
  }
  @media (forced-colors: active) {
    .chart .ink {
      fill: CanvasText;
    }
    .chart .stroke,
    .chart .edge,
    .chart .outlined,
    .chart .band.better,
    .chart .band.worse {
      stroke: CanvasText;
    }
  }
  @media print {
    .chart {
      break-inside: avoid;
    }
  }
`;
