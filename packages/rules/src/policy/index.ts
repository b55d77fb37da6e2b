export type { CompiledPolicy, PolicyOptions, PolicyParts, PolicyVerdict } from './compile-policy.js';
export { compilePolicy } from './compile-policy.js';
export type { RequirementDefect, RequirementsVerdict } from './compile-requirements.js';
export type { PolicyScore } from './compile-score.js';
export type { PolicyScoreTrace } from './score-view.js';
export type { RequirementView } from './requirement-view.js';
export type { PolicyTrace } from './trace-policy.js';
export { tracePolicy } from './trace-policy.js';
