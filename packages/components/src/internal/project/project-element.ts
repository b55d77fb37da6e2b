import type { Calendar, EventActor, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar, dateInZone } from '@cobuild/core';
import type { FundedProject, ProjectAction } from '@cobuild/rules';
import { mayAct, projectProblems } from '@cobuild/rules';
import type { PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { CobuildForm } from '../../cobuild-form/cobuild-form.js';
import type { FieldHosts } from '../../hosts/field-hosts.js';
import { atQuestion } from '../at-question.js';
import { CobuildElement } from '../cobuild-element.js';
import type { SchemeDocument } from '../document-shapes.js';
import { actorShape, calendarShape, dayShape, problemShape } from '../document-shapes.js';
import { FocusKeeper } from '../focus-keeper.js';
import { ENTRY_FORM } from './entry-form.js';
import type { CobuildProjectActionDetail } from './project-action-event.js';

/** What is being entered: its kind, and what it is about. */
export interface OpenEntry { readonly kind: string; readonly about: string }

/** What all drawings of a project are made of. */
export interface ProjectDesk {
  readonly scheme: Scheme;
  readonly actor: EventActor | undefined;
  readonly today: string;
  readonly calendar: Calendar;
}

/**
 * What the elements of an approved project have in common: documents, the one short form that is open, and sending what was entered. The rules of the scheme say
 * what is wrong with it before the host is asked.
 */
export abstract class ProjectElement extends CobuildElement {
  abstract scheme: SchemeDocument | undefined;
  abstract actor: EventActor | undefined;
  abstract today: string | undefined;
  abstract calendar: Calendar;
  abstract hosts: FieldHosts | undefined;
  abstract busy: boolean;
  abstract problems: readonly Problem[];
  /** Fires the event. */
  protected abstract tell(detail: CobuildProjectActionDetail): void;

  @state() protected entry: OpenEntry | undefined;
  /** What the rules or the host have against what was entered, at the questions of the form. */
  @state() protected refused: readonly Problem[] = [];
  @state() protected announced = '';
  protected startValue: Readonly<Record<string, unknown>> = {};
  @query(`#${ENTRY_FORM} cobuild-form`) protected readonly form!: CobuildForm | null;

  private readonly made = new Map<string, unknown>();
  private followed: FundedProject | undefined;
  private opener: string | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
  }

  /** Everything but the project; `undefined` where no scheme was given. */
  protected readDesk(): ProjectDesk | undefined {
    const scheme = this.readScheme(this.scheme);
    const actor = this.readDocument('actor', this.actor, actorShape);
    const today = this.readDocument('today', this.today, dayShape) ?? dateInZone(new Date().toISOString());
    const calendar = this.readDocument('calendar', this.calendar, calendarShape) ?? chinaCalendar;
    return scheme && { scheme, actor, today, calendar };
  }

  /** Said once for each word of a language: a form that is given the same definition keeps what was typed. */
  protected once<T>(key: string, make: () => T): T {
    const full = `${this.locale} ${key}`;
    if (!this.made.has(full)) this.made.set(full, make());
    return this.made.get(full) as T;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('problems')) this.refused = this.readLines('problems', this.problems, problemShape).map(atQuestion);
    const hasNews = changed.has('project') || changed.has('projects');
    // A project that comes with a refusal went on by somebody else's hand: the form that is open stays the same, or what was typed would go.
    const staysOpen = hasNews && this.entry !== undefined && this.refused.length > 0;
    if (changed.has('locale') || changed.has('terms') || changed.has('scheme') || (hasNews && !staysOpen)) this.made.clear();
  }

  /**
   * While drawing: the project of what is being entered went on, so that it was taken and the form goes. Where the host refused, somebody else was first: the form stays, beside
   * what stands now.
   */
  protected follow(project: FundedProject | undefined, done: string): void {
    const { followed } = this;
    if (project !== undefined && followed?.id === project.id && followed.sequence !== project.sequence && this.entry !== undefined && this.refused.length === 0) {
      this.entry = undefined;
      this.refused = [];
      this.announced = done;
      this.returnFocus();
    }
    this.followed = project;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('refused') && this.refused.length > 0) void this.form?.updateComplete.then(() => this.form?.focusErrors());
  }

  protected may(desk: ProjectDesk, project: FundedProject, action: ProjectAction): boolean {
    return desk.actor !== undefined && mayAct(desk.scheme, project, action, desk.actor);
  }

  protected openEntry(kind: string, about: string, value: Readonly<Record<string, unknown>>, opener: string): void {
    this.entry = { kind, about };
    this.startValue = value;
    this.refused = [];
    this.announced = '';
    this.opener = opener;
    void this.updateComplete.then(() => {
      const box = this.renderRoot.querySelector<HTMLElement>(`#${ENTRY_FORM}`);
      box?.scrollIntoView({ block: 'nearest' });
      box?.focus({ preventScroll: true });
    });
  }

  protected closeEntry(): void {
    this.entry = undefined;
    this.refused = [];
    this.returnFocus();
  }

  private returnFocus(): void {
    const { opener } = this;
    if (opener !== undefined) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(opener)}`)?.focus());
  }

  /** What was entered, where the form is complete and right; its errors are shown otherwise. */
  protected entered(): Readonly<Record<string, unknown>> | undefined {
    const { form } = this;
    return form !== null && form.reportValidity() ? form.model?.submission() : undefined;
  }

  /** Asks the rules, then the host. */
  protected send(desk: ProjectDesk, project: FundedProject, action: ProjectAction): void {
    const { actor } = desk;
    if (this.busy || actor === undefined) return;
    // At noon of the day on which the element works: its clock is the day it was given.
    const found = this.inTerms(() => projectProblems(desk.scheme, project, action, actor, `${desk.today}T12:00:00+08:00`, { calendar: desk.calendar, locale: this.locale }));
    this.refused = found.map(atQuestion);
    if (found.length === 0) this.tell({ project: project.id, action });
  }
}
