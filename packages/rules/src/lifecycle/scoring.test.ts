import { chinaCalendar } from '@cobuild/core';
import type { Case, CaseEvent } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { applicant, office } from '../../test/case-scheme.js';
import { expert, panelScheme, sheetCard } from '../../test/panel-scheme.js';
import { factCard } from '../../test/stage-scheme.js';
import { decide } from '../decision/decide.js';
import { recomputeDecision } from '../decision/recompute-decision.js';
import { explainDecision } from '../explanation/explain-decision.js';
import { explanationText } from '../explanation/explanation.js';
import type { Decision } from '../results.js';
import { caseFromState } from './case-from-state.js';
import { eventHash } from './event-chain.js';
import { foldCase } from './fold-case.js';
import { nextActions } from './next-actions.js';

const sheet = (reviewer: string, worth: number, plan: number | 'notApplicable' = worth, more: object = {}): Record<string, unknown> => ({
  stage: 'panel', reviewer, marks: [{ criterion: 'worth', mark: worth }, { criterion: 'plan', ...(plan === 'notApplicable' ? { notApplicable: true } : { mark: plan }) }], ...more,
});
const close = { stage: 'panel' };
const assign = (reviewers: readonly string[]): Record<string, unknown> => ({ stage: 'panel', reviewers, method: 'load' });
const atPanel = (scheme = panelScheme()): CasePlay => new CasePlay(scheme).submit();
const scored = (play: CasePlay, marks: Readonly<Record<string, number>>): CasePlay => Object.entries(marks).reduce((all, [id, mark]) => all.act('scoreSubmitted', sheet(id, mark), expert(id)), play);
const caseOf = ({ state }: CasePlay): Case => {
  if (state === undefined) throw new Error('no state');
  return caseFromState(state);
};
const decided = (play: CasePlay): Decision => decide(play.scheme, caseOf(play), { calendar: chinaCalendar });
const verdict = ({ outcome, stage, score, grade }: Pick<Decision, 'outcome' | 'stage' | 'score' | 'grade'>): unknown => ({ outcome, stage, score, grade });

