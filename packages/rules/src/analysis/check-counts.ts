import { toPointer, valueAt } from '@cobuild/core';
import { parsePath } from '../conditions/index.js';
import { applicationFacts, listAt } from './fact-shapes.js';
import { followFact } from './follow-fact.js';
import type { LogicFinding } from './logic-finding.js';

/** What a count of cases compares, or reads a payment from, that no case has: an unknown answer, or a path that leads nowhere. */
export function checkCounts(scheme: unknown, isSound: (pointer: string) => boolean): readonly LogicFinding[] {
  const facts = applicationFacts(scheme);
  return listAt(scheme, '/eligibility/hostFacts').flatMap((hostFact, index) => {
    const payment = Object.entries(valueAt(hostFact, '/count/smallCaps') ?? {}).filter(([key]) => !key.startsWith('$'));
    const read = [...listAt(hostFact, '/count/same').map((same, place) => [['same', place], same] as const), ...payment.map(([key, from]) => [['smallCaps', key], from] as const)];
    return read.flatMap(([place, from]): LogicFinding[] => {
      const pointer = toPointer('eligibility', 'hostFacts', index, 'count', ...place);
      const [fact, path] = [valueAt(from, '/fact'), valueAt(from, '/path')];
      if (!isSound(pointer) || typeof fact !== 'string') return [];
      const parsed = typeof path === 'string' ? parsePath(path) : undefined;
      if (parsed?.ok === false) return [{ code: 'scheme/path-refused', severity: 'error', pointer: `${pointer}/path`, params: { path, reason: parsed.reason } }];
      const end = followFact({ fact, pointer, ...(typeof path === 'string' ? { path } : {}) }, facts);
      return 'code' in end ? [{ severity: 'error', ...end }] : [];
    });
  });
}
