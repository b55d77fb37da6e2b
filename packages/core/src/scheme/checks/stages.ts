import type { SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import { reportUnless } from './reference.js';
import { reachableStages, stageEnds } from './stage-graph.js';

/** What a stage cannot do its work without, by method. */
const NEEDS: Readonly<Record<string, string>> = { application: 'form', vote: 'threshold', publicity: 'notice' };

/** Kinds of outcome without which a case stops at a stage, by method; what a vote says has to lead somewhere either way. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = { application: ['submit'], vote: ['passed', 'failed'] };

/** Stages refer to roles, forms, votes, notices and stages that exist, have what their method needs, and can be come to. */
export const stages: SchemeCheck = (document, report) => {
  const ids = idsAt(document, '/stages');
  const known = {
    role: idsAt(document, '/organisation/roles'),
    form: idsAt(document, '/forms'),
    threshold: idsAt(document, '/thresholds'),
    notice: idsAt(document, '/publicity/notices'),
  };
  const reachable = reachableStages(document);
  // With a way out that leads nowhere, the stage that was meant would seem out of reach.
  const isWhole = hasKnownTargets(document, [...ids, ...stageEnds]);
  for (const stage of partsAt(document, '/stages')) {
    const { pointer, value } = stage;
    reportUnless(known.role, textIn({ value: asObject(value['actor']), pointer }, 'role'), 'scheme/unknown-role', `${pointer}/actor/role`, report);
    reportUnless(known.form, textIn(stage, 'form'), 'scheme/unknown-form', `${pointer}/form`, report);
    reportUnless(known.threshold, textIn(stage, 'threshold'), 'scheme/unknown-threshold', `${pointer}/threshold`, report);
    reportUnless(known.notice, textIn(stage, 'notice'), 'scheme/unknown-notice', `${pointer}/notice`, report);
    for (const outcome of partsAt(document, `${pointer}/outcomes`)) {
      reportUnless([...ids, ...stageEnds], textIn(outcome, 'to'), 'scheme/unknown-stage', `${outcome.pointer}/to`, report);
    }
    const method = textIn(stage, 'method') ?? '';
    const need = Object.prototype.hasOwnProperty.call(NEEDS, method) ? NEEDS[method] : undefined;
    if (need !== undefined && value[need] === undefined) {
      report({ code: 'scheme/stage-needs', severity: 'error', pointer: `${pointer}/${need}`, params: { method, property: need } });
    }
    if (Array.isArray(value['outcomes'])) {
      const kinds = partsAt(document, `${pointer}/outcomes`).map((outcome) => textIn(outcome, 'kind'));
      for (const kind of Object.prototype.hasOwnProperty.call(OUTCOMES, method) ? (OUTCOMES[method] ?? []) : []) {
        if (!kinds.includes(kind)) report({ code: 'scheme/stage-needs-outcome', severity: 'error', pointer: `${pointer}/outcomes`, params: { method, kind } });
      }
    }
    if (pointer === '/stages/0' && method !== '' && method !== 'application') report({ code: 'scheme/first-stage', severity: 'error', pointer: `${pointer}/method`, params: { method } });
    const id = textIn(stage, 'id');
    if (isWhole && id !== undefined && !reachable.has(id)) report({ code: 'scheme/unreachable-stage', severity: 'warning', pointer, params: { id } });
  }
};

function hasKnownTargets(document: unknown, known: readonly string[]): boolean {
  return partsAt(document, '/stages').every(({ value, pointer }) => {
    const outcomes = partsAt(document, `${pointer}/outcomes`);
    return Array.isArray(value['outcomes']) && outcomes.every((outcome) => known.includes(textIn(outcome, 'to') ?? ''));
  });
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
}
