import type { FieldSpec } from './field-spec.js';
import { recordKind } from './record-kind.js';
import { isWhole } from './whole-answers.js';

/** Whether an answer is asked for as one, whatever is inside: a record, several choices, an answer of several parts. */
export const isOneAnswer = ({ settings, shape, choices }: FieldSpec): boolean => recordKind(settings) !== undefined || (shape === 'leaf' && (choices.length > 0 || isWhole(settings)));
