import type { Case, Scheme } from '@cobuild/core';
import { conditionFacts } from '../conditions/condition-facts.js';
import { parsePath } from '../conditions/parse-path.js';
import type { FactReference } from '../conditions/read-condition.js';
import { reservedFacts } from '../conditions/reserved-facts.js';
import { compileSteps } from '../conditions/resolve-path.js';

/** A fact of a case with its path. `fromHost` says that the scheme declares it as a host fact, which an answer of that name never is. */
export interface CaseFact extends FactReference { readonly fromHost: boolean }

/** Name of a fact's column: the same for the same fact, path and origin. */
export function columnKey({ fact, path, fromHost }: CaseFact): string {
  return JSON.stringify([fact, path ?? '', fromHost]);
}

/** Reads a fact of one case, without making the facts of all of them; `day` gives the day of the decision. */
export type CaseFactReader = (caseData: Case, day: (caseData: Case) => string) => unknown;

/** The same value that `buildFacts` and `factReader` find in a case. */
export function caseFactReader({ fact, path, fromHost }: CaseFact): CaseFactReader {
  const root = rootReader(fact, fromHost);
  if (path === undefined) return root;
  const parsed = parsePath(path);
  if (!parsed.ok) return () => undefined;
  const follow = compileSteps(parsed);
  return (caseData, day) => follow(root(caseData, day));
}

function rootReader(fact: string, fromHost: boolean): CaseFactReader {
  if (fact === 'today') return (caseData, day) => day(caseData);
  const reserved = reservedFacts.find((name) => name === fact);
  if (reserved === 'applicant' || reserved === 'batch' || reserved === 'fund' || reserved === 'history') return (caseData) => caseData[reserved];
  return ({ answers, facts }) => {
    if (facts !== undefined && hasOwn(facts, fact)) return facts[fact];
    return !fromHost && hasOwn(answers, fact) ? answers[fact] : undefined;
  };
}

function hasOwn(value: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}

/** A fact as this scheme understands it. */
export function caseFact(scheme: Scheme, { fact, path }: FactReference): CaseFact {
  const fromHost = (scheme.eligibility.hostFacts ?? []).some(({ id }) => id === fact);
  return { fact, ...(path === undefined || path === '' ? {} : { path }), fromHost };
}

/** Every fact of a case that a policy reads, each once; parameters are none. */
export function factsReadBy(scheme: Scheme): CaseFact[] {
  const { eligibility: { rules, conditions: named }, stages, thresholds = [], decisionTables = [], scoring } = scheme;
  const conditions = [...rules.map((rule) => rule.conditions), ...stages.map(({ condition }) => condition), ...thresholds.map(({ secondKey }) => secondKey)];
  const uses: FactReference[] = [
    ...conditions.flatMap((condition) => (condition === undefined ? [] : conditionFacts(condition, named))),
    ...decisionTables.flatMap(({ inputs }) => inputs),
    ...(scoring?.criteria ?? []).flatMap(({ byFact }) => (byFact === undefined ? [] : [byFact])),
  ];
  const facts = new Map<string, CaseFact>();
  for (const use of uses) {
    if (use.fact === 'parameters') continue;
    const fact = caseFact(scheme, use);
    facts.set(columnKey(fact), fact);
  }
  return [...facts.values()];
}

/** Whether reviewers mark something on the score card, so that their sheets have to be kept. */
export function readsSheets({ scoring }: Scheme): boolean {
  return (scoring?.criteria ?? []).some(({ byFact }) => byFact === undefined);
}
