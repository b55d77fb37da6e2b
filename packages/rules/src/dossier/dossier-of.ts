import type { ArchiveKind, Calendar, Scheme } from '@cobuild/core';
import { hashDocument } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { chainProblem } from '../lifecycle/event-chain.js';
import { foldProject } from '../project/index.js';
import type { FundedProject } from '../project/index.js';
import type { CaseState } from '../results.js';
import { caseItems } from './case-items.js';
import type { LooseItem } from './case-items.js';
import type { Dossier, DossierPart, DossierSeal } from './dossier-types.js';
import { projectItems } from './project-items.js';

export interface DossierOptions {
  /** The project after its approval; without it only what belongs to the case is in the file. */
  readonly project?: FundedProject;
  /** Day on which it is looked at, `2026-03-05`: what was due before it is missing, what is due later is to come. */
  readonly today: string;
  readonly calendar: Calendar;
  /** What was written down when the file was closed. */
  readonly seal?: DossierSeal;
}

/**
 * The file of a project, assembled from its case and its log: what is there, what is missing and from whom, in the order of `archive.index`.
 *
 * @example dossierOf(scheme, state, { project, today: '2026-07-10', calendar: chinaCalendar }).counts // { present: 9, missing: 1, later: 3 }
 */
export function dossierOf(scheme: Scheme, state: CaseState, { project, today, calendar, seal }: DossierOptions): Dossier {
  const resolved = resolvedScheme(scheme);
  const items = [...caseItems(resolved, state), ...(state.end === 'approved' || project !== undefined ? projectItems(resolved, project, today, calendar) : [])];
  const parts = partsOf(resolved, items);
  const all = parts.flatMap((part) => part.items);
  const count = (status: string): number => all.filter((item) => item.status === status).length;
  const counts = { present: count('present'), missing: count('missing'), later: count('later') };
  const { id, version, title } = resolved;
  const { retention } = resolved.archive ?? {};
  const head = { id: state.id, title: projectTitle(state), applicant: state.applicant, scheme: { id, version, title } };
  const hash = hashDocument({ ...head, parts, case: state.lastHash, project: project?.lastHash ?? '' });
  // Where something was left out for whoever reads it, the records cannot be followed; the host that keeps all of them can.
  const isPartial = hidesHashes(state) || hidesHashes(project);
  const brokenAt = isPartial ? undefined : brokenRecord(resolved, state, project);
  const sealed = isPartial ? 'partial' : brokenAt !== undefined ? 'broken' : seal === undefined ? 'intact' : seal.hash === hash ? 'sealed' : 'changed';
  return {
    ...head, ...(retention === 'permanent' || retention === '30y' || retention === '10y' ? { retention } : {}), parts, counts,
    complete: counts.missing === 0 && counts.later === 0 && counts.present > 0,
    seal: { state: sealed, hash, ...(seal === undefined ? {} : { at: seal.at }), ...(brokenAt === undefined ? {} : { brokenAt }) },
  };
}

const hidesHashes = (log: { readonly lastHash: string; readonly history: readonly unknown[] } | undefined): boolean => log !== undefined && log.history.length > 0 && log.lastHash === '';

function projectTitle({ id, answers: { projectName } }: CaseState): string {
  return typeof projectName === 'string' && projectName !== '' ? projectName : id;
}

/** The part of what no part of the scheme's index holds. */
const OTHERS = 'others';

function partsOf({ archive }: Scheme, items: readonly LooseItem[]): readonly DossierPart[] {
  const index = archive?.index ?? [];
  const claimed = new Set<ArchiveKind>(index.flatMap(({ holds = [] }) => holds));
  const named = index.map(({ id, title, holds = [] }) => ({ id, title, items: items.filter(({ kind }) => holds.includes(kind)) }));
  const rest = items.filter(({ kind }) => !claimed.has(kind));
  const parts: readonly { readonly id: string; readonly title?: DossierPart['title']; readonly items: readonly LooseItem[] }[] = [...named, ...(rest.length === 0 ? [] : [{ id: OTHERS, items: rest }])];
  return parts.map(({ id, title, items: own }, part): DossierPart => ({ number: String(part + 1), id, ...(title === undefined ? {} : { title }), items: own.map((item, place) => ({ number: `${part + 1}-${place + 1}`, ...item })) }));
}

function brokenRecord(scheme: Scheme, { history }: CaseState, project: FundedProject | undefined): Dossier['seal']['brokenAt'] {
  const inCase = history.findIndex((event, index) => chainProblem(event, index, history[index - 1]) !== undefined);
  if (inCase >= 0) return { log: 'case', record: inCase + 1 };
  if (project === undefined) return undefined;
  const { project: again, problems } = foldProject(scheme, project.opening, project.history);
  // A project that says other than its log was changed past it.
  if (problems.length === 0 && hashDocument(again) === hashDocument(project)) return undefined;
  return { log: 'project', record: Math.min(again.sequence + 1, Math.max(project.history.length, 1)) };
}
