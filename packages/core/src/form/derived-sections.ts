import type { LocalizedText } from '../problems/problem.js';
import type { FieldSpec } from './field-spec.js';
import { textAt } from './json-schema.js';
import type { SectionPlan } from './layout-plan.js';
import { mayOfferNull } from './null-offer.js';

/** A section of fields one below the other. */
export const plainSection = (id: string, title: LocalizedText | undefined, fields: readonly FieldSpec[]): SectionPlan => ({ id, title, columns: 1, fields, within: fields.map(() => []), conditions: [] });

export const OTHERS: LocalizedText = { 'zh-CN': '其他', en: 'Other' };

/** What the whole group says of itself (how many answers, between what to choose, that it can be taken away, that there is nothing to say) needs a place; such a group stays one question. */
const WHOLE = ['minProperties', 'maxProperties', 'enum', 'const', 'not'];

/** Whether a group can stand as a section: its title is the heading, and its questions say everything else. */
const isSection = (field: FieldSpec): boolean =>
  field.shape === 'group' && field.widget === 'group' && field.children.length > 0 && field.alternatives.length === 0 && field.variants === undefined &&
  field.expand === undefined && field.unsupported === undefined && !mayOfferNull(field, false) && field.settings.titleHidden !== true && field.settings.provenance === undefined && !WHOLE.some((keyword) => keyword in field.schema);

/** A list or a record has a heading of its own, wherever it stands. */
const hasHeading = (field: FieldSpec): boolean => field.shape !== 'leaf' || field.settings.record !== undefined;

const headed = (field: FieldSpec): SectionPlan => {
  const { title, help } = field.settings;
  const description = textAt(field.schema, 'description');
  return {
    ...plainSection(`group-${field.name}`, title ?? { 'zh-CN': textAt(field.schema, 'title') ?? field.name }, field.children),
    ...(help !== undefined ? { description: help } : description === undefined ? {} : { description: { 'zh-CN': description } }),
  };
};

/**
 * The sections of a form that has no layout, in the order of the schema: questions in front of the first group have no heading, each group has its own, what
 * follows the last one is headed “其他”. Where questions without a group stand between groups they would seem to belong to the group before them; then, as
 * with a single group that others follow or that is the whole form, everything is one section and the groups stand in it.
 */
export function derivedSections(root: FieldSpec, fields: readonly FieldSpec[]): readonly SectionPlan[] {
  const whole = [plainSection('fields', undefined, fields)];
  const groups = fields.filter(isSection);
  const first = fields.findIndex(isSection);
  if (first < 0 || fields.length === 1 || root.alternatives.length > 0 || root.variants !== undefined) return whole;
  const last = fields.lastIndexOf(groups[groups.length - 1] as FieldSpec);
  const [front, middle, rest] = [fields.slice(0, first), fields.slice(first, last + 1), fields.slice(last + 1)];
  const isMixed = middle.some((field) => !isSection(field) && !hasHeading(field));
  const isLoose = rest.some((field) => !hasHeading(field));
  if (isMixed || (isLoose && groups.length === 1)) return whole;
  const sections = middle.map((field) => (isSection(field) ? headed(field) : plainSection(`field-${field.name}`, undefined, [field])));
  return [
    ...(front.length === 0 ? [] : [plainSection('fields', undefined, front)]),
    ...sections,
    ...(rest.length === 0 ? [] : [plainSection('other-fields', isLoose ? OTHERS : undefined, rest)]),
  ];
}
