import type { AnswerRemark, Applicant, Ballot, BallotCounts, Calendar, Case, CaseEvent, CommitteeMember, EventActor, Facts, FieldSettings, FormDefinition, Layout, LayoutSection, LayoutStep, Meeting, Outcome, PrefilledAnswer, Problem, PublishedScheme, Recusal, Requirement, Review, Scheme, Stage, Terms, Threshold } from '@cobuild/core';
import { isDate } from '@cobuild/core';
import type { CaseState, ConditionTrace, Decision, DecisionTrace, Identity, NoticeState, ObjectionState, PublicItem, PublicNotice, PublishedVersion, Reviewer, SchemeReport, SchemeTestResult, StageTrace, VoteResult } from '@cobuild/rules';
import type { Shape } from './shape.js';
import { boolean, date, isRecord, list, method, number, object, oneOf, optional, record, text } from './shape.js';

// As far as the elements read them. What is wrong beyond that (an unknown operator, an id that nothing has) is for `cobuild check` to say.

const day = date(isDate);
const inLanguages = object<{ 'zh-CN': string; en: string }>({ 'zh-CN': text, en: optional(text) });
const localized: Shape = (value, pointer) => (typeof value === 'string' ? undefined : inLanguages(value, pointer));
const provenance = optional(object<{ kind: string }>({ kind: text }));

export const answersShape = record() as Shape<Readonly<Record<string, unknown>>>;
/** Answers to a schema that describes no object: any JSON value. */
export const anyAnswersShape: Shape<Readonly<Record<string, unknown>>> = () => undefined;
export const factsShape = record() as Shape<Facts>;
export const calendarShape = object<Calendar>({ version: text, isWorkingDay: method, isAnnounced: method });
export const dayShape = day as Shape<string>;

const titled = object<{ id: string; title: unknown }>({ id: text, title: localized });
const outcome = object<Outcome>({ id: text, title: localized, kind: text, to: text });
const stage = object<Stage>({
  id: text, title: localized, publicTitle: optional(localized), description: optional(localized), actor: object<Stage['actor']>({ role: text }), method: text,
  form: optional(text), threshold: optional(text), notice: optional(text), outcomes: list(outcome),
});
const element: Shape = (value, pointer) =>
  typeof value === 'string'
    ? undefined
    : object<{ group: unknown; tabs: unknown; text: unknown; title: unknown }>({
        group: optional(list(element)), tabs: optional(list(object<{ id: string; title: unknown; elements: unknown }>({ id: text, title: localized, elements: list(element) }))), text: optional(localized), title: optional(localized),
      })(value, pointer);
const section = object<LayoutSection>({ id: text, title: optional(localized), description: optional(localized), fields: optional(list(text)), elements: optional(list(element)) });
const step = object<LayoutStep>({ id: text, title: optional(localized), description: optional(localized), opensText: optional(localized), sections: optional(list(section)) });
export const layoutShape = object<Layout>({ steps: optional(list(step)) });
const field = object<FieldSettings>({ title: optional(localized), help: optional(localized), placeholder: optional(localized), unit: optional(localized), options: optional(record(localized)), widget: optional(text), provenance });
export const termsShape = record(localized) as Shape<Terms>;
export const fieldSettingsShape = field;
/** A form outside a scheme needs neither id nor title. */
export const definitionShape = object<FormDefinition>({ id: optional(text), title: optional(localized), schema: record(), layout: optional(layoutShape), fields: optional(record(field)), computed: optional(record(record())) });
const form: Shape = (value, pointer) => definitionShape(value, pointer) ?? titled(value, pointer);
export const jsonSchemaShape = record() as Shape<Readonly<Record<string, unknown>>>;
const requirement = object<Requirement>({ id: text, title: localized, conditions: record(), reason: localized, remedy: optional(localized), source: optional(localized), provenance });

export const schemeShape = object<Scheme>({
  id: text, version: text, title: localized, terms: optional(termsShape), parameters: record(object<{ title: unknown }>({ title: localized })),
  organisation: object<Scheme['organisation']>({ levels: list(titled), roles: list(titled), units: optional(list(titled)) }),
  forms: list(form), eligibility: object<Scheme['eligibility']>({ rules: list(requirement), hostFacts: optional(list(object<{ id: string }>({ id: text }))) }),
  stages: list(stage, 'filledList'), thresholds: optional(list(object<Threshold>({ id: text }))),
  publicity: optional(object<NonNullable<Scheme['publicity']>>({ notices: list(object<{ id: string; channels: unknown; columns: unknown }>({ id: text, channels: list(record()), columns: list(text) })) })),
});

/** The scheme of a document: a published file (`cobuild publish`) holds it under `scheme`. */
export function schemeOf(document: unknown): unknown {
  return isRecord(document) && document['stages'] === undefined && document['scheme'] !== undefined ? document['scheme'] : document;
}

/** What elements take as `scheme`. */
export type SchemeDocument = Scheme | PublishedScheme;

export const applicantShape = object<Applicant>({ id: text, name: optional(text), level: optional(text), unit: optional(text), town: optional(text) });
export const actorShape = object<EventActor>({ id: text, name: optional(text), role: text, unit: optional(text), town: optional(text) });
export const pointerShape = text as Shape<string>;
export const remarkShape = object<AnswerRemark>({ pointer: text, text });
export const reviewShape = object<Review>({ stage: text, outcome: text, reason: optional(text), by: optional(text), at: optional(text), answers: optional(record()), remarks: optional(list(remarkShape)) });
const member = object<CommitteeMember>({ id: text, name: optional(text), unit: optional(text), town: optional(text) });
export const reviewerShape = object<Reviewer>({ id: text, name: optional(text), unit: optional(text), town: optional(text) });
export const membersShape = list(member) as Shape<readonly CommitteeMember[]>;

