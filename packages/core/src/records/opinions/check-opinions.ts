import type { OpinionsSettings, OpinionsValue } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import type { Problem } from '../../problems/problem.js';
import { isDate } from '../../calendar/dates.js';
import { compareShare, isSet, readChoice, readCount, readRatio } from '../open-settings.js';
import type { ShareComparison } from '../open-settings.js';
import { findings } from '../record-problems.js';
import type { Findings, RecordOptions } from '../record-problems.js';
import type { GroupOpinions, OpinionCounts } from './count-opinions.js';
import { OPINIONS, countAt, countOpinions, idOf, isOpinion, listAt } from './count-opinions.js';
import { opinionSentences } from './opinion-words.js';
import type { OpinionCode } from './opinion-words.js';

export interface OpinionsOptions extends RecordOptions {
  /** Today's date in the scheme's zone; without it dates ahead are not found. */
  readonly today?: string;
}

export interface OpinionsResult {
  readonly counts: OpinionCounts;
  /** Those for it against those asked or answering, where the settings ask for a share and it can be taken. */
  readonly support?: ShareComparison;
  readonly problems: readonly Problem[];
}

/**
 * Checks a record of opinions: without a single answer nothing is submitted; then the least number of each group and in all, the share in favour, and that list and
 * numbers agree (a list may be shorter than the count: not everybody wants to be on it).
 *
 * @example checkOpinions({ counts: [] }, settings).problems[0]?.code // 'opinions/none'
 */
export function checkOpinions(value: OpinionsValue | undefined, settings: OpinionsSettings, options: OpinionsOptions = {}): OpinionsResult {
  const found = findings<OpinionCode>(opinionSentences, options);
  const counts = countOpinions(value, settings, found.locale);
  const rows = listAt(value, 'counts');
  const pointerOf = (group: string): string => { const index = rows.findIndex((row) => idOf(row) === group); return index < 0 ? '/counts' : `/counts/${index}`; };

  const heldOn = own(value, 'heldOn');
  if (settings.dated === true && !isDate(heldOn)) found.report('opinions/date-missing', '/heldOn');
  if (options.today !== undefined && isDate(heldOn) && (heldOn as string) > options.today) found.report('opinions/date-ahead', '/heldOn', { date: heldOn });
  checkRows(rows, settings, found);
  checkList(value, counts, pointerOf, found);
  if (counts.total.answered === 0) found.report('opinions/none', '/counts');
  checkMinimums(counts, settings, pointerOf, found);
  const support = counts.total.answered === 0 ? undefined : checkSupport(counts, settings, pointerOf, found);
  return { counts, ...(support === undefined ? {} : { support }), problems: found.problems };
}

function checkRows(rows: readonly unknown[], settings: OpinionsSettings, found: Findings<OpinionCode>): void {
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const id = idOf(row);
    const known = settings.groups.find((group) => group.id === id);
    const group = known ? found.say(known.title) : id;
    if (known === undefined) found.report('opinions/group-unknown', `/counts/${index}/group`, { group, known: settings.groups.map(({ title }) => found.say(title)).join(found.locale === 'en' ? ', ' : '、') });
    else if (seen.has(id)) found.report('opinions/group-twice', `/counts/${index}/group`, { group });
    seen.add(id);
    for (const key of ['asked', ...OPINIONS]) if (own(row, key) !== undefined && countAt(row, key) === undefined) found.report('opinions/count', `/counts/${index}/${key}`, { group });
    const answered = OPINIONS.reduce((sum, key) => sum + (countAt(row, key) ?? 0), 0);
    const asked = countAt(row, 'asked');
    if (asked !== undefined && asked < answered) found.report('opinions/asked-too-few', `/counts/${index}/asked`, { group, asked, answered });
  });
}

function checkList(value: unknown, counts: OpinionCounts, pointerOf: (group: string) => string, found: Findings<OpinionCode>): void {
  const listed = listAt(value, 'respondents');
  for (const group of counts.groups) {
    for (const opinion of OPINIONS) {
      const number = listed.filter((respondent) => idOf(respondent) === group.id && isOpinion(own(respondent, 'opinion')) && own(respondent, 'opinion') === opinion).length;
      if (number > group[opinion]) found.report('opinions/list-exceeds', `${pointerOf(group.id)}/${opinion}`, { group: group.title, opinion, listed: number, counted: group[opinion] });
    }
  }
}

function checkMinimums(counts: OpinionCounts, settings: OpinionsSettings, pointerOf: (group: string) => string, found: Findings<OpinionCode>): void {
  for (const group of settings.groups) {
    const minimum = readCount(group.minimum);
    const { answered = 0, title = '' } = counts.groups.find(({ id }) => id === group.id) ?? ({} as Partial<GroupOpinions>);
    if (minimum === 'open') found.undecided('/counts', 'minimumOpinions');
    else if (minimum !== undefined && answered < minimum) found.report('opinions/group-minimum', pointerOf(group.id), { group: title, minimum, answered, short: minimum - answered });
  }
  const minimum = readCount(settings.minimum);
  const { answered } = counts.total;
  if (minimum === 'open') found.undecided('/counts', 'minimumOpinions');
  else if (minimum !== undefined && answered > 0 && answered < minimum) found.report('opinions/minimum', '/counts', { minimum, answered, short: minimum - answered });
}

function checkSupport(counts: OpinionCounts, { support }: OpinionsSettings, pointerOf: (group: string) => string, found: Findings<OpinionCode>): ShareComparison | undefined {
  if (support === undefined) return undefined;
  const op = readChoice(support.op, ['>', '>='] as const);
  const ratio = readRatio(support.ratio);
  const base = readChoice(support.base, ['asked', 'answered'] as const);
  if (!isSet(op) || !isSet(ratio) || !isSet(base)) {
    found.undecided('/counts', 'support');
    return undefined;
  }
  const of = counts.total[base];
  if (of === undefined) {
    const group = counts.groups.find(({ asked, answered }) => asked === undefined && answered > 0);
    if (group !== undefined) found.report('opinions/asked-unknown', `${pointerOf(group.id)}/asked`, { group: group.title });
    return undefined;
  }
  const comparison = compareShare(counts.total.for, of, op, ratio);
  if (!comparison.holds) found.report('opinions/support', '/counts', { count: counts.total.for, of, base, op, ratio });
  return comparison;
}
