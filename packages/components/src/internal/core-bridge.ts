export { formatYuan, isMoney, toCapitalNumerals } from '../../../core/src/money/index.js';
export { createInterpreter } from '../../../core/src/validation/index.js';
export { evaluateCondition } from '../../../rules/src/conditions/index.js';
export { createForm } from '../../../core/src/form/create-form.js';
