import type { Cycle, Locale, Problem } from '@cobuild/core';
import { isDate } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';
import { createSettingReader } from '../evaluation/settings.js';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { addDays } from './add-duration.js';
import { actionsOf, renewalWindow } from './cycle-actions.js';
import type { Position, Timeline } from './cycle-timeline.js';
import { createTimeline } from './cycle-timeline.js';
import type { CycleEvent, CyclePhaseState, CycleState } from './cycle-types.js';

/**
 * Where something stands in a cycle of years on a day.
 *
 * The first phase is counted from the day of `start`; the phases after acceptance from the day of acceptance. The day that is counted from
 * does not count, and the last day is the one of the same number (Civil Code arts. 201, 202). All phases that follow one another by time are
 * counted from the same day, so that a missing 29 February shifts none of the later ones.
 *
 * @param cycle - Parameter references already replaced by their values.
 * @param events - In the order recorded; those after `today` are not read yet. An event that does not fit is a problem and changes nothing.
 * @param today - Calendar date in Asia/Shanghai.
 * @throws {TypeError} when `today` is no date: a caller's mistake.
 * @example cycleState(site, [{ kind: 'start', on: '2024-02-29' }], '2025-02-28') // phase 'create', until '2025-02-28'
 */
export function cycleState(cycle: Cycle, events: readonly CycleEvent[], today: string, { locale = 'zh-CN' }: { readonly locale?: Locale } = {}): CycleState {
  if (!isDate(today)) throw new TypeError('cycleState: today is a date YYYY-MM-DD');
  const run = new CycleRun(cycle, createSettingReader(), locale);
  events.forEach((event, index) => {
    run.take(event, index, today);
  });
  return run.stateOn(today);
}

class CycleRun {
  private readonly timeline: Timeline;
  private readonly phases: CyclePhaseState[] = [];
  private readonly problems: Problem[] = [];
  private readonly done: string[] = [];
  private at: Position | undefined;
  private over = false;
  private renewals = 0;
  private last = '';
  private withdrawal: CycleState['withdrawal'];

  constructor(private readonly cycle: Cycle, private readonly read: SettingReader, private readonly locale: Locale) {
    this.timeline = createTimeline(cycle, read);
  }

  take(event: CycleEvent, index: number, today: string): void {
    if (!isDate(event.on)) return this.refuse('cycle/bad-date', index);
    if (event.on > today) return;
    if (event.on < this.last) return this.refuse('cycle/date-goes-back', index, { on: event.on, before: this.last });
    if (this.withdrawal !== undefined) return this.refuse('cycle/withdrawn', index, { on: this.withdrawal.on });
    this.passTo(event.on);
    const refused = this.apply(event);
    if (refused !== undefined) this.refuse(refused, index, { on: event.on });
    else this.last = event.on;
  }

  stateOn(today: string): CycleState {
    this.passTo(today);
    const { cycle, at, withdrawal, renewals, problems } = this;
    const phases = at === undefined || this.over || withdrawal !== undefined ? this.phases : [...this.phases, at.state];
    const found = { today, phases, renewals, problems, ...(withdrawal === undefined ? {} : { withdrawal }) };
    if (withdrawal !== undefined) return { outcome: 'withdrawn', due: [], ...found, holes: this.read.holes };
    if (at === undefined) return { outcome: 'notStarted', due: [], ...found, holes: this.read.holes };
    const due = actionsOf(cycle, at, { today, over: this.over, renewals, done: this.done }, this.read);
    if (this.over) return { outcome: 'ended', due, ...found, holes: this.read.holes };
    const ends = cycle.phases[at.index]?.ends;
    const { phase, since, until } = at.state;
    const open = until === undefined && ends !== 'never';
    const outcome = open ? 'undecided' : ends === 'acceptance' && until !== undefined && today > until ? 'overdue' : 'running';
    return { outcome, phase, since, ...(until === undefined ? {} : { until }), due, ...found, holes: this.read.holes };
  }

  private passTo(day: string): void {
    if (this.at === undefined || this.over || this.withdrawal !== undefined) return;
    const { passed, at, over } = this.timeline.pass(this.at, day);
    this.phases.push(...passed);
    this.at = at;
    this.over = over;
    if (over) this.phases.push({ ...at.state, ...(at.state.until === undefined ? {} : { ended: at.state.until }) });
  }

  private apply(event: CycleEvent): ProblemCode | undefined {
    switch (event.kind) {
      case 'start': return this.start(event.on);
      case 'accept': return this.accept(event.on);
      case 'renew': return this.renew(event.on);
      case 'done': return this.noteDone(event.duty);
      case 'withdraw': return this.withdraw(event);
    }
  }

  private start(on: string): ProblemCode | undefined {
    if (this.at !== undefined) return 'cycle/started-already';
    this.at = this.timeline.enter(0, on, on, [], 0);
    return undefined;
  }

  private accept(on: string): ProblemCode | undefined {
    const { at } = this;
    if (at === undefined || this.over || this.cycle.phases[at.index]?.ends !== 'acceptance') return 'cycle/nothing-to-accept';
    this.phases.push({ ...at.state, ended: on });
    this.at = this.timeline.enter(at.index + 1, on, on, [], at.state.round);
    if (this.at === undefined) [this.at, this.over] = [at, true];
    return undefined;
  }

  private renew(on: string): ProblemCode | undefined {
    const { at, cycle } = this;
    const to = cycle.phases.findIndex(({ id }) => id === cycle.renewal?.to);
    if (at === undefined || cycle.renewal === undefined || to < 0) return 'cycle/no-renewal';
    const times = this.read.count(cycle.renewal.times, '/renewal/times');
    if (times === undefined) return 'cycle/renewal-undecided';
    if (this.renewals >= times) return 'cycle/renewals-used-up';
    const window = renewalWindow(cycle, at, this.read);
    if (window === 'open') return 'cycle/renewal-undecided';
    if (window === undefined || on < window.opens) return 'cycle/renewal-too-early';
    // Recorded before the end, the new phase follows the old one without a break.
    const before = !this.over && at.state.until !== undefined;
    const [anchor, since] = before && at.state.until !== undefined ? [at.state.until, addDays(at.state.until, 1)] : [on, on];
    if (before) this.phases.push({ ...at.state, ...(at.state.until === undefined ? {} : { ended: at.state.until }) });
    this.renewals += 1;
    this.done.length = 0;
    this.at = this.timeline.enter(to, since, anchor, [], this.renewals);
    this.over = false;
    return undefined;
  }

  private noteDone(duty: string): ProblemCode | undefined {
    const phase = this.at === undefined ? undefined : this.cycle.phases[this.at.index];
    if (phase === undefined || !(phase.duties ?? []).some(({ id }) => id === duty)) return 'cycle/unknown-duty';
    this.done.push(duty);
    return undefined;
  }

  private withdraw({ on, reason, text }: Extract<CycleEvent, { kind: 'withdraw' }>): ProblemCode | undefined {
    if (this.at === undefined) return 'cycle/not-started';
    if (this.over) return 'cycle/over';
    if (!(this.cycle.withdrawal?.reasons ?? []).some(({ id }) => id === reason)) return 'cycle/withdrawal-needs-reason';
    this.phases.push({ ...this.at.state, ended: on });
    this.withdrawal = { on, reason, ...(text === undefined ? {} : { text }) };
    return undefined;
  }

  private refuse(code: ProblemCode, index: number, params: Readonly<Record<string, unknown>> = {}): void {
    this.problems.push(ruleProblem(code, { document: 'events', pointer: `/${index}`, params, locale: this.locale }));
  }
}
