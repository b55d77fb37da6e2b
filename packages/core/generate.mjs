// Makes src/generated/ from src/schemas/: TypeScript types (json-schema-to-typescript) and the schemas as a module.
// `node packages/core/generate.mjs` writes; with `--check` it compares and exits 1 where a file is stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const root = fileURLToPath(new URL('.', import.meta.url));
const schemasFolder = join(root, 'src/schemas');
const banner = '// Made by packages/core/generate.mjs from src/schemas/. Edit the schemas, then run `npm run generate`.\n';

const schemas = Object.fromEntries(
  readdirSync(schemasFolder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => [name.replace('.schema.json', ''), JSON.parse(readFileSync(join(schemasFolder, name), 'utf8'))]),
);

/**
 * Every definition under one roof, so that a shared one becomes one interface. Annotations that would open an interface
 * to any key (`x-…`, `$comment`) are left out of the types.
 */
function typeSource() {
  const definitions = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const own = Object.fromEntries(Object.entries(schema).filter(([key]) => !['$defs', '$id', '$schema'].includes(key)));
    for (const [key, definition] of Object.entries(schema.$defs ?? {})) definitions[`${name}.${key}`] = definition;
    if (name !== 'common') definitions[name] = own;
  }
  const rewrite = (node, file) => {
    if (Array.isArray(node)) return node.map((item) => rewrite(item, file));
    if (node === null || typeof node !== 'object') return node;
    if (typeof node.$ref === 'string') {
      const [path, pointer] = node.$ref.split('#/$defs/');
      const target = path === '' ? file : path.replace('.schema.json', '');
      return { $ref: `#/definitions/${pointer === undefined ? target : `${target}.${pointer}`}` };
    }
    const copy = {};
    for (const [key, value] of Object.entries(node)) {
      if (key === 'patternProperties' || key === 'propertyNames' || key === 'minItems') continue;
      copy[key] = key === 'properties' ? rewrite(Object.fromEntries(Object.entries(value).filter(([name]) => name !== '$comment')), file) : rewrite(value, file);
    }
    // An object of which nothing else is said holds anything; a definition without a type is anything.
    if (copy.type === 'object' && copy.properties === undefined && copy.additionalProperties === undefined) copy.additionalProperties = true;
    if (copy.title === 'ParameterValue') delete copy.title;
    return copy;
  };
  const result = {};
  for (const [name, definition] of Object.entries(definitions)) result[name] = rewrite(definition, name.split('.')[0]);
  return { title: 'Documents', type: 'object', additionalProperties: false, definitions: result, properties: Object.fromEntries(Object.keys(result).map((name) => [name, { $ref: `#/definitions/${name}` }])) };
}

const types = await compile(typeSource(), 'Documents', { bannerComment: banner, additionalProperties: false, style: { singleQuote: true, printWidth: 140 }, strictIndexSignatures: false });
const published = types.replace(/export interface Documents \{[\s\S]*?\n\}\n/, '');
const { records, ...others } = schemas;
const outputs = {
  'types.ts': published,
  // A page with records checks them by their schemas, and needs none of the others.
  'record-schemas.ts': `${banner}
/** The published JSON Schema of records and their settings. */
export const recordSchemas: object = ${JSON.stringify(records)};
`,
  'schemas.ts': `${banner}
import { recordSchemas } from './record-schemas.js';

/** The published JSON Schemas of the scheme format, by short name. */
export const formatSchemas: Readonly<Record<${Object.keys(schemas).map((name) => `'${name}'`).join(' | ')}, object>> = { ${Object.entries(others).map(([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`).join(', ')}, "records": recordSchemas };
`,
};

let stale = false;
for (const [name, text] of Object.entries(outputs)) {
  const path = join(root, 'src/generated', name);
  if (process.argv.includes('--check')) {
    let current = '';
    try { current = readFileSync(path, 'utf8'); } catch { /* reported as stale below */ }
    if (current !== text) { stale = true; console.error(`stale: packages/core/src/generated/${name}; run \`npm run generate\``); }
  } else writeFileSync(path, text);
}
if (stale) process.exit(1);
