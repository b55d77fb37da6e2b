/** Schemas that refer to others, come back to themselves, have conditions or several ways to answer. */
export { anyAlternatives } from '../any-value.js';
export { branchesOf, changedChoices, withMovedChoices } from '../chosen-branches.js';
export { chooserNodes } from '../chooser-nodes.js';
export { chosenIssues } from '../chosen-issues.js';
export { collectSources } from '../collect-sources.js';
export { combinedSchemas } from '../combined-schemas.js';
export { branchTypes, typeAlternatives, variantsOf } from '../field-variants.js';
export { createGateTests } from '../gates.js';
export { afterAnswer, switchBranch, withBranchesOf } from '../switch-branch.js';
