// What is measured, in the order of the table. A suite is a module with `measure({ quick, sizes, say, browser, site, contestants })`, which gives rows as rows.mjs makes them.
export const suites = [
  { name: 'time', load: () => import('./time.mjs') },
  { name: 'memory', load: () => import('./memory.mjs') },
  { name: 'size', load: () => import('./size.mjs') },
  { name: 'large', load: () => import('./large.mjs') },
];
