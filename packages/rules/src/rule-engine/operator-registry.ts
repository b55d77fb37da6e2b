import { RuleEngineError } from './rule-engine-error.js';
import type { DecoratorFunction, OperatorFunction } from './two-valued-operators.js';
import { twoValuedDecorators, twoValuedOperators } from './two-valued-operators.js';

/** Says whether a fact may be compared at all; where it may not, the answer is no. */
export type FactValidator = (factValue: unknown) => boolean;

/** The operators and decorators of one engine. */
export class OperatorRegistry {
  private readonly operators = new Map<string, OperatorFunction>(Object.entries(twoValuedOperators));
  private readonly decorators = new Map<string, DecoratorFunction>(Object.entries(twoValuedDecorators));
  /** Names with decorators, put together once. */
  private readonly resolved = new Map<string, OperatorFunction>();

  addOperator(name: string, evaluate: OperatorFunction, validate?: FactValidator): void {
    if (!name) throw new RuleEngineError('Missing operator name');
    if (typeof evaluate !== 'function') throw new RuleEngineError('Missing operator callback');
    this.operators.set(String(name), validate === undefined ? evaluate : (factValue, value) => validate(factValue) && evaluate(factValue, value));
    this.resolved.clear();
  }

  addDecorator(name: string, evaluate: DecoratorFunction, validate?: FactValidator): void {
    if (!name) throw new RuleEngineError('Missing decorator name');
    if (typeof evaluate !== 'function') throw new RuleEngineError('Missing decorator callback');
    this.decorators.set(String(name), validate === undefined ? evaluate : (factValue, value, next) => validate(factValue) && evaluate(factValue, value, next));
    this.resolved.clear();
  }

  /**
   * Finds an operator: under its whole name first, then without the leftmost decorator, which is the outermost.
   *
   * @throws {RuleEngineError} for a word that is not known.
   */
  get(name: unknown): OperatorFunction {
    const known = typeof name === 'string' ? this.resolved.get(name) ?? this.resolve(name) : undefined;
    if (known === undefined) throw new RuleEngineError(`Unknown operator: ${String(name)}`);
    return known;
  }

  private resolve(name: string): OperatorFunction | undefined {
    const found: DecoratorFunction[] = [];
    let rest = name;
    let operator = this.operators.get(rest);
    while (operator === undefined) {
      const colon = rest.indexOf(':');
      const decorator = colon > 0 ? this.decorators.get(rest.slice(0, colon)) : undefined;
      if (decorator === undefined) return undefined;
      found.push(decorator);
      rest = rest.slice(colon + 1);
      operator = this.operators.get(rest);
    }
    const whole = found.reduceRight<OperatorFunction>((next, decorate) => (factValue, value) => decorate(factValue, value, next), operator);
    this.resolved.set(name, whole);
    return whole;
  }
}
