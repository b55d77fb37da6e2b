/** Examples that do not work as in JSON Forms, with the reason; the page on JSON Forms shows the same list. */
export const unsupported: readonly { readonly name: string; readonly reason: string }[] = [
  { name: 'numbers', reason: 'Two controls of one answer under two labels, “Price” and “Price with Slider”: a question stands once in a form and has one label.' },
];

/** Examples that wait for alternatives, layouts and locks of the form model; each is taken from here when it works. */
export const waiting: readonly string[] = [
  'anyOf', 'anyOf_simple', 'categorization', 'categorization-stepper-nav-buttons', 'categorizationstepper', 'huge', '1884', 'json-editor', 'jsonschema', 'mixed',
  'mixed-object', 'object', 'oneOf', 'oneOfArray', 'oneOf_1273', 'oneOf_1273_simple', 'oneOf_1265_array', 'oneOf_1265_object', 'oneOf_1265_simple', 'Readonly Fields', 'rule',
];

export const isUnsupported = (name: string): boolean => waiting.includes(name) || unsupported.some((each) => each.name === name);
