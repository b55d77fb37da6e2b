import type { Grade, Grading } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainGrade, explainGrading } from '../explanation/explain-grade.js';
import { grade } from './grade.js';
import type { GradedProject } from './grading-types.js';
import { plannedRewards, rewardTotals } from './reward-totals.js';

const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const gradeOf = (id: string, name: string, more: Partial<Grade> = {}): Grade => ({ id, title: title(name), ...more });
const count = (places: number): Grade['places'] => ({ count: places });
const share = (p: number, q: number): Grade['places'] => ({ share: { p, q } });

/** Grades of the Finance Ministry with half-open bands. */
const performance: Grading = {
  id: 'performance', title: title('绩效评价'), by: 'score',
  grades: [gradeOf('excellent', '优', { from: 90 }), gradeOf('good', '良', { from: 80, below: 90 }), gradeOf('fair', '中', { from: 60, below: 80 }), gradeOf('poor', '差', { below: 60 })],
};

/** Counts are stated; the amounts are one of 45 that fit the stated total, and invented. */
const qianjiang = (amounts: readonly number[] = [30000, 10000, 5000, 2000], more: Partial<Grading> = {}): Grading => ({
  id: 'final', title: title('终评定级'), by: 'places', pot: 348000, tie: [{ by: 'ask' }],
  grades: [
    gradeOf('special', '特等', { places: count(1), reward: amounts[0] ?? 0, bonusPoints: 4 }), gradeOf('first', '一等', { places: share(1, 5), reward: amounts[1] ?? 0, bonusPoints: 3 }),
    gradeOf('second', '二等', { places: share(1, 2), reward: amounts[2] ?? 0, bonusPoints: 2 }), gradeOf('third', '三等', { places: 'rest', reward: amounts[3] ?? 0, bonusPoints: 1 }),
  ],
  ...more,
});

/** Projects p1, p2, … with marks falling by one tenth, those named tied with the one before. */
const projects = (size: number, tied: readonly number[] = []): GradedProject[] => {
  let tenths = 990;
  return Array.from({ length: size }, (_, index) => {
    if (index > 0 && !tied.includes(index + 1)) tenths -= 1;
    return { id: `p${index + 1}`, score: tenths / 10 };
  });
};
const filled = (result: { readonly rows: readonly { readonly filled: number }[] }): number[] => result.rows.map((row) => row.filled);

describe('row 85: grades by half-open bands', () => {
  it.each([[89.5, 'good'], [90, 'excellent'], [89.99, 'good'], [80, 'good'], [79.99, 'fair'], [60, 'fair'], [59.99, 'poor'], [0, 'poor'], [100, 'excellent']])('gives %d the grade %s', (score, expected) => {
    expect(grade(performance, [{ id: 'a', score }])).toMatchObject({ outcome: 'graded', items: [{ id: 'a', grade: expected }] });
  });

  it('gives no grade to a mark that no band takes, or that two take', () => {
    const gap: Grading = { ...performance, grades: [gradeOf('excellent', '优', { from: 90 }), gradeOf('good', '良', { from: 80, below: 89 }), gradeOf('low', '差', { below: 81 })] };
    const result = grade(gap, [{ id: 'a', score: 89.5 }, { id: 'b', score: 80.5 }, { id: 'c', score: 85 }]);
    expect(result.items.map(({ without, grade: found }) => without ?? found)).toEqual(['band', 'band', 'good']);
    expect(result.problems).toMatchObject([{ code: 'grading/without-grade', severity: 'warning', params: { count: 2 } }]);
  });

  it('goes by the mark before or after rounding as the scheme says, and asks where it does not', () => {
    const rounds = (gradeOn: Grading['gradeOn']): Grading => ({ ...performance, rounding: { step: 0.01, mode: 'half-up' }, ...(gradeOn === undefined ? {} : { gradeOn }) });
    const found = (gradeOn: Grading['gradeOn']): unknown => grade(rounds(gradeOn), [{ id: 'a', score: '89.995' }]).items[0];
    expect(found('rounded')).toMatchObject({ score: '89.995', rounded: '90', grade: 'excellent' });
    expect(found('unrounded')).toMatchObject({ rounded: '90', grade: 'good' });
    expect(grade(rounds('UNDECIDED'), [{ id: 'a', score: '89.995' }])).toMatchObject({ outcome: 'undecided', holes: ['/gradeOn'] });
  });

  it('asks for a limit that is not decided only where it decides', () => {
    const open: Grading = { ...performance, grades: [gradeOf('excellent', '优', { from: 90 }), gradeOf('good', '良', { from: 'UNDECIDED', below: 90 }), gradeOf('fair', '中', { from: 60, below: 'UNDECIDED' }), gradeOf('poor', '差', { below: 60 })] };
    expect(grade(open, [{ id: 'a', score: 95 }, { id: 'b', score: 50 }])).toMatchObject({ outcome: 'graded', items: [{ grade: 'excellent' }, { grade: 'poor' }] });
    expect(grade(open, [{ id: 'a', score: 75 }])).toMatchObject({ outcome: 'undecided', holes: ['/grades/1/from', '/grades/2/below'] });
  });
});

