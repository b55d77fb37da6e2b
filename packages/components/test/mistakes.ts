import { withValueAt } from '@cobuild/core';

/** Something wrong in a scheme: what stands where, and the code under which it is named. `undefined` takes away what stood there. */
export interface Mistake {
  readonly what: string;
  readonly code: string;
  readonly pointer: string;
  readonly value: unknown;
}

const mistake = (what: string, code: string, pointer: string, value?: unknown): Mistake => ({ what, code, pointer, value });
const F = '/forms/0';

/** Mistakes that somebody makes who writes a scheme, each of another kind; together they stand in the one scheme of Gaoming's demonstration. */
export const mistakes: readonly Mistake[] = [
  mistake('a title that is no text', 'scheme/type', '/title', 7),
  mistake('a misspelt part', 'scheme/additionalProperties', '/publicty', {}),
  mistake('a currency of another form', 'scheme/pattern', '/currency', 'yuan'),
  mistake('a scheme that ends before it begins', 'scheme/effective-order', '/effective', { from: '2026-06-01', to: '2026-01-01' }),
  mistake('a day that no calendar has', 'scheme/format', '/legalBasis/0/date', '2026-02-30'),
  mistake('a parameter of an unknown type', 'scheme/enum', '/parameters/minimumOpinions/type', 'whole'),
  mistake('a parameter whose value is of another type', 'scheme/parameter-value', '/parameters/publicityPeriod/value', 5),
  mistake('a parameter below its range', 'scheme/parameter-range', '/parameters/fundPerYearMinimum/value', -1),
  mistake('a choice that is none of the choices', 'scheme/parameter-choice', '/parameters/voteTie/value', 'coin'),
  mistake('limits that exclude each other', 'scheme/parameter-limits', '/parameters/batchesPerYear/minimum', 20),
  mistake('a ratio above one', 'scheme/ratio-above-one', '/parameters/passRatio/value', { p: 3, q: 2 }),
  mistake('a parameter that nobody has decided', 'scheme/undecided', '/parameters/perProjectCap/value', 'UNDECIDED'),
  mistake('a title that is left open', 'scheme/undecided-not-allowed', '/parameters/ownFundsShare/title', 'UNDECIDED'),
  mistake('a parameter without a title', 'scheme/required', '/parameters/scopeCategories/title'),
  mistake('a role of a level that is not there', 'scheme/unknown-level', '/organisation/roles/0/level', 'hamlet'),
  mistake('a unit below itself', 'scheme/unit-cycle', '/organisation/units/0/parent', 'gaoming'),
  mistake('a unit below one that is not there', 'scheme/unknown-unit', '/organisation/units/3/parent', 'atlantis'),
  mistake('two units of one id', 'scheme/duplicate-id', '/organisation/units/5/id', 'hecheng'),
  mistake('an id with a space', 'scheme/pattern', '/organisation/levels/3/id', 'my level'),
  mistake('a question of the layout that the form has not', 'scheme/unknown-field', `${F}/layout/steps/0/sections/0/fields/0`, '/projectNam'),
  mistake('a question that stands twice', 'scheme/field-listed-twice', `${F}/layout/steps/0/sections/0/fields/2`, '/category'),
  mistake('a control that is not there', 'scheme/unknown-widget', `${F}/fields/~1place/widget`, 'telepathy'),
  mistake('a question that is required and not asked', 'scheme/unknown-required', `${F}/schema/required/0`, 'colour'),
  mistake('an answer that hides a fact', 'scheme/reserved-answer-name', `${F}/schema/properties/today`, { type: 'string' }),
  mistake('answers with a smallest above the greatest', 'scheme/answer-limits', `${F}/schema/properties/contactName`, { type: 'string', minLength: 40, maxLength: 4 }),
  mistake('an option twice', 'scheme/option-twice', `${F}/schema/properties/categoryNote`, { type: 'string', enum: ['a', 'a'] }),
  mistake('a JSON Schema with an unknown type', 'scheme/form-schema', `${F}/schema/properties/goldenIdea`, { type: 'words' }),
  mistake('a sum of itself', 'scheme/computed-cycle', `${F}/computed/~1opinionTotal`, { op: 'sum', of: ['/opinionTotal'], missing: 'zero' }),
  mistake('a rule of a fact that is not there', 'scheme/unknown-fact', '/eligibility/rules/0/conditions/all/0', { fact: 'aplicant', operator: 'equal', value: 'village' }),
  mistake('an operator that is not there', 'scheme/unknown-operator', '/eligibility/rules/1/conditions', { all: [{ fact: 'category', operator: 'greaterThen', value: 1 }] }),
  mistake('a condition that is not there', 'scheme/unknown-condition', '/eligibility/rules/2/conditions', { condition: 'noSuch' }),
  mistake('a comparison without an operator', 'scheme/required', '/eligibility/rules/3/conditions', { all: [{ fact: 'category', value: 1 }] }),
  mistake('a parameter that is not there', 'scheme/unknown-parameter', '/eligibility/rules/4/conditions', { all: [{ fact: 'beneficiaryHouseholds', operator: 'greaterThan', value: { fact: 'parameters', path: '$.noSuch' } }] }),
  mistake('a number compared with a text', 'scheme/value-does-not-fit', '/eligibility/rules/5/conditions', { all: [{ fact: 'beneficiaryHouseholds', operator: 'greaterThan', value: 'twenty' }] }),
  mistake('a rule without a reason', 'scheme/required', '/eligibility/rules/6/reason'),
  mistake('two rules of one id', 'scheme/duplicate-id', '/eligibility/rules/7/id', 'applicant-organisation'),
  mistake('a rule that nobody can meet', 'scheme/parts-contradict', '/eligibility/rules/8/conditions', { all: [{ fact: 'beneficiaryHouseholds', operator: 'greaterThan', value: 9 }, { fact: 'beneficiaryHouseholds', operator: 'lessThan', value: 3 }] }),
  mistake('a rule that excludes nobody', 'scheme/always-true', '/eligibility/rules/9/conditions', { all: [] }),
  mistake('a stage of a role that is not there', 'scheme/unknown-role', '/stages/1/actor/role', 'wizard'),
  mistake('a stage with a form that is not there', 'scheme/unknown-form', '/stages/1/form', 'noSuch'),
  mistake('a way to a stage that is not there', 'scheme/unknown-stage', '/stages/1/outcomes/0/to', 'nowhere'),
  mistake('a vote by a rule that is not there', 'scheme/unknown-threshold', '/stages/2/threshold', 'noSuch'),
  mistake('a vote that cannot fail', 'scheme/stage-needs-outcome', '/stages/2/outcomes/1/kind', 'reject'),
  mistake('a notice that is not there', 'scheme/unknown-notice', '/stages/3/notice', 'noSuch'),
  mistake('a decision by a method that is not there', 'scheme/enum', '/stages/3/method', 'oracle'),
  mistake('a reason that is asked or not by a number', 'scheme/enum', '/stages/0/outcomes/1/reason', 5),
  mistake('more approvals than people asked', 'scheme/approvals-unreachable', '/stages/1/approvals', { minimum: 3, of: 2, order: 'parallel' }),
  mistake('a reminder after the time is over', 'scheme/deadline-missing', '/stages/0/onDeadline', { remind: [{ before: { amount: 1, unit: 'workingDay' }, to: 'villageSecretary' }] }),
  mistake('a share without a lower number', 'scheme/required', '/thresholds/0/quorum/ratio', { p: 1 }),
  mistake('a base that is not there', 'scheme/anyOf', '/thresholds/0/base', 'everybody'),
  mistake('a rounding to nothing', 'scheme/rounding-unit', '/allocation/rounding/unit', 0),
  mistake('tranches above the whole', 'scheme/tranches-not-whole', '/allocation/tranches/0/share', { p: 9, q: 10 }),
  mistake('a published answer that is not to be published', 'scheme/column-not-published', '/publicity/notices/0/columns/0', '/payeeAccount'),
  mistake('a column of a question that is not there', 'scheme/unknown-field', '/publicity/notices/0/columns/1', '/noSuch'),
  mistake('a notice without an issuer', 'scheme/required', '/publicity/notices/0/issuer'),
  mistake('a payer that is no role', 'scheme/unknown-role', '/supervision/payer', 'nobody'),
  mistake('reports on a form that is not there', 'scheme/unknown-form', '/supervision/reports/0/form', 'noSuch'),
  mistake('a heading of the archive that holds nothing', 'scheme/archive-part-empty', '/archive/index/0/holds', []),
  mistake('a retention of no form', 'scheme/anyOf', '/archive/retention', 'long'),
  mistake('a test that expects nothing', 'scheme/empty-expectation', '/tests/0/expect', {}),
  mistake('a test of nothing', 'scheme/test-inputs', '/tests/1/case'),
  mistake('a test that expects an outcome that is not there', 'scheme/enum', '/tests/2/expect', { outcome: 'heaven' }),
  mistake('a provenance without a kind', 'scheme/required', '/stages/2/provenance', {}),
  mistake('a fact id that the sources have not', 'scheme/unknown-fact-id', '/stages/3/provenance', { kind: 'stated', source: 'G99.9' }),
];

/** The scheme with some of the mistakes in it. */
export const withMistakes = (scheme: unknown, some: readonly Mistake[] = mistakes): unknown => some.reduce((document, { pointer, value }) => withValueAt(document, pointer, value), scheme);
