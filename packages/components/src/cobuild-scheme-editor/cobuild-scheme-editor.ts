import type { Calendar, Case, ChangeOptions, JsonChange, Problem, Scheme, SchemeTexts, SchemeTest } from '@cobuild/core';
import { applicationForm, formatName, overlayRule, parseScheme, startValue, valueAt, withOwnDefinitions } from '@cobuild/core';
import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { download } from '../internal/download.js';
import { FocusKeeper } from '../internal/focus-keeper.js';
import { ImportDesk } from './import/import-desk.js';
import type { ImportedFiles } from './import/read-files.js';
import { importWords } from './import/words.js';
import { addedTest, makeTestView, testStep } from './tests/make-test-view.js';
import { testsView } from './tests/tests-view.js';
import type { ToldTest } from './tests/told-test.js';
import { toldTest } from './tests/told-test.js';
import { testsWords } from './tests/words.js';
import { button, noticeBox } from '../internal/pieces.js';
import { sharedStyles } from '../internal/styles.js';
import type { UnsavedWork } from './autosave/autosave.js';
import { schemeIdOf, unsavedFiles, unsavedSince, withSide } from './autosave/kept-work.js';
import type { KeptWork } from './autosave/kept-work.js';
import { UnsavedDesk } from './autosave/unsaved-desk.js';
import { autosaveWords } from './autosave/words.js';
import type { ReviewedDraft } from './base/base-desk.js';
import { BaseDesk, textsAdopting, textsTaking } from './base/base-desk.js';
import { baseStyles } from './base/base.styles.js';
import { baseView } from './base/base-view.js';
import { baseWords } from './base/words.js';
import { ChecksBeside } from './checks-beside.js';
import type { EditorContext } from './editor-context.js';
import { heading } from './editor-context.js';
import { EditingSession } from './editing-session.js';
import { focusPlace } from './focus-place.js';
import { definitionsPage } from './forms/definition-views.js';
import { FormDesigner, formSettings } from './forms/form-designer.js';
import { formsStyles } from './forms/forms.styles.js';
import { outlineOf, pageOf, thingTitle, titleOf } from './outline.js';
import { outlineView } from './outline-view.js';
import { isHole, placeEditor } from './guided/place-editor.js';
import { publishView } from './publish/publish-view.js';
import { publishStyles } from './publish/publish.styles.js';
import { outcomeChanges } from './publish/take-outcome.js';
import type { SchemeUsage } from './publish/scheme-usage.js';
import { publishedForms } from './publish/scheme-usage.js';
import { words as publishWords } from './publish/words.js';
import { editorStyles } from './scheme-editor.styles.js';
import { rulePage } from './rules/rule-page.js';
import { ruleStyles } from './rules/rule-styles.js';
import { stageStyles } from './stages/stage-styles.js';
import { previewStyles } from './preview/preview.styles.js';
import { SchemePreview } from './preview/scheme-preview.js';
import { SourceDesk } from './source/source-desk.js';
import type { SchemeTemplate } from './start-view.js';
import { begunTexts, startView } from './start-view.js';
import { VersionsDesk } from './versions/versions-desk.js';
import type { SchemeVersion } from './versions/versions-desk.js';
import { dependentsOf } from './tasks/dependents.js';
import { problemList } from './tasks/problem-list.js';
import { versionsView } from './versions/versions-view.js';
import { versionsStyles } from './versions/versions.styles.js';
import { versionsWords } from './versions/words.js';
import { words } from './words.js';

export type { SchemeTemplate } from './start-view.js';
export type { SchemeVersion } from './versions/versions-desk.js';

/** What keeps a file from being read: its text is the only place to mend it. */
const UNREAD = /^scheme\/(broken-json|not-utf8|file-too-large|too-deep|too-many|missing-file|include|extends|duplicate-key)/;

type Face = 'guided' | 'source' | 'preview' | 'versions' | 'publish' | 'base';
type Drawer = 'problems' | 'tests' | 'tasks';

/** What the host is told of the files: all of them, and which have changed. */
export interface CobuildSchemeFilesDetail {
  readonly files: SchemeTexts;
  readonly changedFiles: readonly string[];
}

