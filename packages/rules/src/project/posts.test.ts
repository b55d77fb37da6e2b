import { chinaCalendar } from '@cobuild/core';
import type { EventActor, Scheme } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { ProjectPlay, gaoming, office, opening, raise, report, town, village } from '../../test/funded-project.js';
import { dossierOf } from '../dossier/index.js';
import { dueItems } from '../due/index.js';
import type { CaseState } from '../results.js';
import { checkSupervision } from '../contracts/check-supervision.js';
import { currentHoldings, foldHoldings, foldProject, handOverPlan, holdsPost, isPostOnlyRole, openProject, postCards } from './index.js';
import type { FundedProject, HandOver, PostHolder, ProjectAction } from './index.js';

/** Four ones (四个一): the district of the test asks for one of each. */
const scheme: Scheme = {
  ...gaoming,
  organisation: { ...gaoming.organisation, roles: [...gaoming.organisation.roles, { id: 'contactCadre', title: { 'zh-CN': '联系干部' }, level: 'town' }] },
  supervision: {
    ...gaoming.supervision, appointedBy: 'committeeClerk',
    posts: [
      { id: 'leader', title: { 'zh-CN': '包抓领导' } },
      { id: 'secretary', title: { 'zh-CN': '牵头书记' }, role: 'villageSecretary', actsForUnit: true },
      { id: 'contact', title: { 'zh-CN': '联系干部' }, role: 'contactCadre', receives: ['progress'], notWith: ['leader'] },
      { id: 'team', title: { 'zh-CN': '工作队' }, holder: 'team' },
    ],
  },
};
const secretary: PostHolder = { id: 's1', name: '梁惠仪', role: 'villageSecretary', unit: 'heshun' };
const successor: PostHolder = { id: 's2', name: '区志明', role: 'villageSecretary', unit: 'heshun' };
const cadre: PostHolder = { id: 'k1', name: '关小敏', role: 'contactCadre' };
const actorOf = ({ id = '', name, role = '', unit }: PostHolder): EventActor => ({ id, name, role, ...(unit === undefined ? {} : { unit }), town: 'hecheng' });
const appoint = (post: string, holder: PostHolder, on = '2026-04-01'): ProjectAction => ({ type: 'holderAppointed', data: { post, holder, on } });
const replace = (holding: string, holder: PostHolder, on: string, reason = '岗位调整'): ProjectAction => ({ type: 'holderReplaced', data: { holding, holder, on, reason } });
const start = (): ProjectPlay => new ProjectPlay(scheme).signed().act(appoint('secretary', secretary), office).act(appoint('contact', cadre), office);
const codes = (play: ProjectPlay, action: ProjectAction, by = office): readonly string[] => play.attempt(action, by);
const stateOf = ({ id, applicant }: FundedProject): CaseState => ({ id, applicant, status: 'open', stage: 'report', answers: {}, submittedAt: '2026-03-01T09:00:00+08:00', schemeHash: 'demo', sequence: 1, lastHash: 'h', history: [], reviews: [], submissions: [], objections: [] }) as unknown as CaseState;

