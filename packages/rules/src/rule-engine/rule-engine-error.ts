/** Codes of what json-rules-engine has no error for, and its own `UNDEFINED_FACT`. */
export type RuleEngineErrorCode =
  | 'UNDEFINED_FACT' | 'REFUSED_PATH' | 'CONDITION_CYCLE' | 'TOO_LARGE' | 'FACT_CYCLE' | 'ASYNCHRONOUS' | 'FACT_FAILED' | 'FACT_TIMEOUT';

/** What `createRuleEngine` throws; where json-rules-engine throws too, with the same message and code. */
export class RuleEngineError extends Error {
  readonly code: RuleEngineErrorCode | undefined;
  /** What a fact threw that could not be fetched. */
  readonly reason: unknown;

  constructor(message: string, code?: RuleEngineErrorCode, reason?: unknown) {
    super(message);
    this.name = 'RuleEngineError';
    this.code = code;
    this.reason = reason;
  }
}

/** A rule asks for a fact that nobody has added. */
export class UndefinedFactError extends RuleEngineError {
  constructor(id: unknown) {
    super(`Undefined fact: ${String(id)}`, 'UNDEFINED_FACT');
    this.name = 'UndefinedFactError';
  }
}

interface Thenable { readonly then: unknown }

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return value !== null && (typeof value === 'object' || typeof value === 'function') && typeof (value as Thenable).then === 'function';
}

/** A promise taken for a value would be true to every operator that does not look closely. */
export function present(value: unknown, what: string, remedy = 'It must answer at once.'): unknown {
  if (isThenable(value)) throw new RuleEngineError(`${what} is a promise. ${remedy}`, 'ASYNCHRONOUS');
  return value;
}
