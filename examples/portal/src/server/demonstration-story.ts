import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Case } from '@cobuild/core';
import type { CaseAction, Identity, IdentityAdapter, ProjectAction, RegistryAdapter } from '@cobuild/rules';
import { sheetFromCases } from '@cobuild/rules';
import { takesPart } from './case-service.js';
import type { RunningScheme } from './published-schemes.js';
import type { ServiceParts, Services } from './services.js';
import { createServices } from './services.js';

export interface StoryParts extends Omit<ServiceParts, 'now'> {
  readonly identities: IdentityAdapter;
  readonly registry: RegistryAdapter;
  /** Folder of the example schemes, whose cases are told. */
  readonly examples: string;
  /** The real clock. */
  readonly now: () => Date;
}

/** Cases of a scheme that are told; with 135 of them a list would say nothing. */
const TOLD = 12;
const DAY_MS = 86_400_000;
/** When the story of the service station is over: before it, a demonstration would hold things to come. */
const STORY_ENDS = '2026-09-11T00:00:00+08:00';

/** Schemes whose pages hold made-up cases; pages say so. */
export async function isDemonstration(database: PGlite, schemeId: string): Promise<boolean> {
  return (await database.query('select 1 from demonstrations where scheme = $1', [schemeId])).rows.length > 0;
}

/**
 * Fills the pages of a scheme with the projects that the articles name, played through the same services as everything else; once, and only where nobody has filled in anything.
 * What a scheme refuses is left out.
 */
export async function tellStory(parts: StoryParts, running: RunningScheme): Promise<void> {
  const { database, examples } = parts;
  const id = running.scheme.id;
  const made = await database.query('insert into demonstrations (scheme, made_at) values ($1, $2) on conflict do nothing returning scheme', [id, parts.now().toISOString()]);
  if (made.rows.length === 0 || parts.now() < new Date(STORY_ENDS)) return;
  const story = new Story(parts, running, await peopleOf(parts, running));
  const cases = readCases(examples, id);
  if (id === 'gaoming-demo') await story.gaoming(cases);
  else if (running.scheme.publicVotes !== undefined) await story.votes();
  else if (id === 'yangjiang-households-demo') await story.register(cases[0]);
  else if (cases.length > 100) await story.table(cases.slice(0, TOLD));
  else await story.examples(cases.slice(-TOLD));
}

async function peopleOf({ identities }: StoryParts, running: RunningScheme): Promise<readonly Identity[]> {
  return (await identities.demonstrationIdentities()).filter((identity) => takesPart(identity, running));
}

/** Those of the scheme that runs, else those that lie in the folder that it extends. */
function readCases(examples: string, id: string): readonly Case[] {
  const file = [id, id.replace(/-demo$/, '')].map((name) => join(examples, name, 'cases.jsonl')).filter((path) => existsSync(path));
  const path = id === 'gaoming-demo' ? join(examples, 'gaoming/cases.jsonl') : file[0];
  return path === undefined ? [] : readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
}

class Story {
  #clock: Date;
  readonly #services: Services;

  constructor(private readonly parts: StoryParts, private readonly running: RunningScheme, private readonly people: readonly Identity[]) {
    this.#clock = parts.now();
    this.#services = createServices({ ...parts, now: () => this.#clock });
  }

