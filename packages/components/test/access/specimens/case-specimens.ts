import type { Case } from '@cobuild/core';
import { commentedPlay, publicStation } from '../../../../../.storybook/commented-projects.js';
import { fourOnes, people, responsiblePlay } from '../../../../../.storybook/four-ones.js';
import { chinaCalendar } from '@cobuild/core';
import type { SchemeReport } from '@cobuild/rules';
import { buildNotice, publicStatus } from '@cobuild/rules';
import { built, siteOfficer, sites } from '../../../../../.storybook/site-years.js';
import { assessment, assessmentDay, officer, papersChecked } from '../../../../../.storybook/evidence-desk.js';
import { exampleCases, exampleScheme, householdMarks, households, nanhaiMatters, playedCase } from '../../../../../.storybook/examples.js';
import { ProjectPlay, secretary } from '../../../../../.storybook/gaoming-projects.js';
import { first, pool, second, withAmountCheck, withAssignment } from '../../automatic-stage.js';
import { GaomingPlay, clerk, memberIds, stationRemarks } from '../../../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingCase, gaomingDemo as scheme, gaomingWith, identities } from '../../../../../.storybook/gaoming.js';
import { everyAnswer, everyWidget } from '../../every-widget.js';
import type { Deed, Specimen } from '../specimen.js';

type Given = Readonly<Record<string, unknown>>;

const of = (tag: Specimen['tag']) => (name: string, properties: Given | (() => Given), deeds: readonly Deed[] = []): Specimen => ({ name: `${tag.replace('cobuild-', '')}, ${name}`, tag, properties: typeof properties === 'function' ? properties : () => properties, deeds });
const application = of('cobuild-application');
const review = of('cobuild-review');
const meeting = of('cobuild-meeting');

const wishScheme = exampleScheme('yangjiang-wishes-demo');
const householdScheme = exampleScheme('yangjiang-households-demo');
const station: Case = gaomingCase('../gaoming/cases/service-station.json');
const facts = { today: '2026-03-05' };
const today = '2026-03-06';
const reviewer = actor('reviewer-hecheng');
const filled = { scheme, applicant: station.applicant, facts, value: station.answers };
const returned = { stage: 'preliminary', outcome: 'return', reason: '第二部分缺少轮值安排，请写清由谁负责；预算中的饮水设备请附报价。', at: '2026-03-12T10:00:00+08:00' };
const twoVersions = {
  load: () => Promise.resolve({ answers: { projectName: '村口路灯', background: '现有路灯老旧。' }, savedAt: '2026-03-05T10:00:00+08:00', revision: 1 }),
  save: () => Promise.resolve({ conflict: { answers: { projectName: '村口与球场路灯', background: '现有路灯三十二盏，十一盏不亮。' }, savedAt: '2026-03-05T10:32:00+08:00', revision: 2, author: { id: 'li', name: '李四' } } }),
  remove: () => Promise.resolve(),
};
const prefill = { answersFor: () => Promise.resolve([{ pointer: '/contactPhone', value: '13900000000', source: { id: 'last-year', title: '去年的申报' }, at: '2025-03-12T00:00:00+08:00' }]) };

const published = (): GaomingPlay => new GaomingPlay().toPublicity().publish();

/** What applicants use besides the form. */
export const applicantSpecimens: readonly Specimen[] = [
  application('first page', { scheme, applicant: station.applicant, facts, prefill, drafts: { load: () => Promise.resolve(undefined), save: () => Promise.resolve({ savedAt: '2026-03-05T10:32:00+08:00' }), remove: () => Promise.resolve() } }, [['wait', '.eligibility']]),
  application('not eligible, a step with errors', { ...filled, value: { ...station.answers, projectName: '', contactPhone: '123', budget: { ...(station.answers['budget'] as object), requested: 260000 }, negativeUses: ['wages'] } }, [['click', '.actions .primary'], ['wait', '.error-summary']]),
  application('sent back', { ...filled, returned }),
  application('sent back with remarks', { ...filled, returned: { ...returned, remarks: [...stationRemarks] }, dealtWith: ['/contactPhone'] }, [['wait', '.field-remark']]),
  application('draft to a file', filled, [['click', '#draft-file-export'], ['wait', '#draft-file']]),
  application('two versions', { scheme, applicant: station.applicant, facts, drafts: twoVersions }, [['wait', 'input'], ['type', 'input', '二期'], ['wait', '.merge']]),
  application('receipt', { scheme, receipt: { caseId: 'GM-2026-0007', submittedAt: '2026-03-05T10:32:00+08:00' } }),
  of('cobuild-field')('refused', { schema: { type: 'string', maxLength: 40 }, label: '项目名称', help: '写清在哪里做什么。', name: 'projectName', required: true }, [['check'], ['wait', '.field-error']]),
  of('cobuild-answers')('compared, with remarks', { definition: everyWidget, value: everyAnswer, earlier: { ...everyAnswer, households: 28, background: '旧。' }, remarks: [{ pointer: '/projectName', text: '与方案不一致。' }], remarking: true }),
  of('cobuild-answers')('on paper', { definition: everyWidget, value: everyAnswer, view: 'print' }),
  of('cobuild-status')('on notice', () => ({ status: publicStatus(scheme, published().state, { today: '2026-03-10', calendar: chinaCalendar }), today: '2026-03-10' })),
  of('cobuild-status')('being taken back', () => ({ status: publicStatus(scheme, new GaomingPlay().submit().state, { today: '2026-03-06', calendar: chinaCalendar }), withdrawable: true }), [['click', '#withdraw'], ['wait', '#confirm-box']]),
  of('cobuild-case-list')('three cases', { heading: '我的申报', create: '新的申报', cases: ['open', 'returned', 'approved'].map((status, index) => ({ id: `GM-${index}`, title: '荷城街道和顺社区闲置公共用房改建新就业群体暖心服务站', applicant: '和顺社区党委', stage: '镇街初审', status, statusText: '镇街初审中', updatedAt: '2026-03-05T09:30:00+08:00', ...(index === 1 ? { todo: '待补正' } : {}) })) }),
  of('cobuild-identity-switch')('somebody', { identities, current: 'secretary-heshun' }),
];

