import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withValueAt } from '../problems/with-value-at.js';
import { keepOwn, takeBase } from './base-decision.js';
import type { BaseReviewEntry, ChangedBase } from './base-review.js';
import { reviewBase } from './base-review.js';
import { createSchemeDraft } from './scheme-draft.js';

type Json = Readonly<Record<string, unknown>>;

const parameter = (value: unknown, overlay = 'any'): Json => ({ title: { 'zh-CN': '参数' }, type: 'integer', value, overlay });
const rule = (id: string, value: number, more: Json = {}): Json => ({ id, title: { 'zh-CN': `规则${id}` }, conditions: { all: [{ fact: 'homes', operator: 'greaterThan', value }] }, reason: { 'zh-CN': '不符合。' }, ...more });
const city: Json = {
  formatVersion: 1, id: 'city', version: '1.0.0', title: { 'zh-CN': '市模板' },
  parameters: { least: parameter(20, 'raise'), free: parameter(5), old: parameter(1) },
  eligibility: { rules: [rule('a', 1), rule('b', 2), rule('c', 3)] },
  thresholds: [{ id: 'vote', op: '>', ratio: { p: 1, q: 2 }, tie: 'fail' }],
  tests: [{ id: 't', description: 't' }, { id: 'u', description: 'u' }],
};
const set = (pointer: string, value: unknown, of: Json = city): Json => withValueAt(of, pointer, value) as Json;
const changed = (said: Json, now: Json, before: Json = city, files: Readonly<Record<string, string>> = {}): ChangedBase => ({
  texts: { 'scheme.json': JSON.stringify({ extends: '../city', id: 'district', version: '1.0.0', title: { 'zh-CN': '区' }, ...said }, undefined, 2), ...files }, base: { read: () => JSON.stringify(now) }, before,
});
const kinds = (entries: readonly BaseReviewEntry[]): string[] => entries.map(({ kind, path }) => `${kind} ${path.join('/')}`);
const merged = ({ texts, base }: Pick<ChangedBase, 'texts' | 'base'>): unknown => createSchemeDraft(texts, { base }).document;
const own = (texts: ChangedBase['texts']): Json => JSON.parse(texts['scheme.json'] ?? '') as Json;

describe('reviewBase', () => {
  it('finds nothing where the base says the same, however it calls itself', () => {
    expect(reviewBase(changed({ parameters: { free: { value: 9 } } }, { ...city, version: '2.0.0', title: { 'zh-CN': '新名字' } }))).toEqual([]);
  });

  it('finds nothing of a scheme that extends no other, or that cannot be read', () => {
    expect(reviewBase({ texts: { 'scheme.json': JSON.stringify(city) }, base: { read: () => undefined }, before: city })).toEqual([]);
    expect(reviewBase({ ...changed({}, set('/parameters/free/value', 6)), texts: { 'scheme.json': '{ broken' } })).toEqual([]);
  });

  it('lets through what the overlay says nothing of', () => {
    const [entry] = reviewBase(changed({}, set('/parameters/free/value', 6)));
    expect(entry).toMatchObject({ kind: 'through', path: ['parameters', 'free', 'value'], pointer: '/parameters/free/value', changes: [{ sentence: '「参数」由 5 改为 6' }] });
    expect(entry).not.toHaveProperty('own');
  });

  it('names what both have changed, with the base before, the base now, and the own word', () => {
    const [entry, ...more] = reviewBase(changed({ parameters: { free: { value: 9 } } }, set('/parameters/free/value', 6)));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'conflict', changes: [{ words: { before: '5', after: '6' } }], own: { words: { before: '6', after: '9' } } });
  });

  it('finds a thing by its id wherever either has put it', () => {
    const now = set('/eligibility/rules', [rule('n', 9), rule('c', 3), rule('a', 1), rule('b', 7)]);
    expect(kinds(reviewBase(changed({ eligibility: { rules: [rule('b', 5, { after: null })] } }, now)))).toEqual(['through eligibility/rules/n', 'conflict eligibility/rules/b/conditions', 'conflict eligibility/rules']);
  });

  it('says what the base has come to say as well', () => {
    expect(kinds(reviewBase(changed({ parameters: { free: { value: 6 } } }, set('/parameters/free/value', 6))))).toEqual(['same parameters/free/value']);
  });

  it('takes all that has changed in a thing which the overlay removed as one', () => {
    const now = set('/thresholds/0', { id: 'vote', op: '>=', ratio: { p: 2, q: 3 }, tie: 'lot' });
    const [entry, ...more] = reviewBase(changed({ thresholds: [{ id: 'vote', remove: true }] }, now));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'conflict', path: ['thresholds', 'vote'], own: { kind: 'removed' } });
    expect(entry?.changes).toHaveLength(3);
  });

  it('finds words about what is gone: a setting of it, its removal, a place behind it, a test that it replaces', () => {
    const now = { ...city, parameters: { least: parameter(20, 'raise'), free: parameter(5) }, eligibility: { rules: [rule('c', 3)] }, tests: [{ id: 'u', description: 'u' }] };
    const said = { parameters: { old: { value: 2 } }, eligibility: { rules: [{ id: 'a', remove: true }, rule('own', 4, { after: 'b' })] }, replacesTests: ['t', 'u'] };
    expect(kinds(reviewBase(changed(said, now))).sort()).toEqual(['gone eligibility/rules/a', 'gone eligibility/rules/own/after', 'gone parameters/old', 'gone replacesTests/t', 'through eligibility/rules/b', 'through tests/t']);
  });

  it('names a guard rail that the overlay breaks now: one that was moved, and one that is new', () => {
    const moved = reviewBase(changed({ parameters: { least: { value: 25 } } }, set('/parameters/least/value', 30)));
    expect(moved).toMatchObject([{ kind: 'broken', path: ['parameters', 'least', 'value'], problem: { code: 'scheme/overlay-raise' }, own: { words: { after: '25' } } }]);
    const fresh = reviewBase(changed({ parameters: { free: { value: 9 } } }, set('/parameters/free/overlay', 'locked')));
    expect(fresh).toMatchObject([{ kind: 'through' }, { kind: 'broken', path: ['parameters', 'free', 'value'], changes: [], problem: { code: 'scheme/overlay-locked' } }]);
    const kept = reviewBase(changed({ eligibility: { rules: [{ id: 'b', remove: true }] } }, set('/eligibility/rules/1/overlay', 'keep')));
    expect(kept).toMatchObject([{ kind: 'broken', path: ['eligibility', 'rules', 'b'], problem: { code: 'scheme/overlay-removes' } }]);
    expect(reviewBase(changed({ parameters: { least: { value: 10 } } }, set('/parameters/free/value', 6))).map(({ kind }) => kind)).toEqual(['through']);
  });

  it('speaks English', () => {
    expect(reviewBase({ ...changed({}, set('/parameters/free/value', 6)), locale: 'en' })[0]?.changes[0]?.sentence).toBe('“参数”: 5 becomes 6.');
  });
});

