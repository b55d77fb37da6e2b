/** Something that can be chosen from a host's register: an area, an organisation, a person, a category. */
export interface LookUpEntry {
  /** What becomes the answer. JSON. */
  readonly value: unknown;
  readonly label: string;
  /** Tells entries of one name apart: the code, the town, the post. */
  readonly detail?: string;
  /** There are entries under it, as under a city. */
  readonly hasMore?: boolean;
  /** Cannot be the answer itself, only what stands under it. */
  readonly onlyGroup?: boolean;
  /** What it stands under, from the top: opens the levels of a stored answer, and tells found ones of one name apart. */
  readonly path?: readonly LookUpEntry[];
  /** `YYYY-MM-DD`: valid from and until this day, both included. A stored answer outside its days is shown and not offered. */
  readonly from?: string;
  readonly until?: string;
}

export interface LookUpRequest {
  /** What the person typed; `''` lists all. */
  readonly text: string;
  /** Only entries under the one with this value; `undefined` for the top of a tree, or for no tree. */
  readonly parent?: unknown;
  readonly offset: number;
  readonly limit: number;
  /** The answers of the form, where what is offered depends on them. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Aborted when another question has taken its place. */
  readonly signal: AbortSignal;
}

export interface LookUpPage {
  readonly entries: readonly LookUpEntry[];
  /** How many there are in all, where the host knows. */
  readonly total?: number;
}

/**
 * A register of the host that a field chooses from. What it rejects is shown with a way to try again.
 *
 * @example
 * const areas: LookUp = { find: async ({ text, parent, offset, limit, signal }) => (await fetch(`/areas?…`, { signal })).json() };
 */
export interface LookUp {
  find(request: LookUpRequest): Promise<LookUpPage>;
  /** The entry of a stored answer, so that it can be shown by name; without it the value itself is shown. */
  resolve?(value: unknown, signal: AbortSignal): Promise<LookUpEntry | undefined>;
}
