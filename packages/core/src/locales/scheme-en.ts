import type { SchemeCode } from '../scheme/problem-codes.js';
import type { Params, Sentence } from './message-table.js';
import { listOf, textOf } from './message-table.js';
import { schemaRemedy } from './schema-remedies.js';

const quoted = (value: unknown): string => `"${textOf(value)}"`;
const list = (value: unknown): string => listOf(value).map(textOf).join(', ');
const written = (value: unknown): string => (value !== null && typeof value === 'object' ? JSON.stringify(value) : textOf(value));

/** `"Joint review vote": `, where the thing has a title. */
const ofOwner = (params: Params): string => (textOf(params['owner']) === '' ? '' : `"${textOf(params['owner'])}": `);
/** `the base ("base")`, or `"base"` where it has no other word. */
function place(params: Params): string {
  const [name, word] = [textOf(params['place']), textOf(params['placeWord'])];
  return word === '' || word === name ? quoted(name) : `the ${word} (${quoted(name)})`;
}
const subject = (params: Params): string => (textOf(params['place']) === '' ? 'the scheme' : place(params));
/** A sentence about a place, begun with a capital or with the title of what it belongs to. */
function about(params: Params, rest: string): string {
  const sentence = `${subject(params)} ${rest}`;
  return ofOwner(params) === '' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : ofOwner(params) + sentence;
}

/** More than these are not listed. */
const MOST_LISTED = 12;
const few = (values: readonly unknown[], word: (value: unknown) => string): string =>
  `${values.slice(0, MOST_LISTED).map(word).join(', ')}${values.length > MOST_LISTED ? ` and others, ${values.length} in all` : ''}`;

