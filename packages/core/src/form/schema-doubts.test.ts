import { describe, expect, it } from 'vitest';
import { define, open, validator } from '../../test/form/form-fixture.js';
import { readSuite } from '../../test/json-schema-suite.js';
import { findDisagreements } from '../validation/disagreements.js';
import { checkFormDefinition } from './check-form-definition.js';
import { schemaDoubts } from './schema-doubts.js';

const inexact = define({ properties: { x: { type: 'number', title: '金额', multipleOf: 0.01 } } });

describe('a schema that two validators read differently', () => {
  it('is named when a form is made of it, with the place, and stands in nobody’s way', () => {
    const form = open(inexact, { value: { x: 1.1 } });
    expect(form.definitionProblems).toMatchObject([{ code: 'form/validators-disagree', severity: 'warning', pointer: '/schema/properties/x/multipleOf', params: { keyword: 'multipleOf', construct: 'multipleOf-decimal' } }]);
    expect(form.definitionProblems[0]?.message).toContain('multipleOf');
    expect([form.state.valid, checkFormDefinition(inexact, { validator }).length]).toEqual([true, 1]);
  });

  it('is found wherever the whole search finds something, in every schema of the official suite', () => {
    let found = 0;
    for (const schema of ['draft2020-12', 'draft7'].flatMap((draft) => readSuite(draft)).flatMap(([, groups]) => groups.map((group) => group.schema))) {
      const wanted = ((): unknown => { try { return findDisagreements(schema); } catch { return []; } })();
      found += schemaDoubts(schema).length;
      expect(schemaDoubts(schema)).toEqual(wanted);
    }
    expect(found).toBeGreaterThan(20);
  });

  it.each([true, { type: 'object' }, { $ref: 'nowhere', multipleOf: 0.1 }])('says nothing, or what it can, of %j', (schema) => {
    expect(schemaDoubts(schema)).toBeInstanceOf(Array);
  });
});
