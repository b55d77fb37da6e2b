import { formatName, formatValue } from '../locales/format-words.js';
import { escapeToken, toPointer, valueAt } from '../problems/json-pointer.js';
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
const LEVELS = '/organisation/levels';
const UNITS = '/organisation/units';
const RULES = '/eligibility/rules';

/** By the name of the property; `owner.property` where a name means different things. */
const TARGETS: Readonly<Record<string, string>> = {
  role: ROLES, proposedBy: ROLES, confirmedBy: ROLES, decidedBy: ROLES, payer: ROLES, appointedBy: ROLES, handsIn: '/supervision/reports', receives: '/supervision/reports', notWith: '/supervision/posts', 'remind.to': ROLES, 'escalate.to': ROLES, 'reports.from': ROLES, 'reports.to': ROLES, 'assignment.by': ROLES, 'comments.by': ROLES,
  level: LEVELS, parent: UNITS, 'panels.unit': UNITS, form: '/forms', threshold: '/thresholds', publicVote: '/publicVotes', notice: '/publicity/notices', table: '/decisionTables',
  'outcomes.to': STAGES, stage: STAGES, survivesReturn: STAGES, parameter: '/parameters', 'after.report': '/supervision/reports', 'photos.report': '/supervision/reports',
};

/** The things whose id can stand at a place; `undefined` where no id of another part stands. */
export function referenceAt(document: unknown, tokens: readonly string[], locale: Locale): Reference | undefined {
  const names = tokens.filter((token) => !/^\d+$/.test(token));
  const [owner = '', name = ''] = names.slice(-2).length === 2 ? names.slice(-2) : ['', names[0] ?? ''];
  // Who applies in a case that a test holds.
  const applicant = owner === 'applicant' ? applicantAt(document, name, locale) : undefined;
  if (applicant !== undefined) return applicant;
  if (owner === 'reviews' && name === 'stage') return { pointer: STAGES, choices: choicesOf(valueAt(document, STAGES), locale) };
  if (owner === 'reviews' && name === 'outcome') return reviewOutcomes(document, tokens, locale);
  if (tokens[0] === 'tests' && owner === 'expect' && name === 'reasons') return reasonsOf(document, locale);
  // Inside answers and conditions names mean something else.
  if (names.some((token) => token === 'schema' || token === 'case' || token === 'cases' || token === 'fields')) return undefined;
  const answers = answersAt(document, tokens, owner, name, locale);
  if (answers !== undefined) return answers;
  const pointer = TARGETS[`${owner}.${name}`] ?? TARGETS[name];
  if (pointer === undefined || (name === 'survivesReturn' && names.length === tokens.length)) return undefined;
  const choices = choicesOf(valueAt(document, pointer), locale);
  return { pointer, choices: name === 'to' && owner === 'outcomes' ? [...choices, ...stageEnds.map((id) => ({ id, title: formatValue('to', id, locale) }))] : choices };
}

/** Level, unit and town of an applicant, where the scheme lists them: towns are the units that others lie in, below the highest. */
function applicantAt(document: unknown, name: string, locale: Locale): Reference | undefined {
  const pointer = name === 'level' ? LEVELS : name === 'unit' || name === 'town' ? UNITS : undefined;
  const listed = pointer === undefined ? undefined : valueAt(document, pointer);
  if (pointer === undefined || !Array.isArray(listed)) return undefined;
  const parents = new Set(listed.map((unit) => valueAt(unit, '/parent')));
  const isTown = (unit: unknown): boolean => valueAt(unit, '/parent') !== undefined && parents.has(valueAt(unit, '/id'));
  const choices = choicesOf(name === 'town' ? listed.filter(isTown) : listed, locale);
  return choices.length === 0 ? undefined : { pointer, choices };
}

/** How the stage that a review of a test is about can end. */
function reviewOutcomes(document: unknown, tokens: readonly string[], locale: Locale): Reference | undefined {
  const stage = thingOf(document, STAGES, valueAt(document, toPointer(...tokens.slice(0, -1), 'stage')));
  return stage === undefined ? undefined : { pointer: `${stage.pointer}/outcomes`, choices: choicesOf(valueAt(stage.value, '/outcomes'), locale) };
}

/** What a decision can name as its reason: a requirement, a vote rule, the outcome of a stage, a stage. */
function reasonsOf(document: unknown, locale: Locale): Reference {
  const stages = valueAt(document, STAGES);
  const outcomes = (Array.isArray(stages) ? stages : []).flatMap((stage) => choicesOf(valueAt(stage, '/outcomes'), locale));
  const choices = [...choicesOf(valueAt(document, RULES), locale), ...choicesOf(valueAt(document, '/thresholds'), locale), ...outcomes, ...choicesOf(stages, locale)];
  return { pointer: RULES, choices: choices.filter(({ id }, index) => choices.findIndex((other) => other.id === id) === index) };
}

