// Made by packages/core/generate.mjs from src/schemas/. Edit the schemas, then run `npm run generate`.

/**
 * Name by which other parts refer to this one; arrays of things with an id merge by it in an overlay.
 */
export type Id = string;
/**
 * JSON Pointer into the answers; `*` stands for every item of an array: `/budgetLines/* /amount`.
 */
export type Pointer = string;
/**
 * Condition in the format of json-rules-engine: a group (`all`, `any`, `not`), a reference to a named condition, or a comparison of a fact with a value.
 */
export type Condition = AllCondition | AnyCondition | NotCondition | ConditionReference | Comparison;
/**
 * An amount in yuan, a parameter, or not decided yet.
 */
export type OpenMoney = Money | Undecided | ParameterReference;
/**
 * Yuan with at most two decimals.
 */
export type Money = number;
/**
 * The law or the district has not said. May be saved, tested and simulated; a scheme with such a hole in a reachable stage cannot be published.
 */
export type Undecided = 'UNDECIDED';
/**
 * A ratio of integers, a parameter, or not decided yet.
 */
export type OpenRatio = Ratio | Undecided | ParameterReference;
/**
 * What a scheme that extends this one may do with it. `keep`: it stays, in other words if need be; a question is not hidden, made optional or changed in kind, a section keeps its questions. `locked`: nothing in it changes; what may vary is a parameter that it reads. Without it: change or remove it.
 */
export type OverlayLock = 'keep' | 'locked';
/**
 * Calendar date in the scheme's zone (Asia/Shanghai), `2026-03-05`.
 */
export type CalendarDate = string;
/**
 * An integer, a parameter, or not decided yet.
 */
export type OpenInteger = number | Undecided | ParameterReference;
/**
 * What separates equals, tried in this order; only asked where their order changes who gets what. Not decided yet where it says so.
 */
export type OpenTieRule = TieStep[] | Undecided | ParameterReference;
/**
 * Remarks on single answers, at most one for each, given with a return for completion.
 *
 * @maxItems 100
 */
export type AnswerRemarks = AnswerRemark[];
/**
 * Why somebody should not judge an application: `sameUnit` (a member of the organisation that applies), `sameTown` (from its town), `superior` (above or below one of its people), `kin`, `tookPart` (in the project), `personalStake`.
 */
export type ConflictGround = 'sameUnit' | 'sameTown' | 'superior' | 'kin' | 'tookPart' | 'personalStake';
/**
 * An entry of the append-only log of a case. The state is a fold over the log.
 */
export type CaseEvent =
  | Submitted
  | Reviewed
  | MeetingOpened
  | MemberSignedIn
  | MemberRecused
  | VotingOpened
  | BallotCast
  | BallotsCounted
  | VotingClosed
  | NoticePublished
  | ObjectionRaised
  | ObjectionAnswered
  | Withdrawn
  | EvidenceRecorded
  | ReviewersAssigned
  | ConflictDeclared
  | LotDrawn
  | OverrideProposed
  | OverrideConfirmed
  | OverrideDeclined
  | ScoreSubmitted
  | ScoreWithdrawn
  | ScoringClosed
  | PublicVoteCounted
  | DeadlineReminded
  | DeadlineEscalated
  | DeadlinePassed
  | MeetingAdjourned
  | CycleDutyDone
  | CycleRenewed
  | CycleWithdrawn
  | CycleDutyReminded
  | CycleDutyEscalated;
/**
 * A number, a parameter, or not decided yet.
 */
export type OpenNumber = number | Undecided | ParameterReference;
/**
 * A period in days, a parameter, or not decided yet.
 */
export type OpenPeriod = Period | Undecided | ParameterReference;
/**
 * A time limit in days or working hours, a parameter, or not decided yet.
 */
export type OpenDeadline = TimeLimit | Undecided | ParameterReference;
/**
 * A recurring interval, a parameter, or not decided yet.
 */
export type OpenInterval = Interval | Undecided | ParameterReference;
/**
 * A moment with its offset, `2026-06-01T09:00:00+08:00`, a parameter, or not decided yet.
 */
export type OpenInstant = string | Undecided | ParameterReference;
/**
 * A text, a parameter, or not decided yet.
 */
export type OpenText = Text | Undecided | ParameterReference;
/**
 * What the yes votes are measured against: `appointed` (应到, before recusal), `entitled` (after recusal), `present` (signed in and not recused), `valid` (returned and not void).
 */
export type OpenBase = ('appointed' | 'entitled' | 'present' | 'valid') | Undecided | ParameterReference;
/**
 * `>` more than (过半数、逾), `>=` at least (以上).
 */
export type OpenOperator = ('>' | '>=') | Undecided | ParameterReference;
/**
 * `counts` leaves an abstention in the base, `excluded` takes it out; it is never a yes.
 */
export type OpenAbstention = ('counts' | 'excluded') | Undecided | ParameterReference;
/**
 * What happens when yes equals no: `fail`, `revote` (vote again), `chair` (the chair casts), `secondKey` (the condition `secondKey` of the vote says), `lot` (drawing lots, recorded).
 */
export type OpenTie = ('fail' | 'revote' | 'chair' | 'secondKey' | 'lot') | Undecided | ParameterReference;
/**
 * `open` records who voted what, `secret` records counts only.
 */
export type OpenSecrecy = ('open' | 'secret') | Undecided | ParameterReference;
/**
 * Hours of a working day that count for time limits in working hours, `08:30-12:00`, in order; a parameter of type `list`; or not decided yet.
 */
export type OpenOfficeHours = string[] | Undecided | ParameterReference;
/**
 * A length of time in years, months or days, a parameter, or not decided yet.
 */
export type OpenDuration = Duration | Undecided | ParameterReference;
/**
 * A number, an amount in yuan, a calendar date, a parameter, or not decided yet.
 */
export type OpenBound = number | CalendarDate | Undecided | ParameterReference;
/**
 * One of these values.
 */
export type ValueList = (string | number | boolean)[];
/**
 * What a row wants of an input: one of a list of values, any but those of a list, or an interval. An input that a row does not name may be anything.
 */
export type InputEntry = ValueList | ExceptValues | HalfOpenInterval | Undecided;
/**
 * What follows: a text, a number, true or false, a parameter, or not decided yet.
 */
export type OutputEntry = (string | number | boolean) | Undecided | ParameterReference;
/**
 * How many get the grade: a count, a share of all graded (rounded down), or `rest`, everybody who is left.
 */
export type OpenPlaces = PlaceCount | PlaceShare | 'rest' | Undecided | ParameterReference;
/**
 * One addend.
 */
export type PayPart = FixedPay | FactPay | BandPay | ChoicePay | SegmentPay | UnitPay | FactorPay | FormulaPay;
/**
 * What is multiplied: an amount, or the fact that carries it.
 */
export type FactorBase = OpenMoney | FactAmount;
export type Operand = Pointer | number | Computation;
/**
 * Fields beside each other, where the page is wide enough; one below the other on a phone.
 */
export type LayoutColumns = number;
/**
 * A question by its pointer, or something that arranges questions.
 */
export type LayoutElement = Pointer | LayoutGroup | LayoutTabs | LayoutText;
/**
 * What the share is taken of: all who were `asked`, or those who `answered`.
 */
export type OpenOpinionBase = ('asked' | 'answered') | Undecided | ParameterReference;
/**
 * What the votes for it are measured against.
 */
export type OpenDiscussionBase = ('entitled' | 'present' | 'valid') | Undecided | ParameterReference;
/**
 * Who confirms by an own signature: the `partners` (the lead sends the form), or `all`.
 */
export type OpenConfirmation = ('partners' | 'all') | Undecided | ParameterReference;
/**
 * `warn` lets the form be submitted, `block` does not.
 */
export type OpenScanPolicy = ('warn' | 'block') | Undecided | ParameterReference;
export type MigrationStep = RenameStep | MoveStep | SplitStep | GatherStep | DropStep;
export type FieldKey = string;
/**
 * What becomes of the answers of drafts that were begun with an earlier version, in order of `to`.
 */
export type Migrations = FormMigration[];
/**
 * A time of day in Asia/Shanghai, `18:00`, a parameter, or not decided yet.
 */
export type OpenTimeOfDay = string | Undecided | ParameterReference;
/**
 * `parallel`: in any order; `sequence`: one after the other, as `by` lists them.
 */
export type OpenApprovalOrder = ('parallel' | 'sequence') | Undecided | ParameterReference;
/**
 * `load`: those with the least to do; `lot`: drawn from a recorded seed; `rule`: only those whose `fields` hold the value of `match`, the least loaded first.
 */
export type OpenAssignmentMethod = ('rule' | 'load' | 'lot') | Undecided | ParameterReference;
/**
 * Which approvals of later stages stay valid when this stage returns the application: `all`, `none`, or those of the stages listed. Stages before the one it goes back to hold in any case.
 */
export type SurvivesReturn = ('all' | 'none') | Id[] | Undecided;
/**
 * The way of a case: stages in order, the first is where it is submitted.
 */
export type Stages = Stage[];
/**
 * The quorum, `none`, a parameter, or not decided yet.
 */
export type OpenQuorum = Quorum | 'none' | Undecided | ParameterReference;
/**
 * What those present are measured against, a parameter, or not decided yet.
 */
export type OpenQuorumBase = ('appointed' | 'entitled') | Undecided | ParameterReference;
/**
 * Grounds on which a member leaves the vote, besides what members declare.
 */
export type OpenRecusal = ConflictGround[] | Undecided | ParameterReference;
/**
 * Whether whoever objects says who they are: `anonymous` (they may leave it out), `named` (name and a way to reach them are asked for; neither is published). Default `anonymous`.
 */
export type OpenObjector = ('anonymous' | 'named') | Undecided | ParameterReference;
export type ArchiveKind =
  | 'application'
  | 'discussion'
  | 'attachment'
  | 'review'
  | 'evidence'
  | 'minutes'
  | 'notice'
  | 'contract'
  | 'change'
  | 'payment'
  | 'account'
  | 'report'
  | 'finding'
  | 'acceptance'
  | 'responsibility';
export type ExpectedAnswer = {
  [k: string]: string | number | boolean | unknown[];
} | null;
export type ExpectedAward = Money | null | ExpectedAwardDetails;
export type ExpectedGrade = Id | null | ExpectedGradeDetails;
/**
 * Of pay: the amount in yuan, negative for a deduction; `null` where none can be told.
 */
export type ExpectedTotal = Money | null;
/**
 * What the project wants to reach, in numbers.
 *
 * @maxItems 100
 */
export type IndicatorsValue = Indicator[];
/**
 * Files by what is known of them; the files themselves are kept by the host.
 *
 * @maxItems 500
 */
export type AttachmentsValue = Attachment[];

/**
 * A most that awards may come to. A cap on each project makes the award smaller; a cap that several projects share is a pot, and what no longer fits in is treated by `whenShort`.
 */
