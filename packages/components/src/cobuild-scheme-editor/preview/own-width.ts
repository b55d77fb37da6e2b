const kept = new WeakMap<CSSStyleSheet, CSSStyleSheet>();

/**
 * Elements in a box take the box for the window: in their sheets questions about the width of the window become questions about the nearest container. Elements that are still to come inside others
 * are reached when they are looked at again.
 */
export function takeOwnWidth(box: Element): void {
  const visit = (element: Element): void => {
    const root = element.shadowRoot;
    if (root !== null) {
      const sheets = root.adoptedStyleSheets.map(asContainer);
      if (sheets.some((sheet, index) => sheet !== root.adoptedStyleSheets[index])) root.adoptedStyleSheets = sheets;
      for (const inner of root.querySelectorAll('*')) if (inner.localName.includes('-')) visit(inner);
    }
    for (const inner of element.querySelectorAll('*')) if (inner.localName.includes('-')) visit(inner);
  };
  visit(box);
}

/** The same sheet, where it asks nothing about the width of the window. */
function asContainer(sheet: CSSStyleSheet): CSSStyleSheet {
  const known = kept.get(sheet);
  if (known !== undefined) return known;
  const rules = Array.from(sheet.cssRules, ({ cssText }) => cssText);
  const asked = rules.map((rule) => rule.replace(/@media\s*(?:screen\s+and\s*)?(\((?:max|min)-width:[^)]*\)|\(width\s*[<>][^)]*\))/g, '@container $1'));
  let made = sheet;
  if (asked.some((rule, index) => rule !== rules[index])) {
    made = new CSSStyleSheet();
    made.replaceSync(asked.join('\n'));
  }
  kept.set(sheet, made);
  kept.set(made, made);
  return made;
}
