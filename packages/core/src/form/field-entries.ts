import { toPointer } from '../problems/json-pointer.js';
import { compilePattern } from '../validation/patterns/pattern.js';
import type { Building, Place } from './field-children.js';
import { ALWAYS, NEVER, REST, inside } from './field-children.js';
import type { FieldEntries, FieldSpec } from './field-spec.js';
import { isRecord, own } from './json-schema.js';
import type { SchemaSource, SourceContext } from './schema-sources.js';

const NONE: readonly never[] = [];

/** Those of the sources that say something of names that are no property, or what any of them is. */
interface Names { readonly naming: readonly SchemaSource[]; readonly anything: readonly SchemaSource[] | undefined }

export function entriesBy({ naming, anything }: Names, sources: readonly SchemaSource[], place: Place, building: Building, context: SourceContext): FieldEntries {
  const known = new Map<string, FieldSpec>();
  const at: Place = { name: '*', template: `${place.template}/*`, depth: place.depth + 1, presentWhen: ALWAYS, requiredWhen: NEVER };
  return {
    namePointers: sources.filter(({ schema }) => own(schema, 'propertyNames') !== undefined).map(({ pointer }) => `${pointer}/propertyNames`),
    of: (name) => {
      const start = anything ?? naming.flatMap((source) => describing(source, name));
      if (start.length === 0) return undefined;
      const key = start.map(({ pointer }) => pointer).join('\n');
      let field = known.get(key);
      if (field === undefined) known.set(key, (field = building.build(start, at, building, context)));
      return field;
    },
  };
}

function describing(source: SchemaSource, name: string): readonly SchemaSource[] {
  const { schema } = source;
  const patterns = own(schema, 'patternProperties');
  const matching = Object.keys(isRecord(patterns) ? patterns : {}).filter((pattern) => matches(pattern, name));
  if (matching.length > 0) return matching.flatMap((pattern) => inside(source, `/patternProperties${toPointer(pattern)}`, own(patterns, pattern)));
  if (own(own(schema, 'properties'), name) !== undefined) return NONE;
  const rest = REST.find((keyword) => isRecord(own(schema, keyword)));
  return rest === undefined ? NONE : inside(source, `/${rest}`, own(schema, rest));
}

const patternTests = new Map<string, (text: string) => boolean>();

function matches(pattern: string, name: string): boolean {
  let test = patternTests.get(pattern);
  if (test === undefined) {
    const compiled = compilePattern(pattern);
    patternTests.set(pattern, (test = typeof compiled === 'string' ? () => false : compiled.test));
  }
  return test(name);
}
