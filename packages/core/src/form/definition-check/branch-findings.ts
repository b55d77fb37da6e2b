import { isRecord, listAt, own, textAt } from '../json-schema.js';
import type { DefinitionFinding } from './definition-finding.js';

/** What a branch may say for this check to know which answers fit it. */
const PLAIN = ['title', 'description', 'type', 'properties', 'required', '$comment', 'default', 'examples'];
/** Words that decide nothing. */
const REMARKS = ['title', 'description', '$comment', 'default', 'examples'];

/**
 * Alternatives of `oneOf` of which one takes whatever fills in another: who chooses the other and answers all of it fits both, which `oneOf` refuses, and can do nothing about it. Told
 * where that is certain and nowhere else.
 */
export function branchFindings(schema: Readonly<Record<string, unknown>>, pointer: string, label: string): readonly DefinitionFinding[] {
  const branches = own(schema, 'oneOf');
  if (!Array.isArray(branches)) return [];
  const called = (branch: unknown, index: number): string => (isRecord(branch) ? textAt(branch, 'title') : undefined) ?? String(index + 1);
  return branches.flatMap((open: unknown, index): readonly DefinitionFinding[] => {
    const taken = branches.flatMap((branch: unknown, other) => (other !== index && takes(open, branch) ? [called(branch, other)] : []));
    return taken.length === 0 ? [] : [{ code: 'overlapping-branches', severity: 'warning', pointer: `${pointer}/oneOf/${index}`, params: { label, name: called(open, index), taken } }];
  });
}

/** Whether each full answer to `branch` fits `open`, too. */
function takes(open: unknown, branch: unknown): boolean {
  if (!isRecord(open) || !isRecord(branch) || !Object.keys(open).every((word) => PLAIN.includes(word))) return false;
  const type = own(open, 'type');
  if (type !== undefined && (type !== 'object' || own(branch, 'type') !== 'object')) return false;
  const [asked, given] = [open, branch].map((each) => own(each, 'properties')).map((each) => (isRecord(each) ? each : {})) as [Record<string, unknown>, Record<string, unknown>];
  const required = listAt(branch, 'required');
  return listAt(open, 'required').every((name) => required.includes(name)) && Object.keys(asked).every((name) => own(given, name) === undefined || decides(own(asked, name)) === decides(own(given, name)));
}

/** What a schema decides, as text; the same in another order counts as something else. */
const decides = (schema: unknown): string => JSON.stringify(isRecord(schema) ? Object.fromEntries(Object.entries(schema).filter(([word]) => !REMARKS.includes(word))) : schema);
