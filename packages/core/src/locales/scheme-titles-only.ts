import type { SchemeCode } from '../scheme/problem-codes.js';
import type { Locale } from '../problems/problem.js';
import { formatValue } from './format-words.js';
import type { Params, Sentence } from './message-table.js';
import { listOf, textOf } from './message-table.js';
import { schemeEn } from './scheme-en.js';
import { schemeZhCn } from './scheme-zh-cn.js';

// Where the sentences for files name what is written there, these say the same to whoever works in the editor: its controls offer what can be chosen, so that nothing is listed by its id.

type Sentences = Partial<Record<SchemeCode, Sentence>>;

/** A part that takes a condition. */
const isCondition = (params: Params): boolean => listOf(params['shapes']).includes('Comparison');

/** What can be chosen, in words: examples of other kinds are written by controls that show how. */
function choicesIn(locale: Locale, params: Params, written: unknown): string {
  const values = listOf(written).filter((example): example is string => typeof example === 'string' && /^"[^"]*"$/.test(example)).map((example) => example.slice(1, -1));
  return values.map((value) => formatValue(textOf(params['place']), value, locale)).join(locale === 'en' ? ', ' : '、');
}

/** Sentences by code; those of other codes are as for files, without keys. */
export const sentencesTitlesOnly: Readonly<Record<Locale, Sentences>> = {
  'zh-CN': {
    'scheme/undecided-not-allowed': (params) => `${textOf(params['owner']) === '' ? '' : `「${textOf(params['owner'])}」的`}${textOf(params['placeWord']) || '这一项'}不能留作“尚未决定”`,
    'scheme/anyOf': (params) => (isCondition(params) ? `${textOf(params['owner']) === '' ? '' : `「${textOf(params['owner'])}」的`}条件还没有写完` : schemeZhCn['scheme/anyOf'](params)),
  },
  en: {
    'scheme/undecided-not-allowed': (params) => `${textOf(params['owner']) === '' ? '' : `"${textOf(params['owner'])}": `}${textOf(params['placeWord']) === '' ? 'this' : `the ${textOf(params['placeWord'])}`} cannot stay "not decided yet".`,
    'scheme/anyOf': (params) => (isCondition(params) ? `${textOf(params['owner']) === '' ? 'A' : `"${textOf(params['owner'])}": a`} condition is not finished.` : schemeEn['scheme/anyOf'](params)),
  },
};

/** Where something was chosen that is not there (any more). */
const chosenAnew = [
  'scheme/enum', 'scheme/const', 'scheme/unknown-role', 'scheme/unknown-level', 'scheme/unknown-unit', 'scheme/unknown-form', 'scheme/unknown-report', 'scheme/unknown-threshold', 'scheme/unknown-notice', 'scheme/unknown-stage',
  'scheme/unknown-outcome', 'scheme/unknown-rule', 'scheme/unknown-cap', 'scheme/unknown-grading', 'scheme/unknown-grade', 'scheme/unknown-pay-rule', 'scheme/unknown-table', 'scheme/unknown-field', 'scheme/unknown-parameter', 'scheme/unknown-definition',
] as const satisfies readonly SchemeCode[];
const choosing = (sentence: string): Sentences => Object.fromEntries(chosenAnew.map((code): [SchemeCode, Sentence] => [code, () => sentence]));

const conditionZh = '请先选比较什么，再选怎样比较、与什么比较。';
const conditionEn = 'Choose what is compared, then how and with what.';

