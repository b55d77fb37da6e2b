import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Case, Scheme } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import { describe, expect, it } from 'vitest';
import { ProjectPlay, gaoming, office, opening, report, spend, town, village } from '../../test/funded-project.js';
import { checkScheme } from '../analysis/check-scheme.js';
import { applicationForm } from '../publicity/application-form.js';
import { openProject } from '../project/index.js';
import type { ProjectAction } from '../project/index.js';
import { publicProject } from './index.js';

const examples = fileURLToPath(new URL('../../../../examples/schemes/', import.meta.url));
const schemeOf = (name: string): Scheme => {
  const { scheme } = checkScheme(readSchemeFolder(`${examples}${name}`));
  if (scheme === undefined) throw new Error(`${name} does not load`);
  return scheme;
};
const answersOf = (name: string): Case['answers'] => (JSON.parse(readFileSync(`${examples}${name}/cases.jsonl`, 'utf8').split('\n')[0] ?? '') as Case).answers;
const say = (text: string, name?: string): ProjectAction => ({ type: 'commentMade', data: { text, ...(name === undefined ? {} : { name }) } });
const anybody = { id: 'public', role: 'public' };
const release = (comment = 'comment-1'): ProjectAction => ({ type: 'commentReleased', data: { comment } });
const answers = answersOf('gaoming');
const shown = (play: ProjectPlay, scheme: Scheme = play.scheme) => publicProject(scheme, { answers }, play.project);

describe('row 80: the resident view of a project', () => {
  it('tells progress and result as the scheme discloses them', () => {
    const play = new ProjectPlay().signed().at('2026-07-01').act(report(), village).act({ type: 'reportAccepted', data: { report: 'report-1' } }, town);
    const view = shown(play);
    expect(view?.cells.map(({ pointer }) => pointer)).toEqual(['/projectName', '/category', '/content', '/secretaryName']);
    expect(view).toMatchObject({
      id: 'case-1', unit: '和顺社区党委', since: '2026-04-01', money: { approved: 100000, paid: 60000 },
      reports: [{ period: '2026-04-01/2026-06-30', acceptedOn: '2026-07-01', cells: [] }], commenting: { maximumLength: 300, release: 'office', names: 'hidden' },
    });
    expect(view?.result).toBeUndefined();
  });

  it('row 80: holds no answer that its form does not publish, in any scheme that discloses: each unpublished answer in turn, and a published one as the control', () => {
    for (const name of ['gaoming', 'qianjiang-innovation']) {
      const scheme = schemeOf(`${name}-demo`);
      const form = applicationForm(scheme);
      const given = answersOf(name);
      const project = openProject({ ...opening, applicant: { id: 'x', name: '某单位', level: 'community' } });
      const keys = Object.keys(form?.schema['properties'] as Record<string, unknown>).filter((key) => typeof given[key] === 'string');
      const published = new Set(scheme.supervision?.disclosure?.answers ?? []);
      expect([name, keys.length > 8, published.size > 2]).toEqual([name, true, true]);
      for (const key of keys) {
        const marked = publicProject(scheme, { answers: { ...given, [key]: `记号${key}` } }, project);
        const isShown = JSON.stringify(marked).includes(`记号${key}`);
        const { publish } = form?.fields?.[`/${key}`] ?? {};
        expect([name, key, isShown]).toEqual([name, key, published.has(`/${key}`) && publish === 'plain']);
      }
    }
  });

  it('holds nothing of the account, the payee, findings, unaccepted reports or people in the log', () => {
    const play = new ProjectPlay().signed().act(spend(12000), village).at('2026-07-01').act(report(), village)
      .act({ type: 'findingRaised', data: { body: 'audit', kind: 'money', severity: 'serious', text: '凭证不全', item: { kind: 'project' }, dueOn: '2026-08-01' } }, { id: 'w1', name: '郑海峰', role: 'supervisor', unit: 'gaoming' });
    const text = JSON.stringify(shown(play));
    for (const hidden of ['施工队', '记-1', '凭证不全', '已完成一半', '郑海峰', '黄启文', 'payee', 'hash']) expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
    expect(JSON.stringify(play.project)).toContain('施工队');
  });

  it('says nothing where the scheme discloses nothing, and no more than each switch', () => {
    const play = new ProjectPlay().signed();
    const { disclosure: _, ...supervision } = gaoming.supervision ?? {};
    expect(shown(play, { ...gaoming, supervision })).toBeUndefined();
    expect(Object.keys(shown(play, { ...gaoming, supervision: { ...supervision, disclosure: {} } }) ?? {})).toEqual(['id', 'cells', 'unit', 'since']);
  });

  it('row 80: tells the grade of a settled evaluation by its names, only where the scheme discloses results and knows it', () => {
    const scheme = schemeOf('qianjiang-innovation-demo');
    const project = openProject({ ...opening, applicant: { id: 'x', name: '某单位', level: 'community' } });
    const gradeIn = (given: Scheme, grade?: string) => publicProject(given, { answers }, project, grade === undefined ? {} : { grade: { grading: 'final', grade, on: '2026-12-20' } })?.grade;
    expect(gradeIn(scheme, 'first')).toEqual({ evaluation: { 'zh-CN': '终评定级', en: 'Final grades' }, title: { 'zh-CN': '一等', en: 'First' }, on: '2026-12-20' });
    expect([gradeIn(scheme), gradeIn(scheme, 'unknown')]).toEqual([undefined, undefined]);
    const { result: _, ...disclosure } = scheme.supervision?.disclosure ?? {};
    expect(gradeIn({ ...scheme, supervision: { ...scheme.supervision, disclosure } }, 'first')).toBeUndefined();
  });

  it('leaves out a resident who applied, and covers a number in a title', () => {
    const play = new ProjectPlay();
    play.project = openProject({ ...opening, applicant: { id: 'r1', name: '张三', level: 'resident' } });
    expect(shown(play)?.unit).toBeUndefined();
    expect(JSON.stringify(publicProject(gaoming, { answers: { ...answers, projectName: '联系13800138000' } }, play.project))).not.toContain('13800138000');
  });
});

