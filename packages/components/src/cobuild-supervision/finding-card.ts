import type { Locale } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { ProjectAction } from '@cobuild/rules';
import { heldByFinding, projectTranches, workingDaysBetween } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { Tone } from '../internal/pieces.js';
import { button, summaryList, tag } from '../internal/pieces.js';
import { fileLinks } from '../internal/project/file-links.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import { trancheTitle } from '../internal/project/tranche-title.js';
import { timelineList } from '../internal/timeline.js';
import { itemWords } from './finding-forms.js';
import type { FindingLine, FindingState } from './finding-lines.js';
import type { SupervisionWords } from './words.js';

export interface CardContext extends ProjectDesk {
  readonly text: SupervisionWords;
  readonly locale: Locale;
  readonly hosts: FieldHosts | undefined;
  readonly may: (action: ProjectAction) => boolean;
  readonly open: (kind: string, opener: string) => void;
}

const tones: Readonly<Record<FindingState, Tone>> = { overdue: 'danger', open: 'warning', answered: 'info', closed: 'success' };
const severityTones: Readonly<Record<string, Tone | 'neutral'>> = { minor: 'neutral', serious: 'warning', grave: 'danger' };

/** A finding: what, about what, until when, what it holds, and what was done; below it what the person may do. */
export function findingCard(line: FindingLine, context: CardContext): TemplateResult {
  const { project, finding, number, state } = line;
  const { scheme, text, locale, hosts } = context;
  const { id, body, kind, severity, steps } = finding;
  const opener = (action: string): string => `${action}-${project.id}-${id}`;
  const act = (action: string, label: string): TemplateResult => button({ id: opener(action), label, name: text.of({ action: label, number, project: project.title }), onClick: () => context.open(action, opener(action)) });
  const actions = [
    ...(finding.status === 'open' && context.may({ type: 'findingAnswered', data: { finding: id, text: '' } }) ? [act('answer', text.answer)] : []),
    ...(finding.status !== 'closed' && context.may({ type: 'findingClosed', data: { finding: id, text: '' } }) ? [act('close', text.close)] : []),
    ...(finding.status !== 'open' && context.may({ type: 'findingReopened', data: { finding: id, text: '' } }) ? [act('reopen', text.reopen)] : []),
  ];
  const { title, subject } = scheme.supervision?.bodies?.find((each) => each.id === body) ?? {};
  const watches = localize(subject, locale);
  return html`<article class="panel stack finding" aria-labelledby="title-${project.id}-${id}">
    <header class="stack tight">
      <h4 id="title-${project.id}-${id}">${project.title} · ${text.findingNumber({ number })}</h4>
      <p class="row">${tag(tones[state], text.stateOf({ state }), state === 'overdue' ? 'clock' : undefined)} ${tag(severityTones[severity] ?? 'neutral', text.severityOf({ severity }), 'none')} <span class="muted">${text.kindOf({ kind })} · ${project.applicant.name ?? project.applicant.id}</span></p>
    </header>
    <p class="answer-text">${finding.text}</p>
    ${fileLinks(steps[0]?.files, hosts)}
    ${summaryList([
      { label: text.body, value: `${localize(title, locale) || body}${watches === '' ? '' : text.watching({ subject: watches })}` },
      { label: text.item, value: itemWords(finding, scheme, project, text, locale) },
      { label: text.dueOn, value: deadline(line, context) },
      { label: text.holds, value: heldWords(line, context) },
    ])}
    <details><summary>${text.history}</summary>${timelineList(steps.map((step, index) => ({ what: text.step({ kind: step.kind }), at: step.at, who: step.by.name ?? step.by.id, text: step.text, details: index === 0 ? nothing : fileLinks(step.files, hosts), latest: index === steps.length - 1 })), locale)}</details>
    ${actions.length === 0 ? nothing : html`<div class="actions no-print">${actions}</div>`}
  </article>`;
}

function deadline({ finding: { dueOn, status }, state }: FindingLine, { text, locale, today, calendar }: CardContext): TemplateResult {
  const date = text.due({ date: formatDate(dueOn, locale) });
  if (status !== 'open') return html`${date}`;
  const more = state === 'overdue' ? text.late({ days: workingDaysBetween(calendar, dueOn, today) }) : text.left({ days: workingDaysBetween(calendar, today, dueOn) });
  return html`${date} ${tag(state === 'overdue' ? 'danger' : 'neutral', more, 'clock')}`;
}

/** Which payments wait for it and until when; why nothing does, otherwise. */
function heldWords({ project, finding }: FindingLine, { scheme, today, calendar, text, locale }: CardContext): string {
  if (finding.status === 'closed') return text.released;
  const held = heldByFinding(projectTranches(scheme, project, today, calendar), finding);
  const titles = held.map((id) => trancheTitle(scheme, project, id, locale));
  return titles.length === 0 ? text.holdsNothing : text.holding({ tranches: titles.join(locale === 'en' ? ', ' : '、') });
}
