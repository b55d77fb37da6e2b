import type { Calendar, EventActor, LocalizedText, ProjectPost, Scheme } from '@cobuild/core';
import type { FundedProject, PostHolder, PostHolding, ProjectAction, ProjectActionType, ProjectEvent, ProjectOpening } from './project-types.js';
import { reportsDue } from './report-periods.js';

/** What waits for the holder of a post: a report to hand in or to decide on, a finding to put right. It belongs to the post and goes with it. */
export interface PostTask {
  readonly kind: 'handIn' | 'receive' | 'finding';
  /** Duty with its period, report, finding. */
  readonly about: string;
  readonly title: LocalizedText;
  /** Last day, `2026-03-05`; none for what waits for a decision. */
  readonly dueOn?: string;
}

/** A post of a project: who holds it, who held it before, and what waits for its holder. */
export interface PostCard {
  readonly post: ProjectPost;
  readonly holdings: readonly PostHolding[];
  readonly earlier: readonly PostHolding[];
  /** How many holders are missing. */
  readonly missing: number;
  readonly tasks: readonly PostTask[];
}

type PostEvent = Extract<ProjectEvent, { type: 'holderAppointed' | 'holderReplaced' | 'holderReleased' }>;

const isPostEvent = (event: ProjectEvent): event is PostEvent => event.type === 'holderAppointed' || event.type === 'holderReplaced' || event.type === 'holderReleased';

/** The holdings after an event of a post. Those that end stay, with who followed and why. */
export function holdingsAfter(holdings: readonly PostHolding[] = [], { type, data, at, actor: by }: PostEvent): readonly PostHolding[] {
  const id = `holding-${holdings.length + 1}`;
  const begun = (post: string, holder: PostHolder, reason: string | undefined): PostHolding => ({ id, post, holder, since: data.on, appointed: { at, by, ...(reason === undefined ? {} : { reason }) } });
  if (type === 'holderAppointed') return [...holdings, begun(data.post, data.holder, data.reason)];
  const ended = holdings.map((each) => (each.id === data.holding ? { ...each, until: data.on, ended: { at, by, reason: data.reason, ...(type === 'holderReplaced' ? { successor: id } : {}) } } : each));
  const before = holdings.find((each) => each.id === data.holding);
  return type === 'holderReplaced' && before !== undefined ? [...ended, begun(before.post, data.holder, data.reason)] : ended;
}

/** The holdings of a project by its log alone, for hosts that ask who may see it without reading the rest. */
export function foldHoldings({ holders = [] }: Pick<ProjectOpening, 'holders'>, events: readonly ProjectEvent[]): readonly PostHolding[] {
  const first = holders.map(({ post, holder }, index): PostHolding => ({ id: `holding-${index + 1}`, post, holder }));
  return events.filter(isPostEvent).reduce<readonly PostHolding[]>(holdingsAfter, first);
}

/** Those who hold a post now, or all posts. */
export function currentHoldings({ holdings = [] }: Pick<FundedProject, 'holdings'>, post?: string): readonly PostHolding[] {
  return holdings.filter((holding) => holding.until === undefined && (post === undefined || holding.post === post));
}

/** Whether two holders are one: by what the host knows them as, else by their names. */
export function sameHolder(one: PostHolder, other: PostHolder): boolean {
  return one.id === undefined || other.id === undefined ? one.id === other.id && one.name === other.name : one.id === other.id;
}

/** Whether somebody who acts is the holder: the person, or anybody of the team. */
export function isHolder({ holder: kind }: ProjectPost, { id }: PostHolder, actor: EventActor): boolean {
  return id !== undefined && (kind === 'team' ? actor.unit === id : actor.id === id);
}

const postsOf = ({ supervision }: Pick<Scheme, 'supervision'>): readonly ProjectPost[] => supervision?.posts ?? [];

const OF_UNIT: readonly ProjectActionType[] = ['fundsReceived', 'fundsReturned', 'expenseRecorded', 'changeRequested', 'findingAnswered'];

interface TaskHolders { readonly post: ProjectPost; readonly task: 'unit' | 'handsIn' | 'receives'; readonly holders: readonly PostHolder[] }

/**
 * The post that an action belongs to, with those who hold it and can sign in. `undefined` where the action belongs to no post, or nobody who can sign in holds it: then it
 * is done by roles, as in a scheme without posts, and nothing comes to a stop.
 */
export function taskHolders(scheme: Scheme, project: FundedProject, action: ProjectAction): TaskHolders | undefined {
  const task = taskOf(scheme, project, action);
  if (task === undefined) return undefined;
  const found = postsOf(scheme).filter((post) => (task.kind === 'unit' ? post.actsForUnit === true : post[task.kind]?.includes(task.duty) === true));
  for (const post of found) {
    const holders = currentHoldings(project, post.id).map(({ holder }) => holder).filter(({ id }) => id !== undefined);
    if (holders.length > 0) return { post, task: task.kind, holders };
  }
  return undefined;
}

