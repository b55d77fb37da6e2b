import { describe, expect, it } from 'vitest';
import { overlayFiles, soundScheme } from '../../test/scheme-files.js';
import { baseHash } from './base-hash.js';
import { parseScheme } from './parse-scheme.js';

const changed = { ...soundScheme, currency: 'HKD' };

describe('baseHash', () => {
  it('tells states of a base apart by what an overlay takes from it', () => {
    expect(baseHash(soundScheme)).toMatch(/^[0-9a-f]{64}$/);
    expect(baseHash({ ...soundScheme, version: '9.0.0', title: { 'zh-CN': '别的名字' }, baseHash: 'x' })).toBe(baseHash(soundScheme));
    expect(baseHash(changed)).not.toBe(baseHash(soundScheme));
    expect([baseHash(undefined), baseHash([]), baseHash({ a: Infinity })]).toEqual([undefined, undefined, undefined]);
  });

  it('lets the check say that a base has changed since it was reviewed', () => {
    const codes = (base: Readonly<Record<string, unknown>>, reviewed?: string): unknown => parseScheme(overlayFiles(reviewed === undefined ? {} : { baseHash: reviewed }, base)).problems.map(({ code, severity, pointer }) => [code, severity, pointer]);
    expect(codes(soundScheme, baseHash(soundScheme))).toEqual([]);
    expect(codes(changed)).toEqual([]);
    expect(codes(changed, baseHash(soundScheme))).toEqual([['scheme/base-changed', 'warning', '/baseHash']]);
  });

  it('is not handed down to a scheme that extends the overlay', () => {
    const middle = { formatVersion: 1, id: 'middle', version: '1.0.0', title: { 'zh-CN': '区' }, extends: '../ground', baseHash: baseHash(soundScheme) };
    const top = { formatVersion: 1, id: 'top', version: '1.0.0', title: { 'zh-CN': '镇' }, extends: '../base' };
    const texts: Record<string, object> = { 'scheme.json': top, '../base/scheme.json': middle, '../ground/scheme.json': soundScheme };
    expect(parseScheme({ read: (path) => texts[path] && JSON.stringify(texts[path]) }).draft).not.toHaveProperty('baseHash');
  });
});
