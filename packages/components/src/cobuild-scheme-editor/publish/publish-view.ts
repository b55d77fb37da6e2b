import type { DraftConsequences, DraftQuestion, FormDefinition, Locale, Problem } from '@cobuild/core';
import { applicationForm, draftConsequences, localize, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Messages } from '../../locales/messages.js';
import { button, noticeBox } from '../../internal/pieces.js';
import type { ToldTest } from '../tests/told-test.js';
import { testTitle } from '../tests/told-test.js';
import type { SchemeUsage } from './scheme-usage.js';
import { nextVersion } from './scheme-usage.js';
import type { PublishWords } from './words.js';

/** What the page that publishes is drawn from. */
export interface PublishView {
  readonly words: PublishWords;
  readonly messages: Messages;
  readonly locale: Locale;
  readonly title: string;
  readonly version: string;
  /** The scheme as it would be published: every form with the definitions that it uses. */
  readonly document: unknown;
  readonly usage: SchemeUsage;
  /** What publishing says of the scheme as it stands: what refuses it, and what only reminds. */
  readonly problems: readonly Problem[];
  /** What came out of the tests, in words for people. */
  readonly tests: readonly ToldTest[];
  readonly isSaved: boolean;
  readonly goTo: (problem: Problem) => void;
  readonly takeVersion: (version: string) => void;
  readonly publish: () => void;
}

const refuses = ({ severity }: Problem): boolean => severity === 'error' || severity === 'undecided';

/** What stands in the way of publishing and, where nothing does, what publishing will do: the confirmation names the version. */
export function publishView(view: PublishView): TemplateResult {
  const { words, title, version, usage, problems } = view;
  const isRunning = usage.current?.version === version;
  const hindrances = problems.filter(refuses);
  const reminders = problems.filter((problem) => problem.severity === 'warning').length;
  return html`<div class="publish stack">
    <h3 class="page-title" id="page-title" tabindex="-1">${words.heading(title, version)}</h3>
    ${isRunning ? noticeBox('success', view.messages.success, html`<p>${words.isRunning(version)}</p>`) : nothing}
    ${hindrances.length === 0 ? consequences(view) : html`${isRunning && hindrances.length === 1 ? nothing : noticeBox('warning', view.messages.warning, html`<p>${words.notYetHelp}</p>`, { title: words.notYet })}${hindranceLists(view, hindrances)}`}
    ${reminders === 0 ? nothing : html`<p class="small muted">${words.warnings(reminders)}</p>`}
    ${hindrances.length > 0 ? nothing : html`<div class="confirm stack"><p class="muted">${view.isSaved ? nothing : words.savesFirst} ${words.confirmHelp}</p>
      <div class="row">${button({ label: words.confirm(version), kind: 'primary', id: 'confirm-publish', onClick: view.publish })}</div></div>`}</div>`;
}

function hindranceLists(view: PublishView, hindrances: readonly Problem[]): TemplateResult {
  const { words, usage, version } = view;
  const kindOf = ({ code, severity }: Problem): 'used' | 'failing' | 'open' | 'mistakes' => (code === 'scheme/version-used' ? 'used' : code === 'scheme/test-failed' ? 'failing' : severity === 'undecided' ? 'open' : 'mistakes');
  const next = nextVersion(version, usage.usedVersions);
  return html`${hindrances.some((problem) => kindOf(problem) === 'used') ? html`<div class="row"><span>${version === usage.current?.version ? words.usedNow : words.used(version)}</span>${button({ label: words.takeVersion(next), onClick: () => view.takeVersion(next) })}</div>` : nothing}
    ${(['mistakes', 'open', 'failing'] as const).map((kind) => {
      const found = hindrances.filter((problem) => kindOf(problem) === kind);
      return found.length === 0 ? nothing : html`<section class="stack"><h4>${words[kind]}${words.count(found.length)}</h4>
        <ul class="hindrance">${found.map((problem) => hindrance(problem, view))}</ul></section>`;
    })}`;
}

