import type { Grading } from '@cobuild/core';
import type { SchemeFinding } from '../findings.js';
import { bandDefects } from './bands.js';
import { plannedRewards } from './reward-totals.js';

/** Tables are tried for so many projects to find the first number at which something goes wrong. */
const MOST_PROJECTS = 2000;

/** What is wrong with a table of grades. */
export function checkGradeTable(grading: Grading, pointer: string): SchemeFinding[] {
  const own = grading.by === 'score' ? bands(grading, pointer) : places(grading, pointer);
  return [...own, ...falling(grading, pointer), ...pot(grading, pointer)];
}

/** Every mark from the lowest has to lie in exactly one band. The lowest mark is 0 unless the grading says otherwise. */
function bands({ grades, marks }: Grading, pointer: string): SchemeFinding[] {
  const lowest = numeric(marks?.minimum) ?? 0;
  const highest = numeric(marks?.maximum);
  const name = (row: number): string => grades[row]?.id ?? '';
  const unused = grades.flatMap(({ places: given }, index): SchemeFinding[] => (given === undefined ? [] : [{ code: 'scheme/grade-places-unused', severity: 'warning', pointer: `${pointer}/grades/${index}/places`, params: { grade: name(index) } }]));
  const defects = bandDefects(grades, { lowest, ...(highest === undefined ? {} : { highest }) }).map((defect): SchemeFinding => {
    const at = `${pointer}/grades/${defect.row}`;
    if (defect.kind === 'empty') return { code: 'scheme/grade-band-empty', pointer: at, params: { grade: name(defect.row) } };
    if (defect.kind === 'gap') return { code: 'scheme/grade-gap', pointer: at, params: { from: defect.from, below: defect.below }, counterExample: { facts: { score: defect.from }, gives: { without: 'band' } } };
    return { code: 'scheme/grade-overlap', pointer: at, params: { grade: name(defect.row), other: name(defect.other), value: defect.value }, counterExample: { facts: { score: defect.value }, gives: { without: 'band' } } };
  });
  return [...unused, ...defects];
}

function places(grading: Grading, pointer: string): SchemeFinding[] {
  const { grades, tie } = grading;
  const rest = grades.findIndex((grade) => grade.places === 'rest');
  const found = grades.flatMap(({ id, places: given, from, below }, index): SchemeFinding[] => [
    ...(given === undefined ? [{ code: 'scheme/grade-no-places', pointer: `${pointer}/grades/${index}`, params: { grade: id } }] : []),
    ...(from !== undefined || below !== undefined ? [{ code: 'scheme/grade-band-unused', severity: 'warning' as const, pointer: `${pointer}/grades/${index}`, params: { grade: id } }] : []),
    ...(rest >= 0 && index > rest && grades[rest]?.minimumScore === undefined ? [{ code: 'scheme/grade-after-rest', pointer: `${pointer}/grades/${index}`, params: { grade: id, rest: grades[rest]?.id } }] : []),
  ]);
  const noTie = tie === undefined && grades.length > 1 ? [{ code: 'scheme/grade-no-tie-rule', severity: 'warning' as const, pointer, params: {} }] : [];
  return [...found, ...runsOut(grading, pointer), ...noTie];
}

/** The least number of projects of which some get no grade. */
function runsOut(grading: Grading, pointer: string): SchemeFinding[] {
  if (grading.grades.some((grade) => grade.places === 'rest' || !isDecided(grade.places))) return [];
  for (let projects = 1; projects <= MOST_PROJECTS; projects += 1) {
    const graded = plannedRewards(grading, projects).rows.reduce((sum, { filled }) => sum + filled, 0);
    if (graded < projects) {
      return [{ code: 'scheme/grade-places-run-out', severity: 'warning', pointer: `${pointer}/grades`, params: { projects, without: projects - graded }, counterExample: { facts: { projects }, gives: { graded, without: projects - graded } } }];
    }
  }
  return [];
}

function isDecided(places: Grading['grades'][number]['places']): boolean {
  if (typeof places !== 'object') return false;
  if ('count' in places) return typeof places.count === 'number';
  return 'share' in places && typeof places.share === 'object' && 'p' in places.share;
}

/** A better grade brings no less than the next one. */
function falling({ grades }: Grading, pointer: string): SchemeFinding[] {
  return grades.flatMap((grade, index) => (['reward', 'bonusPoints'] as const).flatMap((member): SchemeFinding[] => {
    const [better, worse] = [numeric(grades[index - 1]?.[member]), numeric(grade[member])];
    if (better === undefined || worse === undefined || better >= worse) return [];
    return [{ code: 'scheme/grade-brings-less', severity: 'warning', pointer: `${pointer}/grades/${index}/${member}`, params: { grade: grade.id, worse, better, before: grades[index - 1]?.id, member } }];
  }));
}

/** Where every place is filled, the rewards keep within the pot; with shares and `rest` up to a number of projects, which is told. */
function pot(grading: Grading, pointer: string): SchemeFinding[] {
  if (grading.by === 'score' || numeric(grading.pot) === undefined || grading.grades.every(({ reward }) => reward === undefined)) return [];
  const fixed = grading.grades.every(({ places: given }) => typeof given === 'object' && 'count' in given);
  for (let projects = 1; projects <= MOST_PROJECTS; projects += 1) {
    const { outcome, total, pot: most, over } = plannedRewards(grading, projects);
    if (outcome === 'undecided') return [];
    if (outcome === 'over') {
      return [{ code: fixed ? 'scheme/grade-over-pot' : 'scheme/grade-over-pot-from', severity: fixed ? 'error' : 'info', pointer: `${pointer}/pot`, params: { projects, total, pot: most, over }, counterExample: { facts: { projects }, gives: { outcome, over } } }];
    }
  }
  return [];
}

function numeric(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
