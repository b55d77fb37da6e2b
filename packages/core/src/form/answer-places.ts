import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { AnswerRow } from './answer-rows.js';
import { isVisibleElement } from './element-view.js';
import type { FormElement, FormNode, FormSection } from './form-model.js';
import type { ElementPlan } from './layout-elements.js';
import type { SectionPlan } from './layout-plan.js';

/** Where an answer stands in its section: titles of the groups and tabs around it, texts right before it. */
export type AnswerPlace = Pick<AnswerRow, 'under' | 'notes'>;

type Element = FormElement | ElementPlan;

interface Reader<E> {
  readonly text: (element: Extract<E, { kind: 'text' }>) => string;
  readonly title: (element: { readonly title?: unknown }) => string;
  readonly found: (element: Extract<E, { kind: 'field' }>, place: AnswerPlace) => void;
}

/** Goes through the elements of a section in order. A text with nothing behind it in its section is for filling in and is left out. */
class PlaceReader<E extends Element> {
  private notes: readonly string[] = [];

  constructor(private readonly reader: Reader<E>) {}

  read(elements: readonly E[], under: readonly string[] = []): void {
    for (const element of elements) {
      if (element.kind === 'field') this.found(element as Extract<E, { kind: 'field' }>, under);
      else if (element.kind === 'text') this.note(this.reader.text(element as Extract<E, { kind: 'text' }>));
      else if (element.kind === 'group') this.inside(element, under);
      else element.tabs.forEach((tab: { readonly title?: unknown; readonly elements: readonly unknown[] }) => this.inside(tab, under));
    }
  }

  private inside(around: { readonly title?: unknown; readonly elements: readonly unknown[] }, under: readonly string[]): void {
    const title = this.reader.title(around);
    this.read(around.elements as readonly E[], title === '' ? under : [...under, title]);
  }

  private note(text: string): void {
    if (text !== '') this.notes = [...this.notes, text];
  }

  private found(field: Extract<E, { kind: 'field' }>, under: readonly string[]): void {
    this.reader.found(field, { ...(under.length === 0 ? {} : { under }), ...(this.notes.length === 0 ? {} : { notes: this.notes }) });
    this.notes = [];
  }
}

/** What a section shows, as a person meets it: its visible questions with the places in which they stand. */
export function placedNodes({ fields, elements }: FormSection): readonly { readonly node: FormNode; readonly place: AnswerPlace }[] {
  const shown = fields.filter(({ visible }) => visible);
  if (elements === undefined) return shown.map((node) => ({ node, place: {} }));
  const placed: { node: FormNode; place: AnswerPlace }[] = [];
  const reader = new PlaceReader<FormElement>({
    text: ({ text }) => text,
    title: ({ title }) => String(title),
    found: ({ node }, place) => placed.push({ node, place }),
  });
  reader.read(shownElements(elements));
  return placed;
}

const shownElements = (elements: readonly FormElement[]): readonly FormElement[] =>
  elements.filter(isVisibleElement).map((element) => {
    if (element.kind === 'group') return { ...element, elements: shownElements(element.elements) };
    if (element.kind === 'tabs') return { ...element, tabs: element.tabs.filter(({ visible }) => visible).map((tab) => ({ ...tab, elements: shownElements(tab.elements) })) };
    return element;
  });

/** The same for answers that were handed in, by the index of the field in its section. A text that has a condition is not told: who reads does not know whether it held. */
export function plannedPlaces({ elements }: SectionPlan, locale: Locale): ReadonlyMap<number, AnswerPlace> {
  const places = new Map<number, AnswerPlace>();
  const reader = new PlaceReader<ElementPlan>({
    text: ({ text, visibleWhen }) => (visibleWhen === undefined ? localize(text, locale) : ''),
    title: ({ title }) => localize(title as Parameters<typeof localize>[0], locale),
    found: ({ index }, place) => places.set(index, place),
  });
  if (elements) reader.read(elements);
  return places;
}
