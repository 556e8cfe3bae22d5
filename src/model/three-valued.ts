/** Yes, no, or nobody can tell. */
export type Answer = boolean | undefined;

export function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

export function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** The opposite, where it is known. */
export function not(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
