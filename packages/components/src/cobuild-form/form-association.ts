import type { Form, FormState, Problem } from '@cobuild/core';
import { isRecord } from '../internal/shape.js';
import type { FormPart } from './form-part.js';

/** What the association needs to know of its element. */
export interface AssociationHost {
  model(): Form | undefined;
  /** The text that is sent; `null` sends no entry. */
  entry(model: Form): string | null;
  /** The control that a browser's own message about a problem points at. */
  anchor(problem: Problem): HTMLElement | undefined;
  /** What kind of fault it is for the browser. */
  flags(problem: Problem): ValidityStateFlags;
  /** The form around is being submitted: fires `cobuild-submit` and answers whether nobody cancelled it. */
  announceSubmit(): boolean;
}

/** An element as one field of a native `<form>`: one entry under its name; invalid as long as an answer is. */
export class FormAssociation {
  private form: HTMLFormElement | null = null;
  private passing = false;
  /** What the form around knows: a state is told once, a problem only when it or the place of its control is another. */
  private told: FormState | undefined;
  private toldProblem: Problem | undefined;
  private toldAnchor: HTMLElement | undefined;

  constructor(private readonly part: FormPart, private readonly host: AssociationHost) {}

  get valid(): boolean {
    return this.part.validity.valid;
  }

  /** In the same tick as the change, so that a listener's `FormData` is right. */
  update(): void {
    const model = this.host.model();
    if (!model) this.part.setFormValue(null);
    else if (model.state !== this.told) this.part.setFormValue(this.host.entry(model), textOf(model.state.value) ?? undefined);
    this.told = model?.state;
    this.tellProblem(model?.state.problems.find((problem) => problem.severity === 'error'));
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

  private tellProblem(problem: Problem | undefined): void {
    const control = problem && this.host.anchor(problem);
    // A step that comes into sight is told of before it stands in the page; the browser takes no control from outside it.
    const anchor = control?.isConnected === true ? control : undefined;
    if (problem === this.toldProblem && anchor === this.toldAnchor) return;
    this.toldProblem = problem;
    this.toldAnchor = anchor;
    if (problem) this.part.setValidity(this.host.flags(problem), problem.message, anchor);
    else this.part.setValidity({});
  }

  private readonly onSubmit = (event: Event): void => {
    if (!this.passing && !this.host.announceSubmit()) event.preventDefault();
  };
}

/** JSON text; `null` for a single question that is not answered. */
export const textOf = (answers: unknown): string | null => (answers === undefined ? null : JSON.stringify(answers));

/**
 * Answers from a state that the browser kept; `undefined` where it is not of our making.
 *
 * @param now - The answers as they are: a form whose answers have names takes an object back and nothing else.
 */
export function answersFromState(state: unknown, now: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof state !== 'string') return undefined;
  try {
    const answers: unknown = JSON.parse(state);
    return isRecord(answers) || !isRecord(now) ? (answers as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
