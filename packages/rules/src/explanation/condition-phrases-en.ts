import type { ConditionPhrases, OperatorPhrase, OwnComparison, Wanted } from './condition-phrases.js';

/** Titles of questions end in marks that do not fit into a sentence. */
const bare = (label: string): string => label.replace(/\s*[？?：:]\s*$/, '');

const gap = ({ source, namesGaps }: Wanted): string => (!namesGaps ? '' : source?.parameter === true ? ' (not decided yet)' : ' (not filled in)');
const ofValues = (text: string, { quantifiers }: Wanted): string =>
  quantifiers.reduce((words, quantifier) => (quantifier === 'someValue' ? `at least one of ${words}` : quantifier === 'everyValue' ? `every one of ${words}` : words), text);

/** A value with where it comes from: CNY 200,000.00 (Cap per project), “Total budget” (CNY 22,720.00), “Yes”. */
function valueOf(wanted: Wanted): string {
  const { kind, value, source } = wanted;
  const written = value === undefined || kind !== 'text' ? value : `“${value}”`;
  if (source === undefined) return ofValues(written ?? '', wanted);
  if (written === undefined) return ofValues(`“${source.label}”${gap(wanted)}`, wanted);
  return ofValues(source.parameter ? `${written} (${source.label})` : `“${source.label}” (${value ?? ''})`, wanted);
}

/** A list by its name; where it has none, its items. */
const listOf = (wanted: Wanted): string => ofValues(wanted.source === undefined ? (wanted.value ?? '') : `“${wanted.source.label}”`, wanted);
/** Behind the name of a list: its items, or that nobody has said yet what is in it. */
const itemsOf = (wanted: Wanted): string => (wanted.value === undefined ? gap(wanted) : `: ${wanted.value}`);

const phrase = (must: string, is: string): OperatorPhrase => ({ must: (wanted) => `must ${must} ${valueOf(wanted)}`, is: (wanted) => `${is} ${valueOf(wanted)}` });
const ordered = (numbers: OperatorPhrase, days: OperatorPhrase): OperatorPhrase => ({
  must: (wanted) => (wanted.kind === 'day' ? days : numbers).must(wanted),
  is: (wanted) => (wanted.kind === 'day' ? days : numbers).is(wanted),
});
/** "Not nothing" asks for any answer. */
const nothing = ({ value, source }: Wanted): boolean => value === undefined && source === undefined;
const literal = ({ source, quantifiers }: Wanted): boolean => source === undefined && quantifiers.length === 0;
/** Two answers that are no numbers are the same or different rather than equal. */
const compares = ({ kind, source }: Wanted): boolean => kind !== 'number' && source !== undefined && !source.parameter;

/** “withinRange” against 10, 30 */
const comparedBy = ({ name, wanted }: OwnComparison): string => `“${name}”${wanted === '' ? '' : ` against ${wanted}`}`;

export const english: ConditionPhrases = {
  operators: {
    equal: {
      must: (wanted) => `must be ${compares(wanted) ? 'the same as ' : wanted.kind === 'number' ? 'equal to ' : ''}${valueOf(wanted)}`,
      is: (wanted) => (literal(wanted) ? undefined : `${compares(wanted) ? 'the same as' : wanted.kind === 'number' ? 'equal to' : 'which is'} ${valueOf(wanted)}`),
    },
    notEqual: {
      must: (wanted) => {
        if (nothing(wanted)) return 'must be filled in';
        if (literal(wanted) && wanted.repeats) return 'which is not allowed';
        return `must not be ${compares(wanted) ? 'the same as ' : wanted.kind === 'number' ? 'equal to ' : ''}${valueOf(wanted)}`;
      },
      is: (wanted) => (nothing(wanted) ? undefined : `${compares(wanted) ? 'different from' : wanted.kind === 'number' ? 'not equal to' : 'not'} ${valueOf(wanted)}`),
    },
    in: {
      must: (wanted) => (wanted.source === undefined ? `must be one of: ${listOf(wanted)}` : `must be listed under ${listOf(wanted)}${itemsOf(wanted)}`),
      is: (wanted) => (wanted.source === undefined ? 'which is allowed' : `listed under ${listOf(wanted)}`),
    },
    notIn: {
      must: (wanted) => {
        if (wanted.source === undefined) return `must ${wanted.ofEvery ? 'include' : 'be'} none of: ${listOf(wanted)}`;
        return `must not ${wanted.ofEvery ? 'include anything' : 'be'} listed under ${listOf(wanted)}${itemsOf(wanted)}`;
      },
      is: (wanted) => {
        if (wanted.source === undefined) return `none of: ${listOf(wanted)}`;
        return `${wanted.ofEvery && wanted.answers === 'several' ? 'none of them' : 'not'} listed under ${listOf(wanted)}`;
      },
    },
    contains: phrase('include', 'including'), doesNotContain: phrase('not include', 'not including'),
    lessThan: ordered(phrase('be less than', 'less than'), phrase('be before', 'before')),
    lessThanInclusive: ordered(phrase('not be more than', 'not more than'), phrase('not be later than', 'not later than')),
    greaterThan: ordered(phrase('be more than', 'more than'), phrase('be after', 'after')),
    greaterThanInclusive: ordered(phrase('be at least', 'at least'), phrase('not be earlier than', 'not earlier than')),
  },
  ownOperator: {
    must: (own) => `must ${own.inverted ? 'not ' : ''}satisfy ${comparedBy(own)}`,
    is: (own) => `${own.inverted ? 'does not satisfy' : 'satisfies'} ${comparedBy(own)}`,
    fails: (own) => `${own.inverted ? 'satisfies' : 'does not satisfy'} ${comparedBy(own)}${own.inverted ? ', which it must not' : ''}`,
  },
  wanted: valueOf,
  someFact: (text) => `at least one item ${text}`,
  everyFact: (text, form, answers) => (form === 'must' ? `every item ${text}` : answers === 'several' ? `each ${text}` : text),
  finding: (label, found, text) => `${bare(label)}: ${found}${text === undefined ? '' : `, ${text}`}`,
  missing: (label, must) => `${bare(label)}: not filled in, ${must}`,
  unreadable: (label, found, must) => `${bare(label)}: ${found} cannot be judged, ${must}`,
  expectation: (label, must) => `${bare(label)} ${must}`,
  allOf: (parts) => parts.join('; '),
  anyOf: (parts) => `at least one of these: ${parts.join('; or ')}`,
  allHeading: 'All of these:',
  anyHeading: 'At least one of these:',
  bracketed: (text) => `(${text})`,
  always: 'nothing is required',
  never: 'can never be met',
  broken: 'this rule has a mistake and cannot be judged',
  yes: 'yes', no: 'no', none: 'none',
  list: (items) => items.join(items.some((item) => item.includes(',')) ? '; ' : ', '),
};
