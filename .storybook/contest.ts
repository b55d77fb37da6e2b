// Yangjiang's contest, for stories and browser tests: the vote on the ten centres with cards, the count of its cases, and what a host lends.
import type { EventActor, PublicVote, PublicVoteRecord } from '@cobuild/core';
import { chinaCalendar, resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState, PublicVoteEntry } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';
import { exampleCase, exampleScheme } from './examples.js';

export const contest = exampleScheme('yangjiang-contest-demo');
export const centres = resolveParameters(contest).publicVotes?.[0] as PublicVote;

const drawing = (hue: number): string => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="hsl(${hue} 45% 82%)"/><path d="M2 8V4l3-2 3 2v4zM9 8V5h5v3z" fill="hsl(${hue} 45% 38%)"/></svg>`)}`;
const deeds = ['在码头边开设渔船党课和长者饭堂，方便出海渔民和老人。', '把闲置小学改成邻里中心，每周三晚开放议事厅。', '设流动服务车，逐村代办社保、医保业务。'];

/** Texts and pictures are made up. */
export const cards = (centres.candidates ?? []).map(({ id }, index) => ({ id, text: deeds[index % deeds.length] as string, town: ['城南街道', '东城镇', '春城街道', '织篢镇'][index % 4] as string, picture: { src: drawing(index * 23), alt: '' } }));

const record = exampleCase('yangjiang-contest-demo', 'cases/jc1.json').publicVoteCounts?.[0] as PublicVoteRecord;
/** The count that the scheme's own tests use. */
export const counted = { tally: record.tally, ...(record.jury === undefined ? {} : { jury: record.jury }) };

export const during = '2026-06-05T10:00:00+08:00';
export const after = '2026-06-11T09:00:00+08:00';
export const organiser: EventActor = { id: 'city-1', name: '敖晓明', role: 'cityOrganiser' };

/** Some ballots of others on the first days, for totals. */
export const someBallots: PublicVoteEntry[] = Array.from({ length: 24 }, (_, index) => ({ kind: 'cast', id: `b${index}`, voter: `v${index}`, at: `2026-06-0${1 + (index % 3)}T12:00:00+08:00`, channel: 'online', picks: (centres.candidates ?? []).slice(index % 9, (index % 9) + 3).map(({ id }) => id) }));

/** A nomination that waits for the count. */
export function atVote(candidate = 'jc1'): { readonly state: CaseState; readonly candidate: string; attempt(action: CaseAction, by: EventActor): readonly { readonly code: string; readonly message: string }[] } {
  const { answers, applicant, facts = {} } = exampleCase('yangjiang-contest-demo', 'cases/jc1.json');
  let state: CaseState | undefined;
  let clock = Date.parse('2026-05-06T09:00:00+08:00');
  const attempt = ({ type, data }: CaseAction, by: EventActor): readonly { readonly code: string; readonly message: string }[] => {
    const done = appendEvent(contest, state, { type, data }, by, new Date(clock).toISOString(), `e${clock}`, { calendar: chinaCalendar, schemeHash: 'demo', caseId: `YJ-${candidate}`, known: { facts } });
    if ('problems' in done) return done.problems;
    state = done.state;
    clock = Date.parse(after);
    return [];
  };
  const act = (action: CaseAction, by: EventActor): void => {
    const problems = attempt(action, by);
    if (problems.length > 0) throw new Error(`${action.type}: ${JSON.stringify(problems)}`);
  };
  act({ type: 'submitted', data: { answers: { ...answers, candidate }, applicant } }, { id: 'county-1', role: 'countyOrganiser', unit: applicant.unit ?? applicant.id });
  act({ type: 'reviewed', data: { stage: 'check', outcome: 'admit' } }, organiser);
  return { candidate, attempt, get state() { return state as CaseState; } };
}
