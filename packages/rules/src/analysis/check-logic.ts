import type { Severity } from '@cobuild/core';
import type { CounterExample } from '../findings.js';
import { briefCondition } from './brief-condition.js';
import type { Part } from './condition-parts.js';
import { structureOf } from './condition-parts.js';
import type { PlacedCondition } from './scheme-conditions.js';
import { settledByForm } from './form-limits.js';
import type { Claim, Reasoner } from './logic/reasoner.js';
import { excludeEachOther, follows } from './logic/reasoner.js';
import type { LogicFinding } from './logic-finding.js';

/** What becomes of a condition as a whole. */
export type Fate = 'open' | 'never' | 'always';

/** A condition that has no defect, and who it belongs to. */
export interface LogicSubject extends Part {
  readonly owner: PlacedCondition['owner'];
  /** The other requirements: an application that meets them and is refused shows what a requirement that nobody meets does. */
  readonly others?: readonly Part[];
}

const claim = (part: Part, gives: Claim['gives']): Claim => ({ ...part, gives });
const withExample = (counterExample: CounterExample | undefined): { readonly counterExample?: CounterExample } => (counterExample === undefined ? {} : { counterExample });

/**
 * What of a condition can never come out, always does, or changes nothing. Never says so where it does not know.
 *
 * @returns The findings, and what becomes of the whole.
 */
export function checkLogic(subject: LogicSubject, reasoner: Reasoner): { readonly fate: Fate; readonly findings: readonly LogicFinding[] } {
  const { owner } = subject;
  if (excludeEachOther(reasoner.now, [subject.condition])) {
    // Where a named condition is to blame, who refers to it is told.
    if (owner === 'named') return { fate: 'never', findings: [] };
    const severity: Severity = owner === 'requirement' ? 'error' : 'warning';
    const example = reasoner.example([claim(subject, false), ...(subject.others ?? []).map((other) => claim(other, true))]) ?? reasoner.example([claim(subject, false)]);
    return { fate: 'never', findings: [blame(subject, subject, severity, true, reasoner, example)] };
  }
  if (follows(reasoner.now, subject.condition)) {
    if (owner === 'named') return { fate: 'always', findings: [] };
    const byParameter = !follows(reasoner.ever, subject.condition);
    const { pointer, condition } = withoutWrapping(subject, reasoner);
    const byForm = byParameter ? undefined : settledByForm(reasoner.now(condition));
    const params = { condition: briefCondition(condition), owner, whole: true, byParameter };
    const finding: LogicFinding = byForm === undefined ? { code: 'scheme/always-true', pointer, params } : { code: 'scheme/beyond-form-limits', pointer, params: { ...params, holds: 'always', ...byForm.limits } };
    return { fate: 'always', findings: [{ ...finding, severity: byParameter ? 'info' : 'warning' }] };
  }
  return { fate: 'open', findings: checkParts(subject, subject, reasoner) };
}

/** A group of one part is that part. */
function withoutWrapping(part: Part, reasoner: Reasoner): Part {
  const structure = structureOf(part, reasoner.named);
  const parts = 'parts' in structure ? structure.parts : [];
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? withoutWrapping(only, reasoner) : part;
}

