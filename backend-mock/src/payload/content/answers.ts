/** Several answers to one request (OpenAI's `n`) are numbered; a single one stands alone. */
export function answersText(answers: string[]): string {
  if (answers.length <= 1) {
    return answers[0] ?? '';
  }
  return answers.map((answer, index) => `[${index + 1}] ${answer}`).join('\n\n');
}
