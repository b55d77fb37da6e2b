import type { Frame } from '../conditions/frame.js';
import { isEmpty } from '../operators/index.js';
import type { CriterionScore, SheetScore } from '../scoring/score-types.js';
import type { CriterionColumn, PolicyScore } from './compile-score.js';

/** What was found is read from the case; `toJSON` gives what `scoreByFacts` gives, in which absent members are absent. */
export type PolicyScoreTrace = Omit<SheetScore, 'problems'>;

/** What a criterion brings in a segment of its fact, the same members in the same order for all of them, which an engine reads fastest. */
interface CriterionNode extends Required<{ readonly [Key in Exclude<keyof CriterionScore, 'found' | 'comment'>]: CriterionScore[Key] | undefined }> {
  readonly score: CriterionScore;
  readonly criterion: string;
  readonly kind: CriterionScore['kind'];
  readonly source: CriterionScore['source'];
  readonly state: CriterionScore['state'];
}

function criterionNode(score: CriterionScore): CriterionNode {
  const { criterion, kind, source, state, mark, maximum, weight, points, band, bands, otherwise } = score;
  return { score, criterion, kind, source, state, mark, maximum, weight, points, band, bands, otherwise };
}

/** What a criterion brought, with the value of this case; all else was worked out when the policy was compiled. */
class CriterionView implements CriterionScore {
  constructor(private readonly node: CriterionNode, private readonly value: unknown) {}

  get criterion(): string { return this.node.criterion; }
  get kind(): CriterionScore['kind'] { return this.node.kind; }
  get source(): CriterionScore['source'] { return this.node.source; }
  get state(): CriterionScore['state'] { return this.node.state; }
  get mark(): CriterionScore['mark'] { return this.node.mark; }
  get maximum(): CriterionScore['maximum'] { return this.node.maximum; }
  get weight(): CriterionScore['weight'] { return this.node.weight; }
  get points(): CriterionScore['points'] { return this.node.points; }
  get found(): unknown { return isEmpty(this.value) ? undefined : this.value; }
  get band(): CriterionScore['band'] { return this.node.band; }
  get bands(): CriterionScore['bands'] { return this.node.bands; }
  get otherwise(): CriterionScore['otherwise'] { return this.node.otherwise; }

  toJSON(): CriterionScore {
    const { score } = this.node;
    return 'found' in score ? { ...score, found: this.value } : score;
  }
}

type ViewCriteria = (frame: Frame) => CriterionView[];

/** The score of a case with its criteria, worked out where somebody looks. */
class ScoreView implements PolicyScoreTrace {
  private views: CriterionView[] | undefined;

  constructor(private readonly settled: PolicyScore, private readonly frame: Frame, private readonly view: ViewCriteria) {
    this.views = undefined;
  }

  get outcome(): PolicyScore['outcome'] { return this.settled.outcome; }
  get criteria(): readonly CriterionScore[] { return (this.views ??= this.view(this.frame)); }
  get regular(): PolicyScore['regular'] { return this.settled.regular; }
  get bonus(): PolicyScore['bonus'] { return this.settled.bonus; }
  get deduction(): PolicyScore['deduction'] { return this.settled.deduction; }
  get outOf(): PolicyScore['outOf'] { return this.settled.outOf; }
  get rescaled(): PolicyScore['rescaled'] { return this.settled.rescaled; }
  get heldAt(): PolicyScore['heldAt'] { return this.settled.heldAt; }
  get totalMinimum(): PolicyScore['totalMinimum'] { return this.settled.totalMinimum; }
  get totalMaximum(): PolicyScore['totalMaximum'] { return this.settled.totalMaximum; }
  get notApplicable(): PolicyScore['notApplicable'] { return this.settled.notApplicable; }
  get missing(): PolicyScore['missing'] { return this.settled.missing; }
  get holes(): PolicyScore['holes'] { return this.settled.holes; }
  get raw(): PolicyScore['raw'] { return this.settled.raw; }
  get rounded(): PolicyScore['rounded'] { return this.settled.rounded; }
  get score(): PolicyScore['score'] { return this.settled.score; }
  get rounding(): PolicyScore['rounding'] { return this.settled.rounding; }
  get rankValue(): PolicyScore['rankValue'] { return this.settled.rankValue; }
  get decideValue(): PolicyScore['decideValue'] { return this.settled.decideValue; }
  get rankOn(): PolicyScore['rankOn'] { return this.settled.rankOn; }
  get decideOn(): PolicyScore['decideOn'] { return this.settled.decideOn; }
  get bands(): PolicyScore['bands'] { return this.settled.bands; }
  get passMark(): PolicyScore['passMark'] { return this.settled.passMark; }
  get band(): PolicyScore['band'] { return this.settled.band; }
  get passed(): PolicyScore['passed'] { return this.settled.passed; }

  toJSON(): PolicyScoreTrace {
    return { ...this.settled, criteria: this.view(this.frame).map((criterion) => criterion.toJSON()) };
  }
}

/** Makes the view of a card's scores. */
export function scoreViews(columns: readonly CriterionColumn[]): (score: PolicyScore, frame: Frame) => PolicyScoreTrace {
  const rows = columns.map(({ at, locate, scores, scoreOf }) => ({ at, locate, scoreOf, nodes: scores.map((score) => score && criterionNode(score.result.score)) }));
  const view: ViewCriteria = (frame) => rows.map(({ at, locate, scoreOf, nodes }) => {
    const found = frame[at];
    return new CriterionView(nodes[locate(found)] ?? criterionNode(scoreOf(found).result.score), found);
  });
  return (score, frame) => new ScoreView(score, frame, view);
}
