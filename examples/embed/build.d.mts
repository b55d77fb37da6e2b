/** One file for each page, `vue2.js` and `react.js`; `conditions` say which entry of our packages is taken, `@cobuild/source` their sources. */
export function buildEmbed(options?: { readonly outDir?: string; readonly conditions?: readonly string[] }): Promise<void>;
