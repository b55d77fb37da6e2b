import type { FormDefinition, Problem, Text } from '@cobuild/core';
import { formatDate, formatYuan, isDate, localize } from '@cobuild/core';
import type { PublicPhoto, PublicProject } from '@cobuild/rules';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CobuildForm } from '../cobuild-form/cobuild-form.js';
import { atQuestion } from '../internal/at-question.js';
import { CobuildElement } from '../internal/cobuild-element.js';
import { problemShape } from '../internal/document-shapes.js';
import { PHONE_CARDS, button, documentProblems, summaryList } from '../internal/pieces.js';
import type { SummaryRow } from '../internal/pieces.js';
import { ENTRY_FORM, entryForm } from '../internal/project/entry-form.js';
import { enteredText, shortForm, textQuestion } from '../internal/project/form-parts.js';
import { date, list, number, object, oneOf, optional, text } from '../internal/shape.js';
import { sharedStyles } from '../internal/styles.js';
import { disclosureStyles } from './disclosure.styles.js';
import type { DisclosureWords } from './words.js';
import { disclosureWords } from './words.js';

/** So many reports of a project stand open, the latest; earlier ones are folded. */
const OPEN_REPORTS = 3;

/** What `cobuild-comment` tells: what somebody says of a project. The host appends `commentMade` to the log of the project and sets `projects` (or `problems`) again. */
export interface CobuildCommentDetail { readonly project: string; readonly text: string; readonly name?: string }

const day = date(isDate);
const cell = object<PublicProject['cells'][number]>({ pointer: text, label: text, text });
const publicProjectShape = object<PublicProject>({
  id: text, cells: list(cell), unit: optional(text), since: optional(day), money: optional(object<NonNullable<PublicProject['money']>>({ approved: number, paid: number })),
  reports: optional(list(object<NonNullable<PublicProject['reports']>[number]>({ period: text, acceptedOn: day, cells: list(cell), photos: optional(list(object<PublicPhoto>({ id: text, label: text }))) }))),
  result: optional(object<NonNullable<PublicProject['result']>>({ outcome: oneOf('passed', 'failed'), on: day })),
  grade: optional(object<NonNullable<PublicProject['grade']>>({ on: day })),
  comments: optional(list(object<NonNullable<PublicProject['comments']>[number]>({ text, on: day, name: optional(text) }))),
  commenting: optional(object<NonNullable<PublicProject['commenting']>>({ maximumLength: number, release: oneOf('office', 'atOnce'), names: oneOf('hidden', 'shown') })),
});

/**
 * Progress and result of approved projects for residents (进展公开): what the scheme discloses, reports that were accepted with their photos, sums that were paid, who is responsible, comments with
 * their answers. Shows what `publicProject()` of `@cobuild/rules` made where the projects are; nothing else of a project reaches the page.
 *
 * @summary Progress and result of projects for anybody, with comments.
 * @fires {CustomEvent<CobuildCommentDetail>} cobuild-comment - Somebody says something of a project; cancelable.
 * @csspart projects - The projects.
 * @csspart photos - Photos of a report.
 * @csspart comments - Comments on a project.
 * @example
 * document.querySelector('cobuild-disclosure').projects = [publicProject(scheme, state, project)];
 */
export class CobuildDisclosure extends CobuildElement {
  static override styles: CSSResultGroup = [...sharedStyles, disclosureStyles];

