import type { Problem } from '../problems/problem.js';
import { toPointer } from '../problems/json-pointer.js';
import type { Telling } from './describe-problem.js';
import { describe } from './describe-problem.js';
import type { DocumentFinding, PlacedFinding } from './finding.js';
import { findPlace } from './source-node.js';
import type { SourceNode } from './source-node.js';

/** A finding of one file as a problem. */
export function placedProblem({ code, severity, place, params }: PlacedFinding, telling: Telling): Problem {
  return { code, severity, ...place, params, ...describe({ code, params }, undefined, place.pointer, telling) };
}

/** A finding of the merged document as a problem, at the place where it was written. What is missing is placed at what it is missing from. */
export function problemInDocument(finding: DocumentFinding, root: SourceNode, document: unknown, telling: Telling): Problem {
  const { code, severity, pointer, params } = finding;
  const { place, keyPlace, missing } = findPlace(root, pointer);
  const at = finding.atKey === true && missing.length === 0 ? keyPlace : place;
  return { code, severity, ...at, pointer: at.pointer + toPointer(...missing), params, ...describe(finding, document, pointer, telling) };
}

/** By file as they were read, then by place; the same problem once. */
export function sortProblems(problems: readonly Problem[], documents: readonly string[]): Problem[] {
  const order = (problem: Problem): number => {
    const index = documents.indexOf(problem.document);
    return index < 0 ? documents.length : index;
  };
  const seen = new Set<string>();
  return problems
    .filter(({ code, document, pointer }) => {
      const key = JSON.stringify([code, document, pointer]);
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .sort((a, b) => order(a) - order(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0));
}
