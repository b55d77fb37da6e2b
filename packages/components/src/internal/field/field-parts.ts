import type { FormNode, Problem } from '@cobuild/core';
import type { Messages } from '../../locales/messages.js';
import { iconNode, make } from './dom.js';

/** Ids of what describes a field, in reading order; only of what is drawn. `own` are endings of parts of its widget. */
export function describedBy(id: string, node: FormNode, own: readonly string[] = []): string | undefined {
  if (own.length === 0 && node.help === '' && node.provenance === undefined && node.problems.length === 0) return undefined;
  const endings = [
    ...(node.help === '' ? [] : ['-help']),
    ...own,
    ...(node.provenance !== undefined && !node.computed ? ['-provenance'] : []),
    ...(node.problems.length > 0 ? ['-problems'] : []),
  ];
  return endings.length === 0 ? undefined : endings.map((ending) => id + ending).join(' ');
}

/** Gives help and provenance of a fresh drawing their ids, for `aria-describedby`. */
export function nameParts(box: HTMLElement, id: string, node: FormNode): void {
  const help = node.help === '' ? null : box.querySelector('.help');
  if (help) help.id = `${id}-help`;
  const explanation = node.provenance === undefined || node.computed ? null : box.querySelector('.provenance');
  if (explanation?.nextElementSibling) explanation.nextElementSibling.id = `${id}-provenance`;
}

/** The problems beside the field before `end`: the same words as in the summary. */
export function patchProblems(box: HTMLElement, id: string, node: FormNode, before: FormNode | undefined, words: Messages, end: Node | null = null): void {
  if (node.problems === before?.problems || (!before && node.problems.length === 0)) return;
  const known = before && before.problems.length > 0 ? Array.from(box.children).find((child) => child.id === `${id}-problems`) : undefined;
  known?.remove();
  if (node.problems.length > 0) box.insertBefore(make('div', { id: `${id}-problems` }, ...node.problems.map((problem) => problemLine(problem, words))), end);
}

function problemLine(problem: Problem, words: Messages): HTMLElement {
  const isError = problem.severity === 'error';
  const kind = make('span', { class: 'visually-hidden' }, `${isError ? words.error : words.warning}${words.colon}`);
  return make('p', { class: isError ? 'field-error' : 'field-warning' }, iconNode(isError ? 'danger' : 'warning'), make('span', {}, kind, problem.message, ...(problem.remedy === undefined || problem.remedy === '' ? [] : [` ${problem.remedy}`])));
}
