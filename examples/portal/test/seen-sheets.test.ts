import { fileURLToPath } from 'node:url';
import type { Scheme, ScoreSheet } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import type { CaseState } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { withSeenSheets } from '../src/server/seen-sheets.js';

const loaded = loadSchemeFolder(fileURLToPath(new URL('../../schemes/qianjiang-innovation-demo', import.meta.url))).scheme as Scheme;
const scheme: Scheme = { ...loaded, stages: loaded.stages.map((stage) => (stage.id === 'preAssessment' ? { ...stage, method: 'score' as const } : stage)) };
const sheet = (reviewer: string, mark: number): ScoreSheet => ({ stage: 'preAssessment', reviewer, marks: [{ criterion: 'progress', mark }], comment: `评语 ${reviewer}`, submittedAt: '2026-03-05T09:00:00+08:00' });

function stateOf(phase: 'open' | 'closed'): CaseState {
  const sheets = [sheet('expert-1', 77), sheet('expert-2', 88)];
  const history = sheets.map(({ stage, reviewer, marks, comment }) => ({ type: 'scoreSubmitted', data: { stage, reviewer, marks, comment } }));
  return { id: 'qj-1', stage: 'preAssessment', status: 'open', applicant: { id: 'x' }, answers: {}, submissions: [], reviews: [], history, scoring: [{ stage: 'preAssessment', phase, sheets, conflicts: [] }] } as unknown as CaseState;
}

describe('score sheets in a case that somebody reads', () => {
  it.each([['expert-1', [77, undefined]], ['expert-2', [undefined, 88]], ['chair', [undefined, undefined]]])('show %s their own marks alone while the panel is open', (viewer, marks) => {
    const seen = withSeenSheets(scheme, stateOf('open'), viewer);

    expect(seen.scoring?.[0]?.sheets.map((own) => own.marks[0]?.mark)).toEqual(marks);
    const text = JSON.stringify(seen);
    [77, 88].filter((mark) => !marks.includes(mark)).forEach((mark) => expect(text).not.toContain(`"mark":${mark}`));
    expect(text).not.toContain(viewer === 'expert-1' ? '评语 expert-2' : '评语 expert-1');
  });

  it('are open to all once the panel is closed, and the state stays as it was', () => {
    const state = stateOf('closed');
    expect(withSeenSheets(scheme, state, 'chair')).toBe(state);
  });
});
