import type { Params, Sentence } from './message-table.js';
import { listOf, textOf } from './message-table.js';

// What the sentences about schemes in English are made of.

export const quoted = (value: unknown): string => `"${textOf(value)}"`;
export const list = (value: unknown): string => listOf(value).map(textOf).join(', ');
export const written = (value: unknown): string => (value !== null && typeof value === 'object' ? JSON.stringify(value) : textOf(value));

/** The name in the file behind the word for it, `the comparison ("op")`; with `titlesOnly` the word says it all. */
export const keyed = (params: Params, key: unknown): string => (params['titlesOnly'] === true ? '' : ` (${quoted(key)})`);
/** `"Fewest households" (minHouseholds)`: files name a parameter by its key, people by its title. */
export const parameterNamed = (params: Params): string => (textOf(params['keyTitle']) === '' ? quoted(params['key']) : params['titlesOnly'] === true ? quoted(params['keyTitle']) : `${quoted(params['keyTitle'])} (${textOf(params['key'])})`);

/** `"Joint review vote": `, where the thing has a title. */
export const ofOwner = (params: Params): string => (textOf(params['owner']) === '' ? '' : `"${textOf(params['owner'])}": `);
/** `the base ("base")`, or `"base"` where it has no other word. */
export function place(params: Params): string {
  const [name, word] = [textOf(params['place']), textOf(params['placeWord'])];
  if (params['titlesOnly'] === true && word !== '') return `the ${word}`;
  return word === '' || word === name ? quoted(name) : `the ${word}${keyed(params, name)}`;
}
const subject = (params: Params): string => (textOf(params['place']) === '' ? 'the scheme' : place(params));
/** A sentence about a place, begun with a capital or with the title of what it belongs to. */
export function about(params: Params, rest: string): string {
  const sentence = `${subject(params)} ${rest}`;
  return ofOwner(params) === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : ofOwner(params) + sentence;
}

/** More than these are not listed. */
const MOST_LISTED = 12;
const few = (values: readonly unknown[], word: (value: unknown) => string): string =>
  `${values.slice(0, MOST_LISTED).map(word).join(', ')}${values.length > MOST_LISTED ? ` and others, ${values.length} in all` : ''}`;

/** Several that are as near stand with a stroke between them. */
export const nearest = (params: Params): string => (params['nearest'] === undefined ? '' : `Did you mean ${quoted(textOf(params['nearest']).replace(/ \/ /g, '" or "'))}? `);
/** The nearest name, and all of them where they are few. */
export function choices(params: Params): string {
  const known = listOf(params['known']);
  // Of a long list the beginning is shown where nothing better can be said.
  const isShown = known.length > 0 && (known.length <= MOST_LISTED || params['nearest'] === undefined);
  return `${nearest(params)}${isShown ? `Known: ${few(known, textOf)}.` : ''}`.trim();
}

const types: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list ([ ])',
  object: 'an object ({ })',
  null: 'null',
};
export const typeName = (type: unknown): string => types[textOf(type)] ?? textOf(type);

const shapes: Readonly<Record<string, string>> = {
  Ratio: 'a ratio such as { "p": 1, "q": 2 }',
  Period: 'a period such as { "amount": 5, "unit": "workingDay" }',
  Interval: 'an interval such as { "every": 1, "unit": "quarter" }',
  Text: 'a text such as { "zh-CN": "…" }',
  Money: 'an amount in yuan with at most two decimals',
  CalendarDate: 'a date such as "2026-03-05"',
  Quorum: 'a quorum such as { "op": ">=", "ratio": { "p": 2, "q": 3 }, "base": "entitled" }',
  ParameterReference: 'a parameter as { "parameter": "key" }',
  AllCondition: '{ "all": [ … ] }',
  AnyCondition: '{ "any": [ … ] }',
  NotCondition: '{ "not": … }',
  ConditionReference: '{ "condition": "name" }',
  Comparison: '{ "fact": …, "operator": …, "value": … }',
  Pointer: 'a field such as "/projectName"',
  ExpectedAwardDetails: 'details such as { "amount": 0, "status": "waiting", "by": "pool" }',
  ExpectedGradeDetails: 'details such as { "grade": "first", "reward": 6000 }',
  Computation: 'a computation { "op": …, "of": [ … ] }',
  LayoutGroup: 'questions beside each other { "group": [ … ] }',
  LayoutTabs: 'tabs { "tabs": [ … ] }',
  LayoutText: 'a paragraph { "text": { "zh-CN": "…" } }',
};
const shapeName = (shape: unknown): string => shapes[textOf(shape)] ?? typeName(shape);

export function allowed(params: Params): string {
  const number = typeof params['value'] === 'string' && /^[\d.]/.test(params['value']) && listOf(params['shapes']).some((shape) => ['Money', 'number', 'integer'].includes(textOf(shape))) ? `${bareNumber} ` : '';
  const values = listOf(params['allowed']);
  const parts = [...(values.length > 0 ? [few(values, written)] : []), ...listOf(params['shapes']).map(shapeName)];
  return `${nearest(params)}${number}Allowed: ${parts.join('; ')}.`;
}

