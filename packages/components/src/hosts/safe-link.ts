/** Where a link of the host may lead: to a page or a file, never to a script. */
export function safeLink(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  try {
    return ['http:', 'https:', 'blob:'].includes(new URL(link, document.baseURI).protocol) ? link : undefined;
  } catch {
    return undefined;
  }
}
