/**
 * Whether a value has the members of a case that decisions go through: what the check of a case file would refuse must not break off the loading of the
 * hundred thousand others. What stands inside the lists is found out by reading it.
 */
export function looksLikeCase(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, submittedAt, applicant, answers, facts, reviews, events, evidence, overrides, scores, meeting } = value;
  return typeof id === 'string' && typeof submittedAt === 'string' && isRecord(applicant) && isRecord(answers) && (facts === undefined || isRecord(facts))
    && isList(reviews) && isList(events) && isList(evidence) && isList(overrides) && isList(scores) && (meeting === undefined || isMeeting(meeting));
}

function isMeeting(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { members, present, recused, ballots, conflicts, counts } = value;
  return Array.isArray(members) && Array.isArray(present) && isList(recused) && isList(ballots) && isList(conflicts) && (counts === undefined || isCounts(counts));
}

function isCounts(value: unknown): boolean {
  return isRecord(value) && ['issued', 'returned', 'yes', 'no', 'abstain', 'void'].every((name) => Number.isInteger(value[name]) && (value[name] as number) >= 0);
}

function isList(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
