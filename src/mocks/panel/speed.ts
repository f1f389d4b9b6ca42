/** The slider's five marks. A speed between two of them shows at the lower one. */
export const speeds = [1, 10, 60, 600, 3600] as const;

/** The mark at which a speed shows. */
export function markOf(speed: number): number {
  return speeds.findLastIndex((mark) => mark <= speed);
}

/** A speed as typed, `60`, `×60` or `2.5`; null when it is none from the first mark to the last. */
export function parseSpeed(text: string): number | null {
  const [, digits] = /^\s*[×x]?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*$/i.exec(text) ?? [];
  const speed = Number((digits ?? 'none').replace(',', '.'));
  return speed >= 1 && speed <= 3600 ? speed : null;
}
