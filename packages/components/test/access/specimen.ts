/**
 * What a person does before the page is looked at: clicks something, types into it, waits for it; `check` as after a submit.
 */
export type Deed = readonly ['click' | 'wait', selector: string] | readonly ['type', selector: string, text: string] | readonly ['check'];

/** An element in one state, on a page of its own. */
export interface Specimen {
  readonly name: string;
  readonly tag: `cobuild-${string}`;
  /** What a host sets, made when it is shown. */
  readonly properties: () => Readonly<Record<string, unknown>>;
  /** In the element or in an element inside it, in this order. */
  readonly deeds?: readonly Deed[];
}
