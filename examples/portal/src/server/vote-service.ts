import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import type { Locale, Problem, PublicVote, Scheme } from '@cobuild/core';
import { divideDecimals, decimalToNumber, resolveParameters, sumYuan } from '@cobuild/core';
import type { Identity, PublicTotals, PublicVoteEntry } from '@cobuild/rules';
import { acceptBallot, countPublicVote, publicTotals, publicVoteTally, revokeBallot } from '@cobuild/rules';
import { ADMINISTRATOR } from './demonstration-people.js';
import { voteRoles } from './page-roles.js';
import { portalProblem } from './portal-problem.js';

type Mark = { readonly candidate: string; readonly mark: number };

/** What is published of a vote after its end: numbers, never who chose whom. */
export interface VoteCount { readonly tally: ReturnType<typeof publicVoteTally>; readonly jury?: readonly Mark[] }

export type CastAnswer = { readonly ballot: { readonly id: string; readonly at: string } } | { readonly problems: readonly Problem[] };

/**
 * Boxes of public votes. A ballot lies under a name that only the box can make from a person, with a secret of its own; once the vote is counted the secret is
 * thrown away, and nobody can tell any more whose ballot is whose. No route hands out a ballot.
 */
export class VoteService {
  constructor(private readonly database: PGlite, private readonly now: () => Date) {}

  vote(scheme: Scheme, id: string): PublicVote | undefined {
    return resolveParameters(scheme).publicVotes?.find((vote) => vote.id === id);
  }

  /** Whether somebody may cast a ballot: whoever counts does not vote. */
  mayVote({ role }: Identity, scheme: Scheme): boolean {
    return role !== ADMINISTRATOR && !voteRoles(scheme).count.includes(role);
  }

  /** Ballots of this person that count: that they were cast, never for whom. */
  async own(scheme: Scheme, vote: PublicVote, identity: Identity): Promise<readonly { readonly id: string; readonly at: string }[]> {
    const voter = await this.#voter(scheme, vote, identity);
    const entries = voter === undefined ? [] : await this.#entries(scheme, vote, voter);
    const gone = new Set(entries.flatMap((entry) => (entry.kind === 'cast' ? [] : [entry.ballot])));
    return entries.flatMap((entry) => (entry.kind === 'cast' && !gone.has(entry.id) ? [{ id: entry.id, at: entry.at }] : []));
  }

