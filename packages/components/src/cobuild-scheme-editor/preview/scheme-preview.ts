import type { EventActor, FormDefinition, Locale, Notice, Problem, Scheme, Stage } from '@cobuild/core';
import { applicationForm, chinaCalendar, dateInZone, localize, parametersFact, publicRow, resolveParameters, sampleAnswers, valueAt } from '@cobuild/core';
import type { CaseState, Decision, PublicNotice, PublicStatus } from '@cobuild/rules';
import { buildNotice, caseFromState, decide, evaluateCondition, publicStatus } from '@cobuild/rules';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import '../../define/cobuild-answers.js';
import '../../define/cobuild-decision.js';
import '../../define/cobuild-form.js';
import '../../define/cobuild-meeting.js';
import '../../define/cobuild-notice.js';
import '../../define/cobuild-public-vote.js';
import '../../define/cobuild-review.js';
import '../../define/cobuild-score-sheet.js';
import '../../define/cobuild-status.js';
import type { CobuildActionDetail } from '../../internal/case-action-event.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { keepInside } from '../inner-events.js';
import { plainText } from '../editor-context.js';
import { titleOf } from '../outline.js';
import type { BallotBox } from '../../hosts/ballot-box.js';
import { createMemoryBallotBox } from '../../hosts/ballot-box.js';
import { takeOwnWidth } from './own-width.js';
import { actedOn, deskStage, isApplicant, isDesk, isVoted, sampleCase, sampleMembers, sampleVote } from './sample-case.js';
import { previewWords } from './words.js';
import { listAt } from '../forms/form-outline.js';

type Answers = Readonly<Record<string, unknown>>;
/** A sample application at a stage, and somebody of the role that looks at it. */
interface Desk { readonly document: unknown; readonly who: string; readonly answers: Answers; readonly stage: Stage; readonly state: CaseState; readonly actor: EventActor; readonly problems: readonly Problem[]; readonly read: Reading }
/** What who does not settle the stage reads of the application: its progress, or the result so far. */
interface Reading { readonly status?: PublicStatus; readonly decision?: Decision }
/** What the public votes with, on a day of the vote. */
interface Ballot { readonly box: BallotBox; readonly now: string }
type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

const FILL = 'fill';
const PUBLIC = 'public';
/** Who sits on a committee: anybody, by the roster of the host. */
const MEMBER = 'member';
const NOTICE = 'notice:';
const DAYS_POSTED = 5;

