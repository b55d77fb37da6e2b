import type { EventActor } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { PanelPlay, expert, experts, officer, panelScheme } from '../../../../.storybook/qianjiang-panel.js';
import { serveCases } from '../../../../.storybook/serve-cases.js';
import '../define/cobuild-score-sheet.js';
import { createMemorySheetDrafts } from '../hosts/sheet-drafts.js';
import type { CobuildScoreSheet } from './cobuild-score-sheet.js';

interface Args {
  /** Makes the cases anew for every showing of the story. */
  readonly plays: () => readonly PanelPlay[];
  readonly actor: EventActor;
  readonly panel?: string;
  readonly panelTitle?: string;
  readonly loading?: boolean;
  readonly busy?: boolean;
  readonly lang?: string;
  readonly largeText?: boolean;
  readonly own?: unknown;
}

const draw = ({ plays, actor, panel, panelTitle, loading = false, busy = false, lang = 'zh-CN', largeText = false, own }: Args): ReturnType<typeof html> => {
  const current = plays();
  return html`<cobuild-score-sheet
    lang=${lang}
    ?large-text=${largeText}
    ?loading=${loading}
    .busy=${busy}
    today="2026-06-10"
    .panel=${panel}
    .panelTitle=${panelTitle}
    .scheme=${current[0]?.scheme ?? panelScheme()}
    .states=${current.map(({ state }) => state)}
    .actor=${actor}
    .reviewers=${experts}
    .drafts=${createMemorySheetDrafts()}
    ${ref((element) => {
      if (element && !element.hasAttribute('data-served')) {
        element.setAttribute('data-served', '');
        serveCases(element as CobuildScoreSheet, current, actor);
      }
    })}
    >${own}</cobuild-score-sheet
  >`;
};

const at = (id?: string): PanelPlay => new PanelPlay(panelScheme(), id).atPanel();
const spread = [[90, 80, 85], [88, 92, 79.5], [95, 70, 90], [60, 62, 58]] as const;

/** Qianjiang’s demonstration with the experts’ visit as a stage of the case; anchors, bonus and deduction are added for these pages. */
const meta: Meta<Args> = { title: 'Review/cobuild-score-sheet', component: 'cobuild-score-sheet', args: { plays: () => [at()], actor: expert(1) }, render: draw };
export default meta;

type Story = StoryObj<Args>;

const inside = (canvas: HTMLElement, selector: string): HTMLElement => (canvas.querySelector('cobuild-score-sheet') as CobuildScoreSheet).renderRoot.querySelector(selector) as HTMLElement;
const ready = async (canvas: HTMLElement): Promise<void> => void (await (canvas.querySelector('cobuild-score-sheet') as CobuildScoreSheet).updateComplete);
const marked = async (canvas: HTMLElement, marks: Readonly<Record<string, string>>): Promise<void> => {
  await ready(canvas);
  for (const [id, text] of Object.entries(marks)) await userEvent.type(inside(canvas, `#mark-${id}`), text);
};

export const Playground: Story = {};

/** One expert, several projects: the list says which are done; Alt and PageDown go on. */
export const Overview: Story = { args: { plays: () => [at('QJ-1').scored([90, 80, 85]), at('QJ-2'), at('QJ-3')] } };

/** A page may put its own evidence, such as photographs of the visit, in place of the answers. */
export const Anatomy: Story = { args: { own: html`<p slot="evidence">实地评审记录和照片由页面放在这里。</p>` } };

/** Which expert group the sheet belongs to, where several score. */
export const OneOfSixGroups: Story = { args: { panel: 'expert-group-1', panelTitle: '第1专家评审组' } };

/** “Not applicable” in three schemes: left out and rescaled, counted as nothing, or no score at all. */
export const NotApplicableRescaled: Story = { play: async ({ canvasElement }) => { await ready(canvasElement); await userEvent.click(inside(canvasElement, '#na-distinctiveness')); } };
export const NotApplicableZero: Story = { ...NotApplicableRescaled, args: { plays: () => [new PanelPlay(panelScheme({ notApplicable: 'zero' })).atPanel()] } };
export const NotApplicableBlocks: Story = { ...NotApplicableRescaled, args: { plays: () => [new PanelPlay(panelScheme({ notApplicable: 'block' })).atPanel()] } };

