import type { Locale, Problem } from '../problems/problem.js';
import { currentTerms, inTermsOf } from '../locales/terms.js';
import { fileWords } from './draft-file-words.js';
import type { FileFault } from './draft-file-content.js';
import type { FormDraft } from './form-draft.js';
import type { SealOptions } from './sealed-bytes.js';

/** Shortest pass phrase for a file, in characters; a longer one is worth more than an odd one. */
export const SHORTEST_PASS_PHRASE = 8;

export type DraftFileOptions = SealOptions;
export type ReadDraftFile = { readonly ok: true; readonly draft: FormDraft } | { readonly ok: false; readonly problem: Problem };

/**
 * A draft as one encrypted file: scrypt makes the key of the pass phrase, XChaCha20-Poly1305 encrypts. The code for it is loaded with the first
 * call. Works on plain http.
 *
 * @throws {TypeError} when the pass phrase is shorter than {@link SHORTEST_PASS_PHRASE} characters.
 * @example
 * const file = await writeDraftFile(draft, passPhrase, { random: (length) => crypto.getRandomValues(new Uint8Array(length)) });
 */
export async function writeDraftFile(draft: FormDraft, passPhrase: string, options: DraftFileOptions): Promise<Uint8Array> {
  if (Array.from(passPhrase).length < SHORTEST_PASS_PHRASE) throw new TypeError(`The pass phrase must have at least ${SHORTEST_PASS_PHRASE} characters`);
  const { sealDraft } = await import('./draft-file-content.js');
  return sealDraft(draft, passPhrase, options);
}

/**
 * Reads back what {@link writeDraftFile} wrote. A wrong pass phrase, a damaged file, a file of another kind and one of a newer version each have
 * their own problem: `draft-file/wrong-pass-phrase`, `…/damaged`, `…/other-file`, `…/newer`.
 */
export async function readDraftFile(file: Uint8Array, passPhrase: string, locale: Locale = 'zh-CN', onProgress?: (share: number) => void): Promise<ReadDraftFile> {
  // The sentence is made later than it was asked for.
  const terms = currentTerms();
  const { unsealDraft } = await import('./draft-file-content.js');
  const content = await unsealDraft(file, passPhrase, onProgress);
  return content.ok ? content : { ok: false, problem: inTermsOf(terms, () => draftFileProblem(content.reason, locale)) };
}

function draftFileProblem(reason: FileFault, locale: Locale): Problem {
  return { code: `draft-file/${reason}`, severity: 'error', document: 'draft', pointer: '', params: {}, ...fileWords[locale][reason] };
}