describe('score sheets in the log', () => {
  it('become the score of the panel, which decides the stage, and is made again from the verdict', () => {
    const play = scored(atPanel(), { e1: 9, e2: 7, e3: 8, e4: 5 }).act('scoringClosed', close);
    expect(play.state).toMatchObject({ status: 'ended', end: 'approved', scoring: [{ stage: 'panel', phase: 'closed' }] });
    const decision = decided(play);
    expect(verdict(decision)).toEqual({ outcome: 'approved', stage: 'panel', score: 75, grade: null });
    expect(decision.trace.steps[1]).toMatchObject({ outcome: 'pass', score: { by: 'panel', settled: true, result: { valid: 4, dropped: { highest: 1, lowest: 1 }, raw: '75' } } });
    expect(verdict(recomputeDecision(JSON.parse(JSON.stringify(decision.trace)) as Decision['trace']))).toEqual(verdict(decision));
    expect(foldCase(play.scheme, play.events)).toEqual({ state: play.state, problems: [] });
    const words = explanationText(explainDecision(play.scheme, decision, caseOf(play), 'zh-CN'));
    for (const part of ['得分75，达到合格线70', '专家e1', '专家e4']) expect(words).toContain(part);
  });

  it('row 42: fail the case below the pass mark, and pass it at and above it', () => {
    const ends = [6.5, 7, 7.5].map((mark) => scored(atPanel(), { e1: mark, e2: mark, e3: mark }).act('scoringClosed', close).state?.end);
    expect(ends).toEqual(['notApproved', 'approved', 'approved']);
  });

  it('count only once the panel is closed, so that nobody is moved by what others gave', () => {
    const play = scored(atPanel(), { e1: 9, e2: 9, e3: 9 });
    expect(play.state).toMatchObject({ stage: 'panel', status: 'open', scoring: [{ phase: 'open' }] });
    expect(caseOf(play).scores).toBeUndefined();
    expect(verdict(decided(play))).toEqual({ outcome: 'pending', stage: 'panel', score: null, grade: null });
  });

  it('are needed in the number that the scheme says before the panel can be closed', () => {
    expect(atPanel().problems('scoringClosed', close)).toMatchObject([{ code: 'case/too-few-sheets', params: { valid: 0 } }]);
    const two = scored(atPanel(), { e1: 9, e2: 9 });
    expect(two.problems('scoringClosed', close)).toMatchObject([{ code: 'case/too-few-sheets', message: '有效的评分表只有2份，至少要有3份，不能结束评分。' }]);
    expect(nextActions(two.scheme, two.state, office, two.now, context).map(({ type }) => type)).not.toContain('scoringClosed');
    const three = scored(two, { e3: 9 });
    expect(nextActions(three.scheme, three.state, office, three.now, context).map(({ type }) => type)).toContain('scoringClosed');
    expect(three.codes('scoringClosed', close)).toEqual([]);
    const four = scored(three, { e4: 9 });
    expect(four.codes('scoringClosed', close)).toEqual([]);
  });

  it('give the plain mean where the scheme drops nothing with fewer', () => {
    const play = scored(atPanel(panelScheme({ panel: { ...sheetCard.panel, whenFewer: 'dropNothing' } })), { e1: 9, e2: 6 }).act('scoringClosed', close);
    expect(decided(play)).toMatchObject({ score: 75, outcome: 'approved' });
  });

  it('are taken once from each reviewer, until they are taken back with a reason', () => {
    const play = scored(atPanel(), { e1: 9 });
    expect(play.codes('scoreSubmitted', sheet('e1', 8), expert('e1'))).toEqual(['case/sheet-already-in']);
    const ofGroup = atPanel().act('scoreSubmitted', sheet('e1', 8, 8, { panel: 'one' }), expert('e1'));
    expect([ofGroup.codes('scoreSubmitted', sheet('e2', 8, 8, { panel: 'two' }), expert('e2')), ofGroup.codes('scoreSubmitted', sheet('e2', 8, 8, { panel: 'one' }), expert('e2'))]).toEqual([['case/other-panel'], []]);
    expect(play.codes('scoreWithdrawn', { stage: 'panel', reviewer: 'e1', reason: ' ' }, expert('e1'))).toEqual(['case/text-missing']);
    expect(play.codes('scoreWithdrawn', { stage: 'panel', reviewer: 'e2', reason: '笔误' }, expert('e2'))).toEqual(['case/sheet-not-in']);
    play.act('scoreWithdrawn', { stage: 'panel', reviewer: 'e1', reason: '笔误' }, expert('e1')).act('scoreSubmitted', sheet('e1', 8), expert('e1'));
    expect(play.state?.scoring?.[0]?.sheets.map(({ reviewer, marks }) => [reviewer, marks[0]?.mark])).toEqual([['e1', 8]]);
    expect(play.state?.history.filter(({ type }) => type.startsWith('score'))).toHaveLength(3);
  });

  it('are not taken, taken back or closed after the close, nor at another stage', () => {
    const play = scored(atPanel(panelScheme({ passMark: 'UNDECIDED' })), { e1: 9, e2: 9, e3: 9 });
    expect(play.codes('scoringClosed', close)).toEqual(['case/scoring-undecided']);
    const closed = scored(atPanel(withoutPassMark()), { e1: 9, e2: 9, e3: 9 }).act('scoringClosed', close);
    expect(closed.state?.stage).toBe('panel');
    expect(closed.codes('scoreSubmitted', sheet('e4', 9), expert('e4'))).toEqual(['case/scoring-closed']);
    expect(closed.codes('scoreWithdrawn', { stage: 'panel', reviewer: 'e1', reason: '笔误' }, expert('e1'))).toEqual(['case/scoring-closed']);
    expect(closed.codes('conflictDeclared', { member: 'e1', ground: 'kin', reason: '亲属' }, expert('e1'))).toEqual(['case/scoring-closed']);
    expect(closed.codes('scoringClosed', close)).toEqual(['case/scoring-closed']);
    expect(atPanel().codes('scoreSubmitted', { ...sheet('e1', 9), stage: 'recommend' }, expert('e1'))).toEqual(['case/wrong-stage']);
    expect(new CasePlay().submit().codes('scoreSubmitted', { ...sheet('e1', 9), stage: 'preliminary' }, expert('e1'))).toEqual(['case/wrong-stage']);
    expect(atPanel(panelScheme(factCard)).codes('scoreSubmitted', sheet('e1', 9), expert('e1'))).toEqual(['case/wrong-stage']);
  });

  it('are what a stage waits for: before the close nobody is offered a result, and none is taken but a return', () => {
    const outcomes = ({ scheme, state, now }: CasePlay): unknown[] => nextActions(scheme, state, expert('e1'), now, context).flatMap(({ type, outcome }) => (type === 'reviewed' ? [outcome] : []));
    const fresh = atPanel(withoutPassMark());
    const some = scored(atPanel(withoutPassMark()), { e1: 9, e2: 9, e3: 9 });
    expect([outcomes(fresh), outcomes(some)]).toEqual([['back'], ['back']]);
    for (const outcome of ['pass', 'fail']) expect(fresh.codes('reviewed', { stage: 'panel', outcome }, expert('e1'))).toEqual(['case/scoring-open']);
    expect(fresh.codes('reviewed', { stage: 'panel', outcome: 'back' }, expert('e1'))).toEqual([]);
    expect(outcomes(some.act('scoringClosed', close))).toEqual(['pass', 'fail', 'back']);
  });

  it('are offered to the people of the group whose sheets are in, and to no other group', () => {
    const play = atPanel().act('scoreSubmitted', sheet('e1', 8, 8, { panel: 'one' }), expert('e1', { unit: 'one' }));
    const isOffered = (unit: string): boolean => nextActions(play.scheme, play.state, expert('e2', { unit }), play.now, context).some(({ type }) => type === 'scoreSubmitted');
    expect([isOffered('one'), isOffered('two')]).toEqual([true, true].map((_, index) => play.codes('scoreSubmitted', sheet('e2', 8, 8, { panel: ['one', 'two'][index] }), expert('e2', { unit: ['one', 'two'][index] ?? '' })).length === 0));
    expect([isOffered('one'), isOffered('two')]).toEqual([true, false]);
  });

  it('leave the outcome to a review where there is no pass mark, once the panel is closed', () => {
    const play = scored(atPanel(withoutPassMark()), { e1: 9, e2: 9, e3: 9 });
    expect(play.codes('reviewed', { stage: 'panel', outcome: 'pass' }, expert('e1'))).toEqual(['case/scoring-open']);
    play.act('scoringClosed', close).act('reviewed', { stage: 'panel', outcome: 'pass' }, expert('e1'));
    expect(verdict(decided(play))).toEqual({ outcome: 'approved', stage: 'panel', score: 90, grade: null });
  });

  it('are done again after a return', () => {
    const play = scored(atPanel(), { e1: 9, e2: 9, e3: 9 }).act('reviewed', { stage: 'panel', outcome: 'back' }, expert('e1')).submit();
    expect(play.state).toMatchObject({ stage: 'panel', scoring: [] });
    expect(play.codes('scoringClosed', close)).toEqual(['case/too-few-sheets']);
    expect(scored(play, { e1: 7, e2: 7, e3: 7 }).act('scoringClosed', close).state?.end).toBe('approved');
  });

  it('have every mark, each one that the criterion allows', () => {
    const codes = (marks: unknown): unknown[] => atPanel().problems('scoreSubmitted', { stage: 'panel', reviewer: 'e1', marks }, expert('e1')).map(({ code, pointer }) => [code, pointer]);
    const good = { criterion: 'plan', mark: 8 };
    expect(atPanel().problems('scoreSubmitted', { stage: 'panel', reviewer: 'e1', marks: [good] }, expert('e1'))).toMatchObject([{ code: 'case/marks-missing', pointer: '/data/marks', message: '还没有打分：项目价值。' }]);
    expect(codes([good, { criterion: 'worth', mark: 10.5 }])).toEqual([['score/mark-outside', '/data/marks']]);
    expect(codes([good, { criterion: 'worth', mark: 8.25 }])).toEqual([['score/mark-off-step', '/data/marks']]);
    expect(codes([good, { criterion: 'worth', mark: 8 }, { criterion: 'worth', mark: 9 }])).toEqual([['score/second-mark', '/data/marks/2']]);
    expect(codes([good, { criterion: 'worth', mark: 8 }, { criterion: '__proto__', mark: 9 }])).toEqual([['case/malformed-action', '/data/marks/2/criterion']]);
    expect(codes([good, { criterion: 'worth', notApplicable: true }])).toEqual([['score/not-applicable-refused', '/data/marks']]);
    expect(atPanel(panelScheme({ notApplicable: 'block' })).codes('scoreSubmitted', sheet('e1', 8, 'notApplicable'), expert('e1'))).toEqual(['case/sheet-blocked']);
    expect(atPanel().codes('scoreSubmitted', sheet('e1', 8, 'notApplicable'), expert('e1'))).toEqual([]);
  });

  it('row 46: far from the others ask for a reason before the panel is closed', () => {
    const play = scored(atPanel(panelScheme({ panel: { mean: 'plain', minimumScores: 3, deviation: 15 } })), { e1: 8, e2: 8, e3: 6 });
    expect(play.problems('scoringClosed', close)).toMatchObject([{ code: 'case/deviation-reason-missing', params: { reviewers: ['专家e3'] } }]);
    play.act('scoreWithdrawn', { stage: 'panel', reviewer: 'e3', reason: '补写理由' }, expert('e3')).act('scoreSubmitted', sheet('e3', 6, 6, { deviationReason: '资金测算不实' }), expert('e3')).act('scoringClosed', close);
    expect(decided(play)).toMatchObject({ outcome: 'approved', score: 73.33 });
    expect(recomputeDecision(decided(play).trace)).toMatchObject({ outcome: 'approved', score: 73.33 });
  });
});

