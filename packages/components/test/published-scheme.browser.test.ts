import { buildPublished } from '@cobuild/core';
import type { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import '../src/define/all.js';
import { gaomingDemo } from '../../../.storybook/gaoming.js';
import { everyDocument } from './every-document.js';
import { mount } from './mount.js';

const published = buildPublished(gaomingDemo, { calendarVersion: '2026.1', publishedAt: '2026-03-01T09:00:00+08:00' });
const takers = everyDocument.filter(({ documents }) => 'scheme' in documents);

const textOf = (element: LitElement): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

/** Both may say more once what they need has been loaded. */
async function same(element: LitElement, plain: LitElement): Promise<void> {
  await expect.poll(() => textOf(element) === textOf(plain)).toBe(true);
}

describe.each(takers)('$tag', ({ tag, documents, rest = {} }) => {
  const others = { ...rest, ...Object.fromEntries(Object.entries(documents).filter(([name]) => name !== 'scheme')) };

  it('takes a published file where it takes a scheme', async () => {
    const plain = await mount<LitElement>(tag, { ...others, scheme: gaomingDemo } as object);
    const file = await mount<LitElement>(tag, { ...others, scheme: published } as object);

    await same(file, plain);
    expect(file.shadowRoot?.querySelector('.notice-box.danger .box-title')?.textContent ?? '').not.toContain('暂时无法显示');
  });

  it.each([['a scheme', gaomingDemo], ['a published file', published]])('reads %s from a child script', async (_, document) => {
    const plain = await mount<LitElement>(tag, { ...others, scheme: gaomingDemo } as object);
    const element = await mount<LitElement>(tag, others);
    const script = Object.assign(window.document.createElement('script'), { type: 'application/json', textContent: JSON.stringify(document) });
    script.dataset['part'] = 'scheme';
    element.append(script);

    await same(element, plain);
  });
});
