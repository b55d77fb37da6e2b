import { isObject } from '../../validation/instance.js';
import { escapeToken, valueAt } from '../../problems/json-pointer.js';
import type { DocumentFinding } from '../finding.js';
import type { Part } from '../parts.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';

type Report = (finding: DocumentFinding) => void;

/** What a test can be about, and what can be expected of each. */
const EXPECTATIONS: Readonly<Record<string, readonly string[]>> = {
  case: ['outcome', 'stage', 'eligibility', 'vote', 'reasons', 'score', 'grade', 'tables'],
  batch: ['awards', 'left'],
  grading: ['grades', 'left'],
  pay: ['total', 'each'],
  payment: ['allowed', 'by'],
};
/** Limits of an award that are no caps of `caps`. */
const LIMITS = ['requested', 'eligibleCost', 'ownShare', 'publicShare', 'fundShare', 'projectCap', 'yearMaximum', 'pool'];

/** A test is about one thing, expects what comes out of such a thing, and names cases, caps, gradings and pay rules that exist. */
export function checkTestKind(document: unknown, test: Part, report: Report): void {
  const { value, pointer } = test;
  const found = Object.keys(EXPECTATIONS).filter((input) => value[input] !== undefined);
  const [input] = found;
  if (input === undefined || found.length > 1) {
    report({ code: 'scheme/test-inputs', severity: 'error', pointer, params: { found } });
    return;
  }
  const known = EXPECTATIONS[input] ?? [];
  for (const field of Object.keys(isObject(value['expect']) ? value['expect'] : {})) {
    const isElsewhere = !known.includes(field) && Object.values(EXPECTATIONS).some((fields) => fields.includes(field));
    if (isElsewhere) report({ code: 'scheme/test-expectation', severity: 'error', pointer: `${pointer}/expect/${field}`, atKey: true, params: { field, input, known } });
  }
  if (input === 'batch') checkBatch(document, pointer, report);
  if (input === 'grading') checkGrading(document, pointer, report);
  if (input === 'pay') reportUnless(idsAt(document, '/evaluation/pay'), textAt(document, `${pointer}/pay/rule`), 'scheme/unknown-pay-rule', `${pointer}/pay/rule`, report);
  if (input === 'payment') reportUnless(idsAt(document, '/smallCaps'), textAt(document, `${pointer}/expect/by`), 'scheme/unknown-cap', `${pointer}/expect/by`, report);
}

function checkBatch(document: unknown, pointer: string, report: Report): void {
  if (valueAt(document, `${pointer}/batch/pool`) === undefined && valueAt(document, `${pointer}/batch/context/pool`) === undefined) {
    report({ code: 'scheme/test-without-pool', severity: 'error', pointer: `${pointer}/batch`, params: {} });
  }
  const cases = idsAt(document, `${pointer}/batch/cases`);
  const caps = [...idsAt(document, '/allocation/caps'), ...LIMITS];
  for (const { key, at, value } of namedAt(document, `${pointer}/expect/awards`)) {
    reportUnless(cases, key, 'scheme/unknown-case', at, report, true);
    if (isObject(value)) reportUnless(caps, textIn({ value, pointer: at }, 'by'), 'scheme/unknown-cap', `${at}/by`, report);
  }
}

function checkGrading(document: unknown, pointer: string, report: Report): void {
  const id = textAt(document, `${pointer}/grading/grading`);
  const gradings = partsAt(document, '/evaluation/gradings');
  reportUnless(idsAt(document, '/evaluation/gradings'), id, 'scheme/unknown-grading', `${pointer}/grading/grading`, report);
  const grading = gradings.find((each) => textIn(each, 'id') === id);
  const projects = idsAt(document, `${pointer}/grading/projects`);
  for (const { key, at, value } of namedAt(document, `${pointer}/expect/grades`)) {
    reportUnless(projects, key, 'scheme/unknown-project', at, report, true);
    if (grading === undefined) continue;
    const grade = isObject(value) ? textIn({ value, pointer: at }, 'grade') : value;
    reportUnless(idsAt(document, `${grading.pointer}/grades`), typeof grade === 'string' ? grade : undefined, 'scheme/unknown-grade', isObject(value) ? `${at}/grade` : at, report);
  }
}

function textAt(document: unknown, pointer: string): string | undefined {
  const value = valueAt(document, pointer);
  return typeof value === 'string' ? value : undefined;
}

function namedAt(document: unknown, pointer: string): readonly { readonly key: string; readonly at: string; readonly value: unknown }[] {
  const value = valueAt(document, pointer);
  return isObject(value) ? Object.entries(value).map(([key, member]) => ({ key, at: `${pointer}/${escapeToken(key)}`, value: member })) : [];
}