/** Goes down to what makes a part impossible: a single comparison, two parts that contradict each other, or the part as it is. */
function blame(part: Part, subject: LogicSubject, severity: Severity, whole: boolean, reasoner: Reasoner, example: CounterExample | undefined): LogicFinding {
  const params = { condition: briefCondition(part.condition), owner: subject.owner, whole };
  const never: LogicFinding = { code: 'scheme/never-true', severity, pointer: part.pointer, params, ...withExample(example) };
  const structure = structureOf(part, reasoner.named);
  switch (structure.kind) {
    case 'comparison': {
      const byForm = settledByForm(reasoner.now(part.condition));
      return byForm === undefined ? never : { ...never, code: 'scheme/beyond-form-limits', params: { ...params, ...byForm.limits, holds: 'never' } };
    }
    case 'reference': return blame(structure.part, subject, severity, whole, reasoner, example);
    case 'not': return never;
    case 'any': {
      const [only] = structure.parts;
      return structure.parts.length === 1 && only !== undefined ? blame(only, subject, severity, whole, reasoner, example) : never;
    }
    case 'all': {
      const single = structure.parts.find(({ condition }) => excludeEachOther(reasoner.now, [condition]));
      if (single !== undefined) return blame(single, subject, severity, whole, reasoner, example);
      for (const [index, second] of structure.parts.entries()) {
        const first = structure.parts.slice(0, index).find(({ condition }) => excludeEachOther(reasoner.now, [condition, second.condition]));
        if (first === undefined) continue;
        const contradiction = { ...params, condition: briefCondition(second.condition), other: briefCondition(first.condition), at: first.pointer };
        return withBothAlone({ code: 'scheme/parts-contradict', severity, pointer: second.pointer, params: contradiction }, first, second, reasoner);
      }
      return never;
    }
  }
}

/** The finding with an example of each of the two alone: the first beside it, the second in `params.otherExample`. */
export function withBothAlone(finding: LogicFinding, first: Part, second: Part, reasoner: Reasoner): LogicFinding {
  const otherExample = reasoner.example([claim(first, false), claim(second, true)]);
  const params = otherExample === undefined ? finding.params : { ...finding.params, otherExample };
  return { ...finding, params, ...withExample(reasoner.example([claim(first, true), claim(second, false)])) };
}

/** Parts of groups that never or always hold, or say nothing beside the others. */
function checkParts(part: Part, subject: LogicSubject, reasoner: Reasoner): LogicFinding[] {
  const structure = structureOf(part, reasoner.named);
  if (structure.kind === 'not') return checkParts(structure.part, subject, reasoner);
  if (structure.kind !== 'all' && structure.kind !== 'any') return [];
  const { kind, parts } = structure;
  let left = parts;
  return parts.flatMap((each): LogicFinding[] => {
    const found = checkPart(each, left.filter((other) => other !== each), kind, subject, reasoner);
    if (found === undefined) return checkParts(each, subject, reasoner);
    left = left.filter((other) => other !== each);
    return [found];
  });
}

function checkPart(part: Part, siblings: readonly Part[], kind: 'all' | 'any', subject: LogicSubject, reasoner: Reasoner): LogicFinding | undefined {
  const { ever, named } = reasoner;
  const params = { condition: briefCondition(part.condition), owner: subject.owner, whole: false, group: kind };
  if (excludeEachOther(ever, [part.condition])) return blame(part, subject, 'warning', false, reasoner, reasoner.example([claim(part, false), claim(subject, true)]));
  if (follows(ever, part.condition)) {
    const byForm = structureOf(part, named).kind === 'comparison' ? settledByForm(ever(part.condition)) : undefined;
    const example = withExample(reasoner.example([claim(part, true), claim(subject, false)]));
    const finding: LogicFinding = { code: 'scheme/always-true', severity: 'warning', pointer: part.pointer, params: { ...params, byParameter: false }, ...example };
    return byForm === undefined ? finding : { ...finding, code: 'scheme/beyond-form-limits', params: { ...params, ...byForm.limits, holds: 'always' } };
  }
  if (siblings.length === 0) return undefined;
  const conditions = siblings.map(({ condition }) => condition);
  const isRedundant = kind === 'all' ? follows(ever, part.condition, conditions) : follows(ever, { any: conditions }, [part.condition]);
  if (!isRedundant) return undefined;
  const stronger = siblings.find(({ condition }) => (kind === 'all' ? follows(ever, part.condition, [condition]) : follows(ever, condition, [part.condition])));
  const example = kind === 'all' ? [claim(part, true), claim(subject, false)] : [claim(part, false), claim(subject, true)];
  return {
    code: 'scheme/part-redundant', severity: 'warning', pointer: part.pointer,
    params: { ...params, ...(stronger === undefined ? {} : { other: briefCondition(stronger.condition), at: stronger.pointer }) }, ...withExample(reasoner.example(example)),
  };
}
