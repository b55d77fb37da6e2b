import { parse } from 'acorn';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, repository } from './watched-page.js';

const bundles = ['cobuild.js', 'cobuild.iife.js'] as const;

describe.each(bundles)('%s', (name) => {
  const code = built(name);

  it('makes no code from text', () => {
    // As identifiers of the program: in a message of ours the words may well stand.
    const found = new Set(identifiersCalled(code, name.includes('iife') ? 'script' : 'module'));
    expect([...found].filter((called) => called === 'eval' || called === 'Function')).toEqual([]);
    expect(code).not.toMatch(/\beval\s*\(|new\s+Function\b/);
  });

  it('holds none of the libraries that belong to servers', () => {
    const { sources } = JSON.parse(built(`${name}.map`)) as { sources: string[] };
    expect(sources.some((source) => source.includes('cobuild-form'))).toBe(true);
    expect(sources.filter((source) => /node_modules\/(ajv|ajv-formats|json-rules-engine|jsonpath-plus)\/|\/(node|ajv|json-rules-engine)\/[\w-]+\.[jt]s$/.test(source))).toEqual([]);
    expect(code).not.toMatch(/["']node:/);
  });

  it('names its source map in its last line, with sources beside', () => {
    expect(code.trimEnd().split('\n').pop()).toBe(`//# sourceMappingURL=${name}.map`);
    expect(code.match(/sourceMappingURL/g)).toHaveLength(1);
  });
});

describe('what is built', () => {
  const scripts = ['core', 'rules', 'components'].flatMap((name) => scriptsBelow(join(repository, 'packages', name, 'dist')));

  it('row 98: is in the syntax of ES2020, every file', () => {
    expect(scripts.length).toBeGreaterThan(100);
    const refused = scripts.flatMap((path) => {
      try {
        parse(readFileSync(path, 'utf8'), { ecmaVersion: 2020, sourceType: path.endsWith('.iife.js') ? 'script' : 'module' });
        return [];
      } catch (error) {
        return [`${path}: ${String(error)}`];
      }
    });
    expect(refused).toEqual([]);
  });

  it('says so where a file is newer than ES2020', () => {
    expect(() => parse('class A { static { } }', { ecmaVersion: 2020, sourceType: 'module' })).toThrow(SyntaxError);
  });
});

function scriptsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? scriptsBelow(path) : path.endsWith('.js') ? [path] : [];
  });
}

interface SyntaxNode { readonly type: string; readonly callee?: { readonly type: string; readonly name?: string } }

/** Names of plain functions and classes that a program calls. */
function identifiersCalled(code: string, sourceType: 'script' | 'module'): string[] {
  const names: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { type, callee } = value as SyntaxNode;
      if ((type === 'CallExpression' || type === 'NewExpression') && callee?.type === 'Identifier' && callee.name !== undefined) names.push(callee.name);
      Object.values(value).forEach(visit);
    }
  };
  visit(parse(code, { ecmaVersion: 2020, sourceType }));
  return names;
}
