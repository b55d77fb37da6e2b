// What is measured, in the order of the table. A suite is a module with `measure({ quick, say })`, which gives rows
// { what, measured, target?, reached?, note? }: texts with units, `reached` absent where there is no target.
export const suites = [
  { name: 'verdict', load: () => import('./verdict.mjs') },
  { name: 'compile', load: () => import('./compile.mjs') },
  { name: 'simulation', load: () => import('./simulation.mjs') },
  { name: 'size', load: () => import('./size.mjs') },
];