describe('row 86: grades by quota, money pot and bonus points in one table', () => {
  it('gives 64 projects 1, 12, 32 and 19 grades, worth exactly 348,000', () => {
    const result = grade(qianjiang(), projects(64));
    expect(filled(result)).toEqual([1, 12, 32, 19]);
    expect(result).toMatchObject({ outcome: 'graded', reward: { outcome: 'within', total: 348000, pot: 348000, rest: 0 } });
    expect([0, 1, 12, 13, 44, 45, 63].map((place) => [result.items[place]?.grade, result.items[place]?.reward, result.items[place]?.bonusPoints])).toEqual([
      ['special', 30000, 4], ['first', 10000, 3], ['first', 10000, 3], ['second', 5000, 2], ['second', 5000, 2], ['third', 2000, 1], ['third', 2000, 1],
    ]);
  });

  it('gives the same by counts, and with other amounts that fit exactly', () => {
    const counts = qianjiang([42000, 9000, 5000, 2000]);
    const byCount: Grading = { ...counts, grades: counts.grades.map((row, index) => ({ ...row, places: count([1, 12, 32, 19][index] ?? 0) })) };
    expect(grade(byCount, projects(64))).toMatchObject({ outcome: 'graded', reward: { total: 348000, rest: 0 } });
    expect(filled(grade(byCount, projects(64)))).toEqual([1, 12, 32, 19]);
  });

  it('knows 45 tables of whole thousands, strictly falling, at most 60,000, that fit the stated total: none is the district’s', () => {
    let fits = 0;
    for (let a = 4; a <= 60; a += 1) for (let b = 3; b < a; b += 1) for (let c = 2; c < b; c += 1) for (let d = 1; d < c; d += 1) {
      if (a + 12 * b + 32 * c + 19 * d !== 348) continue;
      fits += 1;
      expect(rewardTotals(qianjiang([a * 1000, b * 1000, c * 1000, d * 1000]), [1, 12, 32, 19])).toMatchObject({ outcome: 'within', rest: 0 });
    }
    expect(fits).toBe(45);
  });

  it('leaves the amounts undecided as the source does, and grades all the same', () => {
    const open: Grading = { ...qianjiang(), grades: qianjiang().grades.map((row) => ({ ...row, reward: 'UNDECIDED' as const })) };
    expect(grade(open, projects(64))).toMatchObject({ outcome: 'graded', reward: { outcome: 'undecided', holes: ['/grades/0/reward', '/grades/1/reward', '/grades/2/reward', '/grades/3/reward'] } });
    expect(grade(open, projects(64)).items.every(({ reward }) => reward === undefined)).toBe(true);
  });

  it.each([[347999, 'over'], [348000, 'within'], [348001, 'within']])('with a pot of %d is %s, and grants nothing beyond the pot', (pot, outcome) => {
    const result = grade(qianjiang(undefined, { pot }), projects(64));
    expect(result.reward.outcome).toBe(outcome);
    expect(result.items.some(({ reward }) => reward !== undefined)).toBe(outcome === 'within');
    expect(result.problems.map(({ code }) => code)).toEqual(outcome === 'over' ? ['grading/over-pot'] : []);
  });

  it('asks for a rule where two are tied across places 13 and 14, and names them', () => {
    const open = grade(qianjiang(undefined, { tie: 'UNDECIDED' }), projects(64, [14]));
    expect(open).toMatchObject({ outcome: 'undecided', holes: ['/tie'], settlements: [{ rank: 13, ids: ['p13', 'p14'], outcome: 'open', needs: 'rule' }] });
    expect(open.items.filter(({ without }) => without === 'tie').map(({ id }) => id)).toEqual(['p13', 'p14']);
    expect(filled(open)).toEqual([1, 12, 32, 19]);
    expect(open.items.some(({ reward }) => reward !== undefined)).toBe(false);
    expect(grade(qianjiang(), projects(64, [14]))).toMatchObject({ outcome: 'tieOpen', settlements: [{ needs: 'decision' }] });
  });

  it('separates them by the rule and records how', () => {
    const decided = grade(qianjiang(), projects(64, [14]), { tie: { decided: ['p14', 'p13'] } });
    expect(decided).toMatchObject({ outcome: 'graded', settlements: [{ outcome: 'settled', order: [['p14'], ['p13']], steps: [{ by: 'ask' }] }] });
    expect(decided.items.filter(({ id }) => id === 'p13' || id === 'p14').map(({ id, grade: found, rank }) => [id, found, rank])).toEqual([['p14', 'first', 13], ['p13', 'second', 13]]);
    const lots = grade(qianjiang(undefined, { tie: [{ by: 'lot' }] }), projects(64, [14]), { tie: { seed: '2026-05-01/27' } });
    expect(lots.settlements).toMatchObject([{ outcome: 'settled', steps: [{ by: 'lot', seed: '2026-05-01/27' }] }]);
    expect(grade(qianjiang(undefined, { tie: [{ by: 'lot' }] }), projects(64, [14]), { tie: { seed: '2026-05-01/27' } })).toEqual(lots);
  });

  it('asks nothing where equals get the same grade: places 12 and 13, 14 and 15', () => {
    expect(grade(qianjiang(undefined, { tie: 'UNDECIDED' }), projects(64, [13, 15]))).toMatchObject({ outcome: 'graded', settlements: [] });
  });

  it('asks at places 1 and 2, and where three stand across a border', () => {
    expect(grade(qianjiang(), projects(64, [2])).settlements).toMatchObject([{ ids: ['p1', 'p2'] }]);
    expect(grade(qianjiang(), projects(64, [14, 15])).settlements).toMatchObject([{ ids: ['p13', 'p14', 'p15'] }]);
  });

  it('counts the pot live before anybody is graded', () => {
    expect(plannedRewards(qianjiang(), 64)).toMatchObject({ outcome: 'within', rest: 0 });
    expect(plannedRewards(qianjiang(), 65)).toMatchObject({ outcome: 'over', over: 10000 });
  });
});

