import type { FormNode, FormSection, FormStep } from '@cobuild/core';
import { arrange, make } from './dom.js';
import type { ElementList } from './elements/element-list.js';
import { isShownElement } from './elements/shown-element.js';
import { FieldList } from './field-list.js';
import { OwnForm } from './own-form.js';
import { arrangedPart } from './parts/view-parts.js';
import type { View, ViewHost } from './view.js';

const countFields = (section: FormSection): number => section.fields.filter((node) => node.visible).length;

export const isShownSection = (section: FormSection): boolean => section.visible && (section.fields.some((node) => node.visible) || section.elements?.some(isShownElement) === true);

/** Whether a person meets the step: it and something in it are visible. */
export const isShownStep = (step: FormStep): boolean => step.visible && (step.review || step.sections.some(isShownSection));

/** With more questions than these a section is one in name only, such as that of a schema without groups: the browser's form filling then reads those around the person. */
const MANY_IN_SECTION = 60;
/** So many questions before and behind the one that a person is in. */
const NEAR = 10;

/** How much room is kept for a section that nobody has seen yet. */
const roomOf = (count: number): string => (count <= 4 ? 'few' : count <= 12 ? 'some' : 'many');

/**
 * From so many questions on, those in groups and rows counted, sections that are out of sight are not laid out until they come into it. The room that is
 * kept for them is a guess, so the page moves a little when one comes into sight; a form of the usual length is laid out at once and stays where it is.
 * Nor would it gain: a browser that offers to fill in addresses looks at each of up to 200 fields after showing the page, and at each of a form's after
 * a key press, and has to lay out for that, section by section, what was left out.
 */
const MANY_QUESTIONS = 250;

/** Steps keep their identity while nothing in them changes. */
const counts = new WeakMap<FormSection, number>();

function questionsOf(section: FormSection): number {
  const known = counts.get(section) ?? questionsIn(section.fields);
  counts.set(section, known);
  return known;
}

const questionsIn = (nodes: readonly FormNode[]): number => nodes.reduce((sum, { visible, children }) => sum + (!visible ? 0 : children.length === 0 ? 1 : questionsIn(children)), 0);

/** Whether these steps, one below the other, are too long to be laid out at once. */
export const areLong = (steps: readonly FormStep[]): boolean => steps.reduce((sum, { sections }) => sections.reduce((inner, section) => inner + questionsOf(section), sum), 0) > MANY_QUESTIONS;

/** With more sections than these they stand in chapters, which are left out of the layout as a whole: a browser looks at every single section after each key. */
const MANY_SECTIONS = 60;
const IN_CHAPTER = 20;
/** Pixels kept for a section with its distance, as the styles have them. */
const PIXELS = { few: 392, some: 932, many: 2032 };

/** The sections of a step with their questions. */
export class StepSections {
  readonly element = make('div', { class: 'sections' });
  private readonly known = new Map<string, SectionView>();
  private readonly chapters: HTMLElement[] = [];
  private before: readonly FormSection[] = [];
  private shown: readonly (SectionView | undefined)[] = [];

  constructor(private readonly host: ViewHost) {}

  get views(): readonly View[] {
    return [...this.known.values()].flatMap(({ views }) => views);
  }

  patch({ sections }: FormStep): void {
    const { before } = this;
    this.before = sections;
    const shown = sections.map((section, index) => (section === before[index] ? this.shown[index] : this.patchOne(section)));
    if (shown.length === this.shown.length && shown.every((view, index) => view === this.shown[index])) return;
    this.shown = shown;
    this.arrange(shown);
  }

  private patchOne(section: FormSection): SectionView | undefined {
    if (!isShownSection(section)) return undefined;
    const view = this.known.get(section.id) ?? new SectionView(section, this.host);
    this.known.set(section.id, view);
    view.patch(section);
    return view;
  }

  /** A section that went takes its fields along. */
  private arrange(shown: readonly (SectionView | undefined)[]): void {
    for (const [id, view] of this.known) {
      if (shown.includes(view)) continue;
      this.known.delete(id);
      for (const field of view.views) this.host.forget(field);
    }
    arrange(this.element, shown.length > MANY_SECTIONS ? this.arrangeChapters(shown) : elementsOf(shown));
  }

  /** A section stays in its chapter whichever others are shown: one that a person is in must not be moved. */
  private arrangeChapters(shown: readonly (SectionView | undefined)[]): readonly HTMLElement[] {
    const filled: HTMLElement[] = [];
    for (let from = 0; from < shown.length; from += IN_CHAPTER) {
      const sections = elementsOf(shown.slice(from, from + IN_CHAPTER));
      const chapter = (this.chapters[from / IN_CHAPTER] ??= make('div', { class: 'chapter stack wide' }));
      arrange(chapter, sections);
      chapter.style.setProperty('--room', `${sections.reduce((sum, { classList }) => sum + PIXELS[classList.contains('few') ? 'few' : classList.contains('many') ? 'many' : 'some'], -32)}px`);
      if (sections.length > 0) filled.push(chapter);
    }
    return filled;
  }
}

const elementsOf = (views: readonly (SectionView | undefined)[]): readonly HTMLElement[] => views.flatMap((view) => view?.element ?? []);

class SectionView {
  readonly element: HTMLElement;
  private readonly arranged: ElementList | undefined;
  private readonly listed: FieldList | undefined;
  private section: FormSection | undefined;
  private head: HTMLElement | undefined;

  constructor({ columns, elements }: FormSection, host: ViewHost) {
    if (elements) this.arranged = new arrangedPart.now.ElementList(host, columns);
    else this.listed = new FieldList(host);
    this.element = make('section', { part: 'section' }, ...[this.arranged, this.listed].flatMap((body) => body?.element ?? []));
    const form = new OwnForm(this.element);
    this.element.addEventListener('focusin', ({ target }) => form.take(this.around(target as Element)));
  }

  /** The questions around a person in a section with very many; all of it otherwise. */
  private around(target: Element): readonly Element[] {
    const { listed } = this;
    const place = listed && listed.views.length > MANY_IN_SECTION ? listed.views.findIndex(({ element }) => element.contains(target)) : -1;
    return listed && place >= 0 ? listed.views.slice(Math.max(0, place - NEAR), place + NEAR + 1).map(({ element }) => element) : [this.element];
  }

  get views(): readonly View[] {
    return (this.arranged ?? this.listed)?.views ?? [];
  }

  patch(section: FormSection): void {
    if (section === this.section) return;
    const before = this.section;
    this.section = section;
    const className = `section ${roomOf(countFields(section))}`;
    if (this.element.className !== className) this.element.className = className;
    if (section.title !== before?.title || section.description !== before.description) this.drawHead(section);
    this.arranged?.patch(section.elements ?? []);
    this.listed?.patch(section.fields);
  }

  private drawHead({ title, description }: FormSection): void {
    this.head?.remove();
    const parts = [...(title === '' ? [] : [make('h3', {}, title)]), ...(description === '' ? [] : [make('p', { class: 'intro' }, description)])];
    this.head = parts.length === 0 ? undefined : make('div', { class: 'section-head' }, ...parts);
    if (this.head) this.element.prepend(this.head);
  }
}
