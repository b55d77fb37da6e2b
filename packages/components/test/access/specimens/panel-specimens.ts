import { PanelPlay, expert, experts, officer, panelScheme } from '../../../../../.storybook/qianjiang-panel.js';
import type { Deed, Specimen } from '../specimen.js';

type Given = Readonly<Record<string, unknown>>;

const panel = (id?: string): PanelPlay => new PanelPlay(panelScheme(), id).atPanel();
const sheets = (plays: readonly PanelPlay[], more: Given = {}): Given => ({ scheme: plays[0]?.scheme, states: plays.map(({ state }) => state), actor: expert(1), reviewers: experts, today: '2026-06-10', ...more });
const sheet = (name: string, properties: () => Given, deeds: readonly Deed[] = []): Specimen => ({ name: `score-sheet, ${name}`, tag: 'cobuild-score-sheet', properties, deeds });

/** What experts use, and whoever closes their panel. */
export const panelSpecimens: readonly Specimen[] = [
  sheet('a batch, marks missing', () => sheets([panel('QJ-1'), panel('QJ-2')]), [['type', '#mark-progress', '101'], ['click', '#submit'], ['wait', '#error-summary'], ['click', '.cases summary']]),
  sheet('handed in, being taken back', () => sheets([panel().scored([90, 'notApplicable', 85, 2])]), [['click', '#withdraw'], ['wait', '#reason']]),
  sheet('a relation', () => sheets([panel()]), [['click', '#recuse'], ['wait', '#ground']]),
  sheet('scores of the panel', () => sheets([panel().scored([90, 80, 85], [88, 92, 79.5], [95, 70, 90], [60, 62, 58])], { actor: officer }), [['click', '.how summary']]),
];
