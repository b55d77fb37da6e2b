import { wordTables } from '../../../word-tables.js';


/** Words of the screen for indicators. */
interface IndicatorsWords {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: string;
  readonly directions: Readonly<Record<'atLeast' | 'atMost', string>>;
  readonly baseline: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly actions: string;
  readonly row: (params: { readonly position: number }) => string;
  readonly of: (params: { readonly position: number }) => string;
  readonly help: string;
  readonly empty: string;
  readonly add: string;
  readonly added: (params: { readonly position: number }) => string;
  readonly copy: (params: { readonly position: number }) => string;
  readonly copied: (params: { readonly position: number }) => string;
  readonly up: (params: { readonly position: number }) => string;
  readonly down: (params: { readonly position: number }) => string;
  readonly moved: (params: { readonly position: number }) => string;
  readonly remove: (params: { readonly position: number }) => string;
  readonly removed: (params: { readonly position: number }) => string;
  readonly exact: string;
  readonly short: (params: { readonly sum: string; readonly by: string }) => string;
  readonly over: (params: { readonly sum: string; readonly by: string }) => string;
  readonly reached: string;
  readonly notReached: string;
  readonly result: string;
  readonly caption: string;
}

export const indicatorsWords = wordTables<IndicatorsWords>({
  'zh-CN': {
    group: '类别',
    name: '指标名称',
    unit: '单位',
    direction: '要求',
    directions: { atLeast: '不少于', atMost: '不多于' },
    baseline: '现状',
    target: '目标',
    actual: '完成',
    weight: '权重（%）',
    actions: '操作',
    row: ({ position }) => `第${position}个指标`,
    of: ({ position }) => `第${position}个指标：`,
    help: '一行一个指标；现状没有的可以不填，“不多于”用于越少越好的指标。',
    empty: '还没有指标。添加一个，写清要做到多少。',
    add: '添加指标',
    added: ({ position }) => `已添加第${position}个指标。`,
    copy: ({ position }) => `复制第${position}个指标`,
    copied: ({ position }) => `已复制为第${position}个指标。`,
    up: ({ position }) => `上移第${position}个指标`,
    down: ({ position }) => `下移第${position}个指标`,
    moved: ({ position }) => `已移到第${position}个。`,
    remove: ({ position }) => `删除第${position}个指标`,
    removed: ({ position }) => `已删除第${position}个指标。`,
    exact: '权重合计100%。',
    short: ({ sum, by }) => `权重合计${sum}%，还差${by}%。`,
    over: ({ sum, by }) => `权重合计${sum}%，多了${by}%。`,
    reached: '达到',
    notReached: '未达到',
    result: '结果',
    caption: '成效指标',
  },
  en: {
    group: 'Group',
    name: 'Indicator',
    unit: 'Unit',
    direction: 'Wanted',
    directions: { atLeast: 'at least', atMost: 'at most' },
    baseline: 'Now',
    target: 'Target',
    actual: 'Reached',
    weight: 'Weight (%)',
    actions: 'Actions',
    row: ({ position }) => `Indicator ${position}`,
    of: ({ position }) => `Indicator ${position}: `,
    help: 'One indicator a row. What is not known now may stay empty; “at most” is for what should be little.',
    empty: 'There are no indicators yet. Add one and say how much is to be reached.',
    add: 'Add an indicator',
    added: ({ position }) => `Indicator ${position} was added.`,
    copy: ({ position }) => `Copy indicator ${position}`,
    copied: ({ position }) => `Copied as indicator ${position}.`,
    up: ({ position }) => `Move indicator ${position} up`,
    down: ({ position }) => `Move indicator ${position} down`,
    moved: ({ position }) => `It is number ${position} now.`,
    remove: ({ position }) => `Remove indicator ${position}`,
    removed: ({ position }) => `Indicator ${position} was removed.`,
    exact: 'The weights are 100% together.',
    short: ({ sum, by }) => `The weights are ${sum}% together, ${by}% are missing.`,
    over: ({ sum, by }) => `The weights are ${sum}% together, ${by}% too many.`,
    reached: 'reached',
    notReached: 'not reached',
    result: 'Result',
    caption: 'Indicators',
  },
});
