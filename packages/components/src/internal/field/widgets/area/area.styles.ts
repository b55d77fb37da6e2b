import type { CSSResult } from 'lit';
import { css } from 'lit';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import { partsStyles } from '../parts.styles.js';

export const areaStyles: CSSResult = css`
  ${comboboxStyles}
  ${partsStyles}
  .area-picker {
    display: grid;
    gap: 12px;
  }
  .area-levels {
    gap: 12px;
  }
  .area-levels .input {
    inline-size: auto;
    min-inline-size: 8em;
    max-inline-size: 100%;
  }
`;
