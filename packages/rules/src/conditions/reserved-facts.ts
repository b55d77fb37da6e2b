/** Facts that do not come from the form; an answer must not have one of these names. */
export const reservedFacts = ['applicant', 'batch', 'fund', 'history', 'today', 'parameters'] as const;

export type ReservedFact = (typeof reservedFacts)[number];
