import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedPhoto } from '../src/server/published-photo.js';
import { bareJpeg, cameraJpeg, cameraPng, exifBlock, png, secrets, size } from './photo-files.js';
import { launchChromium } from './watched-page.js';

const kinds = [['image/jpeg', cameraJpeg], ['image/png', cameraPng]] as const;
const found = (content: Uint8Array): string[] => secrets.filter((secret) => Buffer.from(content).includes(secret));
const published = (type: string, content: Uint8Array): Uint8Array => publishedPhoto(type, content) ?? new Uint8Array();

describe('a photo that anybody may see', () => {
  it('holds nothing that the camera wrote beside the picture', () => {
    expect([found(cameraJpeg(6)), found(cameraPng(6))]).toEqual([['HUAWEI', 'GPSLatitude', '张三', 'thumbnail', 'motion-film'], ['HUAWEI', 'GPSLatitude', '张三', 'motion-film']]);

    expect(Buffer.from(published('image/jpeg', cameraJpeg(1)))).toEqual(bareJpeg());
    expect(Buffer.from(published('image/png', cameraPng(1)))).toEqual(png([['sRGB', Buffer.from([0])]]));
    for (const [type, camera] of kinds) expect(found(published(type, camera(6)))).toEqual([]);
  });

  it.each(['II', 'MM'] as const)('keeps how it is turned, in the order of bytes %s, and once more the same', (order) => {
    const once = published('image/jpeg', cameraJpeg(8, order));

    expect(once.length - bareJpeg().length).toBe(36);
    expect(published('image/jpeg', once)).toEqual(once);
  });

  it('keeps that an Adobe program wrote the colours as they are', () => {
    const adobe = Buffer.from([0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]);
    const bare = bareJpeg();
    expect(Buffer.from(published('image/jpeg', Buffer.concat([bare.subarray(0, 2), adobe, bare.subarray(2)]))).includes(adobe)).toBe(true);
  });

  it.each([
    ['image/jpeg', 'cut off in the picture', cameraJpeg(6).subarray(0, -16)], ['image/jpeg', 'cut off in Exif', cameraJpeg(6).subarray(0, 60)], ['image/jpeg', 'of no bytes', new Uint8Array()],
    ['image/jpeg', 'with bytes between two parts', Buffer.concat([bareJpeg().subarray(0, 2), Buffer.from('张三'), bareJpeg().subarray(2)])], ['image/jpeg', 'with a length that is none', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 1, 0xff, 0xd9])],
    ['image/jpeg', 'without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])], ['image/jpeg', 'with a part that nobody knows', Buffer.concat([bareJpeg().subarray(0, 2), Buffer.from([0xff, 0xf0, 0, 2]), bareJpeg().subarray(2)])], ['image/jpeg', 'that is a PNG', cameraPng(1)],
    ['image/png', 'cut off', cameraPng(6).subarray(0, -24)], ['image/png', 'without a picture', Buffer.concat([png().subarray(0, 33), png().subarray(-12)])], ['image/png', 'that begins with a text', Buffer.concat([png().subarray(0, 8), png([['tEXt', Buffer.from('张三')]]).subarray(33)])],
    ['image/png', 'with a part that nobody knows', png([['ABCD', Buffer.from('张三')]])], ['image/png', 'that is a JPEG', cameraJpeg(1)], ['image/webp', 'of another kind', cameraJpeg(1)],
  ])('is not published: %s %s', (type, _, content) => {
    expect(publishedPhoto(type, content)).toBeUndefined();
  });

  it('is read in bounds, whatever an Exif block says of itself', () => {
    const block = exifBlock(6, 'MM');
    for (let length = 0; length < block.length; length += 1) expect(found(published('image/png', png([['eXIf', block.subarray(0, length)]])))).toEqual([]);
    const far = Buffer.from(block);
    far.writeUInt32BE(0xfffffff0, 4);
    expect(Buffer.from(published('image/png', png([['eXIf', far]])))).toEqual(png());
  });
});

describe('a photo that anybody may see, in the browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => { browser = await launchChromium(); page = await browser.newPage(); });
  afterAll(async () => { await browser.close(); });

  /** Width, height and the brightness in the middle of the left, right, upper and lower half, as drawn. */
  const drawn = (type: string, content: Uint8Array): Promise<readonly number[]> => page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const at = (x: number, y: number): number => context?.getImageData(x * canvas.width, y * canvas.height, 1, 1).data[0] ?? -1;
    return [canvas.width, canvas.height, at(0.25, 0.5), at(0.75, 0.5), at(0.5, 0.25), at(0.5, 0.75)];
  }, `data:${type};base64,${Buffer.from(content).toString('base64')}`);

  it.each(kinds)('lies as the camera was held: %s', async (type, camera) => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const before = await drawn(type, camera(orientation));
      expect([orientation, await drawn(type, published(type, camera(orientation)))]).toEqual([orientation, before]);
    }
    // The pictures are what they are taken for: on its side, the dark half is above.
    expect(await drawn('image/jpeg', published('image/jpeg', cameraJpeg(6)))).toEqual([size.height, size.width, 228, 228, 28, 228]);
  });
});
