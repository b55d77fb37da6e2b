import type { Calendar } from '@cobuild/core';
import { chinaCalendar, dateInZone } from '@cobuild/core';
import type { CaseState, Dossier, DossierItem, DossierSeal, FundedProject } from '@cobuild/rules';
import { dossierOf } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ledgerWords } from '../cobuild-ledger/words.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { calendarShape, caseStateShape, dayShape } from '../internal/document-shapes.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { button, documentProblems } from '../internal/pieces.js';
import { officialPageSheet, officialType } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { projectShape } from '../internal/project/project-shapes.js';
import { object, text as textShape } from '../internal/shape.js';
import { sharedStyles } from '../internal/styles.js';
import { timelineStyles } from '../internal/timeline.js';
import type { DossierContext } from './dossier-context.js';
import { completenessView, contentsView, coverView, indexView, itemId } from './dossier-index.js';
import { dossierStyles } from './dossier.styles.js';
import { dossierWords } from './words.js';

const sealShape = object<DossierSeal>({ hash: textShape, at: textShape });

/**
 * The file of a project, which puts itself together from its case and its log: what is there, what is missing and from whom, each item to be opened, whether
 * anything was changed past the log, and the whole on paper in the geometry of official documents.
 *
 * @summary One project, one file.
 * @fires {CustomEvent<{ project: string, hash: string }>} cobuild-seal - The file is to be closed as it is; the host writes the hash down and sets `seal`.
 * @csspart cover - Whose file it is, with its seal.
 * @csspart completeness - How much is there, what is missing and from whom.
 * @csspart index - The index.
 * @csspart contents - A part of the file with its items.
 * @example
 * Object.assign(document.querySelector('cobuild-dossier'), { scheme, state, project, today: '2026-07-10' });
 */
export class CobuildDossier extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, timelineStyles, officialType, dossierStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The case as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** The project after its approval, as `foldProject()` returns it. */
  @property({ attribute: false }) project: FundedProject | undefined;
  /** What was written down when the file was closed: `{ hash, at }`. */
  @property({ attribute: false }) seal: DossierSeal | undefined;
  /** Offers to close the file once nothing is missing. */
  @property({ type: Boolean }) sealing = false;
  /** Day on which it is looked at, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** Where files are opened: `{ files }`. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;

  private given: Pick<DossierContext, 'scheme' | 'state' | 'project' | 'dossier'> | undefined;

  constructor() {
    super();
    new PrintPage(this, officialPageSheet);
    new OpenWhilePrinting(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Hashing all of it takes longer than drawing, and only these are hashed.
    if (['scheme', 'state', 'project', 'seal', 'today', 'calendar', 'jsonParts'].some((name) => changed.has(name))) this.given = this.readGiven();
  }

  private readGiven(): CobuildDossier['given'] {
    const scheme = this.readScheme(this.scheme);
    const state = this.readDocument('state', this.state, caseStateShape);
    const project = this.readDocument('project', this.project, projectShape);
    const seal = this.readDocument('seal', this.seal, sealShape);
    const today = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    const calendar = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    if (scheme === undefined || state === undefined) return undefined;
    return { scheme, state, project, dossier: dossierOf(scheme, state, { today, calendar, ...(project === undefined ? {} : { project }), ...(seal === undefined ? {} : { seal }) }) };
  }

  protected override render(): TemplateResult {
    const { given } = this;
    const text = this.wordsOf(dossierWords);
    const problems = documentProblems(this.givenProblems, this.words);
    if (given === undefined) return html`${problems}${this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${text.empty}</p>`}`;
    const context: DossierContext = { ...given, locale: this.locale, text, money: this.wordsOf(ledgerWords), common: this.words, hosts: this.hosts };
    return html`${problems}<article class="dossier official stack wide">
      ${coverView(context)} ${completenessView(context)} ${indexView(context, (item) => this.open(item))}
      <div class="actions no-print">
        ${button({ id: 'open-all', label: text.openAll, onClick: () => this.openAll(true) })} ${button({ label: text.closeAll, onClick: () => this.openAll(false) })}
        ${this.sealing && mayBeSealed(given.dossier) ? button({ id: 'seal', label: given.dossier.seal.at === undefined ? text.sealIt : text.sealAgain, kind: 'primary', onClick: () => this.emit('cobuild-seal', { project: given.dossier.id, hash: given.dossier.seal.hash }) }) : nothing}
        ${button({ label: this.words.print, icon: 'print', onClick: () => print() })}
      </div>
      ${contentsView(context)}
    </article>`;
  }

  private open(item: DossierItem): void {
    const details = this.renderRoot.querySelector<HTMLDetailsElement>(`#${CSS.escape(itemId(item))}`);
    if (details === null) return;
    details.open = true;
    details.scrollIntoView({ block: 'start' });
    details.querySelector('summary')?.focus({ preventScroll: true });
  }

  private openAll(open: boolean): void {
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = open;
  }
}

/** A whole file that is not closed as it is. */
const mayBeSealed = ({ complete, seal: { state } }: Dossier): boolean => complete && (state === 'intact' || state === 'changed');

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-dossier': CobuildDossier;
  }
}
