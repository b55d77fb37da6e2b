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

/**
 * The verdict and what decided it as sentences to be read one after the other: for a letter, a message, or a screen reader. What was met is left out where something
 * was not; each sentence ends with its own stop.
 *
 * @example explanationSentences(explanation).join('') // '不符合申报条件。申请金额：260,000.00 元，不得超过 200,000.00 元（单个项目上限）。'
 */
export function explanationSentences({ verdict, lines, locale }: Explanation): readonly string[] {
  // The heading of a part repeats what the verdict says; its parts say why.
  const decisive = lines.flatMap((line) => {
    const [heading, ...inner] = decisiveNodes(line);
    return inner.length > 0 || heading === undefined ? inner : [heading];
  });
  const told = decisive.length > 0 ? decisive : lines.map(({ text }) => text);
  return [...new Set([verdict, ...told])].map((sentence) => ended(sentence, locale));
}

/** The innermost parts that speak against, or that are open, and what would mend them. */
function decisiveNodes(node: ExplanationNode): string[] {
  if (node.status === 'met') return [];
  const inner = (node.children ?? []).flatMap(decisiveNodes);
  const remedy = node.remedy === undefined ? [] : [node.remedy];
  if (node.status === 'info') return inner;
  return [node.text, ...inner, ...remedy];
}

function ended(sentence: string, locale: Locale): string {
  if (/[。！？.!?：:]$/.test(sentence)) return sentence;
  return locale === 'en' ? `${sentence}.` : `${sentence}。`;
}
