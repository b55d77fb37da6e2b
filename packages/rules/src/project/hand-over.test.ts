import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { applicant, office } from '../../test/case-scheme.js';
import { panelScheme } from '../../test/panel-scheme.js';
import { handOverPlan } from './index.js';
import type { HandOverPlan, PostHolder } from './index.js';

const panels = [{ unit: 'east', fields: ['service'] }, { unit: 'west', fields: ['culture'] }];
const scheme = panelScheme({}, { assignment: { method: 'rule', match: { fact: 'category' }, by: 'office', reviewers: 2, limit: 12, recusal: ['kin'], panels } });
const people = [
  { id: 'e1', name: '专家甲', unit: 'east' }, { id: 'e2', name: '专家乙', unit: 'east' }, { id: 'e3', name: '专家丙', unit: 'east' },
  { id: 'e4', name: '专家丁', unit: 'east', relations: [{ ground: 'kin' as const, to: applicant.id }] }, { id: 'w1', name: '专家戊', unit: 'west' },
];
const holder = (id: string, role = 'expert'): PostHolder => {
  const { name, unit } = people.find((person) => person.id === id) ?? { name: id, unit: 'east' };
  return { id, name, unit, role };
};
const assigned = (): CasePlay => new CasePlay(scheme).submit({ category: 'service', households: 30 }).act('reviewersAssigned', { stage: 'panel', reviewers: ['e1', 'e2'], method: 'rule', panel: 'east', people });
const plan = (play: CasePlay, successor: PostHolder, leaver = holder('e1')): HandOverPlan =>
  handOverPlan(scheme, play.state === undefined ? [] : [{ state: play.state }], { leaver, successor, on: '2026-04-01', reason: '调离' }, office, '2026-04-01T10:00:00+08:00', { calendar: chinaCalendar, today: '2026-04-01', people });

describe('row 84: a reviewer leaves', () => {
  it('and a colleague of the same group takes the review over: they score, whoever left no longer does, and the other reviewer stays', () => {
    const play = assigned();
    const { moves, stays } = plan(play, holder('e3'));
    expect(stays).toEqual([]);
    expect(moves).toMatchObject([{ kind: 'review', caseId: play.state?.id, stage: 'panel', action: { type: 'reviewersAssigned', data: { reviewers: ['e3', 'e2'], method: 'rule', panel: 'east', reason: '调离' } } }]);

    const [move] = moves;
    if (move?.kind !== 'review') throw new Error('no review moves');
    play.act('reviewersAssigned', { ...move.action.data });
    expect(play.state?.assigned).toMatchObject([{ stage: 'panel', reviewers: ['e3', 'e2'], panel: 'east', reason: '调离', by: { id: office.id } }]);
    const codes = (id: string): readonly string[] => play.codes('scoreSubmitted', { stage: 'panel', reviewer: id, panel: 'east', marks: [{ criterion: 'worth', mark: 9 }, { criterion: 'plan', mark: 9 }] }, { id, name: id, role: 'expert', unit: 'east' });
    expect([codes('e3'), codes('e2'), codes('e1')]).toEqual([[], [], ['case/not-assigned']]);
  });

  it.each([
    ['somebody of another group', 'w1', 'expert', 'case/not-of-panel'], ['kin of the applicant', 'e4', 'expert', 'case/assigned-recused'], ['who reviews it already', 'e2', 'expert', 'case/too-few-reviewers'],
    ['somebody who is no reviewer', 'e3', 'townReviewer', 'project/successor-no-reviewer'],
  ])('and it does not go to %s', (_, id, role, code) => {
    const { moves, stays } = plan(assigned(), holder(id, role));
    expect([moves, stays.map(({ kind, about, problems }) => [kind, about, problems.map((problem) => problem.code)])]).toEqual([[], [['review', 'panel', [code]]]]);
  });

  it('and a sheet that is in stays with whoever handed it in', () => {
    const play = assigned().act('scoreSubmitted', { stage: 'panel', reviewer: 'e1', panel: 'east', marks: [{ criterion: 'worth', mark: 9 }, { criterion: 'plan', mark: 9 }] }, { id: 'e1', name: '专家甲', role: 'expert', unit: 'east' });
    expect(plan(play, holder('e3')).stays.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['case/assigned-has-sheet']]);
  });

  it('and nothing moves where they review nothing', () => {
    expect(plan(assigned(), holder('e2'), holder('e3'))).toEqual({ moves: [], stays: [] });
  });
});
