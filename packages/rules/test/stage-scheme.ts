import type { DecisionTable, Scheme, Scoring, Stage } from '@cobuild/core';
import { scheme as usual } from './case-scheme.js';

const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });
const [recommend] = usual.stages;
if (recommend === undefined) throw new Error('no stage');

/** The usual scheme with other stages behind the application, which leads to the first of them. */
export function schemeWith(stages: readonly Stage[], more: Partial<Scheme> = {}): Scheme {
  const first: Stage = { ...(recommend as Stage), outcomes: (recommend as Stage).outcomes.map((outcome) => ({ ...outcome, to: stages[0]?.id ?? 'approved' })) };
  return { ...usual, ...more, stages: [first, ...stages] };
}

const forward = (to: string): Stage['outcomes'][number] => ({ id: 'forward', title: text('同意'), kind: 'forward', to });
const reject: Stage['outcomes'][number] = { id: 'reject', title: text('不同意'), kind: 'reject', to: 'rejected', reason: 'required' };

/** Two of three people of the office have to approve. */
export const twoOfThree: Stage = {
  id: 'review', title: text('联审'), actor: { role: 'office' }, method: 'approval', approvals: { minimum: 2, of: 3, order: 'parallel' }, outcomes: [forward('approved'), reject],
};

/** The town first, then the office. */
export const inSequence: Stage = {
  id: 'review', title: text('逐级审批'), actor: { role: 'office' }, method: 'approval', approvals: { minimum: 2, by: [{ role: 'townReviewer' }, { role: 'office' }], order: 'sequence' }, outcomes: [forward('approved'), reject],
};

/** Papers have to be checked and the place visited; a refusal ticks its reasons. */
export const withEvidence: Stage = {
  id: 'review', title: text('评审'), actor: { role: 'office' }, method: 'checklist', outcomes: [forward('approved'), reject],
  evidence: [{ id: 'papers', title: text('材料审核记录') }, { id: 'visit', title: text('实地查看记录') }],
  refusalReasons: [{ id: 'feature', title: text('特色不明显') }, { id: 'highlight', title: text('亮点不突出') }, { id: 'plan', title: text('计划不可行') }],
};

export const amountTable: DecisionTable = {
  id: 'routes', title: text('办理路线'), hitPolicy: 'unique', inputs: [{ id: 'households', title: text('受益户数'), fact: 'households' }], outputs: [{ id: 'outcome', title: text('去向') }],
  rows: [{ id: 'few', inputs: { households: { below: 20 } }, outputs: { outcome: 'small' } }, { id: 'many', inputs: { households: { from: 20 } }, outputs: { outcome: 'large' } }],
};

/** Everybody who is marked by facts: households up to 50 points, the score and a pass mark of 60. */
export const factCard: Scoring = {
  criteria: [
    { id: 'reach', title: text('受益面'), weight: 60, maximum: 3, byFact: { fact: 'households', bands: [{ below: 20, mark: 1 }, { from: 20, below: 40, mark: 2 }, { from: 40, mark: 3 }] } },
    { id: 'volunteers', title: text('志愿服务'), weight: 40, maximum: 10, byFact: { fact: 'volunteers', bands: [{ below: 5, mark: 3 }, { from: 5, mark: 10 }] } },
  ],
  notApplicable: 'block', rounding: { step: 0.01 }, passMark: 60,
  bands: [{ id: 'good', title: text('良'), from: 80 }, { id: 'fair', title: text('中'), from: 60, below: 80 }, { id: 'poor', title: text('差'), below: 60 }],
};

/** Marks of reviewers, the highest and the lowest dropped. */
export const panelCard: Scoring = {
  ...factCard, criteria: [{ id: 'worth', title: text('价值'), weight: 100, maximum: 100 }], panel: { mean: 'trimmed', minimumScores: 3 },
};

/** A table chooses the way: small ones go to a rule, large ones to a vote that opens once its records exist; both end with a score. */
export const branching: readonly Stage[] = [
  {
    id: 'route', title: text('分流'), actor: { role: 'office' }, method: 'rule', table: 'routes',
    outcomes: [{ id: 'small', title: text('小额'), kind: 'forward', to: 'quick' }, { id: 'large', title: text('大额'), kind: 'forward', to: 'panelVote' }],
  },
  {
    id: 'quick', title: text('自动核对'), actor: { role: 'office' }, method: 'rule', condition: { fact: 'volunteers', operator: 'greaterThanInclusive', value: 5 },
    outcomes: [{ id: 'ok', title: text('通过'), kind: 'forward', to: 'rating' }, { id: 'no', title: text('不通过'), kind: 'reject', to: 'rejected' }],
  },
  {
    id: 'panelVote', title: text('表决'), actor: { role: 'office' }, method: 'vote', threshold: 'halfOfEntitled',
    requires: [{ id: 'prior', title: text('酝酿记录'), record: 'priorDiscussion' }, { id: 'opinions', title: text('意见征集记录'), record: 'opinions' }],
    outcomes: [{ id: 'passed', title: text('通过'), kind: 'passed', to: 'rating' }, { id: 'failed', title: text('不通过'), kind: 'failed', to: 'notApproved' }],
  },
  {
    id: 'rating', title: text('评分'), actor: { role: 'office' }, method: 'score',
    outcomes: [{ id: 'pass', title: text('合格'), kind: 'passed', to: 'sign' }, { id: 'fail', title: text('不合格'), kind: 'failed', to: 'notApproved' }],
  },
  { ...twoOfThree, id: 'sign', survivesReturn: 'none' },
];

export const branchingScheme = schemeWith(branching, { decisionTables: [amountTable], scoring: factCard, eligibility: { rules: [] } });