  async cast(scheme: Scheme, vote: PublicVote, identity: Identity, picks: readonly string[], locale: Locale): Promise<CastAnswer> {
    if (!this.mayVote(identity, scheme)) return { problems: [portalProblem('portal/not-allowed', locale)] };
    const voter = (await this.#voter(scheme, vote, identity)) ?? '';
    const entries = await this.#entries(scheme, vote, voter);
    const receipt = acceptBallot(vote, { entries }, { id: `${vote.id}-${randomUUID().slice(0, 8)}`, voter, picks }, this.#at(), { locale });
    if (receipt.outcome !== 'accepted' || receipt.entry.kind !== 'cast') return { problems: receipt.problems };
    if (!(await this.#append(scheme, vote, voter, entries.length + 1, receipt.entry))) return { problems: [portalProblem('portal/vote-conflict', locale)] };
    return { ballot: { id: receipt.entry.id, at: receipt.entry.at } };
  }

  /** Puts many ballots into the box at once, for a demonstration: those that the vote takes, one of each voter. */
  async fill(scheme: Scheme, vote: PublicVote, ballots: readonly { readonly voter: string; readonly at: string; readonly picks: readonly string[] }[]): Promise<void> {
    const secret = await this.#secret(boxOf(scheme, vote));
    const entries = ballots.flatMap(({ voter: person, at, picks }, index) => {
      const voter = secret === undefined ? '' : nameInBox(secret, person);
      const receipt = acceptBallot(vote, { entries: [] }, { id: `${vote.id}-${index + 1}`, voter, picks }, at);
      return secret !== undefined && receipt.outcome === 'accepted' ? [{ voter, body: JSON.stringify(receipt.entry) }] : [];
    });
    await this.database.query('insert into ballots (vote, voter, number, body) select $1, voter, 1, body from json_to_recordset($2::json) as row(voter text, body text) on conflict do nothing', [boxOf(scheme, vote), JSON.stringify(entries)]);
  }

  async revoke(scheme: Scheme, vote: PublicVote, identity: Identity, ballot: string, locale: Locale): Promise<readonly Problem[]> {
    const voter = (await this.#voter(scheme, vote, identity)) ?? '';
    const entries = await this.#entries(scheme, vote, voter);
    const receipt = revokeBallot(vote, { entries }, { ballot, voter }, this.#at(), { locale });
    if (receipt.outcome !== 'accepted') return receipt.problems;
    return (await this.#append(scheme, vote, voter, entries.length + 1, receipt.entry)) ? [] : [portalProblem('portal/vote-conflict', locale)];
  }

  /** What anybody may see of a running vote. */
  async totals(scheme: Scheme, vote: PublicVote): Promise<PublicTotals> {
    return publicTotals(vote, { entries: await this.#entries(scheme, vote) }, this.#at());
  }

  /** The count, once the vote is over; `undefined` before. Counting throws the secret of the box away. */
  async count(scheme: Scheme, vote: PublicVote): Promise<VoteCount | undefined> {
    const { closesAt } = vote;
    if (typeof closesAt !== 'string' || this.now().getTime() < Date.parse(closesAt)) return undefined;
    await this.database.query('insert into ballot_boxes (vote, secret) values ($1, null) on conflict (vote) do update set secret = null', [boxOf(scheme, vote)]);
    const counted = countPublicVote(vote, { entries: await this.#entries(scheme, vote) }, { asOf: closesAt });
    const jury = vote.jury === undefined ? [] : await this.#juryMarks(scheme, vote);
    return { tally: publicVoteTally(counted), ...(jury.length === 0 ? {} : { jury }) };
  }

  /** A juror's marks, all at once; a second sheet takes the place of the first until the vote is over. */
  async mark(scheme: Scheme, vote: PublicVote, identity: Identity, marks: Readonly<Record<string, unknown>>, locale: Locale): Promise<readonly Problem[]> {
    if (vote.jury === undefined || !voteRoles(scheme).jury.includes(identity.role)) return [portalProblem('portal/not-allowed', locale)];
    const most = typeof vote.jury.fullMark === 'number' ? vote.jury.fullMark : 100;
    const known = (vote.candidates ?? []).map(({ id }) => id);
    const given = known.map((id) => marks[id]);
    const isWhole = Object.keys(marks).length === known.length && given.every((mark) => typeof mark === 'number' && mark >= 0 && mark <= most && Math.round(mark * 100) === mark * 100);
    if (!isWhole) return [portalProblem('portal/jury-marks', locale)];
    await this.database.query('insert into jury_marks (vote, juror, body) values ($1, $2, $3) on conflict (vote, juror) do update set body = $3', [boxOf(scheme, vote), identity.id, JSON.stringify(marks)]);
    return [];
  }

  /** The sheet that a juror handed in; nobody else's. */
  async sheet(scheme: Scheme, vote: PublicVote, identity: Identity): Promise<Readonly<Record<string, number>> | undefined> {
    const { rows } = await this.database.query<{ body: string }>('select body from jury_marks where vote = $1 and juror = $2', [boxOf(scheme, vote), identity.id]);
    return rows[0] === undefined ? undefined : (JSON.parse(rows[0].body) as Readonly<Record<string, number>>);
  }

  /** The mean of all jurors for each candidate, to two decimals. */
  async #juryMarks(scheme: Scheme, vote: PublicVote): Promise<readonly Mark[]> {
    const { rows } = await this.database.query<{ body: string }>('select body from jury_marks where vote = $1', [boxOf(scheme, vote)]);
    const sheets = rows.map(({ body }) => JSON.parse(body) as Readonly<Record<string, number>>);
    if (sheets.length === 0) return [];
    return (vote.candidates ?? []).map(({ id }) => ({ candidate: id, mark: decimalToNumber(divideDecimals(sumYuan(sheets.map((sheet) => sheet[id] ?? 0)), sheets.length, { step: '0.01', mode: 'half-up' })) }));
  }

  #at(): string {
    return this.now().toISOString();
  }

  /** The name under which the ballots of a person lie; `undefined` once the box was counted. */
  async #voter(scheme: Scheme, vote: PublicVote, { id }: Identity): Promise<string | undefined> {
    const secret = await this.#secret(boxOf(scheme, vote));
    return secret === undefined ? undefined : nameInBox(secret, id);
  }

  /** The secret of a box, which it gets with its first ballot; `undefined` once the box was counted. */
  async #secret(box: string): Promise<string | undefined> {
    await this.database.query('insert into ballot_boxes (vote, secret) values ($1, $2) on conflict (vote) do nothing', [box, randomBytes(32).toString('hex')]);
    const { rows } = await this.database.query<{ secret: string | null }>('select secret from ballot_boxes where vote = $1', [box]);
    return rows[0]?.secret ?? undefined;
  }

  async #entries(scheme: Scheme, vote: PublicVote, voter?: string): Promise<readonly PublicVoteEntry[]> {
    const { rows } = await this.database.query<{ body: string }>(`select body from ballots where vote = $1 ${voter === undefined ? '' : 'and voter = $2'} order by position`, [boxOf(scheme, vote), ...(voter === undefined ? [] : [voter])]);
    return rows.map(({ body }) => JSON.parse(body) as PublicVoteEntry);
  }

  /** Each ballot of a person has its number: of two that are cast at once the second finds it taken. */
  async #append(scheme: Scheme, vote: PublicVote, voter: string, number: number, entry: PublicVoteEntry): Promise<boolean> {
    const { rows } = await this.database.query('insert into ballots (vote, voter, number, body) values ($1, $2, $3, $4) on conflict do nothing returning number', [boxOf(scheme, vote), voter, number, JSON.stringify(entry)]);
    return rows.length === 1;
  }
}

const nameInBox = (secret: string, person: string): string => createHmac('sha256', secret).update(person).digest('hex');

const boxOf = ({ id }: Scheme, vote: PublicVote): string => `${id}/${vote.id}`;
