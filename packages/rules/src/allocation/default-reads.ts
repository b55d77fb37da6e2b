/** Where an amount or the category is read when `allocation.reads` does not say. */
export const DEFAULT_READS = { requested: '/amountRequested', eligibleCost: '/totalBudget', ownFunds: '/ownFunds', raised: '/ownFunds', category: '/category' } as const;
