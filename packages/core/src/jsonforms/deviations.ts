import type { Locale, Problem, Severity } from '../problems/problem.js';
import type { Deviation } from './words.js';
import { words } from './words.js';

/** A form still shows all questions and keeps the same data: told for information. */
const HARMLESS: readonly Deviation[] = ['placed-twice', 'detail-layout', 'option', 'date-format'];

/** Collects what has no equal, with its place in the UI schema. */
export class Deviations {
  readonly problems: Problem[] = [];

  constructor(private readonly locale: Locale) {}

  add(deviation: Deviation, pointer: string, params: Readonly<Record<string, unknown>> = {}): void {
    const severity: Severity = HARMLESS.includes(deviation) ? 'info' : 'warning';
    this.problems.push({ code: `json-forms/${deviation}`, severity, document: 'uischema', pointer, params, message: words[this.locale][deviation](params) });
  }
}
