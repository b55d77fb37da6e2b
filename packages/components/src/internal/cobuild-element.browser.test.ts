import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { mount, mountMarkup } from '../../test/mount.js';
import { CobuildElement } from './cobuild-element.js';
import { define } from './define.js';

class Inner extends CobuildElement {
  protected override render(): TemplateResult {
    return html`<p class="word">${this.words.submit}</p>`;
  }
}
class Outer extends CobuildElement {
  protected override render(): TemplateResult {
    return html`<cobuild-test-inner></cobuild-test-inner>`;
  }
}
define('cobuild-test-inner', Inner);
define('cobuild-test-outer', Outer);

const primary = (element: Element): string => getComputedStyle(element).getPropertyValue('--cb-primary').trim();
const innerOf = (outer: Outer): Inner => outer.renderRoot.querySelector('cobuild-test-inner') as Inner;

describe('CobuildElement', () => {
  it.each([
    ['', '提交'],
    ['lang="zh-CN"', '提交'],
    ['lang="en-GB"', 'Submit'],
    ['lang="fr"', '提交'],
  ])('with %s says %s', async (attribute, word) => {
    const box = await mountMarkup(`<div ${attribute}><cobuild-test-inner></cobuild-test-inner></div>`);

    expect(box.querySelector('cobuild-test-inner')?.shadowRoot?.querySelector('.word')?.textContent).toBe(word);
  });

  it('takes language, theme and text size from the element around it', async () => {
    const outer = await mount<Outer>('cobuild-test-outer', { lang: 'en', theme: 'neutral', largeText: true });
    const inner = innerOf(outer);
    await inner.updateComplete;

    expect(inner.locale).toBe('en');
    expect(primary(inner)).toBe(primary(outer));
    expect(getComputedStyle(inner).fontSize).toBe('20px');
  });

  it('follows when an ancestor changes', async () => {
    const outer = await mount<Outer>('cobuild-test-outer', {});
    const inner = innerOf(outer);
    const before = primary(inner);

    outer.theme = 'high-contrast';

    await vi.waitFor(() => expect(primary(inner)).not.toBe(before));
  });

  it('lets the page set a token', async () => {
    const box = await mountMarkup('<div class="page"><cobuild-test-inner></cobuild-test-inner></div>');
    box.querySelector<HTMLElement>('.page')?.style.setProperty('--cobuild-primary', '#005500');

    expect(primary(box.querySelector('cobuild-test-inner') as Element)).toBe('#005500');
  });

  it('keeps the text settings of the page outside', async () => {
    const box = await mountMarkup('<div class="page"><cobuild-test-inner></cobuild-test-inner></div>');
    Object.assign(box.querySelector<HTMLElement>('.page')?.style ?? {}, { textTransform: 'uppercase', letterSpacing: '1em', lineHeight: '1', textAlign: 'right' });
    const { textTransform, letterSpacing, textAlign } = getComputedStyle(box.querySelector('cobuild-test-inner') as Element);

    expect([textTransform, letterSpacing, textAlign]).toEqual(['none', 'normal', 'start']);
  });

  it('names a document that was written into an attribute, and a child script that no element reads', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await mountMarkup('<cobuild-test-inner schema="{}"><script type="application/json" data-part="shcema">{}</script></cobuild-test-inner>');

    await vi.waitFor(() => expect(warn.mock.calls.map(([text]: readonly unknown[]) => String(text))).toEqual([
      expect.stringContaining('element/unknown-part: <cobuild-test-inner> reads no data-part="shcema"; known: scheme, schema,'),
      expect.stringContaining('element/not-an-attribute: <cobuild-test-inner schema>: "schema" is a property'),
    ]));
    warn.mockRestore();
  });

  it('warns once of an unknown theme and uses the default', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const usual = await mount<Inner>('cobuild-test-inner', {});
    const odd = await mount<Inner>('cobuild-test-inner', { theme: 'purple' });
    odd.lang = 'en';
    await odd.updateComplete;

    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1));
    expect(primary(odd)).toBe(primary(usual));
    warn.mockRestore();
  });

  it('warns once of a language that it does not have, and of one that is written as locale, and speaks Chinese', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const box = await mountMarkup('<div lang="ja"><cobuild-test-inner></cobuild-test-inner><cobuild-test-inner></cobuild-test-inner></div><cobuild-test-inner lang="zh-Hans"></cobuild-test-inner><cobuild-test-inner lang="en-GB"></cobuild-test-inner><cobuild-test-inner lang=""></cobuild-test-inner><cobuild-test-inner locale="en"></cobuild-test-inner>');

    await vi.waitFor(() => expect(warn.mock.calls.map(([text]: readonly unknown[]) => String(text))).toEqual([
      '[cobuild] element/unknown-language: lang="ja"; known: zh-CN, en; Chinese is shown',
      '[cobuild] element/not-an-attribute: <cobuild-test-inner locale>: write lang="en"',
    ]));
    expect([...box.querySelectorAll<Inner>('cobuild-test-inner')].map(({ locale }) => locale)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'en', 'zh-CN', 'zh-CN']);
    warn.mockRestore();
  });

  it('is registered once, however often the bundle is loaded', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

    define('cobuild-test-inner', class extends CobuildElement {});

    expect(customElements.get('cobuild-test-inner')).toBe(Inner);
    warn.mockRestore();
  });
});
