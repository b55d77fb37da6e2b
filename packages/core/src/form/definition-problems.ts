import { message } from '../locales/message.js';
import { escapeToken, pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem, Severity } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import { operandPointers } from './computed-plan.js';
import type { FieldSpec, UnsupportedReason } from './field-spec.js';
import { ITEM_FACTS } from './item-conditions.js';
import { unknownInTitle } from './item-title.js';
import { isRecord, own } from './json-schema.js';
import { fieldLabel } from './labels.js';
import { recordKind } from './record-kind.js';
import { isRootDrawn } from './root-answer.js';
import { schemaDoubts } from './schema-doubts.js';
import { widgetFits } from './widgets.js';

/**
 * What is wrong with a definition as a form: fields that cannot be drawn (the rest is), names that lead nowhere, calculations
 * in a circle, a schema that cannot be used. Places are pointers into the definition; `document` is its id.
 */
export function definitionProblems(form: CompiledForm, locale: Locale): readonly Problem[] {
  return [...definitionErrors(form, locale), ...definitionWarnings(form, locale)];
}

type MakeProblem = (keyword: string, severity: Severity, pointer: string, params: Readonly<Record<string, unknown>>) => Problem;

function problemMaker(form: CompiledForm, locale: Locale): MakeProblem {
  return (keyword, severity, pointer, params) => ({
    code: `form/${keyword}`,
    severity,
    document: form.definition.id,
    pointer,
    params,
    message: message(`form/${keyword}`, params, locale),
  });
}

/** Those of the problems that no answer can make good: nothing may be submitted. */
export function definitionErrors(form: CompiledForm, locale: Locale): readonly Problem[] {
  const problem = problemMaker(form, locale);
  const cycles = form.computed.cycles.map((cycle) =>
    problem('computed-cycle', 'error', `/computed/${escapeToken(cycle[0] ?? '')}`, { label: cycle.join(' → '), cycle }),
  );
  const records = form.root.children.flatMap(withInner).flatMap((field) => {
    const kind = recordKind(field.settings);
    const expected = kind === undefined ? undefined : kind === 'attachments' || kind === 'indicators' ? 'array' : 'object';
    return expected === undefined || field.type === undefined || field.type === expected
      ? []
      : [problem('record-type', 'error', `/schema${field.schemaPointer}/type`, { label: fieldLabel(field, locale), expected, found: field.type })];
  });
  const { schemaError } = form;
  const label = localize(form.definition.title, locale);
  const broken = schemaError ? [problem('schema', 'error', `/schema${schemaError.pointer}`, { label, reason: schemaReason(schemaError, locale), detail: schemaError.reason })] : [];
  return [...broken, ...cycles, ...records];
}

function definitionWarnings(form: CompiledForm, locale: Locale): readonly Problem[] {
  const problem = problemMaker(form, locale);
  const fields = [...(isRootDrawn(form.root) ? [form.root] : []), ...allFields(form.root)];
  const title = localize(form.definition.title, locale);
  const unsupported = fields
    .filter((field) => field.unsupported !== undefined)
    .map((field) => problem('unsupported', 'warning', `/schema${field.schemaPointer}`, { label: fieldLabel(field, locale), reason: field.unsupported }));
  const rootProblem = rootReason(form);
  const ofRoot = rootProblem === undefined ? [] : [problem('unsupported', 'warning', '/schema', { label: title, reason: rootProblem })];
  const onlyChecked = [form.root, ...fields.filter((field) => field !== form.root)].flatMap((field) =>
    ONLY_CHECKED.filter((keyword) => own(field.schema, keyword) !== undefined).map((keyword) =>
      problem('unsupported', 'info', `/schema${field.schemaPointer}/${keyword}`, { label: field.template === '' ? title : fieldLabel(field, locale), reason: keyword }),
    ),
  );
  const unsuitable = fields
    .filter((field) => field.settings.widget !== undefined && field.unsupported === undefined && !widgetFits(field.settings.widget, field))
    .map((field) =>
      problem('unsuitable-widget', 'warning', `/fields/${escapeToken(field.template)}/widget`, { label: fieldLabel(field, locale), widget: field.settings.widget }),
    );
  const references = form.findings.map(({ pointer, reference }) => problem('unknown-reference', 'warning', `/schema${pointer}`, { label: title, reference }));
  const unknown = unknownNames(form, fields).map(({ name, pointer }) => problem('unknown-field', 'warning', pointer, { label: name }));
  const hidden = form.root.children.filter(({ name }) => ITEM_FACTS.some((fact) => fact === name) && fields.some((field) => field.template.includes('/*') && readsFact(field, name)));
  const shadowed = hidden.map(({ name, schemaPointer }) => problem('item-name', 'warning', `/schema${schemaPointer}`, { label: name }));
  const inReview = form.layout.inReview.map((pointer) => problem('review-section', 'warning', pointer, { label: title }));
  const doubts = schemaDoubts(form.definition.schema).map(({ pointer, construct }) => problem('validators-disagree', 'warning', `/schema${pointer}`, { label: title, keyword: pointerTokens(pointer).pop() ?? '', construct }));
  return [...ofRoot, ...doubts, ...references, ...unsupported, ...unsuitable, ...unknown, ...onlyChecked, ...inReview, ...shadowed];
}

