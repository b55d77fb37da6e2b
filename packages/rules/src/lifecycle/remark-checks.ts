import type { EventActor, Scheme } from '@cobuild/core';
import { visibleLabel } from '@cobuild/core';
import { applicationForm } from '../publicity/application-form.js';
import { findOutcome, findStage, firstStage } from '../decision/stage-lookup.js';
import type { ActionContext } from './action-problems.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';

/** How many answers one return may have remarks on. */
export const MOST_REMARKS = 100;
/** Characters of one remark. */
export const LONGEST_REMARK = 2000;

/**
 * Whether the remarks of a review can be sent: with a return to the applicant only, at most one for each answer, on answers that the reviewer
 * may see. A question that is hidden from the reviewer is refused as one that the form does not have.
 */
export function remarkProblems(scheme: Scheme, { data }: Extract<TypedAction, { type: 'reviewed' }>, { role }: EventActor, { locale = 'zh-CN' }: ActionContext): Finding[] {
  const remarks = data.remarks ?? [];
  const form = applicationForm(scheme);
  const outcome = findOutcome(findStage(scheme, data.stage), data.outcome);
  if (remarks.length === 0) return [];
  if (form === undefined || outcome?.kind !== 'return' || outcome.to !== firstStage(scheme).id) return [finding('case/remarks-without-return', '/data/remarks')];
  if (remarks.length > MOST_REMARKS) return [finding('case/too-many-remarks', '/data/remarks', { count: remarks.length, most: MOST_REMARKS })];
  const seen = new Set<string>();
  return remarks.flatMap(({ pointer, text }, index): Finding[] => {
    const label = visibleLabel(form, pointer, { role, stage: data.stage }, locale);
    if (label === undefined) return [finding('case/remark-unknown-answer', `/data/remarks/${index}/pointer`, { pointer })];
    if (seen.has(pointer)) return [finding('case/remark-repeated', `/data/remarks/${index}/pointer`, { label })];
    seen.add(pointer);
    if (text.trim() === '') return [finding('case/remark-empty', `/data/remarks/${index}/text`, { label })];
    return text.length > LONGEST_REMARK ? [finding('case/remark-too-long', `/data/remarks/${index}/text`, { label, length: text.length, most: LONGEST_REMARK })] : [];
  });
}
