import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar, formatDate, isDate, localize } from '@cobuild/core';
import type { CaseState, Decision, Explanation, StageTrace } from '@cobuild/rules';
import { caseFromState, decide, explainDecision } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { caseShape, caseStateShape, dayShape, decisionShape } from '../internal/document-shapes.js';
import { explanationTree, remediesOf } from '../internal/explanation/explanation-tree.js';
import { explanationStyles } from '../internal/explanation/explanation.styles.js';
import { OpenWhilePrinting } from '../internal/explanation/open-while-printing.js';
import { explanationWords } from '../internal/explanation/words.js';
import type { Tone } from '../internal/pieces.js';
import { button, documentProblems, tag } from '../internal/pieces.js';
import { PrintPage } from '../internal/print-page.js';
import { sharedStyles } from '../internal/styles.js';
import { timelineList, timelineStyles } from '../internal/timeline.js';
import { decisionPageSheet, decisionStyles } from './cobuild-decision.styles.js';
import { timeline } from './timeline.js';
import { voteView } from './vote-view.js';
import type { DecisionWords } from './words.js';
import { outcomeWord, words } from './words.js';

const tones: Readonly<Record<Decision['outcome'], Tone | 'neutral'>> = {
  approved: 'success', rejected: 'danger', notApproved: 'danger', ineligible: 'danger', undetermined: 'warning', undecided: 'warning', pending: 'info', withdrawn: 'neutral',
};

/** What is drawn: a decision with its words. */
interface Explained {
  readonly scheme: Scheme;
  readonly decision: Decision;
  readonly explanation: Explanation;
  readonly caseData: Case;
}

/**
 * A decision and why: the verdict first, then the vote in figures, what would change it, the reasons as a tree, and what was done so far.
 *
 * @summary Verdict and explanation.
 * @csspart verdict - The verdict.
 * @csspart vote - Figures of a vote.
 * @csspart remedies - What would change the verdict.
 * @csspart reasons - The tree of reasons.
 * @csspart history - What was done so far.
 * @example
 * const element = document.querySelector('cobuild-decision');
 * Object.assign(element, { scheme, case: application, today: '2026-03-05' });
 */
export class CobuildDecision extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, timelineStyles, explanationStyles, decisionStyles];

  /** The scheme, loaded, or a published file, `{ hash, scheme, … }`. A child script `data-part="scheme"` does the same without a script. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The case to decide, `{ id, submittedAt, applicant: { id }, answers: { … } }`; a child script `data-part="case"` does the same. Without it the one of `state`. */
  @property({ attribute: false }) case: Case | undefined;
  /** A decision that was made elsewhere, as `decide()` of `@cobuild/rules` returns it; shown as it is, nothing is decided again. */
  @property({ attribute: false }) decision: Decision | undefined;
  /** State of the case as `foldCase()` returns it: adds what was done so far. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** Day of the decision, `2026-03-05`; the day of the submission by default. */
  @property() today: string | undefined;

  constructor() {
    super();
    new PrintPage(this, decisionPageSheet);
    new OpenWhilePrinting(this);
  }

  private get text(): DecisionWords {
    return this.wordsOf(words);
  }

  protected override render(): TemplateResult {
    const made = this.explained();
    const problems = this.givenProblems;
    const empty = made === undefined && problems.length === 0 ? html`<p class="table-empty">${this.text.empty}</p>` : nothing;
    return html`${documentProblems(problems, this.words)}${made === undefined ? empty : this.decisionView(made)}`;
  }

  private get usableState(): CaseState | undefined {
    return this.readDocument('state', this.state, caseStateShape);
  }

  /** The decision in words; nothing where something is missing or has another shape. */
  private explained(): Explained | undefined {
    const scheme = this.readScheme(this.scheme);
    const given = this.readDocument('case', this.case ?? this.jsonPart('case'), caseShape);
    const made = this.readDocument('decision', this.decision, decisionShape);
    const today = this.readDocument('today', this.today, dayShape);
    const state = this.usableState;
    const caseData = given ?? (state === undefined ? undefined : caseFromState(state)) ?? (made === undefined ? undefined : { id: made.id, submittedAt: '', applicant: { id: '' }, answers: {} });
    if (scheme === undefined || caseData === undefined) return undefined;
    const decision = made ?? decide(scheme, caseData, { calendar: chinaCalendar, ...(today === undefined ? {} : { today }) });
    return { scheme, caseData, decision, explanation: explainDecision(scheme, decision, caseData, this.locale) };
  }

  private decisionView({ scheme, decision, explanation, caseData }: Explained): TemplateResult {
    const { text } = this;
    const votes = decision.trace.steps.flatMap((step) => (step.vote === undefined || step.vote.outcome === 'notHeld' ? [] : [{ step, vote: step.vote }]));
    return html`<article class="stack wide">
      ${this.verdictView(scheme, decision, explanation, caseData)}
      ${votes.map(({ step, vote }) => voteView(vote, this.stageTitle(scheme, step), text))}
      ${this.remediesView(decision, explanation)}
      <section class="stack reasons" part="reasons">
        <h3>${text.reasons}</h3>
        ${explanationTree(explanation.lines, this.words, this.wordsOf(explanationWords))}
      </section>
      ${this.historyView(scheme)}
      <div class="no-print">${button({ label: this.words.print, icon: 'print', onClick: () => print() })}</div>
    </article>`;
  }

  private verdictView(scheme: Scheme, { outcome, trace }: Decision, { verdict }: Explanation, { answers, id }: Case): TemplateResult {
    const { text, locale } = this;
    const tone = tones[outcome];
    const project = answers['projectName'];
    return html`<header class="verdict ${tone}" part="verdict">
      <div class="row">${tag(tone, outcomeWord(outcome, text), tone === 'info' ? 'clock' : tone === 'neutral' ? 'none' : tone)}<span class="small figure">${id}</span></div>
      <h2>${verdict}</h2>
      ${typeof project === 'string' && project !== '' ? html`<p class="verdict-project">${text.project}${this.words.colon}${project}</p>` : nothing}
      <p class="small">
        ${text.basis}${this.words.colon}${text.version({ title: localize(scheme.title, locale), version: trace.schemeVersion })}
        ${isDate(trace.today) ? html`<br />${text.decidedOn}${this.words.colon}${formatDate(trace.today, locale)}` : nothing}
      </p>
    </header>`;
  }

  private stageTitle(scheme: Scheme, step: StageTrace): string {
    return localize(scheme.stages.find(({ id }) => id === step.stage)?.title, this.locale);
  }

  private remediesView({ outcome }: Decision, { lines }: Explanation): TemplateResult | typeof nothing {
    const remedies = remediesOf(lines);
    if (remedies.length === 0) return nothing;
    return html`<section class="panel quiet stack mends" part="remedies">
      <h3>${this.text.mends}</h3>
      <p class="muted small">${outcome === 'undetermined' ? this.text.mendsLaterHelp : this.text.mendsHelp}</p>
      <ul>
        ${remedies.map(({ text, remedy }) => html`<li><span class="muted">${text}</span><br />${remedy}</li>`)}
      </ul>
    </section>`;
  }

  private historyView(scheme: Scheme): TemplateResult | typeof nothing {
    const state = this.usableState;
    if (state === undefined) return nothing;
    return html`<section class="stack" part="history">
      <h3>${this.text.history}</h3>
      ${timelineList(timeline(state, scheme, this.words, this.text, this.locale), this.locale)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-decision': CobuildDecision;
  }
}
