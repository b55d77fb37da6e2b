import type { CaseEvent } from '@cobuild/core';
import { after, atVote, cards, centres, contest, counted, during, organiser } from '../../../../../.storybook/contest.js';
import { GaomingPlay } from '../../../../../.storybook/gaoming-states.js';
import { PanelPlay, expert, experts, officer, panelScheme } from '../../../../../.storybook/qianjiang-panel.js';
import { createMemoryBallotBox } from '../../../src/hosts/ballot-box.js';
import type { Deed, Specimen } from '../specimen.js';

type Given = Readonly<Record<string, unknown>>;

const panel = (id?: string): PanelPlay => new PanelPlay(panelScheme(), id).atPanel();
const sheets = (plays: readonly PanelPlay[], more: Given = {}): Given => ({ scheme: plays[0]?.scheme, states: plays.map(({ state }) => state), actor: expert(1), reviewers: experts, today: '2026-06-10', ...more });
const sheet = (name: string, properties: () => Given, deeds: readonly Deed[] = []): Specimen => ({ name: `score-sheet, ${name}`, tag: 'cobuild-score-sheet', properties, deeds });

const vote = (name: string, properties: () => Given, deeds: readonly Deed[] = []): Specimen => ({ name: `public-vote, ${name}`, tag: 'cobuild-public-vote', properties: () => ({ scheme: contest, ...properties() }), deeds });
const ballot = (): Given => ({ cards, now: during, box: createMemoryBallotBox({ vote: centres, voter: 'zhang', now: () => during }) });
const chosen: readonly Deed[] = [['wait', '[value=jc1]'], ['click', '[value=jc1]'], ['click', '[value=yd2]'], ['click', '#check'], ['wait', '#confirm-box']];

/** A case that was sent back, handed in again and left lying. */
const history = (change: (event: CaseEvent) => CaseEvent): Given => {
  const play = new GaomingPlay().submit().sendBack().moveTo('2026-03-10T10:00:00+08:00').submit({ place: '和顺社区20号' }).moveTo('2026-04-09T10:00:00+08:00').forward();
  return { scheme: play.scheme, events: play.state.history.map(change), today: '2026-04-10' };
};

/** What experts use, whoever closes their panel, residents who vote, and whoever looks into the history of a case. */
export const panelSpecimens: readonly Specimen[] = [
  sheet('a batch, marks missing', () => sheets([panel('QJ-1'), panel('QJ-2')]), [['type', '#mark-progress', '101'], ['click', '#submit'], ['wait', '#error-summary'], ['click', '.cases summary']]),
  sheet('handed in, being taken back', () => sheets([panel().scored([90, 'notApplicable', 85, 2])]), [['click', '#withdraw'], ['wait', '#reason']]),
  sheet('a relation', () => sheets([panel()]), [['click', '#recuse'], ['wait', '#ground']]),
  sheet('scores of the panel', () => sheets([panel().scored([90, 80, 85], [88, 92, 79.5], [95, 70, 90], [60, 62, 58])], { actor: officer }), [['click', '.how summary']]),
  vote('nothing chosen', ballot, [['wait', '#check'], ['click', '#check'], ['wait', '#ballot-error'], ['click', '.card summary']]),
  vote('being confirmed', ballot, chosen),
  vote('receipt', ballot, [...chosen, ['click', '#confirm-box .primary'], ['wait', '#receipt']]),
  vote('result, to be recorded', () => ({ now: after, count: counted, cases: [{ candidate: 'jc1', state: atVote().state }], actor: organiser }), [['click', '.why summary']]),
  { name: 'timeline, a changed record', tag: 'cobuild-timeline', properties: () => history((event) => (event.sequence === 4 ? { ...event, at: '2026-03-05T09:00:00+08:00' } : event)) },
  { name: 'timeline, for the applicant', tag: 'cobuild-timeline', properties: () => ({ ...history((event) => event), view: 'applicant', day: '2026-03-05' }) },
];
