import type { FormDefinition } from '@cobuild/core';
import { chinaCalendar, checkAnswers, createInterpreter, parametersFact, sampleAnswers, schemeFormats, valueAt } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkScheme, evaluateCondition } from '../src/index.js';

const root = fileURLToPath(new URL('../../../examples/schemes', import.meta.url));
const schemes = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const validator = createInterpreter({ formats: schemeFormats });
const today = '2026-03-05';

describe('sampleAnswers', () => {
  it.each(schemes)('answers every form of %s so that nothing is wrong with it but what the scheme leaves open', (name) => {
    const { scheme } = checkScheme(readSchemeFolder(`${root}/${name}`));
    const forms = (valueAt(scheme, '/forms') ?? []) as readonly FormDefinition[];
    const facts = { today, parameters: scheme === undefined ? {} : parametersFact(scheme) };
    for (const form of forms) {
      const answers = sampleAnswers(form, { today, facts, evaluateCondition });
      const { problems } = checkAnswers(form, answers, { validator, evaluateCondition, facts, records: { calendar: chinaCalendar, now: () => `${today}T12:00:00+08:00` } });
      expect({ form: form.id, wrong: problems.filter(({ severity }) => severity === 'error').map(({ pointer, message }) => `${pointer} ${message}`) }).toEqual({ form: form.id, wrong: [] });
      if (name.endsWith('-demo')) expect(problems.filter(({ severity }) => severity === 'undecided')).toEqual([]);
    }
    expect(forms.length).toBeGreaterThan(0);
  });
});
