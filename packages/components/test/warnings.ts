// What elements told the integrator since the page was opened. They say each thing once a page, and a page lasts for many files of tests.
const warn = console.warn.bind(console);

export const warnings: string[] = [];

console.warn = (...parts: unknown[]): void => {
  if (String(parts[0]).startsWith('[cobuild]')) warnings.push(String(parts[0]));
  else warn(...parts);
};
