import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonsFor } from './compare-pair.js';
import { explainDuplicate } from './explain-duplicate.js';
import { findDuplicates } from './find-duplicates.js';
import { readSignals } from './read-signals.js';
import { recordDuplicateReview } from './reviews.js';
import type { ComparedCase, DuplicateReview, DuplicateSettings } from './types.js';

const settings: DuplicateSettings = {
  threshold: 60,
  signals: [
    { id: 'title', kind: 'similar', title: { 'zh-CN': '项目名称', en: 'Project name' }, at: '/answers/projectName', weight: 40, atLeast: 70, ignored: ['项目', '工程'] },
    { id: 'place', kind: 'same', title: { 'zh-CN': '施工地点', en: 'Place' }, at: { gaoming: '/answers/location', roads: '/answers/site' }, weight: 30 },
    { id: 'object', kind: 'same', title: { 'zh-CN': '建设对象', en: 'Object' }, at: '/answers/objectCode', weight: 40 },
    { id: 'account', kind: 'same', title: { 'zh-CN': '收款账号', en: 'Account' }, at: '/answers/payee/account', weight: 35, masked: true },
    { id: 'receipts', kind: 'same', title: { 'zh-CN': '票据号码', en: 'Receipts' }, at: '/answers/receipts/*/number', weight: 60 },
    { id: 'period', kind: 'overlap', title: { 'zh-CN': '实施时间', en: 'Period' }, from: '/answers/startsOn', to: '/answers/endsOn', weight: 15 },
  ],
};
const application = (id: string, answers: Readonly<Record<string, unknown>>, scheme = 'gaoming', submittedAt = '2026-03-05T09:30:00+08:00'): ComparedCase => ({ scheme, case: { id, submittedAt, applicant: { id: `v-${id}` }, answers } });
const pairsOf = (cases: readonly ComparedCase[], own: DuplicateSettings = settings): string[] => findDuplicates(cases, own).pairs.map(({ left, right, score }) => `${left.id}+${right.id} ${score}`);

