import { chinaCalendar } from '@cobuild/core';
import type { CaseEvent, EventActor, Problem, Scheme } from '@cobuild/core';
import { appendEvent } from '../src/lifecycle/append-event.js';
import type { AppendContext } from '../src/lifecycle/append-event.js';
import type { CaseAction, CaseState } from '../src/results.js';
import { applicant, members, office, reviewer, scheme as usualScheme, secretary } from './case-scheme.js';

export const context: AppendContext = { calendar: chinaCalendar, schemeHash: 'scheme-hash', caseId: 'case-1' };

/** A case being played: each act has to be accepted, unless it is tried. The clock starts on Monday 2 March 2026 and moves a minute an act. */
export class CasePlay {
  state: CaseState | undefined;
  readonly events: CaseEvent[] = [];
  /** What the host knows of the case when it is submitted. */
  known: AppendContext['known'];
  private clock = Date.parse('2026-03-02T09:00:00+08:00');

  constructor(readonly scheme: Scheme = usualScheme) {}

  /** Instant of the next act; `moveTo` sets it. */
  get now(): string {
    return new Date(this.clock).toISOString();
  }

  moveTo(instant: string): this {
    this.clock = Date.parse(instant);
    return this;
  }

  act(type: CaseAction['type'], data: CaseAction['data'], actor: EventActor = office): this {
    const done = this.append(type, data, actor);
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
    this.state = done.state;
    this.events.push(done.event);
    this.clock += 60_000;
    return this;
  }

  /** The problems of an act that is not made. */
  problems(type: CaseAction['type'], data: CaseAction['data'], actor: EventActor = office): readonly Problem[] {
    const done = this.append(type, data, actor);
    return 'problems' in done ? done.problems : [];
  }

  codes(type: CaseAction['type'], data: CaseAction['data'], actor: EventActor = office): string[] {
    return this.problems(type, data, actor).map(({ code }) => code);
  }

  submit(answers: Record<string, unknown> = { projectName: '暖心服务站', households: 25 }): this {
    return this.act('submitted', { answers, applicant }, secretary);
  }

  forward(): this {
    return this.act('reviewed', { stage: 'preliminary', outcome: 'forward' }, reviewer);
  }

  accept(): this {
    return this.act('reviewed', { stage: 'officeCheck', outcome: 'accept' });
  }

  toMeeting(): this {
    return this.submit().forward().accept();
  }

  openMeeting(present: readonly string[]): this {
    this.act('meetingOpened', { stage: 'jointReview', members });
    for (const member of present) this.act('memberSignedIn', { member });
    return this;
  }

  vote(choices: Readonly<Record<string, string>>): this {
    this.act('votingOpened', {});
    for (const [member, choice] of Object.entries(choices)) this.act('ballotCast', { member, choice });
    return this.act('votingClosed', {});
  }

  toPublicity(): this {
    return this.toMeeting().openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']).vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' });
  }

  private append(type: CaseAction['type'], data: CaseAction['data'], actor: EventActor): ReturnType<typeof appendEvent> {
    return appendEvent(this.scheme, this.state, { type, data }, actor, this.now, `e${this.events.length + 1}`, { ...context, ...(this.known === undefined ? {} : { known: this.known }) });
  }
}
