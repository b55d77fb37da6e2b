import type { AnswerRemark, FormDefinition } from '../generated/types.js';
import { buildFieldTree } from '../form/whole-form.js';
import type { Answers } from '../form/answers.js';
import type { FieldSpec } from '../form/field-spec.js';
import { define, isRecord, own } from '../form/json-schema.js';
import { fieldLabel } from '../form/labels.js';
import { specAt, specsOnTheWay } from '../form/spec-at.js';
import { asAnswers } from '../form/root-answer.js';
import { partsOf } from '../form/parts-of-answer.js';
import { specForValue } from '../form/spec-for-value.js';
import type { Locale } from '../problems/problem.js';

/** Who is looking, and in which stage of the case. */
export interface Viewer {
  readonly role: string;
  readonly stage: string;
  /** For somebody who has no part in the case: sees only what names their role, by itself or with the group that it stands in. */
  readonly onlyNamed?: boolean;
}

/**
 * Whether a field's own settings let this viewer see it. Without `visibleTo` every role does. The stage's own entry counts, else
 * `*`; where neither is there, or the role is not named, the answer is not seen.
 */
export function isFieldVisibleTo(field: FieldSpec, { role, stage }: Viewer): boolean {
  const { visibleTo } = field.settings;
  if (visibleTo === undefined) return true;
  const roles = own(visibleTo, stage) ?? own(visibleTo, '*');
  return Array.isArray(roles) && roles.includes(role);
}

/**
 * The answers that a role may see in a stage. A group or list that is not seen hides all it holds. Answers that the form does not
 * know are left out: nothing says who may see them. Of lists and groups in which a viewer with `onlyNamed` is named nowhere, empty ones are left.
 *
 * @example visibleAnswers(definition, answers, { role: 'committee', stage: 'jointReview' }) // without bank accounts
 */
export function visibleAnswers(definition: FormDefinition, answers: Answers, viewer: Viewer): Answers {
  const { root } = buildFieldTree(definition);
  return asAnswers(root, seenBy(root, answers, viewer));
}

function seenBy(given: FieldSpec, value: unknown, viewer: Viewer): unknown {
  if (value === undefined || !isFieldVisibleTo(given, viewer)) return undefined;
  const field = specForValue(given, value);
  const parts = partsOf(field, value);
  // What names the role names it for all that it holds.
  const inside: Viewer = given.settings.visibleTo === undefined ? viewer : { ...viewer, onlyNamed: false };
  if (Array.isArray(value) && field.shape !== 'leaf') return parts.map((part) => seenBy(part.spec, part.value, inside)).filter((each) => each !== undefined);
  if (field.shape !== 'group' || !isRecord(value)) return inside.onlyNamed === true ? undefined : value;
  const seen: Record<string, unknown> = {};
  for (const part of parts) {
    const answer = seenBy(part.spec, part.value, inside);
    if (answer !== undefined) define(seen, part.name, answer);
  }
  return seen;
}

/**
 * What the question at a pointer is called, for somebody who may see its answer; `undefined` where the form has no such question or they may
 * not see it, which they are not told apart.
 *
 * @param pointer - Into the answers: `/budgetLines/0/unitPrice`.
 * @example visibleLabel(definition, '/projectName', { role: 'townReviewer', stage: 'preliminary' }, 'zh-CN') // '项目名称'
 */
export function visibleLabel(definition: FormDefinition, pointer: string, viewer: Viewer, locale: Locale): string | undefined {
  return labelFor(buildFieldTree(definition).root, pointer, viewer, locale);
}

/**
 * The remarks that a role may read in a stage: those on answers that it may see. Others are left out without a trace.
 *
 * @example visibleRemarks(definition, [{ pointer: '/payeeAccount', text: '账号少一位' }], { role: 'committee', stage: 'jointReview' }) // []
 */
export function visibleRemarks<T extends AnswerRemark>(definition: FormDefinition, remarks: readonly T[], viewer: Viewer): T[] {
  const { root } = buildFieldTree(definition);
  return remarks.filter(({ pointer }) => labelFor(root, pointer, viewer, 'zh-CN') !== undefined);
}

function labelFor(root: FieldSpec, pointer: string, viewer: Viewer, locale: Locale): string | undefined {
  // A pointer of a remark comes from outside; a template such as `/rows/*/name` is none.
  const spec = pointer.includes('*') || !/^(\/|$)/.test(pointer) ? undefined : specAt(root, pointer);
  const way = specsOnTheWay(root, pointer);
  const isNamed = viewer.onlyNamed !== true || way.some(({ settings }) => settings.visibleTo !== undefined);
  return spec !== undefined && isNamed && way.every((field) => isFieldVisibleTo(field, viewer)) ? fieldLabel(spec, locale) : undefined;
}
