import { chinaCalendar } from '@cobuild/core';
import type { EventActor } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { office, scheme, secretary } from '../../test/case-scheme.js';
import { branchingScheme } from '../../test/stage-scheme.js';
import { decide } from '../decision/decide.js';
import { decisionSummary } from '../decision/decision-summary.js';
import { recomputeDecision } from '../decision/recompute-decision.js';
import { explainDecision } from '../explanation/explain-decision.js';
import { explanationText } from '../explanation/explanation.js';
import { caseFromState } from './case-from-state.js';
import { foldCase } from './fold-case.js';
import { nextActions } from './next-actions.js';

const [first, second]: EventActor[] = [{ ...office, id: 'o1', name: '李主任' }, { ...office, id: 'o2', name: '黄书记' }];
if (first === undefined || second === undefined) throw new Error('no officers');
const proposal = { stage: 'quick', outcome: 'ok', reason: '台风后志愿者名册被毁，镇街已核实' };
/** Four volunteers where five are asked: refused by the rule as soon as it is submitted. */
const refused = (): CasePlay => new CasePlay(branchingScheme).submit({ households: 19, volunteers: 4 });
const overridden = (): CasePlay => refused().act('overrideProposed', proposal, first).act('overrideConfirmed', {}, second);
const decisionOf = ({ state, scheme: over }: CasePlay): ReturnType<typeof decide> => {
  if (state === undefined) throw new Error('no state');
  return decide(over, caseFromState(state), { calendar: chinaCalendar });
};