export const Empty: Story = { args: { plays: () => [] } };
export const Loading: Story = { args: { loading: true } };
export const HandedIn: Story = { args: { plays: () => [at().scored([90, 'notApplicable', 85, 2])] } };
export const SteppedAside: Story = { args: { actor: expert(5) } };
export const OnRecord: Story = { args: { plays: () => [at().act('conflictDeclared', { member: 'expert-1', ground: 'tookPart', reason: '参加过选题论证' }, expert(1))] } };
export const ForReading: Story = { args: { actor: { id: 'someone', role: 'taskForce' } } };
export const Waiting: Story = { args: { busy: true } };
export const LargeText: Story = { args: { largeText: true } };
export const English: Story = { args: { lang: 'en' } };
export const OnAPhone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } } };
export const LongTexts: Story = { args: { plays: () => [new PanelPlay(panelScheme()).submit({ projectName: '党支部领办合作社带动易地搬迁群众就近就业增收暨新时代文明实践网格一体化治理创新示范项目', problem: '群众和职工反映办事多头跑、事情没人牵头。'.repeat(90) })] } };

/** Before everybody has handed in, whoever closes the panel sees who has, and no score. */
export const PanelBlind: Story = { args: { actor: officer, plays: () => [at().scored(...spread.slice(0, 2))] } };

/** All are in: what was cut, how the mean came about, whose score stands out and still needs a reason. */
export const PanelSpread: Story = { args: { actor: officer, plays: () => [at().scored(...spread)] } };
export const PanelClosed: Story = { args: { actor: officer, plays: () => [at().scored([90, 80, 85], [88, 92, 80], [92, 84, 86]).act('scoringClosed', { stage: 'siteVisit' })] } };
export const PanelInEnglish: Story = { args: { ...PanelSpread.args, lang: 'en' } };

/** The total is exact and follows each key; errors stand beside the mark and in the summary. */
export const Marking: Story = {
  play: async ({ canvasElement, step }) => {
    await step('a mark outside the range is named', async () => {
      await marked(canvasElement, { progress: '101' });
      await waitFor(() => expect(inside(canvasElement, '#error-progress').textContent).toContain('应在0到100分之间'));
    });
    await step('the summary leads to what is missing', async () => {
      await userEvent.click(inside(canvasElement, '#submit'));
      await waitFor(() => expect(inside(canvasElement, '#error-summary').textContent).toContain('辨识度：还没有分数'));
    });
  },
};

export const HandingIn: Story = {
  play: async ({ canvasElement, step }) => {
    await step('five marks make the score', async () => {
      await marked(canvasElement, { progress: '90', distinctiveness: '80', problemSolving: '85', shared: '2', late: '1' });
      await waitFor(() => expect(inside(canvasElement, '.total-line').textContent).toContain('合计 86.00 分'));
    });
    await step('the sheet goes in and can be taken back', async () => {
      await userEvent.click(inside(canvasElement, '#submit'));
      await waitFor(() => expect(inside(canvasElement, '#withdraw')).toBeTruthy());
    });
  },
};

export const DeclaringARelation: Story = { play: async ({ canvasElement }) => { await ready(canvasElement); await userEvent.click(inside(canvasElement, '#recuse')); await userEvent.selectOptions(inside(canvasElement, '#ground'), 'tookPart'); } };

export const ClosingThePanel: Story = {
  args: { actor: officer, plays: () => [at().scored([90, 80, 85], [88, 92, 80], [92, 84, 86])] },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await userEvent.click(inside(canvasElement, '#close'));
    await waitFor(() => expect(inside(canvasElement, '#confirm-box').textContent).toContain('何静'));
  },
};
