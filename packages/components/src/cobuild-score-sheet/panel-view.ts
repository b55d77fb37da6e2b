import { decimalToText } from '@cobuild/core';
import type { PanelEntry, PanelScore } from '@cobuild/rules';
import { explainPanel, readExact } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import { confirmBox } from '../internal/confirm-box.js';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import { dataTable, tag } from '../internal/pieces.js';
import { steadyButton } from '../internal/steady-button.js';
import { groundText } from './grounds.js';
import { marksTable } from './marks-table.js';
import type { ScoreContext } from './score-context.js';
import { pointsText } from './score-context.js';

/** What the panel has come to: before all are in only who is, afterwards every sheet with what became of it. */
export function panelView(context: ScoreContext, title = ''): TemplateResult {
  const { words, desk } = context;
  return html`<section class="panel stack" part="panel" tabindex="-1" aria-labelledby="panel-title">
    <h3 id="panel-title">${title === '' ? words.panel : words.panelOf({ panel: title })}</h3>
    ${desk.panel === undefined ? rosterView(context) : scoresView(desk.panel, context)}
    ${closeView(context)}
  </section>`;
}

function rosterView({ words, common, desk }: ScoreContext): TemplateResult {
  const { roster, visible } = desk;
  const submitted = roster.filter((line) => line.in).length;
  const asked = roster.filter(({ recused }) => !recused).length;
  const missing = roster.filter((line) => !line.in && !line.recused).map(({ name }) => name);
  const isKnown = !desk.partial && (missing.length > 0 || desk.state.assigned?.some(({ stage }) => stage === desk.stage.id) === true);
  return html`<p><strong>${isKnown ? words.inOf({ submitted, count: asked }) : words.inCount({ submitted: desk.partial ? desk.count?.valid ?? submitted : submitted })}</strong></p>
    ${missing.length === 0 ? nothing : html`<p>${words.missing({ names: missing.join(common.listSeparator) })}</p>`}
    ${roster.length === 0 ? nothing : dataTable([{ head: words.reviewer, rowHead: true, cell: ({ name }) => name }, { head: words.state, cell: (line) => (line.recused ? tag('info', words.steppedAside, 'person') : line.in ? tag('success', words.handedIn) : tag('neutral', words.waiting, 'clock')) }], roster)}
    <p class="muted small">${visible.allIn || desk.closed ? words.readers : words.blind}</p>`;
}

function scoresView(score: PanelScore, context: ScoreContext): TemplateResult {
  const { words, common, explanation, desk, locale } = context;
  const name = ({ reviewer, name: own }: PanelEntry): string => desk.roster.find(({ id }) => id === reviewer)?.name ?? own ?? reviewer;
  const explained = explainPanel(score, desk.scoring, locale, { reviewer: name });
  const alertOf = (entry: PanelEntry): PanelScore['alerts'][number] | undefined => score.alerts.find(({ reviewer }) => reviewer === entry.reviewer);
  const seen = score.entries.filter(({ result }) => result !== undefined);
  return html`<p class="verdict" id="verdict">${explained.text}</p>
    ${spread(score, context)}
    ${dataTable<PanelEntry>(
      [
        { head: words.reviewer, rowHead: true, cell: name },
        { head: words.score, number: true, cell: ({ raw }) => (raw === undefined ? '—' : pointsText(raw, words)) },
        { head: words.state, cell: (entry) => html`${stateTag(entry, context)} ${alertView(alertOf(entry), context)}` },
      ],
      score.entries,
    )}
    ${seen.length === 0 ? nothing : html`<details class="how"><summary>${words.marksTable}</summary>${marksTable(seen.map((entry) => ({ name: name(entry), marks: entry.sheet?.marks ?? [] })), desk.scoring, context)}</details>`}
    <details class="how"><summary>${words.how}</summary>${explanationTree(explained.children ?? [], common, explanation)}</details>`;
}