function withoutPassMark(): ReturnType<typeof panelScheme> {
  const { passMark: _passMark, ...card } = sheetCard;
  return { ...panelScheme(), scoring: card };
}

describe('row 41: who scores', () => {
  it('is whoever has the role, for oneself alone', () => {
    expect(atPanel().codes('scoreSubmitted', sheet('e1', 9), expert('e2'))).toEqual(['case/scores-for-another']);
    expect(atPanel().codes('scoreSubmitted', sheet('u2', 9), { id: 'u2', role: 'townReviewer', unit: 'hecheng' })).toEqual(['case/wrong-role']);
    expect(atPanel().codes('scoringClosed', close, expert('e1'))).toEqual(['case/wrong-role']);
  });

  it('is whoever was assigned, where somebody was; the office records the sheets of those only', () => {
    const play = atPanel().act('reviewersAssigned', assign(['e1', 'e2', 'e3']));
    expect(play.codes('scoreSubmitted', sheet('e4', 9), expert('e4'))).toEqual(['case/not-assigned']);
    expect(play.codes('scoreSubmitted', sheet('e4', 9))).toEqual(['case/reviewer-not-assigned']);
    play.act('scoreSubmitted', sheet('e1', 9, 9, { name: '张工', unit: 'institute-9' }));
    expect(play.state?.scoring?.[0]?.sheets).toMatchObject([{ reviewer: 'e1', name: '张工', unit: 'institute-9' }]);
    expect(play.codes('scoreSubmitted', sheet('e1', 9), expert('e1'))).toEqual(['case/sheet-already-in']);
  });

  it('is nobody who has to step aside: of the applicant, or by a conflict that was declared', () => {
    const kin = { member: 'e1', ground: 'kin', reason: '项目负责人是我弟弟' };
    const play = atPanel().act('conflictDeclared', kin, expert('e1'));
    expect(play.problems('scoreSubmitted', sheet('e1', 9), expert('e1'))).toMatchObject([{ code: 'case/reviewer-recused', message: '专家e1应当回避，不能评分。' }]);
    expect(play.codes('conflictDeclared', kin, expert('e1'))).toEqual(['case/already-recused']);
    // Nobody has a task that would be refused.
    const offered = (id: string): readonly string[] => (play.state === undefined ? [] : nextActions(play.scheme, play.state, expert(id), '2026-04-01T00:00:00Z', context).map(({ type }) => type));
    expect(offered('e1').filter((type) => type === 'scoreSubmitted' || type === 'conflictDeclared')).toEqual([]);
    expect(offered('e2')).toEqual(expect.arrayContaining(['scoreSubmitted', 'conflictDeclared']));
    expect(play.codes('conflictDeclared', { ...kin, member: 'e2' }, expert('e3'))).toEqual(['case/scores-for-another']);
    expect(atPanel().act('reviewersAssigned', assign(['e1', 'e2', 'e3'])).codes('scoreSubmitted', sheet('e1', 9, 9, { unit: applicant.unit }))).toEqual(['case/reviewer-recused']);
    // One's own unit is the one that the host knows.
    expect(atPanel().codes('scoreSubmitted', sheet('e1', 9, 9, { unit: 'elsewhere' }), expert('e1', { unit: applicant.unit }))).toEqual(['case/own-application']);
  });

  it('does so on record where the conflict is one that the scheme lets pass', () => {
    const play = scored(atPanel().act('conflictDeclared', { member: 'e1', ground: 'tookPart', reason: '参加过论证' }, expert('e1')), { e1: 9, e2: 7, e3: 8 }).act('scoringClosed', close);
    expect(decided(play).trace.score).toMatchObject({ result: { valid: 3, entries: [{ reviewer: 'e1', recusal: { kind: 'soft', ground: 'tookPart' } }, {}, {}] } });
  });

  it('has no part with a sheet that was in before the conflict was declared', () => {
    const play = scored(atPanel(), { e1: 5, e2: 8, e3: 8, e4: 8 }).act('conflictDeclared', { member: 'e1', ground: 'kin', reason: '亲属' }, expert('e1')).act('conflictDeclared', { member: 'e5', ground: 'personalStake', reason: '持股' }, expert('e5')).act('scoringClosed', close);
    const decision = decided(play);
    expect(decision.score).toBe(80);
    expect(decision.trace.score?.result).toMatchObject({ valid: 3, entries: [{ reviewer: 'e1', state: 'recused' }, {}, {}, {}, { reviewer: 'e5', state: 'recused' }] });
    expect(recomputeDecision(JSON.parse(JSON.stringify(decision.trace)) as Decision['trace']).score).toBe(80);
    expect(foldCase(play.scheme, play.events).state).toEqual(play.state);
  });
});

