import type { Applicant, Facts, Form, Locale, Scheme, Truth } from '@cobuild/core';
import { localize, parametersFact, toPointer } from '@cobuild/core';
import type { ConditionWords } from '@cobuild/rules';
import { buildFacts, checkEligibility, conditionSentence, factWords } from '@cobuild/rules';

/** Something that has to be answered before a requirement can be judged; with its place where a question asks for it. */
export interface MissingAnswer {
  readonly label: string;
  readonly pointer?: string;
  /** Nobody fills it in: it is counted at the submission. */
  readonly counted?: true;
}

/** A requirement as the panel shows it. */
export interface EligibilityLine {
  readonly id: string;
  readonly met: Truth;
  readonly title: string;
  readonly reason: string;
  /** What was found and what is wanted: 申请金额：250,000.00 元，不得超过 200,000.00 元. */
  readonly finding: string;
  readonly remedy: string;
  readonly source: string;
  readonly provenance?: 'inferred' | 'invented';
  readonly missing: readonly MissingAnswer[];
}

export interface EligibilityCounts {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
}

export interface EligibilityInput {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly applicant: Applicant | undefined;
  /** `today` and the other reserved facts by name, and what the host looked up by id. */
  readonly facts: Facts;
}

/** The same facts that the decision will read, from answers that are not complete yet. */
function factsOf(scheme: Scheme, { answers, applicant, facts }: EligibilityInput): Facts {
  const hostFactIds = (scheme.eligibility.hostFacts ?? []).map(({ id }) => id);
  const { today, batch, fund, history } = facts;
  return buildFacts({
    answers,
    ...(applicant === undefined ? {} : { applicant }),
    parameters: parametersFact(scheme),
    ...(typeof today === 'string' ? { today } : {}),
    batch,
    fund,
    history,
    hostFacts: Object.fromEntries(Object.entries(facts).filter(([id]) => hostFactIds.includes(id))),
    hostFactIds,
  });
}

/**
 * Every requirement with its words, in the order of the scheme.
 *
 * @param pointerOf - Place of the question that answers a fact; `undefined` where the person cannot answer it.
 */
export function eligibilityLines(scheme: Scheme, input: EligibilityInput, pointerOf: (fact: string) => string | undefined, locale: Locale): readonly EligibilityLine[] {
  const words = factWords(scheme, locale);
  const counted = new Set((scheme.eligibility.hostFacts ?? []).flatMap(({ id, count }) => (count === undefined ? [] : [id])));
  const { requirements } = checkEligibility(scheme.eligibility, factsOf(scheme, input));
  return requirements.flatMap((result, index) => {
    const rule = scheme.eligibility.rules[index];
    if (rule === undefined) return [];
    const kind = rule.provenance?.kind;
    return [{
      id: rule.id,
      met: result.met,
      title: localize(rule.title, locale),
      reason: localize(rule.reason, locale),
      finding: conditionSentence(result.trace, words),
      remedy: localize(rule.remedy, locale),
      source: localize(rule.source, locale),
      ...(kind === 'inferred' || kind === 'invented' ? { provenance: kind } : {}),
      missing: missingAnswers(result.missing, words, pointerOf, counted),
    }];
  });
}

export function countLines(lines: readonly EligibilityLine[]): EligibilityCounts {
  const count = (met: Truth): number => lines.filter((line) => line.met === met).length;
  return { met: count(true), unmet: count(false), unknown: count('unknown') };
}

/** Each question once, also where several facts are read from its answer. */
function missingAnswers(missing: readonly string[], words: ConditionWords, pointerOf: (fact: string) => string | undefined, counted: ReadonlySet<string>): readonly MissingAnswer[] {
  const byLabel = new Map<string, MissingAnswer>();
  for (const name of missing) {
    // A missing fact is named with its path behind it: `applicant.town`, `lines[*].amount`.
    const [, fact = name, path = ''] = /^([^.[]+)(.*)$/.exec(name) ?? [];
    const label = words.label(fact, path === '' ? undefined : `$${path}`);
    const pointer = pointerOf(fact);
    if (!byLabel.has(label)) byLabel.set(label, { label, ...(pointer === undefined ? {} : { pointer }), ...(counted.has(fact) ? { counted: true } : {}) });
  }
  return [...byLabel.values()];
}

/** The requirements against the answers of a form that is being filled in; a missing answer comes with the question that asks for it. */
export function requirementLines(scheme: Scheme, model: Form, { applicant, facts }: Omit<EligibilityInput, 'answers'>, locale: Locale): readonly EligibilityLine[] {
  const questions = model.state.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  const pointerOf = (fact: string): string | undefined => questions.find(({ pointer, visible, computed, readonly }) => pointer === toPointer(fact) && visible && !computed && !readonly)?.pointer;
  return eligibilityLines(scheme, { answers: model.submission(), applicant, facts }, pointerOf, locale);
}