export interface AllocationCap {
  id: Id;
  title: Text;
  /**
   * What the cap counts: one award (`project`), all awards of one `applicant`, `category`, `unit` (the village or community of the applicant) or `town`, of one value of the answer in `answer`, or all awards (`all`).
   */
  per: 'project' | 'applicant' | 'category' | 'unit' | 'town' | 'answer' | 'all';
  /**
   * Whether a shared cap counts awards of this batch alone or of the whole year. Default `batch`.
   */
  within?: 'batch' | 'year';
  answer?: Pointer;
  /**
   * The cap holds for projects of this category alone.
   */
  category?: string;
  when?: Condition;
  amount?: OpenMoney;
  share?: OpenRatio;
  /**
   * What `share` is taken of: the `pool` of the batch, the `yearFund`, the project’s `eligibleCost` or what it `requested`. Default `pool`.
   */
  of?: 'pool' | 'yearFund' | 'eligibleCost' | 'requested';
  /**
   * Different caps by the value of `answer` (by the category where `answer` is absent); values that are not listed have the cap’s own `amount` or `share`, or none.
   *
   * @maxItems 200
   */
  values?: CapValue[];
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * A text per language. Chinese is required; English falls back to it.
 */
export interface Text {
  'zh-CN': string;
  en?: string;
}
export interface AllCondition {
  all: Condition[];
  name?: string;
  priority?: number;
}
export interface AnyCondition {
  any: Condition[];
  name?: string;
  priority?: number;
}
export interface NotCondition {
  not: Condition;
  name?: string;
  priority?: number;
}
export interface ConditionReference {
  /**
   * Name below `eligibility.conditions`.
   */
  condition: string;
  name?: string;
  priority?: number;
}
export interface Comparison {
  /**
   * A top-level answer by its name, or `applicant`, `batch`, `fund`, `history`, `today`, `parameters`.
   */
  fact: string;
  /**
   * Path into the fact, `$.minimum`: properties and indexes only.
   */
  path?: string;
  params?: {
    [k: string]: unknown;
  };
  /**
   * An operator of json-rules-engine, `equal`, `greaterThanInclusive`, …, decorators in front: `not:contains`.
   */
  operator: string;
  /**
   * What the fact is compared with, or `{ "fact": … , "path": … }`.
   */
  value: null | boolean | number | string | unknown[] | {};
  name?: string;
  priority?: number;
}
/**
 * The value of a parameter, so that the number stands in one place only.
 */
export interface ParameterReference {
  /**
   * Key below `parameters`.
   */
  parameter: string;
}
/**
 * p of q as integers, so that no rounding decides: two thirds is `{ "p": 2, "q": 3 }`.
 */
export interface Ratio {
  p: number;
  q: number;
}
/**
 * The cap for one value of the answer.
 */
export interface CapValue {
  /**
   * Value of the answer.
   */
  is: string | number | boolean;
  amount?: OpenMoney;
  share?: OpenRatio;
}
/**
 * Where a value comes from. What is inferred or invented is shown so on the screen.
 */
export interface Provenance {
  kind: 'stated' | 'inferred' | 'invented';
  /**
   * Id of the fact, for example `G5.4`.
   */
  source?: string;
  note?: Text;
}
/**
 * Who pays which part of a project.
 */
export interface FundingSource {
  id: Id;
  title: Text;
  share: OpenRatio;
  /**
   * Whether the share is paid `exactly`, is the least (`atLeast`) or the most (`atMost`). Default `exactly`.
   */
  bound?: 'exactly' | 'atLeast' | 'atMost';
  /**
   * Who pays it together; their shares make one whole.
   *
   * @maxItems 50
   */
  parts?: FundingSourcePart[];
  source?: Text;
  provenance?: Provenance;
}
/**
 * One of those who pay a source together: city and county, half each.
 */
export interface FundingSourcePart {
  id: Id;
  title: Text;
  share: OpenRatio;
}
/**
 * Who pays how much of a project beside this fund.
 */
export interface CoFundingRule {
  ownShareMinimum?: OpenRatio;
  publicShareMaximum?: OpenRatio;
  /**
   * What the shares of `sources` are taken of: the `eligibleCost`, or the money and labour that was `raised` (一事一议筹资筹劳). Default `eligibleCost`.
   */
  base?: 'eligibleCost' | 'raised';
  /**
   * @maxItems 50
   */
  sources?: FundingSource[];
  fund?: Id;
  source?: Text;
  provenance?: Provenance;
}
/**
 * What a tranche waits for.
 */
export interface TrancheCondition {
  /**
   * `contractSigned`; `reportAccepted` (a report of the kind in `report`, or any); `acceptancePassed`; `evaluationPassed`; `noOpenFinding` (no finding of a supervision body is open); `date` (not before `date`); `condition`.
   */
  kind: 'contractSigned' | 'reportAccepted' | 'acceptancePassed' | 'evaluationPassed' | 'noOpenFinding' | 'date' | 'condition';
  report?: Id;
  date?: CalendarDate | Undecided;
  condition?: Condition;
}
/**
 * A part payment.
 */
export interface Tranche {
  id: Id;
  title: Text;
  share: OpenRatio;
  condition?: Text;
  /**
   * What has to be there before it is paid; all of it.
   *
   * @maxItems 50
   */
  after?: TrancheCondition[];
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Pool, batches and how the money is divided: eligible cost, co-funding, cap per project, shared caps, pool, in this order. What is left open makes the awards that hang on it undecided.
 */
export interface Allocation {
  $schema?: string;
  fundPerYear?: FundPerYear;
  batchesPerYear?: OpenInteger;
  reads?: AllocationReads;
  /**
   * Who comes first. Without it nobody does, and when money is short the awards are undecided.
   *
   * @maxItems 50
   */
  ranking?: RankKey[];
  ties?: OpenTieRule;
  perProjectCap?: OpenMoney;
  /**
   * The least share of own funds in the eligible cost, or a rule with several sources. The award is at most the rest, and is undecided while the applicant’s own funds are missing or below the share.
   */
  coFunding?: OpenRatio | CoFundingRule;
  /**
   * Further caps.
   *
   * @maxItems 200
   */
  caps?: AllocationCap[];
  rounding?: AwardRounding;
  /**
   * What happens to a passed project that the rest of the pool, or of a cap that several share, does not cover: `skip` (it gets nothing, the next that fits is funded), `stop` (it and all after it get nothing), `partFund` (it gets the rest, if the applicant consents), `waitingList` (it and all after it wait in order).
   */
  whenShort?: ('skip' | 'stop' | 'partFund' | 'waitingList') | Undecided | ParameterReference;
  partFund?: PartFund;
  tranches?: Tranche[] | Undecided;
  trancheRounding?: TrancheRounding;
  source?: Text;
  provenance?: Provenance;
}
/**
 * Floor and ceiling are different things.
 */
export interface FundPerYear {
  minimum?: OpenMoney;
  maximum?: OpenMoney;
}
/**
 * Which answers hold what an award is made of.
 */
export interface AllocationReads {
  requested?: Pointer;
  eligibleCost?: Pointer;
  ownFunds?: Pointer;
  raised?: Pointer;
  category?: Pointer;
}
/**
 * What a ranking goes by. `score` and `votes` are what the stage gave, `fact` is an answer.
 */
export interface RankKey {
  by: 'score' | 'votes' | 'fact';
  fact?: string;
  path?: string;
  /**
   * Default `descending`: the most comes first.
   */
  order?: 'ascending' | 'descending';
}
/**
 * One way to separate equals: `key` a further key, `lot` drawing lots from a recorded seed, `revote` voting again among them, `ask` the committee decides.
 */
export interface TieStep {
  by: 'key' | 'lot' | 'revote' | 'ask';
  key?: RankKey;
}
/**
 * Awards are rounded down, so that their sum never exceeds the pool.
 */
export interface AwardRounding {
  unit?: OpenMoney;
}
/**
 * Terms of part-funding.
 */
export interface PartFund {
  /**
   * Whether the applicant has to agree to less than was due. While an answer is open, what a refusal would change for others is undecided. Default `required`.
   */
  consent?: ('required' | 'notRequired') | Undecided | ParameterReference;
}
/**
 * How tranches are rounded.
 */
export interface TrancheRounding {
  step?: OpenMoney;
  /**
   * Default `half-up`.
   */
  mode?: 'half-up' | 'half-even' | 'down' | 'up';
  /**
   * Which tranche takes what rounding left. Default `last`.
   */
  remainder?: 'first' | 'last';
}
/**
 * The organisation that applies.
 */
export interface Applicant {
  id: string;
  name?: string;
  /**
   * Level id of the organisation.
   */
  level?: string;
  /**
   * Unit id.
   */
  unit?: string;
  /**
   * Unit id of the town above it.
   */
  town?: string;
  /**
   * People of the applicant whose kin and superiors step aside: who is responsible, who carries out, who is paid.
   */
  persons?: ApplicantPerson[];
}
/**
 * A person of the applicant.
 */
export interface ApplicantPerson {
  id: string;
  name?: string;
  /**
   * What part the person has: 负责人.
   */
  part?: string;
}
/**
 * How a stage was settled.
 */
export interface Review {
  stage: string;
  outcome: string;
  reason?: string;
  /**
   * Ids of the refusal reasons that were ticked.
   */
  reasons?: string[];
  remarks?: AnswerRemarks;
  answers?: {
    [k: string]: unknown;
  };
  by?: string;
  at?: string;
  /**
   * Role in which the reviewer acted, where several are asked.
   */
  role?: string;
  /**
   * The deadline of the stage settled it, nobody did.
   */
  byDeadline?: true;
}
/**
 * What a reviewer notes on one answer of an application that goes back for completion. Seen by those who may see the answer.
 */
export interface AnswerRemark {
  /**
   * The answer: a pointer into the answers of the application.
   */
  pointer: string;
  text: string;
}
/**
 * A member of the committee.
 */
export interface CommitteeMember {
  id: string;
  name?: string;
  unit?: string;
  /**
   * Unit id of the town the member comes from, for recusal.
   */
  town?: string;
  relations?: Relation[];
}
/**
 * A relation that is known before anybody declares it.
 */
export interface Relation {
  ground: ConflictGround;
  /**
   * Id of an applicant, of its unit, or of one of its `persons`.
   */
  to: string;
  note?: string;
}
/**
 * The committee at this item.
 */
export interface Meeting {
  members: CommitteeMember[];
  /**
   * Ids of members who signed in.
   */
  present: string[];
  recused?: Recusal[];
  ballots?: Ballot[];
  counts?: BallotCounts;
  /**
   * The chair's vote on a tie, where the rule is `chair`.
   */
  castingVote?: 'yes' | 'no';
  /**
   * Members who vote although they have a relation, on record.
   */
  conflicts?: Conflict[];
  /**
   * Which vote on this motion it is, default 1.
   */
  round?: number;
  lot?: VoteLot;
}
/**
 * A member who leaves the vote.
 */
export interface Recusal {
  member: string;
  reason?: string;
  kind?: 'automatic' | 'declared';
  ground?: ConflictGround;
}
/**
 * One vote. In a secret ballot there are counts in its place.
 */
export interface Ballot {
  member: string;
  choice: 'yes' | 'no' | 'abstain' | 'void';
}
/**
 * Result of a secret ballot as the tellers counted it.
 */
export interface BallotCounts {
  issued: number;
  returned: number;
  yes: number;
  no: number;
  abstain: number;
  void: number;
  tellers?: string[];
}
/**
 * A relation that does not keep the member from voting.
 */
export interface Conflict {
  member: string;
  ground: ConflictGround;
  reason?: string;
  kind?: 'automatic' | 'declared';
}
/**
 * The lot that settled a tie: of the lots of `yes` and `no` the smaller wins.
 */
export interface VoteLot {
  seed: string;
  drawn: 'yes' | 'no';
}
/**
 * A record made at a stage: papers checked, a hearing, a visit, a discussion.
 */
export interface EvidenceRecord {
  kind: string;
  stage: string;
  on?: CalendarDate;
  text?: string;
  participants?: string[];
  /**
   * Ids of files that the host keeps.
   */
  files?: string[];
  /**
   * The form of a stage that a vote settles, filled in; `kind` is the id of the form.
   */
  answers?: {
    [k: string]: unknown;
  };
  by?: string;
  at?: string;
}
/**
 * An automatic result set aside by two persons.
 */
export interface Override {
  /**
   * Stage whose result it was; absent for the requirements.
   */
  stage?: string;
  /**
   * Outcome of the stage in its place; `eligible` for the requirements.
   */
  outcome: string;
  /**
   * What was found automatically.
   */
  replaces?: string;
  reason: string;
  by: string;
  byName?: string;
  at?: string;
  /**
   * Who confirmed, another person.
   */
  second: string;
  secondName?: string;
  secondAt?: string;
}
/**
 * A vote of residents in numbers: no voter and no single ballot stands in it.
 */
export interface PublicVoteTally {
  /**
   * What had come in by this instant was counted; no earlier than the vote closes.
   */
  asOf: string;
  /**
   * Votes of every candidate.
   */
  votes: CandidateVotes[];
  ballots: PublicBallotCounts;
  /**
   * Persons with a ballot that counts.
   */
  voters: number;
  channels: PublicBallotChannels;
}
/**
 * Votes of one candidate.
 */
export interface CandidateVotes {
  candidate: Id;
  votes: number;
}
/**
 * What became of the ballots that were cast.
 */
export interface PublicBallotCounts {
  cast: number;
  counted: number;
  replaced: number;
  revoked: number;
  void: number;
}
/**
 * Counted ballots by the way they came.
 */
export interface PublicBallotChannels {
  online: number;
  onSite: number;
  paper: number;
}
/**
 * What the jury gave to one candidate.
 */
export interface JuryMark {
  candidate: Id;
  mark: number;
}
/**
 * The count of a vote of residents, at the stage that it settles.
 */
export interface PublicVoteRecord {
  stage: string;
  candidate: Id;
  tally: PublicVoteTally;
  /**
   * Marks of the jury for all candidates, where the vote is weighed with one.
   */
  jury?: JuryMark[];
  /**
   * Of the lot that separates equals, where one was drawn.
   */
  seed?: string;
}
/**
 * One application with all that has been done about it, as decisions read it.
 */
export interface Case {
  $schema?: string;
  id: string;
  stage?: string;
  submittedAt: string;
  applicant: Applicant;
  answers: Answers;
  reviews?: Review[];
  meeting?: Meeting;
  /**
   * Sheets of the reviewers.
   */
  scores?: ScoreSheet[];
  events?: CaseEvent[];
  provenance?: Provenance;
  facts?: HostFacts;
  history?: {
    [k: string]: unknown;
  };
  batch?: {
    [k: string]: unknown;
  };
  fund?: {
    [k: string]: unknown;
  };
  evidence?: EvidenceRecord[];
  overrides?: Override[];
  /**
   * What votes of residents came to, for the stages that they settle.
   */
  publicVoteCounts?: PublicVoteRecord[];
}
/**
 * What the applicant filled in, in the shape of the application form.
 */
export interface Answers {
  [k: string]: unknown;
}
/**
 * What one reviewer gave to one item.
 */
export interface ScoreSheet {
  id?: string;
  stage?: string;
  panel?: string;
  /**
   * Id of what is scored; the case itself where it is absent.
   */
  item?: string;
  reviewer: string;
  name?: string;
  /**
   * Unit of the reviewer, for recusal.
   */
  unit?: string;
  /**
   * Town of the reviewer, for recusal.
   */
  town?: string;
  /**
   * @maxItems 200
   */
  marks: CriterionMark[];
  comment?: string;
  /**
   * Why the score lies far from the others.
   */
  deviationReason?: string;
  recusal?: ReviewerRecusal;
  void?: VoidSheet;
  /**
   * Absent while the reviewer is still writing.
   */
  submittedAt?: string;
}
/**
 * The mark of one criterion, or that it is not applicable.
 */
export interface CriterionMark {
  criterion: Id;
  mark?: number;
  notApplicable?: true;
  comment?: string;
}
/**
 * A conflict of interest that the reviewer declared or the office recorded.
 */
export interface ReviewerRecusal {
  ground: string;
  kind?: 'hard' | 'soft';
  reason?: string;
}
/**
 * The sheet does not count.
 */
export interface VoidSheet {
  reason: string;
  by?: string;
  at?: string;
}
/**
 * The applicant submits, or submits again after a return.
 */
export interface Submitted {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'submitted';
  data: SubmittedData;
}
/**
 * Who acted, as the host identified them.
 */
export interface EventActor {
  id: string;
  name?: string;
  role: string;
  unit?: string;
  town?: string;
}
export interface SubmittedData {
  answers: {
    [k: string]: unknown;
  };
  applicant: Applicant;
  idempotencyKey?: string;
  paper?: SubmittedPaper;
  /**
   * Values of host facts, by id, as the host found them.
   */
  facts?: {
    [k: string]: unknown;
  };
  batch?: {
    [k: string]: unknown;
  };
  fund?: {
    [k: string]: unknown;
  };
  history?: {
    [k: string]: unknown;
  };
}
/**
 * The paper that an office entered the application from: the host's name of its scan, and the day on which it came in.
 */
export interface SubmittedPaper {
  scan: string;
  receivedOn?: CalendarDate;
}
/**
 * A stage is settled by one of its outcomes.
 */
export interface Reviewed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'reviewed';
  data: ReviewedData;
}
export interface ReviewedData {
  stage: string;
  outcome: string;
  reason?: string;
  answers?: {
    [k: string]: unknown;
  };
  /**
   * Ids of the refusal reasons that were ticked.
   */
  reasons?: string[];
  remarks?: AnswerRemarks;
}
/**
 * The committee takes up the item; automatic recusals follow from the rule.
 */
export interface MeetingOpened {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'meetingOpened';
  data: MeetingOpenedData;
}
export interface MeetingOpenedData {
  stage: string;
  members: CommitteeMember[];
  round?: number;
}
/**
 * A member is present.
 */
export interface MemberSignedIn {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'memberSignedIn';
  data: MemberSignedInData;
}
export interface MemberSignedInData {
  member: string;
}
/**
 * A member leaves numerator and base.
 */
export interface MemberRecused {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'memberRecused';
  data: MemberRecusedData;
}
export interface MemberRecusedData {
  member: string;
  reason: string;
  kind: 'automatic' | 'declared';
  ground?: ConflictGround;
}
/**
 * Sign-in is closed; ballots may be cast. Refused without quorum.
 */
export interface VotingOpened {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'votingOpened';
  data: VotingOpenedData;
}
export interface VotingOpenedData {}
/**
 * A ballot of an open vote.
 */
export interface BallotCast {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'ballotCast';
  data: BallotCastData;
}
export interface BallotCastData {
  member: string;
  choice: 'yes' | 'no' | 'abstain' | 'void';
}
/**
 * The tellers' count of a secret vote.
 */
export interface BallotsCounted {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'ballotsCounted';
  data: BallotsCountedData;
}
export interface BallotsCountedData {
  counts: BallotCounts;
}
/**
 * The vote is closed and decided by the rule.
 */
export interface VotingClosed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'votingClosed';
  data: VotingClosedData;
}
export interface VotingClosedData {
  castingVote?: 'yes' | 'no';
}
/**
 * The notice is posted.
 */
