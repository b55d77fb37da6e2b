import type { Notice, Scheme, Terms } from '@cobuild/core';
import { wordTables } from '@cobuild/core';
import { buildNotice } from '@cobuild/rules';
import type { LitElement, TemplateResult } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import '../src/define/all.js';
import { CobuildElement } from '../src/internal/cobuild-element.js';
import { everyDocument } from './every-document.js';
import { mount } from './mount.js';
import { GaomingPlay, clerk, memberIds } from '../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingDemo } from '../../../.storybook/gaoming.js';

const USUAL = { 'zh-CN': '镇街', en: 'town' } as const;
const OWN = { 'zh-CN': '乡镇', en: 'parish' } as const;
const terms: Terms = { town: OWN };
const locales = ['zh-CN', 'en'] as const;

/** Everything that an element shows or says to readers. */
function saidBy(root: ParentNode): string[] {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
  return Array.from(root.querySelectorAll('*')).flatMap((element) => [
    ...Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '')),
    ...attributes.map((name) => element.getAttribute(name) ?? ''),
    ...(element.shadowRoot ? saidBy(element.shadowRoot) : []),
  ]);
}

/** What a document says itself may hold the usual word; it is left out, so that what remains is ours. */
function withoutUsual<T>(document: T): T {
  if (typeof document === 'string') return document.split('镇街').join('某处').replace(/\btown(s?)\b/gi, 'place$1') as T & string;
  if (Array.isArray(document)) return document.map(withoutUsual) as T;
  if (typeof document === 'object' && document !== null && Object.getPrototypeOf(document) === Object.prototype) return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, isWord(key) && !isOfThings(value) ? value : withoutUsual(value)])) as T;
  return document;
}
/** Parts that elements and rules read by name. */
const isWord = (key: string): boolean => ['town', 'id', 'fact', 'path', 'level', 'levels'].includes(key);

/** Levels by their names are words; levels with titles of their own are said by the scheme. */
const isOfThings = (value: unknown): boolean => Array.isArray(value) && value.some((item) => typeof item === 'object');

describe.each(locales)('row 97: the terms of a scheme in %s', (lang) => {
  it.each(everyDocument.map(({ tag, documents, rest }, index) => ({ name: `${tag} ${index}`, tag, properties: { ...rest, ...documents } })))('stand in everything that $name shows', async ({ tag, properties }) => {
    const { scheme, ...others } = withoutUsual<{ readonly scheme?: Scheme }>(properties);
    const own = scheme === undefined ? { ...others, terms } : { ...others, scheme: { ...scheme, terms } };
    const element = await mount<LitElement>(tag, { lang, ...own });
    // The code for drafts comes with the first storage.
    await vi.waitFor(() => expect(saidBy(element.renderRoot).join('').trim()).not.toBe(''));

    // A question without a title is called by its property's name.
    const said = saidBy(element.renderRoot).filter((text) => text !== 'town');
    expect(said.filter((text) => new RegExp(lang === 'en' ? '\\btowns?\\b' : '镇街', 'i').test(text))).toEqual([]);
  });

  it('stand where the usual word would: a member from the applicant’s town', async () => {
    const state = new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).state;
    const members = committee.map((member) => ({ ...member, town: state.applicant.town ?? 'hecheng' }));
    const show = async (scheme: Scheme): Promise<string> => saidBy((await mount<LitElement>('cobuild-meeting', { lang, scheme, state: { ...state, meeting: undefined }, members, actor: clerk } as object)).renderRoot).join(' ');

    const usual = await show(withoutUsual(gaomingDemo));
    const own = await show({ ...withoutUsual(gaomingDemo), terms });

    expect([usual.includes(USUAL[lang]), own.includes(OWN[lang]), own.includes(USUAL[lang])]).toEqual([true, true, false]);
  });

  it('come with a notice, which has no scheme beside it', async () => {
    const own: Terms = { 公示单位: { 'zh-CN': '张榜单位' }, 'Issued by': { 'zh-CN': '', en: 'Posted by' } };
    const [definition] = gaomingDemo.publicity?.notices ?? [];
    const { notice } = buildNotice({ ...gaomingDemo, terms: own }, definition as Notice, [], '2026-03-10', lang);
    const element = await mount<LitElement>('cobuild-notice', { lang, notice } as object);

    expect(saidBy(element.renderRoot)).toContain(lang === 'en' ? 'Posted by' : '张榜单位');
  });

  it('hold in the form of a review, also for what it says when somebody sends it', async () => {
    const own: Terms = { 请: { 'zh-CN': '烦请' }, Enter: { 'zh-CN': '', en: 'Kindly enter' }, Answer: { 'zh-CN': '', en: 'Kindly answer' }, Choose: { 'zh-CN': '', en: 'Kindly choose' } };
    const element = await mount<LitElement>('cobuild-review', { lang, scheme: { ...gaomingDemo, terms: own }, state: new GaomingPlay().submit().state, actor: actor('reviewer-hecheng'), today: '2026-03-06' } as object);
    const inner = element.renderRoot.querySelector('cobuild-form') as LitElement;
    await inner.updateComplete;
    (inner as unknown as { reportValidity(): boolean }).reportValidity();
    await inner.updateComplete;

    expect(saidBy(inner.renderRoot).filter((text) => /烦请|Kindly/.test(text))).not.toEqual([]);
  });

  it('leave the words of documents as they are', async () => {
    const form = await mount<LitElement>('cobuild-form', { lang, terms, schema: { type: 'object', required: ['a'], properties: { a: { type: 'string', title: `${USUAL[lang]} ×` } } } } as object);
    (form as unknown as { reportValidity(): boolean }).reportValidity();
    await form.updateComplete;

    expect(saidBy(form.renderRoot).filter((text) => text.includes(`${USUAL[lang]} ×`))).toHaveLength(3);
  });
});

describe('words that an element says', () => {
  const speech = wordTables({ 'zh-CN': '送镇街', en: 'to the town' });
  class SpeakingElement extends CobuildElement {
    static override properties = { scheme: { attribute: false } };
    scheme: Scheme | undefined;
    protected override render(): TemplateResult | string {
      return this.wordsOf(speech);
    }
  }
  customElements.define('cobuild-speaking', SpeakingElement);

  it('are the usual ones again when the scheme is another', async () => {
    const element = await mount<SpeakingElement>('cobuild-speaking', { scheme: { ...gaomingDemo, terms } });
    const own = element.renderRoot.textContent;
    element.scheme = gaomingDemo;
    await element.updateComplete;

    expect([own, element.renderRoot.textContent]).toEqual(['送乡镇', '送镇街']);
  });
});
