/** Which remarks of a return a person has dealt with, kept in this browser: a note to oneself, for no office. */
export function keptMarks(name: string): { readonly read: () => readonly string[]; readonly keep: (pointers: readonly string[]) => void } {
  const key = `dealt-with/${name}`;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
        return Array.isArray(kept) ? kept.filter((pointer) => typeof pointer === 'string') : [];
      } catch {
        // Storage that is switched off, or holds something else: nothing is marked.
        return [];
      }
    },
    keep: (pointers) => {
      try {
        localStorage.setItem(key, JSON.stringify(pointers));
      } catch {
        // The marks then last as long as the page.
      }
    },
  };
}
