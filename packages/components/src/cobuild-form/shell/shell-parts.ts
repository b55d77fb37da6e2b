import { LatePart } from '@cobuild/core';
import type * as Paged from './paged-shell.js';

/** What is around the steps of a form that does not show all of them on one page. */
export const pagedPart = new LatePart<typeof Paged>('steps', () => import('./paged-shell.js'));
