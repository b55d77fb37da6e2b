import type { Decision, VoteResult } from '@cobuild/rules';
import type { MessagesLike } from '../internal/locale.js';
import { wordTables } from '../internal/word-tables.js';

const zhCn = {
  // Verdict
  approved: '通过',
  rejected: '不予推荐',
  notApproved: '未通过',
  withdrawn: '已撤回',
  ineligible: '不符合条件',
  undetermined: '还不能判断',
  undecided: '规则未定',
  pending: '办理中',
  project: '项目',
  basis: '依据方案',
  version: ({ title, version }: { title: string; version: string }) => `${title}，版本 ${version}`,
  decidedOn: '核对日期',

  // Vote
  vote: '表决结果',
  passed: '表决通过',
  failed: '表决未通过',
  noQuorum: '到会人数不足，不能表决',
  tied: '赞成与反对票数相等',
  voteUndecided: '表决规则还没有定',
  notHeld: '还没有表决',
  yesVotes: '票赞成',
  ofBase: ({ base, name }: { base: number; name: string }) => `计票基数 ${base}（${name}）`,
  baseAppointed: '应到人数，不扣除回避',
  baseEntitled: '应到人数，扣除回避',
  basePresent: '到会人数，不含回避',
  baseValid: '有效票数',
  moreThan: ({ ratio }: { ratio: string }) => `赞成票须超过基数的${ratio}`,
  atLeast: ({ ratio }: { ratio: string }) => `赞成票须达到基数的${ratio}`,
  ratio: ({ p, q }: { p: number; q: number }) => (p === 1 && q === 2 ? '二分之一' : p === 2 && q === 3 ? '三分之二' : `${q} 分之 ${p}`),
  appointed: '应到',
  recused: '回避',
  entitled: '应表决',
  present: '到会',
  absent: '缺席',
  yes: '赞成',
  no: '反对',
  abstain: '弃权',
  void: '无效',

  // Reasons
  reasons: '理由',
  mends: '怎样才能通过',
  mendsHelp: '以下各项改好后可以重新申报。',
  mendsLaterHelp: '以下各项补充或改好后，系统会重新核对。',

  // History
  history: '办理经过',
  submitted: '提交申报',
  submittedAgain: '补正后再次提交',
  reviewed: ({ stage, outcome }: { stage: string; outcome: string }) => `${stage}：${outcome}`,
  meetingOpened: ({ stage, count }: { stage: string; count: number }) => `${stage}开始，名单 ${count} 人`,
  signedIn: ({ count }: { count: number }) => `${count} 人签到`,
  recusals: ({ names }: { names: string }) => `回避：${names}`,
  automatic: '按规则',
  declared: '本人申请',
  votingOpened: '开始表决',
  ballots: ({ count }: { count: number }) => `已投 ${count} 票`,
  ballotCounts: ({ count, yes, no, abstain, spoilt }: { count: number; yes: number; no: number; abstain: number; spoilt: number }) =>
    `共投 ${count} 票：赞成 ${yes}，反对 ${no}，弃权 ${abstain}${spoilt === 0 ? '' : `，无效 ${spoilt}`}`,
  votingClosed: '表决结束',
  noticePublished: ({ from, to }: { from: string; to: string }) => `公示，自${from}至${to}`,
  objectionRaised: '收到异议，待核实',
  objectionUpheld: '异议核实：成立',
  objectionDismissed: '异议核实：不成立',
  withdrawnEvent: '撤回申报',
  evidenceRecorded: ({ kind }: { kind: string }) => `登记“${kind}”`,
  reviewersAssigned: ({ count }: { count: number }) => `指定审核人员 ${count} 人`,
  conflictDeclared: ({ name }: { name: string }) => `${name}申报利害关系`,
  lotDrawn: '票数相等，抽签决定',
  scoresIn: ({ count }: { count: number }) => `提交评分表 ${count} 份`,
  scoreWithdrawn: '撤回一份评分表',
  scoringClosed: ({ stage }: { stage: string }) => `“${stage}”评分结束`,
  publicVoteCounted: ({ ballots, voters }: { ballots: number; voters: number }) => `群众投票计票：${voters} 人投票，有效选票 ${ballots} 张`,
  overrideProposed: '提出更改系统得出的结果',
  overrideConfirmed: '另一人确认更改结果',
  reason: '理由',

  empty: '还没有可以说明的决定。提交申报后，核对结果和办理经过会显示在这里。',
};

export type DecisionWords = MessagesLike<typeof zhCn>;

