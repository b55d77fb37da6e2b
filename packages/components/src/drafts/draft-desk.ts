import type { AsideAnswer, Form, FormDraft, FormStep, PrefillAdapter, PrefilledAnswer, StoredDraft } from '@cobuild/core';
import { localize, prefill, prefillNotes, valueAt } from '@cobuild/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { SpokenLine } from '../internal/spoken-line.js';
import { dayOf } from '../internal/dates.js';
import { noticeBox } from '../internal/pieces.js';
import { asideBox } from './aside-box.js';
import { DraftFiles } from './draft-files.js';
import { fileButtons, filePanel, focusFilePanel } from './draft-files-view.js';
import { DraftKeeper } from './draft-keeper.js';
import { DraftLoad } from './draft-load.js';
import type { DraftSubject } from './draft-record.js';
import type { DraftView } from './draft-status.js';
import { draftNews, draftWait, saveFailure, saveLine, savedText } from './draft-status.js';
import type { DraftStorage } from './draft-storage.js';
import { MergeDesk } from './merge-desk.js';
import { focusMerge } from './merge-view.js';
import { prefillBox } from './prefill-box.js';
import { PrefillLoad, questionPointers } from './prefill-load.js';

type Answers = FormDraft['answers'];

export interface DraftDeskHost {
  readonly storage: () => DraftStorage | undefined;
  readonly prefill: () => PrefillAdapter | undefined;
  /** The form that drafts belong to. */
  readonly subject: () => DraftSubject | undefined;
  readonly model: () => Form | undefined;
  readonly answers: () => Answers;
  /** Puts answers into the form that the person did not type. */
  readonly replace: (answers: Answers) => void;
  /** Without a storage the page is told. */
  readonly announce: (answers: Answers) => void;
  readonly view: () => DraftView;
  /** Back to the form after a merge. */
  readonly focusForm: () => void;
}

/** Everything about the draft of an element that fills in a form: reading, saving, joining, files, what is known already. */
export class DraftDesk {
  private readonly keeper: DraftKeeper;
  private readonly reading: DraftLoad;
  private readonly prefilling: PrefillLoad;
  private readonly merging: MergeDesk;
  private readonly files: DraftFiles;
  private readonly spoken: SpokenLine;
  /** The answers that the keeper knows of. */
  private noted: Answers | undefined;
  /** Answers of a draft or a file are in the form. */
  resumed = false;
  /** A draft that was read, until there is a form for it. */
  private stored: StoredDraft | undefined;

  constructor(private readonly element: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, private readonly host: DraftDeskHost) {
    const { storage, subject, answers, announce } = host;
    this.keeper = new DraftKeeper(element, { storage, subject, answers, replace: (other) => this.replace(other), announce });
    this.reading = new DraftLoad(element, (draft) => {
      this.stored = draft;
      // What the page gave, such as an application that came back, is then what all windows begin with.
      if (!draft) this.keeper.record.beginWith(host.answers());
    });
    this.prefilling = new PrefillLoad(element);
    this.merging = new MergeDesk(element, this.keeper, (on) => this.afterUpdate(() => (on === 'form' ? host.focusForm() : focusMerge(element.renderRoot, on))));
    this.files = new DraftFiles(element, {
      view: host.view,
      draft: () => this.forFile(),
      take: (draft) => this.take(draft),
      focus: (on, opener) => this.afterUpdate(() => focusFilePanel(element.renderRoot, on, opener)),
    });
    this.spoken = new SpokenLine(element);
  }

  /** The storage is another one. */
  begin(): void {
    this.resumed = false;
    this.keeper.forget();
    this.reading.load(this.host.storage());
  }

  /** Before drawing: puts the draft that was read into the form, and what the host knows, as soon as all are there. */
  update(): void {
    const subject = this.host.subject();
    if (!subject) return;
    const { stored } = this;
    this.stored = undefined;
    if (stored) this.replace(this.keeper.opened(stored, subject));
    this.prefilling.ask(this.host.prefill(), subject.definition.id);
    const model = this.host.model();
    const known = this.reading.pending || !model ? undefined : this.prefilling.take();
    if (model && known) this.fillIn(model, known);
  }

  /** The person did something to an answer; that it is another one than before is for the desk to see. */
  answered(): void {
    const answers = this.host.answers();
    if (answers !== this.noted) this.keeper.changed();
    this.noted = answers;
  }

