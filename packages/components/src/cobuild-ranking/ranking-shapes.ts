import type { BatchAllocation } from '@cobuild/rules';
import { decisionShape, problemShape } from '../internal/document-shapes.js';
import { boolean, list, number, object, oneOf, optional, record, text } from '../internal/shape.js';
import type { RankingBatch } from './ranked-batch.js';

const spent = object<NonNullable<RankingBatch['spent']>[number]>({ amount: number, within: optional(oneOf('batch', 'year')), applicant: optional(text), category: optional(text), unit: optional(text), town: optional(text) });
export const rankingBatchShape = object<RankingBatch>({
  pool: number, yearFund: optional(number), batchNumber: optional(number), spent: optional(list(spent)), consents: optional(record(boolean)),
  tieEvidence: optional(object<NonNullable<RankingBatch['tieEvidence']>>({ seed: optional(text), revote: optional(record(number)), decided: optional(list(text)) })),
});

type AllocationOf = BatchAllocation['allocation'];
const awardLimit = object<AllocationOf['awards'][number]['limits'][number]>({ kind: text, amount: number, cap: optional(text), group: optional(text) });
const award = object<AllocationOf['awards'][number]>({
  id: text, status: oneOf('funded', 'partFunded', 'declined', 'waiting', 'notFunded', 'undecided'), amount: number, due: optional(number), limits: list(awardLimit), binding: optional(awardLimit),
  holes: list(text), missing: list(text), tiedWith: list(text), waitsFor: list(text),
});
const rankGroup = object<NonNullable<BatchAllocation['ranking']>['groups'][number]>({ rank: number, ids: list(text), values: list(text) });
const ranking = object<NonNullable<BatchAllocation['ranking']>>({
  keys: list(record()), places: list(object<NonNullable<BatchAllocation['ranking']>['places'][number]>({ id: text, rank: number, tiedWith: list(text), values: list(text) })), groups: list(rankGroup), ties: list(rankGroup), unranked: list(object<{ id: string; key: number; reason: string }>({ id: text, key: number, reason: text })),
});
export const batchAllocationShape = object<BatchAllocation>({
  decisions: list(decisionShape), ranking: optional(ranking), settled: optional(object<NonNullable<BatchAllocation['settled']>>({ settlements: list(record()) })),
  allocation: object<AllocationOf>({ outcome: text, awards: list(award), pool: number, allocated: number, remainder: number, fundingLine: optional(number), waitingList: list(text), terms: record(), openTies: list(object<{ ids: readonly string[] }>({ ids: list(text) })), holes: list(text), problems: list(problemShape) }),
});
