import { wordTables } from '../../../word-tables.js';

interface Support { readonly count: number; readonly of: number; readonly asked: boolean; readonly more: boolean; readonly ratio: string; readonly holds: boolean }
interface Numbers { readonly asked: number | undefined; readonly answered: number; readonly for: number; readonly against: number; readonly other: number }

/** Words of the screen for opinions. */
interface OpinionsWords {
  readonly heldOn: string;
  readonly method: string;
  readonly methodHelp: string;
  readonly methods: readonly string[];
  readonly counts: string;
  readonly countsHelp: string;
  readonly group: string;
  readonly asked: string;
  readonly for: string;
  readonly against: string;
  readonly other: string;
  readonly answered: string;
  readonly total: string;
  readonly of: (params: { readonly group: string }) => string;
  readonly atLeast: (params: { readonly minimum: number }) => string;
  readonly sum: (numbers: Numbers) => string;
  readonly nothing: string;
  readonly support: (params: Support) => string;
  readonly removeRow: (params: { readonly group: string }) => string;
  readonly rowRemoved: (params: { readonly group: string }) => string;
  readonly list: string;
  readonly listHelp: string;
  readonly listEmpty: string;
  readonly add: string;
  readonly person: (params: { readonly position: number }) => string;
  readonly remove: string;
  readonly removeNamed: (params: { readonly position: number }) => string;
  readonly removed: (params: { readonly position: number }) => string;
  readonly added: (params: { readonly position: number }) => string;
  readonly name: string;
  readonly opinion: string;
  readonly text: string;
  readonly on: string;
  readonly publish: string;
  readonly summary: string;
  readonly summaryHelp: string;
  readonly yes: string;
  readonly no: string;
  readonly published: string;
}

export const opinionsWords = wordTables<OpinionsWords>({
  'zh-CN': {
    heldOn: '征求意见日期',
    method: '征求方式',
    methodHelp: '例如入户走访、座谈会、问卷。',
    methods: ['入户走访', '座谈会', '问卷', '微信群接龙'],
    counts: '意见统计',
    countsHelp: '按人数或份数填写，没有的填0。',
    group: '征求对象',
    asked: '征求人数',
    for: '赞成',
    against: '反对',
    other: '其他',
    answered: '合计',
    total: '总计',
    of: ({ group }) => `${group}：`,
    atLeast: ({ minimum }) => `至少${minimum}份`,
    sum: ({ asked, answered, for: yes, against, other }) => `${asked === undefined ? '' : `征求${asked}人，`}收到意见${answered}份：赞成${yes}份，反对${against}份，其他${other}份。`,
    nothing: '还没有意见。至少有一份意见才能提交。',
    support: ({ count, of, asked, more, ratio, holds }) => `赞成${count}份，占${asked ? '征求的' : '收到的'}${of}${asked ? '人' : '份'}，要求${more ? '超过' : '不少于'}${ratio}：${holds ? '已达到' : '未达到'}。`,
    removeRow: ({ group }) => `删除“${group}”这一行`,
    rowRemoved: ({ group }) => `已删除“${group}”这一行。`,
    list: '意见名单（选填）',
    listHelp: '只有本人同意的，才公开意见和隐去一部分的姓名；没有同意的只留存备查。',
    listEmpty: '还没有名单。需要时可逐人添加。',
    add: '添加一人',
    person: ({ position }) => `第${position}人`,
    remove: '删除',
    removeNamed: ({ position }) => `删除第${position}人`,
    removed: ({ position }) => `已删除第${position}人。`,
    added: ({ position }) => `已添加第${position}人。`,
    name: '姓名',
    opinion: '意见',
    text: '意见内容',
    on: '日期',
    publish: '本人同意公开姓名和意见',
    summary: '主要意见和采纳情况',
    summaryHelp: '写主要提了哪些意见，采纳了哪些，没有采纳的说明原因。',
    yes: '是',
    no: '否',
    published: '同意公开',
  },
  en: {
    heldOn: 'Day of the opinions',
    method: 'How they were asked',
    methodHelp: 'For example visits, a meeting, a questionnaire.',
    methods: ['Visits', 'Meeting', 'Questionnaire', 'Group chat'],
    counts: 'Numbers',
    countsHelp: 'Count people or answers; enter 0 where there are none.',
    group: 'Who was asked',
    asked: 'Asked',
    for: 'For',
    against: 'Against',
    other: 'Other',
    answered: 'Sum',
    total: 'In all',
    of: ({ group }) => `${group}: `,
    atLeast: ({ minimum }) => `at least ${minimum}`,
    sum: ({ asked, answered, for: yes, against, other }) => `${asked === undefined ? '' : `${asked} were asked. `}${answered} answered: ${yes} for, ${against} against, ${other} other.`,
    nothing: 'There are no opinions yet. At least one is needed to submit.',
    support: ({ count, of, asked, more, ratio, holds }) => `${count} for it of ${of} who ${asked ? 'were asked' : 'answered'}; ${more ? 'more than' : 'at least'} ${ratio} are needed: ${holds ? 'reached' : 'not reached'}.`,
    removeRow: ({ group }) => `Remove the row of “${group}”`,
    rowRemoved: ({ group }) => `The row of “${group}” was removed.`,
    list: 'List of opinions (optional)',
    listHelp: 'An opinion with a masked name is made public only where the person agreed; the others stay on file.',
    listEmpty: 'Nobody is on the list yet. Add people where needed.',
    add: 'Add a person',
    person: ({ position }) => `Person ${position}`,
    remove: 'Remove',
    removeNamed: ({ position }) => `Remove person ${position}`,
    removed: ({ position }) => `Person ${position} was removed.`,
    added: ({ position }) => `Person ${position} was added.`,
    name: 'Name',
    opinion: 'Opinion',
    text: 'What the person said',
    on: 'Day',
    publish: 'Agreed that name and opinion are made public',
    summary: 'Main opinions and what was made of them',
    summaryHelp: 'Say what was said, what was taken up, and why the rest was not.',
    yes: 'Yes',
    no: 'No',
    published: 'Agreed to be public',
  },
});
