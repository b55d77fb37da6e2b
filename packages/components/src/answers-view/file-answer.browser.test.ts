import type { FormDefinition } from '@cobuild/core';
import type { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import { mount } from '../../test/mount.js';
import '../define/all.js';
import type { FieldHosts } from '../hosts/field-hosts.js';

const definition: FormDefinition = {
  id: 'files', title: { 'zh-CN': '材料' }, schema: { type: 'object', properties: { photos: { type: 'array' } } },
  fields: { '/photos': { title: { 'zh-CN': '现场照片' }, record: { attachments: {} } } },
};
const file = (id: string, scan = 'clean') => ({ id, name: `${id}.png`, size: 2048, type: 'image/png', hash: 'a'.repeat(64), scan, uploadedAt: '2026-03-05T01:00:00Z' });
const value = { photos: [file('one'), file('two', 'quarantined')] };
const lending = (link: (id: string) => string | undefined): FieldHosts => ({ files: { upload: () => { throw new Error('Nothing is sent from here'); }, link } });
const linksOf = (element: LitElement): (string | null)[] => [...element.renderRoot.querySelectorAll('.answer-files a')].map((link) => link.getAttribute('href'));
const open = (tag: string, hosts: FieldHosts | undefined, more: object = {}): Promise<LitElement> => mount<LitElement>(tag, { definition, value, hosts, ...more } as object);

describe('files among answers', () => {
  it.each([['cobuild-answers', {}], ['cobuild-form', { mode: 'review' }]])('are opened in %s %j where the page lends a place for them, unless they are held back', async (tag, more) => {
    const element = await open(tag, lending((id) => `/files/${id}`), more);

    await expect.poll(() => linksOf(element)).toEqual(['/files/one']);
    expect(element.renderRoot.textContent).toMatch(/two\.png[\s\S]*隔离/);
  });

  it('are named on paper, and where the page lends nothing or allows nothing', async () => {
    const elements = [await open('cobuild-answers', undefined), await open('cobuild-answers', lending(() => undefined)), await open('cobuild-answers', lending((id) => `/files/${id}`), { view: 'print' })];

    expect(elements.map(linksOf)).toEqual([[], [], []]);
    for (const element of elements) expect(element.renderRoot.textContent).toContain('one.png');
  });

  it('are not opened by a link that is a script', async () => {
    expect(linksOf(await open('cobuild-answers', lending(() => 'javascript:alert(1)')))).toEqual([]);
  });

  it('that are no files at all are said as they are', async () => {
    const element = await open('cobuild-answers', lending((id) => `/files/${id}`), { value: { photos: ['one.png'] } });

    expect([linksOf(element), element.renderRoot.textContent?.includes('现场照片')]).toEqual([[], true]);
  });
});
