import type { Condition } from '../generated/types.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, listAt, numberAt, own } from '../form/json-schema.js';
import type { Deviations } from './deviations.js';
import { scopeNames } from './scopes.js';

/** Holds always, and never. */
export const ALWAYS: Condition = { all: [] };
export const NEVER: Condition = { not: { all: [] } };

/**
 * A condition of JSON Forms from both sides. An answer that is missing leaves a condition of ours open, so "it holds" and
 * "it does not hold" are two conditions, each true only where it is certain.
 */
export interface TwoSided {
  readonly holds: Condition;
  readonly fails: Condition;
  /** What JSON Forms takes it for while nothing is answered. */
  readonly unanswered: boolean;
}

const SURE: TwoSided = { holds: ALWAYS, fails: NEVER, unanswered: true };
const IMPOSSIBLE: TwoSided = { holds: NEVER, fails: ALWAYS, unanswered: false };

const not = ({ holds, fails, unanswered }: TwoSided): TwoSided => ({ holds: fails, fails: holds, unanswered: !unanswered });

function all(parts: readonly TwoSided[]): TwoSided {
  const [only = SURE] = parts;
  if (parts.length < 2) return only;
  return { holds: { all: parts.map((part) => part.holds) }, fails: { any: parts.map((part) => part.fails) }, unanswered: parts.every((part) => part.unanswered) };
}

function any(parts: readonly TwoSided[]): TwoSided {
  return parts.length === 0 ? IMPOSSIBLE : not(all(parts.map(not)));
}

/** Whom to tell what cannot be said, and for which place of the UI schema. */
export interface ConditionReading {
  /** Names that lead to where scopes begin, the first of them a fact. */
  readonly base: readonly string[];
  readonly deviations: Deviations;
  readonly at: string;
}

/**
 * Reads the condition of a rule: `AND`, `OR`, `LEAF`, a schema at a scope.
 *
 * @returns `undefined` where it cannot be said; of a condition with several parts the others are kept.
 */
export function readCondition(condition: unknown, reading: ConditionReading): TwoSided | undefined {
  const type = own(condition, 'type');
  if (type === 'AND' || type === 'OR') {
    const parts = listAt(isRecord(condition) ? condition : {}, 'conditions').map((part) => readCondition(part, reading) ?? SURE);
    return type === 'AND' ? all(parts) : any(parts);
  }
  const scope = own(condition, 'scope');
  const names = [...reading.base, ...scopeNames(scope)];
  if (type === 'LEAF') return equals(names, own(condition, 'expectedValue'), { ...reading, scope });
  const schema = own(condition, 'schema');
  if (schema === undefined) {
    reading.deviations.add('condition-function', reading.at);
    return undefined;
  }
  const said = fits(names, schema, { ...reading, scope });
  return said && own(condition, 'failWhenUndefined') === true ? { ...said, unanswered: false } : said;
}

interface SchemaReading extends ConditionReading { readonly scope: unknown }

type Scalar = string | number | boolean;
const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

function unsaid({ deviations, at }: SchemaReading, keyword: string): undefined {
  deviations.add('condition-schema', at, { keyword });
  return undefined;
}

function factAt([fact = '', ...rest]: readonly string[]): { readonly fact: string; readonly path?: string } {
  if (rest.length === 0) return { fact };
  const steps = rest.map((name) => (/^[A-Za-z_$][\w$-]*$/.test(name) ? `.${name}` : `['${name.replace(/[\\']/g, '\\$&')}']`));
  return { fact, path: `$${steps.join('')}` };
}

/** Two comparisons of which one says the opposite of the other. */
function compared(names: readonly string[], [holds, fails]: readonly [string, string], value: Scalar | readonly Scalar[], unanswered: boolean): TwoSided {
  const wanted = isScalar(value) ? value : [...value];
  const say = (operator: string): Condition => ({ ...factAt(names), operator, value: wanted });
  return { holds: say(holds), fails: say(fails), unanswered };
}

function equals(names: readonly string[], value: unknown, reading: SchemaReading): TwoSided | undefined {
  if (names.length > 0 && isScalar(value)) return compared(names, ['equal', 'notEqual'], value, false);
  if (names.length === 0) reading.deviations.add('condition-scope', reading.at, { scope: reading.scope });
  else return unsaid(reading, 'const');
  return undefined;
}

const LIMITS: Readonly<Record<string, readonly [string, string]>> = {
  minimum: ['greaterThanInclusive', 'lessThan'],
  maximum: ['lessThanInclusive', 'greaterThan'],
  exclusiveMinimum: ['greaterThan', 'lessThanInclusive'],
  exclusiveMaximum: ['lessThan', 'greaterThanInclusive'],
};

/** Keywords that test nothing, and types, which the form's own schema keeps already. */
const SILENT = ['type', 'title', 'description', '$comment', 'default', 'examples', '$schema', '$id'];

/** Whether the answer at these names fits a schema. */
function fits(names: readonly string[], schema: unknown, reading: SchemaReading): TwoSided | undefined {
  if (schema === true) return SURE;
  if (schema === false) return IMPOSSIBLE;
  if (!isRecord(schema)) return unsaid(reading, 'schema');
  const keywords = Object.keys(schema).filter((keyword) => !SILENT.includes(keyword));
  const parts = keywords.map((keyword) => keywordSays(names, keyword, schema, reading));
  const said = parts.filter((part): part is TwoSided => part !== undefined);
  return parts.length > 0 && said.length === 0 ? undefined : all(said);
}

function keywordSays(names: readonly string[], keyword: string, schema: JsonSchema, reading: SchemaReading): TwoSided | undefined {
  const value = own(schema, keyword);
  const list = listAt(schema, keyword);
  const inner = (each: unknown): TwoSided => fits(names, each, reading) ?? SURE;
  const limit = own(LIMITS, keyword) as readonly [string, string] | undefined;
  const number = numberAt(schema, keyword);
  if (limit !== undefined && number !== undefined && names.length > 0) return compared(names, limit, number, true);
  switch (keyword) {
    case 'const': return equals(names, value, reading);
    case 'enum': return names.length > 0 && list.every(isScalar) ? compared(names, ['in', 'notIn'], list, false) : unsaid(reading, keyword);
    case 'not': return not(inner(value));
    case 'allOf': return all(list.map(inner));
    case 'anyOf': return any(list.map(inner));
    case 'contains': return contains(names, value, reading);
    // A property that is missing fits; `required` beside it says whether it may be.
    case 'properties': return all(Object.entries(isRecord(value) ? value : {}).map(([name, each]) => ({ ...(fits([...names, name], each, reading) ?? SURE), unanswered: true })));
    case 'required': return all(list.map((name) => compared([...names, String(name)], ['notEqual', 'equal'], '', false)));
    case 'minLength': return number === 1 && names.length > 0 ? compared(names, ['notEqual', 'equal'], '', true) : unsaid(reading, keyword);
    default: return unsaid(reading, keyword);
  }
}

function contains(names: readonly string[], schema: unknown, reading: SchemaReading): TwoSided | undefined {
  const constant = own(schema, 'const');
  const wanted = isScalar(constant) ? [constant] : listAt(isRecord(schema) ? schema : {}, 'enum');
  if (names.length === 0 || wanted.length === 0 || !wanted.every(isScalar)) return unsaid(reading, 'contains');
  return any(wanted.map((value) => compared(names, ['contains', 'doesNotContain'], value, true)));
}
