import type { ProblemCode } from '../locales/rule-message.js';

/** A problem before it has words. `pointer` is a place in the data of the action. */
export interface ProjectFault { readonly code: ProblemCode; readonly pointer: string; readonly params: Readonly<Record<string, unknown>> }

export const fault = (code: ProblemCode, pointer = '', params: ProjectFault['params'] = {}): ProjectFault => ({ code, pointer, params });
