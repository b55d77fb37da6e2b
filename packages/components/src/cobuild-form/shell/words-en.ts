import type { MessagesLike } from '../../internal/locale.js';
import type { ShellWords } from './words.js';

export const shellEnglish: MessagesLike<ShellWords> = {
  steps: 'Steps',
  taskList: 'Contents',
  taskListHelp: 'The parts can be filled in one at a time. Submit here once all of them are complete.',
  toList: 'Back to contents',
  stepDone: 'Part complete, back to contents',
  notStarted: 'Not started',
  inProgress: 'In progress',
  complete: 'Complete',
  error: 'Needs changes',
  closed: 'Not open yet',
  review: 'To check',
  answered: ({ answered, required }) => `${answered} of ${required} required answers`,
  closedSteps: 'Parts that are not open yet',
  closedStep: ({ title, reason }) => `${title}: ${reason}`,
  reviewHelp: 'Please check every answer. “Change” leads to its question.',
  changeAnswer: ({ label }) => `Change ${label}`,
  unshown: ({ count }) => (count === 1 ? '1 answer is not shown in this form' : `${count} answers are not shown in this form`),
  inStep: ({ step, message }) => `${step}: ${message}`,
};
