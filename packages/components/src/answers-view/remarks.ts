import type { AnswerRow } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnswerRemark, RemarkDesk } from './remark-view.js';
import { remarkId } from './remark-view.js';
import type { AnswersWords } from './words.js';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface RemarksHost {
  /** What the page gave. */
  given(): readonly AnswerRemark[];
  readonly(): boolean;
  words(): AnswersWords;
  /** The reviewer wrote, changed or removed a remark. */
  changed(remark: AnswerRemark): void;
}

/** The remarks of a reviewer: those the page gave, with what was written since. A page that sets them anew has the last word. */
export class Remarks implements RemarkDesk, ReactiveController {
  editing: string | undefined;
  /** Read out. */
  announcement = '';
  private written = new Map<string, string>();
  private base: readonly AnswerRemark[] | undefined;

  constructor(private readonly element: Host, private readonly host: RemarksHost) {
    element.addController(this);
  }

  hostUpdate(): void {
    const given = this.host.given();
    if (given === this.base) return;
    this.base = given;
    this.written = new Map();
  }

  get readonly(): boolean {
    return this.host.readonly();
  }

  /** Those that there are, in the order in which they were written. */
  get all(): readonly AnswerRemark[] {
    const texts = new Map((this.base ?? this.host.given()).map(({ pointer, text }) => [pointer, text]));
    for (const [pointer, text] of this.written) texts.set(pointer, text);
    return [...texts].filter(([, text]) => text !== '').map(([pointer, text]) => ({ pointer, text }));
  }

  textOf(pointer: string): string {
    return this.written.get(pointer) ?? this.host.given().find((remark) => remark.pointer === pointer)?.text ?? '';
  }

  edit({ pointer }: AnswerRow): void {
    this.keepOpen();
    this.editing = pointer;
    this.focusAfter(`${remarkId(pointer)}-text`);
  }

  cancel({ pointer }: AnswerRow): void {
    this.editing = undefined;
    this.focusAfter(remarkId(pointer));
  }

  save({ pointer, label }: AnswerRow, text: string): void {
    this.editing = undefined;
    const words = this.host.words();
    if (text !== this.textOf(pointer)) {
      this.written.set(pointer, text);
      this.announcement = text === '' ? words.remarkRemoved({ label }) : words.remarkSaved({ label });
      this.host.changed({ pointer, text });
    }
    this.focusAfter(remarkId(pointer));
  }

  /** Keeps the text that is being written, where the reviewer goes on without saving it. */
  keepOpen(): void {
    const pointer = this.editing;
    if (pointer === undefined) return;
    this.editing = undefined;
    const text = this.element.renderRoot.querySelector<HTMLTextAreaElement>(`#${CSS.escape(`${remarkId(pointer)}-text`)}`)?.value.trim();
    if (text !== undefined && text !== this.textOf(pointer)) {
      this.written.set(pointer, text);
      this.host.changed({ pointer, text });
    }
    this.element.requestUpdate();
  }

  /** Brings the reviewer to a remark. */
  show(pointer: string): void {
    this.focusAfter(remarkId(pointer));
  }

  private focusAfter(id: string): void {
    this.element.requestUpdate();
    void this.element.updateComplete.then(() => this.element.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus());
  }
}
