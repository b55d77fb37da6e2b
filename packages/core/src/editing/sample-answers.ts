import type { Calendar } from '../calendar/index.js';
import { chinaCalendar } from '../calendar/index.js';
import { citizenNumberCheckDigit, organisationCodeCheckDigit, bankCardCheckDigit } from '../codes/index.js';
import { codeWidgets } from '../form/code-widgets.js';
import type { EvaluateCondition, Facts } from '../form/form-model.js';
import type { FieldSpec } from '../form/field-spec.js';
import { isRecord, listAt, numberAt, own, textAt } from '../form/json-schema.js';
import { fieldLabel } from '../form/labels.js';
import { recordKind } from '../form/record-kind.js';
import { partName } from '../form/whole-answers.js';
import { buildFieldTree, createForm } from '../form/whole-form.js';
import { withComputedAnswers } from '../form/with-computed-answers.js';
import type { ApplicantsValue, FormDefinition, RecordSettings } from '../generated/types.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { Locale } from '../problems/problem.js';
import { confirmParty, sharedTerms } from '../records/applicants/confirm-party.js';
import { signPledge } from '../records/pledge/sign-pledge.js';
import { withParameters } from '../scheme/parameter-references.js';
import { schemeFormats } from '../validation/index.js';
import { createInterpreter } from '../validation/index.js';
import { sampleOfPattern } from './sample/sample-pattern.js';
import { dayAfter, sampleRecord } from './sample/sample-records.js';
import { sampleText } from './sample/sample-texts.js';

type Answers = Readonly<Record<string, unknown>>;

export interface SampleOptions {
  /** Language of the texts. Default `zh-CN`. */
  readonly locale?: Locale;
  /** The day on which the form is filled in. Default 2026-03-05: the same answers every time. */
  readonly today?: string;
  readonly calendar?: Calendar;
  /** `{ parameters }`: values by key, for settings of records that refer to them. */
  readonly facts?: Facts;
  /** With it, answers of questions that nobody would be asked are left out, as a submission leaves them out. */
  readonly evaluateCondition?: EvaluateCondition;
}

const LONGEST = 60;
const MANY = 2;

/**
 * Answers to a form that somebody could have given: every question answered, right by its schema and by the settings of its records as far as these are decided. For
 * previews and tests; the same every time. What it makes up looks true and is nobody's: names, numbers and amounts are samples.
 *
 * Limits that tie answers to each other (a sum that has to agree, a date after another) are kept in records; elsewhere the form's own problems say what is left.
 *
 * @example validateAnswers(definition, sampleAnswers(definition)) // no problems
 */
export function sampleAnswers(definition: FormDefinition, options: SampleOptions = {}): Answers {
  const maker = new SampleMaker(definition, options);
  return maker.signed(maker.shown(maker.filled()));
}

class SampleMaker {
  private readonly locale: Locale;
  private readonly today: string;
  private readonly root: FieldSpec;
  private readonly calendar: Calendar;

  constructor(private readonly definition: FormDefinition, private readonly options: SampleOptions) {
    this.locale = options.locale ?? 'zh-CN';
    this.today = options.today ?? '2026-03-05';
    this.calendar = options.calendar ?? chinaCalendar;
    this.root = buildFieldTree(definition).root;
  }

  filled(): Answers {
    const value = this.valueOf(this.root, 0);
    const answers = isRecord(value) ? value : {};
    const budgets = this.root.children.filter(({ settings }) => recordKind(settings) === 'budget');
    // The caps of a budget go by an answer that is known by now.
    const whole = budgets.reduce<unknown>((all, field) => {
      const category = valueAt(all, this.settingsOf(field).budget?.category ?? '/category');
      return typeof category === 'string' ? withValueAt(all, field.template, this.record(field, category)) : all;
    }, answers);
    return withComputedAnswers(this.definition, whole as Answers);
  }

  /** Without what nobody would be asked. */
  shown(answers: Answers): Answers {
    const { evaluateCondition, facts = {} } = this.options;
    if (evaluateCondition === undefined) return answers;
    return createForm(this.definition, { validator: createInterpreter({ formats: schemeFormats }), evaluateCondition, value: answers, facts: { today: this.today, ...facts }, locale: this.locale }).submission();
  }

