import { equalJson } from '../form/answers.js';
import type { FieldSpec } from '../form/field-spec.js';
import { textAt } from '../form/json-schema.js';
import type { FormDefinition } from '../generated/types.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { LocalizedText } from '../problems/problem.js';
import { targetTemplates } from './check-migrations.js';
import { draftForm } from './definition-form.js';
import { fieldsOf } from './question-titles.js';

/** A question of a form, by its template: `/lines/* /amount`. */
export interface DraftQuestion {
  readonly template: string;
  readonly title: LocalizedText | string;
}

/** What opening a draft of one form with another will do, whatever is answered in it. */
export interface DraftConsequences {
  /** Nothing in the form differs: drafts go on as they are. */
  readonly same: boolean;
  /** Questions that were not there, of a group or list the outermost alone. */
  readonly asked: readonly (DraftQuestion & { readonly required: boolean })[];
  /** Questions whose answers stay, but have to satisfy something else: another kind, other limits, required now. */
  readonly checked: readonly DraftQuestion[];
  /** Answers that a migration takes elsewhere. */
  readonly moved: readonly (DraftQuestion & { readonly to: readonly string[] })[];
  /** Answers that have no place any more: kept beside the form, where the applicant can copy them from. */
  readonly aside: readonly DraftQuestion[];
}

/**
 * Says what becomes of drafts when a form is replaced by a later one: what `openDraft` will do to each of them, before it is done.
 *
 * @example draftConsequences(published, edited).asked.map(({ template }) => template) // ['/contactEmail']
 */
export function draftConsequences(before: FormDefinition, after: FormDefinition): DraftConsequences {
  if (draftForm(before).hash === draftForm(after).hash) return { same: true, asked: [], checked: [], moved: [], aside: [] };
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const due = (after.migrations ?? []).filter(({ to }) => to > (before.version ?? 1) && to <= (after.version ?? 1)).flatMap(({ steps }) => steps);
  const movedTo = new Map(due.map((step) => [step.from, targetTemplates(step)]));
  const reached = new Set([...movedTo.values()].flat());
  const isOutermost = (template: string, others: ReadonlyMap<string, FieldSpec>): boolean => !others.has(holderOf(template));
  const gone = [...old].filter(([template, spec]) => !isSameKind(spec, now.get(template)) || movedTo.has(template));
  const fresh = [...now].filter(([template, spec]) => !isSameKind(spec, old.get(template)) && !reached.has(template));
  return {
    same: false,
    asked: fresh.filter(([template]) => isOutermost(template, new Map(fresh))).map(([, spec]) => ({ ...question(spec), required: isRequired(spec) })),
    checked: [...now].filter(([template, spec]) => isStricter(old.get(template), spec)).map(([, spec]) => question(spec)),
    moved: gone.flatMap(([template, spec]) => { const to = movedTo.get(template) ?? []; return to.length === 0 ? [] : [{ ...question(spec), to }]; }),
    aside: gone.filter(([template]) => (movedTo.get(template) ?? []).length === 0 && isOutermost(template, new Map(gone))).map(([, spec]) => question(spec)),
  };
}

/** Every question by its template; what the form calculates is none. */
function questionsOf(definition: FormDefinition): ReadonlyMap<string, FieldSpec> {
  const found = new Map<string, FieldSpec>();
  const visit = (spec: FieldSpec): void => {
    if (spec.template !== '' && !spec.computed) found.set(spec.template, spec);
    for (const child of spec.children) visit(child);
    if (spec.item !== undefined) visit(spec.item);
  };
  visit(fieldsOf(definition));
  return found;
}

/** A group, a list and a plain answer cannot take each other's place; a plain answer of another type is checked. */
const isSameKind = (one: FieldSpec, other: FieldSpec | undefined): boolean => other !== undefined && one.shape === other.shape && (one.shape !== 'leaf' || isPlain(one) === isPlain(other));
const isPlain = ({ type }: FieldSpec): boolean => type !== 'array' && type !== 'object';

const question = (spec: FieldSpec): DraftQuestion => ({ template: spec.template, title: spec.settings.title ?? textAt(spec.schema, 'title') ?? spec.name });

const isRequired = ({ requiredWhen, settings }: FieldSpec): boolean => requiredWhen.length > 0 || settings.requiredWhen !== undefined;

/** The item of a list is held by the list. */
function holderOf(template: string): string {
  return toPointer(...pointerTokens(template).slice(0, -1));
}

/** Where the words around a question change and what it takes does not, nobody has to answer again. */
function isStricter(before: FieldSpec | undefined, after: FieldSpec): boolean {
  if (before === undefined || after.shape === 'group' || !isSameKind(after, before)) return false;
  return !equalJson(withoutWords(before), withoutWords(after)) || (isRequired(after) && !isRequired(before));
}

function withoutWords({ schema, shape }: FieldSpec): unknown {
  const rules = JSON.parse(JSON.stringify(schema)) as Readonly<Record<string, unknown>>;
  // The items of a list are questions of their own.
  return Object.fromEntries(Object.entries(rules).filter(([keyword]) => !['title', 'description', '$comment', 'examples'].includes(keyword) && !(shape === 'list' && keyword === 'items')));
}
