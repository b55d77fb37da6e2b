import { define } from '../internal/define.js';
import { CobuildAnswers } from '../cobuild-answers/cobuild-answers.js';

define('cobuild-answers', CobuildAnswers);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-answers': CobuildAnswers }
}
