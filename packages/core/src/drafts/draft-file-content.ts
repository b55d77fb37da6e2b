import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { isRecord } from '../form/json-schema.js';
import type { FormDraft } from './form-draft.js';
import { DRAFT_FORMAT, readDraft } from './form-draft.js';
import type { SealOptions, Unsealed } from './sealed-bytes.js';
import { seal, unseal } from './sealed-bytes.js';

export type FileFault = Extract<Unsealed, { readonly ok: false }>['reason'];
export type FileContent = { readonly ok: true; readonly draft: FormDraft } | { readonly ok: false; readonly reason: FileFault };

export function sealDraft(draft: FormDraft, passPhrase: string, options: SealOptions): Promise<Uint8Array> {
  return seal(utf8ToBytes(JSON.stringify(draft)), passPhrase, options);
}

export async function unsealDraft(file: Uint8Array, passPhrase: string, onProgress?: (share: number) => void): Promise<FileContent> {
  const unsealed = await unseal(file, passPhrase, onProgress);
  if (!unsealed.ok) return unsealed;
  let content: unknown;
  try {
    content = JSON.parse(bytesToUtf8(unsealed.text));
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  const draft = readDraft(content);
  if (draft !== undefined) return { ok: true, draft };
  const format = isRecord(content) ? content['formatVersion'] : undefined;
  return { ok: false, reason: typeof format === 'number' && format > DRAFT_FORMAT ? 'newer' : 'damaged' };
}
