import type { AnswerComparison, FormDefinition, Layout } from '@cobuild/core';
import { compareAnswers, localize, publicAnswers, uncompared } from '@cobuild/core';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { answersBody } from '../answers-view/answers-body.js';
import { answersStyles } from '../answers-view/answers.styles.js';
import { paperPageSheet } from '../answers-view/paper.styles.js';
import { printWidgets, publishWidgets, reviewWidgets } from '../answers-view/registries.js';
import type { AnswerRemark } from '../answers-view/remark-view.js';
import { ReviewView } from '../answers-view/review-view.js';
import type { AnswersWords } from '../answers-view/words.js';
import { answersWords } from '../answers-view/words.js';
import { definitionOf } from '../cobuild-form/form-source.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { LentNames } from '../hosts/lent-names.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { answersShape, definitionShape, jsonSchemaShape, layoutShape, remarkShape } from '../internal/document-shapes.js';
import { button, documentProblems, noticeBox } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import { sharedStyles } from '../internal/styles.js';
import { answersElementStyles } from './cobuild-answers.styles.js';

type Answers = Readonly<Record<string, unknown>>;

/** For whom answers are shown. */
export type AnswersAudience = 'review' | 'print' | 'public';

const NO_REMARKS: readonly AnswerRemark[] = [];
const NOTHING: AnswerComparison = { sections: [], changes: [] };

/**
 * The answers to a form, read only: for a reviewer, for paper, or for the public, who see only what the form publishes, masked as it says.
 * With an earlier version beside them they say what changed.
 *
 * @summary Answers shown: in review, on paper, in public, two versions compared.
 * @fires {CustomEvent<AnswerRemark>} cobuild-remark - With `remarking`: the reviewer wrote, changed or removed a remark, `{ pointer, text }`; an empty text removes it.
 * @csspart answers - All of it.
 * @example
 * Object.assign(document.querySelector('cobuild-answers'), { definition, value: answers, earlier: earlierAnswers });
 */
