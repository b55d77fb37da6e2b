import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { resolveParameters } from '@cobuild/core';
import type { Locale } from '@cobuild/core';
import type { PublicNotice } from '@cobuild/rules';
import { buildNotice } from '@cobuild/rules';
import { html } from 'lit';
import { expect, fn } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-notice.js';
import type { CobuildNotice } from './cobuild-notice.js';

const scheme = resolveParameters(gaomingDemo);
const published = (path: string, postedOn: string): GaomingPlay => new GaomingPlay(undefined, path).toPublicity().publish(postedOn);

function notice(today: string, plays: readonly GaomingPlay[], locale: Locale = 'zh-CN'): PublicNotice | undefined {
  const definition = scheme.publicity?.notices[0];
  // Cases of a portal have ids of their own; played ones share theirs.
  return definition && buildNotice(scheme, definition, plays.map(({ state }, index) => ({ ...state, id: `GM-2026-00${index + 1}` })), today, locale).notice;
}

/** The same list from an office that takes objections without a name. */
function anonymous(given: PublicNotice | undefined): PublicNotice | undefined {
  if (given === undefined) return undefined;
  const { objectorNamed: _, objectionTerms: _terms, ...rest } = given;
  return rest;
}

const station = published('../gaoming/cases/service-station.json', '2026-03-06');
const lectures = published('cases/06-approved.json', '2026-03-06');

/** Use it where a result is made public: on a phone as cards, on paper as an official notice, with both days and how to object. */
const meta: Meta<CobuildNotice> = {
  title: 'Public/cobuild-notice',
  component: 'cobuild-notice',
  tags: ['autodocs'],
  args: { notice: notice('2026-03-10', [station, lectures]), objections: false, lang: 'zh-CN' },
  render: ({ notice: shown, objections, lang, largeText = false }) => html`<cobuild-notice lang=${lang} ?objections=${objections} ?large-text=${largeText} .notice=${shown} @cobuild-object=${fn()}></cobuild-notice>`,
};
export default meta;

type Story = StoryObj<CobuildNotice>;

export const Playground: Story = {};

/** While it is posted: both days, how to object, and one item that waits for the answer to an objection. */
export const Overview: Story = { args: { objections: true, notice: notice('2026-03-10', [published('../gaoming/cases/service-station.json', '2026-03-06').act('objectionRaised', { objection: 'o1', text: '门牌号不一致。', contact: '梁先生 13800138000' }, { id: 'p', role: 'public' }), lectures]) } };

export const Anatomy: Story = anatomyStory('cobuild-notice', meta);
export const WithObjections: Story = { args: { objections: true } };

/** Whoever objects here gives a name; it is asked for in the form, and goes to the office alone. */
export const NamedObjection: Story = {
  args: { objections: true },
  play: async ({ canvasElement, step }) => {
    const notice = canvasElement.querySelector('cobuild-notice') as CobuildNotice;
    await step('asks for the name as well as the text', async () => {
      await notice.updateComplete;
      notice.renderRoot.querySelector<HTMLButtonElement>('[id^="object-"]')?.click();
      await notice.updateComplete;
      const form = notice.renderRoot.querySelector<HTMLFormElement>('form.objection');
      form?.requestSubmit();
      await notice.updateComplete;
      await expect(form?.textContent).toContain('请填写姓名和联系方式');
    });
  },
};

/** Elsewhere the name may be left out. */
export const AnonymousObjection: Story = { args: { objections: true, notice: anonymous(notice('2026-03-10', [station, lectures])) } };

/** An item with an objection waits; the others go on. */
export const ObjectionPending: Story = {
  args: { notice: notice('2026-03-10', [published('../gaoming/cases/service-station.json', '2026-03-06').act('objectionRaised', { objection: 'o1', text: '门牌号不一致。', contact: '梁先生 13800138000' }, { id: 'p', role: 'public' }), lectures]) },
};

export const Over: Story = { args: { notice: notice('2026-03-16', [station, lectures]) } };

const long = notice('2026-03-10', Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? station : lectures)));

/** A long list can be searched; paper has the whole of it. */
export const LongList: Story = { args: { ...(long === undefined ? {} : { notice: long }) } };

/** On a phone it comes in pages of cards that open. */
export const LongListOnAPhone: Story = { args: LongList.args ?? {}, globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const Empty: Story = { args: { notice: notice('2026-03-10', []) } };
export const LargeText: Story = { args: { largeText: true } };
export const English: Story = { args: { lang: 'en', objections: true, notice: notice('2026-03-10', [station, lectures], 'en') } };