describe('row 84: the responsibility card of a project', () => {
  it('has one line for each post of the scheme, with who holds it and what is vacant', () => {
    const play = start();
    expect(postCards(scheme, play.project, play.day, chinaCalendar).map(({ post, holdings, missing }) => [post.id, holdings.map(({ holder }) => holder.name), missing])).toEqual([
      ['leader', [], 1], ['secretary', ['梁惠仪'], 0], ['contact', ['关小敏'], 0], ['team', [], 1],
    ]);
  });

  it('row 84: a person leaves: the open tasks go to the successor, and what was done stays under the name of who did it', () => {
    const play = start().act(raise('2026-05-10'), { id: 'w1', role: 'supervisor', unit: 'gaoming' }).at('2026-04-20');
    play.act({ type: 'findingAnswered', data: { finding: 'finding-1', text: '已补凭证' } }, village).act({ type: 'findingReopened', data: { finding: 'finding-1', text: '还差一张' } }, { id: 'w1', role: 'supervisor', unit: 'gaoming' });
    const before = dueItems(scheme, [{ state: stateOf(play.project), project: play.project }], '2026-05-01', chinaCalendar);
    play.at('2026-05-01').act(replace('holding-1', successor, '2026-05-01'), office);
    const after = dueItems(scheme, [{ state: stateOf(play.project), project: play.project }], '2026-05-01', chinaCalendar);

    expect(before.map(({ kind, about, holder }) => [kind, about, holder])).toContainEqual(['finding', 'finding-1', '梁惠仪']);
    // The same tasks with the same days, each at another person.
    expect(after.map(({ holder: _, ...item }) => item)).toEqual(before.map(({ holder: _, ...item }) => item));
    expect(after.filter(({ holder }) => holder === '梁惠仪')).toEqual([]);
    expect(after.filter(({ holder }) => holder === '区志明').map(({ kind }) => kind)).toContain('finding');
    expect(postCards(scheme, play.project, play.day, chinaCalendar)[1]?.tasks.map(({ kind, about }) => [kind, about])).toContainEqual(['finding', 'finding-1']);

    expect(codes(play, { type: 'findingAnswered', data: { finding: 'finding-1', text: '补了' } }, village)).toEqual(['project/not-holder']);
    expect(codes(play, { type: 'findingAnswered', data: { finding: 'finding-1', text: '补齐' } }, actorOf(successor))).toEqual([]);
    expect(play.project.findings[0]?.steps.filter(({ kind }) => kind === 'answered').map(({ by }) => by.id)).toEqual(['s1', 's2']);
    expect(postCards(scheme, play.project, play.day, chinaCalendar)[1]?.earlier).toMatchObject([{ holder: { name: '梁惠仪' }, since: '2026-04-01', until: '2026-05-01', ended: { reason: '岗位调整', successor: 'holding-3', by: { id: 'c1' } } }]);
  });

  it('row 84: a replay at an earlier day shows the earlier holder, and the log reads the same again', () => {
    const play = start().at('2026-05-01').act(replace('holding-1', successor, '2026-05-01'), office);
    const { history } = play.project;
    const then = foldProject(scheme, opening, history.filter(({ at }) => at < '2026-05-01')).project;
    expect(currentHoldings(then, 'secretary').map(({ holder }) => holder.name)).toEqual(['梁惠仪']);
    expect(foldProject(scheme, opening, history)).toEqual({ project: play.project, problems: [] });
    expect(foldHoldings(opening, history)).toEqual(play.project.holdings);
    const forged = history.map((event) => (event.type === 'holderReplaced' ? { ...event, data: { ...event.data, reason: '另一个理由' } } : event));
    expect(foldProject(scheme, opening, forged).problems.map(({ code }) => code)).toEqual(['project/broken-chain']);
  });

  it('row 84: whoever left no longer holds anything; whoever came does', () => {
    const play = start().at('2026-05-01').act(replace('holding-1', successor, '2026-05-01'), office);
    const sight = (holder: PostHolder): string | undefined => holdsPost(scheme, play.project.holdings ?? [], actorOf(holder));
    expect([sight(secretary), sight(successor), sight(cadre), sight({ id: 'x', name: '外人' })]).toEqual(['left', 'holds', 'holds', undefined]);
    expect(['contactCadre', 'villageSecretary', 'committeeClerk'].map((role) => isPostOnlyRole(scheme, role))).toEqual([true, false, false]);
  });

  it('lets the holder of a post decide on the reports that it receives, and nobody else', () => {
    const play = start().at('2026-07-01').act(report(), village);
    const accept: ProjectAction = { type: 'reportAccepted', data: { report: 'report-1' } };
    expect([codes(play, accept, town), codes(play, accept, office)]).toEqual([['project/not-holder'], ['project/not-holder']]);
    expect(codes(play, accept, actorOf(cadre))).toEqual([]);
  });

  it('stops nothing where nobody who can sign in holds the post: the roles of the scheme go on', () => {
    const play = new ProjectPlay(scheme);
    play.project = openProject({ ...opening, holders: [{ post: 'secretary', holder: { name: '梁惠仪' } }] });
    play.signed();
    expect(postCards(scheme, play.project, play.day, chinaCalendar)[1]).toMatchObject({ missing: 0, holdings: [{ id: 'holding-1', holder: { name: '梁惠仪' } }] });
    expect(codes(play, { type: 'fundsReceived', data: { source: 'own', amount: 1, on: '2026-04-01', voucher: '收-1' } }, village)).toEqual([]);
    expect(codes(play, replace('holding-1', secretary, '2026-04-01', '本人登录'))).toEqual([]);
  });

  it.each([
    ['a post that the scheme lacks', appoint('nobody', cadre), ['project/no-such-post']],
    ['a post that is held', appoint('secretary', successor), ['project/post-held']],
    ['nobody', appoint('leader', { name: ' ' }), ['project/holder-missing']],
    ['somebody in another role', replace('holding-1', { ...successor, role: 'townReviewer' }, '2026-04-01'), ['project/holder-role']],
    ['who holds a post that excludes it', appoint('leader', cadre), ['project/posts-exclude']],
    ['themselves', replace('holding-1', secretary, '2026-04-01'), ['project/same-holder']],
    ['somebody of the unit whose reports they would decide on', replace('holding-2', { id: 'k2', name: '村里人', role: 'contactCadre', unit: 'heshun' }, '2026-04-01'), ['project/holder-of-unit']],
    ['somebody of another town', appoint('leader', { id: 'l', name: '外镇人', town: 'mingcheng' }), ['project/holder-other-town']],
    ['without a reason', replace('holding-1', successor, '2026-04-01', ' '), ['project/text-missing']],
    ['before the one who leaves began', replace('holding-1', successor, '2026-03-31'), ['project/before-holding']],
    ['on a day to come', replace('holding-1', successor, '2026-04-02'), ['project/date-to-come']],
    ['whoever does it', appoint('leader', { id: office.id, name: '自己' }), ['project/appoints-self']],
    ['a holding that ended', replace('holding-9', successor, '2026-04-01'), ['project/no-such-holding']],
  ])('refuses %s', (_, action, expected) => {
    expect(codes(start(), action)).toEqual(expected);
  });

  it('is for the role that the scheme names', () => {
    expect([codes(start(), replace('holding-1', successor, '2026-04-01'), town), codes(start(), replace('holding-1', successor, '2026-04-01'), village)]).toEqual([['project/not-your-task'], ['project/not-your-task']]);
  });

  it('stands in the file of the project: a vacant post is missing, from whoever appoints; a release leaves one', () => {
    const items = (play: ProjectPlay) => dossierOf(scheme, { ...stateOf(play.project), end: 'approved', status: 'ended' }, { project: play.project, today: play.day, calendar: chinaCalendar }).parts.flatMap((part) => part.items).filter(({ kind }) => kind === 'responsibility').map(({ about, status, by, from }) => [about, status, by ?? from?.['zh-CN']]);
    const play = start();
    expect(items(play)).toEqual([['leader', 'missing', '区专项办'], ['secretary', 'present', '梁惠仪'], ['contact', 'present', '关小敏'], ['team', 'missing', '区专项办']].map(([about, status, who]) => [about, status, status === 'missing' ? expect.any(String) as string : who]));
    play.act({ type: 'holderReleased', data: { holding: 'holding-2', on: '2026-04-01', reason: '调离' } }, office);
    expect(items(play)[2]?.slice(0, 2)).toEqual(['contact', 'missing']);
  });
});

