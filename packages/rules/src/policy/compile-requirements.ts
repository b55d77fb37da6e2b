import type { Eligibility, Requirement } from '@cobuild/core';
import type { ConditionDefect } from '../conditions/condition-defect.js';
import type { Part } from '../conditions/compile-part.js';
import { compilePart } from '../conditions/compile-part.js';
import type { Frame, FrameLayout } from '../conditions/frame.js';
import type { TruthBits } from '../conditions/plan-test.js';
import { TRUTHS, planTruths } from '../conditions/plan-truths.js';
import type { Plan } from '../conditions/plan.js';
import { planner } from '../conditions/plan.js';
import type { OwnOperator } from '../operators/index.js';
import type { EligibilityResult } from '../results.js';
import type { WordProgram } from './clauses.js';
import { HELD, NOT_HELD, clauseCompiler, holds, holdsInWord, inOneWord } from './clauses.js';

/** Who is eligible, and which requirements say otherwise, by id in document order. */
export interface RequirementsVerdict {
  readonly eligibility: EligibilityResult['result'];
  readonly unmet: readonly string[];
  /** Requirements that wait for an answer. */
  readonly open: readonly string[];
}

/** Something wrong inside a requirement; it answers unknown there. */
export interface RequirementDefect extends ConditionDefect {
  /** Index of the requirement. */
  readonly rule: number;
}

export interface CompiledRequirements {
  readonly rules: readonly Requirement[];
  /** What they demand, in the same order. */
  readonly parts: readonly Part[];
  readonly defects: readonly RequirementDefect[];
  /** Every comparison in the requirements. */
  readonly comparisons: readonly Plan[];
}

const NONE: readonly string[] = [];
const ALL_MET: RequirementsVerdict = { eligibility: 'eligible', unmet: NONE, open: NONE };

/** Compiles all requirements together, so that what several of them ask is asked once. */
export function compileRequirements({ rules, conditions: named = {} }: Eligibility, layout: FrameLayout, operators: readonly OwnOperator[]): CompiledRequirements {
  const defects: RequirementDefect[] = [];
  let current = 0;
  const plans = planner();
  const context = { layout, planner: plans, operators, named, compiledNames: new Map(), report: (defect: ConditionDefect) => { defects.push({ ...defect, rule: current }); } };
  const parts = rules.map(({ conditions }, rule) => {
    current = rule;
    return compilePart(conditions, '', 0, context);
  });
  return { rules, parts, defects, comparisons: plans.comparisons() };
}

/** Judges by clauses where a requirement has few, else group by group. */
export function requirementsJudge({ rules, parts }: CompiledRequirements, bits: TruthBits): (frame: Frame) => RequirementsVerdict {
  const ids = rules.map(({ id }) => id);
  const programOf = clauseCompiler(bits);
  const programs = parts.map(({ plan }) => programOf(plan));
  const short = programs.map((program) => program && inOneWord(program));
  const [first] = short;
  if (first !== undefined && short.every((program): program is WordProgram => program?.word === first.word)) return wordJudge(ids, first.word, short.map(({ masks }) => masks));

  const rest = planTruths(parts.filter((_, index) => programs[index] === undefined).map(({ plan }) => plan), bits);
  const tests = parts.map(({ plan }, index) => ({ program: programs[index], place: rest.placeOf(plan) }));
  const someLong = programs.includes(undefined);
  return (frame) => {
    let unmet: string[] | undefined;
    let open: string[] | undefined;
    const truths = someLong ? rest.answer(frame) : undefined;
    for (let index = 0; index < tests.length; index += 1) {
      const { program, place } = tests[index] as (typeof tests)[number];
      const truth = program === undefined ? TRUTHS[truths?.[place] as number] : holds(program, frame);
      if (truth === false) (unmet ??= []).push(ids[index] as string);
      else if (truth !== true) (open ??= []).push(ids[index] as string);
    }
    return verdictOf(unmet, open);
  };
}

/** All requirements' bits in one row, one after the other, so that no requirement has to be looked up. */
function wordJudge(ids: readonly string[], word: number, masks: readonly Int32Array[]): (frame: Frame) => RequirementsVerdict {
  const program = Int32Array.from(masks.flatMap((clauses) => [...clauses]));
  let behind = 0;
  const ends = Int32Array.from(masks, ({ length }) => (behind += length));
  return (frame) => {
    let unmet: string[] | undefined;
    let open: string[] | undefined;
    const sure = frame[word] as number;
    const may = frame[word + 1] as number;
    let at = 0;
    for (let index = 0; index < ends.length; index += 1) {
      const end = ends[index] as number;
      const truth = holdsInWord(program, at, end, sure, may);
      if (truth === NOT_HELD) (unmet ??= []).push(ids[index] as string);
      else if (truth !== HELD) (open ??= []).push(ids[index] as string);
      at = end;
    }
    return verdictOf(unmet, open);
  };
}

function verdictOf(unmet: readonly string[] | undefined, open: readonly string[] | undefined): RequirementsVerdict {
  if (unmet === undefined && open === undefined) return ALL_MET;
  return { eligibility: unmet === undefined ? 'undetermined' : 'ineligible', unmet: unmet ?? NONE, open: open ?? NONE };
}