describe('grade', () => {
  const inputs = (whenMissing: Grading['whenMissing'], weight: 'UNDECIDED' | number = 40): Grading => ({
    ...performance, inputs: [{ id: 'site', title: title('现场评审'), weight }, { id: 'firstReview', title: title('立项初评'), weight: 20 }, { id: 'midTermPeers', title: title('中期互评'), weight: 20 }, { id: 'daily', title: title('日常了解'), weight: 20 }],
    ...(whenMissing === undefined ? {} : { whenMissing }),
  });
  const marks = { site: 92, firstReview: 85, midTermPeers: 88.5, daily: 90 };

  it('combines inputs by their weights, exactly', () => {
    expect(grade(inputs('block'), [{ id: 'a', marks }]).items[0]).toMatchObject({ score: '89.5', grade: 'good' });
  });

  it('is undecided while a weight is, and names it', () => {
    expect(grade(inputs('block', 'UNDECIDED'), [{ id: 'a', marks }])).toMatchObject({ outcome: 'undecided', holes: ['/inputs/0/weight'] });
  });

  it.each([['block', undefined, 'incomplete'], ['rescale', '265/3', 'graded'], ['zero', '53', 'graded'], ['UNDECIDED', undefined, 'undecided']] as const)('treats a missing mark as the scheme says: %s', (whenMissing, score, outcome) => {
    const result = grade(inputs(whenMissing), [{ id: 'a', marks: { firstReview: 85, midTermPeers: 90, daily: 90, site: null } }]);
    expect([result.outcome, result.items[0]?.score]).toEqual([outcome, score]);
  });

  it('asks what a missing mark means only where one is missing', () => {
    expect(grade(inputs('UNDECIDED'), [{ id: 'a', marks }]).outcome).toBe('graded');
  });

  it('separates equals at a border by the mark of one input', () => {
    const grading: Grading = { ...inputs('block'), by: 'places', tie: [{ by: 'key', key: { by: 'fact', fact: 'site' } }], grades: [gradeOf('first', '一等', { places: count(1) }), gradeOf('second', '二等', { places: 'rest' })] };
    const result = grade(grading, [{ id: 'a', marks: { site: 80, firstReview: 90, midTermPeers: 90, daily: 90 } }, { id: 'b', marks: { site: 90, firstReview: 80, midTermPeers: 85, daily: 85 } }]);
    expect(result.items.map(({ id, score, grade: found }) => [id, score, found])).toEqual([['b', '86', 'first'], ['a', '86', 'second']]);
  });

  it('holds marks against floor, whole numbers and the share of high marks: 90 and more for at most half', () => {
    const university: Grading = { ...performance, marks: { minimum: 80, wholeNumbers: true, shares: [{ from: 90, atMost: { p: 1, q: 2 } }] } };
    const codes = (...scores: number[]): string[] => grade(university, scores.map((score, index) => ({ id: `p${index}`, score }))).problems.map(({ code }) => code);
    expect(codes(90, 89)).toEqual([]);
    expect(codes(90, 90, 89)).toEqual(['grading/too-many-high-marks']);
    expect(codes(95, 89, 88)).toEqual([]);
    expect(codes(79, 80, 80.5)).toEqual(['grading/mark-too-low', 'grading/mark-not-whole']);
    expect(grade(university, [{ id: 'a', score: 79 }])).toMatchObject({ outcome: 'refused', items: [{ id: 'a' }] });
  });

  it('leaves places empty that nobody reaches the lowest mark of', () => {
    const grading: Grading = { ...performance, by: 'places', tie: 'UNDECIDED', grades: [gradeOf('first', '一等', { places: count(3), minimumScore: 90 }), gradeOf('second', '二等', { places: count(2) }), gradeOf('third', '三等', { places: 'rest' })] };
    const result = grade(grading, [95, 90, 89.99, 89.99, 80].map((score, index) => ({ id: `p${index + 1}`, score })));
    expect(result).toMatchObject({ outcome: 'graded', rows: [{ places: 3, filled: 2 }, { places: 2, filled: 2 }, { filled: 1 }] });
  });

  it('names projects for which no place is left', () => {
    const grading: Grading = { ...performance, by: 'places', tie: [{ by: 'ask' }], grades: [gradeOf('first', '一等', { places: count(1) })] };
    expect(grade(grading, projects(2))).toMatchObject({ items: [{ grade: 'first' }, { without: 'place' }], problems: [{ code: 'grading/without-grade' }] });
  });

  it('refuses a project that is there twice', () => {
    expect(grade(performance, [{ id: 'a', score: 90 }, { id: 'a', score: 80 }])).toMatchObject({ outcome: 'refused', problems: [{ code: 'grading/project-twice', pointer: '/1' }] });
  });

  it('never makes a grade of a pass or a rank: without a mark there is none', () => {
    const passed = { id: 'a', vote: 'passed', rank: 1 } as GradedProject;
    expect(grade(performance, [passed])).toMatchObject({ outcome: 'incomplete', items: [{ without: 'mark' }] });
    expect(grade(qianjiang(), [passed])).toMatchObject({ outcome: 'incomplete' });
  });

  it('reads own marks only', () => {
    const grading: Grading = { ...performance, inputs: [{ id: 'constructor', title: title('x'), weight: 100 }] };
    expect(grade(grading, [{ id: 'a', marks: {} }]).outcome).toBe('undecided');
    expect(grade({ ...grading, whenMissing: 'block' }, [{ id: '__proto__', marks: {} }]).outcome).toBe('incomplete');
  });
});

