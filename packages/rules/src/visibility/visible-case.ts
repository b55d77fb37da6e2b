import type { CaseEvent, Problem, Scheme } from '@cobuild/core';
import { canonicalJson } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { foldCase } from '../lifecycle/fold-case.js';
import { validSheets } from '../lifecycle/scoring-checks.js';
import type { AssignedReviewers, CaseState, HeldMeeting, ScoringState } from '../results.js';
import { caseSight } from './case-sight.js';
import type { CaseViewer } from './case-sight.js';
import { hiddenWords, withoutWords } from './hidden-words.js';
import type { LogPlace } from './visible-event.js';
import { firstPlace, placeAfter, visibleEvent } from './visible-event.js';
import { VisibleParts } from './visible-parts.js';

/**
 * A case with its log as one person may see it. Default deny: answers by `visibleTo` of their form in the stage where the case is; ballots of an open vote to
 * those at the table and those who oversee, of a secret one to nobody; sheets of a panel as `visibleSheets` says, to reviewers, to those who run the panel and,
 * after its end, to those who oversee; who acted for an office is not told to the applicant. Words that are hidden are covered where somebody quoted them
 * in a text. From the first event of which anything is hidden, hashes are left out: with one, a short answer such as a ballot could be found by trying.
 *
 * What comes out is for showing. Nothing is decided by it and nothing is appended to it: that takes the whole log.
 *
 * @param viewer - As the host identified them, or `public`. Somebody who is neither the applicant nor has an office of the scheme is the public.
 * @returns `undefined` where the viewer may not know that there is such a case: for the public one that is on no notice.
 * @example visibleCase(scheme, state, { id: 'u2', role: 'townReviewer', unit: 'hecheng' })?.answers
 */
export function visibleCase(scheme: Scheme, state: CaseState, viewer: CaseViewer): CaseState | undefined {
  const resolved = resolvedScheme(scheme);
  const sight = caseSight(resolved, state, viewer);
  const parts = new VisibleParts(resolved, state, sight);
  if (sight.side === 'public') return publicCase(state, parts);
  const { history, meeting, meetings, told, vote, scoring, assigned, overrides, proposal, known, returned, publicVoteCounts, ...rest } = state;
  const isOffice = sight.side === 'office';
  const seen: CaseState = {
    ...rest, answers: parts.application(state.answers),
    submissions: state.submissions.map(({ answers, by, after, ...submission }) => ({ ...submission, by: parts.actor(by), answers: parts.application(answers), ...(after === undefined ? {} : { after: parts.review(after) }) })),
    reviews: state.reviews.map((review) => parts.review(review)),
    ...(state.evidence === undefined ? {} : { evidence: isOffice ? state.evidence.map((record) => (record.answers === undefined ? record : { ...record, answers: parts.stageAnswers(record.stage, record.answers) })) : state.evidence.map(({ kind, stage, on }) => ({ kind, stage, ...(on === undefined ? {} : { on }) })) }),
    ...(assigned === undefined ? {} : { assigned: assigned.flatMap((item) => visibleAssignment(item, parts)) }),
    ...(overrides === undefined ? {} : { overrides: overrides.map((override) => parts.override(override)) }),
    ...(told === undefined ? {} : { told: isOffice ? told : told.filter(({ to }) => to === sight.role) }),
    ...(proposal === undefined || !isOffice ? {} : { proposal }), ...(known === undefined || !isOffice ? {} : { known }),
    ...(returned === undefined ? {} : { returned: parts.review(returned) }),
    ...(meetings === undefined ? {} : { meetings: meetings.map((held) => visibleHeld(held, parts)) }),
    ...(meeting === undefined ? {} : { meeting: visibleMeeting(meeting, parts) }), ...(vote === undefined ? {} : { vote: parts.vote(vote, meeting?.stage ?? '') }),
    ...(scoring === undefined ? {} : { scoring: scoring.map((each) => visibleScoring(each, parts)) }),
    ...(publicVoteCounts === undefined ? {} : { publicVoteCounts: publicVoteCounts.map(({ jury, seed, ...counted }) => (parts.seesInside(counted.stage) ? { ...counted, ...(jury === undefined ? {} : { jury }), ...(seed === undefined ? {} : { seed }) } : counted)) }),
    history: visibleHistory(history, parts),
  };
  return withoutQuotes(state, seen, parts);
}

/**
 * The log of a case as one person may read it, with the state that it leads to.
 *
 * @returns `state` as `visibleCase` gives it, its `history` being the log; problems as those of `foldCase`.
 */
