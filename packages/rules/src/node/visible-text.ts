import type { CommandIo } from './command-io.js';

/** Control characters but tab and line break. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Writes control characters as JSON does, `\u001b`: a text in a scheme or a case must not command the terminal that shows it. */
export function visibleText(text: string): string {
  return text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same streams, with texts made visible. JSON stays the JSON it was. */
export function withVisibleText(io: CommandIo): CommandIo {
  return {
    out: (text) => io.out(visibleText(text)),
    error: (text) => io.error(visibleText(text)),
    readStandardInput: () => io.readStandardInput(),
    get signal() {
      return io.signal;
    },
  };
}
