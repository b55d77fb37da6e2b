/// <reference types="vite/client" />
import type { SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, newSchemeTexts } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { cityTexts, districtTexts, overCity } from '../../test/changed-base.js';
import { editedTexts } from '../../test/edited-scheme.js';
import '../define/cobuild-scheme-editor.js';
import type { CobuildSchemeEditor } from './cobuild-scheme-editor.js';

const texts = import.meta.glob<string>(['../../../../examples/schemes/gaoming/**/*.json', '../../../../examples/schemes/{gaoming-demo,nanhai-matters,four-discussions,qianjiang-innovation,qianjiang-innovation-demo}/**/*.json'], { query: '?raw', import: 'default', eager: true });
const folder = (name: string, prefix = ''): SchemeTexts => Object.fromEntries(Object.entries(texts).flatMap(([path, text]) => (path.includes(`/schemes/${name}/`) ? [[prefix + (path.split(`/schemes/${name}/`)[1] ?? ''), text]] : [])));
const gaoming = { files: folder('gaoming-demo'), base: folder('gaoming', '../gaoming/') };

const qianjiang = folder('qianjiang-innovation');

/** The steps of a project with one more question, which no form asks yet. */
function withNewerSteps(): SchemeTexts {
  const [path, scheme] = ['definitions/steps.v1.json', 'scheme.json'];
  const newer = (qianjiang[path] ?? '').replace('"steps-v1"', '"steps-v2"').replace('"steps/v1"', '"steps/v2"').replace('"dueOn": {', '"leader": { "type": "string", "title": "负责人", "maxLength": 20 },\n        "dueOn": {');
  return { ...qianjiang, 'definitions/steps.v2.json': newer, [scheme]: (qianjiang[scheme] ?? '').replace(`{ "$file": "${path}" }`, `{ "$file": "${path}" }, { "$file": "definitions/steps.v2.json" }`) };
}

/** Use it for whoever makes or changes a scheme: the files of its folder go in, and come back with nothing changed but what was meant. */
const meta: Meta<CobuildSchemeEditor> = {
  title: 'Administration/cobuild-scheme-editor',
  component: 'cobuild-scheme-editor',
  tags: ['autodocs'],
  args: { ...gaoming, place: '', lang: 'zh-CN' },
  render: ({ files, base, place, lang, templates = [], usage, versions = [], reviewedBase, readonly = false }) => html`<cobuild-scheme-editor lang=${lang} .files=${files} .base=${base} .templates=${templates} .usage=${usage} .versions=${versions} .reviewedBase=${reviewedBase} .place=${place} ?readonly=${readonly} @cobuild-save=${fn()} @cobuild-change=${fn()} @cobuild-publish=${fn()}></cobuild-scheme-editor>`,
};
export default meta;

type Story = StoryObj<CobuildSchemeEditor>;

/** The demonstration of Gaoming, an overlay: what is changed is said in it, and the scheme below stays as it is. */
export const Playground: Story = {};

/** Nothing is open: a new scheme, or one that begins as another. */
export const Overview: Story = { args: { files: {}, base: {}, templates: [{ title: '高明区农村党群共建专项资金（演示）', ...gaoming }, { title: '村道照明资金', files: newSchemeTexts('lights', '村道照明资金') }] } };

export const Anatomy: Story = anatomyStory('cobuild-scheme-editor', meta, { args: { files: editedTexts(), base: {}, place: '/eligibility/rules/0' }, missing: ['offer'] });

/** A rule with its sentence beside it. */
export const Rule: Story = { args: { place: '/eligibility/rules/2' } };

/** A decision table as a grid: the cell with the focus stands below it in full. */
export const Table: Story = { args: { files: folder('nanhai-matters'), base: folder('four-discussions', '../four-discussions/'), place: '/decisionTables/0' } };

/** What is pasted is refused cell by cell: nothing has changed until somebody takes the good cells. */
export const PastedRubbish: Story = {
  args: Table.args ?? {},
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cobuild-scheme-editor');
    await element?.updateComplete;
    const cell = element?.shadowRoot?.querySelector<HTMLElement>('.grid [data-row="0"][data-column="3"]');
    cell?.focus();
    await element?.updateComplete;
    const data = new DataTransfer();
    data.setData('text/plain', '很多\t村民会议\n10-20\t村民会议');
    cell?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  },
};

/** A score card says what its weights come to. */
export const ScoreCard: Story = { args: { files: folder('qianjiang-innovation-demo'), base: folder('qianjiang-innovation', '../qianjiang-innovation/'), place: '/scoring' } };

/** Stages as a picture and as a list, with the same commands. */
export const Stages: Story = { args: { place: '/stages' } };

/** A parameter that the base lets a district raise only: what both say, and the way back. */
export const GuardRails: Story = { args: { place: '/parameters/fundPerYearMinimum' } };

/** Fields in their sections. */
export const Form: Story = { args: { place: '/forms/0' } };

/** A form and the settings of one of its fields; what can be asked is dragged in from the left. */
export const Field: Story = {
  args: { place: '/forms/0' },
  play: ({ canvasElement }) => canvasElement.querySelector('cobuild-scheme-editor')?.shadowRoot?.querySelector<HTMLElement>('[data-field="/category"] .link')?.click(),
};

/** What several forms ask alike: each definition with the forms that use it, and those that come with the product. */
export const SharedDefinitions: Story = { args: { files: qianjiang, base: {}, place: '/definitions' } };

