import type { SVGTemplateResult, TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { EditorContext } from '../editor-context.js';
import type { StageGraph } from './stage-graph.js';
import type { LayoutLibrary, PlacedEdge, PlacedNode, StageLayout } from './stage-layout.js';
import { TEXT, arrowHead, layOut, linePath } from './stage-layout.js';
import type { StageWords } from './stage-words.js';
import { stageWords } from './stage-words.js';

/** What somebody does in the picture. */
export interface PictureActions {
  /** The stage or outcome that is chosen, by its pointer. */
  readonly chosen: string | undefined;
  /** An outcome waits for the place that it leads to. */
  readonly isPicking: boolean;
  /** A node was pressed; ends have no pointer and can only be picked. */
  readonly press: (node: PlacedNode) => void;
  readonly pressEdge: (edge: PlacedEdge) => void;
  readonly giveUp: () => void;
}

interface Drawn { key?: string; layout?: StageLayout; isLoading?: boolean }

let library: LayoutLibrary | undefined;

/** The stages as a picture, laid out by a library that is loaded on first use. Every stage and every line is a button; a list of the same stands below it. */
export function stagePicture(context: EditorContext, graph: StageGraph, warnings: ReadonlyMap<string, string>, actions: PictureActions): TemplateResult {
  const words = stageWords(context.locale);
  const drawn = context.keep<Drawn>('stage picture', () => ({}));
  const key = JSON.stringify([graph, [...warnings]]);
  if (library !== undefined && drawn.key !== key) Object.assign(drawn, { key, layout: layOut(library, graph, warnings) });
  else if (library === undefined && drawn.isLoading !== true) {
    drawn.isLoading = true;
    void import('@dagrejs/dagre').then((loaded) => {
      library = loaded;
      // Where the picture is wider than its frame, the first stage is in sight.
      context.redraw((root) => {
        const frame = root.querySelector('.stage-picture');
        const first = frame?.querySelector('.stage-node')?.getBoundingClientRect();
        if (frame !== null && first !== undefined) frame.scrollLeft += first.left + first.width / 2 - frame.getBoundingClientRect().left - frame.clientWidth / 2;
      });
    });
  }
  const { layout } = drawn;
  if (layout === undefined) return html`<p class="muted" role="status">${words.drawing}</p>`;
  return html`<div class="stage-picture" role="group" aria-label=${words.picture} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') actions.giveUp(); }}>
    <svg viewBox="0 0 ${Math.ceil(layout.width)} ${Math.ceil(layout.height)}" width="${(layout.width / TEXT).toFixed(2)}em" height="${(layout.height / TEXT).toFixed(2)}em" class=${actions.isPicking ? 'picking' : nothing}>
      ${layout.edges.map((edge) => lineOf(edge, actions))}
      ${layout.nodes.map((node) => svg`${nodeOf(node, graph, words, warnings.get(node.id), actions)}${layout.edges.filter(({ from }) => from === node.id && node.pointer !== undefined).map((edge) => labelOf(edge, graph, words, actions))}`)}
    </svg></div>`;
}

const pressed = (act: () => void) => (event: KeyboardEvent): void => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
};

/** Drawn text; the name of the button around it says the same, and where it leads. */
const lines = (texts: readonly string[], x: number, y: number, name: string): SVGTemplateResult => svg`<text class=${name} x=${x} y=${y} aria-hidden="true">${texts.map((text, index) => svg`<tspan x=${x} dy=${index === 0 ? 0 : 20}>${text}${/[\x21-\x7e]$/.test(text) ? ' ' : ''}</tspan>`)}</text>`;

function lineOf(edge: PlacedEdge, { chosen }: PictureActions): SVGTemplateResult {
  return svg`<g class="stage-line ${edge.line} ${chosen === edge.pointer ? 'chosen' : ''}" aria-hidden="true"><path d=${linePath(edge.points)}></path><polygon points=${arrowHead(edge.points)}></polygon></g>`;
}

function labelOf(edge: PlacedEdge, graph: StageGraph, words: StageWords, actions: PictureActions): SVGTemplateResult {
  const { label } = edge;
  const [left, top] = [label.x - label.width / 2, label.y - label.height / 2];
  const name = words.outcome(titleIn(graph, edge.from), edge.title, titleIn(graph, edge.to));
  const act = (): void => actions.pressEdge(edge);
  return svg`<g class="stage-label ${edge.line} ${actions.chosen === edge.pointer ? 'chosen' : ''}" role="button" tabindex="0" aria-label=${name} aria-pressed=${actions.chosen === edge.pointer} data-edge=${edge.pointer} @click=${act} @keydown=${pressed(act)}>
    <rect x=${left} y=${top} width=${label.width} height=${label.height} rx="3"></rect>${lines(label.lines, label.x, top + 15, 'middle')}</g>`;
}

