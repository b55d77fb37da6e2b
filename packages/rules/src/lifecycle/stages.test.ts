import { chinaCalendar } from '@cobuild/core';
import type { EventActor, Scheme, Stage } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { office, reviewer, scheme } from '../../test/case-scheme.js';
import { branchingScheme, inSequence, schemeWith, twoOfThree, withEvidence } from '../../test/stage-scheme.js';
import { decide } from '../decision/decide.js';
import { explainDecision } from '../explanation/explain-decision.js';
import { explanationText } from '../explanation/explanation.js';
import { caseFromState } from './case-from-state.js';
import { foldCase } from './fold-case.js';
import { nextActions } from './next-actions.js';
import { refusalStatistics } from './refusal-statistics.js';

const officer = (id: string): EventActor => ({ ...office, id });
const [one, two, three] = [officer('o1'), officer('o2'), officer('o3')];
const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });
const approve = { stage: 'review', outcome: 'forward' };
const refuse = { stage: 'review', outcome: 'reject', reason: '不成熟' };
const codesOf = (over: Scheme): ((...acts: readonly [Record<string, unknown>, EventActor][]) => CasePlay) => (...acts) => acts.reduce((play, [data, actor]) => play.act('reviewed', data, actor), new CasePlay(over).submit());
const explained = (play: CasePlay): string => {
  if (play.state === undefined) throw new Error('no state');
  const caseData = caseFromState(play.state);
  return explanationText(explainDecision(play.scheme, decide(play.scheme, caseData, { calendar: chinaCalendar }), caseData, 'zh-CN'));
};

/** The decision on the case of a log comes to where the log stands. */
const agrees = ({ state, scheme: over }: CasePlay): void => {
  if (state === undefined) throw new Error('no state');
  const decision = decide(over, caseFromState(state), { calendar: chinaCalendar });
  expect([decision.stage, decision.outcome]).toEqual([state.stage, state.end ?? 'pending']);
};

describe('row 36: which earlier approvals survive a return', () => {
  const stage = (id: string, to: string, role: string, more: Partial<Stage> = {}): Stage => ({
    id, title: text(id), actor: { role }, method: 'approval',
    outcomes: [{ id: 'forward', title: text('同意'), kind: 'forward', to }, { id: 'back', title: text('退回'), kind: 'return', to: 'recommend' }, { id: 'toFirst', title: text('退回第一级'), kind: 'return', to: 'first' }], ...more,
  });
  const chain = (survivesReturn: Stage['survivesReturn']): Scheme =>
    schemeWith([stage('first', 'second', 'townReviewer'), stage('second', 'third', 'office'), stage('third', 'approved', 'office', survivesReturn === undefined ? {} : { survivesReturn })]);
  const returned = (survivesReturn: Stage['survivesReturn'], outcome = 'back'): CasePlay => {
    const play = new CasePlay(chain(survivesReturn)).submit().act('reviewed', { stage: 'first', outcome: 'forward' }, reviewer).act('reviewed', { stage: 'second', outcome: 'forward' }).act('reviewed', { stage: 'third', outcome });
    return outcome === 'back' ? play.submit({ projectName: '暖心服务站', households: 30 }) : play;
  };

  it.each<[string, Stage['survivesReturn'], string, string[]]>([
    ['all', 'all', 'third', ['first', 'second']], ['none', 'none', 'first', []], ['only the first', ['first'], 'second', ['first']],
    ['only the second', ['second'], 'first', ['second']], ['both listed', ['first', 'second'], 'third', ['first', 'second']], ['no setting', undefined, 'first', []], ['not decided', 'UNDECIDED', 'first', []],
  ])('%s: after a return to the applicant the chain of three goes on where it has to', (_, survivesReturn, at, holding) => {
    const play = returned(survivesReturn);
    expect(play.state?.stage).toBe(at);
    expect(play.state?.reviews.map((review) => review.stage)).toEqual(holding);
    agrees(play);
  });

  it.each<[string, Stage['survivesReturn'], string[]]>([['all', 'all', ['second']], ['none', 'none', []], ['only the first', ['first'], []], ['only the second', ['second'], ['second']]])('%s: a return to the first level asks that level again in any case', (_, survivesReturn, holding) => {
    const play = returned(survivesReturn, 'toFirst');
    expect(play.state?.stage).toBe('first');
    expect(play.state?.reviews.map((review) => review.stage)).toEqual(holding);
  });
});