/** Remedies by code, likewise. */
export const remediesTitlesOnly: Readonly<Record<Locale, Sentences>> = {
  'zh-CN': {
    ...choosing('请重新选择。'),
    'scheme/required': () => '请补上这一项。',
    'scheme/anyOf': (params) => (isCondition(params) ? conditionZh : '请重新选择或填写。'),
    'scheme/pattern': () => '代号以字母开头，只用字母、数字和连字符；版本号写成 1.0.0。',
    'scheme/unit-cycle': () => '请改正它的上级单位。',
    'scheme/stage-needs-outcome': () => '请加上这种办理结果，否则办到这里会停住。',
    'scheme/first-stage': () => '请把它的办理方式改为申报，或把申报环节移到最前面。',
    'scheme/outcome-circle': () => '要回到前面的环节，请把结果的种类改为退回；否则请让它通向后面的环节。',
    'scheme/opens-no-project': () => '立项后案件还要继续办理：结果应是同意一类、通向后面的环节，方案里还要有监督安排。案件批准结束时会自动立项，不用写。',
    'scheme/mark-without-score': () => '请选一个评分的环节，或者指明取填写的哪一个数字。',
    'scheme/mark-not-asked': () => '请选这个环节的表单里填数字的一题。',
    'scheme/approvals-unreachable': () => '请减少须同意的人数，或增加办理的人数。',
    'scheme/deadline-missing': () => '请写上办理期限，或去掉到期怎么办。',
    'scheme/office-hours-missing': () => '请在工作日历里写上班时间，例如 08:30-12:00 和 14:00-17:30，或者改用工作日。',
    'scheme/deadline-outcome': (params) => `可以自动发生的结果种类：${listOf(params['allowed']).map((kind) => formatValue('kind', textOf(kind), 'zh-CN')).join('、')}。`,
    'scheme/unreachable-stage': () => '请让某个环节的办理结果通向它，或删去它。',
    'scheme/column-not-published': () => '请在申报表里打开它，在“谁看得到”里把“向公众”改为公开或隐去一部分，或从公示栏目中删去。',
    'scheme/photos-not-published': () => '请在报告表里打开它，在“谁看得到”里把“向公众”改为公开；照片不能只隐去一部分。不想公开的，去掉这一项。',
    'scheme/ratio-above-one': () => '请核对两个数：前一个不能大于后一个，例如三分之二是 2 / 3。',
    'scheme/minimum': (params) => (params['place'] === 'q' ? '后一个数是总份数，例如三分之二是 2 / 3。' : `请写不小于 ${textOf(params['limit'])} 的数。`),
    'scheme/empty-expectation': () => '请写上应有的结果。',
    'scheme/test-without-pool': () => '请写上这一批的资金有多少元。',
    'scheme/test-inputs': () => '请只留其中一样：一个案件、一批案件、等次评定、计酬或一笔小额支出。',
    'scheme/parameter-value': () => '请按这种写法重新填写。',
    'scheme/parameter-limits': () => '请改正下限或上限。',
    'scheme/parameter-choice': (params) => (listOf(params['choices']).length === 0 ? '请列出它的选项。' : '请重新选择。'),
    'scheme/parameter-not-ordered': () => '请改为锁定，或可以任意调整。',
    'scheme/undecided': (params) => {
      const choices = choicesIn('zh-CN', params, params['examples']);
      return `${params['blocksPublishing'] === true ? '请由主管部门决定后写明，否则不能发布。' : '目前不影响发布，决定后请写明。'}${choices === '' ? '' : `可以选：${choices}。`}`;
    },
    'scheme/undecided-not-allowed': () => '请写明；尚未决定的数值请设为参数，参数可以留作“尚未决定”。',
    'scheme/overlay-locked': () => '请恢复底本的值。确需调整的，由制定底本的单位在那个方案里修改或放宽。',
    'scheme/overlay-setting': () => '请恢复底本的设置，只改取值。',
    'scheme/overlay-parameter-use': () => '请恢复底本的内容；允许调整的，只改参数的取值。',
    'scheme/overlay-removes': () => '请恢复这一项。确需删去的，由制定底本的单位在那个方案里放宽。',
    'scheme/base-changed': () => '请逐项核对底本的变化。',
  },
  en: {
    ...choosing('Choose again.'),
    'scheme/required': () => 'Add it.',
    'scheme/anyOf': (params) => (isCondition(params) ? conditionEn : 'Choose or fill in again.'),
    'scheme/pattern': () => 'Ids begin with a letter and hold letters, digits and hyphens; versions are 1.0.0.',
    'scheme/unit-cycle': () => 'Mend the unit that it belongs to.',
    'scheme/stage-needs-outcome': () => 'Add such an outcome; without it a case stops here.',
    'scheme/first-stage': () => 'Let its method be the application, or move the stage of the application to the front.',
    'scheme/outcome-circle': () => 'To go back, let the outcome be a return; otherwise let it lead to a later stage.',
    'scheme/opens-no-project': () => 'The case goes on after it: let the outcome speak for the application and lead to a later stage, and let the scheme have supervision. A case that ends approved begins a project by itself.',
    'scheme/mark-without-score': () => 'Choose a stage with scores, or say which number that was filled in is meant.',
    'scheme/mark-not-asked': () => 'Choose a question for a number in the form of that stage.',
    'scheme/approvals-unreachable': () => 'Let fewer have to approve, or ask more people.',
    'scheme/deadline-missing': () => 'Add the time for it, or take away what happens at the deadline.',
    'scheme/office-hours-missing': () => 'Write the office hours into the calendar, such as 08:30-12:00 and 14:00-17:30, or count working days.',
    'scheme/deadline-outcome': (params) => `Kinds of outcome that may follow: ${listOf(params['allowed']).map((kind) => formatValue('kind', textOf(kind), 'en')).join(', ')}.`,
    'scheme/unreachable-stage': () => 'Let an outcome of another stage lead to it, or remove it.',
    'scheme/column-not-published': () => 'Open it in the application form and let the public see it, whole or in part (“Who sees it”), or remove the column.',
    'scheme/photos-not-published': () => 'Open it in the form of the report and let the public see it (“Who sees it”); a photo cannot be shown in part. Otherwise remove this entry.',
    'scheme/ratio-above-one': () => 'Check the two numbers: the first is at most the second, such as 2 / 3 for two thirds.',
    'scheme/minimum': (params) => (params['place'] === 'q' ? 'The second number says how many parts make the whole, such as 2 / 3 for two thirds.' : `Write a number of at least ${textOf(params['limit'])}.`),
    'scheme/empty-expectation': () => 'Say what should come out.',
    'scheme/test-without-pool': () => 'Say how many yuan the batch has.',
    'scheme/test-inputs': () => 'Leave one of them: a case, a batch, a grading, a pay or a small expense.',
    'scheme/parameter-value': () => 'Fill it in again in that form.',
    'scheme/parameter-limits': () => 'Mend the least or the greatest value.',
    'scheme/parameter-choice': (params) => (listOf(params['choices']).length === 0 ? 'List its choices.' : 'Choose again.'),
    'scheme/parameter-not-ordered': () => 'Lock it, or let it be changed freely.',
    'scheme/undecided': (params) => {
      const choices = choicesIn('en', params, params['examples']);
      return `${params['blocksPublishing'] === true ? 'Have it decided and write it down; the scheme cannot be published before.' : 'It does not hinder publishing; write it down once it is decided.'}${choices === '' ? '' : ` To choose from: ${choices}.`}`;
    },
    'scheme/undecided-not-allowed': () => 'Write it down here; make a parameter of a number that is not decided, since a parameter may be left open.',
    'scheme/overlay-locked': () => 'Go back to what the base says. Where it has to change, those who keep the base change or loosen it there.',
    'scheme/overlay-setting': () => 'Go back to what the base says, and change the value only.',
    'scheme/overlay-parameter-use': () => 'Go back to what the base says; where the parameter may change, change its value only.',
    'scheme/overlay-removes': () => 'Restore it. Where it has to go, those who keep the base loosen it there.',
    'scheme/base-changed': () => 'Go through the changes of the base.',
  },
};