function nodeOf(node: PlacedNode, graph: StageGraph, words: StageWords, warning: string | undefined, actions: PictureActions): SVGTemplateResult {
  const { width, height, kind } = node;
  const [left, top] = [node.x - width / 2, node.y - height / 2];
  const ways = graph.edges.filter(({ from }) => from === node.id).map((edge) => words.arrow(edge.title, titleIn(graph, edge.to)));
  const place = graph.nodes.filter(({ pointer }) => pointer !== undefined).findIndex(({ id }) => id === node.id);
  // In English the name begins as the drawing reads, word for word, so that who speaks what they see is understood.
  const seen = [...node.titleLines, ...node.noteLines, ...node.warningLines].join(' ');
  const leads = ways.length === 0 ? [] : [words.leadsTo(ways.join(words.separator))];
  const name = words.colon === ': ' ? [seen, ...leads].join(', ') : [kind === 'end' ? words.end(node.title) : node.pointer === undefined ? node.title : words.stageNumber(place + 1, node.title), ...node.notes, ...leads, ...(warning === undefined ? [] : [words.problem(warning)])].join('，');
  const isButton = node.pointer !== undefined || (actions.isPicking && kind === 'end');
  const act = (): void => { if (isButton) actions.press(node); };
  const x = left + 12;
  const warningTop = top + 12 + (node.titleLines.length + node.noteLines.length) * 20 + 15;
  return svg`<g class="stage-node ${kind} ${warning === undefined ? '' : 'wrong'} ${actions.chosen !== undefined && actions.chosen === node.pointer ? 'chosen' : ''}" role=${isButton ? 'button' : 'img'} tabindex=${isButton ? 0 : nothing} aria-label=${name} aria-pressed=${node.pointer === undefined ? nothing : actions.chosen === node.pointer} data-node=${node.id} @click=${act} @keydown=${pressed(act)}>
    ${node.isStacked ? svg`<rect class="shape behind" x=${left + 6} y=${top - 6} width=${width} height=${height} rx="6"></rect>` : nothing}${shapeOf(node, left, top)}
    ${node.kind === 'wait' ? svg`<g class="clock" aria-hidden="true"><circle cx=${left + width - 20} cy=${top + 22} r="9"></circle><path d="M ${left + width - 20} ${top + 16.5} v 5.5 l 4 3"></path></g>` : nothing}
    ${kind === 'end' ? lines(node.titleLines, node.x, top + 12 + 15, 'title middle') : lines(node.titleLines, x, top + 12 + 15, 'title')}
    ${node.noteLines.length === 0 ? nothing : lines(node.noteLines, x, top + 12 + node.titleLines.length * 20 + 15, 'note')}
    ${node.warningLines.length === 0 ? nothing : svg`<path class="warning-mark" d="M ${x + 7} ${warningTop - 12} l 7.5 13 h -15 z" aria-hidden="true"></path>${lines(node.warningLines, x + 20, warningTop, 'warning-text')}`}</g>`;
}

/** Rounded for stages, cut corners for rules, a double round line for ends, dashes for what nobody has written. */
function shapeOf({ kind, width, height }: PlacedNode, left: number, top: number): SVGTemplateResult {
  const cut = 12;
  if (kind === 'rule') return svg`<polygon class="shape" points="${left + cut},${top} ${left + width - cut},${top} ${left + width},${top + cut} ${left + width},${top + height - cut} ${left + width - cut},${top + height} ${left + cut},${top + height} ${left},${top + height - cut} ${left},${top + cut}"></polygon>`;
  if (kind !== 'end') return svg`<rect class="shape" x=${left} y=${top} width=${width} height=${height} rx="6"></rect>`;
  return svg`<rect class="shape" x=${left} y=${top} width=${width} height=${height} rx=${height / 2}></rect><rect class="inner" x=${left + 4} y=${top + 4} width=${width - 8} height=${height - 8} rx=${height / 2 - 4} aria-hidden="true"></rect>`;
}

const titleIn = ({ nodes }: StageGraph, id: string): string => nodes.find((node) => node.id === id)?.title ?? id;