describe('row 80: photos in reports of progress', () => {
  const kept = (id: string, more: Record<string, unknown> = {}) => ({ id, name: '张三13800138000.jpg', size: 1200, type: 'image/jpeg', hash: 'a'.repeat(64), scan: 'clean', uploadedAt: '2026-06-30T09:00:00+08:00', ...more });
  const photos = [kept('p1'), kept('p2', { scan: 'pending' }), kept('p3', { scan: 'quarantined' }), kept('p4', { type: 'application/pdf', name: '发票.pdf' }), kept('p5', { type: 'image/svg+xml' }), kept('p6', { type: 'image/png' })];
  const handedIn = new ProjectPlay().signed().at('2026-07-01').act({ type: 'reportSubmitted', data: { duty: 'progress', period: '2026-04-01/2026-06-30', answers: { progress: '已完成一半', photos } } }, village);
  const waiting = handedIn.project;
  const { project } = handedIn.act({ type: 'reportAccepted', data: { report: 'report-1' } }, town);
  const reportsIn = (disclosure: NonNullable<NonNullable<Scheme['supervision']>['disclosure']>, given = project, scheme = gaoming) => publicProject({ ...scheme, supervision: { ...scheme.supervision, disclosure } }, { answers }, given)?.reports;
  const named = [{ report: 'progress', answer: '/photos' }];

  it('are those that the scheme names, found clean and a picture, by id and question; the name of the file and all else stays behind', () => {
    const reports = reportsIn({ reports: true, photos: named });
    expect(reports?.map((report) => report.photos)).toEqual([[{ id: 'p1', label: '现场照片' }, { id: 'p6', label: '现场照片' }]]);
    for (const hidden of ['张三', '13800138000', '138', '发票', 'p2', 'p3', 'p4', 'aaaa']) expect([hidden, JSON.stringify(reports).includes(hidden)]).toEqual([hidden, false]);
  });

  it('are nowhere where the scheme names none, another report or another question, or its form does not publish them', () => {
    const unpublished: Scheme = { ...gaoming, forms: gaoming.forms.map((form) => (form.id === 'progressReport' ? { ...form, fields: { ...form.fields, '/photos': { ...form.fields?.['/photos'], publish: 'masked' } } } : form)) };
    const shownIn = (reports: ReturnType<typeof reportsIn>): unknown => reports?.flatMap((report) => report.photos ?? []);
    expect([shownIn(reportsIn({ reports: true })), shownIn(reportsIn({ reports: true, photos: [] })), shownIn(reportsIn({ reports: true, photos: [{ report: 'other', answer: '/photos' }] })), shownIn(reportsIn({ reports: true, photos: [{ report: 'progress', answer: '/progress' }] })), shownIn(reportsIn({ reports: true, photos: named }, project, unpublished))]).toEqual([[], [], [], [], []]);
  });

  it('wait for the report to be accepted, and bring their report with them even where reports are not shown otherwise', () => {
    expect(reportsIn({ reports: true, photos: named }, waiting)).toEqual([]);
    expect(reportsIn({ photos: named })).toMatchObject([{ period: '2026-04-01/2026-06-30', cells: [], photos: [{ id: 'p1' }, { id: 'p6' }] }]);
    expect(reportsIn({ photos: [{ report: 'other', answer: '/photos' }] })).toEqual([]);
    expect(reportsIn({})).toBeUndefined();
  });
});

