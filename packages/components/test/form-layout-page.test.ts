import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FormDefinition } from '@cobuild/core';
import { checkFormDefinition, createForm, createInterpreter } from '@cobuild/core';
import { evaluateCondition } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const page = readFileSync(fileURLToPath(new URL('../docs/form-layout.md', import.meta.url)), 'utf8');
const definitions = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as FormDefinition);

describe('the page about the layout of forms', () => {
  it('shows four definitions', () => {
    expect(definitions.map(({ id }) => id)).toEqual(['application', 'elements', 'items', 'team']);
  });

  it.each(definitions.map((definition) => [definition.id, definition] as const))('has a definition %s that a form finds nothing wrong with', (_, definition) => {
    const validator = createInterpreter();
    const form = createForm(definition, { validator, evaluateCondition });

    expect(checkFormDefinition(definition, { validator })).toEqual([]);
    expect(form.definitionProblems).toEqual([]);
  });
});
