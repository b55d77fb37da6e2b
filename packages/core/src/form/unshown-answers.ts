import { formSentence } from '../locales/sentence.js';
import { toPointer } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { isEmpty } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { FieldStatus } from './field-status.js';
import { childStatus } from './field-status.js';
import type { FilledIn } from './filled-in.js';
import { isRecord, own } from './json-schema.js';
import { placeLabel } from './labels.js';

/**
 * An answer that no question shows: one that the form does not ask for and lets pass (`extra`), one that it asked for once and its schema would refuse now
 * (`former`), one at a place that cannot be drawn (`undrawn`). `former` ones are kept and not submitted, the others are both.
 */
export interface UnshownAnswer { readonly pointer: string; readonly kind: 'extra' | 'former' | 'undrawn' }

const NONE: readonly UnshownAnswer[] = [];

/** Finds them; what a status said before is not looked through again. */
export class UnshownAnswers {
  private readonly known = new WeakMap<FieldStatus, readonly UnshownAnswer[]>();
  private last: { readonly evaluation: FilledIn; readonly locale: Locale; readonly problems: readonly Problem[] } | undefined;

  constructor(private readonly form: CompiledForm) {}

  /** One problem for each, of which none stands in the way. The same list where the same is unshown. */
  problems(evaluation: FilledIn, locale: Locale): readonly Problem[] {
    const { last } = this;
    if (last?.evaluation === evaluation && last.locale === locale) return last.problems;
    const found = [...this.of(evaluation.root), ...formerAnswers(evaluation.answers, evaluation.present, '')];
    const made = found.map((unshown) => last?.problems.find((problem) => last.locale === locale && problem.pointer === unshown.pointer && problem.params['kind'] === unshown.kind) ?? this.problemOf(unshown, evaluation, locale));
    const isSame = last !== undefined && made.length === last.problems.length && made.every((problem, index) => problem === last.problems[index]);
    this.last = { evaluation, locale, problems: isSame ? last.problems : made };
    return this.last.problems;
  }

  private problemOf({ pointer, kind }: UnshownAnswer, { root }: FilledIn, locale: Locale): Problem {
    const params = { label: placeLabel(this.form, pointer, locale, root), kind };
    const code = 'form/unshown-answer';
    return { code, severity: 'info', document: 'answers', pointer, params, message: formSentence(code, params, locale), remedy: formSentence('form/unshown-answer-remedy', params, locale) };
  }

  private of(status: FieldStatus): readonly UnshownAnswer[] {
    const { value, spec } = status;
    if (typeof value !== 'object' || value === null) return spec.unsupported === undefined || isEmpty(value) ? NONE : [{ pointer: status.pointer, kind: 'undrawn' }];
    let found = this.known.get(status);
    if (found === undefined) this.known.set(status, (found = this.inside(status, value)));
    return found;
  }

  private inside(status: FieldStatus, value: object): readonly UnshownAnswer[] {
    const { spec, pointer, children } = status;
    if (spec.unsupported !== undefined) return isEmpty(value) ? NONE : [{ pointer, kind: 'undrawn' }];
    if (spec.shape === 'leaf') return NONE;
    const own = isRecord(value) ? (spec.shape === 'group' ? extraNames(status, value) : NONE) : extraItems(status, value as readonly unknown[]);
    let found: UnshownAnswer[] | undefined;
    for (const child of children) {
      const inner = this.of(child);
      if (inner.length > 0) (found ??= [...own]).push(...inner);
    }
    return found ?? own;
  }
}

/** Names that are no question. */
function extraNames(status: FieldStatus, value: Readonly<Record<string, unknown>>): readonly UnshownAnswer[] {
  const { positions, entry } = status.plan;
  let found: UnshownAnswer[] | undefined;
  for (const name of Object.keys(value)) {
    if (positions.has(name) || isEmpty(value[name]) || (entry !== undefined && childStatus(status, name) !== undefined)) continue;
    (found ??= []).push({ pointer: `${status.pointer}${toPointer(name)}`, kind: 'extra' });
  }
  return found ?? NONE;
}

/** What stands behind the places of a tuple that has no further ones. */
function extraItems({ plan, pointer, spec }: FieldStatus, value: readonly unknown[]): readonly UnshownAnswer[] {
  if (spec.shape !== 'tuple' || plan.item !== undefined || value.length <= plan.children.length) return NONE;
  return value.slice(plan.children.length).map((_, index) => ({ pointer: `${pointer}/${plan.children.length + index}`, kind: 'extra' as const }));
}

/** What the answers have and those that count as present have not. */
function formerAnswers(given: unknown, present: unknown, at: string): readonly UnshownAnswer[] {
  if (given === present) return NONE;
  if (Array.isArray(given)) return Array.isArray(present) ? given.flatMap((each: unknown, index) => formerAnswers(each, (present as readonly unknown[])[index], `${at}/${index}`)) : NONE;
  if (!isRecord(given) || !isRecord(present)) return NONE;
  return Object.keys(given).flatMap((name) => {
    const kept = own(present, name);
    const pointer = `${at}${toPointer(name)}`;
    return kept === undefined && !isEmpty(given[name]) ? [{ pointer, kind: 'former' as const }] : formerAnswers(given[name], kept, pointer);
  });
}