describe('takeBase', () => {
  it('takes out the words at the place and what held nothing else, and leaves the rest as it was written', () => {
    const said = { parameters: { free: { value: 9, provenance: { kind: 'invented' } }, least: { value: 25 } }, thresholds: [{ id: 'vote', tie: 'lot' }] };
    const input = changed(said, set('/thresholds/0/tie', 'chair', set('/parameters/free/value', 6)));
    const entries = reviewBase(input);
    expect(kinds(entries)).toEqual(['conflict parameters/free/value', 'conflict thresholds/vote/tie']);
    expect(own(takeBase(input, entries))).toEqual({ extends: '../city', id: 'district', version: '1.0.0', title: { 'zh-CN': '区' }, parameters: { least: { value: 25 } } });
    const some = own(takeBase(input, entries.slice(1)));
    expect(some).toHaveProperty('parameters.free.value', 9);
    expect(some).not.toHaveProperty('thresholds');
  });

  it('takes back a removal and an order', () => {
    const now = set('/eligibility/rules', [rule('c', 3), rule('a', 1), rule('b', 7)]);
    const input = changed({ eligibility: { rules: [{ id: 'b', remove: true }, { id: 'c', after: 'a' }] } }, now);
    const texts = takeBase(input, reviewBase(input));
    expect(own(texts)).not.toHaveProperty('eligibility');
    expect(merged({ ...input, texts })).toMatchObject({ eligibility: now['eligibility'] });
  });

  it('writes into the file that says the thing', () => {
    const input = changed({ parameters: { $file: 'parameters.json' } }, set('/parameters/free/value', 6), city, { 'parameters.json': '{\n  "free": { "value": 9 },\n  "least": { "value": 25 }\n}\n' });
    const texts = takeBase(input, reviewBase(input));
    expect(texts).toEqual({ ...input.texts, 'parameters.json': '{\n  "least": { "value": 25 }\n}\n' });
  });

  it('takes out what speaks of things that are gone', () => {
    const now = { ...city, parameters: { free: parameter(5) }, tests: [{ id: 'u', description: 'u' }] };
    const input = changed({ parameters: { old: { value: 2 }, least: { value: 25 } }, replacesTests: ['t'] }, now);
    expect(Object.keys(own(takeBase(input, reviewBase(input))))).toEqual(['extends', 'id', 'version', 'title']);
  });
});

describe('keepOwn', () => {
  it('says in full what the base has given up, and leaves out what was only about it', () => {
    const now = { ...city, parameters: { free: parameter(5) }, eligibility: { rules: [rule('c', 3)] } };
    const input = changed({ parameters: { old: { value: 2 } }, eligibility: { rules: [{ id: 'a', remove: true }, { id: 'b', title: { 'zh-CN': '区里的叫法' } }] } }, now);
    const texts = keepOwn(input, reviewBase(input));
    expect(own(texts)).toMatchObject({ parameters: { old: parameter(2) }, eligibility: { rules: [{ id: 'b', title: { 'zh-CN': '区里的叫法' }, conditions: rule('b', 2)['conditions'] }] } });
    expect(kinds(reviewBase({ ...input, texts }))).toEqual(['through parameters/least', 'own parameters/old', 'through eligibility/rules/a', 'own eligibility/rules/b']);
    expect(createSchemeDraft(texts, { base: input.base }).loaded.problems.filter(({ code }) => code.startsWith('scheme/overlay'))).toEqual([]);
  });
});

