import type { Problem } from '@cobuild/core';

/** A place in the data of an action is a question of the form that it was entered in. */
export function atQuestion(problem: Problem): Problem {
  return { ...problem, document: 'answers', pointer: problem.pointer.replace(/^\/data(\/request|\/answers)?(?=\/|$)/, '') };
}
