import type { Domain } from './logic/domain.js';
import { ANY_BOOLEAN, ANY_DAY, ANY_NUMBER, ANY_TEXT, both, isEmptyDomain } from './logic/domain.js';
import { dayText } from './logic/day-number.js';
import type { Formula } from './logic/formula.js';
import { negate } from './logic/formula.js';

/** What the form lets through, where that alone settles a comparison. */
export interface SettledByForm { readonly holds: 'never' | 'always'; readonly limits: Readonly<Record<string, unknown>> }

/**
 * Whether a single comparison can never, or always, come out because of what the form lets through: `> 200` where the form ends at 100.
 * `undefined` where it may come out either way, or where it would be settled without the form too.
 */
export function settledByForm(formula: Formula): SettledByForm | undefined {
  if (neverByLimits(formula)) return { holds: 'never', limits: limitsOf(formula) };
  const opposite = negate(formula);
  return neverByLimits(opposite) ? { holds: 'always', limits: limitsOf(formula) } : undefined;
}

function neverByLimits(formula: Formula): boolean {
  const subject = subjectOf(formula);
  if (subject === undefined) return false;
  const { domain, set } = subject;
  return isEmptyDomain(both(domain, set)) && !isEmptyDomain(both(anyOfKind(domain), set)) && !isEmptyDomain(domain);
}

function subjectOf(formula: Formula): { readonly domain: Domain; readonly set: Domain } | undefined {
  if (formula.kind !== 'literal') return undefined;
  const { literal } = formula;
  if (literal.kind === 'in') return { domain: literal.variable.domain, set: literal.set };
  return literal.kind === 'some' ? { domain: literal.item, set: literal.set } : undefined;
}

function anyOfKind(domain: Domain): Domain {
  if (domain.kind !== 'value') return domain.kind === 'day' ? ANY_DAY : ANY_NUMBER;
  return domain.only && domain.values.every((value) => typeof value === 'boolean') ? ANY_BOOLEAN : ANY_TEXT;
}

function limitsOf(formula: Formula): SettledByForm['limits'] {
  const domain = subjectOf(formula)?.domain ?? subjectOf(negate(formula))?.domain;
  if (domain === undefined) return {};
  if (domain.kind === 'value') return { options: domain.values };
  const [first, last] = [domain.intervals[0], domain.intervals[domain.intervals.length - 1]];
  const written = (value: number): unknown => (domain.kind === 'day' ? dayText(value) : value);
  return {
    ...(first === undefined || first.low === -Infinity ? {} : { minimum: written(first.low) }),
    ...(last === undefined || last.high === Infinity ? {} : { maximum: written(last.high) }),
    ...(domain.grid === 0 ? {} : { perUnit: domain.grid }),
  };
}
