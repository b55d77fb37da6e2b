import type { Locale, PublicVoteTally } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { ExplanationNode, WinnersResult, WinnerStep } from '@cobuild/rules';
import { explainCombined, explainWinners } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { instantText } from '../internal/dates.js';
import { explanationTree } from '../internal/explanation/explanation-tree.js';
import type { ExplanationWords } from '../internal/explanation/words.js';
import type { Column } from '../internal/pieces.js';
import { button, dataTable, noticeBox, tag } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { CountedTally, VoteResultView, VoteView } from './vote-view.js';
import type { PublicVoteWords } from './words.js';

export interface ResultContext {
  readonly view: VoteView;
  readonly count: CountedTally;
  readonly result: VoteResultView;
  readonly words: PublicVoteWords;
  readonly common: Messages;
  readonly explanation: ExplanationWords;
  readonly locale: Locale;
}

/** The count and who is chosen: numbers only. */
export function resultView(context: ResultContext): TemplateResult {
  const { view, result, words, common, locale, explanation, count } = context;
  const { winners, combined } = result;
  const nodes: readonly ExplanationNode[] = [...(combined === undefined ? [] : [explainCombined(combined, view.vote, locale)]), ...(winners === undefined || winners.steps.length === 0 ? [] : [explainWinners(winners, view.vote, locale, view.units)])];
  return html`<section class="stack" part="result" aria-labelledby="result-title">
    <h3 id="result-title">${words.result}</h3>
    <p class="muted">${words.countedAsOf({ at: instantText(count.tally.asOf, locale) })}${common.inBrackets({ text: words.secret })}</p>
    ${figures(context)} ${openBox(context)}
    ${winners === undefined || winners.steps.length === 0 ? votesTable(count.tally, context) : winnersTable(winners, context)}
    ${winners === undefined ? nothing : regionsTable(winners, context)}
    ${nodes.length === 0 ? nothing : html`<details class="why no-print"><summary>${words.how}</summary>${explanationTree(nodes, common, explanation)}</details>`}
    <div class="no-print">${button({ label: common.print, icon: 'print', onClick: () => print() })}</div>
  </section>`;
}

function figures({ count: { tally }, result: { winners }, words, locale }: ResultContext): TemplateResult {
  const number = new Intl.NumberFormat(locale);
  const shown: readonly (readonly [string, string])[] = [
    [words.ballots, number.format(tally.ballots.counted)], [words.people, number.format(tally.voters)], [words.voidBallots, number.format(tally.ballots.void)],
    ...(winners?.places === undefined ? [] : [[words.places, words.ofPlaces({ chosen: winners.winners.length, places: winners.places })] as const]),
  ];
  return html`<dl class="figures" part="figures">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function openBox({ result: { winners }, words, common }: ResultContext): TemplateResult | typeof nothing {
  if (winners === undefined || winners.outcome === 'chosen') return nothing;
  return noticeBox('warning', common.warning, html`<p>${winners.outcome === 'tieOpen' ? words.tieOpen : winners.outcome === 'incomplete' ? words.incomplete : words.undecided}</p>`);
}

const titleOf = (view: VoteView, id: string): string => view.candidates.find((candidate) => candidate.id === id)?.title ?? id;
const regionOf = (view: VoteView, id: string): string => view.candidates.find((candidate) => candidate.id === id)?.regionTitle ?? '';

function winnersTable(winners: WinnersResult, { view, result: { combined }, words, locale }: ResultContext): TemplateResult {
  const number = new Intl.NumberFormat(locale);
  const standing = (id: string): { readonly jury?: string } | undefined => combined?.table?.standings.find(({ candidate }) => candidate === id);
  const columns: Column<WinnerStep>[] = [
    { head: words.rank, number: true, cell: ({ rank }) => html`<span class="rank">${rank}</span>` },
    { head: words.candidate, rowHead: true, cell: ({ candidate }) => titleOf(view, candidate) },
    { head: words.region, cell: ({ candidate }) => regionOf(view, candidate) },
    { head: words.votes, number: true, cell: ({ votes }) => number.format(votes) },
    ...(winners.by === 'score' ? [{ head: words.jury, number: true, cell: ({ candidate }: WinnerStep) => standing(candidate)?.jury ?? '—' }, { head: words.score, number: true, cell: ({ score }: WinnerStep) => score ?? '—' }] : []),
    { head: words.outcome, cell: (step) => outcomeCell(step, winners, view, words) },
  ];
  return dataTable(columns, winners.steps);
}

function outcomeCell({ result, reason, candidate }: WinnerStep, { regionCap = 0, minimumVotes = 0 }: WinnersResult, view: VoteView, words: PublicVoteWords): TemplateResult {
  if (result === 'chosen') return tag('success', words.winner);
  const why = { regionFull: words.regionFull({ region: regionOf(view, candidate), cap: regionCap }), belowMinimum: words.belowMinimum({ minimum: minimumVotes }), full: words.allTaken, categoryFull: words.categoryFull, tie: words.tie }[reason ?? 'full'];
  return html`${result === 'open' ? tag('warning', words.open, 'unknown') : tag('neutral', words.notChosen)}<div class="small muted">${why}</div>`;
}

/** Votes alone, where nobody can be chosen yet. */
function votesTable({ votes }: PublicVoteTally, { view, words, locale }: ResultContext): TemplateResult {
  const number = new Intl.NumberFormat(locale);
  return dataTable([{ head: words.candidate, rowHead: true, cell: ({ candidate }) => titleOf(view, candidate) }, { head: words.region, cell: ({ candidate }) => regionOf(view, candidate) }, { head: words.votes, number: true, cell: (line) => number.format(line.votes) }], [...votes].sort((a, b) => b.votes - a.votes));
}

function regionsTable(winners: WinnersResult, { view, words }: ResultContext): TemplateResult | typeof nothing {
  if (view.regions.length === 0 || winners.winners.length === 0) return nothing;
  const count = (region: string): number => winners.winners.filter((id) => view.candidates.find((candidate) => candidate.id === id)?.region === region).length;
  const cap = winners.regionCap;
  return dataTable([{ head: words.region, rowHead: true, cell: ({ title }) => title }, { head: words.places, cell: ({ id }) => (cap === undefined ? words.noCap({ count: count(id) }) : words.ofCap({ count: count(id), cap })) }], view.regions, { caption: words.byRegion });
}

export const voteTitle = ({ vote }: VoteView, locale: Locale): string => localize(vote.title, locale);