/** What the host is asked to publish: the files as they are now, of which some may still have to be kept. */
export interface CobuildSchemePublishDetail extends CobuildSchemeFilesDetail {
  /** What the scheme calls itself. */
  readonly id: string;
  readonly version: string;
}

/**
 * Makes and changes the files of a scheme: every part by guided panels that are drawn from the format, conditions with their sentence beside them, forms with a
 * preview, and the JSON itself. The files are the document: what an author wrote stays as it is but for what was changed.
 *
 * @summary Editor for scheme folders.
 * @csspart offer - What was not saved when the scheme was open last.
 * @csspart outline - The parts of the scheme.
 * @csspart canvas - What is being edited.
 * @csspart drawer - Problems, tests and what is still to be decided.
 * @fires {CustomEvent<CobuildSchemeFilesDetail>} cobuild-change - After each change, with the texts as they are now.
 * @fires {CustomEvent<CobuildSchemeFilesDetail>} cobuild-save - Cancelable. The author wants the files kept; call `saved()` when they are.
 * @fires {CustomEvent<CobuildSchemePublishDetail>} cobuild-publish - Cancelable. The author has read what publishing does and wants it done: keep the files, publish them, then set `usage` anew.
 */
export class CobuildSchemeEditor extends CobuildElement {
  static override styles = [sharedStyles, editorStyles, ruleStyles, stageStyles, formsStyles, previewStyles, publishStyles, versionsStyles, baseStyles];

  /** The files of the scheme's folder, `{ 'scheme.json': '{ … }', 'forms/application.json': '…' }`. Setting it opens them and forgets what was changed. */
  @property({ attribute: false }) files: SchemeTexts = {};
  /** Files of the schemes that it extends, by their path from the folder: `{ '../gaoming/scheme.json': '…' }`. */
  @property({ attribute: false }) base: SchemeTexts = {};
  /** The schemes that it extends, merged, as they were when it was reviewed or published last (`baseHash`): where they say something else by now, the editor goes through the changes. */
  @property({ attribute: false }) reviewedBase: unknown;
  /** Schemes to begin with, where no files are open. */
  @property({ attribute: false }) templates: readonly SchemeTemplate[] = [];
  /** Versions that the host keeps, the newest first: `[{ version, hash, publishedAt, publishedBy, active, read }]`. */
  @property({ attribute: false }) versions: readonly SchemeVersion[] = [];
  /** Past cases that tests can be made from, as whoever edits may see them. */
  @property({ attribute: false }) cases: readonly Case[] = [];
  /** Working days, for the scheme's own tests; that of China by default. */
  @property({ attribute: false }) calendar: Calendar | undefined;
  /** What runs under the scheme already, for the page that publishes: versions, drafts, cases, batches. Without it nothing is published from here. */
  @property({ attribute: false }) usage: SchemeUsage | undefined;
  /** Whose unsaved changes the browser keeps, an id of the person: they are offered when the scheme is opened again. Without it nothing is kept. */
  @property() autosave = '';
  /** Address of `cobuild-simulation-worker.js` on the page's own origin: the checks run there, and typing in a large scheme never waits for them. Without it, or with a `calendar`, the page checks in a pause. */
  @property({ attribute: 'worker-url' }) workerUrl: string | undefined;
  /** Nothing can be changed; everything can be looked at. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** The place that is open, a pointer into the merged scheme; `''` is the overview. */
  @property() place = '';

  @state() private face: Face = 'guided';
  @state() private drawer: Drawer = 'problems';
  @state() private said = '';
  /** On a phone, where the outline stands above the page: whoever works on one thing need not pass all others. */
  @state() private isOutlineOpen = false;
  /** One that no scheme has yet, for whoever does not mind. */
  private readonly proposedId = `scheme-${new Date().toISOString().slice(0, 16).replace(/\D/g, '')}`;
  private session: EditingSession | undefined;
  /** What the session was opened with. */
  private opened: Pick<CobuildSchemeEditor, 'files' | 'base' | 'calendar'> | undefined;
  private readonly forms = new FormDesigner(this);
  private readonly preview = new SchemePreview(this);
  private readonly sourceDesk = new SourceDesk(this, { session: () => this.session, isReadonly: () => this.readonly, locale: () => this.locale, onInput: () => this.emit('cobuild-change', this.detail()) });
  private readonly kept = new Map<string, object>();
  private wantedFocus: string | undefined;
  private wantedId: string | undefined;
  /** Files that were begun here: all of them are still to be kept. */
  private begun: SchemeTexts | undefined;
  private readonly versionsDesk = new VersionsDesk(this);
  private readonly importDesk = new ImportDesk(this, { isReadonly: () => this.readonly, texts: () => this.currentFiles, words: () => this.wordsOf(importWords), take: (read) => this.takeFiles(read) });
  private readonly baseDesk = new BaseDesk(this, () => (this.autosave === '' ? undefined : `cobuild-scheme-base ${this.autosave} ${schemeIdOf(this.files)}`));
  private readonly checks = new ChecksBeside(this, () => this.workerUrl);
  private readonly unsavedDesk = new UnsavedDesk(this, { read: () => this.unsaved(), standing: () => [this.session?.draft.texts, this.place] });
  /** Whoever removes what has the focus stays in the page that they work on. */
  readonly focusKeeper: FocusKeeper = new FocusKeeper(this);

