import type { Facts, Form, FormNode, Locale, PrefilledAnswer } from '@cobuild/core';
import { toPointer, valueAt } from '@cobuild/core';
import type { LitElement } from 'lit';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { FieldContext } from '../internal/field/field-context.js';
import { revealAround } from '../internal/field/elements/reveal.js';
import { idOf } from '../internal/field/field-context.js';
import { FieldViews } from '../internal/field/field-views.js';
import { fillWidgets } from '../internal/field/fill-widgets.js';
import { itemWords } from '../internal/field/items/words.js';
import { sourceNote } from '../internal/field/source-note.js';
import type { PointerHold } from '../internal/pointer-hold.js';
import type { Messages } from '../locales/messages.js';
import { changedPlace } from './undo/changed-place.js';
import { focusPointer } from './field-focus.js';
import { labelAt } from './field-places.js';

/** What the element lends to the actions of its fields. */
export interface FieldActionsHost {
  readonly element: LitElement;
  readonly hold: PointerHold;
  model(): Form | undefined;
  locale(): Locale;
  words(): Messages;
  facts(): Facts;
  hosts(): FieldHosts | undefined;
  inTerms<T>(speak: () => T): T;
  /** Brings somebody to a field, if need be on another step. */
  show?(pointer: string): Promise<boolean>;
  /** What was filled in from the host's registers. */
  prefilled?(): readonly PrefilledAnswer[];
  /** After the person changed the answer at a pointer. */
  changed(event: 'cobuild-input' | 'cobuild-change', pointer: string): void;
}

const NO_HOSTS: FieldHosts = {};
const NO_ANSWERS: Readonly<Record<string, unknown>> = {};

/** A list before an item of it was removed, moved or copied last, so that it can be brought back from the place where that was. */
export interface Removal {
  readonly pointer: string;
  readonly items: unknown;
}

/** The fields' side of a form: passes what people do to the model, keeps the focus where they work and says what happened. */
export class FieldActions implements FieldContext {
  readonly widgets = fillWidgets;
  /** What is drawn. */
  readonly views: FieldViews;
  editing: { readonly pointer: string; readonly text: string } | undefined;
  /** Read out by the live region. */
  announcement = '';
  /** What turned out wrong when a question was left; read out as well. */
  problemSaid = '';
  removal: Removal | undefined;

  constructor(private readonly host: FieldActionsHost) {
    this.views = new FieldViews(host.element, this);
  }

  get locale(): Locale {
    return this.host.locale();
  }

  get words(): Messages {
    return this.host.words();
  }

  get hosts(): FieldHosts {
    return this.host.hosts() ?? NO_HOSTS;
  }

  get facts(): Facts {
    return this.host.facts();
  }

  inTerms<T>(speak: () => T): T {
    return this.host.inTerms(speak);
  }

  get answers(): Readonly<Record<string, unknown>> {
    return this.host.model()?.state.value ?? NO_ANSWERS;
  }

  get submission(): Readonly<Record<string, unknown>> {
    return this.host.model()?.submission() ?? NO_ANSWERS;
  }

  labelOf(pointer: string): string | undefined {
    const model = this.host.model();
    return model && labelAt(model.state, pointer);
  }

  sourceOf(pointer: string): string | undefined {
    const prefilled = this.host.prefilled?.();
    return prefilled === undefined || prefilled.length === 0 ? undefined : sourceNote(pointer, this.answers, prefilled, this.locale);
  }

  /** Writes anew what says where answers came from: the sources changed, the answers did not. */
  refreshSources(answers: readonly PrefilledAnswer[]): void {
    for (const { pointer } of answers) this.views.get(pointer)?.refresh?.();
  }

  input(pointer: string, value: unknown): void {
    this.forgetRemoval();
    this.host.model()?.setValue(pointer, value);
    this.host.changed('cobuild-input', pointer);
  }

  arriving(pointer: string, names: readonly string[]): void {
    this.host.model()?.setArriving(pointer, names);
  }

  commit(pointer: string): void {
    this.host.changed('cobuild-change', pointer);
  }

  edit(pointer: string, text: string | undefined): void {
    this.editing = text === undefined ? undefined : { pointer, text };
    if (text === undefined) this.views.get(pointer)?.refresh?.();
  }

  /** All answers are others now: a text half typed and a way back belong to those of before. */
  startOver(): void {
    this.removal = undefined;
    this.editing = undefined;
  }

  leave(field: HTMLElement, pointer: string): void {
    this.host.hold.run(() => {
      // A click on the field's own label brings the focus back: that was no leaving.
      if (!field.isConnected || field.matches(':focus-within')) return;
      const before = this.shownAt(pointer);
      this.host.model()?.touch(pointer);
      const after = this.shownAt(pointer);
      // Once, when it comes: what was said before is not said again, and nothing is said while somebody types.
      if (after !== '' && after !== before) this.announce(after);
    });
  }

  private announce(text: string): void {
    this.problemSaid = text;
    this.host.element.requestUpdate();
  }

  /** The sentences that stand beside a field. */
  private shownAt(pointer: string): string {
    const box = this.views.get(pointer)?.element;
    return Array.from(box?.querySelectorAll(`[id="${idOf(pointer)}-problems"] > p`) ?? [], (line) => line.textContent).join(' ');
  }

