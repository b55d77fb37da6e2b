import type { Scheme, Stage } from '@cobuild/core';
import { publicVoteAt } from '../decision/public-vote-at.js';
import { findStage, thresholdOf } from '../decision/stage-lookup.js';
import type { Walk } from '../decision/walk-stages.js';
import { walkStages } from '../decision/walk-stages.js';
import { outcomeOf, reasonsOf } from '../decision/walk-verdict.js';
import type { Decision, VoteResult } from '../results.js';
import type { Journey } from './journeys.js';
import type { StageAnswers } from './stage-answers.js';
import { VOTE_OUTCOMES } from './vote-outcomes.js';

/** How a case that went through the stages ends up. */
export interface WalkVerdict extends Pick<Decision, 'outcome' | 'stage' | 'vote' | 'reasons'> {
  /** The last threshold that was asked, and the last stage whose score was read. */
  readonly threshold?: string;
  readonly scoredAt?: string;
  /** Threshold of the last vote that was held. */
  readonly countedAt?: string;
}

/** Something that a walk asks about a case: what a threshold came to, what an automatic stage found. */
export type Question = { readonly kind: 'threshold' | 'stage'; readonly id: string };

/** Where the answers so far lead: to a verdict, or to the next question. */
export type WalkNode =
  | { readonly verdict: number }
  | { readonly question: number; readonly next: (WalkNode | undefined)[]; readonly answered: ReadonlyMap<number, number> };

/**
 * The ways of all journeys through the stages of a scheme, each walked once by `walkStages` with the answers put in its mouth. Which question comes next depends on the
 * answers before it, so a tree grows for each journey as cases need it.
 */
export class WalkTree {
  readonly verdicts: WalkVerdict[] = [];
  readonly questions: Question[] = [];
  private readonly roots: (WalkNode | undefined)[] = [];
  private readonly verdictOf = new Map<string, number>();

  /** @param stages - Answers of the automatic stages, by id. */
  constructor(private readonly scheme: Scheme, private readonly journeys: readonly Journey[], private readonly stages: ReadonlyMap<string, StageAnswers>) {}

  /** Whether the tree holds for these answers too: their places mean the same. */
  fits(stages: ReadonlyMap<string, StageAnswers>): boolean {
    return stages.size === this.stages.size && [...stages].every(([id, { answers }]) => isSame(this.stages.get(id)?.answers, answers));
  }

  root(journey: number): WalkNode {
    const known = this.roots[journey];
    if (known !== undefined) return known;
    const node = this.walk(journey, new Map());
    this.roots[journey] = node;
    return node;
  }

  /** The node after an answer. */
  after(journey: number, node: Extract<WalkNode, { readonly question: number }>, answer: number): WalkNode {
    const known = node.next[answer];
    if (known !== undefined) return known;
    const next = this.walk(journey, new Map([...node.answered, [node.question, answer]]));
    node.next[answer] = next;
    return next;
  }

  private walk(journey: number, answered: ReadonlyMap<number, number>): WalkNode {
    const { reviews, evidence, overrides, publicVoteCounts, withdrawn } = this.journeys[journey] as Journey;
    let open: number | undefined;
    const answerTo = (question: Question): number | undefined => {
      const place = this.place(question);
      const answer = answered.get(place);
      if (answer === undefined) open = open ?? place;
      return answer;
    };
    const voteAt = (stage: Stage): VoteResult | undefined => {
      const threshold = thresholdOf(this.scheme, stage);
      const answer = threshold === undefined ? undefined : answerTo({ kind: 'threshold', id: threshold.id });
      return answer === undefined ? undefined : voteOf(answer);
    };
    const automatic = ({ id }: Stage) => {
      const found = this.stages.get(id);
      const answer = found === undefined ? undefined : answerTo({ kind: 'stage', id });
      return answer === undefined ? undefined : found?.answers[answer];
    };
    const walk = walkStages(this.scheme, { reviews, evidence, overrides, voteAt, automatic, publicVoteAt: (stage) => publicVoteAt(this.scheme, stage, publicVoteCounts === undefined ? [] : [...publicVoteCounts]) });
    return open === undefined ? { verdict: this.keep(verdictOfWalk(this.scheme, walk, withdrawn)) } : { question: open, next: [], answered };
  }

  private place({ kind, id }: Question): number {
    const at = this.questions.findIndex((question) => question.kind === kind && question.id === id);
    return at === -1 ? this.questions.push({ kind, id }) - 1 : at;
  }

  private keep(verdict: WalkVerdict): number {
    const key = JSON.stringify(verdict);
    let place = this.verdictOf.get(key);
    if (place === undefined) {
      place = this.verdicts.push(verdict) - 1;
      this.verdictOf.set(key, place);
    }
    return place;
  }
}

function isSame(before: StageAnswers['answers'] | undefined, after: StageAnswers['answers']): boolean {
  const gist = (answer: StageAnswers['answers'][number]): string => (answer === undefined ? '' : JSON.stringify([answer.way ?? null, answer.found.holes ?? null, Object.keys(answer.found)]));
  return before === after || (before !== undefined && before.length === after.length && before.every((answer, index) => gist(answer) === gist(after[index])));
}

const NOBODY: VoteResult['counts'] = { appointed: 0, recused: 0, entitled: 0, present: 0, absent: 0, returned: 0, void: 0, valid: 0, yes: 0, no: 0, abstain: 0, base: 0 };

function voteOf(code: number): VoteResult {
  return { outcome: VOTE_OUTCOMES[code] ?? 'notHeld', counts: NOBODY, holes: [], problems: [] };
}

/** What `decide` says of a walk. */
function verdictOfWalk(scheme: Scheme, walk: Walk, withdrawn: boolean): WalkVerdict {
  const { steps, stage } = walk;
  const voted = steps.filter(({ method, vote }) => method === 'vote' && vote !== undefined);
  const vote = voted[voted.length - 1];
  const threshold = vote === undefined ? undefined : findStage(scheme, vote.stage)?.threshold;
  const held = [...steps].reverse().find((step) => step.vote !== undefined && step.vote.outcome !== 'notHeld');
  const countedAt = held === undefined ? undefined : findStage(scheme, held.stage)?.threshold;
  const scoredAt = [...steps].reverse().find(({ score }) => score !== undefined)?.stage;
  return {
    outcome: withdrawn ? 'withdrawn' : outcomeOf(walk), stage, vote: vote?.vote?.outcome ?? null, reasons: reasonsOf(scheme, walk),
    ...(threshold === undefined ? {} : { threshold }), ...(scoredAt === undefined ? {} : { scoredAt }),
    ...(countedAt === undefined ? {} : { countedAt }),
  };
}