  private get isNew(): boolean {
    return this.begun !== undefined && this.begun === this.files;
  }

  /** The texts as they are now. */
  get currentFiles(): SchemeTexts {
    return this.session?.draft.texts ?? this.files;
  }

  /** The scheme as it is now; `undefined` while something in it is wrong. It follows a change when somebody pauses; until it was checked first, it is the saved one. */
  get currentScheme(): Scheme | undefined {
    return this.session?.checked === undefined ? this.savedScheme : this.session.checked.scheme;
  }

  /** The scheme as the host keeps it: what a simulation holds the edited one against. */
  get savedScheme(): Scheme | undefined {
    const texts = this.session?.draft.savedTexts ?? this.files;
    return parseScheme({ read: (path) => (path.startsWith('../') ? this.base[path] : texts[path]), list: () => Object.keys(texts) }, { locale: this.locale }).scheme;
  }

  /** Paths of the files that the host does not have as they are now. */
  get changedFiles(): readonly string[] {
    return this.isNew ? Object.keys(this.currentFiles) : (this.session?.draft.changedFiles ?? []);
  }

  /** What the host has not. */
  private unsaved(): UnsavedWork | undefined {
    const { session, isNew, place } = this;
    const { typing } = this.unsavedDesk;
    if (session === undefined || (typing === undefined && this.changedFiles.length === 0)) return undefined;
    const files = unsavedFiles(isNew ? { texts: session.draft.texts, savedTexts: {}, changedFiles: this.changedFiles } : session.draft);
    return { files, base: isNew ? this.base : {}, place, ...(typing === undefined ? {} : { typing }) };
  }

  /** What is here now is what the host keeps. */
  saved(): void {
    this.begun = undefined;
    this.session?.draft.saved();
    this.requestUpdate();
  }

  undo(): void {
    if (this.session?.draft.canUndo !== true) return;
    this.session.draft.undo();
    this.say(this.wordsOf(words).undone);
  }

