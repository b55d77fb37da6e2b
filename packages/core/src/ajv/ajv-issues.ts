import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { toPointer } from '../problems/json-pointer.js';
import { isObject } from '../validation/instance.js';
import { inDocumentOrder } from '../validation/issue-order.js';
import type { Registry } from '../validation/registry.js';
import type { ValidationIssue } from '../validation/validator.js';

type Params = Readonly<Record<string, unknown>>;

/**
 * Maps ajv's flat list of errors to issues.
 *
 * ajv lists what went wrong inside `anyOf`, `oneOf` and `contains` directly before the error of the keyword itself. These
 * are taken out by trying the parts once more and counting; those of the best branch come back as `closest`.
 *
 * @param places - Where each schema object stands. ajv's own `schemaPath` starts anew at every `$ref` that it did not inline.
 */
export function issuesOf(ajv: Ajv, places: SchemaPlaces, errors: readonly ErrorObject[], instance: unknown): ValidationIssue[] {
  return inDocumentOrder(new ErrorReader(ajv, places).read(errors), instance);
}

/** Addresses of schema objects, found by the object itself. */
export type SchemaPlaces = ReadonlyMap<unknown, { readonly uri: string; readonly pointer: string }>;

export function placesIn(registry: Registry): SchemaPlaces {
  return new Map(registry.nodes().filter(({ schema }) => isObject(schema)).map(({ schema, resource, pointer }) => [schema, { uri: resource.uri, pointer }]));
}

/** What a schema without `$id` is registered under, so that parts of it can be referred to. */
export const NAMELESS = 'cobuild:schema';

class ErrorReader {
  private readonly parts = new Map<string, ValidateFunction>();

  constructor(private readonly ajv: Ajv, private readonly places: SchemaPlaces) {}

  read(errors: readonly ErrorObject[], base = ''): ValidationIssue[] {
    // From the end: an error that sums up others is met before them and says how many to pass over.
    const issues: ValidationIssue[] = [];
    for (let index = errors.length - 1; index >= 0; index--) {
      const error = errors[index] as ErrorObject;
      // `if` only says that its branch failed, the branch has said why. Errors about a name are summed up by `propertyNames`.
      if (error.keyword === 'if' || error.propertyName !== undefined) continue;
      const attempts = this.attempts(error);
      index -= attempts.reduce((sum, attempt) => sum + attempt.length, 0);
      issues.push(this.issue(error, base, attempts));
    }
    return issues.reverse();
  }

  /** What each part of a summing keyword has to say, in the order and to the extent that ajv tried them. */
  private attempts(error: ErrorObject): (readonly ErrorObject[])[] {
    const passes: (readonly ErrorObject[])[] = [];
    const place = this.places.get(error.parentSchema);
    if (!place) return passes;
    const tryPart = (step: string, data: unknown): boolean => {
      const validate = this.part(place.uri || NAMELESS, place.pointer + step);
      const valid = validate(data) === true;
      passes.push(valid ? [] : [...(validate.errors ?? [])]);
      return valid;
    };
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
      let passing = 0;
      for (let i = 0; i < (error.schema as unknown[]).length && passing < 2; i++) {
        if (tryPart(`/${error.keyword}/${i}`, error.data)) passing++;
      }
    }
    if (error.keyword === 'contains') {
      const max = (error.params as { maxContains?: number }).maxContains ?? Infinity;
      let found = 0;
      for (const item of error.data as readonly unknown[]) if (tryPart('/contains', item) && ++found > max) break;
    }
    return passes;
  }

  private part(uri: string, pointer: string): ValidateFunction {
    const reference = `${uri}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    const known = this.parts.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.parts.set(reference, known);
    return known;
  }

  private issue(error: ErrorObject, base: string, attempts: readonly (readonly ErrorObject[])[]): ValidationIssue {
    const keyword = KEYWORDS[error.keyword] ?? error.keyword;
    const params = paramsOf(keyword, error, attempts);
    const missing = keyword === 'required' || keyword === 'dependentRequired' ? toPointer(String(params['missingProperty'])) : '';
    const instancePointer = base + error.instancePath + missing;
    const issue = { keyword, instancePointer, schemaLocation: this.location(error), params };
    const noneFits = attempts.length > 0 && attempts.every(({ length }) => length > 0);
    if (!noneFits || (keyword !== 'anyOf' && keyword !== 'oneOf')) return issue;
    const branches = attempts.map((inner) => this.read(inner, base + error.instancePath));
    return { ...issue, closest: inDocumentOrder(shortest(branches), undefined) };
  }

  private location({ keyword, parentSchema, schemaPath, params }: ErrorObject): string {
    const place = this.places.get(parentSchema);
    // A false schema is no object to be found by.
    if (!place) return decodeURIComponent(schemaPath).replace(/\/false schema$/, '');
    const dependent = keyword === 'dependentRequired' || keyword === 'dependencies';
    return `${place.uri}#${place.pointer}${toPointer(keyword, ...(dependent ? [String((params as Params)['property'])] : []))}`;
  }
}

const KEYWORDS: Readonly<Record<string, string | undefined>> = { 'false schema': 'false', dependencies: 'dependentRequired' };

function paramsOf(keyword: string, { params, data }: ErrorObject, attempts: readonly (readonly ErrorObject[])[]): Params {
  const { type, limit, additionalProperty, unevaluatedProperty, propertyName, passingSchemas, i, j, minContains, maxContains, len, property, missingProperty } =
    params as Record<string, unknown>;
  switch (keyword) {
    case 'type': return { type: Array.isArray(type) ? type : [type] };
    case 'minimum': case 'maximum': case 'exclusiveMinimum': case 'exclusiveMaximum': return { limit };
    case 'additionalProperties': return { property: additionalProperty };
    case 'unevaluatedProperties': return { property: unevaluatedProperty };
    case 'unevaluatedItems': return { index: len };
    case 'propertyNames': return { property: propertyName };
    case 'dependentRequired': return { property, missingProperty };
    case 'oneOf': return { passing: passingSchemas ?? [] };
    case 'uniqueItems': return { i: Math.min(Number(i), Number(j)), j: Math.max(Number(i), Number(j)) };
    case 'contains': {
      const found = attempts.filter(({ length }) => length === 0).length;
      const counted = { min: minContains ?? 1, found: Math.min(found, (data as unknown[]).length) };
      return maxContains === undefined ? counted : { min: counted.min, max: maxContains, found };
    }
    case 'false': case 'anyOf': case 'not': return {};
    default: return params as Params;
  }
}

function shortest(branches: readonly (readonly ValidationIssue[])[]): readonly ValidationIssue[] {
  return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
}
