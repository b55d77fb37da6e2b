// Cases of the Gaoming scheme at every point of their way, played through the same rules that a server uses.
import type { AnswerRemark, EventActor, Scheme } from '@cobuild/core';
import { chinaCalendar, resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { appendEvent, noticeDates } from '@cobuild/rules';
import { actor, committee, gaomingCase, gaomingDemo } from './gaoming.js';

export type Choice = 'yes' | 'no' | 'abstain';

const secretary = actor('secretary-heshun');
const reviewer = actor('reviewer-hecheng');
export const clerk: EventActor = actor('committee-clerk');
export const findings = { dutyFinding: '两委班子团结，村级事务公开及时，去年两个项目均已结项。', inScope: true, declarationsChecked: true, rank: 1, improvementAdvice: '建议把开放时间延长到晚上九点。' };

/** What a town notes on single answers of the service station. */
export const stationRemarks: readonly AnswerRemark[] = [
  { pointer: '/place', text: '请写到楼层，并附房屋权属说明。' },
  { pointer: '/budget', text: '饮水设备的单价高于同批项目，请附两份报价。' },
  { pointer: '/contactPhone', text: '这个号码打不通，请核对。' },
];

/** A case being played. The clock starts on 5 March 2026 and moves a minute an act; an act that is refused throws. */
export class GaomingPlay {
  private current: CaseState | undefined;
  private clock = Date.parse('2026-03-05T09:30:00+08:00');

  constructor(readonly scheme: Scheme = gaomingDemo, private readonly path: string = '../gaoming/cases/service-station.json') {}

  get state(): CaseState {
    if (this.current === undefined) throw new Error('Nothing was submitted yet');
    return this.current;
  }

  moveTo(instant: string): this {
    this.clock = Date.parse(instant);
    return this;
  }

  /** The problems of an act, or none when it was done. */
  attempt({ type, data }: CaseAction, by: EventActor = clerk): readonly { readonly code: string; readonly message: string }[] {
    // What the records of earlier projects say, as a server counts it.
    const { facts = {} } = gaomingCase(this.path);
    const context = { calendar: chinaCalendar, schemeHash: 'demo', caseId: 'GM-2026-001', known: { facts } };
    const done = appendEvent(this.scheme, this.current, { type, data }, by, new Date(this.clock).toISOString(), `e${this.clock}`, context);
    if ('problems' in done) return done.problems;
    this.current = done.state;
    this.clock += 60_000;
    return [];
  }

  act(type: CaseAction['type'], data: CaseAction['data'], by: EventActor = clerk): this {
    const problems = this.attempt({ type, data }, by);
    if (problems.length > 0) throw new Error(`${type}: ${JSON.stringify(problems)}`);
    return this;
  }

  submit(changes: Readonly<Record<string, unknown>> = {}): this {
    const { answers, applicant } = gaomingCase(this.path);
    const by = { ...secretary, unit: applicant.unit ?? applicant.id, ...(applicant.town === undefined ? {} : { town: applicant.town }) };
    return this.act('submitted', { answers: { ...answers, ...changes }, applicant }, by);
  }

  sendBack(reason = '第二条“解决方案”缺少场地照片，请补充并说明开放时间。', remarks: readonly AnswerRemark[] = []): this {
    return this.act('reviewed', { stage: 'preliminary', outcome: 'return', reason, answers: findings, ...(remarks.length === 0 ? {} : { remarks }) }, reviewer);
  }

  forward(): this {
    const town = this.state.applicant.town ?? '';
    return this.act('reviewed', { stage: 'preliminary', outcome: 'forward', reason: '同意推荐。', answers: findings }, { ...reviewer, unit: town, town });
  }

  openMeeting(present: readonly string[] = []): this {
    this.act('meetingOpened', { stage: 'jointReview', members: committee });
    for (const member of present) this.act('memberSignedIn', { member });
    return this;
  }

  /** Ballots in the order of the roster: first the yes, then the no, then the abstentions. */
  ballots(yes: number, no: number, abstain: number): this {
    const { present = [], recused = [] } = this.state.meeting ?? {};
    const voters = present.filter((id) => !recused.some(({ member }) => member === id));
    const choices: Choice[] = [...Array<Choice>(yes).fill('yes'), ...Array<Choice>(no).fill('no'), ...Array<Choice>(abstain).fill('abstain')];
    choices.forEach((choice, index) => this.act('ballotCast', { member: voters[index], choice }));
    return this;
  }

  vote(yes: number, no: number, abstain: number): this {
    return this.act('votingOpened', {}).ballots(yes, no, abstain).act('votingClosed', {});
  }

  toMeeting(): this {
    return this.submit().forward();
  }

  toPublicity(): this {
    return this.toMeeting().openMeeting(memberIds(1, 22)).vote(18, 3, 1);
  }

  publish(postedOn = '2026-03-06'): this {
    const until = noticeDates(resolveParameters(this.scheme), 'approvedProjects', postedOn, chinaCalendar)?.date;
    return this.moveTo(`${postedOn}T15:00:00+08:00`).act('noticePublished', { notice: 'approvedProjects', postedOn, until });
  }
}

/** `memberIds(1, 3)`: member-01, member-02, member-03. */
export function memberIds(from: number, to: number): string[] {
  return committee.slice(from - 1, to).map(({ id }) => id);
}
