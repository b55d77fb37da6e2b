import type { Applicant, Case } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { stationRemarks } from '../../../../.storybook/gaoming-states.js';
import { gaomingCase, gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-application.js';
import type { CobuildApplication } from './cobuild-application.js';

const station: Case = gaomingCase('../gaoming/cases/service-station.json');
const facts = { today: '2026-03-05' };
const applicant: Applicant = station.applicant;

const NONE: readonly string[] = [];

const draw = (properties: Partial<CobuildApplication>): ReturnType<typeof html> => html`<cobuild-application
  lang=${properties.lang ?? 'zh-CN'}
  .scheme=${properties.scheme}
  .applicant=${properties.applicant}
  .facts=${properties.facts}
  .value=${properties.value ?? {}}
  .drafts=${properties.drafts}
  .prefill=${properties.prefill}
  .returned=${properties.returned}
  .dealtWith=${properties.dealtWith ?? NONE}
  .receipt=${properties.receipt}
  .problems=${properties.problems ?? []}
  ?large-text=${properties.largeText ?? false}
></cobuild-application>`;

/** Use it for whoever applies: the form of the scheme step by step, the requirements beside it, the draft saved as one goes. Set `drafts`, or listen to `cobuild-draft`. */
const meta: Meta<CobuildApplication> = {
  title: 'Application/cobuild-application',
  component: 'cobuild-application',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, applicant, facts, value: {} },
  render: (args) => draw(args),
};
export default meta;

type Story = StoryObj<CobuildApplication>;

const element = (canvas: HTMLElement): CobuildApplication => canvas.querySelector('cobuild-application') as CobuildApplication;
const buttons = (application: CobuildApplication): HTMLElement[] => Array.from(application.renderRoot.querySelectorAll<HTMLElement>('.actions .button, .step-entry'));

/** Presses the button whose text begins so. */
async function press(application: CobuildApplication, label: string): Promise<void> {
  await application.updateComplete;
  const button = buttons(application).find((candidate) => candidate.textContent?.trim().replace(/\s+/g, ' ').includes(label));
  if (!button) throw new Error(`No button ${label}`);
  await userEvent.click(button);
  await application.updateComplete;
}

export const Playground: Story = {};

/** Half-way: the steps that are done, the question group that is open, and beside it how the requirements stand. */
export const Overview: Story = { args: { value: { ...station.answers, background: '', budget: { ...(station.answers['budget'] as object), requested: 260000 } } } };

/** Parts that a host styles. */
export const Anatomy: Story = anatomyStory('cobuild-application', meta, {
  args: { value: { projectName: station.answers['projectName'] } },
  missing: ['undo', 'pre-check', 'saved', 'merge', 'aside', 'prefilled', 'draft-file', 'returned', 'receipt'],
  prepare: (canvas) => press(element(canvas), '下一步'),
});

/** The real service-station project, complete and eligible. */
export const Filled: Story = { args: { value: station.answers } };

/** The last step: every answer, with a way back to each. */
export const Check: Story = {
  args: { value: station.answers },
  play: async ({ canvasElement }) => press(element(canvasElement), '检查并提交'),
};

/** A requirement that is not met says why, with the figures, and what would mend it. */
export const NotEligible: Story = {
  args: { value: { ...station.answers, budget: { ...(station.answers['budget'] as object), requested: 260000 }, category: 'other', categoryNote: '改造村口停车场', negativeUses: ['wages', 'debts'] } },
};

/** What is known already, here the applicant, does not meet the requirements: said before the first question. */
export const BeforeTheForm: Story = { args: { applicant: { id: 'gaoming', name: '高明区', level: 'district' } } };

/** Submitting an empty form lists every problem with the step it belongs to. */
export const Errors: Story = {
  play: async ({ canvasElement }) => {
    const application = element(canvasElement);
    await press(application, '检查并提交');
    await press(application, '提交申报');
    await expect(application.shadowRoot?.activeElement?.id).toBe('error-summary');
  },
};

export const StepWithErrors: Story = {
  args: { value: { ...station.answers, projectName: '', contactPhone: '123', background: '太短' } },
  play: async ({ canvasElement }) => press(element(canvasElement), '下一步'),
};

export const Returned: Story = {
  args: {
    value: station.answers,
    returned: { stage: 'preliminary', outcome: 'return', reason: '第二部分缺少轮值安排，请写清由谁负责；预算中的饮水设备请附报价。', by: 'reviewer-hecheng', at: '2026-03-12T10:00:00+08:00' },
  },
};

