import type { Calendar, Case, JsonChange, Locale, Scheme, SchemeTest } from '@cobuild/core';
import { chinaCalendar, valueAt } from '@cobuild/core';
import { makeCaseTest } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { TestsWords } from './words.js';

/** What a test can be made from: past cases of the host, and what is filled in in the preview. */
export interface TestSources {
  readonly cases: readonly Case[];
  readonly preview: Readonly<Record<string, unknown>> | undefined;
}

/** Chooses a case and makes a test of it by one press. */
export function makeTestView({ cases, preview }: TestSources, words: TestsWords, onMake: (caseData: Case) => void): TemplateResult {
  if (cases.length === 0 && preview === undefined) return html`<p class="small muted">${words.previewEmpty}</p>`;
  const make = (event: Event): void => {
    event.preventDefault();
    const chosen = ((event.target as HTMLFormElement).elements.namedItem('case') as HTMLSelectElement).value;
    const found = chosen === '' && preview !== undefined ? caseOfPreview(preview) : cases[Number(chosen)];
    if (found !== undefined) onMake(found);
  };
  return html`<form class="row add" @submit=${make}><label class="small" for="test-case">${words.fromCase}</label>
    <select class="input small-input" id="test-case" name="case">${preview === undefined ? nothing : html`<option value="">${words.fromPreview}</option>`}${cases.map((each, index) => html`<option value=${index}>${caseTitle(each)}</option>`)}</select>
    <button class="button secondary">${words.make}</button><span class="small muted">${words.privacy}</span></form>`;
}

/** Its id and what the application is called. */
function caseTitle({ id, answers }: Case): string {
  const title = ['projectName', 'title', 'name'].map((name) => valueAt(answers, `/${name}`)).find((value) => typeof value === 'string');
  return typeof title === 'string' ? `${id} ${title}` : id;
}

/** A filled-in form as an application of today, of an applicant of whom nothing is known. */
export function caseOfPreview(answers: Readonly<Record<string, unknown>>, now: Date = new Date()): Case {
  return { id: 'preview', submittedAt: now.toISOString(), applicant: { id: 'applicant' }, answers: { ...answers } };
}

/** The step that adds a test of a case, at the end of the tests; where it stands then. */
export function testStep(scheme: Scheme, document: unknown, caseData: Case, options: { readonly locale: Locale; readonly calendar?: Calendar | undefined }): { readonly change: JsonChange; readonly pointer: string } {
  return addedTest(document, makeCaseTest(scheme, caseData, { locale: options.locale, calendar: options.calendar ?? chinaCalendar }));
}

/** The step that adds a test at the end of the tests, under an id that none of them has; where it stands then. */
export function addedTest(document: unknown, made: SchemeTest): { readonly change: JsonChange; readonly pointer: string } {
  const tests = valueAt(document, '/tests');
  const ids = (Array.isArray(tests) ? (tests as readonly { readonly id?: unknown }[]) : []).map(({ id }) => id);
  let { id } = made;
  for (let number = 2; ids.includes(id); number += 1) id = `${made.id}-${number}`;
  const test = { ...made, id };
  const count = Array.isArray(tests) ? tests.length : 0;
  const change: JsonChange = Array.isArray(tests) ? { kind: 'insert', pointer: '/tests', index: count, value: test } : { kind: 'set', pointer: '/tests', value: [test] };
  return { change, pointer: `/tests/${count}` };
}
