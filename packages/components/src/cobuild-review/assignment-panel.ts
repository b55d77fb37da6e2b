import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { dateInZone, formatDate } from '@cobuild/core';
import { noticeBox, tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import type { AssignmentDesk, AssignmentGroup, AssignmentPerson } from './assignment-desk.js';
import { refusalBox } from './refusal-box.js';
import type { ReviewContext } from './review-context.js';

/** Who reviews this application, for whoever assigns them: chosen from the pool, or drawn by a seed. */
export function assignmentPanel(context: ReviewContext): TemplateResult | typeof nothing {
  const { assignment, words, common, locale } = context;
  if (assignment === undefined) return nothing;
  const { assigned, method, needed, people, groups } = assignment;
  if (groups !== undefined) return groupPanel(context, assignment, groups);
  const names = assigned.map((id) => people.find((person) => person.id === id)?.name ?? id).join(locale === 'en' ? ', ' : '、');
  return html`<section class="panel stack" id="assignment" tabindex="-1" aria-labelledby="assignment-title">
    <h3 id="assignment-title">${words.assignment}</h3>
    ${assigned.length === 0 ? nothing : html`<p>${words.assigned({ names })}</p>`}
    ${refusalBox(context, 'assignment')}
    ${method === undefined ? noticeBox('warning', common.warning, html`<p>${words.assignmentUndecided}</p>`) : people.length === 0 ? html`<p class="muted">${words.assignmentNobody}</p>` : html`<p class="muted" id="assignment-help">${words[`assignBy-${method}`]({ needed })}</p>${method === 'lot' ? lot(context, assignment) : choosing(context, assignment)}`}
  </section>`;
}

/** Which group takes the application: the rule proposes one, another takes a reason. */
function groupPanel(context: ReviewContext, assignment: AssignmentDesk, groups: readonly AssignmentGroup[]): TemplateResult {
  const { words, common } = context;
  const { method, last, people, needed } = assignment;
  return html`<section class="panel stack" id="assignment" tabindex="-1" aria-labelledby="assignment-title">
    <h3 id="assignment-title">${words.groups}</h3>
    ${last === undefined ? nothing : html`${assignedGroup(context, last, groups)}${steppedAside(context, assignment, groups)}`}
    ${refusalBox(context, 'assignment')}
    ${method === undefined ? noticeBox('warning', common.warning, html`<p>${words.assignmentUndecided}</p>`) : people.length === 0 ? html`<p class="muted">${words.assignmentNobody}</p>` : html`<p class="muted" id="assignment-help">${words[`groupBy-${method}`]({ needed })}</p>${method === 'lot' ? drawing(context, assignment, groups) : choosingGroup(context, assignment, groups)}`}
  </section>`;
}

function assignedGroup({ words, locale }: ReviewContext, { panel = '', by, at, reason = '' }: NonNullable<AssignmentDesk['last']>, groups: readonly AssignmentGroup[]): TemplateResult {
  const title = groups.find(({ unit }) => unit === panel)?.title ?? panel;
  return html`<p>${words.groupAssigned({ group: title, name: by.name ?? by.id, date: formatDate(dateInZone(at), locale) })}</p>${reason === '' ? nothing : html`<p class="answer-text">${words.groupReasonOf({ reason })}</p>`}`;
}

/** Of a group that was assigned somebody may step aside; whether the others are enough is for whoever assigns to see. */
function steppedAside({ words, common }: ReviewContext, { last, sheetsNeeded }: AssignmentDesk, groups: readonly AssignmentGroup[]): TemplateResult | typeof nothing {
  const group = groups.find(({ unit }) => unit === last?.panel);
  const stepped = group?.recused.filter(({ id }) => last?.reviewers.includes(id) === true) ?? [];
  if (last === undefined || stepped.length === 0) return nothing;
  const left = last.reviewers.length - stepped.length;
  const names = stepped.map(({ name, id }) => name ?? id).join(common.listSeparator);
  return noticeBox('warning', common.warning, html`<p>${words.groupStepped({ names, left })}${left >= sheetsNeeded ? nothing : html`<br />${words.groupTooFew({ needed: sheetsNeeded })}`}</p>`);
}

function choosingGroup(context: ReviewContext, assignment: AssignmentDesk, groups: readonly AssignmentGroup[]): TemplateResult {
  const { words, draft, busy } = context;
  const { proposed, last } = assignment;
  const chosen = groups.find(({ unit }) => unit === (draft.group ?? last?.panel ?? proposed));
  const asksWhy = chosen !== undefined && (last !== undefined || chosen.otherField);
  return html`<fieldset class="field" aria-describedby="assignment-help">
      <legend class="label">${words.groups}</legend>
      <div class="choices">
        ${groups.map((group) => html`<label class="choice ${group === chosen ? 'chosen' : ''}">
          <input type="radio" name="group" value=${group.unit} ?disabled=${group.atLimit} .checked=${live(group === chosen)} @change=${() => context.change({ group: group.unit })} />
          ${groupWords(context, assignment, group)}
        </label>`)}
      </div>
    </fieldset>
    ${asksWhy ? whyGroup(context) : nothing}
    <div class="actions">${steadyButton({ id: 'assign', label: last === undefined ? words.assignGroup : words.assignGroupAnew, kind: 'primary', blocked: busy || chosen === undefined, onClick: () => context.assign(assignment.groupAction(chosen?.unit ?? '', asksWhy ? draft.groupReason.trim() : '', '')) })}</div>`;
}

/** A group with its people, what it has to do, and why the rule proposes it or not. */
function groupWords({ words, common }: ReviewContext, { proposed }: AssignmentDesk, { unit, title, people, recused, load, atLimit, otherField }: AssignmentGroup): TemplateResult {
  const names = (list: AssignmentGroup['people']): string => list.map(({ name, id }) => name ?? id).join(common.listSeparator);
  const notes = [words.groupLoad({ count: load }), ...(atLimit ? [words.atLimit] : []), ...(otherField ? [words.groupOtherField] : []), ...(recused.length === 0 ? [] : [words.groupRecused({ names: names(recused) })])];
  return html`<span>${title} ${unit === proposed ? tag('info', words.groupProposed) : nothing}<br /><span class="muted small">${names(people)}</span><br /><span class="muted small">${notes.join(common.listSeparator)}</span></span>`;
}

function whyGroup(context: ReviewContext): TemplateResult {
  const { words, draft } = context;
  return html`<div class="field">
    <label class="label" for="group-reason">${words.groupReason}</label>
    <p class="muted small" id="group-reason-help">${words.groupReasonHelp}</p>
    <textarea class="input" id="group-reason" rows="2" maxlength="2000" aria-required="true" aria-describedby="group-reason-help" .value=${live(draft.groupReason)} @input=${(event: Event) => context.change({ groupReason: (event.target as HTMLTextAreaElement).value })}></textarea>
  </div>`;
}

function drawing(context: ReviewContext, assignment: AssignmentDesk, groups: readonly AssignmentGroup[]): TemplateResult {
  const { words, draft, busy } = context;
  return html`<ul class="people">${groups.map((group) => html`<li>${groupWords(context, assignment, group)}</li>`)}</ul>
    ${seedField(context)}
    ${assignment.last === undefined ? nothing : whyGroup(context)}
    <div class="actions">${steadyButton({ id: 'assign', label: words.draw, kind: 'primary', blocked: busy, onClick: () => context.assign(assignment.groupAction('', draft.groupReason.trim(), draft.seed.trim())) })}</div>`;
}

/** What keeps somebody away, in words. */
function barOf({ barred }: AssignmentPerson, { words }: ReviewContext): string {
  if (barred === undefined) return '';
  if (barred.why !== 'recused') return words[barred.why];
  const ground = barred.ground === undefined ? '' : words[barred.ground];
  return words.recused({ ground: barred.reason === undefined ? ground : `${ground} ${barred.reason}`.trim() });
}

function choosing(context: ReviewContext, assignment: AssignmentDesk): TemplateResult {
  const { words, draft, busy } = context;
  const { people, needed, suggested, assigned } = assignment;
  const chosen = draft.reviewers ?? (assigned.length > 0 ? assigned : suggested);
  const free = people.filter(({ barred }) => barred === undefined).map(({ id }) => id);
  const taken = free.filter((id) => chosen.includes(id));
  const toggle = (id: string): void => context.change({ reviewers: taken.includes(id) ? taken.filter((other) => other !== id) : [...taken, id] });
  return html`<fieldset class="field" aria-describedby="assignment-help">
      <legend class="label">${words.reviewers}</legend>
      <div class="choices">
        ${people.map((person) => html`<label class="choice ${taken.includes(person.id) ? 'chosen' : ''}">
          <input type="checkbox" name="reviewer" value=${person.id} ?disabled=${person.barred !== undefined} .checked=${live(taken.includes(person.id))} @change=${() => toggle(person.id)} />
          ${who(person, context)}
        </label>`)}
      </div>
    </fieldset>
    <p role="status">${words.chosenOf({ count: taken.length, needed })}</p>
    <div class="actions">${steadyButton({ id: 'assign', label: words.assign, kind: 'primary', blocked: busy, onClick: () => context.assign(assignment.action(taken, '')) })}</div>`;
}

function who(person: AssignmentPerson, context: ReviewContext): TemplateResult {
  const bar = barOf(person, context);
  return html`<span>${person.name ?? person.id}${bar === '' ? nothing : html` <span class="muted small">${bar}</span>`}</span>`;
}

/** Nobody is seen before the seed is on record: nobody tries seeds until one pleases. */
function lot(context: ReviewContext, assignment: AssignmentDesk): TemplateResult {
  const { words, draft, busy } = context;
  return html`<ul class="people">
      ${assignment.people.map((person) => html`<li>${who(person, context)} ${assignment.assigned.includes(person.id) ? tag('info', words.drawn) : nothing}</li>`)}
    </ul>
    ${seedField(context)}
    <div class="actions">${steadyButton({ id: 'assign', label: words.draw, kind: 'primary', blocked: busy, onClick: () => context.assign(assignment.action([], draft.seed.trim())) })}</div>`;
}

function seedField(context: ReviewContext): TemplateResult {
  const { words, draft } = context;
  return html`<div class="field">
    <label class="label" for="assignment-seed">${words.seed}</label>
    <p class="muted small" id="assignment-seed-help">${words.seedHelp}</p>
    <input class="input" id="assignment-seed" maxlength="200" autocomplete="off" aria-describedby="assignment-seed-help" .value=${live(draft.seed)} @input=${(event: Event) => context.change({ seed: (event.target as HTMLInputElement).value })} />
  </div>`;
}
