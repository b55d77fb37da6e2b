import type { Locale, Problem, Requirement } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { inLanguage } from '@cobuild/rules';

const words = {
  'portal/no-scheme': { 'zh-CN': '目前没有正在受理的资助方案。', en: 'No scheme is open for applications at the moment.' },
  'portal/scheme-changed': { 'zh-CN': '您打开页面之后，方案发布了新版本，这次没有提交。请刷新页面：填写的内容都已保存，按新的要求补充后再提交。', en: 'A new version of the scheme was published after you opened this page, so nothing was submitted. Reload: what you filled in is kept; complete it as the new version asks and submit again.' },
  'portal/no-key': { 'zh-CN': '请求缺少 idempotency-key，没有受理。', en: 'The request lacks its idempotency-key and was not taken in.' },
  'portal/unknown-case': { 'zh-CN': '没有找到这份申请，或者您无权查看。', en: 'This application was not found, or you may not see it.' },
  'portal/conflict': { 'zh-CN': '其他人刚刚处理过这份申请。您填写的内容没有丢失，请刷新后再操作。', en: 'Somebody else has just acted on this application. What you filled in is kept; reload and try again.' },
  'portal/sign-in': { 'zh-CN': '请先选择身份。', en: 'Choose an identity first.' },
  'portal/not-allowed': { 'zh-CN': '您的身份不能进行这项操作。', en: 'Your identity may not do this.' },
  'portal/too-large': { 'zh-CN': '提交的内容超过了2 MB，没有保存。请缩短文字后再提交。', en: 'What was sent is over 2 MB and was not saved. Shorten the texts and send again.' },
  'portal/broken-request': { 'zh-CN': '提交的内容不是有效的JSON，没有保存。', en: 'What was sent is not valid JSON and was not saved.' },
  'portal/foreign-request': { 'zh-CN': '请求不是从本门户发出的，没有受理。', en: 'The request does not come from this portal and was not taken.' },
  'portal/no-proposal': { 'zh-CN': '按规则找不到可以分派的专家组。请单独选择。', en: 'The rule finds no group for this one. Choose one yourself.' },
  'portal/not-found': { 'zh-CN': '没有这个页面。', en: 'There is no such page.' },
  'portal/failed': { 'zh-CN': '系统出现故障，操作没有完成。已提交的内容不受影响，请稍后再试。', en: 'Something failed and nothing was changed. Please try again later.' },
  'portal/file-type': { 'zh-CN': '只能上传PDF、JPG、PNG、Word和Excel文件，文件名连同扩展名不能超过255个字。', en: 'Only PDF, JPG, PNG, Word and Excel files can be uploaded, with a name of at most 255 characters.' },
  'portal/file-size': { 'zh-CN': '文件是空的，或者超过了20 MB，没有上传。', en: 'The file is empty or over 20 MB and was not uploaded.' },
  'portal/files-full': { 'zh-CN': '本单位上传的文件合计超过了300 MB，没有上传。请联系管理员清理不再使用的文件。', en: 'The files of your unit come to more than 300 MB; this one was not uploaded. Ask the administrator to clear files no longer in use.' },
  'portal/file-content': { 'zh-CN': '文件内容与扩展名不符，没有保存。请用原来的软件另存后重新选择。', en: 'The content of the file is not what its extension says, so it was not kept. Save it anew and choose it again.' },
  'portal/unknown-file': { 'zh-CN': '没有找到这个文件，或者您无权查看。请在附件里移除后重新上传。', en: 'This file was not found, or you may not see it. Take it out of the form and upload it again.' },
  'portal/file-in-use': { 'zh-CN': '这个文件已随申请提交，不能删除。', en: 'This file was submitted with an application and cannot be removed.' },
  'portal/unknown-register': { 'zh-CN': '没有这个名录。', en: 'There is no such register.' },
  'portal/too-many-requests': { 'zh-CN': '查找得太频繁，请稍等一会儿再试。', en: 'Too many look-ups; please wait a moment and try again.' },
  'portal/unknown-person': { 'zh-CN': '没有找到这个人，请重新选择。', en: 'This person was not found; choose again.' },
  'portal/unknown-project': { 'zh-CN': '没有找到这个项目，或者您无权查看。', en: 'This project was not found, or you may not see it.' },
  'portal/project-conflict': { 'zh-CN': '其他人刚刚更新过这个项目，您这一次没有登记。填写的内容还在，请对照最新情况核对后再提交。', en: 'Somebody else has just updated this project, so yours was not entered. What you filled in is kept; look at what stands now and send it again.' },
  'portal/hand-over-undone': { 'zh-CN': '有一项交接不成，全部没有交接，原来的安排不变。', en: 'One item could not be handed over, so nothing was; everything stays as it was.' },
  'portal/dossier-changed': { 'zh-CN': '档案还不完整，或者刚刚有变化，没有封存。请刷新后再操作。', en: 'The file is not complete, or has just changed, and was not closed. Reload and try again.' },
  'portal/unknown-vote': { 'zh-CN': '没有这项投票。', en: 'There is no such vote.' },
  'portal/vote-running': { 'zh-CN': '投票还没有结束，不能计票。', en: 'The vote has not ended yet and cannot be counted.' },
  'portal/vote-conflict': { 'zh-CN': '您的另一张选票正在投出，这一张没有计入。请稍后再试。', en: 'Another ballot of yours is being cast; this one was not taken. Please try again.' },
  'portal/jury-marks': { 'zh-CN': '请给每个候选对象打一个分，分数不能低于0，也不能高于满分。', en: 'Give each candidate one mark, from 0 up to the full mark.' },
  'portal/no-table': { 'zh-CN': '这个文件不是能读取的Excel表或者CSV表。请另存为.xlsx后再选择。', en: 'This file is no Excel or CSV table that can be read. Save it as .xlsx and choose it again.' },
  'portal/other-area': { 'zh-CN': '这个申报单位不属于您负责的范围，不能代为录入。', en: 'This applicant is not in your area; you cannot enter for them.' },
  'portal/bad-entries': { 'zh-CN': '有些行不是名册的条目，整批没有保存。', en: 'Some lines are no entries of the register; none of them was kept.' },
  'portal/bad-marks': { 'zh-CN': '有些分数不能保存：不在名册里、超出范围，或者不由您评分。整批没有保存。', en: 'Some marks cannot be kept: not in the register, out of range, or not yours to give. None of them was kept.' },
  'portal/record-scheme': { 'zh-CN': '这份案卷办理时的方案版本没有在本系统发布过，没有导入。请先发布那个版本。', en: 'The version of the scheme under which this case was handled was never published here; nothing was imported. Publish that version first.' },
  'portal/record-computed': { 'zh-CN': '这一项由其他答案算出，文件里写的和算出来的不一样', en: 'This is calculated from other answers, and the file says something else' },
  'portal/record-known': { 'zh-CN': '这个编号的案卷已经在系统里，没有重复导入。', en: 'A case with this number is here already; nothing was imported.' },
  'portal/record-project-known': { 'zh-CN': '这个编号的项目已经有立项后的记录，与文件不符，案卷和项目都没有导入。', en: 'A project with this number has a log here that differs from the file; neither the case nor the project was imported.' },
  'portal/version-used': { 'zh-CN': '这个版本号已经发布过，请先修改版本号。', en: 'This version number has been published already; change it first.' },
  'portal/scheme-files-changed': { 'zh-CN': '您打开之后，有人保存过这个方案的同一个文件，这一次没有保存。请先导出您的修改，再重新打开方案核对。', en: 'Somebody saved a file of this scheme after you opened it, so yours was not saved. Export your changes, open the scheme again and compare.' },
  'portal/not-publishable': { 'zh-CN': '方案还有未解决的问题或未通过的测试，不能发布。', en: 'The scheme has open problems or failing tests and cannot be published.' },
} as const;

