import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.js';

describe('nearestName', () => {
  it.each([
    ['treshold', 'threshold'],
    ['NOTICE', 'notice'],
    ['nocite', 'notice'],
    ['fomr', 'form'],
  ])('takes %s for %s', (name, meant) => {
    expect(nearestName(name, ['threshold', 'notice', 'form'])).toBe(meant);
  });

  it('takes a beginning for the only name that has it', () => {
    expect(nearestName('int', ['integer', 'decimal'])).toBe('integer');
    expect(nearestName('contract', ['contractSigned', 'reportAccepted'])).toBe('contractSigned');
    expect(nearestName('per', ['perApplicant', 'perVillage'])).toBeUndefined();
    expect(nearestName('in', ['integer'])).toBeUndefined();
    expect(nearestName('int', new Set(['decimal', 'integer']).values())).toBe('integer');
  });

  it('finds nothing where every name is far, or none is known', () => {
    expect(nearestName('budget', ['threshold', 'notice'])).toBeUndefined();
    expect(nearestName('budget', [])).toBeUndefined();
    expect(nearestName('', ['form'])).toBeUndefined();
  });

  it('allows one mistake per three characters: two of six, not three', () => {
    expect(nearestName('notxxe', ['notice'])).toBe('notice');
    expect(nearestName('noxxxe', ['notice'])).toBeUndefined();
  });
});
