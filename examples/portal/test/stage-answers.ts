import type { Case, Scheme, Stage } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formAnswers } from '../src/server/form-answers.js';
import { examples } from './portal-harness.js';

export { daysAfter } from '../src/server/form-answers.js';

/** Example cases of a scheme and of the one that it fills, its own first. */
export function exampleCases(id: string): readonly Case[] {
  return [...new Set([id, id.replace(/-demo$/, '')])].map((name) => join(examples, name, 'cases.jsonl')).filter(existsSync)
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Case));
}

/** What a person writes into the form of a stage where nothing is amiss: as in the scheme's example cases, else what its questions take. */
export function stageAnswers(scheme: Scheme, stage: Stage, state: CaseState, today: string): Readonly<Record<string, unknown>> | undefined {
  const form = resolveParameters(scheme).forms.find(({ id }) => id === stage.form);
  if (form === undefined) return undefined;
  const written = exampleCases(scheme.id).flatMap(({ reviews = [] }) => reviews).find((review) => review.stage === stage.id && review.answers !== undefined && stage.outcomes.some(({ id, kind }) => id === review.outcome && kind !== 'return' && kind !== 'reject'));
  return (written?.answers) ?? formAnswers(form, state, today);
}
