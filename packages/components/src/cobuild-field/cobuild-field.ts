import type { Facts, FieldSettings, Form, FormDefinition, Problem } from '@cobuild/core';
import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { formStyles } from '../cobuild-form/cobuild-form.styles.js';
import { CurrentForm } from '../cobuild-form/current-form.js';
import { FieldActions } from '../cobuild-form/field-actions.js';
import { controlOf, focusPointer } from '../cobuild-form/field-focus.js';
import { FormAssociation } from '../cobuild-form/form-association.js';
import { FormControlElement } from '../cobuild-form/form-control-element.js';
import { announcements } from '../cobuild-form/form-view.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { LentNames } from '../hosts/lent-names.js';
import { fieldSettingsShape, jsonSchemaShape, problemShape } from '../internal/document-shapes.js';
import { sectionAnswers } from '../internal/field/answers.js';
import { documentProblems } from '../internal/pieces.js';
import { PointerHold } from '../internal/pointer-hold.js';
import { sharedStyles } from '../internal/styles.js';
import { fieldElementStyles } from './cobuild-field.styles.js';
import { VALUE, entryText, fieldDefinition, inField } from './field-definition.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** A question alone reads no facts. */
const NO_FACTS: Facts = {};

/**
 * One question by itself, with every widget that a form has: a control of a native `<form>` like those of HTML. Several questions that belong together
 * are better a `cobuild-form`, which checks and calculates across them.
 *
 * A native form gets one entry under `name`: a text as it is, a number or a yes or no as JSON writes it, a list or a group as JSON text; none while there
 * is no answer.
 *
 * @summary One question of a form, used alone.
 * @fires {Event} input - The person changed the answer; `event.target.value` has it.
 * @fires {Event} change - The change is complete.
 * @csspart section - The question with its label, help, control and problems.
 * @cssproperty --cobuild-form-width - Largest width; default 720px.
 * @example
 * const field = document.querySelector('cobuild-field');
 * Object.assign(field, { schema: { type: 'string', maxLength: 40 }, label: '项目名称', name: 'projectName', required: true });
 * field.addEventListener('change', () => save(field.value));
 */
