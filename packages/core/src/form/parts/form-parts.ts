import { LatePart } from '../../late/late-part.js';
import type * as Branches from './branches.js';
import type * as Entries from './entries.js';
import type * as Checks from './checks.js';
import type * as Elements from './elements.js';
import type * as Former from './former.js';
import type * as Titles from './titles.js';
import type * as Records from './records.js';
import type * as Computed from './computed.js';

/** Parts of the model that only some definitions need; `load-form-parts.ts` says which. What is in them is taken from here where it is used. */
export const branchPart = new LatePart<typeof Branches>('branches', () => import('./branches.js'));
export const entryPart = new LatePart<typeof Entries>('entries', () => import('./entries.js'));
export const recordPart = new LatePart<typeof Records>('records', () => import('./records.js'));
export const computedPart = new LatePart<typeof Computed>('computed', () => import('./computed.js'));
export const elementPart = new LatePart<typeof Elements>('elements', () => import('./elements.js'));
export const titlePart = new LatePart<typeof Titles>('titles', () => import('./titles.js'));
export const formerPart = new LatePart<typeof Former>('former', () => import('./former.js'));
export const checkPart = new LatePart<typeof Checks>('checks', () => import('./checks.js'));
