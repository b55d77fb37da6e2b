import type { EventActor, Problem, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { PublicTotals } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { BallotBox, CastBallot } from '../hosts/ballot-box.js';
import { ballotBoxShape } from '../hosts/ballot-box.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { focusConfirmBox } from '../internal/confirm-box.js';
import { instantText } from '../internal/dates.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, problemShape } from '../internal/document-shapes.js';
import { explanationStyles } from '../internal/explanation/explanation.styles.js';
import { explanationWords } from '../internal/explanation/words.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import type { SummaryRow } from '../internal/pieces.js';
import { button, dataTable, documentProblems, noticeBox, summaryList } from '../internal/pieces.js';
import { portraitPageSheet } from '../internal/page-sheets.js';
import { PrintPage } from '../internal/print-page.js';
import { SpokenLine } from '../internal/spoken-line.js';
import { sharedStyles } from '../internal/styles.js';
import type { BallotContext, Filter } from './ballot-view.js';
import { ballotView, noFilter } from './ballot-view.js';
import { publicVoteStyles } from './cobuild-public-vote.styles.js';
import type { CountedCase } from './record-view.js';
import { countingActions, recordView } from './record-view.js';
import { resultView } from './result-view.js';
import { candidateCardShape, countedCaseShape, countedTallyShape, publicTotalsShape } from './vote-shapes.js';
import type { CandidateCard, CountedTally, VoteView } from './vote-view.js';
import { pickProblems, voteResult, voteView } from './vote-view.js';
import type { PublicVoteWords } from './words.js';
import { publicVoteWords } from './words.js';

export type { CandidateCard, CountedTally } from './vote-view.js';
export type { CountedCase } from './record-view.js';

/** What is known of the ballots of this person. */
type Standing = 'unknown' | 'loading' | 'failed' | 'known';

/**
 * A vote of residents: candidates to choose from, the receipt, and after the end the numbers and who is chosen. How many may be chosen, when, and who wins is decided by
 * `@cobuild/rules`; whether this person may still vote, by the box of the host.
 *
 * Nothing of whom somebody chose is kept or sent anywhere but into the box: the receipt and the count hold none of it.
 *
 * @summary Public vote: ballot, receipt, result.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - The count is recorded (`publicVoteCounted`), one event for each case with its `caseId`; cancelable.
 * @fires {CustomEvent<{ id: string; at: string }>} cobuild-voted - A ballot lies in the box; never whom it is for.
 * @csspart vote - All of it.
 * @csspart ballot - Candidates to choose from.
 * @csspart bar - How many are chosen, with the button.
 * @csspart receipt - What the voter keeps.
 * @csspart result - The numbers and who is chosen.
 * @csspart figures - Ballots, persons, void ballots, places.
 * @csspart record - Recording the count, for whoever may.
 * @example
 * Object.assign(document.querySelector('cobuild-public-vote'), { scheme, vote: 'centres', box });
 */
export class CobuildPublicVote extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, explanationStyles, publicVoteStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** Id of the vote in the scheme; the first by default. */
  @property() vote: string | undefined;
  /** What the page adds to candidates: `[{ id: 'jc1', text?, town?, picture?: { src, alt } }]`. */
  @property({ attribute: false }) cards: readonly CandidateCard[] = [];
  /** Where ballots go, `{ own(vote), cast(vote, picks), revoke?(vote, ballot) }`; without it there is nothing to vote with. */
  @property({ attribute: false }) box: BallotBox | undefined;
  /** What residents may see of a running vote, from `publicTotals()` of `@cobuild/rules` on the server. */
  @property({ attribute: false }) totals: PublicTotals | undefined;
  /** The count, `{ tally, jury?, seed? }`; shown only when it is of after the end. */
  @property({ attribute: false }) count: CountedTally | undefined;
  /** For whoever records the count: the cases at this vote, `[{ candidate: 'jc1', state }]`. */
  @property({ attribute: false }) cases: readonly CountedCase[] = [];
  /** Who records the count. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Now, ISO 8601 with offset; by default the clock of the computer. The box goes by its own clock. */
  @property() now: string | undefined;
  /** An answer of the host is awaited. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused to record the count. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private picks: readonly string[] = [];
  @state() private filter: Filter = noFilter;
  @state() private found: readonly Problem[] = [];
  @state() private confirming: 'ballot' | 'record' | '' = '';
  @state() private standing: Standing = 'unknown';
  @state() private own: readonly CastBallot[] = [];
  @state() private receipt: CastBallot | undefined;
  @state() private another = false;
  @state() private casting = false;
  @state() private failure = '';
  @state() private refused: readonly Problem[] = [];
  @state() private seed = '';
  @state() private seedMissing = false;
  private announcement = '';
  private view: VoteView | undefined;
  private lent: BallotBox | undefined;
  private readonly spoken = new SpokenLine(this);

  constructor() {
    super();
    new PrintPage(this, portraitPageSheet);
    new FocusKeeper(this);
  }

  private get text(): PublicVoteWords {
    return this.wordsOf(publicVoteWords);
  }

  private get at(): string {
    return this.now !== undefined && !Number.isNaN(Date.parse(this.now)) ? this.now : new Date().toISOString();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const scheme = this.readScheme(this.scheme);
    const cards = this.readLines('cards', this.cards, candidateCardShape);
    const box = this.readDocument('box', this.box, ballotBoxShape);
    const before = this.view?.vote.id;
    this.view = scheme && voteView({ scheme, vote: this.vote, cards, now: this.at, locale: this.locale });
    if (this.view?.vote.id === before && this.lent === box && !changed.has('scheme')) return;
    if (this.view?.vote.id !== before) Object.assign(this, { picks: [], filter: noFilter, found: [], confirming: '', receipt: undefined, another: false });
    this.lent = box;
    this.standing = 'unknown';
    if (box !== undefined && this.view !== undefined) void this.ask(box, this.view.vote.id);
  }

  private async ask(box: BallotBox, vote: string): Promise<void> {
    this.standing = 'loading';
    const own = await box.own(vote).catch(() => undefined);
    if (box !== this.lent || vote !== this.view?.vote.id) return;
    this.standing = own === undefined ? 'failed' : 'known';
    this.own = own ?? [];
  }

  private pick(id: string, chosen: boolean): void {
    const { view } = this;
    if (view === undefined) return;
    this.found = [];
    const most = view.maximum;
    if (chosen && most === 1) this.picks = [id];
    else if (chosen && most !== undefined && this.picks.length >= most) {
      const message = this.inTerms(() => this.text.full({ maximum: most }));
      this.found = [{ code: 'public-vote/too-many', severity: 'error', document: 'ballot', pointer: '/picks', params: {}, message }];
      this.requestUpdate();
    } else this.picks = chosen ? [...this.picks, id] : this.picks.filter((pick) => pick !== id);
  }

  private check(): void {
    const { view } = this;
    if (view === undefined || this.casting) return;
    this.found = pickProblems(view.vote, this.picks, this.at, this.locale);
    if (this.found.length > 0) return;
    this.confirming = 'ballot';
    void this.updateComplete.then(() => focusConfirmBox(this.renderRoot));
  }

  private async cast(): Promise<void> {
    const { lent: box, view } = this;
    if (box === undefined || view === undefined || this.casting) return;
    Object.assign(this, { casting: true, failure: '', refused: [], confirming: '' });
    const answer = await box.cast(view.vote.id, this.picks).catch(() => undefined);
    this.casting = false;
    if (answer === undefined) this.failure = this.inTerms(() => this.text.failed);
    else if ('ballot' in answer) {
      const { id, at } = answer.ballot;
      Object.assign(this, { receipt: { id, at }, own: [...this.own, { id, at }], picks: [], another: false, filter: noFilter });
      this.emit('cobuild-voted', { id, at });
      void this.focusLater('#receipt');
      return;
    } else this.refused = answer.problems;
    void this.focusLater('#check');
  }

  private async revoke({ id }: CastBallot): Promise<void> {
    const { lent: box, view } = this;
    if (box?.revoke === undefined || view === undefined || this.casting) return;
    Object.assign(this, { casting: true, failure: '', refused: [] });
    const answer = await box.revoke(view.vote.id, id).catch(() => undefined);
    this.casting = false;
    if (answer === undefined) this.failure = this.inTerms(() => this.text.failed);
    else if (answer.problems.length > 0) this.refused = answer.problems;
    else {
      Object.assign(this, { own: this.own.filter((ballot) => ballot.id !== id), receipt: undefined });
      this.announcement = this.inTerms(() => this.text.revoked);
      void this.focusLater('.vote-title');
    }
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override render(): TemplateResult {
    const { view, text } = this;
    const totals = this.readDocument('totals', this.totals, publicTotalsShape);
    const count = this.readDocument('count', this.count, countedTallyShape);
    const cases = this.readLines('cases', this.cases, countedCaseShape);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const hostProblems = this.readLines('problems', this.problems, problemShape);
    const problems = documentProblems(this.givenProblems, this.words);
    if (view === undefined) return html`${problems}${this.scheme === undefined && this.jsonPart('scheme') === undefined ? nothing : html`<p class="table-empty">${text.noVote}</p>`}`;
    this.spoken.say(text.chosen({ count: this.picks.length, maximum: view.maximum === undefined ? '' : String(view.maximum) }));
    return html`${problems}<article class="vote stack wide" part="vote">
      ${this.head(view)}
      ${this.refusal(hostProblems, text.recordRefused)}
      ${view.phase === 'open' ? this.openVote(view) : this.stateBox(view)}
      ${totals === undefined || view.phase !== 'open' ? nothing : this.totalsView(totals, view)}
      ${count === undefined ? (view.phase === 'closed' ? html`<p class="muted">${text.counting}</p>` : nothing) : this.counted(count, cases, actor, view)}
      <p class="visually-hidden" role="status">${view.phase === 'open' ? this.spoken.text : ''}</p>
      <p class="visually-hidden" role="status" id="announcement">${this.casting || this.busy ? text.working : this.announcement}</p>
    </article>`;
  }

  private head({ vote, minimum, maximum }: VoteView): TemplateResult {
    const { text, locale, words } = this;
    const picks = vote.picks.exact !== undefined ? text.exactly({ count: minimum }) : maximum === undefined ? text.atLeast({ minimum }) : text.between({ minimum, maximum });
    const { perDay, total } = vote.limits ?? {};
    const rule = [picks, ...(typeof perDay === 'number' ? [text.perDay({ count: perDay })] : []), ...(typeof total === 'number' ? [text.inTotal({ count: total })] : [])].join(words.listSeparator);
    const description = localize(vote.description, locale);
    const voters = localize(vote.voters, locale);
    const rows: SummaryRow[] = [
      ...(typeof vote.opensAt === 'string' && typeof vote.closesAt === 'string' ? [{ label: text.window, value: text.fromTo({ from: instantText(vote.opensAt, locale), to: instantText(vote.closesAt, locale) }) }] : []),
      { label: text.rule, value: rule },
      ...(voters === '' ? [] : [{ label: text.voters, value: voters }]),
      ...((vote.channels ?? []).length < 2 ? [] : [{ label: text.channels, value: (vote.channels ?? []).map((channel) => text[channel]).join(words.listSeparator) }]),
    ];
    return html`<header class="stack"><h2 class="vote-title" tabindex="-1">${localize(vote.title, locale)}</h2>${description === '' ? nothing : html`<p class="measure">${description}</p>`}${summaryList(rows)}</header>`;
  }

  /** Not open yet, closed, or not decided. */
  private stateBox({ phase, vote }: VoteView): TemplateResult {
    const { text, words, locale } = this;
    const at = (value: unknown): string => (typeof value === 'string' ? instantText(value, locale) : '');
    const sentence = phase === 'notOpen' ? text.notOpen({ at: at(vote.opensAt) }) : phase === 'closed' ? text.closed({ at: at(vote.closesAt) }) : text.undecided;
    return html`${noticeBox(phase === 'undecided' ? 'warning' : 'info', phase === 'undecided' ? words.warning : words.info, html`<p>${sentence}</p>`)}${this.own.length > 0 ? html`<p>${text.voted({ count: this.own.length })}</p>` : nothing}`;
  }

  private openVote(view: VoteView): TemplateResult {
    const { text, words, standing } = this;
    if (this.lent === undefined) return html`<p class="muted">${text.noBox}</p>`;
    if (standing === 'failed') {
      const { lent: box } = this;
      return noticeBox('danger', words.error, html`<p>${text.notLoaded}</p><div class="actions">${button({ label: text.retry, onClick: () => void this.ask(box, view.vote.id) })}</div>`, { role: 'alert' });
    }
    if (standing !== 'known') return html`<p class="muted" role="status">${text.loading}</p>`;
    const failure = this.failure === '' ? nothing : noticeBox('danger', words.error, html`<p>${this.failure}</p>`, { role: 'alert' });
    const messages = html`${failure}${this.refusal(this.refused, text.refused)}`;
    // How many ballots a person has is for the box to say; who has cast one begins another only on demand.
    if (this.own.length > 0 && !this.another) return html`${messages}${this.receiptView(view)}`;
    return html`${messages}${ballotView(this.ballot(view))}`;
  }

  private refusal(problems: readonly Problem[], title: string): TemplateResult | typeof nothing {
    if (problems.length === 0) return nothing;
    return noticeBox('danger', this.words.error, problems.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`), { role: 'alert', title });
  }

  private ballot(view: VoteView): BallotContext {
    return {
      view, words: this.text, common: this.words, locale: this.locale, picks: this.picks, filter: this.filter, problems: this.found, confirming: this.confirming === 'ballot', busy: this.casting,
      pick: (id, chosen) => this.pick(id, chosen),
      narrow: (filter) => (this.filter = { ...this.filter, ...filter }),
      clear: () => {
        Object.assign(this, { picks: [], found: [] });
        void this.focusLater('#check');
      },
      check: () => this.check(),
      cast: () => void this.cast(),
      cancel: () => {
        this.confirming = '';
        void this.focusLater('#check');
      },
    };
  }

  private receiptView({ vote }: VoteView): TemplateResult {
    const { text, words, locale, own, receipt } = this;
    const lines = receipt === undefined ? own : [receipt];
    const mayRevoke = vote.change !== 'none' && this.lent?.revoke !== undefined;
    const rows = lines.flatMap((ballot): SummaryRow[] => [
      { label: text.receiptNumber, value: html`<strong class="figure">${ballot.id}</strong>`, ...(mayRevoke ? { action: button({ label: text.revoke, kind: 'quiet danger', disabled: this.casting, name: `${text.revoke} ${ballot.id}`, onClick: () => void this.revoke(ballot) }) } : {}) },
      { label: text.receiptTime, value: instantText(ballot.at, locale, 'second') },
    ]);
    const usedUp = vote.limits?.total !== undefined && typeof vote.limits.total === 'number' && own.length >= vote.limits.total;
    return html`<section class="panel stack" id="receipt" part="receipt" tabindex="-1" aria-labelledby="receipt-title">
      <h3 id="receipt-title">${receipt === undefined ? text.voted({ count: own.length }) : text.receipt}</h3>
      ${summaryList(rows)}
      <p>${text.receiptSecret} ${vote.change === 'none' ? text.mayNotChange : text.mayRevoke}</p>
      <div class="row no-print">${button({ label: words.print, icon: 'print', onClick: () => print() })} ${usedUp ? nothing : button({ id: 'another', label: text.again, onClick: () => this.begin() })}</div>
    </section>`;
  }

  private begin(): void {
    Object.assign(this, { another: true, receipt: undefined });
    void this.focusLater('#search');
  }

  private totalsView(totals: PublicTotals, view: VoteView): TemplateResult {
    const { text, locale } = this;
    const number = new Intl.NumberFormat(locale);
    const title = (id: string): string => view.candidates.find((candidate) => candidate.id === id)?.title ?? id;
    if (totals.outcome !== 'shown') return html`<p class="muted">${totals.next === undefined ? text.totalsHidden : text.totalsHiddenUntil({ at: instantText(totals.next, locale) })}</p>`;
    return html`<section class="stack" aria-labelledby="totals-title">
      <h3 id="totals-title">${text.totals}</h3>
      <p class="muted">${text.totalsAsOf({ at: instantText(totals.asOf, locale), ballots: totals.ballots })}${totals.next === undefined ? '' : text.totalsNext({ at: instantText(totals.next, locale) })}</p>
      ${dataTable([{ head: text.candidate, rowHead: true, cell: ({ candidate }) => title(candidate) }, { head: text.votes, number: true, cell: ({ votes }) => number.format(votes) }], [...totals.votes].sort((a, b) => b.votes - a.votes))}
    </section>`;
  }

  private counted(count: CountedTally, cases: readonly CountedCase[], actor: EventActor | undefined, view: VoteView): TemplateResult {
    const { text, words, locale } = this;
    const withSeed = this.seed.trim() === '' ? count : { ...count, seed: this.seed.trim() };
    const result = voteResult(view.vote, count);
    // A count of before the end is not shown, whoever handed it in.
    if (result.tooEarly || view.phase !== 'closed') return html`<p class="muted">${text.tooEarly}</p>`;
    const scheme = this.readScheme(this.scheme) as Scheme;
    const actions = countingActions({ scheme, cases, actor, count: withSeed, vote: view.vote.id, now: this.at, seed: this.seed, locale });
    const tied = result.winners?.outcome === 'tieOpen';
    const isRecorded = cases.length > 0 && actions.length === 0 && cases.every(({ state: { publicVoteCounts = [] } }) => publicVoteCounts.length > 0);
    return html`${resultView({ view, count, result, words: text, common: words, explanation: this.wordsOf(explanationWords), locale })}
    ${isRecorded ? noticeBox('success', words.success, html`<p>${text.recorded}</p>`) : nothing}
    ${recordView({
      words: text, common: words, tally: count.tally, count: actions.length, tied, seed: this.seed, seedMissing: this.seedMissing, confirming: this.confirming === 'record', busy: this.busy,
      writeSeed: (seed) => (this.seed = seed),
      ask: () => {
        this.seedMissing = tied && this.seed.trim() === '';
        this.confirming = this.seedMissing ? '' : 'record';
        void this.updateComplete.then(() => (this.seedMissing ? this.renderRoot.querySelector<HTMLElement>('#seed')?.focus() : focusConfirmBox(this.renderRoot)));
      },
      record: () => {
        this.confirming = '';
        for (const { action, caseId } of actions) this.emit<CobuildActionDetail>('cobuild-action', { action, caseId }, { cancelable: true });
        void this.focusLater('.vote-title');
      },
      cancel: () => {
        this.confirming = '';
        void this.focusLater('#record');
      },
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-public-vote': CobuildPublicVote;
  }
}
