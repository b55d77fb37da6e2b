import type { FormNode } from '@cobuild/core';
import { checkboxes, confirmation, radioGroup, select, yesNo } from './choice-widgets.js';
import type { LeafWidget } from './field-context.js';
import { numeric } from './number-widgets.js';
import { output, unsupported } from './output-widgets.js';
import { date, text, textarea } from './text-widgets.js';

const leaves: ReadonlyMap<string, LeafWidget> = new Map([
  ['text', text],
  ['textarea', textarea],
  ['number', numeric],
  ['money', numeric],
  ['date', date],
  ['select', select],
  ['radio', radioGroup],
  ['checkboxes', checkboxes],
  ['yesNo', yesNo],
  ['confirmation', confirmation],
  ['unsupported', unsupported],
]);

/** What a question is drawn with; a widget that nobody knows is said to be one, and its answer stays untouched. */
export function leafOf(node: FormNode): LeafWidget {
  return node.computed || node.readonly ? output : (leaves.get(node.widget) ?? unsupported);
}
