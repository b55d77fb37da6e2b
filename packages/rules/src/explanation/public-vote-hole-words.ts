import type { Locale } from '@cobuild/core';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';

/** What is open, by the last part of its pointer; below `/jury` all is one. */
const CODES: Readonly<Record<string, RuleMessageCode>> = {
  opensAt: 'explain/counted-hole-window', closesAt: 'explain/counted-hole-window', count: 'explain/counted-hole-places', winners: 'explain/counted-hole-places',
  regionCap: 'explain/counted-hole-regionCap', minimumVotes: 'explain/counted-hole-minimumVotes', tie: 'explain/counted-hole-tie',
};

/** Names of open settings of a residents' vote in words, each once. */
export function publicVoteHoleWords(holes: readonly string[], locale: Locale): string[] {
  const codes = holes.map((pointer): RuleMessageCode => {
    const key = pointer.split('/').slice(-1)[0] ?? '';
    if (pointer.startsWith('/jury')) return 'explain/counted-hole-jury';
    return (Object.prototype.hasOwnProperty.call(CODES, key) ? CODES[key] : undefined) ?? 'explain/hole-publicVote';
  });
  return [...new Set(codes)].map((code) => ruleMessage(code, {}, locale));
}
