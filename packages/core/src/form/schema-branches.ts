import { toPointer, valueAt } from '../problems/json-pointer.js';
import { equalJson } from './answers.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own, textAt } from './json-schema.js';
import { resolveLocal } from './references.js';
import type { BranchOutline } from './branch-outline.js';
import { choicesOf } from './merged-schema.js';
import type { Gate } from './schema-sources.js';

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
    const titles = branches.map((branch) => textAt(branch, 'title'));
    // Where each branch has a title of its own, that is what a person chooses by.
    const isTitled = different.length === values.length && titles.every((each) => each !== undefined);
    const choices = isTitled ? { oneOf: values.map((value, index) => ({ const: value, title: titles[index] })) } : { enum: different };
    const choice = { properties: { [property]: { ...choices, ...(title === undefined ? {} : { title }) } }, ...(isRequired ? { required: [property] } : {}) };
    const found = branches.map((branch, index) => {
      const at = `/${keyword}/${index}`;
      return { schema: branch, at, constantAt: `${at}/properties${toPointer(property)}` };
    });
    return [{ property, choice, branches: found }];
  });
}

/** One way to answer where the schema gives several. */
export interface Branch {
  /** Its place in the list of the schema. */
  readonly index: number;
  readonly schema: JsonSchema;
  readonly pointer: string;
  /** What it looks like at a glance. */
  readonly outline: () => BranchOutline;
}

/** Alternatives that no property tells apart: the person chooses, or the answer shows which is meant. */
export interface Alternatives {
  /** Pointer of the keyword with the branches. */
  readonly at: string;
  /** How many objects lie between the root and the value. */
  readonly depth: number;
  /** What has to hold for there to be a choice at all. */
  readonly gates: readonly Gate[];
  readonly branches: readonly Branch[];
  /** They are all kinds of answers, each of which may hold all kinds again: what goes through a form before anybody answers stops here. */
  readonly anything?: true;
}

interface FoundAlternatives { readonly keyword: 'oneOf' | 'anyOf'; readonly branches: readonly Pick<Branch, 'index' | 'schema'>[] }

/**
 * `oneOf`/`anyOf` of a schema that ask for a choice: their branches describe something to fill in. Branches that only demand something of what is
 * described already (one of two telephone numbers) are checked and ask nothing; constants are the options of one question.
 */
export function alternativesIn(schema: JsonSchema, root: JsonSchema): readonly FoundAlternatives[] {
  const found: FoundAlternatives[] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const listed = listAt(schema, keyword);
    if (listed.length < 2 || isChoice(listed) || isOneOrNull(listed) || discriminatedBranches({ [keyword]: listed }).length > 0) continue;
    const branches = listed.flatMap((branch, index) => (isRecord(branch) ? [{ index, schema: branch }] : branch === true ? [{ index, schema: NOTHING }] : []));
    if (branches.some((branch) => describes(branch.schema, schema, root, new Set()))) found.push({ keyword, branches });
  }
  return found;
}

const NOTHING: JsonSchema = {};
const isChoice = (branches: readonly unknown[]): boolean => choicesOf({ oneOf: branches }).length > 0;
const isOneOrNull = (branches: readonly unknown[]): boolean => branches.length === 2 && branches.some((branch) => own(branch, 'type') === 'null');
/** Keywords by which a branch says what is to be filled in. */
const DESCRIBING = ['enum', 'const', 'items', 'prefixItems', 'oneOf', 'anyOf', 'additionalProperties', 'patternProperties'];

/** Whether a branch describes something that the schema around it does not: another kind of value, a property of its own, a name for itself. */
function describes(branch: JsonSchema, around: JsonSchema, root: JsonSchema, seen: Set<string>): boolean {
  const type = own(branch, 'type');
  if (type !== undefined && !equalJson(type, own(around, 'type'))) return true;
  if (Object.keys(own(branch, 'properties') ?? {}).some((name) => own(own(around, 'properties'), name) === undefined)) return true;
  if (own(branch, 'properties') !== undefined && textAt(branch, 'title') !== undefined) return true;
  if (DESCRIBING.some((keyword) => own(branch, keyword) !== undefined && own(branch, keyword) !== false)) return true;
  if (listAt(branch, 'allOf').some((part) => isRecord(part) && describes(part, around, root, seen))) return true;
  const reference = textAt(branch, '$ref') ?? textAt(branch, '$dynamicRef');
  const target = reference === undefined ? undefined : resolveLocal(root, reference);
  if (target === undefined || seen.has(target)) return false;
  const referred = valueAt(root, target);
  return isRecord(referred) && describes(referred, around, root, seen.add(target));
}
