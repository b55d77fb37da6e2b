import type { Condition } from '../generated/types.js';
import type { Answers } from './answers.js';
import type { Choices } from './choices.js';
import type { EvaluateCondition, Facts, Truth } from './form-model.js';
import type { ItemFacts } from './item-conditions.js';
import { recordedFacts } from './recorded-facts.js';

/** What conditions are asked with. */
export interface ConditionContext {
  readonly evaluateCondition: EvaluateCondition;
  readonly facts: Facts;
  /** What the person decided between alternatives; default nothing. */
  readonly choices?: Choices;
  /** What conditions of this form were seen to read; shared by all that is asked with this evaluator. */
  readonly reads: ConditionReads;
}

/** Which conditions read a fact, as seen while they were asked: exact whatever the evaluator does with names, paths and references. */
export class ConditionReads {
  private readonly byFact = new Map<string, Set<Condition>>();
  /** Conditions whose evaluator looked at all names. */
  private readonly readers = new Set<Condition>();
  /** Conditions that have an answer for each item of a list. */
  private readonly ofItems = new Set<Condition>();

  note(condition: Condition, fact: string | undefined): void {
    if (fact === undefined) {
      this.readers.add(condition);
      return;
    }
    const conditions = this.byFact.get(fact);
    if (conditions) conditions.add(condition);
    else this.byFact.set(fact, new Set([condition]));
  }

  noteItem(condition: Condition): void {
    this.ofItems.add(condition);
  }

  isOfItems(condition: Condition): boolean {
    return this.ofItems.has(condition);
  }

  readersOf(facts: ReadonlySet<string>): ReadonlySet<Condition> {
    const found = new Set<Condition>(facts.size > 0 ? this.readers : []);
    for (const fact of facts) this.byFact.get(fact)?.forEach((condition) => found.add(condition));
    return found;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Truths of conditions against fixed facts, each worked out once. Reserved facts win over answers of the same name.
 *
 * Made from the truths of before, only what reads a changed fact is asked again.
 */
export class Truths {
  /** Conditions whose answer is another than before, or may be for some item. */
  readonly flipped: readonly Condition[];
  private known: ReadonlyMap<Condition, Truth>;
  private own: Map<Condition, Truth> | undefined;
  private readonly ask: Asking;

  /** @param changed - Names of the answers and facts that may differ from those of `before`. */
  constructor(readonly counted: Answers, readonly context: ConditionContext, before?: Truths, changed = NO_NAMES) {
    this.ask = asking(counted, context);
    this.known = before?.known ?? new Map();
    const { reads } = context;
    const stale = [...reads.readersOf(changed)].filter((condition) => this.known.has(condition) || reads.isOfItems(condition));
    this.flipped = stale.filter((condition) => {
      if (!this.known.has(condition)) return true;
      const truth = this.ask(condition);
      const same = truth === this.known.get(condition);
      if (!same) this.remember(condition, truth);
      return !same || reads.isOfItems(condition);
    });
  }

  /** The answer for one item of a list. It is not remembered: who asks keeps what follows from it for as long as the item stays. */
  ofItem(condition: Condition, item: ItemFacts): Truth {
    this.context.reads.noteItem(condition);
    return this.ask(condition, item);
  }

  readonly of = (condition: Condition): Truth => {
    const before = this.known.get(condition);
    if (before !== undefined) return before;
    const truth = this.ask(condition);
    this.remember(condition, truth);
    return truth;
  };

  /** What was known before stays as it is for those who hold it. */
  private remember(condition: Condition, truth: Truth): void {
    this.own ??= new Map(this.known);
    this.own.set(condition, truth);
    this.known = this.own;
  }
}

type Asking = (condition: Condition, item?: ItemFacts) => Truth;

/** A condition that cannot be asked at all is reported when the scheme is checked; while filling in, nobody is stopped by it. */
function asking(counted: Answers, { evaluateCondition, facts, reads }: ConditionContext): Asking {
  let asked: Condition | undefined;
  const note = (fact: string | undefined): void => {
    if (asked !== undefined) reads.note(asked, fact);
  };
  const recorded = recordedFacts(counted, facts, note);
  return (condition, item) => {
    asked = condition;
    try {
      return evaluateCondition(condition, item === undefined ? recorded : recordedFacts(counted, { ...facts, ...item }, note));
    } catch {
      return 'unknown';
    } finally {
      asked = undefined;
    }
  };
}

/** Names of facts that may differ. What a host hands in may have been changed inside, so handing it in makes all of its facts new. */
export function changedFacts(before: ConditionContext, now: ConditionContext, answers: ReadonlySet<string>): ReadonlySet<string> {
  return before.facts === now.facts ? answers : new Set([...answers, ...Object.keys(before.facts), ...Object.keys(now.facts)]);
}
