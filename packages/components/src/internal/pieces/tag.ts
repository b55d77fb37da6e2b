import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { IconName } from '../icons.js';
import { icons } from '../icons.js';
import type { Tone } from '../pieces.js';

/** A state as a word with an icon: `tag('success', '已通过')`. Without tone: a quiet grey word. */
export function tag(tone: Tone | 'neutral', text: string, icon?: IconName | 'none'): TemplateResult {
  const drawing = icon === 'none' || (tone === 'neutral' && icon === undefined) ? nothing : icons[icon ?? (tone as Tone)];
  return html`<span class="tag ${tone}">${drawing}${text}</span>`;
}
