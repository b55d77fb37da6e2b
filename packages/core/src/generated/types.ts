// Made by packages/core/generate.mjs from src/schemas/. Edit the schemas, then run `npm run generate`.

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
 * An integer, a parameter, or not decided yet.
 */
export type OpenInteger = number | Undecided | ParameterReference;
/**
 * A ratio of integers, a parameter, or not decided yet.
 */
export type OpenRatio = Ratio | Undecided | ParameterReference;
/**
 * Name by which other parts refer to this one; arrays of things with an id merge by it in an overlay.
 */
export type Id = string;
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
  | Withdrawn;
/**
 * Calendar date in the scheme's zone (Asia/Shanghai), `2026-03-05`.
 */
export type CalendarDate = string;
/**
 * JSON Pointer into the answers; `*` stands for every item of an array: `/budgetLines/* /amount`.
 */
export type Pointer = string;
/**
 * A number, a parameter, or not decided yet.
 */
export type OpenNumber = number | Undecided | ParameterReference;
/**
 * A period in days, a parameter, or not decided yet.
 */
export type OpenPeriod = Period | Undecided | ParameterReference;
/**
 * A recurring interval, a parameter, or not decided yet.
 */
export type OpenInterval = Interval | Undecided | ParameterReference;
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
 * What happens when yes equals no: `fail`, `revote` (vote again), `chair` (the chair casts), `lot` (drawing lots, recorded).
 */
export type OpenTie = ('fail' | 'revote' | 'chair' | 'lot') | Undecided | ParameterReference;
/**
 * `open` records who voted what, `secret` records counts only.
 */
export type OpenSecrecy = ('open' | 'secret') | Undecided | ParameterReference;
/**
 * Condition in the format of json-rules-engine: a group (`all`, `any`, `not`), a reference to a named condition, or a comparison of a fact with a value.
 */
export type Condition = AllCondition | AnyCondition | NotCondition | ConditionReference | Comparison;
export type InputEntry = (string | number | boolean)[] | HalfOpenInterval;
export type Operand = Pointer | number | Computation;
/**
 * Which earlier approvals stay valid when this stage returns the application.
 */
export type SurvivesReturn = ('all' | 'none') | Undecided;
/**
 * The way of a case: stages in order, the first is where it is submitted.
 */
export type Stages = Stage[];
/**
 * The quorum, `none`, a parameter, or not decided yet.
 */
export type OpenQuorum = Quorum | 'none' | Undecided | ParameterReference;
/**
 * Who leaves the vote: `sameUnit` (the applicant's own organisation), `sameTown` (a member from the applicant's town), besides declared relations.
 */
export type OpenRecusal = ('sameUnit' | 'sameTown')[] | Undecided | ParameterReference;

/**
 * Pool, batches and how the money is divided.
 */
