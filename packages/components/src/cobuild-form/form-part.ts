import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What an element needs to be a field of a `<form>`: the part of `ElementInternals` that is used here. */
export interface FormPart {
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
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

/** The browser's part, or a stand-in where the browser has none (Safari before 16.4, Chromium before 77, some embedded views). */
export function formPartOf(element: FormPartElement): FormPart {
  const isKnown = typeof element.attachInternals === 'function' && typeof ElementInternals === 'function' && 'setFormValue' in ElementInternals.prototype;
  return isKnown ? element.attachInternals() : new LightFormPart(element);
}

const NO_FLAGS: ValidityState = {
  badInput: false, customError: false, patternMismatch: false, rangeOverflow: false, rangeUnderflow: false, stepMismatch: false,
  tooLong: false, tooShort: false, typeMismatch: false, valueMissing: false, valid: true,
};

/**
 * Takes part in a form by a hidden input beside the element's own children. The form sends it, disables and resets it; whether the
 * answers are right is asked when the form is submitted. What no script can do is left out: restoring answers after going back, and
 * the browser's own message.
 */
export class LightFormPart implements FormPart, ReactiveController {
  form: HTMLFormElement | null = null;
  validity: ValidityState = { ...NO_FLAGS };
  validationMessage = '';
  private readonly input = document.createElement('input');
  private readonly fieldsets = new MutationObserver(() => this.tellDisabled());
  private value: string | null = null;

  constructor(private readonly element: FormPartElement) {
    this.input.type = 'hidden';
    element.addController(this);
  }

  hostConnected(): void {
    this.element.append(this.input);
    this.moveTo(this.input.form);
    for (let around = this.element.closest('fieldset'); around; around = around.parentElement?.closest('fieldset') ?? null) {
      this.fieldsets.observe(around, { attributes: true, attributeFilter: ['disabled'] });
    }
    this.tellDisabled();
  }

  hostDisconnected(): void {
    this.fieldsets.disconnect();
    this.input.remove();
    this.moveTo(null);
  }

  hostUpdate(): void {
    this.writeInput();
  }

  setFormValue(value: string | null): void {
    this.value = value;
    this.writeInput();
  }

  setValidity(flags: ValidityStateFlags, message = ''): void {
    this.validity = { ...NO_FLAGS, ...flags, valid: !Object.values(flags).some((flag) => flag === true) };
    this.validationMessage = this.validity.valid ? '' : message;
  }

  checkValidity(): boolean {
    return this.validity.valid || this.input.matches(':disabled') || (this.element.dispatchEvent(new Event('invalid', { cancelable: true })), false);
  }

  /** An input without a name is not sent. */
  private writeInput(): void {
    this.input.name = this.value === null ? '' : this.element.name;
    this.input.value = this.value ?? '';
  }

  private tellDisabled(): void {
    this.element.formDisabledCallback(this.input.matches(':disabled'));
  }

  private moveTo(form: HTMLFormElement | null): void {
    this.form?.removeEventListener('submit', this.onSubmit, true);
    this.form?.removeEventListener('reset', this.onReset);
    this.form = form;
    form?.addEventListener('submit', this.onSubmit, true);
    form?.addEventListener('reset', this.onReset);
    this.element.formAssociatedCallback(form);
  }

  /** Nobody else hears of a submit that a browser would not have begun. */
  private readonly onSubmit = (event: Event): void => {
    if (this.form?.noValidate === true || this.checkValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** After the form's own fields went back. */
  private readonly onReset = (event: Event): void => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.element.formResetCallback();
    });
  };
}
