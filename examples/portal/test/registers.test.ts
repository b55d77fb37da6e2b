import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterPage } from '@cobuild/rules';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import { RateLimit } from '../src/server/rate-limit.js';
import type { UploadProgress } from '../src/server/uploads.js';
import type { Portal, Refusal } from './portal-harness.js';
import { examples, openPortal } from './portal-harness.js';

const host = 'host-jia';
const officer = 'site-officer';
const png = new Uint8Array(20).fill(7).fill(0x89, 0, 1).fill(0x50, 1, 2).fill(0x4e, 2, 3).fill(0x47, 3, 4);
let portal: Portal;

beforeAll(async () => { portal = await openPortal('datong-sites-demo', 'gaoming-demo'); }, 60_000);
// A new minute for each test.
beforeEach(() => { portal.clock = new Date(portal.clock.getTime() + 60_000); });
afterAll(() => portal.close());

const find = (register: string, query = '', as = host): Promise<{ status: number; body: RegisterPage & Refusal }> => portal.call(as, 'GET', `/api/registers/${register}${query}`);
const labels = async (register: string, query: string): Promise<string[]> => (await find(register, query)).body.entries.map(({ label }) => label);
const q = (text: string): string => `?text=${encodeURIComponent(text)}`;

describe('registers of the portal', () => {
  it('lists the units of the scheme with the one above', async () => {
    const { body } = await find('organisations', q('镇'));
    expect(body.entries).toEqual([{ value: 'shili-town', label: '示例镇', detail: '淮南市大通区' }, { value: 'jia-village', label: '甲村', detail: '示例镇' }, { value: 'yi-village', label: '乙村', detail: '示例镇' }]);
  });

  it('finds people by name and post, and no residents', async () => {
    expect(await labels('persons', q('组织部'))).toEqual(['方敏']);
    expect(await labels('persons', q('周'))).toEqual(['周明']);
    expect(await labels('persons', q('群众'))).toEqual([]);
  });

  it('opens the areas level by level and finds them by name or code', async () => {
    expect([await labels('areas', ''), await labels('areas', '?parent=340402')]).toEqual([['淮南市'], ['示例镇', '示例街道']]);
    const { body } = await find('areas', q('340402901201'));
    expect(body.entries.map(({ label, path = [] }) => [...path.map((entry) => entry.label), label])).toEqual([['淮南市', '大通区', '示例镇', '甲村']]);
  });

  it('answers page by page', async () => {
    const pages = await Promise.all([0, 2, 4].map((offset) => find('organisations', `?offset=${offset}&limit=2`)));
    expect(pages.map(({ body }) => [body.entries.length, body.total])).toEqual([[2, 8], [2, 8], [2, 8]]);
    expect(new Set(pages.flatMap(({ body }) => body.entries.map(({ value }) => value))).size).toBe(6);
  });

  it('names the entry of a stored value, and says where there is none', async () => {
    const entry = async (register: string, value: string): Promise<unknown> => (await portal.call<{ entry: unknown }>(host, 'GET', `/api/registers/${register}/entry?value=${value}`)).body.entry;
    expect(await entry('areas', '340402901201')).toMatchObject({ label: '甲村' });
    expect([await entry('areas', 'stranger'), await entry('constructor', '__proto__')]).toEqual([null, null]);
  });

  it('is for people who are signed in', async () => {
    expect([(await portal.call(undefined, 'GET', '/api/registers/persons')).status, (await portal.call(undefined, 'GET', '/api/registers/persons/entry?value=host-jia')).status]).toEqual([401, 401]);
  });

  it('is for people of the scheme: those of another one read its own registers', async () => {
    const [own, other] = await Promise.all(['?scheme=gaoming-demo', '?scheme=datong-sites-demo'].map((scheme) => find('organisations', scheme, 'secretary-heshun')));
    expect([own?.status, other?.status, other?.body.problems[0]?.code]).toEqual([200, 403, 'portal/not-allowed']);
    expect(own?.body.entries.map(({ label }) => label)).toContain('荷城街道');
  });

  it.each([
    ['a text of 101 characters', q('字'.repeat(101)), 400, 'portal/broken-request'], ['a page of 501 entries', '?limit=501', 400, 'portal/broken-request'], ['a page of none', '?limit=0', 400, 'portal/broken-request'],
    ['a negative place', '?offset=-1', 400, 'portal/broken-request'], ['a place that is no number', '?offset=x', 400, 'portal/broken-request'], ['a parent of 101 characters', `?parent=${'1'.repeat(101)}`, 400, 'portal/broken-request'],
  ])('refuses %s', async (_, query, status, code) => {
    const reply = await find('areas', query);
    expect([reply.status, reply.body.problems[0]?.code]).toEqual([status, code]);
  });

  it('takes a text of 100 characters and a page of 500 entries', async () => {
    expect([(await find('areas', q('字'.repeat(100)))).status, (await find('areas', '?limit=500')).status]).toEqual([200, 200]);
  });

  it('says that there is no such register, also for names that every object has', async () => {
    const replies = await Promise.all(['stranger', 'constructor', '__proto__'].map((name) => find(name)));
    expect(replies.map(({ status, body }) => [status, body.problems[0]?.code])).toEqual(Array(3).fill([404, 'portal/unknown-register']));
  });

  it('answers 120 look-ups of one person in a minute, not the next, and those of others still', async () => {
    const statuses = await Promise.all(Array.from({ length: 121 }, async () => portal.app.request('http://portal.test/api/registers/areas', { headers: { host: 'portal.test', cookie: `identity=${host}` } })));
    expect(statuses.map(({ status }) => status)).toEqual([...Array<number>(120).fill(200), 429]);
    expect(statuses[120]?.headers.get('retry-after')).toBe('60');
    expect((await find('areas', '', officer)).status).toBe(200);
    portal.clock = new Date(portal.clock.getTime() + 60_000);
    expect((await find('areas')).status).toBe(200);
  });
});

