import type { Form } from '@cobuild/core';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { FormAssociation } from './form-association.js';
import { answersFromState } from './form-association.js';
import type { FieldActions } from './field-actions.js';
import type { FormPart } from './form-part.js';
import { formPartOf } from './form-part.js';

/** What an element with questions has as a control of a native `<form>`: everything that a script asks of a control of HTML. */
export abstract class FormControlElement extends CobuildElement {
  static readonly formAssociated = true;

  /** Name of the entry in a surrounding `<form>`. */
  abstract name: string;

  protected readonly internals: FormPart = formPartOf(this);
  protected disabledByFieldset = false;
  /** Somebody asks whether the answers are right and wants to show nothing. */
  protected checkingQuietly = false;
  /** What the browser kept. It brings it with the element's definition, when a page may not have said yet which form it is. */
  private keptState: unknown;

  protected abstract readonly association: FormAssociation;
  protected abstract readonly actions: FieldActions;
  abstract get model(): Form | undefined;

  constructor() {
    super();
    this.addEventListener('click', this.onLabelClick);
  }

  /** The `<form>` around. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** As with a control of HTML: what kind it is. */
  get type(): string {
    return this.localName;
  }

  /** The labels outside; a click on one takes the focus to the first question. */
  get labels(): readonly HTMLLabelElement[] {
    return this.internals.labels;
  }

  /** Whether the answers count; not in a disabled fieldset. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** The sentence of the first problem; `''` where there is none. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** Whether everything is answered right. Shows nothing. */
  checkValidity(): boolean {
    this.checkingQuietly = true;
    const valid = this.internals.checkValidity();
    this.checkingQuietly = false;
    return valid;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.association.update();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.association.moveTo(form);
  }

  formResetCallback(): void {
    this.actions.startOver();
    this.model?.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabledByFieldset = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    this.keptState = state;
    this.takeKeptState();
  }

  /** Answers that the browser kept take the place of those that are there; a reset returns to what the host gave. */
  protected takeBack(answers: Readonly<Record<string, unknown>>): void {
    this.actions.startOver();
    this.model?.replace(answers);
  }

  protected override updated(): void {
    this.takeKeptState();
    this.association.update();
  }

  private takeKeptState(): void {
    const { keptState, model } = this;
    if (keptState === undefined || !model) return;
    this.keptState = undefined;
    const answers = answersFromState(keptState, model.state.value);
    if (answers !== undefined) this.takeBack(answers);
  }

  /** A label hands its click on to the element itself; a click on something in it comes from there. */
  private readonly onLabelClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };
}
