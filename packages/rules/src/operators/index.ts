export type { Compare, Decorator, DecoratorName, FactType, Operator, OperatorName } from './operator.js';
export { decorators } from './decorators.js';
export type { ResolvedOperator } from './resolve-operator.js';
export { MAX_DECORATORS, operators, resolveOperator } from './resolve-operator.js';
export { everyTruth, notTruth, someTruth } from './truth.js';
export type { ValueKind } from './value-kind.js';
export { isCalendarDate, isEmpty, kindOf } from './value-kind.js';