describe('a log that somebody else wrote', () => {
  /** The log with one more event, whose hash is right. */
  const forged = ({ events }: CasePlay, type: CaseEvent['type'], data: Record<string, unknown>): CaseEvent[] => {
    const last = events[events.length - 1] as CaseEvent;
    const event = { ...last, id: 'forged', sequence: last.sequence + 1, previousHash: last.hash, type, data } as unknown as CaseEvent;
    return [...events, { ...event, hash: eventHash(event) }];
  };
  const read = (play: CasePlay, type: CaseEvent['type'], data: Record<string, unknown>): string[] => foldCase(play.scheme, forged(play, type, data)).problems.map(({ code, pointer }) => `${code} ${pointer}`);

  it('stops at a second sheet of a reviewer, at one after the close, and at a review while the panel is open', () => {
    const open = scored(atPanel(withoutPassMark()), { e1: 9, e2: 9, e3: 9 });
    expect(read(open, 'scoreSubmitted', sheet('e4', 9))).toEqual([]);
    expect(read(open, 'scoreSubmitted', sheet('e1', 9))).toEqual(['case/event-out-of-order /4']);
    expect(read(open, 'reviewed', { stage: 'panel', outcome: 'pass' })).toEqual(['case/event-out-of-order /4']);
    expect(read(open, 'reviewed', { stage: 'panel', outcome: 'back' })).toEqual([]);
    const closed = open.act('scoringClosed', close);
    expect(read(closed, 'scoreSubmitted', sheet('e4', 9))).toEqual(['case/event-out-of-order /5']);
    expect(read(closed, 'scoreWithdrawn', { stage: 'panel', reviewer: 'e1', reason: '笔误' })).toEqual(['case/event-out-of-order /5']);
    expect(read(closed, 'reviewed', { stage: 'panel', outcome: 'pass' })).toEqual([]);
  });
});