/** By name, who has to do something that belongs to a post; nothing where roles do it. */
export function dueHolder(scheme: Scheme, project: FundedProject, action: ProjectAction): { readonly holder?: string } {
  const found = taskHolders(scheme, project, action);
  return found === undefined ? {} : { holder: found.holders.map(({ name }) => name).join('、') };
}

type Task = { readonly kind: 'unit' } | { readonly kind: 'handsIn' | 'receives'; readonly duty: string };

function taskOf(scheme: Scheme, project: FundedProject, action: ProjectAction): Task | undefined {
  if (OF_UNIT.includes(action.type)) return { kind: 'unit' };
  switch (action.type) {
    case 'reportSubmitted': {
      const { duty } = action.data;
      if (postsOf(scheme).some(({ handsIn = [] }) => handsIn.includes(duty))) return { kind: 'handsIn', duty };
      const from = scheme.supervision?.reports?.find(({ id }) => id === duty)?.from;
      return from === undefined || from === scheme.stages[0]?.actor.role ? { kind: 'unit' } : undefined;
    }
    case 'reportSkipped': return { kind: 'receives', duty: action.data.duty };
    case 'reportAccepted':
    case 'reportReturned': return { kind: 'receives', duty: project.reports.find(({ id }) => id === action.data.report)?.duty ?? '' };
    case 'entryReversed': {
      const entry = project.account.find(({ sequence }) => sequence === action.data.entry);
      return (entry?.kind === 'received' && entry.source === 'fund') || entry?.kind === 'returned' ? undefined : { kind: 'unit' };
    }
    default: return undefined;
  }
}

/**
 * What waits for the holder of a post on a day: reports of periods that have begun and are not handed in, reports that wait for a decision, findings that are not put right.
 */
export function postTasks(scheme: Scheme, project: FundedProject, post: ProjectPost, today: string, calendar: Calendar): readonly PostTask[] {
  const { handsIn = [], receives = [], actsForUnit = false } = post;
  if (project.endedOn !== undefined || (handsIn.length === 0 && receives.length === 0 && !actsForUnit)) return [];
  const applying = scheme.stages[0]?.actor.role;
  const duties = scheme.supervision?.reports ?? [];
  const isOfUnit = (duty: string): boolean => {
    const from = duties.find(({ id }) => id === duty)?.from;
    return actsForUnit && (from === undefined || from === applying) && !postsOf(scheme).some((other) => other.handsIn?.includes(duty) === true);
  };
  const reports = reportsDue(scheme, project, today, calendar).flatMap(({ duty, period, title, state, dueOn, from, report }): readonly PostTask[] => {
    if (state === 'submitted') return receives.includes(duty) && report !== undefined ? [{ kind: 'receive', about: report.id, title: titleOf(title) }] : [];
    const isOpen = state !== 'accepted' && state !== 'skipped' && from <= today;
    return isOpen && (handsIn.includes(duty) || isOfUnit(duty)) ? [{ kind: 'handIn', about: `${duty} ${period}`, title: titleOf(title), dueOn }] : [];
  });
  const findings = actsForUnit ? project.findings.filter(({ status }) => status === 'open').map(({ id, text, dueOn }): PostTask => ({ kind: 'finding', about: id, title: { 'zh-CN': text }, dueOn })) : [];
  return [...reports, ...findings];
}

const titleOf = (title: string | LocalizedText): LocalizedText => (typeof title === 'string' ? { 'zh-CN': title } : title);

/** The responsibility card of a project (四个一 where the scheme asks for four): every post of the scheme, held or vacant. */
export function postCards(scheme: Scheme, project: FundedProject, today: string, calendar: Calendar): readonly PostCard[] {
  return postsOf(scheme).map((post) => {
    const own = (project.holdings ?? []).filter((holding) => holding.post === post.id);
    const holdings = own.filter(({ until }) => until === undefined);
    return { post, holdings, earlier: own.filter(({ until }) => until !== undefined).reverse(), missing: Math.max(0, (post.count ?? 1) - holdings.length), tasks: postTasks(scheme, project, post, today, calendar) };
  });
}

/**
 * What somebody is to the posts of a project: `holds` one, `left` the last one that they held, or never held any. A host shows a project to those who hold a post, and no
 * longer to whoever left, unless an office of theirs sees it anyway.
 */
export function holdsPost(scheme: Scheme, holdings: readonly PostHolding[], actor: EventActor): 'holds' | 'left' | undefined {
  const own = holdings.filter((holding) => {
    const post = postsOf(scheme).find(({ id }) => id === holding.post);
    return post !== undefined && isHolder(post, holding.holder, actor);
  });
  if (own.length === 0) return undefined;
  return own.some(({ until }) => until === undefined) ? 'holds' : 'left';
}

/** Whether a role is there for holding posts alone: it acts at no stage and has no other part in the supervision. */
export function isPostOnlyRole(scheme: Scheme, role: string): boolean {
  const { posts = [], reports = [], bodies = [], payer, appointedBy } = scheme.supervision ?? {};
  const others = [...scheme.stages.map(({ actor }) => actor.role), ...reports.flatMap(({ from, to }) => [from, to]), ...bodies.map((body) => body.role), payer, appointedBy];
  return posts.some((post) => post.role === role) && !others.includes(role);
}
