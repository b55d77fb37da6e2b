// A project of Qianjiang's demonstration at the pre-assessment, which asks for papers, a hearing and a visit.
import type { EventActor } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';
import { exampleCases, exampleScheme } from './examples.js';

export const assessment = exampleScheme('qianjiang-innovation-demo');
export const officer: EventActor = { id: 'officer-1', name: '组织部经办', role: 'organisationOfficer' };
export const assessmentDay = '2022-04-12';

const context = { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'project-1' };

function done(state: CaseState | undefined, action: CaseAction, by: EventActor, at: string): CaseState {
  const outcome = appendEvent(assessment, state, action, by, at, `e${state?.sequence ?? 0}`, context);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.state;
}

/** The project as it comes to the desk. */
export function atAssessment(): CaseState {
  const [project] = exampleCases('qianjiang-innovation-demo');
  if (project === undefined) throw new Error('The demonstration has no case');
  const { answers, applicant } = project;
  const place = { unit: applicant.unit ?? applicant.id, ...(applicant.town === undefined ? {} : { town: applicant.town }) };
  const submitted = done(undefined, { type: 'submitted', data: { answers, applicant } }, { id: applicant.id, role: 'orgSecretary', ...place }, '2022-03-05T09:00:00+08:00');
  return done(submitted, { type: 'reviewed', data: { stage: 'firstReview', outcome: 'forward' } }, { id: 'home-1', name: '园区初审', role: 'homeUnitReviewer', ...place, unit: applicant.town ?? '' }, '2022-03-20T09:00:00+08:00');
}

/** What a host does with a record. */
export const recorded = (state: CaseState, action: CaseAction): CaseState => done(state, action, officer, `${assessmentDay}T16:00:00+08:00`);

/** Papers were checked; the hearing and the visit are still to come. */
export const papersChecked = (): CaseState => recorded(atAssessment(), { type: 'evidenceRecorded', data: { kind: 'papers', on: '2022-04-11', participants: ['田小禾', '冉建'], text: '方案、进度表和责任分工齐全，预算未附。', files: ['file-1'] } });