describe('row 80: comments of residents', () => {
  const open = (): ProjectPlay => new ProjectPlay().signed();

  it('wait for the office, and are shown with its answer; the name is not', () => {
    const play = open().act(say('能不能晚上也开放？', '王大妈'), anybody);
    expect([shown(play)?.comments, play.project.comments?.[0]?.status]).toEqual([[], 'waiting']);
    play.act(release(), office).act({ type: 'commentAnswered', data: { comment: 'comment-1', text: '八月起开放到九点。' } }, office);
    expect(shown(play)?.comments).toEqual([{ text: '能不能晚上也开放？', on: '2026-04-01', answer: { text: '八月起开放到九点。', on: '2026-04-01' } }]);
    expect(play.project.comments?.[0]?.name).toBe('王大妈');
  });

  it('are shown at once with the name, where the scheme says so', () => {
    const play = new ProjectPlay({ ...gaoming, supervision: { ...gaoming.supervision, disclosure: { comments: { release: 'atOnce', names: 'shown' } } } }).signed().act(say('很好', '王大妈'), anybody);
    expect(shown(play)?.comments).toEqual([{ text: '很好', name: '王大妈', on: '2026-04-01' }]);
  });

  it('stay in the log with the reason when they are refused, and are shown to nobody', () => {
    const play = open().act(say('骂人的话'), anybody);
    expect(play.attempt({ type: 'commentRefused', data: { comment: 'comment-1', reason: ' ' } }, office)).toEqual(['project/text-missing']);
    play.act({ type: 'commentRefused', data: { comment: 'comment-1', reason: '含有侮辱性内容' } }, office);
    expect([shown(play)?.comments, play.project.comments?.[0]]).toMatchObject([[], { status: 'refused', decision: { reason: '含有侮辱性内容', by: { id: 'c1' } } }]);
    expect(play.attempt(release(), office)).toEqual(['project/comment-not-in-turn']);
  });

  it.each([
    ['a citizen number', '我的身份证11010519491231002X', 'project/comment-personal-data'], ['a mobile number', '打我电话138-0013-8000', 'project/comment-personal-data'], ['nothing', ' ', 'project/comment-empty'],
    ['301 characters', '好'.repeat(301), 'project/comment-too-long'],
  ])('are refused with %s', (_, text, code) => {
    expect(open().attempt(say(text), anybody)).toEqual([code]);
  });

  it('says in a sentence what was found, and takes 300 characters and an ordinary text', () => {
    const play = open();
    expect(play.attempt(say('请打13800138000'), anybody)).toEqual(['project/comment-personal-data']);
    expect(play.attempt(say('好', '张三13800138000'), anybody)).toEqual(['project/comment-personal-data']);
    expect([play.attempt(say('好'.repeat(300)), anybody), play.attempt(say('门口的台阶老人不好走。'), anybody)]).toEqual([[], []]);
  });

  it('are as many a day as the scheme takes: the 20th, and not the 21st; the next day again', () => {
    const play = open();
    for (let count = 0; count < 20; count += 1) play.act(say(`第${count}条`), anybody);
    expect(play.attempt(say('再来一条'), anybody)).toEqual(['project/comments-full']);
    expect(play.at('2026-04-02').attempt(say('第二天'), anybody)).toEqual([]);
  });

  it('are released by the role that the scheme names alone, and taken only where it says so', () => {
    const play = open().act(say('很好'), anybody);
    expect([play.attempt(release(), town), play.attempt(release(), village), play.attempt(release(), anybody)]).toEqual([['project/not-your-task'], ['project/not-your-task'], ['project/not-your-task']]);
    expect(play.attempt({ type: 'commentAnswered', data: { comment: 'comment-1', text: '谢谢' } }, office)).toEqual(['project/comment-not-in-turn']);
    const none = new ProjectPlay({ ...gaoming, supervision: { ...gaoming.supervision, disclosure: { reports: true } } });
    expect(none.attempt(say('很好'), anybody)).toEqual(['project/no-comments']);
  });
});
