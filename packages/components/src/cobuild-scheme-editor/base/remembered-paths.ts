/** Paths that somebody decided to keep, under one state of the base; empty where nothing was kept, or about another state. */
export function rememberedPaths(name: string | undefined, base: string): readonly string[] {
  try {
    const kept = JSON.parse((name === undefined ? null : localStorage.getItem(name)) ?? '{}') as { readonly base?: unknown; readonly paths?: unknown };
    return kept.base === base && Array.isArray(kept.paths) ? kept.paths.filter((path): path is string => typeof path === 'string') : [];
  } catch {
    // A page may be refused any storage, and others may write under the same name.
    return [];
  }
}

/** Keeps them in the browser; nothing is kept of none. */
export function remember(name: string | undefined, base: string | undefined, paths: readonly string[]): void {
  if (name === undefined || base === undefined) return;
  try {
    if (paths.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ base, paths }));
  } catch {
    // Whoever may keep nothing decides within one visit, as before.
  }
}
