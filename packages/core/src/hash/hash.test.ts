import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashDocument, sha256Hex } from './hash.js';

describe('sha256Hex', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with Node for every text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }));
  });
});

describe('hashDocument', () => {
  it('does not depend on the order of keys', () => {
    expect(hashDocument({ a: 1, b: ['村', null] })).toBe(hashDocument({ b: ['村', null], a: 1 }));
  });

  it('changes with any value', () => {
    expect(hashDocument({ a: 1 })).not.toBe(hashDocument({ a: '1' }));
    expect(hashDocument({ a: [1, 2] })).not.toBe(hashDocument({ a: [2, 1] }));
  });
});
