import type { Calendar, EventActor, FormDefinition, Problem } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate } from '@cobuild/core';
import type { FundedProject, ProjectAction, ProjectComment } from '@cobuild/rules';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldHosts } from '../hosts/field-hosts.js';
import type { SchemeDocument } from '../internal/document-shapes.js';
import { button, documentProblems, noticeBox, tag } from '../internal/pieces.js';
import { entryForm } from '../internal/project/entry-form.js';
import { enteredText, shortForm, textQuestion } from '../internal/project/form-parts.js';
import type { CobuildProjectActionDetail } from '../internal/project/project-action-event.js';
import type { ProjectDesk } from '../internal/project/project-element.js';
import { ProjectElement } from '../internal/project/project-element.js';
import { projectShape } from '../internal/project/project-shapes.js';
import { projectStyles } from '../internal/project/project.styles.js';
import { sharedStyles } from '../internal/styles.js';
import { commentsWords } from './words.js';

const TONES = { waiting: 'warning', released: 'success', refused: 'neutral' } as const;
const ORDER = ['waiting', 'released', 'refused'];

/**
 * What residents said of projects, for the office that looks at it (留言审核): released, refused with a reason, answered. Those that wait come first; one that is refused stays with
 * its reason, and nothing of it is public.
 *
 * @summary Comments of residents: release, refuse, answer.
 * @fires {CustomEvent<CobuildProjectActionDetail>} cobuild-action - A comment is released, refused or answered, as the rules allow; cancelable.
 * @csspart comments - The comments.
 * @example
 * Object.assign(document.querySelector('cobuild-comments'), { scheme, projects, actor: { id: 'c1', role: 'committeeClerk' }, today: '2026-06-10' });
 */
export class CobuildComments extends ProjectElement {
  static override styles: CSSResultGroup = [...sharedStyles, projectStyles];

  /** The scheme or its published file; a child script `data-part="scheme"` does the same. */
  @property({ attribute: false }) scheme: SchemeDocument | undefined;
  /** The projects as `foldProject()` of `@cobuild/rules` returns them. */
  @property({ attribute: false }) projects: readonly FundedProject[] | undefined;
  /** Who works here; without somebody the comments are for reading. */
  @property({ attribute: false }) actor: EventActor | undefined;
  /** Day on which the person works, `YYYY-MM-DD`; the day on the wall in Beijing by default. */
  @property() today: string | undefined;
  /** Working days; those of China by default. */
  @property({ attribute: false }) calendar: Calendar = chinaCalendar;
  /** What the page lends to the fields of the short forms. */
  @property({ attribute: false }) hosts: FieldHosts | undefined;
  /** An answer of the host is awaited: nothing is sent twice. */
  @property({ type: Boolean }) busy = false;
  /** Why the host refused the last action, as `appendProjectEvent()` returned it. */
  @property({ attribute: false }) problems: readonly Problem[] = [];

  @state() private entryProject = '';

  protected override tell(detail: CobuildProjectActionDetail): void {
    this.emit('cobuild-action', detail, { cancelable: true });
  }

  protected override render(): TemplateResult {
    const desk = this.readDesk();
    const projects = this.readLines('projects', this.projects, projectShape);
    const text = this.wordsOf(commentsWords);
    this.follow(projects.find(({ id }) => id === this.entryProject), text.done);
    const lines = projects.flatMap((project) => (project.comments ?? []).map((comment) => ({ project, comment })));
    const sorted = [...lines].sort((a, b) => ORDER.indexOf(a.comment.status) - ORDER.indexOf(b.comment.status) || (a.comment.at < b.comment.at ? -1 : 1));
    const body = desk === undefined || lines.length === 0 ? (this.givenProblems.length > 0 ? nothing : html`<p class="table-empty">${text.empty}</p>`) : html`
      <p>${text.waiting({ count: lines.filter(({ comment }) => comment.status === 'waiting').length })}</p>
      <ol class="plain stack" part="comments">${repeat(sorted, ({ project, comment }) => `${project.id} ${comment.id}`, ({ project, comment }) => html`<li class="panel stack tight">${this.comment(desk, project, comment)}</li>`)}</ol>`;
    return html`${documentProblems(this.givenProblems, this.words)}<article class="stack wide"><h2>${text.heading}</h2>${body}<p class="visually-hidden" role="status">${this.busy ? text.working : this.announced}</p></article>`;
  }

