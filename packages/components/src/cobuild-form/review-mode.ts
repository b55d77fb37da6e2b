import type { FormState, Locale } from '@cobuild/core';
import type { LitElement, TemplateResult } from 'lit';
import { nothing } from 'lit';
import type { AnswerRemark } from '../answers-view/remark-view.js';
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
  private drawing: ((state: FormState) => TemplateResult) | undefined;
  private loading = false;

  constructor(private readonly host: ReviewModeHost) {}

  draw(state: FormState): TemplateResult | typeof nothing {
    if (this.drawing === undefined) void this.load();
    return this.drawing?.(state) ?? nothing;
  }

  private async load(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    const { host } = this;
    try {
      const { reviewDrawing } = await import('./review-drawing.js');
      this.drawing = reviewDrawing(host);
      host.element.requestUpdate();
    } catch (error) {
      warnOnce('form/review-mode', `The review mode could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.loading = false;
    }
  }
}
