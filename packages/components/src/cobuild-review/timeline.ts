import type { AnswerRemark, CaseEvent, Locale, Scheme } from '@cobuild/core';
import { dateInZone, formatDate, localize, visibleLabel, visibleRemarks } from '@cobuild/core';
import type { CaseState } from '@cobuild/rules';
import { CLOCK, applicationForm } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { instantText, timeOf } from '../internal/dates.js';
import { timelineList } from '../internal/timeline.js';
import { findingsList } from './findings-list.js';
import { overrideTitles } from './override-desk.js';
import type { ReviewWords } from './words.js';

export interface TimelineOptions {
  readonly scheme: Scheme;
  readonly state: CaseState;
  readonly role: string;
  readonly locale: Locale;
  readonly words: ReviewWords;
}

interface Entry { readonly event: CaseEvent; readonly title: string; readonly text?: string; readonly details?: unknown }

/** Every earlier step with its opinion, the latest first. Sign-ins and single ballots belong to the minutes, not here. */
export function timeline(options: TimelineOptions): TemplateResult {
  const { state, words, locale } = options;
  const entries = state.history.map((event) => entryOf(event, options)).filter((entry): entry is Entry => entry !== undefined).reverse();
  return html`<section class="stack" aria-labelledby="timeline-title">
    <h3 id="timeline-title">${words.timeline}</h3>
    ${timelineList(entries.map(({ event, title, ...rest }, index) => ({ what: title, at: event.at, who: whoOf(event, options), latest: index === 0, ...rest })), locale)}
  </section>`;
}

function whoOf({ actor }: CaseEvent, { scheme, locale, words }: TimelineOptions): string {
  if (actor.id === CLOCK.id) return words.clock;
  const role = actor.role === 'public' ? words.public : localize(scheme.organisation.roles.find(({ id }) => id === actor.role)?.title, locale);
  return [actor.name, role].filter((part) => part !== undefined && part !== '').join(' ');
}

function entryOf(event: CaseEvent, options: TimelineOptions): Entry | undefined {
  const { scheme, state, locale, words } = options;
  const stageTitle = (id: string): string => localize(scheme.stages.find((stage) => stage.id === id)?.title, locale);
  const unitTitle = (id: string): string => localize(scheme.organisation.units?.find((unit) => unit.id === id)?.title, locale) || id;
  switch (event.type) {
    case 'submitted': return { event, title: event.sequence === 1 ? words.eventSubmitted : words.eventSubmittedAgain };
    case 'reviewed': return reviewedEntry(event, options, stageTitle(event.data.stage));
    case 'deadlinePassed': {
      const { stage, dueAt, reason } = event.data;
      return { event, title: words.eventDeadline({ stage: stageTitle(stage), until: untilText(dueAt, locale), outcome: outcomeTitle(event, options) }), ...(reason === undefined ? {} : { text: reason }) };
    }
    case 'meetingOpened': return { event, title: words.eventMeeting({ stage: stageTitle(event.data.stage) }) };
    case 'votingClosed': {
      const stage = stageTitle(state.meeting?.stage ?? state.stage);
      // Only the last vote is kept with its numbers.
      const isLast = !state.history.some(({ type, sequence }) => type === 'votingClosed' && sequence > event.sequence);
      return { event, title: words.eventVote({ stage }), ...(isLast && state.vote ? { text: words.votes(state.vote.counts) } : {}) };
    }
    case 'noticePublished': return { event, title: words.eventNotice({ from: formatDate(event.data.postedOn, locale), until: formatDate(event.data.until, locale) }) };
    case 'objectionRaised': return { event, title: words.eventObjection, text: event.data.text };
    case 'objectionAnswered': return { event, title: `${words.eventAnswer}（${event.data.upheld ? words.upheld : words.dismissed}）`, text: event.data.answer };
    case 'reviewersAssigned': {
      const { stage, reviewers, panel, reason } = event.data;
      const title = panel === undefined ? words.eventAssigned({ stage: stageTitle(stage), count: reviewers.length }) : words.eventGroupAssigned({ stage: stageTitle(stage), group: unitTitle(panel) });
      return { event, title, ...(reason === undefined ? {} : { text: reason }) };
    }
    case 'conflictDeclared': {
      // Those who step aside at a meeting are in its minutes; a reviewer who does is missing from the group that was asked.
      const { member, ground, reason } = event.data;
      const isReviewer = state.assigned?.some(({ reviewers }) => reviewers.includes(member)) === true;
      return isReviewer ? { event, title: words.eventRecused({ ground: words[ground] }), text: reason } : undefined;
    }
    case 'overrideProposed': return { event, title: words.eventOverride(overrideTitles(options, event.data.stage, event.data.outcome, words)), text: event.data.reason };
    case 'overrideConfirmed':
    case 'overrideDeclined': {
      const proposed = state.history.filter((each) => each.type === 'overrideProposed' && each.sequence < event.sequence).pop();
      if (proposed?.type !== 'overrideProposed') return undefined;
      const titles = overrideTitles(options, proposed.data.stage, proposed.data.outcome, words);
      return event.type === 'overrideConfirmed' ? { event, title: words.eventOverrideConfirmed(titles) } : { event, title: words.eventOverrideDeclined(titles), text: event.data.reason };
    }
    case 'withdrawn': return { event, title: words.eventWithdrawn, ...(event.data.reason === undefined ? {} : { text: event.data.reason }) };
    default: return undefined;
  }
}

