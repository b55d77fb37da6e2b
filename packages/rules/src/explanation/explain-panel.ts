import type { Locale, Scoring } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { MessageParams, RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { PanelEntry, PanelScore } from '../scoring/index.js';
import { exactWords, scoreWords } from './exact-words.js';
import type { ExplanationNode } from './explanation.js';
import { problemWords, resultNodes } from './explain-score.js';
import { scoreHoleWords } from './score-hole-words.js';

type Say = (code: RuleMessageCode, params?: MessageParams) => string;

export interface PanelWords {
  /** Name of a reviewer; by default the name on the sheet, else the id. For a notice, `(_, index) => 评委一`. */
  readonly reviewer?: (entry: PanelEntry, index: number) => string;
}

/** The score of a panel in words: what was dropped, the sum, by how many it was divided, how it was rounded; below, what became of every sheet. */
export function explainPanel(panel: PanelScore, scoring: Scoring, locale: Locale, { reviewer = ({ name, reviewer: id }) => name ?? id }: PanelWords = {}): ExplanationNode {
  const say: Say = (code, params = {}) => ruleMessage(code, params, locale);
  const names = new Map<string, string>();
  for (const [index, entry] of panel.entries.entries()) if (!names.has(entry.reviewer)) names.set(entry.reviewer, reviewer(entry, index));
  return {
    text: verdict(panel, scoring, locale, say),
    status: panel.outcome === 'scored' ? 'info' : 'unknown',
    ...(scoring.source === undefined ? {} : { clause: localize(scoring.source, locale) }),
    ...(scoring.provenance === undefined ? {} : { provenance: scoring.provenance }),
    children: [
      ...panel.entries.map((entry, index) => entryNode(entry, reviewer(entry, index), locale, say)),
      ...panel.alerts.map(({ reviewer: id, raw, distance, reason }): ExplanationNode => ({
        text: say(reason === undefined ? 'explain/panel-alert-open' : 'explain/panel-alert', { reviewer: names.get(id) ?? id, raw: exactWords(raw, locale), median: exactWords(panel.median ?? '', locale), distance: exactWords(distance, locale), limit: panel.deviation, reason }),
        status: reason === undefined ? 'unknown' : 'info',
      })),
      ...resultNodes(panel, scoring, locale),
      ...panel.problems.map((problem): ExplanationNode => ({ text: problemWords(problem, scoring, locale), status: 'notMet' })),
    ],
  };
}

function verdict(panel: PanelScore, scoring: Scoring, locale: Locale, say: Say): string {
  const { outcome, valid, needed, holes } = panel;
  if (outcome === 'notEnough') return say('explain/panel-not-enough', { valid, needed });
  if (outcome === 'waiting') return say('explain/panel-waiting');
  if (outcome === 'undecided') return say('explain/panel-undecided', { holes: scoreHoleWords(holes, scoring, locale) });
  const score = scoreWords(panel.rounded ?? '', panel.rounding?.step);
  const step = { step: panel.rounding?.step, mode: say(`explain/score-mode-${panel.rounding?.mode ?? 'half-up'}`), score };
  const params = {
    score, needed, counted: panel.counted, sum: exactWords(panel.sum ?? '', locale), raw: exactWords(panel.raw ?? '', locale),
    rounded: panel.raw === panel.rounded ? '' : say('explain/panel-rounded', step),
    highest: droppedWords(panel, 'highest', locale, say), lowest: droppedWords(panel, 'lowest', locale, say),
  };
  return say(panel.tooFewToDrop ? 'explain/panel-too-few' : panel.mean === 'trimmed' ? 'explain/panel-trimmed' : 'explain/panel-plain', params);
}

function droppedWords({ entries }: PanelScore, end: 'highest' | 'lowest', locale: Locale, say: Say): string | string[] {
  const dropped = entries.filter((entry) => entry.dropped === end).map(({ raw = '' }) => exactWords(raw, locale));
  return dropped.length === 0 ? say('explain/panel-none') : dropped;
}

function entryNode(entry: PanelEntry, reviewer: string, locale: Locale, say: Say): ExplanationNode {
  const { state, recusal, raw = '', reason, assumed } = entry;
  const ground = recusal === undefined ? '' : groundWords(recusal.ground, say);
  const soft: readonly ExplanationNode[] = recusal?.kind === 'soft' ? [{ text: say('explain/panel-soft', { ground }), status: 'info' }] : [];
  const params = { reviewer, raw: exactWords(raw, locale), ground: recusal?.reason === undefined ? ground : `${ground}${locale === 'en' ? ': ' : '：'}${recusal.reason}`, reason };
  const code: RuleMessageCode = state === 'dropped' ? `explain/panel-dropped-${entry.dropped ?? 'highest'}` : state === 'recused' && recusal === undefined ? 'explain/panel-recusal-open' : assumed ? 'explain/panel-assumed' : `explain/panel-${state}`;
  return { text: say(code, params), status: state === 'counted' || state === 'dropped' ? 'info' : state === 'missing' || state === 'draft' ? 'unknown' : 'notMet', ...(soft.length === 0 ? {} : { children: soft }) };
}

const GROUNDS = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake', 'collaboration'] as const;

function groundWords(ground: string, say: Say): string {
  const known = GROUNDS.find((candidate) => candidate === ground);
  return known === undefined ? ground : say(`explain/score-ground-${known}`);
}
