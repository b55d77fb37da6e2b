import type { Case, Facts, FormDefinition, Scheme } from '@cobuild/core';
import { applicationForm, dateInZone, parametersFact, pointerTokens, valueAt, withOwnDefinitions } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import '../../define/cobuild-answers.js';
import '../../define/cobuild-form.js';
import type { CobuildFormDetail } from '../../cobuild-form/form-events.js';
import type { EditorContext } from '../editor-context.js';
import { keepInside } from '../inner-events.js';
import { answerChanges } from './answer-changes.js';
import { testsWords } from './words.js';

type Answers = Readonly<Record<string, unknown>>;

/** What the form of one case was given. */
interface Held {
  isOpen: boolean;
  /** Answers of the case when they were written or read last, and what the form was given then: it keeps what somebody types until they, or its definition, are others. */
  known: unknown;
  definition: FormDefinition;
  value: Answers;
  facts: { readonly key: string; readonly value: Facts } | undefined;
}

/** Whether a place holds the answers of a case that a test decides. */
export const isTestAnswers = (pointer: string): boolean => /^\/tests\/\d+\/(case|batch\/cases\/\d+)\/answers$/.test(pointer);

/**
 * The answers of a case in a test, in the form that people apply with: what is changed in it is changed in the case.
 *
 * @returns `undefined` where there is no form to fill in, or the answers are none.
 */
export function answersEditor(context: EditorContext, pointer: string): TemplateResult | undefined {
  const answers = valueAt(context.document, pointer);
  const definition = applicationForm(withOwnDefinitions(context.document))?.value as FormDefinition | undefined;
  if (definition === undefined || answers === null || typeof answers !== 'object' || Array.isArray(answers)) return undefined;
  const words = testsWords[context.locale];
  const held = context.keep<Held>(`answers of ${pointer}`, () => ({ isOpen: false, known: answers, definition, value: answers as Answers, facts: undefined }));
  if (held.known !== answers || held.definition !== definition) Object.assign(held, { known: answers, definition, value: answers });
  const turn = (event: Event): void => {
    held.isOpen = (event.currentTarget as HTMLDetailsElement).open;
    context.redraw();
  };
  const take = (event: Event): void => {
    const { value, pointer: at } = (event as CustomEvent<CobuildFormDetail>).detail;
    const [changed = ''] = pointerTokens(at);
    const before = valueAt(context.document, pointer) as Answers;
    const properties = valueAt(definition, '/schema/properties') ?? {};
    const changes = answerChanges(pointer, before, value, changed, (name) => Object.prototype.hasOwnProperty.call(properties, name));
    if (changes.length > 0 && context.change(changes)) held.known = valueAt(context.document, pointer);
  };
  // An object is set again at each draw, and the form would begin with it again: it is given once.
  const shown = (): TemplateResult => (context.readonly
    ? html`<cobuild-answers lang=${context.locale} .definition=${definition} .value=${answers}></cobuild-answers>`
    : html`<p class="help small">${words.answersHelp}</p><cobuild-form lang=${context.locale} actions-hidden .definition=${definition} .value=${guard([definition, held.value], () => held.value)} .facts=${factsOf(context, pointer, held)} @cobuild-change=${take}></cobuild-form>`);
  return html`<details class="test-answers" ?open=${held.isOpen} @toggle=${turn}><summary>${words.answers(Object.keys(answers).length)}</summary><div class="stack inner" ${ref((box) => { if (box !== undefined) keepInside(box); })}>${held.isOpen ? shown() : nothing}</div></details>`;
}

/** What conditions of the form read besides the answers: the same object until it changes, so that the form does not take it for new. */
function factsOf({ document }: EditorContext, pointer: string, held: Held): Facts {
  const { applicant, batch, fund, history, submittedAt } = valueAt(document, pointer.replace(/\/answers$/, '')) as Partial<Case>;
  const value = { ...parametersOf(document), ...(submittedAt === undefined ? {} : { today: dateInZone(submittedAt) }), applicant, batch, fund, history };
  const key = JSON.stringify(value);
  if (held.facts?.key !== key) held.facts = { key, value };
  return held.facts.value;
}

/** A scheme on its way, or a moment that is none, says nothing. */
function parametersOf(document: unknown): { readonly parameters?: unknown } {
  try {
    return { parameters: parametersFact(document as Scheme) };
  } catch {
    return {};
  }
}
