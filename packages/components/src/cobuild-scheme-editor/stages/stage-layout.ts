import type { StageEdge, StageGraph, StageNode } from './stage-graph.js';
import { textLines, textWidth } from './text-lines.js';

/** Units of the drawing: a pixel where its text is 14 pixels. */
export const TEXT = 14;
const LINE = 20;
const NODE = 212;
const PADDING = 12;
const MARGIN = 16;
const LABEL = 130;

export interface Point { readonly x: number; readonly y: number }

export interface PlacedNode extends StageNode, Point { readonly width: number; readonly height: number; readonly titleLines: readonly string[]; readonly noteLines: readonly string[]; readonly warningLines: readonly string[] }
export interface PlacedEdge extends StageEdge { readonly points: readonly Point[]; readonly label: Point & { readonly width: number; readonly height: number; readonly lines: readonly string[] } }
export interface StageLayout { readonly width: number; readonly height: number; readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] }

interface LayoutGraph {
  setGraph(label: object): void;
  setNode(id: string, label: object): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  graph(): unknown;
  node(id: string): unknown;
  edge(edge: { readonly v: string; readonly w: string; readonly name: string }): unknown;
}

/** As much of dagre as is used: its own types lean on a package that it does not bring along. */
export interface LayoutLibrary {
  readonly Graph: new (options: { readonly multigraph: boolean }) => LayoutGraph;
  layout(graph: LayoutGraph): void;
}

/** Finds a place for every stage and every line, from the top to the bottom. `warnings` are sentences that stand in a stage. */
export function layOut(dagre: LayoutLibrary, { nodes, edges }: StageGraph, warnings: ReadonlyMap<string, string>): StageLayout {
  const graph = new dagre.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 40, edgesep: 20, marginx: MARGIN, marginy: MARGIN });
  const sized = nodes.map((node) => sizedNode(node, warnings.get(node.id)));
  for (const { id, width, height } of sized) graph.setNode(id, { width, height });
  const labels = new Map(edges.map((edge) => [edge.pointer, textLines(edge.title, LABEL / TEXT)]));
  for (const { pointer, from, to, line } of edges) {
    const lines = labels.get(pointer) ?? [];
    // A return leads up again: laid out as its own reverse it does not pull the stages apart.
    const [start, end] = line === 'return' && from !== to ? [to, from] : [from, to];
    graph.setEdge(start, end, { width: labelWidth(lines), height: lines.length * LINE, labelpos: 'c', weight: line === 'onward' ? 4 : 1, minlen: 1 }, pointer);
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width, height,
    nodes: sized.map((node) => ({ ...node, ...(graph.node(node.id) as Point) })),
    edges: edges.map((edge) => {
      const isTurned = edge.line === 'return' && edge.from !== edge.to;
      const placed = graph.edge({ v: isTurned ? edge.to : edge.from, w: isTurned ? edge.from : edge.to, name: edge.pointer }) as { readonly points: readonly Point[]; readonly x: number; readonly y: number };
      const lines = labels.get(edge.pointer) ?? [];
      return { ...edge, points: isTurned ? [...placed.points].reverse() : placed.points, label: { x: placed.x, y: placed.y, width: labelWidth(lines), height: lines.length * LINE, lines } };
    }),
  };
}

const labelWidth = (lines: readonly string[]): number => Math.max(24, ...lines.map((line) => textWidth(line) * TEXT)) + 8;

function sizedNode(node: StageNode, warning: string | undefined): Omit<PlacedNode, 'x' | 'y'> {
  const inner = (NODE - 2 * PADDING - (node.kind === 'wait' ? 24 : 0)) / TEXT;
  const titleLines = textLines(node.title, inner);
  const noteLines = node.notes.flatMap((note) => textLines(note, inner));
  const warningLines = warning === undefined ? [] : textLines(warning, (NODE - 2 * PADDING - 20) / TEXT);
  return { ...node, titleLines, noteLines, warningLines, width: NODE, height: (titleLines.length + noteLines.length + warningLines.length) * LINE + 2 * PADDING };
}

/** A soft line through points. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
  const curves = rest.slice(0, -1).map((point, index) => ` Q ${at(point)} ${at(middle(point, rest[index + 1] ?? point))}`);
  const last = rest[rest.length - 1] ?? first;
  return `M ${at(first)}${rest.length < 2 ? '' : ` L ${at(middle(first, rest[0] ?? first))}`}${curves.join('')} L ${at(last)}`;
}

/** The head of an arrow at the end of a line. */
export function arrowHead(points: readonly Point[]): string {
  const [end, before] = [points[points.length - 1], points[points.length - 2]];
  if (end === undefined || before === undefined) return '';
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const corner = (side: 1 | -1): string => `${(end.x - dx * 10 + side * dy * 5).toFixed(1)},${(end.y - dy * 10 - side * dx * 5).toFixed(1)}`;
  return `${end.x.toFixed(1)},${end.y.toFixed(1)} ${corner(1)} ${corner(-1)}`;
}
