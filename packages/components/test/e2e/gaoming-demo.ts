import type { CommitteeMember, EventActor, PublishedScheme } from '@cobuild/core';
import { chinaCalendar, resolveParameters } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { CaseAction, CaseState, Identity, PublicNotice, SchemeReport } from '@cobuild/rules';
import { appendEvent, buildNotice, checkScheme, noticeDates, publishScheme, runSchemeTests } from '@cobuild/rules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './watched-page.js';

const folder = join(repository, 'examples/schemes/gaoming-demo');
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** The Gaoming demonstration as a portal runs it: published, hashed, self-contained. */
export const published: PublishedScheme = publish();
export const { scheme } = published;
export const { identities } = read('identities.json') as { identities: readonly Identity[] };
export const { members } = read('committee.json') as { members: readonly CommitteeMember[] };
/** The service station of Heshun community, as its application was filled in. */
export const example = read('cases/01-waiting-for-town.json') as { readonly answers: Readonly<Record<string, unknown>>; readonly applicant: CaseState['applicant'] };

function publish(): PublishedScheme {
  const { published: result, problems } = publishScheme(readSchemeFolder(folder), { calendar: chinaCalendar });
  if (result === undefined) throw new Error(`gaoming-demo cannot be published: ${problems.map(({ message }) => message).join(' ')}`);
  return result;
}

export function actor(id: string): EventActor {
  const identity = identities.find((one) => one.id === id);
  if (identity === undefined) throw new Error(`There is no demonstration identity ${id}`);
  const { name, role, unit, town } = identity;
  return { id, name, role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
}

/** States of the example case from its submission to the notice, in the order in which they came about. */
export interface PlayedCase { readonly submitted: CaseState; readonly forwarded: CaseState; readonly voting: CaseState; readonly onNotice: CaseState }

/** Plays the example case with the demonstration's identities, at fixed times. */
export function playCase(): PlayedCase {
  let state: CaseState | undefined;
  let clock = Date.parse('2026-03-05T09:00:00+08:00');
  const act = (type: CaseAction['type'], data: CaseAction['data'], who: string): CaseState => {
    const done = appendEvent(scheme, state, { type, data }, actor(who), new Date(clock).toISOString(), `event-${clock}`, { calendar: chinaCalendar, schemeHash: published.hash, caseId: 'case-1' });
    if ('problems' in done) throw new Error(`${type}: ${done.problems.map(({ message }) => message).join(' ')}`);
    clock += 60_000;
    state = done.state;
    return done.state;
  };
  const review = { dutyFinding: '班子分工明确，按月公开村务。', inScope: true, declarationsChecked: true, rank: 1 };

  const submitted = act('submitted', { answers: example.answers, applicant: example.applicant }, 'secretary-heshun');
  const forwarded = act('reviewed', { stage: 'preliminary', outcome: 'forward', answers: review }, 'reviewer-hecheng');
  act('meetingOpened', { stage: 'jointReview', members }, 'committee-clerk');
  for (const { id } of members) act('memberSignedIn', { member: id }, 'committee-clerk');
  const voting = act('votingOpened', {}, 'committee-clerk');
  for (const [index, { id }] of members.entries()) act('ballotCast', { member: id, choice: index < 16 ? 'yes' : index < 22 ? 'no' : 'abstain' }, 'committee-clerk');
  act('votingClosed', {}, 'committee-clerk');
  const postedOn = '2026-03-05';
  const onNotice = act('noticePublished', { notice: 'approvedProjects', postedOn, until: noticeDates(resolveParameters(scheme), 'approvedProjects', postedOn, chinaCalendar)?.date }, 'committee-clerk');
  return { submitted, forwarded, voting, onNotice };
}

export function noticeOf(state: CaseState): PublicNotice {
  const definition = scheme.publicity?.notices[0];
  if (definition === undefined) throw new Error('gaoming-demo has no notice');
  return buildNotice(scheme, definition, [state], '2026-03-06').notice;
}

/** What an administrator sees of the Gaoming scheme, which has holes, and of its demonstration. */
export function reports(): readonly SchemeReport[] {
  return ['gaoming', 'gaoming-demo'].map((name) => {
    const { scheme: loaded, problems, documents } = checkScheme(readSchemeFolder(join(repository, 'examples/schemes', name)));
    return {
      folder: name, problems, documents, checkedAt: '2026-03-06T01:00:00.000Z', published: [], publishable: problems.length === 0, parameters: [],
      tests: loaded === undefined ? [] : runSchemeTests(loaded, { calendar: chinaCalendar }),
    };
  });
}
