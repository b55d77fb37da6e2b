import type { Form, FormShow, FormStep } from '@cobuild/core';
import { isShownStep } from '../../internal/field/step-sections.js';

export interface StepPlaceHost {
  model(): Form | undefined;
  show(): FormShow;
  /** The step that the host of the page, or the person, asked for. */
  asked(): string | undefined;
}

/**
 * Where a person is. A step is looked at when somebody turns to it: one that is closed is not entered, and one that somebody is in
 * stays, whatever becomes of its gate meanwhile.
 */
export class StepPlace {
  private entered: { readonly model: Form; readonly asked: string | undefined; readonly show: FormShow; readonly id: string | undefined } | undefined;

  constructor(private readonly host: StepPlaceHost) {}

  /** The steps that a person meets, in order. A page below which all questions stand needs no list of the answers. */
  get steps(): readonly FormStep[] {
    const isPage = this.host.show() === 'page';
    return (this.host.model()?.state.steps ?? []).filter((step) => isShownStep(step) && !(isPage && step.review));
  }

  /** The step that shows; none on a page, and in front of a list of all. */
  get current(): FormStep | undefined {
    const model = this.host.model();
    const [asked, show] = [this.host.asked(), this.host.show()];
    if (model === undefined || show === 'page') return undefined;
    const { steps } = this;
    const { entered } = this;
    const isSame = entered !== undefined && entered.model === model && entered.asked === asked && entered.show === show;
    const known = isSame ? steps.find(({ id }) => id === entered.id) : undefined;
    if (known !== undefined || (isSame && entered.id === undefined)) return known;
    const step = open(steps, asked, show);
    this.entered = { model, asked, show, id: step?.id };
    return step;
  }

  /** Other answers were given: whether the step that was asked for is open has to be looked at again. */
  forget(): void {
    this.entered = undefined;
  }
}

/** The step itself, or the last open one before it. */
function open(steps: readonly FormStep[], asked: string | undefined, show: FormShow): FormStep | undefined {
  const at = steps.findIndex(({ id }) => id === asked);
  const wanted = steps[at];
  if (wanted?.open === true) return wanted;
  if (show === 'taskList') return undefined;
  const before = steps.slice(0, Math.max(at, 0)).filter((step) => step.open);
  return before[before.length - 1] ?? steps.find((step) => step.open);
}
