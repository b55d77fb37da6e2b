import type { Calendar, Case, ExpectedAnswer, Facts, Meeting, Scheme } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import { reservedFacts } from '../../conditions/index.js';
import type { Decision } from '../../results.js';
import type { CaseTest } from '../../scheme-tests/index.js';
import { decideTest } from '../../scheme-tests/index.js';
import { tableAnswer } from '../../scheme-tests/table-answers.js';
import type { OwnOperator } from '../../operators/index.js';
import { decidedParameters } from '../decided-parameters.js';
import type { FactShapes } from '../fact-shapes.js';
import { eligibilityFacts } from '../fact-shapes.js';
import type { Formula } from '../logic/formula.js';
import { allOf, negate } from '../logic/formula.js';
import type { FormulaReader } from '../logic/read-formula.js';
import { formulaReader } from '../logic/read-formula.js';
import { neverHolds, solve } from '../logic/solve.js';
import type { Variable } from '../logic/variables.js';
import type { Mutation, TestRun } from './mutation.js';

/** What is asked again and again of one scheme. */
export interface SuggestionContext {
  readonly scheme: Scheme;
  readonly shapes: FactShapes;
  /** Shared by the scheme and its changed copies. */
  readonly variables: Map<string, Variable>;
  readonly read: FormulaReader;
  /** Tests whose cases are filled in as usual; a suggestion differs from one of them only where it has to. */
  readonly runs: readonly TestRun[];
  readonly calendar: Calendar;
  readonly operators?: readonly OwnOperator[];
}

export function suggestionContext(scheme: Scheme, runs: readonly TestRun[], calendar: Calendar, operators?: readonly OwnOperator[]): SuggestionContext {
  const shapes = eligibilityFacts(scheme);
  const variables = new Map<string, Variable>();
  return { scheme, shapes, variables, read: formulaReader(shapes, scheme.eligibility.conditions ?? {}, decidedParameters(scheme), variables), runs, calendar, ...(operators === undefined ? {} : { operators }) };
}

/** Whether a change to a requirement or a table changes anything for anybody; of a requirement `true` where that was not refuted, of a table where there is a case that gets so far. */
export function makesDifference(context: SuggestionContext, mutation: Mutation): boolean {
  if (mutation.table !== undefined) return inTable(context, mutation) !== undefined;
  return mutation.rules.length === 0 || !questionsOf(context, mutation).every(neverHolds);
}

/** What has to hold for the requirements that a change concerns to come out differently, either way. */
function questionsOf({ scheme, shapes, variables, read }: SuggestionContext, { scheme: mutant, rules }: Mutation): readonly (readonly Formula[])[] {
  const after = formulaReader(shapes, mutant.eligibility.conditions ?? {}, decidedParameters(mutant), variables);
  const [own, changed] = [allOf(rules.map((pointer) => read(valueAt(scheme, pointer)))), allOf(rules.map((pointer) => after(valueAt(mutant, pointer))))];
  return [[own, negate(changed)], [changed, negate(own)]];
}

/**
 * A test that notices a change: a case just at the limit, on which the scheme and the changed scheme decide differently, with what the scheme decides.
 * `undefined` where no such case was found.
 */
export function suggestTest(context: SuggestionContext, mutation: Mutation): CaseTest | undefined {
  if (mutation.table !== undefined) return inTable(context, mutation);
  return mutation.rules.length > 0 ? atLimit(context, mutation) : inMeeting(context, mutation);
}

const NOBODY: Case = { id: 'at-limit', submittedAt: '2026-03-02T09:00:00+08:00', applicant: { id: 'applicant' }, answers: {} };

function atLimit(context: SuggestionContext, mutation: Mutation): CaseTest | undefined {
  const { scheme, read, runs } = context;
  const base = usualTest(runs);
  let found: CaseTest | undefined;
  const confirm = (facts: Facts): boolean => {
    found = found ?? noticing(context, mutation, testWith(base, facts, scheme));
    return found !== undefined;
  };
  const questions = questionsOf(context, mutation);
  const isFound = (others: readonly Formula[]): boolean => questions.some((question) => solve([...question, ...others], confirm).kind === 'holds');
  // First only what the change is about, in a case that is otherwise as usual; where other requirements then fail, all of them together.
  if (isFound([])) return found;
  const others = scheme.eligibility.rules.map((_, index) => `/eligibility/rules/${index}/conditions`).filter((pointer) => !mutation.rules.includes(pointer));
  return isFound(others.map((pointer) => read(valueAt(scheme, pointer)))) ? found : undefined;
}

/** The case that a suggestion starts from. */
function usualTest(runs: readonly TestRun[]): CaseTest | undefined {
  return (runs.find(({ decision }) => decision.eligibility === 'eligible') ?? runs[0])?.test;
}

/** More combinations of answers than these are not tried for one limit of a table. */
const MOST_WITNESSES = 24;

/** The first case for which the two tables answer differently and that gets so far as to be asked. */
function inTable(context: SuggestionContext, mutation: Mutation): CaseTest | undefined {
  const { runs, scheme } = context;
  const base = usualTest(runs);
  // A test that comes to the table already only has to name what it answers.
  const own = runs.filter(mutation.touches).map(({ test }): CaseTest => ({ ...test, id: 'at-limit', description: '恰好在界限上', expect: {} }));
  const found = own.reduce<CaseTest | undefined>((first, test) => first ?? noticing(context, mutation, test), undefined);
  if (found !== undefined) return found;
  const witnesses = mutation.table?.witnesses() ?? [];
  return witnesses.slice(0, MOST_WITNESSES).reduce<CaseTest | undefined>((first, facts) => first ?? noticing(context, mutation, testWith(base, facts, scheme)), undefined);
}

