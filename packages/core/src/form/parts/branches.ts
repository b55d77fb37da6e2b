/** Schemas that refer to others, come back to themselves, have conditions or several ways to answer. */
export { branchesOf, changedChoices, withMovedChoices } from '../chosen-branches.js';
export { chooserNodes } from '../chooser-nodes.js';
export { chosenIssues } from '../chosen-issues.js';
export { collectSources } from '../collect-sources.js';
export { combinedSchemas } from '../combined-schemas.js';
export { drawnPlan } from '../drawn-plan.js';
export { branchTypes, comesBack, variantsOf, withTypeAlternatives } from '../field-variants.js';
export { createGateTests, gateDepths } from '../gates.js';
export { takeWays } from '../plan-ways.js';
export { afterAnswer, switchBranch, withBranchesOf } from '../switch-branch.js';