/** The review noted single answers: listed on top, with the way to each, and shown at the questions until they are mended. */
export const ReturnedWithRemarks: Story = {
  args: { value: station.answers, returned: { stage: 'preliminary', outcome: 'return', reason: '请按备注逐处补正。', remarks: [...stationRemarks], by: 'reviewer-hecheng', at: '2026-03-12T10:00:00+08:00' } },
  play: async ({ canvasElement, step }) => {
    const application = element(canvasElement);
    await application.updateComplete;
    await step('the list leads to the question on another step', async () => {
      await userEvent.click(application.renderRoot.querySelector('[data-remark="/budget"] a') as HTMLElement);
      await waitFor(() => expect(application.renderRoot.querySelector('.field-remark')?.textContent).toContain('请附两份报价'));
    });
    await step('one that is mended is marked as dealt with', async () => {
      await userEvent.click(application.renderRoot.querySelector('.field-remark input') as HTMLElement);
      await waitFor(() => expect(application.renderRoot.querySelector('.remarks-count')?.textContent).toContain('已处理 1 处'));
    });
  },
};

export const Submitted: Story = { args: { receipt: { caseId: 'GM-2026-0007', submittedAt: '2026-03-05T10:32:00+08:00' } } };

export const Saved: Story = {
  args: {
    drafts: {
      load: () => Promise.resolve({ answers: { projectName: '闲置公共用房改建暖心服务站', category: 'propertyService' }, savedAt: '2026-03-05T10:32:00+08:00' }),
      save: () => Promise.resolve({ savedAt: new Date().toISOString() }),
      remove: () => Promise.resolve(),
    },
  },
};

/** The connection is down: nothing is lost, saving goes on by itself. */
export const SaveFailed: Story = {
  args: { drafts: { load: () => Promise.resolve(undefined), save: () => Promise.reject(new Error('offline')), remove: () => Promise.resolve() } },
  play: async ({ canvasElement }) => {
    const application = element(canvasElement);
    await application.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const field = application.renderRoot.querySelector('input');
    if (field) await userEvent.type(field, '暖心服务站');
    await waitFor(() => expect(application.renderRoot.querySelector('[role=alert]')?.textContent).toContain('没有保存成功'), { timeout: 3000 });
  },
};

export const English: Story = { args: { value: { ...station.answers, budget: { ...(station.answers['budget'] as object), requested: 260000 } }, lang: 'en' } };

export const LargeText: Story = { args: { value: { projectName: station.answers['projectName'] }, largeText: true } };

export const OnAPhone: Story = { args: { value: { projectName: station.answers['projectName'] } }, globals: { viewport: { value: 'mobile1', isRotated: false } } };

export const WithoutScheme: Story = { render: () => html`<cobuild-application></cobuild-application>` };

/** Somebody else saved meanwhile: what both changed is chosen place by place, the rest is joined. */
export const TwoVersions: Story = {
  args: {
    drafts: {
      load: () => Promise.resolve({ answers: { projectName: '村口路灯', background: '现有路灯老旧。' }, savedAt: '2026-03-05T10:00:00+08:00', revision: 1 }),
      save: () => Promise.resolve({ conflict: { answers: { projectName: '村口与球场路灯', background: '现有路灯三十二盏，十一盏不亮。' }, savedAt: '2026-03-05T10:32:00+08:00', revision: 2, author: { id: 'li', name: '李四' } } }),
      remove: () => Promise.resolve(),
    },
  },
  play: async ({ canvasElement }) => {
    const application = element(canvasElement);
    await waitFor(() => expect(application.renderRoot.querySelector('input')).not.toBeNull());
    const field = application.renderRoot.querySelector('input');
    if (field) await userEvent.type(field, '二期');
    await waitFor(() => expect(application.renderRoot.querySelector('.merge')).not.toBeNull(), { timeout: 4000 });
  },
};

/** The form has changed since the draft was saved: answers without a place are named and kept. */
export const FormChanged: Story = {
  args: {
    drafts: {
      load: () =>
        Promise.resolve({
          formatVersion: 1, form: { id: 'application', version: 1, hash: 'earlier' }, base: {}, revision: 1, titles: { '/fax': '传真' },
          answers: { projectName: '闲置公共用房改建暖心服务站', fax: '0757-88880000' }, savedAt: '2026-03-05T10:32:00+08:00',
        }),
      save: () => Promise.resolve({ savedAt: new Date().toISOString(), revision: 2 }),
      remove: () => Promise.resolve(),
    },
  },
};

/** What the registers know is filled in, and says where it comes from. */
export const FilledInAlready: Story = {
  args: {
    prefill: {
      answersFor: () =>
        Promise.resolve([
          { pointer: '/organisationName', value: '荷城街道和顺社区党委', source: { id: 'organisations', title: '党组织库' }, at: '2026-03-01T00:00:00+08:00' },
          { pointer: '/contactPhone', value: '13900000000', source: { id: 'last-year', title: '去年的申报' }, at: '2025-03-12T00:00:00+08:00' },
        ]),
    },
  },
};

/** The draft as one encrypted file, for another computer. */
export const ExportToFile: Story = {
  play: async ({ canvasElement }) => {
    const application = element(canvasElement);
    await application.updateComplete;
    const opener = application.renderRoot.querySelector<HTMLElement>('#draft-file-export');
    if (opener) await userEvent.click(opener);
    await waitFor(() => expect(application.shadowRoot?.activeElement?.id).toBe('draft-file'));
  },
};