export interface NoticePublished {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'noticePublished';
  data: NoticePublishedData;
}
export interface NoticePublishedData {
  notice: string;
  postedOn: CalendarDate;
  until: CalendarDate;
  provisional?: boolean;
  calendarVersion?: string;
  contentHash?: string;
}
/**
 * Somebody objects to this item; it waits.
 */
export interface ObjectionRaised {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'objectionRaised';
  data: ObjectionRaisedData;
}
export interface ObjectionRaisedData {
  objection: string;
  text: string;
  contact?: string;
}
/**
 * The objection is settled.
 */
export interface ObjectionAnswered {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'objectionAnswered';
  data: ObjectionAnsweredData;
}
export interface ObjectionAnsweredData {
  objection: string;
  upheld: boolean;
  answer: string;
}
/**
 * The applicant takes the application back.
 */
export interface Withdrawn {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'withdrawn';
  data: WithdrawnData;
}
export interface WithdrawnData {
  reason?: string;
}
/**
 * Papers were checked, a hearing held, a place visited, a discussion or opinions recorded.
 */
export interface EvidenceRecorded {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'evidenceRecorded';
  data: EvidenceRecordedData;
}
export interface EvidenceRecordedData {
  kind: string;
  on: CalendarDate;
  text?: string;
  participants?: string[];
  files?: string[];
  /**
   * With `answers`: the stage whose form they are. Default: the stage that the case waits at.
   */
  stage?: string;
  /**
   * The form of a stage that a vote settles, such as the sheet of a meeting: `kind` is the id of the form.
   */
  answers?: {
    [k: string]: unknown;
  };
}
/**
 * Who reviews the application at its stage.
 */
export interface ReviewersAssigned {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'reviewersAssigned';
  data: ReviewersAssignedData;
}
export interface ReviewersAssignedData {
  stage: string;
  reviewers: string[];
  method: 'rule' | 'load' | 'lot';
  seed?: string;
  /**
   * Unit of the group that takes the application, where groups are assigned; `reviewers` are then its people who score.
   */
  panel?: string;
  /**
   * Why it is assigned anew, or to another group than the rule proposes.
   */
  reason?: string;
  /**
   * The reviewers as the host knows them, so that whoever is recused is refused.
   */
  people?: CommitteeMember[];
}
/**
 * A member or reviewer declares a relation; whether they leave or act on record is for the rule of the vote or of the panel.
 */
export interface ConflictDeclared {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'conflictDeclared';
  data: ConflictDeclaredData;
}
export interface ConflictDeclaredData {
  member: string;
  ground: ConflictGround;
  reason: string;
}
/**
 * A tie was settled by lot.
 */
export interface LotDrawn {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'lotDrawn';
  data: LotDrawnData;
}
export interface LotDrawnData {
  seed: string;
  drawn: 'yes' | 'no';
}
/**
 * Somebody proposes to set an automatic result aside.
 */
export interface OverrideProposed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'overrideProposed';
  data: OverrideProposedData;
}
export interface OverrideProposedData {
  /**
   * Stage whose result it is; absent for the requirements.
   */
  stage?: string;
  /**
   * Outcome in its place; `eligible` for the requirements.
   */
  outcome: string;
  reason: string;
}
/**
 * Another person confirms the proposal; it holds from now on.
 */
export interface OverrideConfirmed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'overrideConfirmed';
  data: OverrideConfirmedData;
}
export interface OverrideConfirmedData {}
/**
 * The second person does not agree: the automatic result stands.
 */
export interface OverrideDeclined {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'overrideDeclined';
  data: OverrideDeclinedData;
}
export interface OverrideDeclinedData {
  /**
   * Why the second person does not agree.
   */
  reason: string;
}
/**
 * A reviewer hands in a score sheet. It counts once the panel is closed.
 */
export interface ScoreSubmitted {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'scoreSubmitted';
  data: ScoreSubmittedData;
}
export interface ScoreSubmittedData {
  stage: string;
  /**
   * Whose sheet it is: of the actor, or of a reviewer for whom the office records it.
   */
  reviewer: string;
  name?: string;
  /**
   * Unit of the reviewer, for recusal; of a sheet of one's own, that of the actor counts.
   */
  unit?: string;
  /**
   * Likewise the town.
   */
  town?: string;
  panel?: string;
  /**
   * @maxItems 200
   */
  marks: CriterionMark[];
  comment?: string;
  /**
   * Why the score lies far from the others.
   */
  deviationReason?: string;
}
/**
 * A sheet is taken back before the panel is closed; the reviewer may hand in another.
 */
export interface ScoreWithdrawn {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'scoreWithdrawn';
  data: ScoreWithdrawnData;
}
export interface ScoreWithdrawnData {
  stage: string;
  reviewer: string;
  reason: string;
}
/**
 * The panel is closed: the sheets that are in count, no further ones are taken. Refused with too few.
 */
export interface ScoringClosed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'scoringClosed';
  data: ScoringClosedData;
}
export interface ScoringClosedData {
  stage: string;
}
/**
 * The count of a vote of residents, in numbers only. Until it settles the stage, a later count takes its place.
 */
export interface PublicVoteCounted {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'publicVoteCounted';
  data: PublicVoteCountedData;
}
export interface PublicVoteCountedData {
  stage: string;
  candidate: Id;
  tally: PublicVoteTally;
  /**
   * Marks of the jury for all candidates, where the vote is weighed with one.
   */
  jury?: JuryMark[];
  /**
   * Of the lot that separates equals, where one was drawn.
   */
  seed?: string;
}
/**
 * The clock reminds somebody of a deadline.
 */
export interface DeadlineReminded {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'deadlineReminded';
  data: DeadlineRemindedData;
}
export interface DeadlineRemindedData {
  stage: string;
  /**
   * Id of the reminder in the scheme.
   */
  reminder: string;
  /**
   * Role that is reminded.
   */
  to: string;
  /**
   * Moment from which on the stage is late.
   */
  dueAt: string;
}
/**
 * The clock tells a superior that a deadline has passed.
 */
export interface DeadlineEscalated {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'deadlineEscalated';
  data: DeadlineEscalatedData;
}
export interface DeadlineEscalatedData {
  stage: string;
  /**
   * Id of the escalation in the scheme.
   */
  escalation: string;
  /**
   * Role that is told.
   */
  to: string;
  /**
   * Moment from which on the stage is late.
   */
  dueAt: string;
}
/**
 * A stage is settled by itself, because its deadline has passed.
 */
export interface DeadlinePassed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'deadlinePassed';
  data: DeadlinePassedData;
}
export interface DeadlinePassedData {
  stage: string;
  outcome: string;
  /**
   * Moment from which on the stage was late.
   */
  dueAt: string;
  reason?: string;
}
/**
 * A meeting breaks off before its vote, such as for want of a quorum. The next one has a roster, sign-in and quorum of its own.
 */
export interface MeetingAdjourned {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'meetingAdjourned';
  data: MeetingAdjournedData;
}
export interface MeetingAdjournedData {
  reason: string;
  resumesOn?: CalendarDate;
}
/**
 * A duty of the phase of years that an approved case is in was done.
 */
export interface CycleDutyDone {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'cycleDutyDone';
  data: CycleDutyDoneData;
}
export interface CycleDutyDoneData {
  /**
   * Id of a cycle of the scheme.
   */
  cycle: string;
  /**
   * Id of a duty of the phase.
   */
  duty: string;
  text?: string;
}
/**
 * The last phase of years was renewed.
 */
export interface CycleRenewed {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'cycleRenewed';
  data: CycleRenewedData;
}
export interface CycleRenewedData {
  /**
   * Id of a cycle of the scheme.
   */
  cycle: string;
  text?: string;
}
/**
 * What was approved was withdrawn before its years were over, for a reason that the cycle names.
 */
export interface CycleWithdrawn {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'cycleWithdrawn';
  data: CycleWithdrawnData;
}
export interface CycleWithdrawnData {
  /**
   * Id of a cycle of the scheme.
   */
  cycle: string;
  /**
   * Id of a reason of the cycle.
   */
  reason: string;
  text?: string;
}
/**
 * The clock reminds somebody of a duty of years.
 */
export interface CycleDutyReminded {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'cycleDutyReminded';
  data: CycleDutyRemindedData;
}
export interface CycleDutyRemindedData {
  /**
   * Id of a cycle of the scheme.
   */
  cycle: string;
  /**
   * Id of a duty of one of its phases.
   */
  duty: string;
  /**
   * Id of the reminder in the scheme.
   */
  reminder: string;
  /**
   * Role that is reminded.
   */
  to: string;
  /**
   * Moment from which on the duty was late.
   */
  dueAt: string;
}
/**
 * The clock tells a superior that a duty of years was not done in its time.
 */
export interface CycleDutyEscalated {
  id: string;
  caseId: string;
  sequence: number;
  at: string;
  actor: EventActor;
  /**
   * Hash of the published scheme that was in force.
   */
  schemeHash: string;
  /**
   * Hash of the event before, empty for the first.
   */
  previousHash: string;
  /**
   * SHA-256 of the canonical JSON of this event without `hash`.
   */
  hash: string;
  type: 'cycleDutyEscalated';
  data: CycleDutyEscalatedData;
}
export interface CycleDutyEscalatedData {
  /**
   * Id of a cycle of the scheme.
   */
  cycle: string;
  /**
   * Id of a duty of one of its phases.
   */
  duty: string;
  /**
   * Id of the escalation in the scheme.
   */
  escalation: string;
  /**
   * Role that is told.
   */
  to: string;
  /**
   * Moment from which on the duty was late.
   */
  dueAt: string;
}
/**
 * Values of host facts, by id.
 */
export interface HostFacts {
  [k: string]: unknown;
}
/**
 * A number of days; the posting day is not counted.
 */
export interface Period {
  amount: number;
  unit: 'workingDay' | 'calendarDay';
}
/**
 * How long something may take: a number of days, the first not counted, or of working hours (`calendar.officeHours` says which hours of a working day count).
 */
export interface TimeLimit {
  amount: number;
  unit: 'workingDay' | 'calendarDay' | 'workingHour';
}
/**
 * A recurring interval.
 */
export interface Interval {
  every: number;
  unit: 'month' | 'quarter' | 'halfYear' | 'year';
}
/**
 * A number of years, months or calendar days. It ends on the day of the same number (Civil Code art. 202).
 */
export interface Duration {
  amount: number;
  unit: 'year' | 'month' | 'day';
}
/**
 * Phases over years: create, commend, model. Phases after acceptance are counted from the day of acceptance, which itself does not count.
 */
