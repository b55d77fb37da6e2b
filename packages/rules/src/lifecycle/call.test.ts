import type { Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { applicant, reviewer, scheme as usual, secretary } from '../../test/case-scheme.js';
import { callNotice, paperNotice } from './call-checks.js';
import { nextActions } from './next-actions.js';

const [first, ...others] = usual.stages as [Scheme['stages'][0], ...Scheme['stages']];
const calling = (call: NonNullable<Scheme['stages'][0]['call']>): Scheme => ({ ...usual, stages: [{ ...first, call }, ...others] });
const march = calling({ opensAt: '2026-03-01T09:00:00+08:00', closesAt: '2026-04-01T00:00:00+08:00' });
const codesAt = (scheme: Scheme, at: string): string[] => new CasePlay(scheme).moveTo(at).codes('submitted', { answers: { households: 25 }, applicant }, secretary);

describe('row 10: a call with opening and closing time', () => {
  it.each([
    ['a second before it opens', '2026-03-01T08:59:59+08:00', ['case/call-not-open']], ['when it opens', '2026-03-01T09:00:00+08:00', []],
    ['a second before it closes', '2026-03-31T23:59:59+08:00', []], ['when it closes', '2026-04-01T00:00:00+08:00', ['case/call-closed']], ['a second after', '2026-04-01T00:00:01+08:00', ['case/call-closed']],
    ['the same moment by another clock', '2026-03-31T16:00:00Z', ['case/call-closed']],
  ])('takes applications in or refuses them: %s', (_, at, codes) => {
    expect(codesAt(march, at)).toEqual(codes);
    const offered = nextActions(march, undefined, secretary, at, context).some(({ type }) => type === 'submitted');
    expect(offered).toBe(codes.length === 0);
  });

  it('says when, in China, and what to do', () => {
    const [early] = new CasePlay(march).moveTo('2026-02-28T09:00:00+08:00').problems('submitted', { answers: {}, applicant }, secretary);
    expect(early?.message).toBe('还没有开始受理申报，2026年3月1日 09:00开始。');
    const [late] = new CasePlay(march).moveTo('2026-04-01T00:00:01+08:00').problems('submitted', { answers: {}, applicant }, secretary);
    expect([late?.message, late?.remedy]).toEqual(['申报已于2026年4月1日 00:00截止，不再受理。', '可以保存草稿，留待下一批申报。']);
  });

  it.each([
    ['2026-03-01T08:59:59+08:00', 'notOpen', '还没有开始受理申报，2026年3月1日 09:00开始。可以先填写，草稿会自动保存，开始受理以后再提交。'], ['2026-03-01T09:00:00+08:00', 'open', '正在受理申报，2026年4月1日 00:00截止。'],
    ['2026-03-31T23:59:59+08:00', 'open', '正在受理申报，2026年4月1日 00:00截止。'], ['2026-04-01T00:00:00+08:00', 'closed', '申报已于2026年4月1日 00:00截止，不再受理。可以保存草稿，留待下一批申报。'],
  ])('tells applicants at %s, before they begin, that it is %s', (at, state, text) => {
    expect(callNotice(march, at)).toEqual({ state, text });
  });

  it('is told in English too, from parameters, while it is undecided, and not where it has no end', () => {
    expect(callNotice(march, '2026-03-02T00:00:00Z', 'en')?.text).toBe('The call is open until 1 April 2026 00:00.');
    expect(callNotice(march, '2026-02-02T00:00:00Z', 'en')?.text).toBe('Applications are not taken in yet; the call opens on 1 March 2026 09:00. Fill it in already: the draft is kept, and can be sent once the call is open.');
    const withParameter: Scheme = { ...calling({ closesAt: { parameter: 'closes' } }), parameters: { ...usual.parameters, closes: { title: { 'zh-CN': '截止' }, type: 'text', value: '2026-03-10T00:00:00+08:00', overlay: 'any' } } };
    expect(callNotice(withParameter, '2026-03-02T00:00:00Z')?.text).toBe('正在受理申报，2026年3月10日 00:00截止。');
    expect(callNotice(calling({ opensAt: 'UNDECIDED' }), '2026-03-02T00:00:00Z')).toEqual({ state: 'undecided', text: '方案还没有确定申报的起止时间，不能受理。' });
    expect([callNotice(usual, '2026-03-02T00:00:00Z'), callNotice(calling({ opensAt: '2026-03-01T09:00:00+08:00' }), '2026-03-02T00:00:00Z')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['of the last day, entered afterwards', '2026-04-03T10:00:00+08:00', { scan: 'S-1', receivedOn: '2026-03-31' }, []],
    ['of the day after', '2026-04-03T10:00:00+08:00', { scan: 'S-1', receivedOn: '2026-04-01' }, ['case/paper-late']],
    ['without its day', '2026-04-03T10:00:00+08:00', { scan: 'S-1' }, ['case/paper-day-missing']],
    ['a second before the end', '2026-04-07T23:59:59+08:00', { scan: 'S-1', receivedOn: '2026-03-20' }, []],
    ['at the end', '2026-04-08T00:00:00+08:00', { scan: 'S-1', receivedOn: '2026-03-20' }, ['case/paper-entry-closed']],
    ['that is none', '2026-04-03T10:00:00+08:00', undefined, ['case/call-closed']],
  ])('lets an office enter a paper afterwards where the scheme says until when: %s', (_, at, paper, codes) => {
    const scheme = calling({ opensAt: '2026-03-01T09:00:00+08:00', closesAt: '2026-04-01T00:00:00+08:00', paperUntil: '2026-04-08T00:00:00+08:00' });
    const data = { answers: { households: 25 }, applicant, ...(paper === undefined ? {} : { paper }) };
    expect(new CasePlay(scheme).moveTo(at).codes('submitted', data, secretary)).toEqual(codes);
    // A scheme that says nothing takes nothing in.
    expect(new CasePlay(march).moveTo(at).codes('submitted', data, secretary)).toEqual(['case/call-closed']);
    if (codes.length === 0) expect(new CasePlay(scheme).moveTo(at).act('submitted', data, secretary).events[0]?.data).toMatchObject({ paper });
  });

  it('tells the office until when, and nobody before the closing or after that', () => {
    const scheme = calling({ closesAt: '2026-04-01T00:00:00+08:00', paperUntil: '2026-04-08T00:00:00+08:00' });
    const text = '申报已于2026年4月1日 00:00截止。在截止前收到的纸质申报可以补录到2026年4月8日 00:00，须填写扫描件和收件日期。';
    expect(['2026-03-31T23:59:59+08:00', '2026-04-01T00:00:00+08:00', '2026-04-08T00:00:00+08:00'].map((at) => paperNotice(scheme, at))).toEqual([undefined, text, undefined]);
    expect(paperNotice(march, '2026-04-02T00:00:00+08:00')).toBeUndefined();
    const undecided = calling({ closesAt: '2026-04-01T00:00:00+08:00', paperUntil: 'UNDECIDED' });
    expect(new CasePlay(undecided).moveTo('2026-04-03T10:00:00+08:00').codes('submitted', { answers: {}, applicant, paper: { scan: 'S', receivedOn: '2026-03-20' } }, secretary)).toEqual(['case/call-undecided']);
  });

  it('does not bind what came back for completion', () => {
    const play = new CasePlay(march).moveTo('2026-03-31T10:00:00+08:00').submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补报价' }, reviewer);
    expect(play.moveTo('2026-04-03T09:00:00+08:00').submit().state).toMatchObject({ stage: 'preliminary' });
  });

  it('is open at one end where only the other is given, and takes nothing in while an end is not decided', () => {
    expect([codesAt(calling({ closesAt: '2026-04-01T00:00:00+08:00' }), '2020-01-01T00:00:00Z'), codesAt(calling({ opensAt: '2026-03-01T09:00:00+08:00' }), '2036-01-01T00:00:00Z'), codesAt(calling({}), '2026-03-02T00:00:00Z')]).toEqual([[], [], []]);
    expect(codesAt(calling({ opensAt: '2026-03-01T09:00:00+08:00', closesAt: 'UNDECIDED' }), '2026-03-02T00:00:00Z')).toEqual(['case/call-undecided']);
  });

  it('may take its times from parameters', () => {
    const scheme: Scheme = { ...calling({ closesAt: { parameter: 'closes' } }), parameters: { ...usual.parameters, closes: { title: { 'zh-CN': '截止' }, type: 'text', value: '2026-03-10T00:00:00+08:00', overlay: 'any' } } };
    expect([codesAt(scheme, '2026-03-09T23:59:59+08:00'), codesAt(scheme, '2026-03-10T00:00:00+08:00')]).toEqual([[], ['case/call-closed']]);
  });
});
