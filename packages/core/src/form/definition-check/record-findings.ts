import { escapeToken } from '../../problems/json-pointer.js';
import { nearestName } from '../../scheme/nearest-name.js';
import type { FieldSpec } from '../field-spec.js';
import { isRecord, own } from '../json-schema.js';
import { recordKind, recordKinds } from '../record-kind.js';
import type { DefinitionFinding } from './definition-finding.js';

const LIMITS = [['minimum', 'maximum'], ['minimumCount', 'maximumCount'], ['minimumPartners', 'maximumPartners']] as const;

/**
 * Records that contradict themselves: none or several kinds on one field, limits the wrong way round, answers that they refer to and the form does not have.
 *
 * @param templates - Of all fields of the form.
 */
export function recordFindings({ settings, template }: FieldSpec, label: string, templates: ReadonlySet<string>): readonly DefinitionFinding[] {
  const { record } = settings;
  if (!isRecord(record)) return [];
  const at = `/fields/${escapeToken(template)}/record`;
  const kinds = recordKinds.filter((kind) => own(record, kind) !== undefined);
  if (kinds.length !== 1) return [{ code: 'record-kinds', severity: 'error', pointer: at, params: { label, kinds, known: recordKinds } }];
  const kind = recordKind(settings) as string;
  const inner = own(record, kind);
  if (!isRecord(inner)) return [];
  const place = `${at}/${kind}`;
  const limits = LIMITS.flatMap(([low, high]): readonly DefinitionFinding[] => {
    const [least, most] = [own(inner, low), own(inner, high)];
    return typeof least === 'number' && typeof most === 'number' && least > most ? [{ code: 'record-limits', severity: 'error', pointer: `${place}/${low}`, params: { label, low, high, least, most } }] : [];
  });
  return [...limits, ...placesFindings(inner, place, label, templates), ...acceptFindings(inner, place, label)];
}

function placesFindings(inner: Readonly<Record<string, unknown>>, place: string, label: string, templates: ReadonlySet<string>): readonly DefinitionFinding[] {
  const covers = own(inner, 'covers');
  const list: readonly unknown[] = Array.isArray(covers) ? covers : [];
  return list.flatMap((name, index): readonly DefinitionFinding[] => {
    if (typeof name !== 'string' || templates.has(name)) return [];
    const nearest = nearestName(name, templates);
    return [{ code: 'record-place', severity: 'error', pointer: `${place}/covers/${index}`, params: { label, name, ...(nearest === undefined ? {} : { nearest }) } }];
  });
}

/** A type of files is an ending with its dot, a media type, or a family of them; anything else accepts nothing. */
const ACCEPTED = /^(\.[^\s./]+|[^\s/]+\/[^\s/]+)$/;

function acceptFindings(inner: Readonly<Record<string, unknown>>, place: string, label: string): readonly DefinitionFinding[] {
  const accept = own(inner, 'accept');
  const list: readonly unknown[] = Array.isArray(accept) ? accept : [];
  return list.flatMap((name, index): readonly DefinitionFinding[] =>
    typeof name !== 'string' || ACCEPTED.test(name) ? [] : [{ code: 'record-accept', severity: 'error', pointer: `${place}/accept/${index}`, params: { label, name } }],
  );
}