export function visibleLog(scheme: Scheme, events: readonly CaseEvent[], viewer: CaseViewer, options: EligibilityOptions = {}): { readonly state?: CaseState; readonly problems: readonly Problem[] } {
  const { state, problems } = foldCase(scheme, events, options);
  const seen = state === undefined ? undefined : visibleCase(scheme, state, viewer);
  return { ...(seen === undefined ? {} : { state: seen }), problems: seen === undefined ? [] : problems };
}

function visibleHistory(history: readonly CaseEvent[], parts: VisibleParts): readonly CaseEvent[] {
  let place: LogPlace = firstPlace;
  return history.map((event) => {
    place = placeAfter(place, event, parts);
    return visibleEvent(event, place, parts);
  });
}

function visibleMeeting(meeting: NonNullable<CaseState['meeting']>, parts: VisibleParts): NonNullable<CaseState['meeting']> {
  const { stage, round, phase, ballots, ...inside } = meeting;
  if (!parts.seesInside(stage)) return { stage, round, phase, members: [], present: [] };
  return { stage, round, phase, ...inside, ...(ballots === undefined || !parts.isOpenVote(stage) ? {} : { ballots }) };
}

/** An earlier meeting, with what its vote came to. */
function visibleHeld({ vote, ...meeting }: HeldMeeting, parts: VisibleParts): HeldMeeting {
  return { ...visibleMeeting(meeting, parts), ...(vote === undefined ? {} : { vote: parts.vote(vote, meeting.stage) }) };
}

/** Whoever runs the panel is told who is in, not what they say; whoever closes it, whether enough are. */
function visibleScoring(scoring: ScoringState, parts: VisibleParts): ScoringState {
  const { stage, phase, sheets, conflicts } = scoring;
  const readable = parts.sheetsAt(stage);
  const seen = sheets.flatMap((sheet) => {
    if (readable.some(({ reviewer }) => reviewer === sheet.reviewer)) return [sheet];
    const { reviewer, name, submittedAt } = sheet;
    return parts.seesReviewer(stage, reviewer) ? [{ stage, reviewer, marks: [], ...(name === undefined ? {} : { name }), ...(submittedAt === undefined ? {} : { submittedAt }) }] : [];
  });
  const count = phase === 'open' && parts.seesInside(stage) ? { valid: validSheets(parts.scheme, parts.state, scoring) } : {};
  return { stage, phase, sheets: seen, ...count, conflicts: conflicts.filter(({ reviewer }) => parts.seesReviewer(stage, reviewer)) };
}

/** Whoever is assigned knows of it, though not with whom. */
function visibleAssignment(item: AssignedReviewers, parts: VisibleParts): readonly AssignedReviewers[] {
  const { stage, reviewers } = item;
  if (reviewers.every((id) => parts.seesReviewer(stage, id))) return [item];
  const { seed: _seed, ...rest } = item;
  return reviewers.includes(parts.sight.id) && parts.sight.side === 'office' ? [{ ...rest, reviewers: [parts.sight.id] }] : [];
}

/** What a notice says of a case, and when. */
function publicCase(state: CaseState, parts: VisibleParts): CaseState | undefined {
  const { id, schemeHash, stage, status, submittedAt, sequence, notice } = state;
  if (notice === undefined) return undefined;
  const events = visibleHistory(state.history.filter(({ type }) => type === 'noticePublished'), parts).map((event) => ({ ...event, hash: '', previousHash: '' }));
  return { id, schemeHash, stage, status, submittedAt, applicant: { id: '' }, answers: {}, submissions: [], reviews: [], objections: [], notice, sequence, lastHash: '', history: events };
}

function withoutQuotes(state: CaseState, seen: CaseState, { sight }: VisibleParts): CaseState {
  const own = sight.side === 'applicant' ? undefined : { seen: seen.answers };
  const words = hiddenWords(answersOf(state), answersOf(seen));
  const bare = words.length === 0 && own === undefined ? seen : withoutWords(seen, words, sight.oversees ? undefined : own);
  let whole = true;
  const history = bare.history.map((event, index): CaseEvent => {
    const before = whole;
    whole = whole && canonicalJson(event) === canonicalJson(state.history[index]);
    return { ...event, ...(before ? {} : { previousHash: '' }), ...(whole ? {} : { hash: '' }) };
  });
  return { ...bare, ...(whole ? {} : { lastHash: '' }), history };
}

const answersOf = ({ answers, submissions, reviews, history }: CaseState): unknown => [answers, submissions.map((each) => each.answers), reviews.map((each) => each.answers), history.map(({ data }) => ('answers' in data ? data.answers : undefined))];
