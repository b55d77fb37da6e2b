import type { PublishedScheme } from '@cobuild/core';
import { buildPublished, chinaCalendar } from '@cobuild/core';
import { expect } from 'vitest';
import { clerk, reviewer, secretary } from './gaoming-way.js';
import type { Portal } from './portal-harness.js';
import { published, serviceStation } from './portal-harness.js';

/** Gaoming's committee as the demonstration has it, with the one setting that this is about. */
export function withSecrecy(value: 'open' | 'secret'): PublishedScheme {
  const { scheme } = published('gaoming-demo');
  const secrecy = scheme.parameters['voteSecrecy'];
  if (secrecy === undefined) throw new Error('the scheme has no such parameter');
  return buildPublished({ ...scheme, parameters: { ...scheme.parameters, voteSecrecy: { ...secrecy, value } } }, { calendarVersion: chinaCalendar.version });
}

export const seats = 20;
const choices = ['赞成', '反对', '弃权', 'yes', 'no', 'abstain', 'for', 'against'] as const;

/** Where a text says how one of these people voted: a ballot as data, or their name or id with a choice close by. */
export function told(text: string, people: readonly { readonly id: string; readonly name?: string }[]): readonly string[] {
  const named = people.flatMap(({ id, name }) => [id, ...(name === undefined ? [] : [name])]);
  const close = new RegExp(`(?:${named.join('|')})["\\\\]{0,4}[^。；\\n{}]{0,24}?(?:[:：，,、（( "]|投|\\\\")(?:${choices.join('|')})(?![\\p{L}])`, 'gu');
  return [...text.matchAll(/\\?"choice\\?"\s*:\s*\\?"\w+/g), ...text.matchAll(close)].map(([found]) => found);
}

/** One ballot of twenty seats: cast by name where it is open; where it is secret each is tried by name, refused, and the count entered. Up to the approval. */
export async function vote(portal: Portal, secrecy: 'open' | 'secret'): Promise<string> {
  const sent = await portal.call<{ state: { id: string } }>(secretary, 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': `ballot-${secrecy}` });
  const { id } = sent.body.state;
  const act = async (as: string, type: string, data: object): Promise<{ status: number; codes: readonly string[] }> => {
    const { status, body } = await portal.act(as, id, { type, data } as Parameters<Portal['act']>[2]);
    return { status, codes: body.problems.map(({ code }) => code) };
  };
  const done = async (as: string, type: string, data: object): Promise<void> => expect([type, await act(as, type, data)]).toEqual([type, { status: 200, codes: [] }]);
  await done(reviewer, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: { dutyFinding: '两委班子团结，村级事务公开及时。', inScope: true, declarationsChecked: true, rank: 1 } });
  await done(clerk, 'meetingOpened', { stage: 'jointReview', members: portal.members });
  const seated = portal.members.slice(0, seats);
  for (const { id: member } of seated) await done(clerk, 'memberSignedIn', { member });
  await done(clerk, 'votingOpened', {});
  for (const [index, { id: member }] of seated.entries()) {
    const ballot = { member, choice: index < 15 ? 'yes' : index < 18 ? 'no' : 'abstain' };
    if (secrecy === 'open') await done(clerk, 'ballotCast', ballot);
    else for (const as of [clerk, member]) expect([401, 422]).toContain((await act(as, 'ballotCast', ballot)).status);
  }
  if (secrecy === 'secret') await done(clerk, 'ballotsCounted', { counts: { issued: seats, returned: seats, yes: 15, no: 3, abstain: 2, void: 0 } });
  await done(clerk, 'votingClosed', {});
  await done(clerk, 'noticePublished', { notice: 'approvedProjects', postedOn: '2026-03-05', until: '2026-03-12' });
  portal.clock = new Date('2026-03-16T09:00:00+08:00');
  await done(clerk, 'reviewed', { stage: 'publicity', outcome: 'confirmed' });
  return id;
}
