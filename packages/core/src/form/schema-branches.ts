import { toPointer } from '../problems/json-pointer.js';
import { equalJson } from './answers.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, textAt } from './json-schema.js';

/** `oneOf`/`anyOf` whose every branch fixes the same property, so that its answer tells which branch is meant. */
export interface DiscriminatedBranches {
  readonly property: string;
  /** The property as a choice between all branches, and required where every branch requires it. */
  readonly choice: JsonSchema;
  readonly branches: readonly { readonly schema: JsonSchema; readonly at: string; readonly constantAt: string }[];
}

const constantOf = (branch: unknown, property: string): unknown => own(own(own(branch, 'properties'), property), 'const');

/** Reads alternatives that can be drawn: choose first, then fill in what that choice asks for. */
export function discriminatedBranches(schema: JsonSchema): readonly DiscriminatedBranches[] {
  return ['oneOf', 'anyOf'].flatMap((keyword) => {
    const branches = listAt(schema, keyword).filter(isRecord);
    const [first] = branches;
    if (!first || branches.length < 2 || branches.length !== listAt(schema, keyword).length) return [];
    const property = Object.keys(own(first, 'properties') ?? {}).find((name) => branches.every((branch) => constantOf(branch, name) !== undefined));
    if (property === undefined) return [];
    const values = branches.map((branch) => constantOf(branch, property));
    const different = values.filter((value, index) => values.findIndex((other) => equalJson(value, other)) === index);
    const title = textAt((own(own(first, 'properties'), property) ?? {}) as JsonSchema, 'title');
    const isRequired = branches.every((branch) => listAt(branch, 'required').includes(property));
    const choice = { properties: { [property]: { enum: different, ...(title === undefined ? {} : { title }) } }, ...(isRequired ? { required: [property] } : {}) };
    const found = branches.map((branch, index) => {
      const at = `/${keyword}/${index}`;
      return { schema: branch, at, constantAt: `${at}/properties${toPointer(property)}` };
    });
    return [{ property, choice, branches: found }];
  });
}

/** Names of fields that only alternatives without such a property describe: these are checked, but cannot be drawn. */
export function undrawnAlternatives(schema: JsonSchema, drawn: readonly string[]): readonly string[] {
  const names = ['oneOf', 'anyOf'].flatMap((keyword) => listAt(schema, keyword).flatMap((branch) => Object.keys(own(branch, 'properties') ?? {})));
  return [...new Set(names)].filter((name) => !drawn.includes(name));
}