/** A field by its title, a text or one per language. */
export const fieldName = ({ field }: Params): string => (typeof field === 'object' && field !== null ? textOf((field as Params)['en'] ?? (field as Params)['zh-CN']) : textOf(field));
const limitWords: Readonly<Record<string, string>> = {
  minimum: 'least value', maximum: 'greatest value', exclusiveMinimum: 'lower limit, itself left out,', exclusiveMaximum: 'upper limit, itself left out,', minLength: 'least length', maxLength: 'greatest length',
  minItems: 'least number of items', maxItems: 'greatest number of items', minProperties: 'least number of members', maxProperties: 'greatest number of members', minContains: 'least number of matching items', maxContains: 'greatest number of matching items',
};
export const limitWord = (params: Params, keyword: unknown): string => (limitWords[textOf(keyword)] ?? '') + keyed(params, keyword);

export const expected: Readonly<Record<string, string>> = {
  content: 'the file is empty, an object { } is expected',
  symbol: 'this is nothing that JSON knows',
  number: 'the number is not complete',
  propertyName: 'a property name in double quotes is expected',
  value: 'a value is expected',
  colon: 'a colon is expected after the property name',
  comma: 'a comma is missing before this',
  closeBrace: 'a closing brace } is missing',
  closeBracket: 'a closing bracket ] is missing',
  endOfFile: 'the file should end here, more follows',
  noComment: 'comments are not allowed',
  endOfString: 'the closing double quote of a text is missing',
  unicodeEscape: 'four hexadecimal digits are expected after \\u',
  escape: 'the character after the back-slash is not allowed',
  noControlCharacter: 'a text cannot hold a line break or control character as it is',
  numberTooLarge: 'the number is too large to be kept exactly',
  noTrailingComma: 'there is a comma too many after the last item',
  straightQuotes: 'straight double quotes are expected, these are typographic ones',
  asciiPunctuation: 'ASCII punctuation is expected, this is full-width',
  doubleQuotes: 'double quotes are expected, these are single ones',
  quoteInText: 'a text ended before this, and more follows',
  closedName: 'the property name before this has no closing double quote',
};

/** How to mend a broken text, by what was expected. */
export const repairs: Readonly<Record<string, string>> = {
  straightQuotes: 'Use straight double quotes ". ',
  asciiPunctuation: 'Use the ASCII colon, comma and brackets. ',
  doubleQuotes: "Replace the single quotes ' by double ones \". ",
  quoteInText: 'Write a quote inside a text as “” or \\". ',
  closedName: 'Add a double quote behind the name, before the colon. ',
  endOfString: 'Add a straight double quote at the end of the text. ',
  symbol: 'Texts stand in double quotes, such as "text". ',
  noTrailingComma: 'Remove the comma. ',
  noComment: 'Remove the comment; notes can be written as "$comment". ',
  comma: 'Add a comma behind the item before. ',
};

const isNumeric = (type: unknown): boolean => ['number', 'integer', 'money', 'decimal'].some((name) => listOf(type).includes(name) || type === name);
const bareNumber = 'Numbers have no quotes, no commas and no unit, such as 500000.';

/** How to write a value that is of another type than it should be. */
export function retyped(params: Params): string {
  const { type, found, value } = params;
  if (params['shape'] === 'Text' && found === 'string') return `Write { "zh-CN": ${JSON.stringify(value)} }.`;
  if (listOf(type).includes('string') && found === 'number') return params['place'] === 'version' ? 'Write three parts in double quotes, such as "1.0.0".' : `Put it in double quotes: "${textOf(value)}".`;
  if (isNumeric(listOf(type)) && found === 'string') return bareNumber;
  if (params['shape'] === 'Text') return 'Write { "zh-CN": "…" }.';
  if (listOf(type).includes('array')) return found === 'object' || found === 'string' ? 'Put brackets around it: [ … ].' : 'Write a list: [ … ].';
  return `Write ${listOf(type).map(typeName).join(' or ')}.`;
}
/** What can be written where something is missing. */
export const wanted = (params: Params): string => (listOf(params['allowed']).length + listOf(params['shapes']).length === 0 ? 'Add it.' : `Add "${textOf(params['place'])}". ${allowed(params)}`);

const parameterTypes: Readonly<Record<string, string>> = {
  money: 'an amount in yuan with at most two decimals',
  integer: 'a whole number',
  decimal: 'a number',
  boolean: 'true or false',
  text: 'a text',
  list: 'a list',
  ratio: 'a ratio such as { "p": 1, "q": 2 }',
  period: 'a period such as { "amount": 5, "unit": "workingDay" }',
  interval: 'an interval such as { "every": 1, "unit": "quarter" }',
};
export const parameterType = (type: unknown): string => parameterTypes[textOf(type)] ?? textOf(type);

/** How to write the value of a parameter, where its type does not say it already. */
export function parameterRepair({ type, value }: Params): string {
  if (type === 'period') return '"amount" is a number of days, "unit" is "workingDay" or "calendarDay".';
  if (type === 'interval') return '"every" is a whole number, "unit" is "month", "quarter", "halfYear" or "year".';
  return isNumeric(type) && textOf(value).startsWith('"') ? bareNumber : '';
}

export const unknown = (what: string): Sentence => (params) => about(params, `names ${what} ${quoted(params['id'])}, which does not exist.`);
export const limit = (words: string): Sentence => (params) => about(params, `${words} ${textOf(params['limit'])}.`);
