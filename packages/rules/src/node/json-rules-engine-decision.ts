import type { Case, Scheme } from '@cobuild/core';
import { decide } from '../decision/index.js';
import type { Decision } from '../results.js';
import { checkEligibilityWithJsonRulesEngine } from '../json-rules-engine/index.js';

export { decide, checkEligibilityWithJsonRulesEngine };
export type { Case, Scheme, Decision };
