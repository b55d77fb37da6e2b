import type { OpinionsSettings, OpinionsValue } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import type { Problem } from '../../problems/problem.js';
import { maskName } from '../../publication/mask.js';
import { findPersonalData } from '../../publication/personal-data.js';
import { findings } from '../record-problems.js';
import type { RecordOptions } from '../record-problems.js';
import type { Opinion, OpinionCounts } from './count-opinions.js';
import { countOpinions, idOf, isOpinion, listAt } from './count-opinions.js';
import { opinionSentences } from './opinion-words.js';
import type { OpinionCode } from './opinion-words.js';

/** One opinion as the public may see it: the name masked, the text without personal numbers. */
export interface PublicOpinion { readonly name: string; readonly group: string; readonly opinion: Opinion; readonly text?: string }

export interface PublicOpinions { readonly counts: Omit<OpinionCounts, 'summary'>; readonly opinions: readonly PublicOpinion[]; readonly problems: readonly Problem[] }

/**
 * What may be published: the numbers, and the opinions of those who agreed (`publish: true`, nothing else counts as consent). Names are masked even so; a text with a
 * citizen number, telephone or account is left out, and a warning names it. The summary is left out: nobody was asked about it.
 */
export function publicOpinions(value: OpinionsValue | undefined, settings: OpinionsSettings, options: RecordOptions = {}): PublicOpinions {
  const found = findings<OpinionCode>(opinionSentences, options);
  const { summary: _, ...counts } = countOpinions(value, settings, found.locale);
  const opinions = listAt(value, 'respondents').flatMap((respondent, index): PublicOpinion[] => {
    const opinion = own(respondent, 'opinion');
    if (own(respondent, 'publish') !== true || !isOpinion(opinion)) return [];
    const text = own(respondent, 'text');
    const isPersonal = typeof text === 'string' && findPersonalData(text).length > 0;
    if (isPersonal) found.report('opinions/personal-data', `/respondents/${index}/text`, { row: index + 1 }, 'warning');
    const group = counts.groups.find(({ id }) => id === idOf(respondent))?.title ?? '';
    return [{ name: maskName(own(respondent, 'name')), group, opinion, ...(typeof text === 'string' && text !== '' && !isPersonal ? { text } : {}) }];
  });
  return { counts, opinions, problems: found.problems };
}