describe('row 37: several approvals', () => {
  const play = codesOf(schemeWith([twoOfThree]));

  it('waits after the first of two and passes at the second', () => {
    expect(play([approve, one]).state).toMatchObject({ stage: 'review', status: 'open' });
    const done = play([approve, one], [approve, two]);
    expect(done.state).toMatchObject({ status: 'ended', end: 'approved' });
    agrees(done);
  });

  it('refuses a second approval of the same person, and offers none', () => {
    const after = play([approve, one]);
    expect(after.codes('reviewed', approve, one)).toEqual(['case/already-reviewed']);
    expect(after.codes('reviewed', refuse, one)).toEqual(['case/already-reviewed']);
    expect(after.codes('reviewed', approve, two)).toEqual([]);
    expect(nextActions(after.scheme, after.state, one, after.now, context).filter(({ type }) => type === 'reviewed')).toEqual([]);
  });

  it('counts a person once, whatever a log or a case says', () => {
    const reviews = [approve, approve, approve].map((review) => ({ ...review, by: 'o1' }));
    const { trace, outcome } = decide(schemeWith([twoOfThree]), { id: 'c', submittedAt: '2026-03-02T09:00:00Z', applicant: { id: 'v' }, answers: { households: 25 }, reviews }, { calendar: chinaCalendar });
    expect([outcome, trace.steps[1]?.approvals?.given.length, trace.steps[1]?.approvals?.ignored.length]).toEqual(['pending', 1, 2]);
  });

  it('is refused once two of three cannot be reached any more, not before', () => {
    expect(play([refuse, one], [approve, two]).state).toMatchObject({ stage: 'review', status: 'open' });
    expect(play([refuse, one], [approve, two], [approve, three]).state).toMatchObject({ end: 'approved' });
    expect(play([refuse, one], [approve, two], [refuse, three]).state).toMatchObject({ end: 'rejected' });
  });

  it('goes in sequence by role: the office not before the town, and nobody twice', () => {
    const chain = new CasePlay(schemeWith([inSequence])).submit();
    expect(chain.codes('reviewed', approve, office)).toEqual(['case/not-your-turn']);
    expect(chain.problems('reviewed', approve, office)[0]?.message).toBe('“逐级审批”环节现在应由镇街审核员办理。');
    chain.act('reviewed', approve, reviewer);
    expect(chain.codes('reviewed', approve, reviewer)).toEqual(['case/already-reviewed']);
    expect(chain.codes('reviewed', approve, { ...reviewer, id: 'u9' })).toEqual(['case/not-your-turn']);
    expect(chain.act('reviewed', approve, office).state).toMatchObject({ end: 'approved' });
  });

  it('does not go on while the scheme has not decided how many', () => {
    const open = new CasePlay(schemeWith([{ ...twoOfThree, approvals: { minimum: 'UNDECIDED', order: 'parallel' } }])).submit();
    expect(open.codes('reviewed', approve, one)).toEqual(['case/approvals-undecided']);
    if (open.state === undefined) throw new Error('no state');
    expect(decide(open.scheme, caseFromState(open.state), { calendar: chinaCalendar })).toMatchObject({ outcome: 'undecided', stage: 'review' });
    expect(explained(open)).toContain('须有几人同意');
  });

  it('is explained in numbers', () => {
    expect(explained(play([approve, one], [refuse, two]))).toContain('3人中须有2人同意，现有1人同意，1人不同意。');
  });
});

describe('row 38: reasons of a refusal', () => {
  const at = (): CasePlay => new CasePlay(schemeWith([{ ...withEvidence, evidence: [] }])).submit();

  it('blocks a refusal without a tick, and one with a reason that the scheme does not know', () => {
    expect(at().codes('reviewed', refuse)).toEqual(['case/refusal-reason-missing']);
    expect(at().codes('reviewed', { ...refuse, reasons: [] })).toEqual(['case/refusal-reason-missing']);
    expect(at().codes('reviewed', { ...refuse, reasons: ['plan', 'other'] })).toEqual(['case/unknown-refusal-reason']);
    expect(at().codes('reviewed', { ...refuse, reasons: ['plan'] })).toEqual([]);
    expect(at().codes('reviewed', approve)).toEqual([]);
  });

  it('counts refusals by reason', () => {
    const cases = [['feature', 'plan'], ['plan'], []].map((reasons, index) => ({ ...(reasons.length === 0 ? at().act('reviewed', approve) : at().act('reviewed', { ...refuse, reasons })).state, id: `c${index}` })) as { id: string; reviews: [] }[];
    expect(refusalStatistics(at().scheme, cases)).toEqual([{
      stage: 'review', refused: 2,
      reasons: [{ reason: 'feature', count: 1, cases: ['c0'] }, { reason: 'highlight', count: 0, cases: [] }, { reason: 'plan', count: 2, cases: ['c0', 'c1'] }],
    }]);
    expect(explained(at().act('reviewed', { ...refuse, reasons: ['feature', 'plan'] }))).toContain('不通过的理由：特色不明显、计划不可行。');
  });
});

