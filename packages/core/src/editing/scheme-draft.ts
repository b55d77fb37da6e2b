import { equalJson } from '../form/answers.js';
import { escapeToken, valueAt } from '../problems/json-pointer.js';
import { DocumentReader } from '../scheme/document-reader.js';
import { foldOverlays } from '../scheme/fold-overlays.js';
import type { LoadResult, SchemeFiles, SourcePlace } from '../scheme/loaded-scheme.js';
import { readChain } from '../scheme/overlay-chain.js';
import type { ParsedJson } from '../scheme/parse-json.js';
import { parseJson } from '../scheme/parse-json.js';
import type { ParseSchemeOptions } from '../scheme/parse-scheme.js';
import { locate, parseScheme } from '../scheme/parse-scheme.js';
import type { SourceNode } from '../scheme/source-node.js';
import { findPlace } from '../scheme/source-node.js';
import { partOf, sourceOf } from '../scheme/text-source.js';
import type { TextTree } from '../scheme/text-tree.js';
import { readText, rereadText } from '../scheme/text-tree.js';
import { changedValue } from './changed-value.js';
import type { JsonChange } from './json-edits.js';
import { applyTextEdits, editJson, editTree } from './json-edits.js';
import { overlayCandidates, ownStatement } from './overlay-candidates.js';
import { overlayRule } from './overlay-rule.js';
import { ownPlace } from './own-place.js';

/** Text of each file of a scheme folder, by its path from `scheme.json`. */
export type SchemeTexts = Readonly<Record<string, string>>;

/** The texts at one moment, and where in them the parts of the merged scheme stand: kept while what was asked about them is on its way. */
export interface SchemePlaces {
  readonly texts: SchemeTexts;
  readonly document: unknown;
  /** The source place of a pointer into the merged scheme (nearest one that exists). */
  locate(pointer: string): SourcePlace;
}

export interface ChangeOptions {
  /** Changes that follow each other with one name are undone together: the letters of a word, a slider. */
  readonly group?: string;
}

/**
 * A scheme folder that is being edited. Pointers are those of the merged scheme, as everywhere else: a change finds the file that says the thing, and where a base says
 * it, it is said in the overlay, with as little as possible. All text that a change does not concern stays as its author wrote it.
 */
