/** What codes and times are typed with: one module, since a form that asks for a phone number often asks for another code, too. */
export { codes } from './code.js';
export { dateTime, time } from '../time/time.js';
