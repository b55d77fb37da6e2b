import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../src/index.js';
import { asideLabel, checkFormDefinition, checkMigrations, createInterpreter, makeDraft, openDraft, schemeFormats } from '../src/index.js';

const page = readFileSync(fileURLToPath(new URL('../docs/migrations.md', import.meta.url)), 'utf8');
const [definition, before, after] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text) as unknown) as [FormDefinition, Readonly<Record<string, unknown>>, unknown];

describe('the page about forms that change', () => {
  it('shows a form that nothing is wrong with', () => {
    expect([checkMigrations(definition), checkFormDefinition(definition, { validator: createInterpreter({ formats: schemeFormats }) })]).toEqual([[], []]);
  });

  it('says what becomes of a draft, and what stands beside the form', () => {
    const { version: _, ...first } = definition;
    const draft = makeDraft({ ...first, migrations: [] }, { answers: before, base: {}, savedAt: '2026-03-05T02:00:00Z', revision: 1 });

    const { match, answers, aside } = openDraft(draft, definition);

    expect([match, answers, aside.map((answer) => [asideLabel(answer, 'zh-CN'), answer.value])]).toEqual(['changed', after, [['传真号码', '0757-1']]]);
  });

  it('has a row for each step', () => {
    expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, op]) => op)).toEqual(['rename', 'move', 'split', 'gather', 'drop']);
  });
});
