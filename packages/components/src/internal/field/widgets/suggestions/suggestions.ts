import type { FormNode } from '@cobuild/core';
import type { FieldContext } from '../../field-context.js';
import type { LivePart } from '../../live-widget.js';
import { liveWidget } from '../../live-widget.js';
import type { Widget, WidgetField } from '../../widget.js';
import { choose } from '../choices.js';
import { Combobox } from '../combobox/combobox.js';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import type { Named } from '../combobox/search-options.js';
import { searchOptions } from '../combobox/search-options.js';
import { comboboxWords } from '../combobox/words.js';
import { patchControl, shownText } from '../control.js';
import { wordsFor } from '../../words-for.js';

const lists = new WeakMap<object, readonly Named[]>();

/** The texts that the form suggests, as a list that can be searched. */
function suggestionsOf({ widgetOptions }: FormNode): readonly Named[] {
  const texts = widgetOptions?.['suggestions'];
  if (!Array.isArray(texts)) return [];
  const known = lists.get(texts) ?? texts.filter((text): text is string => typeof text === 'string').map((label) => ({ label }));
  lists.set(texts, known);
  return known;
}

class SuggestionsPart implements LivePart {
  private node: FormNode | undefined;
  private readonly combobox: Combobox<Named>;

  constructor(element: HTMLElement, private readonly context: FieldContext) {
    this.combobox = new Combobox<Named>({
      words: { ...wordsFor(context, comboboxWords), none: '' },
      multiple: false,
      waitMs: 0,
      find: (text) => ({ entries: this.node ? searchOptions(suggestionsOf(this.node), text) : [] }),
      isChosen: ({ label }) => label === this.node?.value,
      choose: ({ label }) => this.node && choose(context, this.node.pointer, label),
      closedText: () => shownText(this.node?.value),
      leaveWith: () => this.node && context.commit(this.node.pointer),
      label: () => this.node?.label ?? '',
    });
    element.append(this.combobox.element);
  }

  patch(field: WidgetField, node: FormNode): void {
    const { input } = this.combobox;
    this.node = node;
    patchControl(input, field, node);
    if (input.placeholder !== node.placeholder) input.placeholder = node.placeholder;
    this.combobox.refresh();
  }

  /** Any text is an answer, letter by letter. */
  handle(event: Event): void {
    const { input } = this.combobox;
    this.combobox.handle(event);
    if (!this.node || event.target !== input) return;
    if (event.type === 'input') this.context.input(this.node.pointer, input.value === '' ? undefined : input.value);
    if (event.type === 'change') this.context.commit(this.node.pointer);
  }

  control(): HTMLElement {
    return this.combobox.input;
  }
}

/** Text with a list of what others usually write: `widgetOptions.suggestions`. Anything else may be written as well. */
export const suggestions: Widget = liveWidget({ labelled: 'control', styles: comboboxStyles, create: (element, context) => new SuggestionsPart(element, context) });
