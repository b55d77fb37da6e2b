import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { fromJsonForms } from '@cobuild/core/jsonforms';
import type { UiSchema } from '@cobuild/core/jsonforms';
import { describe, expect, it, vi } from 'vitest';
import { unsupported } from './unsupported.js';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const text = readFileSync(join(repository, 'packages/core/docs/json-forms.md'), 'utf8');
const blocks = (language: string): readonly string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

describe('the page on JSON Forms', () => {
  it('prints what it says', async () => {
    mkdirSync(join(repository, '.cache'), { recursive: true });
    const folder = mkdtempSync(join(repository, '.cache/json-forms-'));
    let printed = '';
    const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => { printed += `${format(...values)}\n`; });
    try {
      writeFileSync(join(folder, 'snippet.ts'), blocks('ts')[0] ?? '');
      await import(/* @vite-ignore */ join(folder, 'snippet.ts'));
    } finally {
      log.mockRestore();
      rmSync(folder, { recursive: true, force: true });
    }

    expect(printed).toBe(blocks('text')[0]);
  });

  it('shows a UI schema and what becomes of it', () => {
    const [uischema, layout, fields] = blocks('json').map((json) => JSON.parse(json) as unknown);
    const text = { type: 'string' };
    const contact = { type: 'object', properties: { name: text, remarks: text } };
    const schema = { type: 'object', properties: { projectName: text, amount: { type: 'number' }, hasPartner: { type: 'boolean' }, contact } };

    const { definition, problems } = fromJsonForms({ schema, uischema: uischema as UiSchema });

    expect([definition.layout, definition.fields, problems]).toEqual([layout, fields, []]);
  });

  it('names the examples that are unsupported, each with its reason', () => {
    const rows = [...text.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name, reason]) => ({ name, reason })).filter(({ name }) => unsupported.some((each) => each.name === name) || text.indexOf(`| \`${name}\``) > text.indexOf('| Example |'));

    expect(rows).toEqual(unsupported);
  });

  it('is shown by Storybook and named by the README', () => {
    expect(readFileSync(join(repository, '.storybook/docs/core-json-forms.mdx'), 'utf8')).toContain('packages/core/docs/json-forms.md?raw');
    expect(readFileSync(join(repository, 'packages/core/README.md'), 'utf8')).toContain('(docs/json-forms.md)');
  });
});