describe('findDuplicates', () => {
  it('row 33: finds the seeded pairs among other applications, lists the reasons, and leaves the finding to a person', () => {
    const others = Array.from({ length: 300 }, (_, index) => application(`o${index}`, { projectName: `第${index}村民小组${['路灯', '水渠', '公厕', '晒场'][index % 4] ?? ''}改造`, location: `地块${index}`, objectCode: `D${index}`, payee: { account: `6222${String(index).padStart(12, '0')}` }, receipts: [{ number: `R${index}` }], startsOn: '2026-04-01', endsOn: '2026-06-30' }));
    const seeded = [
      application('a1', { projectName: '和顺社区文化广场路灯安装工程', location: '和顺社区文化广场', payee: { account: '6222 0000 1111 2222' }, startsOn: '2025-04-01', endsOn: '2025-05-31' }, 'gaoming', '2025-03-01T08:00:00+08:00'),
      application('a2', { projectName: '和顺社区文化广场路灯安装项目', site: '和顺社区・文化广场', startsOn: '2025-05-31', endsOn: '2025-08-01' }, 'roads', '2025-04-02T08:00:00+08:00'),
      application('b1', { projectName: '村口桥加固', objectCode: 'QL-07', payee: { account: '6222000033334444' } }),
      application('b2', { projectName: '危桥改造', objectCode: 'ql07', payee: { account: '6222-0000-3333-4444' } }, 'roads', '2026-09-01T08:00:00+08:00'),
      application('c1', { projectName: '老人节慰问', receipts: [{ number: 'FP-001' }, { number: 'FP-002' }] }),
      application('c2', { projectName: '春节走访', receipts: [{ number: 'FP-003' }, { number: 'fp 002' }] }, 'gaoming', '2027-01-05T08:00:00+08:00'),
      // Alike in one thing only.
      application('d1', { projectName: '和顺社区文化广场路灯安装', location: '别处' }),
      application('d2', { projectName: '晒谷场', objectCode: 'QL-08', payee: { account: '6222000033334444' } }),
    ];
    const { pairs, groups } = findDuplicates([...others, ...seeded].reverse(), settings);

    expect(groups).toEqual([]);
    expect(pairs.map(({ left, right, score, reasons }) => [left.id, right.id, score, reasons.map(({ signal }) => signal)])).toEqual([
      ['a1', 'a2', 85, ['title', 'place', 'period']],
      ['b1', 'b2', 75, ['object', 'account']],
      ['c1', 'c2', 60, ['receipts']],
    ]);
    expect(pairs[0]).toMatchObject({ left: { scheme: 'gaoming', year: 2025 }, right: { scheme: 'roads', year: 2025 } });
    expect(pairs.every(({ review }) => review === undefined)).toBe(true);

    const [first] = pairs;
    if (first === undefined) throw new Error('no pair');
    const reviews = recordDuplicateReview([], { left: first.right, right: first.left, finding: 'distinct', score: first.score, reason: '一个装灯，一个修路。', by: 'clerk-1', at: '2026-03-06T09:30:00+08:00' });
    const again = findDuplicates([...others, ...seeded], { ...settings, reviews }).pairs;
    expect(again.map(({ left, review, grew }) => [left.id, review?.finding, grew])).toEqual([['b1', undefined, false], ['c1', undefined, false], ['a1', 'distinct', false]]);
  });

  it.each([[59, 1], [60, 1], [61, 0]])('shows a pair of 60 points where the threshold is %i: %i pairs', (threshold, expected) => {
    const answers = { receipts: [{ number: 'FP-1' }] };
    expect(pairsOf([application('a', answers), application('b', answers)], { ...settings, threshold })).toHaveLength(expected);
  });

  it.each([['2026-01-30', 1], ['2026-01-31', 1], ['2026-02-01', 0]])('after a period that ends on 31 January, one from %s shares a day with it: %i', (startsOn, expected) => {
    const payee = { account: '12345678' };
    const cases = [application('a', { payee, startsOn: '2026-01-01', endsOn: '2026-01-31' }), application('b', { payee, startsOn, endsOn: '2026-03-01' })];
    expect(pairsOf(cases, { ...settings, threshold: 50 })).toHaveLength(expected);
  });

  it.each([['empty', ''], ['a space', ' '], ['null', null], ['an object', {}], ['absent', undefined], ['only punctuation', '——']])('does not take what nobody knows for the same: %s', (_, value) => {
    const answers = { objectCode: value, payee: { account: value }, location: value, projectName: value, receipts: [{ number: value }, value], startsOn: value, endsOn: value };
    expect(pairsOf([application('a', answers), application('b', answers)])).toEqual([]);
  });

  it('takes a period that ends before it begins for none', () => {
    const answers = { payee: { account: '12345678' }, startsOn: '2026-02-01', endsOn: '2026-01-01' };
    expect(pairsOf([application('a', answers), application('b', answers)], { ...settings, threshold: 50 })).toEqual([]);
  });

  it('shows accounts with their last four characters only', () => {
    const answers = { objectCode: 'x', payee: { account: '6222000033334444' } };
    const [pair] = findDuplicates([application('a', answers), application('b', answers)], settings).pairs;
    expect(JSON.stringify(pair)).not.toContain('33334444');
    expect(pair?.reasons[1]?.values).toEqual(['****4444']);
  });

  it('names a crowd in place of its pairs', () => {
    const cases = Array.from({ length: 6 }, (_, index) => application(`k${index}`, { receipts: [{ number: 'FP-1' }] }));
    const { pairs, groups } = findDuplicates(cases, { ...settings, largestGroup: 5 });
    expect([pairs.length, groups]).toEqual([0, [{ signals: ['receipts'], cases: cases.map((one) => ({ scheme: one.scheme, id: one.case.id })) }]]);
    expect(findDuplicates(cases, { ...settings, largestGroup: 6 }).pairs).toHaveLength(15);
  });

  it('asks again when more speaks for a pair than when a person looked', () => {
    const cases = [application('a', { receipts: [{ number: 'FP-1' }] }), application('b', { receipts: [{ number: 'FP-1' }] }, 'roads')];
    const review: DuplicateReview = { left: { scheme: 'gaoming', id: 'a' }, right: { scheme: 'roads', id: 'b' }, finding: 'related', score: 59, reason: '分两处支付。', by: 'c', at: '2026-03-05T09:30:00Z' };
    expect(findDuplicates(cases, { ...settings, reviews: [review] }).pairs[0]?.grew).toBe(true);
    expect(findDuplicates(cases, { ...settings, reviews: [review, { ...review, score: 60 }] }).pairs[0]).toMatchObject({ grew: false, review: { score: 60 } });
  });

  it('tells a pair in sentences', () => {
    const cases = [application('a', { projectName: '文化广场路灯安装', location: '文化广场', startsOn: '2026-04-01', endsOn: '2026-04-30' }), application('b', { projectName: '文化广场路灯安装', location: '文化广场', startsOn: '2026-04-30', endsOn: '2026-05-30' })];
    const [pair] = findDuplicates(cases, settings).pairs;
    if (pair === undefined) throw new Error('no pair');
    expect(explainDuplicate(pair)).toEqual([
      'a（gaoming，2026 年）与 b（gaoming，2026 年）：85 分。是否重复，由经办人认定。', '“项目名称”相近（100%），40 分：文化广场路灯安装；文化广场路灯安装', '“施工地点”相同，30 分：文化广场', '“实施时间”重叠，15 分：2026年4月30日至2026年4月30日',
    ]);
    const review: DuplicateReview = { left: pair.left, right: pair.right, finding: 'duplicate', score: 70, reason: 'Same lamps.', by: 'c', at: '2026-03-05T09:30:00Z' };
    expect(explainDuplicate({ ...pair, review, grew: true }, 'en').slice(1)).toEqual([
      '"Project name" is similar (100%), 40 points: 文化广场路灯安装; 文化广场路灯安装', '"Place" is the same, 30 points: 文化广场', '"Period" overlaps, 15 points: 30 April 2026 to 30 April 2026', 'Earlier found to be a duplicate (70 points): Same lamps. More speaks for it now.',
    ]);
  });

  it.each<[string, () => unknown]>([
    ['no signal', () => findDuplicates([], { threshold: 1, signals: [] })],
    ['two signals of one id', () => findDuplicates([], { threshold: 1, signals: [settings.signals[0], settings.signals[0]].flatMap((one) => (one === undefined ? [] : [one])) })],
    ['a threshold of half a point', () => findDuplicates([], { ...settings, threshold: 0.5 })],
    ['periods that are enough alone', () => findDuplicates([], { ...settings, threshold: 15 })],
    ['a group of one', () => findDuplicates([], { ...settings, largestGroup: 1 })],
    ['a weight of none', () => findDuplicates([], { ...settings, signals: [{ id: 'x', kind: 'same', title: { 'zh-CN': '值' }, at: '/id', weight: 0 }] })],
    ['similar from no percent on', () => findDuplicates([], { ...settings, signals: [{ id: 'x', kind: 'similar', title: { 'zh-CN': '值' }, at: '/id', weight: 60, atLeast: 0 }] })],
    ['an application twice', () => findDuplicates([application('a', {}), application('a', {})], settings)],
    ['a submission without offset', () => findDuplicates([application('a', {}, 'gaoming', '2026-03-05')], settings)],
  ])('refuses %s', (_, call) => expect(call).toThrow(TypeError));

  it('reads nothing that an object inherits', () => {
    const own: DuplicateSettings = { threshold: 1, signals: [{ id: 'x', kind: 'same', title: { 'zh-CN': '值' }, at: '/answers/__proto__/constructor/name', weight: 1 }] };
    expect(pairsOf([application('a', {}), application('b', {})], own)).toEqual([]);
  });
});

