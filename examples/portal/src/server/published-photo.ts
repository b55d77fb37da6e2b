import { crc32 } from 'node:zlib';

/*
 * A list of what stays, not of what goes: what a camera may write besides the picture (place, time, device, thumbnails, texts, whole films behind the last byte) has no end of
 * names.
 */

/**
 * A photo as it may go out to anybody: the picture without loss and how it is turned, nothing else that is in the file. Colours are read as sRGB.
 *
 * @returns `undefined` for what is not whole, or of a kind that is not known here: it is not published.
 * @example publishedPhoto('image/jpeg', content)
 */
export function publishedPhoto(mediaType: string, content: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (mediaType === 'image/jpeg') return publishedJpeg(bytes);
  return mediaType === 'image/png' ? publishedPng(bytes) : undefined;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const begins = (body: Buffer, text: string): boolean => body.subarray(0, text.length).toString('latin1') === text;

// JPEG, ITU-T T.81, table B.1

const startOfImage = 0xd8, endOfImage = 0xd9, startOfScan = 0xda;
const exif = 'Exif\0\0';
/** DHT, DAC, DQT, DNL and DRI: how the picture is coded. */
const codingTables: readonly number[] = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd];
/** The frame: all from SOF0 to SOF15, but for the tables among them and JPG, which is reserved. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isApplicationOrComment = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

function publishedJpeg(bytes: Buffer): Uint8Array | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== (0xff00 | startOfImage)) return undefined;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let hasFrame = false;
  let hasScan = false;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) { at += 1; continue; }
    if (marker === endOfImage) return hasFrame && hasScan ? joined([bytes.subarray(0, 2), ...turnedJpeg(orientation), ...kept, bytes.subarray(at, at + 2)]) : undefined;
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, next);
    const end = marker === startOfScan ? endOfScan(bytes, next) : next;
    if (marker === startOfScan || isFrame(marker) || codingTables.includes(marker)) kept.push(bytes.subarray(at, end));
    // Whether the colours are RGB or CMYK.
    else if (marker === 0xee && begins(body, 'Adobe') && body.length >= 12) kept.push(segment(marker, body.subarray(0, 12)));
    else if (marker === 0xe1 && begins(body, exif)) orientation = orientationOf(body.subarray(exif.length));
    else if (!isApplicationOrComment(marker)) return undefined;
    hasFrame ||= isFrame(marker);
    hasScan ||= marker === startOfScan;
    at = end;
  }
  return undefined;
}

/** Where the next marker stands: coded data have 0xff only before a zero, and before the markers 0xd0 to 0xd7, from which a decoder may start again. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return bytes.length;
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return joined([head, body]);
}

const turnedJpeg = (orientation: number): readonly Uint8Array[] => (orientation === 1 ? [] : [segment(0xe1, joined([Buffer.from(exif, 'latin1'), orientationAlone(orientation)]))]);

// Exif: the structure of TIFF 6.0, with one tag of interest

const orientationTag = 0x0112;

/** 1 (upright) to 8; 1 where nothing else is said that can be read. */
function orientationOf(tiff: Buffer): number {
  const isLittle = begins(tiff, 'II');
  if (tiff.length < 8 || !(isLittle || begins(tiff, 'MM'))) return 1;
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Array.from({ length: short(directory) }, (_, index) => directory + 2 + index * 12);
  const found = entries.find((at) => short(at) === orientationTag);
  const value = found === undefined ? 1 : short(found + 8);
  return value >= 1 && value <= 8 ? value : 1;
}

/** An Exif block of this tag only. */
function orientationAlone(orientation: number): Uint8Array {
  const block = Buffer.alloc(26);
  block.write('MM', 0, 'latin1');
  block.writeUInt16BE(42, 2);
  // The first directory comes at once and has one entry: one number of two bytes.
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  block.writeUInt16BE(orientationTag, 10);
  block.writeUInt16BE(3, 12);
  block.writeUInt32BE(1, 14);
  block.writeUInt16BE(orientation, 18);
  return block;
}

// PNG, ISO/IEC 15948

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The picture, what is transparent in it, and how its numbers are colours and sizes. */
const pictureChunks: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'tRNS', 'sBIT', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'bKGD'];

function publishedPng(bytes: Buffer): Uint8Array | undefined {
  if (!bytes.subarray(0, 8).equals(pngSignature)) return undefined;
  const kept: Uint8Array[] = [];
  let orientation = 1;
  const types = new Set<string>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    const end = at + 12 + length;
    if (end > bytes.length || (types.size === 0 && type !== 'IHDR')) return undefined;
    if (type === 'IEND') return types.has('IDAT') && length === 0 ? joined([pngSignature, ...withTurn(kept, orientation), bytes.subarray(at, at + 12)]) : undefined;
    if (pictureChunks.includes(type)) kept.push(bytes.subarray(at, end));
    else if (type === 'eXIf') orientation = orientationOf(bytes.subarray(at + 8, at + 8 + length));
    // A chunk that nobody may leave out (a capital at first) and that is not of PNG: whoever draws it would refuse as well.
    else if (/^[A-Z]/.test(type)) return undefined;
    types.add(type);
    at = end;
  }
  return undefined;
}

/** After the head, before the picture. */
function withTurn([head, ...rest]: readonly Uint8Array[], orientation: number): readonly Uint8Array[] {
  const known = head === undefined ? [] : [head];
  return orientation === 1 ? [...known, ...rest] : [...known, chunk('eXIf', orientationAlone(orientation)), ...rest];
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const checked = joined([Buffer.from(type, 'latin1'), body]);
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(checked));
  return joined([length, checked, sum]);
}
