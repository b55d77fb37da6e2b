import type { FormDefinition } from '@cobuild/core';
import type { Identity, PublicTotals } from '@cobuild/rules';
import type { BallotBox, CobuildForm, CobuildPublicVote, CountedTally } from '@cobuild/components';
import { call } from './api.js';
import type { CaseView } from './case-summary.js';
import { actorOf } from './desk.js';
import { wordsOf } from './language.js';
import { localize } from './localize.js';
import type { Running } from './page.js';
import { currentScheme, make, ofScheme, onRoute, paragraph, partsOf, show, startSession, tell, tellProblems } from './page.js';

const words = wordsOf({
  'zh-CN': { none: '这个方案没有群众投票。', votes: '各项投票', marked: '打分已交。投票结束前可以再改。' },
  en: { none: 'This scheme has no public vote.', votes: 'Votes', marked: 'Your marks are handed in. You may change them until the vote ends.' },
});

async function main(): Promise<void> {
  const { identity } = await startSession();
  const running = await currentScheme();
  if (running === undefined) return;
  const votes = running.scheme.publicVotes ?? [];
  onRoute((_, id) => void open(running, identity, votes.find((each) => each.id === id) ?? votes[0]));
}

async function open(running: Running, identity: Identity | null, chosen: NonNullable<Running['scheme']['publicVotes']>[number] | undefined): Promise<void> {
  if (chosen === undefined) return show(paragraph(words.none));
  const votes = running.scheme.publicVotes ?? [];
  const shown = await vote(running, identity, chosen.id);
  show(...(votes.length < 2 ? [] : [partsOf(words.votes, votes.map(({ id, title }) => [`vote/${encodeURIComponent(id)}`, localize(title)]), `vote/${encodeURIComponent(chosen.id)}`)]), ...shown);
}

async function vote(running: Running, identity: Identity | null, id: string): Promise<readonly HTMLElement[]> {
  const { scheme } = running;
  const answer = await call<{ totals?: PublicTotals; count?: CountedTally }>('GET', ofScheme(`/api/votes/${encodeURIComponent(id)}`));
  if (!answer.ok) {
    tellProblems(answer.problems);
    return [];
  }
  const { totals, count } = answer.value;
  const own = identity === null ? undefined : await call<{ mayVote: boolean }>('GET', ofScheme(`/api/votes/${encodeURIComponent(id)}/own`));
  const element = make<CobuildPublicVote>('cobuild-public-vote', { scheme, vote: id, ...(totals === undefined ? {} : { totals }), ...(count === undefined ? {} : { count }), ...(own?.ok === true && own.value.mayVote ? { box: boxOf() } : {}) });
  if (identity !== null && count !== undefined) await offerRecording(element, identity, id, running);
  const sheet = identity === null || count !== undefined ? [] : await jurySheet(id);
  return [element, ...sheet];
}

/** Ballots go to the server, which knows who casts them. */
function boxOf(): BallotBox {
  const address = (vote: string, rest: string): string => ofScheme(`/api/votes/${encodeURIComponent(vote)}/${rest}`);
  return {
    own: async (vote) => {
      const answer = await call<{ ballots: Awaited<ReturnType<BallotBox['own']>> }>('GET', address(vote, 'own'));
      if (!answer.ok) throw new Error(answer.problems.map(({ message }) => message).join(' '));
      return answer.value.ballots;
    },
    cast: async (vote, picks) => {
      const answer = await call<{ ballot: { id: string; at: string } }>('POST', address(vote, 'ballots'), { picks });
      return answer.ok ? answer.value : { problems: answer.problems };
    },
    revoke: async (vote, ballot) => {
      const answer = await call('DELETE', address(vote, `ballots/${encodeURIComponent(ballot)}`));
      return { problems: answer.ok ? [] : answer.problems };
    },
  };
}

/** Whoever carries the vote out writes its count into the log of each case that waits for it. */
async function offerRecording(element: CobuildPublicVote, identity: Identity, vote: string, { scheme }: Running): Promise<void> {
  const stage = scheme.stages.find(({ publicVote }) => publicVote === vote);
  if (stage?.actor.role !== identity.role) return;
  const answer = await call<{ cases: CaseView[] }>('GET', ofScheme('/api/cases'));
  if (!answer.ok) return tellProblems(answer.problems);
  let cases = answer.value.cases.filter(({ state }) => state.stage === stage.id && typeof state.answers['candidate'] === 'string');
  const give = (): void => { element.cases = cases.map(({ state }) => ({ candidate: String(state.answers['candidate']), state })); };
  element.actor = actorOf(identity);
  give();
  let queue = Promise.resolve();
  element.addEventListener('cobuild-action', (event) => {
    event.preventDefault();
    const { action, caseId = '' } = event.detail;
    element.busy = true;
    queue = queue.then(async () => {
      const sequence = cases.find(({ state }) => state.id === caseId)?.state.sequence;
      const done = await call<CaseView>('POST', `/api/cases/${encodeURIComponent(caseId)}/actions`, { action, sequence });
      element.busy = false;
      if (!done.ok) {
        element.problems = done.problems;
        return;
      }
      cases = cases.map((view) => (view.state.id === caseId ? done.value : view));
      element.problems = [];
      give();
    });
  });
}

/** A juror's own sheet; nobody sees another one's. */
async function jurySheet(vote: string): Promise<readonly HTMLElement[]> {
  const path = ofScheme(`/api/votes/${encodeURIComponent(vote)}/sheet`);
  const answer = await call<{ form?: FormDefinition; marks?: Readonly<Record<string, number>> }>('GET', path);
  if (!answer.ok || answer.value.form === undefined) return [];
  const { form, marks = {} } = answer.value;
  const element = make<CobuildForm>('cobuild-form', { definition: form, value: marks });
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    void call('PUT', path, { marks: (event as CustomEvent<{ value: unknown }>).detail.value }).then((sent) => {
      if (sent.ok) tell(words.marked);
      else tellProblems(sent.problems);
    });
  });
  return [element];
}

void main();
