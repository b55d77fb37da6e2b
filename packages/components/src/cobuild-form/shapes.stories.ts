import type { FormDefinition } from '@cobuild/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { anatomyStory } from '../../../../.storybook/anatomy.js';
import { shapes } from '../../test/every-shape.js';
import '../define/cobuild-form.js';

interface Controls {
  readonly definition: FormDefinition;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * What a JSON Schema may ask for besides plain questions. Use alternatives where people are in different situations, names with values where nobody knows
 * beforehand what will be listed, and references to itself where a thing has parts of its own kind. Names and amounts are invented.
 */
const meta: Meta<Controls> = {
  title: 'Form/Shapes of JSON Schema',
  component: 'cobuild-form',
  render: ({ definition, value }: Controls): TemplateResult => html`<cobuild-form .definition=${definition} .value=${value} lang="zh-CN"></cobuild-form>`,
  args: { definition: shapes.objects, value: {} },
};
export default meta;

type Story = StoryObj<Controls>;

export const Playground: Story = {};

/** Two kinds of payee: the person chooses, or the answers show which is meant. */
export const Overview: Story = {};

/** The parts of a form, and what it cannot draw, kept in a box of its own. */
export const Anatomy: Story = anatomyStory('cobuild-form', meta, {
  args: { definition: shapes.tuple, value: { place: ['荷城', 80], 旧编号: '2019-7' } },
  missing: ['error-summary', 'step', 'steps', 'undo', 'task-list', 'saved', 'merge', 'aside', 'draft-file'],
});

/** Different kinds of answers to one question. */
export const KindsOfAnswers: Story = { args: { definition: shapes.types, value: { period: '两年半' } } };

/** The choice is about the whole form. */
export const WholeForm: Story = { args: { definition: shapes.root } };

/** Parts of its own kind are there once somebody adds them. */
export const Recursion: Story = { args: { definition: shapes.recursion, value: { unit: { name: '街道', above: { name: '区' }, parts: [{ name: '社区' }] } } } };

/** Answers under names that the person gives. */
export const Names: Story = { args: { definition: shapes.map, value: { sources: { own: 1000, 银行: 20_000 } } } };

/** A fixed place for each answer, and items behind them. */
export const Tuple: Story = { args: { definition: shapes.tuple, value: { place: ['荷城', 80, '近路口'] } } };

/** Fewer choices while another answer says so. */
export const Narrowing: Story = { args: { definition: shapes.narrowed, value: { isNew: true, venue: '借用' } } };

/** A list in each item of a list. */
export const ListsOfLists: Story = { args: { definition: shapes.lists, value: { groups: [['林晓', '陈明'], ['黄英']] } } };

/** The answer is a list, and nothing around it. */
export const RootList: Story = { args: { definition: shapes.rootList, value: [{ name: '林晓' }] as unknown as Controls['value'] } };

/** Names with amounts beside a fixed question. */
export const RootMap: Story = { args: { definition: shapes.rootMap, value: { own: 1000, 银行: 20_000 } } };

/** One question is the whole form. */
export const RootNumber: Story = { args: { definition: shapes.rootNumber, value: 120 as unknown as Controls['value'] } };

/** The whole answer is a list or a reason. */
export const RootWays: Story = { args: { definition: shapes.rootWays, value: ['投影仪'] as unknown as Controls['value'] } };

/** One whole object, or one whole list, among others. */
export const WholeValues: Story = { args: { definition: shapes.whole, value: { place: { name: '杨和镇', code: '440609' } } } };

/** What has to be stated, be it that there is none. */
export const NothingToSay: Story = { args: { definition: shapes.nothing, value: { fax: null } } };

/** Answers that no question shows. */
export const Unshown: Story = { args: { definition: shapes.tuple, value: { place: ['荷城', 80], 旧项目编号: '2019-7', 备忘: { 一: '二' } } } };
