import type { CSSResult } from 'lit';
import { css, unsafeCSS } from 'lit';
import type { Palette } from './palettes.js';
import { district } from './palettes.js';

/**
 * Two layers, so that a page can set a token anywhere above an element: the public name (`--cobuild-primary`) is only ever
 * read, the private one (`--cb-primary`) is what our sheets use. Setting the public name on `:host` here would hide the page's.
 */
export function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]: [string, string]) => {
      const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `--cb-${token}: var(--cobuild-${token}, ${value});`;
    })
    .join(' ');
}

export const paletteSheet = (palette: Palette): CSSResult => css`
  :host {
    ${unsafeCSS(declarations(palette))}
  }
`;

/** Colours of the theme that needs no name; the others are in `theme-sheets.ts`. */
export const districtSheet = paletteSheet(district);

/** Body text of 20 px and everything else in proportion. */
export const largeTextSheet: CSSResult = css`
  :host {
    --cb-text-size: var(--cobuild-text-size-large, 20px);
    --cb-small-size: var(--cobuild-small-size-large, 18px);
    --cb-title-size: var(--cobuild-title-size-large, 34px);
    --cb-heading-size: var(--cobuild-heading-size-large, 27px);
    --cb-subheading-size: var(--cobuild-subheading-size-large, 22px);
    --cb-control-height: 52px;
    --cb-form-width: var(--cobuild-form-width, 900px);
  }
`;

/**
 * Type, space and shape: the same in every theme. The page's inherited text settings stop at the element: `!important`, because a page's `* { font-size: … }` would win
 * over a plain `:host` rule and reach every text inside; tokens are the way to change these. `::before` and `::after` are what a page's `*::before` would draw inside the element.
 */
export const tokens: CSSResult = css`
  /* Chinese fonts draw “ ” as wide as a character, which tears gaps into English sentences. */
  :host(:lang(en)) {
    font-variant-east-asian: proportional-width;
  }
  :host {
    --cb-font: var(
      --cobuild-font-family,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Source Han Sans SC',
      system-ui,
      sans-serif
    );
    --cb-text-size: var(--cobuild-text-size, 16px);
    --cb-small-size: var(--cobuild-small-size, 14px);
    --cb-title-size: var(--cobuild-title-size, 28px);
    --cb-heading-size: var(--cobuild-heading-size, 22px);
    --cb-subheading-size: var(--cobuild-subheading-size, 18px);
    --cb-line-height: var(--cobuild-line-height, 1.65);
    --cb-radius: var(--cobuild-radius, 4px);
    --cb-radius-large: var(--cobuild-radius-large, 6px);
    --cb-line: 1px;
    --cb-focus-width: 3px;
    --cb-control-height: 44px;
    --cb-form-width: var(--cobuild-form-width, 720px);
    --cb-page-width: var(--cobuild-page-width, 1280px);

    display: block;
    box-sizing: border-box;

    color: var(--cb-text) !important;
    font-family: var(--cb-font) !important;
    font-size: var(--cb-text-size) !important;
    font-style: normal !important;
    font-weight: 400 !important;
    letter-spacing: normal !important;
    line-height: var(--cb-line-height) !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-spacing: normal !important;
    overflow-wrap: break-word;
  }

  :host::before,
  :host::after {
    content: none !important;
  }

  :host([hidden]) {
    display: none;
  }
`;
