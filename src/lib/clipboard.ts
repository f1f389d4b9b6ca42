/**
 * Copies a text. False where the browser doesn't allow it: by a policy, by a person's answer, without a
 * press, or because the page wasn't served over HTTPS.
 */
export async function hasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