const report: SchemeReport = {
  folder: 'gaoming-demo', id: 'gaoming', title: '农村党群共建专项资金', version: '1.0.0', documents: ['scheme.json'], checkedAt: '2026-03-05T09:30:00+08:00', publishable: false,
  problems: [{ code: 'rule/unknown-operator', severity: 'error', document: 'eligibility.json', pointer: '/rules/2/conditions/all/0/operator', line: 41, column: 24, params: {}, message: '没有名为 greaterThen 的运算符。', remedy: '是否想写 greaterThan？' }],
  tests: [{ id: 'twelve-of-23', description: '二十三人应到', passed: false, differences: [{ field: 'outcome', expected: 'approved', actual: 'notApproved' }] }],
  published: [{ id: 'gaoming', version: '0.9.0', hash: '9f2c4e61b0a7d3588c1e', publishedAt: '2026-03-01T09:30:00+08:00', active: true }],
  parameters: [{ key: 'voteBase', title: '表决基数', value: 'UNDECIDED', provenance: 'invented' }],
};
const notice = (): unknown => scheme.publicity?.notices.map((definition) => buildNotice(scheme, definition, [published().state], '2026-03-10').notice)[0];
const objected = (): GaomingPlay => published().moveTo('2026-03-10T10:00:00+08:00').act('objectionRaised', { objection: 'o1', text: '公示的实施地点与实际门牌号不一致，请核对。', contact: '13800138000' }, { id: 'resident', role: 'public' });
const desk = (play: GaomingPlay, more: Given = {}): Given => ({ scheme: play.scheme, state: play.state, actor: clerk, today, ...more });
const room = (play: GaomingPlay, more: Given = {}): Given => ({ scheme: play.scheme, state: play.state, members: committee, actor: clerk, ...more });
const sitting = (present: number): GaomingPlay => new GaomingPlay().toMeeting().openMeeting(memberIds(1, present));

