import type { EventActor } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { CasePlay, context } from '../../test/case-play.js';
import { applicant, members, office, reviewer, scheme, secretary, withThreshold } from '../../test/case-scheme.js';
import { actionProblems } from './action-problems.js';

const forward = { stage: 'preliminary', outcome: 'forward' };
const five = ['m1', 'm2', 'm3', 'm4', 'm5'];

describe('submission', () => {
  it('is refused twice, unless the application was returned', () => {
    const play = new CasePlay().submit();
    expect(play.problems('submitted', { answers: {}, applicant }, secretary)).toMatchObject([{ code: 'case/already-submitted', document: 'action', message: '这份申报已经提交，不能重复提交。', remedy: '如需修改，请联系审核单位退回补正。' }]);
    play.act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer);
    expect(play.codes('submitted', { answers: {}, applicant }, secretary)).toEqual([]);
  });

  it('is refused after the end, and everything else before the beginning', () => {
    expect(new CasePlay().codes('reviewed', forward, reviewer)).toEqual(['case/not-submitted']);
    const play = new CasePlay().submit().act('withdrawn', {}, secretary);
    expect(play.codes('submitted', { answers: {}, applicant }, secretary)).toEqual(['case/already-submitted']);
  });

  it('is for the applicant alone', () => {
    const play = new CasePlay();
    expect(play.codes('submitted', { answers: {}, applicant }, reviewer)).toEqual(['case/wrong-role']);
    expect(play.codes('submitted', { answers: {}, applicant }, { ...secretary, unit: 'village-8' })).toEqual(['case/other-applicant']);
    play.submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer);
    expect(play.codes('submitted', { answers: {}, applicant: { ...applicant, id: 'village-8' } }, secretary)).toEqual(['case/other-applicant']);
    expect(play.codes('withdrawn', {}, { ...secretary, unit: 'village-8' })).toEqual(['case/other-applicant']);
  });

  it('is for nobody who acts for no unit, but on their own application', () => {
    const person = { id: 'p1', role: 'secretary' };
    expect(new CasePlay().codes('submitted', { answers: {}, applicant }, person)).toEqual(['case/other-applicant']);
    expect(new CasePlay().codes('submitted', { answers: {}, applicant: { id: 'p1' } }, person)).toEqual([]);
    expect(new CasePlay().submit().codes('withdrawn', {}, person)).toEqual(['case/other-applicant']);
  });

  it('keeps the applicant’s town, unit and level, which say who reviews and who is recused', () => {
    const local = { ...secretary, town: 'hecheng' };
    const pointers = (play: CasePlay, changed: object, actor: EventActor): string[] => play.problems('submitted', { answers: {}, applicant: { ...applicant, ...changed } }, actor).map(({ pointer }) => pointer);
    expect(pointers(new CasePlay(), { town: 'yanghe' }, local)).toEqual(['/data/applicant/town']);
    expect(pointers(new CasePlay(), {}, local)).toEqual([]);
    const back = new CasePlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer);
    expect(pointers(back, { town: 'yanghe' }, secretary)).toEqual(['/data/applicant/town']);
    expect(pointers(back, { level: 'town' }, secretary)).toEqual(['/data/applicant/level']);
    expect(pointers(back, { name: '河江村党总支' }, secretary)).toEqual([]);
  });

  it('asks the host’s validator about the form', () => {
    const problem = { code: 'form/required', severity: 'error' as const, document: 'answers', pointer: '/projectName', params: {}, message: '请填写项目名称' };
    const seen: string[] = [];
    const validateAnswers = (form: string): (typeof problem)[] => (seen.push(form), [problem]);
    expect(actionProblems(scheme, undefined, { type: 'submitted', data: { answers: {}, applicant } }, secretary, '2026-03-02T01:00:00Z', { ...context, validateAnswers })).toEqual([problem]);
    expect(seen).toEqual(['application']);
  });
});

