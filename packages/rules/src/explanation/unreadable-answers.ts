import type { FormDefinition, Scheme } from '@cobuild/core';
import { toPointer, valueAt } from '@cobuild/core';
import { firstStage } from '../decision/stage-lookup.js';
import { factName } from '../eligibility/missing-facts.js';
import { ruleMessage } from '../locales/rule-message.js';
import { isCalendarDate } from '../operators/index.js';
import type { ConditionTrace, EligibilityResult } from '../results.js';
import type { CellType } from '../tabular/cell-values.js';
import { cellTypeOf, wantedWords } from '../tabular/cell-values.js';
import type { ConditionWords } from './condition-words.js';
import { plainValue } from './condition-words.js';

/**
 * Answers that are there and keep requirements open because they are of another kind than what they are compared with, such as a text for an amount: each once, with
 * what was found and what was expected.
 *
 * @example unreadableAnswers(scheme, trace.eligibility, words) // ['申请金额填的是“三万”，应为金额（元，最多两位小数）']
 */
export function unreadableAnswers(scheme: Scheme, { requirements }: EligibilityResult, words: ConditionWords): readonly string[] {
  const form = scheme.forms.find(({ id }) => id === firstStage(scheme).form);
  const open = requirements.filter(({ met }) => met === 'unknown').flatMap(({ trace, missing }) => comparisons(trace).filter((part) => missing.includes(factName(part.fact ?? '', part.path))));
  const read = open.map((part) => unreadableSide(scheme, form, part));
  const byName = new Map(read.map((answer) => [factName(answer.fact, answer.path), answer]));
  return [...byName.values()].map(({ fact, path, value, kind }) => {
    const expected = kind === undefined ? ruleMessage('explain/expected-list', {}, words.locale) : wantedWords(kind, words.locale);
    return ruleMessage('explain/unreadable-answer', { answer: words.label(fact, path), found: plainValue(value, words.locale), expected }, words.locale);
  });
}

interface Side { readonly fact: string; readonly path: string | undefined; readonly value: unknown; readonly kind: CellType['kind'] | undefined }

/** Where two answers are compared, the one that is not what it has to be. */
function unreadableSide(scheme: Scheme, form: FormDefinition | undefined, { fact = '', path, found, wanted, wantedFrom }: ConditionTrace): Side {
  const side = (name: string, way: string | undefined, value: unknown, beside: unknown): Side => ({ fact: name, path: way, value, kind: kindOfFact(scheme, form, name, way, beside) });
  const own = side(fact, path, found, wanted);
  if (wantedFrom === undefined || !fits(own)) return own;
  const other = side(wantedFrom.fact, wantedFrom.path, wanted, found);
  return fits(other) ? own : other;
}

/** Open comparisons whose fact is there. */
function comparisons(trace: ConditionTrace): readonly ConditionTrace[] {
  if (trace.result !== 'unknown') return [];
  const own = trace.kind === 'comparison' && 'found' in trace && trace.failure === undefined ? [trace] : [];
  return [...own, ...(trace.children ?? []).flatMap(comparisons)];
}

const KINDS: Readonly<Record<string, CellType['kind']>> = { number: 'number', text: 'text', boolean: 'boolean', date: 'date', string: 'text' };

/** By the form's field or the host fact; where neither says, by what it is compared with. A list has no kind of its own. */
function kindOfFact({ eligibility }: Scheme, form: FormDefinition | undefined, fact: string, path: string | undefined, beside: unknown): CellType['kind'] | undefined {
  const hostFact = eligibility.hostFacts?.find(({ id }) => id === fact);
  if (hostFact !== undefined) return KINDS[hostFact.type];
  const property = path === undefined && form !== undefined ? valueAt(form.schema, toPointer('properties', fact)) : undefined;
  const cell = form === undefined || property === undefined ? undefined : cellTypeOf(form, property, toPointer(fact));
  if (property !== undefined) return cell?.list === true ? undefined : cell?.kind;
  const [first = beside] = Array.isArray(beside) ? (beside as readonly unknown[]) : [];
  return isCalendarDate(first) ? 'date' : KINDS[typeof first];
}

function fits({ kind, value }: Side): boolean {
  if (kind === undefined) return Array.isArray(value);
  if (kind === 'date') return isCalendarDate(value);
  return typeof value === (kind === 'text' ? 'string' : kind === 'boolean' ? 'boolean' : 'number');
}
