import type { FormNode, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../icons.js';
import type { FieldContext, FieldIds } from './field-context.js';
import { idOf } from './field-context.js';
import { unitOf } from './number-widgets.js';

/** Leaving means that the focus went to something outside the field; from one radio button to the next is not leaving. */
export function leaveField(event: FocusEvent, pointer: string, context: FieldContext): void {
  const box = event.currentTarget as HTMLElement;
  if (!(event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) context.leave(box, pointer);
}

/** Answers are required unless the label says otherwise: most are, and a star would need a legend of its own. */
export function labelText(node: FormNode, { words }: Pick<FieldContext, 'words'>): TemplateResult {
  const mark = node.computed || node.readonly || node.required ? '' : node.recommended ? words.recommended : words.optional;
  return html`${node.label}${mark === '' ? nothing : html`<span class="mark">${mark}</span>`}`;
}

export function help(node: FormNode, ids: FieldIds): TemplateResult | typeof nothing {
  return node.help === '' ? nothing : html`<p class="help" id=${ids.help}>${node.help}</p>`;
}

/** A question that the source text does not state says so. */
export function provenance(node: FormNode, { words }: FieldContext, ids: FieldIds): TemplateResult | typeof nothing {
  if (node.computed) return html`<span class="tag neutral">${words.computed}</span>`;
  if (node.provenance === undefined) return nothing;
  const invented = node.provenance === 'invented';
  const explanation = invented ? words.provenanceInventedHelp : words.provenanceInferredHelp;
  return html`<span class="tag neutral provenance" title=${explanation}>${invented ? words.provenanceInvented : words.provenanceInferred}</span
    ><span class="visually-hidden" id=${ids.provenance}>${explanation}</span>`;
}

/** Problems beside the field: the same words as in the summary. */
export function problemLines(node: FormNode, { words }: FieldContext, ids: FieldIds): TemplateResult | typeof nothing {
  if (node.problems.length === 0) return nothing;
  const line = (problem: Problem): TemplateResult => {
    const isError = problem.severity === 'error';
    return html`<p class=${isError ? 'field-error' : 'field-warning'}>
      ${isError ? icons.danger : icons.warning}<span><span class="visually-hidden">${isError ? words.error : words.warning}${words.colon}</span>${problem.message}</span>
    </p>`;
  };
  return html`<div id=${ids.problems}>${node.problems.map(line)}</div>`;
}

export function idsOf(node: FormNode, context: Pick<FieldContext, 'words'>): FieldIds {
  const base = idOf(node.pointer);
  const ids = { control: base, label: `${base}-label`, help: `${base}-help`, unit: `${base}-unit`, count: `${base}-count`, provenance: `${base}-provenance`, problems: `${base}-problems` };
  const isNumber = (node.widget === 'number' || node.widget === 'money') && !node.computed && !node.readonly;
  const drawn = [
    node.help === '' ? undefined : ids.help,
    isNumber && unitOf(node, context) !== '' ? ids.unit : undefined,
    node.widget === 'textarea' && node.maxLength !== undefined && !node.readonly ? ids.count : undefined,
    node.provenance !== undefined && !node.computed ? ids.provenance : undefined,
    node.problems.length > 0 ? ids.problems : undefined,
  ].filter((id) => id !== undefined);
  return { ...ids, describedBy: drawn.length === 0 ? undefined : drawn.join(' ') };
}
