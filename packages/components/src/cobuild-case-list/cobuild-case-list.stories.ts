import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { fn } from 'storybook/test';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import '../define/cobuild-case-list.js';
import type { CaseSummary, CobuildCaseList } from './cobuild-case-list.js';

const cases: readonly CaseSummary[] = [
  { id: '1', title: '闲置公共用房改建暖心服务站', applicant: '和顺社区党委', stage: '镇街初审', status: 'open', statusText: '镇街初审中', updatedAt: '2026-03-05T09:30:00+08:00', todo: '待办理' },
  { id: '2', title: '特殊困难家庭居家安全志愿服务', applicant: '晴川村党总支', stage: '村党组织自荐', status: 'returned', statusText: '退回补正', updatedAt: '2026-03-06T14:05:00+08:00' },
  { id: '3', title: '红色文化讲师团和话剧团进村巡讲', applicant: '石桥新村党总支', stage: '公示', status: 'ended', statusText: '已立项', updatedAt: '2026-03-04T16:20:00+08:00' },
];

/** Use it as the first page of whoever applies or decides: what waits for this person, newest first. Projects are those that the articles name. */
const meta: Meta<CobuildCaseList> = {
  title: 'Lists/cobuild-case-list',
  component: 'cobuild-case-list',
  tags: ['autodocs'],
  args: { heading: '本镇街的申请', cases, empty: '还没有申请。村（社区）提交后会出现在这里。', create: '', lang: 'zh-CN' },
  render: ({ heading, cases: items, empty, create, lang, batch, nameLabel = '', largeText = false }) =>
    html`<cobuild-case-list lang=${lang} heading=${heading} name-label=${nameLabel} empty=${empty} create=${create} ?large-text=${largeText} .cases=${items} .batch=${batch} @cobuild-open=${fn()} @cobuild-batch=${fn()} @cobuild-create=${fn()}></cobuild-case-list>`,
};
export default meta;

type Story = StoryObj<CobuildCaseList>;

export const Playground: Story = {};

/** What waits for this person stands out; a button begins a new one. */
export const Overview: Story = { args: { cases: Array.from({ length: 9 }, (_, index): CaseSummary => ({ ...(cases[index % 3] as CaseSummary), id: String(index) })), create: '新建申请' } };

/** A register of people: the names are those of members, and the head says so. */
export const People: Story = { args: { heading: '中心户', nameLabel: '党员', cases: ['林月好', '陈观水', '莫彩霞'].map((title, index): CaseSummary => ({ ...(cases[index] as CaseSummary), title, applicant: '海头村' })) } };

const severalAtOnce = {
  heading: '待分派的项目', cases: cases.map((one, index) => (index < 2 ? { ...one, batch: index === 0 ? '建议：第一评审组' : '已分派：第二评审组' } : one)),
  batch: { title: '批量分派评审', help: '勾选下表里的项目，一次分派。每个项目各有一条分派记录，可以单独改派。', action: '分派所选项目', text: '理由（不按建议分派、改派时填写）', choice: { label: '分派给', options: [{ value: '', label: '按规则建议，各归各组' }, { value: 'g1', label: '第一评审组（已有3项）' }] } },
};

export const Anatomy: Story = anatomyStory('cobuild-case-list', meta, { args: severalAtOnce });

export const Empty: Story = { args: { cases: [], heading: '我的申请', empty: '还没有申请。点“新建申请”开始填写，内容会自动保存。', create: '新建申请' } };

/** From nine on there is a search field. */
export const Many: Story = { args: { cases: Array.from({ length: 24 }, (_, index): CaseSummary => ({ ...(cases[index % 3] as CaseSummary), id: String(index) })) } };

/** Whoever assigns reviewers does it for several projects at once: those that are chosen in the table. Only lines that wait for it have a box. */
export const Batch: Story = { args: severalAtOnce };

export const LongTitle: Story = { args: { cases: [{ ...(cases[0] as CaseSummary), title: '荷城街道和顺社区闲置公共用房改建新就业群体暖心服务站暨党群共建志愿服务联络点提升改造示范项目' }] } };

export const LargeText: Story = { args: { largeText: true } };

export const English: Story = { args: { lang: 'en', heading: 'Applications of this town' } };