describe('recordDuplicateReview', () => {
  const review: DuplicateReview = { left: { scheme: 's', id: 'a' }, right: { scheme: 's', id: 'b' }, finding: 'distinct', score: 60, reason: '地点不同。', by: 'c', at: '2026-03-05T09:30:00+08:00' };
  it.each<[string, Partial<DuplicateReview>]>([['no reason', { reason: ' ' }], ['nobody', { by: '' }], ['a day without time', { at: '2026-03-05' }], ['one application', { right: { scheme: 's', id: 'a' } }], ['another finding', { finding: 'maybe' as 'distinct' }]])('refuses %s', (_, change) => {
    expect(() => recordDuplicateReview([], { ...review, ...change })).toThrow(TypeError);
  });
  it('keeps what was found before', () => expect(recordDuplicateReview([review], { ...review, finding: 'duplicate' })).toHaveLength(2));
});

/** Few letters and few values, so that much is alike. */
const answers = fc.record({
  projectName: fc.oneof(fc.string({ unit: fc.constantFrom('路', '灯', '桥', '村'), maxLength: 9 }), fc.constant('工程项目')), location: fc.constantFrom('东', '西', '', ' 东'), site: fc.constantFrom('东', '西'), objectCode: fc.constantFrom('1', '2', '3', undefined),
  payee: fc.record({ account: fc.constantFrom('1111', '2222', '33 33', '3333') }), receipts: fc.array(fc.record({ number: fc.nat(9) }), { maxLength: 2 }), startsOn: fc.constantFrom('2026-01-01', '2026-02-01', 'x'), endsOn: fc.constantFrom('2026-01-15', '2026-03-01'),
}, { requiredKeys: [] });
const batch = fc.array(fc.tuple(answers, fc.constantFrom('gaoming', 'roads'), fc.constantFrom('2025-12-31T16:00:00Z', '2026-03-05T09:30:00+08:00')), { maxLength: 12 })
  .map((rows) => rows.map(([given, scheme, at], index) => application(String(index), given, scheme, at)));
