import type { FormNode, LocalizedText, PledgeSettings } from '@cobuild/core';
import { localize, pledgeText } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { payersOf } from '../internal/field/widgets/budget/budget-lines.js';
import type { AnswersView } from './answer-widget.js';
import { blankTable, namedLine, namedTable, ticks } from './blank-parts.js';
import { paperWords } from './paper-words.js';

type Titled = readonly { readonly title: LocalizedText }[] | undefined;

/** Records, which have no questions of their own in the form: the tables that a clerk knows from the paper files. `undefined` for other questions. */
export function blankRecord({ widget, record }: FormNode, view: AnswersView): TemplateResult | undefined {
  if (record === undefined) return undefined;
  const text = paperWords[view.locale];
  const titles = (parts: Titled): readonly string[] => (parts ?? []).map(({ title }) => localize(title, view.locale));
  const columns = (names: string): readonly string[] => names.split('|');
  switch (widget) {
    case 'attachments':
      return html`<p class="hint">${text.attached}</p>${ticks(titles(record.attachments?.kinds))}`;
    case 'budget': {
      const subjects = titles(record.budget?.subjects);
      const named = [...(subjects.length === 0 ? [] : [text.budgetSubject]), ...columns(text.budgetColumns)];
      const sources = payersOf(undefined, record.budget ?? {}).map(({ id, title }) => text.budgetSource({ title: localize(title, view.locale) || id }));
      return html`${subjects.length === 0 ? nothing : html`<p class="hint">${text.budgetSubjects({ subjects: subjects.join(view.words.listSeparator) })}</p>`}${blankTable(named, 6, view)}${[...columns(text.budgetFunds), ...sources].map(namedLine)}`;
    }
    case 'pledge':
      return blankPledge(record.pledge, titles(record.pledge?.signers), view);
    case 'opinions': {
      const groups = titles(record.opinions?.groups);
      return html`${columns(text.opinionsLines).map(namedLine)} ${groups.length === 0 ? blankTable(columns(text.opinionsColumns), 3, view) : namedTable(columns(text.opinionsColumns), groups)}
        <p class="paper-label">${text.opinionsSummary}</p><div class="write-box tall"></div>`;
    }
    case 'discussions': {
      const steps = titles(record.discussions?.steps);
      const sources = titles(record.discussions?.sources);
      return html`${namedLine(text.motion)} ${sources.length === 0 ? nothing : html`<p class="paper-label">${text.motionSource}</p>${ticks(sources)}`} ${steps.length === 0 ? blankTable(columns(text.discussionsColumns), 4, view) : namedTable(columns(text.discussionsColumns), steps)}<p class="hint">${text.discussionsHint}</p>`;
    }
    case 'applicants':
      return blankTable(columns(text.applicantsColumns), 4, view);
    case 'indicators': {
      const groups = titles(record.indicators?.groups);
      return html`${groups.length === 0 ? nothing : html`<p class="hint">${text.indicatorGroups({ groups: groups.join(view.words.listSeparator) })}</p>`}${blankTable(columns(text.indicatorsColumns), 6, view)}`;
    }
    default:
      return html`<div class="write-box tall"></div>`;
  }
}

/** What is signed, and under it a line for each who signs. A text that nobody has decided yet gets room to be written. */
function blankPledge(pledge: PledgeSettings | undefined, signers: readonly string[], view: AnswersView): TemplateResult {
  const words = paperWords[view.locale];
  const text = pledge && pledgeText(pledge, view.locale);
  const lines = signers.length === 0 ? [words.signature] : signers.map((title) => words.signatureOf({ title }));
  return html`${text === undefined ? html`<div class="write-box tall"></div>` : html`<p class="paper-text">${text}</p>`}
    ${lines.map((line) => html`<div class="write-signature"><span>${line}</span><i></i><span>${words.date}</span><i></i></div>`)}`;
}
