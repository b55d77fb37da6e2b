// A village decision of the four discussions whose first meeting was held: its form is still to be filled in.
import type { EventActor } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';
import { exampleCase, exampleScheme } from './examples.js';

export const village = exampleScheme('four-discussions-demo');
export const clerkOfVillage: EventActor = { id: 'clerk-1', name: '何秀英', role: 'villageClerk', town: 'demo-town' };
export const meetingDay = '2026-03-02';

/** A case that goes on by acts, each a minute after the one before; throws where the scheme refuses one. */
export class SheetPlay {
  state: CaseState | undefined;
  #clock: number;

  constructor(state?: CaseState) {
    this.state = state;
    this.#clock = Date.parse(`${meetingDay}T10:00:00+08:00`) + (state?.sequence ?? 0) * 60_000;
  }

  act(type: CaseAction['type'], data: CaseAction['data'], by: EventActor = clerkOfVillage): this {
    const at = new Date((this.#clock += 60_000)).toISOString();
    const done = appendEvent(village, this.state, { type, data }, by, at, `e${at}`, { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'hall' });
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
    this.state = done.state;
    return this;
  }
}

/** The two committees have met: four of five were there, three for it. */
export function consulted(): SheetPlay {
  const { answers, applicant } = exampleCase('four-discussions-demo', 'cases/completed.json');
  const play = new SheetPlay().act('submitted', { answers, applicant }, { id: 'secretary-1', role: 'villageSecretary', unit: applicant.unit ?? applicant.id, town: 'demo-town' });
  play.act('meetingOpened', { stage: 'consult', members: ['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => ({ id })) });
  for (const member of ['m1', 'm2', 'm3', 'm4']) play.act('memberSignedIn', { member });
  play.act('votingOpened', {});
  for (const [member, choice] of [['m1', 'yes'], ['m2', 'yes'], ['m3', 'yes'], ['m4', 'no']]) play.act('ballotCast', { member, choice });
  return play.act('votingClosed', {});
}
