export type { Compare, Decorator, DecoratorName, FactType, Operator, OperatorName } from './operator.js';
export { decorators } from './decorators.js';
export type { OperatorFailure, OwnOperator, OwnOperatorWords, ReportFailure } from './own-operators.js';
export type { ReadOwnOperator, ResolvedOperator } from './resolve-operator.js';
export { MAX_DECORATORS, assertOwnOperators, isKnownOperator, operators, readOwnOperator, resolveOperator, resolveOwnOperator } from './resolve-operator.js';
export { everyTruth, notTruth, someTruth } from './truth.js';
export type { ValueKind } from './value-kind.js';
export { dayNumber, isCalendarDate, isEmpty, isNumber, isScalarKind, kindOf } from './value-kind.js';
