import type { TemplateResult } from 'lit';
import type { EditorContext } from '../editor-context.js';
import { decisionTablePage } from './decision-table-page.js';
import { stagePage } from '../stages/stage-page.js';
import { scoreCardPage } from './score-card-page.js';
import { testPage } from '../tests/test-page.js';

/** Pages that are more than their settings: tables and score cards as grids, the stages as a picture, a test with its outcome. `undefined` for all others. */
export function rulePage(context: EditorContext, page: string): TemplateResult | undefined {
  if (/^\/decisionTables\/\d+$/.test(page)) return decisionTablePage(context, page);
  if (/^\/tests\/\d+$/.test(page)) return testPage(context, page);
  if (page === '/stages') return stagePage(context);
  return page === '/scoring' ? scoreCardPage(context) : undefined;
}
