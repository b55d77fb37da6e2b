import { AnswerWidgets } from './answer-widgets.js';
import { fileAnswer } from './file-answer.js';
import { recordAnswer } from './record-answer.js';
import { groupAnswer, listAnswer, textAnswer } from './shapes.js';

const shapes = { text: textAnswer, group: groupAnswer, list: listAnswer };

/** For check pages, read-only forms and review. */
export const reviewWidgets = new AnswerWidgets(shapes);
reviewWidgets.register('attachments', fileAnswer);
for (const kind of ['budget', 'opinions', 'discussions', 'applicants', 'indicators', 'pledge']) reviewWidgets.register(kind, recordAnswer);

/** For paper; what is not registered here is drawn as in review. */
export const printWidgets = new AnswerWidgets(shapes, reviewWidgets);

/**
 * For the public. What is not registered here is its public text: a drawing for review may show what the text leaves out. Here a row
 * has a `value` only where the whole answer is public.
 */
export const publishWidgets = new AnswerWidgets(shapes);
