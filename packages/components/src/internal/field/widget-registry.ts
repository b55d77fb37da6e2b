import type { FormNode, WidgetSubject, WidgetTester } from '@cobuild/core';
import { lateWidget } from './late-widget.js';
import type { LateState } from './late-widget.js';
import type { Widget } from './widget.js';

/** A widget whose module comes when the first field is drawn with it. */
interface LateEntry {
  state: LateState;
  readonly stand: Widget;
  /** Loads it, where that has not begun; never rejected. */
  readonly bring: () => Promise<void>;
}

/** Which fields a widget is proposed for, without being named in their settings. */
export interface WidgetClaim {
  /** Above 10 it wins over what a type is drawn with, above 40 over formats, long texts and choices, above 50 over what the settings of a field name. */
  readonly rank: number;
  /** Looks at the field as the definition describes it; the same field gets the same answer. */
  readonly test: (field: WidgetSubject) => boolean;
}

interface LazyOptions extends Pick<Widget, 'showsFixed'> { readonly claim?: WidgetClaim }

/** Widgets by the name that a field's settings, its schema or a host's tester asks for. */
export class WidgetRegistry {
  private readonly byName: Map<string, Widget>;
  private readonly late = new Map<string, LateEntry>();
  private readonly ranked = new Map<string, WidgetTester>();
  private proposals: readonly WidgetTester[] = [];
  private readonly listeners = new Set<(name: string) => void>();

  /** @param rest - For names that nobody registered: the answer stays untouched, and the field says so. */
  constructor(widgets: Readonly<Record<string, Widget>>, private readonly output: Widget, private readonly rest: Widget) {
    this.byName = new Map(Object.entries(widgets));
  }

  /**
   * Adds a widget, or puts it in place of the one with that name; fields that are drawn with it are drawn anew.
   *
   * @param claim - Fields that get it without naming it. Without one: those whose settings say `"widget": "<name>"`, and those that the built-in testers give that name.
   * @example formWidgets.register('stars', stars, { rank: 45, test: ({ type, schema }) => type === 'integer' && schema['maximum'] === 5 })
   */
  register(name: string, widget: Widget, claim?: WidgetClaim): void {
    this.late.delete(name);
    this.byName.set(name, widget);
    this.claim(name, claim);
    this.tell(name);
  }

  /**
   * Adds a widget whose module is loaded when a form has a field for it, once for the whole page. Until it is there the field shows its label and
   * that it is being loaded; where loading failed, a way to try again.
   *
   * @param load - Brings the widget, mostly from a module of the same origin.
   * @param options - A claim as in `register`; `showsFixed`: the widget is also loaded for answers that nobody types, and has to say the same of itself.
   * @example formWidgets.registerLazy('site-map', () => import('./site-map.js').then(({ siteMap }) => siteMap))
   */
  registerLazy(name: string, load: () => Promise<Widget>, { showsFixed = false, claim }: LazyOptions = {}): void {
    let loading: Promise<void> | undefined;
    const bring = (): Promise<void> => {
      if (loading !== undefined && entry.state === 'loading') return loading;
      entry.state = 'loading';
      loading = load().then(
        (widget) => {
          // Another one may have taken the name meanwhile.
          if (this.late.get(name) !== entry) return;
          this.late.delete(name);
          this.byName.set(name, widget);
          this.tell(name);
        },
        () => {
          entry.state = 'failed';
          this.tell(name);
        },
      );
      return loading;
    };
    const begin = (): void => void bring();
    const entry: LateEntry = { state: 'waiting', bring, stand: { ...lateWidget({ state: () => entry.state, begin, again: () => { begin(); this.tell(name); } }), showsFixed } };
    this.byName.delete(name);
    this.late.set(name, entry);
    this.claim(name, claim);
    this.tell(name);
  }

  /**
   * Loads widgets before a form is drawn with them, for those that are small and quick to come. `undefined` where they are there, and where one did not
   * come: its field says so and offers to try again. Never rejected.
   */
  missing(names: readonly string[]): Promise<unknown> | undefined {
    const waits = names.flatMap((name) => {
      const entry = this.late.get(name);
      return entry === undefined || entry.state === 'failed' ? [] : entry.bring();
    });
    return waits.length === 0 ? undefined : Promise.all(waits);
  }

  /** What a question is drawn with; what nobody types is an output, unless its widget has a way of its own to show it. */
  widgetOf(node: FormNode): Widget {
    const widget = this.byName.get(node.widget) ?? this.late.get(node.widget)?.stand;
    if (node.computed || node.readonly) return widget?.showsFixed === true ? widget : this.output;
    return widget ?? this.rest;
  }

  /** Hears of each name whose widget is another one from now on, or whose loading failed. @returns how to stop. */
  subscribe(listener: (name: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** For `widgetTesters` of a form; another list whenever a claim came or went. */
  get testers(): readonly WidgetTester[] {
    return this.proposals;
  }

  private claim(name: string, claim: WidgetClaim | undefined): void {
    if (claim === undefined && !this.ranked.delete(name)) return;
    if (claim !== undefined) this.ranked.set(name, { rank: claim.rank, test: (field) => claim.test(field), widget: name });
    this.proposals = Array.from(this.ranked.values());
  }

  private tell(name: string): void {
    for (const listener of Array.from(this.listeners)) listener(name);
  }
}
