import type { Assignment, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { panelScheme, panelStage } from '../../test/panel-scheme.js';
import type { CaseState } from '../results.js';
import { assignmentAction } from './assignment-action.js';
import type { AssignmentCandidate } from './assignment-action.js';
import { appendEvent } from './append-event.js';

const people: readonly AssignmentCandidate[] = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => ({ id, name: id, unit: id.startsWith('a') ? 'a' : 'b', load: id === 'a1' ? 4 : 1 }));
const groups: Assignment = { method: 'load', by: 'office', reviewers: 1, limit: 20, panels: [{ unit: 'a' }, { unit: 'b' }] };
const schemeOf = (assignment: Assignment | undefined): Scheme => {
  const { assignment: _usual, ...stage } = panelStage;
  const made = panelScheme({}, assignment === undefined ? {} : { assignment });
  return assignment === undefined ? { ...made, stages: [made.stages[0] as Scheme['stages'][number], stage] } : made;
};
const stateOf = (scheme: Scheme): CaseState => new CasePlay(scheme).submit().state as CaseState;
const given = (assignment: Assignment | undefined, choice: Parameters<typeof assignmentAction>[3] = {}, over: (state: CaseState) => CaseState = (state) => state): unknown => {
  const scheme = schemeOf(assignment);
  const data = assignmentAction(scheme, over(stateOf(scheme)), people, choice)?.data;
  return data === undefined ? undefined : [data['panel'], data['reviewers'], data['reason'], data['seed']];
};

describe('assignmentAction', () => {
  it('gives the group that the rule finds, or the one that was chosen with its reason', () => {
    expect(given(groups)).toEqual(['b', ['b1', 'b2', 'b3'], undefined, undefined]);
    expect(given(groups, { panel: 'a', reason: '离得近' })).toEqual(['a', ['a1', 'a2', 'a3'], '离得近', undefined]);
  });

  it('leaves out whoever is recused', () => {
    const declare = (state: CaseState): CaseState => ({ ...state, scoring: [{ stage: 'panel', sheets: [], conflicts: [{ reviewer: 'b2', ground: 'kin', reason: '亲属' }] }] as unknown as NonNullable<CaseState['scoring']> });
    expect(given(groups, {}, declare)).toEqual(['b', ['b1', 'b3'], undefined, undefined]);
  });

  it('finds single reviewers by load, takes those that were chosen, and draws them by lot from a seed alone', () => {
    const single: Assignment = { method: 'load', by: 'office', reviewers: 2, limit: 20 };
    expect(given(single)).toEqual([undefined, ['a2', 'a3'], undefined, undefined]);
    expect(given(single, { reviewers: ['b3', 'a1'] })).toEqual([undefined, ['b3', 'a1'], undefined, undefined]);
    expect(given({ ...single, method: 'lot' })).toEqual([undefined, [], undefined, '']);
    const seed = '2026-05-01 第7期';
    const drawn = given({ ...single, method: 'lot' }, { seed }) as readonly [unknown, readonly string[]];
    expect([drawn[1].length, given({ ...single, method: 'lot' }, { seed, reviewers: ['a1'] })]).toEqual([2, drawn]);
  });

  it('is none where nobody assigns, or the rule finds no group', () => {
    expect(given(undefined)).toBeUndefined();
    expect(given({ ...groups, method: 'rule', match: { fact: 'category' }, panels: [{ unit: 'a', fields: ['none'] }] })).toBeUndefined();
  });

  it('is an act that the rules take', () => {
    const scheme = schemeOf({ ...groups });
    const state = stateOf(scheme);
    const action = assignmentAction(scheme, state, people);
    const made = action === undefined ? undefined : appendEvent(scheme, state, action, { id: 'o1', role: 'office' }, '2026-03-06T09:00:00+08:00', 'e2', { calendar: chinaCalendar, schemeHash: state.schemeHash, caseId: state.id });
    expect(made !== undefined && 'event' in made ? made.state.assigned : made).toMatchObject([{ stage: 'panel', panel: 'b', reviewers: ['b1', 'b2', 'b3'] }]);
  });
});
