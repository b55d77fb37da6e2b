import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { collected } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';

/** Use it where residents, members or enterprises have to be asked before an application goes out: without a single opinion it does not. Names are published only of those who agreed. Settings and answers are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Opinions',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.opinions),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { counts: [{ group: 'members', for: 2, against: 9, other: 0 }, { group: 'residents', for: 3 }], respondents: [{ publish: true }] };

const pages = recordPages(everyRecord.opinions, {
  right: collected,
  wrong,
  long: { ...collected, summary: '村里老人多，年轻人外出多，日常照料靠邻里。'.repeat(90), respondents: [{ ...collected.respondents[0], name: '阿卜杜热合曼·买买提依明', text: '希望早日动工，最好赶在雨季之前完成基础部分。'.repeat(20) }] },
  place: '/counts/1/against',
  options: [{ title: '还没有规定要多少份意见：如实说明，不猜测 · Nobody has decided how many are enough', definition: recordForm('opinions', { 'zh-CN': '征求意见' }, { opinions: { groups: [{ id: 'members', title: { 'zh-CN': '党员' } }], minimum: 'UNDECIDED' } }), record: { counts: [{ group: 'members', for: 6, against: 0, other: 0 }] } }],
});

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;
export const Behaviour: Story = pages.behaviour;
export const Accessibility: StoryObj = pages.accessibility;
