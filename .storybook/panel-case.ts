// The experts of Qianjiang's demonstration score on site. Its scheme holds the card and leaves the visit outside the stages of a case; here it is one,
// straight after the report, with what a card can also have (anchors, "not applicable", bonus, deduction). Names and added settings are invented.
import type { Applicant, Case, Criterion, EventActor, Scheme, Scoring, Stage } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { CaseAction, CaseState, Reviewer } from '@cobuild/rules';
import { appendEvent } from '@cobuild/rules';

const text = (zh: string, en: string): { 'zh-CN': string; en: string } => ({ 'zh-CN': zh, en });

const more: Readonly<Record<string, Partial<Criterion>>> = {
  progress: { maximum: 100, step: 0.5, description: text('对照项目清单和时限，看做到哪一步。', 'How far the project has come, against its list and dates.'), anchors: [{ mark: 100, title: text('全部按期完成', 'All done in time') }, { mark: 60, title: text('完成过半', 'More than half done') }, { mark: 0, title: text('没有开展', 'Not begun') }] },
  distinctiveness: { step: 0.5, mayBeNotApplicable: true },
  problemSolving: { step: 0.5, minimum: 20 },
};

/** The card of the demonstration with a bonus and a deduction on top; of five experts the highest and the lowest score are dropped. */
export const panelCardOf = ({ scoring }: Scheme): Scoring => ({
  ...scoring,
  criteria: [
    ...(scoring?.criteria ?? []).map((criterion) => ({ ...criterion, ...more[criterion.id] })),
    { id: 'shared', title: text('经验被区外推广', 'Taken up outside the district'), kind: 'bonus', weight: 5, maximum: 5, step: 1, provenance: { kind: 'invented' } },
    { id: 'late', title: text('材料逾期', 'Papers handed in late'), kind: 'deduction', weight: 3, maximum: 3, step: 1, provenance: { kind: 'invented' } },
  ],
  notApplicable: 'rescale', totalMaximum: 100,
  panel: { mean: 'trimmed', dropHighest: 1, dropLowest: 1, minimumScores: 3, deviation: 10, blind: 'untilAllIn', recusal: { sameUnit: 'hard', kin: 'hard', tookPart: 'soft' } },
});

const stage: Stage = {
  id: 'siteVisit', title: text('专家实地评审', 'Expert visit'), actor: { role: 'expert' }, method: 'score', assignment: { method: 'load', by: 'organisationOfficer', reviewers: 5, limit: 20 }, deadline: { amount: 10, unit: 'workingDay' },
  outcomes: [
    { id: 'proceed', title: text('进入下一环节', 'Go on'), kind: 'forward', to: 'firstReview' }, { id: 'back', title: text('退回补正', 'Return'), kind: 'return', to: 'report', reason: 'required' },
  ],
};

/** The demonstration with the visit as a stage. */
export function withPanel(demo: Scheme, card: Partial<Scoring> = {}): Scheme {
  const stages = demo.stages.flatMap((item) => (item.id === 'report' ? [{ ...item, outcomes: item.outcomes.map((outcome) => (outcome.kind === 'submit' ? { ...outcome, to: 'siteVisit' } : outcome)) }, stage] : [item]));
  return { ...demo, stages, scoring: { ...panelCardOf(demo), ...card } };
}

export const experts: readonly (Reviewer & { readonly name: string })[] = ['秦墨', '冉小云', '向东明', '何静', '谢一帆'].map((name, index) => ({ id: `expert-${index + 1}`, name, unit: index === 4 ? 'village-c' : `institute-${index + 1}` }));
export const expert = (number: number): EventActor => ({ ...(experts[number - 1] as (typeof experts)[number]), role: 'expert' });
export const officer: EventActor = { id: 'officer-1', name: '庞宁', role: 'organisationOfficer' };

const CRITERIA = ['progress', 'distinctiveness', 'problemSolving', 'shared', 'late'];

/** Marks of one expert, the first three criteria as the scheme has them. */
export function sheet(number: number, marks: readonly (number | 'notApplicable')[], rest: Readonly<Record<string, unknown>> = {}): CaseAction {
  return {
    type: 'scoreSubmitted',
    data: { stage: 'siteVisit', reviewer: `expert-${number}`, marks: CRITERIA.map((criterion, index) => ({ criterion, ...(marks[index] === 'notApplicable' ? { notApplicable: true } : { mark: marks[index] ?? 0 }) })), ...rest },
  };
}

/** A case at the visit. The clock moves a minute an act; an act that is refused throws. */
export class PanelCase {
  private current: CaseState | undefined;
  private clock = Date.parse('2026-06-08T09:30:00+08:00');

  constructor(readonly scheme: Scheme, private readonly example: Pick<Case, 'answers' | 'applicant'>, readonly id = 'QJ-2026-001') {}

  get state(): CaseState {
    if (this.current === undefined) throw new Error('Nothing was submitted yet');
    return this.current;
  }

  attempt({ type, data }: CaseAction, by: EventActor): readonly { readonly code: string; readonly message: string }[] {
    const done = appendEvent(this.scheme, this.current, { type, data }, by, new Date(this.clock).toISOString(), `e${this.clock}`, { calendar: chinaCalendar, schemeHash: 'demo', caseId: this.id });
    if ('problems' in done) return done.problems;
    this.current = done.state;
    this.clock += 60_000;
    return [];
  }

  act(type: CaseAction['type'], data: CaseAction['data'], by: EventActor = officer): this {
    const problems = this.attempt({ type, data }, by);
    if (problems.length > 0) throw new Error(`${type}: ${JSON.stringify(problems)}`);
    return this;
  }

  submit(answers: Readonly<Record<string, unknown>> = {}, applicant: Partial<Applicant> = {}): this {
    const whose = { ...this.example.applicant, ...applicant };
    const by = { id: 'secretary-c', name: '罗平', role: 'orgSecretary', unit: whose.unit ?? whose.id, ...(whose.town === undefined ? {} : { town: whose.town }) };
    return this.act('submitted', { answers: { ...this.example.answers, ...answers }, applicant: whose }, by);
  }

  /** Submitted, and given to the first experts. */
  atPanel(reviewers = 5): this {
    this.submit();
    return this.act('reviewersAssigned', { stage: 'siteVisit', reviewers: experts.slice(0, reviewers).map(({ id }) => id), method: 'load' });
  }

  /** Sheets of the first experts. */
  scored(...marks: readonly (readonly (number | 'notApplicable')[])[]): this {
    marks.forEach((own, index) => {
      const { type, data } = sheet(index + 1, own);
      this.act(type, data, expert(index + 1));
    });
    return this;
  }
}
