import { describe, expect, it } from 'vitest';
import type { Case, Locale, Scheme, Truth } from '@cobuild/core';
import { chinaCalendar, localize, withComputedAnswers, withValueAt } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { applicationForm, decide, describeCondition, explainDecision, explanationText, factWords, isCaseTest, operators, resolveOperator } from '../src/index.js';
import { repairsOf } from '../src/nearest-change/repairs.js';
import type { ConditionTrace } from '../src/results.js';

function load(name: string): Scheme {
  const { scheme } = loadSchemeFolder(`examples/schemes/${name}`);
  if (scheme === undefined) throw new Error(`the example scheme ${name} does not load`);
  return scheme;
}

const words = (locale: Locale) => factWords(load('gaoming-demo'), locale);
/** A comparison of each operator that fits the fact's type. */
const samples: Readonly<Record<string, { readonly fact: string; readonly path?: string; readonly value: unknown }>> = {
  equal: { fact: 'otherLiveApplication', value: true }, notEqual: { fact: 'category', value: 'other' }, in: { fact: 'category', value: ['propertyService', 'redCulture'] },
  notIn: { fact: 'category', value: ['other'] }, contains: { fact: 'negativeUses', value: 'wages' }, doesNotContain: { fact: 'negativeUses', value: 'wages' },
  lessThan: { fact: 'amountRequested', value: 200000 }, lessThanInclusive: { fact: 'amountRequested', value: 200000 },
  greaterThan: { fact: 'opinionTotal', value: 30 }, greaterThanInclusive: { fact: 'opinions', path: '$.heldOn', value: '2026-03-05' },
};

describe('words', () => {
  it.each(['zh-CN', 'en'] as const)('row 16: every operator and every decorator reads as plain words in %s', (locale) => {
    const plain = operators.map(({ name }) => `${name}: ${describeCondition({ operator: name, ...samples[name] } as never, words(locale))}`);
    const decorated = [
      ['not:lessThan', 'amountRequested', 200000], ['not:equal', 'category', 'other'], ['everyFact:notIn', 'negativeUses', ['wages', 'banquets']], ['someFact:equal', 'negativeUses', 'wages'],
      ['someValue:equal', 'category', ['propertyService', 'redCulture']], ['everyValue:contains', 'negativeUses', ['wages', 'banquets']], ['swap:lessThan', 'amountRequested', 200000],
    ].map(([operator, fact, value]) => `${String(operator)}: ${describeCondition({ operator, fact, value } as never, words(locale))}`);
    expect([...plain, ...decorated].join('\n')).toMatchSnapshot();
    expect(new Set(plain.map((line) => line.replace(/^[^:]*: /, ''))).size).toBe(plain.length);
  });
});

/** The answer from what was found and wanted alone, from a trace that went through JSON. */
function recompute(trace: ConditionTrace): Truth {
  const parts = (trace.children ?? []).map(recompute);
  if (trace.kind === 'comparison') return 'found' in trace && 'wanted' in trace ? (resolveOperator(trace.operator ?? '')?.compare(trace.found, trace.wanted) ?? 'unknown') : 'unknown';
  if (trace.kind === 'all') return parts.includes(false) ? false : !parts.includes('unknown') || 'unknown';
  if (trace.kind === 'any') return parts.includes(true) || parts.length === 0 || (parts.includes('unknown') && 'unknown');
  const part = parts[0] ?? 'unknown';
  return trace.kind === 'reference' || part === 'unknown' ? part : !part;
}

/** An application that meets every requirement of the scheme. */
function eligibleCase(scheme: Scheme): Case {
  const found = (scheme.tests ?? []).filter(isCaseTest).find((test) => decide(scheme, test.case, { calendar: chinaCalendar }).eligibility === 'eligible');
  if (found === undefined) throw new Error(`${scheme.id} has no eligible test case`);
  return found.case;
}

/** The same application with the one requirement not met: by an answer, or by who applies. */
function failing(scheme: Scheme, application: Case, id: string): Case {
  const { trace } = decide(scheme, application, { calendar: chinaCalendar });
  const requirement = trace.eligibility.requirements.find((other) => other.id === id);
  const form = applicationForm(scheme);
  if (requirement === undefined || form === undefined) throw new Error(`${scheme.id} has no requirement ${id}`);
  for (const repair of repairsOf(requirement.trace, false, { form, answers: application.answers })) {
    const answers = withComputedAnswers(form, repair.reduce<unknown>((all, { pointer, value }) => withValueAt(all, pointer, value), application.answers) as Case['answers']);
    const edited = { ...application, answers };
    if (decide(scheme, edited, { calendar: chinaCalendar }).trace.eligibility.requirements.find((other) => other.id === id)?.met === false) return edited;
  }
  // What no single answer mends or breaks, a test of the scheme shows.
  const shown = (scheme.tests ?? []).filter(isCaseTest).find((test) => decide(scheme, test.case, { calendar: chinaCalendar }).trace.eligibility.requirements.find((other) => other.id === id)?.met === false);
  return shown?.case ?? { ...application, applicant: { ...application.applicant, level: scheme.organisation.levels[0]?.id ?? '' } };
}

describe.each(['gaoming-demo', 'sanshui-xinan'])('every requirement of %s', (name) => {
  const scheme = load(name);
  const application = eligibleCase(scheme);
  it.each(scheme.eligibility.rules.map((rule) => [rule.id, rule] as const))('row 55: %s has words for yes and for no, and its trace alone gives the answer again', (id, rule) => {
    for (const [edited, met] of [[application, true], [failing(scheme, application, id), false]] as const) {
      const decision = decide(scheme, edited, { calendar: chinaCalendar });
      const requirement = decision.trace.eligibility.requirements.find((other) => other.id === id);
      expect(requirement?.met).toBe(met);
      expect(recompute(JSON.parse(JSON.stringify(requirement?.trace)) as ConditionTrace)).toBe(met);
      for (const locale of ['zh-CN', 'en'] as const) {
        const text = explanationText(explainDecision(scheme, decision, edited, locale));
        expect(text).toContain(localize(rule.title, locale));
        if (!met) expect(text).toContain(localize(rule.reason, locale));
        expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
      }
    }
  });
});
