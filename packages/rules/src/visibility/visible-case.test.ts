import type { CaseEvent, EventActor, Scheme } from '@cobuild/core';
import { bankCardCheckDigit, chinaCalendar } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CasePlay } from '../../test/case-play.js';
import { applicant, members, office, reviewer, scheme as usual, secretary, threshold } from '../../test/case-scheme.js';
import { expert, panelStage, sheetCard } from '../../test/panel-scheme.js';
import { decide } from '../decision/index.js';
import { caseFromState } from '../lifecycle/case-from-state.js';
import type { CaseState } from '../results.js';
import type { CaseViewer } from './case-sight.js';
import { visibleCase, visibleLog } from './visible-case.js';
import { visibleDecision } from './visible-decision.js';

const text = (words: string): { 'zh-CN': string } => ({ 'zh-CN': words });
const [recommend, preliminary, , jointReview, publicity] = usual.stages as [Scheme['stages'][0], Scheme['stages'][0], Scheme['stages'][0], Scheme['stages'][0], Scheme['stages'][0]];
const form = usual.forms[0] as Scheme['forms'][0];

/** A town reviews, experts score, a committee votes, a notice runs. The account is for the office, the contact for the town and the office, the town's own note for the town. */
function schemeOf(secrecy: 'open' | 'secret'): Scheme {
  const string = (title: string): Record<string, string> => ({ type: 'string', title });
  return {
    ...usual,
    organisation: { ...usual.organisation, roles: [...usual.organisation.roles, { id: 'expert', title: text('评审专家'), level: 'district' }, { id: 'supervisor', title: text('监督员'), level: 'district' }, { id: 'neighbour', title: text('居民'), level: 'village' }] },
    forms: [
      {
        ...form, schema: { ...form.schema, properties: { ...(form.schema['properties'] as object), contact: string('联系人'), payee: string('收款账号'), payeeBank: { type: 'object', title: '开户行', properties: { branch: string('网点') } } } },
        fields: { '/contact': { visibleTo: { '*': ['townReviewer', 'office'] } }, '/payee': { visibleTo: { '*': ['office'] } }, '/payeeBank': { visibleTo: { '*': [] } } },
      },
      { id: 'townNote', title: text('初审意见'), schema: { $id: 'https://example.org/town', type: 'object', properties: { finding: string('结论'), internal: string('内部说明') } }, fields: { '/internal': { visibleTo: { '*': ['townReviewer'] } } } },
    ],
    eligibility: { rules: [...usual.eligibility.rules, { id: 'hasPayee', title: text('有收款账号'), reason: text('没有收款账号。'), remedy: text('请填写。'), source: text('申报指南'), conditions: { all: [{ fact: 'payee', operator: 'notEqual', value: 'none' }] } }] },
    scoring: sheetCard,
    stages: [
      recommend, { ...preliminary, form: 'townNote', outcomes: preliminary.outcomes.map((outcome) => (outcome.kind === 'forward' ? { ...outcome, to: 'panel' } : outcome)) },
      { ...panelStage, outcomes: [{ id: 'pass', title: text('合格'), kind: 'passed', to: 'jointReview' }, { id: 'fail', title: text('不合格'), kind: 'failed', to: 'notApproved' }] }, jointReview, publicity,
    ],
    thresholds: [{ ...threshold, secrecy }],
  };
}

interface Secrets { readonly contact: string; readonly payee: string; readonly branch: string; readonly internal: string; readonly comment: string; readonly objector: string }

function played(secrets: Secrets, secrecy: 'open' | 'secret', until: 'panel' | 'end' = 'end'): CasePlay {
  const { contact, payee, branch, internal, comment, objector } = secrets;
  const play = new CasePlay(schemeOf(secrecy));
  const answers = { projectName: '暖心服务站', households: 25, contact, payee, payeeBank: { branch } };
  play.known = { facts: { otherProjects: 1 } };
  play.act('submitted', { answers, applicant }, { ...secretary, name: '陈书记' });
  const remarks = [{ pointer: '/contact', text: `账号${payee}少一位` }, { pointer: '/projectName', text: '名称请写全' }];
  play.act('reviewed', { stage: 'preliminary', outcome: 'return', reason: `请联系${contact}核对，户名与${payee}不符`, remarks, answers: { finding: '待补', internal } }, { ...reviewer, name: '吴审核' });
  play.act('submitted', { answers, applicant }, { ...secretary, name: '陈书记' });
  play.act('reviewed', { stage: 'preliminary', outcome: 'forward', answers: { finding: '属实', internal } }, { ...reviewer, name: '吴审核' });
  play.act('reviewersAssigned', { stage: 'panel', reviewers: ['pro1', 'pro2', 'pro3'], method: 'lot', seed: '种子2026' });
  const sheet = (id: string, mark: number): void => void play.act('scoreSubmitted', { stage: 'panel', reviewer: id, marks: [{ criterion: 'worth', mark, comment }, { criterion: 'plan', mark: 8 }] }, expert(id));
  sheet('pro1', 7.5);
  sheet('pro2', 8.5);
  if (until === 'panel') return play;
  sheet('pro3', 9.5);
  play.act('scoringClosed', { stage: 'panel' });
  if (play.state?.stage === 'panel') play.act('reviewed', { stage: 'panel', outcome: 'pass' }, expert('pro1'));
  play.openMeeting(['m1', 'm2', 'm3', 'm4', 'm5']);
  if (secrecy === 'open') play.vote({ m1: 'yes', m2: 'yes', m3: 'yes', m4: 'no', m5: 'abstain' });
  else play.act('votingOpened', {}).act('ballotsCounted', { counts: { issued: 5, returned: 5, yes: 4, no: 1, abstain: 0, void: 0 } }).act('votingClosed', {});
  play.act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' });
  play.act('objectionRaised', { objection: 'o1', text: '与邻村重复', contact: objector }, { id: 'public', role: 'public' });
  return play;
}

