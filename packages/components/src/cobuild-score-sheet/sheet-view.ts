import type { Scheme, ScoreSheet } from '@cobuild/core';
import { explainScore, factWords } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { instantText } from '../internal/dates.js';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import { icons } from '../internal/icons.js';
import { button, noticeBox, tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import { criterionGroups } from './criterion-field.js';
import { GROUNDS, groundText } from './grounds.js';
import { marksTable } from './marks-table.js';
import type { ScoreContext } from './score-context.js';
import { scoreText, settingText } from './score-context.js';

/** One line on how far the sheet is: what is read to people while they mark. */
export function runningText({ score, running, words, desk, problems }: Pick<ScoreContext, 'score' | 'running' | 'words' | 'desk' | 'problems'>): string {
  const own = score.criteria.filter(({ source }) => source === 'reviewer');
  const done = own.filter(({ state }) => state === 'marked' || state === 'notApplicable').length;
  const count = desk.scoring.criteria.filter(({ byFact }) => byFact === undefined).length;
  if (score.outcome === 'scored') return words.complete({ score: scoreText(score, words) });
  if (score.outcome === 'blocked' && done === count) return words.noScore;
  const far = running === undefined || running.outcome !== 'scored' ? words.begun({ done, count }) : words.running({ done, count, score: scoreText(running, words) });
  return score.outcome === 'invalid' && problems.length > 0 ? `${far}${words.points === '分' ? '；' : '; '}${words.hasErrors}` : far;
}

/** The sheet to fill in. */
export function openSheet(context: ScoreContext, scheme: Scheme): TemplateResult {
  const { words, desk, busy, draft } = context;
  const { scoring } = desk;
  const deviation = scoring.panel?.deviation;
  const naText = { rescale: words.naRescale, zero: words.naZero, block: words.naBlock };
  const policy = scoring.criteria.some(({ mayBeNotApplicable }) => mayBeNotApplicable === true) ? (['rescale', 'zero', 'block'] as const).find((choice) => choice === scoring.notApplicable) : undefined;
  return html`<p class="muted small keys">${words.keys}</p>
    ${criterionGroups(context)} ${policy === undefined ? nothing : html`<p class="muted small" id="na-policy">${naText[policy]}</p>`}
    <div class="field">
      <label class="label" for="overall">${words.overall}</label>
      <textarea class="input" id="overall" rows="3" ?readonly=${busy} .value=${live(draft.comment)} @input=${(event: Event) => context.write({ comment: (event.target as HTMLTextAreaElement).value })}></textarea>
    </div>
    ${deviation === undefined
      ? nothing
      : html`<div class="field">
          <label class="label" for="deviation-reason">${words.deviationReason}</label>
          <p class="muted small" id="deviation-help">${words.deviationHelp({ points: settingText(deviation, words) })}</p>
          <textarea class="input" id="deviation-reason" rows="2" aria-describedby="deviation-help" ?readonly=${busy} .value=${live(draft.deviationReason)} @input=${(event: Event) => context.write({ deviationReason: (event.target as HTMLTextAreaElement).value })}></textarea>
        </div>`}
    <div class="total" part="total">
      <p class="total-line"><span class="muted">${words.total}</span> <strong>${runningText(context)}</strong></p>
      ${scoring.passMark === undefined ? nothing : html`<p class="muted small">${words.passMark({ points: settingText(scoring.passMark, words) })}</p>`}
      <div class="actions">
        ${steadyButton({ id: 'submit', label: words.submit, kind: 'primary', blocked: busy, onClick: () => context.submit() })}
        ${steadyButton({ id: 'save', label: words.save, blocked: busy, onClick: () => context.save() })}
      </div>
      <p class="muted small" id="saving">${context.saving}</p>
    </div>
    ${how(context, scheme)}`;
}

function how(context: ScoreContext, scheme: Scheme): TemplateResult {
  const { words, common, explanation, desk, score, locale } = context;
  const { children = [] } = explainScore(score, desk.scoring, locale, factWords(scheme, locale));
  return html`<details class="how"><summary>${words.how}</summary>${explanationTree(children, common, explanation)}</details>`;
}

/** The sheet once it is in: read only, with the way to take it back. */
export function closedSheet(context: ScoreContext, sheet: ScoreSheet, scheme: Scheme): TemplateResult {
  const { words, desk, score, locale, busy } = context;
  const text = score.outcome === 'scored' ? words.submitted({ score: scoreText(score, words) }) : words.submittedPlain;
  const alert = desk.panel?.reasonsMissing.includes(sheet.reviewer) === true;
  return html`${noticeBox('success', context.common.success, html`<p>${text}</p>${sheet.submittedAt === undefined ? nothing : html`<p class="muted small">${words.handedInAt({ time: instantText(sheet.submittedAt, locale) })}</p>`}`)}
    ${alert ? noticeBox('warning', context.common.warning, html`<p>${words.ownFarOff}</p>`) : nothing}
    ${marksTable([{ name: words.ownSheet, marks: sheet.marks }], desk.scoring, context)}
    ${sheet.comment === undefined || sheet.comment === '' ? nothing : html`<p class="answer-text">${sheet.comment}</p>`} ${how(context, scheme)}
    ${desk.closed ? html`<p class="muted">${words.closed}</p>` : nothing}
    ${!desk.mayWithdraw ? nothing : context.asking === 'withdrawal' ? withdrawal(context) : html`<div class="actions">${steadyButton({ id: 'withdraw', label: words.withdraw, blocked: busy, onClick: () => context.ask('withdrawal') })}</div>`}`;
}

function withdrawal(context: ScoreContext): TemplateResult {
  const { words, common, busy } = context;
  return html`<form class="panel stack tight" novalidate @submit=${(event: Event) => { event.preventDefault(); context.withdraw(); }} @keydown=${escapes(context)}>
    ${reasonField(context, words.withdrawReason, words.withdrawHelp, words.withdrawMissing)}
    <div class="row"><button class="button danger" type="submit" aria-disabled=${busy ? 'true' : nothing}>${words.withdraw}</button>${button({ label: common.cancel, kind: 'quiet', onClick: () => context.ask('') })}</div>
  </form>`;
}

const escapes = (context: ScoreContext) => (event: KeyboardEvent): void => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  context.ask('');
};

