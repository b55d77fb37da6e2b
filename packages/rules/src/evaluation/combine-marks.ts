import type { Grading, Rational, RoundingMode } from '@cobuild/core';
import { roundRational } from '@cobuild/core';
import type { ExactText } from '../scoring/exact.js';
import { addExact, divideExact, exactText, fromDecimal, isZero, multiplyExact, readExact, sumExact, ZERO } from '../scoring/exact.js';
import type { GradedProject, GradingMark } from './grading-types.js';
import type { SettingReader } from './settings.js';

/** A final mark: exact, rounded where the grading rounds, and the one that the grade goes by. */
export interface FinalMark {
  readonly marks: readonly GradingMark[];
  readonly exact?: Rational;
  readonly rounded?: Rational;
  readonly decisive?: Rational;
  /** Settings are open, so there is no mark. */
  readonly open?: true;
}

/** How inputs become one mark; weights as the document has them. */
export type CombineMarks = (project: GradedProject) => FinalMark;

const MODES = ['half-up', 'half-even', 'down', 'up'] as const;

/** Reads the settings once and gives the function that combines. What a missing mark means is asked for only where one is missing. */
export function markCombiner(grading: Grading, read: SettingReader): CombineMarks {
  const weights = (grading.inputs ?? []).map(({ id, weight }, index) => {
    const value = read.decimal(weight, `/inputs/${index}/weight`);
    return value === undefined ? undefined : { id, weight: fromDecimal(value) };
  });
  const rounding = readRounding(grading, read);
  const settled = weights.every((weight) => weight !== undefined) && rounding !== 'open';
  return (project) => {
    const inputs = weights.flatMap((weight) => weight ?? []);
    const marks = inputs.map(({ id, weight }): GradingMark => ({ input: id, ...text(ownMark(project, id)), weight: exactText(weight) }));
    if (!settled) return { marks, open: true };
    const exact = grading.inputs === undefined ? readExact(project.score) : weighted(inputs, project, grading, read);
    if (exact === undefined) return { marks };
    if (exact === 'open') return { marks, open: true };
    if (rounding === undefined) return { marks, exact, decisive: exact };
    const rounded = fromDecimal(roundRational(exact, rounding.step, rounding.mode));
    return { marks, exact, rounded, decisive: rounding.on === 'rounded' ? rounded : exact };
  };
}

interface Weight { readonly id: string; readonly weight: Rational }

/** Divided by the weights that took part, so that weights which are left out do not lower the mark. */
function weighted(inputs: readonly Weight[], project: GradedProject, { whenMissing }: Grading, read: SettingReader): Rational | 'open' | undefined {
  const found = inputs.map(({ id, weight }) => ({ weight, mark: ownMark(project, id) }));
  const complete = found.every(({ mark }) => mark !== undefined);
  const rule = complete ? 'block' : read.choice(whenMissing, ['block', 'rescale', 'zero'], '/whenMissing');
  if (rule === undefined) return 'open';
  if (!complete && rule === 'block') return undefined;
  const counted = rule === 'rescale' ? found.filter(({ mark }) => mark !== undefined) : found;
  const total = sumExact(counted.map(({ weight }) => weight));
  if (isZero(total)) return undefined;
  const sum = counted.reduce((all, { weight, mark }) => addExact(all, multiplyExact(weight, mark ?? ZERO)), ZERO);
  return divideExact(sum, total);
}

function readRounding({ rounding, gradeOn }: Grading, read: SettingReader): { readonly step: ExactText; readonly mode: RoundingMode; readonly on: 'rounded' | 'unrounded' } | 'open' | undefined {
  if (rounding === undefined) return undefined;
  const step = read.decimal(rounding.step, '/rounding/step');
  const mode = read.choice(rounding.mode, MODES, '/rounding/mode');
  const on = read.choice(gradeOn, ['rounded', 'unrounded'], '/gradeOn');
  if (step === undefined || mode === undefined || on === undefined) return 'open';
  if (step.digits > 0n) return { step: exactText(fromDecimal(step)), mode, on };
  read.open('/rounding/step');
  return 'open';
}

/** The mark of an input; `undefined` where there is none or it cannot be read. */
export function ownMark({ marks }: GradedProject, input: string): Rational | undefined {
  return marks !== undefined && Object.prototype.hasOwnProperty.call(marks, input) ? readExact(marks[input]) : undefined;
}

function text(mark: Rational | undefined): { readonly mark?: ExactText } {
  return mark === undefined ? {} : { mark: exactText(mark) };
}
