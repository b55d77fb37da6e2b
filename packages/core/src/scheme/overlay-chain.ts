import type { DocumentReader } from './document-reader.js';
import { schemeLimits } from './limits.js';
import { memberOf, textMember } from './source-node.js';
import type { SourceNode } from './source-node.js';

/** Only a sibling folder: a scheme never reaches further than the folder that it lies in. */
const SIBLING = /^\.\.\/[^/\\:]+\/?$/;

/**
 * Reads a scheme and those that it extends.
 *
 * @returns The documents from the scheme itself to the base that extends nothing; empty where the scheme cannot be read.
 */
export function readChain(reader: DocumentReader, entry: string): SourceNode[] {
  const chain: SourceNode[] = [];
  const trail: string[] = [];
  let path: string | undefined = entry;
  let asked = undefined as SourceNode | undefined;
  while (path !== undefined) {
    const document = reader.read(path, asked?.place);
    if (!document) break;
    chain.push(document);
    trail.push(path);
    asked = memberOf(document, 'extends');
    path = asked && basePath(reader, document, asked, trail);
  }
  return chain;
}

function basePath(reader: DocumentReader, document: SourceNode, asked: SourceNode, trail: readonly string[]): string | undefined {
  const target = textMember(document, 'extends') ?? '';
  const name = target.replace(/^\.\.\//, '').replace(/\/$/, '');
  const path = `../${name}/scheme.json`;
  const refuse = (code: 'scheme/extends-path' | 'scheme/extends-cycle' | 'scheme/too-many-overlays', params: Record<string, unknown>): undefined => {
    reader.incomplete = true;
    reader.headless = true;
    reader.report(code, asked.place, params);
  };
  if (!SIBLING.test(target) || name === '..' || name === '.') return refuse('scheme/extends-path', { folder: target });
  if (trail.includes(path)) return refuse('scheme/extends-cycle', { files: [...trail, path] });
  if (trail.length > schemeLimits.overlays) return refuse('scheme/too-many-overlays', { limit: schemeLimits.overlays });
  return path;
}
