import { page } from 'vitest/browser';
import type { CaseAction } from '@cobuild/rules';
import { GaomingPlay, clerk, memberIds } from '../../../.storybook/gaoming-states.js';
import { committee, gaomingWith } from '../../../.storybook/gaoming.js';
import type { CobuildMeeting } from '../src/cobuild-meeting/cobuild-meeting.js';
import '../src/define/cobuild-meeting.js';
import { find, mount } from './mount.js';

/** The screen of a meeting for the clerk who conducts it. */
export async function mountMeeting(play: GaomingPlay, properties: Partial<CobuildMeeting> = {}): Promise<CobuildMeeting> {
  return mount<CobuildMeeting>('cobuild-meeting', { scheme: play.scheme, state: play.state, members: committee, actor: clerk, ...properties });
}

/** A meeting with the members of these numbers present. */
export const signedIn = (to: number, from = 1): GaomingPlay => new GaomingPlay().toMeeting().openMeeting(memberIds(from, to));
/** Twenty-four appointed, one recused, one absent. */
export const twentyTwoPresent = (parameters: Readonly<Record<string, unknown>> = {}): GaomingPlay =>
  new GaomingPlay(gaomingWith(parameters)).toMeeting().openMeeting(memberIds(1, 22)).act('memberRecused', { member: 'member-24', reason: '亲属', kind: 'declared' });
export const secret = (): GaomingPlay => new GaomingPlay(gaomingWith({ voteSecrecy: 'secret' })).toMeeting().openMeeting(memberIds(1, 22)).act('votingOpened', {});
export const tied = (tie: string): GaomingPlay => new GaomingPlay(gaomingWith({ voteTie: tie, voteBase: 'valid' })).toMeeting().openMeeting(memberIds(1, 20)).vote(10, 10, 0);

export const focused = (meeting: CobuildMeeting): Element | null => meeting.shadowRoot?.activeElement ?? null;
export const announcement = (meeting: CobuildMeeting): string => find(meeting, '#announcement').textContent ?? '';
export const blocked = (meeting: CobuildMeeting, id: string): boolean => find(meeting, `#${id}`).getAttribute('aria-disabled') === 'true';
/** A button with these words. */
export const buttonNamed = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('button', { name, exact: true });
/** Whom actions are about. */
export const members = (actions: readonly CaseAction[]): unknown[] => actions.map(({ data }) => data['member']);
