import type { SchemeCheck } from '../finding.js';
import { answerLimits } from './answer-limits.js';
import { archive } from './archive.js';
import { requiredAnswers } from './answer-schema-required.js';
import { calls } from './calls.js';
import { cycles } from './cycles.js';
import { deadlines } from './deadlines.js';
import { formFields } from './form-fields.js';
import { formSchemas } from './form-schemas.js';
import { limits } from './limits.js';
import { markSources } from './mark-sources.js';
import { notices } from './notices.js';
import { organisation } from './organisation.js';
import { parameters } from './parameters.js';
import { ratios } from './ratios.js';
import { schemeTests } from './scheme-tests.js';
import { sharedDefinitions } from './shared-definitions.js';
import { sources } from './sources.js';
import { stages } from './stages.js';
import { supervision } from './supervision.js';
import { undecided } from './undecided.js';
import { uniqueIds } from './unique-ids.js';

/** Everything that core checks beyond the format schema. */
export const schemeChecks: readonly SchemeCheck[] = [
  uniqueIds, organisation, stages, calls, cycles, deadlines, markSources, formFields, sharedDefinitions, formSchemas, requiredAnswers, answerLimits, notices, supervision, parameters, limits, ratios, schemeTests, sources, archive, undecided,
];
