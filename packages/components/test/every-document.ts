import type { Case } from '@cobuild/core';
import { chinaCalendar, resolveParameters } from '@cobuild/core';
import type { SchemeReport } from '@cobuild/rules';
import { allocateBatch, buildNotice, decide, publicStatus, publicTotals } from '@cobuild/rules';
import { assessment, assessmentDay, officer, papersChecked } from '../../../.storybook/evidence-desk.js';
import { exampleCases, exampleScheme, householdMarks, households, playedCase } from '../../../.storybook/examples.js';
import { commentedPlay, publicStation } from '../../../.storybook/commented-projects.js';
import { fourOnes, people, responsiblePlay } from '../../../.storybook/four-ones.js';
import { ProjectPlay } from '../../../.storybook/gaoming-projects.js';
import { GaomingPlay, clerk, memberIds } from '../../../.storybook/gaoming-states.js';
import { actor, committee, gaomingCase, gaomingDemo, identities } from '../../../.storybook/gaoming.js';
import { after, atVote, cards, centres, contest, counted, during, organiser, someBallots } from '../../../.storybook/contest.js';
import { built, siteOfficer, sites } from '../../../.storybook/site-years.js';
import { PanelPlay, expert, experts } from '../../../.storybook/qianjiang-panel.js';
import { createMemoryBallotBox } from '../src/hosts/ballot-box.js';
import { createMemorySheetDrafts } from '../src/hosts/sheet-drafts.js';
import { everyAnswer, everyWidget } from './every-widget.js';

/** What a host can give to an element: `documents` are set one after the other to something else, the rest stays. */
export interface ElementDocuments {
  readonly tag: string;
  readonly documents: Readonly<Record<string, unknown>>;
  readonly rest?: Readonly<Record<string, unknown>>;
}

const scheme = gaomingDemo;
const householdScheme = exampleScheme('yangjiang-households-demo');
const wishScheme = exampleScheme('yangjiang-wishes-demo');
const wished = exampleCases('yangjiang-wishes').slice(0, 1).map((each) => playedCase(wishScheme, each))[0];
const station: Case = gaomingCase('../gaoming/cases/service-station.json');
const facts = { today: '2026-03-05' };
const problems = [{ code: 'application/used', severity: 'error', document: 'answers', pointer: '/projectName', params: {}, message: '项目名称已被使用。' }];
const remarks = [{ pointer: '/projectName', text: '与方案不一致。' }];
const review = { stage: 'preliminary', outcome: 'return', reason: '请补充场地照片。', at: '2026-03-12T10:00:00+08:00' };
const drafts = { load: () => Promise.resolve(undefined), save: () => Promise.resolve({ savedAt: '2026-03-05T10:32:00+08:00' }), remove: () => Promise.resolve() };

const onNotice = new GaomingPlay().toPublicity().publish().state;
const voting = new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {}).ballots(5, 2, 1).state;
const decided = new GaomingPlay().toMeeting().openMeeting(memberIds(1, 22)).vote(9, 11, 2).state;
const box = createMemoryBallotBox({ vote: centres, voter: 'zhang', now: () => during });
const panelCase = new PanelPlay().atPanel();
const resolved = resolveParameters(gaomingDemo);
const definition = resolved.publicity?.notices[0];
if (definition === undefined) throw new Error('gaoming-demo has no notice');
const { notice } = buildNotice(resolved, definition, [onNotice], '2026-03-10');

const report: SchemeReport = {
  folder: 'gaoming-demo', id: 'gaoming', title: '农村党群共建专项资金', version: '1.0.0', documents: ['scheme.json'], checkedAt: '2026-03-05T09:30:00+08:00', publishable: false,
  problems: [{ code: 'scheme/hole', severity: 'undecided', document: 'scheme.json', pointer: '/parameters/voteBase', line: 12, column: 5, params: {}, message: '表决基数尚未决定。', remedy: '请写明。' }],
  tests: [{ id: 't1', description: '二十三人应到', passed: false, differences: [{ field: 'outcome', expected: 'approved', actual: 'notApproved' }] }],
  published: [{ id: 'gaoming', version: '0.9.0', hash: '9f2c', publishedAt: '2026-03-01T09:30:00+08:00', active: true }],
  parameters: [{ key: 'voteBase', title: '表决基数', value: 'UNDECIDED', provenance: 'invented' }],
};
const line = { id: 'GM-1', title: '暖心服务站', applicant: '和顺社区党委', stage: '初审', status: 'open', statusText: '初审中', updatedAt: '2026-03-05T09:30:00+08:00' };