describe('review', () => {
  it.each<[string, EventActor, string[]]>([
    ['the reviewer of the applicant’s town', reviewer, []],
    ['the reviewer of another town', { ...reviewer, unit: 'yanghe' }, ['case/other-unit']],
    ['a reviewer whose town is not known', { id: 'u', role: 'townReviewer' }, ['case/other-unit']],
    ['a reviewer known by town', { id: 'u', role: 'townReviewer', town: 'hecheng' }, []],
    ['the applicant’s own organisation', { ...reviewer, unit: 'village-7' }, ['case/own-application']],
    ['another role', office, ['case/wrong-role']],
  ])('by %s', (_, actor, codes) => {
    expect(new CasePlay().submit().codes('reviewed', forward, actor)).toEqual(codes);
  });

  it('finds the town in the scheme’s units where the applicant names none', () => {
    const units = [{ id: 'hecheng', title: { 'zh-CN': '荷城' }, level: 'town' }, { id: 'village-7', title: { 'zh-CN': '河江' }, level: 'village', parent: 'hecheng' }];
    const play = new CasePlay({ ...scheme, organisation: { ...scheme.organisation, units } });
    play.act('submitted', { answers: { households: 20 }, applicant: { id: 'village-7' } }, secretary);
    expect(play.codes('reviewed', forward, { ...reviewer, unit: 'yanghe' })).toEqual(['case/other-unit']);
    expect(play.codes('reviewed', forward, reviewer)).toEqual([]);
  });

  it('takes an applicant of an unknown level for one of the lowest', () => {
    const play = new CasePlay().act('submitted', { answers: { households: 25 }, applicant: { ...applicant, level: 'nowhere' } }, secretary);
    expect(play.codes('reviewed', forward, { ...reviewer, unit: 'yanghe' })).toEqual(['case/other-unit']);
  });

  it('asks no unit of the district’s departments', () => {
    expect(new CasePlay().submit().forward().codes('reviewed', { stage: 'officeCheck', outcome: 'accept' }, { ...office, unit: 'civil-affairs' })).toEqual([]);
  });

  it.each([
    ['another stage', { stage: 'officeCheck', outcome: 'accept' }, 'case/wrong-stage'],
    ['a stage that does not exist', { stage: '__proto__', outcome: 'x' }, 'case/wrong-stage'],
    ['an unknown outcome', { stage: 'preliminary', outcome: 'constructor' }, 'case/unknown-outcome'],
    ['no reason where one is required', { stage: 'preliminary', outcome: 'return' }, 'case/reason-missing'],
    ['a blank reason', { stage: 'preliminary', outcome: 'reject', reason: ' \n' }, 'case/reason-missing'],
  ])('row 35: with %s is refused', (_, data, code) => {
    expect(new CasePlay().submit().codes('reviewed', data, reviewer)).toEqual([code]);
  });

  it('says who decides where, and which outcomes there are', () => {
    const play = new CasePlay().submit();
    expect(play.problems('reviewed', forward, office)[0]?.message).toBe('“镇街初审”环节由镇街审核员办理。');
    expect(play.problems('reviewed', { stage: 'preliminary', outcome: 'x' }, reviewer)[0]?.remedy).toBe('可选的结果：推荐、退回补正、驳回。');
  });

  it('cannot say how a vote comes out, nor submit for the applicant', () => {
    expect(new CasePlay().toMeeting().codes('reviewed', { stage: 'jointReview', outcome: 'passed' })).toEqual(['case/settled-by-vote']);
    const returned = new CasePlay().submit().act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '补正' }, reviewer);
    expect(returned.codes('reviewed', { stage: 'recommend', outcome: 'submit' }, secretary)).toEqual(['case/settled-by-submission']);
  });
});

