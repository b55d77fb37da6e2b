import type { FieldHosts } from '@cobuild/components';
import type { Identity } from '@cobuild/rules';
import { portalFiles } from './files.js';
import { tellProblems } from './page.js';
import { portalRegisters } from './registers.js';

/**
 * What the portal lends to questions and answers: its registers, its files, and who is there.
 *
 * @param caseId - Of the case whose files are opened; without it only those of one's own unit can be.
 * @param schemeHash - Of the version that the case was filed under.
 */
export const portalHosts = ({ id, name, unit }: Identity, caseId?: string, schemeHash?: string): FieldHosts => ({
  lookUps: portalRegisters(schemeHash), files: portalFiles(tellProblems, caseId), person: { id, name, ...(unit === undefined ? {} : { organisation: unit }) },
});
