import { define } from '../internal/define.js';
import './cobuild-form.js';
import { CobuildReview } from '../cobuild-review/cobuild-review.js';

define('cobuild-review', CobuildReview);

declare global {
  interface HTMLElementTagNameMap { 'cobuild-review': CobuildReview }
}
