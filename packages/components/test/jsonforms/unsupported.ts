/** Examples that do not work as in JSON Forms, with the reason; the page on JSON Forms shows the same list. */
export const unsupported: readonly { readonly name: string; readonly reason: string }[] = [
  { name: 'numbers', reason: 'Two controls of one answer under two labels, “Price” and “Price with Slider”: a question stands once in a form and has one label.' },
  { name: 'mixed-object', reason: 'A value of any type, of which the schema says neither what a list nor what an object in it holds, cannot be drawn.' },
  { name: 'oneOf_1265_array', reason: 'A list of choices that may come twice is a set of check boxes, in which each can be ticked once.' },
  { name: 'jsonschema', reason: 'Lists whose items may be anything (`items: true`) cannot be drawn.' },
];

export const isUnsupported = (name: string): boolean => unsupported.some((each) => each.name === name);
