import type { Locale, Provenance } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';

/** One thing to know about a verdict. */
export interface ExplanationNode {
  /** A sentence in plain words. */
  readonly text: string;
  /** `met` speaks for the application, `notMet` against it, `unknown` is open, `info` is neither. */
  readonly status: 'met' | 'notMet' | 'unknown' | 'info';
  /** Clause that it rests on. */
  readonly clause?: string;
  readonly provenance?: Provenance;
  /** What would mend it. */
  readonly remedy?: string;
  readonly children?: readonly ExplanationNode[];
}

/** A verdict and what led to it, in words of one language. */
export interface Explanation {
  readonly locale: Locale;
  /** One sentence. */
  readonly verdict: string;
  readonly lines: readonly ExplanationNode[];
}

const MARKS: Readonly<Record<ExplanationNode['status'], string>> = { met: '✓', notMet: '✗', unknown: '?', info: '·' };

/** An explanation as indented text, for a terminal or a plain-text file. Ends without a line break. */
export function explanationText({ verdict, lines, locale }: Explanation): string {
  return [verdict, ...lines.flatMap((line) => written(line, '  ', locale))].join('\n');
}

function written(node: ExplanationNode, indent: string, locale: Locale): string[] {
  const kind = node.provenance?.kind;
  const mark = kind === 'inferred' || kind === 'invented' ? ` [${ruleMessage(`explain/provenance-${kind}`, {}, locale)}]` : '';
  const below = `${indent}  `;
  return [
    `${indent}${MARKS[node.status]} ${node.text}${mark}`,
    ...(node.clause === undefined ? [] : [`${below}${ruleMessage('explain/clause', { clause: node.clause }, locale)}`]),
    ...(node.remedy === undefined ? [] : [`${below}${ruleMessage('explain/remedy', { remedy: node.remedy }, locale)}`]),
    ...(node.children ?? []).flatMap((child) => written(child, below, locale)),
  ];
}
