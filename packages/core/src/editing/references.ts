import { formatValue } from '../locales/format-words.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { applicationForm } from '../scheme/checks/form-fields.js';
import { stageEnds } from '../scheme/checks/stage-graph.js';
import { isObject } from '../validation/instance.js';

/** The things of a scheme that a place can name: a list of things with an `id`, or the keys of a map. */
export interface Reference {
  /** Where they stand, as a pointer. */
  readonly pointer: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
}

const ROLES = '/organisation/roles';
const STAGES = '/stages';

/** By the name of the property; `owner.property` where a name means different things. */
const TARGETS: Readonly<Record<string, string>> = {
  role: ROLES, proposedBy: ROLES, confirmedBy: ROLES, decidedBy: ROLES, payer: ROLES, 'remind.to': ROLES, 'escalate.to': ROLES, 'reports.from': ROLES, 'reports.to': ROLES, 'assignment.by': ROLES,
  level: '/organisation/levels', parent: '/organisation/units', form: '/forms', threshold: '/thresholds', publicVote: '/publicVotes', notice: '/publicity/notices', table: '/decisionTables',
  'outcomes.to': STAGES, stage: STAGES, survivesReturn: STAGES, parameter: '/parameters', 'after.report': '/supervision/reports',
};

/** The things whose id can stand at a place; `undefined` where no id of another part stands. */
export function referenceAt(document: unknown, tokens: readonly string[], locale: Locale): Reference | undefined {
  const names = tokens.filter((token) => !/^\d+$/.test(token));
  const [owner = '', name = ''] = names.slice(-2).length === 2 ? names.slice(-2) : ['', names[0] ?? ''];
  // Inside answers and conditions names mean something else.
  if (names.some((token) => token === 'schema' || token === 'case' || token === 'cases' || token === 'fields')) return undefined;
  if (owner === 'notices' && name === 'columns' && names.length < tokens.length) return questions(document, locale);
  const pointer = TARGETS[`${owner}.${name}`] ?? TARGETS[name];
  if (pointer === undefined || (name === 'survivesReturn' && names.length === tokens.length)) return undefined;
  const listed = valueAt(document, pointer);
  const things = Array.isArray(listed) ? listed.filter(isObject).map((thing) => [thing['id'], thing['title']]) : isObject(listed) ? Object.entries(listed).map(([key, thing]) => [key, isObject(thing) ? thing['title'] : undefined]) : [];
  const choices = things.flatMap(([id, title]) => (typeof id === 'string' ? [{ id, title: (isObject(title) ? localize(title as unknown as LocalizedText, locale) : '') || id }] : []));
  return { pointer, choices: name === 'to' && owner === 'outcomes' ? [...choices, ...stageEnds.map((id) => ({ id, title: formatValue('to', id, locale) }))] : choices };
}

/** The questions of the application, whose answers a notice shows. */
function questions(document: unknown, locale: Locale): Reference {
  const form = applicationForm(document);
  const [at, properties] = [form?.pointer ?? '/forms/0', valueAt(form?.value, '/schema/properties')];
  return {
    pointer: `${at}/fields`,
    choices: Object.keys(isObject(properties) ? properties : {}).map((name) => {
      const id = toPointer(name);
      const [title, known] = [valueAt(document, `${at}/fields${toPointer(id)}/title`), valueAt(properties, `${id}/title`)];
      return { id, title: (isObject(title) ? localize(title as unknown as LocalizedText, locale) : '') || (typeof known === 'string' ? known : name) };
    }),
  };
}

/** Where the thing of an id stands: `/stages/2`; `undefined` for the ends of the way and for ids that nothing has. */
export function referencedPlace(document: unknown, reference: Reference, id: string): string | undefined {
  const listed = valueAt(document, reference.pointer);
  if (Array.isArray(listed)) {
    const index = listed.findIndex((thing) => isObject(thing) && thing['id'] === id);
    return index < 0 ? undefined : `${reference.pointer}/${index}`;
  }
  return isObject(listed) && id in listed ? `${reference.pointer}${toPointer(id)}` : undefined;
}
