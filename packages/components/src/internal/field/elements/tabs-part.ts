import type { FormElement, FormTab } from '@cobuild/core';
import { arrange, iconNode, make, setAttribute, setText } from '../dom.js';
import type { View } from '../view.js';
import type { ArrangedList, ElementPart, PartHost } from './element-part.js';
import { canReveal } from './reveal.js';
import { turnByKey } from './tab-keys.js';
import { elementWords } from './words.js';

type Tabs = Extract<FormElement, { kind: 'tabs' }>;

interface Tab {
  readonly button: HTMLElement;
  readonly wrong: HTMLElement;
  readonly panel: HTMLElement;
  /** On paper all panels stand below each other, each under its title. */
  readonly paperTitle: HTMLElement;
  readonly list: ArrangedList;
}

/** Counts sets of tabs, whose ids have to be the only ones of their kind in the form. */
let sets = 0;

/** Groups of questions of which one is in front. All of them are there: what is behind is filled in, checked and printed as well. */
export class TabsPart implements ElementPart<Tabs> {
  readonly element: HTMLElement;
  private readonly bar = make('div', { role: 'tablist', class: 'tab-bar' });
  private readonly known = new Map<string, Tab>();
  private readonly id = `tabs-${(sets += 1)}`;
  private shown: readonly FormTab[] = [];
  private front = '';

  constructor(element: Tabs, private readonly host: PartHost) {
    this.element = make('div', { class: 'element-tabs' }, this.bar);
    setAttribute(this.bar, 'aria-label', elementWords[host.host.context.locale].tabs);
    this.bar.addEventListener('click', (event) => this.onClick(event));
    this.bar.addEventListener('keydown', (event) => turnByKey(event, (index) => this.turn(this.shown[index]?.id ?? '', true)));
    this.patch(element);
  }

  get views(): readonly View[] {
    return [...this.known.values()].flatMap(({ list }) => list.views);
  }

  patch({ tabs }: Tabs): void {
    this.shown = tabs.filter((tab) => tab.visible);
    for (const tab of tabs) if (!tab.visible) this.remove(tab.id);
    const drawn = this.shown.map((tab) => this.draw(tab));
    arrange(this.bar, drawn.map(({ button }) => button));
    arrange(this.element, [this.bar, ...drawn.map(({ panel }) => panel)]);
    if (!this.shown.some(({ id }) => id === this.front)) this.front = this.shown[0]?.id ?? '';
    this.showFront();
  }

  private draw(tab: FormTab): Tab {
    const known = this.known.get(tab.id) ?? this.make(tab);
    this.known.set(tab.id, known);
    setText(known.button, tab.title);
    setText(known.paperTitle, tab.title);
    if (tab.hasErrors !== (known.wrong.parentNode !== null)) {
      if (tab.hasErrors) known.button.append(known.wrong);
      else known.wrong.remove();
    }
    known.list.patch(tab.elements);
    return known;
  }

  private make({ id, columns }: FormTab): Tab {
    const words = elementWords[this.host.host.context.locale];
    const [tab, panel] = [`${this.id}-${id}`, `${this.id}-${id}-panel`];
    const list = this.host.list(columns);
    const paperTitle = make('p', { class: 'element-title paper-only' }, '');
    const made: Tab = {
      button: make('button', { type: 'button', role: 'tab', class: 'tab', id: tab, 'aria-controls': panel, 'data-tab': id }, ''),
      wrong: make('span', { class: 'tab-wrong' }, iconNode('danger'), make('span', { class: 'visually-hidden' }, words.tabHasErrors)),
      panel: make('div', { role: 'tabpanel', class: 'tab-panel', id: panel, 'aria-labelledby': tab }, paperTitle, list.element),
      paperTitle,
      list,
    };
    canReveal(made.panel, () => this.turn(id, false));
    return made;
  }

  private remove(id: string): void {
    this.known.get(id)?.list.views.forEach((view) => this.host.host.forget(view));
    this.known.delete(id);
  }

  private onClick(event: Event): void {
    const id = (event.target as Element).closest<HTMLElement>('[data-tab]')?.dataset['tab'];
    if (id !== undefined) this.turn(id, true);
  }

  private turn(id: string, withFocus: boolean): void {
    if (!this.known.has(id)) return;
    this.front = id;
    this.showFront();
    if (withFocus) this.known.get(id)?.button.focus();
  }

  private showFront(): void {
    this.known.forEach(({ button, panel }, id) => {
      const isFront = id === this.front;
      setAttribute(button, 'aria-selected', String(isFront));
      setAttribute(button, 'tabindex', isFront ? undefined : '-1');
      if (panel.hidden === isFront) panel.hidden = !isFront;
    });
  }
}
