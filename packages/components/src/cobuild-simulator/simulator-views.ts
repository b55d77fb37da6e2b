import type { Case } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { BreakdownRow, Flip, FlipDirection, PolicyTotals, SimulationResult } from '@cobuild/rules';
import { explainFlip, outcomeWord } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { barChart } from '../internal/charts/chart.js';
import { flowChart } from '../internal/charts/flow.js';
import { instantText } from '../internal/dates.js';
import type { Column } from '../internal/pieces.js';
import { fundingView } from './funding-view.js';
import { dataTable, summaryList, tag } from '../internal/pieces.js';
import { turnedText } from './parameter-turn.js';
import type { SimulatorRun } from './simulator-settings.js';
import type { ViewContext } from './simulator-texts.js';
import { countText, groupTitle, nameOf, titleOf, yuan } from './simulator-texts.js';
import type { SimulatorWords } from './words.js';

type Outcome = keyof PolicyTotals['outcomes'];
/** What a run comes to, without the flips one by one. */
type Figures = SimulatorRun['result'];

/** Parts of the bars, the best first, with the outcomes that they are made of. */
const PARTS = [
  { part: 'approved', outcomes: ['approved'] },
  { part: 'open', outcomes: ['pending', 'undecided', 'undetermined'] },
  { part: 'refused', outcomes: ['notApproved', 'rejected', 'ineligible', 'withdrawn'] },
] as const satisfies readonly { readonly part: keyof SimulatorWords; readonly outcomes: readonly Outcome[] }[];
const partOf = (outcome: Outcome): number => PARTS.findIndex(({ outcomes }) => (outcomes as readonly Outcome[]).includes(outcome));

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text.replace(/^(CNY )?-/, '−$1'));

/** In one sentence what the change does. */
export function summarySentence({ flips }: Figures, { locale, words }: Pick<ViewContext, 'locale' | 'words'>): string {
  if (flips.total === 0) return words.nobody;
  const count = (value: number): string => countText(value, locale);
  return [words.summary({ flips: count(flips.total), better: count(flips.better), worse: count(flips.worse) }), ...(flips.onlyMoney > 0 ? [words.onlyMoney({ count: count(flips.onlyMoney) })] : [])].join(locale === 'en' ? ' ' : '');
}

/** Before and after as two bars with the flow between them. */
export function flowPicture({ cases, before, after, flips, moves }: SimulationResult, { locale, words }: ViewContext): TemplateResult {
  const sum = ({ outcomes: counts }: PolicyTotals, outcomes: readonly Outcome[]): number => outcomes.reduce((all, outcome) => all + counts[outcome], 0);
  const grouped = new Map<string, { from: number; to: number; cases: number }>();
  for (const move of moves) {
    const [from, to] = [partOf(move.before), partOf(move.after)];
    // Between outcomes of one part nothing moves in the picture; the table tells of it.
    if (from !== to) grouped.set(`${from}-${to}`, { from, to, cases: (grouped.get(`${from}-${to}`)?.cases ?? 0) + move.cases });
  }
  const count = (value: number): string => countText(value, locale);
  return html`${flowChart({
    label: words.flow({ count: count(cases), flips: count(flips.total) }), before: words.before, after: words.after, format: count,
    parts: PARTS.map(({ part, outcomes }) => ({ name: words[part], before: sum(before, outcomes), after: sum(after, outcomes) })),
    moves: Array.from(grouped.values(), (move) => ({ ...move, direction: move.to < move.from ? 'better' as const : 'worse' as const })),
  }, 'flow')}
  <ul class="legend">${(['better', 'worse'] as const).map((direction) => html`<li><svg class="chart" aria-hidden="true" viewBox="0 0 28 14"><rect class="band ${direction}" x="1" y="1" width="26" height="12"></rect></svg>${direction === 'better' ? words.betterBand : words.worseBand}</li>`)}</ul>`;
}

