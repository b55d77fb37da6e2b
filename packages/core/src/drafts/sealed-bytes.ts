import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { isRecord } from '../form/json-schema.js';

// The file: one line of JSON (the header), the encrypted bytes with their 16-byte tag, and the SHA-256 of all before it. The checksum tells a
// damaged file from a wrong pass phrase; the header's `check` tells a wrong pass phrase from a forged file, and binds the file to one key.

export const FILE_VERSION = 1;
const MARK = '{"cobuild":"draft",';
const NEW_LINE = 0x0a;
const LONGEST_HEADER = 4096;
const SALT = 16;
const NONCE = 24;
const CHECK = 16;
const CHECKSUM = 32;

/**
 * scrypt with 32 MB and three rounds, one of the equal settings of the OWASP password storage cheat sheet: the memory of a phone
 * bears it, and each guess costs a thief the same.
 */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
/** A file may not ask for more than this of the machine that opens it. */
const HIGHEST: Cost = { N: 2 ** 18, r: 8, p: 4 };
/** Longest that the page waits for a slice of the work; a frame has 16 ms. */
const SLICE_MS = 8;

interface Cost { readonly N: number; readonly r: number; readonly p: number }
interface Header { readonly version: number; readonly cost: Cost; readonly salt: Uint8Array; readonly nonce: Uint8Array; readonly check: string }

export type Unsealed = { readonly ok: true; readonly text: Uint8Array } | { readonly ok: false; readonly reason: 'other-file' | 'damaged' | 'newer' | 'wrong-pass-phrase' };

export interface SealOptions {
  /** Fresh random bytes for salt and nonce, 40 of them: `crypto.getRandomValues` in a page, plain http included. */
  readonly random: (length: number) => Uint8Array;
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Encrypts bytes with a pass phrase. The work yields to the page every few milliseconds. */
export async function seal(text: Uint8Array, passPhrase: string, { random, onProgress }: SealOptions): Promise<Uint8Array> {
  const salt = random(SALT);
  const nonce = random(NONCE);
  if (salt.length !== SALT || nonce.length !== NONCE) throw new TypeError('`random` must answer with as many bytes as it is asked for');
  const { key, check } = await keyOf(passPhrase, salt, COST, onProgress);
  const header = utf8ToBytes(`${MARK}"version":${FILE_VERSION},"kdf":"scrypt","N":${COST.N},"r":${COST.r},"p":${COST.p},"salt":"${bytesToHex(salt)}","cipher":"xchacha20-poly1305","nonce":"${bytesToHex(nonce)}","check":"${check}"}\n`);
  const whole = concatBytes(header, xchacha20poly1305(key, nonce, header).encrypt(text));
  return concatBytes(whole, sha256(whole));
}

/** Opens what {@link seal} made. What is wrong with the file is found before the pass phrase is tried. */
export async function unseal(file: Uint8Array, passPhrase: string, onProgress?: (share: number) => void): Promise<Unsealed> {
  const end = file.subarray(0, LONGEST_HEADER).indexOf(NEW_LINE);
  if (!startsWithMark(file)) return { ok: false, reason: 'other-file' };
  const said = end < 0 ? undefined : parsed(file.subarray(0, end));
  if (typeof said?.['version'] === 'number' && said['version'] > FILE_VERSION) return { ok: false, reason: 'newer' };
  const body = file.subarray(0, Math.max(0, file.length - CHECKSUM));
  if (said === undefined || bytesToHex(sha256(body)) !== bytesToHex(file.subarray(body.length))) return { ok: false, reason: 'damaged' };
  const header = headerOf(said);
  if (header === undefined) return { ok: false, reason: 'damaged' };
  const { key, check } = await keyOf(passPhrase, header.salt, header.cost, onProgress);
  if (check !== header.check) return { ok: false, reason: 'wrong-pass-phrase' };
  try {
    return { ok: true, text: xchacha20poly1305(key, header.nonce, file.subarray(0, end + 1)).decrypt(body.subarray(end + 1)) };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

async function keyOf(passPhrase: string, salt: Uint8Array, cost: Cost, onProgress: ((share: number) => void) | undefined): Promise<{ readonly key: Uint8Array; readonly check: string }> {
  // The same letters may come composed or not, by the keyboard in use.
  const derived = await scryptAsync(passPhrase.normalize('NFC'), salt, { ...cost, dkLen: 64, asyncTick: SLICE_MS, ...(onProgress ? { onProgress } : {}) });
  return { key: derived.slice(0, 32), check: bytesToHex(sha256(derived.subarray(32)).subarray(0, CHECK)) };
}

function startsWithMark(file: Uint8Array): boolean {
  const mark = utf8ToBytes(MARK);
  return mark.every((byte, index) => file[index] === byte);
}

function parsed(line: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    // The header is ASCII.
    const value: unknown = JSON.parse(String.fromCharCode(...line));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function headerOf({ version, kdf, N, r, p, salt, cipher, nonce, check }: Readonly<Record<string, unknown>>): Header | undefined {
  if (version !== FILE_VERSION || kdf !== 'scrypt' || cipher !== 'xchacha20-poly1305') return undefined;
  if (!isCost(N, HIGHEST.N) || !isCost(r, HIGHEST.r) || !isCost(p, HIGHEST.p) || N < 2 || (N & (N - 1)) !== 0) return undefined;
  if (!isHex(salt, SALT) || !isHex(nonce, NONCE) || !isHex(check, CHECK)) return undefined;
  return { version, cost: { N, r, p }, salt: hexToBytes(salt), nonce: hexToBytes(nonce), check };
}

const isCost = (value: unknown, highest: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= highest;
const isHex = (value: unknown, bytes: number): value is string => typeof value === 'string' && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
