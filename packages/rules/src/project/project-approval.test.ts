import type { Outcome, Stage } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { expert, panelScheme, panelStage } from '../../test/panel-scheme.js';
import { office } from '../../test/case-scheme.js';
import { projectApproval, projectEnd } from './project-approval.js';

const approve: Stage = {
  id: 'approve', title: { 'zh-CN': '立项' }, actor: { role: 'office' }, method: 'approval',
  outcomes: [{ id: 'list', title: { 'zh-CN': '立项' }, kind: 'forward', to: 'panel', opensProject: true }, { id: 'refuse', title: { 'zh-CN': '不予立项' }, kind: 'reject', to: 'notApproved' }],
};
const scheme = panelScheme({}, {}, {});
const withApproval = { ...scheme, stages: [{ ...(scheme.stages[0] as Stage), outcomes: (scheme.stages[0] as Stage).outcomes.map((outcome): Outcome => (outcome.kind === 'submit' ? { ...outcome, to: 'approve' } : outcome)) }, approve, panelStage] };
const at = (...marks: readonly number[]): CasePlay => {
  const play = new CasePlay(withApproval).submit().act('reviewed', { stage: 'approve', outcome: 'list' }, office);
  marks.forEach((mark, index) => play.act('scoreSubmitted', { stage: 'panel', reviewer: `e${index}`, marks: [{ criterion: 'worth', mark }, { criterion: 'plan', mark }] }, expert(`e${index}`)));
  return marks.length === 0 ? play : play.act('scoringClosed', { stage: 'panel' });
};
const found = ({ state }: CasePlay): unknown => (state === undefined ? 'no state' : projectApproval(withApproval, state));

describe('projectApproval', () => {
  it('begins a project while its case goes on, and leaves it one however its evaluation comes out', () => {
    expect(found(new CasePlay(withApproval).submit())).toBeUndefined();
    expect(found(at())).toEqual({ stage: 'approve', outcome: 'list' });
    const failed = at(5, 5, 5);
    expect([failed.state?.end, found(failed)]).toEqual(['notApproved', { stage: 'approve', outcome: 'list' }]);
    expect(found(new CasePlay(withApproval).submit().act('reviewed', { stage: 'approve', outcome: 'refuse', reason: '不成熟' }, office))).toBeUndefined();
  });

  it('is the end of the case where no outcome says so', () => {
    const play = new CasePlay(scheme).submit();
    expect(play.state && projectApproval(scheme, play.state)).toBeUndefined();
    if (play.state !== undefined) expect(projectApproval(scheme, { ...play.state, status: 'ended', end: 'approved' })).toEqual({});
  });
});

describe('projectEnd', () => {
  const end = ({ scheme: of, state }: CasePlay): unknown => (state === undefined ? 'no state' : projectEnd(of, state));

  it('is the day on which the case ended that had gone on, however its evaluation came out', () => {
    expect(end(at())).toBeUndefined();
    const failed = at(5, 5, 5);
    expect([failed.state?.endedAt, end(failed)]).toEqual([failed.state?.history[failed.state.history.length - 1]?.at, failed.state?.endedAt?.slice(0, 10)]);
  });

  it('is none where the case ended with the approval: the work only begins', () => {
    const refused = new CasePlay(withApproval).submit().act('reviewed', { stage: 'approve', outcome: 'refuse', reason: '不成熟' }, office);
    expect([refused.state?.end, end(refused)]).toEqual(['notApproved', undefined]);
    const { state } = new CasePlay(scheme).submit();
    if (state !== undefined) expect(projectEnd(scheme, { ...state, status: 'ended', end: 'approved', endedAt: '2026-05-01T09:00:00+08:00' })).toBeUndefined();
  });
});
