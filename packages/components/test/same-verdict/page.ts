import type { Form } from '@cobuild/core';
import { createForm, createInterpreter } from '@cobuild/core';
import { evaluateCondition } from '@cobuild/rules';
import { randomAnswers, randomFrom } from './inputs.js';
import type { Verdict } from './subjects.js';
import { decisionOn, linesOf, subjects } from './subjects.js';

/** What a page sends, with the verdict that it showed the person before. */
export interface Sent extends Verdict { readonly subject: number; readonly submission: string }

const forms: Form[] = subjects.map(({ definition, facts }) => createForm(definition, { validator: createInterpreter(), evaluateCondition, facts }));

/** Fills in `count` forms at random, one after the other in the same forms, as people do in a page that stays open. */
function fillInPage(seed: number, count: number): Sent[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * subjects.length);
    const [subject, form] = [subjects[at], forms[at]];
    if (subject === undefined || form === undefined) throw new RangeError(`No subject ${at}`);
    form.replace(randomAnswers(subject.right, random));
    const submission = form.submission();
    return { subject: at, submission: JSON.stringify(submission), problems: linesOf(form.state.problems), decision: decisionOn(subject, submission) };
  });
}

export type FillIn = typeof fillInPage;

declare global {
  var fillIn: FillIn;
}
globalThis.fillIn = fillInPage;
