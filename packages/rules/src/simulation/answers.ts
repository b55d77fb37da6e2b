/** The answers of all cases to one question, in two steps: the kind of each case, and the answer of each kind. Often only the second changes. */
export interface Answers { readonly codes: Int32Array; readonly answerOf: Uint8Array }
