import { iconNode, make } from './dom.js';
import { lateWords } from './late-words.js';
import type { Widget } from './widget.js';

export type LateState = 'waiting' | 'loading' | 'failed';

export interface LateLoading {
  readonly state: () => LateState;
  /** Begins to load, where that has not happened yet. */
  readonly begin: () => void;
  readonly again: () => void;
}

/** Stands where a widget will stand when its module is there. What it shows can take the focus, so that somebody who is led to the field is there when it comes. */
export function lateWidget({ state, begin, again }: LateLoading): Widget {
  return {
    labelled: 'control',
    shape: () => (state() === 'failed' ? 'failed' : 'loading'),
    draw: (_node, { locale }) => {
      const words = lateWords[locale];
      if (state() !== 'failed') return [make('output', { class: 'late muted', tabindex: '-1' }, words.loading)];
      return [make('p', { class: 'late field-warning', role: 'alert' }, iconNode('warning'), make('span', {}, words.failed)), make('button', { class: 'button late-again', type: 'button' }, words.again)];
    },
    patch: ({ box, id }) => {
      const control = box.querySelector('output.late, .late-again');
      if (control) control.id = id;
      if (state() === 'waiting') begin();
    },
    handle: ({ type, target }) => {
      if (type === 'click' && target instanceof Element && target.closest('.late-again') !== null) again();
    },
    control: (box) => box.querySelector<HTMLElement>('output.late, .late-again') ?? undefined,
  };
}