describe('joint projects', () => {
  const joint = (rule: Grading['joint'], parties: NonNullable<GradedProject['parties']>): unknown => {
    const grading: Grading = { ...performance, grades: [gradeOf('excellent', '优', { from: 90, reward: 10000, bonusPoints: 2 }), gradeOf('other', '其他', { below: 90 })], ...(rule === undefined ? {} : { joint: rule }) };
    return grade(grading, [{ id: 'a', score: 95, parties }]).items[0]?.split;
  };
  const three = [{ id: 'lead' }, { id: 'b' }, { id: 'c' }];

  it('divides equally down to the unit, and the lead takes what is left over', () => {
    expect(joint({ reward: 'equal', bonusPoints: 'each' }, three)).toEqual([{ party: 'lead', reward: 3333.34, bonusPoints: 2 }, { party: 'b', reward: 3333.33, bonusPoints: 2 }, { party: 'c', reward: 3333.33, bonusPoints: 2 }]);
    expect(joint({ reward: 'equal', unit: 100, bonusPoints: 'equal', bonusStep: 0.5 }, three)).toMatchObject([{ reward: 3400, bonusPoints: 1 }, { reward: 3300, bonusPoints: 0.5 }, { reward: 3300, bonusPoints: 0.5 }]);
  });

  it('divides by agreed shares, or gives all to the lead', () => {
    expect(joint({ reward: 'shares', bonusPoints: 'lead' }, [{ id: 'lead', share: 62.5 }, { id: 'b', share: 37.5 }])).toEqual([{ party: 'lead', reward: 6250, bonusPoints: 2 }, { party: 'b', reward: 3750, bonusPoints: 0 }]);
  });

  it('divides nothing while the rule is open or shares are not 100 %', () => {
    const grading: Grading = { ...performance, grades: [gradeOf('excellent', '优', { from: 90, reward: 10000 }), gradeOf('other', '其他', { below: 90 })] };
    expect(grade(grading, [{ id: 'a', score: 95, parties: three }])).toMatchObject({ holes: ['/joint'], items: [{ reward: 10000 }] });
    expect(grade({ ...grading, joint: { reward: 'shares', bonusPoints: 'each' } }, [{ id: 'a', score: 95, parties: three }]).problems).toMatchObject([{ code: 'grading/shares-not-100' }]);
    expect(joint({ reward: 'UNDECIDED', bonusPoints: 'each' }, three)).toBeUndefined();
  });

  it('adds up exactly, for all amounts and numbers of parties', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 2, max: 12 }), fc.constantFrom(0.01, 1, 100), (fen, size, unit) => {
      const grading: Grading = { ...performance, grades: [gradeOf('all', '全', { reward: fen / 100 })], joint: { reward: 'equal', unit, bonusPoints: 'each' } };
      const split = grade(grading, [{ id: 'a', score: 1, parties: Array.from({ length: size }, (_, index) => ({ id: `x${index}` })) }]).items[0]?.split ?? [];
      expect(split.reduce((sum, { reward = 0 }) => sum + Math.round(reward * 100), 0)).toBe(fen);
      expect(split.every(({ reward = -1 }) => reward >= 0)).toBe(true);
    }));
  });
});

