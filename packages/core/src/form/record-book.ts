import type { RecordSettings } from '../generated/types.js';
import { formSentence } from '../locales/sentence.js';
import { pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { withParameters } from '../scheme/parameter-references.js';
import type { Answers } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { Evaluation } from './evaluate-answers.js';
import type { FieldStatus } from './field-status.js';
import { nearestStatus } from './field-status.js';
import type { Facts } from './form-model.js';
import { isRecord, own } from './json-schema.js';
import { placeLabel } from './labels.js';
import { sameProblem } from './problem-sentences.js';
import { recordKind } from './record-kind.js';
import type { RecordChecking } from './record-checking.js';
import { ARRIVING } from './record-checking.js';
import { recordsOptions } from './record-rules.js';
import { sameItems } from './reuse.js';

interface Checked { readonly inputs: readonly unknown[]; readonly problems: readonly Problem[] }

const NONE: readonly Problem[] = [];
/** The problems of a form's records. One is looked at again when it, or an answer that it reads, changed. */
export class RecordBook {
  /** Records that are there, by pointer. */
  private readonly live = new Map<string, RecordSettings>();
  private readonly checked = new Map<string, Checked>();

  constructor(private readonly form: CompiledForm) {}

  at(pointer: string): readonly Problem[] {
    return this.checked.get(pointer)?.problems ?? NONE;
  }

  startAnew(): void {
    this.checked.clear();
  }

  /** A status that is not the same as before, or is gone. */
  note(now: FieldStatus | undefined, before: FieldStatus | undefined): void {
    const { pointer, spec } = (now ?? before) as FieldStatus;
    if (recordKind(spec.settings) === undefined) return;
    if (now) this.live.set(pointer, spec.settings.record as RecordSettings);
    else this.live.delete(pointer);
  }

  /** Takes over another evaluation. Returns the pointers of the records that have other problems than before. */
  update({ counted, root, limits }: Evaluation, locale: Locale, checking: RecordChecking): readonly string[] {
    if (this.live.size + this.checked.size === 0) return [];
    const changed = new Set<string>();
    for (const pointer of Array.from(this.checked.keys())) if (!this.live.has(pointer) && this.checked.delete(pointer)) changed.add(pointer);
    for (const [pointer, settings] of this.live) {
      const { status } = nearestStatus(root, pointerTokens(pointer));
      const isAsked = limits.length === 0 && status.pointer === pointer && status.visible;
      const inputs = isAsked ? [locale, checking.rules, checking.arriving?.get(pointer), ...inputsOf(pointer, settings, counted, checking.facts)] : [];
      const before = this.checked.get(pointer);
      if (before && sameItems(before.inputs, inputs)) continue;
      const found = isAsked ? [...this.arriving(pointer, locale, checking), ...this.check(pointer, settings, counted, locale, checking)] : NONE;
      const problems = found.map((problem) => before?.problems.find((other) => sameProblem(other, problem)) ?? problem);
      this.checked.set(pointer, { inputs, problems });
      if (!sameItems(problems, before?.problems ?? NONE)) changed.add(pointer);
    }
    return Array.from(changed);
  }

  /** What was given and is not there yet would be left out of what is submitted. */
  private arriving(pointer: string, locale: Locale, { arriving }: RecordChecking): readonly Problem[] {
    return (arriving?.get(pointer) ?? []).map((name) => {
      const params = { label: placeLabel(this.form, pointer, locale), name };
      return { code: ARRIVING, severity: 'error', document: 'answers', pointer, params, message: formSentence(ARRIVING, params, locale), remedy: formSentence('form/file-arriving-remedy', params, locale) };
    });
  }

  private check(pointer: string, settings: RecordSettings, counted: Answers, locale: Locale, { rules, facts }: RecordChecking): readonly Problem[] {
    if (rules === undefined) return NONE;
    if (rules === 'awaited') {
      const params = { label: placeLabel(this.form, pointer, locale) };
      return [{ code: 'form/record-awaited', severity: 'error', document: 'answers', pointer, params, message: formSentence('form/record-awaited', params, locale) }];
    }
    const parameters = facts['parameters'];
    const set = withParameters(settings, (key) => own(parameters, key)) as RecordSettings;
    return rules.check(counted, { [pointer]: set }, { ...recordsOptions(rules, facts), locale });
  }
}

/** What a check reads, by identity. */
function inputsOf(pointer: string, settings: RecordSettings, counted: Answers, facts: Facts): readonly unknown[] {
  const always = [settings, valueAt(counted, pointer), facts['parameters'], facts['today']];
  if (settings.budget !== undefined) return [...always, valueAt(counted, textOf(own(settings.budget, 'category')) ?? '/category')];
  // A signature and a confirmation stand over other answers, wherever these are.
  return settings.pledge !== undefined || (settings.applicants !== undefined && isRecord(settings.applicants) && settings.applicants.covers !== undefined) ? [...always, counted] : always;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
