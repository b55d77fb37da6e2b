import type { Threshold } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { threshold } from '../../test/case-scheme.js';
import { checkThreshold } from './check-threshold.js';
import { decideVote } from './decide-vote.js';
import { thresholdSentences } from './threshold-sentences.js';

const found = (change: Partial<Threshold>): string[] => checkThreshold({ ...threshold, ...change }).map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);
const secondKey = { fact: 'score', operator: 'greaterThan', value: 1 };
const all = { p: 1, q: 1 };

describe('checkThreshold', () => {
  it.each<[string, Partial<Threshold>, string[]]>([
    ['a sound rule', {}, []],
    ['a rule that is open', { base: 'UNDECIDED', tie: 'UNDECIDED', rounds: 'UNDECIDED', secondKey, quorum: 'UNDECIDED', softRecusal: 'UNDECIDED' }, []],
    ['a second key that is not there', { tie: 'secondKey' }, ['error scheme/second-key-missing /tie']],
    ['a second key in use', { tie: 'secondKey', secondKey }, []],
    ['a second key that nothing reads', { secondKey }, ['warning scheme/second-key-unused /secondKey']],
    ['rounds that nothing reads', { tie: 'lot', rounds: 2 }, ['warning scheme/vote-rounds-unused /rounds']],
    ['no round at all', { rounds: 0 }, ['error scheme/vote-rounds-none /rounds']],
    ['more than all', { ratio: all }, ['error scheme/vote-never-passes /ratio']],
    ['at least all', { ratio: all, op: '>=' }, []],
    ['a quorum of more than all', { quorum: { op: '>', ratio: { p: 3, q: 3 }, base: 'entitled' } }, ['error scheme/quorum-never-met /quorum/ratio']],
    ['nothing, which any yes exceeds', { ratio: { p: 0, q: 3 } }, ['warning scheme/vote-any-yes /ratio']],
    ['at least nothing', { ratio: { p: 0, q: 1 }, op: '>=' }, ['warning scheme/vote-any-yes /ratio']],
    ['the least share above nothing', { ratio: { p: 1, q: 100 } }, []],
    ['a quorum of at least nothing', { quorum: { op: '>=', ratio: { p: 0, q: 3 }, base: 'entitled' } }, ['warning scheme/quorum-always-met /quorum/ratio']],
    ['a quorum of more than nothing', { quorum: { op: '>', ratio: { p: 0, q: 3 }, base: 'entitled' } }, ['warning scheme/quorum-of-one /quorum/ratio']],
    ['a quorum that is a parameter', { quorum: { parameter: 'quorum' } }, []],
    ['a ground both hard and soft', { recusal: ['kin'], softRecusal: ['tookPart', 'kin'] }, ['warning scheme/conflict-hard-and-soft /softRecusal/1']],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('tells of a share that really nobody reaches', () => {
    const members = ['a', 'b'].map((id) => ({ id }));
    const ballots = members.map(({ id }) => ({ member: id, choice: 'yes' as const }));
    expect(decideVote({ members, present: ['a', 'b'], ballots }, { ...threshold, ratio: all }).outcome).toBe('failed');
  });

  it('tells of a share that really a single yes reaches, and none does not', () => {
    const members = ['a', 'b', 'c'].map((id) => ({ id }));
    const vote = (first: 'yes' | 'no', op: '>' | '>=') => decideVote({ members, present: ['a', 'b', 'c'], ballots: [{ member: 'a', choice: first }, { member: 'b', choice: 'no' }, { member: 'c', choice: 'no' }] }, { ...threshold, op, ratio: { p: 0, q: 3 } }).outcome;
    expect([vote('yes', '>'), vote('yes', '>='), vote('no', '>'), vote('no', '>=')]).toEqual(['passed', 'passed', 'failed', 'failed']);
  });

  it('has a sentence and a remedy for every finding in both languages', () => {
    expect(Object.keys(thresholdSentences.en)).toEqual(Object.keys(thresholdSentences['zh-CN']));
    for (const table of Object.values(thresholdSentences)) for (const say of Object.values(table)) expect(JSON.stringify(say({}))).not.toMatch(/undefined|NaN/);
  });
});
