import { toPointer, valueAt } from '@cobuild/core';
import type { Condition } from '@cobuild/core';
import { conditionFacts, parsePath } from '../conditions/index.js';
import type { Requirement } from './check-requirements.js';
import { leastTogether, relatedRequirements } from './check-requirements.js';
import { excludeEachOther, follows } from './logic/reasoner.js';
import type { Reasoner } from './logic/reasoner.js';
import type { LogicFinding } from './logic-finding.js';
import { isNode } from './schema-shape.js';

/** More parameters than this are not tried out. */
const MOST_PARAMETERS = 60;

interface Trial { readonly pointer: string; readonly value: unknown }

/** Values that an overlay may give a parameter and with which nobody could apply, or a requirement would exclude nobody. */
export function checkParameterRange(scheme: unknown, requirements: readonly Requirement[], reasoner: Reasoner): readonly LogicFinding[] {
  const readers = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    for (const key of parametersRead(requirement, reasoner)) readers.set(key, [...(readers.get(key) ?? []), requirement]);
  }
  const tried = [...readers].slice(0, MOST_PARAMETERS).filter(([key]) => trialsOf(scheme, key).length > 0);
  if (tried.length === 0) return [];
  const related = relatedRequirements(requirements, reasoner);
  return tried.flatMap(([key, rules]) => {
    const touched = related.filter((group) => group.some((rule) => rules.includes(rule)));
    return trialsOf(scheme, key).flatMap((trial) => tryOut(key, trial, rules, touched, reasoner));
  });
}

function tryOut(key: string, { pointer, value }: Trial, rules: readonly Requirement[], related: readonly (readonly Requirement[])[], reasoner: Reasoner): LogicFinding[] {
  const changed = { [key]: value };
  const read = reasoner.with(changed);
  const group = related.find((members) => excludeEachOther(read, members.map(({ condition }) => condition)));
  if (group !== undefined) {
    const blocked = leastTogether(group, read);
    const rule = rules.find((each) => blocked.includes(each));
    const others = rule === undefined ? [] : blocked.filter((each) => each !== rule).map((other) => ({ pointer: other.pointer, condition: other.condition, gives: true as const }));
    const counterExample = rule === undefined ? undefined : reasoner.example([{ pointer: rule.pointer, condition: rule.condition, gives: false }, ...others], changed);
    return [{ code: 'scheme/parameter-value-blocks', severity: 'info', pointer, params: { parameter: key, value, rules: blocked.map(({ id }) => id) }, ...(counterExample === undefined ? {} : { counterExample }) }];
  }
  const idle = rules.find(({ condition }) => follows(read, condition));
  return idle === undefined ? [] : [{ code: 'scheme/parameter-value-idle', severity: 'info', pointer, params: { parameter: key, value, rules: [idle.id] } }];
}

function parametersRead({ condition }: Requirement, { named }: Reasoner): ReadonlySet<string> {
  return new Set(conditionFacts(condition as Condition, named).flatMap(({ fact, path }) => {
    const parsed = fact === 'parameters' && path !== undefined ? parsePath(path) : undefined;
    const [first] = parsed?.ok === true ? parsed.steps : [];
    return first?.kind === 'property' ? [first.key] : [];
  }));
}

/** The ends of the legal range, or every choice, but the value that the parameter has. */
function trialsOf(scheme: unknown, key: string): readonly Trial[] {
  const at = toPointer('parameters', key);
  const parameter = valueAt(scheme, at);
  if (!isNode(parameter) || parameter['overlay'] === 'locked') return [];
  const choices = parameter['type'] === 'choice' && Array.isArray(parameter['choices']) ? (parameter['choices'] as readonly unknown[]) : [];
  const ends = ['minimum', 'maximum'].flatMap((end) => (typeof parameter[end] === 'number' ? [{ pointer: `${at}/${end}`, value: parameter[end] }] : []));
  return [...ends, ...choices.map((value, index) => ({ pointer: `${at}/choices/${index}`, value }))].filter(({ value }) => value !== parameter['value']);
}
