import type { Problem, Rational, ScoreSheet, Scoring } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { ZERO, exactText, meanExact, readNumber, subtractExact, sumExact } from './exact.js';
import { finishScore } from './finish-score.js';
import { problemsInto } from './report-problem.js';
import type { PanelContext, ReadEntry } from './panel-entries.js';
import { readEntries } from './panel-entries.js';
import { Holes, choiceSetting, countSetting } from './read-scoring.js';
import type { DeviationAlert, PanelEntry, PanelScore } from './score-types.js';
import { magnitudeExact, medianExact } from './statistics.js';

/**
 * The score of one item by a panel. The order is fixed: recuse, validate, drop, mean, round; so a recused reviewer's score is never the highest one
 * dropped, and nothing is rounded before the end.
 *
 * @param scoring - With parameters resolved.
 * @param sheets - Recused and void ones too: what becomes of each stands in `entries`.
 * @example scorePanel(scoring, case.scores ?? [], { reviewers, applicant: case.applicant }).score // 89.3
 */
export function scorePanel(scoring: Scoring, sheets: readonly ScoreSheet[], context: PanelContext = {}): PanelScore {
  const holes = new Holes();
  const problems: Problem[] = [];
  const read = assumePeers(scoring, context, readEntries(scoring, sheets, context, holes, problems), holes);
  const scored = read.filter((item): item is ReadEntry & { readonly raw: Rational } => item.raw !== undefined);
  const head = { valid: scored.length, dropped: NOTHING_DROPPED, counted: 0, alerts: [], reasonsMissing: [] };
  const entries = read.map(({ entry }) => entry);
  const peers = PEERS.find((choice) => choice === scoring.panel?.peers?.missing);
  const owned = context.owner === undefined || peers === undefined ? {} : { peers };
  const unscored = (outcome: PanelScore['outcome'], more: Partial<PanelScore> = {}): PanelScore => ({ ...head, ...owned, ...more, entries, outcome, score: null, holes: holes.names, problems });
  const rule = readMeanRule(scoring, holes);
  if (rule === undefined || holes.names.length > 0) return unscored('undecided');
  const settings = { needed: rule.needed, mean: rule.mean, whenFewer: rule.whenFewer };
  if (waitsForPeers(scoring, context, entries)) return unscored('waiting', settings);
  const enough = scored.length >= rule.needed && scored.length > 0;
  if (!enough && (rule.whenFewer === 'notEnough' || scored.length === 0)) return unscored('notEnough', settings);
  const dropped = enough ? chooseDropped(scored, rule) : new Map<ReadEntry, 'highest' | 'lowest'>();
  const counted = scored.filter((item) => !dropped.has(item)).map(({ raw }) => raw);
  const final = finishScore(scoring, meanExact(counted), holes, problemsInto(problems));
  const count = (which: 'highest' | 'lowest'): number => [...dropped.values()].filter((end) => end === which).length;
  return {
    outcome: final.rounded === undefined ? 'undecided' : 'scored', ...final,
    entries: read.map((item) => withDrop(item.entry, dropped.get(item))),
    valid: scored.length, ...settings, ...owned, dropped: { highest: count('highest'), lowest: count('lowest') },
    ...(enough ? {} : { tooFewToDrop: true as const }),
    sum: exactText(sumExact(counted)), counted: counted.length, ...deviationsOf(scoring, scored, holes),
    holes: holes.names, problems,
  };
}

const NOTHING_DROPPED = { highest: 0, lowest: 0 };

interface MeanRule { readonly mean: 'plain' | 'trimmed'; readonly highest: number; readonly lowest: number; readonly needed: number; readonly whenFewer: 'notEnough' | 'dropNothing' }

