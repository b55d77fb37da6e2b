import type { Calendar, EventActor, Locale, Scheme } from '@cobuild/core';
import { answerColumns, localize } from '@cobuild/core';
import type { CaseState, DemandItem } from '@cobuild/rules';
import { applicationForm, demandAudience, demandItem, demandLanes } from '@cobuild/rules';
import type { DemandSettings } from './demand-shapes.js';

/** A demand with the texts of its card. */
export interface DemandCard {
  readonly state: CaseState;
  readonly item: DemandItem;
  readonly title: string;
  readonly category: string;
  /** Town or village, where the office may know it. */
  readonly place: string;
}

export interface DemandColumn { readonly title: string | undefined; readonly cards: readonly DemandCard[] }

export interface DemandFilter { readonly text: string; readonly category: string; readonly mine: boolean; readonly late: boolean }
export const NO_FILTER: DemandFilter = { text: '', category: '', mine: false, late: false };

export interface DemandInput {
  readonly scheme: Scheme;
  readonly states: readonly CaseState[];
  readonly actor: EventActor;
  readonly today: string;
  readonly calendar: Calendar;
  readonly settings: DemandSettings;
  readonly locale: Locale;
}

/** The cards of a board; what the actor's role may not see is not in them. */
export function demandCards({ scheme, states, actor, today, calendar, settings, locale }: DemandInput): readonly DemandCard[] {
  const form = applicationForm(scheme);
  const isOffice = demandAudience(scheme, actor.role) === 'office';
  const first = form?.layout?.steps?.[0]?.sections?.[0]?.fields?.[0] ?? `/${Object.keys((form?.schema['properties'] ?? {}))[0] ?? ''}`;
  const read = (pointer: string | undefined): ((answers: CaseState['answers']) => string) => (form === undefined || pointer === undefined ? undefined : answerColumns(form, [pointer], { role: actor.role, stage: '*' }, locale)[0]?.text) ?? (() => '');
  const [titleOf, categoryOf] = [read(settings.title ?? first), read(settings.category)];
  const units = new Map((scheme.organisation.units ?? []).map(({ id, title }) => [id, localize(title, locale)]));
  const options = { actor, today, calendar, ...(isOffice && settings.escalation !== undefined ? { escalation: settings.escalation } : {}) };
  return states.map((state) => {
    const place = state.applicant.unit ?? state.applicant.town ?? '';
    return { state, item: demandItem(scheme, state, options), title: titleOf(state.answers) || state.id, category: categoryOf(state.answers), place: isOffice ? (units.get(place) ?? place) : '' };
  });
}

/** What waits longest over its time stands first; then what is due first; what has no time last. */
const dueOrder = (a: DemandCard, b: DemandCard): number => (a.item.due?.date ?? '9999').localeCompare(b.item.due?.date ?? '9999') || a.item.since.localeCompare(b.item.since);

export function demandColumns(scheme: Scheme, cards: readonly DemandCard[], role: string, locale: Locale): readonly DemandColumn[] {
  const lanes = demandLanes(scheme, demandAudience(scheme, role)).map(({ title, stages }): DemandColumn => ({ title: localize(title, locale), cards: cards.filter(({ item }) => item.status === 'open' && stages.includes(item.stage)).sort(dueOrder) }));
  // The latest first.
  const ended = cards.filter(({ item }) => item.status === 'ended').sort((a, b) => b.item.since.localeCompare(a.item.since));
  return [...lanes, { title: undefined, cards: ended }];
}

export function filterCards(cards: readonly DemandCard[], { text, category, mine, late }: DemandFilter): readonly DemandCard[] {
  const needle = text.trim().toLowerCase();
  return cards.filter(({ item, title, category: kind, place, state }) => (!mine || item.outcomes.length > 0) && (!late || item.due?.passed === true) && (category === '' || kind === category) && (needle === '' || [title, kind, place, state.id].join('\n').toLowerCase().includes(needle)));
}