describe('row 56: an automatic result that is set aside', () => {
  it('needs a reason', () => {
    expect(refused().codes('overrideProposed', { ...proposal, reason: ' ' }, first)).toEqual(['case/override-reason-missing']);
    expect(refused().problems('overrideProposed', { stage: 'quick', outcome: 'ok' }, first)[0]?.code).toBe('case/malformed-action');
  });

  it('needs another person: the proposer cannot confirm, and until then nothing changes', () => {
    const play = refused().act('overrideProposed', proposal, first);
    expect(play.state).toMatchObject({ status: 'ended', end: 'rejected', proposal: { outcome: 'ok', replaces: 'no', by: { id: 'o1' } } });
    expect(play.state).not.toHaveProperty('overrides');
    expect(play.codes('overrideConfirmed', {}, first)).toEqual(['case/override-same-person']);
    expect(play.codes('overrideConfirmed', {}, secretary)).toEqual(['case/wrong-role']);
    expect(refused().codes('overrideConfirmed', {}, second)).toEqual(['case/override-not-proposed']);
  });

  it('is declined by another person with a reason: the result stands, the log keeps who said no, and another proposal may follow', () => {
    const play = refused().act('overrideProposed', proposal, first);
    const reason = '名册可以向民政所补办';
    expect(play.codes('overrideDeclined', { reason }, first)).toEqual(['case/override-same-person']);
    expect(play.codes('overrideDeclined', { reason }, secretary)).toEqual(['case/wrong-role']);
    expect(play.codes('overrideDeclined', { reason: ' ' }, second)).toEqual(['case/decline-reason-missing']);
    expect(refused().codes('overrideDeclined', { reason }, second)).toEqual(['case/override-not-proposed']);
    play.act('overrideDeclined', { reason }, second);
    expect(play.state).toMatchObject({ status: 'ended', end: 'rejected' });
    expect(play.state).not.toHaveProperty('proposal');
    expect(play.state).not.toHaveProperty('overrides');
    expect(play.events[play.events.length - 1]).toMatchObject({ type: 'overrideDeclined', actor: { id: second.id }, data: { reason } });
    expect(foldCase(play.scheme, play.events).state).toEqual(play.state);
    expect(decisionOf(play)).toMatchObject({ outcome: 'rejected' });
    expect(play.codes('overrideConfirmed', {}, second)).toEqual(['case/override-not-proposed']);
    play.act('overrideProposed', proposal, second).act('overrideConfirmed', {}, first);
    expect(play.state?.overrides).toHaveLength(1);
  });

  it('takes the case on its way again, in the log and in the decision', () => {
    const play = overridden();
    // 20 points by households and 12 by volunteers: the score card refuses it after all.
    expect(play.state).toMatchObject({ stage: 'rating', end: 'notApproved', overrides: [{ stage: 'quick', outcome: 'ok', replaces: 'no', by: 'o1', byName: '李主任', second: 'o2', secondName: '黄书记', reason: proposal.reason }] });
    expect(foldCase(play.scheme, play.events).state).toEqual(play.state);
    play.act('overrideProposed', { stage: 'rating', outcome: 'pass', reason: '特批' }, second).act('overrideConfirmed', {}, first);
    expect(play.state).toMatchObject({ stage: 'sign', status: 'open' });
    expect(play.state).not.toHaveProperty('end');
    expect(decisionOf(play)).toMatchObject({ outcome: 'pending', stage: 'sign', score: 32, overrides: [{ stage: 'quick' }, { stage: 'rating' }] });
  });

  it('is visible in decision, summary, trace and explanation', () => {
    const decision = decisionOf(overridden());
    expect(decision.overrides).toMatchObject([{ stage: 'quick', reason: proposal.reason }]);
    expect(decisionSummary(decision).overrides).toHaveLength(1);
    expect(decision.trace.steps.find(({ stage }) => stage === 'quick')).toMatchObject({ outcome: 'ok', override: { replaces: 'no' }, condition: { result: false } });
    const { state } = overridden();
    if (state === undefined) throw new Error('no state');
    const text = explanationText(explainDecision(branchingScheme, decision, caseFromState(state), 'zh-CN'));
    expect(text).toContain('“自动核对”环节：通过（人工改判）。');
    expect(text).toContain('自动结果已由人工改变：原为“不通过”，改为“通过”。理由：台风后志愿者名册被毁，镇街已核实（李主任提出，黄书记确认）。');
    expect(explanationText(explainDecision(branchingScheme, decision, caseFromState(state), 'en'))).toContain('(set aside by hand)');
    expect(decisionSummary(decisionOf(refused()))).not.toHaveProperty('overrides');
  });

  it('is found again from the trace', () => {
    const decision = decisionOf(overridden());
    expect(recomputeDecision(JSON.parse(JSON.stringify(decision.trace)) as typeof decision.trace)).toMatchObject({ outcome: 'notApproved', stage: 'rating' });
  });

  it('counts for nothing in a case where one person stands for both, or the stage is not automatic', () => {
    const caseData = { id: 'c', submittedAt: '2026-03-02T09:00:00Z', applicant: { id: 'v' }, answers: { households: 19, volunteers: 4 } };
    const by = { reason: '特批', by: 'o1', second: 'o1' };
    expect(decide(branchingScheme, { ...caseData, overrides: [{ ...by, stage: 'quick', outcome: 'ok' }] }, { calendar: chinaCalendar })).toMatchObject({ outcome: 'rejected' });
    expect(decide(branchingScheme, { ...caseData, answers: { households: 30 }, overrides: [{ ...by, second: 'o2', stage: 'panelVote', outcome: 'passed' }] }, { calendar: chinaCalendar })).toMatchObject({ outcome: 'pending', stage: 'panelVote' });
  });

  it('is refused where people have decided, where the result is that already, and where the outcome does not exist', () => {
    const signed = new CasePlay(branchingScheme).submit({ households: 19, volunteers: 5 });
    expect(signed.codes('overrideProposed', { ...proposal, stage: 'sign', outcome: 'reject' }, first)).toEqual(['case/override-not-automatic']);
    expect(refused().codes('overrideProposed', { ...proposal, outcome: 'no' }, first)).toEqual(['case/override-changes-nothing']);
    expect(refused().codes('overrideProposed', { ...proposal, outcome: 'perhaps' }, first)).toEqual(['case/unknown-outcome']);
    signed.act('reviewed', { stage: 'sign', outcome: 'forward' }, first).act('reviewed', { stage: 'sign', outcome: 'forward' }, second);
    expect(signed.codes('overrideProposed', { ...proposal, outcome: 'no' }, first)).toEqual(['case/override-not-automatic']);
    const withdrawn = new CasePlay(branchingScheme).submit({ households: 19 }).act('withdrawn', {}, secretary);
    expect(withdrawn.codes('overrideProposed', proposal, first)).toEqual(['case/override-not-automatic']);
  });

  it('is nothing for whoever applies, also where the stage is carried out in their role', () => {
    const own = { ...branchingScheme, stages: branchingScheme.stages.map((stage) => (stage.id === 'quick' ? { ...stage, actor: { role: secretary.role } } : stage)) };
    const play = new CasePlay(own).submit({ households: 19, volunteers: 4 });
    expect(play.codes('overrideProposed', proposal, secretary)).toEqual(['case/own-application']);
  });

  it('is offered to the office where it can be made', () => {
    const offered = (play: CasePlay, actor: EventActor): string[] => nextActions(play.scheme, play.state, actor, play.now, context).map(({ type, stage }) => `${type} ${stage}`);
    expect(offered(refused(), first)).toEqual(['overrideProposed route', 'overrideProposed quick']);
    expect(offered(refused().act('overrideProposed', proposal, first), second)).toEqual(expect.arrayContaining(['overrideConfirmed quick', 'overrideDeclined quick']));
    expect(offered(refused(), secretary)).toEqual([]);
  });

  it('lets an application through that does not meet the requirements, which stay as they were found', () => {
    const play = new CasePlay().submit({ projectName: '暖心服务站', households: 19 });
    expect(decisionOf(play).outcome).toBe('ineligible');
    const town: EventActor[] = [{ id: 't1', role: 'townReviewer', unit: 'hecheng' }, { id: 't2', role: 'townReviewer', unit: 'hecheng' }];
    const [one, two] = town as [EventActor, EventActor];
    play.act('overrideProposed', { outcome: 'eligible', reason: '偏远山村' }, one).act('overrideConfirmed', {}, two);
    const decision = decisionOf(play);
    expect(decision).toMatchObject({ outcome: 'pending', stage: 'preliminary', eligibility: 'ineligible', overrides: [{ outcome: 'eligible', replaces: 'ineligible' }] });
    expect(recomputeDecision(decision.trace)).toMatchObject({ outcome: 'pending', eligibility: 'ineligible' });
    expect(play.codes('overrideProposed', { outcome: 'eligible', reason: '再次' }, one)).toEqual(['case/override-not-possible']);
    if (play.state === undefined) throw new Error('no state');
    expect(explanationText(explainDecision(scheme, decision, caseFromState(play.state), 'zh-CN'))).toContain('申报条件的自动判断已由人工改变，准予继续办理。理由：偏远山村（t1提出，t2确认）。');
  });

  it('has to be made again after a return, as the answers may be others', () => {
    const play = new CasePlay().submit({ households: 19 });
    const [one, two] = [{ id: 't1', role: 'townReviewer', unit: 'hecheng' }, { id: 't2', role: 'townReviewer', unit: 'hecheng' }];
    play.act('overrideProposed', { outcome: 'eligible', reason: '偏远山村' }, one).act('overrideConfirmed', {}, two).act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '缺材料' }, one).submit({ households: 18 });
    expect(decisionOf(play).outcome).toBe('ineligible');
  });
});
