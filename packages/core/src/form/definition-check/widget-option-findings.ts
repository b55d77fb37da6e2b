import { escapeToken } from '../../problems/json-pointer.js';
import { nearestName } from '../../scheme/nearest-name.js';
import type { FieldSpec } from '../field-spec.js';
import { isRecord, own } from '../json-schema.js';
import type { WidgetOptionKinds } from '../widget-options.js';
import { fitsOption, widgetOptionKinds } from '../widget-options.js';
import { recordKind, recordKinds } from '../record-kind.js';
import { widgetNames } from '../widgets.js';
import type { DefinitionFinding } from './definition-finding.js';

const builtIn = new Set([...widgetNames, ...recordKinds]);
/** Notes of the author. */
const isNote = (name: string): boolean => name === '$comment' || name.startsWith('x-');

/** A widget of a name that is nearly that of a built-in one. A host may have registered it: only what looks like a slip is told. */
export function widgetNameFindings({ settings: { widget }, template }: FieldSpec, label: string, declared: Readonly<Record<string, WidgetOptionKinds>>): readonly DefinitionFinding[] {
  if (typeof widget !== 'string' || builtIn.has(widget) || own(declared, widget) !== undefined) return [];
  const nearest = nearestName(widget, builtIn);
  return nearest === undefined ? [] : [{ code: 'unknown-widget', severity: 'warning', pointer: `/fields/${escapeToken(template)}/widget`, params: { label, name: widget, nearest } }];
}

/**
 * Options that the widget of a field does not know, or that are of another kind than it reads: it goes on as if they were not there.
 *
 * @param declared - Options of a host's own widgets, by widget. Of a widget that is neither built in nor here nothing is said.
 */
export function widgetOptionFindings({ settings, template, widget: drawn }: FieldSpec, label: string, declared: Readonly<Record<string, WidgetOptionKinds>>): readonly DefinitionFinding[] {
  const { widgetOptions } = settings;
  const widget = recordKind(settings) ?? settings.widget ?? drawn;
  const known = (own(declared, widget) as WidgetOptionKinds | undefined) ?? (builtIn.has(widget) ? widgetOptionKinds(widget) : undefined);
  if (!isRecord(widgetOptions) || known === undefined) return [];
  const at = `/fields/${escapeToken(template)}/widgetOptions`;
  return Object.keys(widgetOptions).filter((name) => !isNote(name)).flatMap((name): readonly DefinitionFinding[] => {
    const pointer = `${at}/${escapeToken(name)}`;
    const kind = Object.prototype.hasOwnProperty.call(known, name) ? known[name] : undefined;
    if (kind === undefined) {
      const nearest = nearestName(name, Object.keys(known));
      return [{ code: 'unknown-widget-option', severity: 'warning', pointer, params: { label, name, widget, known: Object.keys(known), ...(nearest === undefined ? {} : { nearest }) } }];
    }
    const value = widgetOptions[name];
    return fitsOption(value, kind) ? [] : [{ code: 'widget-option-value', severity: 'warning', pointer, params: { label, name, widget, value, expected: kind } }];
  });
}
