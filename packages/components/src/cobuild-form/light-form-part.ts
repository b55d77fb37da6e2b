import type { ReactiveController } from 'lit';
import type { FormPart, FormPartElement } from './form-part.js';

const NO_FLAGS: ValidityState = {
  badInput: false, customError: false, patternMismatch: false, rangeOverflow: false, rangeUnderflow: false, stepMismatch: false,
  tooLong: false, tooShort: false, typeMismatch: false, valueMissing: false, valid: true,
};

/**
 * Takes part in a form by a hidden input beside the element's own children. The form sends it, disables and resets it; whether the
 * answers are right is asked when the form is submitted; labels lead to the element. What no script can do is left out: restoring answers
 * after going back, and the browser's own message.
 */
export class LightFormPart implements FormPart, ReactiveController {
  form: HTMLFormElement | null = null;
  validity: ValidityState = { ...NO_FLAGS };
  validationMessage = '';
  private readonly input = document.createElement('input');
  private readonly fieldsets = new MutationObserver(() => this.tellDisabled());
  private value: string | null = null;
  private root: Node | undefined;
  /** Whether the element itself showed what is wrong when it was asked last; else the focus goes to it, as a browser would. */
  private isHandled = false;

  constructor(private readonly element: FormPartElement) {
    this.input.type = 'hidden';
    element.addController(this);
  }

  get willValidate(): boolean {
    return !this.input.matches(':disabled');
  }

  get labels(): readonly HTMLLabelElement[] {
    const { element } = this;
    const root = element.getRootNode() as ParentNode;
    const named = element.id === '' ? [] : Array.from(root.querySelectorAll<HTMLLabelElement>(`label[for="${CSS.escape(element.id)}"]`));
    const around = element.closest('label');
    return around && !around.hasAttribute('for') ? [around, ...named] : named;
  }

  hostConnected(): void {
    this.root = this.element.getRootNode();
    this.root.addEventListener('click', this.onClick);
    this.element.append(this.input);
    this.moveTo(this.input.form);
    for (let around = this.element.closest('fieldset'); around; around = around.parentElement?.closest('fieldset') ?? null) {
      this.fieldsets.observe(around, { attributes: true, attributeFilter: ['disabled'] });
    }
    this.tellDisabled();
  }

  hostDisconnected(): void {
    this.root?.removeEventListener('click', this.onClick);
    this.fieldsets.disconnect();
    this.input.remove();
    this.moveTo(null);
  }

  /** By then the element's own attributes are written. */
  hostUpdated(): void {
    this.writeInput();
    this.writeName();
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
    if (this.validity.valid || !this.willValidate) return true;
    this.isHandled = !this.element.dispatchEvent(new Event('invalid', { cancelable: true }));
    return false;
  }

  /** An input without a name is not sent. */
  private writeInput(): void {
    this.input.name = this.value === null ? '' : this.element.name;
    this.input.value = this.value ?? '';
    this.input.disabled = this.element.hasAttribute('disabled');
  }

  /** Role and name as the browser's part would tell them; a page's own stay. */
  private writeName(): void {
    const { element } = this;
    if (!element.hasAttribute('role')) element.setAttribute('role', 'group');
    const name = this.labels.map((label) => label.textContent.trim()).join(' ');
    if (name !== '' && !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby')) element.setAttribute('aria-label', name);
  }

  /** By a fieldset around; of its own attribute the element knows. */
  private tellDisabled(): void {
    this.input.disabled = false;
    this.element.formDisabledCallback(this.input.matches(':disabled'));
    this.writeInput();
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
    if (!this.isHandled) this.element.focus();
  };

  /** After the form's own fields went back. */
  private readonly onReset = (event: Event): void => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.element.formResetCallback();
    });
  };

  /** A browser takes a label to what it names. */
  private readonly onClick = ({ target }: Event): void => {
    const label = target instanceof Element ? target.closest('label') : null;
    if (label && this.labels.includes(label) && !this.element.contains(target as Node)) this.element.focus();
  };
}
