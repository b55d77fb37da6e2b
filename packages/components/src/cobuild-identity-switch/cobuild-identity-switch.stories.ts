import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fn } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { identities } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-identity-switch.js';
import type { CobuildIdentitySwitch } from './cobuild-identity-switch.js';

/** Use it in demonstrations alone: a page that people sign in to has no use for it. */
const meta: Meta<CobuildIdentitySwitch> = {
  title: 'Demonstration/cobuild-identity-switch',
  component: 'cobuild-identity-switch',
  tags: ['autodocs'],
  args: { identities, current: 'reviewer-hecheng', lang: 'zh-CN' },
  render: ({ identities: people, current, lang }) => html`<cobuild-identity-switch lang=${lang} current=${current} .identities=${people} @cobuild-identity=${fn()}></cobuild-identity-switch>`,
};
export default meta;

type Story = StoryObj<CobuildIdentitySwitch>;

export const Playground: Story = {};

/** Everybody of the demonstration with what they are; the page hears of a choice by `cobuild-identity`. */
export const Overview: Story = { args: { current: 'committee-clerk' } };

export const Anatomy: Story = anatomyStory('cobuild-identity-switch', meta);

export const Nobody: Story = { args: { current: '' } };
export const English: Story = { args: { lang: 'en' } };
