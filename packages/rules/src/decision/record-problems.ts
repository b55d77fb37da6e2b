import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { localize, nearestName } from '@cobuild/core';
import { findOutcome, findStage } from './stage-lookup.js';

/** A word in a case that has to be one of the scheme's. */
interface Mention { readonly pointer: string; readonly id: string; readonly known: readonly { readonly id: string; readonly title: unknown }[]; readonly kind: 'stage' | 'outcome' | 'level'; readonly severity?: Problem['severity']; readonly stage?: string }

/** Records of a case about stages, outcomes and levels that the scheme does not have: nothing would ever read them. */
export function recordProblems(scheme: Scheme, caseData: Case, document: string, locale: Locale): Problem[] {
  return mentions(scheme, caseData).filter(({ id, known }) => known.every((one) => one.id !== id)).map((mention) => problemOf(mention, document, locale));
}

function mentions(scheme: Scheme, { applicant, stage, reviews = [], scores = [], evidence = [], overrides = [], events = [] }: Case): Mention[] {
  const stageAt = (pointer: string, id: string | undefined): Mention[] => (id === undefined ? [] : [{ pointer, id, known: scheme.stages, kind: 'stage' }]);
  const outcomeAt = (pointer: string, stageId: string, id: string): Mention[] => {
    const found = findStage(scheme, stageId);
    return found === undefined || findOutcome(found, id) !== undefined ? [] : [{ pointer, id, known: found.outcomes, kind: 'outcome', stage: stageId }];
  };
  return [
    ...(applicant.level === undefined ? [] : [{ pointer: '/applicant/level', id: applicant.level, known: scheme.organisation.levels, kind: 'level' as const }]),
    // The host's own note decides nothing.
    ...stageAt('/stage', stage).map((mention): Mention => ({ ...mention, severity: 'warning' })),
    ...reviews.flatMap((review, index) => [...stageAt(`/reviews/${index}/stage`, review.stage), ...outcomeAt(`/reviews/${index}/outcome`, review.stage, review.outcome)]),
    ...scores.flatMap((sheet, index) => stageAt(`/scores/${index}/stage`, sheet.stage)),
    ...evidence.flatMap((record, index) => stageAt(`/evidence/${index}/stage`, record.stage)),
    ...overrides.flatMap((override, index) => stageAt(`/overrides/${index}/stage`, override.stage)),
    ...events.flatMap(({ data }, index) => {
      const at = `/events/${index}/data`;
      const named = 'stage' in data && typeof data.stage === 'string' ? data.stage : undefined;
      return [...stageAt(`${at}/stage`, named), ...(named !== undefined && 'outcome' in data && typeof data.outcome === 'string' ? outcomeAt(`${at}/outcome`, named, data.outcome) : [])];
    }),
  ];
}

const WORDS: Readonly<Record<Mention['kind'], Readonly<Record<Locale, string>>>> = { stage: { 'zh-CN': '环节', en: 'stage' }, outcome: { 'zh-CN': '办理结果', en: 'outcome' }, level: { 'zh-CN': '层级', en: 'level' } };

function problemOf({ pointer, id, known, kind, severity = 'error', stage }: Mention, document: string, locale: Locale): Problem {
  const word = WORDS[kind][locale];
  const ids = known.map((one) => one.id);
  const nearest = nearestName(id, ids);
  const list = known.map((one) => {
    const title = localize(one.title as Parameters<typeof localize>[0], locale);
    return title === '' ? one.id : locale === 'en' ? `${one.id} (${title})` : `${one.id}（${title}）`;
  });
  const sentences = locale === 'en'
    ? {
      message: kind === 'outcome' ? `The stage "${stage ?? ''}" has no outcome "${id}", so this record counts for nothing.` : kind === 'stage' ? `The scheme has no stage "${id}", so this record counts for nothing.` : `The scheme has no level "${id}".`,
      remedy: `${nearest === undefined ? '' : `Did you mean "${nearest}"? `}Known: ${list.join(', ')}.`,
    }
    : {
      message: kind === 'outcome' ? `环节“${stage ?? ''}”没有“${id}”这个办理结果，这条记录不起作用` : kind === 'stage' ? `方案没有“${id}”这个环节，这条记录不起作用` : `方案没有“${id}”这个${word}`,
      remedy: `${nearest === undefined ? '' : `是否想写“${nearest}”？`}可以写：${list.join('、')}。`,
    };
  return { code: `case/unknown-${kind}`, severity, document, pointer, params: { [kind]: id, known: ids, ...(nearest === undefined ? {} : { nearest }) }, ...sentences };
}
