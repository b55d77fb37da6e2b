import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { ProjectPlay, approvedStation } from '../../../../.storybook/gaoming-projects.js';
import { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { gaomingDemo } from '../../../../.storybook/gaoming.js';
import '../define/cobuild-dossier.js';
import type { CobuildDossier } from './cobuild-dossier.js';

/** Use it where a project is looked into as a whole: by an auditor, by whoever files it, by the next secretary. Nothing is entered here. What happened after the application is invented. */
const meta: Meta<CobuildDossier> = {
  title: 'Projects/cobuild-dossier',
  component: 'cobuild-dossier',
  tags: ['autodocs'],
  args: { scheme: gaomingDemo, state: approvedStation(), project: new ProjectPlay().found().project, today: '2026-07-10', sealing: false },
  render: (args) => html`<cobuild-dossier lang=${args.lang ?? 'zh-CN'} .scheme=${args.scheme} .state=${args.state} .project=${args.project} .seal=${args.seal} .today=${args.today} ?sealing=${args.sealing}></cobuild-dossier>`,
};
export default meta;

type Story = StoryObj<CobuildDossier>;

export const Playground: Story = {};

/** Everything that is due is there; what comes later is counted apart. */
export const Overview: Story = { args: { project: new ProjectPlay().finished().project, today: '2026-09-11' } };

/** Cover, completeness, index and contents are parts. */
export const Anatomy: Story = { args: { project: new ProjectPlay().paid().project, today: '2026-04-10' } };

/** Only the case, while it is being dealt with. */
export const BeforeTheDecision: Story = { args: { state: new GaomingPlay().submit().state, project: undefined } };

export const Withdrawn: Story = { args: { state: new GaomingPlay().toMeeting().act('withdrawn', {}, { id: 'secretary-heshun', role: 'villageSecretary', unit: 'heshun', town: 'hecheng' }).state, project: undefined, sealing: true } };

export const ChangedSinceItWasSealed: Story = { args: { seal: { hash: '0'.repeat(64), at: '2026-06-30T17:00:00+08:00' } } };

export const English: Story = { args: { lang: 'en' } };

export const Nothing: Story = { args: { scheme: undefined, state: undefined, project: undefined } };

export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };

/** An entry of the index leads to its item. */
export const Behaviour: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement, step }) => {
    const root = canvasElement.querySelector('cobuild-dossier')?.shadowRoot as ShadowRoot;
    await step('opens the item and gives it the focus', async () => {
      root.querySelector<HTMLButtonElement>('[part=index] button')?.click();
      await expect(root.activeElement?.closest('details')?.open).toBe(true);
    });
  },
};
