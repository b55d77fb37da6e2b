import type { SchemeFinding } from '../findings.js';
import type { AnalysisCode } from './sentences.js';

/** Something found by reasoning about conditions; the pointer starts at the root of the scheme. */
export interface LogicFinding extends SchemeFinding { readonly code: AnalysisCode }
