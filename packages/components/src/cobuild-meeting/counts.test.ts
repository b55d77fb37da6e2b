import { describe, expect, it } from 'vitest';
import { readCountTexts, textsOf } from './counts.js';

const right = { issued: '22', returned: '22', yes: '12', no: '8', abstain: '1', void: '1' };

describe('readCountTexts', () => {
  it('reads numbers that agree', () => {
    expect(readCountTexts(right, 22)).toEqual({ counts: { issued: 22, returned: 22, yes: 12, no: 8, abstain: 1, void: 1 }, sum: 22, findings: [], recordable: true });
  });

  it.each(['', ' ', '-1', '1.5', '二', '1e3', '0x1', '1234567'])('does not read %j as a number', (text) => {
    const reading = readCountTexts({ ...right, yes: text }, 22);
    expect(reading).toEqual({ findings: [{ kind: 'notWhole', names: ['yes'] }], recordable: false });
  });

  it.each([
    ['one less than returned', { no: '7' }, ['sumDifferent'], false],
    ['one more than returned', { no: '9' }, ['sumDifferent'], false],
    ['one returned less than issued', { returned: '21', no: '7' }, [], true],
    ['one returned more than issued, which makes the vote void', { returned: '23', no: '9' }, ['returnedTooMany'], true],
    ['one issued more than present', { issued: '23' }, ['issuedTooMany'], false],
    ['one issued less than present', { issued: '21', returned: '21', no: '7' }, [], true],
  ])('%s', (_, change, kinds, recordable) => {
    const reading = readCountTexts({ ...right, ...change }, 22);
    expect([reading.findings.map(({ kind }) => kind), reading.recordable]).toEqual([kinds, recordable]);
  });

  it('reads what textsOf wrote', () => {
    const counts = { issued: 5, returned: 4, yes: 2, no: 1, abstain: 1, void: 0, tellers: ['甲'] };
    const { tellers: _, ...numbers } = counts;
    expect(readCountTexts(textsOf(counts), 5).counts).toEqual(numbers);
  });
});
