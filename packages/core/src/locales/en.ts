import { formatDate, isDate } from '../calendar/dates.js';
import { formatYuan } from '../money/format.js';
import { isMoney } from '../money/money.js';
import { formatPercent, percentBase } from '../money/percent.js';
import type { MessageCode } from './message-codes.js';
import type { Params } from './message-table.js';
import { listOf, textOf } from './message-table.js';

const decimals = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });
const plurals = new Intl.PluralRules('en');

const label = (params: Params): string => `“${textOf(params['label'])}”`;
const number = (value: unknown): string => (typeof value === 'number' ? decimals.format(value) : textOf(value));
const chosen = (params: Params): boolean => params['kind'] === 'choice' || params['kind'] === 'list';
/** An answer that more than one branch of `oneOf` takes. */
const severalFit = ({ passing }: Params): boolean => Array.isArray(passing) && passing.length > 1;

/** `1 character`, `46 characters`. */
function count(value: unknown, noun: string): string {
  return `${number(value)} ${typeof value === 'number' && plurals.select(value) === 'one' ? noun : `${noun}s`}`;
}

function amount(params: Params): string {
  const limit = params['limit'];
  if (params['kind'] === 'money' && isMoney(limit)) return formatYuan(limit as number, 'en');
  if (params['kind'] === 'percent' && typeof limit === 'number') return formatPercent(limit, percentBase(params['base'], undefined));
  const unit = textOf(params['unit']);
  return unit === '' ? number(limit) : `${number(limit)} ${unit}`;
}

/** `; it now has 46 characters`, where the present count is known. */
const present = (value: unknown, noun: string): string => (typeof value === 'number' ? `; it now has ${count(value, noun)}` : '');

function ask(params: Params): string {
  if (params['computed'] === true) return `${label(params)} cannot be worked out yet; first fill in what it depends on`;
  switch (params['kind']) {
    case 'choice':
      return `Choose ${label(params)}`;
    case 'list':
      return `Add ${label(params)}`;
    case 'confirmation':
      return `Tick to confirm ${label(params)}`;
    default:
      return `Enter ${label(params)}`;
  }
}

const typeSentences: Readonly<Record<string, string>> = {
  number: 'must be a number, like 12.5',
  integer: 'must be a whole number, like 12',
  string: 'must be text',
  boolean: 'must be yes or no',
  array: 'must be a list',
  object: 'must be a group of answers',
  null: 'must be left empty',
};

function ofType(params: Params): string {
  if (params['kind'] === 'money') return `${label(params)} must be an amount, like 12000.50`;
  const wanted = listOf(params['type']).map(textOf).filter((type) => type !== 'null')[0] ?? textOf(params['type']);
  return `${label(params)} ${typeSentences[wanted] ?? 'is not what is asked for'}`;
}

const codeReasons: Readonly<Record<string, (expected: string) => string>> = {
  length: (expected) => (expected === '' ? 'the length is wrong' : `the length is wrong, it must be ${expected.replace(/, (?=[^,]*$)/, ' or ').replace('–', ' to ')} characters`),
  characters: () => 'it holds characters that do not belong there',
  structure: () => 'its structure is wrong',
  date: () => 'the birth date in it does not exist',
  'check-digit': () => 'the check digit at the end is wrong, please compare each digit',
};

const formatSentences: Readonly<Record<string, string>> = {
  money: 'must be an amount in yuan with at most two decimals, like 12000.50',
  'citizen-number': 'is not a correct citizen identity number',
  'organisation-code': 'is not a correct unified social credit code',
  'area-code': 'is not a correct area code',
  phone: 'is not a correct phone number, it must be a mobile number of 11 digits or a landline with its area code, like 0757-88888888',
  'bank-card': 'is not a correct bank card number',
  'bank-account': 'is not a correct bank account number',
  date: 'must be a date, like 2026-03-05',
  'date-time': 'must be a date and time, like 5 March 2026, 09:30',
  time: 'must be a time, like 09:30',
  duration: 'must be a duration, like P30D',
  email: 'must be an e-mail address, like lin@example.com',
  'idn-email': 'must be an e-mail address, like lin@example.com',
  uri: 'must be a full web address, like https://example.com',
  'uri-reference': 'must be a web address',
  iri: 'must be a full web address, like https://example.com',
  'iri-reference': 'must be a web address',
  'uri-template': 'must be a web address template',
  hostname: 'must be a host name',
  'idn-hostname': 'must be a host name',
  ipv4: 'must be a network address, like 192.0.2.1',
  ipv6: 'must be a network address, like 2001:db8::1',
  uuid: 'must be a UUID',
  'json-pointer': 'must be a field path',
  'relative-json-pointer': 'must be a relative field path',
  regex: 'must be a regular expression',
};

