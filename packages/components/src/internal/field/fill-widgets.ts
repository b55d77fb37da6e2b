import { WidgetRegistry } from './widget-registry.js';
import { checkboxes } from './widgets/checkboxes/checkboxes.js';
import { confirmation } from './widgets/confirmation/confirmation.js';
import { date } from './widgets/date/date.js';
import { nothingToFill } from './widgets/nothing/nothing.js';
import { number } from './widgets/number/number.js';
import { output } from './widgets/output/output.js';
import { radio, yesNo } from './widgets/radio/radio.js';
import { select } from './widgets/select/select.js';
import { text } from './widgets/text/text.js';
import { textarea } from './widgets/textarea/textarea.js';
import { unsupported } from './widgets/unsupported/unsupported.js';

/** The widgets for filling in a form. One folder each under `widgets/`; a new one is its folder and a line here. Light ones stand in the table;
 * a heavy one is loaded with its first field: `fillWidgets.registerLazy('name', () => import('./widgets/name/name.js').then(({ name }) => name))`. */
export const fillWidgets = new WidgetRegistry({ text, textarea, number, money: number, date, select, radio, checkboxes, yesNo, confirmation, nothing: nothingToFill }, output, unsupported);

fillWidgets.registerLazy('budget', () => import('./widgets/budget/budget.js').then(({ budget }) => budget), { showsFixed: true });
fillWidgets.registerLazy('attachments', () => import('./widgets/attachments/attachments.js').then(({ attachments }) => attachments), { showsFixed: true });
fillWidgets.registerLazy('opinions', () => import('./widgets/opinions/opinions.js').then(({ opinions }) => opinions));
fillWidgets.registerLazy('discussions', () => import('./widgets/discussions/discussions.js').then(({ discussions }) => discussions));
fillWidgets.registerLazy('pledge', () => import('./widgets/pledge/pledge.js').then(({ pledge }) => pledge));
fillWidgets.registerLazy('applicants', () => import('./widgets/applicants/applicants.js').then(({ applicants }) => applicants));
fillWidgets.registerLazy('indicators', () => import('./widgets/indicators/indicators.js').then(({ indicators }) => indicators));
