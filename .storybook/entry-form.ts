import { expect, waitFor } from 'storybook/test';

/** What a story's `play` is given, as far as it is used here. */
interface Play { readonly canvasElement: HTMLElement; readonly step: (label: string, play: () => Promise<void>) => Promise<void> | void }

/**
 * The short form of an element of projects: a button opens it and gives it the focus, and it shows what is missing where nobody filled it in.
 *
 * @param opener - Selector of the button inside the element.
 * @param missing - How many answers are missing in a form that nobody filled in.
 * @example play: opensEntryForm('cobuild-supervision', '#raise', 5)
 */
export const opensEntryForm = (tag: string, opener: string, missing?: number) => async ({ canvasElement, step }: Play): Promise<void> => {
  const root = canvasElement.querySelector(tag)?.shadowRoot as ShadowRoot;
  await step('opens the form and gives it the focus', async () => {
    root.querySelector<HTMLButtonElement>(opener)?.click();
    await waitFor(() => expect(root.activeElement?.id).toBe('entry-form'));
  });
  if (missing === undefined) return;
  await step('shows what is missing', async () => {
    root.querySelector<HTMLButtonElement>('#entry-form-send')?.click();
    await waitFor(() => expect(root.querySelector('cobuild-form')?.shadowRoot?.querySelectorAll('.field-error').length).toBe(missing));
  });
};