  /** The projects as `publicProject()` of `@cobuild/rules` returns them. */
  @property({ attribute: false }) projects: readonly PublicProject[] | undefined;
  /** Address of a photo, by the ids of its project and its own: what the browser loads from there. Without it no photo is shown. */
  @property({ attribute: false }) photoUrl: ((project: string, photo: string) => string) | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last comment, as `appendProjectEvent()` returned it. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private commenting = '';
  /** So many projects are on the screen; paper has all. */
  @state() private open = PHONE_CARDS;
  @state() private announced = '';
  @query(`#${ENTRY_FORM} cobuild-form`) private readonly form!: CobuildForm | null;
  private readonly forms = new Map<string, FormDefinition>();
  /** `problems`, as far as they can be read. */
  private refused: readonly Problem[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.refused = this.readLines('problems', this.problems, problemShape);
    if (changed.has('projects') && this.commenting !== '' && this.refused.length === 0) {
      const opener = `comment-${this.commenting}`;
      this.commenting = '';
      this.announced = this.wordsOf(disclosureWords).received;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(opener)}`)?.focus());
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('problems') && this.refused.length > 0) void this.form?.updateComplete.then(() => this.form?.focusErrors());
  }

  protected override render(): TemplateResult {
    const words = this.wordsOf(disclosureWords);
    const projects = this.readLines('projects', this.projects, publicProjectShape);
    const body = projects.length === 0 ? html`<p class="table-empty">${words.empty}</p>` : html`<ol class="projects" part="projects">${repeat(projects, ({ id }) => id, (project, index) => html`<li class=${index < this.open ? '' : 'beyond'}>${this.project(project, words)}</li>`)}</ol>${this.more(projects.length)}`;
    return html`${documentProblems(this.givenProblems, this.words)}${this.givenProblems.length > 0 && projects.length === 0 ? nothing : body}<p class="visually-hidden" role="status">${this.busy ? words.working : this.announced}</p>`;
  }

  private more(count: number): TemplateResult | typeof nothing {
    const left = count - this.open;
    if (left <= 0) return nothing;
    return html`<div class="actions no-print">${button({ id: 'more', label: this.words.moreCards({ more: Math.min(PHONE_CARDS, left), left }), onClick: () => { this.open += PHONE_CARDS; } })}</div>`;
  }

  private project(project: PublicProject, words: DisclosureWords): TemplateResult {
    const { id, cells, unit, since, money, reports, responsibility = [], result, grade } = project;
    const [title, ...others] = cells;
    const day = (value: string): string => formatDate(value, this.locale);
    const rows: readonly SummaryRow[] = [
      ...(unit === undefined ? [] : [{ label: words.unit, value: unit }]), ...(since === undefined ? [] : [{ label: words.since, value: day(since) }]),
      ...others.filter(({ text: shown }) => shown !== '').map(({ label, text: value }) => ({ label, value })),
      ...(money === undefined ? [] : [{ label: words.approved, value: formatYuan(money.approved, this.locale) }, { label: words.paid, value: formatYuan(money.paid, this.locale) }]),
      ...responsibility.map(({ post, names }) => ({ label: this.named(post), value: names.length === 0 ? words.vacant : names.join(this.locale === 'en' ? ', ' : '、') })),
      ...(result === undefined ? [] : [{ label: words.result, value: words.outcome({ outcome: result.outcome, date: day(result.on) }) }]),
      ...(grade === undefined ? [] : [{ label: this.named(grade.evaluation), value: words.grade({ title: this.named(grade.title), date: day(grade.on) }) }]),
    ];
    return html`<article class="panel stack">
      <h2>${title === undefined || title.text === '' ? words.untitled({ id }) : title.text}</h2>
      ${summaryList(rows)}
      ${reports === undefined ? nothing : html`<section class="stack tight"><h3>${words.reports}</h3>
        ${reports.length === 0 ? html`<p class="muted">${words.noReports}</p>` : this.reports(id, reports, words)}</section>`}
      ${project.comments === undefined ? nothing : this.comments(project, words)}
    </article>`;
  }

  /** The latest first. */
  private reports(project: string, reports: NonNullable<PublicProject['reports']>, words: DisclosureWords): TemplateResult {
    const lines = [...reports].reverse().map((report) => this.report(project, report, words));
    const earlier = lines.slice(OPEN_REPORTS);
    return html`<ul>${lines.slice(0, OPEN_REPORTS)}</ul>${earlier.length === 0 ? nothing : html`<details><summary>${words.earlier({ count: earlier.length })}</summary><ul>${earlier}</ul></details>`}`;
  }

  private named(text: Text): string {
    return localize(typeof text === 'string' ? { 'zh-CN': text } : text, this.locale);
  }

  private report(project: string, { title, period, acceptedOn, cells, photos = [] }: NonNullable<PublicProject['reports']>[number], words: DisclosureWords): TemplateResult {
    const [from = '', to = ''] = period.split('/').map((each) => (isDate(each) ? formatDate(each, this.locale) : each));
    return html`<li>${words.accepted({ title: this.named(title), from, to, date: formatDate(acceptedOn, this.locale) })}
      ${cells.map(({ label, text: shown }) => (shown === '' ? nothing : html`<div class="small"><span class="muted">${label}</span> ${shown}</div>`))}
      ${this.photos(project, photos, words)}</li>`;
  }

  /** Each opens in its own size. */
  private photos(project: string, photos: readonly PublicPhoto[], words: DisclosureWords): TemplateResult | typeof nothing {
    const { photoUrl } = this;
    if (photoUrl === undefined || photos.length === 0) return nothing;
    return html`<ul class="photos" part="photos">${photos.map(({ id, label }, index) => {
      const url = photoUrl(project, id);
      return html`<li><a href=${url} target="_blank" rel="noopener"><img src=${url} alt=${words.photo({ label, number: index + 1, count: photos.length })} loading="lazy" /></a></li>`;
    })}</ul>`;
  }

  private comments({ id, comments = [], commenting }: PublicProject, words: DisclosureWords): TemplateResult {
    return html`<section class="stack" part="comments">
      <h3>${words.comments({ count: comments.length })}</h3>
      ${comments.length === 0 ? html`<p class="muted">${words.noComments}</p>` : html`<ol class="comments">${comments.map(({ text: said, name, on, answer }) => html`<li>
        <p>${said}</p><div class="muted small">${name === undefined ? nothing : html`${name} · `}${formatDate(on, this.locale)}</div>
        ${answer === undefined ? nothing : html`<p class="answer">${words.answer({ text: answer.text, date: formatDate(answer.on, this.locale) })}</p>`}</li>`)}</ol>`}
      ${commenting === undefined ? nothing : this.commenting === id ? this.entry(id, commenting, words) : html`<div class="actions no-print">${button({ id: `comment-${id}`, label: words.comment, onClick: () => this.start(id) })}</div>`}
    </section>`;
  }

  private start(id: string): void {
    this.commenting = id;
    this.announced = '';
    this.problems = [];
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${ENTRY_FORM}`)?.focus());
  }

  private entry(id: string, { maximumLength, release, names }: NonNullable<PublicProject['commenting']>, words: DisclosureWords): TemplateResult {
    const key = `${this.locale} ${maximumLength} ${names}`;
    const known = this.forms.get(key);
    const definition = known ?? shortForm('comment', words.comment, { text: textQuestion(words.text, { long: true, most: maximumLength, help: words.textHelp }), name: textQuestion(names === 'shown' ? words.shownName : words.hiddenName, { required: false, most: 20 }) });
    if (known === undefined) this.forms.set(key, definition);
    return entryForm({
      title: words.comment, help: release === 'atOnce' ? words.shownAtOnce : words.waits, definition, value: NOTHING, hosts: undefined, problems: this.refused.map(atQuestion), busy: this.busy, submit: words.send, cancel: words.cancel,
      onSubmit: () => {
        const { form } = this;
        const answers = form !== null && form.reportValidity() ? form.model?.submission() : undefined;
        const name = enteredText(answers ?? {}, 'name');
        if (answers !== undefined && !this.busy) this.emit('cobuild-comment', { project: id, text: enteredText(answers, 'text'), ...(name === '' ? {} : { name }) }, { cancelable: true });
      },
      onCancel: () => { this.commenting = ''; },
    });
  }
}

/** The same object at each drawing: a form that is given a value takes it in place of what was typed. */
const NOTHING: Readonly<Record<string, unknown>> = {};

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-disclosure': CobuildDisclosure;
  }
}
