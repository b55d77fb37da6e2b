import type { Case } from '@cobuild/core';
import { decisionDay } from '../decision/case-facts.js';

const WITHIN_HOUR = /^(\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3])):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:00)$/;

/**
 * The day of a decision as `decisionDay` gives it. Formatting an instant in a zone costs more than everything else about a case, so instants of one
 * hour share the answer: since 1992 the scheme's zone is whole hours away from any offset of whole hours.
 */
export function dayReader(today: string | undefined): (caseData: Case) => string {
  if (today !== undefined) return () => today;
  const known = new Map<string, string>();
  return (caseData) => {
    const match = WITHIN_HOUR.exec(caseData.submittedAt);
    if (match === null || caseData.submittedAt < '1992') return decisionDay(caseData);
    const hour = `${match[1] ?? ''}${match[2] ?? ''}`;
    let day = known.get(hour);
    if (day === undefined) {
      day = decisionDay(caseData);
      known.set(hour, day);
    }
    return day;
  };
}
