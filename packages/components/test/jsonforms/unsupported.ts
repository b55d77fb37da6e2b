/** Examples that do not work as in JSON Forms, with the reason; the page on JSON Forms shows the same list. */
export const unsupported: readonly { readonly name: string; readonly reason: string }[] = [
  { name: 'numbers', reason: 'Two controls of one answer under two labels, “Price” and “Price with Slider”: a question stands once in a form and has one label.' },
  { name: 'mixed-object', reason: 'All of it is drawn, but a new item of any type begins as an empty object in JSON Forms, and with the question of its kind here.' },
  { name: 'oneOf_1265_array', reason: 'A list of choices that may come twice is a set of check boxes, in which each can be ticked once.' },
  { name: 'jsonschema', reason: 'All of it is drawn, but JSON Forms shows `minLength`, `minItems` and `minProperties` without a label, which a question of ours has.' },
  { name: 'json-editor', reason: 'All of it is drawn, but a value of any type is asked for its kind first, where JSON Forms has one field of text.' },
];

export const isUnsupported = (name: string): boolean => unsupported.some((each) => each.name === name);
