import type { FormNode, FormStep, Locale } from '@cobuild/core';
import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldContext } from './field-context.js';
import { hasAdded, isRepeated } from './field-context.js';
import { ChoiceView } from './choice-view.js';
import { GroupView } from './group-view.js';
import { LeafDrawings } from './leaf-drawing.js';
import { LeafView } from './leaf-view.js';
import { ListView } from './list-view.js';
import { addedPart } from './parts/view-parts.js';
import { StepSections } from './step-sections.js';
import type { View, ViewHost } from './view.js';
import { wearStyles } from './wear-styles.js';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

const EVENTS = ['input', 'change', 'click', 'keydown', 'paste', 'focusout'] as const;

/**
 * All fields that an element draws, each found by its pointer. Fields are no templates: a form of a thousand would be drawn by ten thousand
 * small comparisons at each key. The element's template places the sections of each step; from then on a change is written where it
 * happened, in the tick in which it happened, and people's doings are heard by one listener at the root.
 */
export class FieldViews implements ViewHost, ReactiveController {
  private readonly views = new Map<string, View>();
  private readonly steps = new Map<string, StepSections>();
  /** Those that show other answers beside their own. */
  private readonly followers = new Set<View>();
  private drawings: LeafDrawings;
  private locale: Locale | undefined;
  private stopHearing: (() => void) | undefined;

  constructor(private readonly host: Host, readonly context: FieldContext) {
    this.drawings = new LeafDrawings(context);
    host.addController(this);
  }

  hostConnected(): void {
    // The same listener twice is one listener.
    for (const type of EVENTS) this.host.renderRoot.addEventListener(type, this);
    this.stopHearing = this.context.widgets.subscribe((name) => {
      this.context.inTerms(() => this.renew(name));
      // A claim on fields may make another form of the definition.
      this.host.requestUpdate();
    });
    // What came while the element was out of the page.
    this.renew();
  }

  hostDisconnected(): void {
    this.stopHearing?.();
  }

  /** What the element's template no longer places is forgotten. */
  hostUpdated(): void {
    for (const [id, sections] of this.steps) {
      if (this.host.renderRoot.contains(sections.element)) continue;
      this.steps.delete(id);
      for (const view of sections.views) this.forget(view);
    }
    // What the page lends may be something else now.
    this.refreshFollowers();
  }

  /** The sections of a step as they are now, for the element's template. */
  step(step: FormStep): HTMLElement {
    this.startOverInOtherLanguage();
    const sections = this.steps.get(step.id) ?? new StepSections(this);
    this.steps.set(step.id, sections);
    sections.patch(step);
    return sections.element;
  }

  /** Brings what is drawn up to date, without the element's template. */
  patch(steps: readonly FormStep[]): void {
    if (this.locale !== this.context.locale) return;
    this.context.inTerms(() => {
      for (const step of steps) this.steps.get(step.id)?.patch(step);
      this.refreshFollowers();
    });
  }

  private refreshFollowers(): void {
    for (const view of this.followers) view.refresh?.();
  }

  /** The view of a pointer, if it is drawn. */
  get(pointer: string): View | undefined {
    return this.views.get(pointer);
  }

  draw(node: FormNode): View {
    if (node.choosers !== undefined) return new ChoiceView(node, this); // the question in it has the pointer
    const view = this.viewOf(node);
    this.register(view);
    return view;
  }

  private viewOf(node: FormNode): View {
    if (node.widget === 'group') return new GroupView(node, this);
    if (isRepeated(node)) return new ListView(node, this);
    if (hasAdded(node)) return new addedPart.now.AddedView(node, this);
    if (node.widget === 'absent') return new addedPart.now.AbsentView(node, this);
    return new LeafView(node, this, this.drawings, this.drawings.of(node, 'field'));
  }

  /** What is drawn first of those inside a pointer that is not drawn itself. */
  firstInside(pointer: string): View | undefined {
    const found = Array.from(this.views.values()).filter((view) => view.pointer.startsWith(`${pointer}/`));
    return found.sort((left, right) => (left.element.compareDocumentPosition(right.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
  }

  drawCell(node: FormNode, position: number): View {
    const view = new LeafView(node, this, this.drawings, this.drawings.of(node, 'cell'), position);
    this.register(view);
    return view;
  }

  register(view: View): void {
    this.views.set(view.pointer, view);
    if (view.followsAnswers === true) this.followers.add(view);
  }

  forget(view: View): void {
    if (this.views.get(view.pointer) === view) this.views.delete(view.pointer);
    this.followers.delete(view);
    for (const child of view.children) this.forget(child);
  }

  wear(styles: CSSResult | undefined): void {
    if (styles) wearStyles(this.host.renderRoot, styles);
  }

  /** Draws anew what is drawn with a widget of that name, and without one what is drawn otherwise now: something that the page lends came or went. */
  renew(name?: string): void {
    for (const view of this.views.values()) {
      view.renew?.(name);
      if (view.followsAnswers === true) this.followers.add(view);
    }
  }

  handleEvent(event: Event): void {
    this.context.inTerms(() => this.hear(event));
  }

  private hear(event: Event): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.type === 'focusout') this.leave(event as FocusEvent, target);
    const button = event.type === 'click' ? target.closest('[data-action]') : null;
    this.viewAround(button?.closest('.repeated') ?? target)?.handle?.(event);
  }

  /** Leaving means that the focus went to something outside the field; from one radio button to the next is not leaving. */
  private leave({ relatedTarget }: FocusEvent, target: Element): void {
    for (let view = this.viewAround(target); view; view = this.viewAround(view.element.parentElement)) {
      if (view.canBeLeft && !(relatedTarget instanceof Node && view.element.contains(relatedTarget))) this.context.leave(view.element, view.pointer);
    }
  }

  private viewAround(element: Element | null): View | undefined {
    const box = element?.closest<HTMLElement>('[data-pointer]');
    const view = box && this.views.get(box.dataset['pointer'] ?? '');
    return view?.element.contains(element) === true ? view : undefined;
  }

  /** Drawings hold words; in another language everything is drawn anew. */
  private startOverInOtherLanguage(): void {
    if (this.locale === this.context.locale) return;
    this.locale = this.context.locale;
    this.drawings = new LeafDrawings(this.context);
    this.steps.clear();
    this.views.clear();
    this.followers.clear();
  }
}
