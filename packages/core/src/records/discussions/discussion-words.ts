import { formatDate } from '../../calendar/dates.js';
import type { RecordSentences } from '../record-problems.js';
import { shareText } from '../share-text.js';

const text = (value: unknown): string => String(value);
const zhDate = (value: unknown): string => formatDate(value as string, 'zh-CN');
const enDate = (value: unknown): string => formatDate(value as string, 'en');
const baseZh: Readonly<Record<string, string>> = { entitled: '应到会', present: '到会', valid: '投票' };
const baseEn: Readonly<Record<string, string>> = { entitled: 'who should attend', present: 'present', valid: 'who voted' };

/** Why a register of discussions is refused. */
export const discussionSentences = {
  'zh-CN': {
    'discussions/step-unknown': (p) => ({ message: `“${text(p['step'])}”不是规定的步骤`, remedy: `步骤依次为：${text(p['known'])}。` }),
    'discussions/step-twice': (p) => ({ message: `“${text(p['step'])}”登记了两次`, remedy: '请保留有效的一次。' }),
    'discussions/step-missing': (p) => ({ message: `缺少“${text(p['step'])}”的记录` }),
    'discussions/date': (p) => ({ message: `请填写“${text(p['step'])}”的日期` }),
    'discussions/date-ahead': (p) => ({ message: `“${text(p['step'])}”的日期${zhDate(p['date'])}还没有到` }),
    'discussions/out-of-order': (p) => ({ message: `步骤顺序不对：“${text(p['step'])}”在${zhDate(p['date'])}，早于它前面的“${text(p['before'])}”（${zhDate(p['beforeDate'])}）`, remedy: '请核对日期；没有按顺序进行的，须重新进行。' }),
    'discussions/source-missing': (p) => ({ message: `请选择“${text(p['step'])}”的议题来源` }),
    'discussions/source-unknown': (p) => ({ message: `“${text(p['step'])}”的议题来源不在可选范围里` }),
    'discussions/source-differs': (p) => ({ message: `“${text(p['step'])}”的议题来源是“${text(p['source'])}”，与“${text(p['first'])}”的“${text(p['firstSource'])}”不一致`, remedy: '每一步的议题来源须相同。' }),
    'discussions/motion-differs': (p) => ({ message: `“${text(p['step'])}”的议题是“${text(p['motion'])}”，与“${text(p['first'])}”的“${text(p['firstMotion'])}”不一致`, remedy: '每一步须是同一个议题。' }),
    'discussions/caller': (p) => ({ message: `“${text(p['step'])}”须由下列人员召集：${text(p['known'])}` }),
    'discussions/heads-missing': (p) => ({ message: `请填写“${text(p['step'])}”的应到、实到人数` }),
    'discussions/votes-missing': (p) => ({ message: `请填写“${text(p['step'])}”的表决票数` }),
    'discussions/present-too-many': (p) => ({ message: `“${text(p['step'])}”实到${text(p['present'])}人，多于应到${text(p['entitled'])}人` }),
    'discussions/votes-too-many': (p) => ({ message: `“${text(p['step'])}”共${text(p['votes'])}票，多于实到${text(p['present'])}人，表决无效`, remedy: '请核对票数，须重新表决的重新表决。' }),
    'discussions/attendance': (p) => ({ message: `“${text(p['step'])}”应到${text(p['of'])}人，实到${text(p['count'])}人，${p['op'] === '>' ? '没有超过' : '不到'}${shareText(p['ratio'])}，会议无效` }),
    'discussions/majority': (p) => ({ message: `“${text(p['step'])}”赞成${text(p['count'])}票，${baseZh[text(p['base'])] ?? ''}${text(p['of'])}人，${p['op'] === '>' ? '没有超过' : '不到'}${shareText(p['ratio'])}，没有通过` }),
    'discussions/notice-missing': (p) => ({ message: `请填写“${text(p['step'])}”的方案是哪天送达的` }),
    'discussions/notice-short': (p) => ({ message: `“${text(p['step'])}”的方案${zhDate(p['noticeOn'])}才送达，最早${zhDate(p['earliest'])}开会，实际在${zhDate(p['date'])}` }),
    'discussions/until-missing': (p) => ({ message: `请填写“${text(p['step'])}”公开到哪一天` }),
    'discussions/publicity-running': (p) => ({ message: `“${text(p['step'])}”要公开到${zhDate(p['end'])}，还没有结束` }),
    'discussions/publicity-short': (p) => ({ message: `“${text(p['step'])}”应公开到${zhDate(p['end'])}，实际只到${zhDate(p['until'])}`, remedy: '须重新公开。' }),
    'discussions/too-early': (p) => ({ message: `“${text(p['step'])}”在${zhDate(p['date'])}，而“${text(p['before'])}”要公开到${zhDate(p['end'])}` }),
    'discussions/officer': (p) => ({ message: `“${text(p['step'])}”还没有镇街干部签名` }),
    'discussions/supervisor': (p) => ({ message: `“${text(p['step'])}”还没有监督委员会的意见` }),
  },
  en: {
    'discussions/step-unknown': (p) => ({ message: `“${text(p['step'])}” is none of the steps.`, remedy: `The steps are: ${text(p['known'])}.` }),
    'discussions/step-twice': (p) => ({ message: `“${text(p['step'])}” is there twice.`, remedy: 'Keep the one that is valid.' }),
    'discussions/step-missing': (p) => ({ message: `There is no record of “${text(p['step'])}”.` }),
    'discussions/date': (p) => ({ message: `Enter the day of “${text(p['step'])}”.` }),
    'discussions/date-ahead': (p) => ({ message: `The day of “${text(p['step'])}”, ${enDate(p['date'])}, has not come yet.` }),
    'discussions/out-of-order': (p) => ({ message: `Steps out of order: “${text(p['step'])}” on ${enDate(p['date'])} is earlier than “${text(p['before'])}” (${enDate(p['beforeDate'])}), which comes first.`, remedy: 'Check the dates; what was not done in order has to be done again.' }),
    'discussions/source-missing': (p) => ({ message: `Choose where the motion of “${text(p['step'])}” came from.` }),
    'discussions/source-unknown': (p) => ({ message: `“${text(p['step'])}”: the motion cannot come from there.` }),
    'discussions/source-differs': (p) => ({ message: `“${text(p['step'])}” has the motion from “${text(p['source'])}”, “${text(p['first'])}” from “${text(p['firstSource'])}”.`, remedy: 'The source has to be the same in every step.' }),
    'discussions/motion-differs': (p) => ({ message: `“${text(p['step'])}” is about “${text(p['motion'])}”, “${text(p['first'])}” about “${text(p['firstMotion'])}”.`, remedy: 'Every step has to be about the same motion.' }),
    'discussions/caller': (p) => ({ message: `“${text(p['step'])}” has to be called by: ${text(p['known'])}.` }),
    'discussions/heads-missing': (p) => ({ message: `Enter how many should attend “${text(p['step'])}” and how many did.` }),
    'discussions/votes-missing': (p) => ({ message: `Enter the votes of “${text(p['step'])}”.` }),
    'discussions/present-too-many': (p) => ({ message: `“${text(p['step'])}”: ${text(p['present'])} were present, more than the ${text(p['entitled'])} who should attend.` }),
    'discussions/votes-too-many': (p) => ({ message: `“${text(p['step'])}”: ${text(p['votes'])} votes are more than the ${text(p['present'])} present; the vote is void.`, remedy: 'Check the votes, and vote again where needed.' }),
    'discussions/attendance': (p) => ({ message: `“${text(p['step'])}”: ${text(p['count'])} of ${text(p['of'])} were present, ${p['op'] === '>' ? 'not more than' : 'less than'} ${shareText(p['ratio'])}; the meeting does not count.` }),
    'discussions/majority': (p) => ({ message: `“${text(p['step'])}”: ${text(p['count'])} for it of ${text(p['of'])} ${baseEn[text(p['base'])] ?? ''}, ${p['op'] === '>' ? 'not more than' : 'less than'} ${shareText(p['ratio'])}; not passed.` }),
    'discussions/notice-missing': (p) => ({ message: `Enter when the plan for “${text(p['step'])}” was sent.` }),
    'discussions/notice-short': (p) => ({ message: `“${text(p['step'])}”: the plan was sent on ${enDate(p['noticeOn'])}, so the meeting could be on ${enDate(p['earliest'])} at the earliest; it was on ${enDate(p['date'])}.` }),
    'discussions/until-missing': (p) => ({ message: `Enter until when “${text(p['step'])}” was up.` }),
    'discussions/publicity-running': (p) => ({ message: `“${text(p['step'])}” stays up until ${enDate(p['end'])}, which is not over.` }),
    'discussions/publicity-short': (p) => ({ message: `“${text(p['step'])}” had to stay up until ${enDate(p['end'])} and was taken down on ${enDate(p['until'])}.`, remedy: 'It has to be disclosed again.' }),
    'discussions/too-early': (p) => ({ message: `“${text(p['step'])}” is on ${enDate(p['date'])}, while “${text(p['before'])}” stays up until ${enDate(p['end'])}.` }),
    'discussions/officer': (p) => ({ message: `“${text(p['step'])}” lacks the signature of the town officer.` }),
    'discussions/supervisor': (p) => ({ message: `“${text(p['step'])}” lacks the opinion of the supervisors.` }),
  },
} satisfies RecordSentences;

export type DiscussionCode = keyof (typeof discussionSentences)['zh-CN'];