  #at(instant: string): void {
    this.#clock = new Date(instant);
  }

  #daysAgo(days: number): void {
    this.#clock = new Date(this.parts.now().getTime() - days * DAY_MS);
  }

  #role(role: string): Identity | undefined {
    return this.people.find((person) => person.role === role);
  }

  #person(id: string): Identity | undefined {
    return this.people.find((person) => person.id === id);
  }

  async #submit(by: Identity | undefined, answers: Case['answers'], key: string): Promise<string | undefined> {
    const made = by === undefined ? undefined : await this.#services.cases.submit(by, answers, `demonstration/${this.running.scheme.id}/${key}`, 'zh-CN', this.running.hash);
    return made?.problems === undefined ? made?.value.state.id : undefined;
  }

  /** @returns whether it was done. */
  async #act(by: Identity | undefined, caseId: string, type: CaseAction['type'], data: CaseAction['data']): Promise<boolean> {
    const done = by === undefined ? undefined : await this.#services.cases.act(by, caseId, { type, data }, undefined, undefined, 'zh-CN');
    return done !== undefined && done.problems === undefined;
  }

  async #project(by: string, id: string, type: ProjectAction['type'], data: object): Promise<void> {
    const person = this.#person(by);
    if (person !== undefined) await this.#services.projects.act(person, id, { type, data } as ProjectAction, undefined, 'zh-CN');
  }

  /** The service station from its application to an open finding, and two more projects on their way. */
  async gaoming(cases: readonly Case[]): Promise<void> {
    const [station, safety, culture] = cases;
    if (station === undefined || safety === undefined || culture === undefined) return;
    this.#at('2026-03-05T09:30:00+08:00');
    const id = await this.#submit(this.#person('secretary-heshun'), station.answers, station.id);
    if (id !== undefined) await this.#approved(id);
    this.#daysAgo(6);
    const waiting = await this.#submit(this.#person('secretary-liuan'), { ...culture.answers, organisationName: '高明区杨和镇柳岸村党支部' }, culture.id);
    if (waiting !== undefined) await this.#act(this.#person('reviewer-yanghe'), waiting, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: townFindings });
    this.#daysAgo(2);
    await this.#submit(this.#person('secretary-qingchuan'), safety.answers, safety.id);
  }

  async #approved(id: string): Promise<void> {
    const clerk = this.#person('committee-clerk');
    await this.#act(this.#person('reviewer-hecheng'), id, 'reviewed', { stage: 'preliminary', outcome: 'forward', answers: townFindings });
    this.#at('2026-03-06T09:00:00+08:00');
    const members = await this.parts.registry.committeeMembers('jointReview', this.running.scheme.id);
    await this.#act(clerk, id, 'meetingOpened', { stage: 'jointReview', members });
    const seated = members.slice(0, 20);
    for (const { id: member } of seated) await this.#act(clerk, id, 'memberSignedIn', { member });
    await this.#act(clerk, id, 'votingOpened', {});
    for (const { id: member } of seated) await this.#act(clerk, id, 'ballotCast', { member, choice: 'yes' });
    await this.#act(clerk, id, 'votingClosed', {});
    await this.#act(clerk, id, 'noticePublished', { notice: 'approvedProjects', postedOn: '2026-03-06', until: '2026-03-13' });
    this.#at('2026-03-16T09:00:00+08:00');
    await this.#act(clerk, id, 'reviewed', { stage: 'publicity', outcome: 'confirmed' });
    await this.#carriedOut(id);
  }

  async #carriedOut(id: string): Promise<void> {
    this.#at('2026-04-02T10:00:00+08:00');
    await this.#project('committee-clerk', id, 'contractSigned', { on: '2026-04-01' });
    await this.#project('committee-clerk', id, 'tranchePaid', { tranche: 'signing', amount: 42000, on: '2026-04-02', voucher: '拨-2026-031' });
    await this.#project('secretary-heshun', id, 'fundsReceived', { source: 'own', amount: 9800, on: '2026-04-02', voucher: '收-1' });
    this.#at('2026-06-04T10:00:00+08:00');
    await this.#project('secretary-heshun', id, 'expenseRecorded', { line: 'line-1', amount: 30000, on: '2026-05-20', payee: '荷城街道安居装饰工程部', purpose: '墙面地面改造首付', voucher: '记-3' });
    await this.#project('secretary-heshun', id, 'expenseRecorded', { line: 'line-2', amount: 15200, on: '2026-06-03', payee: '明城净水设备店', purpose: '饮水设备', voucher: '记-4' });
    this.#at('2026-06-30T10:00:00+08:00');
    await this.#project('secretary-heshun', id, 'reportSubmitted', { duty: 'progress', period: '2026-04-01/2026-06-30', answers: stationReport });
    this.#at('2026-07-06T10:00:00+08:00');
    await this.#project('reviewer-hecheng', id, 'reportAccepted', { report: 'report-1' });
    this.#at('2026-09-10T10:00:00+08:00');
    await this.#project('supervisor', id, 'findingRaised', { body: 'discipline', kind: 'papers', severity: 'serious', text: '饮水设备采购没有三家比价的材料，请补齐。', item: { kind: 'project' }, dueOn: '2026-10-15' });
  }

  /** Votes of residents and the marks of a jury, on the days of the vote. */
  async votes(): Promise<void> {
    const { scheme } = this.running;
    for (const { id } of scheme.publicVotes ?? []) {
      const vote = this.#services.votes.vote(scheme, id);
      if (vote === undefined || typeof vote.opensAt !== 'string') continue;
      const candidates = (vote.candidates ?? []).map((candidate) => candidate.id);
      const opens = Date.parse(vote.opensAt);
      for (let voter = 0; voter < 36; voter += 1) {
        this.#clock = new Date(opens + (voter % 9) * DAY_MS + voter * 60_000);
        const picks = candidates.filter((_, index) => (index * 7 + voter * 3) % 5 === 0).slice(0, 5);
        await this.#services.votes.cast(scheme, vote, { id: `demonstration-voter-${voter}`, name: '', role: 'resident' }, picks, 'zh-CN');
      }
      const juror = this.#role('juror');
      if (juror !== undefined) await this.#services.votes.mark(scheme, vote, juror, Object.fromEntries(candidates.map((candidate, index) => [candidate, 78 + ((index * 5) % 20)])), 'zh-CN');
    }
  }

  /** Sixteen member households of one village, as the article counts them, marked by village and town. */
  async register(example: Case | undefined): Promise<void> {
    const { scheme } = this.running;
    const [secretary, town] = [this.#role('villageSecretary'), this.#role('townOfficer')];
    if (example === undefined || secretary === undefined || town === undefined) return;
    const numbers = Array.from({ length: 16 }, (_, index) => index + 1);
    const idOf = (number: number): string => `HT-${String(number).padStart(2, '0')}`;
    const names = ['冯海生', '陈水妹', '梁亚福', '黄社养', '林带娣', '关国强', '敖惠珍', '谭家明'];
    await this.#services.register.load(scheme, numbers.map((number) => ({
      id: idOf(number), submittedAt: example.submittedAt, applicant: example.applicant,
      answers: { ...example.answers, memberName: `${names[(number - 1) % names.length] ?? ''}${number > names.length ? '（二组）' : ''}`, householdCode: idOf(number), plateNumber: `海头${String(number).padStart(2, '0')}`, householdsServed: 8 + (number % 7) },
    })));
    const marks = (input: string, from: number) => numbers.map((number) => ({ id: idOf(number), input, mark: from + ((number * 11) % 40) }));
    await this.#services.register.mark(scheme, secretary, marks('village', 58));
    await this.#services.register.mark(scheme, town, marks('town', 55));
  }

  /** Entered from a table, on behalf of the applicants. */
  async table(cases: readonly Case[]): Promise<void> {
    const { scheme } = this.running;
    const officer = scheme.organisation.roles.filter(({ level }) => level === scheme.organisation.levels[0]?.id).map(({ id }) => this.#role(id)).find((person) => person !== undefined && scheme.stages.some(({ actor }) => actor.role === person.role));
    if (officer === undefined) return;
    const plain = cases.map(({ id, submittedAt, applicant, answers }): Case => ({ id, submittedAt, applicant, answers }));
    this.#daysAgo(9);
    await this.#services.intake.takeIn(officer, this.running, sheetFromCases(scheme, plain), { document: '各单位申报汇总.xlsx', locale: 'zh-CN', store: true });
  }

  /** The scheme's own example cases, each as far as its reviews lead. */
  async examples(cases: readonly Case[]): Promise<void> {
    const { scheme } = this.running;
    const applicant = this.#role(scheme.stages[0]?.actor.role ?? '');
    for (const [index, { id, answers, reviews = [] }] of cases.entries()) {
      this.#daysAgo(12 - (index % 12));
      const caseId = await this.#submit(applicant, answers, id);
      if (caseId === undefined) continue;
      for (const { stage, outcome, answers: filledIn, reason } of reviews) {
        const by = this.#role(scheme.stages.find((each) => each.id === stage)?.actor.role ?? '');
        const data = { stage, outcome, ...(filledIn === undefined ? {} : { answers: filledIn }), reason: reason ?? '符合要求，按程序办理。' };
        if (!(await this.#act(by, caseId, 'reviewed', data))) break;
      }
    }
  }
}

const townFindings = { dutyFinding: '两委班子团结，村级事务公开及时，去年的项目均已结项。', inScope: true, declarationsChecked: true, rank: 1 };
const stationReport = {
  period: '2026年第二季度', received: 51800, spending: [{ subject: '墙面地面改造首付', amount: 30000, voucher: '记-3' }, { subject: '饮水设备', amount: 15200, voucher: '记-4' }],
  progress: '墙面和地面已完成，饮水设备已到货，预计七月底完成安装。', problems: '雨季影响外墙施工。',
};
