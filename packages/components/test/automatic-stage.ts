import type { Assignment, EventActor, Scheme, Stage } from '@cobuild/core';
import type { ReviewCandidate } from '../src/cobuild-review/assignment-desk.js';
import { clerk } from '../../../.storybook/gaoming-states.js';
import { gaomingDemo } from '../../../.storybook/gaoming.js';

const amountCheck: Stage = {
  id: 'amountCheck', title: { 'zh-CN': '金额核对' }, actor: { role: clerk.role }, method: 'rule', condition: { fact: 'amountRequested', operator: 'lessThanInclusive', value: 50000 },
  outcomes: [{ id: 'ok', title: { 'zh-CN': '符合' }, kind: 'forward', to: 'jointReview' }, { id: 'no', title: { 'zh-CN': '超出' }, kind: 'reject', to: 'rejected' }],
};

/** What the town forwards is refused by rule above 50,000 yuan; the service station asks for 70,000. */
export const withAmountCheck: Scheme = {
  ...gaomingDemo,
  stages: gaomingDemo.stages.flatMap((stage) => (stage.id === 'preliminary' ? [{ ...stage, outcomes: stage.outcomes.map((outcome) => (outcome.kind === 'forward' ? { ...outcome, to: amountCheck.id } : outcome)) }, amountCheck] : [stage])),
};

/** Two persons of the office. */
export const [first, second]: readonly [EventActor, EventActor] = [{ ...clerk, id: 'o1', name: '李主任' }, { ...clerk, id: 'o2', name: '黄书记' }];

/** The office assigns two reviewers of the town to each application; nobody of the applicant's own unit, nobody beyond two applications. */
export function withAssignment(change: Partial<Assignment> = {}): Scheme {
  const assignment: Assignment = { method: 'load', reviewers: 2, limit: 2, by: clerk.role, recusal: ['sameUnit', 'kin'], ...change };
  return { ...gaomingDemo, stages: gaomingDemo.stages.map((stage) => (stage.id === 'preliminary' ? { ...stage, assignment } : stage)) };
}

/** Five people: one of the applicant's unit, one who has enough to do. */
export function pool(unit: string): readonly ReviewCandidate[] {
  return [
    { id: 'r1', name: '陈一', load: 1 }, { id: 'r2', name: '何二', unit }, { id: 'r3', name: '梁三', load: 2 }, { id: 'r4', name: '区四' }, { id: 'r5', name: '罗五' },
  ];
}
