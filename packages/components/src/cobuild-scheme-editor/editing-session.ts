import type { Calendar, Locale, Problem, Scheme, SchemeDraft, SchemeFiles, SchemePlaces, SchemeTexts, SourcePlace } from '@cobuild/core';
import { chinaCalendar, createSchemeDraft, valueAt, withOwnDefinitions } from '@cobuild/core';
import type { SchemeTestResult, SchemeToCheck, SchemeVerdict } from '@cobuild/rules';
import { checkSchemeTexts, publishScheme } from '@cobuild/rules';

/** A pause in typing, after which the scheme is checked. */
const QUIET_MS = 300;

export interface SessionOptions {
  readonly locale: Locale;
  /** Sentences speak to whoever reads the files: they name what is written there. Elsewhere things are called by their titles alone. */
  readonly namesKeys?: boolean;
  readonly calendar?: Calendar;
  /** Files of a base scheme by their path from here, `../gaoming/scheme.json`: read, never written. */
  readonly base?: SchemeTexts;
  /** Checks beside the page; where it answers with nothing, or fails, the page does it, in a pause. */
  readonly checkBeside?: (scheme: SchemeToCheck) => Promise<SchemeVerdict> | undefined;
}

/** What the checks said last. */
export interface Checked {
  /** Where the parts of the scheme stood in the files. */
  readonly places: SchemePlaces;
  /** Present when nothing is wrong. */
  readonly scheme: Scheme | undefined;
  readonly problems: readonly Problem[];
  readonly tests: readonly SchemeTestResult[];
  readonly locale: Locale;
}

/**
 * A scheme that is open in the editor: its files with undo, and what the checks and its own tests say of them. Drawing reads the document at once after each
 * change; the checks follow when somebody pauses, so that typing never waits for them.
 */
export class EditingSession {
  readonly draft: SchemeDraft;
  checked: Checked | undefined;
  private refusal: { readonly texts: SchemeTexts; readonly locale: Locale; readonly used: readonly string[]; readonly problems: readonly Problem[] } | undefined;
  /** How long the last check took: a large scheme is checked after a longer pause, so that it meets fewer keys. */
  private checkMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sorted: { readonly problems: readonly Problem[]; readonly byPlace: ReadonlyMap<string, readonly Problem[]> } | undefined;
  /** What the checks said last of each place that somebody asked about: an outline with hundreds of lines asks again and again. */
  private known = new Map<string, PlaceProblems>();
  /** The same of the checks before: what they said and these say too is the same list, so that nobody draws it anew. */
  private former: ReadonlyMap<string, PlaceProblems> = new Map();
  private isAsking = false;
  private isClosed = false;
  private readonly stop: () => void;

  constructor(texts: SchemeTexts, private options: SessionOptions, private readonly onUpdate: () => void) {
    this.draft = createSchemeDraft(texts, { locale: options.locale, base: { read: (path) => options.base?.[path] } });
    this.stop = this.draft.subscribe(() => {
      this.later();
      onUpdate();
    });
    this.check();
  }

  /** The checks have not yet seen what is here now. */
  get isChecking(): boolean {
    return this.checked?.places.texts !== this.draft.texts;
  }

  /** Sentences in another language, or for another reader. */
  speak(locale: Locale, namesKeys: boolean): void {
    if (locale === this.options.locale && namesKeys === (this.options.namesKeys ?? false)) return;
    this.options = { ...this.options, locale, namesKeys };
    this.check();
  }

  /** Where a place of the merged scheme is written, as the checks saw it. */
  problemsAt(pointer: string): readonly Problem[] {
    return this.of(pointer).at;
  }

  problemsIn(pointer: string): readonly Problem[] {
    return pointer === '' ? (this.checked?.problems ?? NONE) : this.of(pointer).around;
  }