/** The figures of the picture: cases by outcome and the money, before, after and the difference. */
export function outcomeTable({ before, after }: Figures, { locale, words }: ViewContext): TemplateResult {
  interface Line { readonly title: string; readonly before: number; readonly after: number; readonly money?: boolean }
  const outcomes = PARTS.flatMap(({ outcomes: each }) => each as readonly Outcome[]).filter((outcome) => before.outcomes[outcome] + after.outcomes[outcome] > 0);
  const lines: Line[] = [...outcomes.map((outcome) => ({ title: outcomeWord(outcome, locale), before: before.outcomes[outcome], after: after.outcomes[outcome] })), { title: words.money, before: before.money, after: after.money, money: true }];
  const text = (value: number, money = false): string => (money ? yuan(value, locale) : countText(value, locale));
  const difference = ({ before: was, after: is, money }: Line): string => signed(text(is - was, money), is - was);
  return dataTable<Line>([
    { head: words.outcomes, rowHead: true, cell: ({ title }) => title },
    { head: words.before, number: true, cell: (line) => text(line.before, line.money) },
    { head: words.after, number: true, cell: (line) => text(line.after, line.money) },
    { head: words.difference, number: true, cell: difference },
  ], lines, { caption: words.outcomeTable });
}

/** The money before and after, beside what there is. */
export function moneyPicture({ before, after }: SimulationResult, pool: number | undefined, { locale, words }: ViewContext): TemplateResult {
  const bars = [{ name: words.before, money: before.money }, { name: words.after, money: after.money }, ...(pool === undefined ? [] : [{ name: words.pool, money: pool }])];
  const left = pool === undefined ? 0 : pool - after.money;
  return html`${barChart({ label: words.moneyChart, groups: bars.map(({ name }) => name), series: [{ name: words.money, values: bars.map(({ money }) => money) }], format: (value) => yuan(value, locale) }, 'money')}
    <p class="small muted">${pool === undefined ? words.moneyHelp : left < 0 ? words.overPool({ money: yuan(-left, locale) }) : words.underPool({ money: yuan(left, locale) })}</p>`;
}

/** Towns or categories with those who flip in both directions, and the money. */
export function breakdownTable(name: string, rows: readonly BreakdownRow[], context: ViewContext): TemplateResult {
  const { locale, words } = context;
  const title = name === 'town' ? words.town : name === 'category' ? words.category : name;
  const count = (value: number): string => countText(value, locale);
  return dataTable<BreakdownRow>([
    { head: title, rowHead: true, cell: ({ value }) => groupTitle(name, value, context) },
    { head: words.cases, number: true, cell: ({ cases }) => count(cases) },
    { head: words.better, number: true, cell: ({ better }) => (better === 0 ? '0' : html`<span aria-hidden="true">▲</span> ${count(better)}`) },
    { head: words.worse, number: true, cell: ({ worse }) => (worse === 0 ? '0' : html`<span aria-hidden="true">▼</span> ${count(worse)}`) },
    { head: words.approvedBefore, number: true, cell: ({ approved }) => count(approved.before) },
    { head: words.approvedAfter, number: true, cell: ({ approved }) => count(approved.after) },
    { head: words.moneyBefore, number: true, cell: ({ money }) => yuan(money.before, locale) },
    { head: words.moneyAfter, number: true, cell: ({ money }) => yuan(money.after, locale) },
  ], rows, { caption: words.by({ name: title }) });
}

export const directionTag = (direction: FlipDirection, words: SimulatorWords): TemplateResult => (direction === 'better' ? tag('info', `▲ ${words.better}`, 'none') : direction === 'worse' ? tag('warning', `▼ ${words.worse}`, 'none') : tag('neutral', words.other));

const reasonsOf = ({ because }: Flip, { scheme, changedScheme, locale }: ViewContext): string => because.map((cause) => explainFlip(cause, scheme, changedScheme, locale)).join(locale === 'en' ? '; ' : '；');

/** The head of a file of flips. */
export const flipHead = ({ words }: ViewContext): readonly string[] => [words.number, words.title, words.town, words.direction, `${words.outcomes} ${words.before}`, `${words.outcomes} ${words.after}`, words.reason, words.moneyBefore, words.moneyAfter];

/** A flip as a row of a file; amounts as numbers, in yuan. */
export function flipRow(flip: Flip, found: Case | undefined, context: ViewContext): readonly (string | number)[] {
  const { scheme, locale, words } = context;
  const { id, direction, before, after, money } = flip;
  return [id, titleOf(id, found, scheme), groupTitle('town', found?.applicant.town ?? null, context), words[direction], outcomeWord(before.outcome, locale), outcomeWord(after.outcome, locale), reasonsOf(flip, context), money.before, money.after];
}