const thresholds = fc.integer({ min: 16, max: 160 });

describe('for any applications, findDuplicates', () => {
  it('finds exactly the pairs that comparing each with each finds', () => {
    fc.assert(fc.property(batch, thresholds, fc.integer({ min: 1, max: 100 }), (cases, threshold, atLeast) => {
      const signals = settings.signals.map((signal) => (signal.kind === 'similar' ? { ...signal, atLeast } : signal));
      const all = cases.map((one) => readSignals(one, signals)).flatMap((left, index, read) => read.slice(index + 1).flatMap((right) => {
        const score = reasonsFor(left, right, signals).reduce((sum, { points }) => sum + points, 0);
        return score >= threshold ? [`${[left.id, right.id].sort().join('+')} ${score}`] : [];
      }));
      const found = findDuplicates(cases, { threshold, signals }).pairs.map(({ left, right, score }) => `${[left.id, right.id].sort().join('+')} ${score}`);
      expect(found.sort()).toEqual(all.sort());
    }), { numRuns: 1_000 });
  });

  it('does not depend on their order', () => {
    fc.assert(fc.property(batch, thresholds, fc.integer(), (cases, threshold, seed) => {
      const shuffled = [...cases].sort((left, right) => ((Number(left.case.id) * 31 + seed) % 7) - ((Number(right.case.id) * 31 + seed) % 7));
      expect(findDuplicates(shuffled, { ...settings, threshold }).pairs).toEqual(findDuplicates(cases, { ...settings, threshold }).pairs);
    }));
  });

  it('gives points that add up', () => {
    fc.assert(fc.property(batch, thresholds, (cases, threshold) => {
      for (const { score, reasons } of findDuplicates(cases, { ...settings, threshold }).pairs) expect([score, score >= threshold]).toEqual([reasons.reduce((sum, { points }) => sum + points, 0), true]);
    }));
  });
});

describe('many applications', () => {
  const things = ['路灯安装', '文化广场修缮', '水渠清淤', '公厕改造', '老人食堂', '村道硬化', '危桥加固', '晒谷场翻新', '长者饭堂', '篮球场修建'];
  const batchOf = (count: number): ComparedCase[] => Array.from({ length: count }, (_, index) => application(`n${index}`, {
    projectName: `${String.fromCharCode(0x4e00 + (index % 1999))}${String.fromCharCode(0x5e00 + (index % 1777))}村${things[index % 10] ?? ''}${['一期', '二期', '工程', '项目'][index % 4] ?? ''}`,
    location: `地点${index % 40009}`, objectCode: `O${index % 60000}`, payee: { account: String(62220000 + (index % 3001)) }, receipts: [{ number: `R${index}` }], startsOn: '2026-01-01', endsOn: '2026-12-31',
  }));

  it('hide no pair', () => {
    const cases = batchOf(10_000);
    const { pairs } = findDuplicates([...cases, application('twin', { ...cases[4711]?.case.answers, receipts: [{ number: 'R4711' }] }, 'roads')], settings);
    expect(pairs.some(({ left, right }) => [left.id, right.id].includes('twin') && [left.id, right.id].includes('n4711'))).toBe(true);
  });
});
