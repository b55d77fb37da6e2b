import type { Case } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { gaomingCase, gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-ranking.js';
import type { CobuildRanking } from './cobuild-ranking.js';

const files = ['06-approved', '05-thirteen-of-24', '09-quorum-exactly', '19-all-from-the-fund', '20-odd-amount', '02-returned', '07-exactly-half'];
const cases: readonly Case[] = files.map((name) => gaomingCase(`cases/${name}.json`));
/** Wages are not paid from this money. */
const withoutPart: readonly Case[] = cases.slice(1, 2).map((each) => ({ ...each, id: 'no-part', answers: { ...each.answers, negativeUses: ['wages'] } }));

/** Two are equal, and who of them is asked for first decides who gets the last money. */
const stillOpen: Partial<CobuildRanking> = { scheme: { ...gaomingDemo, allocation: { ...gaomingDemo.allocation, ties: [{ by: 'ask' }] } }, cases: [cases[0], { ...cases[0], id: 'equal' }].filter((each): each is Case => each !== undefined), batch: { pool: 60000 } };

/** Use it where a batch shares a pot: who is funded, who waits, and which cap binds. Amounts are invented. */
const meta: Meta<CobuildRanking> = {
  title: 'Decision/cobuild-ranking',
  component: 'cobuild-ranking',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, cases, batch: { pool: 300000 } },
  render: (args) => html`<cobuild-ranking lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .cases=${args.cases} .batch=${args.batch} .result=${args.result}></cobuild-ranking>`,
};
export default meta;

type Story = StoryObj<CobuildRanking>;

/** The money does not reach everybody: the line lies where it ends, and the next ones wait. */
export const Playground: Story = {};

/** A batch in which the money reaches most, and somebody takes no part. */
export const Overview: Story = { args: { batch: { pool: 200000 }, cases: [...cases, ...withoutPart] } };

/** Figures, what is still open, the projects in order, and those that take no part. */
export const Anatomy: Story = anatomyStory('cobuild-ranking', meta, { args: { ...stillOpen, cases: [...(stillOpen.cases ?? []), ...withoutPart] } });

export const EnoughForAll: Story = { args: { batch: { pool: 1000000 } } };

export const NotEvenTheFirst: Story = { args: { batch: { pool: 1000 } } };

/** Equals whose order decides who gets the last money: said before the results that hang on it. */
export const StillOpen: Story = { args: stillOpen };

export const English: Story = { args: { lang: 'en' } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** Before anybody has said how much there is. */
export const WithoutMoney: Story = { args: { batch: undefined } };

export const Nothing: Story = { render: () => html`<cobuild-ranking></cobuild-ranking>` };