describe('row 39: evidence of a stage', () => {
  const at = (): CasePlay => new CasePlay(schemeWith([withEvidence])).submit();
  const record = (kind: string): Record<string, unknown> => ({ kind, on: '2026-03-02', text: '属实', participants: ['李主任'] });

  it('keeps the stage open until every kind that the scheme asks for is recorded', () => {
    const play = at();
    expect(play.problems('reviewed', approve)).toMatchObject([{ code: 'case/records-missing', message: '“评审”环节还缺少：材料审核记录、实地查看记录。' }]);
    play.act('evidenceRecorded', record('papers'));
    expect(play.codes('reviewed', approve)).toEqual(['case/records-missing']);
    expect(play.codes('reviewed', { ...refuse, reasons: ['plan'] })).toEqual(['case/records-missing']);
    play.act('evidenceRecorded', record('visit'));
    expect(play.act('reviewed', approve).state).toMatchObject({ end: 'approved', evidence: [{ kind: 'papers', stage: 'review' }, { kind: 'visit', by: 'u3' }] });
    agrees(play);
  });

  it('keeps a case without the records from being decided, whatever its review says', () => {
    const caseData = { id: 'c', submittedAt: '2026-03-02T09:00:00Z', applicant: { id: 'v' }, answers: { households: 25 }, reviews: [approve] };
    const over = schemeWith([withEvidence]);
    expect(decide(over, caseData, { calendar: chinaCalendar })).toMatchObject({ outcome: 'pending', stage: 'review' });
    expect(decide(over, { ...caseData, evidence: [{ kind: 'papers', stage: 'review' }, { kind: 'visit', stage: 'elsewhere' }] }, { calendar: chinaCalendar }).trace.steps[1]?.missing).toEqual([{ kind: 'evidence', id: 'visit', needed: 1, found: 0 }]);
    expect(decide(over, { ...caseData, evidence: [{ kind: 'papers', stage: 'review' }, { kind: 'visit', stage: 'review' }] }, { calendar: chinaCalendar }).outcome).toBe('approved');
  });

  it('takes records of known kinds only, of today or before', () => {
    expect(at().codes('evidenceRecorded', record('rumour'))).toEqual(['case/unknown-evidence']);
    expect(at().codes('evidenceRecorded', { kind: 'visit', on: '2026-03-03' })).toEqual(['case/evidence-in-future']);
    expect(nextActions(at().scheme, at().state, office, '2026-03-02T10:00:00+08:00', context).map(({ type }) => type)).toContain('evidenceRecorded');
  });
});

describe('row 53: what has to come before a vote', () => {
  const toVote = (): CasePlay => new CasePlay(branchingScheme).submit({ households: 25, volunteers: 6 }).act('meetingOpened', { stage: 'panelVote', members: ['m1', 'm2', 'm3'].map((id) => ({ id })) })
    .act('memberSignedIn', { member: 'm1' }).act('memberSignedIn', { member: 'm2' }).act('memberSignedIn', { member: 'm3' });

  it('opens no vote until prior discussion and opinions are both on record', () => {
    const play = toVote();
    expect(play.problems('votingOpened', {})).toMatchObject([{ code: 'case/records-missing', message: '“表决”环节还缺少：酝酿记录、意见征集记录。' }]);
    play.act('evidenceRecorded', { kind: 'priorDiscussion', on: '2026-03-02' });
    expect(play.problems('votingOpened', {})[0]?.message).toBe('“表决”环节还缺少：意见征集记录。');
    play.act('evidenceRecorded', { kind: 'opinions', on: '2026-03-02' });
    expect(play.codes('votingOpened', {})).toEqual([]);
  });

  it('takes an earlier stage for settled only where it was settled in favour', () => {
    const gated: Stage = { ...twoOfThree, id: 'upper', requires: [{ id: 'lower', title: text('下级审议'), stage: 'lower' }] };
    const lower: Stage = { id: 'lower', title: text('下级'), actor: { role: 'office' }, method: 'record', outcomes: [{ id: 'forward', title: text('记录'), kind: 'forward', to: 'upper' }] };
    const over = schemeWith([lower, { ...gated, approvals: { minimum: 1, order: 'parallel' } }]);
    const play = new CasePlay(over).submit().act('reviewed', { stage: 'lower', outcome: 'forward' });
    expect(play.act('reviewed', { stage: 'upper', outcome: 'forward' }).state).toMatchObject({ end: 'approved' });
    const skipped = schemeWith([{ ...gated, approvals: { minimum: 1, order: 'parallel' } }, lower]);
    expect(new CasePlay(skipped).submit().codes('reviewed', { stage: 'upper', outcome: 'forward' })).toEqual(['case/records-missing']);
  });
});

