import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.js';

/**
 * SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hexadecimal digits. Synchronous, and the same on plain-http pages, where
 * `crypto.subtle` does not exist.
 */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/**
 * SHA-256 of the canonical JSON of a document: the order of keys and the white space of its file make no difference.
 *
 * @throws {CanonicalJsonError} as {@link canonicalJson}.
 */
export function hashDocument(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
