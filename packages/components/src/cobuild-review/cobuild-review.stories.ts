import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { serve } from '../../../../.storybook/gaoming-host.js';
import { GaomingPlay, clerk, stationRemarks } from '../../../../.storybook/gaoming-states.js';
import { actor, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { first, pool, withAmountCheck, withAssignment } from '../../test/automatic-stage.js';
import '../define/cobuild-review.js';
import type { CobuildReview } from './cobuild-review.js';

interface Args {
  /** Makes the case anew for every showing of the story. */
  readonly play: () => GaomingPlay;
  readonly actor?: string;
  readonly today?: string;
  readonly lang?: string;
  readonly largeText?: boolean;
  readonly reviewers?: CobuildReview['reviewers'];
}

const draw = ({ play, actor: id = 'reviewer-hecheng', today = '2026-03-06', lang = 'zh-CN', largeText = false, reviewers = [] }: Args): ReturnType<typeof html> => {
  const current = play();
  const who = id === 'committee-clerk' ? clerk : actor(id);
  return html`<cobuild-review
    lang=${lang}
    ?large-text=${largeText}
    today=${today}
    .scheme=${current.scheme}
    .state=${current.state}
    .actor=${who}
    .reviewers=${reviewers}
    ${ref((element) => {
      if (element && !element.hasAttribute('data-served')) {
        element.setAttribute('data-served', '');
        serve(element as CobuildReview, current.moveTo(`${today}T16:00:00+08:00`), who);
      }
    })}
  ></cobuild-review>`;
};

/** Use it at every desk: the answers, what was decided before, and the sheet of this stage with its outcomes. */
const meta: Meta<Args> = { title: 'Review/cobuild-review', component: 'cobuild-review', tags: ['autodocs'], args: { play: () => new GaomingPlay().submit() }, render: draw };
export default meta;

type Story = StoryObj<Args>;

const longTitle = '荷城街道和顺社区闲置公共用房改建新就业群体暖心服务站暨党群共建志愿服务联络点提升改造示范项目';

const element = (canvas: HTMLElement): CobuildReview => canvas.querySelector('cobuild-review') as CobuildReview;
const inside = (canvas: HTMLElement, selector: string): HTMLElement => element(canvas).renderRoot.querySelector(selector) as HTMLElement;

/** What a town finds on its desk. */
export const Playground: Story = {};

/** What came back after a return, on its last day: what changed, each remark with its answer, all that was decided before. */
export const Overview: Story = {
  args: { play: () => new GaomingPlay().submit().sendBack(undefined, stationRemarks).moveTo('2026-03-10T10:00:00+08:00').submit({ place: '佛山市高明区荷城街道和顺社区18号首层，房屋权属属和顺社区居委会' }), today: '2026-03-12' },
};

/** What the sheet lacks stands in a part; records that a stage asks for go into a slot. */
export const Anatomy: Story = anatomyStory('cobuild-review', meta, {
  prepare: async (canvas) => {
    await element(canvas).updateComplete;
    await userEvent.click(inside(canvas, '[value="reject"]'));
    await userEvent.click(inside(canvas, '#submit'));
  },
});

/** The button names the outcome; a refusal asks for its reason first. */
export const Reject: Story = {
  play: async ({ canvasElement, step }) => {
    await element(canvasElement).updateComplete;
    await step('without a reason the summary says so', async () => {
      await userEvent.click(inside(canvasElement, '[value="reject"]'));
      await userEvent.click(inside(canvasElement, '#submit'));
      await waitFor(() => expect(inside(canvasElement, '#error-summary').textContent).toContain('请填写“不予推荐”的理由'));
    });
    await step('with one it asks once more', async () => {
      await userEvent.type(inside(canvasElement, '#reason'), '不属于专项资金的适用范围。');
      await userEvent.click(inside(canvasElement, '#submit'));
      await waitFor(() => expect(inside(canvasElement, '#confirm-box').textContent).toContain('不属于专项资金的适用范围'));
    });
  },
};

/** Nothing filled in: the form has its own summary, with links to its fields. */
export const Incomplete: Story = {
  play: async ({ canvasElement }) => {
    await element(canvasElement).updateComplete;
    await userEvent.click(inside(canvasElement, '[value="forward"]'));
    await userEvent.click(inside(canvasElement, '#submit'));
    const form = inside(canvasElement, 'cobuild-form');
    await waitFor(() => expect(form.shadowRoot?.querySelector('.error-summary')?.textContent).toContain('有 2 处需要修改'));
  },
};

/** After a return the changed answers are marked, and the earlier text is one click away. */
export const AfterReturn: Story = {
  args: { play: () => new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '佛山市高明区荷城街道和顺社区18号首层和二层', expectedEffect: '全年开放不少于三百二十天，骑手、环卫工人和附近居民有固定的歇脚处。' }), today: '2026-03-11' },
};