describe('row 84: somebody who leaves with several projects is handed over in one act', () => {
  const other = (id: string, change: (play: ProjectPlay) => ProjectPlay = (play) => play): FundedProject => {
    const play = start();
    play.project = foldProject(scheme, { ...opening, id, title: `项目${id}` }, []).project;
    return change(play.signed().act(appoint('secretary', secretary), office)).project;
  };
  const plan = (projects: readonly FundedProject[], more: Partial<HandOver> = {}) => handOverPlan(scheme, projects.map((project) => ({ state: stateOf(project), project })), { leaver: secretary, successor, on: '2026-05-01', reason: '退休', ...more }, office, '2026-05-01T10:00:00+08:00', { calendar: chinaCalendar, today: '2026-05-01' });

  it('tells of each project what moves and what cannot, and why', () => {
    const holds = other('b', (play) => play.act(appoint('contact', cadre), office));
    const over: FundedProject = { ...other('c'), endedOn: '2026-04-30' };
    const { moves, stays } = plan([other('a'), holds, over]);
    expect(moves.map(({ caseId, kind }) => [caseId, kind])).toEqual([['a', 'post'], ['b', 'post']]);
    expect(moves[0]).toMatchObject({ post: 'secretary', action: { type: 'holderReplaced', data: { holding: 'holding-1', holder: { id: 's2' }, on: '2026-05-01', reason: '退休' } }, tasks: [{ kind: 'handIn', about: 'progress 2026-04-01/2026-06-30' }] });
    expect(stays.map(({ caseId, problems }) => [caseId, problems.map(({ code, message }) => [code, message])])).toEqual([['c', [['project/over', '项目已于2026年4月30日办结，不再交接；名字留在原来的记录里。']]]]);
  });

  it('checks what comes second as if the first were done: nobody ends with two posts that exclude each other', () => {
    const both = { ...scheme, supervision: { ...scheme.supervision, posts: [{ id: 'leader', title: { 'zh-CN': '包抓领导' } }, { id: 'deputy', title: { 'zh-CN': '副手' }, notWith: ['leader'] }] } };
    const play = new ProjectPlay({ ...both, supervision: { ...both.supervision, posts: both.supervision.posts.map(({ id, title }) => ({ id, title })) } }).signed().act(appoint('leader', { id: 'l1', name: '甲' }), office).act(appoint('deputy', { id: 'l1', name: '甲' }), office);
    const { moves, stays } = handOverPlan(both, [{ state: stateOf(play.project), project: play.project }], { leaver: { id: 'l1', name: '甲' }, successor: { id: 'l2', name: '乙' }, on: '2026-04-01', reason: '调动' }, office, play.now, { calendar: chinaCalendar, today: play.day });
    expect(moves.map((move) => (move.kind === 'post' ? move.post : ''))).toEqual(['leader']);
    expect(stays.map(({ about, problems }) => [about, problems[0]?.message])).toEqual([['deputy', '乙已经担任本项目的“包抓领导”，不能同时担任“副手”。']]);
  });

  it('moves nothing to the person who leaves', () => {
    expect(plan([other('a')], { successor: secretary })).toMatchObject({ moves: [], stays: [{ problems: [{ code: 'project/same-holder' }] }] });
  });
});

describe('the posts of a scheme', () => {
  it.each([
    [{ handsIn: ['none'] }, 'scheme/post-duty'], [{ receives: ['none'] }, 'scheme/post-duty'], [{ notWith: ['none'] }, 'scheme/post-not-with'], [{ notWith: ['a'] }, 'scheme/post-not-with'],
  ])('name duties and other posts that exist: %j', (part, code) => {
    expect(checkSupervision({ posts: [{ id: 'a', title: { 'zh-CN': '甲' }, ...part }] }).map((finding) => finding.code)).toEqual([code]);
  });

  it('share no duty', () => {
    const post = (id: string) => ({ id, title: { 'zh-CN': id }, receives: ['progress'] });
    expect(checkSupervision({ reports: [{ id: 'progress', title: { 'zh-CN': '进度' }, every: 'quarter' }], posts: [post('a'), post('b')] } as never).map(({ code, pointer }) => [code, pointer])).toEqual([['scheme/post-duty-twice', '/posts/1/receives/0']]);
  });
});
