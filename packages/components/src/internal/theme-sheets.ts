import type { CSSResult } from 'lit';
import { css, unsafeCSS } from 'lit';
import { otherPalettes } from './other-palettes.js';
import type { ThemeName } from './palettes.js';
import { declarations, districtSheet, paletteSheet } from './tokens.js';

/** Colours of the themes that a page asks for by name, loaded with the first of them (see `CobuildElement`). */
export const themeSheets: Readonly<Record<Exclude<ThemeName, 'district'>, CSSResult>> = {
  neutral: paletteSheet(otherPalettes.neutral),
  'high-contrast': css`
    :host {
      ${unsafeCSS(declarations(otherPalettes['high-contrast']))}
      --cb-focus-width: 4px;
      --cb-line: 2px;
    }
  `,
  dark: css`
    :host {
      color-scheme: dark;
      background: var(--cb-background);
      ${unsafeCSS(declarations(otherPalettes.dark))}
    }
  `,
  auto: css`
    ${districtSheet}
    @media (prefers-color-scheme: dark) {
      :host {
        color-scheme: dark;
        background: var(--cb-background);
        ${unsafeCSS(declarations(otherPalettes.dark))}
      }
    }
  `,
};
