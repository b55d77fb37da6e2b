export type { CompiledPolicy, PolicyOptions, PolicyParts, PolicyTrace, PolicyVerdict } from './compile-policy.js';
export { compilePolicy } from './compile-policy.js';
export type { RequirementDefect, RequirementView, RequirementsVerdict } from './compile-requirements.js';
export type { PolicyScore, PolicyScoreTrace } from './compile-score.js';
