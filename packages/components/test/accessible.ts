import { cdp } from 'vitest/browser';

/** The part of the browser's own protocol that is asked here. */
interface Protocol {
  send(method: 'DOM.enable'): Promise<unknown>;
  send(method: 'DOM.getDocument', params: { readonly depth: number }): Promise<unknown>;
  send(method: 'DOM.performSearch', params: { readonly query: string }): Promise<{ readonly searchId: string; readonly resultCount: number }>;
  send(method: 'DOM.getSearchResults', params: { readonly searchId: string; readonly fromIndex: number; readonly toIndex: number }): Promise<{ readonly nodeIds: readonly number[] }>;
  send(method: 'Accessibility.getPartialAXTree', params: { readonly nodeId: number | undefined; readonly fetchRelatives: boolean }): Promise<{ readonly nodes: readonly AccessibleNode[] }>;
}
interface AccessibleNode { readonly role?: { readonly value: string }; readonly name?: { readonly value: string } }

/** Role and name that a reader is told of the element which a selector finds, also those that a script cannot ask for. */
export async function accessible(selector: string): Promise<{ readonly role: string | undefined; readonly name: string | undefined }> {
  const protocol = cdp() as unknown as Protocol;
  await protocol.send('DOM.enable');
  await protocol.send('DOM.getDocument', { depth: 0 });
  // The test stands in a frame of the runner's page; a search looks into frames.
  const { searchId, resultCount } = await protocol.send('DOM.performSearch', { query: selector });
  if (resultCount === 0) throw new Error(`Nothing matches ${selector}`);
  const { nodeIds } = await protocol.send('DOM.getSearchResults', { searchId, fromIndex: 0, toIndex: 1 });
  const { nodes } = await protocol.send('Accessibility.getPartialAXTree', { nodeId: nodeIds[0], fetchRelatives: false });
  return { role: nodes[0]?.role?.value, name: nodes[0]?.name?.value };
}