  /** Confirmations and signatures stand under the other answers, so they come last. */
  signed(answers: Answers): Answers {
    const at = `${this.today}T10:00:00+08:00`;
    const ofKind = (kind: string): readonly FieldSpec[] => this.root.children.filter(({ settings }) => recordKind(settings) === kind);
    const confirmed = ofKind('applicants').reduce((all, field) => {
      const settings = this.settingsOf(field).applicants;
      const value = all[field.name] as ApplicantsValue | undefined;
      if (settings === undefined || value === undefined) return all;
      const parties = value.parties.filter(({ role }) => settings.confirm === 'all' || role === 'partner');
      return { ...all, [field.name]: parties.reduce((record, { id, name }) => confirmParty(record, id, { id: `signer-${id}`, name: name.slice(0, 4), organisation: id }, at, sharedTerms(all, settings)), value) };
    }, answers);
    return ofKind('pledge').reduce((all, field) => {
      const settings = this.settingsOf(field).pledge;
      if (settings === undefined || settings.text === 'UNDECIDED') return all;
      const value = settings.signers.reduce<ReturnType<typeof signPledge> | undefined>((record, { id }, index) => signPledge(record, all, settings, { signer: id, by: { id: `signer-${index}`, name: this.text('姓名', 'person', index, 1, 20) }, at, locale: 'zh-CN' }, field.template), undefined);
      return value === undefined ? all : { ...all, [field.name]: value };
    }, confirmed);
  }

  private valueOf(given: FieldSpec, index: number): unknown {
    const field = chosen(given);
    const { schema, settings } = field;
    if (field.computed || field.expand !== undefined || field.unsupported !== undefined) return undefined;
    if (own(schema, 'const') !== undefined) return own(schema, 'const');
    if (recordKind(settings) !== undefined) return this.record(field);
    if (field.choices.length > 0 && field.shape === 'leaf') return this.choice(field, index);
    if (field.shape === 'group') return this.group(field, index);
    if (field.shape === 'list') return this.list(field);
    if (field.shape === 'tuple') return field.children.map((child, place) => this.valueOf(child, place));
    if (field.type === 'object') return this.parts(field);
    if (field.type === 'boolean') return !/是否.*(其他|另|重复|逾期|违|未)/.test(this.titleOf(field));
    if (field.type === 'number' || field.type === 'integer') return this.number(field, index);
    return field.type === 'string' ? this.string(field, index) : field.widget === 'nothing' ? null : undefined;
  }

  private group(field: FieldSpec, index: number): unknown {
    const made: Record<string, unknown> = {};
    for (const child of field.children) {
      const value = this.valueOf(child, index);
      if (value !== undefined) made[child.name] = value;
    }
    return made;
  }

  private list({ item, schema }: FieldSpec): unknown {
    const least = numberAt(schema, 'minItems') ?? 0;
    const length = Math.min(Math.max(least, MANY), numberAt(schema, 'maxItems') ?? Infinity);
    return item === undefined ? [] : Array.from({ length }, (_, index) => this.valueOf(item, index));
  }

  private choice({ choices, type, schema }: FieldSpec, index: number): unknown {
    const values = choices.map(({ value }) => value);
    if (type !== 'array') return values[index % values.length];
    return values.slice(0, Math.max(1, numberAt(schema, 'minItems') ?? 1));
  }

  private number({ schema, type, name, settings }: FieldSpec, index: number): number {
    const step = type === 'integer' ? 1 : 0.01;
    const above = numberAt(schema, 'exclusiveMinimum');
    const below = numberAt(schema, 'exclusiveMaximum');
    const lowest = Math.max(numberAt(schema, 'minimum') ?? -Infinity, above === undefined ? -Infinity : above + step);
    const highest = Math.min(numberAt(schema, 'maximum') ?? Infinity, below === undefined ? Infinity : below - step);
    const usual = textAt(schema, 'format') === 'money' ? 12000 : settings.widget === 'percent' || /percent|share/i.test(name) ? (highest <= 1 ? 0.6 : 60) : 80 + index;
    const wanted = Math.min(Math.max(usual, lowest), highest);
    const multiple = numberAt(schema, 'multipleOf');
    return multiple === undefined ? wanted : Math.max(Math.floor(wanted / multiple), Math.ceil(lowest / multiple)) * multiple;
  }

