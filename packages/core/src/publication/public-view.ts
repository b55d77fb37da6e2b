import type { FieldSettings, FormDefinition } from '../generated/types.js';
import { answerText, partLabel } from '../form/answer-text.js';
import { registeredName } from '../form/answer-texts/widget-texts.js';
import { partsOf } from '../form/parts-of-answer.js';
import { specForValue } from '../form/spec-for-value.js';
import { isEmpty } from '../form/answers.js';
import type { Answers } from '../form/answers.js';
import type { FieldSpec } from '../form/field-spec.js';
import { buildFieldTree } from '../form/whole-form.js';
import { isRecord, own } from '../form/json-schema.js';
import { fieldLabel } from '../form/labels.js';
import { specAt } from '../form/spec-at.js';
import { message } from '../locales/message.js';
import { words } from '../locales/words.js';
import { furtherWords } from '../locales/further-words.js';
import type { Decimal } from '../money/decimal.js';
import { addDecimals, decimalToNumber, readDecimal } from '../money/decimal.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { HIDDEN, mask } from './mask.js';
import type { PersonalDataFinding } from './personal-data.js';
import { findPersonalData, personalDataExcerpt } from './personal-data.js';

/** One cell of a public list. `aggregate` says a sum or a count, never a single answer. */
export interface PublicCell {
  readonly pointer: string;
  readonly label: string;
  /** Empty where nothing was answered. */
  readonly text: string;
  readonly kind: 'plain' | 'masked' | 'aggregate';
}

export interface PublicRow {
  readonly cells: readonly PublicCell[];
  readonly problems: readonly Problem[];
}

interface Shown { readonly text: string; readonly kind: PublicCell['kind'] }

/**
 * One application as the public may see it. A column is there only if its field says `publish`: `plain` or `masked`, or `aggregate`
 * for a list (its count) and for numbers in the items of a list (their sum). Of groups and lists only those inner fields are
 * told that are published themselves. Every text is searched for personal numbers before it is handed out.
 *
 * @param columns - Pointers or templates of fields, in order: `/projectName`, `/lines/* /subject` (without the space).
 * @example publicRow(definition, answers, ['/projectName', '/secretary']).cells[1]?.text // '林**'
 */
export function publicRow(definition: FormDefinition, answers: Answers, columns: readonly string[], locale: Locale = 'zh-CN'): PublicRow {
  const { root } = buildFieldTree(definition);
  const cells: PublicCell[] = [];
  const problems: Problem[] = [];
  for (const pointer of columns) {
    const field = specAt(root, pointer);
    const label = field ? columnLabel(root, pointer, field, locale) : pointer;
    const found = field && publicCell(field, pointer, answers, locale, root);
    if (found) {
      cells.push({ ...found.cell, label });
      problems.push(...found.problems);
    } else problems.push(publicProblem(field ? 'publication/not-published' : 'publication/unknown-column', 'error', pointer, { label }, locale));
  }
  return { cells, problems };
}

/** What people name themselves is called as what it stands in. */
function columnLabel(root: FieldSpec, pointer: string, field: FieldSpec, locale: Locale): string {
  const label = fieldLabel(field, locale);
  const around = label === '*' ? specAt(root, pointer.replace(/\/[^/]*$/, '')) : undefined;
  return around ? fieldLabel(around, locale) : label;
}

/**
 * One answer as the public may see it; `undefined` where its field is not published.
 *
 * @param root - Where the pointer may lead to answers that people named: what the form has beside those is not meant by `*`.
 */
export function publicCell(field: FieldSpec, pointer: string, answers: Answers, locale: Locale, root?: FieldSpec): { readonly cell: PublicCell; readonly problems: readonly Problem[] } | undefined {
  const label = fieldLabel(field, locale);
  const shown = show(field, placesOf(answers, pointer, root), pointer, answers, locale);
  if (!shown) return undefined;
  const found = findPersonalData(shown.text);
  // Nothing was answered, so that nothing is hidden.
  if (shown.text === '' && shown.kind === 'masked') return { cell: { pointer, label, text: '', kind: 'plain' }, problems: [] };
  if (found.length === 0) return { cell: { pointer, label, ...shown }, problems: [] };
  const problem = publicProblem('publication/personal-data', 'warning', pointer, { label, kinds: found.map((finding) => finding.kind), excerpts: found.map((finding) => personalDataExcerpt(shown.text, finding)) }, locale);
  return { cell: { pointer, label, text: withoutPersonalData(shown.text), kind: 'masked' }, problems: [problem] };
}

function publicProblem(code: string, severity: Problem['severity'], pointer: string, params: Readonly<Record<string, unknown>>, locale: Locale): Problem {
  return { code, severity, document: 'answers', pointer, params, message: message(code, params, locale) };
}