export interface Cycle {
  $schema?: string;
  id: Id;
  title: Text;
  description?: Text;
  startsAfter?: Id;
  acceptedAt?: Id;
  keptBy?: Id;
  /**
   * In order.
   */
  phases: CyclePhase[];
  /**
   * Where the month has no day of that number (29 February + 1 year): its last day, or the first of the next month. Default `lastOfMonth` (Civil Code art. 202).
   */
  missingDay?: ('lastOfMonth' | 'firstOfNextMonth') | Undecided | ParameterReference;
  renewal?: CycleRenewal;
  withdrawal?: CycleWithdrawal;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * A phase.
 */
export interface CyclePhase {
  id: Id;
  title: Text;
  /**
   * `acceptance`: it lasts until the work is accepted, and `duration` is the limit. `time`: it lasts as long as `duration`. `never`: it has no end.
   */
  ends: 'acceptance' | 'time' | 'never';
  duration?: OpenDuration;
  duties?: CycleDuty[];
  provenance?: Provenance;
}
/**
 * Something to be done before a phase ends.
 */
export interface CycleDuty {
  id: Id;
  title: Text;
  before?: OpenDuration;
  onDeadline?: DutyDeadline;
  provenance?: Provenance;
}
/**
 * What happens around the day on which the duty falls due. Only in a cycle that the log of the case keeps (`startsAfter`, `keptBy`), once the case has ended approved.
 */
export interface DutyDeadline {
  /**
   * Reminders before the day; of a duty that is done none goes out.
   *
   * @maxItems 50
   */
  remind?: DeadlineReminder[];
  /**
   * Who is told when the day has passed and the duty is not done.
   *
   * @maxItems 50
   */
  escalate?: DeadlineEscalation[];
}
/**
 * A reminder. It goes out once, and not any more when the deadline has passed.
 */
export interface DeadlineReminder {
  id: Id;
  before: OpenDeadline;
  to?: Id;
  provenance?: Provenance;
}
/**
 * A superior is told. The case stays where it is.
 */
export interface DeadlineEscalation {
  id: Id;
  after?: OpenDeadline;
  to: Id;
  provenance?: Provenance;
}
/**
 * Beginning a phase anew when the last one has ended or is about to.
 */
export interface CycleRenewal {
  to: Id;
  times: OpenInteger;
  opens?: OpenDuration;
  provenance?: Provenance;
}
/**
 * Taking the title away. A reason is always required.
 */
export interface CycleWithdrawal {
  reasons: WithdrawalReason[];
  provenance?: Provenance;
}
/**
 * A ground.
 */
export interface WithdrawalReason {
  id: Id;
  title: Text;
}
/**
 * `from` belongs to it, `below` does not; an end that is absent is open.
 */
export interface HalfOpenInterval {
  from?: OpenBound;
  below?: OpenBound;
}
/**
 * Any value but these.
 */
export interface ExceptValues {
  not: ValueList;
}
/**
 * One row.
 */
export interface DecisionRow {
  id: Id;
  title?: Text;
  priority?: OpenInteger;
  inputs: {
    [k: string]: InputEntry;
  };
  outputs: {
    [k: string]: OutputEntry;
  };
  source?: Text;
  provenance?: Provenance;
}
/**
 * Rows of conditions and what follows, in the words of DMN. Intervals are half-open: `from` belongs to the row, `below` does not.
 */
export interface DecisionTable {
  $schema?: string;
  id: Id;
  title: Text;
  /**
   * `unique`: at most one row may match, two are a mistake. `first`: the first row that matches, in the order written. `priority`: the row with the highest `priority`. `collect`: all rows that match.
   */
  hitPolicy: 'unique' | 'first' | 'priority' | 'collect';
  /**
   * Of `collect`: what is made of each output of the rows that match. Without it the rows are listed.
   */
  aggregation?: 'sum' | 'min' | 'max' | 'count';
  inputs: DecisionInput[];
  outputs: DecisionOutput[];
  rows: DecisionRow[] | Undecided;
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * A column that is read.
 */
export interface DecisionInput {
  id: Id;
  title: Text;
  fact: string;
  path?: string;
  domain?: InputEntry;
}
/**
 * A column that is answered.
 */
export interface DecisionOutput {
  id: Id;
  title: Text;
  options?: OutputTitles;
}
/**
 * Titles of the texts that the output gives, by text; where they stand, rows give no other text. Without it the outcomes of a stage that reads the output have their own titles, and other texts are shown as they are.
 */
export interface OutputTitles {
  [k: string]: Text;
}
/**
 * A fact that the host looks up.
 */
export interface HostFact {
  id: Id;
  title: Text;
  type: 'text' | 'number' | 'boolean' | 'date' | 'list' | 'object';
  count?: CaseCount;
}
/**
 * How the number is counted from the other cases of the scheme, so that every host counts alike (`countFacts`).
 */
export interface CaseCount {
  /**
   * What is counted: the `cases`, or the reports on their projects that are late on the day of the submission (`overdueReports`), one that came back and was not completed in time among them. Default `cases`.
   */
  of?: 'cases' | 'overdueReports';
  /**
   * Which cases count: those that are `open`, and those that ended in this way.
   */
  states: ('open' | 'approved' | 'rejected' | 'notApproved' | 'withdrawn')[];
  /**
   * Answers, or details of the applicant, that have to be the same in the other case as in this one. Where this case leaves one of them empty, the number is not known.
   */
  same?: SameFact[];
  /**
   * Only cases that were submitted in the same calendar year, month or day as this one; without it, all.
   */
  within?: 'year' | 'month' | 'day';
  smallCaps?: PaymentAsked;
}
export interface SameFact {
  fact: string;
  path?: string;
}
/**
 * Not how many: the yuan that the small caps of the scheme (`smallCaps`) leave for the payment that this case asks for, with those of the counted cases as paid before. Says which answers, or details of the applicant, a payment is read from; conditions of a cap read the answers by their names. Where a cap needs what this case leaves empty, or is open itself, the number is not known.
 */
export interface PaymentAsked {
  date: SameFact;
  amount: SameFact;
  kind?: SameFact;
  person?: SameFact;
  household?: SameFact;
  event?: SameFact;
  village?: SameFact;
}
/**
 * One requirement as a rule of json-rules-engine with the words that explain it.
 */
export interface Requirement {
  id: Id;
  title: Text;
  conditions: Condition;
  event?: RuleEvent;
  priority?: number;
  reason: Text;
  remedy?: Text;
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * Kept for json-rules-engine; without it `{ "type": <id> }` is used.
 */
export interface RuleEvent {
  type: string;
  params?: {
    [k: string]: unknown;
  };
}
/**
 * Who may apply with what: requirements that all have to be met.
 */
export interface Eligibility {
  $schema?: string;
  conditions?: NamedConditions;
  /**
   * Facts that the host supplies before deciding (`prepareFacts`).
   */
  hostFacts?: HostFact[];
  rules: Requirement[];
}
/**
 * Conditions that several rules refer to by name.
 */
export interface NamedConditions {
  [k: string]: Condition;
}
/**
 * A number of places.
 */
export interface PlaceCount {
  count: OpenInteger;
}
/**
 * A share of all graded; 20 % of 64 are 12.
 */
export interface PlaceShare {
  share: OpenRatio;
}
/**
 * The same for everybody.
 */
export interface FixedPay {
  id: Id;
  title: Text;
  kind: 'fixed';
  amount: OpenMoney;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * An amount that the facts carry.
 */
export interface FactPay {
  id: Id;
  title: Text;
  kind: 'fact';
  /**
   * Name of the fact that is read.
   */
  fact: string;
  factTitle?: Text;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * An amount by the band that a number falls in.
 */
export interface BandPay {
  id: Id;
  title: Text;
  kind: 'bands';
  /**
   * Name of the fact that is read.
   */
  fact: string;
  bands: PayBand[];
  factTitle?: Text;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * From, and below.
 */
export interface PayBand {
  id: Id;
  title: Text;
  from?: OpenNumber;
  below?: OpenNumber;
  amount: OpenMoney;
  provenance?: Provenance;
}
/**
 * An amount by kind, such as the size of the village.
 */
export interface ChoicePay {
  id: Id;
  title: Text;
  kind: 'choice';
  /**
   * Name of the fact that is read.
   */
  fact: string;
  choices: PayChoice[];
  factTitle?: Text;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * One kind.
 */
export interface PayChoice {
  id: Id;
  title: Text;
  amount: OpenMoney;
  provenance?: Provenance;
}
/**
 * A formula in segments: `base` plus `perUnit` for every unit of the number above `start` (below it the sum is negative).
 */
export interface SegmentPay {
  id: Id;
  title: Text;
  kind: 'segments';
  /**
   * Name of the fact that is read.
   */
  fact: string;
  segments: PaySegment[];
  factTitle?: Text;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * From, and below.
 */
export interface PaySegment {
  id: Id;
  title: Text;
  from?: OpenNumber;
  below?: OpenNumber;
  base?: OpenMoney;
  perUnit?: OpenMoney;
  start?: OpenNumber;
  provenance?: Provenance;
}
/**
 * An amount for each of a number, such as every insured person.
 */
export interface UnitPay {
  id: Id;
  title: Text;
  kind: 'perUnit';
  /**
   * Name of the fact that is read.
   */
  fact: string;
  amount: OpenMoney;
  atMost?: OpenMoney;
  factTitle?: Text;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * A multiple of an amount by post: 1 : 0.9 : 0.8.
 */
export interface FactorPay {
  id: Id;
  title: Text;
  kind: 'factor';
  /**
   * Name of the fact that is read.
   */
  fact: string;
  of: FactorBase;
  factors: PayFactor[];
  factTitle?: Text;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * An amount from the facts.
 */
export interface FactAmount {
  /**
   * Name of the fact that is read.
   */
  fact: string;
}
/**
 * One post.
 */
export interface PayFactor {
  id: Id;
  title: Text;
  factor: OpenNumber;
  provenance?: Provenance;
}
/**
 * A calculation tree over the facts.
 */
export interface FormulaPay {
  id: Id;
  title: Text;
  kind: 'formula';
  computation: Computation;
  times?: OpenInteger;
  provenance?: Provenance;
}
/**
 * A calculation tree in exact decimals.
 */
export interface Computation {
  op: 'sum' | 'difference' | 'product' | 'ratio' | 'count' | 'min' | 'max' | 'round';
  of: Operand[];
  round?: Rounding;
  /**
   * `unknown`: one empty operand leaves the result empty. `zero`: an empty operand counts as 0.
   */
  missing: 'unknown' | 'zero';
}
export interface Rounding {
  step: number;
  mode: 'half-up' | 'down' | 'up';
}
/**
 * Checks of the work, grades with rewards and bonus points, pay by result, and items that count in an assessment.
 */
export interface Evaluation {
  $schema?: string;
  items?: EvaluationItem[];
  checks?: WorkCheck[];
  gradings?: Grading[];
  pay?: PayRule[];
  provenance?: Provenance;
}
/**
 * Something that counts in an assessment.
 */
export interface EvaluationItem {
  id: Id;
  title: Text;
  description?: Text;
  provenance?: Provenance;
}
/**
 * A mid-term check or an acceptance: met or not met, item by item. It gives no grade.
 */
export interface WorkCheck {
  id: Id;
  title: Text;
  /**
   * `midTerm` looks at progress, `acceptance` (验收) ends the work.
   */
  kind: 'midTerm' | 'acceptance';
  items: WorkCheckItem[];
  atLeast?: OpenInteger;
  provenance?: Provenance;
}
/**
 * What is looked at.
 */
export interface WorkCheckItem {
  id: Id;
  title: Text;
  /**
   * Default true: the check is not met without it.
   */
  required?: boolean;
  provenance?: Provenance;
}
/**
 * How projects get grades: by marks (half-open bands) or by places. Pass or fail, rank and grade are three results; none is made from another silently.
 */
export interface Grading {
  id: Id;
  title: Text;
  description?: Text;
  /**
   * `score`: a grade is a band of marks. `places`: the best get the first grade, as many as it has places.
   */
  by: 'score' | 'places';
  inputs?: GradingInput[];
  rounding?: MarkRounding;
  /**
   * Whether bands and order use the mark before or after rounding. The same published mark with two grades causes complaints.
   */
  gradeOn?: ('unrounded' | 'rounded') | Undecided | ParameterReference;
  /**
   * What a missing mark means: `block` the project is not graded yet, `rescale` the other weights grow, `zero` it counts 0.
   */
  whenMissing?: ('block' | 'rescale' | 'zero') | Undecided | ParameterReference;
  marks?: MarkLimits;
  /**
   * The best first.
   */
  grades: Grade[];
  tie?: OpenTieRule;
  pot?: OpenMoney;
  joint?: JointRule;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * A mark that goes into the final one: expert visit, first review, mutual evaluation, daily knowledge.
 */
export interface GradingInput {
  id: Id;
  title: Text;
  weight: OpenNumber;
  from?: MarkSource;
  provenance?: Provenance;
}
/**
 * Where the mark comes from, for gradings of cases: the score of the panel of a `score` stage, put on one scale where several panels score; or, with `answer`, a number in the form of a stage. Without it somebody enters the mark in the register.
 */
export interface MarkSource {
  stage: Id;
  /**
   * Pointer to the number in the answers of the stage, such as `/score`.
   */
  answer?: string;
}
/**
 * The combined mark is rounded once.
 */
export interface MarkRounding {
  step: OpenNumber;
  /**
   * `half-up` is 四舍五入; `down` is towards zero, `up` away from it.
   */
  mode: ('half-up' | 'half-even' | 'down' | 'up') | Undecided | ParameterReference;
}
/**
 * What a mark may be. A mark outside is a problem, nothing is changed silently.
 */
export interface MarkLimits {
  minimum?: OpenNumber;
  maximum?: OpenNumber;
  /**
   * No decimals.
   */
  wholeNumbers?: boolean;
  shares?: MarkShare[];
  provenance?: Provenance;
}
/**
 * At most a share of those graded may have so high a mark.
 */
export interface MarkShare {
  from: OpenNumber;
  atMost: OpenRatio;
  provenance?: Provenance;
}
/**
 * A grade and what it brings.
 */
export interface Grade {
  id: Id;
  title: Text;
  from?: OpenNumber;
  below?: OpenNumber;
  places?: OpenPlaces;
  minimumScore?: OpenNumber;
  reward?: OpenMoney;
  bonusPoints?: OpenNumber;
  provenance?: Provenance;
}
/**
 * How a project of several organisations shares what it gets.
 */
export interface JointRule {
  /**
   * `lead` all to the lead; `equal` the same to everybody; `shares` as the project’s agreement says. What the unit leaves over goes to the lead.
   */
  reward: ('lead' | 'equal' | 'shares') | Undecided | ParameterReference;
  unit?: OpenMoney;
  /**
   * `each` gets all of them, `lead` the lead alone, `equal` and `shares` divide them.
   */
  bonusPoints: ('lead' | 'each' | 'equal' | 'shares') | Undecided | ParameterReference;
  bonusStep?: OpenNumber;
  provenance?: Provenance;
}
/**
 * An amount of pay or support, as the sum of its parts.
 */
export interface PayRule {
  id: Id;
  title: Text;
  description?: Text;
  parts: PayPart[];
  rounding?: PayRounding;
  minimum?: OpenMoney;
  maximum?: OpenMoney;
  spread?: PaySpread;
  provenance?: Provenance;
}
/**
 * The sum is rounded once; default half up to the fen.
 */
export interface PayRounding {
  step: OpenNumber;
  /**
   * `half-up` is 四舍五入; `down` is towards zero, `up` away from it.
   */
  mode: ('half-up' | 'half-even' | 'down' | 'up') | Undecided | ParameterReference;
}
/**
 * The sum in equal instalments, such as twelve months; the last takes what is left over.
 */
export interface PaySpread {
  over: OpenInteger;
  title?: Text;
}
/**
 * Steps of the form in order; fields that no section names come last, so that nothing is ever lost.
 */
export interface Layout {
  /**
   * How the steps are shown: all on one `page`, one at a time as `steps`, one at a time behind a `taskList` with the state of each, or as `tabs`. Default `page`; an element may be told otherwise by its own attribute.
   */
  show?: 'page' | 'steps' | 'taskList' | 'tabs';
  steps: LayoutStep[];
}
/**
 * One page of the form.
 */
export interface LayoutStep {
  id: Id;
  title: Text;
  description?: Text;
  visibleWhen?: Condition;
  opensWhen?: Condition;
  opensText?: Text;
  /**
   * The step can be entered only when every earlier one has no error. Default: in any order.
   */
  afterEarlierSteps?: boolean;
  /**
   * A page that shows all answers with a way to change each; it has no sections of its own.
   */
  review?: boolean;
  sections?: LayoutSection[];
  overlay?: OverlayLock;
}
/**
 * Fields under one heading.
 */
export interface LayoutSection {
  id: Id;
  title?: Text;
  description?: Text;
  visibleWhen?: Condition;
  columns?: LayoutColumns;
  fields?: Pointer[];
  /**
   * In place of `fields` where questions are arranged: in rows, under headings, in tabs, between texts.
   */
  elements?: LayoutElement[];
  overlay?: OverlayLock;
}
/**
 * Questions that belong together, with a heading or without one, beside or below each other.
 */
export interface LayoutGroup {
  group: LayoutElement[];
  title?: Text;
  description?: Text;
  columns?: LayoutColumns;
  visibleWhen?: Condition;
}
/**
 * One of several groups at a time. All are filled in and checked, whichever is in front.
 */
export interface LayoutTabs {
  tabs: LayoutTab[];
  visibleWhen?: Condition;
}
export interface LayoutTab {
  id: Id;
  title: Text;
  columns?: LayoutColumns;
  visibleWhen?: Condition;
  elements: LayoutElement[];
}
/**
 * A paragraph between questions.
 */
export interface LayoutText {
  text: Text;
  visibleWhen?: Condition;
}
/**
 * Settings of one field.
 */
export interface FieldSettings {
  title?: Text;
  /**
   * The title is read out and not shown, where the surroundings say it already.
   */
  titleHidden?: boolean;
  /**
   * Of a list: what each item is called beside its number. The pointer of an answer in the item (`/name`), or a text with such answers in braces: `{ "zh-CN": "{name}（{role}）" }`.
   */
  itemTitle?: string | Text;
  help?: Text;
  placeholder?: Text;
  options?: OptionTitles;
  optionsWhen?: OptionConditions;
  /**
   * Widget by name where the one derived from the schema does not fit: one of CoBuild's (`textarea`, `radio`, `percent`, `period`, `areaPicker`, …), or one that the host registered. One that does not fit the schema is ignored and named by a problem.
   */
  widget?: string;
  widgetOptions?: WidgetOptions;
  width?: 'full' | 'half' | 'short';
  unit?: Text;
  visibleWhen?: Condition;
  requiredWhen?: Condition;
  readonlyWhen?: Condition;
  /**
   * Whether a person is asked if there is nothing to say here, where the schema allows null: `offer` it also where the answer may be left out, or `hide` it. By default it is asked where the answer has to be there. `options.null` says how it is called.
   */
  nullAnswer?: 'offer' | 'hide';
  /**
   * An empty answer warns and does not block.
   */
  recommended?: boolean;
  /**
   * What becomes of the answer while the field is hidden, and of the answers of an alternative while another one is chosen: `keep` it and submit it, `clear` it, or `keepButNotSubmit`. Default `keepButNotSubmit`.
   */
  hiddenAnswer?: 'keep' | 'clear' | 'keepButNotSubmit';
  record?: RecordSettings;
  visibleTo?: VisibleTo;
  /**
   * How the public may see the answer. Default `never`.
   */
  publish?: 'plain' | 'masked' | 'aggregate' | 'never';
  /**
   * What is hidden when `publish` is `masked`.
   */
  mask?: 'name' | 'phone' | 'citizenNumber' | 'bankAccount' | 'address' | 'text';
  messages?: FieldMessages;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Titles of the choices by value; an object or a list is named by its JSON text without spaces, null by `null`.
 */
export interface OptionTitles {
  [k: string]: Text;
}
/**
 * By value: the choice is offered only while this holds.
 */
export interface OptionConditions {
  [k: string]: Condition;
}
/**
 * What the widget may be told; each widget's page lists its options.
 */
export interface WidgetOptions {
  [k: string]: unknown;
}
/**
 * Settings of the records that a form may hold: budget, opinions, discussions, joint applicants, indicators, attachments, pledge. The values stand below `$defs`.
 */
export interface RecordSettings {
  $schema?: string;
  budget?: BudgetSettings;
  opinions?: OpinionsSettings;
  discussions?: DiscussionsSettings;
  applicants?: ApplicantsSettings;
  indicators?: IndicatorsSettings;
  attachments?: AttachmentsSettings;
  pledge?: PledgeSettings;
}
/**
 * What a budget has to keep to.
 */
export interface BudgetSettings {
  /**
   * @maxItems 100
   */
  subjects?: BudgetSubject[];
  maximumLines?: OpenInteger;
  coFunding?: CoFundingRule;
  perProjectCap?: OpenMoney;
  category?: Pointer;
  /**
   * @maxItems 100
   */
  categoryCaps?: BudgetCategoryCap[];
  minimumRequested?: OpenMoney;
  roundingUnit?: OpenMoney;
  tolerance?: OpenMoney;
  source?: Text;
  provenance?: Provenance;
}
/**
 * A subject of expense with its caps.
 */
export interface BudgetSubject {
  id: Id;
  title: Text;
  /**
   * Whether the fund supports it at all. Default true.
   */
  eligible?: boolean;
  maximum?: OpenMoney;
  share?: OpenRatio;
  source?: Text;
  provenance?: Provenance;
}
/**
 * The most that a project of one category may ask for.
 */
export interface BudgetCategoryCap {
  category: string;
  title: Text;
  maximum: OpenMoney;
}
/**
 * Who has to be asked, and how many.
 */
export interface OpinionsSettings {
  /**
   * @maxItems 50
   */
  groups: OpinionGroup[];
  minimum?: OpenInteger;
  /**
   * Whether the day of the opinions has to be said. Default false.
   */
  dated?: boolean;
  support?: OpinionSupport;
  source?: Text;
  provenance?: Provenance;
}
/**
 * Those who are asked: party members, residents, enterprises.
 */
export interface OpinionGroup {
  id: Id;
  title: Text;
  minimum?: OpenInteger;
}
/**
 * How many of them have to be for it.
 */
export interface OpinionSupport {
  op: OpenOperator;
  ratio: OpenRatio;
  base: OpenOpinionBase;
}
/**
 * Which steps there are, in order, and what each has to keep to.
 */
export interface DiscussionsSettings {
  /**
   * @maxItems 50
   */
  steps: DiscussionStepSettings[];
  /**
   * @maxItems 50
   */
  sources?: MotionSource[];
  source?: Text;
  provenance?: Provenance;
}
/**
 * One step.
 */
export interface DiscussionStepSettings {
  id: Id;
  title: Text;
  /**
   * Whether it has to be there when the form is submitted. Default true.
   */
  required?: boolean;
  /**
   * `meeting` has heads and votes, `disclosure` a time on the board. Default `meeting`.
   */
  kind?: 'meeting' | 'disclosure';
  /**
   * @maxItems 50
   */
  callers?: DiscussionCaller[];
  attendance?: DiscussionAttendance;
  majority?: DiscussionMajority;
  notice?: OpenPeriod;
  publicity?: OpenPeriod;
  /**
   * Whether a town officer signs. Default false.
   */
  officer?: boolean;
  /**
   * Whether the supervisors write their opinion. Default false.
   */
  supervisor?: boolean;
  source?: Text;
  provenance?: Provenance;
}
/**
 * Who may call the meeting.
 */
export interface DiscussionCaller {
  id: Id;
  title: Text;
}
/**
 * Those present against those who should attend.
 */
export interface DiscussionAttendance {
  op: OpenOperator;
  ratio: OpenRatio;
}
/**
 * Votes for it against those who should attend (`entitled`), those `present`, or the votes that were cast (`valid`).
 */
export interface DiscussionMajority {
  op: OpenOperator;
  ratio: OpenRatio;
  base: OpenDiscussionBase;
}
/**
 * Where a motion may come from.
 */
export interface MotionSource {
  id: Id;
  title: Text;
}
/**
 * Who may apply together.
 */
export interface ApplicantsSettings {
  maximumPartners?: OpenInteger;
  minimumPartners?: OpenInteger;
  leadShare?: OpenRatio;
  /**
   * How many decimals of a percent a share may have. Default 2.
   */
  shareDecimals?: number;
  /**
   * Answers that concern every party alike, `/projectName`: a change of one voids all confirmations.
   *
   * @maxItems 100
   */
  covers?: Pointer[];
  confirm: OpenConfirmation;
  source?: Text;
  provenance?: Provenance;
}
/**
 * How many indicators, of which groups, with which weights.
 */
export interface IndicatorsSettings {
  /**
   * @maxItems 50
   */
  groups?: IndicatorGroup[];
  minimum?: OpenInteger;
  maximum?: OpenInteger;
  /**
   * Whether every indicator has a weight, 100 % in all. Default false.
   */
  weighted?: boolean;
  source?: Text;
  provenance?: Provenance;
}
/**
 * A group: output, effect, satisfaction.
 */
export interface IndicatorGroup {
  id: Id;
  title: Text;
  minimum?: OpenInteger;
}
/**
 * Which files are asked for and which are let in.
 */
export interface AttachmentsSettings {
  /**
   * As in HTML: media types, `image/*`, or endings such as `.pdf`. Default: any.
   *
   * @maxItems 50
   */
  accept?: string[];
  maximumSize?: OpenInteger;
  maximumTotal?: OpenInteger;
  minimumCount?: OpenInteger;
  maximumCount?: OpenInteger;
  /**
   * @maxItems 50
   */
  kinds?: AttachmentKind[];
  pending?: OpenScanPolicy;
  failed?: OpenScanPolicy;
  source?: Text;
  provenance?: Provenance;
}
/**
 * A kind of document that is asked for.
 */
export interface AttachmentKind {
  id: Id;
  title: Text;
  /**
   * In place of the general list.
   *
   * @maxItems 50
   */
  accept?: string[];
  minimum?: OpenInteger;
  maximum?: OpenInteger;
  /**
   * Id of the blank document that can be downloaded.
   */
  template?: string;
}
/**
 * What is pledged, over which answers, and who signs.
 */
export interface PledgeSettings {
  text: OpenText;
  /**
   * Answers that the signatures stand under. Default: all of them.
   *
   * @maxItems 200
   */
  covers?: Pointer[];
  /**
   * Answers that may change without voiding a signature: `/attachments/* /scan`. The signatures themselves are always excepted.
   *
   * @maxItems 200
   */
  except?: Pointer[];
  /**
   * @maxItems 50
   */
  signers: PledgeSignerSettings[];
  /**
   * Whether they sign in the order of `signers`. Default false.
   */
  inOrder?: boolean;
  /**
   * Whether each signature is of another person. Default true.
   */
  distinct?: boolean;
  source?: Text;
  provenance?: Provenance;
}
/**
 * One signature that is asked for.
 */
export interface PledgeSignerSettings {
  id: Id;
  title: Text;
  /**
   * Default true.
   */
  required?: boolean;
}
/**
 * By stage id (or `*`): the roles that see the answer; a role not named does not. Without it every role of the scheme sees it.
 */
export interface VisibleTo {
  [k: string]: string[];
}
/**
 * Own sentence by keyword: `{ "required": { "zh-CN": "…" } }`.
 */
export interface FieldMessages {
  [k: string]: Text;
}
/**
 * The way to one version of the form from the one before.
 */
export interface FormMigration {
  /**
   * The version that these steps lead to.
   */
  to: number;
  steps: MigrationStep[];
}
/**
 * The question keeps its place and has another name. `from` is a pointer, with `*` for the items of a list: `/lines/* /price`.
 */
export interface RenameStep {
  op: 'rename';
  from: Pointer;
  /**
   * The new name of the property, beside the old one.
   */
  name: string;
}
/**
 * The answer stands elsewhere now. Both pointers may go through the same items: `/lines/* /price` to `/lines/* /cost/unit`.
 */
export interface MoveStep {
  op: 'move';
  from: Pointer;
  to: Pointer;
}
/**
 * One text becomes several, cut at the separator; the last one takes what is left.
 */
export interface SplitStep {
  op: 'split';
  from: Pointer;
  to: Pointer[];
  separator: string;
}
/**
 * Answers that stood by themselves become items of a list: `/opinionMembers` becomes `{ "group": "members", "asked": 32 }` in `/opinions/counts`. An item that says the same in `with` already takes the answer up; else a new one comes last.
 */
export interface GatherStep {
  op: 'gather';
  from: Pointer;
  to: Pointer;
  /**
   * Under which name the answer stands in its item.
   */
  name: string;
  with: GatheredWith;
}
/**
 * What else the item says: which one it is.
 */
export interface GatheredWith {
  [k: string]: string | number | boolean;
}
/**
 * The question is gone. The answer is kept beside the draft under this title.
 */
export interface DropStep {
  op: 'drop';
  from: Pointer;
  title?: Text;
}
/**
 * A form: a JSON Schema 2020-12 for the answers, a layout beside it, and what each field is allowed and asked to do.
 */
export interface FormDefinition {
  $schema?: string;
  id: Id;
  title: Text;
  description?: Text;
  /**
   * Counts up when answers of drafts have to be moved; default 1. `migrations` say how.
   */
  version?: number;
  schema: AnswersSchema;
  layout?: Layout;
  fields?: Fields;
  computed?: ComputedFields;
  migrations?: Migrations;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * JSON Schema 2020-12 of the answers; the root is an object. `$ref` only inside it.
 */
export interface AnswersSchema {
  [k: string]: unknown;
}
/**
 * By pointer: what the JSON Schema does not say of a field. A key that begins with `#` names a place in the schema (`#/$defs/person/properties/name`) and holds wherever a field is drawn from it, before what is said by pointer.
 */
export interface Fields {
  [k: string]: FieldSettings;
}
/**
 * By pointer: a field that is calculated and cannot be typed into.
 */
export interface ComputedFields {
  [k: string]: Computation;
}
/**
 * A vote of residents: when, who, how many picks, and how it is combined with a jury.
 */
export interface PublicVote {
  $schema?: string;
  id: Id;
  title: Text;
  description?: Text;
  opensAt: OpenInstant;
  closesAt: OpenInstant;
  voters?: Text;
  /**
   * Ways to vote; default online only. One person’s ballots count together whichever way they came.
   */
  channels?: ('online' | 'onSite' | 'paper')[];
  candidates?: Candidate[];
  categories?: CandidateCategory[];
  picks: Picks;
  limits?: BallotLimits;
  /**
   * What a voter may do with a ballot until the end: `none`, `revocable` take it back, `changeable` take it back or replace it.
   */
  change: ('none' | 'revocable' | 'changeable') | Undecided | ParameterReference;
  totals: TotalsShown;
  jury?: JuryWeighting;
  winners: WinnerRule;
  signals?: AbuseSignals;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Somebody or something to vote for.
 */
export interface Candidate {
  id: Id;
  title: Text;
  /**
   * For the cap per region.
   */
  region?: string;
  category?: Id;
}
/**
 * A class of candidates with places of its own.
 */
export interface CandidateCategory {
  id: Id;
  title: Text;
  picks?: OpenInteger;
  winners?: OpenInteger;
}
/**
 * How many candidates a ballot names: exactly so many, or from to.
 */
export interface Picks {
  exact?: OpenInteger;
  minimum?: OpenInteger;
  maximum?: OpenInteger;
}
/**
 * Limits for one person; what is absent is not limited.
 */
export interface BallotLimits {
  perDay?: OpenInteger;
  total?: OpenInteger;
  perCategory?: OpenInteger;
}
/**
 * When totals are shown.
 */
export interface TotalsShown {
  /**
   * `live`; `daily` the count of a time of day, once a day; `afterClose`.
   */
  show: ('live' | 'daily' | 'afterClose') | Undecided | ParameterReference;
  at?: OpenTimeOfDay;
}
/**
 * How votes and jury marks become one mark. Votes are normalised to 100 and rounded never; the sum is rounded once.
 */
export interface JuryWeighting {
  publicWeight: OpenNumber;
  juryWeight: OpenNumber;
  /**
   * How votes become a mark up to 100: `max` in proportion to the most votes, `rank` by place, `share` the share of all votes.
   */
  normalise: ('max' | 'rank' | 'share') | Undecided | ParameterReference;
  fullMark?: OpenNumber;
  rounding?: CombinedRounding;
  /**
   * Whether the order uses the mark before or after rounding.
   */
  rankOn: ('unrounded' | 'rounded') | Undecided | ParameterReference;
  provenance?: Provenance;
}
/**
 * The combined mark is rounded once.
 */
export interface CombinedRounding {
  step: OpenNumber;
  /**
   * `half-up` is 四舍五入; `down` is towards zero, `up` away from it.
   */
  mode: ('half-up' | 'half-even' | 'down' | 'up') | Undecided | ParameterReference;
}
/**
 * Who is chosen, from the top down.
 */
export interface WinnerRule {
  count: OpenInteger;
  regionCap?: OpenInteger;
  minimumVotes?: OpenInteger;
  tie?: OpenTieRule;
  provenance?: Provenance;
}
/**
 * What is pointed out to a person, who decides. Nothing is voided by itself.
 */
export interface AbuseSignals {
  source?: SourceSignal;
  burst?: BurstSignal;
}
/**
 * Many ballots from one source.
 */
export interface SourceSignal {
  ballots: OpenInteger;
  minutes: OpenInteger;
}
/**
 * Many ballots for one candidate.
 */
export interface BurstSignal {
  ballots: OpenInteger;
  minutes: OpenInteger;
}
/**
 * A scheme as it was put in force: one self-contained document with its hash. Portals run published files only, batches and events name the hash.
 */
export interface PublishedScheme {
  $schema?: string;
  formatVersion: 1;
  id: Id;
  /**
   * Version of the scheme; the same as inside it.
   */
  version: string;
  /**
   * SHA-256 in hexadecimal of the canonical JSON of this document without `hash` and `publishedAt`.
   */
  hash: string;
  /**
   * When it was published; not part of the hash, so that publishing the same content again gives the same hash.
   */
  publishedAt?: string;
  /**
   * Working-day data that dates are computed with.
   */
  calendarVersion: string;
  scheme: Scheme;
}
/**
 * A co-building funding scheme: one document from which forms, eligibility, stages, votes, notices and tests are derived.
 */
export interface Scheme {
  $schema?: string;
  formatVersion: 1;
  id: Id;
  /**
   * Version of the scheme, `1.0.0`; a published number is never used again.
   */
  version: string;
  /**
   * Folder of the scheme that this one overlays, `../gaoming`.
   */
  extends?: string;
  /**
   * Hash of the base, merged, that this overlay was last reviewed against (`baseHash` of `@cobuild/core`). Where the base says something else by now, the check says so.
   */
  baseHash?: string;
  /**
   * Ids of base tests that do not hold for this overlay.
   */
  replacesTests?: string[];
  title: Text;
  description?: Text;
  legalBasis?: LegalBasis[];
  effective?: Effective;
  /**
   * ISO 4217 code; amounts everywhere are in it.
   */
  currency: string;
  terms?: Terms;
  parameters: Parameters;
  organisation: Organisation;
  /**
   * Shared definitions that the schemas of several forms are drawn from, each version a thing of its own: a form stays on the version that it names.
   *
   * @maxItems 200
   */
  definitions?: SharedDefinition[];
  forms: FormDefinition[];
  eligibility: Eligibility;
  scoring?: Scoring;
  stages: Stages;
  thresholds?: Threshold[];
  decisionTables?: DecisionTable[];
  /**
   * Votes of residents.
   */
  publicVotes?: PublicVote[];
  allocation?: Allocation;
  /**
   * Caps on small payments.
   */
  smallCaps?: SmallCap[];
  publicity?: Publicity;
  supervision?: Supervision;
  evaluation?: Evaluation;
  /**
   * Phases over years.
   */
  cycles?: Cycle[];
  archive?: Archive;
  calendar: CalendarSetting;
  tests?: SchemeTest[];
}
/**
 * A text that the scheme rests on.
 */
export interface LegalBasis {
  title: Text;
  documentNumber?: string;
  date?: CalendarDate;
  provenance?: Provenance;
}
/**
 * From when to when (inclusive) the scheme holds.
 */
export interface Effective {
  from?: CalendarDate | Undecided;
  to?: CalendarDate | Undecided;
}
/**
 * Words of the district in place of the usual ones: `{ "town": { "zh-CN": "乡镇" } }`.
 */
export interface Terms {
  [k: string]: Text;
}
/**
 * The numbers that a district may turn. Rules refer to them and never repeat the number.
 */
export interface Parameters {
  [k: string]: Parameter;
}
/**
 * A number or choice that a district may turn.
 */
export interface Parameter {
  title: Text;
  description?: Text;
  type: 'money' | 'integer' | 'decimal' | 'boolean' | 'text' | 'list' | 'ratio' | 'period' | 'interval' | 'choice';
  unit?: Text;
  /**
   * In the shape of `type`, or `UNDECIDED`.
   */
  value: boolean | number | string | unknown[] | {};
  /**
   * Smallest legal value.
   */
  minimum?: number;
  /**
   * Largest legal value.
   */
  maximum?: number;
  /**
   * Legal values of a `choice`; for a `list` what it may hold. Default for a `list`: the options of the answers that it is compared with.
   */
  choices?: unknown[];
  /**
   * What an overlay may do with the value.
   */
  overlay: 'locked' | 'raise' | 'lower' | 'any';
  source?: Text;
  provenance?: Provenance;
}
/**
 * Levels, units and roles. The host may supply the units.
 */
export interface Organisation {
  levels: Level[];
  units?: Unit[];
  roles: Role[];
}
/**
 * A level, highest first.
 */
export interface Level {
  id: Id;
  title: Text;
  provenance?: Provenance;
}
/**
 * A unit of a level.
 */
export interface Unit {
  id: Id;
  title: Text;
  level: Id;
  parent?: Id;
  code?: string;
  provenance?: Provenance;
}
/**
 * Who acts at a level.
 */
export interface Role {
  id: Id;
  title: Text;
  level: Id;
  description?: Text;
  provenance?: Provenance;
}
/**
 * One version of a shared definition. What is in use is never changed: a change is a new version beside it.
 */
export interface SharedDefinition {
  $schema?: string;
  id: Id;
  title: Text;
  description?: Text;
  schema: DefinitionSchema;
  fields?: DefinitionFields;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * JSON Schema of the answer. Its `$id` is its name and version, `organisation/v1`; forms name it so: `{ "$ref": "organisation/v1" }`.
 */
export interface DefinitionSchema {
  [k: string]: unknown;
}
/**
 * By pointer from the answer, `/name`: what the JSON Schema does not say; the empty pointer is the answer itself.
 */
export interface DefinitionFields {
  [k: string]: FieldSettings;
}
/**
 * Criteria, and how the marks of several reviewers become one score. Computed in exact decimals and rounded once.
 */
export interface Scoring {
  $schema?: string;
  outOf?: OpenNumber;
  /**
   * @maxItems 200
   */
  criteria: Criterion[];
  /**
   * A criterion marked "not applicable": `rescale` leaves it out and enlarges the others’ weights so that they add up to `outOf` again, `zero` gives no points, `block` gives no score until it is marked. The same for every criterion.
   */
  notApplicable?: ('rescale' | 'zero' | 'block') | Undecided | ParameterReference;
  rounding?: ScoreRounding;
  /**
   * Whether the ranking reads the score before or after rounding. Default `rounded`: equal published scores share a place.
   */
  rankOn?: ('raw' | 'rounded') | Undecided | ParameterReference;
  /**
   * Whether bands and pass mark read the score before or after rounding. Default `rounded`.
   */
  decideOn?: ('raw' | 'rounded') | Undecided | ParameterReference;
  totalMinimum?: OpenNumber;
  totalMaximum?: OpenNumber;
  passMark?: OpenNumber;
  /**
   * Grades by score, half-open, without gap or overlap.
   *
   * @maxItems 50
   */
  bands?: ScoreBand[];
  panel?: PanelRules;
  panels?: PanelsRules;
  source?: Text;
  provenance?: Provenance;
}
/**
 * What is marked. A regular criterion brings mark / maximum × weight; without `byFact` a reviewer marks it.
 */
export interface Criterion {
  id: Id;
  title: Text;
  description?: Text;
  /**
   * `regular` (default): its weight is part of `outOf`. `bonus`: points on top, up to its weight. `deduction`: points taken off, up to its weight.
   */
  kind?: 'regular' | 'bonus' | 'deduction';
  weight: OpenNumber;
  maximum: OpenNumber;
  minimum?: OpenNumber;
  step?: OpenNumber;
  /**
   * What a mark means.
   *
   * @maxItems 50
   */
  anchors?: Anchor[];
  /**
   * Whether a reviewer may mark it "not applicable". Default false.
   */
  mayBeNotApplicable?: boolean;
  byFact?: MarkByFact;
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * A mark and what it stands for.
 */
export interface Anchor {
  mark: OpenNumber;
  title: Text;
}
/**
 * The mark follows from a fact: the band in which it lies.
 */
export interface MarkByFact {
  fact: string;
  path?: string;
  /**
   * @maxItems 100
   */
  bands: MarkBand[];
  otherwise?: OpenNumber;
}
/**
 * A mark for an interval (`from` belongs to it, `below` does not) or for one of a list of values.
 */
export interface MarkBand {
  from?: OpenNumber;
  below?: OpenNumber;
  in?: (string | number | boolean)[];
  mark: OpenNumber;
}
/**
 * Rounded once, at the end. A score card without it keeps two decimals, half up.
 */
export interface ScoreRounding {
  step: OpenNumber;
  /**
   * Default `half-up` (四舍五入).
   */
  mode?: ('half-up' | 'half-even' | 'down' | 'up') | Undecided | ParameterReference;
}
/**
 * A grade: `from` belongs to it, `below` does not.
 */
export interface ScoreBand {
  id: Id;
  title: Text;
  from?: OpenNumber;
  below?: OpenNumber;
}
/**
 * How the sheets of several reviewers become one score. The order is fixed: recuse, validate, drop, mean, round.
 */
export interface PanelRules {
  /**
   * `trimmed` drops the highest and the lowest scores, `plain` (default) none.
   */
  mean?: ('plain' | 'trimmed') | Undecided | ParameterReference;
  dropHighest?: OpenInteger;
  dropLowest?: OpenInteger;
  minimumScores?: OpenInteger;
  /**
   * With fewer than `minimumScores`: `notEnough` (default) gives no score, `dropNothing` gives the plain mean of those there are.
   */
  whenFewer?: ('notEnough' | 'dropNothing') | Undecided | ParameterReference;
  deviation?: OpenNumber;
  /**
   * `untilAllIn` (default): a reviewer sees the sheets of others only when all are in or the panel is closed.
   */
  blind?: ('untilAllIn' | 'never') | Undecided | ParameterReference;
  recusal?: RecusalRules;
  peers?: PeerRules;
}
/**
 * What a conflict of interest does: `hard` leaves the score out, `soft` counts it and keeps it on record. A declared ground that is not named here is hard.
 */
export interface RecusalRules {
  sameUnit?: ('hard' | 'soft') | Undecided | ParameterReference;
  sameTown?: ('hard' | 'soft') | Undecided | ParameterReference;
  superior?: ('hard' | 'soft') | Undecided | ParameterReference;
  kin?: ('hard' | 'soft') | Undecided | ParameterReference;
  tookPart?: ('hard' | 'soft') | Undecided | ParameterReference;
  personalStake?: ('hard' | 'soft') | Undecided | ParameterReference;
  collaboration?: ('hard' | 'soft') | Undecided | ParameterReference;
}
/**
 * Applicants score one another; nobody scores the own application.
 */
export interface PeerRules {
  /**
   * A peer that has not scored: `ignore` takes the mean of those that have, `wait` gives no score until all have, `zero` counts as a score of 0.
   */
  missing: ('ignore' | 'wait' | 'zero') | Undecided | ParameterReference;
}
/**
 * How the items of several panels are put into one order.
 */
export interface PanelsRules {
  /**
   * `separate`: one order per panel. `asScored`: one order of the scores as they are. `meanShift`: every score is moved by the difference between the mean of all and the mean of its panel. `zScore`: besides, the spread of every panel becomes the spread of all.
   */
  method: ('separate' | 'asScored' | 'meanShift' | 'zScore') | Undecided | ParameterReference;
  plenaryWithin?: OpenNumber;
}
/**
 * Actor level + form + decision method + outcomes.
 */
export interface Stage {
  id: Id;
  title: Text;
  publicTitle?: Text;
  description?: Text;
  actor: Actor;
  /**
   * How the stage is settled: `application` (the applicant fills in and submits), `approval`, `checklist`, `score`, `vote` (committee), `publicVote`, `publicity` (a notice runs its period), `rule` (automatic), `record` (kept, settles nothing).
   */
  method: 'application' | 'approval' | 'checklist' | 'score' | 'vote' | 'publicVote' | 'publicity' | 'rule' | 'record';
  form?: Id;
  call?: Call;
  threshold?: Id;
  publicVote?: Id;
  notice?: Id;
  condition?: Condition;
  table?: Id;
  output?: Id;
  outcomes: Outcome[];
  approvals?: Approvals;
  /**
   * Reasons of which a refusal ticks at least one.
   */
  refusalReasons?: RefusalReason[];
  /**
   * Records without which the stage cannot be closed.
   */
  evidence?: EvidenceDemand[];
  /**
   * What has to be on record before the stage may go on, or its vote may open.
   */
  requires?: Gate[];
  assignment?: Assignment;
  override?: OverrideRule;
  deadline?: OpenDeadline;
  onDeadline?: DeadlineActions;
  survivesReturn?: SurvivesReturn;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Who acts: a role of `organisation.roles`.
 */
export interface Actor {
  role: Id;
}
/**
 * When applications are taken in, for the first stage. One that came back for completion is not bound by it: it has the deadline of its stage.
 */
export interface Call {
  opensAt?: OpenInstant;
  closesAt?: OpenInstant;
  paperUntil?: OpenInstant;
  provenance?: Provenance;
}
/**
 * A way out of the stage.
 */
export interface Outcome {
  id: Id;
  title: Text;
  /**
   * `forward` goes on, `return` asks the applicant to complete, `reject` refuses; `passed`, `failed`, `tied` belong to a vote; `confirmed` closes a publicity period.
   */
  kind: 'submit' | 'forward' | 'return' | 'reject' | 'passed' | 'failed' | 'confirmed' | 'withdraw';
  /**
   * Stage id, or an end: `approved`, `rejected`, `notApproved`, `withdrawn`.
   */
  to: string;
  /**
   * Whether the actor has to give a reason.
   */
  reason?: 'required' | 'optional' | 'none';
  /**
   * The application is approved here and the project begins, while the case goes on, such as to the evaluation of the project. Without it a project begins when its case ends `approved`.
   */
  opensProject?: true;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Several persons have to approve. Nobody counts twice.
 */
export interface Approvals {
  minimum: OpenInteger;
  of?: OpenInteger;
  /**
   * Who is asked, one entry a person; in a sequence in this order. Without it persons of the stage's role.
   */
  by?: Actor[];
  order: OpenApprovalOrder;
}
/**
 * A reason that can be ticked.
 */
export interface RefusalReason {
  id: Id;
  title: Text;
  provenance?: Provenance;
}
/**
 * A record that a stage asks for: `papers`, `hearing`, `visit`, or one of the scheme's own kinds.
 */
export interface EvidenceDemand {
  id: Id;
  title: Text;
  minimum?: OpenInteger;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Something that has to come first: an earlier `stage` that was settled in favour, or a `record` of a kind, made at whatever stage.
 */
export interface Gate {
  id: Id;
  title: Text;
  stage?: Id;
  record?: Id;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * How reviewers are found. Who has a conflict is never assigned.
 */
export interface Assignment {
  method: OpenAssignmentMethod;
  by?: Id;
  reviewers: OpenInteger;
  limit: OpenInteger;
  match?: AssignmentMatch;
  /**
   * Groups of which one takes each application as a whole. With them nobody scores before the application is assigned; `rule` proposes a group whose `fields` hold the value of `match`, and another may be chosen with a reason.
   *
   * @maxItems 200
   */
  panels?: AssignmentPanel[];
  /**
   * Grounds that keep a reviewer away.
   */
  recusal?: ConflictGround[];
  provenance?: Provenance;
}
/**
 * For `rule`: the fact of the application that has to be among the reviewer's `fields`.
 */
export interface AssignmentMatch {
  fact: string;
  path?: string;
}
/**
 * A group of reviewers.
 */
export interface AssignmentPanel {
  unit: Id;
  /**
   * What the group knows about: values of the fact that `match` names.
   *
   * @maxItems 200
   */
  fields?: string[];
  provenance?: Provenance;
}
/**
 * Who may set the automatic result of this stage aside. Always two persons, with a reason.
 */
export interface OverrideRule {
  proposedBy?: Id;
  confirmedBy?: Id;
  provenance?: Provenance;
}
/**
 * What happens by itself around the deadline of a stage. A host's timer asks `dueActions` and appends what it says; the log names the clock as the actor.
 */
export interface DeadlineActions {
  /**
   * Reminders before the deadline.
   *
   * @maxItems 50
   */
  remind?: DeadlineReminder[];
  /**
   * Who is told when the deadline has passed.
   *
   * @maxItems 50
   */
  escalate?: DeadlineEscalation[];
  outcome?: DeadlineOutcome;
}
/**
 * The outcome that follows by itself: considered agreed, considered refused, back to be passed on again. It waits while something stands in its way, such as a missing record, an open objection, or days off that are not announced yet.
 */
export interface DeadlineOutcome {
  outcome: Id;
  after?: OpenDeadline;
  reason?: Text;
  provenance?: Provenance;
}
/**
 * A vote and what it takes to pass.
 */
export interface Threshold {
  $schema?: string;
  id: Id;
  title: Text;
  base: OpenBase;
  op: OpenOperator;
  ratio: OpenRatio;
  abstention: OpenAbstention;
  quorum: OpenQuorum;
  tie: OpenTie;
  secondKey?: Condition;
  rounds?: OpenInteger;
  secrecy: OpenSecrecy;
  recusal: OpenRecusal;
  softRecusal?: OpenRecusal;
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * Members present against `base`: two thirds of those entitled is `{ "op": ">=", "ratio": { "p": 2, "q": 3 }, "base": "entitled" }`.
 */
export interface Quorum {
  op: OpenOperator;
  ratio: OpenRatio;
  base: OpenQuorumBase;
}
/**
 * The most that may be paid of one kind per payment, person, household, event or village.
 */
export interface SmallCap {
  $schema?: string;
  id: Id;
  title: Text;
  /**
   * Kinds of expense that it covers. Default: every kind.
   *
   * @maxItems 200
   */
  kinds?: Id[];
  /**
   * Whose payments are counted together: those of one `person`, `household`, `event` or `village`, or of the whole fund (`all`). Default `all`.
   */
  per?: 'person' | 'household' | 'event' | 'village' | 'all';
  /**
   * `each`: the cap holds for a single payment; `month` and `year` (by the calendar) count all payments of that time; `ever` counts all. Default `each`.
   */
  period?: 'each' | 'month' | 'year' | 'ever';
  amount: OpenMoney;
  when?: Condition;
  onlyIf?: Condition;
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * What the public is shown, where, how long.
 */
export interface Publicity {
  notices: Notice[];
}
/**
 * A notice.
 */
export interface Notice {
  id: Id;
  title: Text;
  period: OpenPeriod;
  channels: Channel[];
  /**
   * Answers shown per item; each needs `publish` in its form.
   */
  columns: Pointer[];
  issuer: OpenText;
  objectionChannel: OpenText;
  objections?: ObjectionTerms;
  basis?: Text;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * Where it is shown.
 */
export interface Channel {
  id: Id;
  title: Text;
  provenance?: Provenance;
}
/**
 * How objections to an item are taken in and answered.
 */
export interface ObjectionTerms {
  objector?: OpenObjector;
  answerWithin?: OpenPeriod;
  provenance?: Provenance;
}
/**
 * Reports and those who watch over the money.
 */
export interface Supervision {
  $schema?: string;
  account?: 'dedicated' | 'shared';
  payer?: Id;
  bodies?: SupervisionBody[];
  /**
   * Posts of responsibility that every project has, such as the four ones: who leads, who is the contact, which team works. Who holds one stands in the log of the project.
   *
   * @maxItems 50
   */
  posts?: ProjectPost[];
  appointedBy?: Id;
  disclosure?: Disclosure;
  reports?: ReportDuty[];
  budget?: BudgetControl;
  contract?: ContractTerms;
  /**
   * Who decides a change of an approved project. Of the rules whose threshold a change exceeds the last in the list counts, so that they stand from small to large.
   *
   * @maxItems 500
   */
  changes?: ChangeRule[];
  provenance?: Provenance;
}
/**
 * Who supervises what.
 */
export interface SupervisionBody {
  id: Id;
  title: Text;
  subject?: Text;
  role?: Id;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * A post of responsibility of a project.
 */
export interface ProjectPost {
  id: Id;
  title: Text;
  /**
   * Who holds it: a `person`, or a `team`, that is a unit whose people may all act. Default `person`.
   */
  holder?: 'person' | 'team';
  /**
   * How many hold it at the same time. With fewer the post is missing. Default 1.
   */
  count?: number;
  role?: Id;
  answer?: Pointer;
  /**
   * Its holder acts for the unit that carries the project out: enters, reports, answers findings. Others of the unit then no longer do. Default false.
   */
  actsForUnit?: boolean;
  /**
   * Ids of the report duties that its holder hands in, in place of the role in `from`.
   *
   * @maxItems 50
   */
  handsIn?: Id[];
  /**
   * Ids of the report duties that are handed in to its holder, in place of the role in `to`.
   *
   * @maxItems 50
   */
  receives?: Id[];
  /**
   * Ids of the posts of the same project that its holder may not have as well.
   *
   * @maxItems 50
   */
  notWith?: Id[];
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * What anybody may see of a project after its approval: progress and result. Default deny: nothing is shown that is not named here, and no answer that its form does not publish.
 */
export interface Disclosure {
  /**
   * Questions of the application whose answers are shown; each needs `publish` in its form.
   *
   * @maxItems 50
   */
  answers?: Pointer[];
  /**
   * Show which reports were accepted when, with the answers that the form of the report publishes. Default false.
   */
  reports?: boolean;
  /**
   * Photos of accepted reports that are shown, without the names of their files; the report is shown with them even without `reports`. Default none.
   *
   * @maxItems 50
   */
  photos?: DisclosedPhotos[];
  /**
   * Show what was paid, in sums. Default false.
   */
  payments?: boolean;
  /**
   * Show who holds the posts of responsibility, by name. Default false.
   */
  responsibility?: boolean;
  /**
   * Show whether the project was accepted, and when, and the grade of its evaluation once that is settled. Default false.
   */
  result?: boolean;
  comments?: PublicComments;
  provenance?: Provenance;
}
/**
 * The photos that a question of a report holds.
 */
export interface DisclosedPhotos {
  report: Id;
  answer: Pointer;
  provenance?: Provenance;
}
/**
 * Residents may leave a comment on a project. Without it there are none.
 */
export interface PublicComments {
  /**
   * When a comment is shown: once the `office` has released it, or `atOnce`. Default `office`.
   */
  release?: 'office' | 'atOnce';
  by?: Id;
  /**
   * Whether the name that somebody gave is shown: `hidden` or `shown`. Default `hidden`.
   */
  names?: 'hidden' | 'shown';
  /**
   * Characters of a comment at most. Default 300.
   */
  maximumLength?: number;
  /**
   * Comments on one project in a day at most. Default 20.
   */
  perDay?: number;
  provenance?: Provenance;
}
/**
 * A report that falls due again and again.
 */
export interface ReportDuty {
  id: Id;
  title: Text;
  from?: Id;
  to?: Id;
  every: OpenInterval;
  remindBefore?: OpenPeriod;
  /**
   * Whoever receives it may let a period pass, with a reason. Default false: it stays overdue until it is handed in.
   */
  maySkip?: boolean;
  /**
   * Who owes it: every project (`project`), or its unit once for all that it does (`unit`), which no project is asked for. Default `project`.
   */
  per?: 'project' | 'unit';
  form?: Id;
  overlay?: OverlayLock;
  provenance?: Provenance;
}
/**
 * How far spending may differ from the budget.
 */
export interface BudgetControl {
  lineTolerance?: OpenRatio;
}
/**
 * The contract or task book (任务书) that goes with an award.
 */
export interface ContractTerms {
  /**
   * What it has to state beside the parties and the amount. Default: payee, milestones, tranches.
   *
   * @maxItems 50
   */
  requires?: ('amount' | 'payee' | 'executor' | 'milestones' | 'tranches' | 'budget' | 'indicators')[];
}
/**
 * Who decides changes of one kind.
 */
export interface ChangeRule {
  id: Id;
  title: Text;
  /**
   * Kind of the change: what is done (`content`), by when (`time`), the amount or its lines (`money`), who is paid (`payee`), who carries it out (`executor`).
   */
  kind: 'content' | 'time' | 'money' | 'payee' | 'executor';
  above?: ChangeThreshold;
  decidedBy?: Id;
  /**
   * The change is only put on file.
   */
  noticeOnly?: boolean;
  overlay?: OverlayLock;
  source?: Text;
  provenance?: Provenance;
}
/**
 * The rule holds above this; exactly so much is not above. Without it the rule holds always.
 */
export interface ChangeThreshold {
  share?: OpenRatio;
  amount?: OpenMoney;
  days?: OpenInteger;
}
/**
 * One project, one file.
 */
export interface Archive {
  index?: ArchiveEntry[];
  retention?: ('permanent' | '30y' | '10y') | Undecided;
  provenance?: Provenance;
}
/**
 * A part of the file.
 */
export interface ArchiveEntry {
  id: Id;
  title: Text;
  /**
   * What is kept in this part. What no part holds stands at the end of the file.
   *
   * @maxItems 50
   */
  holds?: ArchiveKind[];
  provenance?: Provenance;
}
/**
 * Which working-day data the dates are computed with.
 */
export interface CalendarSetting {
  version: string;
  officeHours?: OpenOfficeHours;
}
/**
 * Something that the scheme has to decide, with what has to come out: a case, a batch with its money, a grading, an amount of pay, or a small payment. Runs on every edit; a failing test blocks publishing.
 */
export interface SchemeTest {
  id: Id;
  description: string;
  /**
   * Id of the fact that the test quotes.
   */
  source?: string;
  set?: ParameterSettings;
  today?: CalendarDate;
  case?: Case;
  batch?: TestBatch;
  grading?: TestGrading;
  pay?: TestPay;
  payment?: TestPayment;
  expect: Expectation;
}
/**
 * Parameter values for this test only: `{ "minHouseholds": 20 }`.
 */
export interface ParameterSettings {
  [k: string]: unknown;
}
/**
 * Cases and the money for them.
 */
export interface TestBatch {
  pool?: Money;
  context?: TestBatchContext;
  cases: Case[];
}
/**
 * What is known of the batch besides its cases: the same as in the file of `cobuild allocate --context`.
 */
export interface TestBatchContext {
  pool?: Money;
  yearFund?: Money;
  batchNumber?: number;
  spent?: TestSpentMoney[];
  consents?: TestConsents;
  tieEvidence?: TestTieEvidence;
}
/**
 * Money given before: it counts against caps of the year, and with `within: "batch"` against those of the batch too.
 */
export interface TestSpentMoney {
  amount: Money;
  within?: 'batch' | 'year';
  applicant?: string;
  category?: string;
  unit?: string;
  town?: string;
  facts?: SpentFacts;
}
/**
 * What conditions and `answer` of caps read.
 */
export interface SpentFacts {
  [k: string]: unknown;
}
/**
 * By id of the case: whether the applicant takes less than was due.
 */
export interface TestConsents {
  [k: string]: boolean;
}
/**
 * What is known for separating equals.
 */
export interface TestTieEvidence {
  /**
   * For a lot: recorded before it is used.
   */
  seed?: string;
  revote?: TestRevote;
  /**
   * Ids in the order that was decided.
   */
  decided?: string[];
}
/**
 * Votes of the new vote, by id of the case.
 */
export interface TestRevote {
  [k: string]: number;
}
/**
 * Projects with their marks.
 */
export interface TestGrading {
  grading: Id;
  projects: TestProject[];
  tieEvidence?: TestTieEvidence;
}
/**
 * A project that is graded.
 */
export interface TestProject {
  id: string;
  /**
   * Final mark, where the grading has no inputs.
   */
  score?: number;
  marks?: TestMarks;
}
/**
 * Marks by id of the grading's inputs.
 */
export interface TestMarks {
  [k: string]: number | null;
}
/**
 * What a pay rule reads.
 */
export interface TestPay {
  rule: Id;
  facts: PayFacts;
}
/**
 * By name, as the parts of the rule read them: `{ "points": 880 }`.
 */
export interface PayFacts {
  [k: string]: unknown;
}
/**
 * A payment that is asked for, and those made before.
 */
export interface TestPayment {
  id?: string;
  date: CalendarDate;
  amount: Money;
  kind?: string;
  person?: string;
  household?: string;
  event?: string;
  village?: string;
  facts?: TestPaymentFacts;
  before?: EarlierPayment[];
}
/**
 * What conditions of caps read.
 */
export interface TestPaymentFacts {
  [k: string]: unknown;
}
/**
 * A payment that was made.
 */
export interface EarlierPayment {
  id?: string;
  date: CalendarDate;
  amount: Money;
  kind?: string;
  person?: string;
  household?: string;
  event?: string;
  village?: string;
  facts?: EarlierPaymentFacts;
}
/**
 * What conditions of caps read.
 */
export interface EarlierPaymentFacts {
  [k: string]: unknown;
}
/**
 * What must come out; only what is named is compared.
 */
export interface Expectation {
  /**
   * `ineligible`, `undetermined`, `pending`, `undecided`, or an end: `approved`, `rejected`, `notApproved`, `withdrawn`.
   */
  outcome?: 'ineligible' | 'undetermined' | 'pending' | 'undecided' | 'approved' | 'rejected' | 'notApproved' | 'withdrawn';
  stage?: string;
  eligibility?: 'eligible' | 'ineligible' | 'undetermined';
  vote?: 'passed' | 'failed' | 'noQuorum' | 'tied' | 'undecided' | 'notHeld';
  /**
   * Ids of the rules that are not met, in any order.
   */
  reasons?: string[];
  /**
   * Score of the score card; `null` where there is none.
   */
  score?: number | null;
  /**
   * Id of the band of the score; `null` where there is none.
   */
  grade?: string | null;
  tables?: ExpectedAnswers;
  awards?: ExpectedAwards;
  left?: Money;
  grades?: ExpectedGrades;
  total?: ExpectedTotal;
  each?: Money;
  allowed?: Money;
  /**
   * Of a small payment that is reduced or refused: id of the cap that decides.
   */
  by?: string;
}
/**
 * What decision tables answer, by table and output: `{ "route": { "way": "long" } }`; lists where the rows of a table are listed, `null` for a table that answers nothing.
 */
export interface ExpectedAnswers {
  [k: string]: ExpectedAnswer;
}
/**
 * Of a batch: what a case gets, by the id of the case: the amount in yuan, `null` for a case that gets no place in the allocation, or `{ "amount": 0, "status": "waiting", "by": "town-cap" }`. Cases that are not named are not compared.
 */
export interface ExpectedAwards {
  [k: string]: ExpectedAward;
}
/**
 * What is known of an award; only what is named is compared.
 */
export interface ExpectedAwardDetails {
  amount?: Money;
  status?: 'funded' | 'partFunded' | 'declined' | 'waiting' | 'notFunded' | 'undecided';
  /**
   * What decided the amount: the id of a cap, or `requested`, `eligibleCost`, `ownShare`, `publicShare`, `fundShare`, `projectCap`, `yearMaximum`, `pool`.
   */
  by?: string;
}
/**
 * Of a grading: the grade of a project, by the id of the project; `null` where it gets none, or `{ "grade": "first", "reward": 6000 }`. Projects that are not named are not compared.
 */
export interface ExpectedGrades {
  [k: string]: ExpectedGrade;
}
/**
 * What is known of a grade; only what is named is compared.
 */
export interface ExpectedGradeDetails {
  grade?: string | null;
  /**
   * Final mark, after rounding where the grading rounds.
   */
  score?: number;
  reward?: Money;
  bonusPoints?: number;
}
/**
 * A budget: what is to be bought, and who pays for it. Amounts of lines are calculated.
 */
export interface BudgetValue {
  /**
   * @maxItems 500
   */
  lines: BudgetLine[];
  /**
   * Own funds of the applicant, in yuan.
   */
  own?: number;
  /**
   * Money and labour raised among residents and partners, in yuan.
   */
  raised?: number;
  /**
   * What is asked for from this fund, in yuan.
   */
  requested?: number;
  /**
   * @maxItems 50
   */
  contributions?: BudgetContribution[];
}
/**
 * One thing that money is spent on.
 */
export interface BudgetLine {
  /**
   * Id of the subject of expense; any text where the settings have no subjects.
   */
  subject?: string;
  /**
   * What is bought.
   */
  item: string;
  unit?: string;
  quantity: number;
  /**
   * In yuan.
   */
  unitPrice: number;
  /**
   * Quantity × unit price, half up to the fen, where a form writes it down. It is compared, never trusted.
   */
  amount?: number;
  note?: string;
}
/**
 * What another source pays.
 */
export interface BudgetContribution {
  /**
   * Id of a source, or of a part of one, in the co-funding rule.
   */
  source: string;
  /**
   * In yuan.
   */
  amount: number;
}
/**
 * Opinions that were asked for: counts by group, and those who agreed to be listed.
 */
export interface OpinionsValue {
  /**
   * Day on which the opinions were gathered, or the last of them.
   */
  heldOn?: string;
  /**
   * How they were asked: meeting, visit, questionnaire.
   */
  method?: string;
  /**
   * @maxItems 50
   */
  counts: OpinionCount[];
  /**
   * @maxItems 2000
   */
  respondents?: OpinionRespondent[];
  /**
   * Main opinions, and what was made of them.
   */
  summary?: string;
}
/**
 * How many of one group said what.
 */
export interface OpinionCount {
  /**
   * Id of the group.
   */
  group: string;
  /**
   * How many were asked.
   */
  asked?: number;
  for: number;
  against: number;
  /**
   * Neither for nor against.
   */
  other: number;
}
/**
 * One opinion. Without consent it is for the file alone.
 */
export interface OpinionRespondent {
  name: string;
  /**
   * Id of the group.
   */
  group: string;
  opinion: 'for' | 'against' | 'other';
  text?: string;
  /**
   * Day of the opinion.
   */
  on?: string;
  /**
   * Whether this person agreed that name and opinion are made public.
   */
  publish: boolean;
}
/**
 * The register of the discussions and disclosures, one entry a step.
 */
export interface DiscussionsValue {
  /**
   * @maxItems 50
   */
  steps: DiscussionStep[];
}
/**
 * One meeting or one disclosure, as its sheet of the register has it.
 */
export interface DiscussionStep {
  /**
   * Id of the step.
   */
  step: string;
  /**
   * Day of the meeting, or day of posting, in the scheme’s zone.
   */
  date: string;
  /**
   * Form of the meeting: oral, show of hands, secret ballot.
   */
  form?: string;
  /**
   * Id of who called it.
   */
  calledBy?: string;
  /**
   * Day on which the plan was sent to those who decide.
   */
  noticeOn?: string;
  /**
   * Should attend.
   */
  entitled?: number;
  /**
   * Did attend.
   */
  present?: number;
  for?: number;
  against?: number;
  abstain?: number;
  /**
   * Where the motion came from; the same on every sheet.
   */
  source: string;
  /**
   * The matter; the same on every sheet.
   */
  motion: string;
  /**
   * Town officer who signed.
   */
  officer?: string;
  /**
   * Disclosures: last day on the board.
   */
  until?: string;
  /**
   * Disclosures: what the supervisors say.
   */
  supervisor?: string;
}
/**
 * Those who apply together, and what share each has.
 */
export interface ApplicantsValue {
  /**
   * @maxItems 50
   */
  parties: ApplicantParty[];
}
/**
 * One of those who apply together.
 */
export interface ApplicantParty {
  /**
   * Organisation, as the host knows it.
   */
  id: string;
  role: 'lead' | 'partner';
  name: string;
  /**
   * Organisation code.
   */
  code?: string;
  /**
   * What it does in the project.
   */
  task?: string;
  /**
   * Percent, exact: 33.33.
   */
  share: number;
  confirmation?: PartyConfirmation;
}
/**
 * That this party agrees to what concerns it.
 */
export interface PartyConfirmation {
  by: PartySigner;
  /**
   * When.
   */
  at: string;
  /**
   * Hash of what was confirmed.
   */
  covers: string;
}
/**
 * Who signed, and for which organisation.
 */
export interface PartySigner {
  /**
   * Who it is, as the host knows the person.
   */
  id: string;
  name: string;
  /**
   * Organisation that the person signs for.
   */
  organisation: string;
}
/**
 * One number to be reached.
 */
export interface Indicator {
  /**
   * Id of the group.
   */
  group?: string;
  name: string;
  unit: string;
  /**
   * Whether more is better (`atLeast`, the default) or less (`atMost`).
   */
  direction?: 'atLeast' | 'atMost';
  baseline?: number;
  target: number;
  /**
   * What was reached, once it is known.
   */
  actual?: number;
  /**
   * Percent.
   */
  weight?: number;
}
/**
 * What is known of one file. Its content is never among the answers.
 */
export interface Attachment {
  /**
   * By which the host finds the file.
   */
  id: string;
  /**
   * Id of the kind of document.
   */
  kind?: string;
  /**
   * File name.
   */
  name: string;
  /**
   * Bytes.
   */
  size: number;
  /**
   * Media type, `application/pdf`.
   */
  type: string;
  /**
   * SHA-256 of the content.
   */
  hash: string;
  /**
   * What the check for malicious content says: `pending` not yet, `clean`, `quarantined` held back, `failed` could not be checked.
   */
  scan: 'pending' | 'clean' | 'quarantined' | 'failed';
  /**
   * When the upload was complete.
   */
  uploadedAt: string;
}
/**
 * Signatures under a text.
 */
export interface PledgeValue {
  /**
   * @maxItems 50
   */
  signatures: PledgeSignature[];
}
/**
 * Who signed what, and when.
 */
export interface PledgeSignature {
  /**
   * Id of the signature that is asked for: secretary, head of the village.
   */
  signer: string;
  by: PledgeSigner;
  /**
   * When.
   */
  at: string;
  /**
   * Language in which the text was shown.
   */
  locale: 'zh-CN' | 'en';
  /**
   * Hash of the text that was shown.
   */
  text: string;
  /**
   * Hash of the answers that it stands under.
   */
  covers: string;
}
/**
 * Who signed.
 */
export interface PledgeSigner {
  /**
   * Who it is, as the host knows the person.
   */
  id: string;
  name: string;
}
