import { valueAt } from '../../problems/json-pointer.js';
import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';

/** Marks of a grading come from stages that exist and give one: a panel's score, or a number in the form of the stage. */
export const markSources: SchemeCheck = (document, report) => {
  const stages = partsAt(document, '/stages');
  for (const grading of partsAt(document, '/evaluation/gradings')) {
    for (const input of partsAt(document, `${grading.pointer}/inputs`)) {
      const pointer = `${input.pointer}/from`;
      const source = valueAt(document, pointer);
      if (source === null || typeof source !== 'object') continue;
      const { stage: id, answer } = source as { readonly stage?: unknown; readonly answer?: unknown };
      if (typeof id !== 'string') continue;
      reportUnless(idsAt(document, '/stages'), id, 'scheme/unknown-stage', `${pointer}/stage`, report);
      const stage = stages.find((each) => textIn(each, 'id') === id);
      if (stage === undefined) continue;
      if (answer === undefined) {
        if (textIn(stage, 'method') !== 'score') report({ code: 'scheme/mark-without-score', severity: 'error', pointer: `${pointer}/stage`, params: { stage: id } });
      } else if (typeof answer === 'string' && !isNumberOf(document, textIn(stage, 'form'), answer)) {
        report({ code: 'scheme/mark-not-asked', severity: 'error', pointer: `${pointer}/answer`, params: { stage: id, answer } });
      }
    }
  }
};

/** Whether a form asks for a number there. */
function isNumberOf(document: unknown, form: string | undefined, answer: string): boolean {
  const found = partsAt(document, '/forms').find((each) => form !== undefined && textIn(each, 'id') === form);
  const schema = found === undefined ? undefined : valueAt(document, `${found.pointer}/schema${answer.replace(/\//g, '/properties/')}`);
  const type = schema !== null && typeof schema === 'object' ? (schema as { readonly type?: unknown }).type : undefined;
  return type === 'number' || type === 'integer';
}
