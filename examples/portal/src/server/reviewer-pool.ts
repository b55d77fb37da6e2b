import type { CommitteeMember } from '@cobuild/core';
import type { CaseAction, IdentityAdapter } from '@cobuild/rules';
import type { CaseService } from './case-service.js';
import { takesPart } from './case-service.js';

/** Somebody who may be asked to review, with the applications that they have at the stage already. */
export interface Candidate extends CommitteeMember { readonly load: number }

/** Whom the portal knows in the role that reviews at the stage of a case. */
export class ReviewerPool {
  readonly #cases: Pick<CaseService, 'all'>;
  readonly #identities: IdentityAdapter;

  constructor(cases: Pick<CaseService, 'all'>, identities: IdentityAdapter) {
    this.#cases = cases;
    this.#identities = identities;
  }

  /** Nobody where the case is unknown. */
  async candidates(caseId: string): Promise<readonly Candidate[]> {
    const all = await this.#cases.all();
    const found = all.find(({ state }) => state.id === caseId);
    if (found === undefined) return [];
    const { running, state } = found;
    const stage = running.scheme.stages.find(({ id }) => id === state.stage);
    const others = all.filter(({ running: { scheme }, state: { id } }) => scheme.id === running.scheme.id && id !== caseId);
    const asked = others.flatMap(({ state: { assigned = [] } }) => assigned.flatMap((item) => (item.stage === stage?.id ? item.reviewers : [])));
    return (await this.#identities.demonstrationIdentities())
      .filter((identity) => identity.role === stage?.actor.role && takesPart(identity, running))
      .map(({ id, name, unit, town }) => ({ id, name, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }), load: asked.filter((reviewer) => reviewer === id).length }));
  }

  /** An assignment with who its reviewers are: what the page says of their units is not asked for. */
  async onRecord(caseId: string, { type, data }: CaseAction): Promise<CaseAction> {
    const asked: readonly unknown[] = Array.isArray(data['reviewers']) ? data['reviewers'] : [];
    const people = (await this.candidates(caseId)).filter(({ id }) => asked.includes(id)).map(({ load: _load, ...person }) => person);
    return { type, data: { ...data, people } };
  }
}
