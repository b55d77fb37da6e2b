import { describe, expect, it } from 'vitest';
import { hasOpenQuestion } from './open-schema.js';

const asking = (question: unknown): unknown => ({ type: 'object', properties: { a: { type: 'string' }, q: question } });

describe('a schema that leaves an answer open', () => {
  it.each([
    ['a question of which nothing is said', asking({})],
    ['a question that may be anything', asking(true)],
    ['a question with nothing but a title', asking({ title: '附注' })],
    ['a group that lists nothing', asking({ type: 'object' })],
    ['a list that says nothing of its items', asking({ type: 'array' })],
    ['items of any kind', asking({ type: 'array', items: true })],
    ['a question inside a group', asking({ type: 'object', properties: { inner: {} } })],
    ['a question of a branch', { type: 'object', oneOf: [{ properties: { q: {} } }] }],
    ['a question of a definition', { $defs: { row: asking({}) } }],
  ])('is found: %s', (_, schema) => {
    expect(hasOpenQuestion(schema)).toBe(true);
  });

  it.each([
    ['questions with their types', asking({ type: 'number' })],
    ['a choice', asking({ enum: ['a'] })],
    ['a group and a list that say what is in them', asking({ type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } })],
    ['a reference', asking({ $ref: '#/$defs/x' })],
    ['no schema at all', undefined],
  ])('is not found in %s', (_, schema) => {
    expect(hasOpenQuestion(schema)).toBe(false);
  });
});