/** Every element with a right document for each of its properties. */
export const everyDocument: readonly ElementDocuments[] = [
  { tag: 'cobuild-form', documents: { definition: everyWidget, value: everyAnswer, facts, drafts, terms: { town: { 'zh-CN': '乡镇', en: 'township' } }, problems } },
  { tag: 'cobuild-form', documents: { schema: everyWidget.schema, layout: everyWidget.layout } },
  { tag: 'cobuild-form', documents: { definition: everyWidget, remarks, prefilled: [{ pointer: '/households', value: 30, source: { id: 'village', title: '村情库' }, at: '2026-03-01T00:00:00+08:00' }] }, rest: { mode: 'review', value: everyAnswer } },
  { tag: 'cobuild-answers', documents: { definition: everyWidget, value: everyAnswer, earlier: { ...everyAnswer, households: 28 }, remarks } },
  { tag: 'cobuild-answers', documents: { schema: everyWidget.schema, layout: everyWidget.layout }, rest: { value: everyAnswer } },
  { tag: 'cobuild-field', documents: { schema: { type: 'string', title: '项目名称', maxLength: 40 }, settings: { help: { 'zh-CN': '写清在哪里做什么。' } }, problems: [{ ...problems[0], pointer: '' }] } },
  { tag: 'cobuild-application', documents: { scheme, applicant: station.applicant, value: station.answers, facts, returned: review, drafts, prefill: { answersFor: () => Promise.resolve([]) }, problems } },
  { tag: 'cobuild-application', documents: { receipt: { caseId: 'GM-7', submittedAt: '2026-03-05T10:32:00+08:00' } }, rest: { scheme } },
  { tag: 'cobuild-review', documents: { scheme, state: new GaomingPlay().submit().sendBack().submit().state, actor: actor('reviewer-hecheng'), today: '2026-03-11', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-review', documents: { scheme, state: onNotice, today: '2026-03-16' }, rest: { actor: clerk } },
  { tag: 'cobuild-evidence', documents: { scheme: assessment, state: papersChecked(), actor: officer, today: assessmentDay, calendar: chinaCalendar, problems } },
  { tag: 'cobuild-cycle', documents: { scheme: sites, state: built().now, actor: siteOfficer, today: '2031-12-01', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-meeting', documents: { scheme, state: voting, members: committee, actor: clerk, problems } },
  { tag: 'cobuild-meeting', documents: { state: decided }, rest: { scheme, members: committee, actor: clerk } },
  { tag: 'cobuild-decision', documents: { scheme, case: station, state: decided, today: '2026-03-20' } },
  { tag: 'cobuild-decision', documents: { decision: decide(gaomingDemo, station, { calendar: chinaCalendar }) }, rest: { scheme } },
  { tag: 'cobuild-ranking', documents: { scheme, cases: [gaomingCase('cases/06-approved.json'), gaomingCase('cases/05-thirteen-of-24.json')], batch: { pool: 100000 }, today: '2026-06-01' } },
  { tag: 'cobuild-ranking', documents: { result: allocateBatch(gaomingDemo, [gaomingCase('cases/06-approved.json'), gaomingCase('cases/05-thirteen-of-24.json')], { calendar: chinaCalendar, pool: 100000 }) }, rest: { scheme } },
  { tag: 'cobuild-ledger', documents: { scheme, project: new ProjectPlay().found().project, actor: clerk, today: '2026-06-10', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-dossier', documents: { scheme, state: new ProjectPlay().state, project: new ProjectPlay().found().project, seal: { hash: 'abc', at: '2026-07-01T10:00:00+08:00' }, today: '2026-07-10', calendar: chinaCalendar } },
  { tag: 'cobuild-report', documents: { scheme, project: new ProjectPlay().reported().project, actor: actor('secretary-heshun'), today: '2026-07-06', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-supervision', documents: { scheme, projects: [new ProjectPlay().found().project, { ...new ProjectPlay().found().project, id: 'GM-2' }], actor: actor('supervisor'), today: '2026-06-20', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-responsibility', documents: { scheme: fourOnes, projects: [responsiblePlay().project, responsiblePlay('GM-2').project], people, cases: [onNotice], actor: clerk, today: '2026-06-22', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-disclosure', documents: { projects: [publicStation()], problems } },
  { tag: 'cobuild-comments', documents: { scheme, projects: [commentedPlay().project], actor: clerk, today: '2026-07-12', calendar: chinaCalendar, problems } },
  { tag: 'cobuild-statistics', documents: { scheme: wishScheme, cases: [wished, wished], settings: { rows: { by: 'stage' } } } },
  { tag: 'cobuild-demand-board', documents: { scheme: wishScheme, states: [wished], actor: { id: 'clerk-1', role: 'villageClerk', unit: 'haitou' }, today: '2026-03-06', settings: { category: '/kind' }, calendar: chinaCalendar, problems } },
  { tag: 'cobuild-score-sheet', documents: { states: [panelCase.state], actor: expert(1), reviewers: experts, today: '2026-06-10', drafts: createMemorySheetDrafts(), problems }, rest: { scheme: panelCase.scheme } },
  { tag: 'cobuild-public-vote', documents: { cards, count: counted, cases: [{ candidate: 'jc1', state: atVote().state }], actor: organiser, totals: publicTotals(centres, { entries: someBallots }, during), box, problems }, rest: { scheme: contest, now: after } },
  { tag: 'cobuild-timeline', documents: { scheme, events: onNotice.history, day: '2026-03-06', today: '2026-03-10', calendar: chinaCalendar } },
  { tag: 'cobuild-register', documents: { scheme: householdScheme, cases: households(3), actor: { id: 'clerk-1', role: 'villageClerk' }, settings: { grading: 'year', lowest: 0 }, marks: householdMarks(households(3)), problems }, rest: { assessing: true, readSheet: () => Promise.resolve([]) } },
  { tag: 'cobuild-notice', documents: { notice }, rest: { objections: true } },
  { tag: 'cobuild-status', documents: { status: publicStatus(gaomingDemo, onNotice, { today: '2026-03-10', calendar: chinaCalendar }), today: '2026-03-10' } },
  { tag: 'cobuild-status', documents: { scheme, state: onNotice }, rest: { today: '2026-03-10' } },
  { tag: 'cobuild-case-list', documents: { cases: [line, { ...line, id: 'GM-2', todo: '待办理' }] }, rest: { empty: '还没有申请。' } },
  { tag: 'cobuild-scheme-report', documents: { reports: [report] } },
  { tag: 'cobuild-identity-switch', documents: { identities } },
];
