import { valueAt } from '../../problems/json-pointer.js';
import type { SchemeCheck } from '../finding.js';
import { entriesAt, idsAt, partsAt, textIn, textsAt } from '../parts.js';
import { reportUnless } from './reference.js';
import { checkTestKind } from './scheme-test-kinds.js';
import { stageEnds } from './stage-graph.js';

/** Tests expect something, and speak of stages, outcomes, rules, parameters and caps that exist. */
export const schemeTests: SchemeCheck = (document, report) => {
  const stages = idsAt(document, '/stages');
  const parameters = entriesAt(document, '/parameters').map(({ key }) => key);
  const rules = idsAt(document, '/eligibility/rules');
  const outcomes = new Map(partsAt(document, '/stages').map((stage) => [textIn(stage, 'id'), idsAt(document, `${stage.pointer}/outcomes`)]));
  for (const test of partsAt(document, '/tests')) {
    const { pointer } = test;
    checkTestKind(document, test, report);
    const text = (at: string): string | undefined => {
      const value = valueAt(document, pointer + at);
      return typeof value === 'string' ? value : undefined;
    };
    reportUnless([...stages, ...stageEnds], text('/expect/stage'), 'scheme/unknown-stage', `${pointer}/expect/stage`, report);
    for (const at of [`${pointer}/case`, ...partsAt(document, `${pointer}/batch/cases`).map((each) => each.pointer)]) {
      const stageOfCase = valueAt(document, `${at}/stage`);
      reportUnless(stages, typeof stageOfCase === 'string' ? stageOfCase : undefined, 'scheme/unknown-stage', `${at}/stage`, report);
      for (const review of partsAt(document, `${at}/reviews`)) {
        const stage = textIn(review, 'stage');
        reportUnless(stages, stage, 'scheme/unknown-stage', `${review.pointer}/stage`, report);
        if (outcomes.has(stage)) reportUnless(outcomes.get(stage) ?? [], textIn(review, 'outcome'), 'scheme/unknown-outcome', `${review.pointer}/outcome`, report);
      }
    }
    const expectation = valueAt(document, `${pointer}/expect`);
    if (expectation !== null && typeof expectation === 'object') {
      const isEmpty = Object.keys(expectation).every((key) => key === '$comment' || key.startsWith('x-'));
      if (isEmpty) report({ code: 'scheme/empty-expectation', severity: 'error', pointer: `${pointer}/expect`, params: {} });
      const part = { value: expectation as Readonly<Record<string, unknown>>, pointer: `${pointer}/expect` };
      textsAt(part, 'reasons').forEach((reason) => reportUnless(rules, reason.text, 'scheme/unknown-rule', reason.pointer, report));
    }
    const set = valueAt(document, `${pointer}/set`);
    if (set !== null && typeof set === 'object') {
      for (const key of Object.keys(set)) reportUnless(parameters, key, 'scheme/unknown-parameter', `${pointer}/set/${key}`, report, true);
    }
  }
};