  private string(field: FieldSpec, index: number): string {
    const { schema, settings, name } = field;
    const format = textAt(schema, 'format') ?? own(codeWidgets, settings.widget ?? '');
    const pattern = textAt(schema, 'pattern');
    const usual = typeof format === 'string' ? this.formatted(format, index) : undefined;
    if (usual !== undefined && (pattern === undefined || new RegExp(pattern, 'u').test(usual))) return usual;
    const shortest = numberAt(schema, 'minLength') ?? 1;
    const longest = numberAt(schema, 'maxLength') ?? LONGEST;
    const made = pattern === undefined ? undefined : sampleOfPattern(pattern, index);
    return made ?? this.text(this.titleOf(field), name, index, shortest, longest);
  }

  private formatted(format: string, index: number): string | undefined {
    switch (format) {
      case 'date': return dayAfter(this.today, 30 * (index + 1));
      case 'date-time': return `${this.today}T09:00:00+08:00`;
      case 'time': return '09:00:00+08:00';
      case 'duration': return 'P3M';
      case 'email': case 'idn-email': return `sample${index + 1}@example.com`;
      case 'uri': case 'iri': case 'uri-reference': case 'iri-reference': return `https://example.com/${index + 1}`;
      case 'uuid': return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
      case 'hostname': return 'example.com';
      case 'ipv4': return '192.0.2.1';
      case 'area-code': return '440608003000';
      case 'phone': return `1390000${String(1000 + index)}`;
      case 'citizen-number': return withCheck(`44060819900101${String(100 + index)}`, citizenNumberCheckDigit);
      case 'organisation-code': return withCheck(`5244060830000${String(1000 + index)}`, organisationCodeCheckDigit);
      case 'bank-card': case 'bank-account': return withCheck(`622200000000000${String(100 + index)}`, bankCardCheckDigit);
      default: return undefined;
    }
  }

  /** An answer of several parts that one widget asks for. */
  private parts(field: FieldSpec): unknown {
    const { settings, schema, widget } = field;
    const roles: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      dateRange: { from: dayAfter(this.today, 30), to: dayAfter(this.today, 120) },
      period: { amount: 3, unit: this.unitOf(field) },
      address: { area: '440608003000', detail: this.text('地址', 'address', 0, 1, LONGEST) },
    };
    const properties = own(schema, 'properties');
    const named = Object.entries(roles[widget] ?? {}).map(([role, value]) => [partName(settings.widgetOptions, role as 'from'), value] as const);
    const others = isRecord(properties) && roles[widget] === undefined ? Object.keys(properties).map((key) => [key, key === 'code' || /code$/i.test(key) ? '440608003000' : this.text('', key, 0, 1, LONGEST)] as const) : [];
    return Object.fromEntries([...named, ...others]);
  }

  private unitOf({ schema, settings }: FieldSpec): unknown {
    const unit = own(own(schema, 'properties'), partName(settings.widgetOptions, 'unit'));
    return (isRecord(unit) ? listAt(unit, 'enum')[0] : undefined) ?? 'month';
  }

  private record(field: FieldSpec, category?: string): unknown {
    const kind = recordKind(field.settings);
    if (kind === undefined) return undefined;
    return sampleRecord(kind, this.settingsOf(field), { locale: this.locale, today: this.today, calendar: this.calendar, ...(category === undefined ? {} : { category }) });
  }

  private settingsOf({ settings }: FieldSpec): RecordSettings {
    const parameters = this.options.facts?.['parameters'];
    return withParameters(settings.record ?? {}, (key) => valueAt(parameters, toPointer(key))) as RecordSettings;
  }

  private titleOf(field: FieldSpec): string {
    return fieldLabel(field, this.locale);
  }

  private text(title: string, name: string, index: number, shortest: number, longest: number): string {
    return sampleText(title, name, this.locale, index, shortest, longest);
  }
}

/** Of alternatives the first one. */
function chosen(field: FieldSpec): FieldSpec {
  const { variants } = field;
  if (variants === undefined) return field;
  return variants.of(variants.gates.map((gates) => (gates.every((gate) => gate.kind === 'branch' && gate.branch === 0) ? '1' : '0')).join(''));
}

const withCheck = (digits: string, check: (digits: string) => string | undefined): string => `${digits}${check(digits) ?? ''}`;
