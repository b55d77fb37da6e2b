import type { FormDefinition } from '@cobuild/core';
import { codeWidgets, wordsIn } from '@cobuild/core';
import type { Widget } from './widget.js';
import { WidgetRegistry } from './widget-registry.js';
import { checkboxes } from './widgets/checkboxes/checkboxes.js';
import { confirmation } from './widgets/confirmation/confirmation.js';
import { date } from './widgets/date/date.js';
import { email, uri } from './widgets/email/email.js';
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
export const fillWidgets = new WidgetRegistry(
  {
    text, textarea, number, money: number, percent: number, date, select, radio, checkboxes, yesNo, confirmation,
    nothing: nothingToFill,
    email, uri,
  },
  output,
  unsupported,
);

const codesAndTimes = () => import('./widgets/code/codes-and-times.js');
for (const name of Object.keys(codeWidgets)) fillWidgets.registerLazy(name, () => codesAndTimes().then(({ codes }) => codes[name] as Widget));
fillWidgets.registerLazy('time', () => codesAndTimes().then(({ time }) => time));
fillWidgets.registerLazy('dateTime', () => codesAndTimes().then(({ dateTime }) => dateTime));

/** With the names and formats by which a definition asks for them. */
const AHEAD: readonly (readonly [widget: string, format: string])[] = [...Object.entries(codeWidgets), ['time', 'time'], ['dateTime', 'date-time']];

/** Small widgets that a definition has questions for: they come before it is drawn, so that no field changes under somebody's eyes. */
export function missingWidgets(definition: FormDefinition): Promise<unknown> | undefined {
  const { formats, widgets } = wordsIn(definition);
  return fillWidgets.missing(AHEAD.flatMap(([widget, format]) => (widgets.has(widget) || formats.has(format) ? widget : [])));
}

fillWidgets.registerLazy('budget', () => import('./widgets/budget/budget.js').then(({ budget }) => budget), { showsFixed: true });
fillWidgets.registerLazy('attachments', () => import('./widgets/attachments/attachments.js').then(({ attachments }) => attachments), { showsFixed: true });
fillWidgets.registerLazy('opinions', () => import('./widgets/opinions/opinions.js').then(({ opinions }) => opinions));
fillWidgets.registerLazy('nothingToSay', () => import('./widgets/nothing/nothing-to-say.js').then(({ nothingToSay }) => nothingToSay));
fillWidgets.registerLazy('password', () => import('./widgets/password/password.js').then(({ password }) => password));
fillWidgets.registerLazy('colour', () => import('./widgets/colour/colour.js').then(({ colour }) => colour));
fillWidgets.registerLazy('slider', () => import('./widgets/slider/slider.js').then(({ slider }) => slider));
fillWidgets.registerLazy('toggle', () => import('./widgets/toggle/toggle.js').then(({ toggle }) => toggle));
fillWidgets.registerLazy('dateRange', () => import('./widgets/date-range/date-range.js').then(({ dateRange }) => dateRange));
fillWidgets.registerLazy('period', () => import('./widgets/period/period.js').then(({ period }) => period));
fillWidgets.registerLazy('combobox', () => import('./widgets/combobox/choose-one.js').then(({ combobox }) => combobox));
fillWidgets.registerLazy('multiCombobox', () => import('./widgets/combobox/choose-many.js').then(({ multiCombobox }) => multiCombobox));
fillWidgets.registerLazy('suggestions', () => import('./widgets/suggestions/suggestions.js').then(({ suggestions }) => suggestions));

// Pickers also show a stored answer by its name, where nobody can change it.
const lookUp = (): Promise<Widget> => import('./widgets/look-up/look-up.js').then((module) => module.lookUp);
for (const name of ['lookUp', 'organisationPicker', 'personPicker']) fillWidgets.registerLazy(name, lookUp, { showsFixed: true });
fillWidgets.registerLazy('areaPicker', () => import('./widgets/area/area-picker.js').then(({ areaPicker }) => areaPicker), { showsFixed: true });
fillWidgets.registerLazy('address', () => import('./widgets/address/address.js').then(({ address }) => address), { showsFixed: true });
fillWidgets.registerLazy('discussions', () => import('./widgets/discussions/discussions.js').then(({ discussions }) => discussions));
fillWidgets.registerLazy('pledge', () => import('./widgets/pledge/pledge.js').then(({ pledge }) => pledge));
fillWidgets.registerLazy('applicants', () => import('./widgets/applicants/applicants.js').then(({ applicants }) => applicants));
fillWidgets.registerLazy('indicators', () => import('./widgets/indicators/indicators.js').then(({ indicators }) => indicators));