/** With what the form says of it; a full stop of its own ends the sentence early. */
function ofPattern(params: Params): string {
  const [wanted, example] = [textOf(params['wanted']).replace(/[。.\s]+$/, ''), textOf(params['example'])];
  return `${label(params)} has the wrong format${wanted === '' ? '' : `: ${wanted}`}${example === '' ? '' : `, for example ${example}`}`;
}

function ofFormat(params: Params): string {
  const reason = codeReasons[textOf(params['reason'])];
  const sentence = formatSentences[textOf(params['format'])] ?? 'has the wrong format';
  return `${label(params)} ${sentence}${reason ? `: ${reason(textOf(params['expected']))}` : ''}`;
}

function choose(params: Params): string {
  return chosen(params) ? `Choose ${label(params)} from the options given` : `${label(params)} is not an allowed answer`;
}

const day = (value: unknown): string => (isDate(value) ? formatDate(value as string, 'en') : textOf(value));

const tooMany = (params: Params): string => `${label(params)} has items too many; please remove them`;

const unsupportedReasons: Readonly<Record<string, string>> = {
  deep: 'the data definition is nested too deeply',
  type: 'the data definition does not say what kind of content it is',
  open: 'the data definition does not list what is to be filled in',
  root: 'the data definition does not describe named answers',
  contains: 'the data definition asks for one fitting item, which is checked while filling in',
  not: 'the data definition only says what is not allowed, which is checked while filling in',
};

const nameReasons: Readonly<Record<string, string>> = {
  empty: 'enter a name',
  long: 'the name is too long',
  taken: 'this name is already there; choose another one',
  form: 'this name is not allowed; choose another one',
};

const unshownKinds: Readonly<Record<string, string>> = {
  extra: 'is nothing that this form asks for; it is kept as it is and submitted with the rest',
  former: 'is no longer asked for by this form; it is kept and not submitted',
  undrawn: 'cannot be shown here; it is kept as it is and submitted with the rest',
};

