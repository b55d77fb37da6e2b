import type { Interpreter, InterpreterOptions } from './interpreter.js';
import { createPreparedInterpreter } from './interpreter.js';
import * as addresses from './parts/addresses.js';
import * as formats from './parts/formats.js';
import * as keywords from './parts/keywords.js';
import * as patterns from './parts/patterns.js';
import { addressPart, formatPart, keywordPart, patternPart } from './parts/validation-parts.js';

/** Whoever comes by here has loaded every part of the interpreter. */
export function withEveryKeyword(): void {
  patternPart.fill(patterns);
  formatPart.fill(formats);
  keywordPart.fill(keywords);
  addressPart.fill(addresses);
}

/**
 * The validator that interprets: it generates no code, so it works under any Content-Security-Policy.
 *
 * Instances nested more than 500 levels deep get an issue `depth` with `{ limit }` instead of an answer. Expressions in
 * `pattern` that could run for ages on a crafted text are refused when the schema is compiled.
 *
 * @example createInterpreter().compile({ type: 'string' }).validate(1)[0]?.keyword // 'type'
 */
export function createInterpreter(options: InterpreterOptions = {}): Interpreter {
  withEveryKeyword();
  return createPreparedInterpreter(options);
}
