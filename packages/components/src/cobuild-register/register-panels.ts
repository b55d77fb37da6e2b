import type { Locale } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import type { AssessedGroup, RegisterAssessment } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, noticeBox } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { RegisterAssessmentDesk } from './register-assessment.js';
import { unsettledGroups } from './register-export.js';
import type { Progress, RegisterList } from './register-list.js';
import type { RegisterPlan } from './register-settings.js';
import type { RegisterFilter } from './register-view.js';
import type { RegisterWords } from './words.js';

export interface PanelContext {
  readonly plan: RegisterPlan;
  readonly list: RegisterList;
  readonly desk: RegisterAssessmentDesk;
  readonly named: (id: string) => string;
  readonly locale: Locale;
  readonly words: RegisterWords;
  readonly common: Messages;
}

export const countText = (count: number, locale: Locale): string => new Intl.NumberFormat(locale).format(count);

/** How far long work is, with a way to stop it. */
export function progressLine(label: string, { done, of }: Progress, stop?: TemplateResult): TemplateResult {
  return html`<div class="progress no-print"><label><span>${label}</span> <progress max=${of} value=${done}></progress></label>${stop ?? nothing}</div>`;
}

export function filterBar({ list, plan, desk, named, locale, words }: PanelContext, onFilter: (filter: Partial<RegisterFilter>) => void): TemplateResult {
  const { read: { towns, units }, filter } = list;
  const options = (ids: readonly string[]): readonly (readonly [string, string])[] => ids.filter((id) => id !== '').map((id) => [id, named(id)]);
  const grades = (plan.grading?.grades ?? []).map(({ id, title }) => [id, localize(title, locale)] as const);
  const isFiltered = filter.text !== '' || filter.town !== '' || filter.unit !== '' || filter.grade !== '';
  return html`<div class="filters no-print" part="filters">
    <label class="stack tight"><span>${words.search}</span><input class="input" type="search" id="search" aria-describedby="search-help" .value=${filter.text} @input=${(event: Event) => onFilter({ text: (event.target as HTMLInputElement).value })} /></label>
    ${towns.length > 1 ? choice(words.town, filter.town, options(towns), words.all, (town) => onFilter({ town, unit: '' })) : nothing}
    ${units.length > 1 ? choice(words.unit, filter.unit, options(units.filter(({ town }) => filter.town === '' || town === filter.town).map(({ id }) => id)), words.all, (unit) => onFilter({ unit })) : nothing}
    ${desk.result === undefined ? nothing : choice(words.grade, filter.grade, [...grades, ['-', words.withoutGrade] as const], words.all, (grade) => onFilter({ grade }))}
    ${isFiltered ? button({ label: words.clear, kind: 'quiet', onClick: () => onFilter({ text: '', town: '', unit: '', grade: '' }) }) : nothing}
  </div>`;
}

function choice(label: string, chosen: string, options: readonly (readonly [value: string, text: string])[], all: string, onChoose: (value: string) => void): TemplateResult {
  return html`<label class="stack tight"><span>${label}</span>
    <select class="input" .value=${chosen} @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${chosen === ''}>${all}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select></label>`;
}

/** Figures of the assessment, and the groups that cannot be rewarded, each with the reason. */
export function assessmentFigures(result: RegisterAssessment, { plan, list, named, locale, words, common }: PanelContext): TemplateResult {
  const titles = new Map(plan.grading?.grades.map(({ id, title }) => [id, localize(title, locale)]));
  const figures: readonly (readonly [string, string])[] = [
    [words.entries, countText(list.read.lines.length, locale)],
    ...result.grades.map(({ grade, filled }) => [titles.get(grade) ?? grade, countText(filled, locale)] as const),
    [words.missing, countText(result.missing, locale)],
    [words.granted, formatYuan(result.granted, locale)],
  ];
  const open = unsettledGroups(result);
  const groups = html`<ul>${open.slice(0, MOST_LISTED).map((group) => html`<li>${groupText(group, named, locale, words)}</li>`)}</ul>`;
  return html`<dl class="figures" part="figures">${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${open.length === 0 ? nothing : html`<div part="groups">${noticeBox('warning', common.warning, open.length === 1 ? groups : html`<details class="groups"><summary>${words.notSettled({ count: countText(open.length, locale) })}</summary>${groups}</details>`)}</div>`}`;
}

/** A list of several hundred lines helps nobody; the file has them all. */
const MOST_LISTED = 200;

function groupText({ group, outcome, missing, reward, problems }: AssessedGroup, named: (id: string) => string, locale: Locale, words: RegisterWords): string {
  const name = group === '' ? words.everybody : named(group);
  if (outcome === 'incomplete') return words.groupIncomplete({ group: name, missing: countText(missing, locale) });
  if (outcome === 'tieOpen') return words.groupTie({ group: name });
  if (outcome === 'refused') return words.groupRefused({ group: name });
  if (outcome === 'undecided' || reward.outcome === 'undecided') return words.groupOpen({ group: name });
  if (reward.outcome === 'over') return words.groupOver({ group: name, total: formatYuan(reward.total ?? 0, locale), pot: formatYuan(reward.pot ?? 0, locale), over: formatYuan(reward.over ?? 0, locale) });
  return problems.length > 0 ? words.groupNone({ group: name }) : name;
}

/** Cells that were refused, by row and column, after pasting or importing. */
export function takenNotice({ desk: { taken }, locale, words, common }: PanelContext): TemplateResult | typeof nothing {
  if (taken === undefined) return nothing;
  const { rows, problems } = taken;
  const count = (number: number): string => countText(number, locale);
  if (problems.length === 0) return noticeBox('success', common.success, html`<p>${words.takenAll({ rows: count(rows) })}</p>`, { role: 'status' });
  const list = html`<p>${words.notTaken}</p>
    <ul>${problems.slice(0, MOST_REFUSED).map(({ message, remedy }) => html`<li>${message}${locale === 'en' ? ' ' : '。'}${remedy ?? ''}</li>`)}</ul>
    ${problems.length > MOST_REFUSED ? html`<p>${words.more({ count: count(problems.length - MOST_REFUSED) })}</p>` : nothing}`;
  return html`<div class="refused" part="refused">${noticeBox('warning', common.warning, list, { role: 'alert', title: words.taken({ rows: count(rows), refused: count(problems.length) }) })}</div>`;
}

const MOST_REFUSED = 50;

export function pager({ list, locale, words }: PanelContext, onTurn: (page: number) => void): TemplateResult {
  const { page, pages, pageSize } = list;
  const count = (number: number): string => countText(number, locale);
  return html`<nav class="pager no-print" aria-label=${words.page({ page: count(page + 1), pages: count(pages) })} part="pager">
    <div class="row">
      ${button({ label: words.previous, disabled: page === 0, onClick: () => onTurn(page - 1) })}
      <span class="figure">${words.page({ page: count(page + 1), pages: count(pages) })}</span>
      ${button({ label: words.next, disabled: page >= pages - 1, onClick: () => onTurn(page + 1) })}
    </div>
    <label>${words.perPage} <select class="input" @change=${(event: Event) => list.resize(Number((event.target as HTMLSelectElement).value))}>${[20, 50, 200, 500].map((size) => html`<option value=${size} ?selected=${size === pageSize}>${size}</option>`)}</select></label>
  </nav>`;
}
