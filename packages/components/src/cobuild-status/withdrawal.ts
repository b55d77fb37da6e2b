import type { Problem } from '@cobuild/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmBox, focusConfirmBox } from '../internal/confirm-box.js';
import { button, noticeBox } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { StatusWords } from './words.js';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface WithdrawalView {
  readonly text: StatusWords;
  readonly common: Messages;
  /** Why the host refused the last time. */
  readonly problems: readonly Problem[];
}

/** Taking an application back: a quiet button below all else, then the question that says what is lost by it, with room for a reason. */
export class Withdrawal {
  private asking = false;
  private reason = '';

  /** @param send - Tells the host; the reason is empty where none was typed: the rules ask for none. */
  constructor(private readonly host: Host, private readonly send: (reason: string) => void) {}

  /** What was begun about one application is not said of another. */
  startOver(): void {
    this.asking = false;
    this.reason = '';
  }

  view({ text, common, problems }: WithdrawalView): TemplateResult {
    if (!this.asking) return html`<div class="no-print">${button({ id: 'withdraw', label: text.withdraw, kind: 'quiet danger', onClick: () => this.ask() })}</div>`;
    return html`<div class="no-print">${confirmBox({
      title: text.withdrawTitle,
      body: html`<p>${text.withdrawBody}</p>
        <div class="field">
          <label class="label" for="withdraw-reason">${text.withdrawReason}</label>
          <textarea class="input" id="withdraw-reason" rows="3" maxlength="500" .value=${live(this.reason)} @input=${(event: Event) => { this.reason = (event.target as HTMLTextAreaElement).value; }}></textarea>
        </div>
        ${problems.length === 0 ? nothing : noticeBox('danger', common.error, problems.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`), { role: 'alert', title: text.withdrawRefused })}`,
      confirm: { label: text.withdrawConfirm, kind: 'danger solid', onClick: () => this.send(this.reason.trim()) },
      cancel: { label: text.withdrawKeep, onClick: () => this.keep() },
    })}</div>`;
  }

  private ask(): void {
    this.asking = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => focusConfirmBox(this.host.renderRoot));
  }

  private keep(): void {
    this.asking = false;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('#withdraw')?.focus());
  }
}