describe('automatic stages', () => {
  it('send a case on as soon as it is submitted, by table, condition and pass mark', () => {
    const small = new CasePlay(branchingScheme).submit({ households: 19, volunteers: 5 });
    expect(small.state).toMatchObject({ stage: 'sign' });
    agrees(small);
    const poor = new CasePlay(branchingScheme).submit({ households: 19, volunteers: 4 });
    expect(poor.state).toMatchObject({ end: 'rejected', stage: 'quick' });
    agrees(poor);
    expect(explained(small)).toContain('按决策表“办理路线”，适用第“few”行，结果为“小额”。');
    expect(explained(small)).toContain('得分60，达到合格线60。');
    expect(decide(branchingScheme, caseFromState(small.state ?? poor.state as never), { calendar: chinaCalendar })).toMatchObject({ score: 60, grade: 'fair', trace: { tables: [{ table: 'routes', outputs: { outcome: 'small' } }] } });
  });

  it('wait where an answer is missing', () => {
    const open = new CasePlay(branchingScheme).submit({ households: 19 });
    expect(open.state).toMatchObject({ stage: 'quick', status: 'open' });
    agrees(open);
  });

  it('read what the host knew when the case was submitted, and nothing that an applicant claims of it', () => {
    const over: Scheme = schemeWith([{ id: 'check', title: text('核对'), actor: { role: 'office' }, method: 'rule', condition: { fact: 'fund', path: '$.left', operator: 'greaterThan', value: 0 }, outcomes: [{ id: 'ok', title: text('有余额'), kind: 'forward', to: 'approved' }, { id: 'no', title: text('无余额'), kind: 'reject', to: 'rejected' }] }]);
    const play = new CasePlay(over);
    play.known = { fund: { left: 0 }, history: { grants: 1 } };
    play.act('submitted', { answers: { households: 25 }, applicant: { id: 'village-7', unit: 'village-7', town: 'hecheng' }, fund: { left: 9 } }, { id: 'u1', role: 'secretary', unit: 'village-7' });
    expect(play.state).toMatchObject({ end: 'rejected', known: { fund: { left: 0 } } });
    if (play.state === undefined) throw new Error('no state');
    expect(caseFromState(play.state)).toMatchObject({ fund: { left: 0 }, history: { grants: 1 } });
    agrees(play);
    expect(foldCase(over, play.events).state).toEqual(play.state);
  });
});

describe('row 40: reviewers who were assigned', () => {
  const over = schemeWith([{ ...twoOfThree, assignment: { method: 'lot', reviewers: 2, limit: 20 } }]);

  it('are the only ones who may review', () => {
    const play = new CasePlay(over).submit();
    expect(play.codes('reviewersAssigned', { stage: 'review', reviewers: ['o1', 'o1'], method: 'lot', seed: 's' })).toEqual(['case/wrong-reviewers']);
    expect(play.codes('reviewersAssigned', { stage: 'review', reviewers: ['o1', 'o2'], method: 'lot' })).toEqual(['case/seed-missing']);
    play.act('reviewersAssigned', { stage: 'review', reviewers: ['o1', 'o2'], method: 'lot', seed: '第7期' });
    expect(play.codes('reviewed', approve, three)).toEqual(['case/not-assigned']);
    expect(play.act('reviewed', approve, one).act('reviewed', approve, two).state).toMatchObject({ end: 'approved', assigned: [{ reviewers: ['o1', 'o2'], seed: '第7期' }] });
  });
});

describe('a log', () => {
  it('keeps one version of the scheme: an event of another is found', () => {
    const play = new CasePlay().submit().forward();
    const [first, second] = play.events;
    if (first === undefined || second === undefined) throw new Error('no events');
    const { problems, state } = foldCase(scheme, [first, { ...second, schemeHash: 'other' }]);
    expect(problems.map(({ code }) => code)).toEqual(['case/mixed-schemes']);
    expect(state?.sequence).toBe(1);
  });
});