/** A reason that refuses, to be opened; of a failing test by what it says of itself, with what differs and what led there line by line. */
function hindrance(problem: Problem, { words, tests, goTo }: PublishView): TemplateResult {
  const told = problem.code === 'scheme/test-failed' ? tests.find(({ result }) => !result.passed && result.id === problem.params['test']) : undefined;
  const link = html`<button type="button" class="link" @click=${() => goTo(problem)}>${told === undefined ? problem.message : testTitle(told.result)}</button>`;
  const lines = told === undefined ? nothing : html`<ul class="small">${[...told.differences, ...told.explanation].map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<li>${link}${lines}${problem.remedy === undefined ? nothing : html` <span class="small muted">${told === undefined ? problem.remedy : words.failingHelp}</span>`}</li>`;
}

/** What becomes of new applications, of those that are being filled in, and of those that are being handled. */
function consequences(view: PublishView): TemplateResult {
  const { words, usage, version } = view;
  const { current, drafts, returned, cases, batches } = usage;
  const open = cases.reduce((sum, { count }) => sum + count, 0);
  return html`<section class="stack"><h4>${words.happens}</h4><ul>
    <li>${current === undefined ? words.first : words.next(current.version, version)}</li>
    <li>${drafts === 0 ? words.noDrafts : html`${words.drafts(drafts)}${draftChanges(view)}`}</li>
    ${otherForms(view)}
    <li>${open === 0 ? words.noCases : html`${words.cases(open)}<ul>${cases.filter(({ count }) => count > 0).map(({ version: each, count }) => html`<li>${words.caseVersion(each, count)}</li>`)}${returned === 0 ? nothing : html`<li>${words.returned(returned)}</li>`}</ul>`}</li>
    <li>${batches.length === 0 ? words.noBatches : html`${words.batches(batches.length)}<ul>${batches.map(({ title, version: each }) => html`<li>${words.batchVersion(title, each)}</li>`)}</ul>`}</li>
  </ul></section>`;
}

const applicationOf = (document: unknown): FormDefinition | undefined => applicationForm(document)?.value as FormDefinition | undefined;

/** What whoever is filling in the former application form will find in the new one. */
function draftChanges(view: PublishView): unknown {
  const { words, usage } = view;
  const [before, after] = [usage.current?.form, applicationOf(view.document)];
  if (before === undefined || after === undefined) return nothing;
  const told = draftConsequences(before, after);
  if (told.same) return html` ${words.sameForm}`;
  return questionLists(view, told, words.draft) ?? html` ${words.noAsked}`;
}

/** What becomes of the forms of reports, ballots and other stages: each that differs, comes or goes. */
function otherForms(view: PublishView): unknown {
  const { words, locale, usage: { current } } = view;
  if (current?.forms === undefined) return nothing;
  const before = current.forms.filter(({ id }) => id !== current.form?.id);
  const after = ((valueAt(view.document, '/forms') ?? []) as readonly FormDefinition[]).filter(({ id }) => id !== applicationOf(view.document)?.id);
  if (before.length + after.length === 0) return nothing;
  const gone = before.filter(({ id }) => after.every((form) => form.id !== id)).map((form) => html`<li>${words.formGone(localize(form.title, locale))}</li>`);
  const lines = after.flatMap((form) => {
    const title = localize(form.title, locale);
    const former = before.find(({ id }) => id === form.id);
    if (former === undefined) return [html`<li>${words.formNew(title)}</li>`];
    const told = draftConsequences(former, form);
    return told.same ? [] : [html`<li>${words.formChanged(title)}${questionLists(view, told, words.form) ?? html` ${words.noQuestions}`}</li>`];
  });
  return lines.length + gone.length === 0 ? html`<li>${words.sameForms}</li>` : html`<li>${words.otherForms}<ul>${lines}${gone}</ul></li>`;
}

/** The questions of a form by what becomes of them; `undefined` where only words and layout differ. */
function questionLists({ messages, locale }: PublishView, { asked, checked, moved, aside }: DraftConsequences, words: PublishWords['draft']): TemplateResult | undefined {
  const line = (word: string, questions: readonly DraftQuestion[]): readonly TemplateResult[] => (questions.length === 0 ? [] : [html`<li>${word}${messages.colon}${questions.map(({ title }) => (typeof title === 'string' ? title : localize(title, locale))).join(locale === 'en' ? ', ' : '、')}</li>`]);
  const lines = [...line(words.asked, asked.filter(({ required }) => required)), ...line(words.askedOptional, asked.filter(({ required }) => !required)), ...line(words.checked, checked), ...line(words.moved, moved), ...line(words.aside, aside)];
  return lines.length === 0 ? undefined : html`<ul>${lines}</ul>`;
}
