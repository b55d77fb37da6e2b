import type { FormState, PrefillAdapter, PrefilledAnswer } from '@cobuild/core';
import { isPrefilled } from '@cobuild/core';
import type { ReactiveControllerHost } from 'lit';
import { method, object } from '../internal/shape.js';

export const prefillShape = object<PrefillAdapter>({ answersFor: method });

/** Asks a host once for each form what it knows already. */
export class PrefillLoad {
  failed = false;
  private asked: { readonly adapter: PrefillAdapter; readonly form: string } | undefined;
  private answer: readonly PrefilledAnswer[] | undefined;

  constructor(private readonly element: ReactiveControllerHost) {}

  ask(adapter: PrefillAdapter | undefined, form: string): void {
    if (adapter === undefined || (adapter === this.asked?.adapter && form === this.asked.form)) return;
    const asked = (this.asked = { adapter, form });
    this.failed = false;
    adapter.answersFor(form).then(
      (answer) => this.heard(asked, { answer }),
      () => this.heard(asked, { failed: true }),
    );
  }

  /** What the host knows, once. */
  take(): readonly PrefilledAnswer[] | undefined {
    const { answer } = this;
    this.answer = undefined;
    return answer;
  }

  private heard(asked: object, { answer = [], failed = false }: { readonly answer?: unknown; readonly failed?: boolean }): void {
    if (asked !== this.asked) return;
    this.failed = failed;
    this.answer = Array.isArray(answer) ? answer.filter(isPrefilled) : [];
    this.element.requestUpdate();
  }
}

/** Pointers of the questions that a form asks, in groups too; items of lists are not among them, for they come and go. */
export function questionPointers({ steps }: FormState): ReadonlySet<string> {
  const pointers = new Set<string>();
  const walk = (nodes: FormState['steps'][number]['sections'][number]['fields']): void => {
    for (const node of nodes) {
      pointers.add(node.pointer);
      if (node.widget === 'group') walk(node.children);
    }
  };
  for (const { sections } of steps) for (const { fields } of sections) walk(fields);
  return pointers;
}
