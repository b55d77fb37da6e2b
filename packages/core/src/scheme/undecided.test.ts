import { describe, expect, it } from 'vitest';
import { filesOf, soundScheme } from '../../test/scheme-files.js';
import { parseScheme } from './parse-scheme.js';
import { findUndecided } from './undecided.js';

const [vote] = soundScheme.thresholds;

describe('findUndecided', () => {
  it('finds nothing in a scheme that is decided; an answer may be the word', () => {
    expect(findUndecided(soundScheme)).toEqual([]);
  });

  it('names the thing that a hole belongs to', () => {
    const scheme = { ...soundScheme, thresholds: [{ ...vote, base: 'UNDECIDED' }] };

    expect(findUndecided(scheme)).toEqual([{ pointer: '/thresholds/0/base', titles: ['会审表决'], blocksPublishing: true, examples: ['"appointed"', '"entitled"', '"present"', '"valid"'] }]);
    expect(findUndecided(scheme, 'en')[0]?.titles).toEqual(['Joint review vote']);
    expect(parseScheme(filesOf({ 'scheme.json': scheme })).problems[0]?.message).toBe('「会审表决」的基数（base）尚未决定');
    expect(parseScheme(filesOf({ 'scheme.json': scheme }), { locale: 'en' }).problems[0]?.message).toBe('"Joint review vote": "base" is not decided yet.');
  });

  it('does not block publishing where no case comes to', () => {
    const unreachable = { ...soundScheme.stages[1], id: 'appeal', threshold: 'appealVote', deadline: 'UNDECIDED' };
    const scheme = { ...soundScheme, stages: [...soundScheme.stages, unreachable], thresholds: [vote, { ...vote, id: 'appealVote', tie: 'UNDECIDED' }] };

    expect(findUndecided(scheme).map(({ pointer, blocksPublishing }) => [pointer, blocksPublishing])).toEqual([
      ['/stages/2/deadline', false],
      ['/thresholds/1/tie', false],
    ]);
  });

  it('blocks publishing in all that follows the approval: reports, budget, changes, archive', () => {
    const duty = { id: 'regular', title: { 'zh-CN': '定期报告' }, every: 'UNDECIDED', remindBefore: 'UNDECIDED' };
    const change = { id: 'large', title: { 'zh-CN': '大额调整' }, kind: 'money', above: { amount: 'UNDECIDED' }, decidedBy: 'reviewer' };
    const scheme = { ...soundScheme, supervision: { reports: [duty], budget: { lineTolerance: 'UNDECIDED' }, changes: [change] }, archive: { retention: 'UNDECIDED' } };

    expect(findUndecided(scheme).map(({ pointer, blocksPublishing }) => [pointer, blocksPublishing])).toEqual([
      ['/supervision/reports/0/every', true],
      ['/supervision/reports/0/remindBefore', true],
      ['/supervision/budget/lineTolerance', true],
      ['/supervision/changes/0/above/amount', true],
      ['/archive/retention', true],
    ]);
  });

  it('yields a scheme all the same: it may be tested and simulated', () => {
    expect(parseScheme(filesOf({ 'scheme.json': { ...soundScheme, thresholds: [{ ...vote, tie: 'UNDECIDED' }] } })).scheme).toBeDefined();
  });
});
