/** The names that occur anywhere in a document, those of them under which an object, or a list, stands, and the formats and widgets that are named, and every condition. */
export interface WordsIn {
  readonly all: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
  readonly widgets: ReadonlySet<string>;
  /** What stands under `visibleWhen` and the like, and each of the conditions of `optionsWhen`. */
  readonly conditions: readonly object[];
}

const known = new WeakMap<object, WordsIn>();

/**
 * Every name in a document, wherever it stands: enough to tell that something cannot be in it. A question called `oneOf` counts as the keyword, which
 * is no harm. Lists of types, and choices with titles, count as lists only where they make several ways to answer.
 */
export function wordsIn(document: object): WordsIn {
  let words = known.get(document);
  if (words === undefined) {
    const found: Found = { all: new Set<string>(), objects: new Set<string>(), lists: new Set<string>(), formats: new Set<string>(), widgets: new Set<string>(), conditions: [] };
    look(document, found, 0);
    known.set(document, (words = found));
  }
  return words;
}

interface Found { readonly all: Set<string>; readonly objects: Set<string>; readonly lists: Set<string>; readonly formats: Set<string>; readonly widgets: Set<string>; readonly conditions: object[] }

/** Deeper than any form is drawn; a document that contains itself ends here. */
const DEEPEST = 200;

function look(value: object, found: Found, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    (value as readonly unknown[]).forEach((each) => {
      if (typeof each === 'object' && each !== null) look(each, found, depth + 1);
    });
    return;
  }
  const names = Object.keys(value);
  // A form is looked through before any code is warm: an iterator would make an object for each name.
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i] as string;
    const part = (value as Readonly<Record<string, unknown>>)[name];
    found.all.add(name);
    if (typeof part === 'string' && name === 'format') found.formats.add(part);
    else if (typeof part === 'string' && name === 'widget') found.widgets.add(part);
    if (typeof part !== 'object' || part === null) continue;
    if (name.endsWith('When')) noteConditions(name, part, found.conditions);
    if (!Array.isArray(part)) found.objects.add(name);
    else if (!(name === 'type' ? isOneType(part) : isTitledChoice(part))) found.lists.add(name);
    look(part, found, depth + 1);
  }
}

/** A question may have such a name: then it counts as a condition that is not right, which is no harm. */
function noteConditions(name: string, part: object, conditions: object[]): void {
  const all: readonly unknown[] = name === 'optionsWhen' ? Object.values(part) : [part];
  for (const condition of all) if (typeof condition === 'object' && condition !== null) conditions.push(condition);
}

const isOneType = (types: readonly unknown[]): boolean => types.filter((type) => type !== 'null').length < 2;

/** Choices each of which is one constant: options of one question, and no ways to answer it. */
export const isTitledChoice = (branches: readonly unknown[]): boolean =>
  branches.length > 0 && branches.every((branch) => typeof branch === 'object' && branch !== null && (branch as { readonly const?: unknown }).const !== undefined);
