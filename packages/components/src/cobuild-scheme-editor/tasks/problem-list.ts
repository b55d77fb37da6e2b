import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { tag } from '../../internal/pieces.js';
import { isHole } from '../guided/place-editor.js';
import type { EditorWords } from '../words.js';
import type { Dependent } from './dependents.js';

export interface ProblemListOptions {
  readonly words: EditorWords;
  readonly colon: string;
  /** Between the things that wait for one decision. */
  readonly comma: string;
  /** What is said where there is nothing. */
  readonly empty: string;
  readonly goTo: (problem: Problem) => void;
  readonly waitingFor: (problem: Problem) => readonly Dependent[];
  readonly open: (pointer: string) => void;
}

const SEVERITIES = ['error', 'undecided', 'warning', 'info'] as const;

/** Problems, the gravest first, each a way to its place; of what is undecided also what waits for it. */
export function problemList(problems: readonly Problem[], options: ProblemListOptions): TemplateResult {
  const { words, empty } = options;
  if (problems.length === 0) return html`<p class="muted">${empty}</p>`;
  const ordered = SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  return html`<ul class="problems">${ordered.map((problem) => html`<li>${severityTag(problem, words)}
    <div class="told"><button type="button" class="link" @click=${() => options.goTo(problem)}>${problem.message}</button>${problem.remedy === undefined ? nothing : html`<span class="muted">${problem.remedy}</span>`}${isHole(problem) ? waitingView(problem, options) : nothing}<code class="small muted">${[problem.document, problem.line].filter((part) => part !== undefined).join(':')}</code></div></li>`)}</ul>`;
}

function severityTag(problem: Problem, words: EditorWords): unknown {
  const { severity } = problem;
  return tag(severity === 'error' ? 'danger' : severity === 'info' ? 'info' : 'warning', isHole(problem) ? words.undecided : words[severity], isHole(problem) ? 'unknown' : undefined);
}

/** What waits for a decision, each a way to its page. */
function waitingView(problem: Problem, { words, colon, comma, waitingFor, open }: ProblemListOptions): unknown {
  const waiting = waitingFor(problem);
  return waiting.length === 0 ? nothing : html`<span class="small">${words.waiting}${colon}${waiting.map(({ pointer, title }, index) => html`${index === 0 ? nothing : comma}<button type="button" class="link" @click=${() => open(pointer)}>${title}</button>`)}</span>`;
}
