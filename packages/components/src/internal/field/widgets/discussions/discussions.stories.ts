import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { FOUR_DISCUSSIONS } from '@cobuild/core';
import { everyRecord, recordForm } from '../../../../../test/every-record.js';
import { registered } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';

/** Use it where a village has to show that it went through the four discussions and two disclosures. Steps are the usual ones of published village rules; the number of days is invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Discussions',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.discussions),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { steps: registered.steps.map((step) => (step.step === 'deliberate' ? { ...step, present: 33, for: 30, against: 3, source: 'cadres' } : step)) };

const pages = recordPages(everyRecord.discussions, {
  right: registered,
  wrong,
  long: { steps: registered.steps.map((step) => ({ ...step, motion: '荷城街道晴川村党群服务中心闲置公房改建邻里暖心服务站暨老幼共托与应急物资储备一体化示范项目' })) },
  place: '/steps/2/present',
  options: [{ title: '按公开的村级规定，未写明的留待规定 · As published rules have it, with what they leave open', definition: recordForm('discussions', { 'zh-CN': '四议两公开' }, { discussions: FOUR_DISCUSSIONS }) }],
});

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;
export const Behaviour: Story = pages.behaviour;
export const Accessibility: StoryObj = pages.accessibility;
