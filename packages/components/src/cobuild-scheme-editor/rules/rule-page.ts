import type { TemplateResult } from 'lit';
import type { EditorContext } from '../editor-context.js';
import { decisionTablePage } from './decision-table-page.js';
import { scoreCardPage } from './score-card-page.js';

/** Pages that are more than their settings: tables and score cards as grids. `undefined` for all others. */
export function rulePage(context: EditorContext, page: string): TemplateResult | undefined {
  if (/^\/decisionTables\/\d+$/.test(page)) return decisionTablePage(context, page);
  return page === '/scoring' ? scoreCardPage(context) : undefined;
}