/** With a return go remarks on single answers: written below the answers, listed beside the reason. */
export const RemarksOfAReturn: Story = {
  play: async ({ canvasElement, step }) => {
    await element(canvasElement).updateComplete;
    await step('the answers take remarks once the return is chosen', async () => {
      await expect(inside(canvasElement, '.remark-add')).toBeNull();
      await userEvent.click(inside(canvasElement, '[value="return"]'));
      await userEvent.click(inside(canvasElement, '[data-pointer="/place"] .remark-add button'));
      await userEvent.type(inside(canvasElement, '[data-pointer="/place"] textarea'), '请写到楼层。');
      await userEvent.click(inside(canvasElement, '[data-pointer="/place"] .remark .primary'));
    });
    await step('the sheet lists them', async () => {
      await waitFor(() => expect(inside(canvasElement, '#remarks li').textContent).toMatch(/实施地点[\s\S]*请写到楼层/));
    });
  },
};

/** The application came back: each remark with the answer before the return and the one of now. */
export const RemarksAnswered: Story = {
  args: {
    play: () => new GaomingPlay().submit().sendBack(undefined, stationRemarks).moveTo('2026-03-10T10:00:00+08:00').submit({ place: '佛山市高明区荷城街道和顺社区18号首层，房屋权属属和顺社区居委会', contactPhone: '13800138001' }),
    today: '2026-03-11',
  },
};

/** Somebody whose turn it is not sees the answers, the history, and who acts. */
export const NotOurTurn: Story = { args: { play: () => new GaomingPlay().submit().forward() } };

/** Refused by rule, and one of the office proposes to let it go on: a second person confirms, or leaves it. */
export const OverrideProposed: Story = {
  args: { play: () => new GaomingPlay(withAmountCheck).submit().forward().act('overrideProposed', { stage: 'amountCheck', outcome: 'ok', reason: '区里已同意增加，另附会议纪要。' }, first), actor: 'committee-clerk' },
};

/** Whoever assigns reviewers chooses two; who is recused or has enough to do cannot be chosen. */
export const AssigningReviewers: Story = { args: { play: () => new GaomingPlay(withAssignment()).submit(), actor: 'committee-clerk', reviewers: pool('heshun') } };

const groups = [{ unit: 'hecheng', fields: ['propertyService'] }, { unit: 'yanghe', fields: ['redCulture', 'volunteerService'] }];

/** One group takes the application as a whole; another than the one of its field takes a reason. */
export const AssigningGroup: Story = {
  args: {
    play: () => new GaomingPlay(withAssignment({ method: 'rule', match: { fact: 'category' }, reviewers: 1, panels: groups })).submit(), actor: 'committee-clerk',
    reviewers: [{ id: 'r1', name: '陈一', unit: 'hecheng', load: 1 }, { id: 'r2', name: '何二', unit: 'yanghe' }],
  },
};

/** Before a notice: its period by the calendar, and what will be public. */
export const NoticeToPost: Story = { args: { play: () => new GaomingPlay().toPublicity(), actor: 'committee-clerk' } };

/** The days off of the year in which the period ends are not announced yet. */
export const NoticeProvisional: Story = { args: { play: () => new GaomingPlay().toPublicity(), actor: 'committee-clerk', today: '2026-12-29' } };

export const NoticeRunning: Story = { args: { play: () => new GaomingPlay().toPublicity().publish(), actor: 'committee-clerk', today: '2026-03-10' } };

/** The confirming button waits for the answers to objections. */
export const Objections: Story = {
  args: {
    play: () => new GaomingPlay().toPublicity().publish().moveTo('2026-03-10T10:00:00+08:00').act('objectionRaised', { objection: 'o1', text: '公示的实施地点与实际门牌号不一致，请核对。', contact: '13800138000' }, { id: 'resident', role: 'public' }),
    actor: 'committee-clerk', today: '2026-03-16',
  },
};

/** Where the scheme gives the office days to answer, the last of them stands at the objection. */
export const ObjectionDue: Story = {
  args: {
    play: () => {
      const notices = (gaomingDemo.publicity?.notices ?? []).map((each) => ({ ...each, objections: { ...each.objections, answerWithin: { amount: 3, unit: 'workingDay' as const } } }));
      return new GaomingPlay({ ...gaomingDemo, publicity: { notices } }).toPublicity().publish().moveTo('2026-03-10T10:00:00+08:00').act('objectionRaised', { objection: 'o1', text: '公示的实施地点与实际门牌号不一致，请核对。', contact: '梁先生 13800138000' }, { id: 'resident', role: 'public' });
    },
    actor: 'committee-clerk', today: '2026-03-16',
  },
};

export const PeriodOver: Story = { args: { play: () => new GaomingPlay().toPublicity().publish(), actor: 'committee-clerk', today: '2026-03-16' } };

/** A title of 46 characters and an opinion of 2,000. */
export const LongTexts: Story = {
  args: {
    play: () => new GaomingPlay().submit({ projectName: longTitle }).sendBack('请补充场地照片，说明开放时间和值守安排。'.repeat(100)).moveTo('2026-03-10T10:00:00+08:00').submit({ projectName: longTitle, background: '小区边有一处公共用房闲置多年。'.repeat(130) }),
  },
};

export const LargeText: Story = { args: { largeText: true } };
export const English: Story = { args: { lang: 'en', play: () => new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '和顺社区20号' }) } };
