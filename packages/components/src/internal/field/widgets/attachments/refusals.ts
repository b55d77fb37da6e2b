import type { Attachment, AttachmentsSettings, Locale, Problem } from '@cobuild/core';
import { checkAttachments } from '@cobuild/core';

/** Those of the whole list that one file more can break. */
const OF_ALL: readonly string[] = ['attachments/total', 'attachments/many', 'attachments/kind-many'];

/** What is known of a file before anybody has it; the hash and the rest come with the upload. */
export function candidate(file: Pick<File, 'name' | 'size' | 'type'>, kind: string | undefined): Attachment {
  const type = /^[^/\s;]+\/[^/\s;]+$/.test(file.type) ? file.type : 'application/octet-stream';
  return { id: `new ${file.name} ${file.size}`, ...(kind === undefined ? {} : { kind }), name: file.name, size: file.size, type, hash: '0'.repeat(64), scan: 'clean', uploadedAt: '1970-01-01T00:00:00Z' };
}

/** Why a file is not taken, before a byte of it is sent; in the words that the form would refuse it with afterwards. */
export function refusals(file: Attachment, others: readonly Attachment[], settings: AttachmentsSettings, locale: Locale): readonly Problem[] {
  const known = checkAttachments([...others], settings, { locale }).problems;
  return checkAttachments([...others, file], settings, { locale }).problems.filter(
    ({ code, pointer, params, severity }) => severity === 'error' && (pointer.startsWith(`/${others.length}/`) || (OF_ALL.includes(code) && !known.some((problem) => problem.code === code && problem.params['id'] === params['id']))),
  );
}