/** The last day of a time in days, the end of one in working hours: from `dueAt` on it is late, so midnight belongs to the day before. */
function untilText(dueAt: string, locale: Locale): string {
  return timeOf(dueAt, locale) === '00:00' ? formatDate(dateInZone(new Date(Date.parse(dueAt) - 1).toISOString()), locale) : instantText(dueAt, locale);
}

function outcomeTitle({ data }: Extract<CaseEvent, { type: 'reviewed' | 'deadlinePassed' }>, { scheme, locale }: TimelineOptions): string {
  return localize(scheme.stages.find(({ id }) => id === data.stage)?.outcomes.find(({ id }) => id === data.outcome)?.title, locale);
}

function reviewedEntry(event: Extract<CaseEvent, { type: 'reviewed' }>, options: TimelineOptions, stageTitle: string): Entry {
  const { scheme, role, locale, words } = options;
  const { stage: stageId, reason, answers } = event.data;
  const stage = scheme.stages.find(({ id }) => id === stageId);
  const form = scheme.forms.find(({ id }) => id === stage?.form);
  const details = form !== undefined && answers !== undefined && Object.keys(answers).length > 0 ? html`<details><summary>${words.findings}</summary>${findingsList(form, answers, { locale, role, stage: stageId })}</details>` : undefined;
  const noted = remarkDetails(event.data.remarks ?? [], options);
  return { event, title: words.eventReviewed({ stage: stageTitle, outcome: outcomeTitle(event, options) }), ...(reason === undefined ? {} : { text: reason }), ...(details || noted ? { details: html`${noted}${details}` } : {}) };
}

/** The remarks of a return, on answers that the reader may see now. */
function remarkDetails(remarks: readonly AnswerRemark[], { scheme, state, role, locale, words }: TimelineOptions): TemplateResult | undefined {
  const form = applicationForm(scheme);
  const seen = form === undefined ? [] : visibleRemarks(form, remarks, { role, stage: state.stage });
  if (form === undefined || seen.length === 0) return undefined;
  const label = (pointer: string): string | undefined => visibleLabel(form, pointer, { role, stage: state.stage }, locale);
  return html`<details><summary>${words.eventRemarks({ count: seen.length })}</summary>
    <dl class="findings">${seen.map(({ pointer, text }) => html`<div><dt>${label(pointer)}</dt><dd class="answer-text">${text}</dd></div>`)}</dl>
  </details>`;
}
