import type { MergeChoices } from '@cobuild/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { DraftKeeper } from './draft-keeper.js';
import type { DraftSubject, PendingMerge } from './draft-record.js';
import type { DraftView } from './draft-status.js';
import { mergeView } from './merge-view.js';

/** The choices for a merge, from its first appearance to the save. */
export class MergeDesk {
  private merge: PendingMerge | undefined;
  private choices: MergeChoices = {};
  private checked = false;

  /** @param focus - Moves the focus after the next drawing: to the merge, to a place without a choice, or back to the form. */
  constructor(private readonly element: ReactiveControllerHost, private readonly keeper: DraftKeeper, private readonly focus: (on: 'start' | 'missing' | 'form') => void) {}

  view(merge: PendingMerge, { definition }: DraftSubject, view: DraftView): TemplateResult {
    if (merge !== this.merge) {
      this.merge = merge;
      this.choices = {};
      this.checked = false;
      this.focus('start');
    }
    const { choices, checked } = this;
    return mergeView(merge, { definition, choices, checked, onChoose: (chosen) => this.choose(chosen), onSave: () => this.save(merge) }, view);
  }

  private choose(choices: MergeChoices): void {
    this.choices = choices;
    this.element.requestUpdate();
  }

  private save({ merged }: PendingMerge): void {
    if (merged.conflicts.some(({ pointer }) => this.choices[pointer] === undefined)) {
      this.checked = true;
      this.element.requestUpdate();
      this.focus('missing');
      return;
    }
    this.keeper.choose(this.choices);
    this.focus('form');
  }
}