export interface Allocation {
  $schema?: string;
  fundPerYear?: FundPerYear;
  batchesPerYear?: OpenInteger;
  perProjectCap?: OpenMoney;
  /**
   * What happens to a passed project that the rest of the pool does not cover.
   */
  whenShort?: ('skip' | 'stop' | 'partFund' | 'waitingList') | Undecided;
  coFunding?: OpenRatio;
  tranches?: Tranche[] | Undecided;
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
 * A part payment.
 */
export interface Tranche {
  id: Id;
  title: Text;
  share: Ratio;
  condition?: Text;
}
/**
 * A text per language. Chinese is required; English falls back to it.
 */
export interface Text {
  'zh-CN': string;
  en?: string;
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
}
/**
 * How a stage was settled.
 */
export interface Review {
  stage: string;
  outcome: string;
  reason?: string;
  answers?: {
    [k: string]: unknown;
  };
  by?: string;
  at?: string;
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
}
/**
 * A member who leaves the vote.
 */
export interface Recusal {
  member: string;
  reason?: string;
  kind?: 'automatic' | 'declared';
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
  scores?: {
    [k: string]: unknown;
  }[];
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
}
/**
 * What the applicant filled in, in the shape of the application form.
 */
export interface Answers {
  [k: string]: unknown;
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
 * A recurring interval.
 */
export interface Interval {
  every: number;
  unit: 'month' | 'quarter' | 'halfYear' | 'year';
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
 * Phases over years: create, commend, model.
 */
export interface Cycle {
  $schema?: string;
  id: Id;
  title: Text;
  provenance?: Provenance;
}
/**
 * Rows of conditions and what follows, in the words of DMN. Intervals are half-open: `from` belongs to the row, `below` does not.
 */
export interface DecisionTable {
  $schema?: string;
  id: Id;
  title: Text;
  hitPolicy: 'unique' | 'first' | 'priority' | 'collect';
  aggregation?: 'sum' | 'min' | 'max' | 'count';
  inputs: DecisionInput[];
  outputs: DecisionOutput[];
  rows: DecisionRow[] | Undecided;
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
}
/**
 * A column that is answered.
 */
export interface DecisionOutput {
  id: Id;
  title: Text;
}
/**
 * One row.
 */
export interface DecisionRow {
  id: Id;
  inputs: {
    [k: string]: InputEntry;
  };
  outputs: {
    [k: string]: string | number | boolean;
  };
  provenance?: Provenance;
}
export interface HalfOpenInterval {
  from?: OpenNumber;
  below?: OpenNumber;
}
/**
 * A fact that the host looks up.
 */
export interface HostFact {
  id: Id;
  title: Text;
  type: 'text' | 'number' | 'boolean' | 'date' | 'list' | 'object';
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
 * Grades, rewards, assessment items.
 */
export interface Evaluation {
  $schema?: string;
  items?: EvaluationItem[];
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
 * Steps of the form in order; fields that no section names come last, so that nothing is ever lost.
 */
export interface Layout {
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
  sections: LayoutSection[];
}
/**
 * Fields under one heading.
 */
export interface LayoutSection {
  id: Id;
  title?: Text;
  description?: Text;
  visibleWhen?: Condition;
  fields: Pointer[];
}
/**
 * Settings of one field.
 */
export interface FieldSettings {
  title?: Text;
  help?: Text;
  placeholder?: Text;
  options?: OptionTitles;
  /**
   * Widget by name where the one derived from the schema does not fit: `textarea`, `radio`, `select`, `checkboxes`, `table`, `cards`, `confirmation`.
   */
  widget?: string;
  width?: 'full' | 'half' | 'short';
  unit?: Text;
  visibleWhen?: Condition;
  requiredWhen?: Condition;
  /**
   * An empty answer warns and does not block.
   */
  recommended?: boolean;
  /**
   * What becomes of the answer while the field is hidden: `keep` it and submit it, `clear` it, or `keepButNotSubmit`. Default `keepButNotSubmit`.
   */
  hiddenAnswer?: 'keep' | 'clear' | 'keepButNotSubmit';
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
  provenance?: Provenance;
}
/**
 * Titles of the choices by value.
 */
export interface OptionTitles {
  [k: string]: Text;
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
 * A form: a JSON Schema 2020-12 for the answers, a layout beside it, and what each field is allowed and asked to do.
 */
export interface FormDefinition {
  $schema?: string;
  id: Id;
  title: Text;
  description?: Text;
  schema: AnswersSchema;
  layout?: Layout;
  fields?: Fields;
  computed?: ComputedFields;
  provenance?: Provenance;
}
/**
 * JSON Schema 2020-12 of the answers; the root is an object. `$ref` only inside it.
 */
export interface AnswersSchema {
  [k: string]: unknown;
}
/**
 * By pointer: what the JSON Schema does not say of a field.
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
  provenance?: Provenance;
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
   * Legal values of a `choice`.
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
 * Criteria and how the marks of several reviewers become one.
 */
export interface Scoring {
  $schema?: string;
  criteria: Criterion[];
  mean?: ('plain' | 'trimmed') | Undecided;
  minimumScores?: OpenInteger;
  notApplicable?: ('rescale' | 'zero' | 'block') | Undecided;
  roundingStep?: OpenNumber;
  provenance?: Provenance;
}
/**
 * What is marked.
 */
export interface Criterion {
  id: Id;
  title: Text;
  weight: OpenNumber;
  maximum: OpenNumber;
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
  threshold?: Id;
  notice?: Id;
  outcomes: Outcome[];
  deadline?: OpenPeriod;
  survivesReturn?: SurvivesReturn;
  provenance?: Provenance;
}
/**
 * Who acts: a role of `organisation.roles`.
 */
export interface Actor {
  role: Id;
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
  secrecy: OpenSecrecy;
  recusal: OpenRecusal;
  source?: Text;
  provenance?: Provenance;
}
/**
 * Members present against `base`: two thirds of those entitled is `{ "op": ">=", "ratio": { "p": 2, "q": 3 }, "base": "entitled" }`.
 */
export interface Quorum {
  op: '>' | '>=';
  ratio: Ratio;
  base: 'appointed' | 'entitled';
}
/**
 * The most that may be paid of one kind per person, household, event or year.
 */
export interface SmallCap {
  $schema?: string;
  id: Id;
  title: Text;
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
  basis?: Text;
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
 * Reports and those who watch over the money.
 */
export interface Supervision {
  $schema?: string;
  account?: 'dedicated' | 'shared';
  bodies?: SupervisionBody[];
  reports?: ReportDuty[];
  provenance?: Provenance;
}
/**
 * Who supervises what.
 */
export interface SupervisionBody {
  id: Id;
  title: Text;
  subject?: Text;
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
  form?: Id;
  provenance?: Provenance;
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
  provenance?: Provenance;
}
/**
 * Which working-day data the dates are computed with.
 */
export interface CalendarSetting {
  version: string;
}
/**
 * A case with the verdict that the scheme has to give. Runs on every edit; a failing test blocks publishing.
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
  case: Case;
  expect: Expectation;
}
/**
 * Parameter values for this test only: `{ "minHouseholds": 20 }`.
 */
export interface ParameterSettings {
  [k: string]: unknown;
}
/**
 * What must come out; only what is named is compared.
 */
export interface Expectation {
  /**
   * `ineligible`, `undetermined`, `pending`, `undecided`, or an end: `approved`, `rejected`, `notApproved`, `withdrawn`.
   */
  outcome?: string;
  stage?: string;
  eligibility?: 'eligible' | 'ineligible' | 'undetermined';
  vote?: 'passed' | 'failed' | 'noQuorum' | 'tied' | 'undecided' | 'notHeld';
  /**
   * Ids of the rules that are not met, in any order.
   */
  reasons?: string[];
}
