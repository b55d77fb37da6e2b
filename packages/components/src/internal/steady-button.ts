import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ButtonOptions } from './pieces.js';
import { icons } from './icons.js';

export interface SteadyButtonOptions extends Omit<ButtonOptions, 'disabled'> {
  /** Nothing happens now. Unlike a disabled button it keeps focus, and people reach it and the reason. */
  readonly blocked: boolean;
  /** Id of the sentence that says why. */
  readonly describedBy?: string;
}

/** A button that stays where it is, and in the tab order, while it cannot be used. */
export function steadyButton({ label, onClick, kind = 'secondary', icon, id, name, blocked, describedBy }: SteadyButtonOptions): TemplateResult {
  return html`<button
    type="button"
    class="button ${kind}"
    id=${id ?? nothing}
    aria-label=${name ?? nothing}
    aria-disabled=${blocked ? 'true' : nothing}
    aria-describedby=${describedBy ?? nothing}
    @click=${(event: Event) => {
      if (!blocked) onClick(event);
    }}
  >
    ${icon ? icons[icon] : nothing}${label}
  </button>`;
}
