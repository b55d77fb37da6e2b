import type { Form } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import { isRecord } from '../internal/shape.js';

/** What the association needs to know of its element. */
export interface AssociationHost {
  model(): Form | undefined;
  /** The control that a browser's own message points at. */
  anchor(): HTMLElement | undefined;
  /** The form around is being submitted: fires `cobuild-submit` and answers whether nobody cancelled it. */
  announceSubmit(): boolean;
}

/**
 * The form element as one field of a native `<form>`: one entry under its name, the answers to submit as JSON text; invalid as
 * long as an answer is.
 */
export class FormAssociation {
  private form: HTMLFormElement | null = null;
  private passing = false;

  constructor(private readonly internals: ElementInternals, private readonly host: AssociationHost) {}

  get valid(): boolean {
    return this.internals.validity.valid;
  }

  /** In the same tick as the change, so that a listener's `FormData` is right. */
  update(): void {
    const model = this.host.model();
    if (!model) {
      this.internals.setFormValue(null);
      this.internals.setValidity({});
      return;
    }
    const { state } = model;
    this.internals.setFormValue(JSON.stringify(model.submission()), JSON.stringify(state.value));
    const first = state.problems.find((problem) => problem.severity === 'error');
    if (first) this.internals.setValidity({ customError: true }, first.message, this.host.anchor());
    else this.internals.setValidity({});
  }

  moveTo(form: HTMLFormElement | null): void {
    this.form?.removeEventListener('submit', this.onSubmit);
    this.form = form;
    this.form?.addEventListener('submit', this.onSubmit);
  }

  /** Submits the native form around, without announcing it a second time. */
  submitForm(): void {
    this.passing = true;
    this.form?.requestSubmit();
    this.passing = false;
  }

  private readonly onSubmit = (event: Event): void => {
    if (!this.passing && !this.host.announceSubmit()) event.preventDefault();
  };
}

/** Answers from a state that the browser kept; `undefined` where it is not of our making. */
export function answersFromState(state: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof state !== 'string') return undefined;
  try {
    const answers: unknown = JSON.parse(state);
    return isRecord(answers) ? answers : undefined;
  } catch {
    return undefined;
  }
}

/** Sets answers as if they were typed, one by one: what a reset returns to stays as it was. */
export function replaceAnswers(form: Form, answers: Readonly<Record<string, unknown>>): void {
  for (const name of new Set([...Object.keys(form.state.value), ...Object.keys(answers)])) {
    try {
      form.setValue(toPointer(name), Object.prototype.hasOwnProperty.call(answers, name) ? answers[name] : undefined);
    } catch (error) {
      // The form no longer has the field that was answered; the other answers still count.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}
