import type { Calendar, DiscussionStatus, DiscussionStep, DiscussionStepSettings, DiscussionsResult, DiscussionsSettings, DiscussionsValue } from '@cobuild/core';
import { checkDiscussions, chinaCalendar } from '@cobuild/core';
import type { Locale } from '@cobuild/core';
import { itemsOf, listIn, withItem, withMember, withoutItem } from '../../record/with-member.js';
import type { StepState } from './words.js';

export type Step = Partial<DiscussionStep>;

/** A step of the settings as its card shows it. */
export interface StepSheet {
  readonly settings: DiscussionStepSettings;
  readonly title: string;
  /** Name of its cells, the same before and after it is recorded: `/steps/#consult`. */
  readonly at: string;
  readonly index?: number;
  readonly step: Step;
  readonly state: StepState;
  readonly status: DiscussionStatus;
  /** Codes of what speaks against it, by cell: `for`, `date`. */
  readonly against: readonly { readonly cell: string; readonly code: string }[];
  /** Titles of the steps before it that are asked for and not done. */
  readonly missingBefore: readonly string[];
}

/** By which steps are judged: what time it is, and which days are worked (default: China's). */
export interface RegisterClock {
  /** An instant with its offset. */
  readonly now: string;
  readonly calendar?: Calendar;
  /** IANA name, default `Asia/Shanghai`. */
  readonly zone?: string;
}

/** What is merely not filled in yet; everything else that is found speaks against the step. */
const OPEN = new Set(['date', 'caller', 'heads-missing', 'votes-missing', 'notice-missing', 'until-missing', 'publicity-running', 'officer', 'supervisor'].map((name) => `discussions/${name}`));

/** The steps with where they stand. The checks are those of a submit; an empty cell makes a step unfinished, not refused. */
export function stepSheets(value: unknown, settings: DiscussionsSettings, { now, calendar = chinaCalendar, zone }: RegisterClock, locale: Locale): { readonly sheets: readonly StepSheet[]; readonly result: DiscussionsResult } {
  const result = checkDiscussions(value as DiscussionsValue | undefined, settings, { calendar, now, locale, ...(zone === undefined ? {} : { zone }) });
  const steps = listIn<Step>(value, 'steps');
  const isMotionOf = new Set(['source', 'motion']);
  let isNextFound = false;
  const missing: string[] = [];
  const sheets = settings.steps.map((each): StepSheet => {
    const status = result.steps.find(({ id }) => id === each.id) ?? { id: each.id, title: each.id, status: 'missing' };
    const { index, title } = status;
    const step = index === undefined ? {} : (steps[index] ?? {});
    const inside = index === undefined ? [] : result.problems.filter(({ pointer }) => pointer.startsWith(`/steps/${index}/`));
    const against = inside.flatMap(({ pointer, code, severity }) => {
      const cell = pointer.slice(`/steps/${String(index)}/`.length);
      return severity === 'error' && !OPEN.has(code) && !(isMotionOf.has(cell) && step[cell as 'motion'] === undefined) ? [{ cell, code }] : [];
    });
    const isWhole = index !== undefined && !inside.some(({ severity }) => severity === 'error') && step.source !== undefined && step.motion !== undefined;
    const isAskedFor = each.required !== false;
    const state: StepState = against.length > 0 ? 'refused' : isWhole ? 'done' : index !== undefined || (!isNextFound && isAskedFor) ? 'current' : 'notYet';
    const missingBefore = [...missing];
    if (state !== 'done' && isAskedFor) {
      isNextFound = true;
      missing.push(title);
    }
    return { settings: each, title, at: `/steps/#${each.id}`, ...(index === undefined ? {} : { index }), step, state, status, against, missingBefore };
  });
  return { sheets, result };
}

/** The value with one cell of a step changed. A step without a filled cell is not recorded any more. */
export function withStepCell(value: DiscussionsValue | undefined, settings: DiscussionsSettings, { settings: { id }, index, step }: Pick<StepSheet, 'settings' | 'index' | 'step'>, cells: Readonly<Record<string, unknown>>): DiscussionsValue | undefined {
  const steps = itemsOf<DiscussionStep>(value?.steps);
  const next = Object.keys(cells).reduce<Step>((made, key) => withMember(made, key, cells[key]), { ...step, step: id }) as DiscussionStep;
  if (Object.keys(next).length === 1) return orNothing(index === undefined ? steps : withoutItem(steps, index));
  if (index !== undefined) return { steps: withItem(steps, index, next) };
  const place = (wanted: string): number => settings.steps.findIndex((each) => each.id === wanted);
  const before = steps.filter((each) => place(each.step) >= 0 && place(each.step) < place(id)).length;
  return { steps: [...steps.slice(0, before), next, ...steps.slice(before)] };
}

/** `undefined` where no step is left: an empty register counts as no answer. */
export const orNothing = (steps: readonly DiscussionStep[]): DiscussionsValue | undefined => (steps.length === 0 ? undefined : { steps: [...steps] });
