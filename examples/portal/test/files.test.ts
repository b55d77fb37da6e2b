import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import { uploadLimits } from '../src/server/uploads.js';
import type { UploadProgress } from '../src/server/uploads.js';
import { withPhotos } from './photos-form.js';
import type { Portal, Refusal } from './portal-harness.js';
import { openPortal, serviceStation } from './portal-harness.js';

const village = 'secretary-heshun';
const otherVillage = 'secretary-qingchuan';
const town = 'reviewer-hecheng';
const otherTown = 'reviewer-yanghe';
const clerk = 'committee-clerk';
const png = (length = 20): Uint8Array => new Uint8Array(length).fill(7).fill(0x89, 0, 1).fill(0x50, 1, 2).fill(0x4e, 2, 3).fill(0x47, 3, 4);
let portal: Portal;
let key = 0;

beforeAll(async () => {
  portal = await openPortal();
  const file = join(portal.folder, 'schemes/gaoming/forms/application.json');
  writeFileSync(file, withPhotos(readFileSync(file, 'utf8')));
  const scheme = join(portal.folder, 'schemes/gaoming-demo/scheme.json');
  writeFileSync(scheme, readFileSync(scheme, 'utf8').replace('"version": "2.0.0"', '"version": "2.1.0"'));
  const { status, body } = await portal.call<Refusal>('administrator', 'POST', '/api/admin/schemes/gaoming-demo/publish', {});
  expect([status, body.problems ?? []]).toEqual([200, []]);
}, 60_000);
afterAll(() => portal.close());

type Sent = UploadProgress & Partial<Refusal>;
const begin = (name: string, size: number, as = village) => portal.call<Sent>(as, 'POST', '/api/files', { name, size });
const send = async (as: string, id: string, start: number, content: Uint8Array) => {
  const response = await portal.app.request(`http://portal.test/api/files/${id}?start=${start}`, { method: 'PUT', headers: { host: 'portal.test', cookie: `identity=${as}`, 'content-type': 'application/octet-stream' }, body: content as BodyInit });
  return { status: response.status, body: (await response.json()) as Sent };
};
async function upload(name: string, content = png(), as = village) {
  const { id } = (await begin(name, content.length, as)).body;
  const { body } = await send(as, id, 0, content);
  if (body.file === undefined) throw new Error('The file did not come whole');
  return { id, name, size: content.length, type: 'image/png', hash: body.file.hash, scan: body.file.scan, uploadedAt: body.file.uploadedAt };
}
const get = (as: string | undefined, path: string) => portal.app.request(`http://portal.test${path}`, { headers: { host: 'portal.test', ...(as === undefined ? {} : { cookie: `identity=${as}` }) } });
const submit = (photos: readonly unknown[], as = village) => portal.call<CaseView & Refusal>(as, 'POST', '/api/cases', { answers: { ...serviceStation(), photos } }, { 'idempotency-key': `files-${(key += 1)}` });
const codes = ({ body }: { body: Partial<Refusal> }): string[] => (body.problems ?? []).map(({ code }) => code);