export interface SchemeDraft {
  /** Files of the folder itself; those of a base are read and never written. */
  readonly texts: SchemeTexts;
  /** The merged scheme as far as it can be read, without looking for what is wrong with it: cheap enough for each key. What a change does not touch is the very same value afterwards. */
  readonly document: unknown;
  /** The schemes below, merged, that the overlay lies over; `undefined` for a scheme that extends no other. */
  readonly base: unknown;
  /** The same with its places in the files, as they are now. */
  readonly places: SchemePlaces;
  /** What `parseScheme` says of the texts. */
  readonly loaded: LoadResult;
  /** The texts that were opened or saved last. */
  readonly savedTexts: SchemeTexts;
  /** Paths of the files that differ from those that were opened or saved last. */
  readonly changedFiles: readonly string[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Carries out changes as one step, all or none.
   *
   * @returns `false` where an overlay has no words for it: what a base says of a key can be changed and not taken away; and where a value includes a file, `{ $file: 'forms/report.json' }`, that cannot be read.
   * @throws {RangeError} where a pointer leads to nothing. @throws {TypeError} where a value is not JSON.
   */
  change(changes: JsonChange | readonly JsonChange[], options?: ChangeOptions): boolean;
  /**
   * Says no longer what the overlay says at places, so that the base's word counts again, as one step: with later changes of the base, too.
   *
   * @returns `false` where the base says nothing there or the overlay says nothing else.
   */
  restore(pointers: string | readonly string[]): boolean;
  /** Puts a text in the place of a file's, right or wrong: the source view. `undefined` takes the file away. */
  write(path: string, text: string | undefined, options?: ChangeOptions): void;
  undo(): void;
  redo(): void;
  /** What is here now is what is stored elsewhere. */
  saved(): void;
  /** Hears of every change of `texts`; answers with what ends it. */
  subscribe(listener: () => void): () => void;
}

/**
 * Opens a scheme folder for editing.
 *
 * @example
 * const draft = createSchemeDraft({ 'scheme.json': text });
 * draft.change({ kind: 'set', pointer: '/parameters/minHouseholds/value', value: 50 });
 * draft.texts['scheme.json'] // the same text with another number
 */
export function createSchemeDraft(texts: SchemeTexts, options: ParseSchemeOptions & { readonly base?: Pick<SchemeFiles, 'read'> } = {}): SchemeDraft {
  return new TextSchemeDraft(texts, options);
}

/** Before, after, and one between. */
const KEPT_TREES = 3;

/** A file as it was read. */
interface ReadFile {
  readonly text: string;
  readonly parsed: ParsedJson;
  /** Absent where something is wrong with the text. */
  readonly tree: TextTree | undefined;
  /** The tree, or the one before the text was broken: what comes next is like it. */
  readonly near: TextTree | undefined;
}

interface Step { readonly before: SchemeTexts; readonly after: SchemeTexts; readonly group?: string }

class TextSchemeDraft implements SchemeDraft {
  texts: SchemeTexts;
  savedTexts: SchemeTexts;
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];
  private known: { readonly texts: SchemeTexts; readonly loaded: LoadResult } | undefined;
  private below: { readonly texts: SchemeTexts; readonly document: unknown } | undefined;
  private read: { readonly texts: SchemeTexts; readonly document: unknown } | undefined;
  private readonly listeners = new Set<() => void>();
  /** What each file held when it was read last: of many files one changes, and of that one a part. */
  private readonly files = new Map<string, ReadFile>();
  private readonly values = new WeakMap<SourceNode, unknown>();
  private lastValue: unknown;
  /** Trees of the texts that were read last: what a change has made is what the next one begins with. */
  private trees: readonly { readonly texts: SchemeTexts; readonly root: SourceNode | undefined }[] = [];
  private readonly entry: string;

  constructor(texts: SchemeTexts, private readonly options: ParseSchemeOptions & { readonly base?: Pick<SchemeFiles, 'read'> }) {
    this.texts = { ...texts };
    this.savedTexts = this.texts;
    this.entry = options.entry ?? 'scheme.json';
  }

  get loaded(): LoadResult {
    if (this.known?.texts !== this.texts) this.known = { texts: this.texts, loaded: parseScheme(this.filesOf(this.texts), this.options) };
    return this.known.loaded;
  }

  get document(): unknown {
    if (this.read?.texts !== this.texts) this.read = { texts: this.texts, document: this.valueOf(this.texts) };
    return this.read.document;
  }

  get places(): SchemePlaces {
    const root = this.merged(this.texts);
    return { texts: this.texts, document: this.document, locate: (pointer) => locate(root, this.entry, pointer) };
  }

  get base(): unknown {
    if (this.below?.texts === this.texts) return this.below.document;
    const reader = new DocumentReader(this.filesOf(this.texts), (text, path) => this.parse(text, path));
    const chain = readChain(reader, this.entry).slice(1);
    const root = chain.length === 0 ? undefined : foldOverlays(chain, reader);
    // What was read of the same files is the same value, so that nobody draws it anew.
    const document = root && this.plain(root);
    this.below = { texts: this.texts, document: equalJson(document, this.below?.document) ? this.below?.document : document };
    return this.below.document;
  }

