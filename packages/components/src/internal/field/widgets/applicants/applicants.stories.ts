import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { applying } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';

/** Use it where several organisations apply together: one leads and sends, the others confirm by a signature of their own. Names and shares are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Applicants',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.applicants),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { parties: [{ ...applying.parties[0], share: 40 }, { role: 'partner', share: 33.33 }] };

const pages = recordPages(everyRecord.applicants, {
  right: applying,
  wrong,
  long: { parties: applying.parties.map((party) => ({ ...party, name: '佛山市高明区荷城街道晴川社区居民委员会暨股份合作经济联合社理事会', task: '负责日常照料和应急值守。'.repeat(20) })) },
  place: '/parties/1/name',
  options: [{ title: '牵头单位也要确认，份额不少于一半 · The lead confirms as well, and has at least half', definition: recordForm('applicants', { 'zh-CN': '联合申报单位' }, { applicants: { confirm: 'all', leadShare: { p: 1, q: 2 } } }), record: applying }],
});

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;
export const Behaviour: Story = pages.behaviour;
export const Accessibility: StoryObj = pages.accessibility;