/** A question that is drawn from a shared definition: where it comes from, and what a newer version would change before the form takes it. */
export const NewerDefinition: Story = {
  args: { files: withNewerSteps(), base: {}, place: '/forms/0' },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cobuild-scheme-editor');
    await element?.updateComplete;
    element?.shadowRoot?.querySelector<HTMLElement>('[data-row="field /steps"]')?.click();
    await element?.updateComplete;
    element?.shadowRoot?.querySelector<HTMLElement>('.take-version')?.click();
    await element?.updateComplete;
    await expect(element?.shadowRoot?.querySelector('.taking')?.textContent).toContain('负责人');
  },
};

/** Fields against roles: who sees which answer in which stage, and what the public is shown. */
export const WhoSeesWhat: Story = {
  args: { place: '/forms/0' },
  play: ({ canvasElement }) => canvasElement.querySelector('cobuild-scheme-editor')?.shadowRoot?.querySelector<HTMLElement>('.views .button:nth-child(2)')?.click(),
};

/** The real form with sample answers, or the answers as any role sees them. */
export const Preview: Story = {
  args: { place: '/forms/0' },
  play: ({ canvasElement }) => canvasElement.querySelector('cobuild-scheme-editor')?.shadowRoot?.querySelector<HTMLElement>('.faces .button:nth-child(3)')?.click(),
};

/** What the source does not state is left open, and listed. */
export const Undecided: Story = { args: { files: editedTexts(), base: {}, place: '/thresholds/0' } };

/** The JSON as its author wrote it. */
export const Source: Story = {
  args: { files: editedTexts(), base: {} },
  play: ({ canvasElement }) => canvasElement.querySelector('cobuild-scheme-editor')?.shadowRoot?.querySelector<HTMLElement>('.faces .button:nth-child(2)')?.click(),
};

/** A mistake: the place, the sentence, and the way to it. */
export const Broken: Story = { args: { files: { ...editedTexts(), 'forms/application.json': '{ "id": "application", ' }, base: {} } };

/** Before a version is published: what becomes of the applications that are being filled in, of those that are being handled, and of the batches. */
export const Publish: Story = {
  args: { ...gaoming, files: { ...gaoming.files, 'scheme.json': (gaoming.files['scheme.json'] ?? '').replace('"version": "2.0.0"', '"version": "2.1.0"') }, usage: {
    usedVersions: ['1.0.0', '2.0.0'], current: { version: '2.0.0' }, drafts: 12, returned: 2, cases: [{ version: '2.0.0', count: 30 }, { version: '1.0.0', count: 3 }], batches: [{ title: '2026年第一批', version: '2.0.0' }],
  } },
  play: ({ canvasElement }) => [...(canvasElement.querySelector('cobuild-scheme-editor')?.shadowRoot?.querySelectorAll<HTMLElement>('.toolbar .button') ?? [])].pop()?.click(),
};

/** The city's scheme, which this one extends, has changed: what clashes with the district's own words, what is gone, and what comes through by itself. */
export const ChangedBase: Story = {
  args: { files: districtTexts(), base: overCity('now'), reviewedBase: createSchemeDraft(cityTexts('before')).document },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cobuild-scheme-editor');
    await element?.updateComplete;
    element?.shadowRoot?.querySelector<HTMLElement>('.canvas .notice-box .button')?.click();
  },
};

/** A section that the base keeps, with its lock and the reason; the one below it may be taken away. */
export const Locks: Story = {
  args: { files: { 'scheme.json': districtTexts()['scheme.json'] ?? '' }, base: overCity('locked'), place: '/forms/0' },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cobuild-scheme-editor');
    await element?.updateComplete;
    element?.shadowRoot?.querySelector<HTMLElement>('.part-head .link')?.click();
  },
};

/** Somebody else saved the scheme while one's own changes were not saved yet: both differences are shown, nothing is lost. */
export const Conflict: Story = {
  args: { files: editedTexts(), base: {}, place: '/parameters/minHouseholds' },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cobuild-scheme-editor');
    await element?.updateComplete;
    const value = element?.shadowRoot?.querySelector<HTMLInputElement>('[data-pointer="/parameters/minHouseholds/value"] input');
    if (!element || !value) return;
    value.value = '30';
    value.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    element.files = { ...editedTexts(), 'scheme.json': (editedTexts()['scheme.json'] ?? '').replace('村道照明资金', '村道照明专项资金') };
    await element.updateComplete;
    element.shadowRoot?.querySelector<HTMLElement>('.offer .button:nth-child(2)')?.click();
  },
};

const versionScheme = (minHouseholds: number): unknown => {
  const draft = createSchemeDraft(editedTexts());
  draft.change({ kind: 'set', pointer: '/parameters/minHouseholds/value', value: minHouseholds });
  return draft.document;
};

/** What was published, and what differs between any two. */
export const Versions: Story = {
  args: {
    files: editedTexts(), base: {},
    versions: [
      { version: '1.1.0', hash: 'b', publishedAt: '2026-03-05T10:32:00+08:00', publishedBy: '谭主任', active: true, read: () => Promise.resolve(versionScheme(10)) },
      { version: '1.0.0', hash: 'a', publishedAt: '2025-09-01T09:00:00+08:00', active: false, read: () => Promise.resolve(versionScheme(5)) },
    ],
  },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cobuild-scheme-editor');
    await element?.updateComplete;
    element?.shadowRoot?.querySelector<HTMLElement>('.faces .button:nth-child(4)')?.click();
  },
};

export const ReadOnly: Story = { args: { readonly: true } };
export const English: Story = { args: { lang: 'en', files: editedTexts(), base: {}, place: '/eligibility/rules/0' } };