function readMeanRule({ panel = {} }: Scoring, holes: Holes): MeanRule | undefined {
  const mean = choiceSetting(panel.mean, ['plain', 'trimmed'] as const, 'panel/mean', holes, 'plain');
  const trimmed = mean === 'trimmed';
  const highest = trimmed ? countSetting(panel.dropHighest, 'panel/dropHighest', holes, 1) : 0;
  const lowest = trimmed ? countSetting(panel.dropLowest, 'panel/dropLowest', holes, 1) : 0;
  const whenFewer = choiceSetting(panel.whenFewer, ['notEnough', 'dropNothing'] as const, 'panel/whenFewer', holes, 'notEnough');
  const asked = countSetting(panel.minimumScores, 'panel/minimumScores', holes, 1);
  if (mean === undefined || highest === undefined || lowest === undefined || whenFewer === undefined || asked === undefined) return undefined;
  // At least one score has to be left.
  return { mean, highest, lowest, whenFewer, needed: Math.max(asked, highest + lowest + 1) };
}

/** One instance each from both ends; of equal scores the one handed in first is named. */
function chooseDropped(scored: readonly (ReadEntry & { readonly raw: Rational })[], { highest, lowest }: MeanRule): Map<ReadEntry, 'highest' | 'lowest'> {
  const rising = [...scored].sort((a, b) => compareRationals(a.raw, b.raw));
  const dropped = new Map<ReadEntry, 'highest' | 'lowest'>();
  for (const item of rising.slice(0, lowest)) dropped.set(item, 'lowest');
  const falling = scored.filter((item) => !dropped.has(item)).sort((a, b) => compareRationals(b.raw, a.raw));
  for (const item of falling.slice(0, highest)) dropped.set(item, 'highest');
  return dropped;
}

function withDrop(entry: PanelEntry, end: 'highest' | 'lowest' | undefined): PanelEntry {
  return end === undefined ? entry : { ...entry, state: 'dropped', dropped: end };
}

/** Scores far from the median of all valid ones ask for a reason; dropped ones too. */
function deviationsOf({ panel }: Scoring, scored: readonly (ReadEntry & { readonly raw: Rational })[], holes: Holes): Pick<PanelScore, 'median' | 'deviation' | 'alerts' | 'reasonsMissing'> {
  const median = medianExact(scored.map(({ raw }) => raw));
  const limit = panel?.deviation === undefined ? undefined : readNumber(panel.deviation) ?? holes.add('panel/deviation');
  const alerts = limit === undefined ? [] : scored.flatMap(({ entry, raw }): DeviationAlert[] => {
    const distance = magnitudeExact(subtractExact(raw, median));
    if (compareRationals(distance, limit) <= 0) return [];
    const given: unknown = entry.sheet?.deviationReason;
    const reason = typeof given === 'string' ? given.trim() : '';
    return [{ reviewer: entry.reviewer, raw: exactText(raw), distance: exactText(distance), ...(reason === '' ? {} : { reason }) }];
  });
  return {
    median: exactText(median), ...(limit === undefined ? {} : { deviation: exactText(limit) }), alerts,
    reasonsMissing: alerts.filter(({ reason }) => reason === undefined).map(({ reviewer }) => reviewer),
  };
}

const PEERS = ['ignore', 'wait', 'zero'] as const;
const ABSENT: readonly PanelEntry['state'][] = ['missing', 'draft', 'incomplete'];

function peersMissing({ panel }: Scoring, holes: Holes): 'ignore' | 'wait' | 'zero' | undefined {
  return panel?.peers === undefined ? undefined : choiceSetting(panel.peers.missing, PEERS, 'panel/peers/missing', holes);
}

/** In peer evaluation with `zero`, a peer that has not scored counts as 0, visibly. */
function assumePeers(scoring: Scoring, { owner }: PanelContext, read: ReadEntry[], holes: Holes): ReadEntry[] {
  if (owner === undefined || !read.some(({ entry }) => ABSENT.includes(entry.state)) || peersMissing(scoring, holes) !== 'zero') return read;
  return read.map((item) => (ABSENT.includes(item.entry.state) ? { entry: { ...item.entry, state: 'counted', raw: exactText(ZERO), assumed: true }, raw: ZERO } : item));
}

function waitsForPeers(scoring: Scoring, { owner }: PanelContext, entries: readonly PanelEntry[]): boolean {
  return owner !== undefined && scoring.panel?.peers?.missing === 'wait' && entries.some(({ state }) => ABSENT.includes(state));
}