describe('a file of a question', () => {
  it('comes in pieces, is read by the unit that sent it, and by those who may see the case that names it', async () => {
    const content = png(5000);
    const { id } = (await begin('现场照片.png', content.length)).body;
    expect((await send(village, id, 0, content.slice(0, 3000))).body).toEqual({ id, received: 3000 });
    const { file } = (await send(village, id, 3000, content.slice(3000))).body;
    expect(file).toMatchObject({ id, size: 5000, hash: createHash('sha256').update(content).digest('hex'), scan: 'clean' });

    const own = await get(village, `/api/files/${id}`);
    expect(new Uint8Array(await own.arrayBuffer())).toEqual(content);
    expect([own.headers.get('content-type'), own.headers.get('content-disposition'), own.headers.get('x-content-type-options')]).toEqual(['image/png', `attachment; filename*=UTF-8''${encodeURIComponent('现场照片.png')}`, 'nosniff']);
    expect((await get(town, `/api/files/${id}`)).status).toBe(404);

    const { body } = await submit([{ ...file, type: 'image/png' }].map(({ owner: _, ...known }: Record<string, unknown>) => known));
    expect(codes({ body })).toEqual([]);
    const path = `/api/cases/${body.state.id}/files/${id}`;
    const statuses = await Promise.all([village, town, clerk, otherVillage, otherTown, undefined].map(async (as) => (await get(as, path)).status));
    expect(statuses).toEqual([200, 200, 200, 404, 404, 401]);
    expect(new Uint8Array(await (await get(town, path)).arrayBuffer())).toEqual(content);
  });

  it('goes on where it stopped when a piece is sent twice or out of turn', async () => {
    const { id } = (await begin('a.png', 30)).body;
    await send(village, id, 0, png(10));
    const again = await Promise.all([0, 20, 5].map(async (start) => (await send(village, id, start, png(10))).body.received));
    expect(again).toEqual([10, 10, 10]);
    expect((await send(village, id, 10, png(21))).body).toEqual({ id, received: 10 });
    expect((await send(village, id, 10, png(20))).body.file?.size).toBe(30);
    expect((await send(village, id, 10, png(20))).body.file?.size).toBe(30);
  });

  it('is taken up to the limit of one file, and no byte above it', async () => {
    const sizes = [0, 1, uploadLimits.file, uploadLimits.file + 1, 1.5];
    const replies = [];
    for (const size of sizes) replies.push(await begin('b.png', size));
    expect(replies.map(({ status }) => status)).toEqual([422, 200, 200, 422, 422]);
    expect(codes(replies[3] ?? { body: {} })).toEqual(['portal/file-size']);
  });

  it('is taken until the files of the unit reach their limit', async () => {
    const whole = uploadLimits.unit / uploadLimits.file;
    const replies = [];
    for (let count = 0; count < whole; count += 1) replies.push(await begin('c.png', uploadLimits.file, otherVillage));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: whole }, () => 200));
    expect(codes(await begin('c.png', 1, otherVillage))).toEqual(['portal/files-full']);
    await portal.call(otherVillage, 'DELETE', `/api/files/${replies[0]?.body.id ?? ''}`);
    expect((await begin('c.png', 1, otherVillage)).status).toBe(200);
  });

  it.each(['a.html', 'a.svg', 'a.exe', 'a', 'pdf', 'a.pdf.js'])('is refused by the name %s', async (name) => {
    expect(codes(await begin(name, 10))).toEqual(['portal/file-type']);
  });

  it('is refused, and forgotten, where its content is not what its name says', async () => {
    const { id } = (await begin('d.pdf', 20)).body;
    expect(codes(await send(village, id, 0, png(20)))).toEqual(['portal/file-content']);
    expect(codes(await send(village, id, 0, png(20)))).toEqual(['portal/unknown-file']);
  });

  it('that the check finds harmful is opened by nobody and is not taken in with an application', async () => {
    const content = new Uint8Array([...png(4), ...new TextEncoder().encode('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')]);
    const file = await upload('e.png', content);
    expect([file.scan, (await get(village, `/api/files/${file.id}`)).status]).toEqual(['infected', 404]);
    expect(codes(await submit([{ ...file, scan: 'quarantined' }]))).toContain('attachments/quarantined');
    expect(codes(await submit([{ ...file, scan: 'clean' }]))).toEqual(['portal/unknown-file']);
  });

  it('of another unit, or not as the portal has it, is no answer', async () => {
    const theirs = await upload('f.png', png(), town);
    const mine = await upload('g.png');
    const wrong = [theirs, { ...mine, hash: '0'.repeat(64) }, { ...mine, size: 21 }, { ...mine, name: 'other.png' }, { ...mine, id: 'nobody' }];
    for (const file of wrong) {
      const reply = await submit([mine, file].slice(file.id === mine.id ? 1 : 0));
      expect(reply.body.problems).toEqual([expect.objectContaining({ code: 'portal/unknown-file', document: 'answers', pointer: file.id === mine.id ? '/photos/0' : '/photos/1' })]);
    }
  });

  it('is taken, sent and removed by nobody else, and without an identity by nobody', async () => {
    const { id } = await upload('h.png');
    expect((await portal.call(undefined, 'POST', '/api/files', { name: 'h.png', size: 1 })).status).toBe(401);
    expect((await send(otherVillage, id, 0, png())).status).toBe(404);
    expect((await portal.call(otherVillage, 'DELETE', `/api/files/${id}`)).status).toBe(404);
    expect((await get(village, `/api/files/${id}`)).status).toBe(200);
  });

  it('can be removed until it is submitted, and not after', async () => {
    const [first, second] = [await upload('i.png'), await upload('j.png')];
    expect((await portal.call(village, 'DELETE', `/api/files/${first.id}`)).status).toBe(200);
    expect((await get(village, `/api/files/${first.id}`)).status).toBe(404);
    expect(codes(await submit([second]))).toEqual([]);
    const refused = await portal.call<Refusal>(village, 'DELETE', `/api/files/${second.id}`);
    expect([refused.status, ...codes(refused)]).toEqual([409, 'portal/file-in-use']);
    expect((await get(village, `/api/files/${second.id}`)).status).toBe(200);
  });

  it('that is in no draft and no application is forgotten after a week', async () => {
    const [submitted, drafted, left] = [await upload('k.png'), await upload('l.png'), await upload('m.png')];
    await submit([submitted]);
    await portal.call(village, 'PUT', '/api/drafts/files', { answers: { photos: [drafted] } });
    const start = portal.clock;
    const there = async (): Promise<number[]> => Promise.all([submitted, drafted, left].map(async ({ id }) => (await get(village, `/api/files/${id}`)).status));

    portal.clock = new Date(start.getTime() + 7 * 86_400_000);
    await portal.uploads.sweep();
    expect(await there()).toEqual([200, 200, 200]);
    portal.clock = new Date(start.getTime() + 7 * 86_400_000 + 1);
    await portal.uploads.sweep();
    expect(await there()).toEqual([200, 200, 404]);
    portal.clock = start;
  });
});
