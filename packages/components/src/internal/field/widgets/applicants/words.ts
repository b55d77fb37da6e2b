import { wordTables } from '../../../word-tables.js';


export type ConfirmationState = 'confirmed' | 'waiting' | 'void' | 'foreign' | 'undated' | 'notAsked';

/** Words of the screen for joint applicants. */
interface ApplicantsWords {
  readonly states: Readonly<Record<ConfirmationState, string>>;
  readonly lead: string;
  readonly partner: string;
  readonly role: string;
  readonly name: string;
  readonly code: string;
  readonly task: string;
  readonly share: string;
  readonly confirmation: string;
  readonly exact: string;
  readonly short: (params: { readonly sum: string; readonly by: string }) => string;
  readonly over: (params: { readonly sum: string; readonly by: string }) => string;
  readonly confirmed: (params: { readonly labels: readonly string[] }) => string;
  readonly party: (params: { readonly position: number; readonly lead: boolean }) => string;
  readonly empty: string;
  readonly add: string;
  readonly added: (params: { readonly position: number }) => string;
  readonly remove: string;
  readonly removeNamed: (params: { readonly title: string }) => string;
  readonly removed: (params: { readonly title: string }) => string;
  readonly confirm: (params: { readonly name: string; readonly party: string }) => string;
  readonly confirmedBy: (params: { readonly name: string; readonly time: string }) => string;
  readonly confirmDone: (params: { readonly party: string }) => string;
  readonly confirmLater: string;
  readonly notAsked: string;
  readonly caption: string;
}

export const applicantsWords = wordTables<ApplicantsWords>({
  'zh-CN': {
    states: { confirmed: '已确认', waiting: '待确认', void: '确认作废', foreign: '确认无效', undated: '确认无效', notAsked: '无须确认' },
    lead: '牵头单位',
    partner: '合作单位',
    role: '牵头或合作',
    name: '单位名称',
    code: '统一社会信用代码',
    task: '承担的工作',
    share: '份额',
    confirmation: '签字确认',
    exact: '份额合计100%。',
    short: ({ sum, by }) => `份额合计${sum}%，还差${by}%。各单位份额合计须为100%。`,
    over: ({ sum, by }) => `份额合计${sum}%，多了${by}%。各单位份额合计须为100%。`,
    confirmed: ({ labels }) => `各单位确认的是：${['本单位的名称、工作和份额', '牵头单位', ...labels].join('、')}。确认后有改动的，须重新确认。`,
    party: ({ position, lead }) => `第${position}个单位（${lead ? '牵头' : '合作'}）`,
    empty: '还没有单位。先添加牵头单位，再添加合作单位。',
    add: '添加单位',
    added: ({ position }) => `已添加第${position}个单位。`,
    remove: '删除',
    removeNamed: ({ title }) => `删除${title}`,
    removed: ({ title }) => `已删除${title}。`,
    confirm: ({ name, party }) => `由“${name}”代表“${party}”确认`,
    confirmedBy: ({ name, time }) => `${name} ${time}`,
    confirmDone: ({ party }) => `“${party}”已确认。`,
    confirmLater: '由该单位的人登录后确认。',
    notAsked: '由本单位提交，无须另行确认。',
    caption: '联合申报单位',
  },
  en: {
    states: { confirmed: 'Confirmed', waiting: 'Not confirmed', void: 'Void', foreign: 'Not valid', undated: 'Not valid', notAsked: 'Need not confirm' },
    lead: 'Lead',
    partner: 'Partner',
    role: 'Lead or partner',
    name: 'Organisation',
    code: 'Organisation code',
    task: 'What it does',
    share: 'Share',
    confirmation: 'Confirmation',
    exact: 'The shares are 100% together.',
    short: ({ sum, by }) => `The shares are ${sum}% together, ${by}% are missing. They have to be 100%.`,
    over: ({ sum, by }) => `The shares are ${sum}% together, ${by}% too many. They have to be 100%.`,
    confirmed: ({ labels }) => `Each confirms ${['its own name, task and share', 'who leads', ...labels].join(', ')}. After a change it has to confirm again.`,
    party: ({ position, lead }) => `Organisation ${position} (${lead ? 'lead' : 'partner'})`,
    empty: 'There are no organisations yet. Add the lead first, then the partners.',
    add: 'Add an organisation',
    added: ({ position }) => `Organisation ${position} was added.`,
    remove: 'Remove',
    removeNamed: ({ title }) => `Remove ${title}`,
    removed: ({ title }) => `${title} was removed.`,
    confirm: ({ name, party }) => `Confirm for “${party}”: ${name}`,
    confirmedBy: ({ name, time }) => `${name}, ${time}`,
    confirmDone: ({ party }) => `“${party}” has confirmed.`,
    confirmLater: 'Somebody of this organisation has to sign in to confirm.',
    notAsked: 'It sends the form and need not confirm beside.',
    caption: 'Joint applicants',
  },
});
