import type { Scheme } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import type { CobuildScoreSheet, SheetDraft } from '@cobuild/components';
import { call } from './api.js';
import type { CaseView } from './case-summary.js';
import { actorOf, handleActionsOnMany } from './desk.js';
import { portalHosts } from './hosts.js';
import { wordsOf } from './language.js';
import { localize } from './localize.js';
import { currentScheme, make, ofScheme, paragraph, show, startSession, tellProblems, wrongIdentity } from './page.js';

const words = wordsOf({
  'zh-CN': { empty: '还没有需要评分的项目。申请到了评分的环节，会出现在这里。' },
  en: { empty: 'There is no project to score yet. Applications that come to scoring stand here.' },
});

async function main(): Promise<void> {
  const session = await startSession();
  const running = await currentScheme();
  if (running === undefined || wrongIdentity(session) || session.identity === null) return;
  const { identity, identities } = session;
  const answer = await call<{ cases: CaseView[] }>('GET', ofScheme('/api/cases'));
  if (!answer.ok) return tellProblems(answer.problems);
  const { scheme, today } = running;
  const stages = new Map(scheme.stages.filter(({ method }) => method === 'score').map((stage) => [stage.id, stage]));
  const roles = new Set(scheme.stages.filter(({ method }) => method === 'score').map(({ actor }) => actor.role));
  // Where the scheme says who scores what, the projects of other people are no work of this one.
  const isOwn = ({ assigned = [] }: CaseView['state']): boolean => assigned.some(({ stage, reviewers }) => stages.has(stage) && reviewers.includes(identity.id));
  const isAssigned = [...stages.values()].some(({ assignment }) => assignment !== undefined);
  const cases = answer.value.cases.filter(({ state }) => (stages.has(state.stage) || state.scoring !== undefined) && (!isAssigned || isOwn(state)));
  if (cases.length === 0) return show(paragraph(words.empty));
  const reviewers = identities.filter(({ role }) => roles.has(role));
  const group = reviewers.filter(({ unit }) => unit === identity.unit);
  // Where experts come in groups, each belongs to the one that is their unit.
  const isGrouped = group.some(({ id }) => id === identity.id) && group.length > 1 && group.length < reviewers.length;
  const panel = isGrouped ? group : reviewers;
  const element = make<CobuildScoreSheet>('cobuild-score-sheet', {
    scheme, states: cases.map(({ state }) => state), actor: actorOf(identity), today, hosts: portalHosts(identity), drafts: sheetDrafts(identity.id), ...(isGrouped && identity.unit !== undefined ? { panel: identity.unit, ...panelTitle(scheme, identity) } : {}),
    reviewers: panel.map(({ id, name, unit, town }) => ({ id, name, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) })),
  });
  handleActionsOnMany(element, cases);
  show(element);
}

/** The group by its name in the scheme, which has one for each language. */
function panelTitle({ organisation }: Scheme, { unit, unitName = '' }: Identity): { readonly panelTitle?: string } {
  const title = localize(organisation.units?.find(({ id }) => id === unit)?.title) || unitName;
  return title === '' ? {} : { panelTitle: title };
}

/** Sheets in the making stay in this browser until they are handed in. */
function sheetDrafts(person: string): NonNullable<CobuildScoreSheet['drafts']> {
  const key = (caseId: string): string => `sheet ${person} ${caseId}`;
  return {
    load: (caseId) => {
      const kept = localStorage.getItem(key(caseId));
      return Promise.resolve(kept === null ? undefined : (JSON.parse(kept) as SheetDraft));
    },
    save: (caseId, draft) => {
      localStorage.setItem(key(caseId), JSON.stringify(draft));
      return Promise.resolve({ savedAt: new Date().toISOString() });
    },
    remove: (caseId) => {
      localStorage.removeItem(key(caseId));
      return Promise.resolve();
    },
  };
}

void main();
