import { describe, expect, it } from 'vitest';
import { createInterpreter, schemeFormats } from '../src/validation/index.js';
import { readSuite } from './json-schema-suite.js';

const asserted = ['date', 'time', 'date-time', 'duration', 'email', 'uri', 'uuid', 'ipv4', 'regex'];

describe('JSON Schema Test Suite, optional formats that forms assert', () => {
  const files = readSuite('draft2020-12/optional/format').filter(([name]) => asserted.includes(name.replace('.json', '')));
  const validator = createInterpreter({ formats: schemeFormats });

  it('has a file for each', () => {
    expect(files).toHaveLength(asserted.length);
  });

  describe.each(files)('%s', (_, groups) => {
    it.each(groups.flatMap(({ schema, tests }) => tests.map((test) => ({ ...test, schema }))))('$description', ({ schema, data, valid }) => {
      expect(validator.compile(schema).validate(data).length === 0).toBe(valid);
    });
  });
});
