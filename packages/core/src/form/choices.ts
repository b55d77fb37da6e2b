/**
 * What a person decided about alternatives, where no answer says it. Never changed in place.
 *
 * A key is `?0/payee`: the first choice of the answer at `/payee`. No pointer begins so.
 */
export interface Choices {
  readonly branches: ReadonlyMap<string, number>;
  /** Answers that were given to other branches at the same place. */
  readonly aside: ReadonlyMap<string, ReadonlyMap<number, unknown>>;
}

export const NO_CHOICES: Choices = { branches: new Map(), aside: new Map() };

export const choicesFrom = (branches: Readonly<Record<string, number>> | undefined): Choices =>
  branches === undefined ? NO_CHOICES : { ...NO_CHOICES, branches: new Map(Object.keys(branches).map((key) => [key, branches[key] as number])) };

export const choiceKey = (pointer: string, index: number): string => `?${index}${pointer}`;

/** The place and the number of a choice; `undefined` for a pointer of an answer. */
export function readChoiceKey(key: string): { readonly pointer: string; readonly index: number } | undefined {
  const match = /^\?(\d+)(\/[^]*)?$/.exec(key);
  return match ? { index: Number(match[1]), pointer: match[2] ?? '' } : undefined;
}
