import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { confirmBox } from '../internal/confirm-box.js';
import { tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import type { MeetingContext, OpenChoice } from './meeting-context.js';
import type { MemberRow } from './meeting-view.js';
import { hasDepartments } from './roster.js';

const choices: readonly OpenChoice[] = ['yes', 'no', 'abstain'];

/** Rows of those who may still vote at this screen and have been given a choice. */
export function chosenRows({ view, draft }: Pick<MeetingContext, 'view' | 'draft'>): readonly MemberRow[] {
  return view.rows.filter((row) => row.mayVote && draft.choices.has(row.id));
}

/** The names of members as a sentence lists them. */
export function namesOf(rows: readonly MemberRow[], { common }: Pick<MeetingContext, 'common'>): string {
  return rows.map(({ name }) => name).join(common.listSeparator);
}

/**
 * The ballots of an open vote. A ballot that was recorded cannot be taken back, so choices are collected here, checked in a list, and then sent
 * one by one.
 */
export function ballotSheet(context: MeetingContext): TemplateResult {
  const { words, view } = context;
  const voters = view.rows.filter(({ present, recusal }) => present && !recusal);
  const open = voters.filter(({ mayVote }) => mayVote);
  const chosen = chosenRows(context);
  // Members see their own ballot; how the others vote is for the record, not for those who have yet to choose.
  const shown = view.runs ? voters : voters.filter(({ own }) => own);
  const leftOut = shown.length === 0 && view.rows.some(({ own }) => own);
  return html`<div class="stack">
    ${shown.length > 0 ? html`<p class="muted">${words.ballotHelp}</p>` : leftOut ? html`<p class="muted">${words.noBallotOfYours}</p>` : nothing}
    <table class="table cards ballots" ?hidden=${shown.length === 0}>
      <caption class="visually-hidden">${words.ballots}</caption>
      <thead>
        <tr><th scope="col">${words.name}</th>${hasDepartments(view) ? html`<th scope="col">${words.department}</th>` : nothing}<th scope="col">${words.ballots}</th></tr>
      </thead>
      <tbody>
        ${repeat(
          shown,
          (row) => row.id,
          (row) => html`<tr tabindex="-1" data-member=${row.id}>
            <th scope="row">${row.name}</th>
            ${hasDepartments(view) ? html`<td class="department" data-label=${words.department}>${row.department}</td>` : nothing}
            <td class="ballot" data-label=${words.ballots}>${ballot(row, context)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${context.draft.confirming === 'ballots' ? checkList(context, chosen, open) : nothing}
    <div class="actions">
      ${shown.length === 0
        ? nothing
        : steadyButton({
            id: 'record-ballots',
            label: words.recordBallots({ chosen: chosen.length, open: open.length }),
            kind: 'primary',
            blocked: context.busy || chosen.length === 0,
            onClick: () => context.confirm('ballots'),
          })}
    </div>
  </div>`;
}

function ballot(row: MemberRow, context: MeetingContext): TemplateResult {
  const { words, draft, pending } = context;
  const sent = pending.find(({ type, data }) => type === 'ballotCast' && data['member'] === row.id);
  if (!row.mayVote || sent) {
    const choice = row.choice;
    return html`${choice === undefined ? html`<span class="muted">${words.notVoted}</span>` : tag('neutral', words.recordedChoice({ choice: words[choice] }), 'check')}`;
  }
  return html`<div class="choices inline" role="radiogroup" aria-label=${words.ballotOf(row)}>
    ${choices.map(
      (choice) => html`<label class="choice ${draft.choices.get(row.id) === choice ? 'chosen' : ''}">
        <input type="radio" name="ballot-${row.id}" value=${choice} .checked=${live(draft.choices.get(row.id) === choice)} @change=${() => context.choose(row, choice)} />${words[choice]}
      </label>`,
    )}
  </div>`;
}

function checkList(context: MeetingContext, chosen: readonly MemberRow[], open: readonly MemberRow[]): TemplateResult {
  const { words, draft } = context;
  const lines = choices.map((choice) => ({ choice, rows: chosen.filter(({ id }) => draft.choices.get(id) === choice) })).filter(({ rows }) => rows.length > 0);
  const left = open.filter((row) => !chosen.includes(row));
  return confirmBox({
    title: words.checkTitle,
    body: html`<ul class="plain">
        ${lines.map(({ choice, rows }) => html`<li>${words.checkLine({ choice: words[choice], count: rows.length, names: namesOf(rows, context) })}</li>`)}
      </ul>
      ${left.length === 0 ? nothing : html`<p class="muted">${words.checkOpen({ count: left.length, names: namesOf(left, context) })}</p>`}`,
    confirm: { label: words.confirmBallots, onClick: () => context.recordBallots() },
    cancel: { label: words.change, onClick: () => context.cancelConfirm() },
  });
}
