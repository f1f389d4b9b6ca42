import type { Explanation } from '#src/ui/explanation.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';

/** One thing that stands against going on. */
export interface RefusedLine {
  /** The field's name, which is also the id of its control. */
  readonly field: string;
  /** The field's label; null where what is wrong names it already. */
  readonly label: string | null;
  readonly text: string;
  readonly explain: (() => Explanation) | undefined;
}

export interface RefusedWords {
  /** The labels of a step's fields, in the order of the page. */
  readonly labels: Readonly<Record<string, string>>;
  /** Turns the code of an error (a rule's id) into a sentence. */
  readonly errorText: (code: string) => string;
  /** All of it with an alternative, computed only on request; left out if there is none. */
  readonly explainError?: FieldTexts['explainError'];
}

/** What a form found wrong, by field; see `FieldErrors` of react-hook-form. */
export type FoundErrors = Readonly<Record<string, { readonly message?: unknown } | undefined>>;

/** What stands against going on, in the order of the page; fields without a label come last. */
export function refusedLines(
  errors: FoundErrors,
  { labels, errorText, explainError }: RefusedWords,
): RefusedLine[] {
  const found = Object.entries(errors).flatMap(([field, error]): RefusedLine[] =>
    typeof error?.message === 'string'
      ? [
          {
            field,
            label: labels[field] ?? null,
            text: errorText(error.message),
            explain: explainError?.(error.message),
          },
        ]
      : [],
  );
  const order = Object.keys(labels);
  const place = ({ field }: RefusedLine): number =>
    order.includes(field) ? order.indexOf(field) : order.length;
  return found.toSorted((a, b) => place(a) - place(b));
}

/** Which lines stood there when Next was pressed, and whether they are still the same. */
export interface PressedLines {
  readonly presses: number;
  readonly lines: string;
  /** False for good once something was mended: what is left is not read out again. */
  readonly isAsPressed: boolean;
}

/** What is known of the latest refused press, after one more look at the form; the same when nothing is new. */
export function lookAgain(before: PressedLines, presses: number, lines: string): PressedLines {
  if (presses !== before.presses) return { presses, lines, isAsPressed: true };
  if (before.isAsPressed && lines !== before.lines) return { ...before, isAsPressed: false };
  return before;
}
