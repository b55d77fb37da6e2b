// A demonstration site of Datong: applied for in March 2026, accepted on 20 February 2027, then the years of the “123” project.
import type { Case, EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar, dateInZone } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { appendEvent, noticeDates } from '@cobuild/rules';

export const siteOfficer: EventActor = { id: 'site-officer', name: '方敏', role: 'siteOfficer', unit: 'organisation-department' };

export class SitePlay {
  constructor(readonly scheme: Scheme, readonly state: CaseState | undefined = undefined) {}

  /** What a host does with an action, at nine in the morning of a day. */
  act(day: string, action: CaseAction, by: EventActor = siteOfficer): SitePlay {
    const done = appendEvent(this.scheme, this.state, action, by, `${day}T09:00:00+08:00`, `e${this.state?.sequence ?? 0}`, { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'site-1' });
    if ('problems' in done) throw new Error(JSON.stringify(done.problems));
    return new SitePlay(this.scheme, done.state);
  }

  /** In its year of creation. */
  begun({ answers, applicant }: Case): SitePlay {
    const host = { id: applicant.id, role: 'siteHost', unit: applicant.unit ?? applicant.id };
    return this.act('2026-03-05', { type: 'submitted', data: { answers, applicant } }, host).act('2026-03-20', { type: 'reviewed', data: { stage: 'review', outcome: 'approve' } });
  }

  /** Accepted on 20 February 2027 and put on the list after the notice. */
  built(application: Case): SitePlay {
    const accepted = this.begun(application).act('2027-02-20', { type: 'reviewed', data: { stage: 'acceptance', outcome: 'accepted' } });
    const posted = '2027-02-24';
    const dates = noticeDates(this.scheme, 'sites', posted, chinaCalendar);
    const until = dates?.date ?? posted;
    const next = dateInZone(new Date(Date.parse(`${until}T00:00:00+08:00`) + 86_400_000).toISOString());
    return accepted.act(posted, { type: 'noticePublished', data: { notice: 'sites', postedOn: posted, until } }).act(next, { type: 'reviewed', data: { stage: 'publicity', outcome: 'confirmed' } });
  }

  get now(): CaseState {
    if (this.state === undefined) throw new Error('The site was not applied for');
    return this.state;
  }
}