describe('grade by places, for all marks', () => {
  const scores = fc.array(fc.integer({ min: 600, max: 640 }), { minLength: 1, maxLength: 80 });

  it('never gives more places than the rule, nor a better grade for a lower mark, and never grants more than the pot', () => {
    fc.assert(fc.property(scores, fc.integer({ min: 0, max: 500000 }), (tenths, pot) => {
      const result = grade(qianjiang(undefined, { pot, tie: [{ by: 'lot' }] }), tenths.map((mark, index) => ({ id: `p${index}`, score: mark / 10 })), { tie: { seed: 'x' } });
      expect(result.outcome).toBe('graded');
      result.rows.forEach(({ places = 0, filled: taken }) => { expect(taken).toBeLessThanOrEqual(places); });
      const order = ['special', 'first', 'second', 'third'];
      result.items.slice(1).forEach((item, index) => {
        const before = result.items[index];
        expect(order.indexOf(item.grade ?? '')).toBeGreaterThanOrEqual(order.indexOf(before?.grade ?? ''));
        expect(Number(item.score)).toBeLessThanOrEqual(Number(before?.score));
      });
      expect(result.items.reduce((sum, { reward = 0 }) => sum + reward, 0)).toBeLessThanOrEqual(pot);
    }));
  });

  it('does not depend on the order in which projects come', () => {
    fc.assert(fc.property(scores, (tenths) => {
      const list = tenths.map((mark, index) => ({ id: `p${index}`, score: mark / 10 }));
      const byId = (items: readonly { readonly id: string; readonly grade?: string }[]): Record<string, string | undefined> => Object.fromEntries(items.map((item) => [item.id, item.grade]));
      const options = { tie: { seed: 's' } };
      expect(byId(grade(qianjiang(undefined, { tie: [{ by: 'lot' }] }), [...list].reverse(), options).items)).toEqual(byId(grade(qianjiang(undefined, { tie: [{ by: 'lot' }] }), list, options).items));
    }));
  });
});