/** What reviewers, the committee, clerks and the public use. */
export const officeSpecimens: readonly Specimen[] = [
  review('answers sent in again', () => desk(new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '佛山市高明区荷城街道和顺社区18号首层和二层' }), { actor: reviewer, today: '2026-03-11' })),
  review('remarks answered', () => desk(new GaomingPlay().submit().sendBack(undefined, stationRemarks).moveTo('2026-03-10T10:00:00+08:00').submit({ place: '佛山市高明区荷城街道和顺社区18号首层和二层' }), { actor: reviewer, today: '2026-03-11' }), [['wait', '.answered-remarks']]),
  review('a remark being written', () => desk(new GaomingPlay().submit(), { actor: reviewer }), [['click', '[value="return"]'], ['wait', '.remark-add'], ['click', '[data-pointer="/place"] .remark-add button'], ['wait', 'textarea']]),
  review('a refusal without a reason', () => desk(new GaomingPlay().submit(), { actor: reviewer }), [['click', '[value="reject"]'], ['click', '#submit'], ['wait', '#error-summary']]),
  review('a refusal to be confirmed', () => desk(new GaomingPlay().submit(), { actor: reviewer }), [['click', '[value="reject"]'], ['type', '#reason', '不属于专项资金的适用范围。'], ['click', '#submit'], ['wait', '#confirm-box']]),
  review('a result being set aside', () => desk(new GaomingPlay(withAmountCheck).submit().forward().act('overrideProposed', { stage: 'amountCheck', outcome: 'ok', reason: '区里已同意增加' }, first), { actor: second }), [['click', '#override'], ['wait', '#override-form'], ['click', '#send-override'], ['wait', '#override-reason-error']]),
  review('reviewers being assigned', () => desk(new GaomingPlay(withAssignment()).submit(), { reviewers: pool('heshun') }), [['click', '#assignment [value="r5"]'], ['click', '#assign'], ['wait', '#assignment [role="alert"]']]),
  review('an objection', () => desk(objected(), { today: '2026-03-16' })),
  of('cobuild-evidence')('a record being entered', () => ({ scheme: assessment, state: papersChecked(), actor: officer, today: assessmentDay }), [['click', '#record-visit'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-cycle')('a withdrawal without a reason', () => ({ scheme: sites, state: built().now, actor: siteOfficer, today: '2031-12-01' }), [['click', '#withdraw-site'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  meeting('signing in', () => room(sitting(12)), [['click', '#recuse-member-03'], ['wait', '#reason-member-03']]),
  meeting('voting', () => room(sitting(22).act('votingOpened', {}).ballots(5, 2, 1))),
  meeting('counting a secret vote', () => room(new GaomingPlay(gaomingWith({ voteSecrecy: 'secret' })).toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {})), [['type', '#count-yes', '30']]),
  meeting('result', () => room(sitting(22).vote(12, 8, 2))),
  meeting('screen in the room', () => room(sitting(15), { presentation: true, minutes: 8 })),
  of('cobuild-ranking')('money that does not reach everybody', () => ({ scheme, cases: ['06-approved', '05-thirteen-of-24', '09-quorum-exactly', '20-odd-amount', '02-returned'].map((file) => gaomingCase(`cases/${file}.json`)), batch: { pool: 150000 } }), [['click', 'summary']]),
  of('cobuild-statistics')('a half-year by town and category', () => ({ scheme: exampleScheme('nanhai-matters-demo'), cases: nanhaiMatters(), settings: { rows: { by: 'town' }, columns: { by: 'answer', pointer: '/category' } }, heading: '重要事权半年统计', excel: true })),
  of('cobuild-demand-board')('a refusal without grounds', () => ({ scheme: wishScheme, states: exampleCases('yangjiang-wishes').map((each) => playedCase(wishScheme, each)), actor: { id: 'clerk-1', role: 'villageClerk', unit: 'haitou' }, today: '2026-03-13', settings: { category: '/kind', escalation: { after: { amount: 2, unit: 'workingDay' }, to: 'townOfficer' } } }), [['click', '.card.mine .name'], ['click', '[data-outcome="refuse"]'], ['click', '#submit'], ['wait', '#missing']]),
  of('cobuild-register')('marks of a village that are not complete', () => ({ scheme: householdScheme, cases: households(24, 2), actor: { id: 'clerk-1', role: 'villageClerk' }, settings: { grading: 'year', lowest: 0, highest: 100 }, marks: householdMarks(households(24, 2), 9), heading: '党员中心户名册', assessing: true }), [['type', '.mark', '九十'], ['click', '[part=assessment] .primary'], ['wait', '[part=figures]'], ['click', '.name'], ['wait', '.details']]),
  of('cobuild-decision')('not passed', () => ({ scheme, case: { ...station, answers: { ...station.answers, amountRequested: 260000, negativeUses: ['wages'] } }, state: sitting(22).vote(11, 9, 2).state, today }), [['click', 'summary']]),
  of('cobuild-notice')('with an objection being written', () => ({ notice: notice(), objections: true }), [['click', '[id^="object-"]'], ['wait', 'form.objection'], ['click', 'form.objection [type=submit]'], ['wait', '.field-error']]),
  of('cobuild-ledger')('an expense being entered', () => ({ scheme, project: new ProjectPlay().found().project, actor: secretary, today: '2026-06-10' }), [['click', '#expense'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-dossier')('a missing report and an open finding', () => ({ scheme, state: new ProjectPlay().state, project: new ProjectPlay().found().project, today: '2026-07-10' }), [['click', 'summary']]),
  of('cobuild-report')('an overdue report being filled in', () => ({ scheme, project: new ProjectPlay().spent().project, actor: secretary, today: '2026-07-08' }), [['click', '[id^="fill-"]'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-supervision')('an overdue finding, another being raised', () => ({ scheme, projects: [new ProjectPlay().found().project], actor: actor('supervisor'), today: '2026-06-29' }), [['click', 'summary'], ['click', '#raise'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-responsibility')('somebody who leaves, with a mistake', () => ({ scheme: fourOnes, projects: [responsiblePlay().project, responsiblePlay('GM-2026-009', '柳岸村口袋公园').project], people, actor: clerk, today: '2026-06-22' }), [['click', '#hand-over'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-disclosure')('a comment without a text', () => ({ projects: [publicStation()] }), [['click', '[id^="comment-"]'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-comments')('a refusal without a reason', () => ({ scheme, projects: [commentedPlay().project], actor: clerk, today: '2026-07-12' }), [['click', '[id^="refuse-"]'], ['wait', '#entry-form cobuild-form'], ['click', '#entry-form-send']]),
  of('cobuild-scheme-report')('a wrong rule and a failed test', { reports: [report] }, [['click', 'summary']]),
];