const luhn = (digits: string): string => `${digits}${bankCardCheckDigit(digits)}`;
const arbitrarySecrets: fc.Arbitrary<Secrets> = fc.record({
  contact: fc.integer({ min: 0, max: 99_999_999 }).map((n) => `138${String(n).padStart(8, '0')}`), payee: fc.integer({ min: 10 ** 9, max: 10 ** 10 - 1 }).map((n) => luhn(`62220${n}`)),
  branch: fc.constantFrom('河江信用社甲网点', '荷城支行乙网点'), internal: fc.constantFrom('内部核查一', '内部核查二'), comment: fc.constantFrom('评语价值较高', '评语计划欠缺'), objector: fc.constantFrom('梁先生0757', '何女士0757'),
});
const usualSecrets: Secrets = { contact: '13800138000', payee: luhn('622202123456789012'), branch: '河江信用社甲网点', internal: '内部核查一', comment: '评语价值较高', objector: '梁先生0757' };

const town: EventActor = { ...reviewer, name: '吴审核' };
const supervisor: EventActor = { id: 's1', role: 'supervisor' };
const member: EventActor = { id: 'm2', role: 'committeeMember' };
/** Everything that a viewer is given, as one text. */
function given(play: CasePlay, viewer: CaseViewer): string {
  const state = play.state as CaseState;
  const decision = decide(play.scheme, caseFromState(state), { calendar: chinaCalendar });
  return JSON.stringify([visibleCase(play.scheme, state, viewer), visibleDecision(play.scheme, decision, state, viewer), visibleLog(play.scheme, play.events, viewer)]);
}

