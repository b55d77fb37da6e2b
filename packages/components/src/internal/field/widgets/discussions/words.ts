import { wordTables } from '../../../word-tables.js';

interface Share { readonly count: number; readonly of: number; readonly more: boolean; readonly ratio: string; readonly holds: boolean }
interface Rule { readonly more: boolean; readonly ratio: string }
export type Base = 'entitled' | 'present' | 'valid';
export type StepState = 'done' | 'current' | 'notYet' | 'refused';

/** Words of the screen for discussions and disclosures. */
interface DiscussionsWords {
  readonly states: Readonly<Record<StepState, string>>;
  readonly progress: (params: { readonly done: number; readonly count: number; readonly next: string }) => string;
  readonly complete: string;
  readonly missingBefore: (params: { readonly steps: readonly string[] }) => string;
  readonly notNeededYet: string;
  readonly date: string;
  readonly posted: string;
  readonly form: string;
  readonly forms: readonly string[];
  readonly calledBy: string;
  readonly noticeOn: string;
  readonly notice: (params: { readonly amount: number; readonly working: boolean }) => string;
  readonly earliest: (params: { readonly date: string }) => string;
  readonly source: string;
  readonly motion: string;
  readonly motionHelp: string;
  readonly sameAsFirst: (params: { readonly first: string }) => string;
  readonly copied: string;
  readonly entitled: string;
  readonly present: string;
  readonly for: string;
  readonly against: string;
  readonly abstain: string;
  /** One part of a count, in a line with the others: `7 for`. */
  readonly tally: (params: { readonly key: 'for' | 'against' | 'abstain'; readonly count: number }) => string;
  readonly people: string;
  readonly votes: string;
  readonly attendanceRule: (params: Rule) => string;
  readonly attendance: (params: Share) => string;
  readonly majorityRule: (params: Rule & { readonly base: Base }) => string;
  /** `isVoid`: too few came, and what they voted counts for nothing. */
  readonly majority: (params: Share & { readonly base: Base; readonly isVoid: boolean }) => string;
  readonly undecided: string;
  readonly officer: string;
  readonly until: string;
  readonly publicity: (params: { readonly amount: number; readonly working: boolean }) => string;
  readonly publicityEnd: (params: { readonly date: string; readonly provisional: boolean }) => string;
  readonly supervisor: string;
  readonly clear: string;
  readonly clearNamed: (params: { readonly step: string }) => string;
  readonly cleared: (params: { readonly step: string }) => string;
  readonly extra: string;
  readonly step: string;
  readonly state: string;
  readonly attendanceHead: string;
  readonly result: string;
  readonly caption: string;
  readonly captionOf: (params: { about: string }) => string;
  readonly separator: string;
}

const baseZh: Readonly<Record<Base, string>> = { entitled: '应到会', present: '到会', valid: '投票' };
const baseEn: Readonly<Record<Base, string>> = { entitled: 'who should attend', present: 'present', valid: 'who voted' };