/** Whether a condition of a field inside a list reads a fact of the item around it. */
const readsFact = ({ settings }: FieldSpec, name: string): boolean => JSON.stringify(settings).includes(`"fact":${JSON.stringify(name)}`);

/** The validator speaks English: elsewhere the place and its kind are told, and the validator's own words stand in `detail`. */
function schemaReason({ reason, pointer }: NonNullable<CompiledForm['schemaError']>, locale: Locale): string {
  if (locale === 'en') return reason;
  const keyword = pointerTokens(pointer).pop() ?? '';
  const place = `“/schema${pointer}”处`;
  if (/^\$(ref|dynamicRef|recursiveRef)$/.test(keyword)) return `${place}引用的定义找不到`;
  if (keyword === 'pattern' || /\/patternProperties\//.test(pointer)) return `${place}的正则表达式写得不对`;
  return `${place}的写法不符合 JSON Schema`;
}

/** Keywords that say what answers have to be like, and nothing that could be drawn. */
const ONLY_CHECKED = ['contains', 'not'];

/** Why the outermost schema is no form: it says nothing that could be drawn. */
const rootReason = ({ definition: { schema } }: CompiledForm): UnsupportedReason | undefined => (isRecord(schema) ? undefined : 'root');

function allFields(root: FieldSpec): readonly FieldSpec[] {
  return inside(root);
}

function inside(field: FieldSpec): readonly FieldSpec[] {
  return [...(field.item ? withInner(field.item) : []), ...field.children.flatMap(withInner), ...branchesOf(field).flatMap(inside)];
}

/** A list that cannot be drawn because of its items is told once. */
function withInner(field: FieldSpec): readonly FieldSpec[] {
  if (field.unsupported !== undefined) return [field];
  const ways = branchesOf(field);
  return [field, ...inside(field), ...ways.filter((way) => way.unsupported !== undefined)];
}

/** The field as each branch of its alternatives has it, where these are different kinds of answers. */
function branchesOf({ shape, alternatives, variants }: FieldSpec): readonly FieldSpec[] {
  if (shape === 'group' || variants === undefined) return [];
  return alternatives.flatMap(({ at, branches, anything }) =>
    (anything === true ? [] : branches).map(({ index }) => variants.of(variants.gates.map((gates) => (gates.every((gate) => gate.kind === 'branch' && gate.at === at && gate.branch === index) ? '1' : '0')).join(''))),
  );
}

function unknownNames(form: CompiledForm, fields: readonly FieldSpec[]): readonly { name: string; pointer: string }[] {
  const { definition } = form;
  const templates = new Set(fields.map((field) => field.template));
  // A record is one question; its cells may be calculated and be made of.
  const records = fields.filter((field) => recordKind(field.settings) !== undefined).map((field) => `${field.template}/`);
  const isCell = (name: string): boolean => records.some((record) => name.startsWith(record));
  const inLayout = form.layout.unknown.map(({ field, pointer }) => ({ name: field, pointer }));
  const named = (part: 'fields' | 'computed'): { name: string; pointer: string }[] =>
    Object.keys(definition[part] ?? {})
      .filter((name) => !(name.startsWith('#') ? isRecord(valueAt(definition.schema, name.slice(1))) : templates.has(name) || (part === 'computed' && isCell(name))))
      .map((name) => ({ name, pointer: `/${part}/${escapeToken(name)}` }));
  const read = Object.entries(definition.computed ?? {}).flatMap(([template, computation]) =>
    operandPointers(computation)
      .filter((name) => !templates.has(indexesAsStars(name, templates)) && !isCell(name))
      .map((name) => ({ name, pointer: `/computed/${escapeToken(template)}` })),
  );
  const inTitles = fields.flatMap((field) => (unknownInTitle(field) ?? [field.settings.itemTitle]).map((name) => ({ name: typeof name === 'string' ? name : 'itemTitle', pointer: `/fields/${escapeToken(field.template)}/itemTitle` })));
  return [...inLayout, ...named('fields'), ...named('computed'), ...read, ...inTitles];
}

/** `/lines/0/amount` names a field as well as `/lines/* /amount` (without the space) does. */
function indexesAsStars(pointer: string, templates: ReadonlySet<string>): string {
  return pointerTokens(pointer).reduce((way, token) => {
    const exact = `${way}/${escapeToken(token)}`;
    return /^\d+$/.test(token) && !templates.has(exact) && templates.has(`${way}/*`) ? `${way}/*` : exact;
  }, '');
}