function choicesOf(listed: unknown, locale: Locale): Reference['choices'] {
  const things = Array.isArray(listed) ? listed.filter(isObject).map((thing) => [thing['id'], thing['title']]) : isObject(listed) ? Object.entries(listed).map(([key, thing]) => [key, isObject(thing) ? thing['title'] : undefined]) : [];
  return things.flatMap(([id, title]) => (typeof id === 'string' ? [{ id, title: (isObject(title) ? localize(title as unknown as LocalizedText, locale) : '') || id }] : []));
}

/** The answers that can be meant where one is read: what a notice shows, what money and marks are made of, what a ranking goes by. */
function answersAt(document: unknown, tokens: readonly string[], owner: string, name: string, locale: Locale): Reference | undefined {
  const isListed = /^\d+$/.test(tokens[tokens.length - 1] ?? '');
  const application = (): Form => applicationForm(document) ?? { pointer: '/forms/0', value: valueAt(document, '/forms/0') };
  if (((owner === 'notices' && name === 'columns') || (owner === 'disclosure' && name === 'answers')) && isListed) return questions(document, application(), locale);
  if (owner === 'photos' && name === 'answer') {
    const duty = thingOf(document, '/supervision/reports', valueAt(document, `/${tokens.slice(0, -1).map(escapeToken).join('/')}/report`));
    const form = thingOf(document, '/forms', valueAt(duty?.value, '/form'));
    if (form === undefined) return undefined;
    const { pointer, choices } = questions(document, form, locale);
    return { pointer, choices: choices.filter(({ id }) => valueAt(document, `${pointer}${toPointer(id)}/record/attachments`) !== undefined) };
  }
  if (owner === 'posts' && name === 'answer') return questions(document, application(), locale);
  if ((owner === 'reads' && name === 'category') || (owner === 'caps' && name === 'answer')) return questions(document, application(), locale);
  if (owner === 'reads' && tokens[0] === 'allocation') return questions(document, application(), locale, isNumeric);
  if (tokens[0] === 'allocation' && name === 'fact' && (owner === 'ranking' || owner === 'key')) {
    const { pointer, choices } = questions(document, application(), locale, isNumeric);
    return { pointer, choices: choices.filter(({ id }) => id.lastIndexOf('/') === 0).map(({ id, title }) => ({ id: id.slice(1), title })) };
  }
  if (owner === 'from' && name === 'answer') {
    const stage = valueAt(document, `/${tokens.slice(0, -1).map(escapeToken).join('/')}/stage`);
    const form = thingOf(document, '/forms', valueAt(thingOf(document, STAGES, stage)?.value, '/form'));
    return form === undefined ? undefined : questions(document, form, locale, isNumeric);
  }
  if (owner === 'stages' && name === 'output') {
    const table = thingOf(document, '/decisionTables', valueAt(document, `/stages/${tokens[1] ?? ''}/table`));
    return table === undefined ? undefined : { pointer: `${table.pointer}/outputs`, choices: choicesOf(valueAt(table.value, '/outputs'), locale) };
  }
  return undefined;
}

interface Form { readonly pointer: string; readonly value: unknown }

const thingOf = (document: unknown, list: string, id: unknown): Form | undefined => {
  const things = valueAt(document, list);
  const index = Array.isArray(things) ? things.findIndex((thing) => isObject(thing) && thing['id'] === id) : -1;
  return index < 0 ? undefined : { pointer: `${list}/${index}`, value: (things as readonly unknown[])[index] };
};

const isNumeric = (schema: unknown): boolean => ['number', 'integer'].includes(String(valueAt(schema, '/type')));

/** The amounts of a budget table that something else may read. */
const BUDGET_SUMS = ['requested', 'own', 'raised'] as const;

/** The questions of a form by their pointers; a budget table has the sums that stand under it. */
function questions(document: unknown, { pointer: at, value }: Form, locale: Locale, fits?: (schema: unknown) => boolean): Reference {
  const properties = valueAt(value, '/schema/properties');
  return {
    pointer: `${at}/fields`,
    choices: Object.entries(isObject(properties) ? properties : {}).flatMap(([name, schema]) => {
      const id = toPointer(name);
      const [title, known] = [valueAt(document, `${at}/fields${toPointer(id)}/title`), valueAt(schema, '/title')];
      const word = (isObject(title) ? localize(title as unknown as LocalizedText, locale) : '') || (typeof known === 'string' ? known : name);
      if (fits === undefined) return [{ id, title: word }];
      const isBudget = valueAt(document, `${at}/fields${toPointer(id)}/record/budget`) !== undefined;
      return isBudget ? BUDGET_SUMS.map((sum) => ({ id: `${id}/${sum}`, title: `${word}${locale === 'en' ? ': ' : '：'}${formatName(sum === 'own' ? 'ownFunds' : sum, locale)}` })) : fits(schema) ? [{ id, title: word }] : [];
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