  private comment(desk: ProjectDesk, project: FundedProject, comment: ProjectComment): TemplateResult {
    const text = this.wordsOf(commentsWords);
    const { id, status, decision, answer, name } = comment;
    const may = (type: 'commentReleased' | 'commentRefused' | 'commentAnswered'): boolean => this.may(desk, project, { type, data: { comment: id, reason: '', text: '' } } as ProjectAction);
    const act = (kind: 'release' | 'refuse' | 'answer'): TemplateResult => button({
      id: `${kind}-${project.id}-${id}`, kind: kind === 'release' ? 'primary' : kind === 'refuse' ? 'danger' : 'secondary', label: text[kind], name: text.of({ action: text[kind], number: numberOf(comment), project: project.title }), disabled: this.busy,
      onClick: () => this.begin(desk, project, kind, id),
    });
    const isOpen = this.entry?.about === id && this.entryProject === project.id;
    return html`<div>${tag(TONES[status], text.statusOf({ status }))} <strong>${project.title}</strong></div>
      <p>${comment.text}</p>
      <div class="muted small">${name ?? text.anonymous} · ${formatDate(dateInZone(comment.at), this.locale)}</div>
      ${decision?.reason === undefined ? nothing : html`<p class="small">${text.because({ reason: decision.reason, by: decision.by.name ?? decision.by.id })}</p>`}
      ${answer === undefined ? nothing : html`<p class="small">${text.answered({ text: answer.text, by: answer.by.name ?? answer.by.id })}</p>`}
      <div class="actions no-print">${status === 'waiting' && may('commentReleased') ? act('release') : nothing}${status === 'released' && may('commentAnswered') ? act('answer') : nothing}${status !== 'refused' && may('commentRefused') ? act('refuse') : nothing}</div>
      ${isOpen && this.entry !== undefined ? this.entryView(desk, project, this.entry.kind, id) : nothing}
      ${!isOpen && this.entryProject === `${project.id} ${id}` && this.refused.length > 0 ? noticeBox('danger', '', this.refused.map(({ message }) => html`<p>${message}</p>`), { role: 'alert' }) : nothing}`;
  }

  private begin(desk: ProjectDesk, project: FundedProject, kind: 'release' | 'refuse' | 'answer', id: string): void {
    if (kind === 'release') {
      this.closeEntry();
      this.entryProject = `${project.id} ${id}`;
      return this.send(desk, project, { type: 'commentReleased', data: { comment: id } });
    }
    this.entryProject = project.id;
    return this.openEntry(kind, id, {}, `${kind}-${project.id}-${id}`);
  }

  private formOf(project: FundedProject, kind: string, id: string): { readonly title: string; readonly definition: FormDefinition } {
    const text = this.wordsOf(commentsWords);
    const found = project.comments?.find((comment) => comment.id === id);
    const title = text.of({ action: kind === 'refuse' ? text.refuse : text.answer, number: found === undefined ? 0 : numberOf(found), project: project.title });
    return { title, definition: shortForm(kind, title, kind === 'refuse' ? { reason: textQuestion(text.reason, { long: true, most: 300 }) } : { text: textQuestion(text.answerText, { long: true }) }) };
  }

  private entryView(desk: ProjectDesk, project: FundedProject, kind: string, id: string): TemplateResult {
    const text = this.wordsOf(commentsWords);
    const { title, definition } = this.once(`${kind} ${id} ${project.id}`, () => this.formOf(project, kind, id));
    return entryForm({
      title, definition, value: this.startValue, hosts: this.hosts, problems: this.refused, busy: this.busy, submit: text.send, cancel: text.cancel,
      onSubmit: () => {
        const answers = this.entered();
        if (answers === undefined) return;
        this.send(desk, project, kind === 'refuse' ? { type: 'commentRefused', data: { comment: id, reason: enteredText(answers, 'reason') } } : { type: 'commentAnswered', data: { comment: id, text: enteredText(answers, 'text') } });
      },
      onCancel: () => this.closeEntry(),
    });
  }
}

const numberOf = ({ id }: ProjectComment): number => Number(id.replace(/\D/g, ''));

declare global {
  interface HTMLElementTagNameMap {
    'cobuild-comments': CobuildComments;
  }
}
