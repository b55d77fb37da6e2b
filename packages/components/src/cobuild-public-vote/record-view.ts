import type { EventActor, Locale, PublicVoteTally, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { actionProblems } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmBox } from '../internal/confirm-box.js';
import { icons } from '../internal/icons.js';
import { steadyButton } from '../internal/steady-button.js';
import type { Messages } from '../locales/messages.js';
import type { CountedTally } from './vote-view.js';
import type { PublicVoteWords } from './words.js';

/** A case at the vote, and which candidate it is about. */
export interface CountedCase { readonly candidate: string; readonly state: CaseState }

export interface RecordInput { readonly scheme: Scheme; readonly cases: readonly CountedCase[]; readonly actor: EventActor | undefined; readonly count: CountedTally; readonly vote: string; readonly now: string; readonly seed: string; readonly locale: Locale }

/** The actions that put the count into the log of each case that waits for it, as far as this person may. */
export function countingActions({ scheme, cases, actor, count, vote, now, seed, locale }: RecordInput): readonly { readonly caseId: string; readonly action: CaseAction }[] {
  if (actor === undefined) return [];
  const drawn = seed.trim() === '' ? count.seed : seed.trim();
  return cases.flatMap(({ candidate, state }) => {
    const stage = scheme.stages.find(({ id }) => id === state.stage);
    if (stage?.method !== 'publicVote' || stage.publicVote !== vote || state.status !== 'open') return [];
    const action: CaseAction = { type: 'publicVoteCounted', data: { stage: stage.id, candidate, tally: plainTally(count.tally), ...(count.jury === undefined ? {} : { jury: count.jury }), ...(drawn === undefined ? {} : { seed: drawn }) } };
    return actionProblems(scheme, state, action, actor, now, { calendar: chinaCalendar, schemeHash: state.schemeHash, locale }).length > 0 ? [] : [{ caseId: state.id, action }];
  });
}

const plainTally = ({ asOf, votes, ballots, voters, channels }: PublicVoteTally): PublicVoteTally => ({ asOf, votes, ballots, voters, channels });

export interface RecordContext {
  readonly words: PublicVoteWords;
  readonly common: Messages;
  readonly tally: PublicVoteTally;
  readonly count: number;
  readonly tied: boolean;
  readonly seed: string;
  readonly seedMissing: boolean;
  readonly confirming: boolean;
  readonly busy: boolean;
  readonly writeSeed: (seed: string) => void;
  readonly ask: () => void;
  readonly record: () => void;
  readonly cancel: () => void;
}

/** For whoever records the count: once it is, nobody votes on. */
export function recordView(context: RecordContext): TemplateResult | typeof nothing {
  const { words, common, tally, count, busy } = context;
  if (count === 0) return nothing;
  if (context.confirming) {
    return confirmBox({
      title: words.recordTitle, body: html`<p>${words.recordBody({ count, ballots: tally.ballots.counted, people: tally.voters })}</p>`,
      confirm: { label: words.record, onClick: context.record }, cancel: { label: common.cancel, onClick: context.cancel },
    });
  }
  return html`<section class="panel stack no-print" part="record">
    ${context.tied
      ? html`<div class="field">
          <label class="label" for="seed">${words.seed}</label>
          <p class="muted small" id="seed-help">${words.seedHelp}</p>
          ${context.seedMissing ? html`<p class="field-error" id="seed-error">${icons.danger}<span>${words.seedMissing}</span></p>` : nothing}
          <input class="input" id="seed" autocomplete="off" maxlength="200" aria-required="true" aria-invalid=${context.seedMissing ? 'true' : nothing} aria-describedby="seed-help${context.seedMissing ? ' seed-error' : ''}" .value=${live(context.seed)} @input=${(event: Event) => context.writeSeed((event.target as HTMLInputElement).value)} />
        </div>`
      : nothing}
    <div class="actions">${steadyButton({ id: 'record', label: words.recordCount({ count }), kind: 'primary', blocked: busy, onClick: context.ask })}</div>
  </section>`;
}
