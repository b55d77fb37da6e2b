import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { everyRecord } from '../../../../../test/every-record.js';
import type { RecordControls } from '../../../../../test/record-story.js';
import { recordArgTypes, recordArgs, recordPages, renderRecord } from '../../../../../test/record-story.js';

/** Use it where people answer with their name for what was filled in. Whoever is signed in signs; a change afterwards voids the signature. Text and names are invented. */
const meta: Meta<RecordControls> = {
  title: 'Form/Widgets/Pledge',
  component: 'cobuild-form',
  tags: ['autodocs'],
  render: renderRecord,
  args: recordArgs(everyRecord.pledge),
  argTypes: recordArgTypes,
};
export default meta;

type Story = StoryObj<RecordControls>;

const wrong = { signatures: [{ signer: 'secretary', by: { id: 'p1', name: '陈志远' }, at: '2026-03-05T09:00:00+08:00', locale: 'zh-CN', text: '0'.repeat(64), covers: '0'.repeat(64) }] };

const pages = recordPages(everyRecord.pledge, { right: undefined, wrong, place: '/signatures/0' });

export const Playground: Story = {};
export const Overview: StoryObj = pages.overview;
export const Anatomy: StoryObj = pages.anatomy;
export const Options: StoryObj = pages.options;
export const States: StoryObj = pages.states;
export const Narrow: StoryObj = pages.narrow;
export const Behaviour: Story = pages.behaviour;
export const Accessibility: StoryObj = pages.accessibility;

/** Nobody is signed in: the page says who has to. */
export const NobodySignedIn: Story = { args: { hosts: {} } };