function testWith(base: CaseTest | undefined, facts: Facts, scheme: Scheme): CaseTest {
  const reserved: readonly string[] = [...reservedFacts, ...(scheme.eligibility.hostFacts ?? []).map(({ id }) => id)];
  // A meeting or review of the case would only hide what the requirements say.
  const { meeting, reviews, scores, events, ...from } = base?.case ?? NOBODY;
  const answers = { ...from.answers, ...Object.fromEntries(Object.entries(facts).filter(([name]) => !reserved.includes(name))) };
  const { applicant, today, parameters } = facts;
  // What the other test sets would hide the value that the scheme has.
  const set = typeof parameters === 'object' ? { ...parameters } : {};
  return {
    id: 'at-limit', description: '恰好在界限上', ...(typeof today === 'string' ? { today } : {}), ...(Object.keys(set).length === 0 ? {} : { set }),
    case: { ...from, id: 'at-limit', applicant: { ...from.applicant, ...(typeof applicant === 'object' ? applicant : {}) }, answers }, expect: {},
  };
}

/** The test with what the scheme decides, where the changed scheme decides otherwise. */
function noticing({ scheme, calendar, operators }: SuggestionContext, mutation: Mutation, test: CaseTest): CaseTest | undefined {
  const [before, after] = [decideTest(scheme, test, calendar, operators), decideTest(mutation.scheme, test, calendar, operators)];
  const expected = (decision: Decision): CaseTest['expect'] => ({ ...expectation(decision), ...(mutation.table === undefined ? {} : answerOf(decision, mutation.table.id)) });
  const expect = expected(before);
  return JSON.stringify(expect) === JSON.stringify(expected(after)) ? undefined : { ...test, expect };
}

/** What the table of a change answers; nothing where the case does not come so far. */
function answerOf({ trace }: Decision, table: string): Pick<CaseTest['expect'], 'tables'> {
  const answer = tableAnswer(trace, table);
  return answer === 'notAsked' ? {} : { tables: { [table]: answer as ExpectedAnswer } };
}

function expectation({ eligibility, outcome, stage, vote, reasons, score, grade }: Decision): CaseTest['expect'] {
  return eligibility === 'eligible' ? { outcome, stage, eligibility, ...(vote === null ? {} : { vote }), ...(score === null ? {} : { score }), ...(grade === null ? {} : { grade }) } : { outcome, eligibility, reasons: [...reasons] };
}

/** Committees from small to large; the first on whose votes the two schemes differ. */
function inMeeting(context: SuggestionContext, mutation: Mutation): CaseTest | undefined {
  const { runs } = context;
  const held = runs.find((run) => mutation.touches(run) && run.test.case.meeting !== undefined)?.test;
  if (held === undefined) return onSheets(context, mutation);
  const sizes = new Set([held.case.meeting?.members.length ?? 5, 4, 5, 6, 7, 9]);
  for (const size of sizes) {
    for (const meeting of meetings(size)) {
      const test: CaseTest = { id: 'at-limit', description: '恰好在界限上', ...(held.set === undefined ? {} : { set: held.set }), case: { ...held.case, id: 'at-limit', meeting }, expect: {} };
      const found = noticing(context, mutation, test);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** More marks than these are not tried on one sheet. */
const MOST_MARKS = 400;

/** The sheets of a case with one mark of the first changed, from the lowest to the highest. */
function onSheets(context: SuggestionContext, mutation: Mutation): CaseTest | undefined {
  const { scheme, runs } = context;
  const scored = runs.find((run) => mutation.touches(run) && (run.test.case.scores ?? []).length > 0)?.test;
  const [sheet, ...others] = scored?.case.scores ?? [];
  if (scored === undefined || sheet === undefined) return undefined;
  let tried = 0;
  for (const { id, minimum = 0, maximum, step } of scheme.scoring?.criteria ?? []) {
    if (typeof minimum !== 'number' || typeof maximum !== 'number') continue;
    for (let mark = minimum; mark <= maximum && tried < MOST_MARKS; mark = Math.round((mark + (typeof step === 'number' && step > 0 ? step : 1)) * 1000) / 1000) {
      tried += 1;
      const marks = sheet.marks.map((each) => (each.criterion === id ? { criterion: id, mark } : each));
      const test: CaseTest = { ...scored, id: 'at-limit', description: '恰好在界限上', case: { ...scored.case, id: 'at-limit', scores: [{ ...sheet, marks }, ...others] }, expect: {} };
      const found = noticing(context, mutation, test);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function* meetings(size: number): Generator<Meeting> {
  const members = Array.from({ length: size }, (_, index) => ({ id: `member-${index + 1}` }));
  const third = Math.floor(size / 3);
  for (const [absent, recused] of [[0, 0], [1, 0], [third, 0], [third + 1, 0], [0, 1], [third, 1], [third, 2]] as const) {
    const present = members.slice(0, size - absent - recused).map(({ id }) => id);
    const leaving = members.slice(size - recused).map(({ id }) => ({ member: id, kind: 'declared' as const, reason: '有利害关系' }));
    for (const abstain of [0, 2]) {
      for (const spoilt of [0, 1]) {
        for (let yes = Math.max(0, third - 1); yes <= present.length - abstain - spoilt; yes += 1) {
          const choice = (index: number): 'yes' | 'abstain' | 'void' | 'no' => (index < yes ? 'yes' : index < yes + abstain ? 'abstain' : index < yes + abstain + spoilt ? 'void' : 'no');
          yield { members, present, ...(recused === 0 ? {} : { recused: leaving }), ballots: present.map((member, index) => ({ member, choice: choice(index) })) };
        }
      }
    }
  }
}
