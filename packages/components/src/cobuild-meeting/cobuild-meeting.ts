import type { BallotCounts, CommitteeMember, EventActor, Problem } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { drawVoteLot } from '@cobuild/rules';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CobuildActionDetail } from '../internal/case-action-event.js';
import { caseTitle } from '../internal/case-title.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { focusConfirmBox } from '../internal/confirm-box.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { actorShape, caseStateShape, membersShape, problemShape } from '../internal/document-shapes.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import { documentProblems, noticeBox } from '../internal/pieces.js';
import { sharedStyles } from '../internal/styles.js';
import { ActionQueue } from './action-queue.js';
import { chosenRows } from './ballot-sheet.js';
import type { CountName } from './counts.js';
import { emptyCounts, readCountTexts, textsOf } from './counts.js';
import type { MeetingContext, MeetingDraft, OpenChoice, Question } from './meeting-context.js';
import { openingScreen, phaseList, phaseTitle, resultScreen, signInScreen, votingScreen } from './meeting-screen.js';
import type { MeetingInput, MeetingView, MemberRow } from './meeting-view.js';
import { meetingView } from './meeting-view.js';
import { meetingStyles } from './meeting.styles.js';
import { nextStep } from './next-step.js';
import type { MeetingItem } from './presentation.js';
import { presentationScreen } from './presentation.js';
import { presentationStyles } from './presentation.styles.js';
import { quorumSentence } from './quorum-meter.js';
import { TalkTimer } from './talk-timer.js';
import { comparisonSentence, fractionSentence } from './vote-result.js';
import { words } from './words.js';

const blank: MeetingDraft = {
  recusing: '', recusalReason: '', recusalMissing: false, recusalGround: '', choices: new Map(), confirming: '', counts: emptyCounts, tellers: '', countsChecked: false, castingVote: '', castingMissing: false,
  lotSeed: '', lotMissing: false, adjourning: undefined,
};

/**
 * The joint review of one project: roster and sign-in, recusal, quorum, ballots, result. The same screen under any vote rule of the scheme; what
 * passes is decided by `decideVote` and only shown here.
 *
 * The element keeps nothing: each step goes out as `cobuild-action`, one at a time. The host answers every one with a new `state`, or with `problems`,
 * which stops what still waits; until then nothing else is sent.
 *
 * @summary Meeting of a committee on one project.
 * @fires {CustomEvent<CobuildActionDetail>} cobuild-action - Something was done at the meeting; cancelable.
 * @slot records - What stands above the step of the meeting, such as a `cobuild-evidence` where the stage asks for records before the vote.
 * @csspart presentation - The screen for the room.
 */
export class CobuildMeeting extends CobuildElement {
  static override styles = [...sharedStyles, meetingStyles, presentationStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The case as `foldCase()` of `@cobuild/rules` returns it. */
  @property({ attribute: false }) state: CaseState | undefined;
  /** The roster as appointed, `[{ id, name?, unit?, town? }]`, until the meeting is open; the log keeps it from then on. `x-department` names a department that the scheme does not know. */
  @property({ attribute: false }) members: readonly CommitteeMember[] = [];
  /** Who sits at the screen: `{ id: 'committee-clerk', name: '陈敏', role: 'committeeClerk' }`; a member may cast their own ballot only. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** An answer of the host is awaited: nothing is sent twice. Focus stays where it is. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action: `[{ code, severity, document, pointer, message, remedy? }]`. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** The screen for the room instead of the one for the clerk. */
  @property({ type: Boolean, reflect: true }) presentation = false;
  /** Minutes of the presenter on the screen for the room; 0 shows no clock. */
  @property({ type: Number }) minutes = 0;
  /** Who presents; the person who submitted by default. */
  @property() presenter: string | undefined;

  @state() private draft: MeetingDraft = blank;
  private announcement = '';
  private view: MeetingView | undefined;
  private given: MeetingInput | undefined;
  private refused: readonly Problem[] = [];
  private readonly timer = new TalkTimer(this);
  private readonly queue = new ActionQueue((action) => {
    this.requestUpdate();
    this.emit<CobuildActionDetail>('cobuild-action', { action }, { cancelable: true });
  });

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = this.view;
    const earlier = this.given?.state;
    this.given = this.readGiven();
    this.view = this.given && meetingView(this.given);
    this.refused = this.readLines('problems', this.problems, problemShape);
    if (!changed.has('state')) return;
    const meeting = this.given?.state.meeting;
    const isAnother = earlier?.id !== this.given?.state.id || (['round', 'session', 'adjourned'] as const).some((key) => earlier?.meeting?.[key] !== meeting?.[key]);
    if (isAnother) this.draft = blank;
    // A relation on record leaves the member in the vote, and the form of its row behind.
    else if (earlier?.meeting?.conflicts?.length !== meeting?.conflicts?.length) this.draft = { ...this.draft, recusing: '' };
    const counts = meeting?.counts;
    if (counts !== undefined && counts !== earlier?.meeting?.counts) this.draft = { ...this.draft, counts: textsOf(counts), tellers: (counts.tellers ?? []).join(this.words.listSeparator) };
    if (before !== undefined && this.view !== undefined && this.queue.pending.length <= 1) this.announcement = this.spoken(this.view);
  }

