import { describe, expect, it, vi } from 'vitest';
import { define, evaluateCondition, nodeAt, open, when } from '../../test/form/form-fixture.js';
import type { EvaluateCondition } from './form-model.js';

const names = ['a', 'b', 'c'];
const definition = define(
  { properties: { ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])), other: { type: 'string' }, onA: { type: 'string' }, onBoth: { type: 'string' }, onToday: { type: 'string' } } },
  { fields: { '/onA': { visibleWhen: when('a', 'x') }, '/onBoth': { visibleWhen: { all: [when('b', 'x'), when('c', 'x')] } }, '/onToday': { requiredWhen: when('today', 'x') } } },
);

describe('conditions of a form', () => {
  it('are asked again only when a fact that they read changed', () => {
    const asked = vi.fn(evaluateCondition);
    const form = open(definition, { evaluateCondition: asked });
    const askedBy = (change: () => void): number => {
      asked.mockClear();
      change();
      return asked.mock.calls.filter(([condition]) => Object.values(definition.fields ?? {}).some(({ visibleWhen, requiredWhen }) => condition === visibleWhen || condition === requiredWhen)).length;
    };
    const once = askedBy(() => form.setValue('/a', 'x'));
    expect(once).toBeGreaterThan(0);
    expect(askedBy(() => form.setValue('/other', 'x'))).toBe(0);
    expect(askedBy(() => form.setValue('/c', 'x'))).toBe(once);
    expect(askedBy(() => form.touch('/a'))).toBe(0);
    expect(askedBy(() => form.setFacts({ today: 'x' }))).toBe(once);
    expect([nodeAt(form, '/onA').visible, nodeAt(form, '/onBoth').visible, nodeAt(form, '/onToday').required]).toEqual([true, false, true]);
  });

  it.each<[string, EvaluateCondition]>([
    ['goes through all names', (_, facts) => Object.entries(facts).some(([name, value]) => name === 'a' && value === 'x')],
    ['copies the facts', (_, facts) => ({ ...facts }['a'] === 'x')],
    ['asks for a name first', (_, facts) => 'a' in facts && facts['a'] === 'x'],
    ['knows a condition by another name', (condition, facts) => ('condition' in condition ? facts['a'] === 'x' : 'unknown')],
    ['throws until it finds one', (_, facts) => (facts['a'] as string).length === 1],
  ])('are answered rightly by an evaluator that %s', (_, own) => {
    const form = open(define({ properties: { a: { type: 'string' }, b: { type: 'string' } } }, { fields: { '/b': { visibleWhen: { condition: 'named' } } } }), { evaluateCondition: own });
    expect(nodeAt(form, '/b').visible).toBe(false);
    form.setValue('/a', 'x');
    expect(nodeAt(form, '/b').visible).toBe(true);
    form.setValue('/a', 'yy');
    expect(nodeAt(form, '/b').visible).toBe(false);
  });

  it('read reserved facts before answers of the same name, and nothing that every object has', () => {
    const read = vi.fn<EvaluateCondition>((_, facts) => {
      seen.push([facts['a'], Object.prototype.hasOwnProperty.call(facts, 'toString'), Object.keys(facts)]);
      return true;
    });
    const seen: unknown[] = [];
    open(define({ properties: { a: { type: 'string', } } }, { fields: { '/a': { visibleWhen: { all: [] } } } }), { evaluateCondition: read, value: { a: 'answer' }, facts: { a: 'reserved', today: 'x' } });
    expect(seen[0]).toEqual(['reserved', false, ['a', 'today']]);
  });

  it('see facts that a host changed in place once it hands them in again', () => {
    const facts = { today: 'y' };
    const form = open(definition, { facts });
    expect(nodeAt(form, '/onToday').required).toBe(false);
    facts.today = 'x';
    form.setFacts(facts);
    expect(nodeAt(form, '/onToday').required).toBe(true);
  });
});
