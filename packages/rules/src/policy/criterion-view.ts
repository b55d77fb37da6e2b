import type { Frame } from '../conditions/frame.js';
import { isEmpty } from '../operators/index.js';
import type { CriterionScore, SheetScore } from '../scoring/score-types.js';
import type { CriterionColumn, PolicyScore } from './compile-score.js';
import { scoreIn } from './compile-score.js';

/** `criteria` are views: what they do not have reads as `undefined`, `JSON.stringify` gives what `scoreByFacts` gives. */
export type PolicyScoreTrace = Omit<SheetScore, 'problems'>;

/** What a criterion brought, with the value of this case; all else was worked out when the policy was compiled. */
class CriterionView implements CriterionScore {
  constructor(private readonly score: CriterionScore, private readonly value: unknown) {}

  get criterion(): string { return this.score.criterion; }
  get kind(): CriterionScore['kind'] { return this.score.kind; }
  get source(): CriterionScore['source'] { return this.score.source; }
  get state(): CriterionScore['state'] { return this.score.state; }
  get mark(): CriterionScore['mark'] { return this.score.mark; }
  get maximum(): CriterionScore['maximum'] { return this.score.maximum; }
  get weight(): CriterionScore['weight'] { return this.score.weight; }
  get points(): CriterionScore['points'] { return this.score.points; }
  get found(): unknown { return isEmpty(this.value) ? undefined : this.value; }
  get band(): CriterionScore['band'] { return this.score.band; }
  get bands(): CriterionScore['bands'] { return this.score.bands; }
  get otherwise(): CriterionScore['otherwise'] { return this.score.otherwise; }

  toJSON(): CriterionScore {
    return 'found' in this.score ? { ...this.score, found: this.value } : this.score;
  }
}

export function scoreView(score: PolicyScore, columns: readonly CriterionColumn[], frame: Frame): PolicyScoreTrace {
  return { ...score, criteria: columns.map((column) => new CriterionView(scoreIn(column, frame).result.score, frame[column.at])) };
}