  private readGiven(): MeetingInput | undefined {
    const scheme = this.readScheme(this.scheme);
    const caseState = this.readDocument('state', this.state, caseStateShape);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const members = this.readDocument('members', this.members, membersShape) ?? [];
    return scheme && caseState && actor ? { scheme, state: caseState, actor, members, locale: this.locale } : undefined;
  }

  protected override updated(changed: PropertyValues): void {
    // The next action leaves after this update, so that a host may set `state` at once.
    if (changed.has('state')) void this.updateComplete.then(() => this.goOn());
    else if (changed.has('problems') && this.refused.length > 0) this.stop();
  }

  private goOn(): void {
    this.queue.done();
    this.requestUpdate();
  }

  private stop(): void {
    if (!this.queue.active) return;
    this.queue.drop();
    this.requestUpdate();
  }

  /** The sentence that readers hear after a change. */
  private spoken(view: MeetingView): string {
    const text = this.wordsOf(words);
    if (view.phase === 'signIn') return view.quorum?.met === true ? text.announceMet(view.heads) : quorumSentence(view, text);
    if (view.phase === 'voting') return text.ballotsIn({ returned: view.returned, present: view.heads.present });
    if (view.phase === 'closed' && view.vote !== undefined) {
      const { outcome } = view.vote;
      const verdict = outcome === 'undecided' ? text.undecided : text[outcome];
      return [verdict, view.vote.comparison === undefined ? '' : fractionSentence(view.vote, text), comparisonSentence(view.vote, text)].filter((part) => part !== '').join('。');
    }
    return '';
  }

  private get blockedNow(): boolean {
    return this.busy || this.queue.active;
  }

  private context(view: MeetingView): MeetingContext {
    return {
      words: this.wordsOf(words), common: this.words, view, draft: this.draft, busy: this.blockedNow, pending: this.queue.pending,
      change: (draft) => this.change(draft),
      send: (...actions) => this.send(...actions),
      signIn: (row) => this.signIn(row),
      signInAll: () => this.send(...view.rows.filter(({ maySignIn }) => maySignIn).map((row) => signInOf(row))),
      startRecusal: (row) => this.startRecusal(row),
      cancelRecusal: (row) => this.cancelRecusal(row),
      declareRecusal: (row) => this.declareRecusal(row),
      choose: (row, choice) => this.choose(row, choice),
      confirm: (question) => this.confirm(question),
      cancelConfirm: () => this.cancelConfirm(),
      recordBallots: () => this.recordBallots(view),
      setCount: (name, text) => this.setCount(name, text),
      recordCounts: () => this.recordCounts(view),
      closeVoting: () => this.closeVoting(),
      recordCastingVote: () => this.recordCastingVote(),
      checkLot: () => this.checkLot(),
      recordLot: () => this.recordLot(),
      focusLater: (selector) => void this.focusLater(selector),
    };
  }

  private change(draft: Partial<MeetingDraft>): void {
    this.draft = { ...this.draft, ...draft };
  }

  private send(...actions: readonly CaseAction[]): void {
    if (!this.blockedNow) this.queue.add(...actions);
  }

  /** Members arrive faster than answers do: sign-ins line up while one is on its way. */
  private signIn(row: MemberRow): void {
    if (!this.busy || this.queue.active) this.queue.add(signInOf(row));
    this.requestUpdate();
  }

  private startRecusal({ id }: MemberRow): void {
    this.change({ recusing: id, recusalReason: '', recusalMissing: false, recusalGround: '' });
    void this.focusLater(`#${CSS.escape(`ground-${id}`)}`);
  }

  private cancelRecusal({ id }: MemberRow): void {
    this.change({ recusing: '' });
    void this.focusLater(`#${CSS.escape(`recuse-${id}`)}`);
  }

  private declareRecusal({ id }: MemberRow): void {
    const { recusalGround: ground } = this.draft;
    const reason = this.draft.recusalReason.trim();
    this.change({ recusalMissing: reason === '' });
    if (reason === '') void this.focusLater(`#${CSS.escape(`reason-${id}`)}`);
    else this.send(ground === '' ? { type: 'memberRecused', data: { member: id, reason, kind: 'declared' } } : { type: 'conflictDeclared', data: { member: id, ground, reason } });
  }

  private choose({ id }: MemberRow, choice: OpenChoice): void {
    this.change({ choices: new Map([...this.draft.choices, [id, choice]]) });
  }

  private confirm(confirming: Question): void {
    this.change({ confirming });
    void this.updateComplete.then(() => focusConfirmBox(this.renderRoot));
  }

  private cancelConfirm(): void {
    const { confirming } = this.draft;
    this.change({ confirming: '' });
    void this.focusLater(confirming === 'close' ? '#close-voting' : confirming === 'lot' ? '#lot-seed' : '#record-ballots');
  }