  /** The place of the merged scheme that a problem is about; the nearest one above it where it stands in no file any more. */
  placeOf(problem: Problem): string {
    const { places } = this.checked ?? {};
    if (places === undefined) return '';
    let best = '';
    let longest = -1;
    const visit = (value: unknown, pointer: string): void => {
      const { document, pointer: written } = places.locate(pointer);
      const isAround = document === problem.document && (written === problem.pointer || written === '' || problem.pointer.startsWith(`${written}/`));
      if (isAround && written.length > longest) [best, longest] = [pointer, written.length];
      if (value === null || typeof value !== 'object') return;
      for (const [key, member] of Object.entries(value)) visit(member, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    };
    visit(places.document, '');
    return best;
  }

  /** What publishing says of the texts as they are now, with every reason why it would refuse them. */
  publishProblems(used: readonly string[]): readonly Problem[] {
    const { texts } = this.draft;
    const { locale, calendar = chinaCalendar } = this.options;
    if (this.refusal?.texts !== texts || this.refusal.locale !== locale || this.refusal.used !== used) {
      this.refusal = { texts, locale, used, problems: publishScheme(this.files(texts), { calendar, locale, titlesOnly: true, usedVersions: used }).problems };
    }
    return this.refusal.problems;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.stop();
  }

  /** Checks what is here now without waiting for a pause. */
  check(): void {
    clearTimeout(this.timer);
    const { places, texts } = this.draft;
    // One question at a time: what changed meanwhile is asked about when the answer is there.
    if (this.isAsking) return;
    const { base, locale, namesKeys = false } = this.options;
    const asked = this.options.checkBeside?.({ texts, base, locale, titlesOnly: !namesKeys });
    if (asked === undefined) return this.checkHere();
    this.isAsking = true;
    asked.then((verdict) => this.answered(() => {
      this.take(places, locale, verdict);
      if (this.isChecking || locale !== this.options.locale || namesKeys !== (this.options.namesKeys ?? false)) this.check();
    }), () => this.answered(() => this.checkHere()));
  }

  private answered(then: () => void): void {
    this.isAsking = false;
    if (!this.isClosed) then();
  }

  private checkHere(): void {
    const { places, texts } = this.draft;
    const { base, locale, namesKeys = false, calendar = chinaCalendar } = this.options;
    const begun = Date.now();
    const verdict = checkSchemeTexts({ texts, base, locale, titlesOnly: !namesKeys }, calendar);
    this.checkMs = Date.now() - begun;
    this.take(places, locale, verdict);
  }

  private take(places: SchemePlaces, locale: Locale, { problems, tests, isSound }: SchemeVerdict): void {
    this.checked = { places, problems, tests, locale, scheme: isSound ? (withOwnDefinitions(places.document) as Scheme) : undefined };
    this.former = this.known;
    this.known = new Map();
    this.onUpdate();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), Math.max(QUIET_MS, 2 * this.checkMs));
  }

  private of(pointer: string): PlaceProblems {
    const known = this.known.get(pointer);
    if (known !== undefined) return known;
    const { place, problems = NONE } = this.around(pointer) ?? {};
    const now: PlaceProblems = problems.length === 0 ? NO_PROBLEMS : { at: problems.filter((problem) => problem.pointer === place?.pointer), around: problems };
    const former = this.former.get(pointer);
    const found = former !== undefined && saySame(former.at, now.at) && saySame(former.around, now.around) ? former : now;
    this.known.set(pointer, found);
    return found;
  }

  /** Problems at a place and below it. */
  private around(pointer: string): { readonly place: SourcePlace; readonly problems: readonly Problem[] } | undefined {
    const { places, problems = [] } = this.checked ?? {};
    // Of what is not there, the file would name the place around it.
    if (places === undefined || problems.length === 0 || (pointer !== '' && valueAt(places.document, pointer) === undefined)) return undefined;
    if (this.sorted?.problems !== problems) this.sorted = { problems, byPlace: byPlace(problems) };
    const place = places.locate(pointer);
    const found = this.sorted.byPlace.get(`${place.document} ${place.pointer}`);
    return found && { place, problems: found };
  }

  private files(texts: SchemeTexts): SchemeFiles {
    return { read: (path) => (path.startsWith('../') ? this.options.base?.[path] : texts[path]), list: () => Object.keys(texts) };
  }
}

/** The same list each time, so that whoever draws it sees that nothing has changed. */
const NONE: readonly Problem[] = [];

/** Problems of a place itself, and of it with everything in it. */
interface PlaceProblems { readonly at: readonly Problem[]; readonly around: readonly Problem[] }

const NO_PROBLEMS: PlaceProblems = { at: NONE, around: NONE };

/** Where in the file they stand is not shown beside the place. */
function saySame(one: readonly Problem[], other: readonly Problem[]): boolean {
  return one.length === other.length && one.every(({ code, severity, message, remedy }, index) => {
    const second = other[index];
    return code === second?.code && severity === second.severity && message === second.message && remedy === second.remedy;
  });
}

/** Problems by each place that they lie at or in: an outline with hundreds of lines asks for each of them. */
function byPlace(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const tokens = problem.pointer.split('/');
    for (let count = 1; count <= tokens.length; count += 1) {
      const key = `${problem.document} ${tokens.slice(0, count).join('/')}`;
      const list = found.get(key);
      if (list === undefined) found.set(key, [problem]);
      else list.push(problem);
    }
  }
  return found;
}