describe('row 40: an application that is assigned to a group', () => {
  const panels = [{ unit: 'east', fields: ['service'] }, { unit: 'west', fields: ['culture'] }];
  const scheme = panelScheme({}, { assignment: { method: 'rule', match: { fact: 'category' }, by: 'office', reviewers: 2, limit: 12, recusal: ['kin'], panels } });
  const people = [{ id: 'e1', name: '专家e1', unit: 'east' }, { id: 'e2', unit: 'east' }, { id: 'e3', unit: 'east', relations: [{ ground: 'kin', to: applicant.id }] }, { id: 'w1', unit: 'west' }, { id: 'w2', unit: 'west' }];
  const group = (panel: string, reviewers: readonly string[], more: object = {}): Record<string, unknown> => ({ stage: 'panel', reviewers, method: 'rule', panel, people, ...more });
  const of = (unit: string, id: string): ReturnType<typeof expert> => expert(id, { unit });
  const start = (): CasePlay => new CasePlay(scheme).submit({ category: 'service', households: 30 });

  it('is scored by nobody before, and by the people of that group alone afterwards', () => {
    const play = start();
    expect(play.codes('scoreSubmitted', sheet('e1', 9, 9, { panel: 'east' }), of('east', 'e1'))).toEqual(['case/panel-not-assigned']);
    play.act('reviewersAssigned', group('east', ['e1', 'e2']));
    expect(play.state?.assigned).toEqual([{ stage: 'panel', reviewers: ['e1', 'e2'], method: 'rule', panel: 'east', by: office, at: play.state?.history[1]?.at }]);
    expect(play.codes('scoreSubmitted', sheet('w1', 9, 9, { panel: 'west' }), of('west', 'w1'))).toEqual(['case/other-panel']);
    expect(play.codes('scoreSubmitted', sheet('w1', 9, 9, { panel: 'east' }), of('west', 'w1'))).toEqual(['case/not-assigned']);
    expect(play.codes('scoreSubmitted', sheet('e1', 9, 9, { panel: 'east' }), of('east', 'e1'))).toEqual([]);
    expect(play.state === undefined ? [] : nextActions(scheme, play.state, of('east', 'e1'), '2026-04-01T00:00:00Z', context).map(({ type }) => type)).toContain('scoreSubmitted');
    expect(foldCase(scheme, play.events).state).toEqual(play.state);
  });

  it('goes to the group of its field; another takes a reason, and so does assigning anew', () => {
    expect(start().codes('reviewersAssigned', group('west', ['w1', 'w2']))).toEqual(['case/assignment-reason-missing']);
    expect(start().codes('reviewersAssigned', group('north', ['e1', 'e2']))).toEqual(['case/unknown-panel', 'case/not-of-panel', 'case/not-of-panel']);
    const play = start().act('reviewersAssigned', group('west', ['w1', 'w2'], { reason: '东片组项目已满' }));
    expect(play.codes('reviewersAssigned', group('east', ['e1', 'e2']))).toEqual(['case/assignment-reason-missing']);
    play.act('reviewersAssigned', group('east', ['e1', 'e2'], { reason: '西片组出差' }));
    expect(play.state?.assigned).toMatchObject([{ panel: 'east', reason: '西片组出差' }]);
  });

  it('has as many people as the scheme says, of the group, none of them recused or unknown', () => {
    expect(start().codes('reviewersAssigned', group('east', ['e1']))).toEqual(['case/too-few-reviewers']);
    expect(start().codes('reviewersAssigned', group('east', ['e1', 'e1']))).toEqual(['case/too-few-reviewers']);
    expect(start().problems('reviewersAssigned', group('east', ['e1', 'e3']))).toMatchObject([{ code: 'case/assigned-recused', pointer: '/data/reviewers/1' }]);
    expect(start().codes('reviewersAssigned', group('east', ['e1', 'w1']))).toEqual(['case/not-of-panel']);
    const declared = start().act('conflictDeclared', { member: 'e1', ground: 'kin', reason: '亲属' }, of('east', 'e1'));
    expect(declared.codes('reviewersAssigned', group('east', ['e1', 'e2']))).toEqual(['case/assigned-recused']);
    expect(start().codes('reviewersAssigned', group('east', ['e1', 'e2']), expert('e1'))).toEqual(['case/wrong-role']);
  });

  it('keeps whoever has handed in a sheet, and is closed by its own people', () => {
    const play = start().act('reviewersAssigned', group('east', ['e1', 'e2'])).act('scoreSubmitted', sheet('e1', 9, 9, { panel: 'east' }), of('east', 'e1'));
    expect(play.codes('reviewersAssigned', group('west', ['w1', 'w2'], { reason: '改派' }))).toEqual(['case/assigned-has-sheet']);
    expect(play.codes('scoringClosed', close, of('west', 'w1'))).toEqual(['case/not-assigned']);
    expect(play.codes('scoringClosed', close, of('east', 'e2'))).toEqual(['case/too-few-sheets']);
  });

  it('refuses single reviewers too who are of the applicant or whom the host does not know', () => {
    const play = atPanel();
    const three = ['e1', 'e2', 'e3'];
    const known = three.map((id) => ({ id, unit: `institute-${id}` }));
    expect(play.codes('reviewersAssigned', { ...assign(three), people: known })).toEqual([]);
    expect(play.codes('reviewersAssigned', { ...assign(three), people: known.slice(1) })).toEqual(['case/reviewer-ineligible']);
    expect(play.codes('reviewersAssigned', { ...assign(three), people: [{ id: 'e1', unit: applicant.unit }, ...known.slice(1)] })).toEqual(['case/assigned-recused']);
    expect(play.codes('reviewersAssigned', { ...assign(three), panel: 'east' })).toContain('case/unknown-panel');
  });
});
