import type { AnswerRemark, EventActor, FormDefinition, Override, Review, Scheme, Scoring, ScoreSheet, Viewer } from '@cobuild/core';
import { HIDDEN, visibleAnswers, visibleRemarks } from '@cobuild/core';
import { findStage, thresholdOf } from '../decision/stage-lookup.js';
import { panelSheets } from '../lifecycle/scoring-state.js';
import { applicationForm } from '../publicity/application-form.js';
import type { CaseState, ScoringState, VoteResult } from '../results.js';
import { visibleSheets } from '../scoring/index.js';
import type { CaseSight } from './case-sight.js';

type Answers = Readonly<Record<string, unknown>>;

/** What one viewer sees of the parts that a case and its log are made of. `scheme` has its parameters filled in. */
export class VisibleParts {
  private readonly form: FormDefinition | undefined;
  private readonly sheets = new Map<string, readonly ScoreSheet[]>();

  constructor(readonly scheme: Scheme, readonly state: CaseState, readonly sight: CaseSight) {
    this.form = applicationForm(scheme);
  }

  /** Whether the viewer sees how a stage came to its result, such as ballots and who took part. */
  seesInside(stage: string): boolean {
    return this.sight.side === 'office' && (this.sight.oversees || this.sight.actsAt(stage));
  }

  /** Answers of the application: applicants read their own, others what the form says. */
  application(answers: Answers): Answers {
    return this.sight.side === 'applicant' ? answers : this.readable(this.form, answers);
  }

  /** Answers to the form of a stage. */
  stageAnswers(stageId: string, answers: Answers): Answers {
    const stage = findStage(this.scheme, stageId);
    if (this.sight.side === 'applicant' && stage?.actor.role === this.sight.role) return answers;
    return this.readable(this.scheme.forms.find(({ id }) => id === stage?.form), answers);
  }

  private get reader(): Viewer {
    const { side, role } = this.sight;
    return { role, stage: this.state.stage, onlyNamed: side === 'told' };
  }

  private readable(form: FormDefinition | undefined, answers: Answers): Answers {
    const { side } = this.sight;
    return form === undefined || side === 'public' ? {} : visibleAnswers(form, answers, this.reader);
  }

  remarks<T extends { readonly remarks?: AnswerRemark[] }>(holder: T): T {
    const { side } = this.sight;
    if (holder.remarks === undefined || side === 'applicant') return holder;
    return { ...holder, remarks: this.form === undefined || side === 'public' ? [] : visibleRemarks(this.form, holder.remarks, this.reader) };
  }

  review(review: Review): Review {
    const { by, answers, ...rest } = this.remarks(review);
    return {
      ...rest, ...(answers === undefined ? {} : { answers: this.stageAnswers(review.stage, answers) }),
      ...(by === undefined || !this.seesPerson(by) ? {} : { by }),
    };
  }

  override(override: Override): Override {
    if (this.sight.side === 'office') return override;
    const { byName: _by, secondName: _second, ...rest } = override;
    return { ...rest, by: HIDDEN, second: HIDDEN };
  }

  /** Applicants deal with an office, not with a person of it; so does whoever is only told of what is late. */
  actor(actor: EventActor): EventActor {
    if (this.seesPerson(actor.id)) return actor;
    const { role, unit } = actor;
    return { id: HIDDEN, role, ...(unit === undefined || this.sight.side === 'public' ? {} : { unit }) };
  }

  private seesPerson(id: string): boolean {
    if (this.sight.side === 'office' || (this.sight.side === 'applicant' && id === this.sight.id)) return true;
    // Colleagues of the applicant's own unit, who submitted before.
    return this.sight.side === 'applicant' && this.state.submissions.some(({ by }) => by.id === id);
  }

  /** Counts and result are told to everybody whom the case concerns, who voted how to those inside. */
  vote(vote: VoteResult, stage: string): VoteResult {
    if (this.seesInside(stage)) return vote;
    const { castingVote: _vote, conflicts: _conflicts, tieBreak, ...rest } = vote;
    return { ...rest, problems: [], ...(tieBreak === undefined || tieBreak.by === 'chair' ? {} : { tieBreak }) };
  }

  isOpenVote(stageId: string): boolean {
    const stage = findStage(this.scheme, stageId);
    // What is not decided is taken as secret.
    return stage !== undefined && thresholdOf(this.scheme, stage)?.secrecy === 'open';
  }

  /** Sheets that the viewer may read, with their marks. */
  sheetsAt(stageId: string): readonly ScoreSheet[] {
    const known = this.sheets.get(stageId);
    if (known !== undefined) return known;
    const found = (this.state.scoring ?? []).find(({ stage }) => stage === stageId);
    const sheets = found === undefined || this.scheme.scoring === undefined ? [] : this.sheetsOf(found, this.scheme.scoring);
    this.sheets.set(stageId, sheets);
    return sheets;
  }

  private sheetsOf(found: ScoringState, scoring: Scoring): readonly ScoreSheet[] {
    const { id: viewer, side, oversees, actsAt, runsPanel } = this.sight;
    if (side !== 'office' || !(oversees || actsAt(found.stage))) return [];
    const assigned = this.state.assigned?.find(({ stage }) => stage === found.stage)?.reviewers;
    const about = { item: this.state.id, stage: found.stage, applicant: this.state.applicant, closed: found.phase === 'closed', ...(assigned === undefined ? {} : { reviewers: assigned.map((id) => ({ id })) }) };
    const scores = !oversees && !runsPanel(found.stage);
    return visibleSheets(scoring, panelSheets(found), { ...about, ...(scores ? { viewer } : {}) }).sheets;
  }

  /** Whether the viewer may know who scores at a stage: those who assign, and everybody who reads the sheets once they are open. */
  seesReviewer(stageId: string, reviewer: string): boolean {
    const { side, id, oversees, runsPanel } = this.sight;
    if (side !== 'office') return false;
    return reviewer === id || oversees || runsPanel(stageId) || this.sheetsAt(stageId).some((sheet) => sheet.reviewer === reviewer);
  }
}