const counts = object<BallotCounts>({ issued: number, returned: number, yes: number, no: number, abstain: number, void: number, tellers: optional(list(text)) });
const meetingParts = {
  members: list(member), present: list(text), recused: optional(list(object<Recusal>({ member: text, reason: optional(text), kind: optional(text) }))),
  ballots: optional(list(object<Ballot>({ member: text, choice: oneOf('yes', 'no', 'abstain', 'void') }))), counts: optional(counts),
};

const comparison = optional(object<NonNullable<VoteResult['comparison']>>({ left: number, right: number }));
const vote = object<VoteResult>({ outcome: text, counts: record(number), rule: optional(object<NonNullable<VoteResult['rule']>>({ ratio: object<{ p: number; q: number }>({ p: number, q: number }) })), holes: list(text), comparison, problems: list(record()) });

/** By type: what is read of an event's data. */
const eventData: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['reviewed', object<{ stage: string; outcome: string; reason: string; answers: unknown }>({ stage: text, outcome: text, reason: optional(text), answers: optional(record()) })],
  ['meetingOpened', object<{ stage: string; members: unknown }>({ stage: text, members: list(member) })],
  ['memberRecused', object<{ member: string }>({ member: text })],
  ['ballotsCounted', object<{ counts: unknown }>({ counts })],
  ['noticePublished', object<{ postedOn: string; until: string }>({ postedOn: day, until: day })],
]);
const eventHead = object<CaseEvent>({ type: text, at: text, sequence: number, actor: actorShape, data: record() });
const event: Shape = (value, pointer) => eventHead(value, pointer) ?? (isRecord(value) ? eventData.get(String(value['type']))?.(value['data'], `${pointer}/data`) : undefined);

export const eventsShape = list(event) as Shape<readonly CaseEvent[]>;

export const caseStateShape = object<CaseState>({
  id: text, schemeHash: text, stage: text, status: oneOf('open', 'ended'), stageSince: optional(text), end: optional(oneOf('approved', 'rejected', 'notApproved', 'withdrawn')),
  applicant: applicantShape, answers: record(), submissions: list(object<CaseState['submissions'][number]>({ at: text, answers: record(), by: actorShape, after: optional(reviewShape) })), submittedAt: text,
  reviews: list(reviewShape), returned: optional(reviewShape),
  meeting: optional(object<NonNullable<CaseState['meeting']>>({ ...meetingParts, stage: text, round: number, phase: oneOf('signIn', 'voting', 'closed') })),
  vote: optional(vote), notice: optional(object<NoticeState>({ notice: text, postedOn: day, until: day, provisional: boolean })),
  objections: list(object<ObjectionState>({ id: text, text, raisedAt: text, answer: optional(text) })), history: list(event),
});

export const caseShape = object<Case>({ id: text, submittedAt: text, applicant: applicantShape, answers: record(), reviews: optional(list(reviewShape)), meeting: optional(object<Meeting>(meetingParts)), events: optional(list(eventHead)) });

const trace: Shape = (value, pointer) => object<ConditionTrace>({ kind: text, pointer: text, children: optional(list(trace)) })(value, pointer);
const decisionTrace = object<DecisionTrace>({
  schemeVersion: text, today: text,
  eligibility: object<DecisionTrace['eligibility']>({ result: text, requirements: list(object<DecisionTrace['eligibility']['requirements'][number]>({ id: text, pointer: text, trace, missing: list(text) })) }),
  steps: list(object<StageTrace>({ stage: text, method: text, outcome: optional(text), to: optional(text), review: optional(reviewShape), vote: optional(vote) })),
});
export const decisionShape = object<Decision>({
  id: text, outcome: oneOf('ineligible', 'undetermined', 'undecided', 'pending', 'approved', 'rejected', 'notApproved', 'withdrawn'), stage: text, reasons: list(text), trace: decisionTrace,
});

export const problemShape = object<Problem>({ code: text, severity: oneOf('error', 'undecided', 'warning', 'info'), document: text, pointer: text, message: text, remedy: optional(text) });

const item = object<PublicItem>({ caseId: text, postedOn: day, until: day, status: oneOf('open', 'ended', 'objection'), contentHash: optional(text), cells: list(object<PublicItem['cells'][number]>({ label: text, text, kind: text })) });
export const noticeShape = object<PublicNotice>({ schemeTitle: text, title: text, basis: optional(text), issuer: text, objectionChannel: text, objectionTerms: optional(list(text)), channels: list(text), columns: list(text), items: list(item), contentHash: optional(text), terms: optional(termsShape) });

export const reportShape = object<SchemeReport>({
  folder: text, title: optional(text), version: optional(text), problems: list(problemShape), unpinned: optional(list(problemShape)), checkedAt: text, publishable: boolean,
  tests: list(object<SchemeTestResult>({ id: text, description: text, source: optional(text), passed: boolean, differences: list(object<SchemeTestResult['differences'][number]>({ field: text })) })),
  published: list(object<PublishedVersion>({ version: text, hash: text, publishedAt: text, active: boolean })),
  parameters: list(object<SchemeReport['parameters'][number]>({ key: text, title: text, value: text, provenance: optional(text) })),
});

export const identityShape = object<Identity>({ id: text, name: text, title: optional(localized), role: text });


export const prefilledShape = object<PrefilledAnswer>({ pointer: text, source: object<PrefilledAnswer['source']>({ id: text, title: localized }), at: text });
