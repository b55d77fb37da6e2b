import type { ComparedSection } from '@cobuild/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { wearStyles } from '../internal/field/wear-styles.js';
import { answersBody } from './answers-body.js';
import type { AnswersBodyOptions } from './answers-body.js';
import { answersStyles } from './answers.styles.js';
import { contentsList } from './contents.js';
import type { RemarksHost } from './remarks.js';
import { Remarks } from './remarks.js';

export interface ReviewViewHost extends RemarksHost {
  /** Whether answers may have remarks at all. */
  withRemarks(): boolean;
}

/** Answers for a reviewer: a list of the sections, marks of origin, changes, a remark for each answer. */
export class ReviewView {
  readonly remarks: Remarks;

  constructor(private readonly element: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, private readonly host: ReviewViewHost) {
    this.remarks = new Remarks(element, host);
    wearStyles(element.renderRoot, answersStyles);
  }

  draw(sections: readonly ComparedSection[], options: Omit<AnswersBodyOptions, 'remarks' | 'origins'>): TemplateResult {
    const { remarks, host } = this;
    const text = host.words();
    const withRemarks = host.withRemarks();
    const count = remarks.all.length;
    const shown = options.onlyChanges === true ? sections.filter(({ rows }) => rows.some(({ kind }) => kind !== 'same')) : sections;
    return html`${contentsList(shown, text, this.element.renderRoot)}
      ${withRemarks && count > 0 ? html`<p class="muted small">${text.remarksCount({ count })}</p>` : nothing}
      ${answersBody(shown, { ...options, origins: true, ...(withRemarks ? { remarks } : {}) })}
      ${withRemarks ? html`<div class="visually-hidden" role="status">${remarks.announcement}</div>` : nothing}`;
  }
}
