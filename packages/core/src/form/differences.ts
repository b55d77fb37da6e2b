import type { Answers } from './answers.js';
import { equalJson } from './answers.js';
import type { ChangedNames } from './changed-names.js';
import { isRecord, own } from './json-schema.js';

/** In what the answers differ from those that the form was loaded with, by top-level name. */
export class Differences {
  private readonly names = new Set<string>();
  /** Answers without names are compared as a whole. */
  private isOther = false;

  constructor(readonly baseline: Answers, private answers: Answers = baseline) {}

  get any(): boolean {
    return this.isOther || this.names.size > 0;
  }

  /** Takes over other answers; only what may have changed is compared. */
  update(answers: Answers, changed: ChangedNames): void {
    this.isOther = !(isRecord(answers) && isRecord(this.baseline)) && !equalJson(answers, this.baseline);
    for (const name of changed.between(this.answers, answers)) {
      if (equalJson(own(answers, name), own(this.baseline, name))) this.names.delete(name);
      else this.names.add(name);
    }
    this.answers = answers;
  }
}
