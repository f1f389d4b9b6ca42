import { textInSentence } from '#src/lib/visible-text.ts';

/**
 * Marks texts of the product: whatever their functions are given is made harmless before it becomes a part
 * of a sentence. Each export of this folder that takes parameters is made by it.
 */
export function sentences<Texts extends object>(texts: Texts): Texts {
  for (const key of Object.keys(texts)) {
    const text: unknown = Reflect.get(texts, key);
    if (typeof text === 'function') {
      Reflect.set(texts, key, (...given: readonly unknown[]): unknown => {
        const sentence: unknown = Reflect.apply(text, undefined, given.map(harmless));
        return sentence;
      });
    } else if (typeof text === 'object' && text !== null) sentences(text);
  }
  return texts;
}

function harmless(given: unknown): unknown {
  if (typeof given === 'string') return textInSentence(given);
  if (Array.isArray(given)) return given.map(harmless);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, harmless(value)]));
}
