import { escapeToken } from '../../problems/json-pointer.js';
import { nearestName } from '../../scheme/nearest-name.js';
import { messageCodes } from '../../locales/message-codes.js';
import type { FieldSpec } from '../field-spec.js';
import { isRecord } from '../json-schema.js';
import type { DefinitionFinding } from './definition-finding.js';

/** What a field's own sentences are found by. */
const TOLD = messageCodes.filter((code) => code.startsWith('form/')).map((code) => code.slice('form/'.length));

/** Settings of a field that do nothing as they stand. */
export function settingFindings({ settings, template, nullable }: FieldSpec, label: string): readonly DefinitionFinding[] {
  const at = `/fields/${escapeToken(template)}`;
  const found: DefinitionFinding[] = [];
  const { messages, mask, publish, nullAnswer } = settings;
  if (mask !== undefined && publish === 'plain') found.push({ code: 'mask-unused', severity: 'warning', pointer: `${at}/mask`, params: { label, mask } });
  if (nullAnswer === 'offer' && !nullable) found.push({ code: 'null-unused', severity: 'warning', pointer: `${at}/nullAnswer`, params: { label } });
  for (const name of isRecord(messages) ? Object.keys(messages).filter((keyword) => !TOLD.includes(keyword)) : []) {
    const nearest = nearestName(name, TOLD);
    // Records and a host's widgets have sentences of their own; only what looks like a slip is told.
    if (nearest !== undefined) found.push({ code: 'unknown-message', severity: 'warning', pointer: `${at}/messages/${escapeToken(name)}`, params: { label, name, nearest } });
  }
  return found;
}
