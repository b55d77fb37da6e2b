import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { button, tag } from '../internal/pieces.js';
import { icons } from '../internal/icons.js';
import type { MeetingContext } from './meeting-context.js';
import type { MeetingView, MemberRow } from './meeting-view.js';
import type { MeetingWords } from './words.js';

/** The sign-in sheet: one row per member, which keeps its controls, and so focus, while states come in. */
export function roster(context: MeetingContext): TemplateResult {
  const { words, view } = context;
  const named = hasDepartments(view);
  return html`<table class="table cards roster">
    <caption class="visually-hidden">${words.roster}</caption>
    <thead>
      <tr>
        <th scope="col">${words.name}</th>
        ${named ? html`<th scope="col">${words.department}</th>` : nothing}
        <th scope="col">${words.attendance}</th>
        <th scope="col">${words.recusal}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        view.rows,
        (row) => row.id,
        (row) => html`<tr tabindex="-1" data-member=${row.id}>
          <th scope="row">${row.name}</th>
          ${named ? html`<td class="department" data-label=${words.department}>${row.department}</td>` : nothing}
          <td class="attendance" data-label=${words.attendance}>${attendance(row, context)}</td>
          <td class="recusal-cell" data-label=${words.recusal}>${recusal(row, context)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Where nobody belongs to a department, no column says so. */
export const hasDepartments = ({ rows }: MeetingView): boolean => rows.some(({ department }) => department !== '');

function attendance(row: MemberRow, context: MeetingContext): TemplateResult {
  const { words, view, pending } = context;
  const sent = pending.some(({ type, data }) => type === 'memberSignedIn' && data['member'] === row.id);
  const isHere = row.present || sent;
  const mayTouch = row.maySignIn || (view.phase === 'signIn' && view.runs && row.present && !row.recusal);
  if (!mayTouch) return html`${row.present ? tag('neutral', words.signedIn, 'check') : html`<span class="muted">${row.recusal ? '—' : words.absent}</span>`}`;
  return html`<label class="choice sign ${isHere ? 'chosen' : ''}">
    <input
      type="checkbox"
      aria-label=${words.memberSignIn({ name: row.name })}
      aria-disabled=${isHere ? 'true' : nothing}
      .checked=${live(isHere)}
      @click=${(event: Event) => {
        // A sign-in is recorded for good: the mark cannot be taken away again.
        if (isHere || !row.maySignIn) event.preventDefault();
      }}
      @change=${() => context.signIn(row)}
    />
    <span aria-hidden="true">${isHere ? words.signedIn : words.signIn}</span>
  </label>`;
}

/** A ground in words; what somebody declared is their own sentence. Of a recusal by the rule the ground is the reason. */
export function recusalText({ kind, reason, ground }: NonNullable<MemberRow['recusal']>, words: MeetingWords): string {
  const known = ground ?? GROUNDS.find((item) => item === reason);
  if (known === undefined) return reason;
  return kind === 'automatic' || reason === '' ? words[known] : words.groundAndReason({ ground: words[known], reason });
}

/** Grounds that the format knows, in the order of its schema. */
export const GROUNDS = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake'] as const;

function recusal(row: MemberRow, context: MeetingContext): TemplateResult | typeof nothing {
  const { words, draft } = context;
  if (row.recusal) {
    return html`<span class="row">${tag('warning', row.recusal.kind === 'automatic' ? words.automatic : words.recused, 'person')}<span>${recusalText(row.recusal, words)}</span></span>`;
  }
  const onRecord = row.conflicts.map(({ ground, reason }) => html`<span class="row">${tag('info', words.onRecord, 'person')}<span>${recusalText({ kind: 'declared', ground, reason }, words)}</span></span>`);
  if (!row.mayRecuse) return html`${onRecord}`;
  if (draft.recusing !== row.id) {
    return html`${onRecord}${button({ label: words.declareRecusal, name: words.memberRecusal(row), kind: 'quiet', id: `recuse-${row.id}`, onClick: () => context.startRecusal(row) })}`;
  }
  return html`${onRecord}${recusalForm(row, context)}`;
}

/** What the rule of the vote does with a relation. */
function consequence({ view, draft, words }: MeetingContext): { readonly help: string; readonly submit: string } {
  if (draft.recusalGround === '') return { help: words.recusalHelp, submit: words.declareRecusal };
  const leaves = view.rule?.recusal.includes(draft.recusalGround) === true;
  return leaves ? { help: words.groundLeaves, submit: words.declareRecusal } : { help: words.groundOnRecord, submit: words.declareConflict };
}

function recusalForm(row: MemberRow, context: MeetingContext): TemplateResult {
  const { words, common, draft } = context;
  const id = `reason-${row.id}`;
  const { help, submit } = consequence(context);
  return html`<form
    class="stack tight"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      context.declareRecusal(row);
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') context.cancelRecusal(row);
    }}
  >
    <label class="label" for="ground-${row.id}">${words.recusalGround(row)}</label>
    <select class="input" id="ground-${row.id}" @change=${(event: Event) => context.change({ recusalGround: GROUNDS.find((ground) => ground === (event.target as HTMLSelectElement).value) ?? '' })}>
      <option value="" ?selected=${draft.recusalGround === ''}>${words.otherGround}</option>
      ${GROUNDS.map((ground) => html`<option value=${ground} ?selected=${draft.recusalGround === ground}>${words[ground]}</option>`)}
    </select>
    <label class="label" for=${id}>${draft.recusalGround === '' ? words.recusalReason(row) : words.groundReason(row)}</label>
    <p class="muted small" id="${id}-help" role="status">${help}</p>
    ${draft.recusalMissing ? html`<p class="field-error" id="${id}-error">${icons.danger}${draft.recusalGround === '' ? words.recusalReasonMissing : words.groundReasonMissing}</p>` : nothing}
    <input
      class="input"
      id=${id}
      maxlength="200"
      autocomplete="off"
      aria-required="true"
      aria-invalid=${draft.recusalMissing ? 'true' : nothing}
      aria-describedby="${id}-help${draft.recusalMissing ? ` ${id}-error` : ''}"
      .value=${live(draft.recusalReason)}
      @input=${(event: Event) => context.change({ recusalReason: (event.target as HTMLInputElement).value })}
    />
    <div class="row">
      <button class="button" type="submit" aria-disabled=${context.busy ? 'true' : nothing}>${submit}</button>
      ${button({ label: common.cancel, kind: 'quiet', onClick: () => context.cancelRecusal(row) })}
    </div>
  </form>`;
}
