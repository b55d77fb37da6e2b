import { chinaCalendar } from '@cobuild/core';
import type { Case, Criterion, Scheme, ScoreSheet, Scoring } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, recomputeDecision } from '../../src/index.js';
import type { Decision, DecisionTrace } from '../../src/index.js';
import { applicant } from '../case-scheme.js';
import { panelScheme, sheetCard } from '../panel-scheme.js';

const title = { 'zh-CN': '项目' };
const criteria: readonly Criterion[] = [
  { id: 'worth', title, weight: 60, maximum: 10 }, { id: 'plan', title, weight: 40, maximum: 8, mayBeNotApplicable: true },
  { id: 'extra', title, weight: 5, maximum: 5, kind: 'bonus', mayBeNotApplicable: true }, { id: 'late', title, weight: 10, maximum: 3, kind: 'deduction', mayBeNotApplicable: true },
  { id: 'reach', title, weight: 20, maximum: 3, byFact: { fact: 'households', bands: [{ below: 20, mark: 1 }, { from: 20, below: 25, mark: 2 }], otherwise: 3 } },
];
const cards: fc.Arbitrary<Partial<Scoring>> = fc.record({
  criteria: fc.subarray([...criteria], { minLength: 1 }).filter((list) => list.some(({ byFact }) => byFact === undefined)),
  notApplicable: fc.constantFrom('rescale' as const, 'zero' as const, 'block' as const), totalMinimum: fc.constantFrom(0, 30), totalMaximum: fc.constantFrom(70, 100),
  decideOn: fc.constantFrom('raw' as const, 'rounded' as const), rounding: fc.constantFrom({ step: 0.01 }, { step: 5 }),
  bands: fc.constant([{ id: 'good', title, from: 70 }, { id: 'poor', title, below: 70 }]),
  panel: fc.record({ mean: fc.constantFrom('plain' as const, 'trimmed' as const), minimumScores: fc.constantFrom(1, 3), whenFewer: fc.constantFrom('notEnough' as const, 'dropNothing' as const), deviation: fc.constantFrom(20, 60), recusal: fc.constant({ kin: 'hard' as const, tookPart: 'soft' as const }) }),
}, { requiredKeys: ['criteria', 'panel', 'notApplicable'] });
const marksOf = fc.record({ worth: fc.integer({ min: 0, max: 100 }), plan: fc.option(fc.integer({ min: 0, max: 80 })), extra: fc.option(fc.integer({ min: 0, max: 50 })), late: fc.option(fc.integer({ min: 0, max: 30 })) });
const sheets = fc.array(fc.record({ reviewer: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5'), marks: marksOf, ground: fc.constantFrom(undefined, undefined, undefined, 'kin', 'tookPart'), reason: fc.constantFrom('', '资料不同') }), { maxLength: 6 });

function caseOf(card: Partial<Scoring>, list: readonly { readonly reviewer: string; readonly marks: Readonly<Record<string, number | null>>; readonly ground: string | undefined; readonly reason: string }[], households: number): Case {
  const asked = (card.criteria ?? []).filter(({ byFact }) => byFact === undefined).map(({ id }) => id);
  const scores = list.map(({ reviewer, marks, ground, reason }): ScoreSheet => ({
    stage: 'panel', reviewer, submittedAt: '2026-03-03T09:00:00+08:00', deviationReason: reason, ...(ground === undefined ? {} : { recusal: { ground } }),
    marks: Object.entries(marks).filter(([id]) => asked.includes(id)).map(([criterion, mark]) => (mark === null ? { criterion, notApplicable: true } : { criterion, mark: mark / 10 })),
  }));
  return { id: 'case-1', submittedAt: '2026-03-02T09:00:00Z', applicant, answers: { households }, scores };
}
const sent = (trace: DecisionTrace): DecisionTrace => JSON.parse(JSON.stringify(trace)) as DecisionTrace;
const verdict = ({ outcome, stage, score, grade }: Pick<Decision, 'outcome' | 'stage' | 'score' | 'grade'>): unknown => ({ outcome, stage, score, grade });
const decided = (scheme: Scheme, caseData: Case): Decision => decide(scheme, caseData, { calendar: chinaCalendar });

describe('a panel of sheets from the verdict alone', () => {
  it('row 55: comes to the same score, grade and way from the marks, for all cards and sheets', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(cards, sheets, fc.constantFrom(20, 24, 25, 30), (card, list, households) => {
      const decision = decided(panelScheme(card), caseOf(card, list, households));
      expect(verdict(recomputeDecision(sent(decision.trace)))).toEqual(verdict(decision));
      seen.add(`${decision.outcome}${decision.score === null ? '' : ' scored'}`);
    }), { numRuns: 600 });
    expect([...seen].sort()).toEqual(['approved scored', 'notApproved scored', 'pending', 'pending scored']);
  });

  const three = caseOf(sheetCard, ['e1', 'e2', 'e3'].map((reviewer) => ({ reviewer, marks: { worth: 70, plan: 70 }, ground: undefined, reason: '' })), 25);

  it('reads the marks of every sheet and no sum that is written beside them', () => {
    const { trace } = decided(panelScheme(), three);
    expect(recomputeDecision(trace)).toMatchObject({ outcome: 'approved', score: 70 });
    const other = JSON.parse(JSON.stringify(trace).replace(/"raw":"70"/g, '"raw":"10"').replace(/"points":"42"/g, '"points":"1"').replace(/"rounded":"70"/g, '"rounded":"10"')) as DecisionTrace;
    expect(recomputeDecision(other)).toMatchObject({ outcome: 'approved', score: 70 });
  });

  it('differs where somebody changed a mark', () => {
    const { trace } = decided(panelScheme(), three);
    const forged = JSON.parse(JSON.stringify(trace).replace(/"criterion":"worth","mark":7/g, '"criterion":"worth","mark":6.5')) as DecisionTrace;
    expect(recomputeDecision(forged)).toMatchObject({ outcome: 'notApproved', score: 67 });
  });
});
