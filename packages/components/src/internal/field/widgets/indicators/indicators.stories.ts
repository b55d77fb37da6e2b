import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { everyRecord } from '../../../../../test/every-record.js';
import { wanted } from '../../../../../test/record-answers.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';

/** Use it where a project says in numbers what it wants to reach, and later what it has. Numbers are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Indicators',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.indicators),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = [{ group: 'output', name: '', unit: '户', target: 120, weight: 60 }, { ...wanted[1], target: 'x', weight: 30 }];

const pages = recordPages(everyRecord.indicators, {
  right: wanted,
  wrong,
  long: wanted.map((row) => ({ ...row, name: '荷城街道晴川村党群服务中心邻里暖心服务站老幼共托服务受益户数（含临时登记的外来务工家庭）' })),
  place: '/0/name',
  options: [{ title: '结束后再填完成值 · After the end what was reached is asked for as well', definition: { ...everyRecord.indicators, fields: { '/record': { ...everyRecord.indicators.fields?.['/record'], widgetOptions: { actual: true } } } }, record: wanted.map((row) => ({ ...row, actual: 100 })) }],
});

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;
export const Behaviour: Story = pages.behaviour;
export const Accessibility: StoryObj = pages.accessibility;
