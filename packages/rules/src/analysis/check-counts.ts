import { toPointer, valueAt } from '@cobuild/core';
import { parsePath } from '../conditions/index.js';
import { applicationFacts, listAt } from './fact-shapes.js';
import { followFact } from './follow-fact.js';
import type { LogicFinding } from './logic-finding.js';

/** What a count of cases compares that no case has: an unknown answer, or a path that leads nowhere. */
export function checkCounts(scheme: unknown, isSound: (pointer: string) => boolean): readonly LogicFinding[] {
  const facts = applicationFacts(scheme);
  return listAt(scheme, '/eligibility/hostFacts').flatMap((hostFact, index) =>
    listAt(hostFact, '/count/same').flatMap((same, place): LogicFinding[] => {
      const pointer = toPointer('eligibility', 'hostFacts', index, 'count', 'same', place);
      const [fact, path] = [valueAt(same, '/fact'), valueAt(same, '/path')];
      if (!isSound(pointer) || typeof fact !== 'string') return [];
      const parsed = typeof path === 'string' ? parsePath(path) : undefined;
      if (parsed?.ok === false) return [{ code: 'scheme/path-refused', severity: 'error', pointer: `${pointer}/path`, params: { path, reason: parsed.reason } }];
      const end = followFact({ fact, pointer, ...(typeof path === 'string' ? { path } : {}) }, facts);
      return 'code' in end ? [{ severity: 'error', ...end }] : [];
    }));
}