  /** The page is about to go to where the answers are sent: what is unsaved is saved, and nobody asks whether to leave. */
  letGo(): void {
    this.keeper.letGo();
  }

  /** The host set other answers. */
  restart(): void {
    this.keeper.restart();
  }

  finish(): void {
    void this.keeper.finish();
  }

  /** What stands in place of the form until the draft is read. */
  wait(): TemplateResult | undefined {
    return this.reading.pending ? draftWait(this.reading, () => this.reading.load(this.host.storage()), this.host.view()) : undefined;
  }

  /** When the answers were saved, and the ways to and from a file. */
  line(): TemplateResult {
    const view = this.host.view();
    return html`<div class="draft-line">${saveLine(this.keeper, view)} ${fileButtons(this.files, view)}</div>`;
  }

  /** What there is to say about the draft, above the form. */
  notices(): TemplateResult {
    const { keeper, files } = this;
    const view = this.host.view();
    return html`${saveFailure(keeper, view)}
      <div class="draft-notices">${filePanel(files, view)} ${draftNews(keeper, view)} ${asideBox(keeper.record.aside, (answer) => this.discard(answer), view)}</div>`;
  }

  /** For readers: when the answers were saved, once in a minute at most. */
  spokenLine(): TemplateResult {
    const { status } = this.keeper;
    if (status === 'saved' || status === 'idle') this.spoken.say(savedText(this.keeper, this.host.view()));
    return html`<div class="visually-hidden" role="status">${this.spoken.text}</div>`;
  }

  /** In place of the form while two versions are to be joined. */
  merge(): TemplateResult | undefined {
    const subject = this.host.subject();
    return this.keeper.merge && subject && this.merging.view(this.keeper.merge, subject, this.host.view());
  }

  /** What was filled in already, with its sources. */
  get sources(): readonly PrefilledAnswer[] {
    return this.keeper.record.prefilled;
  }

  /** What of a step was filled in already. */
  prefilled(step: FormStep | undefined): TemplateResult {
    const view = this.host.view();
    const failure = this.prefilling.failed ? noticeBox('info', view.words.info, html`<p>${view.text.prefillFailed}</p>`) : nothing;
    return html`${failure} ${prefillBox(step, prefillNotes(this.host.answers(), this.keeper.record.prefilled), view)}`;
  }

  /** Never over what somebody gave: what is typed while the host is asked stays, too. */
  private fillIn(model: Form, known: readonly PrefilledAnswer[]): void {
    const questions = questionPointers(model.state);
    const { record } = this.keeper;
    const before = this.host.answers();
    const { answers, prefilled } = prefill(before, known.filter(({ pointer }) => questions.has(pointer)), record.prefilled);
    record.prefilled = prefilled;
    if (answers === before) return;
    if (!model.state.dirty) return this.put(answers);
    for (const { pointer } of prefilled) if (valueAt(answers, pointer) !== valueAt(before, pointer)) model.setValue(pointer, valueAt(answers, pointer));
    this.keeper.changed();
  }

  private replace(answers: Answers): void {
    this.resumed ||= Object.keys(answers).length > 0;
    this.put(answers);
  }

  private put(answers: Answers): void {
    this.host.replace(answers);
    this.noted = this.host.answers();
  }

  private discard(answer: AsideAnswer): void {
    const { record } = this.keeper;
    record.aside = record.aside.filter((other) => other !== answer);
    this.keeper.changed();
  }

  private forFile(): { readonly draft: FormDraft; readonly name: string } | undefined {
    const subject = this.host.subject();
    if (!subject) return undefined;
    const { locale, text } = this.host.view();
    const now = new Date().toISOString();
    const name = text.fileName({ form: localize(subject.definition.title, locale), date: dayOf(now, locale) });
    // Without what file systems do not take in a name.
    return { draft: this.keeper.record.draftForFile(this.host.answers(), subject, now), name: name.replace(/[\\/:*?"<>|]/g, '-') };
  }

  private take(draft: FormDraft): boolean {
    const subject = this.host.subject();
    if (!subject || draft.form.id !== subject.definition.id) return false;
    this.keeper.import(draft, subject);
    return true;
  }

  private afterUpdate(action: () => void): void {
    void this.element.updateComplete.then(action);
  }
}