describe('meeting', () => {
  const seated = (present: readonly string[] = five): CasePlay => new CasePlay().toMeeting().openMeeting(present);

  it('row 48: opens the vote at 34 of 50 present and not at 33', () => {
    const fifty = Array.from({ length: 50 }, (_, index) => ({ id: `m${index}` }));
    const play = new CasePlay().toMeeting().act('meetingOpened', { stage: 'jointReview', members: fifty });
    for (const { id } of fifty.slice(0, 33)) play.act('memberSignedIn', { member: id });
    expect(play.problems('votingOpened', {})).toMatchObject([{ code: 'case/no-quorum', params: { base: 50, present: 33, needed: 34 }, message: '到会人数不足，不能开始投票：应到50人，可以投票的到会33人，至少需要34人。' }]);
    play.act('memberSignedIn', { member: 'm33' });
    expect(play.codes('votingOpened', {})).toEqual([]);
  });

  it('row 41: recuses by the rule when it opens, with the reason in the state', () => {
    expect(seated().state?.meeting?.recused).toEqual([{ member: 'm6', reason: 'sameTown', kind: 'automatic' }]);
  });

  it('does not count the recused towards the quorum', () => {
    const play = seated(['m1', 'm2', 'm3', 'm6']);
    expect(play.problems('votingOpened', {})[0]?.params).toEqual({ base: 5, present: 3, needed: 4 });
  });

  it('names what the rule leaves open in place of opening the vote', () => {
    const play = new CasePlay(withThreshold({ base: 'UNDECIDED', quorum: 'UNDECIDED', tie: 'UNDECIDED' })).toMeeting().openMeeting(five);
    expect(play.problems('votingOpened', {})[0]).toMatchObject({ code: 'case/vote-rule-undecided', message: '投票规则还有未确定的内容：计票基数、法定人数、票数相等如何处理，不能开始投票。' });
  });

  it('keeps its order: opened, signed in, voting, closed', () => {
    const before = new CasePlay().toMeeting();
    expect(before.codes('memberSignedIn', { member: 'm1' })).toEqual(['case/meeting-not-open']);
    expect(before.codes('meetingOpened', { stage: 'publicity', members })).toEqual(['case/wrong-stage']);
    const play = seated();
    expect(play.codes('meetingOpened', { stage: 'jointReview', members })).toEqual(['case/meeting-already-open']);
    expect(play.codes('ballotCast', { member: 'm1', choice: 'yes' })).toEqual(['case/voting-not-open']);
    expect(play.codes('votingClosed', {})).toEqual(['case/voting-not-open']);
    play.act('votingOpened', {});
    expect(play.codes('votingOpened', {})).toEqual(['case/voting-already-open']);
    expect(play.codes('memberSignedIn', { member: 'm6' })).toEqual(['case/sign-in-closed']);
    expect(play.codes('votingClosed', {})).toEqual(['case/no-ballots']);
    expect(play.codes('reviewed', { stage: 'jointReview', outcome: 'refuse' })).toEqual(['case/voting-open']);
  });

  it.each([
    ['a stranger', { member: 'm9', choice: 'yes' }, 'case/unknown-member'],
    ['a recused member', { member: 'm6', choice: 'yes' }, 'case/member-recused'],
    ['an absent member', { member: 'm5', choice: 'yes' }, 'case/member-absent'],
    ['a member who has voted', { member: 'm1', choice: 'no' }, 'case/already-voted'],
  ])('refuses the ballot of %s', (_, data, code) => {
    const play = seated(['m1', 'm2', 'm3', 'm4', 'm6']).act('votingOpened', {}).act('ballotCast', { member: 'm1', choice: 'yes' });
    expect(play.codes('ballotCast', data)).toEqual([code]);
    expect(play.state?.meeting?.ballots).toEqual([{ member: 'm1', choice: 'yes' }]);
  });

  it('lets a member act for themselves and for nobody else', () => {
    const member = { id: 'm1', role: 'committeeMember' };
    const play = new CasePlay().toMeeting().openMeeting(['m2', 'm3', 'm4']);
    expect(play.codes('memberSignedIn', { member: 'm1' }, member)).toEqual([]);
    expect(play.codes('memberSignedIn', { member: 'm5' }, member)).toEqual(['case/acts-for-another']);
    play.act('memberSignedIn', { member: 'm1' }, member).act('votingOpened', {});
    expect(play.codes('ballotCast', { member: 'm1', choice: 'yes' }, member)).toEqual([]);
    expect(play.codes('ballotCast', { member: 'm2', choice: 'yes' }, member)).toEqual(['case/acts-for-another']);
    expect(play.codes('ballotCast', { member: 'm2', choice: 'yes' }, { ...office, id: 'm1' })).toEqual(['case/acts-for-another']);
    expect(play.codes('votingClosed', {}, member)).toEqual(['case/wrong-role']);
  });

  it('takes a declared recusal until the first ballot, whoever cast it', () => {
    const play = seated();
    expect(play.codes('memberRecused', { member: 'm6', reason: '亲属', kind: 'declared' })).toEqual(['case/already-recused']);
    expect(play.codes('memberRecused', { member: 'm5', reason: ' ', kind: 'declared' })).toEqual(['case/text-missing']);
    expect(play.codes('memberRecused', { member: 'm5', reason: '镇街相同', kind: 'automatic' })).toEqual(['case/malformed-action']);
    play.act('votingOpened', {}).act('memberRecused', { member: 'm5', reason: '亲属', kind: 'declared' });
    expect(play.codes('ballotCast', { member: 'm5', choice: 'yes' })).toEqual(['case/member-recused']);
    play.act('ballotCast', { member: 'm1', choice: 'yes' });
    expect(play.codes('memberRecused', { member: 'm1', reason: '亲属', kind: 'declared' })).toEqual(['case/recused-after-voting']);
    expect(play.codes('memberRecused', { member: 'm2', reason: '亲属', kind: 'declared' })).toEqual(['case/recused-after-voting']);
  });

  it('takes no recusal once the tellers have counted a secret vote', () => {
    const play = new CasePlay(withThreshold({ secrecy: 'secret' })).toMeeting().openMeeting(five).act('votingOpened', {});
    play.act('ballotsCounted', { counts: { issued: 5, returned: 5, yes: 2, no: 2, abstain: 1, void: 0 } });
    expect(play.codes('memberRecused', { member: 'm5', reason: '亲属', kind: 'declared' })).toEqual(['case/recused-after-voting']);
  });

  it('lets no member recuse another, whatever their role', () => {
    const chair = { ...office, id: 'm1' };
    const play = seated(['m1', 'm2', 'm3', 'm4']);
    expect(play.codes('memberRecused', { member: 'm2', reason: '亲属', kind: 'declared' }, chair)).toEqual(['case/acts-for-another']);
    expect(play.codes('memberRecused', { member: 'm1', reason: '亲属', kind: 'declared' }, chair)).toEqual([]);
    expect(play.codes('memberSignedIn', { member: 'm5' }, chair)).toEqual([]);
  });

  it('is not held again for a vote that has its result, also where the scheme has no way out for it', () => {
    const stages = scheme.stages.map((stage) => (stage.id === 'jointReview' ? { ...stage, outcomes: stage.outcomes.filter(({ kind }) => kind !== 'failed') } : stage));
    const play = new CasePlay({ ...scheme, stages }).toMeeting().openMeeting(five).vote({ m1: 'no', m2: 'no', m3: 'no' });
    expect(play.state).toMatchObject({ stage: 'jointReview', vote: { outcome: 'failed' } });
    expect(play.codes('meetingOpened', { stage: 'jointReview', members })).toEqual(['case/vote-decided']);
  });

  it('refuses an empty roster, one with a member twice, and counts in an open vote', () => {
    const play = new CasePlay().toMeeting();
    expect(play.codes('meetingOpened', { stage: 'jointReview', members: [] })).toEqual(['case/empty-roster']);
    expect(play.codes('meetingOpened', { stage: 'jointReview', members: [...members, { id: 'm1' }] })).toEqual(['vote/duplicate-member']);
    play.openMeeting(five).act('votingOpened', {});
    expect(play.codes('ballotsCounted', { counts: { issued: 0, returned: 0, yes: 0, no: 0, abstain: 0, void: 0 } })).toEqual(['case/ballots-are-open']);
    expect(play.act('ballotCast', { member: 'm1', choice: 'yes' }).codes('votingClosed', { castingVote: 'yes' })).toEqual(['case/casting-vote-not-called-for']);
  });
});