/** A refusal that is said in one sentence. */
export type PortalCode = keyof typeof words;
type RequirementCode = 'portal/requirement-not-met' | 'portal/requirement-unknown';
/** A refusal whose sentence names something. */
type NamingCode = RequirementCode | 'portal/reviewer-full';
interface About { readonly rule?: Requirement | undefined; readonly pointer?: string; readonly reviewers?: readonly string[]; readonly limit?: number | undefined }

/** What was found wrong in a log, in the language of whoever asks: it was read before anybody did. */
export function said<T extends { readonly problems: readonly Problem[] }>(found: T, locale: Locale): T {
  return { ...found, problems: found.problems.map((problem) => inLanguage(problem, locale)) };
}

/** A refusal of the portal as a problem, in words of a service counter. */
export function portalProblem(code: PortalCode | NamingCode, locale: Locale, about: About = {}): Problem {
  const base = { code, severity: 'error', document: 'request', pointer: '', params: {} } as const;
  if (code === 'portal/reviewer-full') return reviewerFull(base, locale, about);
  if (code !== 'portal/requirement-not-met' && code !== 'portal/requirement-unknown') return { ...base, message: words[code][locale] };
  const { rule } = about;
  const title = localize(rule?.title, locale);
  const message = code === 'portal/requirement-not-met' ? localize(rule?.reason, locale) : locale === 'en' ? `It cannot be told yet whether this is met: ${title}` : `还不能判断是否符合：${title}`;
  return { ...base, params: { rule: rule?.id, scheme: about.pointer }, message, ...(rule?.remedy === undefined ? {} : { remedy: localize(rule.remedy, locale) }) };
}

function reviewerFull(base: Omit<Problem, 'message'>, locale: Locale, { reviewers = [], limit }: About): Problem {
  const said = locale === 'en'
    ? { message: `Already at the limit of the scheme (${limit} applications each): ${reviewers.join(', ')}.`, remedy: 'Choose somebody else, or another group.' }
    : { message: `${reviewers.join('、')}手上的申请已达到方案规定的每人 ${limit} 件。`, remedy: '请改选其他评审人，或者改派其他评审组。' };
  return { ...base, params: { reviewers, limit }, ...said };
}