export class CobuildAnswers extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, answersStyles, answersElementStyles];

  /** The form; wins over `schema` and `layout`. */
  @property({ attribute: false }) definition: FormDefinition | undefined;
  /** A bare JSON Schema of an object; a child script `data-part="schema"` does the same. */
  @property({ attribute: false }) schema: Answers | undefined;
  /** Steps and sections for `schema`; a child script `data-part="layout"` does the same. */
  @property({ attribute: false }) layout: Layout | undefined;
  /** The answers; a child script `data-part="value"` does the same. */
  @property({ attribute: false }) value: Answers | undefined;
  /** An earlier version of the answers, to say what changed. The public is shown none. (`before` is a method of every element.) */
  @property({ attribute: false }) earlier: Answers | undefined;
  /** `review` (default), `print`, or `public`: only what the form publishes. */
  @property({ reflect: true }) view: AnswersAudience = 'review';
  /** Leaves out what did not change. */
  @property({ type: Boolean, reflect: true, attribute: 'only-changes' }) onlyChanges = false;
  /** Who reads, where the form shows some answers to some roles only; without it everything is shown. */
  @property({ attribute: 'viewer-role' }) viewerRole: string | undefined;
  /** Id of the stage for the same; `*` by default. */
  @property() stage = '*';
  /** Remarks on answers, `[{ pointer: '/projectName', text: '与方案不一致' }]`. */
  @property({ attribute: false }) remarks: readonly AnswerRemark[] = NO_REMARKS;
  /** The reader can write remarks. */
  @property({ type: Boolean, reflect: true }) remarking = false;

  /** What the page lends: registers, so that answers stored as codes are shown by their names, and where files are opened: `{ lookUps: { areas }, files }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;

  private reviewView: ReviewView | undefined;

  constructor() {
    super();
    new LentNames(this, () => this.hosts);
    new PrintPage(this, paperPageSheet, () => this.view === 'print');
  }

  private get text(): AnswersWords {
    return this.wordsOf(answersWords);
  }

  private get usableRemarks(): readonly AnswerRemark[] {
    const remarks = this.readLines('remarks', this.remarks, remarkShape);
    return remarks.length === 0 ? NO_REMARKS : remarks;
  }

  private given(): { readonly definition: FormDefinition | undefined; readonly value: Answers; readonly before: Answers | undefined } {
    const definition = definitionOf({
      definition: this.readDocument('definition', this.definition, definitionShape),
      schema: this.readDocument('schema', this.schema ?? this.jsonPart('schema'), jsonSchemaShape),
      layout: this.readDocument('layout', this.layout ?? this.jsonPart('layout'), layoutShape),
    });
    return { definition, value: this.readDocument('value', this.value ?? this.jsonPart('value'), answersShape) ?? {}, before: this.readDocument('earlier', this.earlier, answersShape) };
  }

  protected override render(): TemplateResult {
    const { definition, value, before } = this.given();
    // Read before the problems are told, whatever is drawn of it.
    void this.usableRemarks;
    const problems = documentProblems(this.givenProblems, this.words);
    if (definition === undefined) return html`${problems}`;
    return html`${problems}<article class="answers stack wide ${this.view}" part="answers">${this.view === 'public' ? this.publicView(definition, value) : this.wholeView(definition, value, before)}</article>`;
  }

  private publicView(definition: FormDefinition, value: Answers): TemplateResult {
    const { sections } = publicAnswers(definition, value, this.locale);
    if (sections.length === 0) return html`<p class="table-empty">${this.text.nothingPublic}</p>`;
    const isMasked = JSON.stringify(sections).includes('"masked":true');
    return html`${answersBody(uncompared(sections), { locale: this.locale, words: this.words, widgets: publishWidgets })}${isMasked ? html`<p class="muted small">${this.text.maskedNote}</p>` : nothing}`;
  }

  private wholeView(definition: FormDefinition, value: Answers, before: Answers | undefined): TemplateResult {
    const { locale, words, text, viewerRole } = this;
    const options = { ...(viewerRole === undefined ? {} : { role: viewerRole }), stage: this.stage };
    const comparison = Object.keys(value).length === 0 && before === undefined ? NOTHING : compareAnswers(definition, before, value, locale, options);
    if (comparison.sections.length === 0) return html`<p class="table-empty">${text.empty}</p>`;
    const onlyChanges = this.onlyChanges && before !== undefined;
    const isPaper = this.view === 'print';
    const body = { locale, words, widgets: isPaper ? printWidgets : reviewWidgets, onlyChanges, ...(isPaper ? {} : { hosts: this.hosts }) };
    return html`${isPaper ? this.paperHead(definition) : nothing} ${before === undefined ? nothing : this.changesHead(comparison)}
      ${isPaper ? answersBody(comparison.sections, body) : this.review().draw(comparison.sections, body)}`;
  }

  private paperHead({ title }: FormDefinition): TemplateResult {
    return html`<header class="row spread"><h2>${localize(title, this.locale)}</h2><div class="no-print">${button({ label: this.words.print, icon: 'print', onClick: () => print() })}</div></header>`;
  }

  private changesHead({ changes }: AnswerComparison): TemplateResult {
    const { text, words } = this;
    const count = changes.length;
    const filter = html`<label class="filter no-print"><input type="checkbox" .checked=${this.onlyChanges} @change=${(event: Event) => (this.onlyChanges = (event.target as HTMLInputElement).checked)} />${text.onlyChanges}</label>`;
    return html`<div class="stack tight">
      ${noticeBox('info', words.info, html`<p>${count === 0 ? text.changesNone : text.changesCount({ count })}</p>`)} ${count === 0 ? nothing : filter}
      <p class="visually-hidden" role="status">${this.onlyChanges ? text.nothingChanged : ''}</p>
    </div>`;
  }

  private review(): ReviewView {
    this.reviewView ??= new ReviewView(this, {
      given: () => this.usableRemarks,
      readonly: () => !this.remarking,
      words: () => this.text,
      changed: (remark) => this.emit<AnswerRemark>('cobuild-remark', remark),
      withRemarks: () => this.remarking || this.usableRemarks.length > 0,
    });
    return this.reviewView;
  }
}