  get changedFiles(): readonly string[] {
    return [...new Set([...Object.keys(this.savedTexts), ...Object.keys(this.texts)])].filter((path) => this.texts[path] !== this.savedTexts[path]).sort();
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  change(changes: JsonChange | readonly JsonChange[], { group }: ChangeOptions = {}): boolean {
    let { texts } = this;
    for (const change of Array.isArray(changes) ? (changes as readonly JsonChange[]) : [changes as JsonChange]) {
      const next = this.changedTexts(texts, change);
      if (next === undefined) return false;
      texts = next;
    }
    this.take(texts, group);
    return true;
  }

  restore(pointers: string | readonly string[]): boolean {
    let { texts } = this;
    for (const pointer of typeof pointers === 'string' ? [pointers] : pointers) {
      const rule = overlayRule({ base: this.base, document: this.valueOf(texts) }, pointer);
      if (rule === undefined) return false;
      if (!rule.differs) continue;
      const next = this.restoredTexts(texts, pointer, rule.base);
      if (next === undefined) return false;
      texts = next;
    }
    if (texts === this.texts) return false;
    this.take(texts, undefined);
    return true;
  }

  write(path: string, text: string | undefined, { group }: ChangeOptions = {}): void {
    if (path.startsWith('../')) throw new RangeError(`SchemeDraft: ${path} belongs to another folder`);
    const others = Object.fromEntries(Object.entries(this.texts).filter(([name]) => name !== path));
    this.take(text === undefined ? others : { ...this.texts, [path]: text }, group);
  }

  undo(): void {
    const step = this.done[this.done.length - 1];
    if (step === undefined) return;
    this.done = this.done.slice(0, -1);
    this.undone = [...this.undone, step];
    this.show(step.before);
  }

  redo(): void {
    const step = this.undone[this.undone.length - 1];
    if (step === undefined) return;
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, step];
    this.show(step.after);
  }

