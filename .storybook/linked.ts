/** A page of the documentation with its links to other pages leading to where Storybook shows them. */
export const linked = (page: string): string => page.replace(/\]\(([\w-]+)\.md(#[\w-]*)?\)/g, (_, name: string) => `](?path=/docs/rules-${name}--docs)`);