describe('visibleCase', () => {
  it('gives no viewer a value that the scheme hides from them, wherever in the log or in a text it stands', () => {
    const hiddenFrom: readonly [CaseViewer, readonly (keyof Secrets)[], readonly string[]][] = [
      ['public', ['contact', 'payee', 'branch', 'internal', 'comment', 'objector'], ['陈书记', '吴审核', '委员', '专家', 'households']],
      [secretary, ['internal', 'comment', 'objector'], ['吴审核', '委员', '专家', '"m1"', '"pro1"', '种子2026', 'otherProjects']],
      [town, ['payee', 'branch', 'comment', 'objector'], ['委员', '专家', '"m1"', '"pro1"', '种子2026']],
      [expert('pro1'), ['payee', 'contact', 'branch', 'internal', 'objector'], ['委员', '"m1"']],
      [office, ['branch', 'internal'], []],
      [supervisor, ['payee', 'contact', 'branch', 'internal'], []],
      [member, ['payee', 'contact', 'branch', 'internal', 'comment', 'objector'], ['专家', '"pro1"']],
      [{ id: 'u9', role: 'neighbour', unit: 'village-7' }, ['contact', 'payee', 'branch', 'internal', 'comment', 'objector'], ['陈书记', '委员']],
    ];
    fc.assert(fc.property(arbitrarySecrets, fc.constantFrom('open' as const, 'secret' as const), (secrets, secrecy) => {
      const play = played(secrets, secrecy);
      for (const [viewer, keys, words] of hiddenFrom) {
        const json = given(play, viewer);
        expect([...keys.map((key) => secrets[key]), ...words].filter((word) => json.includes(word))).toEqual([]);
      }
    }), { numRuns: 4 });
  });

  it('shows whom the scheme tells of delays where a case stands and the answers that name them; nobody else who acts nowhere sees it', () => {
    const scheme = schemeOf('open');
    const told: Scheme = { ...scheme, organisation: { ...scheme.organisation, roles: [...scheme.organisation.roles, { id: 'watcher', title: text('督办员'), level: 'town' }] }, stages: scheme.stages.map((stage) => (stage.id === 'preliminary' ? { ...stage, onDeadline: { escalate: [{ id: 'late', to: 'watcher' }] } } : stage)) };
    const naming = (...roles: string[]): Scheme => ({ ...told, forms: told.forms.map((each) => (each.id === 'application' ? { ...each, fields: { ...each.fields, '/contact': { visibleTo: { '*': roles } }, '/payeeBank': { visibleTo: { '*': roles } } } } : each)) });
    const watcher: EventActor = { id: 'w1', role: 'watcher', unit: 'hecheng' };
    const { state } = played(usualSecrets, 'open') as { state: CaseState };
    const escalated: CaseState = { ...state, told: [{ kind: 'escalation', id: 'late', to: 'watcher', at: state.submittedAt }, { kind: 'reminder', id: 'soon', to: 'townReviewer', at: state.submittedAt }] };
    const seen = visibleCase(told, escalated, watcher) as CaseState;
    expect([seen.id, seen.stage, seen.stageSince, seen.applicant, seen.told]).toEqual([state.id, state.stage, state.stageSince, state.applicant, [escalated.told?.[0]]]);
    expect([seen.answers, seen.submissions.map(({ answers }) => answers), seen.reviews.map(({ answers, by }) => [answers, by])]).toEqual([{}, [{}, {}], seen.reviews.map(({ answers }) => [answers === undefined ? undefined : {}, undefined])]);
    const json = JSON.stringify([seen, visibleDecision(told, decide(told, caseFromState(state), { calendar: chinaCalendar }), state, watcher), visibleLog(told, played(usualSecrets, 'open').events, watcher)]);
    expect([...(Object.values(usualSecrets) as string[]), '暖心服务站', '属实', '陈书记', '吴审核', '委员', '专家', '"m1"', '"pro1"', 'otherProjects'].filter((word) => json.includes(word))).toEqual([]);
    // A group that names the role names it for what it holds.
    expect(visibleCase(naming('watcher'), state, watcher)?.answers).toEqual({ contact: '13800138000', payeeBank: { branch: '河江信用社甲网点' } });
    expect(visibleCase(naming('office'), state, watcher)?.answers).toEqual({});
    expect(visibleCase({ ...told, stages: scheme.stages }, new CasePlay(told).submit().state as CaseState, watcher)).toBeUndefined();
  });

  it('leaves applicants what is theirs: their answers, why it came back, the remarks, the result of the vote', () => {
    const state = visibleCase(played(usualSecrets, 'open').scheme, played(usualSecrets, 'open').state as CaseState, secretary) as CaseState;
    expect(state.answers).toMatchObject({ payee: usualSecrets.payee, contact: '13800138000' });
    const returned = state.history.find((event) => event.type === 'reviewed');
    expect(returned?.data).toMatchObject({ reason: `请联系13800138000核对，户名与${usualSecrets.payee}不符`, remarks: [{ pointer: '/contact' }, { pointer: '/projectName' }], answers: { finding: '待补' } });
    expect(returned?.actor).toEqual({ id: '******', role: 'townReviewer', unit: 'hecheng' });
    expect(state.vote).toMatchObject({ outcome: 'passed', counts: { yes: 3, no: 1, abstain: 1 }, problems: [] });
    expect(state.meeting).toEqual({ stage: 'jointReview', round: 1, phase: 'closed', members: [], present: [] });
  });

  it('shows the ballots of an open vote at the table and to those who oversee, those of a secret one to nobody', () => {
    const ballots = (secrecy: 'open' | 'secret', viewer: EventActor): unknown => visibleCase(schemeOf(secrecy), openState, viewer)?.meeting?.ballots?.length;
    const openState = played(usualSecrets, 'open').state as CaseState;
    expect([office, supervisor, member, town, secretary, expert('pro1')].map((viewer) => ballots('open', viewer))).toEqual([5, 5, 5, undefined, undefined, undefined]);
    // A log that holds ballots although the vote is secret, such as one that was taken over from elsewhere.
    expect([office, supervisor, member].map((viewer) => ballots('secret', viewer))).toEqual([undefined, undefined, undefined]);
    const log = visibleCase(schemeOf('secret'), openState, office)?.history.filter(({ type }) => type === 'ballotCast');
    expect(log?.map(({ data, actor }) => [data, actor.id])).toEqual(Array.from({ length: 5 }, () => [{ member: '******', choice: 'void' }, '******']));
  });

  it('keeps a blind panel blind until it is closed: each expert has the own sheet, the office who is in', () => {
    const play = played(usualSecrets, 'open', 'panel');
    const sheets = (viewer: EventActor): unknown => visibleCase(play.scheme, play.state as CaseState, viewer)?.scoring?.[0]?.sheets.map(({ reviewer: by, marks }) => [by, marks.length]);
    expect([expert('pro1'), office, supervisor, town, secretary].map(sheets)).toEqual([[['pro1', 2]], [['pro1', 0], ['pro2', 0]], [['pro1', 0], ['pro2', 0]], [], []]);
    expect(given(play, expert('pro1'))).not.toContain('专家pro2');
    const valid = (viewer: EventActor): unknown => visibleCase(play.scheme, play.state as CaseState, viewer)?.scoring?.[0]?.valid;
    expect([expert('pro1'), office, supervisor, town, secretary].map(valid)).toEqual([2, 2, 2, undefined, undefined]);
    expect(visibleCase(play.scheme, played(usualSecrets, 'open').state as CaseState, expert('pro1'))?.scoring?.[0]?.sheets).toHaveLength(3);
  });

  it('leaves out every hash from the first event of which something is hidden, so that no short answer is found by trying', () => {
    const play = played(usualSecrets, 'open');
    const history = (visibleCase(play.scheme, play.state as CaseState, town) as CaseState).history;
    const masked = history.findIndex((event, index) => JSON.stringify({ ...event, hash: '', previousHash: '' }) !== JSON.stringify({ ...(play.events[index] as CaseEvent), hash: '', previousHash: '' }));
    expect(masked).toBe(0);
    expect(history.flatMap(({ hash, previousHash }) => [hash, previousHash]).join('')).toBe('');
    const json = given(play, town);
    expect(play.events.filter(({ hash }) => json.includes(hash))).toEqual([]);
  });

  it('gives whoever may see all of it the log as it is, hashes and all', () => {
    const play = new CasePlay().toPublicity();
    expect(visibleCase(play.scheme, play.state as CaseState, office)).toEqual(play.state);
  });

  it('covers a mobile or a bank card that stands in a reason for those who had no part in that stage', () => {
    const play = new CasePlay().submit();
    play.act('reviewed', { stage: 'preliminary', outcome: 'return', reason: '请拨打13900139000联系经办人' }, reviewer);
    const reasons = (viewer: EventActor): unknown => visibleCase(play.scheme, play.state as CaseState, viewer)?.returned?.reason;
    expect([reasons(secretary), reasons(office)]).toEqual(['请拨打13900139000联系经办人', '请拨打13900139000联系经办人']);
    expect(reasons({ ...members[0], id: 'u7', role: 'townReviewer' })).toBe('请拨打******联系经办人');
  });

  it('tells the public of a case on a notice what the notice says, and of any other nothing', () => {
    const play = new CasePlay().toPublicity();
    expect(visibleCase(play.scheme, play.state as CaseState, 'public')).toBeUndefined();
    play.act('noticePublished', { notice: 'result', postedOn: '2026-03-02', until: '2026-03-09' });
    const seen = visibleCase(play.scheme, play.state as CaseState, 'public');
    expect(seen).toMatchObject({ answers: {}, applicant: { id: '' }, notice: { notice: 'result', until: '2026-03-09' }, history: [{ type: 'noticePublished', hash: '', previousHash: '', actor: { id: '******', role: 'office' } }] });
    expect(visibleDecision(play.scheme, decide(play.scheme, caseFromState(play.state as CaseState), { calendar: chinaCalendar }), play.state as CaseState, 'public')).toBeUndefined();
  });
});

describe('visibleDecision', () => {
  it('quotes no answer that the viewer may not see, and no name of the panel, beside the same verdict', () => {
    const play = played(usualSecrets, 'open');
    const state = play.state as CaseState;
    const decision = decide(play.scheme, caseFromState(state), { calendar: chinaCalendar });
    const seen = visibleDecision(play.scheme, decision, state, town);
    expect(seen).toMatchObject({ outcome: decision.outcome, score: decision.score, stage: decision.stage, vote: decision.vote });
    const payee = seen?.trace.eligibility.requirements.find(({ id }) => id === 'hasPayee')?.trace.children?.[0];
    expect(payee).toMatchObject({ fact: 'payee', found: '******', result: true });
    expect(JSON.stringify(seen)).not.toContain(usualSecrets.payee);
    const score = seen?.trace.steps.find(({ stage }) => stage === 'panel')?.score;
    expect(score).toMatchObject({ by: 'panel', result: { entries: [], score: decision.score } });
    expect(visibleDecision(play.scheme, decision, state, secretary)?.trace.eligibility).toEqual(decision.trace.eligibility);
  });
});
