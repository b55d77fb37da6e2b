import { describe, expect, it } from 'vitest';
import { overlayFiles, soundScheme } from '../../test/scheme-files.js';
import type { LoadResult } from './loaded-scheme.js';
import { parseScheme } from './parse-scheme.js';

const load = (changes: Readonly<Record<string, unknown>>): LoadResult => parseScheme(overlayFiles(changes));
const ids = (parts: readonly { readonly id: string }[] | undefined): string[] => (parts ?? []).map(({ id }) => id);
const stage = (id: string, more: object = {}): object => ({ ...soundScheme.stages[0], id, ...more });

describe('an overlay', () => {
  it('has head of its own and everything else of its base', () => {
    const { scheme, problems } = load({});

    expect(problems).toEqual([]);
    const { title: _title, ...rest } = soundScheme;
    expect(scheme).toEqual({ ...rest, id: 'overlay', version: '1.0.0', title: { 'zh-CN': '镇里的方案' } });
  });

  it('merges things by id and keeps their order', () => {
    const { scheme } = load({ stages: [{ id: 'vote', publicTitle: { 'zh-CN': '评审会' } }] });

    expect(ids(scheme?.stages)).toEqual(['apply', 'vote']);
    expect(scheme?.stages[1]).toEqual({ ...soundScheme.stages[1], publicTitle: { 'zh-CN': '评审会' } });
  });

  it('merges parameters whatever they are called', () => {
    const own = { title: { 'zh-CN': '金额' }, type: 'money', value: 5, overlay: 'any' };
    const { scheme, problems } = load({ parameters: { amount: own } });

    expect(problems).toEqual([]);
    expect(Object.keys(scheme?.parameters ?? {})).toEqual([...Object.keys(soundScheme.parameters), 'amount']);
  });

  it('adds new things last', () => {
    const { scheme } = load({ forms: [{ id: 'report', title: { 'zh-CN': '报告' }, schema: { type: 'object' } }] });

    expect(ids(scheme?.forms)).toEqual(['application', 'report']);
  });

  it('removes a thing', () => {
    const { draft } = load({ stages: [{ id: 'vote', remove: true }] });

    expect(ids((draft as typeof soundScheme).stages)).toEqual(['apply']);
  });

  it.each([
    ['behind another', [stage('check', { after: 'apply' })], ['apply', 'check', 'vote']],
    ['at the front with null', [stage('check', { after: null })], ['check', 'apply', 'vote']],
    ['that exists', [{ id: 'apply', after: 'vote' }], ['vote', 'apply']],
    ['behind one that is new itself', [stage('check', { after: 'apply' }), stage('talk', { after: 'check' })], ['apply', 'check', 'talk', 'vote']],
  ])('puts a thing %s', (_what, stages, expected) => {
    const { draft } = load({ stages });

    expect(ids((draft as typeof soundScheme).stages)).toEqual(expected);
    expect(JSON.stringify(draft)).not.toContain('"after"');
  });

  it('replaces other arrays', () => {
    const { scheme } = load({ publicity: { notices: [{ id: 'result', columns: [] }] }, thresholds: [{ id: 'jointVote', recusal: ['sameTown'] }] });

    expect(scheme?.publicity?.notices[0]?.columns).toEqual([]);
    expect(scheme?.thresholds?.[0]?.recusal).toEqual(['sameTown']);
  });

  it('changes nothing with an empty array of things that have ids', () => {
    expect(ids(load({ stages: [] }).scheme?.stages)).toEqual(['apply', 'vote']);
  });

  it('replaces what stands for one value whole: a reference, a text, a provenance', () => {
    const { scheme } = load({
      thresholds: [{ id: 'jointVote', title: { 'zh-CN': '镇级表决' } }],
      publicity: { notices: [{ id: 'result', period: { amount: 9, unit: 'workingDay' } }] },
      parameters: { days: { value: { amount: 7, unit: 'calendarDay' }, provenance: { kind: 'invented' } } },
    });

    expect(scheme?.thresholds?.[0]?.title).toEqual({ 'zh-CN': '镇级表决' });
    expect(scheme?.publicity?.notices[0]?.period).toEqual({ amount: 9, unit: 'workingDay' });
    expect(scheme?.parameters['days']).toMatchObject({ title: { 'zh-CN': '公示期' }, value: { amount: 7, unit: 'calendarDay' }, provenance: { kind: 'invented' } });
  });

  it('adds an English title beside the Chinese one', () => {
    expect(load({ stages: [{ id: 'vote', title: { en: 'Joint review' } }] }).scheme?.stages[1]?.title).toEqual({ 'zh-CN': '会审', en: 'Joint review' });
  });

  it('runs the tests of its base, except those that it replaces', () => {
    expect(ids(load({}).scheme?.tests)).toEqual(['first', 'second']);
    expect(ids(load({ replacesTests: ['first'] }).scheme?.tests)).toEqual(['second']);
  });

  it('is located in the file that says it', () => {
    const { locate } = load({ thresholds: [{ id: 'jointVote', tie: 'lot' }] });

    expect(locate('/thresholds/0/tie')).toMatchObject({ document: 'scheme.json', pointer: '/thresholds/0/tie' });
    expect(locate('/thresholds/0/base')).toMatchObject({ document: '../base/scheme.json', pointer: '/thresholds/0/base' });
    expect(locate('/thresholds/0/nothing/there')).toMatchObject({ document: '../base/scheme.json', pointer: '/thresholds/0' });
    expect(locate('')).toMatchObject({ document: 'scheme.json', pointer: '', line: 1, column: 1 });
  });

  it('may lie over an overlay', () => {
    const middle = { formatVersion: 1, id: 'middle', version: '1.0.0', title: { 'zh-CN': '区' }, extends: '../ground', currency: 'HKD' };
    const top = { id: 'top', version: '1.0.0', title: { 'zh-CN': '镇' }, extends: '../base', calendar: { version: '2027.1' } };
    const texts: Record<string, object> = { 'scheme.json': top, '../base/scheme.json': middle, '../ground/scheme.json': soundScheme };

    const { scheme, documents } = parseScheme({ read: (path) => texts[path] && JSON.stringify(texts[path]) });

    expect(scheme).toMatchObject({ id: 'top', currency: 'HKD', calendar: { version: '2027.1' }, stages: soundScheme.stages });
    expect(documents).toEqual(['scheme.json', '../base/scheme.json', '../ground/scheme.json']);
  });
});
