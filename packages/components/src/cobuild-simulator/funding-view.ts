import type { Case, Locale } from '@cobuild/core';
import type { BatchFunding, FundingLine, ProjectAtLine } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dataTable } from '../internal/pieces.js';
import type { ViewContext } from './simulator-texts.js';
import { countText, nameOf, yuan } from './simulator-texts.js';

/** Batches that are shown open; the others are folded away. */
const OPEN = 3;

/** Where the money of each batch runs out, before and after: who is the last in, who the first out, and what is left. */
export function fundingView(funding: readonly BatchFunding[], caseOf: (id: string) => Case | undefined, context: ViewContext): TemplateResult {
  const { words, locale } = context;
  const tables = (some: readonly BatchFunding[]): readonly TemplateResult[] => some.map((batch) => html`<div class="wide-table">${batchTable(batch, caseOf, context)}</div>`);
  const others = funding.slice(OPEN);
  return html`${tables(funding.slice(0, OPEN))}
    ${others.length === 0 ? nothing : html`<details class="others"><summary>${words.otherBatches({ count: countText(others.length, locale) })}</summary><div class="stack">${tables(others)}</div></details>`}
    ${funding.some(({ before, after }) => before.undecided + after.undecided > 0) ? html`<p class="small muted">${words.undecidedHelp}</p>` : nothing}`;
}

function batchTable({ batch, before, after }: BatchFunding, caseOf: (id: string) => Case | undefined, context: ViewContext): TemplateResult {
  const { words, locale } = context;
  interface Line { readonly title: string; readonly number?: boolean; readonly text: (line: FundingLine) => unknown }
  const money = (value: number): string => yuan(value, locale);
  const project = (at: ProjectAtLine, said: string): unknown => html`${nameOf(at.id, caseOf(at.id), context.scheme)}<br /><span class="muted small">${said}</span>`;
  const lines: readonly Line[] = [
    { title: words.pool, text: ({ pool }) => money(pool) },
    { title: words.allocated, text: ({ allocated }) => money(allocated) },
    { title: words.left, text: ({ remainder }) => money(remainder) },
    { title: words.funded, text: ({ funded, takingPart }) => words.fundedOf({ funded: countText(funded, locale), count: countText(takingPart, locale) }) },
    { title: words.lastIn, text: ({ lastIn }) => (lastIn === undefined ? words.nobodyIn : project(lastIn, words.place({ place: countText(lastIn.place, locale), amount: money(lastIn.amount) }))) },
    { title: words.firstOut, text: ({ firstOut }) => (firstOut === undefined ? words.nobodyOut : project(firstOut, outText(firstOut, context, locale))) },
    ...(before.undecided + after.undecided === 0 ? [] : [{ title: words.undecidedAwards, text: ({ undecided }: FundingLine) => countText(undecided, locale) }]),
  ];
  return dataTable<Line>([
    { head: words.outcomes, rowHead: true, cell: ({ title }) => title },
    { head: words.before, cell: ({ text }) => text(before) },
    { head: words.after, cell: ({ text }) => text(after) },
  ], lines, { caption: words.funding({ batch }) });
}

function outText({ place, due }: ProjectAtLine, { words }: ViewContext, locale: Locale): string {
  const at = countText(place, locale);
  return due === undefined ? words.outPlaceOnly({ place: at }) : words.outPlace({ place: at, due: yuan(due, locale) });
}
