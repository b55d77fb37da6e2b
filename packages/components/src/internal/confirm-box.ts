import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { ButtonOptions } from './pieces.js';
import { button } from './pieces.js';

export interface ConfirmBoxOptions {
  readonly title: string;
  readonly body: unknown;
  readonly confirm: { readonly label: string; readonly kind?: ButtonOptions['kind']; readonly onClick: () => void };
  readonly cancel: { readonly label: string; readonly onClick: () => void };
}

const ID = 'confirm-box';

/** The last question before something that cannot be undone, in the page itself. One at a time; give it focus with {@link focusConfirmBox}. Escape answers no. */
export function confirmBox({ title, body, confirm, cancel }: ConfirmBoxOptions): TemplateResult {
  return html`<div
    class="panel stack confirm-box"
    id=${ID}
    role="group"
    tabindex="-1"
    aria-labelledby="${ID}-title"
    aria-describedby="${ID}-body"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cancel.onClick();
    }}
  >
    <h3 id="${ID}-title">${title}</h3>
    <div class="stack tight" id="${ID}-body">${body}</div>
    <div class="actions">
      ${button({ label: confirm.label, kind: confirm.kind ?? 'primary', onClick: confirm.onClick })} ${button({ label: cancel.label, onClick: cancel.onClick })}
    </div>
  </div>`;
}

export function focusConfirmBox(root: ParentNode): void {
  const box = root.querySelector<HTMLElement>(`#${ID}`);
  box?.scrollIntoView({ block: 'nearest' });
  box?.focus({ preventScroll: true });
}