describe('publicity', () => {
  const posted = { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' };
  const confirm = { stage: 'publicity', outcome: 'confirm' };

  it.each([
    ['2026-03-08', ['case/notice-until-wrong']], ['2026-03-09', []], ['2026-03-10', ['case/notice-until-wrong']],
  ])('a notice of 5 working days from Monday 2 March ends on the 9th, not on %s', (until, codes) => {
    expect(new CasePlay().toPublicity().codes('noticePublished', { ...posted, until })).toEqual(codes);
  });

  it('is posted since the item came there, not before, not in the future', () => {
    const play = new CasePlay().toPublicity();
    expect(play.codes('noticePublished', { ...posted, postedOn: '2026-03-01', until: '2026-03-06' })).toEqual(['case/notice-posted-on']);
    expect(play.codes('noticePublished', { ...posted, postedOn: '2026-03-03', until: '2026-03-10' })).toEqual(['case/notice-posted-on']);
    expect(play.codes('noticePublished', { ...posted, notice: 'other' })).toEqual(['case/unknown-notice']);
  });

  it('cannot begin while its period is open', () => {
    const open = { ...scheme, publicity: { notices: (scheme.publicity?.notices ?? []).map((notice) => ({ ...notice, period: 'UNDECIDED' as const })) } };
    expect(new CasePlay(open).toPublicity().codes('noticePublished', posted)).toEqual(['case/notice-period-undecided']);
  });

  it.each([
    ['2026-03-09T23:59:59+08:00', ['case/period-running']], ['2026-03-10T00:00:00+08:00', []], ['2026-03-09T16:00:00Z', []],
  ])('row 76: is confirmed after its last day in China: %s', (at, codes) => {
    expect(new CasePlay().toPublicity().act('noticePublished', posted).moveTo(at).codes('reviewed', confirm)).toEqual(codes);
  });

  it('is not confirmed before a notice is posted', () => {
    expect(new CasePlay().toPublicity().codes('reviewed', confirm)).toEqual(['case/notice-not-posted']);
    expect(new CasePlay().toPublicity().codes('objectionRaised', { objection: 'o1', text: '金额不实' })).toEqual(['case/notice-not-posted']);
  });

  it('row 76: waits while an objection is open, and after one that was upheld until the notice is posted again', () => {
    const resident = { id: 'r1', role: 'resident' };
    const play = new CasePlay().toPublicity().act('noticePublished', posted).act('objectionRaised', { objection: 'o1', text: '金额不实' }, resident);
    expect(play.codes('objectionRaised', { objection: 'o1', text: '再说一次' }, resident)).toEqual(['case/duplicate-objection']);
    expect(play.codes('objectionRaised', { objection: 'o2', text: ' ' }, resident)).toEqual(['case/text-missing']);
    play.moveTo('2026-03-11T09:00:00+08:00');
    expect(play.problems('reviewed', confirm)).toMatchObject([{ code: 'case/objection-open', params: { count: 1 } }]);
    expect(play.codes('objectionAnswered', { objection: 'o9', upheld: false, answer: '经核实' })).toEqual(['case/unknown-objection']);

    play.act('objectionAnswered', { objection: 'o1', upheld: true, answer: '金额已更正' });
    expect(play.codes('objectionAnswered', { objection: 'o1', upheld: false, answer: '改口' })).toEqual(['case/objection-settled']);
    expect(play.codes('reviewed', confirm)).toEqual(['case/objection-upheld']);

    expect(play.codes('noticePublished', posted)).toEqual(['case/notice-posted-on']);
    play.act('noticePublished', { notice: 'result', postedOn: '2026-03-11', until: '2026-03-18' });
    expect(play.moveTo('2026-03-19T09:00:00+08:00').codes('reviewed', confirm)).toEqual([]);
  });

  it('computes a provisional end again when the year’s list is out, and never makes it earlier than printed', () => {
    const play = new CasePlay().moveTo('2026-12-28T09:00:00+08:00').toPublicity().act('noticePublished', { notice: 'result', postedOn: '2026-12-28', until: '2027-01-04' });
    play.moveTo('2027-01-05T09:00:00+08:00');
    const action = { type: 'reviewed' as const, data: confirm };
    const later = { ...chinaCalendar, isWorkingDay: (date: string) => !['2027-01-01', '2027-01-04'].includes(date) && chinaCalendar.isWorkingDay(date) };
    const earlier = { ...chinaCalendar, isWorkingDay: (date: string) => ['2027-01-02', '2027-01-03'].includes(date) || chinaCalendar.isWorkingDay(date) };
    expect(actionProblems(scheme, play.state, action, office, play.now, { ...context, calendar: later })).toMatchObject([{ code: 'case/period-running', params: { until: '2027-01-06' } }]);
    expect(actionProblems(scheme, play.state, action, office, play.now, { ...context, calendar: earlier })).toEqual([]);
    expect(actionProblems(scheme, play.state, action, office, '2027-01-04T09:00:00+08:00', { ...context, calendar: earlier })).toMatchObject([{ params: { until: '2027-01-04' } }]);
  });
});

describe('anything', () => {
  it('is refused with a time that is none, or before the last event', () => {
    const play = new CasePlay().submit();
    const action = { type: 'reviewed' as const, data: forward };
    const codes = (at: string): string[] => actionProblems(scheme, play.state, action, reviewer, at, context).map(({ code }) => code);
    expect(codes('tomorrow')).toEqual(['case/bad-time']);
    expect(codes('2026-03-02T09:00:00')).toEqual(['case/bad-time']);
    expect(codes('2026-03-02T08:59:59+08:00')).toEqual(['case/time-goes-back']);
    expect(codes('2026-03-02T09:00:00+08:00')).toEqual([]);
  });

  it('is refused under another version of the scheme', () => {
    const play = new CasePlay().submit();
    expect(actionProblems(scheme, play.state, { type: 'reviewed', data: forward }, reviewer, play.now, { ...context, schemeHash: 'other' })).toMatchObject([{ code: 'case/other-scheme' }]);
  });

  it.each([[null], [[]], [{}], [{ stage: 1, outcome: {} }], [JSON.parse('{"__proto__":{"stage":"preliminary","outcome":"forward"}}')]])('malformed is a problem, not a crash: %j', (data) => {
    expect(new CasePlay().submit().codes('reviewed', data as Record<string, unknown>, reviewer)).toEqual(['case/malformed-action']);
  });

  it('is answered in English where asked', () => {
    const play = new CasePlay().submit();
    expect(actionProblems(scheme, play.state, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'return' } }, reviewer, play.now, { ...context, locale: 'en' })[0]?.message).toBe('Give the reason for “退回补正”.');
  });
});