export class CobuildField extends FormControlElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [...sharedStyles, formStyles, fieldElementStyles];

  /** JSON Schema of the answer, `{ type: 'string', maxLength: 40 }`. A child script `data-part="schema"` does the same without a script. */
  @property({ attribute: false }) schema: JsonSchema | undefined;
  /** What a form's `fields` say of a field: `{ widget: 'radio', options: { a: { 'zh-CN': '甲' } } }`. */
  @property({ attribute: false }) settings: FieldSettings | undefined;
  /** Problems from outside, such as the server's, `{ code, severity, document: 'answers', pointer: '', message }`: shown until the answer changes. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** What the page lends to the question: registers to choose from, a place for files, the person: `{ lookUps: { areas }, files, person }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** Name of the entry in a surrounding `<form>`. */
  @property({ reflect: true }) override name = '';
  /** The question. Without it a `<label for>` outside names the field, else `settings.title` or the schema's `title`. */
  @property() label = '';
  /** A line under the label. */
  @property() help = '';
  @property({ type: Boolean, reflect: true }) required = false;
  /** Shows the answer and nothing to type into. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Nothing can be changed for now; a disabled fieldset around does the same. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  protected readonly association = new FormAssociation(this.internals, {
    model: () => this.model,
    entry: (model) => entryText(model.submission()['value']),
    flags: ({ code }) => (code === 'form/required' ? { valueMissing: true } : { customError: true }),
    anchor: () => this.control,
    announceSubmit: () => true,
  });
  protected readonly actions = new FieldActions({
    element: this,
    hold: new PointerHold(this),
    model: () => this.model,
    locale: () => this.locale,
    words: () => this.words,
    inTerms: (speak) => this.inTerms(speak),
    hosts: () => this.hosts,
    facts: () => NO_FACTS,
    changed: (event) => this.tell(event === 'cobuild-input' ? 'input' : 'change'),
  });
  private readonly current = new CurrentForm({
    parts: () => ({ definition: this.definition }),
    value: () => this.given ?? asAnswers(this.jsonPart('value')),
    options: () => ({ locale: this.locale, facts: NO_FACTS }),
    terms: () => this.givenTerms,
    hosts: () => this.hosts ?? {},
    changed: ({ steps }) => {
      this.actions.views.patch(steps);
      this.association.update();
      if (this.readonly) this.requestUpdate();
    },
  });
  private given: Readonly<Record<string, unknown>> | undefined;
  /** The definition, with what it was made from. */
  private made: { readonly from: readonly unknown[]; readonly definition: FormDefinition } | undefined;
  /** What labels outside say. */
  private outside = '';

  constructor() {
    super();
    new LentNames(this, () => this.hosts);
    this.addEventListener('invalid', this.onInvalid);
  }

  /** The answer as JSON, `'暖心服务站'`, `40`, `['old']`; `undefined` without one. Setting it is silent and defines what a reset returns to. */
  @property({ attribute: false })
  get value(): unknown {
    return (this.model?.state.value ?? this.given ?? {})['value'];
  }
  set value(value: unknown) {
    this.given = asAnswers(value) ?? {};
    this.model?.load(this.given);
  }

  /** The form of one question without its screen; `undefined` until there is a schema. */
  get model(): Form | undefined {
    return this.current.form;
  }

  private get control(): HTMLElement | undefined {
    return this.hasUpdated ? controlOf(this.actions.views, VALUE) : undefined;
  }

  private get definition(): FormDefinition | undefined {
    const schema = this.readDocument('schema', this.schema ?? this.jsonPart('schema'), jsonSchemaShape);
    const settings = this.readDocument('settings', this.settings, fieldSettingsShape);
    const { help, required } = this;
    const label = this.label || this.outside || (settings?.title === undefined && schema?.['title'] === undefined ? this.name : '');
    const from = [schema, settings, label, help, required];
    if (schema === undefined) return undefined;
    if (!this.made?.from.every((part, index) => part === from[index])) this.made = { from, definition: fieldDefinition({ schema, settings, label, help, required }) };
    return this.made?.definition;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What people do in the control ends here: a page hears of it once, after the answer is there, and from the field itself.
    for (const type of ['input', 'change']) this.renderRoot.addEventListener(type, stop);
    this.readLabels();
  }

  protected override missingCode(): Promise<unknown> | undefined {
    return super.missingCode() ?? this.current.missing();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.readLabels();
    const problems = this.readLines('problems', this.problems, problemShape);
    const { model } = this;
    if (!model) return;
    if (changed.has('locale')) model.setLocale(this.locale);
    if (changed.has('jsonParts') && this.given === undefined && !model.state.dirty) model.load(asAnswers(this.jsonPart('value')) ?? {});
    if (changed.has('problems')) model.setExternalProblems(problems.map(inField));
  }

  /** Shows what is wrong beside the field, takes the focus there, and answers whether nothing is. */
  reportValidity(): boolean {
    if (!this.willValidate || this.model?.showProblems() !== false) return true;
    void this.updateComplete.then(() => focusPointer(this.actions.views, VALUE));
    return false;
  }

  /** Focuses the control: the chosen one of a set of radio buttons, the first one of several. */
  override focus(options?: FocusOptions): void {
    if (this.control) this.control.focus(options);
    else super.focus(options);
  }

  private readLabels(): void {
    this.outside = this.label === '' ? this.labels.map((label) => label.textContent.trim()).join(' ') : '';
  }

  private tell(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
  }

  /** The browser goes on and leads to the field with its own message: what was only asked for, not reported, moves no focus. */
  private readonly onInvalid = (): void => {
    if (!this.checkingQuietly) this.model?.showProblems();
  };

  protected override render(): TemplateResult {
    const { model } = this;
    return html`${documentProblems([...this.givenProblems, ...this.current.problems(this.words)], this.words)}${model ? this.fieldView(model) : nothing}`;
  }

  private fieldView({ state: { steps } }: Form): TemplateResult {
    return html`<fieldset class="form ${this.outside === '' ? '' : 'named-outside'}" role="none" ?disabled=${this.disabled || this.disabledByFieldset}>
      ${steps.map((step) => (this.readonly ? step.sections.map((section) => sectionAnswers(section, this.actions)) : this.actions.views.step(step)))} ${announcements(this.actions, this.words)}
    </fieldset>`;
  }
}

const asAnswers = (value: unknown): Readonly<Record<string, unknown>> | undefined => (value === undefined ? undefined : { value });
const stop = (event: Event): void => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-field': CobuildField;
  }
}
