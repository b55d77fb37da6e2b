import type { ScoreSheet, Scoring } from '@cobuild/core';
import type { PanelContext } from './panel-entries.js';
import { readEntries, sheetsOf } from './panel-entries.js';
import { Holes } from './read-scoring.js';

export interface VisibleSheets {
  /** Sheets that the viewer may read. */
  readonly sheets: readonly ScoreSheet[];
  /** The others: who they are of, and whether they are in; nothing of what they say. */
  readonly hidden: readonly { readonly reviewer: string; readonly submitted: boolean }[];
  /** Whether everybody who has to score has handed in. Without a list of reviewers nobody knows, so only closing opens the sheets. */
  readonly allIn: boolean;
  /** Whether the sheets of others are open to those who scored. */
  readonly open: boolean;
}

export interface VisibilityContext extends PanelContext {
  /** Id of who looks; absent for somebody who is no reviewer of this item, who sees nothing before the end. */
  readonly viewer?: string;
  /** The panel has been closed although sheets are missing. */
  readonly closed?: boolean;
}

/**
 * Which sheets somebody may see. Blind until all are in (or the panel is closed): before that, one's own only. A recused reviewer never sees those of
 * others. While the scheme has not decided, the stricter rule holds.
 */
export function visibleSheets(scoring: Scoring, sheets: readonly ScoreSheet[], { viewer, closed = false, ...context }: VisibilityContext): VisibleSheets {
  const entries = readEntries(scoring, sheets, context, new Holes(), []).map(({ entry }) => entry);
  const waiting = entries.some(({ state }) => state === 'missing' || state === 'draft');
  const allIn = context.reviewers !== undefined && !waiting;
  const open = allIn || closed || scoring.panel?.blind === 'never';
  const recused = viewer !== undefined && entries.some(({ reviewer, state }) => reviewer === viewer && state === 'recused');
  const isReviewer = viewer !== undefined && entries.some(({ reviewer, state }) => reviewer === viewer && state !== 'ownItem');
  const ended = allIn || closed;
  const seesOthers = open && !recused && (isReviewer || ended);
  const sees = ({ reviewer, submittedAt }: ScoreSheet): boolean => reviewer === viewer || (seesOthers && submittedAt !== undefined);
  const own = sheetsOf(sheets, context);
  return {
    sheets: own.filter(sees),
    hidden: own.filter((sheet) => !sees(sheet)).map(({ reviewer, submittedAt }) => ({ reviewer, submitted: submittedAt !== undefined })),
    allIn, open,
  };
}
