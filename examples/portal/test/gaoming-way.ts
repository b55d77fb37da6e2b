import type { PublishedScheme, Scheme } from '@cobuild/core';
import { hashDocument } from '@cobuild/core';
import type { ProjectAction } from '@cobuild/rules';
import { expect } from 'vitest';
import type { ProjectView } from '../src/server/project-service.js';
import type { Portal, Refusal } from './portal-harness.js';
import { published, serviceStation } from './portal-harness.js';

export const secretary = 'secretary-heshun';
export const reviewer = 'reviewer-hecheng';
export const clerk = 'committee-clerk';
export const supervisor = 'supervisor';

/** The demonstration of Gaoming as a district might go on with it, such as with a call and its times. */
export function gaomingWith(change: (scheme: Scheme) => Scheme): PublishedScheme {
  const { hash: _, publishedAt: _at, ...rest } = published('gaoming-demo');
  const document = { ...rest, scheme: change(rest.scheme) };
  return { ...document, hash: hashDocument(document) };
}

/** Takes the service station from its application to its approval, on the days on which that happens. */
export async function approveStation(portal: Portal, key = 'station'): Promise<string> {
  const at = (instant: string): void => { portal.clock = new Date(instant); };
  at('2026-03-05T09:00:00+08:00');
  const sent = await portal.call<{ state: { id: string } } & Refusal>(secretary, 'POST', '/api/cases', { answers: serviceStation() }, { 'idempotency-key': key });
  expect(sent.body.problems).toEqual([]);
  const { id } = sent.body.state;
  const act = async (as: string, type: string, data: Record<string, unknown>): Promise<void> => {
    const { status, body } = await portal.act(as, id, { type, data } as Parameters<Portal['act']>[2]);
    expect([type, status, body.problems]).toEqual([type, 200, []]);
  };
  await act(reviewer, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: { dutyFinding: '两委班子团结，村级事务公开及时。', inScope: true, declarationsChecked: true, rank: 1 } });
  await act(clerk, 'meetingOpened', { stage: 'jointReview', members: portal.members });
  const seated = portal.members.slice(0, 20);
  for (const member of seated) await act(clerk, 'memberSignedIn', { member: member.id });
  await act(clerk, 'votingOpened', {});
  for (const member of seated) await portal.act(clerk, id, { type: 'ballotCast', data: { member: member.id, choice: 'yes' } });
  await act(clerk, 'votingClosed', {});
  await act(clerk, 'noticePublished', { notice: 'approvedProjects', postedOn: '2026-03-05', until: '2026-03-12' });
  at('2026-03-16T09:00:00+08:00');
  await act(clerk, 'reviewed', { stage: 'publicity', outcome: 'confirmed' });
  return id;
}

/** An action on a project as it stands; `sequence` is what the person saw. */
export async function actOn(portal: Portal, as: string, id: string, type: ProjectAction['type'], data: Record<string, unknown>, sequence?: number): Promise<{ status: number; body: ProjectView & Refusal & { view?: ProjectView } }> {
  const seen = sequence ?? (await portal.call<ProjectView>(as, 'GET', `/api/projects/${id}`)).body.project?.sequence ?? 0;
  return portal.call(as, 'POST', `/api/projects/${id}/actions`, { action: { type, data }, sequence: seen });
}
