import { describe, expect, it } from 'vitest';
import { listProvenance } from './provenance.js';

describe('listProvenance', () => {
  it('lists every provenance in document order', () => {
    const scheme = { parameters: { cap: { provenance: { kind: 'invented' } } }, stages: [{ provenance: { kind: 'stated', source: 'G4' } }, { provenance: { kind: 'inferred', source: 'G-I3', note: {} } }] };

    expect(listProvenance(scheme)).toEqual([
      { pointer: '/parameters/cap/provenance', kind: 'invented' },
      { pointer: '/stages/0/provenance', kind: 'stated', source: 'G4' },
      { pointer: '/stages/1/provenance', kind: 'inferred', source: 'G-I3' },
    ]);
  });

  it.each([null, 5, { provenance: 'G4' }, { provenance: { kind: 'guessed' } }])('finds none in %j', (value) => {
    expect(listProvenance(value)).toEqual([]);
  });
});
