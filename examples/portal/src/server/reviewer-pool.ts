import type { CommitteeMember, Locale, Problem } from '@cobuild/core';
import { resolveParameters } from '@cobuild/core';
import type { CaseAction, CaseState, Identity, IdentityAdapter } from '@cobuild/rules';
import type { CaseService } from './case-service.js';
import { takesPart } from './case-service.js';
import { portalProblem } from './portal-problem.js';

/** Somebody who may be asked to review, with the applications that they have at the stage already. */
export interface Candidate extends CommitteeMember { readonly load: number }

/** Whom the portal knows in the role that reviews at the stage of a case. */
export class ReviewerPool {
  readonly #cases: Pick<CaseService, 'all' | 'stored' | 'view'>;
  readonly #identities: IdentityAdapter;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(cases: Pick<CaseService, 'all' | 'stored' | 'view'>, identities: IdentityAdapter) {
    this.#cases = cases;
    this.#identities = identities;
  }

  /**
   * Nobody where the case is unknown.
   *
   * @param own - Whether the case itself counts, as in a list of several. Default: what they have besides it.
   */
  async candidates(caseId: string, own: 'counted' | 'besides' = 'besides'): Promise<readonly Candidate[]> {
    const all = await this.#cases.all();
    const found = all.find(({ state }) => state.id === caseId);
    if (found === undefined) return [];
    const { running, state } = found;
    const stage = running.scheme.stages.find(({ id }) => id === state.stage);
    const others = all.filter(({ running: { scheme }, state: { id } }) => scheme.id === running.scheme.id && (own === 'counted' || id !== caseId));
    // What ended in an earlier year is no burden any more.
    const counts = (other: CaseState): boolean => other.status !== 'ended' || other.submittedAt.slice(0, 4) === state.submittedAt.slice(0, 4);
    const asked = others.filter((other) => counts(other.state)).flatMap(({ state: { assigned = [] } }) => assigned.flatMap((item) => (item.stage === stage?.id ? item.reviewers : [])));
    return (await this.#identities.demonstrationIdentities())
      .filter((identity) => identity.role === stage?.actor.role && takesPart(identity, running))
      .map(({ id, name, unit, town }) => ({ id, name, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }), load: asked.filter((reviewer) => reviewer === id).length }));
  }

  /**
   * Assigns reviewers to a case. The event says who they are, as the portal knows them: what the page says of their units is not asked for. Nobody
   * is given more than the scheme allows: the rules see one case at a time, so it is counted here over all of them.
   *
   * @param identity - Who assigns. Whoever may not is refused by the rules and learns nothing of what others have to do.
   * @param act - Does the assignment. One comes after the other: two at the same moment would both find the last place free.
   */
  assign<T>(identity: Identity, caseId: string, { type, data }: CaseAction, locale: Locale, act: (action: CaseAction) => Promise<T>): Promise<T | { readonly problems: readonly Problem[] }> {
    const work = async (): Promise<T | { readonly problems: readonly Problem[] }> => {
      const asked: readonly unknown[] = Array.isArray(data['reviewers']) ? data['reviewers'] : [];
      const chosen = (await this.candidates(caseId)).filter(({ id }) => asked.includes(id));
      const limit = await this.#limit(identity, caseId);
      const full = limit === undefined ? [] : chosen.filter(({ load }) => load >= limit);
      if (full.length > 0) return { problems: [portalProblem('portal/reviewer-full', locale, { reviewers: full.map(({ id, name = id }) => name), limit })] };
      return act({ type, data: { ...data, people: chosen.map(({ load: _load, ...person }) => person) } });
    };
    return this.inTurn(work);
  }

  /** Does something when every assignment that was begun before is done, and keeps later ones waiting until it is done itself. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** How many applications one person may have at the stage of a case; `undefined` where the scheme says nothing, or this is not for whoever asks. */
  async #limit(identity: Identity, caseId: string): Promise<number | undefined> {
    const mayAssign = (await this.#cases.view(identity, caseId))?.next.some(({ type }) => type === 'reviewersAssigned') === true;
    const found = mayAssign ? await this.#cases.stored(caseId) : undefined;
    const limit = found === undefined ? undefined : resolveParameters(found.running.scheme).stages.find(({ id }) => id === found.state.stage)?.assignment?.limit;
    return typeof limit === 'number' ? limit : undefined;
  }
}