/** Bases that differ here and there, and an overlay that says something of its own. */
const amount = fc.integer({ min: 0, max: 3 });
const ids = ['a', 'b', 'c', 'd'] as const;
const rules = fc.tuple(fc.shuffledSubarray([...ids]), fc.tuple(amount, amount, amount, amount), fc.tuple(amount, amount, amount, amount)).map(([chosen, values, titles]) => chosen.map((id) => ({ ...rule(id, values[ids.indexOf(id)] ?? 0), title: { 'zh-CN': `规则${String(titles[ids.indexOf(id)])}` } })));
const parameters = fc.dictionary(fc.constantFrom('p', 'q', 'r'), amount.map((value) => parameter(value)), { maxKeys: 3 });
const base = fc.record({ parameters, rules }).map((made): Json => ({ formatVersion: 1, id: 'city', version: '1.0.0', title: { 'zh-CN': '市' }, parameters: made.parameters, eligibility: { rules: made.rules } }));
const statement = fc.oneof(
  amount.map((value) => ({ conditions: rule('', value)['conditions'] })), amount.map((value) => ({ title: { 'zh-CN': `规则${String(value)}` } })), fc.constant({ remove: true }), fc.constantFrom({ after: null }, { after: 'a' }, { after: 'c' }),
);
const overlay = fc.record({ parameters: fc.dictionary(fc.constantFrom('p', 'q', 'r'), amount.map((value) => ({ value })), { maxKeys: 3 }), rules: fc.tuple(fc.shuffledSubarray([...ids]), fc.tuple(statement, statement, statement, statement)).map(([chosen, said]) => chosen.map((id, index) => ({ id, ...said[index] }))) })
  .map((made): Json => ({ parameters: made.parameters, eligibility: { rules: made.rules } }));
const triple = fc.tuple(base, base, overlay).map(([before, now, said]) => changed(said, now, before));
const at = (document: unknown, path: readonly string[]): unknown => path.reduce<unknown>((value, token) => (Array.isArray(value) ? (value as readonly Json[]).find(({ id }) => id === token) : (value as Json | undefined)?.[token]), document);
const isOpen = ({ kind }: BaseReviewEntry): boolean => kind === 'conflict' || kind === 'gone' || kind === 'broken';

describe('any overlay over any change of its base', () => {
  it('is told every place once', () => {
    fc.assert(fc.property(triple, (input) => {
      const paths = reviewBase(input).map(({ path }) => JSON.stringify(path));
      expect(new Set(paths).size).toBe(paths.length);
    }));
  });

  it('has nothing to decide where it says nothing, and becomes the new base', () => {
    fc.assert(fc.property(base, base, (before, now) => {
      const input = changed({}, now, before);
      expect(reviewBase(input).every(({ kind }) => kind === 'through')).toBe(true);
      expect(merged(input)).toMatchObject({ parameters: now['parameters'], eligibility: now['eligibility'] });
    }));
  });

  it('says what the new base says at every place, once it takes the base\'s word everywhere, and keeps its other words', () => {
    fc.assert(fc.property(triple, (input) => {
      const entries = reviewBase(input);
      const texts = takeBase(input, entries.filter(isOpen));
      const [now, document] = [JSON.parse(input.base.read('') ?? '') as Json, merged({ ...input, texts })];
      expect(reviewBase({ ...input, texts }).filter(isOpen)).toEqual([]);
      for (const { path, changes } of entries) if (changes.some(({ kind }) => kind !== 'moved') && path[0] !== 'replacesTests') expect(at(document, path)).toEqual(at(now, path));
      const decided = entries.filter(isOpen).map(({ path }) => path);
      const isDecided = (path: readonly string[]): boolean => decided.some((each) => each.every((token, index) => path[index] === token || path[index] === undefined));
      for (const [key, said] of Object.entries(own(input.texts)['parameters'] as Json)) if (!isDecided(['parameters', key, 'value'])) expect(at(own(texts), ['parameters', key])).toEqual(said);
    }));
  });

  it('is what it was, once it keeps its own word everywhere but about what is gone', () => {
    fc.assert(fc.property(triple, (input) => {
      const entries = reviewBase(input).filter(isOpen);
      const texts = keepOwn(input, entries);
      if (!entries.some(({ kind }) => kind === 'gone')) expect(texts).toBe(input.texts);
      expect(reviewBase({ ...input, texts }).filter(({ kind, path }) => kind === 'gone' && at(own(texts), path) === undefined)).toEqual([]);
    }));
  });
});
