import type { FormElement, FormNode } from '@cobuild/core';
import { arrange, make, setText } from '../dom.js';
import type { View, ViewHost } from '../view.js';
import type { ArrangedList, ElementPart, PartHost } from './element-part.js';
import { elementStyles } from './elements.styles.js';
import { isShownElement } from './shown-element.js';
import { TabsPart } from './tabs-part.js';

/** Arranged questions: an element keeps its place among its neighbours, so it is known by that. */
export class ElementList implements ArrangedList {
  readonly element: HTMLElement;
  private parts: readonly (ElementPart | undefined)[] = [];
  private drawn: readonly FormElement[] | undefined;
  private readonly partHost: PartHost = { host: this.host, list: (columns) => new ElementList(this.host, columns) };

  constructor(private readonly host: ViewHost, columns: number) {
    host.wear(elementStyles);
    this.element = make('div', { class: columns > 1 ? `fields columns columns-${columns}` : 'fields' });
  }

  get views(): readonly View[] {
    return this.parts.flatMap((part) => part?.views ?? []);
  }

  patch(elements: readonly FormElement[]): void {
    if (elements === this.drawn) return;
    this.drawn = elements;
    const before = this.parts;
    this.parts = elements.map((element, index) => {
      const known = before[index];
      if (!isShownElement(element)) {
        known?.views.forEach((view) => this.host.forget(view));
        return undefined;
      }
      if (!known) return drawPart(element, this.partHost);
      known.patch(element);
      return known;
    });
    arrange(this.element, this.parts.flatMap((part) => (part ? [part.element] : [])));
  }
}

function drawPart(element: FormElement, host: PartHost): ElementPart {
  if (element.kind === 'field') return new FieldPart(element.node, host.host);
  if (element.kind === 'tabs') return new TabsPart(element, host);
  return (element.kind === 'text' ? new TextPart(element) : new GroupPart(element, host));
}

type Of<Kind extends FormElement['kind']> = Extract<FormElement, { kind: Kind }>;

class FieldPart implements ElementPart<Of<'field'>> {
  private view: View;

  constructor(node: FormNode, private readonly host: ViewHost) {
    this.view = host.draw(node);
  }

  get element(): HTMLElement {
    return this.view.element;
  }

  get views(): readonly View[] {
    return [this.view];
  }

  patch({ node }: Of<'field'>): void {
    if (this.view.fits(node)) this.view.patch(node);
    else {
      this.host.forget(this.view);
      this.view = this.host.draw(node);
    }
  }
}

class TextPart implements ElementPart<Of<'text'>> {
  readonly element = make('p', { class: 'intro element-text' });
  readonly views: readonly View[] = [];

  constructor(element: Of<'text'>) {
    this.patch(element);
  }

  patch({ text }: Of<'text'>): void {
    setText(this.element, text);
  }
}

/** Counts headings, whose ids have to be the only ones of their kind in the form. */
let groups = 0;

class GroupPart implements ElementPart<Of<'group'>> {
  readonly element: HTMLElement;
  private readonly list: ArrangedList;
  private readonly heading = make('h4', { class: 'element-title' });
  private readonly intro = make('p', { class: 'intro' });

  constructor(element: Of<'group'>, host: PartHost) {
    this.list = host.list(element.columns);
    this.element = make('div', { class: 'element-group' }, this.list.element);
    this.heading.id = `group-heading-${(groups += 1)}`;
    this.patch(element);
  }

  get views(): readonly View[] {
    return this.list.views;
  }

  patch({ title, description, elements }: Of<'group'>): void {
    const head = [...(title === '' ? [] : [this.heading]), ...(description === '' ? [] : [this.intro])];
    setText(this.heading, title);
    setText(this.intro, description);
    this.list.patch(elements);
    arrange(this.element, [...head, this.list.element]);
    if (title === '') return;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-labelledby', this.heading.id);
  }
}
