import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseScheme, valueAt, withValueAt } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { soundParts } from './sound-parts.js';

const base = JSON.parse(readFileSync(fileURLToPath(new URL('../../test/broken-schemes/base/scheme.json', import.meta.url)), 'utf8')) as unknown;
const load = (files: Readonly<Record<string, unknown>>) => parseScheme({ read: (path) => (files[path] === undefined ? undefined : JSON.stringify(files[path])) });
const partsOf = (files: Readonly<Record<string, unknown>>) => {
  const loaded = load(files);
  return soundParts(loaded, loaded.problems.filter(({ severity }) => severity === 'error'));
};

describe('soundParts', () => {
  it('takes all of a scheme without errors, as it is', () => {
    const loaded = load({ 'scheme.json': base });
    const { scheme, isSound } = soundParts(loaded, []);

    expect(scheme).toBe(loaded.draft);
    expect(isSound('/stages/0')).toBe(true);
  });

  it('tells what a mistake lies in, and what lies in it, from what stands beside it', () => {
    const { isSound } = partsOf({ 'scheme.json': withValueAt(base, '/stages/1/outcomes/0/to', 'nowhere') });

    expect(['/stages', '/stages/1', '/stages/1/outcomes/0/to', '/stages/1/outcomes/0/to/deeper'].map(isSound)).toEqual([false, false, false, false]);
    expect(['/stages/0', '/stages/10', '/stages/1/outcomes/1', '/forms', '/eligibility'].map(isSound)).toEqual([true, true, true, true, true]);
  });

  it('finds mistakes in included files and in a base where the merged scheme has them', () => {
    const whole = base as { readonly stages: readonly unknown[] };
    const including = { ...whole, stages: { $file: 'stages.json' } };
    const wrong = withValueAt(whole.stages, '/1/mehtod', 'vote');
    const overlay = { extends: '../base', formatVersion: 1, id: 'over', version: '1.0.0', title: { 'zh-CN': '沿用' }, stages: [{ id: 'apply', title: { 'zh-CN': '提交' } }] };

    expect(['/stages/0', '/stages/1'].map(partsOf({ 'scheme.json': including, 'stages.json': wrong }).isSound)).toEqual([true, false]);
    expect(['/stages/0', '/stages/1'].map(partsOf({ 'scheme.json': overlay, '../base/scheme.json': including, '../base/stages.json': wrong }).isSound)).toEqual([true, false]);
  });

  it('leaves a wrong parameter undecided and a wrong field open, and keeps the rest', () => {
    const broken = withValueAt(withValueAt(base, '/parameters/minHouseholds/value', '20'), '/forms/0/schema/properties/households/minimum', 'none');
    const { scheme } = partsOf({ 'scheme.json': broken });

    expect(valueAt(scheme, '/parameters/minHouseholds')).toEqual({ value: 'UNDECIDED' });
    expect(valueAt(scheme, '/forms/0/schema/properties/households')).toEqual({});
    for (const pointer of ['/parameters/categories', '/forms/0/schema/properties/category', '/stages', '/eligibility']) expect(valueAt(scheme, pointer)).toEqual(valueAt(base, pointer));
  });

  it('puts empty parts in the place of what is missing or of another kind', () => {
    const { scheme, isSound } = partsOf({ 'scheme.json': { ...(base as object), parameters: 5, organisation: null, stages: {}, eligibility: [] } });

    expect(scheme).toMatchObject({ parameters: {}, organisation: { levels: [] }, stages: [], eligibility: { rules: [] } });
    expect(['/stages', '/stages/0', '/forms/0'].map(isSound)).toEqual([false, false, true]);
  });
});
