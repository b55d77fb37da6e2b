import type { Case, Scheme, SchemeTest } from '@cobuild/core';

const text = (words: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': words, en: words });

/** A case that the town has approved; its household count is its place in the order. */
export const approved = (id: string, households: number, asked: number, more: Partial<Case['answers']> = {}, town = 'north'): Case => ({
  id, submittedAt: '2026-03-02T09:00:00+08:00', applicant: { id: `v-${id}`, level: 'village', town },
  answers: { households, category: 'road', amountRequested: asked, totalBudget: 200000, ownFunds: 100000, ...more }, reviews: [{ stage: 'review', outcome: 'approve' }],
});

/** Tests that pin every number of the scheme below that comes to bear on a batch, a grading, pay or a payment. */
export const moneyTests: readonly SchemeTest[] = [
  {
    id: 'one-town', description: '同一镇街两个项目，恰好用完镇街上限，第三个没有',
    batch: { pool: 400000, cases: [approved('a', 90, 80000), approved('b', 80, 20000), approved('c', 70, 100, { category: 'water' }), approved('d', 60, 79950, {}, 'south'), approved('e', 50, 79950, {}, 'south')] },
    expect: { awards: { a: { amount: 80000, by: 'requested' }, b: 20000, c: { amount: 0, status: 'notFunded', by: 'townTotal' }, d: 79900, e: { amount: 0, by: 'townTotal' } }, left: 220100 },
  },
  { id: 'above-the-cap', description: '超过单个项目上限的按上限', batch: { pool: 400000, cases: [approved('a', 90, 90000)] }, expect: { awards: { a: { amount: 80000, by: 'projectCap' } } } },
  { id: 'own-share', description: '自筹不少于两成', batch: { pool: 400000, cases: [approved('a', 90, 60000, { totalBudget: 50000, ownFunds: 10000 })] }, expect: { awards: { a: { amount: 40000, by: 'ownShare' } } } },
  {
    id: 'half-for-roads', description: '道路类不超过本批资金一半', batch: { pool: 100000, cases: [approved('a', 90, 50000), approved('b', 80, 100, {}, 'south')] },
    expect: { awards: { a: 50000, b: { amount: 0, by: 'roads' } } },
  },
  {
    id: 'year-used-up', description: '全年上限还剩一百元', batch: { pool: 100000, context: { spent: [{ amount: 299900 }] }, cases: [approved('a', 90, 100), approved('b', 80, 100)] },
    expect: { awards: { a: { amount: 100, by: 'requested' }, b: { amount: 0, by: 'yearMaximum' } } },
  },
  {
    id: 'four-projects', description: '四个项目：一个一等，两个二等，其余三等', grading: { grading: 'yearly', projects: [{ id: 'p1', score: 95 }, { id: 'p2', score: 90 }, { id: 'p3', score: 88.5 }, { id: 'p4', score: 60 }] },
    expect: { grades: { p1: { grade: 'first', reward: 6000 }, p2: { grade: 'second', reward: 3000 }, p3: 'second', p4: { grade: 'third', score: 60 } }, left: 0 },
  },
  { id: 'at-the-start', description: '九百分起每分五元', pay: { rule: 'points', facts: { points: 902 } }, expect: { total: 1010, each: 84.16 } },
  { id: 'below-the-start', description: '不满九百分每分扣五元', pay: { rule: 'points', facts: { points: 880 } }, expect: { total: -100 } },
  { id: 'at-the-edge', description: '恰好九百分', pay: { rule: 'points', facts: { points: 900 } }, expect: { total: 1000 } },
  { id: 'just-below-the-edge', description: '差一分', pay: { rule: 'points', facts: { points: 899 } }, expect: { total: -5 } },
  { id: 'illness', description: '一年五百元，已支付三百元', payment: { date: '2026-05-01', kind: 'illness', person: 'p1', amount: 300, before: [{ date: '2026-02-01', kind: 'illness', person: 'p1', amount: 300 }] }, expect: { allowed: 200, by: 'illness' } },
];

/** Every part of a scheme that gives money. */
export const moneyScheme: Scheme = {
  formatVersion: 1, id: 'money', version: '1.0.0', title: text('资金'), currency: 'CNY', calendar: { version: 'test' },
  parameters: { townCap: { title: text('镇街上限'), type: 'money', value: 100000, overlay: 'any' } },
  organisation: { levels: [{ id: 'town', title: text('镇街') }, { id: 'village', title: text('村') }], roles: [{ id: 'secretary', title: text('村书记'), level: 'village' }, { id: 'reviewer', title: text('审核员'), level: 'town' }] },
  forms: [{
    id: 'application', title: text('申报表'),
    schema: { type: 'object', properties: { households: { type: 'integer', title: '户数' }, category: { enum: ['road', 'water'], title: '类别' }, amountRequested: { type: 'number', title: '申请金额' }, totalBudget: { type: 'number', title: '总预算' }, ownFunds: { type: 'number', title: '自筹' } } },
  }],
  eligibility: { rules: [] },
  stages: [
    { id: 'apply', title: text('申报'), actor: { role: 'secretary' }, method: 'application', form: 'application', outcomes: [{ id: 'submit', title: text('提交'), kind: 'submit', to: 'review' }] },
    { id: 'review', title: text('审核'), actor: { role: 'reviewer' }, method: 'approval', outcomes: [{ id: 'approve', title: text('同意'), kind: 'forward', to: 'approved' }, { id: 'reject', title: text('不同意'), kind: 'reject', to: 'rejected' }] },
  ],
  allocation: {
    ranking: [{ by: 'fact', fact: 'households' }], ties: [{ by: 'lot' }], rounding: { unit: 100 }, whenShort: 'skip', perProjectCap: 80000, fundPerYear: { maximum: 300000 }, coFunding: { p: 1, q: 5 },
    caps: [{ id: 'townTotal', title: text('每个镇街合计'), per: 'town', amount: { parameter: 'townCap' } }, { id: 'roads', title: text('道路类合计'), per: 'category', category: 'road', share: { p: 1, q: 2 }, of: 'pool' }],
  },
  smallCaps: [{ id: 'illness', title: text('大病慰问'), kinds: ['illness'], per: 'person', period: 'year', amount: 500 }],
  evaluation: {
    gradings: [{
      id: 'yearly', title: text('年度评定'), by: 'places', pot: 12000,
      grades: [{ id: 'first', title: text('一等'), places: { count: 1 }, reward: 6000 }, { id: 'second', title: text('二等'), places: { share: { p: 1, q: 2 } }, reward: 3000 }, { id: 'third', title: text('三等'), places: 'rest' }],
    }],
    pay: [{
      id: 'points', title: text('千分制'), spread: { over: 12 },
      parts: [{ id: 'points', title: text('积分'), kind: 'segments', fact: 'points', factTitle: text('得分'), segments: [{ id: 'less', title: text('不满九百'), below: 900, perUnit: 5, start: 900 }, { id: 'more', title: text('九百以上'), from: 900, base: 1000, perUnit: 5, start: 900 }] }],
    }],
  },
  tests: [...moneyTests],
};