  private recordBallots(view: MeetingView): void {
    const ballots = chosenRows({ view, draft: this.draft }).map(({ id }): CaseAction => ({ type: 'ballotCast', data: { member: id, choice: this.draft.choices.get(id) } }));
    this.cancelConfirm();
    this.send(...ballots);
  }

  private setCount(name: CountName, text: string): void {
    this.change({ counts: { ...this.draft.counts, [name]: text } });
  }

  private recordCounts({ heads }: MeetingView): void {
    const { counts, findings, recordable } = readCountTexts(this.draft.counts, heads.present);
    this.change({ countsChecked: true });
    if (counts === undefined || !recordable) {
      const first = findings.find(({ kind }) => kind !== 'returnedTooMany');
      void this.focusLater(first?.kind === 'notWhole' ? `#count-${first.names[0] ?? 'issued'}` : first?.kind === 'issuedTooMany' ? '#count-issued' : '#count-returned');
      return;
    }
    const tellers = this.draft.tellers.split(/[、,，;；]/).map((name) => name.trim()).filter((name) => name !== '');
    const data: BallotCounts = { ...counts, ...(tellers.length > 0 ? { tellers } : {}) };
    this.send({ type: 'ballotsCounted', data: { counts: data } });
  }

  private closeVoting(): void {
    this.cancelConfirm();
    this.send({ type: 'votingClosed', data: {} });
  }

  private recordCastingVote(): void {
    const { castingVote } = this.draft;
    this.change({ castingMissing: castingVote === '' });
    if (castingVote === '') void this.focusLater('[name="casting-vote"]');
    else this.send({ type: 'votingClosed', data: { castingVote } });
  }

  private checkLot(): void {
    const isMissing = this.draft.lotSeed.trim() === '';
    this.change({ lotMissing: isMissing });
    if (isMissing) void this.focusLater('#lot-seed');
    else this.confirm('lot');
  }

  /** What the seed gives is shown only once it is recorded: nobody tries seeds until one pleases. */
  private recordLot(): void {
    const seed = this.draft.lotSeed.trim();
    const { state: caseState } = this.given ?? {};
    this.change({ confirming: '' });
    void this.focusLater('#next-step');
    if (caseState !== undefined) this.send({ type: 'lotDrawn', data: { seed, drawn: drawVoteLot(seed, caseState.id).drawn } });
  }

  private async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private item({ state: caseState, scheme }: MeetingInput): MeetingItem {
    const by = caseState.submissions[caseState.submissions.length - 1]?.by;
    return { title: caseTitle(scheme, caseState), applicant: caseState.applicant.name ?? caseState.applicant.id, presenter: this.presenter ?? by?.name ?? '' };
  }

  protected override render(): TemplateResult {
    const { given, view } = this;
    const problems = documentProblems(this.givenProblems, this.words);
    if (given === undefined) return html`${problems}`;
    const { scheme, state: caseState } = given;
    const text = this.wordsOf(words);
    const item = this.item(given);
    const status = html`<p class="visually-hidden" role="status" id="announcement">${this.announcement}</p>`;
    if (view === undefined) return html`${problems}<p class="muted">${text.notAtVote}</p>`;
    if (this.presentation) return html`${problems}${presentationScreen({ view, item, words: text, timer: this.timer, minutes: this.minutes })}${status}`;
    const context = this.context(view);
    const role = scheme.organisation.roles.find(({ id }) => id === view.stage.actor.role);
    return html`${problems}<article class="meeting stack wide">
      <header class="stack tight">
        <h2>${item.title}</h2>
        <p class="facts">
          <span>${text.applicant}${this.words.colon}${item.applicant}</span>
          ${item.presenter === '' ? nothing : html`<span>${text.presenter}${this.words.colon}${item.presenter}</span>`}
          ${view.round > 1 ? html`<span>${text.round({ round: view.round })}</span>` : nothing}
        </p>
      </header>
      ${phaseList(context)}
      ${this.refusal(text.refused)}
      ${view.runs || caseState.stage !== view.stage.id || view.rows.some(({ own }) => own) ? nothing : html`<p class="muted">${text.closedBy({ role: localize(role?.title, this.locale) })}</p>`}
      <slot name="records"></slot>
      <div class="body" tabindex="-1" role="group" aria-label=${phaseTitle(context)}>${this.phaseScreen(context, given)}</div>
      ${status}
    </article>`;
  }

  /** An alert rather than a summary that takes focus: the hands stay on the roster. */
  private refusal(title: string): TemplateResult | typeof nothing {
    if (this.refused.length === 0) return nothing;
    const lines = this.refused.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`);
    return noticeBox('danger', this.words.error, lines, { role: 'alert', title });
  }

  private phaseScreen(context: MeetingContext, { scheme, state: caseState, locale }: MeetingInput): TemplateResult {
    switch (context.view.phase) {
      case 'notOpen': return openingScreen(context, locale);
      case 'signIn': return signInScreen(context);
      case 'voting': return votingScreen(context);
      case 'closed': return resultScreen(context, nextStep(context, scheme, caseState, locale));
    }
  }
}

function signInOf({ id }: MemberRow): CaseAction {
  return { type: 'memberSignedIn', data: { member: id } };
}
