import { localize } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { identityShape } from '../internal/document-shapes.js';
import { button, documentProblems } from '../internal/pieces.js';
import { sharedStyles } from '../internal/styles.js';
import { wordTables } from '../internal/word-tables.js';

const words = wordTables({
  'zh-CN': { label: '演示身份', none: '未选择（公众）', change: '切换', changeName: '切换演示身份' },
  en: { label: 'Demonstration identity', none: 'None (public)', change: 'Change', changeName: 'Change demonstration identity' },
});

/**
 * Chooses who one is in a demonstration. A real portal knows its people and does not place this element.
 *
 * @summary Switch between demonstration identities.
 * @csspart switch - The list and its button.
 * @fires {CustomEvent<{ id: string }>} cobuild-identity - The person chose another identity.
 */
export class CobuildIdentitySwitch extends CobuildElement {
  static override styles: CSSResultGroup = [sharedStyles, css`
    :host { display: block; }
    .switch { display: flex; align-items: center; gap: 8px; font-size: var(--cb-small-size); }
    label { display: contents; }
    label > span { white-space: nowrap; }
    select { min-block-size: 40px; min-inline-size: 0; max-inline-size: 20em; }
    .button { flex: none; white-space: nowrap; }
    @media (max-width: 640px) { .switch { flex-wrap: wrap; } select { flex: 1 1 0; } label > span { flex-basis: 100%; } }
  `];

  /** People to choose from: `[{ id, name, title?, role }]`. */
  @property({ attribute: false }) identities: readonly Identity[] = [];
  /** Id of the one who is here; `''` for nobody. */
  @property() current = '';

  override render(): TemplateResult {
    const text = this.wordsOf(words);
    const identities = this.readLines('identities', this.identities, identityShape);
    // A list alone would change the page at every arrow key; the button says when.
    return html`${documentProblems(this.givenProblems, this.words)}<div class="switch" part="switch">
      <label><span class="muted">${text.label}</span>
        <select class="input">
          ${this.current === '' ? html`<option value="" selected>${text.none}</option>` : ''}
          ${identities.map(({ id, name, title }) => html`<option value=${id} ?selected=${id === this.current}>${[localize(title, this.locale), name].filter(Boolean).join(' · ')}</option>`)}
        </select></label>
      ${button({ label: text.change, name: text.changeName, onClick: () => this.choose() })}
    </div>`;
  }

  private choose(): void {
    const id = this.renderRoot.querySelector('select')?.value ?? '';
    if (id !== '' && id !== this.current) this.emit('cobuild-identity', { id });
  }
}
