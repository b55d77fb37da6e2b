import { make } from './dom.js';

const CONTROLS = 'input, select, textarea';

let made = 0;

/**
 * A `<form>` that the fields of one part of the page belong to once a person is there. After each key a browser that fills in addresses reads every field of the
 * form around, and all fields without a form together: so it reads those of this part, not of the whole page. Before a person comes the fields stay
 * without one, since a browser that has just been shown a page reads each form on it, but gives up where too many fields have none.
 */
export class OwnForm {
  private form: HTMLFormElement | undefined;
  private taken: readonly Element[] = [];

  constructor(private readonly part: HTMLElement) {}

  /**
   * Takes in the fields that have come since.
   *
   * @param near - In a part with very many questions: those around the person. The others are without a form again, or the browser would soon read all.
   */
  take(near: readonly Element[] = [this.part]): void {
    const fields = near.flatMap((element) => Array.from(element.querySelectorAll(CONTROLS)));
    const isTaken = (field: Element): boolean => field.getAttribute('form') === this.form?.id;
    if (near[0] !== this.part) for (const field of this.taken) if (isTaken(field) && !fields.includes(field)) field.removeAttribute('form');
    this.taken = near[0] === this.part ? [] : fields;
    const free = fields.filter((field) => !field.hasAttribute('form'));
    if (free.length === 0) return;
    this.form ??= this.make();
    for (const field of free) field.setAttribute('form', this.form.id);
  }

  private make(): HTMLFormElement {
    made += 1;
    const form = make('form', { id: `own-form-${made}`, hidden: '', novalidate: '' });
    // Enter in the only text field of a form would send it off to nowhere.
    form.addEventListener('submit', (event) => event.preventDefault());
    this.part.append(form);
    return form;
  }
}