function show(field: FieldSpec, places: readonly string[], pointer: string, answers: Answers, locale: Locale): Shown | undefined {
  const values = places.map((each) => valueAt(answers, each)).filter((value) => !isEmpty(value));
  const { publish } = field.settings;
  if (publish === 'aggregate') return aggregate(field, pointer, values, locale);
  if (publish !== 'plain' && publish !== 'masked') return undefined;
  return { text: values.map((value) => publicText(field, value, publish, locale)).join(words[locale].separator), kind: publish };
}

/** The places that a pointer of a column stands for: `*` is every item, and every answer under a name. */
function placesOf(answers: Answers, pointer: string, root: FieldSpec | undefined): readonly string[] {
  return pointerTokens(pointer).reduce<readonly string[]>((places, token) => {
    if (token !== '*') return places.map((place) => `${place}${toPointer(token)}`);
    return places.flatMap((place) => {
      const value = valueAt(answers, place);
      const known = root && specAt(root, place)?.children.map(({ name }) => name);
      const isOpen = Array.isArray(value) || (known !== undefined && isRecord(value));
      return isOpen ? Object.keys(value).filter((name) => known?.includes(name) !== true).map((name) => `${place}${toPointer(name)}`) : [];
    });
  }, ['']);
}

/** A sum or a count tells nothing about one person; a single answer would. */
function aggregate(field: FieldSpec, pointer: string, values: readonly unknown[], locale: Locale): Shown | undefined {
  if (field.shape === 'list' && !pointer.includes('*')) {
    const [items] = values;
    return { text: Array.isArray(items) ? furtherWords[locale].items(items.length) : '', kind: 'aggregate' };
  }
  const isNumber = field.type === 'number' || field.type === 'integer';
  if (!isNumber || !pointer.includes('*')) return undefined;
  const numbers = values.flatMap((value) => (typeof value === 'number' ? (readDecimal(value) ?? []) : []));
  const sum = numbers.reduce<Decimal | undefined>((total, next) => (total ? addDecimals(total, next) : next), undefined);
  return { text: sum ? answerText(field, decimalToNumber(sum), locale) : '', kind: 'aggregate' };
}

function publicText(given: FieldSpec, value: unknown, publish: FieldSettings['publish'], locale: Locale): string {
  const field = specForValue(given, value);
  if (own(field.schema, 'writeOnly') === true) return '';
  // Of a register the public is told the name alone: what tells entries apart may be a code or a post.
  const registered = registeredName({ value, widgetOptions: field.settings.widgetOptions });
  if (publish === 'masked') return mask(registered ?? (typeof value === 'string' ? value : answerText(field, value, locale)), field.settings.mask ?? 'text');
  if (registered !== undefined) return registered;
  const { item } = field;
  // Each place of a tuple says for itself whether it is published.
  if (field.shape === 'tuple' && Array.isArray(value)) return partsText(field, value, locale);
  if (item && Array.isArray(value)) {
    const inner = item.shape === 'leaf' ? publish : item.settings.publish ?? publish;
    return value.map((each: unknown) => publicText(item, each, inner, locale)).filter((text) => text !== '').join(furtherWords[locale].listed);
  }
  if (field.shape === 'group' && isRecord(value)) return partsText(field, value, locale);
  // A file that is not found clean goes nowhere, its name neither.
  const shown = field.settings.record?.attachments && Array.isArray(value) ? value.filter((file) => own(file, 'scan') === 'clean') : value;
  return isEmpty(shown) ? '' : answerText(field, shown, locale);
}

function partsText(around: FieldSpec, value: unknown, locale: Locale): string {
  return partsOf(around, value)
    .filter((part) => (part.spec.settings.publish === 'plain' || part.spec.settings.publish === 'masked') && !isEmpty(part.value))
    .map((part) => `${withoutPersonalData(partLabel(part, around, locale))}${words[locale].colon}${publicText(part.spec, part.value, part.spec.settings.publish, locale)}`)
    .join(locale === 'en' ? ', ' : '，');
}

/** Covers every number that was found; what is left around one may form another, which is then hidden wholly. */
export function withoutPersonalData(text: string): string {
  let masked = covered(text, mask);
  while (findPersonalData(masked).length > 0) masked = covered(masked, () => HIDDEN);
  return masked;
}

function covered(text: string, cover: (found: string, kind: PersonalDataFinding['kind']) => string): string {
  return findPersonalData(text).reduceRight((rest, { kind, start, end }) => `${rest.slice(0, start)}${cover(rest.slice(start, end), kind)}${rest.slice(end)}`, text);
}
