import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { publicStation } from '../../../../.storybook/commented-projects.js';
import { opensEntryForm } from '../../../../.storybook/entry-form.js';
import '../define/cobuild-disclosure.js';
import type { CobuildDisclosure } from './cobuild-disclosure.js';

const station = publicStation();

/** Stands where a page has the address of a photo. */
const drawing = (text: string): string => `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="120" fill="#dbe4ee"/><text x="80" y="66" text-anchor="middle" font-size="20" fill="#1f3a5f">${text}</text></svg>`)}`;

/** Use it where residents look at how projects go, without signing in. What is said here is invented. */
const meta: Meta<CobuildDisclosure> = {
  title: 'Projects/cobuild-disclosure',
  component: 'cobuild-disclosure',
  tags: ['autodocs'],
  args: { projects: [station] },
  render: (args) => html`<cobuild-disclosure lang=${args.lang ?? 'zh-CN'} .projects=${args.projects} .photoUrl=${args.photoUrl} .problems=${args.problems ?? []} ?busy=${args.busy}></cobuild-disclosure>`,
};
export default meta;

type Story = StoryObj<CobuildDisclosure>;

export const Playground: Story = {};

/** Several projects, each with its progress, money and comments. */
export const Overview: Story = { args: { projects: [station, { ...station, id: 'GM-2', comments: [], reports: [] }] } };

/** Projects, photos and comments are parts. */
export const Anatomy: Story = {};

/** A report with photos that the scheme names (`supervision.disclosure.photos`); the page gives the address of each. */
export const Photos: Story = {
  args: {
    projects: [{ ...station, reports: [{ title: { 'zh-CN': '季度报告', en: 'Quarterly report' }, period: '2026-04-01/2026-06-30', acceptedOn: '2026-07-06', cells: [], photos: [{ id: 'before', label: '现场照片' }, { id: 'after', label: '现场照片' }] }] }],
    photoUrl: (_, photo) => drawing(photo === 'before' ? '施工前' : '完工后'),
  },
};

/** A scheme that takes no comments. */
export const WithoutComments: Story = { args: { projects: [(({ comments: _, commenting: __, ...rest }) => rest)(station)] } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { projects: [] } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** A comment has a text; the name may be left out. */
export const Behaviour: Story = { tags: ['!autodocs'], play: opensEntryForm('cobuild-disclosure', '[id^="comment-"]', 1) };
