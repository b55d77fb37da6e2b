import { CobuildSchemeEditor } from '../cobuild-scheme-editor/cobuild-scheme-editor.js';
import { define } from '../internal/define.js';

define('cobuild-scheme-editor', CobuildSchemeEditor);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-scheme-editor': CobuildSchemeEditor }
}
