import type { Applicant, PanelRules, ScoreSheet } from '@cobuild/core';
import { recusalGround } from '../vote/recusal.js';
import type { Holes } from './read-scoring.js';
import { choiceSetting } from './read-scoring.js';
import type { PanelEntry } from './score-types.js';

/** A conflict of interest on record, apart from what the sheet itself says. */
export interface RecordedRecusal {
  readonly reviewer: string;
  /** `kin`, `tookPart`, …: what the scheme names, or any other word (then hard). */
  readonly ground: string;
  /** `hard` makes a soft ground hard; `soft` cannot make a hard one soft. */
  readonly kind?: 'hard' | 'soft';
  readonly reason?: string;
}

/** Somebody who is to score. */
export interface Reviewer { readonly id: string; readonly name?: string; readonly unit?: string; readonly town?: string }

type Recusal = NonNullable<PanelEntry['recusal']>;

/**
 * The conflict of interest that weighs most: by the scheme itself (same unit, same town), declared on the sheet, or recorded by the office. `open`
 * where the scheme has not fixed what the ground does.
 */
export function recusalOf(rules: PanelRules['recusal'], sheet: ScoreSheet | undefined, reviewer: Reviewer, recorded: readonly RecordedRecusal[], applicant: Applicant | undefined, holes: Holes): Recusal | 'open' | undefined {
  const found: (Recusal | 'open')[] = [
    ...automatic(rules, reviewer, applicant, holes),
    ...[sheet?.recusal, ...recorded.filter((recusal) => recusal.reviewer === reviewer.id)].flatMap((declared) => (declared === undefined ? [] : [declaredRecusal(rules, declared, holes)])),
  ];
  return found.find((recusal) => recusal !== 'open' && recusal.kind === 'hard') ?? found.find((recusal) => recusal === 'open') ?? found[0];
}

function automatic(rules: PanelRules['recusal'], { id, unit, town }: Reviewer, applicant: Applicant | undefined, holes: Holes): (Recusal | 'open')[] {
  const member = { id, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) };
  return (['sameUnit', 'sameTown'] as const).flatMap((ground): (Recusal | 'open')[] => {
    if (rules?.[ground] === undefined || recusalGround([ground], member, applicant) === undefined) return [];
    const kind = choiceSetting(rules[ground], ['hard', 'soft'] as const, `panel/recusal/${ground}`, holes);
    return [kind === undefined ? 'open' : { kind, ground, source: 'automatic' }];
  });
}

function declaredRecusal(rules: PanelRules['recusal'], { ground, kind: declared, reason }: Omit<RecordedRecusal, 'reviewer'>, holes: Holes): Recusal | 'open' {
  const setting: unknown = rules !== undefined && Object.prototype.hasOwnProperty.call(rules, ground) ? rules[ground as keyof typeof rules] : undefined;
  const kind = declared === 'hard' ? 'hard' : choiceSetting(setting, ['hard', 'soft'] as const, `panel/recusal/${ground}`, holes, 'hard');
  return kind === undefined ? 'open' : { kind, ground, source: 'declared', ...(reason === undefined ? {} : { reason }) };
}
