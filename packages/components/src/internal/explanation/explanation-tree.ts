import type { ExplanationNode } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../icons.js';
import type { Messages } from '../../locales/messages.js';
import type { ExplanationWords } from './words.js';

const statusIcons = { met: icons.success, notMet: icons.danger, unknown: icons.unknown, info: icons.info };

/** The reasons as a tree. What speaks against the application or is still open stands open, the rest opens on demand. */
export function explanationTree(nodes: readonly ExplanationNode[], words: Messages, text: ExplanationWords): TemplateResult {
  return html`<ul class="tree">
    ${nodes.map((node) => html`<li class="node ${node.status}">${nodeView(node, words, text)}</li>`)}
  </ul>`;
}

function nodeView(node: ExplanationNode, words: Messages, text: ExplanationWords): TemplateResult {
  const { status, children = [], clause, remedy } = node;
  const head = html`${statusIcons[status]}<span class="node-text"><span class="visually-hidden">${text[status]}${words.colon}</span>${node.text}${provenanceTag(node, words)}</span>`;
  if (children.length === 0 && clause === undefined && remedy === undefined) return html`<div class="node-head">${head}</div>`;
  return html`<details ?open=${status === 'notMet' || status === 'unknown'}>
    <summary class="node-head">${head}<span class="chevron">${icons.chevronDown}</span></summary>
    <div class="node-body">
      ${children.length === 0 ? nothing : explanationTree(children, words, text)}
      ${clause === undefined ? nothing : html`<p class="muted small">${text.clause}${words.colon}${clause}</p>`}
      ${remedy === undefined ? nothing : html`<p><strong>${text.remedy}${words.colon}</strong>${remedy}</p>`}
    </div>
  </details>`;
}

function provenanceTag({ provenance }: ExplanationNode, words: Messages): TemplateResult | typeof nothing {
  if (provenance === undefined || provenance.kind === 'stated') return nothing;
  const invented = provenance.kind === 'invented';
  return html` <span class="tag neutral" title=${invented ? words.provenanceInventedHelp : words.provenanceInferredHelp}>${invented ? words.provenanceInvented : words.provenanceInferred}</span>`;
}

/** Everything that would change the verdict, in the order of the tree. */
export function remediesOf(nodes: readonly ExplanationNode[]): readonly ExplanationNode[] {
  return nodes.flatMap((node) => [...(node.remedy !== undefined && node.status !== 'met' ? [node] : []), ...remediesOf(node.children ?? [])]);
}
