import { describe, expect, it } from 'vitest';
import { buildFacts } from './facts.js';
import { reservedFacts } from './reserved-facts.js';

describe('buildFacts', () => {
  it('gives each answer by its name, host facts by id and the reserved facts that are there', () => {
    expect(buildFacts({ answers: { households: 20 }, applicant: { id: 'v1' }, parameters: { min: 20 }, today: '2026-05-01', batch: { id: 'b' }, hostFacts: { credit: 'A' } })).toEqual({
      households: 20, applicant: { id: 'v1' }, parameters: { min: 20 }, today: '2026-05-01', batch: { id: 'b' }, credit: 'A',
    });
  });

  it('never takes an answer for a reserved fact', () => {
    const answers = Object.fromEntries(reservedFacts.map((name) => [name, 'from the form']));
    expect(buildFacts({ answers })).toEqual({});
    expect(buildFacts({ answers, hostFacts: { today: '2020-01-01' }, today: '2026-05-01' })).toEqual({ today: '2026-05-01' });
  });

  it('never takes an answer for a fact that only the host may say', () => {
    expect(buildFacts({ answers: { credit: 'A' }, hostFactIds: ['credit'] })).toEqual({});
    expect(buildFacts({ answers: { credit: 'A' }, hostFacts: { credit: 'C' } })).toEqual({ credit: 'C' });
  });

  it('takes an answer named __proto__ as an answer', () => {
    const facts = buildFacts({ answers: JSON.parse('{"__proto__":{"admin":true}}') as Record<string, unknown> });
    expect(Object.keys(facts)).toEqual(['__proto__']);
    expect((facts as { admin?: unknown }).admin).toBeUndefined();
  });
});
