import type { Applicant, ConflictGround, Meeting } from '@cobuild/core';

/** Grounds of recusal as bits, in the order of {@link GROUNDS}. */
export type GroundMask = number;

export const GROUNDS: readonly ConflictGround[] = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake'];

export function groundMask(grounds: readonly ConflictGround[]): GroundMask {
  return grounds.reduce((mask, ground) => mask | (1 << GROUNDS.indexOf(ground)), 0);
}

/** What a vote is decided by, in whole heads. */
export interface HeadCounts {
  readonly appointed: number; readonly entitled: number; readonly present: number;
  readonly returned: number; readonly void: number; readonly yes: number; readonly no: number; readonly abstain: number;
  /** False when the tellers' numbers contradict each other. */
  readonly sound: boolean;
  readonly castingVote: Meeting['castingVote'];
  readonly round: number;
}

const APPOINTED = 1;
const RECUSED = 2;
const PRESENT = 4;
const VOTED = 8;

/**
 * Counts heads in a meeting as `decideVote` does, which stays the authority (a property test holds the two together). A hundred thousand meetings of the same few people
 * are counted without sets, problems or anything else that would have to be cleared away: each person has a number, and the counts stand in the counter until the next meeting.
 */
export class HeadCounter implements HeadCounts {
  appointed = 0;
  entitled = 0;
  present = 0;
  returned = 0;
  void = 0;
  yes = 0;
  no = 0;
  abstain = 0;
  sound = true;
  castingVote: Meeting['castingVote'];
  round = 1;
  /** Grounds on which some member has a relation to the applicant. */
  grounds: GroundMask = 0;
  private readonly numberOf = new Map<string, number>();
  private readonly people: string[] = [];
  private marks = new Uint8Array(64);
  private readonly touched: number[] = [];
  private touchedCount = 0;
  /** Who stands next in the list of people; rosters, sign-ins and ballots mostly come in one order. */
  private next = 0;

  count(meeting: Meeting, applicant: Applicant, grounds: GroundMask, secret: boolean): void {
    for (let index = 0; index < this.touchedCount; index += 1) this.marks[this.touched[index] as number] = 0;
    this.touchedCount = 0;
    this.callRoll(meeting, applicant, grounds);
    const { ballots, counts } = meeting;
    if (counts !== undefined && (secret || ballots === undefined || ballots.length === 0)) this.takeCounts(counts);
    else this.countBallots(ballots ?? []);
    this.castingVote = meeting.castingVote;
    this.round = meeting.round ?? 1;
  }

  private callRoll(meeting: Meeting, applicant: Applicant, grounds: GroundMask): void {
    let [appointed, recused, present, found] = [0, 0, 0, 0];
    for (const member of meeting.members) {
      const person = this.personOf(member.id);
      const ground = groundOf(member, applicant);
      found |= ground;
      if (this.mark(person, APPOINTED)) appointed += 1;
      if ((ground & grounds) !== 0 && this.mark(person, RECUSED)) recused += 1;
    }
    for (const { member } of meeting.recused ?? NOBODY) if (this.leaves(member)) recused += 1;
    for (const { member, ground } of meeting.conflicts ?? NOBODY) {
      const declared = groundMask([ground]);
      found |= declared;
      if ((declared & grounds) !== 0 && this.leaves(member)) recused += 1;
    }
    for (const member of meeting.present) {
      const person = this.personOf(member);
      if (((this.marks[person] as number) & (APPOINTED | RECUSED)) === APPOINTED && this.mark(person, PRESENT)) present += 1;
    }
    this.appointed = appointed;
    this.entitled = appointed - recused;
    this.present = present;
    this.grounds = found;
  }

  private takeCounts(counts: NonNullable<Meeting['counts']>): void {
    const { issued, returned, yes, no, abstain } = counts;
    this.sound = issued <= this.present && returned <= issued && yes + no + abstain + counts.void === returned;
    this.returned = returned;
    this.void = counts.void;
    this.yes = yes;
    this.no = no;
    this.abstain = abstain;
  }

  private countBallots(ballots: NonNullable<Meeting['ballots']>): void {
    let [returned, spoilt, yes, no, abstain] = [0, 0, 0, 0, 0];
    for (const { member, choice } of ballots) {
      const person = this.personOf(member);
      if (((this.marks[person] as number) & PRESENT) === 0 || !this.mark(person, VOTED)) continue;
      returned += 1;
      if (choice === 'yes') yes += 1;
      else if (choice === 'no') no += 1;
      else if (choice === 'abstain') abstain += 1;
      else if (choice === 'void') spoilt += 1;
    }
    this.sound = true;
    this.returned = returned;
    this.void = spoilt;
    this.yes = yes;
    this.no = no;
    this.abstain = abstain;
  }

  private personOf(id: string): number {
    const person = this.people[this.next] === id ? this.next : this.numberOf.get(id) ?? this.meet(id);
    this.next = person + 1;
    return person;
  }

  private meet(id: string): number {
    const person = this.people.push(id) - 1;
    this.numberOf.set(id, person);
    if (person >= this.marks.length) {
      const larger = new Uint8Array(this.marks.length * 2);
      larger.set(this.marks);
      this.marks = larger;
    }
    return person;
  }

  /** Whether a member of the roster leaves who had not left before. */
  private leaves(member: string): boolean {
    const person = this.personOf(member);
    return ((this.marks[person] as number) & APPOINTED) !== 0 && this.mark(person, RECUSED);
  }

  /** Whether the mark is new. */
  private mark(person: number, mark: number): boolean {
    const marks = this.marks[person] as number;
    if ((marks & mark) !== 0) return false;
    if (marks === 0) {
      this.touched[this.touchedCount] = person;
      this.touchedCount += 1;
    }
    this.marks[person] = marks | mark;
    return true;
  }
}

const NOBODY: readonly never[] = [];

/** Every ground on which a member has a relation to the applicant. */
function groundOf(member: Meeting['members'][number], applicant: Applicant): GroundMask {
  const sameUnit = member.unit !== undefined && (member.unit === applicant.id || member.unit === applicant.unit);
  const sameTown = member.town !== undefined && member.town === applicant.town;
  const known = (sameUnit ? groundMask(['sameUnit']) : 0) | (sameTown ? groundMask(['sameTown']) : 0);
  if (member.relations === undefined) return known;
  const people = [applicant.id, applicant.unit, ...(applicant.persons ?? []).map(({ id }) => id)];
  return known | groundMask(member.relations.filter(({ to }) => people.includes(to)).map(({ ground }) => ground));
}
