import type { FormDefinition, Locale, Scheme } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { FindingItem, FindingKind, FindingSeverity, FundedProject, ProjectAction } from '@cobuild/rules';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { keptFiles } from '../internal/project/file-links.js';
import { choiceQuestion, dayQuestion, enteredText, filesQuestion, shortForm, textQuestion } from '../internal/project/form-parts.js';
import type { OpenEntry, ProjectDesk } from '../internal/project/project-element.js';
import { trancheTitle } from '../internal/project/tranche-title.js';
import type { SupervisionWords } from './words.js';

type Answers = Readonly<Record<string, unknown>>;

const KINDS: readonly FindingKind[] = ['money', 'progress', 'quality', 'papers', 'other'];
const SEVERITIES: readonly FindingSeverity[] = ['minor', 'serious', 'grave'];

/** What a finding can be about, by the text under which a form keeps it: `tranche signing`. */
export function findingItems(scheme: Scheme, project: FundedProject, text: SupervisionWords, locale: Locale): readonly (readonly [string, string])[] {
  const named = (kind: string, name: string): string => text.named({ kind: text.itemOf({ kind }), name });
  return [
    ['project', text.itemOf({ kind: 'project' })], ['contract', text.itemOf({ kind: 'contract' })],
    ...project.agreement.tranches.map(({ id }) => [`tranche ${id}`, named('tranche', trancheTitle(scheme, project, id, locale))] as const),
    ...project.reports.map(({ id, period }) => [`report ${id}`, named('report', period.split('/').map((date) => formatDate(date, locale)).join(' – '))] as const),
    ...project.account.filter(({ kind }) => kind !== 'reversed').map(({ sequence }) => [`entry ${sequence}`, text.entry({ number: String(sequence) })] as const),
  ];
}

const itemIn = (value: string): FindingItem => {
  const [kind = 'project', ...rest] = value.split(' ');
  return { kind: kind as FindingItem['kind'], ...(rest.length === 0 ? {} : { id: rest.join(' ') }) };
};

/** What a finding is about, in words. */
export function itemWords({ item: { kind, id } }: FundedProject['findings'][number], scheme: Scheme, project: FundedProject, text: SupervisionWords, locale: Locale): string {
  const value = id === undefined ? kind : `${kind} ${id}`;
  return findingItems(scheme, project, text, locale).find(([key]) => key === value)?.[1] ?? text.itemOf({ kind });
}

/** The bodies for which somebody may raise a finding. */
export function bodiesFor({ scheme }: ProjectDesk, may: (action: ProjectAction) => boolean): readonly string[] {
  return (scheme.supervision?.bodies ?? []).map(({ id }) => id).filter((body) => may({ type: 'findingRaised', data: { body, kind: 'other', severity: 'minor', text: '', item: { kind: 'project' }, dueOn: '' } }));
}

/** The form for raising, answering, closing or reopening. */
export function findingForm({ kind, about }: OpenEntry, desk: ProjectDesk, project: FundedProject, options: { readonly text: SupervisionWords; readonly locale: Locale; readonly hosts: FieldHosts | undefined; readonly bodies: readonly string[] }): { readonly title: string; readonly definition: FormDefinition; readonly value: Answers } {
  const { text, locale, hosts, bodies } = options;
  const files = hosts?.files === undefined ? undefined : filesQuestion(text.files);
  const number = project.findings.findIndex(({ id }) => id === about) + 1;
  const titled = (action: string): string => text.of({ action, number, project: project.title });
  switch (kind) {
    case 'answer': return { title: titled(text.answer), definition: shortForm('answer', titled(text.answer), { text: textQuestion(text.statement, { long: true }), files }), value: {} };
    case 'close': return { title: titled(text.close), definition: shortForm('close', titled(text.close), { text: textQuestion(text.conclusion, { long: true }) }), value: {} };
    case 'reopen': return { title: titled(text.reopen), definition: shortForm('reopen', titled(text.reopen), { text: textQuestion(text.why, { long: true }) }), value: {} };
    default: {
      const title = text.raiseIn({ project: project.title });
      const named = bodies.map((id) => [id, localize(desk.scheme.supervision?.bodies?.find((body) => body.id === id)?.title, locale) || id] as const);
      const questions = {
        body: choiceQuestion(text.body, named), kind: choiceQuestion(text.kind, KINDS.map((each) => [each, text.kindOf({ kind: each })]), { widget: 'radio' }), severity: choiceQuestion(text.severity, SEVERITIES.map((severity) => [severity, text.severityOf({ severity })]), { widget: 'radio' }),
        item: choiceQuestion(text.item, findingItems(desk.scheme, project, text, locale)), text: textQuestion(text.text, { long: true }), dueOn: dayQuestion(text.dueOn), files,
      };
      return { title, definition: shortForm('raise', title, questions), value: { item: 'project', ...(bodies.length === 1 ? { body: bodies[0] } : {}) } };
    }
  }
}

export function findingAction({ kind, about }: OpenEntry, answers: Answers): ProjectAction {
  const entered = (key: string): string => enteredText(answers, key);
  const files = keptFiles(answers['files']);
  switch (kind) {
    case 'answer': return { type: 'findingAnswered', data: { finding: about, text: entered('text'), ...files } };
    case 'close': return { type: 'findingClosed', data: { finding: about, text: entered('text') } };
    case 'reopen': return { type: 'findingReopened', data: { finding: about, text: entered('text') } };
    default: return { type: 'findingRaised', data: { body: entered('body'), kind: entered('kind') as FindingKind, severity: entered('severity') as FindingSeverity, text: entered('text'), item: itemIn(entered('item')), dueOn: entered('dueOn'), ...files } };
  }
}