function stateTag({ state, dropped, recusal }: PanelEntry, { words }: ScoreContext): TemplateResult {
  switch (state) {
    case 'counted': return tag('success', words.counted);
    case 'dropped': return tag('neutral', dropped === 'highest' ? words.highest : words.lowest, dropped === 'highest' ? 'up' : 'down');
    case 'recused': return html`${tag('info', words.steppedAside, 'person')} ${recusal === undefined ? nothing : html`<span class="small">${groundText(recusal.ground, words)}</span>`}`;
    case 'missing':
    case 'draft': return tag('warning', words.notIn, 'clock');
    case 'void': return tag('danger', words.void);
    default: return tag('danger', words.unusable);
  }
}

function alertView(alert: PanelScore['alerts'][number] | undefined, { words }: ScoreContext): TemplateResult | typeof nothing {
  if (alert === undefined) return nothing;
  return html`${tag('warning', words.farOff({ distance: pointsText(alert.distance, words) }))}<div class="small">${alert.reason === undefined ? words.reasonOpen : words.reasonGiven({ reason: alert.reason })}</div>`;
}

/** Where each score lies from lowest to highest; the table beside it says the same. */
function spread({ entries, median, alerts }: PanelScore, { words }: ScoreContext): TemplateResult | typeof nothing {
  const values = entries.flatMap(({ raw, state, reviewer }) => (raw === undefined || (state !== 'counted' && state !== 'dropped') ? [] : [{ at: decimal(raw), state, far: alerts.some((alert) => alert.reviewer === reviewer) }]));
  if (values.length < 2 || median === undefined) return nothing;
  const [least, most] = [Math.min(...values.map(({ at }) => at)), Math.max(...values.map(({ at }) => at))];
  const x = (at: number): number => 16 + (most === least ? 144 : ((at - least) / (most - least)) * 288);
  return html`<div class="dots" role="img" aria-label=${words.spread}>
    <svg viewBox="0 0 320 40" aria-hidden="true">
      <path class="axis" d="M8 22H312"></path>
      <path class="median" d=${`M${x(decimal(median))} 10v24`}></path>
      ${values.map(({ at, state, far }) => svg`<circle class=${`dot ${state}${far ? ' far' : ''}`} cx=${x(at)} cy="22" r="6"></circle>`)}
    </svg>
    <p class="small muted" aria-hidden="true"><span>${decimalToText(round(least))}</span><span>${decimalToText(round(most))}</span></p>
  </div>`;
}

/** For a drawing only. */
function decimal(exact: string): number {
  const value = readExact(exact);
  return value === undefined ? 0 : Number(value.p) / Number(value.q);
}
const round = (value: number): number => Math.round(value * 100) / 100;

function closeView(context: ScoreContext): TemplateResult | typeof nothing {
  const { words, desk, busy, asking } = context;
  if (desk.closed) return html`<p class="muted">${words.closed}</p>`;
  if (!desk.runs) return nothing;
  if (asking === 'closing') return closingBox(context);
  const { closing, count } = desk;
  const blocked = closing.length > 0;
  // How many are in and how many it takes is said once.
  const reasons = closing.filter(({ code }) => count === undefined || code !== 'case/too-few-sheets');
  const describedBy = [...(count === undefined ? [] : ['close-count']), ...(reasons.length > 0 ? ['close-reason'] : [])].join(' ');
  return html`${count === undefined ? nothing : html`<p id="close-count">${words.needed(count)}</p>`}
    <div class="actions">${steadyButton({ id: 'close', label: words.close, kind: 'primary', blocked: busy || blocked, ...(describedBy === '' ? {} : { describedBy }), onClick: () => context.ask('closing') })}</div>
    ${reasons.length > 0 ? html`<div class="muted" id="close-reason">${reasons.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`)}</div>` : nothing}`;
}

/** The last question before a panel is closed. */
function closingBox(context: ScoreContext): TemplateResult {
  const { words, common, desk } = context;
  const missing = desk.roster.filter((line) => !line.in && !line.recused).map(({ name }) => name);
  return confirmBox({
    title: words.closeTitle,
    body: html`<p>${words.closeBody}</p>${missing.length === 0 ? nothing : html`<p>${words.closeMissing({ names: missing.join(common.listSeparator) })}</p>`}`,
    confirm: { label: words.close, onClick: () => context.close() },
    cancel: { label: common.cancel, onClick: () => context.ask('') },
  });
}
