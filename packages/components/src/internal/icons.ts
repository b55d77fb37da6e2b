import type { TemplateResult } from 'lit';
import { html, svg } from 'lit';

/** 20-unit drawings in the colour of the text beside them; a word always stands with an icon, so readers skip the drawing. */
const icon = (drawing: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${drawing}</svg>`;

/** `.hole` is drawn in the colour behind the icon (see the shared sheet). */
const disc = svg`<circle cx="10" cy="10" r="8" fill="currentColor" stroke="none"></circle>`;

export const icons = {
  info: icon(svg`${disc}<path class="hole" d="M10 9v5M10 6.2v.1"></path>`),
  success: icon(svg`${disc}<path class="hole" d="M6.2 10.3l2.6 2.6 5-5.4"></path>`),
  warning: icon(svg`<path d="M10 2.6 18.4 17H1.6z" fill="currentColor"></path><path class="hole" d="M10 8v4M10 14.4v.1"></path>`),
  danger: icon(svg`${disc}<path class="hole" d="M10 5.6v5.2M10 13.9v.1"></path>`),
  unknown: icon(svg`<circle cx="10" cy="10" r="7.4" stroke-dasharray="2.6 2.4"></circle><path d="M7.9 8a2.2 2.2 0 1 1 3.1 2c-.7.3-1 .8-1 1.5M10 14v.1"></path>`),
  check: icon(svg`<path d="M4 10.5l4 4 8-9"></path>`),
  cross: icon(svg`<path d="M5 5l10 10M15 5 5 15"></path>`),
  plus: icon(svg`<path d="M10 4v12M4 10h12"></path>`),
  copy: icon(svg`<path d="M7.5 7.5h9v9h-9zM4 12.5H3.5v-9h9V4"></path>`),
  trash: icon(svg`<path d="M3.5 5.5h13M8 5.5V3.8h4v1.7M5.3 5.5l.7 11h8l.7-11M8.4 8.6v5M11.6 8.6v5"></path>`),
  up: icon(svg`<path d="M10 16V4M5 9l5-5 5 5"></path>`),
  down: icon(svg`<path d="M10 4v12M5 11l5 5 5-5"></path>`),
  chevronRight: icon(svg`<path d="M7.5 4.5 13 10l-5.5 5.5"></path>`),
  chevronLeft: icon(svg`<path d="M12.5 4.5 7 10l5.5 5.5"></path>`),
  chevronDown: icon(svg`<path d="M4.5 7.5 10 13l5.5-5.5"></path>`),
  clock: icon(svg`<circle cx="10" cy="10" r="7.4"></circle><path d="M10 5.8V10l2.8 2"></path>`),
  person: icon(svg`<circle cx="10" cy="6.6" r="3.2"></circle><path d="M3.6 17c.6-3.6 3.2-5.4 6.4-5.4s5.8 1.8 6.4 5.4"></path>`),
  document: icon(svg`<path d="M5 2.8h6.5L15 6.4v10.8H5zM11.4 2.8v3.8H15M7.6 10h4.8M7.6 13h4.8"></path>`),
  pen: icon(svg`<path d="M3.5 16.5l.8-3.6 9-9 2.8 2.8-9 9zM11.6 5.6l2.8 2.8"></path>`),
  print: icon(svg`<path d="M5.5 7V3h9v4M5.5 14H3V7h14v7h-2.5M5.5 11.5h9V17h-9z"></path>`),
  returned: icon(svg`<path d="M8 4 3.5 8.5 8 13M3.5 8.5H12a4.5 4.5 0 0 1 0 9H9"></path>`),
} as const;

export type IconName = keyof typeof icons;