describe('explainGrading', () => {
  it('writes places, money and the sum of each project so that they can be made again by hand', () => {
    const node = explainGrading(grade(qianjiang(), projects(64, [14]), { tie: { decided: ['p13', 'p14'] } }), qianjiang(), 'zh-CN');
    expect(node.text).toBe('终评定级：共64个，特等1个、一等12个、二等32个、三等19个。');
    expect(node.children?.slice(0, 7).map(({ text }) => text)).toEqual([
      '“特等”1个名额，评出1个。', '“一等”不超过20%：64个的20%舍去尾数为12个，评出12个。', '“二等”不超过50%：64个的50%舍去尾数为32个，评出32个。', '“三等”为其余全部，评出19个。',
      '奖补：30000×1＋10000×12＋5000×32＋2000×19＝348000元。', '资金总额348000元，剩余0元。', 'p13、p14得分相同，按“委员会决定”确定先后：p13、p14。',
    ]);
  });

  it('tells a tie that is open and what is not decided', () => {
    const grading = qianjiang(undefined, { tie: 'UNDECIDED' });
    const node = explainGrading(grade(grading, projects(64, [14])), grading, 'zh-CN', (id) => `项目${id}`);
    expect(node.text).toBe('终评定级：还有未确定的内容（得分相同如何定先后），评不出等次。');
    expect(node.children?.map(({ text }) => text)).toContain('项目p13、项目p14得分相同，跨在两个等次之间，方案没有规定或规定不足以分出先后，请先确定规则。');
  });

  it('writes a combined mark as a sum, in both languages', () => {
    const grading: Grading = { ...performance, inputs: [{ id: 'site', title: title('现场评审'), weight: 60 }, { id: 'daily', title: title('日常了解'), weight: 40 }], rounding: { step: 1, mode: 'half-up' }, gradeOn: 'unrounded', whenMissing: 'block' };
    const [item] = grade(grading, [{ id: '甲', marks: { site: 90, daily: 88.5 } }]).items;
    if (item === undefined) throw new Error('no item');
    expect(explainGrade(item, grading, 'zh-CN').children?.map(({ text }) => text)).toEqual(['（90×60＋88.5×40）÷100＝89.4', '89.4按规定取整，为89']);
    expect(explainGrade(item, grading, 'en')).toMatchObject({ text: '甲: 89 points, 良.', children: [{ text: '(90 × 60 + 88.5 × 40) ÷ 100 = 89.4' }, { text: '89.4 is rounded to 89' }] });
  });
});