/**
 * Who flips, from what to what, and why.
 *
 * @param caseAt - The case at a place, or nothing where the cases are not at hand.
 */
export function flipTable(flips: readonly Flip[], caseAt: ((place: number) => Case | undefined) | undefined, context: ViewContext, action?: (flip: Flip) => unknown): TemplateResult {
  const { scheme, locale, words } = context;
  const name = ({ place, id }: Flip): unknown => nameOf(id, caseAt?.(place), scheme);
  const town = ({ place }: Flip): string => groupTitle('town', caseAt?.(place)?.applicant.town ?? null, context);
  const columns: Column<Flip>[] = [
    { head: words.number, rowHead: true, cell: name },
    ...(caseAt === undefined ? [] : [{ head: words.town, cell: town }]),
    { head: words.direction, cell: ({ direction }) => directionTag(direction, words) },
    { head: `${words.before} ${words.arrow} ${words.after}`, cell: ({ before, after }) => `${outcomeWord(before.outcome, locale)} ${words.arrow} ${outcomeWord(after.outcome, locale)}` },
    { head: words.reason, cell: (flip) => reasonsOf(flip, context) },
    { head: words.moneyBefore, number: true, cell: ({ money }) => yuan(money.before, locale) },
    { head: words.moneyAfter, number: true, cell: ({ money }) => yuan(money.after, locale) },
    ...(action === undefined ? [] : [{ head: html`<span class="visually-hidden">${words.open1}</span>`, label: '', cell: action }]),
  ];
  return dataTable(columns, flips, { caption: words.flips, empty: words.noFlips });
}

/** A kept run: what was changed, at which day, what came of it, and who is affected. */
export function runReport(run: SimulatorRun, context: ViewContext): TemplateResult {
  const { scheme, locale, words } = context;
  const text = (key: string, value: unknown): string => turnedText(scheme, key, value, locale, words.undecided);
  const turned = run.parameters.map(({ key, before, after }) => html`<p>${localize(scheme.parameters[key]?.title, locale) || key}${locale === 'en' ? ': ' : '：'}${text(key, before)} ${words.arrow} ${text(key, after)}</p>`);
  const changes = [...turned, ...(run.otherVersion === undefined ? [] : [html`<p>${words.otherVersion} ${run.otherVersion}</p>${run.otherHash === undefined ? nothing : html`<p><code>${run.otherHash}</code></p>`}`])];
  const { changes: rules } = run;
  const rest = run.result.flips.total - run.flips.length;
  return html`${summaryList([
      { label: words.scheme, value: `${localize(scheme.title, locale)} ${run.scheme.version}` },
      ...(run.scheme.hash === undefined ? [] : [{ label: words.hash, value: html`<code>${run.scheme.hash}</code>` }]),
      { label: words.parameters, value: changes.length === 0 ? words.nothingChanged : changes },
      ...(rules === undefined || rules.sentences.length === 0 ? [] : [{ label: words.ruleChanges, wide: true, value: html`<ul>${rules.sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>${rules.total > rules.sentences.length ? html`<p>${words.moreChanges({ count: countText(rules.total - rules.sentences.length, locale) })}</p>` : nothing}` }]),
      { label: words.day, value: run.today ?? words.ownDays },
      { label: words.cases, value: countText(run.result.cases, locale) },
      ...(run.file === undefined ? [] : [{ label: words.file1, value: run.file }]),
      ...(run.leftOut === undefined || run.leftOut === 0 ? [] : [{ label: words.leftOutCount, value: words.leftOutOf({ count: countText(run.leftOut, locale) }) }]),
      { label: words.keptAt, value: instantText(run.keptAt, locale) },
    ])}
    <p>${summarySentence(run.result, context)}</p>
    ${outcomeTable(run.result, context)}
    ${run.result.funding === undefined ? nothing : fundingView(run.result.funding, () => undefined, context)}
    ${Object.entries(run.result.breakdown).map(([name, rows]) => breakdownTable(name, rows, context))}
    ${flipTable(run.flips, undefined, context)}
    ${rest > 0 ? html`<p class="muted">${words.cut({ count: countText(rest, locale) })}</p>` : nothing}`;
}
