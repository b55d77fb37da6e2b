import { escapeToken, pointerTokens, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import { operandPointers } from './computed-plan.js';
import { problemMaker } from './definition-errors.js';
import { innerFields } from './inner-fields.js';
import type { FieldSpec, UnsupportedReason } from './field-spec.js';
import { ITEM_FACTS } from './item-conditions.js';
import { unknownInTitle } from './item-title.js';
import { isRecord, own } from './json-schema.js';
import { fieldLabel } from './labels.js';
import { recordKind } from './record-kind.js';
import { isRootDrawn } from './root-answer.js';
import { schemaDoubts } from './schema-doubts.js';
import { widgetFits } from './widgets.js';

/** What somebody who writes a definition ought to know of it, and nobody who fills in. */
export function definitionWarnings(form: CompiledForm, locale: Locale): readonly Problem[] {
  const problem = problemMaker(form, locale);
  const fields = [...(isRootDrawn(form.root) ? [form.root] : []), ...innerFields(form.root)];
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

/** Keywords that say what answers have to be like, and nothing that could be drawn. */
const ONLY_CHECKED = ['contains', 'not'];

/** Why the outermost schema is no form: it says nothing that could be drawn. */
const rootReason = ({ definition: { schema } }: CompiledForm): UnsupportedReason | undefined => (isRecord(schema) ? undefined : 'root');

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
