import type { Calendar, Case, CommitteeMember, Conflict, ConflictGround, Locale, Recusal, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { caseFacts, decisionDay } from '../decision/case-facts.js';
import { decide, tieContext } from '../decision/decide.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { findStage, thresholdOf } from '../decision/stage-lookup.js';
import { explainOverride } from '../explanation/explain-stage.js';
import { explainVote, voteRuleSentence } from '../explanation/explain-vote.js';
import { factWords } from '../explanation/fact-words.js';
import { caseFromState } from '../lifecycle/case-from-state.js';
import { meetingOf } from '../lifecycle/state-case.js';
import { ruleMessage } from '../locales/rule-message.js';
import { applicationForm } from '../publicity/application-form.js';
import type { CaseState, MeetingState } from '../results.js';
import { decideVote } from '../vote/decide-vote.js';
import { automaticRecusals } from '../vote/recusal.js';
import { readGrounds } from '../vote/vote-rule.js';
import type { MeetingHead, Minutes, MinutesItem, MinutesRecusal } from './minutes-types.js';

export interface MinutesOptions extends EligibilityOptions {
  readonly calendar: Calendar;
  /** Language, default `zh-CN`. */
  readonly locale?: Locale;
  /** How an item is called; default the first text of the application form, else its id. */
  readonly titleOf?: (caseData: Case) => string;
}

/**
 * The minutes of one meeting about a batch of items: who was there, who left and why, and of each item the counts, the rule, the result with its sum, and what was set
 * aside by hand. Of a secret ballot there are counts only, and of an open one too: minutes do not tell who voted what.
 *
 * @param items - In the order in which they were called: states of the log, or cases whose meeting is the one of this stage.
 * @throws {RangeError} when the stage is no vote of the scheme.
 * @example minutesText(buildMinutes(scheme, { stage: 'jointReview', heldOn: '2026-05-01', chair: '李主任' }, states, { calendar }))
 */
export function buildMinutes(scheme: Scheme, head: MeetingHead, items: readonly (CaseState | Case)[], options: MinutesOptions): Minutes {
  const { locale = 'zh-CN' } = options;
  const resolved = resolvedScheme(scheme);
  const stage = findStage(resolved, head.stage);
  if (stage === undefined || thresholdOf(resolved, stage) === undefined) throw new RangeError(`buildMinutes: no vote at the stage ${JSON.stringify(head.stage)}`);
  const cases = items.map((item) => caseAt(item, head));
  const built = cases.map((caseData, index) => itemOf(resolved, stage, caseData, index + 1, options));
  const members = rosterOf(cases);
  const there = new Set(cases.flatMap(({ meeting }) => meeting?.present ?? []));
  const listed = members.map(({ id, name }) => ({ id, name: name ?? id, present: there.has(id) }));
  const present = listed.filter((member) => member.present);
  const count = (...outcomes: readonly string[]): number => built.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [schemeTitle, stageTitle] = [localize(scheme.title, locale), localize(stage.title, locale)];
  const [passed, failed] = [count('passed'), count('failed')];
  return {
    title: ruleMessage('explain/minutes-title', { scheme: schemeTitle, stage: stageTitle }, locale),
    basis: ruleMessage('explain/minutes-basis', { scheme: schemeTitle, id: scheme.id, version: scheme.version }, locale),
    head, stageTitle,
    roster: { appointed: listed.length, present: present.length, absent: listed.length - present.length, members: listed },
    items: built,
    totals: { items: built.length, passed, failed, open: built.length - passed - failed },
    signatures: { chair: head.chair ?? '', recorder: head.recorder ?? '', tellers: head.tellers ?? [], members: present.map(({ name }) => name) },
  };
}

/** A state that has a meeting of another stage has none of this one. */
function caseAt(item: CaseState | Case, { stage, session }: MeetingHead): Case & { readonly adjourned?: MeetingState['adjourned'] } {
  if (!('lastHash' in item)) return item;
  const { meeting: _meeting, ...rest } = caseFromState(item);
  const held = [...(item.meetings ?? []), ...(item.meeting === undefined ? [] : [item.meeting])].filter((each) => each.stage === stage);
  const found = session === undefined ? held[held.length - 1] : held.find((each) => (each.session ?? 1) === session);
  if (found?.phase !== 'closed') return rest;
  return { ...rest, meeting: meetingOf(found), ...(found.adjourned === undefined ? {} : { adjourned: found.adjourned }) };
}

/** Every member of the meetings of the items, in the order of the list of appointment. */
function rosterOf(cases: readonly Case[]): CommitteeMember[] {
  const members = new Map<string, CommitteeMember>();
  for (const { meeting } of cases) for (const member of meeting?.members ?? []) if (!members.has(member.id)) members.set(member.id, member);
  return [...members.values()];
}

function itemOf(scheme: Scheme, stage: Stage, { adjourned, ...caseData }: ReturnType<typeof caseAt>, number: number, { calendar, locale = 'zh-CN', titleOf, operators }: MinutesOptions): MinutesItem {
  const { id, applicant, meeting } = caseData;
  const threshold = thresholdOf(scheme, stage);
  if (threshold === undefined) throw new RangeError(`no vote at ${stage.id}`);
  const facts = (): ReturnType<typeof caseFacts> => caseFacts(scheme, caseData, decisionDay(caseData));
  const vote = decideVote(meeting, threshold, { applicant, locale, ...tieContext(scheme, threshold, id, facts, operators) });
  const names = new Map((meeting?.members ?? []).map((member) => [member.id, member.name ?? member.id]));
  const grounds = readGrounds(threshold.recusal) ?? [];
  const leaving = [...automaticRecusals(grounds, meeting?.members ?? [], applicant), ...(meeting?.recused ?? []), ...(meeting?.conflicts ?? []).filter(({ ground }) => grounds.includes(ground))];
  const recusal = (entry: Recusal | Conflict): MinutesRecusal => recusalOf(entry, names, locale);
  const { overrides = [] } = decide(scheme, caseData, { calendar, ...(operators === undefined ? {} : { operators }) });
  return {
    number, id, title: titleOf?.(caseData) ?? firstText(scheme, caseData) ?? id, applicant: applicant.name ?? applicant.id,
    recused: leaving.filter(({ member }, index) => names.has(member) && leaving.findIndex((other) => other.member === member) === index).map(recusal),
    conflicts: (vote.conflicts ?? []).map(recusal),
    issued: meeting?.counts?.issued ?? vote.counts.returned, counts: vote.counts,
    ...(vote.rule === undefined ? {} : { rule: voteRuleSentence(vote.rule, locale) }),
    ...(adjourned === undefined ? {} : { adjourned: adjournedSentence(adjourned, locale) }),
    outcome: vote.outcome, sentence: explainVote(vote, threshold, locale, factWords(scheme, locale)).text,
    overrides: overrides.map((override) => explainOverride(override, override.stage === undefined ? undefined : findStage(scheme, override.stage), names, locale).text),
  };
}

function adjournedSentence({ reason, resumesOn }: NonNullable<MeetingState['adjourned']>, locale: Locale): string {
  return ruleMessage(resumesOn === undefined ? 'explain/minutes-adjourned' : 'explain/minutes-adjourned-until', { reason, date: resumesOn }, locale);
}

/** Reasons that are grounds are written out; others as they were recorded. */
function recusalOf({ member, ground, reason = '', kind = 'declared' }: Recusal | Conflict, names: ReadonlyMap<string, string>, locale: Locale): MinutesRecusal {
  const known = ground ?? GROUNDS.find((word) => word === reason);
  const words = known === undefined ? '' : ruleMessage(`explain/ground-${known}`, {}, locale);
  const told = reason === known ? '' : reason;
  return { member, name: names.get(member) ?? member, kind, reason: [words, told].filter((text) => text !== '').join(locale === 'en' ? ': ' : '：'), ...(known === undefined ? {} : { ground: known }) };
}

const GROUNDS: readonly ConflictGround[] = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake'];

/** The first text that the application form asks for is nearly always the name of the project. */
function firstText(scheme: Scheme, { answers }: Case): string | undefined {
  const properties: unknown = applicationForm(scheme)?.schema['properties'];
  const names = properties !== null && typeof properties === 'object' ? Object.keys(properties) : [];
  const found = names.map((name) => (Object.prototype.hasOwnProperty.call(answers, name) ? answers[name] : undefined)).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : undefined;
}
