/// <reference types="vite/client" />
// The anatomy of an element: it is drawn as ever, its parts outlined, and beside it stands what its class says of its parts and slots.
import type { TemplateResult } from 'lit';
import { css, html, nothing, unsafeCSS } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';

const sources = import.meta.glob<string>('../packages/components/src/cobuild-*/cobuild-*.ts', { query: '?raw', import: 'default', eager: true });

interface Piece { readonly name: string; readonly what: string }

/** What the class block of an element says under a tag: `@csspart steps - The list of steps.` */
function said(element: string, tag: 'csspart' | 'slot'): readonly Piece[] {
  const source = sources[`../packages/components/src/${element}/${element}.ts`] ?? '';
  return Array.from(source.matchAll(new RegExp(`^ \\* @${tag} ([a-z-]+) - (.+)$`, 'gm')), ([, name = '', what = '']) => ({ name, what }));
}

const pageStyles = css`
  .anatomy { display: grid; gap: 24px; }
  .anatomy table { border-collapse: collapse; font-family: system-ui, sans-serif; }
  .anatomy :is(th, td) { border: 1px solid #c5ccd6; padding: 4px 8px; text-align: start; vertical-align: top; }
`;
const outlined = new Set<string>();

/** Once for each element: other stories on the same page draw theirs outside of `.anatomy`. */
function outline(element: string, parts: readonly Piece[]): void {
  if (outlined.has(element)) return;
  outlined.add(element);
  const rules = parts.map(({ name }) => css`.anatomy ${unsafeCSS(element)}::part(${unsafeCSS(name)}) { outline: 2px dashed #a3248f; outline-offset: 3px; }`);
  const sheets = [...(outlined.size === 1 ? [pageStyles] : []), ...rules].flatMap(({ styleSheet }) => styleSheet ?? []);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
}

const inSight = (canvas: HTMLElement, element: string, name: string): Element | null => canvas.querySelector(element)?.shadowRoot?.querySelector(`[part~="${name}"]`) ?? null;

/** The state in which an element is drawn; it has as many of its parts as one state can have. */
interface Shown<Args> {
  readonly args?: Partial<Args>;
  /** Parts that only another state has. */
  readonly missing?: readonly string[];
  /** Brings the element there. */
  readonly prepare?: (canvas: HTMLElement) => unknown;
}

/** The story `Anatomy` of an element. */
export function anatomyStory<Args>(element: string, { render }: Meta<Args>, { args, missing = [], prepare }: Shown<Args> = {}): StoryObj<Args> {
  const parts = said(element, 'csspart');
  const slots = said(element, 'slot');
  const row = (kind: string, { name, what }: Piece): TemplateResult => html`<tr><td><code>${kind}</code></td><td>${what}${missing.includes(name) ? ' （此处未出现 · not in this state）' : nothing}</td></tr>`;
  const story: StoryObj<Args> = {
    render: (given, context) => {
      outline(element, parts);
      return html`<div class="anatomy"><div>${render?.(given, context)}</div><table>
        <caption>组成部分和插槽 · Parts and slots</caption>
        <thead><tr><th scope="col">查找方法 · Found by</th><th scope="col">是什么 · What it is</th></tr></thead>
        <tbody>${parts.map((part) => row(`::part(${part.name})`, part))}${slots.map((slot) => row(`slot="${slot.name}"`, slot))}</tbody>
      </table></div>`;
    },
    play: async ({ canvasElement }) => {
      await prepare?.(canvasElement);
      for (const { name } of parts) if (!missing.includes(name)) await waitFor(() => expect(inSight(canvasElement, element, name), name).not.toBeNull());
    },
  };
  return args === undefined ? story : { ...story, args };
}
