import type { CDPSession, Page } from 'playwright';

/** What somebody can act on; each has to say what it is for. */
const CONTROLS = new Set(['button', 'checkbox', 'combobox', 'grid', 'link', 'listbox', 'menuitem', 'option', 'progressbar', 'radio', 'radiogroup', 'searchbox', 'slider', 'spinbutton', 'switch', 'tab', 'tablist', 'textbox', 'Date', 'DateTime', 'InputTime', 'ColorWell', 'DisclosureTriangle']);
const MUTE = new Set(['generic', 'none', 'presentation']);

interface TreeNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly backendDOMNodeId?: number;
}

const roleOf = ({ role }: TreeNode): string => role?.value ?? '';
const isNamed = ({ name }: TreeNode): boolean => (name?.value ?? '').trim() !== '';
const takesFocus = ({ properties = [] }: TreeNode): boolean => properties.some(({ name, value }) => name === 'focusable' && value.value === true);

/** WCAG 4.1.2, in the tree that the browser hands to readers: controls without a name, and what takes the focus without a role. */
export async function unnamed(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly TreeNode[] };
  const mute = nodes.filter((node) => !node.ignored && !isNamed(node) && (CONTROLS.has(roleOf(node)) || (takesFocus(node) && MUTE.has(roleOf(node)))));
  const findings = await Promise.all(mute.map(async (node) => `${roleOf(node)} without a name: ${await tagOf(session, node)}`));
  await session.detach();
  return findings;
}

async function tagOf(session: CDPSession, { backendDOMNodeId }: TreeNode): Promise<string> {
  if (backendDOMNodeId === undefined) return '';
  const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId });
  return `${node.nodeName.toLowerCase()} ${(node.attributes ?? []).join(' ')}`;
}
