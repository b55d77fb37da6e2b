import { localize } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { sharedStyles } from '../internal/styles.js';

const words = {
  'zh-CN': { label: '演示身份', none: '未选择（公众）' },
  en: { label: 'Demonstration identity', none: 'None (public)' },
};

/**
 * Chooses who one is in a demonstration. A real portal knows its people and does not place this element.
 *
 * @summary Switch between demonstration identities.
 * @fires {CustomEvent<{ id: string }>} cobuild-identity - The person chose another identity.
 */
export class CobuildIdentitySwitch extends CobuildElement {
  static override styles: CSSResultGroup = [sharedStyles, css`
    :host { display: block; }
    label { display: flex; align-items: center; gap: 8px; font-size: var(--cb-small-size); }
    label > span { white-space: nowrap; }
    select { min-block-size: 40px; max-inline-size: 20em; }
  `];

  /** People to choose from. */
  @property({ attribute: false }) identities: readonly Identity[] = [];
  /** Id of the one who is here; `''` for nobody. */
  @property() current = '';

  override render(): TemplateResult {
    const text = this.wordsOf(words);
    return html`<label><span class="muted">${text.label}</span>
      <select class="input" @change=${(event: Event) => this.emit('cobuild-identity', { id: (event.target as HTMLSelectElement).value })}>
        ${this.current === '' ? html`<option value="" selected>${text.none}</option>` : ''}
        ${this.identities.map(({ id, name, title }) => html`<option value=${id} ?selected=${id === this.current}>${[localize(title, this.locale), name].filter(Boolean).join(' · ')}</option>`)}
      </select></label>`;
  }
}