  saved(): void {
    this.savedTexts = this.texts;
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  private take(texts: SchemeTexts, group: string | undefined): void {
    const paths = new Set([...Object.keys(texts), ...Object.keys(this.texts)]);
    if ([...paths].every((path) => texts[path] === this.texts[path])) return;
    const last = this.done[this.done.length - 1];
    const joins = group !== undefined && last?.group === group && this.undone.length === 0;
    const step: Step = { before: joins ? last.before : this.texts, after: texts, ...(group === undefined ? {} : { group }) };
    this.done = [...(joins ? this.done.slice(0, -1) : this.done), step];
    this.undone = [];
    this.show(texts);
  }

  private show(texts: SchemeTexts): void {
    this.texts = texts;
    for (const listener of [...this.listeners]) listener();
  }

  /** The first way of saying it by which the merged scheme becomes what it is to be. */
  private changedTexts(texts: SchemeTexts, change: JsonChange): SchemeTexts | undefined {
    const root = this.merged(texts);
    if (root === undefined) throw new RangeError(`SchemeDraft: ${this.entry} is no scheme that can be changed by its parts; write its text`);
    const before = this.plain(root);
    const own = ownPlace(root, change);
    const meant = this.withIncludes(texts, change, own?.document ?? this.entry);
    if (meant === undefined) return undefined;
    const wanted = changedValue(before, meant);
    if (equalJson(before, wanted) && change.kind !== 'rename') return texts;
    if (own !== undefined && texts[own.document] !== undefined) {
      const next = this.edited(texts, own.document, own.change);
      if (next !== undefined && equalJson(this.valueOf(next), wanted)) return next;
    }
    const entry = texts[this.entry];
    if (entry === undefined) return undefined;
    for (const overlay of overlayCandidates(JSON.parse(entry), before, wanted, meant)) {
      const next = this.edited(texts, this.entry, { kind: 'set', pointer: '', value: overlay });
      if (next !== undefined && equalJson(this.valueOf(next), wanted)) return next;
    }
    return undefined;
  }

  /** The change with what stands in the files that its value includes; `undefined` where one of them cannot be read: the scheme would lose the part without a word. */
  private withIncludes(texts: SchemeTexts, change: JsonChange, document: string): JsonChange | undefined {
    if (!('value' in change) || !includesFile(change.value)) return change;
    const files = this.filesOf(texts);
    // Paths of includes are read from the file that the value is to stand in.
    const asked = `${document.slice(0, document.lastIndexOf('/') + 1)}changed value`;
    const reader = new DocumentReader({ ...files, read: (path) => (path === asked ? JSON.stringify(change.value) : files.read(path)) });
    const root = reader.read(asked);
    return root === undefined || reader.incomplete ? undefined : { ...change, value: this.plain(root) };
  }

  /** Takes the overlay's own words out; where they cannot be told from others, the base's value is said again. */
  private restoredTexts(texts: SchemeTexts, pointer: string, wanted: unknown): SchemeTexts | undefined {
    const root = this.merged(texts);
    const entry = texts[this.entry];
    if (root === undefined || entry === undefined) return undefined;
    const { place, missing } = findPlace(root, pointer);
    const said = ownStatement(JSON.parse(entry), this.plain(root), pointer);
    const candidates = [...(said === undefined ? [] : [{ document: this.entry, pointer: said }]), ...(missing.length === 0 && texts[place.document] !== undefined ? [place] : [])];
    for (const candidate of candidates) {
      const next = this.edited(texts, candidate.document, { kind: 'remove', pointer: candidate.pointer });
      if (next !== undefined && equalJson(valueAt(this.valueOf(next), pointer), wanted)) return next;
    }
    return this.changedTexts(texts, { kind: 'set', pointer, value: wanted });
  }

  private valueOf(texts: SchemeTexts): unknown {
    const root = this.merged(texts);
    if (root !== undefined) this.lastValue = this.plain(root, this.lastValue);
    return root && this.lastValue;
  }

  /** Plain JSON of the tree. What says the same as before is the same value, so that nobody has to look at it again. */
  private plain(node: SourceNode, before?: unknown): unknown {
    if (node.kind === 'scalar') return node.value;
    const part = partOf(node);
    if (part !== undefined && !part.includes) return part.value;
    const known = this.values.get(node);
    if (known !== undefined) return known;
    const inner = (value: SourceNode, key: string): unknown => this.plain(value, valueAt(before, `/${escapeToken(key)}`));
    const made = node.kind === 'array' ? node.items.map((item, index) => inner(item, String(index))) : Object.fromEntries([...node.members].map(([key, { value }]) => [key, inner(value, key)]));
    const value = hasSameParts(before, made) ? before : made;
    this.values.set(node, value);
    return value;
  }

  private merged(texts: SchemeTexts): SourceNode | undefined {
    const known = this.trees.find((tree) => tree.texts === texts);
    if (known !== undefined) return known.root;
    const reader = new DocumentReader(this.filesOf(texts), (text, path) => this.parse(text, path));
    const root = foldOverlays(readChain(reader, this.entry), reader);
    this.trees = [{ texts, root }, ...this.trees.slice(0, KEPT_TREES - 1)];
    return root;
  }

  private parse(text: string, path: string): ParsedJson {
    return this.readFile(text, path).parsed;
  }

  private readFile(text: string, path: string): ReadFile {
    const known = this.files.get(path);
    if (known?.text === text) return known;
    const tree = known?.near === undefined ? readText(text) : rereadText(known.near, text);
    const read: ReadFile = { text, tree, near: tree ?? known?.near, parsed: tree === undefined ? parseJson(text, path) : { root: sourceOf(tree, path), findings: [] } };
    this.files.set(path, read);
    return read;
  }

  private edited(texts: SchemeTexts, path: string, change: JsonChange): SchemeTexts | undefined {
    const text = texts[path] ?? '';
    const { tree } = this.readFile(text, path);
    try {
      return { ...texts, [path]: applyTextEdits(text, tree === undefined ? editJson(text, change) : editTree(tree, change)) };
    } catch (error) {
      // This way of saying it leads nowhere in this file; another may.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  private filesOf(texts: SchemeTexts): SchemeFiles {
    return { read: (path) => (path.startsWith('../') ? this.options.base?.read(path) : Object.prototype.hasOwnProperty.call(texts, path) ? texts[path] : undefined), list: () => Object.keys(texts) };
  }
}

/** Whether a value puts a file in its place, or in that of a part of it. */
function includesFile(value: unknown): boolean {
  return value !== null && typeof value === 'object' && (Object.prototype.hasOwnProperty.call(value, '$file') || Object.values(value).some(includesFile));
}

/** Whether a value holds the very same parts under the same keys, in the same order. */
function hasSameParts(before: unknown, made: object): boolean {
  if (typeof before !== 'object' || before === null || Array.isArray(before) !== Array.isArray(made)) return false;
  const [former, now] = [Object.entries(before as Record<string, unknown>), Object.entries(made as Record<string, unknown>)];
  return former.length === now.length && now.every(([key, value], index) => former[index]?.[0] === key && former[index][1] === value);
}
