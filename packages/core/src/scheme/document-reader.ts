import type { PlacedFinding } from './finding.js';
import { schemeLimits } from './limits.js';
import type { SchemeFiles, SourcePlace } from './loaded-scheme.js';
import { nearestName } from './nearest-name.js';
import { parseJson } from './parse-json.js';
import type { ParsedJson } from './parse-json.js';
import { arrayNode, findPlace, memberOf, objectNode, textMember } from './source-node.js';
import type { Member, SourceNode } from './source-node.js';
import { partOf } from './text-source.js';

/** What leaves a file unread, or read in part. */
const UNREADABLE: readonly string[] = ['scheme/broken-json', 'scheme/file-too-large', 'scheme/too-deep', 'scheme/too-many-members', 'scheme/not-utf8'];

/** Reads the files of a scheme, each once, and puts included ones in their place. */
export class DocumentReader {
  readonly findings: PlacedFinding[] = [];
  /** A file could not be read whole: what seems to be missing may stand there. */
  incomplete = false;
  private readonly damaged = new Set<string>();
  /** The scheme itself or one that it extends could not be read whole. */
  headless = false;
  private readonly parsed = new Map<string, SourceNode | undefined>();
  private includes = 0;
  private length = 0;

  /** @param readJson - `parseJson`, or what remembers its answers where the same texts are read again and again. */
  constructor(private readonly files: SchemeFiles, private readonly readJson: typeof parseJson = parseJson) {}

  get documents(): readonly string[] {
    return [...this.parsed.keys()];
  }

  /** The file with its includes resolved. `asked` is the place that names it, for a file that is not there. */
  read(path: string, asked?: SourcePlace): SourceNode | undefined {
    const root = this.parse(path, asked);
    if (!root || this.damaged.has(path)) this.headless = true;
    return root && this.resolve(root, [path], 0);
  }

  /** Whether a place lies in a file that was read in part, or at an include that could not be resolved. */
  isDamaged(root: SourceNode, pointer: string): boolean {
    const { place, node } = findPlace(root, pointer);
    return this.damaged.has(place.document) || memberOf(node, '$file') !== undefined || pointer.endsWith('/$file');
  }

  report(code: PlacedFinding['code'], place: SourcePlace, params: PlacedFinding['params'], severity: PlacedFinding['severity'] = 'error'): void {
    this.findings.push({ code, severity, place, params });
  }

  private parse(path: string, asked: SourcePlace | undefined): SourceNode | undefined {
    if (this.parsed.has(path)) return this.parsed.get(path);
    const text = this.files.read(path);
    if (text === undefined) {
      this.incomplete = true;
      const nearest = nearestName(path, this.files.list?.() ?? []);
      this.report('scheme/missing-file', asked ?? { document: path, pointer: '', line: 1, column: 1 }, { file: path, ...(nearest === undefined ? {} : { nearest }) });
      return undefined;
    }
    this.length += text.length;
    const { root, findings } = this.length > schemeLimits.totalLength ? tooLargeTogether(path) : this.readJson(text, path);
    if (findings.some(({ code }) => UNREADABLE.includes(code))) {
      this.incomplete = true;
      this.damaged.add(path);
    }
    this.findings.push(...findings);
    this.parsed.set(path, root);
    return root;
  }

  private resolve(node: SourceNode, trail: readonly string[], depth: number): SourceNode {
    if (depth > schemeLimits.depth) {
      this.incomplete = true;
      this.report('scheme/too-deep', node.place, { limit: schemeLimits.depth });
      return { kind: 'scalar', place: node.place, value: null };
    }
    if (node.kind === 'scalar') return node;
    const part = partOf(node);
    if (part !== undefined && !part.includes && depth + part.height <= schemeLimits.depth) return node;
    // Where nothing is included, the node is the one that was read.
    if (node.kind === 'array') {
      const items = node.items.map((item) => this.resolve(item, trail, depth + 1));
      return items.every((item, index) => item === node.items[index]) ? node : arrayNode(node.place, items);
    }
    if (node.members.has('$file')) return this.include(node, trail, depth);
    let members: Map<string, Member> | undefined;
    for (const [key, member] of node.members) {
      const value = this.resolve(member.value, trail, depth + 1);
      if (value !== member.value) (members ??= new Map(node.members)).set(key, { ...member, value });
    }
    return members === undefined ? node : objectNode(node.place, members);
  }

  /** An include that cannot be resolved stays as it is written; the reason is reported once, here. */
  private include(node: SourceNode & { kind: 'object' }, trail: readonly string[], depth: number): SourceNode {
    const place = node.members.get('$file')?.value.place ?? node.place;
    const target = textMember(node, '$file');
    const file = target === undefined ? undefined : includedPath(target, trail[trail.length - 1] ?? '');
    const others = [...node.members.keys()].filter((key) => key !== '$file' && key !== '$comment');
    const refuse = (code: PlacedFinding['code'], params: PlacedFinding['params']): SourceNode => {
      this.incomplete = true;
      this.report(code, place, params);
      return node;
    };
    if (others.length > 0) return refuse('scheme/include-with-others', { properties: others });
    if (file === undefined) return refuse('scheme/include-path', { file: target ?? '' });
    if (trail.includes(file)) return refuse('scheme/include-cycle', { files: [...trail, file] });
    if (++this.includes > schemeLimits.includes) {
      return this.includes === schemeLimits.includes + 1 ? refuse('scheme/too-many-includes', { limit: schemeLimits.includes }) : node;
    }
    const root = this.parse(file, place);
    return root ? this.resolve(root, [...trail, file], depth) : node;
  }
}

function tooLargeTogether(document: string): ParsedJson {
  const params = { limit: schemeLimits.totalLength, together: true };
  return { findings: [{ code: 'scheme/file-too-large', severity: 'error', place: { document, pointer: '', line: 1, column: 1 }, params }] };
}

/**
 * The file that an include means: relative to the file that holds it, inside the scheme's folder.
 * `undefined` for addresses, absolute paths, `..` and back-slashes.
 */
function includedPath(target: string, holder: string): string | undefined {
  const steps = target.split('/').filter((step) => step !== '.');
  const isPlain = target.length <= 500 && steps.every((step) => step !== '' && step !== '..' && !/[\\:]/.test(step));
  return isPlain && steps.length > 0 ? holder.slice(0, holder.lastIndexOf('/') + 1) + steps.join('/') : undefined;
}