/** The scheme as people meet it: its forms being filled in, the answers as each role may see them, its public notices; with sample answers, on a desk or on a phone. */
export class SchemePreview implements ReactiveController {
  private who = FILL;
  private form: string | undefined;
  private stage = '*';
  private language: Locale | undefined;
  private isPhone = false;
  /** Whether this drawing of the editor has it: a large form is not looked through for it. */
  private isDrawn = false;
  /** What was typed, by form, and what each form began with when its definition changed last. */
  private readonly typed = new Map<string, Answers>();
  private readonly begun = new Map<string, { readonly definition: FormDefinition; readonly value: Answers | undefined }>();
  private facts: { readonly document: unknown; readonly day: string; readonly value: Answers } | undefined;
  private desk: Desk | undefined;
  private ballot: { readonly document: unknown; readonly stage: Stage; readonly ballot: Ballot | undefined } | undefined;
  private samples: { readonly definition: FormDefinition; readonly key: string; readonly answers: Answers } | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.isDrawn = false;
  }

  hostUpdated(): void {
    const box = this.isDrawn ? this.host.renderRoot.querySelector('.preview') : null;
    if (box === null) return;
    takeOwnWidth(box);
    keepInside(box);
    // What is inside draws itself a moment later.
    void Promise.resolve().then(() => { if (box.isConnected) takeOwnWidth(box); });
    setTimeout(() => { if (box.isConnected) takeOwnWidth(box); }, 100);
  }

  render(context: EditorContext, page: string): TemplateResult {
    this.isDrawn = true;
    const words = previewWords[context.locale];
    const forms = listAt(context.document, '/forms') as readonly FormDefinition[];
    const [, part, index] = page.split('/');
    const definition = forms.find(({ id }) => id === this.form) ?? forms[part === 'forms' ? Number(index ?? 0) : 0];
    if (definition === undefined) return html`<p class="muted">${words.noForm}</p>`;
    const roles = listAt(context.document, '/organisation/roles');
    const notices = listAt(context.document, '/publicity/notices') as readonly Notice[];
    const stages = listAt(context.document, '/stages');
    const language = this.language ?? context.locale;
    const set = (change: () => void): void => { change(); this.host.requestUpdate(); };
    const isFilling = this.isFilling(context, definition);
    const isRole = this.who !== FILL && this.who !== PUBLIC && !this.who.startsWith(NOTICE);
    const audiences: readonly (readonly [string, string])[] = [
      [FILL, words.fill], ...roles.map((role) => [plainText(valueAt(role, '/id')), titleOf(role, context.locale)] as const), ...(stages.some(isVoted) ? [[MEMBER, words.member] as const] : []), [PUBLIC, words.everyone], ...notices.map((notice) => [`${NOTICE}${notice.id}`, words.notice(titleOf(notice, context.locale))] as const),
    ];
    return html`<div class="preview-bar">
        ${select(words.who, this.who, audiences, (value) => set(() => { this.who = value; this.stage = (value === MEMBER ? plainText(valueAt(stages.find(isVoted), '/id')) : deskStage(context.document, value)) || '*'; }))}
        ${forms.length < 2 || this.who.startsWith(NOTICE) ? nothing : select(words.form, definition.id, forms.map((form) => [form.id, titleOf(form, context.locale)] as const), (value) => set(() => { this.form = value; }))}
        ${isRole ? select(words.stage, this.stage, [...(this.who === MEMBER ? [] : [['*', words.noStage] as const]), ...stages.filter((stage) => this.who !== MEMBER || isVoted(stage)).map((stage) => [plainText(valueAt(stage, '/id')), titleOf(stage, context.locale)] as const)], (value) => set(() => { this.stage = value; })) : nothing}
        ${select(words.language, language, [['zh-CN', '中文'], ['en', 'English']], (value) => set(() => { this.language = value as Locale; }))}
        <div class="row" role="group" aria-label=${words.width}>${([false, true] as const).map((isPhone) => html`<button type="button" class="button ${this.isPhone === isPhone ? 'primary' : 'secondary'}" aria-pressed=${this.isPhone === isPhone} @click=${() => set(() => { this.isPhone = isPhone; })}>${isPhone ? words.phone : words.desktop}</button>`)}</div>
        ${isFilling ? html`<div class="row">${button({ label: words.sample, onClick: () => set(() => this.begin(definition, this.sampleOf(context, definition, language))) })}${button({ label: words.empty, kind: 'quiet', onClick: () => set(() => this.begin(definition, undefined)) })}</div>` : nothing}
      </div>
      <p class="small muted">${isFilling ? words.note : words.sampleNote}</p>
      <div class="preview ${this.isPhone ? 'phone' : ''}">${this.shown(context, definition, language, isFilling)}</div>`;
  }

  /** Whether the form stands there to be filled in: for applicants at the stage that asks for it. */
  private isFilling({ document }: EditorContext, definition: FormDefinition): boolean {
    const stage = listAt(document, '/stages').find((each) => valueAt(each, '/id') === this.stage);
    return this.who === FILL || (isApplicant(document, this.who) && valueAt(stage, '/method') === 'application' && valueAt(stage, '/form') === definition.id);
  }

  /** What a form is filled in with here; `undefined` where nobody has filled it in. */
  answersOf(form: unknown): Answers | undefined {
    return this.typed.get(String(form)) ?? this.begun.get(String(form))?.value;
  }

  private shown(context: EditorContext, definition: FormDefinition, language: Locale, isFilling: boolean): TemplateResult {
    if (isFilling) {
      const take = (event: Event): void => {
        this.typed.set(definition.id, (event as CustomEvent<{ readonly value: Answers }>).detail.value);
        // Tests are made from what is filled in here.
        if (event.type === 'cobuild-change') this.host.requestUpdate();
      };
      const value = this.valueOf(definition);
      // An object is set again at each draw, and the form would begin with it again: it is given once.
      return html`<cobuild-form lang=${language} .definition=${definition} .value=${guard([definition, value], () => value)} .facts=${this.factsOf(context)} @cobuild-input=${take} @cobuild-change=${take}></cobuild-form>`;
    }
    const desk = this.deskOf(context, definition, language);
    if (desk !== undefined) return this.deskView(desk, definition, language);
    const answers = this.sampleOf(context, definition, language);
    if (this.who === PUBLIC) return html`<cobuild-answers lang=${language} view="public" .definition=${definition} .value=${answers}></cobuild-answers>`;
    if (this.who.startsWith(NOTICE)) return html`<cobuild-notice lang=${language} .notice=${this.noticeOf(context, this.who.slice(NOTICE.length), language)}></cobuild-notice>`;
    return html`<cobuild-answers lang=${language} viewer-role=${this.who} stage=${this.stage} .definition=${definition} .value=${answers}></cobuild-answers>`;
  }

  /** What somebody has before them while an application is at a stage: the screen on which it is settled, the public's ballot, the applicant's progress, or the result so far. What is done there is done to the sample. */
  private deskView(desk: Desk, definition: FormDefinition, language: Locale): TemplateResult {
    const { document, who, stage, state, actor, answers, problems, read: { status, decision } } = desk;
    const act = (event: Event): void => this.act((event as CustomEvent<CobuildActionDetail>).detail, language);
    if (stage.method === 'publicVote') {
      const ballot = this.ballotOf(desk);
      return html`<cobuild-public-vote lang=${language} .scheme=${document} vote=${stage.publicVote ?? nothing} .box=${ballot?.box} .now=${ballot?.now}></cobuild-public-vote>`;
    }
    if (!isDesk(stage, who) && who !== MEMBER) {
      if (status !== undefined) return html`<cobuild-status lang=${language} .status=${status}></cobuild-status>`;
      return html`${decision === undefined ? nothing : html`<cobuild-decision lang=${language} .scheme=${document} .state=${state} .decision=${decision} .today=${today()}></cobuild-decision>`}
        <cobuild-answers lang=${language} viewer-role=${who} stage=${stage.id} .definition=${definition} .value=${answers}></cobuild-answers>`;
    }
    if (stage.method === 'score') return html`<cobuild-score-sheet lang=${language} .scheme=${document} .states=${[state]} .actor=${actor} .reviewers=${sampleMembers(language)} .problems=${problems} .today=${today()} @cobuild-action=${act}></cobuild-score-sheet>`;
    if (stage.method === 'vote') return html`<cobuild-meeting lang=${language} .scheme=${document} .state=${state} .members=${sampleMembers(language)} .actor=${actor} .problems=${problems} @cobuild-action=${act}></cobuild-meeting>`;
    return html`<cobuild-review lang=${language} .scheme=${document} .state=${state} .actor=${actor} .problems=${problems} .today=${today()} @cobuild-action=${act}></cobuild-review>`;
  }

  /** Does to the sample what a portal would do to an application, and keeps it nowhere. */
  private act({ action }: CobuildActionDetail, locale: Locale): void {
    const { desk } = this;
    if (desk === undefined) return;
    const at = new Date().toISOString();
    const done = actedOn(desk.document as Scheme, desk.state, action, desk.actor, at, locale);
    this.desk = 'problems' in done ? { ...desk, problems: done.problems } : { ...desk, state: done.state, problems: [] };
    this.host.requestUpdate();
  }

  /** What the form is given: the same object until its definition changes, and then what was typed into it so far. */
  private valueOf(definition: FormDefinition): Answers | undefined {
    const begun = this.begun.get(definition.id);
    if (begun?.definition === definition) return begun.value;
    const value = this.typed.get(definition.id) ?? begun?.value;
    this.begun.set(definition.id, { definition, value });
    return value;
  }

  private begin(definition: FormDefinition, value: Answers | undefined): void {
    this.typed.delete(definition.id);
    this.begun.set(definition.id, { definition, value: value ?? {} });
  }

  /** The sample application at the chosen stage; the same objects until something changes, so that what was typed at it stays. `undefined` where nobody looks at a stage. */
  private deskOf(context: EditorContext, shown: FormDefinition, language: Locale): Desk | undefined {
    const { document } = context;
    const stage = listAt(document, '/stages').find((each) => valueAt(each, '/id') === this.stage);
    const { who } = this;
    if (stage === undefined || who === PUBLIC || who.startsWith(NOTICE) || (who === MEMBER && !isVoted(stage))) return undefined;
    const answers = this.sampleOf(context, (applicationForm(document)?.value as FormDefinition | undefined) ?? shown, language);
    const { desk } = this;
    if (desk !== undefined && desk.document === document && desk.who === who && desk.answers === answers && desk.stage === stage) return desk;
    try {
      const at = `${today()}T09:00:00+08:00`;
      const sample = (who === MEMBER ? sampleVote : sampleCase)(document as Scheme, stage as Stage, answers, at);
      this.desk = { document, who, answers, stage: stage as Stage, problems: [], ...sample, read: isDesk(stage, who) || who === MEMBER ? {} : readingOf(document as Scheme, sample.state, who) };
      return this.desk;
    } catch {
      // A scheme on its way may have no desk yet; what the role may see can be shown all the same.
      return undefined;
    }
  }

  /** Votes of the sample go nowhere; as long as the same desk is shown they are there. */
  private ballotOf({ document, stage }: Desk): Ballot | undefined {
    const known = this.ballot;
    if (known?.stage === stage && known.document === document) return known.ballot;
    let ballot: Ballot | undefined;
    try {
      const vote = (resolveParameters(document as Scheme).publicVotes ?? []).find(({ id }) => id === stage.publicVote);
      const now = plainText(vote?.opensAt);
      if (vote !== undefined && !Number.isNaN(Date.parse(now))) ballot = { now, box: createMemoryBallotBox({ vote, voter: 'sample-resident', now: () => now }) };
    } catch {
      // A vote on its way can be looked at, and nobody votes in it yet.
    }
    this.ballot = { document, stage, ballot };
    return ballot;
  }

  /** What conditions and records read besides the answers: the same object until it changes, so that the form does not take it for new. */
  private factsOf({ document }: EditorContext): Answers {
    const day = today();
    const known = this.facts;
    if (known !== undefined && known.document === document && known.day === day) return known.value;
    const value = factsOn(document, day);
    this.facts = { document, day, value };
    return value;
  }

  private sampleOf(context: EditorContext, definition: FormDefinition, locale: Locale): Answers {
    const facts = this.factsOf(context);
    const key = `${locale} ${JSON.stringify(facts)}`;
    if (this.samples?.definition === definition && this.samples.key === key) return this.samples.answers;
    const answers = sampleOrNothing(definition, { locale, facts, today: today(), evaluateCondition });
    this.samples = { definition, key, answers };
    return answers;
  }

  /** The list as the public would see it, with the sample as its one project. */
  private noticeOf(context: EditorContext, id: string, locale: Locale): PublicNotice | undefined {
    const scheme = context.document as Scheme;
    const notice = (listAt(scheme, '/publicity/notices') as readonly Notice[]).find((each) => each.id === id);
    const formId = listAt(scheme, '/stages').map((stage) => (valueAt(stage, '/method') === 'application' ? valueAt(stage, '/form') : undefined)).find((form) => form !== undefined);
    const definition = (listAt(scheme, '/forms') as readonly FormDefinition[]).find((form) => form.id === formId);
    if (notice === undefined || definition === undefined) return undefined;
    const answers = this.sampleOf(context, definition, locale);
    const state = { id: 'SAMPLE-001', answers, objections: [], notice: { notice: id, postedOn: today(), until: laterDay(DAYS_POSTED), provisional: false } } as unknown as CaseState;
    try {
      return buildNotice(scheme, notice, [state], today(), locale).notice;
    } catch {
      // A scheme on its way may lack what a notice needs; its columns can be shown all the same.
      const row = publicRow(definition, answers, notice.columns, locale);
      return { id, schemeTitle: localize(scheme.title, locale), title: localize(notice.title, locale), issuer: '', objectionChannel: '', channels: [], columns: row.cells.map(({ label }) => label), items: [] };
    }
  }
}

/** A scheme on its way may not decide anything yet. */
function readingOf(scheme: Scheme, state: CaseState, who: string): Reading {
  try {
    return isApplicant(scheme, who) ? { status: publicStatus(scheme, state, { today: today(), calendar: chinaCalendar }) } : { decision: decide(scheme, caseFromState(state), { calendar: chinaCalendar }) };
  } catch {
    return {};
  }
}

/** A form on its way may not be readable yet. */
function sampleOrNothing(definition: FormDefinition, options: Parameters<typeof sampleAnswers>[1]): Answers {
  try {
    return sampleAnswers(definition, options);
  } catch {
    return {};
  }
}

function factsOn(document: unknown, day: string): Answers {
  try {
    return { parameters: parametersFact(document as Scheme), today: day };
  } catch {
    return { today: day };
  }
}

const today = (): string => dateInZone(new Date().toISOString());
const laterDay = (days: number): string => new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const select = (label: string, value: string, options: readonly (readonly [value: string, word: string])[], take: (value: string) => void): TemplateResult => html`<label><span class="small muted">${label}</span><select class="input small-input" .value=${live(value)} @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>${options.map(([each, word]) => html`<option value=${each} ?selected=${each === value}>${word}</option>`)}</select></label>`;