export const discussionsWords = wordTables<DiscussionsWords>({
  'zh-CN': {
    states: { done: '已完成', current: '待填写', notYet: '未到', refused: '不符合规定' },
    progress: ({ done, count, next }) => `共${count}步，已完成${done}步；接下来填写“${next}”。`,
    complete: '需要的步骤都已完成。',
    missingBefore: ({ steps }) => `前面的步骤还没有完成：${steps.map((step) => `“${step}”`).join('、')}。这一步可以先填。`,
    notNeededYet: '这一步现在可以不填，到时再补。',
    date: '会议日期',
    posted: '张贴日期',
    form: '表决方式',
    forms: ['口头表决', '举手表决', '无记名投票'],
    calledBy: '召集人',
    noticeOn: '方案送达日期',
    notice: ({ amount, working }) => `须在开会前${amount}${working ? '个工作日' : '天'}送达，送达当天不算。`,
    earliest: ({ date }) => `最早${date}开会。`,
    source: '议题来源',
    motion: '议题',
    motionHelp: '每一步须是同一个议题，文字要一致。',
    sameAsFirst: ({ first }) => `照抄“${first}”的议题和来源`,
    copied: '已照抄。',
    entitled: '应到',
    present: '实到',
    for: '赞成',
    against: '反对',
    abstain: '弃权',
    tally: ({ key, count }) => `${{ for: '赞成', against: '反对', abstain: '弃权' }[key]}${count}票`,
    people: '人',
    votes: '票',
    attendanceRule: ({ more, ratio }) => `实到人数须${more ? '超过' : '不少于'}应到人数的${ratio}。`,
    attendance: ({ count, of, more, ratio, holds }) => `应到${of}人，实到${count}人，${holds ? `${more ? '超过' : '达到'}${ratio}，会议有效` : `${more ? '没有超过' : '不到'}${ratio}，会议无效`}。`,
    majorityRule: ({ more, ratio, base }) => `赞成票须${more ? '超过' : '不少于'}${baseZh[base]}人数的${ratio}。`,
    majority: ({ count, of, more, ratio, holds, base, isVoid }) => `赞成${count}票，${baseZh[base]}${of}人，${holds ? `${more ? '超过' : '达到'}${ratio}，${isVoid ? '但会议无效，表决不算' : '通过'}` : `${more ? '没有超过' : '不到'}${ratio}，没有通过`}。`,
    undecided: '比例还没有规定，填写后暂不核对。',
    officer: '镇街干部（签名）',
    until: '公开到哪一天',
    publicity: ({ amount, working }) => `须公开${amount}${working ? '个工作日' : '天'}，张贴当天不算。`,
    publicityEnd: ({ date, provisional }) => `应公开到${date}${provisional ? '（放假安排公布后可能调整）' : ''}。`,
    supervisor: '监督委员会意见',
    clear: '清空这一步',
    clearNamed: ({ step }) => `清空这一步：${step}`,
    cleared: ({ step }) => `已清空“${step}”。`,
    extra: '这条记录不属于规定的步骤，或与上面重复，请删除。',
    step: '步骤',
    state: '状态',
    attendanceHead: '到会',
    result: '表决',
    caption: '四议两公开登记',
    captionOf: ({ about }) => `四议两公开登记：${about}`,
    separator: '；',
  },
  en: {
    states: { done: 'Done', current: 'To fill in', notYet: 'Not yet', refused: 'Against the rules' },
    progress: ({ done, count, next }) => `${done} of ${count} steps are done; “${next}” is next.`,
    complete: 'Every step that is needed is done.',
    missingBefore: ({ steps }) => `Earlier steps are not done: ${steps.map((step) => `“${step}”`).join(', ')}. You may fill in this one already.`,
    notNeededYet: 'This step is not needed yet; it can be added later.',
    date: 'Day of the meeting',
    posted: 'Day of posting',
    form: 'How they voted',
    forms: ['Orally', 'Show of hands', 'Secret ballot'],
    calledBy: 'Called by',
    noticeOn: 'Day the plan was sent',
    notice: ({ amount, working }) => `It has to be sent ${amount} ${working ? 'working ' : ''}days before the meeting; the day of sending does not count.`,
    earliest: ({ date }) => `The meeting can be on ${date} at the earliest.`,
    source: 'Where the motion came from',
    motion: 'Motion',
    motionHelp: 'Every step has to be about the same motion, in the same words.',
    sameAsFirst: ({ first }) => `Copy motion and source from “${first}”`,
    copied: 'Copied.',
    entitled: 'Should attend',
    present: 'Present',
    for: 'For',
    against: 'Against',
    abstain: 'Abstained',
    tally: ({ key, count }) => `${count} ${{ for: 'for', against: 'against', abstain: 'abstained' }[key]}`,
    people: '',
    votes: '',
    attendanceRule: ({ more, ratio }) => `${more ? 'More than' : 'At least'} ${ratio} of those who should attend have to be present.`,
    attendance: ({ count, of, more, ratio, holds }) => `${count} of ${of} present, ${holds ? `${more ? 'more than' : 'at least'} ${ratio}: the meeting counts` : `${more ? 'not more than' : 'less than'} ${ratio}: the meeting does not count`}.`,
    majorityRule: ({ more, ratio, base }) => `${more ? 'More than' : 'At least'} ${ratio} of those ${baseEn[base]} have to be for it.`,
    majority: ({ count, of, more, ratio, holds, base, isVoid }) => `${count} for it of ${of} ${baseEn[base]}, ${holds ? `${more ? 'more than' : 'at least'} ${ratio}: ${isVoid ? 'but the meeting does not count, nor does its vote' : 'passed'}` : `${more ? 'not more than' : 'less than'} ${ratio}: not passed`}.`,
    undecided: 'Nobody has decided the share yet; the numbers are not checked.',
    officer: 'Town officer (signature)',
    until: 'Up until',
    publicity: ({ amount, working }) => `It has to stay up for ${amount} ${working ? 'working ' : ''}days; the day of posting does not count.`,
    publicityEnd: ({ date, provisional }) => `It has to stay up until ${date}${provisional ? ' (public holidays may change that)' : ''}.`,
    supervisor: 'Opinion of the supervisors',
    clear: 'Clear this step',
    clearNamed: ({ step }) => `Clear this step: ${step}`,
    cleared: ({ step }) => `“${step}” was cleared.`,
    extra: 'This entry belongs to no step, or is there twice; please remove it.',
    step: 'Step',
    state: 'State',
    attendanceHead: 'Present',
    result: 'Vote',
    caption: 'Register of discussions and disclosures',
    captionOf: ({ about }) => `Register of discussions and disclosures: ${about}`,
    separator: '; ',
  },
});
