import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The preview is a container of its own: what is in it takes its width for that of the window. */
export const previewStyles: CSSResult = css`
  .preview { container-type: inline-size; }
  .preview.phone { inline-size: 390px; max-inline-size: 100%; margin-inline: auto; box-sizing: border-box; }
  .preview-bar { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 16px; }
  .preview-bar > label { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; max-inline-size: 100%; }
`;
