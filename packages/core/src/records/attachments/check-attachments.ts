import type { AttachmentsSettings, AttachmentsValue } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import type { Problem } from '../../problems/problem.js';
import { isSet, readChoice, readCount } from '../open-settings.js';
import type { Setting } from '../open-settings.js';
import { findings } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import { accepts } from './accepts.js';
import { attachmentSentences, typesText } from './attachment-words.js';
import type { AttachmentCode } from './attachment-words.js';
import { contentIn } from './embedded-content.js';

export interface AttachmentsResult {
  readonly count: number;
  /** Bytes of all files. */
  readonly size: number;
  /** False where a file or a rule stands in the way of submitting. */
  readonly maySubmit: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Checks what is known of the files: that no content is among the answers, their types, sizes and numbers, the kinds that are asked for, and what the check for malicious content
 * says. A file in quarantine always blocks; one that is not checked yet warns, and blocks where the settings say so. Held-back and broken files do not count as documents that are asked for.
 *
 * @example checkAttachments([{ …, scan: 'quarantined' }]).maySubmit // false
 */
export function checkAttachments(value: AttachmentsValue | undefined, settings: AttachmentsSettings = {}, options: RecordOptions = {}): AttachmentsResult {
  const found = findings<AttachmentCode>(attachmentSentences, options);
  const files = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const ids = new Set<string>();
  files.forEach((file, index) => {
    for (const place of contentIn(file)) found.report('attachments/content', `/${index}${place}`, { name: nameOf(file, index) });
    const id = textAt(file, 'id');
    if (id === '') found.report('attachments/id', `/${index}`, { row: index + 1 });
    else if (ids.has(id)) found.report('attachments/twice', `/${index}`, { name: nameOf(file, index) });
    ids.add(id);
    checkType(file, index, settings, found);
    checkScan(file, index, settings, found);
  });
  const size = checkSizes(files, settings, found);
  checkNumber(files.length, settings, '', found);
  checkKinds(files, settings, found);
  return { count: files.length, size, maySubmit: !found.problems.some(({ severity }) => severity === 'error' || severity === 'undecided'), problems: found.problems };
}

function checkType(file: unknown, index: number, settings: AttachmentsSettings, found: Findings<AttachmentCode>): void {
  const kinds = settings.kinds ?? [];
  const kind = kinds.find(({ id }) => id === own(file, 'kind'));
  if (kinds.length > 0 && kind === undefined) found.report('attachments/kind-unknown', `/${index}/kind`, { name: nameOf(file, index) });
  const accept = kind?.accept ?? settings.accept;
  if (!accepts(accept, { name: textAt(file, 'name'), type: textAt(file, 'type') })) found.report('attachments/type', `/${index}/type`, { name: nameOf(file, index), accept: typesText(accept ?? [], found.locale) });
}

function checkScan(file: unknown, index: number, settings: AttachmentsSettings, found: Findings<AttachmentCode>): void {
  const scan = own(file, 'scan');
  const pointer = `/${index}/scan`;
  const name = nameOf(file, index);
  if (scan === 'clean') return;
  if (scan === 'quarantined') {
    found.report('attachments/quarantined', pointer, { name });
    return;
  }
  // A state that nobody knows is one in which nothing has been found out.
  const state = scan === 'failed' ? 'failed' : 'pending';
  const policy = readChoice(settings[state], ['warn', 'block'] as const);
  if (policy === 'open') found.undecided(pointer, 'scanPolicy');
  const blocks = (isSet(policy) ? policy : state === 'failed' ? 'block' : 'warn') === 'block';
  found.report(`attachments/${state}`, pointer, { name, blocks }, blocks ? 'error' : 'warning');
}

function checkSizes(files: readonly unknown[], settings: AttachmentsSettings, found: Findings<AttachmentCode>): number {
  const maximum = readCount(settings.maximumSize);
  const maximumTotal = readCount(settings.maximumTotal);
  if (maximum === 'open' || maximumTotal === 'open') found.undecided('', 'fileSize');
  const sizes = files.map((file, index) => {
    const size = own(file, 'size');
    const bytes = Number.isSafeInteger(size) && (size as number) >= 0 ? (size as number) : 0;
    if (bytes === 0) found.report('attachments/empty', `/${index}/size`, { name: nameOf(file, index) });
    if (isSet(maximum) && bytes > maximum) found.report('attachments/size', `/${index}/size`, { name: nameOf(file, index), size: bytes, maximum });
    return bytes;
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (isSet(maximumTotal) && total > maximumTotal) found.report('attachments/total', '', { size: total, maximum: maximumTotal });
  return total;
}

function checkNumber(count: number, settings: AttachmentsSettings, pointer: string, found: Findings<AttachmentCode>): void {
  const { minimum, maximum } = limitsOf(settings.minimumCount, settings.maximumCount, found);
  if (isSet(minimum) && count < minimum) found.report('attachments/few', pointer, { minimum, count });
  if (isSet(maximum) && count > maximum) found.report('attachments/many', pointer, { maximum, count });
}

function checkKinds(files: readonly unknown[], settings: AttachmentsSettings, found: Findings<AttachmentCode>): void {
  for (const kind of settings.kinds ?? []) {
    const { minimum, maximum } = limitsOf(kind.minimum, kind.maximum, found);
    const all = files.filter((file) => own(file, 'kind') === kind.id);
    const usable = all.filter((file) => own(file, 'scan') !== 'quarantined' && own(file, 'scan') !== 'failed').length;
    // The problem is one of the whole list; `id` says at which kind it is to be told.
    const params = { id: kind.id, kind: found.say(kind.title) };
    if (isSet(minimum) && usable < minimum) found.report('attachments/kind-few', '', { ...params, minimum, count: usable });
    if (isSet(maximum) && all.length > maximum) found.report('attachments/kind-many', '', { ...params, maximum, count: all.length });
  }
}

function limitsOf(minimumSetting: unknown, maximumSetting: unknown, found: Findings<AttachmentCode>): { readonly minimum: Setting<number>; readonly maximum: Setting<number> } {
  const minimum = readCount(minimumSetting);
  const maximum = readCount(maximumSetting);
  if (minimum === 'open' || maximum === 'open') found.undecided('', 'fileCount');
  return { minimum, maximum };
}

function textAt(file: unknown, key: string): string {
  const text = own(file, key);
  return typeof text === 'string' ? text : '';
}

/** A name that is content is not repeated in a sentence. */
function nameOf(file: unknown, index: number): string {
  const name = textAt(file, 'name');
  return name === '' || name.length > 255 || contentIn({ name }).length > 0 ? `#${index + 1}` : name;
}
