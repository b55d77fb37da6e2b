import type { FormDefinition, Locale, ProjectPost } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { FundedProject, HandOver, PostHolder, PostHolding, ProjectAction } from '@cobuild/rules';
import { currentHoldings } from '@cobuild/rules';
import type { Question } from '../internal/project/form-parts.js';
import { choiceQuestion, dayQuestion, enteredText, shortForm, textQuestion } from '../internal/project/form-parts.js';
import type { OpenEntry, ProjectDesk } from '../internal/project/project-element.js';
import type { ResponsibilityWords } from './words.js';

type Answers = Readonly<Record<string, unknown>>;
interface Options { readonly text: ResponsibilityWords; readonly locale: Locale; readonly people: readonly PostHolder[] }
export interface EntryDraft { readonly title: string; readonly definition: FormDefinition; readonly value: Answers }

/** A holder as the list of a choice has them: their id, else their name. */
export const keyOf = ({ id, name }: PostHolder): string => id ?? name;

/** The post that a form is about: that of the holding, or the one that is to be filled. */
export function postOf({ scheme }: ProjectDesk, project: FundedProject, { kind, about }: OpenEntry): ProjectPost | undefined {
  const id = kind === 'appoint' ? about : project.holdings?.find((holding) => holding.id === about)?.post;
  return scheme.supervision?.posts?.find((post) => post.id === id);
}

/** Whom the host knows in the role of a post; where it knows nobody, or the post has no role, a name is written. */
function holderQuestion(title: string, post: ProjectPost | undefined, { text, people }: Options): Question {
  const fitting = people.filter(({ role, id }) => id !== undefined && post?.role !== undefined && role === post.role);
  if (fitting.length > 0) return choiceQuestion(title, fitting.map((person) => [keyOf(person), person.name]));
  return textQuestion(post?.holder === 'team' ? text.teamName : text.name, { most: 60 });
}

/** The form for appointing, handing over or releasing. */
export function postForm(entry: OpenEntry, desk: ProjectDesk, project: FundedProject, options: Options): EntryDraft {
  const { text, locale } = options;
  const post = postOf(desk, project, entry);
  const title = text.formTitle({ kind: entry.kind, post: localize(post?.title, locale), project: project.title });
  const who = entry.kind === 'release' ? {} : { holder: holderQuestion(entry.kind === 'replace' ? text.successor : text.person, post, options) };
  return { title, definition: shortForm(entry.kind, title, { ...who, on: dayQuestion(text.on), reason: textQuestion(text.reason, { most: 200, required: entry.kind !== 'appoint' }) }), value: { on: desk.today } };
}

export function postAction({ kind, about }: OpenEntry, answers: Answers, people: readonly PostHolder[]): ProjectAction {
  const [on, reason] = [enteredText(answers, 'on'), enteredText(answers, 'reason')];
  const holder = personOf(enteredText(answers, 'holder'), people);
  if (kind === 'appoint') return { type: 'holderAppointed', data: { post: about, holder, on, ...(reason === '' ? {} : { reason }) } };
  return kind === 'replace' ? { type: 'holderReplaced', data: { holding: about, holder, on, reason } } : { type: 'holderReleased', data: { holding: about, on, reason } };
}

const personOf = (key: string, people: readonly PostHolder[]): PostHolder => people.find(({ id }) => id === key) ?? { name: key };

/** Somebody who holds posts or has reviews that are not done. */
export interface Leaver { readonly holder: PostHolder; readonly posts: number; readonly reviews: number }

/** Everybody who holds a post now or has a review in a case under way, those with the most first. */
export function leaversOf(projects: readonly FundedProject[], reviewers: readonly string[], people: readonly PostHolder[]): readonly Leaver[] {
  const holdings: readonly PostHolding[] = projects.flatMap((project) => currentHoldings(project));
  const found = new Map<string, Leaver>();
  for (const { holder } of holdings) {
    const before = found.get(keyOf(holder));
    found.set(keyOf(holder), { holder, posts: (before?.posts ?? 0) + 1, reviews: 0 });
  }
  for (const id of reviewers) {
    const before = found.get(id);
    found.set(id, { holder: before?.holder ?? people.find((person) => person.id === id) ?? { id, name: id }, posts: before?.posts ?? 0, reviews: (before?.reviews ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.posts + b.reviews - a.posts - a.reviews);
}

export function handOverForm(leavers: readonly Leaver[], { text, people }: Options, today: string): EntryDraft {
  const leaving = leavers.map(({ holder, posts, reviews }) => [keyOf(holder), text.held({ name: holder.name, posts, reviews })] as const);
  const successor = people.length > 0 ? choiceQuestion(text.successor, people.map((person) => [keyOf(person), person.name])) : textQuestion(text.name, { most: 60 });
  return { title: text.leaving, definition: shortForm('handOver', text.leaving, { leaver: choiceQuestion(text.leaver, leaving), successor, on: dayQuestion(text.on), reason: textQuestion(text.reason, { most: 200 }) }), value: { on: today } };
}

export function handOverOf(answers: Answers, leavers: readonly Leaver[], people: readonly PostHolder[]): HandOver {
  const leaver = leavers.find(({ holder }) => keyOf(holder) === answers['leaver'])?.holder ?? { name: '' };
  return { leaver, successor: personOf(enteredText(answers, 'successor'), people), on: enteredText(answers, 'on'), reason: enteredText(answers, 'reason') };
}