describe('registers of a case', () => {
  it('are those of the version that it was filed under, also after another one is in force', async () => {
    const inForce = async (): Promise<string> => (await portal.call<{ hash: string }>(host, 'GET', '/api/scheme')).body.hash;
    const before = await inForce();
    const file = join(portal.folder, 'schemes/datong-sites-demo/scheme.json');
    const text = readFileSync(file, 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    writeFileSync(file, text.replace(`"version": "${version}"`, '"version": "9.0.0"').replace('"甲村"', '"甲新村"'));
    const published = await portal.call<Refusal>('administrator', 'POST', '/api/admin/schemes/datong-sites-demo/publish', {});
    expect([published.status, await inForce() === before]).toEqual([200, false]);

    expect([await labels('organisations', q('甲')), await labels('organisations', `${q('甲')}&hash=${before}`)]).toEqual([['甲新村'], ['甲村']]);
    expect((await find('organisations', '?hash=nothing')).status).toBe(403);
    expect((await find('organisations', `?hash=${before}`, 'secretary-heshun')).status).toBe(403);
  });
});

describe('RateLimit', () => {
  it('counts each key by itself, in windows', () => {
    let now = 0;
    const limit = new RateLimit(2, 1000, () => new Date(now));
    expect([limit.wait('a'), limit.wait('a'), limit.wait('a'), limit.wait('b')]).toEqual([undefined, undefined, 1, undefined]);
    now = 999;
    expect(limit.wait('a')).toBe(1);
    now = 1000;
    expect(limit.wait('a')).toBeUndefined();
  });
});

describe('a site of Datong with answers from the registers and files', () => {
  const [stored] = readFileSync(join(examples, 'datong-sites-demo/cases.jsonl'), 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { answers: Record<string, unknown> }).answers);

  it('is taken in with its photo, which the office opens and others do not', async () => {
    const begun = await portal.call<UploadProgress & Refusal>(host, 'POST', '/api/files', { name: '现状照片.png', size: png.length });
    const sent = await portal.app.request(`http://portal.test/api/files/${begun.body.id}?start=0`, { method: 'PUT', body: png as unknown as BodyInit, headers: { host: 'portal.test', cookie: `identity=${host}`, 'content-type': 'application/octet-stream' } });
    const { file } = (await sent.json()) as UploadProgress;
    if (file === undefined) throw new Error('not stored');
    const photo = { id: file.id, name: '现状照片.png', size: png.length, type: 'image/png', hash: createHash('sha256').update(png).digest('hex'), scan: 'clean', uploadedAt: file.uploadedAt };
    const answers = { ...stored, siteArea: '340402901201', guidingUnit: 'agriculture', contactPerson: 'host-jia', attachments: [photo] };

    const { status, body } = await portal.call<CaseView & Refusal>(host, 'POST', '/api/cases', { answers }, { 'idempotency-key': 'datong-1' });

    expect([status, body.problems]).toEqual([200, []]);
    expect(body.state.answers).toMatchObject({ siteArea: '340402901201', guidingUnit: 'agriculture', attachments: [{ id: file.id }] });
    const open = async (who: string): Promise<number> => (await portal.app.request(`http://portal.test/api/cases/${body.state.id}/files/${file.id}`, { headers: { host: 'portal.test', cookie: `identity=${who}` } })).status;
    expect([await open(officer), await open('host-ding'), await open('resident-jia')]).toEqual([200, 404, 404]);
  });
});
