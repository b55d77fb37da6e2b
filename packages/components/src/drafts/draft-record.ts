import type { AsideAnswer, FormDefinition, FormDraft, MergedAnswers, OpenedDraft, PrefilledAnswer, StoredDraft } from '@cobuild/core';
import { makeDraft, mergeAnswers, mergeImported, openDraft } from '@cobuild/core';

type Answers = FormDraft['answers'];

export interface DraftSubject {
  readonly definition: FormDefinition;
  readonly scheme?: { readonly id: string; readonly version: string };
}

/** Two versions of the answers that have to become one, by somebody's choice. */
export interface PendingMerge {
  readonly merged: MergedAnswers;
  /** Who made the other version and when. */
  readonly theirs: Pick<StoredDraft, 'author' | 'savedAt'>;
  readonly from: 'storage' | 'file';
}

/** What is known of the draft besides its answers: which version the storage has, what was last shared, what stands beside the form. */
export class DraftRecord {
  savedAt: string | undefined;
  aside: readonly AsideAnswer[] = [];
  prefilled: readonly PrefilledAnswer[] = [];
  /** What the last opening set aside or moved; the person is told once. */
  opened: OpenedDraft | undefined;
  private revision = 0;
  /** The answers of that revision. */
  private stored: Answers = {};
  /** The answers as they last left or came in a file. */
  private shared: Answers = {};

  /** Other answers begin; what the storage has stays known, so that they replace it. */
  begin(): void {
    this.savedAt = undefined;
    this.prefilled = [];
    this.opened = undefined;
  }

  /** The storage has nothing yet: whoever saves first began with these answers, too. */
  beginWith(answers: Answers): void {
    this.stored = answers;
    this.shared = answers;
  }

  /** Takes over a draft from the storage; answers what the form is filled with. */
  load(draft: StoredDraft, { definition }: DraftSubject): Answers {
    const opened = openDraft(draft, definition);
    this.take(draft, opened);
    this.aside = opened.aside;
    this.prefilled = draft.prefilled ?? [];
    this.shared = opened.base;
    this.opened = opened;
    return opened.answers;
  }

  /** The draft of these answers, for a storage. */
  draft(answers: Answers, { definition, scheme }: DraftSubject, savedAt: string): FormDraft {
    return makeDraft(definition, { answers, base: this.shared, revision: this.revision, savedAt, aside: this.aside, prefilled: this.prefilled, ...(scheme === undefined ? {} : { scheme }) });
  }

  /** The same for a file: from here on both have these answers in common. */
  draftForFile(answers: Answers, subject: DraftSubject, savedAt: string): FormDraft {
    const draft = this.draft(answers, subject, savedAt);
    this.shared = answers;
    return draft;
  }

  saved(answers: Answers, { savedAt, revision }: { readonly savedAt: string; readonly revision?: number }): void {
    this.savedAt = savedAt;
    this.stored = answers;
    this.revision = revision ?? this.revision;
  }

  /** Joins what somebody else saved meanwhile; from here on theirs is the version that the next save begins with. */
  meet(mine: Answers, theirs: StoredDraft, { definition }: DraftSubject): MergedAnswers {
    const opened = openDraft(theirs, definition);
    const merged = mergeAnswers(this.stored, mine, opened.answers);
    this.take(theirs, opened);
    this.addAside(opened.aside);
    return merged;
  }

  /** Joins the draft of a file; the storage's version stays what it is. */
  import(mine: Answers, file: FormDraft, { definition }: DraftSubject): MergedAnswers {
    const opened = openDraft(file, definition);
    const merged = mergeImported(mine, this.shared, opened);
    this.shared = opened.answers;
    this.addAside(opened.aside);
    this.prefilled = [...this.prefilled, ...(file.prefilled ?? []).filter(({ pointer }) => !this.prefilled.some((known) => known.pointer === pointer))];
    this.opened = opened;
    return merged;
  }

  private take({ savedAt, revision }: StoredDraft, { answers }: OpenedDraft): void {
    this.savedAt = savedAt;
    this.revision = revision ?? 0;
    this.stored = answers;
  }

  private addAside(more: readonly AsideAnswer[]): void {
    const known = new Set(this.aside.map((answer) => JSON.stringify([answer.pointer, answer.value])));
    this.aside = [...this.aside, ...more.filter((answer) => !known.has(JSON.stringify([answer.pointer, answer.value])))];
  }
}
