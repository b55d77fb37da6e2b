import { LatePart } from '@cobuild/core';
import type { ReactiveControllerHost } from 'lit';
import type * as Light from './light-form-part.js';

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

/** The stand-in for browsers without `ElementInternals` for forms: Safari before 16.4, Chromium before 77, some embedded views. */
export const lightPart = new LatePart<typeof Light>('stand-in for form internals', () => import('./light-form-part.js'));

const hasInternals = (element: HTMLElement): boolean => typeof element.attachInternals === 'function' && typeof ElementInternals === 'function' && 'setFormValue' in ElementInternals.prototype;

/** What a browser has to load before an element that takes part in a form can be made; nothing in one of today. `define` waits for it. */
export const missingFormPart = (): Promise<void> | undefined => (hasInternals(HTMLElement.prototype) ? undefined : lightPart.missing());

/**
 * The browser's part, or the stand-in. Readers hear of the element as a group with the name that a label outside gives it; a `role` of the page's own wins.
 *
 * @throws {MissingPartError} where the browser has none and nobody waited for {@link missingFormPart}.
 */
export function formPartOf(element: FormPartElement): FormPart {
  return hasInternals(element) ? new BrowserFormPart(element.attachInternals()) : new lightPart.now.LightFormPart(element);
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
