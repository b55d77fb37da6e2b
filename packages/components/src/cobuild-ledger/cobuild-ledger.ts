import type { Calendar, EventActor, Problem } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { FundedProject, LedgerEntry } from '@cobuild/rules';
import { accountBalance } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { button, documentProblems, PHONE_CARDS } from '../internal/pieces.js';
import { landscapePageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { csvText, saveText } from '../internal/project/csv.js';
import { entryForm } from '../internal/project/entry-form.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import { ProjectElement } from '../internal/project/project-element.js';
import { fundEntryShape, projectShape } from '../internal/project/project-shapes.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sharedStyles } from '../internal/styles.js';
import { bookTable } from './account-book.js';
import { accountTable } from './account-table.js';
import { budgetTable } from './budget-table.js';
import { changeList } from './change-list.js';
import { contractView, figuresView } from './contract-view.js';
import type { LedgerContext } from './ledger-context.js';
import { fundTable } from './fund-table.js';
import { ledgerAction, ledgerForm } from './ledger-forms.js';
import { ledgerStyles } from './ledger.styles.js';
import { trancheTable } from './tranche-table.js';
import { ledgerWords } from './words.js';

/** Below which section a form opens. */
const PLACES: Readonly<Record<string, string>> = { sign: 'contract', accept: 'contract', pay: 'tranches', withhold: 'tranches', lift: 'tranches', return: 'tranches', release: 'tranches', expense: 'account', funds: 'account', reverse: 'account', change: 'changes', decide: 'changes' };

/**
 * The money of an approved project: contract with its sources, tranches with what holds them, spending by budget line, the dedicated account entry by entry,
 * and changes. Entries are never taken off; a mistake is reversed.
 *
 * @summary Contract, payments and dedicated account of a project.
 * @fires {CustomEvent<CobuildProjectActionDetail>} cobuild-action - Something was entered that the rules allow; cancelable.
 * @csspart figures - Award, own funds, funds raised, total, balance.
 * @csspart contract - The contract.
 * @csspart tranches - The tranches.
 * @csspart budget - Budget and spending by line.
 * @csspart account - The dedicated account.
 * @csspart fund - What the ledger of the fund holds of the project, where the host gives it.
 * @csspart changes - Changes that were asked for.
 * @example
 * Object.assign(document.querySelector('cobuild-ledger'), { scheme, project, actor: { id: 's1', role: 'villageSecretary', unit: 'heshun' }, today: '2026-06-10' });
 */
export class CobuildLedger extends ProjectElement {
  static override styles: CSSResultGroup = [...sharedStyles, projectStyles, ledgerStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The project as `foldProject()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) project: FundedProject | undefined;
  /** Entries of the ledger of the fund that are about this project, as `postEntries()` of `@cobuild/rules` made them; without them that section is left out. */
  @property({ attribute: false }) fund: readonly LedgerEntry[] | undefined;
  /** Who works here; without somebody the ledger is for reading. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** Where vouchers are kept and opened: `{ files }`. Without it none can be attached. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action, as `appendProjectEvent()` returned it. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  /** How many cards of each long table stand open on a phone. */
  @state() private openCards: Readonly<Partial<Record<'account' | 'fund', number>>> = {};

  constructor() {
    super();
    new PrintPage(this, landscapePageSheet);
  }

  protected override tell(detail: CobuildProjectActionDetail): void {
    this.emit('cobuild-action', detail, { cancelable: true });
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const project = this.readDocument('project', this.project, projectShape);
    const text = this.wordsOf(ledgerWords);
    this.follow(project, text.done);
    const body = desk === undefined || project === undefined ? (this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${text.empty}</p>`) : this.ledger(this.context(desk, project));
    return html`${documentProblems(this.givenProblems, this.words)}${body}`;
  }

  private context(desk: ProjectDesk, project: FundedProject): LedgerContext {
    const context: LedgerContext = {
      ...desk, project, locale: this.locale, text: this.wordsOf(ledgerWords), common: this.words, hosts: this.hosts,
      cards: { of: (table) => this.openCards[table] ?? PHONE_CARDS, show: (table, open) => { this.openCards = { ...this.openCards, [table]: open }; } },
      may: (action) => this.may(desk, project, action),
      open: (kind, about, opener) => this.openEntry(kind, about, ledgerForm({ kind, about }, context).value, opener),
    };
    return context;
  }

  private ledger(context: LedgerContext): TemplateResult {
    const { scheme, project, text, locale } = context;
    const at = (place: string): TemplateResult | typeof nothing => (this.entry !== undefined && PLACES[this.entry.kind] === place ? this.entryView(context) : nothing);
    return html`<article class="stack wide">
      <header class="stack tight">
        <h2>${project.title}</h2>
        <p class="muted">${project.applicant.name ?? project.applicant.id}</p>
      </header>
      ${figuresView(context, accountBalance(project.account).balance)} ${contractView(context)} ${at('contract')} ${trancheTable(context)} ${at('tranches')} ${budgetTable(context)} ${accountTable(context)} ${at('account')} ${fundTable(context, this.fund === undefined ? undefined : this.readLines('fund', this.fund, fundEntryShape))} ${changeList(context)} ${at('changes')}
      <div class="actions no-print">
        ${button({ id: 'export', label: text.exportCsv, icon: 'down', onClick: () => saveText(csvText(bookTable(scheme, project, text, locale)), text.csvName({ title: project.title })) })}
        ${button({ label: this.words.print, icon: 'print', onClick: () => print() })}
      </div>
      <p class="visually-hidden" role="status">${this.busy ? text.working : this.announced}</p>
    </article>`;
  }

  /** The button names what is done, the more so where it cannot be undone. */
  private sendWord(kind: string, { text }: LedgerContext): string {
    const words: Readonly<Record<string, string>> = { change: text.send, decide: text.send, withhold: text.withhold, lift: text.lift, return: text.giveBack, release: text.release };
    return words[kind] ?? text.save;
  }

  private entryView(context: LedgerContext): TemplateResult {
    const { entry } = this;
    const { text, project } = context;
    if (entry === undefined) return html``;
    const { title, definition } = this.once(`${entry.kind} ${entry.about}`, () => ledgerForm(entry, context));
    return entryForm({
      title, definition, value: this.startValue, hosts: this.hosts, problems: this.refused, busy: this.busy, submit: this.sendWord(entry.kind, context), cancel: text.cancel,
      onSubmit: () => {
        const answers = this.entered();
        if (answers !== undefined) this.send(context, project, ledgerAction(entry, answers, project));
      },
      onCancel: () => this.closeEntry(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-ledger': CobuildLedger;
  }
}
