import type { StoredDraft } from '@cobuild/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';

const village = 'secretary-heshun';
let portal: Portal;
beforeAll(async () => { portal = await openPortal(); }, 60_000);
afterAll(() => portal.close());

interface Saved { readonly savedAt?: string; readonly revision?: number; readonly conflict?: StoredDraft & { readonly id: string } }
const save = async (body: unknown, as = village) => portal.call<Saved>(as, 'PUT', '/api/drafts/d1', body);
const draft = { formatVersion: 1, form: { id: 'application', version: 1, hash: 'h' }, base: {}, titles: { '/projectName': '项目名称' } };

describe('drafts of the portal', () => {
  it('keep the form that was filled in, name who saved, and answer a stale save with the other version', async () => {
    expect((await save({ answers: { projectName: '甲' }, draft, revision: 0 })).body).toEqual({ savedAt: '2026-03-05T01:00:00.000Z', revision: 1 });
    expect((await save({ answers: { projectName: '乙' }, draft, revision: 1 })).body).toMatchObject({ revision: 2 });

    const stale = await save({ answers: { projectName: '丙' }, draft, revision: 1 });

    expect(stale.status).toBe(200);
    expect(stale.body).toMatchObject({ conflict: { answers: { projectName: '乙' }, revision: 2, form: draft.form, titles: draft.titles, author: { id: village } } });
    expect((await portal.call<{ drafts: StoredDraft[] }>(village, 'GET', '/api/drafts')).body.drafts.map(({ answers }) => answers)).toEqual([{ projectName: '乙' }]);
  });

  it('take answers from a page that counts no revisions, and leave out an account of the form that is none', async () => {
    expect((await save({ answers: { projectName: '丁' }, draft: { formatVersion: 7, aside: 'x' } })).body).toMatchObject({ revision: 3 });
    const { drafts } = (await portal.call<{ drafts: StoredDraft[] }>(village, 'GET', '/api/drafts')).body;
    expect(drafts[0]).not.toHaveProperty('aside');
  });

  it('say which returned application they complete', async () => {
    await portal.call<Saved>(village, 'PUT', '/api/drafts/returned-c1-2', { answers: { projectName: '戊' }, caseId: 'c1', revision: 0 });

    const { drafts } = (await portal.call<{ drafts: readonly { readonly id: string; readonly caseId?: string }[] }>(village, 'GET', '/api/drafts')).body;

    expect(drafts.find(({ id }) => id === 'returned-c1-2')?.caseId).toBe('c1');
    expect(drafts.find(({ id }) => id === 'd1')).not.toHaveProperty('caseId');
  });

  it('do not show or change those of another unit', async () => {
    expect((await save({ answers: {}, revision: 0 }, 'reviewer-hecheng')).status).toBe(403);
  });

  it('are of a scheme that is published', async () => {
    expect((await portal.call(village, 'PUT', '/api/drafts/d2?scheme=no-such-scheme', { answers: { projectName: '己' } })).status).toBe(404);
    expect((await portal.call<{ drafts: StoredDraft[] }>(village, 'GET', '/api/drafts?scheme=no-such-scheme')).body.drafts).toEqual([]);
  });
});
