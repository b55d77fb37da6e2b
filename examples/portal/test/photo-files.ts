import { crc32, deflateSync } from 'node:zlib';

/** Photos as cameras write them, whole and small: the left half is dark, the right one light. */

export const size = { width: 16, height: 8 } as const;

const segment = (marker: number, body: Uint8Array): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
const head = Buffer.from([0xff, 0xd8]);

/** Grey, of two blocks: each has a brightness alone, as the difference from the one before. */
function codedPicture(): Buffer {
  const table = (kind: number, lengths: readonly number[], values: readonly number[]): Buffer => segment(0xc4, Buffer.from([kind, ...Array.from({ length: 16 }, (_, index) => lengths[index] ?? 0), ...values]));
  // 01 begins a number of seven bits, 10 one of eight; 0 ends a block. -100 as 27 (what is below zero is counted from -127), then +200.
  const bits = ['01', (27).toString(2).padStart(7, '0'), '0', '10', (200).toString(2).padStart(8, '0'), '0'].join('').padEnd(24, '1');
  return Buffer.concat([
    segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 8)])),
    segment(0xc0, Buffer.from([8, 0, size.height, 0, size.width, 1, 1, 0x11, 0])),
    table(0x00, [0, 3], [0, 7, 8]), table(0x10, [1], [0]),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []), Buffer.from([0xff, 0xd9]),
  ]);
}

/** What a camera writes: its name, how it was held, and where (the second directory, with the latitude in degrees, minutes and seconds). */
export function exifBlock(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const block = Buffer.alloc(8 + 2 + 3 * 12 + 4 + 16 + 2 + 12 + 4 + 24);
  const short = (value: number, at: number): void => void (order === 'II' ? block.writeUInt16LE(value, at) : block.writeUInt16BE(value, at));
  const long = (value: number, at: number): void => void (order === 'II' ? block.writeUInt32LE(value, at) : block.writeUInt32BE(value, at));
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => { short(tag, at); short(type, at + 2); long(count, at + 4); if (type === 3) short(value, at + 8); else long(value, at + 8); };
  block.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(3, 8);
  entry(10, 0x0110, 2, 16, 50);
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, 66);
  block.write('HUAWEI P60 SN777', 50, 'latin1');
  short(1, 66);
  entry(68, 0x0002, 5, 3, 84);
  [22, 1, 54, 1, 3141, 100].forEach((value, index) => { long(value, 84 + index * 4); });
  return block;
}

/** What must not go out, as it stands in the files. */
export const secrets = ['HUAWEI', 'GPSLatitude', '张三', 'thumbnail', 'motion-film'] as const;

const xmp = 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPSLatitude="22,54.52N"/>';

/** With all that a telephone adds: JFIF with a small picture, Exif, XMP, IPTC, a second picture behind the last byte. */
export function cameraJpeg(orientation: number, order?: 'II' | 'MM'): Buffer {
  return Buffer.concat([
    head, segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01thumbnail', 'latin1')), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock(orientation, order)])),
    segment(0xe1, Buffer.from(xmp)), segment(0xed, Buffer.from('Photoshop 3.0\0张三')), segment(0xfe, Buffer.from('张三')), Buffer.from([0xff]), codedPicture(), Buffer.from('motion-film'),
  ]);
}

/** The same picture with nothing beside it. */
export const bareJpeg = (): Buffer => Buffer.concat([head, codedPicture()]);

function chunk(type: string, body: Uint8Array): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(checked));
  return Buffer.concat([length, checked, sum]);
}

/** A PNG of this picture, with these chunks between its head and the picture, and `tail` behind its end. */
export function png(extra: readonly (readonly [type: string, body: Uint8Array])[] = [], tail = ''): Buffer {
  const header = Buffer.from([0, 0, 0, size.width, 0, 0, 0, size.height, 8, 0, 0, 0, 0]);
  const line = Buffer.from([0, ...Array.from({ length: size.width }, (_, index) => (index < size.width / 2 ? 28 : 228))]);
  const lines = Buffer.concat(Array.from({ length: size.height }, () => line));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), ...extra.map(([type, body]) => chunk(type, body)), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0)), Buffer.from(tail)]);
}

/** With the texts that programs add. */
export const cameraPng = (orientation: number): Buffer => png([['sRGB', Buffer.from([0])], ['eXIf', exifBlock(orientation)], ['tEXt', Buffer.from('Author\0张三')], ['iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0GPSLatitude')], ['tIME', Buffer.alloc(7)]], 'motion-film');