  addItem(node: FormNode): void {
    this.removal = undefined;
    this.host.model()?.addItem(node.pointer);
    this.itemsChanged(node, this.words.itemAdded({ label: node.label, position: node.children.length + 1 }));
    this.afterDrawing(() => focusPointer(this.views, `${node.pointer}/${node.children.length}`));
  }

  copyItem(node: FormNode, index: number): void {
    this.remember(node);
    this.host.model()?.copyItem(node.pointer, index);
    this.itemsChanged(node, itemWords[this.locale].itemCopied({ label: node.label, position: index + 2 }));
    this.afterDrawing(() => focusPointer(this.views, `${node.pointer}/${index + 1}`));
  }

  removeItem(node: FormNode, index: number): void {
    this.remember(node);
    this.host.model()?.removeItem(node.pointer, index);
    this.itemsChanged(node, this.words.itemRemoved({ label: node.label, position: index + 1 }));
    const next = Math.min(index, node.children.length - 2);
    this.afterDrawing(() => this.focusAction(node.pointer, `remove-${next}`) || this.focusAction(node.pointer, 'add'));
  }

  moveItem(node: FormNode, from: number, to: number): void {
    this.remember(node);
    this.host.model()?.moveItem(node.pointer, from, to);
    this.itemsChanged(node, this.words.itemMoved({ label: node.label, position: to + 1 }));
    const [wanted, other] = to < from ? ['up', 'down'] : ['down', 'up'];
    this.afterDrawing(() => this.focusAction(node.pointer, `${wanted}-${to}`) || this.focusAction(node.pointer, `${other}-${to}`));
  }

  /** The list as it is, to be brought back. */
  private remember(node: FormNode): void {
    this.removal = { pointer: node.pointer, items: valueAt(this.host.model()?.state.value, node.pointer) };
  }

  /** Takes back the last change, or makes it again, with the focus on what it was about. */
  travel(way: 'undo' | 'redo'): boolean {
    const model = this.host.model();
    const before = model?.state.value;
    if (model === undefined || !model[way]()) return false;
    const pointer = changedPlace(before, model.state.value);
    this.startOver();
    this.announcement = itemWords[this.locale][way === 'undo' ? 'undone' : 'redone']({ label: this.labelOf(pointer) ?? '' });
    this.host.changed('cobuild-input', pointer);
    this.host.changed('cobuild-change', pointer);
    this.afterDrawing(() => void (this.host.show?.(pointer) ?? focusPointer(this.views, pointer)));
    return true;
  }

  addGroup(node: FormNode): void {
    this.removal = undefined;
    this.host.model()?.addItem(node.pointer);
    this.itemsChanged(node, this.words.namedAdded({ label: node.label }));
    this.afterDrawing(() => focusPointer(this.views, node.pointer));
  }

  removeGroup(node: FormNode): void {
    this.removal = { pointer: node.pointer, items: node.value };
    this.host.model()?.setValue(node.pointer, undefined);
    this.itemsChanged(node, this.words.namedRemoved({ label: node.label }));
    this.afterDrawing(() => focusPointer(this.views, node.pointer));
  }

  addEntry(node: FormNode, name: string): string | undefined {
    const refused = this.host.model()?.addEntry(node.pointer, name);
    if (refused) return refused.message;
    this.removal = undefined;
    this.itemsChanged(node, this.words.namedAdded({ label: name }));
    this.afterDrawing(() => focusPointer(this.views, `${node.pointer}${toPointer(name)}`));
    return undefined;
  }

  renameEntry(node: FormNode, name: string, to: string): string | undefined {
    const refused = this.host.model()?.renameEntry(node.pointer, name, to);
    if (refused) return refused.message;
    this.removal = undefined;
    this.itemsChanged(node, this.words.namedRenamed({ label: name, name: to }));
    return undefined;
  }

  removeEntry(node: FormNode, name: string): void {
    this.removal = { pointer: node.pointer, items: node.value };
    this.host.model()?.removeEntry(node.pointer, name);
    this.itemsChanged(node, this.words.namedRemoved({ label: name }));
    this.afterDrawing(() => this.focusAction(node.pointer, 'add'));
  }

  undoRemoval(): void {
    const { removal } = this;
    if (!removal) return;
    this.removal = undefined;
    this.host.model()?.setValue(removal.pointer, removal.items);
    this.announcement = this.words.removalUndone;
    this.host.changed('cobuild-change', removal.pointer);
    this.afterDrawing(() => focusPointer(this.views, removal.pointer));
  }

  /** Its way back is no longer offered once something else was done. */
  private forgetRemoval(): void {
    if (this.removal) this.host.element.requestUpdate();
    this.removal = undefined;
  }

  private itemsChanged(node: FormNode, announcement: string): void {
    this.announcement = announcement;
    this.host.changed('cobuild-input', node.pointer);
    this.host.changed('cobuild-change', node.pointer);
  }

  private afterDrawing(task: () => void): void {
    this.host.element.requestUpdate();
    void this.host.element.updateComplete.then(task);
  }

  private focusAction(pointer: string, action: string): boolean {
    const place = this.views.get(pointer)?.element.querySelector<HTMLElement>(`[data-action="${action}"]`);
    const button = place instanceof HTMLButtonElement ? place : place?.querySelector('button');
    if (!button || button.disabled) return false;
    revealAround(button);
    button.focus();
    return true;
  }
}
