import type { Applicant, Assignment, CommitteeMember, ConflictGround, Facts } from '@cobuild/core';
import { factReader } from '../conditions/fact-reader.js';
import { lotOf } from '../ranking/lot.js';
import { recusalGround } from '../vote/recusal.js';

/** Somebody who may be asked to review. */
export interface PoolReviewer extends CommitteeMember {
  /** What the reviewer knows about: values of the fact that `match` names. */
  readonly fields?: readonly string[];
}

/** An application that needs reviewers. */
export interface AssignmentItem {
  readonly id: string;
  readonly applicant?: Applicant;
  readonly facts?: Facts;
  /** Relations that reviewers declared to this application. */
  readonly declared?: readonly { readonly reviewer: string; readonly ground: ConflictGround; readonly reason?: string }[];
}

export interface AssignmentOptions {
  /** For `lot`, and fixed before anybody knows what it gives; see `lotOf`. */
  readonly seed?: string;
  /** What reviewers have to do already, by id. */
  readonly load?: Readonly<Record<string, number>>;
}

/** Why somebody of the pool is not asked for an item. */
export interface PassedOver { readonly reviewer: string; readonly why: 'recused' | 'otherField' | 'atLimit'; readonly ground?: ConflictGround; readonly reason?: string }

export interface ItemAssignment {
  readonly item: string;
  /** In the order in which they were found. */
  readonly reviewers: readonly string[];
  /** How many are still missing. */
  readonly short: number;
  readonly passedOver: readonly PassedOver[];
}

export interface AssignmentResult {
  /** `short`: the pool does not suffice for some item; `undecided`: the scheme leaves a setting open, see `holes`; nobody is assigned then. */
  readonly outcome: 'assigned' | 'short' | 'undecided';
  readonly holes: readonly string[];
  readonly method?: 'rule' | 'load' | 'lot';
  readonly seed?: string;
  /** In the order in which the items came. */
  readonly items: readonly ItemAssignment[];
  /** Items of each reviewer afterwards, those of before included, in the order of the pool. */
  readonly loads: readonly { readonly reviewer: string; readonly count: number }[];
}

/**
 * Finds the reviewers of each application: `load` those with the least to do, `rule` of those whose field it is the least loaded, `lot` by the smallest lot
 * of seed and `ITEM/REVIEWER`. Nobody is asked beyond the limit, about an application in which they have a conflict, or twice about one. Items for which the fewest
 * people can be asked are served first. The same input gives the same result.
 *
 * @param rule - `stage.assignment`, parameters resolved.
 * @throws {TypeError} for `lot` without a seed.
 * @example assignReviewers({ method: 'lot', reviewers: 3, limit: 20 }, items, pool, { seed: '2026-05-01 第7期' })
 */
export function assignReviewers(rule: Assignment, items: readonly AssignmentItem[], pool: readonly PoolReviewer[], { seed, load = {} }: AssignmentOptions = {}): AssignmentResult {
  const settings = readRule(rule);
  const loads = new Map(pool.map(({ id }) => [id, Object.prototype.hasOwnProperty.call(load, id) ? (load[id] ?? 0) : 0]));
  const loadList = (): AssignmentResult['loads'] => [...loads].map(([reviewer, count]) => ({ reviewer, count }));
  if ('holes' in settings) return { outcome: 'undecided', holes: settings.holes, items: [], loads: loadList() };
  const { method, reviewers, limit } = settings;
  if (method === 'lot' && (seed === undefined || seed === '')) throw new TypeError('assignReviewers: an assignment by lot needs a seed');

  const distinct = pool.filter(({ id }, index) => pool.findIndex((other) => other.id === id) === index);
  const asked = items.map((item) => ({ item, ...choosable(rule, item, distinct) }));
  const done = new Map<AssignmentItem, ItemAssignment>();
  for (const { item, fit, passedOver } of [...asked].sort((a, b) => a.fit.length - b.fit.length)) {
    const free = fit.filter(({ id }) => (loads.get(id) ?? 0) < limit);
    const full = fit.filter(({ id }) => (loads.get(id) ?? 0) >= limit).map(({ id }): PassedOver => ({ reviewer: id, why: 'atLimit' }));
    const key = ({ id }: PoolReviewer): string | number => (method === 'lot' ? lotOf(seed ?? '', `${item.id}/${id}`) : (loads.get(id) ?? 0));
    // Sorting keeps the order of the pool among equals.
    const chosen = [...free].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)).slice(0, reviewers).map(({ id }) => id);
    for (const id of chosen) loads.set(id, (loads.get(id) ?? 0) + 1);
    done.set(item, { item: item.id, reviewers: chosen, short: reviewers - chosen.length, passedOver: [...passedOver, ...full] });
  }
  const results = items.flatMap((item) => done.get(item) ?? []);
  return { outcome: results.some(({ short }) => short > 0) ? 'short' : 'assigned', holes: [], method, ...(method === 'lot' && seed !== undefined ? { seed } : {}), items: results, loads: loadList() };
}

interface Settings { readonly method: 'rule' | 'load' | 'lot'; readonly reviewers: number; readonly limit: number }

function readRule({ method, reviewers, limit, match }: Assignment): Settings | { readonly holes: readonly string[] } {
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
  const known = (['rule', 'load', 'lot'] as const).find((word) => word === method);
  const needsMatch = known === 'rule' && match === undefined;
  if (known !== undefined && isCount(reviewers) && isCount(limit) && !needsMatch) return { method: known, reviewers, limit };
  return { holes: [...(known === undefined ? ['method'] : []), ...(needsMatch ? ['match'] : []), ...(isCount(reviewers) ? [] : ['reviewers']), ...(isCount(limit) ? [] : ['limit'])] };
}

/** Who may be asked about an item, whatever they have to do already. */
function choosable(rule: Assignment, item: AssignmentItem, pool: readonly PoolReviewer[]): { readonly fit: readonly PoolReviewer[]; readonly passedOver: readonly PassedOver[] } {
  const { method, recusal = [] } = rule;
  const passedOver: PassedOver[] = [];
  const fit = pool.filter((reviewer) => {
    const conflict = conflictOf(recusal, item, reviewer);
    if (conflict !== undefined) passedOver.push({ reviewer: reviewer.id, why: 'recused', ...conflict });
    else if (method === 'rule' && !fitsField(rule, item.facts ?? {}, reviewer.fields)) passedOver.push({ reviewer: reviewer.id, why: 'otherField' });
    else return true;
    return false;
  });
  return { fit, passedOver };
}

/** Whether a person or group knows about what the rule matches: `fields` hold the value of its fact. */
export function fitsField({ match }: Assignment, facts: Facts, fields: readonly string[] = []): boolean {
  const field: unknown = match === undefined ? undefined : factReader(match)(facts);
  return typeof field === 'string' && fields.includes(field);
}

/** The ground on which somebody may not review an application: declared, or by the rule itself. */
export function conflictOf(grounds: readonly ConflictGround[], { applicant, declared = [] }: AssignmentItem, reviewer: PoolReviewer): { readonly ground: ConflictGround; readonly reason?: string } | undefined {
  const own = declared.find((entry) => entry.reviewer === reviewer.id);
  if (own !== undefined) return { ground: own.ground, ...(own.reason === undefined ? {} : { reason: own.reason }) };
  const ground = recusalGround(grounds, reviewer, applicant);
  return ground === undefined ? undefined : { ground };
}