function reasonField(context: ScoreContext, label: string, help: string, missing: string): TemplateResult {
  return html`<div class="field">
    <label class="label" for="reason">${label}</label>
    <p class="muted small" id="reason-help" role="status">${help}</p>
    ${context.reasonMissing ? html`<p class="field-error" id="reason-error">${icons.danger}<span>${missing}</span></p>` : nothing}
    <textarea class="input" id="reason" rows="2" aria-required="true" aria-invalid=${context.reasonMissing ? 'true' : nothing} aria-describedby="reason-help${context.reasonMissing ? ' reason-error' : ''}" .value=${live(context.reason)} @input=${(event: Event) => context.writeReason((event.target as HTMLTextAreaElement).value)}></textarea>
  </div>`;
}

/** What is on record of the reviewer, and the way to put something on it. */
export function recusalView(context: ScoreContext): TemplateResult | typeof nothing {
  const { words, common, desk, asking, busy } = context;
  const { recusal } = desk;
  if (recusal !== undefined) {
    const ground = `${groundText(recusal.ground, words)}${recusal.reason === undefined || recusal.reason === '' ? '' : `${common.colon}${recusal.reason.replace(/[。.]$/, '')}`}`;
    if (recusal.kind === 'soft') return html`<p class="row">${tag('info', words.recusal, 'person')}<span>${words.soft({ ground })}</span></p>`;
    return noticeBox('info', common.info, html`<p>${recusal.source === 'automatic' ? words.automatic({ ground }) : words.declared({ ground })}</p>`);
  }
  if (!desk.mayRecuse) return nothing;
  if (asking !== 'recusal') return html`<div>${steadyButton({ id: 'recuse', label: words.recuse, kind: 'quiet', icon: 'person', blocked: busy, onClick: () => context.ask('recusal') })}</div>`;
  const rules = desk.scoring.panel?.recusal as Readonly<Record<string, unknown>> | undefined;
  const help = rules?.[context.ground] === 'soft' ? words.onRecord : words.leaves;
  return html`<form class="panel stack tight" novalidate aria-label=${words.recuseTitle} @submit=${(event: Event) => { event.preventDefault(); context.declare(); }} @keydown=${escapes(context)}>
    <div class="field">
      <label class="label" for="ground">${words.recuseGround}</label>
      <select class="input" id="ground" @change=${(event: Event) => context.chooseGround(GROUNDS.find((item) => item === (event.target as HTMLSelectElement).value) ?? 'kin')}>
        ${GROUNDS.map((item) => html`<option value=${item} ?selected=${item === context.ground}>${words[item]}</option>`)}
      </select>
    </div>
    ${reasonField(context, words.recuseReason, help, words.recuseMissing)}
    <div class="row"><button class="button" type="submit" aria-disabled=${busy ? 'true' : nothing}>${words.recuseConfirm}</button>${button({ label: common.cancel, kind: 'quiet', onClick: () => context.ask('') })}</div>
  </form>`;
}
