import { parse } from 'acorn';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const packages = new URL('../../../', import.meta.url);

/** Packages that the browser entries may use; everything else is for servers or not there by intention. */
const allowed: Readonly<Record<string, RegExp>> = {
  core: /^(jsonc-parser|@noble\/(ciphers|hashes)\/.+)$/,
  rules: /^@cobuild\/core$/,
  components: /^(@cobuild\/(core|rules)|lit(\/.+)?|tslib)$/,
};

describe.each(Object.entries(allowed))('the browser entry of %s', (name, pattern) => {
  const reached = importsFrom(new URL(`${name}/dist/index.js`, packages));

  it('reaches nothing that needs Node or makes code', () => {
    expect(reached.files.length).toBeGreaterThan(5);
    expect([...reached.packages].filter((specifier) => !pattern.test(specifier))).toEqual([]);
  });

  it('leaves the folders of the other entries alone', () => {
    expect(reached.files.filter((file) => /\/dist\/(node|ajv|json-rules-engine)\//.test(file))).toEqual([]);
  });
});

describe('the entries for servers', () => {
  it.each([
    ['core', 'ajv', 'ajv/dist/2020.js'],
    ['core', 'node', 'node:fs'],
    ['rules', 'node', 'node:fs'],
    ['rules', 'json-rules-engine', 'json-rules-engine'],
  ])('%s/%s reaches %s, which the browser entries must not', (name, entry, specifier) => {
    expect(importsFrom(new URL(`${name}/dist/${entry}/index.js`, packages)).packages).toContain(specifier);
  });
});

/** Every file that a module reaches by relative imports, and every package named on the way. */
function importsFrom(entry: URL): { readonly files: readonly string[]; readonly packages: ReadonlySet<string> } {
  if (!existsSync(entry)) throw new Error(`${fileURLToPath(entry)} is missing: run \`npm run build\` first`);
  const files = [entry.href];
  const named = new Set<string>();
  for (const file of files) {
    for (const specifier of specifiersOf(readFileSync(new URL(file), 'utf8'))) {
      const { href } = new URL(specifier, file);
      if (!specifier.startsWith('.')) named.add(specifier);
      else if (!files.includes(href)) files.push(href);
    }
  }
  return { files, packages: named };
}

/** What a module imports: `import`, `export … from` and `import()` of a text. */
function specifiersOf(code: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { type, source } = value as { readonly type?: string; readonly source?: { readonly value?: unknown } | null };
      if (type !== undefined && /^(Import|Export)/.test(type) && typeof source?.value === 'string') found.push(source.value);
      Object.values(value).forEach(visit);
    }
  };
  visit(parse(code, { ecmaVersion: 2020, sourceType: 'module' }));
  return found;
}
