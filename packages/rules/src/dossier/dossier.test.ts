import { FOUR_DISCUSSIONS, chinaCalendar } from '@cobuild/core';
import type { FormDefinition, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { scheme as usual } from '../../test/case-scheme.js';
import { ProjectPlay, gaoming as demonstration, opening, raise, report, town, village, watch } from '../../test/funded-project.js';
import type { CaseState } from '../results.js';
import { dossierOf } from './dossier-of.js';
import type { Dossier } from './dossier-types.js';

/** The Gaoming scheme without the registers of its form: each test says which ones it is about. */
const gaoming: Scheme = { ...demonstration, forms: demonstration.forms.map((form) => (form.id === 'application' ? { ...form, fields: {} } : form)) };

/** A case of the Gaoming scheme that was approved; its log stands for itself. */
const approved: CaseState = {
  id: 'case-1', schemeHash: 'demo', stage: 'publicity', status: 'ended', end: 'approved', applicant: opening.applicant, answers: { projectName: '暖心服务站' }, submittedAt: '2026-03-05T09:30:00+08:00',
  submissions: [{ at: '2026-03-05T09:30:00+08:00', answers: { projectName: '暖心服务站' }, by: village }], reviews: [{ stage: 'preliminary', outcome: 'forward', by: 'r1', at: '2026-03-06T09:30:00+08:00' }],
  objections: [], sequence: 0, lastHash: '', history: [], notice: { notice: 'approvedProjects', postedOn: '2026-03-09', until: '2026-03-16', provisional: false, sequence: 1 },
};
const file = (play?: ProjectPlay, today = play?.day ?? '2026-04-01'): Dossier => dossierOf(gaoming, approved, { today, calendar: chinaCalendar, ...(play === undefined ? {} : { project: play.project }) });
const lines = ({ parts }: Dossier): string[] => parts.flatMap(({ items }) => items.map(({ number, kind, about, status, from }) => `${number} ${kind} ${about} ${status}${from === undefined ? '' : ` ← ${from['zh-CN']}`}`));

describe('row 89: one project one file', () => {
  it('puts itself together in the order of the index, and says what is missing and from whom', () => {
    const play = new ProjectPlay().signed().at('2026-07-10');

    expect(file(play).parts.map(({ number, title }) => `${number} ${title?.['zh-CN'] ?? ''}`)).toEqual(['1 项目基本信息', '2 合同签订', '3 整体进展']);
    expect(lines(file(play))).toEqual([
      '1-1 application submission-1 present', '1-2 review preliminary present', '1-3 minutes jointReview missing ← 评审委员会办公室工作人员', '1-4 notice publicity present', '2-1 contract K-1 present', '2-2 responsibility firstResponsible missing ← 评审委员会办公室工作人员',
      '3-1 payment signing present', '3-2 payment acceptance later ← 评审委员会办公室工作人员', '3-3 account account present',
      '3-4 report progress 2026-04-01/2026-06-30 missing ← 村（社区）党组织书记', '3-5 report progress 2026-07-01/2026-09-30 later ← 村（社区）党组织书记', '3-6 report progress 2026-10-01/2026-12-31 later ← 村（社区）党组织书记',
      '3-7 acceptance acceptance later ← 评审委员会办公室工作人员',
    ]);
    expect(file(play)).toMatchObject({ counts: { present: 6, missing: 3, later: 4 }, complete: false, retention: '30y' });
  });

  it('takes a report for missing a day after it was due, and for present once it is handed in', () => {
    const play = new ProjectPlay().signed();
    const state = (day: string) => lines(file(play, day)).find((line) => line.includes('2026-04-01/2026-06-30'))?.split(' ')[4];
    expect([state('2026-06-30'), state('2026-07-01')]).toEqual(['later', 'missing']);
    play.at('2026-07-01').act(report(), village);
    expect(state('2026-07-01')).toBe('present');
    play.act({ type: 'reportReturned', data: { report: 'report-1', reason: '请补凭证' } }, town);
    expect(state('2026-07-01')).toBe('missing');
  });

  it('asks the village for an answer to a finding when its day is over, then the body for its decision', () => {
    const play = new ProjectPlay().signed().act(raise('2026-05-01'), watch);
    const finding = (day: string) => lines(file(play, day)).find((line) => line.includes('finding'));
    expect(finding('2026-05-01')).toContain('later ← 和顺社区党委');
    expect(finding('2026-05-02')).toContain('missing ← 和顺社区党委');
    play.act({ type: 'findingAnswered', data: { finding: 'finding-1', text: '已补' } }, village);
    expect(finding('2026-05-02')).toContain('missing ← 审计部门');
    play.act({ type: 'findingClosed', data: { finding: 'finding-1', text: '同意' } }, watch);
    expect(finding('2026-05-02')).toContain('present');
  });

  it('misses the contract of an approved project, and expects nothing more of one that was not approved', () => {
    expect(lines(file()).filter((line) => line.includes('contract'))).toEqual(['2-1 contract contract missing ← 评审委员会办公室工作人员']);
    const refused = dossierOf(gaoming, { ...approved, end: 'rejected', notice: undefined }, { today: '2026-04-01', calendar: chinaCalendar });
    expect(lines(refused)).toEqual(['1-1 application submission-1 present', '1-2 review preliminary present']);
    expect(refused.complete).toBe(true);
  });

  it('has the six forms of the four discussions, of which the missing ones are named', () => {
    const form = gaoming.forms.find(({ id }) => id === 'application') as FormDefinition;
    const scheme: Scheme = { ...gaoming, forms: [{ ...form, fields: { ...form.fields, '/register': { title: { 'zh-CN': '四议两公开' }, record: { discussions: FOUR_DISCUSSIONS } } } }, ...gaoming.forms.filter(({ id }) => id !== 'application')] };
    const state = { ...approved, answers: { ...approved.answers, register: { steps: FOUR_DISCUSSIONS.steps.slice(0, 4).map(({ id }) => ({ step: id, date: '2026-02-09' })) } } };
    const items = dossierOf(scheme, state, { today: '2026-04-01', calendar: chinaCalendar }).parts.flatMap((part) => part.items).filter(({ kind }) => kind === 'discussion');
    expect(items).toHaveLength(6);
    expect(items.map(({ status }) => status)).toEqual(['present', 'present', 'present', 'present', 'missing', 'later']);
  });

  it('keeps its hash while nothing changes, is sealed by it, and shows what changed since', () => {
    const play = new ProjectPlay().signed();
    const { seal: { hash, state } } = file(play);
    const sealedBy = (project = play.project) => dossierOf(gaoming, approved, { project, today: play.day, calendar: chinaCalendar, seal: { hash, at: '2026-04-01T10:00:00+08:00' } }).seal.state;
    expect(state).toBe('intact');
    expect(sealedBy()).toBe('sealed');
    expect(sealedBy(new ProjectPlay().signed().act(raise(), watch).project)).toBe('changed');
  });

  it('shows a record of either log that was tampered with', () => {
    const { project } = new ProjectPlay().signed();
    const payment = project.history.map((event, index) => (index === 1 ? { ...event, data: { ...event.data, amount: 1 } } : event)) as typeof project.history;
    const tampered = dossierOf(gaoming, approved, { project: { ...project, history: payment }, today: '2026-04-01', calendar: chinaCalendar });
    expect(tampered.seal).toMatchObject({ state: 'broken', brokenAt: { log: 'project', record: 2 } });
    const past = dossierOf(gaoming, approved, { project: { ...project, acceptance: { outcome: 'passed', on: '2026-04-01', by: village } }, today: '2026-04-01', calendar: chinaCalendar });
    expect(past.seal.state).toBe('broken');

    const { state } = new CasePlay().submit().forward();
    if (state === undefined) throw new Error('no state');
    const changed = { ...state, history: state.history.map((event, index) => (index === 0 ? { ...event, at: '2026-03-01T09:00:00+08:00' } : event)) };
    expect(dossierOf(usual, changed, { today: '2026-03-03', calendar: chinaCalendar }).seal).toMatchObject({ state: 'broken', brokenAt: { log: 'case', record: 1 } });
    expect(dossierOf(usual, state, { today: '2026-03-03', calendar: chinaCalendar }).seal.state).toBe('intact');
  });

  it('does not judge records of which something was left out for whoever reads them', () => {
    const { state } = new CasePlay().submit().forward();
    if (state === undefined) throw new Error('no state');
    const shown = { ...state, lastHash: '', history: state.history.map((event) => ({ ...event, hash: '', previousHash: '' })) };
    const { seal } = dossierOf(usual, shown, { today: '2026-03-03', calendar: chinaCalendar });
    expect(seal).toMatchObject({ state: 'partial' });
    expect(seal.brokenAt).toBeUndefined();
  });

  it('puts what no part of the index holds at the end', () => {
    const { archive, ...rest } = gaoming;
    const dossier = dossierOf({ ...rest, archive: { ...archive, index: (archive?.index ?? []).map(({ id, title }) => ({ id, title })) } }, approved, { today: '2026-04-01', calendar: chinaCalendar });
    expect(dossier.parts.map(({ id, items }) => [id, items.length])).toEqual([['basics', 0], ['contract', 0], ['progress', 0], ['others', 5]]);
  });
});