/** Sentences in English, by code. */
export const en: Record<MessageCode, (params: Params) => string> = {
  'form/required': ask,
  'form/recommended': (params) => `We recommend that you enter ${label(params)}; you can submit without it`,
  'form/type': ofType,
  'form/enum': choose,
  'form/optionsWhen': (params) => `${label(params)}: this choice is not offered any more; please choose another one`,
  'form/const': (params) => (params['kind'] === 'confirmation' ? ask(params) : `${label(params)} must be “${textOf(params['allowedValue'])}”`),
  'form/minLength': (params) => `${label(params)} must have ${count(params['limit'], 'character')} or more${present(params['length'], 'character')}`,
  'form/maxLength': (params) => `${label(params)} must have ${count(params['limit'], 'character')} or fewer${present(params['length'], 'character')}`,
  'form/pattern': ofPattern,
  'form/format': ofFormat,
  'form/minimum': (params) => `${label(params)} must be ${amount(params)} or more`,
  'form/maximum': (params) => `${label(params)} must be ${amount(params)} or less`,
  'form/exclusiveMinimum': (params) => `${label(params)} must be more than ${amount(params)}`,
  'form/exclusiveMaximum': (params) => `${label(params)} must be less than ${amount(params)}`,
  'form/multipleOf': (params) => `${label(params)} must be a multiple of ${number(params['multipleOf'])}`,
  'form/minItems': (params) => `${label(params)} must have ${count(params['limit'], 'item')} or more${present(params['count'], 'item')}`,
  'form/maxItems': (params) => `${label(params)} must have ${count(params['limit'], 'item')} or fewer${present(params['count'], 'item')}`,
  'form/uniqueItems': (params) => `${label(params)} holds the same item twice; please remove one`,
  'form/contains': (params) => `${label(params)} lacks an item that is asked for`,
  'form/minContains': (params) => `${label(params)} lacks an item that is asked for`,
  'form/maxContains': tooMany,
  'form/prefixItems': tooMany,
  'form/items': tooMany,
  'form/unevaluatedItems': tooMany,
  'form/minProperties': (params) => `${label(params)} has too few answers`,
  'form/maxProperties': (params) => `${label(params)} has too many answers`,
  'form/additionalProperties': (params) => `${label(params)} has no field “${textOf(params['property'])}”`,
  'form/unevaluatedProperties': (params) => `${label(params)} has no field “${textOf(params['property'])}”`,
  'form/propertyNames': (params) => `${label(params)} must not have a field “${textOf(params['property'])}”`,
  'form/dependentRequired': ask,
  'form/anyOf': (params) => (chosen(params) ? choose(params) : `${label(params)} fits none of the allowed ways to answer`),
  'form/oneOf': (params) => (chosen(params) ? choose(params) : `${label(params)} ${severalFit(params) ? 'fits several ways to answer; please answer in one of them only, and if you did, tell the office that its form has to be changed' : 'must fit exactly one way to answer'}`),
  'form/not': (params) => `${label(params)} holds something that is not allowed`,
  'form/false': (params) => `${label(params)} must be left empty here`,
  'form/invalid': (params) => `${label(params)} is not what is asked for`,
  'form/date-min': (params) => `${label(params)} cannot be before ${day(params['limit'])}`,
  'form/date-max': (params) => `${label(params)} cannot be after ${day(params['limit'])}`,
  'form/date-order': (params) => `The last day of ${label(params)} cannot be before the first`,
  'form/too-long': (params) => `${label(params)} is too long: at most ${count(params['limit'], 'character')}. Please shorten it`,
  'form/too-large': (params) => `${label(params)} holds too much to be processed. Please shorten it and try again`,
  'form/entry-name': (params) => `${label(params)}: ${nameReasons[textOf(params['reason'])] ?? nameReasons['form']}`,
  'form/unsupported': (params) => `${label(params)} cannot be drawn as a field: ${unsupportedReasons[textOf(params['reason'])] ?? textOf(params['reason'])}`,
  'form/validators-disagree': (params) => `The schema of ${label(params)} uses “${textOf(params['keyword'])}” in a way that two validators read differently; say it in another way`,
  'form/unshown-answer': (params) => `${label(params)} ${unshownKinds[textOf(params['kind'])] ?? unshownKinds['extra']}`,
  'form/unshown-answer-remedy': (params) => `To change or remove ${label(params)}, ask the form’s administrator to add it to the form, or correct the imported data`,
  'form/unknown-field': (params) => `The form has no field “${textOf(params['label'])}”`,
  'form/unknown-reference': (params) => `${label(params)} refers to “${textOf(params['reference'])}”, which does not exist`,
  'form/unsuitable-widget': (params) => `${label(params)} cannot be filled in by “${textOf(params['widget'])}”; a fitting widget is used instead`,
  'form/record-awaited': (params) => `${label(params)} is still being loaded; please submit in a moment`,
  'form/file-arriving': (params) => `${label(params)}: “${textOf(params['name'])}” has not been uploaded completely, so the form cannot be submitted yet`,
  'form/file-arriving-remedy': (params) => `Submit when the files of ${label(params)} have arrived; an upload that is not wanted can be cancelled`,
  'form/record-type': (params) => `${label(params)} is kept as a record whose answer is of type “${textOf(params['expected'])}”; its schema says “${textOf(params['found'])}”`,
  'form/schema': (params) => `The data definition of the form ${label(params)} cannot be used: ${textOf(params['reason'])}`,
  'form/computed-cycle': (params) => `The calculations of ${label(params)} depend on each other and have no result`,
  'form/review-section': (params) => `${label(params)}: a review page shows answers and has no sections of its own; their fields come last`,
  'form/item-name': (params) => `Conditions in lists read “${textOf(params['label'])}” as the item that they stand in, not as the field of that name; please rename the field`,
  'publication/not-published': (params) => `${label(params)} is not set to be published and was left out of the notice`,
  'publication/unknown-column': (params) => `The form has no field “${textOf(params['label'])}”; it was left out of the notice`,
  'publication/personal-data': (params) => `${label(params)} holds personal data, which was masked`,
};
