import type { ListItems, ViewHost } from './view.js';

type MakeItems = (host: ViewHost) => ListItems;

let makeDetail: MakeItems | undefined;

/** Brings the list beside its opened item, which few forms have, with the first one that asks for it. Where it cannot be loaded, the items stay cards. */
export async function loadDetailItems(): Promise<void> {
  const { DetailItems } = await import('./list-detail/detail-items.js');
  makeDetail = (host) => new DetailItems(host);
}

/** The drawing, once it is there. */
export const detailItems = (): MakeItems | undefined => makeDetail;
