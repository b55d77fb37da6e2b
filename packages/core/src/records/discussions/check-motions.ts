import type { DiscussionsSettings } from '../../generated/types.js';
import type { Findings } from '../record-problems.js';
import { isBlank } from '../record-problems.js';
import type { Sheet } from './check-discussions.js';
import type { DiscussionCode } from './discussion-words.js';

/**
 * Source and motion are the same on every sheet as on the first. White space and the width of characters make no difference: the sheets are typed by different people.
 */
export function checkMotions(sheets: readonly Sheet[], settings: DiscussionsSettings, found: Findings<DiscussionCode>): void {
  const [first] = sheets;
  const sources = settings.sources ?? [];
  const titleOf = (source: unknown): string => found.say(sources.find(({ id }) => id === source)?.title) || (typeof source === 'string' ? source : '');
  for (const sheet of sheets) {
    const { step, title, pointer } = sheet;
    if (sources.length > 0 && isBlank(step.source)) found.report('discussions/source-missing', `${pointer}/source`, { step: title });
    else if (sources.length > 0 && !sources.some(({ id }) => id === step.source)) found.report('discussions/source-unknown', `${pointer}/source`, { step: title });
    else if (first !== undefined && plain(step.source) !== plain(first.step.source)) {
      found.report('discussions/source-differs', `${pointer}/source`, { step: title, source: titleOf(step.source), first: first.title, firstSource: titleOf(first.step.source) });
    }
    if (first !== undefined && plain(step.motion) !== plain(first.step.motion)) {
      found.report('discussions/motion-differs', `${pointer}/motion`, { step: title, motion: step.motion ?? '', first: first.title, firstMotion: first.step.motion ?? '' });
    }
  }
}

function plain(text: unknown): string {
  return typeof text === 'string' ? text.normalize('NFKC').replace(/\s/g, '') : '';
}