/** Several that are as near stand with a stroke between them. */
const nearest = (params: Params): string => (params['nearest'] === undefined ? '' : `Did you mean ${quoted(textOf(params['nearest']).replace(/ \/ /g, '" or "'))}? `);
/** The nearest name, and all of them where they are few. */
function choices(params: Params): string {
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
const typeName = (type: unknown): string => types[textOf(type)] ?? textOf(type);

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

function allowed(params: Params): string {
  const number = typeof params['value'] === 'string' && /^[\d.]/.test(params['value']) && listOf(params['shapes']).some((shape) => ['Money', 'number', 'integer'].includes(textOf(shape))) ? `${bareNumber} ` : '';
  const values = listOf(params['allowed']);
  const parts = [...(values.length > 0 ? [few(values, written)] : []), ...listOf(params['shapes']).map(shapeName)];
  return `${nearest(params)}${number}Allowed: ${parts.join('; ')}.`;
}

/** A field by its title, a text or one per language. */
const fieldName = ({ field }: Params): string => (typeof field === 'object' && field !== null ? textOf((field as Params)['en'] ?? (field as Params)['zh-CN']) : textOf(field));
const limitWords: Readonly<Record<string, string>> = {
  minimum: 'least value', maximum: 'greatest value', exclusiveMinimum: 'lower limit, itself left out,', exclusiveMaximum: 'upper limit, itself left out,', minLength: 'least length', maxLength: 'greatest length',
  minItems: 'least number of items', maxItems: 'greatest number of items', minProperties: 'least number of members', maxProperties: 'greatest number of members', minContains: 'least number of matching items', maxContains: 'greatest number of matching items',
};
const limitWord = (keyword: unknown): string => `${limitWords[textOf(keyword)] ?? ''} ("${textOf(keyword)}")`;

const expected: Readonly<Record<string, string>> = {
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
const repairs: Readonly<Record<string, string>> = {
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
function retyped(params: Params): string {
  const { type, found, value } = params;
  if (params['shape'] === 'Text' && found === 'string') return `Write { "zh-CN": ${JSON.stringify(value)} }.`;
  if (listOf(type).includes('string') && found === 'number') return params['place'] === 'version' ? 'Write three parts in double quotes, such as "1.0.0".' : `Put it in double quotes: "${textOf(value)}".`;
  if (isNumeric(listOf(type)) && found === 'string') return bareNumber;
  if (params['shape'] === 'Text') return 'Write { "zh-CN": "…" }.';
  if (listOf(type).includes('array')) return found === 'object' || found === 'string' ? 'Put brackets around it: [ … ].' : 'Write a list: [ … ].';
  return `Write ${listOf(type).map(typeName).join(' or ')}.`;
}
/** What can be written where something is missing. */
const wanted = (params: Params): string => (listOf(params['allowed']).length + listOf(params['shapes']).length === 0 ? 'Add it.' : `Add "${textOf(params['place'])}". ${allowed(params)}`);

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
const parameterType = (type: unknown): string => parameterTypes[textOf(type)] ?? textOf(type);

/** How to write the value of a parameter, where its type does not say it already. */
function parameterRepair({ type, value }: Params): string {
  if (type === 'period') return '"amount" is a number of days, "unit" is "workingDay" or "calendarDay".';
  if (type === 'interval') return '"every" is a whole number, "unit" is "month", "quarter", "halfYear" or "year".';
  return isNumeric(type) && textOf(value).startsWith('"') ? bareNumber : '';
}

const unknown = (what: string): Sentence => (params) => about(params, `names ${what} ${quoted(params['id'])}, which does not exist.`);
const limit = (words: string): Sentence => (params) => about(params, `${words} ${textOf(params['limit'])}.`);

/** Sentences in English, by code. */
export const schemeEn: Record<SchemeCode, Sentence> = {
  'scheme/broken-json': (params) => `Broken JSON: ${expected[textOf(params['expected'])] ?? 'this is not right'}${textOf(params['found']) === '' ? '' : `, found ${textOf(params['found'])}`}.`,
  'scheme/duplicate-key': (params) => `${quoted(params['key'])} occurs twice in one object.`,
  'scheme/forbidden-key': (params) => `A property cannot be named ${quoted(params['key'])}; it does nothing.`,
  'scheme/not-utf8': () => 'The file is not UTF-8, its text cannot be read.',
  'scheme/file-too-large': (params) => `${params['together'] === true ? 'The files of the scheme together have' : 'The file has'} more than ${textOf(params['limit'])} characters and ${params['together'] === true ? 'this one ' : ''}is not read.`,
  'scheme/too-deep': (params) => `The content is nested more than ${textOf(params['limit'])} levels deep and is not read.`,
  'scheme/too-many-members': (params) => `A list or object has more than ${textOf(params['limit'])} members and is not read.`,
  'scheme/missing-file': (params) => `There is no file ${quoted(params['file'])}.`,
  'scheme/include-path': (params) => `${quoted(params['file'])} cannot be included.`,
  'scheme/include-with-others': (params) => `"$file" stands alone; here it has ${list(params['properties'])} beside it.`,
  'scheme/include-cycle': (params) => `Files include one another in a circle: ${listOf(params['files']).map(textOf).join(' → ')}.`,
  'scheme/too-many-includes': (params) => `More than ${textOf(params['limit'])} files are included.`,
  'scheme/extends-path': (params) => `${quoted(params['folder'])} cannot be extended.`,
  'scheme/extends-cycle': (params) => `Schemes extend one another in a circle: ${listOf(params['files']).map(textOf).join(' → ')}.`,
  'scheme/too-many-overlays': (params) => `More than ${textOf(params['limit'])} schemes extend one another.`,
  'scheme/overlay-head': (params) => `An overlay needs ${place(params)} of its own.`,
  'scheme/overlay-same-id': (params) => `The overlay has the same id ${quoted(params['id'])} as its base.`,
  'scheme/overlay-item-without-id': () => 'This item has no id, so it cannot be matched with an item of the base.',
  'scheme/overlay-unknown-remove': (params) => `${quoted(params['id'])} is to be removed, but the base has no such item.`,
  'scheme/overlay-unknown-after': (params) => `The item is to stand after ${quoted(params['id'])}, which does not exist.`,
  'scheme/overlay-unknown-test': (params) => `The base has no test ${quoted(params['id'])}.`,
  'scheme/overlay-locked': (params) => `Parameter ${quoted(params['key'])} is locked at ${written(params['from'])} and cannot become ${written(params['to'])}.`,
  'scheme/overlay-raise': (params) => `Parameter ${quoted(params['key'])} may only be raised, not changed from ${written(params['from'])} to ${written(params['to'])}.`,
  'scheme/overlay-lower': (params) => `Parameter ${quoted(params['key'])} may only be lowered, not changed from ${written(params['from'])} to ${written(params['to'])}.`,
  'scheme/overlay-setting': (params) => `${quoted(params['setting'])} of parameter ${quoted(params['key'])} is set by the base and cannot be changed.`,
  'scheme/overlay-parameter-use': (params) => `The base limits parameter ${quoted(params['key'])}; what uses it cannot be removed or refer to something else.`,
  'scheme/overlay-unknown-id': (params) => `The base has no ${quoted(params['id'])}, and what is written here is not enough for a new one.`,
  'scheme/overlay-drops-required': (params) => `The list of required fields replaces that of the base; no longer required: ${list(params['names'])}.`,
  'scheme/not-an-object': () => 'The outermost value of a scheme file has to be an object { }.',
  'scheme/format-version-missing': () => 'The scheme does not say its format version ("formatVersion").',
  'scheme/format-version-newer': (params) => `The scheme uses format version ${written(params['version'])}; versions up to ${textOf(params['known'])} are known here.`,
  'scheme/format-version-text': (params) => `The format version ("formatVersion") is a number, not the text ${JSON.stringify(textOf(params['version']))}.`,
  'scheme/required': (params) => `${ofOwner(params)}${place(params)} is missing.`,
  'scheme/additionalProperties': (params) => `${ofOwner(params)}${quoted(params['property'])} is not known here.`,
  'scheme/type': (params) => about(params, `has to be ${listOf(params['type']).map(typeName).join(' or ')}, not ${typeName(params['found'])}.`),
  'scheme/enum': (params) => about(params, `cannot be ${quoted(params['value'])}.`),
  'scheme/const': (params) => about(params, `cannot be ${quoted(params['value'])}.`),
  'scheme/pattern': (params) => about(params, `is not written as it should be: ${quoted(params['value'])}.`),
  'scheme/format': (params) => about(params, `has not the right format: ${quoted(params['value'])}.`),
  'scheme/propertyNames': (params) => `The property name ${quoted(params['property'])} is not written as it should be.`,
  'scheme/anyOf': (params) => about(params, `cannot be ${quoted(params['value'])}.`),
  'scheme/minLength': (params) => about(params, 'cannot be empty.'),
  'scheme/maxLength': limit('is too long; the number of characters is limited to'),
  'scheme/minimum': limit('cannot be less than'),
  'scheme/maximum': limit('cannot be more than'),
  'scheme/exclusiveMinimum': limit('has to be more than'),
  'scheme/minItems': limit('has too few items; the least is'),
  'scheme/depth': (params) => `The content is nested more than ${textOf(params['limit'])} levels deep and is not read.`,
  'scheme/invalid': (params) => about(params, 'does not fit the scheme format.'),
  'scheme/duplicate-id': (params) => `The id ${quoted(params['id'])} occurs twice in one list.`,
  'scheme/unknown-role': unknown('the role'),
  'scheme/unknown-level': unknown('the level'),
  'scheme/unknown-unit': unknown('the unit'),
  'scheme/unit-cycle': (params) => `The unit ${quoted(params['id'])} is above itself.`,
  'scheme/unknown-form': unknown('the form'),
  'scheme/unknown-threshold': unknown('the vote rule'),
  'scheme/unknown-notice': unknown('the notice'),
  'scheme/unknown-stage': unknown('the stage'),
  'scheme/unknown-outcome': unknown('the outcome'),
  'scheme/unknown-rule': unknown('the rule'),
  'scheme/unknown-case': (params) => `${ofOwner(params) === '' ? 'The batch of the test has no case' : `${ofOwner(params)}the batch of the test has no case`} ${quoted(params['id'])}.`,
  'scheme/unknown-cap': unknown('the cap'),
  'scheme/unknown-grading': unknown('the grading'),
  'scheme/unknown-grade': unknown('the grade'),
  'scheme/unknown-project': (params) => `${ofOwner(params) === '' ? 'The test has no project' : `${ofOwner(params)}the test has no project`} ${quoted(params['id'])}.`,
  'scheme/unknown-pay-rule': unknown('the pay rule'),
  'scheme/stage-needs-outcome': (params) => `${ofOwner(params)}the method ${quoted(params['method'])} needs an outcome of the kind ${quoted(params['kind'])}.`,
  'scheme/first-stage': (params) => `${ofOwner(params)}the first stage takes the application; its method cannot be ${quoted(params['method'])}.`,
  'scheme/stage-needs': (params) => `${ofOwner(params)}the method ${quoted(params['method'])} needs ${place(params)}.`,
  'scheme/outcome-circle': (params) => `The outcome ${quoted(params['outcome'])} leads back to ${quoted(params['to'])}, which a case has passed by then; it would stop here.`,
  'scheme/unknown-table': unknown('the decision table'),
  'scheme/approvals-unreachable': (params) => `${ofOwner(params)}${textOf(params['minimum'])} have to approve, but only ${textOf(params['of'])} are asked.`,
  'scheme/unreachable-stage': (params) => `${ofOwner(params)}no way leads from the first stage to this one.`,
  'scheme/unknown-field': (params) => `The form has no field ${quoted(params['field'])}.`,
  'scheme/reserved-answer-name': (params) => `A field cannot be named ${quoted(params['name'])}: in conditions the name means something else.`,
  'scheme/computed-cycle': (params) => `Computed fields depend on one another in a circle: ${listOf(params['fields']).map(textOf).join(' → ')}.`,
  'scheme/form-schema': (params) => `${ofOwner(params)}the answers schema cannot be used: ${textOf(params['reason']).replace(/\.?$/, '.')}`,
  'scheme/form-schema-root': (params) => `${ofOwner(params)}the answers schema needs "type": "object" at its root.`,
  'scheme/validators-disagree': (params) => `${ofOwner(params)}the answers schema uses ${quoted(params['keyword'])} in a way that two validators read differently.`,
  'scheme/column-not-published': (params) => `The notice column ${quoted(params['field'])} is not allowed to be published.`,
  'scheme/unknown-required': (params) => `${quoted(params['name'])} is required, but the form has no such field; nobody could fill it in.`,
  'scheme/unknown-widget': (params) => about(params, `cannot be ${quoted(params['id'])}; there is no such widget.`),
  'scheme/field-listed-twice': (params) => `The field ${quoted(params['field'])} occurs twice in the layout.`,
  'scheme/answer-limits': (params) => `${quoted(fieldName(params))}: the ${limitWord(params['low'])} ${textOf(params['least'])} is ${params['least'] === params['most'] ? 'equal to' : 'more than'} the ${limitWord(params['high'])} ${textOf(params['most'])}; no answer is allowed.`,
  'scheme/option-twice': (params) => `${quoted(fieldName(params))} has the option ${quoted(params['value'])} twice${params['refused'] === true ? '; an answer that chooses it is refused' : ''}.`,
  'scheme/ratio-above-one': (params) => about(params, `is ${textOf(params['p'])}/${textOf(params['q'])}, which is more than one${params['unreachable'] === true ? ' and can never be reached' : ', more than the whole'}.`),
  'scheme/effective-order': (params) => `The last day ${textOf(params['to'])} is before the first day ${textOf(params['from'])}.`,
  'scheme/no-days': (params) => about(params, 'is 0 days; nothing would be made public.'),
  'scheme/empty-expectation': (params) => `${ofOwner(params) === '' ? 'The test expects' : `${ofOwner(params)}the test expects`} nothing and checks nothing.`,
  'scheme/test-inputs': (params) => `${ofOwner(params) === '' ? 'The test' : `${ofOwner(params)}the test`} ${listOf(params['found']).length === 0 ? 'does not say what it is about' : `is about ${list(params['found'])} at once`}.`,
  'scheme/test-expectation': (params) => `${ofOwner(params) === '' ? 'The test' : `${ofOwner(params)}the test`} has ${quoted(params['input'])}, from which ${quoted(params['field'])} does not come.`,
  'scheme/test-without-pool': (params) => `${ofOwner(params) === '' ? 'The test' : `${ofOwner(params)}the test`} does not say how much money the batch has.`,
  'scheme/unknown-parameter': (params) => `There is no parameter ${quoted(params['parameter'] ?? params['id'])}.`,
  'scheme/parameter-type': (params) => `Parameter ${quoted(params['key'])} is of type ${quoted(params['type'])} and cannot stand here.`,
  'scheme/parameter-unfit': (params) => `The value ${textOf(params['value'])} of parameter ${quoted(params['key'])} cannot stand here.`,
  'scheme/parameter-value': (params) => `The value of parameter ${quoted(params['key'])} has to be ${parameterType(params['type'])}, not ${textOf(params['value'])}.`,
  'scheme/parameter-range': (params) => `The value ${textOf(params['value'])} of parameter ${quoted(params['key'])} is outside its legal range.`,
  'scheme/parameter-limits': (params) => `The minimum ${textOf(params['minimum'])} of parameter ${quoted(params['key'])} is more than its maximum ${textOf(params['maximum'])}.`,
  'scheme/parameter-choice': (params) => `The value ${textOf(params['value'])} of parameter ${quoted(params['key'])} is not one of its choices.`,
  'scheme/parameter-not-ordered': (params) => `Parameter ${quoted(params['key'])} is of type ${quoted(params['type'])}, which has no higher and lower; "overlay" cannot be ${quoted(params['overlay'])}.`,
  'scheme/undecided': (params) =>
    params['parameter'] === undefined ? about(params, 'is not decided yet.') : `${ofOwner(params)}the value of parameter ${quoted(params['parameter'])} is not decided yet.`,
  'scheme/undecided-not-allowed': (params) => about(params, 'cannot be UNDECIDED.'),
  'scheme/unknown-fact-id': (params) => `The source ${quoted(params['source'])} is no known fact.`,
  'scheme/not-executed-yet': (params) => about(params, 'is kept as a record; nothing executes it yet.'),
  'scheme/hash-mismatch': () => 'The content is not what was published: its hash differs.',
  'scheme/head-mismatch': (params) => about(params, 'differs from that of the scheme inside.'),
};

/** How to mend it, by code. */
export const schemeRemediesEn: Record<SchemeCode, Sentence> = {
  'scheme/broken-json': (params) => `${repairs[textOf(params['expected'])] ?? ''}Mend this place and check again; what follows may come from it.`,
  'scheme/duplicate-key': () => 'Remove one of them.',
  'scheme/forbidden-key': () => 'Choose another name.',
  'scheme/not-utf8': () => 'Save the file as UTF-8.',
  'scheme/file-too-large': () => 'Split it with "$file", or remove what is not needed.',
  'scheme/too-deep': () => 'Nest less deeply.',
  'scheme/too-many-members': () => 'Use fewer of them.',
  'scheme/missing-file': (params) => `${nearest(params)}Check the name; paths start at the folder of the file that names them.`,
  'scheme/include-path': () => 'Give a relative path inside the scheme folder, such as "forms/application.json": no address, no absolute path, no back-slash, no "..".',
  'scheme/include-with-others': () => 'Move the rest into the included file.',
  'scheme/include-cycle': () => 'Remove one of the includes.',
  'scheme/too-many-includes': () => 'Merge some files.',
  'scheme/extends-path': () => 'Name the folder of a scheme beside this one, such as "../gaoming".',
  'scheme/extends-cycle': () => 'Remove one "extends".',
  'scheme/too-many-overlays': () => 'Extend fewer levels.',
  'scheme/overlay-head': () => 'Id, version and title are not inherited; write them in this file.',
  'scheme/overlay-same-id': () => 'Give the overlay an id of its own.',
  'scheme/overlay-item-without-id': () => 'Give it an id: one that exists changes that item, a new one adds an item.',
  'scheme/overlay-unknown-remove': choices,
  'scheme/overlay-unknown-after': (params) => `${choices(params)} To put it first, write "after": null.`.trim(),
  'scheme/overlay-unknown-test': choices,
  'scheme/overlay-locked': () => 'Remove this change. Where it has to change, those who keep the base change it there, or set its "overlay" to "raise", "lower" or "any".',
  'scheme/overlay-raise': () => 'Use the base\'s value or a higher one, or remove this change.',
  'scheme/overlay-lower': () => 'Use the base\'s value or a lower one, or remove this change.',
  'scheme/overlay-setting': () => 'Remove this and change "value" only.',
  'scheme/overlay-parameter-use': () => 'Restore what the base says; where the parameter may change, change its "value" only.',
  'scheme/overlay-unknown-id': (params) => `${nearest(params)}A new one has to be written in full.`,
  'scheme/overlay-drops-required': (params) => `List ${list(params['names'])} too; where they are meant to be optional, say why in a "$comment" beside the list.`,
  'scheme/format-version-missing': () => 'Write "formatVersion": 1 at the top of the file.',
  'scheme/format-version-newer': () => 'Upgrade this software, or use the older format.',
  'scheme/format-version-text': () => 'Write "formatVersion": 1, the 1 without quotes.',
  'scheme/type': retyped,
  'scheme/not-an-object': () => 'Put braces around the content and begin with { "formatVersion": 1, "id": "…" … }.',
  'scheme/required': wanted,
  'scheme/additionalProperties': (params) => `${choices(params)} For notes of your own use "$comment" or a name that begins with "x-".`.trim(),
  'scheme/enum': allowed,
  'scheme/const': allowed,
  'scheme/anyOf': allowed,
  'scheme/pattern': () => 'Ids begin with a letter and hold letters, digits and hyphens; versions are 1.0.0; fields begin with /.',
  'scheme/format': (params) => (params['format'] === 'money' ? 'Amounts are in yuan with at most two decimals.' : params['format'] === 'date' ? 'Dates are written 2026-03-05.' : 'Write it in that format.'),
  'scheme/propertyNames': () => 'Keys begin with a letter and hold letters, digits and hyphens; fields begin with /, such as "/projectName".',
  'scheme/duplicate-id': () => 'Use different ids.',
  'scheme/unknown-role': choices,
  'scheme/unknown-level': choices,
  'scheme/unknown-unit': choices,
  'scheme/unit-cycle': () => 'Mend its "parent".',
  'scheme/unknown-form': choices,
  'scheme/unknown-threshold': choices,
  'scheme/unknown-notice': choices,
  'scheme/unknown-stage': choices,
  'scheme/unknown-outcome': choices,
  'scheme/unknown-rule': choices,
  'scheme/unknown-case': choices,
  'scheme/unknown-cap': choices,
  'scheme/unknown-grading': choices,
  'scheme/unknown-grade': choices,
  'scheme/unknown-project': choices,
  'scheme/unknown-pay-rule': choices,
  'scheme/stage-needs': () => 'Add it, or choose another method.',
  'scheme/stage-needs-outcome': () => 'Add it to "outcomes"; without it a case stops here.',
  'scheme/first-stage': () => 'Write "application" as its method, or move the stage of the application to the front.',
  'scheme/outcome-circle': () => 'To go back, make the outcome one of the kind "return"; otherwise let it lead to a later stage.',
  'scheme/unknown-table': choices,
  'scheme/approvals-unreachable': () => 'Lower "minimum", or ask more people.',
  'scheme/unreachable-stage': () => 'Let an outcome of another stage lead to it, or remove it.',
  'scheme/unknown-field': choices,
  'scheme/reserved-answer-name': (params) => `Choose another name; taken are ${list(params['reserved'])}.`,
  'scheme/computed-cycle': () => 'Let one of them be filled in, or mend the computation.',
  'scheme/form-schema': (params) => schemaRemedy(params, 'en') || 'Mend the answers schema (JSON Schema 2020-12).',
  'scheme/form-schema-root': () => 'Write "type": "object" at the root of the answers schema and the fields under "properties".',
  'scheme/validators-disagree': (params) => (params['construct'] === 'multipleOf-decimal' ? 'For money use "format": "money"; for other numbers a whole multiple.' : 'Say it in another way.'),
  'scheme/column-not-published': () => 'In the fields of the application form set its "publish" to "plain" or "masked", or remove the column.',
  'scheme/unknown-required': choices,
  'scheme/unknown-widget': (params) => `${nearest(params)}Known: ${list(params['known'])}. Widgets of your own have a name that begins with x-.`,
  'scheme/field-listed-twice': () => 'Remove one of them.',
  'scheme/answer-limits': () => 'Mend one of the numbers; they may be the wrong way round.',
  'scheme/option-twice': () => 'Remove one of the two.',
  'scheme/ratio-above-one': () => 'Check p and q: p is at most q; two thirds are { "p": 2, "q": 3 }.',
  'scheme/effective-order': () => 'Mend one of the dates.',
  'scheme/no-days': () => 'Write the number of days; where nothing is to be made public, remove the stage and the notice.',
  'scheme/empty-expectation': () => 'Write the expected result into "expect": "outcome", "stage", "eligibility" or "vote"; "awards" for a batch.',
  'scheme/test-inputs': () => 'Write one of them: "case", "batch" (cases and money), "grading", "pay" or "payment".',
  'scheme/test-expectation': (params) => `A test of this kind expects: ${list(params['known'])}.`,
  'scheme/test-without-pool': () => 'Write "pool" into "batch", in yuan: "pool": 1000000.',
  'scheme/unknown-parameter': choices,
  'scheme/parameter-type': (params) => `Types that can stand here: ${list(params['types'])}.`,
  'scheme/parameter-unfit': (params) => (params['allowed'] === undefined ? 'Change the value of the parameter, or write the setting here.' : `Change the value of the parameter. ${allowed(params)}`),
  'scheme/minimum': (params) => (params['place'] === 'q' ? 'The lower number, q, says how many parts make the whole; two thirds are { "p": 2, "q": 3 }.' : `Write a number of at least ${textOf(params['limit'])}.`),
  'scheme/maximum': (params) => `Write a number of at most ${textOf(params['limit'])}.`,
  'scheme/exclusiveMinimum': (params) => (params['place'] === 'step' ? 'Write the step of rounding: 0.01 for fen, 1 for yuan.' : `Write a number above ${textOf(params['limit'])}.`),
  'scheme/minLength': () => 'Write the content, or remove the property.',
  'scheme/maxLength': (params) => `Shorten it to ${textOf(params['limit'])} characters.`,
  'scheme/minItems': (params) => `Write at least ${textOf(params['limit'])}, or remove the whole property.`,
  'scheme/depth': () => 'Nest less deeply.',
  'scheme/invalid': () => 'Compare it with the README and the format (form.schema.json and others); VS Code marks the place when the folder of the scheme is opened.',
  'scheme/not-executed-yet': () => 'It can stay as it is; what it says has to be done by people.',
  'scheme/parameter-value': parameterRepair,
  'scheme/parameter-limits': () => 'Mend "minimum" or "maximum".',
  'scheme/parameter-range': (params) =>
    `Legal: ${[params['minimum'] === undefined ? '' : `at least ${textOf(params['minimum'])}`, params['maximum'] === undefined ? '' : `at most ${textOf(params['maximum'])}`].filter((part) => part !== '').join(', ')}.`,
  'scheme/parameter-choice': (params) => (listOf(params['choices']).length === 0 ? 'List its "choices".' : `Choices: ${list(params['choices'])}.`),
  'scheme/parameter-not-ordered': () => 'Use "locked" or "any".',
  'scheme/undecided': (params) => (params['blocksPublishing'] === true ? 'Have it decided and write it down; the scheme cannot be published before.' : 'It does not hinder publishing; write it down once it is decided.'),
  'scheme/undecided-not-allowed': () => 'Write it down here; make a parameter of a number that is not decided and put UNDECIDED into its "value".',
  'scheme/unknown-fact-id': () => 'Check the number; name documents of your own by number or clause.',
  'scheme/hash-mismatch': () => 'Published files are not edited: change the scheme and publish it again.',
  'scheme/head-mismatch': () => 'Published files are not edited: change the scheme and publish it again.',
};