const plural = new Intl.PluralRules('en');
const things = (count: number, one: string, other: string): string => `${count} ${plural.select(count) === 'one' ? one : other}`;

const en: DecisionWords = {
  approved: 'Approved',
  rejected: 'Rejected',
  notApproved: 'Not approved',
  withdrawn: 'Withdrawn',
  ineligible: 'Requirements not met',
  undetermined: 'Not yet known',
  undecided: 'Rule open',
  pending: 'Under way',
  project: 'Project',
  basis: 'Scheme',
  version: ({ title, version }) => `${title}, version ${version}`,
  decidedOn: 'As of',

  vote: 'Result of the vote',
  passed: 'Passed',
  failed: 'Not passed',
  noQuorum: 'No quorum: no vote possible',
  tied: 'Yes and no are equal',
  voteUndecided: 'The rule of the vote is still open',
  notHeld: 'No vote yet',
  yesVotes: 'voted yes',
  ofBase: ({ base, name }) => `Base ${base} (${name})`,
  baseAppointed: 'all appointed members, recused ones too',
  baseEntitled: 'appointed members without those recused',
  basePresent: 'members present, without those recused',
  baseValid: 'valid ballots',
  moreThan: ({ ratio }) => `Yes must be more than ${ratio} of the base`,
  atLeast: ({ ratio }) => `Yes must be at least ${ratio} of the base`,
  ratio: ({ p, q }) => (p === 1 && q === 2 ? 'one half' : p === 2 && q === 3 ? 'two thirds' : `${p}/${q}`),
  appointed: 'Appointed',
  recused: 'Recused',
  entitled: 'Entitled',
  present: 'Present',
  absent: 'Absent',
  yes: 'Yes',
  no: 'No',
  abstain: 'Abstained',
  void: 'Void',

  reasons: 'Reasons',
  mends: 'What would change this',
  mendsHelp: 'Once these are mended, a new application can be made.',
  mendsLaterHelp: 'Once these are completed or mended, the requirements are checked again.',

  history: 'History',
  submitted: 'Application submitted',
  submittedAgain: 'Submitted again after completion',
  reviewed: ({ stage, outcome }) => `${stage}: ${outcome}`,
  meetingOpened: ({ stage, count }) => `${stage} opened, ${things(count, 'member', 'members')} on the roster`,
  signedIn: ({ count }) => `${things(count, 'member', 'members')} signed in`,
  recusals: ({ names }) => `Recused: ${names}`,
  automatic: 'by the rule',
  declared: 'declared',
  votingOpened: 'Voting opened',
  ballots: ({ count }) => things(count, 'ballot is in', 'ballots are in'),
  ballotCounts: ({ count, yes, no, abstain, spoilt }) => `${things(count, 'ballot', 'ballots')}: ${yes} yes, ${no} no, ${abstain} abstained${spoilt === 0 ? '' : `, ${spoilt} void`}`,
  votingClosed: 'Voting closed',
  noticePublished: ({ from, to }) => `On public notice from ${from} to ${to}`,
  objectionRaised: 'An objection was raised and is being looked into',
  objectionUpheld: 'Objection upheld',
  objectionDismissed: 'Objection dismissed',
  withdrawnEvent: 'Application withdrawn',
  evidenceRecorded: ({ kind }: { kind: string }) => `Record kept: ${kind}`,
  reviewersAssigned: ({ count }: { count: number }) => `Reviewers assigned: ${count}`,
  conflictDeclared: ({ name }: { name: string }) => `${name} declared a conflict of interest`,
  lotDrawn: 'Tie settled by drawing lots',
  scoresIn: ({ count }: { count: number }) => `Score sheets handed in: ${count}`,
  scoreWithdrawn: 'A score sheet taken back',
  scoringClosed: ({ stage }: { stage: string }) => `Scoring closed: ${stage}`,
  publicVoteCounted: ({ ballots, voters }: { ballots: number; voters: number }) => `Residents’ vote counted: ${voters} voters, ${ballots} valid ballots`,
  overrideProposed: 'Change of an automatic result proposed',
  overrideConfirmed: 'Change confirmed by a second person',
  reason: 'Reason',

  empty: 'There is no decision to explain yet. After a submission the result and the history appear here.',
};

export const words = wordTables({ 'zh-CN': zhCn, en });

/** Word of an outcome of a decision. */
export const outcomeWord = (outcome: Decision['outcome'], text: DecisionWords): string => text[outcome];

/** Word of an outcome of a vote. */
export const voteWord = (outcome: VoteResult['outcome'], text: DecisionWords): string => (outcome === 'undecided' ? text.voteUndecided : text[outcome]);
