import type { FormState, Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { itemWords } from '../../internal/field/items/words.js';
import { steadyButton } from '../../internal/steady-button.js';

/** Takes back the last change and makes it again. */
export function undoButtons(state: FormState, locale: Locale, travel: (way: 'undo' | 'redo') => void): TemplateResult {
  const text = itemWords[locale];
  return html`<div class="row undo-row no-print" role="group" part="undo" aria-label=${text.undoAndRedo}>
    ${steadyButton({ label: text.undo, kind: 'quiet', icon: 'returned', blocked: !state.canUndo, onClick: () => travel('undo') })}
    ${steadyButton({ label: text.redo, kind: 'quiet', blocked: !state.canRedo, onClick: () => travel('redo') })}
  </div>`;
}
