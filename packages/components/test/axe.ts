import axe from 'axe-core';

/** Accessibility violations of an element, one line each; the rules for whole pages (landmarks, page title) are left out. */
export async function axeViolations(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { preload: false, rules: { region: { enabled: false } }, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}
