import { valueAt } from '../../problems/json-pointer.js';
import type { DocumentFinding, SchemeCheck } from '../finding.js';
import { idsAt, partsAt, textIn } from '../parts.js';
import type { Part } from '../parts.js';
import { reportUnless } from './reference.js';
import { onwardCircles, reachableStages, stageEnds } from './stage-graph.js';

type Report = (finding: DocumentFinding) => void;

/** What a stage cannot do its work without, by method. */
export const NEEDS: Readonly<Record<string, string>> = { application: 'form', vote: 'threshold', publicity: 'notice' };

/** Kinds of outcome without which a case stops at a stage, by method; what a vote says has to lead somewhere either way. */
export const OUTCOMES: Readonly<Record<string, readonly string[]>> = { application: ['submit'], vote: ['passed', 'failed'] };

/** Stages refer to roles, forms, votes, notices and stages that exist, have what their method needs, and can be come to. */
export const stages: SchemeCheck = (document, report) => {
  const ids = idsAt(document, '/stages');
  const known = {
    role: idsAt(document, '/organisation/roles'),
    form: idsAt(document, '/forms'),
    threshold: idsAt(document, '/thresholds'),
    notice: idsAt(document, '/publicity/notices'),
    table: idsAt(document, '/decisionTables'),
  };
  for (const { pointer, outcome, to } of onwardCircles(document)) report({ code: 'scheme/outcome-circle', severity: 'error', pointer: `${pointer}/to`, params: { outcome, to } });
  const reachable = reachableStages(document);
  // With a way out that leads nowhere, the stage that was meant would seem out of reach.
  const isWhole = hasKnownTargets(document, [...ids, ...stageEnds]);
  for (const stage of partsAt(document, '/stages')) {
    const { pointer, value } = stage;
    reportUnless(known.role, textIn({ value: asObject(value['actor']), pointer }, 'role'), 'scheme/unknown-role', `${pointer}/actor/role`, report);
    reportUnless(known.form, textIn(stage, 'form'), 'scheme/unknown-form', `${pointer}/form`, report);
    reportUnless(known.threshold, textIn(stage, 'threshold'), 'scheme/unknown-threshold', `${pointer}/threshold`, report);
    reportUnless(known.notice, textIn(stage, 'notice'), 'scheme/unknown-notice', `${pointer}/notice`, report);
    reportUnless(known.table, textIn(stage, 'table'), 'scheme/unknown-table', `${pointer}/table`, report);
    checkReferences(document, stage, { ...known, stage: ids }, report);
    checkApprovals(document, pointer, report);
    for (const outcome of partsAt(document, `${pointer}/outcomes`)) {
      reportUnless([...ids, ...stageEnds], textIn(outcome, 'to'), 'scheme/unknown-stage', `${outcome.pointer}/to`, report);
      checkOpening(document, outcome, report);
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

/** Roles that are asked, stages that survive a return or have to come first. */
function checkReferences(document: unknown, { pointer, value }: Part, known: { readonly role: readonly string[]; readonly stage: readonly string[] }, report: Report): void {
  partsAt(document, `${pointer}/approvals/by`).forEach((actor) => reportUnless(known.role, textIn(actor, 'role'), 'scheme/unknown-role', `${actor.pointer}/role`, report));
  partsAt(document, `${pointer}/requires`).forEach((gate) => reportUnless(known.stage, textIn(gate, 'stage'), 'scheme/unknown-stage', `${gate.pointer}/stage`, report));
  const { survivesReturn } = value;
  if (Array.isArray(survivesReturn)) survivesReturn.forEach((id: unknown, index) => reportUnless(known.stage, typeof id === 'string' ? id : undefined, 'scheme/unknown-stage', `${pointer}/survivesReturn/${index}`, report));
  for (const panel of partsAt(document, `${pointer}/assignment/panels`)) reportUnless(idsAt(document, '/organisation/units'), textIn(panel, 'unit'), 'scheme/unknown-unit', `${panel.pointer}/unit`, report);
  for (const [part, property] of [['override', 'proposedBy'], ['override', 'confirmedBy'], ['assignment', 'by']] as const) {
    reportUnless(known.role, textIn({ value: asObject(value[part]), pointer }, property), 'scheme/unknown-role', `${pointer}/${part}/${property}`, report);
  }
}

/** An outcome that begins a project speaks for it, goes on to a further stage, and somebody watches over the project. */
function checkOpening(document: unknown, { value, pointer }: Part, report: Report): void {
  if (value['opensProject'] !== true) return;
  const speaksFor = ['forward', 'passed', 'confirmed'].includes(String(value['kind']));
  if (!speaksFor || stageEnds.includes(String(value['to'])) || valueAt(document, '/supervision') === undefined) report({ code: 'scheme/opens-no-project', severity: 'error', pointer: `${pointer}/opensProject`, params: { id: value['id'] } });
}

/** More approvals than people asked can never be reached. */
function checkApprovals(document: unknown, pointer: string, report: Report): void {
  const minimum = valueAt(document, `${pointer}/approvals/minimum`);
  const by = valueAt(document, `${pointer}/approvals/by`);
  const of = valueAt(document, `${pointer}/approvals/of`) ?? (Array.isArray(by) ? by.length : undefined);
  if (typeof minimum === 'number' && typeof of === 'number' && minimum > of) report({ code: 'scheme/approvals-unreachable', severity: 'error', pointer: `${pointer}/approvals/minimum`, params: { minimum, of } });
}

function hasKnownTargets(document: unknown, known: readonly string[]): boolean {
  return partsAt(document, '/stages').every(({ value, pointer }) => {
    const outcomes = partsAt(document, `${pointer}/outcomes`);
    return Array.isArray(value['outcomes']) && outcomes.every((outcome) => known.includes(textIn(outcome, 'to') ?? ''));
  });
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {};
}
