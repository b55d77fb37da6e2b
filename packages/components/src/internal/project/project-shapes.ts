import { isDate } from '@cobuild/core';
import type { AccountEntry, FundedProject, KeptFile, LedgerEntry, OpenChange, PostHolder, PostHolding, ProjectComment, ProjectFinding, ProjectReport, SkippedReport, WithheldMoney } from '@cobuild/rules';
import { actorShape, applicantShape } from '../document-shapes.js';
import { date, list, number, object, oneOf, optional, record, text } from '../shape.js';

const day = date(isDate);
const file = object<KeptFile>({ id: text, name: text });
const files = optional(list(file));
const entry = object<AccountEntry>({ kind: oneOf('received', 'spent', 'returned', 'reversed'), sequence: number, on: day, amount: number, voucher: optional(text), files, at: text, by: actorShape });
const report = object<ProjectReport>({ id: text, duty: text, period: text, status: oneOf('submitted', 'returned', 'accepted'), answers: record(), at: text, by: actorShape, earlier: list(record()) });
const finding = object<ProjectFinding>({
  id: text, body: text, kind: text, severity: text, text, item: object<ProjectFinding['item']>({ kind: text, id: optional(text) }), dueOn: day, status: oneOf('open', 'answered', 'closed'),
  steps: list(object<ProjectFinding['steps'][number]>({ kind: text, text, files, at: text, by: actorShape })),
});
export const holderShape = object<PostHolder>({ id: optional(text), name: text, role: optional(text), unit: optional(text), town: optional(text) });
const holding = object<PostHolding>({
  id: text, post: text, holder: holderShape, since: optional(day), until: optional(day), appointed: optional(object<NonNullable<PostHolding['appointed']>>({ at: text, by: actorShape })),
  ended: optional(object<NonNullable<PostHolding['ended']>>({ at: text, by: actorShape, reason: text })),
});
const comment = object<ProjectComment>({ id: text, text, name: optional(text), at: text, status: oneOf('waiting', 'released', 'refused'), answer: optional(object<NonNullable<ProjectComment['answer']>>({ at: text, by: actorShape, text })), decision: optional(object<NonNullable<ProjectComment['decision']>>({ at: text, by: actorShape, reason: optional(text) })) });
const milestone = object<{ task: string; dueOn: string }>({ task: text, dueOn: text });
const request = object<OpenChange['request']>({ id: text, kind: text, askedOn: text, by: text, reason: text });

export const projectShape = object<FundedProject>({
  id: text, title: text, applicant: applicantShape, schemeHash: text, funding: object<FundedProject['funding']>({ own: number, raised: number, requested: number }),
  agreement: object<FundedProject['agreement']>({
    id: text, amount: number, applicant: text, signedOn: optional(day), startsOn: optional(day), milestones: optional(list(milestone)), payee: optional(object<{ name: string; account: string }>({ name: text, account: text })),
    tranches: list(object<{ id: string; title: string; amount: number }>({ id: text, title: text, amount: number })), budget: optional(list(object<{ id: string; amount: number }>({ id: text, amount: number }))),
    indicators: optional(list(object<{ name: string; target: string }>({ name: text, target: text }))), changes: optional(list(object<{ request: unknown }>({ request }))),
  }),
  account: list(entry), reports: list(report), findings: list(finding), openChanges: list(object<OpenChange>({ request, at: text, by: actorShape })),
  holdings: optional(list(holding)), comments: optional(list(comment)), skipped: optional(list(object<SkippedReport>({ duty: text, period: text, reason: text }))), withheld: optional(list(object<WithheldMoney>({ id: text, tranche: text, amount: number, reason: text, by: actorShape }))),
  released: optional(list(object<NonNullable<FundedProject['released']>[number]>({ tranche: text, amount: number, at: text }))),
  acceptance: optional(object<NonNullable<FundedProject['acceptance']>>({ outcome: oneOf('passed', 'failed'), on: day })), endedOn: optional(day), sequence: number, lastHash: text, history: list(record()),
});

/** A line of the ledger of a fund. */
export const fundEntryShape = object<LedgerEntry>({ kind: text, sequence: number, at: text, by: text, year: number, amount: optional(number), tranche: optional(text), voucher: optional(text), reason: optional(text), from: optional(oneOf('reserved', 'committed')) });
