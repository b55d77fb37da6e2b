import type { Facts, FormDefinition, Layout, PrefilledAnswer, Problem } from '@cobuild/core';
import { property } from 'lit/decorators.js';
import type { AnswerRemark } from '../answers-view/remark-view.js';
import type { DraftStorage } from '../drafts/draft-storage.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { factsShape, prefilledShape, remarkShape } from '../internal/document-shapes.js';
import { FormControlElement } from './form-control-element.js';

export type Answers = Readonly<Record<string, unknown>>;

/** `fill` in, `review` the answers with remarks on them, or `read` them. */
export type FormMode = 'fill' | 'review' | 'read';

const NO_REMARKS: readonly AnswerRemark[] = [];
export const NO_PREFILL: readonly PrefilledAnswer[] = [];

/** What a page says to a form, and what of it can be used. */
export abstract class FormProperties extends FormControlElement {
  /** The form; wins over `schema` and `layout`. Child scripts `data-part="schema"` and `"layout"` do the same without a script. */
  @property({ attribute: false }) definition: FormDefinition | undefined;
  /** A bare JSON Schema 2020-12: `{ type: 'object', properties: { … } }`. One of a list, a text or a number makes a form whose `value` is that. */
  @property({ attribute: false }) schema: Answers | undefined;
  /** Steps and sections for `schema`: `{ steps: [{ id, title, sections: [{ id, fields: ['/projectName'] }] }] }`. */
  @property({ attribute: false }) layout: Layout | undefined;
  /** Reserved facts for conditions: `{ today: '2026-03-05', applicant: { id }, parameters: { … } }`. */
  @property({ attribute: false }) facts: Facts | undefined;
  /** Problems from outside, such as the server's, `{ code, severity, document: 'answers', pointer: '/projectName', message }`: shown at their fields until the answer changes. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /**
   * Where drafts are kept: `{ load(), save(answers, draft), remove() }`, each a promise; `createIndexedDbDrafts` makes one in the browser. A storage
   * that counts revisions learns of other windows and people, and their changes are joined. Once the answers are in, call `finishDraft()`.
   */
  @property({ attribute: false }) drafts: DraftStorage | undefined;
  /** What the page lends to the fields: registers to choose from, a place for files, the person: `{ lookUps: { areas }, files, person }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** Where answers came from that the page filled in, `[{ pointer: '/unit', value: '和顺社区', source: { id: 'organisations', title: '组织机构库' }, at: '2026-03-01T00:00:00+08:00' }]`: said at the field, also that it was changed since. */
  @property({ attribute: false }) prefilled: readonly PrefilledAnswer[] = NO_PREFILL;
  /** Name of the entry in a surrounding `<form>`. */
  @property({ reflect: true }) override name = '';
  /** `fill` (default), `review`: the answers with where they come from and room for a remark on each, or `read`: the answers alone. */
  @property({ reflect: true }) mode: FormMode = 'fill';
  /** The same as `mode="read"`. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Remarks on answers, `[{ pointer: '/projectName', text: '与方案不一致' }]`, shown with `mode="review"`. */
  @property({ attribute: false }) remarks: readonly AnswerRemark[] = NO_REMARKS;
  /** Offers to print the answers, and an empty form. */
  @property({ type: Boolean, reflect: true }) printable = false;
  /** Nothing can be changed for now; a disabled fieldset around does the same. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** One step at a time, whatever the layout says; without it `layout.show` tells how steps are shown. */
  @property({ type: Boolean, reflect: true }) paged = false;
  /**
   * Id of the step to show where they are not all on one page; by default the first one, or the list of all. A step that is closed or hidden is not
   * entered: the last open one before it shows. A page with addresses sets it from the address and writes what `cobuild-step` tells.
   */
  @property() step: string | undefined;
  /** Buttons that take back the last change and make it again. The keys Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y do so in any case, where no text is being typed. */
  @property({ type: Boolean, reflect: true, attribute: 'undo-buttons' }) undoButtons = false;
  /** The host draws the buttons and calls `submit()`. */
  @property({ type: Boolean, reflect: true, attribute: 'actions-hidden' }) actionsHidden = false;

  protected get currentMode(): FormMode {
    return this.mode === 'review' ? 'review' : this.readonly || this.mode === 'read' ? 'read' : 'fill';
  }

  /** Nobody fills in. */
  protected get fixed(): boolean {
    return this.currentMode !== 'fill';
  }

  protected get usablePrefilled(): readonly PrefilledAnswer[] {
    return this.prefilled === NO_PREFILL ? NO_PREFILL : this.readLines('prefilled', this.prefilled, prefilledShape);
  }

  protected get usableRemarks(): readonly AnswerRemark[] {
    const remarks = this.readLines('remarks', this.remarks, remarkShape);
    return remarks.length === 0 ? NO_REMARKS : remarks;
  }

  protected get currentFacts(): Facts {
    return this.readDocument('facts', this.facts, factsShape) ?? {};
  }
}
