import type { ReactiveControllerHost } from 'lit';
import { LightFormPart } from './light-form-part.js';

/** What an element needs to be a field of a `<form>`: the part of `ElementInternals` that is used here. */
export interface FormPart {
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  /** Whether the answers count: not in a disabled fieldset. */
  readonly willValidate: boolean;
  /** Every `<label>` that names the element. */
  readonly labels: readonly HTMLLabelElement[];
  setFormValue(value: string | null, state?: string): void;
  setValidity(flags: ValidityStateFlags, message?: string, anchor?: HTMLElement): void;
  checkValidity(): boolean;
}

/** The element as its own stand-in tells it what a browser would tell. */
export interface FormPartElement extends HTMLElement, ReactiveControllerHost {
  readonly name: string;
  formAssociatedCallback(form: HTMLFormElement | null): void;
  formDisabledCallback(disabled: boolean): void;
  formResetCallback(): void;
}

/**
 * The browser's part, or a stand-in where the browser has none (Safari before 16.4, Chromium before 77, some embedded views). Readers hear of the
 * element as a group with the name that a label outside gives it; a `role` of the page's own wins.
 */
export function formPartOf(element: FormPartElement): FormPart {
  const isKnown = typeof element.attachInternals === 'function' && typeof ElementInternals === 'function' && 'setFormValue' in ElementInternals.prototype;
  return isKnown ? new BrowserFormPart(element.attachInternals()) : new LightFormPart(element);
}

class BrowserFormPart implements FormPart {
  constructor(private readonly internals: ElementInternals) {
    internals.role = 'group';
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  get labels(): readonly HTMLLabelElement[] {
    return Array.from(this.internals.labels).filter((label): label is HTMLLabelElement => label instanceof HTMLLabelElement);
  }

  setFormValue(value: string | null, state?: string): void {
    this.internals.setFormValue(value, state);
  }

  setValidity(flags: ValidityStateFlags, message?: string, anchor?: HTMLElement): void {
    this.internals.setValidity(flags, message, anchor);
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
}