  redo(): void {
    if (this.session?.draft.canRedo !== true) return;
    this.session.draft.redo();
    this.say(this.wordsOf(words).redone);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKey);
    if (this.hasUpdated && this.session === undefined) this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.onKey);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { files, base, calendar, opened } = this;
    if (opened?.files !== files || opened.base !== base || opened.calendar !== calendar || (this.session === undefined && Object.keys(files).length > 0)) this.open();
    else if (changed.has('autosave')) this.openKeeper(undefined);
    // Whoever reads the code is told what is written there.
    this.session?.speak(this.locale, this.face === 'source');
    this.unsavedDesk.watch(this.changedFiles.length > 0);
    if (changed.has('place')) this.forms.take(undefined);
  }

  protected override updated(): void {
    if (this.wantedId !== undefined) this.renderRoot.querySelector<HTMLElement>(`#${this.wantedId}`)?.focus();
    this.wantedId = undefined;
    const wanted = this.wantedFocus;
    if (wanted === undefined) return;
    this.wantedFocus = undefined;
    focusPlace(this.renderRoot, wanted);
  }

  override render(): TemplateResult {
    const text = this.wordsOf(words);
    const { session } = this;
    if (session === undefined || Object.keys(session.draft.texts).length === 0) return this.renderStart();
    const context = this.contextOf(session);
    const changed = this.changedFiles.length;
    return html`<div class="editor ${this.importDesk.isFileOver ? 'file-over' : ''}" data-drop=${this.wordsOf(importWords).drop}>${this.renderOffers()}${this.importDesk.refusedView(this.words)}
      <div class="toolbar row spread" role="group" aria-label=${text.title}>
        <div class="row"><h2 class="scheme-title">${titleOf(context.document, this.locale) || text.title}</h2><span class="small muted" role="status">${changed === 0 ? text.saved : text.changed(changed)}${changed === 0 ? '' : this.unsavedDesk.keptText(this.wordsOf(autosaveWords), this.locale)}</span></div>
        <div class="row">${button({ label: text.undo, icon: 'returned', disabled: !session.draft.canUndo || this.readonly, onClick: () => this.undo() })}${button({ label: text.redo, disabled: !session.draft.canRedo || this.readonly, onClick: () => this.redo() })}
          ${this.readonly ? nothing : this.importDesk.buttonView()}${button({ label: text.exportFiles, onClick: () => void this.export() })}${this.readonly ? nothing : button({ label: text.save, kind: 'primary', disabled: changed === 0, onClick: () => void this.emit('cobuild-save', this.detail(), { cancelable: true }) })}
          ${this.readonly || this.usage === undefined ? nothing : button({ label: this.wordsOf(publishWords).publish, onClick: () => this.turn('publish') })}</div>
      </div>
      <div class="panes">
        <nav class="outline" part="outline" aria-label=${text.outline}>
          <button type="button" class="button secondary outline-fold" aria-expanded=${this.isOutlineOpen} aria-controls="outline" @click=${() => { this.isOutlineOpen = !this.isOutlineOpen; }}>${text.outline}</button>
          <div id="outline" class=${this.isOutlineOpen ? '' : 'folded'}>${outlineView(context, this.place)}</div></nav>
        <div class="canvas stack" part="canvas" tabindex="-1" role="region" aria-label=${text.content}>${this.renderBaseNotice(session)}${this.renderFaces()}${this.renderCanvas(context)}</div>
      </div>
      ${this.renderDrawer(session)}
      <p class="small muted" role="status">${this.said}</p>
    </div>`;
  }

  /** Nothing is open. */
  private renderStart(): TemplateResult {
    const text = this.wordsOf(words);
    if (this.readonly) return html`<div class="table-empty">${text.empty}</div>`;
    return html`<div class="stack start ${this.importDesk.isFileOver ? 'file-over' : ''}" data-drop=${this.wordsOf(importWords).drop}>${this.renderOffers()}${this.importDesk.refusedView(this.words)}
      ${startView({ words: text, templates: this.templates, proposedId: this.proposedId, begin: (id, title, template) => this.begin(id, title, template) })}
      <div class="row">${this.importDesk.buttonView()}</div><p class="small muted" role="status">${this.said}</p></div>`;
  }

  /** What was not saved when the scheme was open last. */
  private renderOffers(): unknown {
    if (this.readonly) return nothing;
    return this.unsavedDesk.offers({
      locale: this.locale, words: this.wordsOf(autosaveWords), versionsWords: this.wordsOf(versionsWords), warning: this.words.warning, files: this.session?.draft.savedTexts ?? {}, base: this.base,
      restore: (work) => this.restore(work), discarded: () => this.say(this.wordsOf(autosaveWords).discarded),
    });
  }

  /** Writes kept work over what is open, as one step that can be undone. */
  private restore(work: KeptWork): void {
    if (this.session === undefined) {
      this.base = work.base;
      this.files = withSide({}, work.files, 'after');
      this.begun = this.files;
    } else {
      const { draft } = this.session;
      for (const [path, { after }] of Object.entries(unsavedSince(work, draft.savedTexts))) draft.write(path, after ?? undefined, { group: `restore:${work.id}` });
    }
    this.show(work.place);
    this.say(this.wordsOf(autosaveWords).restored);
    void this.updateComplete.then(() => this.unsavedDesk.drop(work));
    this.emit('cobuild-change', this.detail());
  }

  /** Opens files that the host does not have yet. */
  private begin(id: string, title: string, template: SchemeTemplate | undefined): void {
    this.base = template?.base ?? {};
    this.files = begunTexts(id, title, template);
    this.begun = this.files;
    // Whoever begins with nothing asks their first question next.
    this.place = template === undefined ? '/forms/0' : '';
    this.wantedFocus = '';
  }

  private renderFaces(): TemplateResult {
    const text = this.wordsOf(words);
    return html`<div class="row faces" role="group" aria-label=${text.content}>${(['guided', 'source', 'preview', 'versions'] as const).map((face) => html`<button type="button" class="button ${this.face === face ? 'primary' : 'secondary'}" aria-pressed=${this.face === face} @click=${() => this.turn(face)}>${face === 'versions' ? this.wordsOf(versionsWords).versions : text[face]}</button>`)}</div>`;
  }

  private renderCanvas(context: EditorContext): unknown {
    if (this.face === 'source' && this.session !== undefined) return this.sourceDesk.render(this.session, this.wordsOf(words));
    if (this.face === 'preview') return this.preview.render({ ...context, document: withOwnDefinitions(context.document) }, pageOf(this.place));
    if (this.face === 'publish' && this.usage !== undefined && this.session !== undefined) return this.renderPublish(context, this.session, this.usage);
    if (this.face === 'versions') return this.renderVersions(context);
    if (this.face === 'base' && this.session !== undefined) return this.renderBase(context, this.session);
    const text = this.wordsOf(words);
    if (context.document === undefined) return html`<p class="muted">${text.broken}</p>`;
    const page = pageOf(this.place);
    const isForm = /^\/(forms|definitions)\/\d+$/.test(page);
    return html`<h3 class="page-title" id="page-title" tabindex="-1">${this.pageTitle(context, page)}</h3>
      ${page !== '' && valueAt(context.document, page) === undefined ? html`<p class="muted">${text.none}</p>` : isForm ? this.forms.render(context, page) : page === '/definitions' ? definitionsPage(context) : (rulePage(context, page) ?? placeEditor(context, page))}
      ${isForm ? formSettings(context, page) : nothing}
      ${page === '' && !this.readonly ? this.renderAbsentParts(context) : nothing}`;
  }

  private renderVersions(context: EditorContext): unknown {
    const { draft } = this.session as EditingSession;
    const { texts, savedTexts } = draft;
    return versionsView(this.versionsDesk, this.versions, { texts, savedTexts, base: this.base }, { locale: this.locale, words: this.wordsOf(versionsWords), open: (pointer) => context.open(pointer) });
  }

  private reviewed({ draft }: EditingSession): ReviewedDraft {
    return { draft, baseTexts: this.base, reviewedBase: this.reviewedBase, locale: this.locale };
  }

  /** The base says something else than when this scheme was reviewed. */
  private renderBaseNotice(session: EditingSession): unknown {
    if (this.face === 'base' || !this.baseDesk.isPending(this.reviewed(session))) return nothing;
    const text = this.wordsOf(baseWords);
    return noticeBox('warning', this.words.warning, html`<p>${text.notice}</p><div class="row">${button({ label: text.look, onClick: () => this.turn('base') })}</div>`, { title: text.noticeTitle });
  }

  private renderBase(context: EditorContext, session: EditingSession): TemplateResult {
    const text = this.wordsOf(baseWords);
    const { baseDesk } = this;
    const reviewed = this.reviewed(session);
    const isReadable = context.document !== undefined && context.base !== undefined && session.checked?.problems.every(({ code }) => !UNREAD.test(code)) !== false;
    return baseView({
      words: text, versionsWords: this.wordsOf(versionsWords), locale: this.locale, readonly: this.readonly, entries: isReadable ? baseDesk.entries(reviewed) : undefined,
      titleAt: (pointer) => valueAt(context.document, pointer), isKept: (entry) => baseDesk.isKept(entry), reconsider: (entry) => baseDesk.reconsider(entry), open: (pointer) => context.open(pointer),
      take: (entries) => this.writeAll(session, textsTaking(reviewed, entries), text.taken(entries.length)),
      adopt: (entries) => this.writeAll(session, textsAdopting(reviewed, entries), text.keptSaid(entries.length)),
      keep: (entries) => { baseDesk.keep(entries); this.say(text.keptSaid(entries.length)); },
      finish: () => { if (this.recordBase(session)) { baseDesk.finish(); this.show(''); this.say(text.finished); } },
    });
  }

  /** Writes down against which base the scheme was reviewed. */
  private recordBase({ draft }: EditingSession): boolean {
    const hash = this.baseDesk.currentHash(draft);
    return hash !== undefined && this.change({ kind: 'set', pointer: '/baseHash', value: hash });
  }

  /** Puts texts in the place of those that are open, as one step. */
  private writeAll({ draft }: EditingSession, texts: SchemeTexts, said: string): void {
    const group = `texts:${Date.now()}`;
    for (const [path, text] of Object.entries(texts)) draft.write(path, text, { group });
    this.say(said);
    this.emit('cobuild-change', this.detail());
  }

  /** Parts that the scheme does not have yet, each a button. */
  private renderAbsentParts(context: EditorContext): unknown {
    const text = this.wordsOf(words);
    const absent = outlineOf(context.document, this.locale).filter((entry) => entry.absent);
    if (absent.length === 0) return nothing;
    return html`<div class="row">${absent.map(({ pointer, title }) => button({ label: text.addPart(title), icon: 'plus', kind: 'quiet', onClick: () => { if (context.change({ kind: 'set', pointer, value: startValue(context.document, pointer) })) this.show(pointer); } }))}</div>`;
  }

  private pageTitle(context: EditorContext, page: string): string {
    const text = this.wordsOf(words);
    if (page === '') return text.overview;
    return thingTitle(page, valueAt(context.document, page), this.locale) || heading(formatName(page.split('/').pop() ?? '', this.locale));
  }

  /** What stands in the way of publishing, or what it does. */
  private renderPublish(context: EditorContext, session: EditingSession, usage: SchemeUsage): TemplateResult {
    const text = (pointer: string): string => { const value = valueAt(context.document, pointer); return typeof value === 'string' ? value : ''; };
    const version = text('/version');
    return publishView({
      words: this.wordsOf(publishWords), messages: this.words, locale: this.locale, title: titleOf(context.document, this.locale), version, usage,
      document: withOwnDefinitions(context.document), problems: session.publishProblems(usage.usedVersions), tests: this.toldTests(session), isSaved: this.changedFiles.length === 0,
      goTo: (problem) => this.goTo(problem, session), takeVersion: (next) => { this.change({ kind: 'set', pointer: '/version', value: next }); this.wantedFocus = ''; },
      publish: () => {
        // What is published first against a base is reviewed against it; a later base is gone through by somebody.
        if (session.draft.base !== undefined && text('/baseHash') === '' && !this.baseDesk.isPending(this.reviewed(session))) this.recordBase(session);
        this.emit('cobuild-publish', { ...this.detail(), id: text('/id'), version }, { cancelable: true });
      },
    });
  }

  private renderDrawer(session: EditingSession): TemplateResult {
    const text = this.wordsOf(words);
    const { problems = [], tests = [] } = session.checked ?? {};
    const holes = problems.filter(isHole);
    const others = problems.filter((problem) => !isHole(problem));
    const tabs: readonly (readonly [Drawer, string])[] = [['problems', text.problemsCount(others.length)], ['tests', text.testsCount(tests.filter(({ passed }) => passed).length, tests.length)], ['tasks', text.tasksCount(holes.length)]];
    return html`<div class="drawer" part="drawer">
      <div class="row spread"><div class="row">${tabs.map(([name, title]) => html`<button type="button" class="button ${this.drawer === name ? 'primary' : 'secondary'}" aria-pressed=${this.drawer === name} @click=${() => { this.drawer = name; }}>${title}</button>`)}</div><span class="small muted" role="status">${session.isChecking ? text.checking : nothing}</span></div>
      <div class="drawer-body" tabindex="0" role="region" aria-label=${text.drawer}>${this.drawer === 'tests' ? this.renderTests(session) : this.renderProblems(this.drawer === 'tasks' ? holes : others, this.drawer === 'tasks' ? text.noTasks : text.noProblems, session)}</div>
    </div>`;
  }

  private renderProblems(problems: readonly Problem[], empty: string, session: EditingSession): TemplateResult {
    return problemList(problems, {
      words: this.wordsOf(words), colon: this.words.colon, comma: this.wordsOf(importWords).list, empty, goTo: (problem) => this.goTo(problem, session), open: (pointer) => this.show(pointer),
      waitingFor: (problem) => { const { document } = session.draft; return document === null || typeof document !== 'object' ? [] : dependentsOf(document, session.placeOf(problem), this.locale); },
    });
  }

  private renderTests(session: EditingSession): TemplateResult {
    const make = this.readonly ? nothing : makeTestView({ cases: this.cases, preview: this.preview.answersOf(valueAt(applicationForm(session.draft.document)?.value, '/id')) }, this.wordsOf(testsWords), (caseData) => this.makeTest(caseData, session));
    return html`${make}${testsView(this.toldTests(session), {
      words: this.wordsOf(words), takeOutcome: this.wordsOf(publishWords).takeOutcome, colon: this.words.colon, readonly: this.readonly, open: (pointer) => this.show(pointer),
      take: (pointer, result) => void this.change(outcomeChanges(session.draft.document, pointer, result)),
    })}`;
  }

  private toldTests({ checked }: EditingSession): readonly ToldTest[] {
    return (checked?.tests ?? []).map((result, index) => toldTest(checked?.scheme, result, index, { locale: this.locale, calendar: this.calendar }));
  }

  /** A test of what comes out now, opened to be confirmed. */
  private makeTest(caseData: Case, session: EditingSession): void {
    const words = this.wordsOf(testsWords);
    const scheme = session.checked?.scheme;
    if (scheme === undefined) return this.say(words.broken);
    const { change, pointer } = testStep(scheme, session.draft.document, caseData, { locale: this.locale, calendar: this.calendar });
    if (!this.change(change)) return;
    this.show(pointer);
    this.say(words.made);
  }

  /**
   * Adds a test that something else has made of a case, such as a simulation, as one step that can be undone, and opens it.
   *
   * @returns Whether it was added: not while nothing is open or nothing may be changed.
   */
  addTest(test: SchemeTest): boolean {
    // A page may have shown the simulation alone so far.
    if (this.session === undefined) this.open();
    const { session } = this;
    if (session === undefined || this.readonly) return false;
    const { change, pointer } = addedTest(session.draft.document, test);
    if (!this.change(change)) return false;
    this.show(pointer);
    return true;
  }

  /** Takes in files, as one step that can be undone. */
  private takeFiles({ texts, isWhole }: ImportedFiles): void {
    const words = this.wordsOf(importWords);
    const { session } = this;
    const paths = Object.keys(texts);
    if (session === undefined || Object.keys(session.draft.texts).length === 0) {
      if (texts['scheme.json'] === undefined) return this.say(words.noScheme);
      this.files = texts;
      this.begun = texts;
      // A scheme that was opened has nothing before it to go back to.
      return this.say(words.opened(paths.length));
    } else if (paths.length > 0) {
      const group = `import:${paths.join()}:${Date.now()}`;
      for (const path of paths) session.draft.write(path, texts[path], { group });
      if (isWhole) for (const path of Object.keys(session.draft.texts)) if (!paths.includes(path)) session.draft.write(path, undefined, { group });
      this.emit('cobuild-change', this.detail());
    }
    this.say(paths.length === 0 ? '' : isWhole ? words.whole(paths.length) : words.some(paths.join(words.list)));
  }

  private contextOf(session: EditingSession): EditorContext {
    const { draft } = session;
    return {
      get document() { return draft.document; }, get base() { return draft.base; },
      publishedForms: publishedForms(this.usage), locale: this.locale, words: this.wordsOf(words), messages: this.words, readonly: this.readonly,
      problemsAt: (pointer) => session.problemsAt(pointer), problemsIn: (pointer) => session.problemsIn(pointer),
      testAt: (pointer) => this.toldTests(session)[Number(/^\/tests\/(\d+)$/.exec(pointer)?.[1] ?? -1)],
      change: (changes, options) => this.change(changes, options), open: (pointer) => this.show(pointer),
      overlayRule: (pointer) => overlayRule(draft, pointer), restore: (pointers) => this.backToBase(pointers),
      keep: (name, make) => this.keep(name, make), redraw: (then) => this.redraw(then), refocus: (id) => { this.wantedId = id; },
    };
  }

  private backToBase(pointers: readonly string[]): boolean {
    const { session } = this;
    if (session === undefined || this.readonly || !session.draft.restore(pointers)) return false;
    this.emit('cobuild-change', this.detail());
    return true;
  }

  private keep<T extends object>(name: string, make: () => T): T {
    const known = this.kept.get(name) as T | undefined;
    const kept = known ?? make();
    if (known === undefined) this.kept.set(name, kept);
    return kept;
  }

  private redraw(then?: (root: ParentNode) => void): void {
    this.requestUpdate();
    if (then !== undefined) void this.updateComplete.then(() => then(this.renderRoot));
  }

  private change(changes: JsonChange | readonly JsonChange[], options?: ChangeOptions): boolean {
    const { session } = this;
    if (session === undefined || this.readonly) return false;
    const isDone = carryOut(session, changes, options);
    this.say(isDone ? '' : this.wordsOf(words).cannot);
    if (isDone) this.emit('cobuild-change', this.detail());
    return isDone;
  }

  private open(): void {
    this.openKeeper(this.unsaved());
    this.opened = { files: this.files, base: this.base, calendar: this.calendar };
    this.session?.close();
    this.kept.clear();
    this.baseDesk.forget();
    const { calendar } = this;
    this.session = Object.keys(this.files).length === 0 ? undefined : new EditingSession(this.files, {
      locale: this.locale, namesKeys: this.face === 'source', base: this.base, ...(calendar === undefined ? {} : { calendar }), checkBeside: (scheme) => (calendar === undefined ? this.checks.ask(scheme) : undefined),
    }, () => this.unsavedDesk.drawLater());
  }

  private openKeeper(left: UnsavedWork | undefined): void {
    const { autosave: owner, files, isNew } = this;
    this.unsavedDesk.open({ owner, schemeId: isNew ? '' : schemeIdOf(files), files: isNew ? {} : files, isNew }, left);
  }

  private show(pointer: string): void {
    this.place = pointer;
    this.wantedFocus = pointer;
    this.isOutlineOpen = false;
    if (this.face === 'preview' || this.face === 'publish' || this.face === 'versions' || this.face === 'base' || (this.face === 'source' && pointer !== '')) this.face = 'guided';
    this.requestUpdate();
  }

  private turn(face: Face): void {
    this.face = face;
    if (face === 'publish' || face === 'base') this.wantedFocus = '';
    if (face === 'source' && this.session !== undefined) this.sourceDesk.open(this.session, this.session.checked?.places.locate(this.place) ?? {}, false);
  }

  private goTo(problem: Problem, session: EditingSession): void {
    const place = session.placeOf(problem);
    const isReadable = session.draft.document !== undefined && !UNREAD.test(problem.code);
    // Whoever reads the code stays in it.
    if (isReadable && this.face !== 'source') {
      const { document } = session.draft;
      const match = /^(\/forms\/\d+)\/fields\/([^/]+)/.exec(place);
      this.show(place);
      if (match !== null && document !== undefined) void this.updateComplete.then(() => { this.forms.take({ kind: 'field', field: (match[2] ?? '').replace(/~1/g, '/').replace(/~0/g, '~') }); });
      return;
    }
    this.face = 'source';
    this.sourceDesk.open(session, problem, true);
    this.requestUpdate();
  }

  private detail(): CobuildSchemeFilesDetail {
    return { files: this.currentFiles, changedFiles: this.changedFiles };
  }

  /** All files as an archive with the scheme's folder: what importing takes again. */
  private async export(): Promise<void> {
    const id = valueAt(this.session?.draft.document, '/id');
    const name = typeof id === 'string' && id !== '' ? id : 'scheme';
    const { zipTexts } = await import('./import/zip.js');
    download(`${name}.zip`, zipTexts(this.currentFiles, name), 'application/zip');
  }

  private say(text: string): void {
    this.said = text;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.readonly) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.undo();
    else if ((key === 'z' && event.shiftKey) || key === 'y') this.redo();
    else if (key === 's') { if (this.changedFiles.length > 0) this.emit('cobuild-save', this.detail(), { cancelable: true }); }
    else return;
    event.preventDefault();
  };
}

/** `false` where an overlay has no words for it, or where another change, or an undo, took the place away while the page still showed it. */
function carryOut(session: EditingSession, changes: JsonChange | readonly JsonChange[], options?: ChangeOptions): boolean {
  try {
    return session.draft.change(changes, options);
  } catch {
    return false;
  }
}
