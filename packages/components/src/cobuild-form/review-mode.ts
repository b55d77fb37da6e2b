import type { FormState, Locale } from '@cobuild/core';
import { describeState, uncompared } from '@cobuild/core';
import type { LitElement, TemplateResult } from 'lit';
import { nothing } from 'lit';
import type { AnswerRemark } from '../answers-view/remark-view.js';
import type { ReviewView } from '../answers-view/review-view.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { warnOnce } from '../internal/warn-once.js';
import type { Messages } from '../locales/messages.js';

/** What the review mode needs from its form. */
export interface ReviewModeHost {
  readonly element: LitElement;
  locale(): Locale;
  words(): Messages;
  hosts(): FieldHosts | undefined;
  remarks(): readonly AnswerRemark[];
  remarked(remark: AnswerRemark): void;
}

/** The form for a reviewer. What draws it is loaded when a form is first shown so: forms to be filled in need none of it. */
export class ReviewMode {
  private parts: { readonly view: ReviewView; readonly draw: (state: FormState) => TemplateResult } | undefined;
  private loading = false;

  constructor(private readonly host: ReviewModeHost) {}

  draw(state: FormState): TemplateResult | typeof nothing {
    if (this.parts === undefined) void this.load();
    return this.parts?.draw(state) ?? nothing;
  }

  private async load(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    const { host } = this;
    try {
      const [{ ReviewView: View }, { answersWords }, { reviewWidgets }] = await Promise.all([import('../answers-view/review-view.js'), import('../answers-view/words.js'), import('../answers-view/registries.js')]);
      const view = new View(host.element, { given: () => host.remarks(), readonly: () => false, words: () => answersWords[host.locale()], changed: (remark) => host.remarked(remark), withRemarks: () => true });
      this.parts = { view, draw: (state) => view.draw(uncompared(describeState(state, host.locale())), { locale: host.locale(), words: host.words(), hosts: host.hosts(), widgets: reviewWidgets }) };
      host.element.requestUpdate();
    } catch (error) {
      warnOnce('form/review-mode', `The review mode could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.loading = false;
    }
  }
}
